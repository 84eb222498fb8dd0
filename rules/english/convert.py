#!/usr/bin/env python3
"""Builds tagger.bin and words.bin, the two tables behind `annotate::tag`, from the packages named in WORDS.md.

    python3 convert.py model   trontagger-0.1.0.pickle           tagger.bin
    python3 convert.py lexicon infl_lu.csv.gz lemma_lu.csv.gz en_lemma_index.json.gz index.verb data.verb words.bin

Both files are little-endian and read in place, without a set-up step. A hash table is an array of slots of
(fingerprint: u32, value), probed linearly. The high half of the hash of a word (FNV-1a, mixed) is its fingerprint, the low half,
scaled to the size of the table, its position; a fingerprint of 0 marks a free slot.
"""

import gzip
import json
import pickle
import struct
import sys
from collections import defaultdict

SCALE = 5  # weights are stored as fifths in one signed byte; a larger one of a list is stored as several
PRUNE = 0.35  # smaller weights are dropped; the measured loss is nil
WIDTH = 48  # weights of one dense row: 45 tags, the two starts of a sentence, one spare


def hash_of(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    # FNV leaves the upper bits of short words alike: a last mixing step spreads them.
    value = (value ^ value >> 32) * 0xFF51AFD7ED558CCD & 0xFFFFFFFFFFFFFFFF
    return value ^ value >> 32


def table(entries, layout):
    """The slots of a hash table of word → tuple of values, packed after `layout`, 80% full."""
    size = len(entries) * 5 // 4 + 1
    slots = [None] * size
    for word in sorted(entries):
        value = hash_of(word)
        place = (value & 0xFFFFFFFF) * size >> 32
        while slots[place]:
            place = (place + 1) % size
        slots[place] = (max(1, value >> 32), *entries[word])
    free = (0,) * (len(layout.replace("<", "")))
    return size, b"".join(struct.pack(layout, *(slot or free)) for slot in slots)


def model(source, target):
    with open(source, "rb") as file:
        weights, fixed, classes = pickle.load(file, encoding="latin1")
    tags = sorted(classes)
    number = {tag: index for index, tag in enumerate([*tags, "-START-", "-START2-"])}

    def sparse(feature):
        pairs = []
        for tag, weight in sorted(weights.get(feature, {}).items()):
            rest = round(weight * SCALE) if abs(weight) >= PRUNE else 0
            while rest:
                part = max(-127, min(127, rest))
                pairs.append((number[tag], part))
                rest -= part
        return pairs, bytes([len(pairs)]) + b"".join(struct.pack("<Bb", *pair) for pair in pairs)

    def dense(feature):
        row = [0] * WIDTH
        for index, weight in sparse(feature)[0]:
            row[index] = weight
        return struct.pack(f"<{WIDTH}b", *row)

    rows = [dense("bias")]
    rows += [dense(f"i-1 tag {tag}") for tag in number]
    rows += [dense(f"i-2 tag {tag}") for tag in number]
    rows += [dense(f"i tag+i-2 tag {one} {two}") for one in number for two in number]
    rows += [dense(f"i pref1 {chr(byte)}") for byte in range(128)]

    before = "i-1 tag+i word"
    words, suffixes, pairs = set(), set(), defaultdict(list)
    for feature in weights:
        if feature.startswith(before + " "):
            tag, word = feature[len(before) + 1 :].split(" ")
            if tag in number:
                pairs[word].append(number[tag])
                words.add(word)
            continue
        for kind, found in (("word", words), ("suffix", suffixes)):
            if f" {kind} " in feature:
                found.add(feature.split(f" {kind} ", 1)[1])
    records = bytearray(b"\0" * 8)  # offset 0 is an empty record

    word_offsets, suffix_offsets = {}, {}
    ordered = [*number]
    for word in sorted(words):
        parts = [sparse(f"{place} word {word}") for place in ("i", "i-1", "i+1", "i-2", "i+2")]
        bigrams = [(tag, *sparse(f"{before} {ordered[tag]} {word}")) for tag in sorted(pairs[word])]
        bigrams = [(tag, data) for tag, found, data in bigrams if found]
        if not bigrams and not any(found for found, _ in parts):
            continue
        word_offsets[word] = (len(records),)
        records += b"".join(data for _, data in parts) + bytes([len(bigrams)])
        records += b"".join(bytes([tag]) + data for tag, data in bigrams)
    for suffix in sorted(suffixes):
        parts = [sparse(f"{place} suffix {suffix}") for place in ("i", "i-1", "i+1")]
        if any(found for found, _ in parts):
            suffix_offsets[suffix] = (len(records),)
            records += b"".join(data for _, data in parts)

    tables = [
        table(word_offsets, "<II"),
        table(suffix_offsets, "<II"),
        table({word: (number[tag],) for word, tag in fixed.items()}, "<II"),
    ]
    with open(target, "wb") as file:
        file.write(struct.pack("<3I", *(size for size, _ in tables)))
        for _, data in tables:
            file.write(data)
        file.write(b"".join(rows))
        file.write(records)
    print(tags)


FLAGS = ["noun", "plural", "verb", "past", "participle", "gerund", "third", "adjective", "adverb", "name"]
FLAGS += ["comparative", "transitive"]

# WordNet's sentence frames with an object ("Somebody ----s something").
FRAMES_WITH_OBJECT = {8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31}


def transitive_verbs(index, data):
    """Verbs that take an object in one of their three commonest senses."""
    frames = defaultdict(set)  # (synset, word) → frames
    with open(data) as file:
        for line in file:
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * index].lower() for index in range(count)]
            rest = fields[4 + 2 * count :]
            rest = rest[1 + 4 * int(rest[0]) :]
            for number, which in zip(rest[2::3], rest[3::3]):
                for word in words if which == "00" else [words[int(which, 16) - 1]]:
                    frames[fields[0], word].add(int(number))
    found = set()
    with open(index) as file:
        for line in file:
            if line.startswith(" "):
                continue
            word, _, senses, *rest = line.split()
            for synset in rest[-int(senses) :][:3]:
                if frames[synset, word] & FRAMES_WITH_OBJECT:
                    found.add(word)
    return found


def lexicon(inflections, order, index, verb_index, verb_data, target):
    flags, verbs, nouns = defaultdict(set), defaultdict(list), defaultdict(list)
    with gzip.open(inflections, "rt") as file:
        for line in file:
            lemma, kind, *forms = line.strip().split(",")
            forms = [form.split("/") if form else [] for form in forms]
            word = lemma.lower()
            if kind == "noun":
                flags[word].add("name" if lemma != word else "noun")
                nouns[word].insert(0, word)
                for form in {form.lower() for form in sum(forms, [])} - {word}:
                    flags[form].add("name" if lemma != word else "plural")
                    nouns[form].append(word)
            elif kind == "verb":
                flags[word].add("verb")
                past, participle, gerund, third = (forms + [[]] * 4)[:4]
                named = (("past", past), ("participle", participle or past), ("gerund", gerund), ("third", third))
                for flag, found in named:
                    for form in found:
                        flags[form.lower()].add(flag)
                        if word not in verbs[form.lower()]:
                            verbs[form.lower()].append(word)
            elif kind in ("adj", "adv"):
                flags[word].add("adjective" if kind == "adj" else "adverb")
                for form in sum(forms, []):
                    flags[form.lower()].add("comparative")
    # The one verb the source leaves to its list of auxiliaries.
    be = {"past": "was were", "participle": "been", "gerund": "being", "third": "is", "verb": "be am are"}
    for flag, forms in be.items():
        for form in forms.split():
            flags[form].add(flag)
            verbs[form] = ["be"]
    with gzip.open(index, "rt") as file:
        for kind, found in json.load(file).items():
            flag = {"adj": "adjective", "adv": "adverb"}.get(kind, kind)
            for word in found:
                if word.isascii() and word.replace("-", "").isalpha() and word == word.lower() and len(word) > 1:
                    flags[word].add(flag)

    transitive = transitive_verbs(verb_index, verb_data)
    for word, lemmas in verbs.items():
        if not transitive.isdisjoint(lemmas):
            flags[word].add("transitive")

    def change(word, lemma):
        """How to turn a form into its lemma: the number of bytes to take off, and those to put on."""
        keep = 0
        while keep < min(len(word), len(lemma)) and word[keep] == lemma[keep]:
            keep += 1
        word, lemma = word[keep:].encode(), lemma[keep:].encode()
        return (len(word), lemma) if len(lemma) <= 10 else (0, b"")

    # Several lemmas ("lay": lie, lay): the source lists the likeliest first, for verbs.
    preferred = {}
    with gzip.open(order, "rt") as file:
        for line in file:
            form, kind, found = line.strip().split(",", 2)
            preferred[form.lower(), kind] = found.lower().split("/")[0]

    def best(word, lemmas, kind):
        likeliest = preferred.get((word, kind))
        others = [lemma for lemma in lemmas if lemma != word]
        if kind == "verb" and likeliest in others:
            return likeliest
        return min(others, key=lambda lemma: (len(lemma), lemma), default=word)  # "leaves": leaf, not leave

    changes, classes, entries = {(0, b""): 0}, {}, {}
    for word in sorted(flags):
        if not word or not word.isascii():
            continue
        bits = sum(1 << FLAGS.index(flag) for flag in flags[word])
        found = [
            changes.setdefault(change(word, best(word, lemmas, kind)), len(changes))
            for kind, lemmas in (
                ("verb", verbs[word]),
                ("noun", [] if "noun" in flags[word] and nouns[word][:1] == [word] else nouns[word]),
            )
        ]
        entries[word] = (classes.setdefault((bits, *found), len(classes)),)
    assert len(classes) < 65536 and len(changes) < 65536
    size, data = table(entries, "<IH")
    with open(target, "wb") as file:
        file.write(struct.pack("<3I", size, len(classes), len(changes)))
        file.write(data)
        file.write(b"".join(struct.pack("<3H", *found) for found in classes))
        file.write(b"".join(struct.pack("<BB10s", strip, len(end), end) for strip, end in changes))
    print(len(entries), "words", len(classes), "classes", len(changes), "changes")


if __name__ == "__main__":
    {"model": model, "lexicon": lexicon}[sys.argv[1]](*sys.argv[2:])
