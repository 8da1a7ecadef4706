//! A snapshot file: a head that `insta` reads as well, the schema, one claim a line.
//!
//! ```text
//! ---
//! source: articles/a.md
//! ---
//! claimlint claims 1
//! killed | place: Gaza Strip | when: 2024-02-14 | over 28,000
//! ```

use serde::Deserialize;

use super::{Snapshot, line};
use crate::document;
use crate::problem::Problem;
use crate::yaml;

/// Begins the line that says that a file is one of ours, and how its claims are written.
const SCHEMA: &str = "claimlint claims ";
const VERSION: &str = "1";
/// Behind the version where figures without a known measure are recorded too.
const ALL: &str = ", all figures";

/// What to do with a file that cannot be read.
const HELP: &str = "mend it, or delete it and run `claimlint snapshot` again";

/// A snapshot with the article that it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The article's path, seen from the directory that holds the folder of snapshots.
    pub source: String,
    /// The id of a row of data.
    pub row: Option<String>,
    /// What it claims.
    pub snapshot: Snapshot,
}

/// The head, as far as it is ours; `insta` may write more.
#[derive(Deserialize)]
struct Head {
    source: String,
    info: Option<Info>,
}

#[derive(Deserialize)]
struct Info {
    row: String,
}

impl File {
    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = format!("---\nsource: {}\n", yaml_word(&self.source));
        if let Some(row) = &self.row {
            text.push_str(&format!("info:\n  row: {}\n", yaml_word(row)));
        }
        text.push_str("---\n");
        text.push_str(SCHEMA);
        text.push_str(VERSION);
        if self.snapshot.all {
            text.push_str(ALL);
        }
        text.push('\n');
        for record in &self.snapshot.claims {
            text.push_str(&line::written(record));
            text.push('\n');
        }
        text
    }

    /// Reads a file; `name` is named in the problem.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        let text = document::text(name, bytes)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        if let Some((number, _)) = lines(&text).find(|(_, line)| is_conflict(line)) {
            let message = "a conflict of two versions was left here by a merge";
            return Err(Problem::at(name, number, 1, message).help(HELP));
        }
        let mut lines = lines(&text);
        let begins = lines.next().is_some_and(|(_, line)| line == "---");
        let head_end = lines.find(|(_, line)| *line == "---");
        let Some((head_end, _)) = head_end.filter(|_| begins) else {
            let message = "no snapshot: expected a head between two lines of `---`";
            return Err(Problem::at(name, 1, 1, message).help(HELP));
        };
        let schema = lines.next();
        let all = schema.and_then(|(_, line)| schema_of(line)).transpose();
        let all = all.map_err(|version| {
            let message = format!("claims of version \"{version}\", expected version {VERSION}");
            let help = "another version of claimlint wrote it: run that one, or delete the file and record it anew";
            Problem::at(name, head_end + 1, 1, message).help(help)
        })?;
        let Some(all) = all else {
            let message = format!("no snapshot of claims: expected `{SCHEMA}{VERSION}` here");
            return Err(Problem::at(name, head_end + 1, 1, message).help(HELP));
        };
        let mut claims = Vec::new();
        for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let record = line::read(line).map_err(|wrong| {
                let column = line.get(..wrong.at).unwrap_or(line).chars().count() + 1;
                Problem::at(name, number, column, wrong.message).help(HELP)
            })?;
            claims.push(record);
        }
        claims.sort();
        // The first line is left empty, so that problems are told with the lines of the file.
        let head: Vec<&str> = text.lines().take(head_end - 1).skip(1).collect();
        let head: Head = yaml::read(name, &format!("\n{}\n", head.join("\n")))?;
        Ok(Self {
            source: head.source,
            row: head.info.map(|info| info.row),
            snapshot: Snapshot { all, claims },
        })
    }
}

/// Whether a file is one of ours, readable or not; others may lie beside it.
pub fn is_ours(bytes: &[u8]) -> bool {
    bytes
        .split(|byte| *byte == b'\n')
        .any(|line| line.starts_with(SCHEMA.as_bytes()))
}

/// Whether the schema line says that all figures are recorded, or the version that is unknown.
fn schema_of(line: &str) -> Option<Result<bool, String>> {
    let rest = line.strip_prefix(SCHEMA)?;
    Some(match rest.strip_prefix(VERSION) {
        Some("") => Ok(false),
        Some(ALL) => Ok(true),
        _ => Err(rest.to_owned()),
    })
}

/// The lines without their ends, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines().map(str::trim_end))
}

fn is_conflict(line: &str) -> bool {
    line == "======="
        || ["<<<<<<< ", ">>>>>>> ", "||||||| "]
            .iter()
            .any(|mark| line.starts_with(mark))
}

/// A word of YAML with the quotation marks that `insta` gives it, so that accepting it there changes no byte.
fn yaml_word(word: &str) -> String {
    const WORDS: [&str; 23] = [
        "yes", "Yes", "YES", "no", "No", "NO", "True", "TRUE", "true", "False", "FALSE", "false",
        "on", "On", "ON", "off", "Off", "OFF", "null", "Null", "NULL", "~", "",
    ];
    const MARKS: [char; 12] = [
        ':', '{', '}', '[', ']', ',', '#', '`', '"', '\'', '\\', '\u{7f}',
    ];
    let is_plain = !WORDS.contains(&word)
        && !word.starts_with([
            '&', '*', '?', '|', '-', '<', '>', '=', '!', '%', '@', ' ', '.',
        ])
        && !word.ends_with(' ')
        && !word.contains(|c: char| c < ' ' || is_refused(c) || MARKS.contains(&c))
        && !word.starts_with("0x")
        && word.parse::<f64>().is_err();
    if is_plain {
        word.to_owned()
    } else {
        // A JSON string is one of YAML too, where it holds nothing that YAML does not take as it is.
        let quoted = serde_json::Value::from(word).to_string();
        let escaped = |c: char| match is_refused(c) {
            true => format!("\\u{:04x}", u32::from(c)),
            false => c.to_string(),
        };
        quoted.chars().map(escaped).collect()
    }
}

/// Whether YAML takes a character only as an escape.
fn is_refused(c: char) -> bool {
    matches!(
        c,
        '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::snapshot::Record;

    fn file(source: &str, row: Option<&str>, claims: Vec<Record>) -> File {
        File {
            source: source.to_owned(),
            row: row.map(str::to_owned),
            snapshot: Snapshot {
                all: row.is_some(),
                claims,
            },
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_reads_back(
            source in "\\PC{1,12}", row in prop::option::of("\\PC{1,12}"),
            // Figures and what they count are words, without white space around.
            claims in prop::collection::vec("[a-z0-9]\\PC{0,8}[a-z0-9]", 0..4),
        ) {
            let record = |word: String| Record { what: word.clone(), figure: word, ..Record::default() };
            // No figure ends in a blank, and those at the end of a line are not read.
            let figures = claims.into_iter().filter(|word| word.trim_end() == word);
            let mut claims: Vec<Record> = figures.map(record).collect();
            claims.sort();
            let file = file(&source, row.as_deref(), claims);
            let text = file.text();
            let read = File::read("a.snap", text.clone().into());
            prop_assert_eq!(read.as_ref(), Ok(&file), "{}", text);
            prop_assert_eq!(read.map(|file| file.text()), Ok(text));
        }
    }

    #[test]
    fn a_file_is_read_with_what_others_add_to_it() {
        let text = "---\r\nsource: a.md\r\nassertion_line: 3\r\nexpression: x\r\n---\r\n\
                    claimlint claims 1\r\nkilled | 12\r\n\r\n";
        let record = Record {
            what: "killed".into(),
            figure: "12".into(),
            ..Record::default()
        };
        assert_eq!(
            File::read("a.snap", text.into()),
            Ok(file("a.md", None, vec![record]))
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let told = |text: &[u8]| match File::read("a.snap", text.to_vec()) {
            Ok(_) => "nothing".to_owned(),
            Err(problem) => problem
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
        };
        let head = "---\nsource: a.md\n---\n";
        for (text, expected) in [
            (
                String::new(),
                "a.snap:1:1: no snapshot: expected a head between two lines of `---`",
            ),
            (
                "---\nsource: a.md\n".to_owned(),
                "a.snap:1:1: no snapshot: expected a head between two lines of `---`",
            ),
            (
                format!("{head}text\n"),
                "a.snap:4:1: no snapshot of claims: expected `claimlint claims 1` here",
            ),
            (
                head.to_owned(),
                "a.snap:4:1: no snapshot of claims: expected `claimlint claims 1` here",
            ),
            (
                format!("{head}claimlint claims 2\n"),
                "a.snap:4:1: claims of version \"2\", expected version 1",
            ),
            (
                format!("{head}claimlint claims 1\n<<<<<<< HEAD\n"),
                "a.snap:5:1: a conflict of two versions was left here by a merge",
            ),
            (
                format!("{head}claimlint claims 1\nkilled | 12\nkilled | é\\x | 12\n"),
                "a.snap:6:10: expected `place: `, `people: `, `when: `, `who: ` or `how: `, each at most once and in \
                 this order",
            ),
            (
                "---\ninfo: {row: a}\n---\nclaimlint claims 1\n".to_owned(),
                "a.snap:2:1: the key `source` is missing here",
            ),
        ] {
            assert_eq!(told(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(
            told(b"---\nsource: \xff\n"),
            "a.snap:2:9: byte 0xFF is not UTF-8; the file looks like Latin-1/Windows-1252"
        );
    }

    #[test]
    fn words_are_quoted_as_insta_quotes_them() {
        for (word, written) in [
            ("articles/a b.md", "articles/a b.md"),
            ("no", "\"no\""),
            ("12", "\"12\""),
            (".a", "\".a\""),
            ("a: b", "\"a: b\""),
        ] {
            assert_eq!(yaml_word(word), written);
        }
    }

    #[test]
    fn other_files_are_not_ours() {
        assert!(is_ours(b"---\nsource: a\n---\nclaimlint claims 9\n"));
        assert!(!is_ours(
            b"---\nsource: a\ndescription: claimlint claims\n---\ntext\n"
        ));
    }
}
