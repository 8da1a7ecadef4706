//! `--changed-since`: what a branch wrote or changed, by asking git.

mod common;

use common::{AT_ODDS, Desk, SOUND, git};

#[test]
fn only_changed_lines_are_told_of() {
    let board = "The board has eleven members: five women and seven men.\n";
    let old = format!("# The board\n\n{board}\nIt met on Monday.\n");
    let desk = Desk::new(
        "changed",
        &[("a b.md", old.as_str()), ("sub/sound.txt", SOUND)],
    );
    git(&desk, &["init", "-q", "-b", "main"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "one"]);
    let told = |revision: &str| {
        let run = desk.run(&["check", "--changed-since", revision, "."]);
        assert_eq!(run.err, "");
        let places = run
            .out
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("--> "));
        (run.status, places.map(str::to_owned).collect::<Vec<_>>())
    };
    assert_eq!(told("HEAD"), (Some(0), vec![]), "what was there before");
    desk.write("a b.md", old.replace("It met", "It sat").as_bytes());
    assert_eq!(told("HEAD"), (Some(0), vec![]), "another line");
    desk.write("a b.md", old.replace("seven", "eight").as_bytes());
    assert_eq!(told("HEAD"), (Some(1), vec!["./a b.md:3:15".to_owned()]));
    desk.write("sub/new.txt", AT_ODDS.as_bytes());
    assert_eq!(told("HEAD").1, ["./a b.md:3:15", "./sub/new.txt:3:13"]);
    // Committed on a branch, while the other went on.
    git(&desk, &["checkout", "-q", "-b", "topic"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "two"]);
    assert_eq!(told("HEAD").1, [""; 0]);
    assert_eq!(told("main").1.len(), 2);
    git(&desk, &["checkout", "-q", "main"]);
    desk.write("other.txt", AT_ODDS.as_bytes());
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "three"]);
    git(&desk, &["checkout", "-q", "topic"]);
    assert_eq!(told("main").1.len(), 2);
}

#[test]
fn no_file_is_passed_over() {
    let slip = "The board has eleven members: five women and seven men.\n";
    let desk = Desk::new(
        "changed_all",
        &[
            (".gitattributes", "*.bin.md binary\n"),
            (".gitignore", "ignored.md\n"),
            ("say \"x\" é.md", "Hello.\n"),
            ("a.bin.md", "Hello.\n"),
            ("ignored.md", slip),
        ],
    );
    git(&desk, &["init", "-q", "-b", "main"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "one"]);
    for name in ["say \"x\" é.md", "a.bin.md", "ignored.md"] {
        desk.write(name, slip.as_bytes());
        let run = desk.run(&["check", "--changed-since", "HEAD", name]);
        assert_eq!(run.status, Some(1), "{name}: {}{}", run.out, run.err);
    }
    let run = desk.pipe(&["check", "--changed-since", "HEAD", "-"], slip.as_bytes());
    assert_eq!(run.status, Some(1), "what is on the screen is new");
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "two"]);
    let run = desk.run(&["check", "--changed-since", "HEAD", "a.bin.md"]);
    let end = "compared: nothing new; 1 in unchanged lines\n";
    assert!(run.out.ends_with(end), "{}", run.out);
}

#[test]
fn the_changed_figure_comes_first() {
    let [(a, first), (b, second)] = common::GOMA;
    let desk = Desk::new("changed_first", &[(a, first)]);
    git(&desk, &["init", "-q", "-b", "main"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "one"]);
    desk.write(b, second.as_bytes());
    let run = desk.run(&[
        "check",
        "--changed-since",
        "HEAD",
        "--format",
        "github",
        ".",
    ]);
    assert!(
        run.out.starts_with(&format!("::warning file={b},")),
        "{}",
        run.out
    );
}

#[test]
fn a_revision_that_there_is_not_is_told() {
    let desk = Desk::new("changed_wrong", &[("a.txt", SOUND)]);
    git(&desk, &["init", "-q"]);
    for revision in ["nowhere", "--output=x", "HEAD"] {
        let option = format!("--changed-since={revision}");
        let run = desk.run(&["check", &option, "a.txt"]);
        assert_eq!(run.status, Some(2));
        let expected = format!(
            "error: --changed-since {revision}: git knows no revision `{revision}`\n  help: name a branch"
        );
        assert!(run.err.starts_with(&expected), "{}", run.err);
    }
}
