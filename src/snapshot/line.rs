//! One claim as a line, and back: what is counted first, the figure last, the fields that are told by name between.
//!
//! ```text
//! killed | place: Gaza Strip | when: 2024-02-14 | who: health ministry | over 28,000
//! ```

use super::{Part, Record};

/// What parts the fields.
const BETWEEN: &str = " | ";

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The byte of the line where it is.
    pub(super) at: usize,
    pub(super) message: &'static str,
}

/// A claim as a line.
pub(super) fn written(record: &Record) -> String {
    let mut line = escaped(&record.what);
    for part in Part::ALL {
        let value = record.part(part);
        if is_named(part) && !value.is_empty() {
            line.push_str(BETWEEN);
            line.push_str(part.as_str());
            line.push_str(": ");
            line.push_str(&escaped(value));
        }
    }
    line.push_str(BETWEEN);
    line.push_str(&escaped(&record.figure));
    line
}

/// The claim of a line.
pub(super) fn read(line: &str) -> Result<Record, Wrong> {
    let mut record = Record::default();
    let wrong = |at, message| Err(Wrong { at, message });
    let Some((before, figure)) = line.rsplit_once(BETWEEN) else {
        return wrong(
            0,
            "expected a claim: what is counted, other fields and the figure, with ` | ` between them",
        );
    };
    let mut at = 0;
    // The fields come in order.
    let mut next = Part::ALL.iter().filter(|part| is_named(**part));
    for (i, cell) in before.split(BETWEEN).enumerate() {
        if i == 0 {
            record.what = unescaped(cell, at)?;
        } else {
            let part = cell
                .split_once(": ")
                .and_then(|(name, value)| Some((next.find(|part| part.as_str() == name)?, value)));
            let Some((part, value)) = part else {
                return wrong(
                    at,
                    "expected `place: `, `people: `, `when: `, `who: ` or `how: `, each at most once and in this order",
                );
            };
            let value_at = at + part.as_str().len() + 2;
            *record.part_mut(*part) = unescaped(value, value_at)?;
        }
        at += cell.len() + BETWEEN.len();
    }
    record.figure = unescaped(figure, at)?;
    if record.what.is_empty() || record.figure.is_empty() {
        let at = if record.what.is_empty() { 0 } else { at };
        return wrong(
            at,
            "nothing stands here: expected what is counted first, and the figure last",
        );
    }
    Ok(record)
}

fn is_named(part: Part) -> bool {
    !matches!(part, Part::What | Part::Figure)
}

/// A value in which nothing ends the field or the line, and nothing hides.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '|' | '\\' => out.extend(['\\', c]),
            c if is_hidden(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// Control characters, and those that part lines, turn the direction of writing or have no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The value of a field that stands at a byte of its line.
fn unescaped(field: &str, at: usize) -> Result<String, Wrong> {
    let mut value = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, behind)) = rest.split_once('\\') {
        value.push_str(before);
        let here = at + field.len() - behind.len() - 1;
        let message = "expected `\\\\`, `\\|` or a character such as `\\u{200b}`";
        let (c, length) = escape(behind).ok_or(Wrong { at: here, message })?;
        value.push(c);
        rest = behind.get(length..).unwrap_or_default();
    }
    value.push_str(rest);
    Ok(value)
}

/// The character behind a backslash, and the bytes that stand for it.
fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(c @ ('\\' | '|')) = text.chars().next() {
        return Some((c, 1));
    }
    let digits = text.strip_prefix("u{")?.split_once('}')?.0;
    let c = u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)?;
    Some((c, "u{}".len() + digits.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record() -> impl Strategy<Value = Record> {
        let some = "([a-z :|\\\\]|\\PC|[\\n\\t\u{200b}]){1,8}";
        let any = "([a-z :|\\\\]|\\PC|[\\n\\t\u{200b}]){0,8}";
        (some, any, any, any, any, some, any).prop_map(
            |(what, place, people, when, who, figure, how)| Record {
                what,
                place,
                people,
                when,
                who,
                figure,
                how,
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_reads_back(record in record()) {
            let line = written(&record);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(read(&line), Ok(record));
        }
    }

    #[test]
    fn a_line_is_for_people() {
        let record = Record {
            what: "killed".into(),
            place: "Gaza|Strip".into(),
            who: "he\\she".into(),
            figure: "over\u{202e} 28,000".into(),
            ..Record::default()
        };
        assert_eq!(
            written(&record),
            "killed | place: Gaza\\|Strip | who: he\\\\she | over\\u{202e} 28,000"
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (line, at) in [
            ("killed", 0),
            (" | 12", 0),
            ("killed | ", 9),
            ("killed | where: Goma | 12", 9),
            ("killed | when: now | place: Goma | 12", 21),
            ("killed | place: Go\\ma | 12", 18),
            ("killed | 12\\u{110000}", 11),
        ] {
            assert_eq!(read(line).map_err(|wrong| wrong.at), Err(at), "{line}");
        }
    }
}
