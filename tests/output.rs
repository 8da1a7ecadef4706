//! What programs rely on: the shape of `check --format json` and `extract --format jsonl`, offsets that slice the
//! file.

mod common;

use std::collections::BTreeMap;

use common::{AT_ODDS, Desk, GOMA, QUOTED};
use serde_json::Value;

/// A file as some editors write it: byte order mark, CRLF, letters of several bytes before the figure.
const WINDOWS: &str = "\u{feff}Date: 2024-03-05\r\n\r\nÜberflutung “kills 31” — São José\r\n\r\n\
                       The flood killed 26 people in São José on Monday, and about\r\n4,000 people are \
                       sheltering in Goma, the UN said.\r\n";

const MARKDOWN: &str = "---\ndate: 2024-03-09\nsource: The Lake Post\n---\n\n# Goma fills up\n\n\
                        More than *90,000* people are sheltering in Goma.\n";

fn desk(test: &str) -> Desk {
    let row = "{\"id\":\"row-1\",\"date\":\"2024-03-08\",\"text\":\"About 70,000 people are sheltering in Goma.\"}\n";
    let files = [
        GOMA[0],
        GOMA[1],
        ("odds.txt", AT_ODDS),
        ("quoted.txt", QUOTED),
        ("windows.txt", WINDOWS),
        ("post.md", MARKDOWN),
        ("rows.jsonl", row),
    ];
    Desk::new(test, &files)
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.as_str())
        .collect()
}

fn sorted<const N: usize>(mut keys: [&str; N]) -> Vec<&str> {
    keys.sort_unstable();
    keys.to_vec()
}

fn number(value: &Value, key: &str) -> usize {
    value[key]
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or(usize::MAX)
}

/// Whether the place of a location or claim is where its text stands in the file.
fn stands_there(desk: &Desk, place: &Value) {
    let document = place["document"].as_str().unwrap_or_default();
    let file = std::fs::read(desk.path().join(document)).unwrap_or_default();
    let (start, end) = (number(place, "start"), number(place, "end"));
    let words = file
        .get(start..end)
        .and_then(|bytes| str::from_utf8(bytes).ok());
    let folded = words
        .unwrap_or("?")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(
        folded.replace('*', ""),
        place["text"].as_str().unwrap_or_default(),
        "{place}"
    );
    let before = file
        .get(..start)
        .and_then(|bytes| str::from_utf8(bytes).ok())
        .unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    assert_eq!(
        number(place, "line"),
        before.matches('\n').count() + 1,
        "{place}"
    );
    assert_eq!(
        number(place, "column"),
        before[line_start..].chars().count() + 1,
        "{place}"
    );
}

#[test]
fn findings_as_json() {
    let desk = desk("findings-json");
    let run = desk.run(&["check", "--format", "json", "."]);
    let report = run.json();
    assert_eq!(keys(&report), sorted(["schema", "summary", "findings"]));
    assert_eq!(report["schema"], "claimlint.findings/1");
    let findings = rows(&report["findings"]);
    assert_eq!(
        keys(&report["summary"]),
        sorted(["documents", "claims", "compared", "findings"])
    );
    assert_eq!(number(&report["summary"], "documents"), 7);
    assert_eq!(number(&report["summary"], "findings"), findings.len());
    assert!(number(&report["summary"], "compared") <= number(&report["summary"], "claims"));
    assert!(findings.len() >= 3, "{report}");
    for finding in findings {
        let expected = [
            "rule",
            "severity",
            "verdict",
            "cause",
            "confidence",
            "fingerprint",
            "message",
            "explanation",
            "locations",
        ];
        assert_eq!(keys(finding), sorted(expected));
        let one_of =
            |key: &str, words: &[&str]| words.contains(&finding[key].as_str().unwrap_or_default());
        assert!(
            one_of("severity", &["error", "warning", "note"]),
            "{finding}"
        );
        assert!(
            one_of("verdict", &["contradiction", "discrepancy", "consistent"]),
            "{finding}"
        );
        let causes = [
            "definition",
            "scope",
            "time",
            "source",
            "rounding",
            "slip",
            "unknown",
        ];
        assert!(one_of("cause", &causes), "{finding}");
        assert!(
            [0.9, 0.6, 0.3].contains(&finding["confidence"].as_f64().unwrap_or_default()),
            "{finding}"
        );
        assert!(!rows(&finding["explanation"]).is_empty(), "{finding}");
        let locations = rows(&finding["locations"]);
        let side = |location: &Value| location["side"].as_u64();
        assert_eq!(
            locations.first().and_then(side),
            Some(0),
            "the first location is the primary one: {finding}"
        );
        assert!(
            locations.iter().any(|location| side(location) == Some(1)),
            "{finding}"
        );
        for location in locations {
            let expected = [
                "document", "start", "end", "line", "column", "text", "low", "high", "side",
            ];
            assert_eq!(keys(location), sorted(expected));
            assert!(
                location["low"].is_number() && location["high"].is_number(),
                "{location}"
            );
            if location["document"] != "row-1" {
                stands_there(&desk, location);
            }
        }
    }
}

#[test]
fn sides_are_told_apart_by_value() {
    let report = desk("sides")
        .run(&["check", "--format", "json", "goma-a.txt", "goma-b.txt"])
        .json();
    let locations = rows(&report["findings"][0]["locations"]);
    let shown: Vec<_> = locations
        .iter()
        .map(|l| (&l["document"], &l["text"], &l["low"], &l["side"]))
        .collect();
    let (a, b) = ("goma-a.txt".into(), "goma-b.txt".into());
    let (some, about) = ("Some 45,000".into(), "About 60,000".into());
    let (low, high, zero, one) = (45_000.into(), 60_000.into(), 0.into(), 1.into());
    assert_eq!(shown, [(&a, &some, &low, &zero), (&b, &about, &high, &one)]);
}

#[test]
fn claims_as_json_lines() {
    let desk = desk("claims-jsonl");
    let run = desk.run(&["extract", "--all", "--format", "jsonl", "."]);
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut documents: Vec<String> = Vec::new();
    for line in run.out.lines() {
        let claim: Value = serde_json::from_str(line).expect("every line is an object");
        let expected = [
            "id",
            "document",
            "start",
            "end",
            "line",
            "column",
            "text",
            "section",
            "derived",
            "quantity",
            "noun",
            "measure",
            "population",
            "role",
            "place",
            "status",
            "as_of",
            "event",
            "published",
            "source",
            "attribution",
            "modality",
            "basis",
            "relations",
            "confidence",
        ];
        assert_eq!(keys(&claim), sorted(expected), "{claim}");
        let expected = [
            "low",
            "high",
            "bound",
            "trend",
            "dimension",
            "unit",
            "literal",
            "conventional",
        ];
        assert_eq!(keys(&claim["quantity"]), sorted(expected), "{claim}");
        let document = claim["document"].as_str().unwrap_or_default().to_owned();
        let end = last.entry(document.clone()).or_default();
        if claim["derived"] == false {
            assert!(
                *end <= number(&claim, "start"),
                "spans are in order and do not overlap: {claim}"
            );
            *end = number(&claim, "end");
        }
        if document != "row-1" {
            stands_there(&desk, &claim);
        }
        for basis in claim["basis"].as_object().into_iter().flatten() {
            assert!(
                ["stated", "linked", "guessed"].contains(&basis.1.as_str().unwrap_or_default()),
                "{claim}"
            );
            // An event may be known without its day, which is what is printed of it.
            let named = basis.0 == "event" || !claim[basis.0].is_null();
            assert!(named, "a basis of nothing: {claim}");
        }
        if documents.last() != Some(&document) {
            documents.push(document);
        }
    }
    let expected = [
        "./goma-a.txt",
        "./goma-b.txt",
        "./odds.txt",
        "./post.md",
        "./quoted.txt",
        "row-1",
        "./windows.txt",
    ];
    assert_eq!(
        documents, expected,
        "a directory comes in the order of its paths"
    );
}

#[test]
fn offsets_count_the_byte_order_mark_and_both_line_endings() {
    let run = desk("windows").run(&["extract", "--format", "jsonl", "windows.txt"]);
    let claims: Vec<Value> = run
        .out
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let places: Vec<_> = claims
        .iter()
        .map(|c| (number(c, "start"), number(c, "line"), number(c, "column")))
        .collect();
    let of = |words: &str| WINDOWS.find(words).unwrap_or_default();
    assert_eq!(
        places,
        [(of("31"), 3, 20), (of("26"), 5, 18), (of("about"), 5, 55)]
    );
    assert_eq!(
        claims[2]["text"], "about 4,000",
        "a line break inside a figure is read as a space"
    );
}

#[test]
fn without_all_only_known_measures_are_listed() {
    let desk = Desk::new(
        "all",
        &[(
            "a.txt",
            "The flood killed 26 people, cost $3.4m and closed 14 bridges.\n",
        )],
    );
    let texts = |args: &[&str]| {
        let run = desk.run(&[&["extract", "--format", "jsonl", "a.txt"], args].concat());
        let text = |line: &str| {
            serde_json::from_str::<Value>(line)
                .map(|c| c["text"].as_str().unwrap_or("?").to_owned())
        };
        run.out
            .lines()
            .filter_map(|line| text(line).ok())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(&[]), ["26"]);
    assert_eq!(texts(&["--all"]), ["26", "$3.4m", "14"]);
}
