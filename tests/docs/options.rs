//! Commands and options that are named within sentences.

use std::collections::BTreeSet;

use crate::help::{self, Page};
use crate::{page, pages};

/// The long options of a text: `--format`, `--stdin-filename`.
fn options(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_lowercase() || c == '-'));
    words
        .filter(|word| word.len() > 2 && word.starts_with("--"))
        .collect()
}

/// What is wrong with code that names a command or an option of claimlint.
fn mistake(code: &str, helps: &[Page]) -> Option<String> {
    let rest = code.strip_prefix("claimlint ");
    if rest.is_none() && !code.starts_with("--") {
        return None;
    }
    let mut command = String::new();
    for word in rest.unwrap_or_default().split_whitespace() {
        let deeper = format!("{command} {word}").trim().to_owned();
        if helps.iter().any(|page| page.command == deeper) {
            command = deeper;
        } else if command.is_empty() && !word.starts_with('-') {
            return Some(format!("no command `{word}`"));
        } else {
            break;
        }
    }
    let of_command = helps
        .iter()
        .filter(|page| rest.is_none() || page.command == command);
    let known: BTreeSet<&str> = of_command.flat_map(|page| options(&page.text)).collect();
    let unknown = options(code)
        .into_iter()
        .find(|name| !known.contains(name))?;
    Some(format!("no option `{unknown}` of `claimlint {command}`"))
}

#[test]
fn options_named_in_sentences_are_there() {
    let helps = help::pages();
    let mut mistakes = Vec::new();
    for (file, text) in pages() {
        for (line, code) in page::spans(&text) {
            mistakes.extend(mistake(&code, &helps).map(|what| format!("{file}:{line}: {what}")));
        }
    }
    assert_eq!(mistakes, [""; 0]);
}

#[test]
fn a_mistake_is_seen() {
    let helps = help::pages();
    for (code, expected) in [
        ("claimlint check --keys", None),
        ("claimlint rules check PATH", None),
        ("claimlint snapshot articles/ --check", None),
        ("cargo insta test --nothing", None),
        ("--per-document", None),
        (
            "--per-documents",
            Some("no option `--per-documents` of `claimlint `"),
        ),
        (
            "claimlint check --id ID",
            Some("no option `--id` of `claimlint check`"),
        ),
        ("claimlint chekc", Some("no command `chekc`")),
    ] {
        assert_eq!(mistake(code, &helps).as_deref(), expected, "{code}");
    }
}
