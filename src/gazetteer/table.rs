//! The file of the gazetteer, read where it lies. Every number is little-endian; its layout is in `data/README.md`.

static BYTES: &[u8] = include_bytes!("../../data/gazetteer.bin");

/// Bytes of a place among those of a name.
pub(super) const POSTING: usize = 3;
/// The flag of the last place of a name.
pub(super) const LAST: u8 = 1 << 4;
/// Bytes of a place.
const RECORD: usize = 12;
/// Bytes of a country.
const COUNTRY: usize = 4;
/// Bytes of a first-level division.
const DIVISION: usize = 6;
/// No division.
const NONE: usize = 0xFFFF;

/// Where the parts of the file are.
struct Layout {
    folds: usize,
    postings: usize,
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
        postings: section(file, 1),
        records: section(file, 2),
        countries: section(file, 3),
        divisions: section(file, 4),
        names: section(file, 5),
        end: section(file, 6),
    }
}

/// What a key has for a character: one or two bytes, zero for none, a space between words; nothing for a character that
/// no name has.
pub(super) fn folded(c: char) -> Option<[u8; 2]> {
    const NEVER: [u8; 2] = [0xFF; 2];
    let (folds, _) = BYTES[AT.folds..AT.postings].as_chunks();
    folds.get(c as usize).copied().filter(|of| *of != NEVER)
}

/// The places of the name whose first one has that number.
pub(super) fn postings(first: usize) -> Option<&'static [u8]> {
    let rest = BYTES[AT.postings..AT.records].get(POSTING * first..)?;
    let mut flags = rest.iter().skip(POSTING - 1).step_by(POSTING);
    let last = flags.position(|flags| flags & LAST != 0)?;
    rest.get(..POSTING * (last + 1))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_small_and_whole() {
        assert!(BYTES.len() < 2_000_000);
        assert_eq!(AT.end, BYTES.len());
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
