//! The program's output as it stands, in `/snapshots`. `INSTA_UPDATE=always cargo test --test snapshots` records a
//! change, which then shows up in review.

mod common;

use std::collections::BTreeSet;

use common::{Run, root, run_in};

/// Every snapshot: its name, the command, and the exit status.
const SNAPSHOTS: [(&str, &str, i32); 46] = [
    ("check-rafah-text", "check --notes examples/rafah", 0),
    ("check-rafah-json", "check --format json examples/rafah", 0),
    (
        "check-jsonl",
        "check --format jsonl examples/rafah examples/draft",
        1,
    ),
    (
        "check-sarif",
        "check --format sarif examples/rafah examples/draft",
        1,
    ),
    (
        "check-github",
        "check --format github examples/rafah examples/draft",
        1,
    ),
    (
        "check-gitlab",
        "check --format gitlab examples/rafah examples/draft",
        1,
    ),
    (
        "check-junit",
        "check --format junit examples/rafah examples/draft",
        1,
    ),
    (
        "check-checkstyle",
        "check --format checkstyle examples/rafah examples/draft",
        1,
    ),
    (
        "check-markdown",
        "check --format markdown examples/rafah examples/draft",
        1,
    ),
    ("extract-rafah-table", "extract examples/rafah", 0),
    (
        "extract-rafah-jsonl",
        "extract --all --format jsonl examples/rafah",
        0,
    ),
    (
        "extract-rafah-csv",
        "extract --all --format csv examples/rafah",
        0,
    ),
    (
        "explain-rafah",
        "explain examples/rafah/2024-02-14-cairo-talks.txt:5:206 examples/rafah",
        0,
    ),
    ("timeline-flood-table", "timeline examples/flood", 0),
    (
        "timeline-flood-csv",
        "timeline --all --format csv examples/flood",
        0,
    ),
    (
        "timeline-flood-svg",
        "timeline --measure killed --format svg examples/flood",
        0,
    ),
    (
        "report-claimreview",
        "report --format claimreview examples/rafah examples/draft",
        0,
    ),
    ("report-csv", "report --format csv examples/rafah", 0),
    ("rules-list", "rules list", 0),
    (
        "rules-explain-people-in-place",
        "rules explain people-in-place",
        0,
    ),
    ("help", "--help", 0),
    ("help-check", "check --help", 0),
    ("help-baseline", "baseline --help", 0),
    ("help-baseline-write", "baseline write --help", 0),
    ("help-config", "config --help", 0),
    ("help-config-show", "config show --help", 0),
    ("help-completions", "completions --help", 0),
    ("help-man", "man --help", 0),
    ("help-extract", "extract --help", 0),
    ("help-explain", "explain --help", 0),
    ("help-rules", "rules --help", 0),
    ("help-rules-list", "rules list --help", 0),
    ("help-rules-explain", "rules explain --help", 0),
    ("help-rules-new", "rules new --help", 0),
    ("help-rules-check", "rules check --help", 0),
    ("help-rules-test", "rules test --help", 0),
    ("report-html", "report examples/rafah", 0),
    (
        "report-markdown",
        "report --format markdown examples/ferry examples/draft",
        0,
    ),
    ("help-report", "report --help", 0),
    ("help-timeline", "timeline --help", 0),
    ("help-schema", "schema --help", 0),
    ("help-snapshot", "snapshot --help", 0),
    ("help-snapshot-review", "snapshot review --help", 0),
    ("help-snapshot-accept", "snapshot accept --help", 0),
    ("help-snapshot-reject", "snapshot reject --help", 0),
    ("help-snapshot-pending", "snapshot pending --help", 0),
];

/// Runs a command in the repository, so that paths are relative in its output.
fn ran(command: &str) -> Run {
    run_in(root(), &command.split(' ').collect::<Vec<_>>())
}

#[test]
fn output_is_as_recorded() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, command, status) in SNAPSHOTS {
        let run = ran(command);
        assert_eq!(
            (run.status, run.err.as_str()),
            (Some(status), ""),
            "{command}"
        );
        settings.set_description(format!("claimlint {command}"));
        settings.bind(|| insta::assert_snapshot!(name, run.out));
    }
}

#[test]
fn no_snapshot_is_left_over() {
    let files = std::fs::read_dir(root().join("snapshots")).expect("the directory of snapshots");
    let found = files
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok());
    let is_named = |file: &str| {
        SNAPSHOTS
            .iter()
            .any(|(name, ..)| file == format!("{name}.snap"))
    };
    let left_over: Vec<String> = found.filter(|file| !is_named(file)).collect();
    assert_eq!(left_over, [""; 0]);
}

/// The commands that the help names, so that none goes without a snapshot.
#[test]
fn every_command_has_its_help_recorded() {
    let commands = |help: &str| {
        let list = help
            .split("\nCommands:\n")
            .nth(1)
            .and_then(|rest| rest.split("\n\n").next());
        let first = |line: &str| {
            line.split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let lines = list
            .unwrap_or_default()
            .lines()
            .filter(|line| !line.starts_with("    "));
        lines
            .map(first)
            .filter(|command| command != "help")
            .collect::<Vec<_>>()
    };
    let mut names = BTreeSet::from(["help".to_owned()]);
    for command in commands(&ran("--help").out) {
        for inner in commands(&ran(&format!("{command} --help")).out) {
            names.insert(format!("help-{command}-{inner}"));
        }
        names.insert(format!("help-{command}"));
    }
    let recorded = SNAPSHOTS.iter().map(|(name, ..)| (*name).to_owned());
    let recorded: BTreeSet<String> = recorded.filter(|name| name.starts_with("help")).collect();
    assert_eq!(recorded, names);
}
