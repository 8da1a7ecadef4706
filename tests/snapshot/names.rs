//! One article, one snapshot: however it is called, and inside the folder whatever it is called.

use crate::common::Desk;
use crate::{STRIP, ended, laid_out, names, snapshot};

#[test]
fn an_article_has_one_snapshot_however_it_is_called() {
    let desk = laid_out("snap-called");
    snapshot(&desk, &["in"]);
    let whole = desk.path().join("in/a.md");
    let whole = whole.to_str().unwrap_or_default();
    for path in ["in/a.md", "./in/a.md", "in/../in/a.md", "in/./", ".", whole] {
        let run = snapshot(&desk, &["--check", path]);
        assert_eq!(
            (run.status, run.err.as_str()),
            (Some(0), ""),
            "{path}: {}",
            run.out
        );
    }
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap", "in/b.txt.snap"]);
}

#[test]
fn a_folder_of_ones_own_belongs_to_the_directory_that_holds_it() {
    let desk = laid_out("snap-dir");
    let run = snapshot(&desk, &["--dir", "ci/claims/", "in/a.md"]);
    let told = "written: ci/claims/%2E%2E/in/a.md.snap, 4 claims\n\
                1 article, 4 claims: 0 changed, 0 new, 0 gone, 1 snapshot written\n";
    assert_eq!(ended(&run), (Some(0), told));
    let run = snapshot(&desk, &["--check", "--dir", "in/claims", "in/a.md"]);
    let told = "no snapshot of in/a.md: `claimlint snapshot --dir in/claims in/a.md` writes in/claims/a.md.snap\n\
                1 article, 4 claims: 0 changed, 0 new, 0 gone, 1 snapshot missing\n";
    assert_eq!(ended(&run), (Some(1), told));
}

#[test]
fn what_lies_elsewhere_is_recorded_in_the_folder_too() {
    let desk = Desk::new("snap-above", &[("a.md", STRIP), ("work/b.md", STRIP)]);
    let work = desk.path().join("work");
    let run = crate::common::run_in(&work, &["snapshot", "../a.md", "b.md"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        names(&desk, ""),
        [
            "a.md",
            "work/b.md",
            "work/snapshots/%2E%2E/a.md.snap",
            "work/snapshots/b.md.snap"
        ]
    );
    assert_eq!(
        crate::text(&desk, "work/snapshots/%2E%2E/a.md.snap")
            .lines()
            .nth(1),
        Some("source: \"../a.md\"")
    );
}

#[test]
fn an_id_is_no_way_out_of_the_folder() {
    let row = |id: &str| {
        format!("{{\"id\":\"{id}\",\"text\":\"The blast killed 12 people in Goma.\"}}\n")
    };
    let rows = [
        row("../../../x"),
        row("/etc/x"),
        row("https://x.org/a?b=1"),
        row("CON"),
        row("a\\\\b"),
    ]
    .concat();
    let desk = Desk::new(
        "snap-ids",
        &[("r.jsonl", rows + "{\"text\":\"Two died.\"}\n")],
    );
    let run = snapshot(&desk, &["r.jsonl"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        names(&desk, ""),
        [
            "r.jsonl",
            "snapshots/r.jsonl/%2E.%2F..%2F..%2Fx.snap",
            "snapshots/r.jsonl/%2Fetc%2Fx.snap",
            "snapshots/r.jsonl/%43ON.snap",
            "snapshots/r.jsonl/a%5Cb.snap",
            "snapshots/r.jsonl/https%3A%2F%2Fx.org%2Fa%3Fb%3D1.snap",
            "snapshots/r.jsonl/line+6.snap",
        ]
    );
    assert_eq!(snapshot(&desk, &["--check", "r.jsonl"]).status, Some(0));
}

#[test]
fn names_that_differ_by_capitals_are_refused() {
    let row = |id: &str| {
        format!("{{\"id\":\"{id}\",\"text\":\"The blast killed 12 people in Goma.\"}}\n")
    };
    let desk = Desk::new(
        "snap-capitals",
        &[("r.jsonl", [row("a1"), row("A1"), row("b")].concat())],
    );
    let run = snapshot(&desk, &["r.jsonl"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(
        run.err,
        "error: r.jsonl line 2 (A1): its snapshot snapshots/r.jsonl/A1.snap would be that of r.jsonl line 1 (a1) on \
         some file systems\n  help: this article is left out: give it another name\n"
    );
    assert_eq!(
        names(&desk, "snapshots"),
        ["r.jsonl/a1.snap", "r.jsonl/b.snap"]
    );
}

#[test]
fn a_directory_may_be_called_like_a_command() {
    let desk = Desk::new("snap-command", &[("review/a.md", STRIP)]);
    assert_eq!(
        ended(&snapshot(&desk, &["review"])),
        (Some(0), "nothing waits for review\n")
    );
    assert_eq!(snapshot(&desk, &["./review"]).status, Some(0));
    assert_eq!(names(&desk, "snapshots"), ["review/a.md.snap"]);
}

#[test]
fn a_name_of_control_characters_reads_back() {
    let desk = Desk::new(
        "snap-control",
        &[(
            "r.jsonl",
            "{\"id\":\"x\u{7f}\u{85}\u{9f}\u{fffe}y\",\"text\":\"The blast killed 12 people in Goma.\"}\n",
        )],
    );
    assert_eq!(snapshot(&desk, &["r.jsonl"]).status, Some(0));
    let run = snapshot(&desk, &["--check", "r.jsonl"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{}", run.out);
}
