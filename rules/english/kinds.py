"""Writes kinds.csv: common nouns that say what sort of thing something is, by WordNet's hypernyms.

A noun is in a class where its most frequent sense lies below one of the class's roots, and none of its other senses
that SemCor counts lies in another class. Run with the folder of WordNet 3.0 (Debian: wordnet-base) as the argument.
"""
import pathlib, re, sys

# class: roots, each a lemma and the number of its sense; the first class that fits wins
ROOTS = {
    "film": ["movie.1"],
    "series": ["television_program.1", "serial.1"],
    "album": ["album.1"],
    "song": ["song.1"],
    "book": ["novel.1", "novel.2", "novella.1", "memoir.1", "cookbook.1", "encyclopedia.1", "dictionary.1", "autobiography.1", "biography.1"],
    "poem": ["poem.1"],
    "play": ["tragedy.2", "opera.1", "ballet.1"],
    "picture": ["painting.1", "sculpture.1", "fresco.1", "mural.1", "photograph.1"],
    "paper": ["newspaper.1", "magazine.1", "tabloid.1"],
    "person": ["person.1"],
    "animal": ["animal.1"],
    "plant": ["vascular_plant.1"],
    "food": ["food.1", "food.2", "beverage.1"],
    "country": ["country.2"],
    "city": ["municipality.1", "village.1", "village.2", "hamlet.3", "town.1"],
    "province": ["county.2", "province.1"],
    "water": ["body_of_water.1"],
    "mountain": ["mountain.1", "volcano.2"],
    "party": ["party.1"],
    "company": ["company.1", "airline.2", "bank.2"],
    "vehicle": ["vehicle.1"],
    "illness": ["illness.1"],
    "language": ["programming_language.1"],
    "garment": ["clothing.1"],
    "weapon": ["weapon.1"],
}
# What WordNet lacks or ranks otherwise, and what newspapers use in more senses than it counts.
MORE = {
    "series": "series miniseries soap telenovela", "song": "song", "film": "film movie biopic",
    "book": "book paperback hardback", "website": "website blog portal", "city": "city town village suburb capital hamlet",
    "country": "country republic kingdom emirate", "province": "county province prefecture", "band": "band trio quartet quintet duo",
    "company": "company retailer startup conglomerate supermarket automaker carmaker", "party": "party",
    "person": "singer-songwriter songwriter musician actor actress author novelist rapper footballer cricketer politician footballer "
              "president screenwriter choreographer cinematographer businesswoman businessman producer director quarterback "
              "programmer blogger youtuber basketballer",
    "animal": "dog cat horse bird fish snake monkey", "vehicle": "truck car lorry bus train plane aircraft tram ferry ship",
    "drama": "comedy drama thriller documentary sitcom melodrama", "album": "album", "poem": "poem", "picture": "painting sculpture", "game": "videogame", "university": "university college",
}
DROP = set("""person people body mother child baby party head star host guest partner model agent angel monster hero
 giant devil dinosaur dragon ghost fossil shark lion fox wolf rat pig snake tiger bear bull chicken turkey lamb goat worm
 beast creature pet prey game catch stock meal dish cut side plate course feed ration treat drink mix spirit draft port
 short feature documentary drama comedy western musical show program programme broadcast pilot story record track cover
 anthem theme state land nation area place resort community head chair bay spring falls channel sound bed pool drink
 firm business house concern bank line vehicle craft vessel transport rocket tank hit smash crash fit complaint hat tie
 bomb target arm club bat stick cross cast shell missile button spot portrait still print icon study shot symbol figure
 issue organ journal rag daily monthly volume life drug cure case killer self man woman boy girl human individual
 primate mammal vertebrate it other many one male female adult victim peer match rival leader second third power
 ruler counter source sponsor operator carrier driver runner server client user buyer supplier distributor dealer
 manufacturer maker developer publisher broadcaster employer producer contractor builder insurer lender investor owner
 holder shareholder defendant plaintiff claimant bidder exporter importer retailer subject object national native
 parent member descendant relative ancestor successor predecessor survivor winner loser champion favourite favorite
 contender candidate nominee player opponent enemy ally neighbor neighbour threat nuisance cult religion fraction minority
 majority labor opposition signatory observer contributor donor provider beneficiary recipient creditor debtor
 witness participant young charger mount handler homeland motherland fatherland metropolis spiritual miniature nude solo keen single lead
 participant competitor finalist runner-up outsider insider newcomer veteran pioneer visitor refuge resident""".split())


def load(folder):
    synsets, index = {}, {}
    for line in (folder / "data.noun").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        rest = fields[4 + 2 * count + 1 :]
        up = [rest[i + 1] for i in range(0, len(rest) - 3, 4) if rest[i] in ("@", "@i")]
        synsets[fields[0]] = (up, [rest[i] for i in range(0, len(rest) - 3, 4)])
    for line in (folder / "index.noun").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        senses = int(fields[2])
        index[fields[0]] = (fields[-senses:], int(fields[-senses - 1]))
    return synsets, index


def main():
    synsets, index = load(pathlib.Path(sys.argv[1]))
    root = {}
    for name, roots in ROOTS.items():
        for one in roots:
            lemma, sense = one.rsplit(".", 1)
            if lemma in index and len(index[lemma][0]) >= int(sense):
                root.setdefault(index[lemma][0][int(sense) - 1], name)
    def classes(synset, seen=None):
        seen = set() if seen is None else seen
        if synset in seen:
            return set()
        seen.add(synset)
        if synset in root:
            return {root[synset]}
        return set().union(set(), *(classes(up, seen) for up in synsets[synset][0]))
    rows = {}
    counted = {line.split()[0].split("%")[0] for line in (pathlib.Path(sys.argv[1]) / "cntlist.rev").read_text().splitlines() if "%1" in line}
    for lemma, (senses, tagged) in index.items():
        if not re.fullmatch(r"[a-z]{3,15}", lemma) or lemma in DROP:
            continue
        own = classes(senses[0])
        if len(own) != 1:
            continue
        name = own.pop()
        others = [classes(s) for s in senses[1:max(tagged, 2 if name != "animal" else 1)]]
        if any(other - {name} for other in others):
            continue
        if name == "person" and any(not other for other in others) or "@i" in synsets[senses[0]][1]:
            continue
        # Rare words cost more than they tell.
        if lemma in counted:
            rows[lemma] = name
    for name, words in MORE.items():
        for word in words.split():
            rows[word] = name
    print("# Common nouns that say what sort of thing something is: noun, class. Sorted by the bytes of the noun.")
    print("# Source: hypernyms of WordNet 3.0, copyright 2006 by Princeton University, used under the WordNet licence (WORDS.md),")
    print("# chosen and amended by kinds.py.")
    for lemma in sorted(rows):
        print(f"{lemma},{rows[lemma]}")


main()
