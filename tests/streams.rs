//! Standard input and standard output: pasted text, the same bytes on every machine, colour for terminals only.

mod common;

use std::process::Command;

use common::{AT_ODDS, Desk, GOMA, QUOTED, root, run, run_in};
use serde_json::Value;

fn laid_out(test: &str) -> Desk {
    let files = [
        GOMA[0],
        GOMA[1],
        ("odds.txt", AT_ODDS),
        ("quoted.txt", QUOTED),
    ];
    Desk::new(test, &files)
}

#[test]
fn standard_input_is_an_article_or_rows() {
    let desk = Desk::new::<&str>("stdin", &[]);
    let documents = |input: &[u8]| {
        let run = desk.pipe(&["extract", "--format", "jsonl", "-"], input);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
        let field = |line: &str| {
            serde_json::from_str::<Value>(line)
                .map(|c| format!("{} {}", c["document"], c["source"]))
        };
        run.out
            .lines()
            .filter_map(|line| field(line).ok())
            .collect::<Vec<_>>()
    };
    let text = "Nine people died in Lima.";
    assert_eq!(documents(text.as_bytes()), ["\"-\" \"standard input\""]);
    let rows =
        format!("{{\"id\":\"a\",\"source\":\"S\",\"text\":\"{text}\"}}\n{{\"text\":\"{text}\"}}\n");
    assert_eq!(documents(rows.as_bytes())[0], "\"a\" \"S\"");
    assert!(documents(rows.as_bytes())[1].starts_with("\"-:2\" "));
    let checked = desk.pipe(&["check", "-"], AT_ODDS.as_bytes());
    assert_eq!(checked.status, Some(1));
    assert!(
        checked.out.contains(" --> standard input:3:13\n"),
        "{}",
        checked.out
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    for (i, args) in [
        vec!["check", "--notes", "."],
        vec!["check", "--format", "json", "."],
        vec!["extract", "--all", "."],
        vec!["extract", "--all", "--format", "jsonl", "."],
        vec!["extract", "--all", "--format", "csv", "."],
        vec!["explain", "odds.txt:3", "."],
    ]
    .iter()
    .enumerate()
    {
        let here = laid_out(&format!("same-{i}"));
        let there = laid_out(&format!("another/place/far/from/there-{i}"));
        let first = here.run(args);
        assert_eq!(here.run(args), first, "{args:?}");
        assert_eq!(there.run(args), first, "{args:?}");
        let machine = root().to_str().unwrap_or_default();
        assert!(
            !first.out.contains(machine) && !first.err.contains(machine),
            "{first:?}"
        );
    }
}

#[test]
fn an_article_is_read_once_however_it_is_named() {
    let run = run_in(
        root(),
        &[
            "check",
            "examples/rafah",
            "examples/../examples/rafah/2024-02-14-cairo-talks.txt",
        ],
    );
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("\n3 articles, "), "{}", run.out);
}

#[test]
fn colour_is_for_terminals() {
    let desk = laid_out("colour");
    let check = |args: &[&str], no_color: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlint"));
        command.args(["check", "odds.txt"]).args(args);
        match no_color {
            Some(value) => command.env("NO_COLOR", value),
            None => command.env_remove("NO_COLOR"),
        };
        run(&mut command, desk.path(), b"").out
    };
    let plain = check(&[], None);
    assert!(!plain.contains('\u{1b}'), "a pipe is no terminal: {plain}");
    let coloured = check(&["--color", "always"], None);
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    assert_eq!(
        check(&["--color", "always"], Some("1")),
        coloured,
        "an option wins over the environment"
    );
    assert_eq!(check(&["--color", "auto"], Some("1")), plain);
    assert_eq!(check(&["--color", "never"], None), plain);
    assert!(!check(&["--color", "always", "--format", "json"], None).contains('\u{1b}'));
}

/// Paragraphs with figures of their own and letters of two bytes, to a length in bytes.
fn long_text(head: &str, bytes: usize) -> String {
    let filler = "The river rose through the night and nobody in the old town slept for the rain. "
        .repeat(12);
    let mut text = head.to_owned();
    let mut number = 30_000;
    while text.len() < bytes {
        number += 1;
        let mut paragraphs = vec![
            format!("In Zürich {number} engineers met at the café.\r\n\r\n"),
            format!("{filler}\n\nSome {number} bottles were sold.\n\n"),
        ];
        if number % 256 == 0 {
            paragraphs.push(format!("At least {number} people were killed.\n\n"));
        }
        text.push_str(&paragraphs.concat());
    }
    text
}

#[test]
fn a_long_text_is_read_in_parts() {
    const MIB: usize = 1024 * 1024;
    let head = "Source: The Daily\nDate: 2024-03-05\nTitle: A flood in Manila\n\n";
    let text = long_text(head, MIB + MIB / 4);
    let desk = Desk::new("long-text", &[("long.txt", text.as_str())]);
    let run = desk.run(&["extract", "--all", "--format", "jsonl", "long.txt"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    let starts: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let (mut figures, mut before, mut sections) = (0, 0, Vec::new());
    for line in run.out.lines() {
        let claim: Value = serde_json::from_str(line).unwrap_or_default();
        figures += 1;
        assert_eq!(claim["id"], format!("c{figures}"));
        let number = |name: &str| {
            let number = claim[name].as_u64().unwrap_or_default();
            usize::try_from(number).unwrap_or_default()
        };
        let (start, end) = (number("start"), number("end"));
        assert_eq!(claim["text"], text[start..end], "{line}");
        let line_start = starts[number("line") - 1];
        assert!(line_start <= start && !text[line_start..start].contains('\n'));
        let column = text[line_start..start].chars().count() + 1;
        assert_eq!(number("column"), column, "{line}");
        assert!(before <= start);
        before = start;
        assert_eq!(
            (&claim["published"], &claim["source"], &claim["document"]),
            (
                &"2024-03-05".into(),
                &"The Daily".into(),
                &"long.txt".into()
            )
        );
        for relation in claim["relations"].as_array().into_iter().flatten() {
            let to = relation["to"].as_str().unwrap_or_default();
            assert!(to[1..].parse::<usize>().is_ok_and(|to| to <= figures + 1));
        }
        sections.push(claim["section"].clone());
    }
    let written = ["engineers", "bottles", "killed"].map(|word| text.matches(word).count());
    assert_eq!(
        figures,
        written.iter().sum::<usize>(),
        "no figure is lost where the text is cut"
    );
    assert_eq!(sections.iter().filter(|s| *s == "lede").count(), 1);

    let piped = desk.pipe(
        &["extract", "--all", "--format", "jsonl", "-"],
        text.as_bytes(),
    );
    let named = run
        .out
        .replace(r#""document":"long.txt""#, r#""document":"-""#);
    assert!(piped.out == named, "standard input is read in the same way");

    let table = desk.run(&["extract", "--all", "long.txt"]);
    assert_eq!(table.out.matches("\nlong.txt").count(), 1, "one heading");
    assert_eq!(table.out.lines().count(), figures + 3);

    let checked = desk.run(&["check", "--format", "json", "long.txt"]).json();
    let known = desk.run(&["extract", "--format", "jsonl", "long.txt"]);
    assert_eq!(checked["summary"]["documents"], 1);
    assert_eq!(checked["summary"]["claims"], known.out.lines().count());
    for finding in checked["findings"].as_array().into_iter().flatten() {
        for place in finding["locations"].as_array().into_iter().flatten() {
            let at = |name: &str| place[name].as_u64().and_then(|at| usize::try_from(at).ok());
            let quoted = at("start")
                .zip(at("end"))
                .map(|(start, end)| &text[start..end]);
            assert_eq!(place["text"].as_str(), quoted);
        }
    }
}

#[test]
fn arithmetic_far_into_a_text_is_checked_and_placed() {
    let mut text = long_text("", 1_200_000);
    let before = text.len();
    text +=
        "\n\nSales rose 8.7% to $4.9bn from $4.1bn. The number of wolves doubled to 4 from 3.\n";
    let desk = Desk::new("long-arithmetic", &[("long.txt", text.as_str())]);
    let found = desk.run(&["check", "--format", "json", "long.txt"]).json();
    let findings = found["findings"].as_array().expect("a list");
    let of_change = findings.iter().filter(|f| f["rule"] == "change");
    let words: Vec<Vec<&str>> = of_change
        .map(|f| {
            let locations = f["locations"].as_array().expect("a list");
            let at = |l: &Value, end: &str| {
                usize::try_from(l[end].as_u64().expect("a number")).expect("an offset")
            };
            let place = |l: &Value| at(l, "start")..at(l, "end");
            assert!(locations.iter().all(|l| at(l, "start") > before));
            locations.iter().map(|l| &text[place(l)]).collect()
        })
        .collect();
    let expected = [vec!["8.7%", "$4.1bn", "$4.9bn"], vec!["doubled", "3", "4"]];
    assert_eq!(words, expected);
}

#[test]
fn a_reader_that_closes_early_is_no_mistake() {
    let text = long_text("", 400_000);
    let desk = Desk::new("closed", &[("long.txt", text.as_str())]);
    for format in ["table", "jsonl", "csv"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_claimlint"))
            .args(["extract", "--all", "--format", format, "long.txt"])
            .current_dir(desk.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let done = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!((done.status.code(), &*said), (Some(0), ""), "{format}");
    }
}

#[test]
fn what_is_wrong_far_into_a_text_is_named_there() {
    let text = long_text("", 1_100_000);
    let lines = text.matches('\n').count();
    let bad = [text.as_bytes(), b"One.\nCaf\xE9 3.\n"].concat();
    let long = [text.as_bytes(), b"One.\n", &vec![b'a'; 17 * 1024 * 1024]].concat();
    let desk = Desk::new("far", &[("bad.txt", bad), ("long.txt", long)]);
    for (file, place, message) in [
        (
            "bad.txt",
            format!("{}:4", lines + 2),
            "byte 0xE9 is not UTF-8;",
        ),
        (
            "long.txt",
            format!("{}:1", lines + 2),
            "the line has 17825792 bytes, expected at most 16777216 (16 MiB)\n  help: is this a text?\n",
        ),
    ] {
        let run = desk.run(&["extract", "--all", "--format", "jsonl", file]);
        assert_eq!(run.status, Some(2));
        let expected = format!("error: {file}:{place}: {message}");
        assert!(run.err.starts_with(&expected), "{}", run.err);
        let first = run.out.lines().next().unwrap_or_default();
        assert!(
            first.starts_with(r#"{"id":"c1""#) && run.out.ends_with("}\n"),
            "the parts before are read"
        );
    }
}

#[test]
fn rows_are_written_up_to_a_bad_one_and_after_it() {
    let row = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"Nine people died in Lima.\"}}\n");
    let rows = [
        row("a").into_bytes(),
        b"{\"text\":\"caf\xE9\"}\n".to_vec(),
        vec![b'a'; 16 * 1024 * 1024 + 1],
        b"\r\n{\"text\" 3}\n\n".to_vec(),
        row("a").into_bytes(),
        b"{\"id\":3,\"date\":\"6/8/2016\",\"text\":\"Ten people died in Lima.\"}".to_vec(),
    ]
    .concat();
    let desk = Desk::new("bad-rows", &[("rows.jsonl", rows)]);
    let run = desk.run(&["extract", "--all", "--format", "jsonl", "rows.jsonl"]);
    assert_eq!(run.status, Some(2));
    let said: Vec<&str> = run
        .err
        .lines()
        .filter(|line| !line.starts_with(' '))
        .collect();
    assert_eq!(
        said,
        [
            "error: rows.jsonl:2:13: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252",
            "error: rows.jsonl:3:1: the line has 16777218 bytes, expected at most 16777216 (16 MiB)",
            "error: rows.jsonl:4:9: broken JSON: expected `:`, found `3`",
            "error: rows.jsonl:6:1: the id \"a\" is used twice, first at rows.jsonl:1",
            "remark: rows.jsonl:7:16: the date \"6/8/2016\" could be either 6 August or 8 June 2016; the article counts as undated: write it as YYYY-MM-DD",
        ]
    );
    let ids: Vec<_> = run
        .out
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|claim| claim["document"].clone())
        .collect();
    assert_eq!(ids, ["a", "3"]);
}
