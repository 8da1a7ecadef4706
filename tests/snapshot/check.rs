//! `--check`: what fails, how it is told, and that nothing is written.

use crate::common::Desk;
use crate::{ROWS, edit, ended, files, laid_out, names, snapshot, text, with};

/// A desk whose articles are recorded.
fn recorded(test: &str) -> Desk {
    let desk = laid_out(test);
    snapshot(&desk, &["in"]);
    desk
}

#[test]
fn what_changed_is_told_in_terms_of_claims() {
    for (i, (from, to, expected)) in [
        (
            "over 28,000",
            "over 29,000",
            "killed, Gaza Strip: over 28,000 → over 29,000, in/a.md:5\n",
        ),
        (
            "over 28,000",
            "28,000",
            "killed, Gaza Strip: over 28,000 → 28,000, in/a.md:5\n",
        ),
        (
            "health ministry",
            "UN",
            "killed, Gaza Strip: over 28,000; who: health ministry → UN, in/a.md:5\n",
        ),
        (
            "Police said 12 people were injured in Goma.",
            "12 people were injured in Goma.",
            "injured, Goma: 12; who: Police → none, in/a.md:7\n",
        ),
        (
            "12 people were injured",
            "12 people were killed",
            "killed, Goma: 12; what: injured → killed, in/a.md:7\n",
        ),
        (
            "in Goma",
            "in Bukavu",
            "injured, Bukavu: 12; place: Goma → Bukavu, in/a.md:7\n",
        ),
        (
            "12 people were",
            "12 people may have been",
            "injured, Goma: 12; how: none → hedged, in/a.md:7\n",
        ),
        (
            "\nGunmen took 253 hostages in Sderot.\n",
            "",
            "gone: hostages taken, Sderot: 253, in/a.md\n",
        ),
        (
            "\nGunmen",
            "\nThe flood killed seven people in Lima.\n\nGunmen",
            "new: killed, Lima: seven (7), in/a.md:9\n",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let desk = recorded(&format!("snap-told-{i}"));
        edit(&desk, "in/a.md", from, to);
        let run = snapshot(&desk, &["--check", "in"]);
        let (status, told) = ended(&run);
        let changes: String = told
            .lines()
            .rev()
            .skip(1)
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(
            (status, changes.as_str()),
            (Some(1), expected),
            "{from} -> {to}"
        );
    }
}

#[test]
fn several_changes_are_counted() {
    let desk = recorded("snap-count");
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    edit(
        &desk,
        "in/a.md",
        "Some 1,200 people were killed in Israel. ",
        "",
    );
    edit(
        &desk,
        "in/b.txt",
        "police said.",
        "police said. The storm injured 9 people in Lima.",
    );
    let run = snapshot(&desk, &["--check", "in"]);
    let told = "killed, Gaza Strip: over 28,000 → over 29,000, in/a.md:5\n\
                gone: killed, Israel: Some 1,200, in/a.md\n\
                new: injured, Lima: 9, in/b.txt:3\n\
                2 articles, 5 claims: 1 changed, 1 new, 1 gone\n";
    assert_eq!(ended(&run), (Some(1), told));
}

#[test]
fn lines_and_their_order_are_not_claims() {
    let desk = recorded("snap-lines");
    edit(
        &desk,
        "in/a.md",
        "\nGunmen took 253 hostages in Sderot.\n",
        "",
    );
    edit(
        &desk,
        "in/a.md",
        "---\n\n",
        "---\n\nIt rained.\n\nGunmen took\n253 hostages in Sderot.\n\n",
    );
    let run = snapshot(&desk, &["--check", "in"]);
    assert_eq!(
        ended(&run),
        (Some(0), "2 articles, 5 claims: 0 changed, 0 new, 0 gone\n")
    );
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    let run = snapshot(&desk, &["--check", "in"]);
    assert!(
        run.out
            .starts_with("killed, Gaza Strip: over 28,000 → over 29,000, in/a.md:10\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_missing_snapshot_fails_with_the_command_that_writes_it() {
    let desk = Desk::new(
        "snap-missing",
        &[("in/it's a draft.md", crate::STRIP), ("in/r.jsonl", ROWS)],
    );
    let run = snapshot(&desk, &["--check", "in"]);
    let told = "no snapshot of in/it's a draft.md: `claimlint snapshot 'in/it'\\''s a draft.md'` writes \
                snapshots/in/it%27s a draft.md.snap\n\
                no snapshot of in/r.jsonl line 1 (r1): `claimlint snapshot in/r.jsonl` writes \
                snapshots/in/r.jsonl/r1.snap\n\
                no snapshot of in/r.jsonl line 2 (r2): `claimlint snapshot in/r.jsonl` writes \
                snapshots/in/r.jsonl/r2.snap\n\
                3 articles, 6 claims: 0 changed, 0 new, 0 gone, 3 snapshots missing\n";
    assert_eq!(ended(&run), (Some(1), told));
    assert_eq!(names(&desk, "snapshots"), [""; 0]);
    snapshot(&desk, &["in/it's a draft.md"]);
    snapshot(&desk, &["in/r.jsonl"]);
    assert_eq!(snapshot(&desk, &["--check", "in"]).status, Some(0));
}

#[test]
fn nothing_is_written_whatever_the_environment_says() {
    let desk = recorded("snap-check-writes");
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    desk.write("in/c.txt", b"The blast killed 12 people in Goma.");
    let before = files(&desk, "");
    for word in ["always", "force", "new", "nonsense"] {
        let run = with(&desk, &[("INSTA_UPDATE", word)], &["--check", "in"]);
        assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    }
    assert_eq!(files(&desk, ""), before);
}

#[test]
fn a_row_is_told_with_its_line() {
    let desk = Desk::new("snap-row", &[("r.jsonl", ROWS)]);
    snapshot(&desk, &["r.jsonl"]);
    assert_eq!(
        text(&desk, "snapshots/r.jsonl/r2.snap"),
        "---\nsource: r.jsonl\ninfo:\n  row: r2\n---\nclaimlint claims 1\ninjured | place: Goma | when: 2024-02-14 | 7\n"
    );
    // Another row in front of it.
    let first = "{\"id\":\"r0\",\"text\":\"Nothing happened.\"}\n";
    desk.write(
        "r.jsonl",
        format!("{first}{}", ROWS.replace("injured 7", "injured 8")).as_bytes(),
    );
    let run = snapshot(&desk, &["--check", "r.jsonl"]);
    assert!(
        run.out.contains("\ninjured, Goma: 7 → 8, r.jsonl:3\n"),
        "{}",
        run.out
    );
}
