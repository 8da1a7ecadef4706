//! What each check says of a text, and where it stays silent: a table of both a check, through the library.
//!
//! A row is an article: its first line is the headline where a blank line follows, else all of it is text.

mod agreement;
mod basis_change;
mod calendar;
mod change;
mod jump;
mod limit;
mod list_count;
mod monotone;
mod outlier;
mod part_whole;
mod person_age;
mod points;
mod ratio;
mod reference;
mod restatement;
mod roll_forward;
mod stale;
mod sum;
mod unit_conversion;

use claimlint::checks::References;
use claimlint::document;
use claimlint::extract;
use claimlint::finding::Severity;
use claimlint::lexicon::Lexicon;
use claimlint::rules::{self, RuleSet, check};

/// A text with the start of the message that it gets.
type Firing = (&'static str, &'static str);

/// Checks that every text of `firing` gets exactly one finding above a note, by the rule, with that message, and no
/// text of `silent` any, by any rule. Texts count as published on 14 February 2024.
fn table(rule: &str, firing: &[Firing], silent: &[&str]) {
    let lexicon = Lexicon::english();
    hold(rule, &RuleSet::builtin(&lexicon), firing, silent, &lexicon);
}

/// The same, beside a table of known figures in CSV.
fn table_beside(rule: &str, known: &str, firing: &[Firing], silent: &[&str]) {
    let lexicon = Lexicon::english();
    let read = rules::table("known.csv", known, &lexicon);
    assert_eq!((read.problems, read.remarks), (Vec::new(), Vec::new()));
    let rules = RuleSet {
        references: References::new(read.rows),
        ..RuleSet::builtin(&lexicon)
    };
    hold(rule, &rules, firing, silent, &lexicon);
}

fn hold(rule: &str, rules: &RuleSet, firing: &[Firing], silent: &[&str], lexicon: &Lexicon) {
    assert!(firing.len() >= 20, "{} texts that fire", firing.len());
    assert!(silent.len() >= 20, "{} texts that are silent", silent.len());
    let findings = |text: &str| {
        let (mut document, _) = document::plain("a.txt", text.to_owned(), &lexicon.furniture);
        document.published = Some(jiff::civil::date(2024, 2, 14));
        let readings = [extract::read(document, lexicon)];
        let findings = check(&readings, rules).findings.into_iter();
        let shown = findings.filter(|f| f.severity > Severity::Note);
        shown
            .map(|f| format!("{}: {}", f.rule, f.message))
            .collect::<Vec<_>>()
    };
    let mut wrong = Vec::new();
    for (text, message) in firing {
        let found = findings(text);
        let expected = format!("{rule}: {message}");
        if found.len() != 1 || !found[0].starts_with(&expected) {
            wrong.push(format!("{text}\n  expected {expected}\n  got {found:?}"));
        }
    }
    for text in silent {
        let found = findings(text);
        if !found.is_empty() {
            wrong.push(format!("{text}\n  expected silence\n  got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Documents of a series: source, day and text, and the start of the findings by the rule, as "severity: message".
type Told<'a> = (&'a [(&'a str, &'a str, &'a str)], &'a str);

/// Checks what a rule by itself says of several documents, in order: one finding that begins so, or none where
/// nothing is expected.
fn told_of(rule: &str, rows: &[Told<'_>], at_least: (usize, usize)) {
    let silent = rows
        .iter()
        .filter(|(_, expected)| expected.is_empty())
        .count();
    let counts = (rows.len() - silent, silent);
    assert!(
        counts.0 >= at_least.0 && counts.1 >= at_least.1,
        "{counts:?}"
    );
    let lexicon = Lexicon::english();
    let mut rules = RuleSet::builtin(&lexicon);
    rules.rules.retain(|known| known.id == rule);
    assert_eq!(rules.rules.len(), 1, "{rule}");
    let mut wrong = Vec::new();
    for (documents, expected) in rows {
        let readings: Vec<_> = documents.iter().map(|row| reading(&lexicon, row)).collect();
        let found: Vec<String> = check(&readings, &rules)
            .findings
            .iter()
            .map(|f| format!("{}: {}", f.severity.as_str(), f.message))
            .collect();
        let fits = match found.as_slice() {
            [] => expected.is_empty(),
            [one] => !expected.is_empty() && one.starts_with(expected),
            _ => false,
        };
        if !fits {
            wrong.push(format!(
                "{documents:?}\n  expected {expected:?}\n  got {found:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

fn reading(
    lexicon: &Lexicon,
    (source, day, text): &(&str, &str, &str),
) -> claimlint::claim::Reading {
    let name = format!("{source}-{day}.txt");
    let (mut document, _) = document::plain(&name, (*text).to_owned(), &lexicon.furniture);
    (*source).clone_into(&mut document.source);
    document.published = day.parse().ok();
    extract::read(document, lexicon)
}
