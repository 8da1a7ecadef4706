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
