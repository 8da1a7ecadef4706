//! The file of the gazetteer, read where it lies. Every number is little-endian; its layout is in `data/README.md`.

static BYTES: &[u8] = include_bytes!("../../data/gazetteer.bin");

/// Bytes of a place among those of a name.
pub(super) const POSTING: usize = 3;
/// Bytes of a place.
const RECORD: usize = 12;
/// Bytes of a country.
const COUNTRY: usize = 4;
/// Bytes of a first-level division.
const DIVISION: usize = 6;
/// Where a bucket begins.
const START: usize = 3;
/// No division.
const NONE: usize = 0xFFFF;

/// Where the parts of the file are.
struct Layout {
    folds: usize,
    prefixes: usize,
    starts: usize,
    entries: usize,
    records: usize,
    countries: usize,
    divisions: usize,
    names: usize,
    /// Only a test asks whether the file ends there.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by a test"))]
    end: usize,
}

/// Found when the program is compiled.
const AT: Layout = layout(BYTES);

const fn layout(file: &[u8]) -> Layout {
    assert!(file[0] == b'C' && file[1] == b'L' && file[2] == b'G' && file[3] == b'Z');
    Layout {
        folds: section(file, 0),
        prefixes: section(file, 1),
        starts: section(file, 2),
        entries: section(file, 3),
        records: section(file, 4),
        countries: section(file, 5),
        divisions: section(file, 6),
        names: section(file, 7),
        end: section(file, 8),
    }
}

/// A letter beyond ASCII in one or two of ASCII; zero where there is no second.
pub(super) fn folded(c: char) -> Option<[u8; 2]> {
    /// The letters of the Latin-1 supplement, Extended-A and Extended-B.
    const FIRST: std::ops::Range<usize> = 0xC0..0x250;
    /// Latin Extended Additional.
    const SECOND: std::ops::Range<usize> = 0x1E00..0x1F00;
    let code = c as usize;
    let number = if FIRST.contains(&code) {
        code - FIRST.start
    } else if SECOND.contains(&code) {
        FIRST.len() + code - SECOND.start
    } else {
        return None;
    };
    BYTES[AT.folds + 2 * number..].first_chunk().copied()
}

/// Whether a name may begin with the words of that hash.
pub(super) fn begins(hash: u64) -> bool {
    let bits = 8 * (AT.starts - AT.prefixes);
    let bit = low(hash) & (bits - 1);
    BYTES[AT.prefixes + bit / 8] & (1 << (bit % 8)) != 0
}

/// The places of a name.
pub(super) fn postings(hash: u64, key: &[u8]) -> Option<&'static [u8]> {
    if !begins(hash) {
        return None;
    }
    let bucket = AT.starts + START * low(hash >> 48);
    let mut at = AT.entries + number(bucket, START);
    let end = AT.entries + number(bucket + START, START);
    while at < end {
        let (length, count) = (usize::from(BYTES[at]), usize::from(BYTES[at + 1]));
        let postings = at + 2 + length;
        let next = postings + POSTING * count;
        if &BYTES[at + 2..postings] == key {
            return Some(&BYTES[postings..next]);
        }
        at = next;
    }
    None
}

pub(super) fn len() -> usize {
    (AT.countries - AT.records) / RECORD
}

pub(super) fn name(record: usize) -> &'static str {
    let at = row(record);
    let start = AT.names + number(at, 3);
    let name = &BYTES[start..start + usize::from(BYTES[at + 3])];
    std::str::from_utf8(name).unwrap_or_default()
}

pub(super) fn kind(record: usize) -> u8 {
    BYTES[row(record) + 4] & 3
}

pub(super) fn is_capital(record: usize) -> bool {
    BYTES[row(record) + 4] & 4 != 0
}

pub(super) fn country(record: usize) -> Option<usize> {
    Some(number(country_row(record), 2))
}

pub(super) fn country_code(record: usize) -> &'static str {
    let code = country_row(record) + 2;
    std::str::from_utf8(&BYTES[code..code + 2]).unwrap_or_default()
}

pub(super) fn countries() -> impl Iterator<Item = usize> {
    (AT.countries..AT.divisions)
        .step_by(COUNTRY)
        .map(|at| number(at, 2))
}

pub(super) fn country_of_code(code: &str) -> Option<usize> {
    countries().find(|record| country_code(*record) == code)
}

pub(super) fn division(record: usize) -> Option<usize> {
    Some(number(division_row(record)?, 2))
}

pub(super) fn division_code(record: usize) -> Option<&'static str> {
    let code = division_row(record)? + 2;
    let code = std::str::from_utf8(&BYTES[code..code + 4]).ok()?;
    Some(code.trim_end_matches('\0'))
}

pub(super) fn population(record: usize) -> u32 {
    let at = row(record) + 8;
    let bytes = BYTES[at..].first_chunk().copied().unwrap_or_default();
    u32::from_le_bytes(bytes)
}

fn row(record: usize) -> usize {
    AT.records + RECORD * record
}

fn country_row(record: usize) -> usize {
    AT.countries + COUNTRY * usize::from(BYTES[row(record) + 5])
}

fn division_row(record: usize) -> Option<usize> {
    let index = number(row(record) + 6, 2);
    (index != NONE).then_some(AT.divisions + DIVISION * index)
}

/// Where a section begins.
const fn section(file: &[u8], index: usize) -> usize {
    let at = 4 + 4 * index;
    u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]) as usize
}

/// A number of a few bytes.
fn number(at: usize, bytes: usize) -> usize {
    let digits = BYTES[at..at + bytes].iter().rev();
    digits.fold(0, |number, byte| (number << 8) | usize::from(*byte))
}

/// The bits of a hash that a table is entered by.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low bits are what is asked for"
)]
fn low(hash: u64) -> usize {
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key, its places, and where the next entry is.
    fn entry(at: usize) -> (&'static [u8], &'static [u8], usize) {
        let key = at + 2 + usize::from(BYTES[at]);
        let next = key + POSTING * usize::from(BYTES[at + 1]);
        (&BYTES[at + 2..key], &BYTES[key..next], next)
    }

    #[test]
    fn the_file_is_small_and_whole() {
        assert!(BYTES.len() < 3_000_000);
        assert_eq!(AT.end, BYTES.len());
    }

    #[test]
    fn every_name_leads_to_its_places_the_most_populous_first() {
        let mut reached = vec![false; len()];
        let mut at = AT.entries;
        while at < AT.records {
            let (key, postings, next) = entry(at);
            let text = std::str::from_utf8(key).unwrap();
            let found = crate::gazetteer::Gazetteer::embedded()
                .lookup(text)
                .unwrap();
            let people: Vec<u32> = found.clone().map(|place| place.population()).collect();
            assert_eq!(people.len(), postings.len() / POSTING, "{text}");
            assert!(people.is_sorted_by(|a, b| a >= b), "{text}");
            for place in found {
                reached[place.record] |= place.written() == crate::gazetteer::Written::Main;
                assert!(place.record < len());
            }
            at = next;
        }
        // A division that shares its name with a city is found with its noun alone.
        let lost = (0..len()).filter(|i| !reached[*i] && kind(*i) != 1);
        assert_eq!(lost.count(), 0);
    }

    #[test]
    fn every_place_is_found_by_the_name_that_is_shown() {
        for record in 0..len() {
            let shown = name(record);
            assert!(!shown.is_empty());
            let found = crate::gazetteer::Gazetteer::embedded().lookup(shown);
            let found = found.is_some_and(|mut found| found.any(|place| place.record == record));
            assert!(found, "{shown}");
            assert!(!country_code(record).is_empty(), "{shown}");
        }
    }
}
