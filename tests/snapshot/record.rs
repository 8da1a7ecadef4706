//! Recording: what is written, and when.

use crate::common::Desk;
use crate::{edit, ended, files, laid_out, names, snapshot, text, with};

#[test]
fn a_first_run_records_what_is_claimed() {
    let desk = laid_out("snap-first");
    let run = snapshot(&desk, &["in"]);
    let told = "written: snapshots/in/a.md.snap, 4 claims\n\
                written: snapshots/in/b.txt.snap, 1 claim\n\
                2 articles, 5 claims: 0 changed, 0 new, 0 gone, 2 snapshots written\n";
    assert_eq!(ended(&run), (Some(0), told));
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap", "in/b.txt.snap"]);
    assert_eq!(
        text(&desk, "snapshots/in/a.md.snap"),
        "---\n\
         source: in/a.md\n\
         ---\n\
         claimlint claims 1\n\
         hostages taken | place: Sderot | when: 2024-02-14 | 253\n\
         injured | place: Goma | when: 2024-02-14 | who: Police | 12\n\
         killed | place: Gaza Strip | when: 2024-02-14 | who: health ministry | over 28,000\n\
         killed | place: Israel | when: 2024-02-14 | Some 1,200\n"
    );
    let again = snapshot(&desk, &["in"]);
    let told = "2 articles, 5 claims: 0 changed, 0 new, 0 gone\n";
    assert_eq!(ended(&again), (Some(0), told));
}

#[test]
fn a_change_waits_beside_what_was_recorded() {
    let desk = laid_out("snap-beside");
    snapshot(&desk, &["in"]);
    let recorded = files(&desk, "snapshots");
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    let run = snapshot(&desk, &["in"]);
    let told = "killed, Gaza Strip: over 28,000 → over 29,000, in/a.md:5\n\
                to review: snapshots/in/a.md.snap.new\n\
                `claimlint snapshot review` shows what waits, one by one; `claimlint snapshot accept` takes all of it\n\
                2 articles, 5 claims: 1 changed, 0 new, 0 gone, 1 snapshot to review\n";
    assert_eq!(ended(&run), (Some(1), told));
    let mut now = files(&desk, "snapshots");
    let beside = now.remove("in/a.md.snap.new").unwrap_or_default();
    assert_eq!(now, recorded);
    assert_eq!(
        String::from_utf8(beside).unwrap_or_default(),
        text(&desk, "snapshots/in/a.md.snap").replace("over 28,000", "over 29,000")
    );
    // Taken back, it waits no longer.
    edit(&desk, "in/a.md", "over 29,000", "over 28,000");
    assert_eq!(snapshot(&desk, &["in"]).status, Some(0));
    assert_eq!(files(&desk, "snapshots"), recorded);
}

#[test]
fn the_environment_says_what_is_written() {
    let old = "over 28,000";
    // What becomes of a snapshot that there is not, and of one that differs.
    for (i, (settings, status, missing, changed)) in [
        (vec![], 1, "b.snap", "a.snap a.snap.new"),
        (
            vec![("INSTA_UPDATE", "auto")],
            1,
            "b.snap",
            "a.snap a.snap.new",
        ),
        (
            vec![("INSTA_UPDATE", "auto"), ("CI", "true")],
            1,
            "",
            "a.snap",
        ),
        (vec![("CI", "1")], 1, "", "a.snap"),
        (vec![("CI", "false")], 1, "b.snap", "a.snap a.snap.new"),
        (vec![("TF_BUILD", "True")], 1, "", "a.snap"),
        (vec![("INSTA_UPDATE", "no")], 1, "", "a.snap"),
        (
            vec![("INSTA_UPDATE", "new"), ("CI", "true")],
            1,
            "b.snap.new",
            "a.snap a.snap.new",
        ),
        (
            vec![("INSTA_UPDATE", "unseen"), ("CI", "true")],
            1,
            "b.snap",
            "a.snap a.snap.new",
        ),
        (
            vec![("INSTA_UPDATE", "always"), ("CI", "true")],
            0,
            "b.snap",
            "a.snap*",
        ),
        (vec![("INSTA_UPDATE", "1")], 0, "b.snap", "a.snap*"),
        (vec![("INSTA_UPDATE", "force")], 0, "b.snap", "a.snap*"),
    ]
    .into_iter()
    .enumerate()
    {
        let desk = Desk::new(
            &format!("snap-env-{i}"),
            &[
                ("a", "The blast killed over 28,000 people in Goma."),
                ("b", "The blast killed 7 people in Goma."),
            ],
        );
        snapshot(&desk, &["a"]);
        edit(&desk, "a", old, "over 29,000");
        let run = with(&desk, &settings, &["a", "b"]);
        assert_eq!(
            (run.status, run.err.as_str()),
            (Some(status), ""),
            "{settings:?}"
        );
        let is_changed = !text(&desk, "snapshots/a.snap").contains(old);
        let found = names(&desk, "snapshots").join(" ");
        let found = if is_changed {
            found.replacen("a.snap", "a.snap*", 1)
        } else {
            found
        };
        assert_eq!(
            found,
            format!("{changed} {missing}").trim_end(),
            "{settings:?}"
        );
        let says_why = run.out.contains("\nnothing was written: ");
        assert_eq!(says_why, missing.is_empty(), "{settings:?} {}", run.out);
    }
}

#[test]
fn force_writes_what_is_the_same_as_well() {
    let desk = laid_out("snap-force");
    snapshot(&desk, &["in"]);
    let recorded = files(&desk, "snapshots");
    edit(
        &desk,
        "snapshots/in/a.md.snap",
        "source: in/a.md",
        "source: in/a.md\nexpression: x",
    );
    let run = snapshot(&desk, &["in"]);
    assert_eq!(run.status, Some(0));
    assert_ne!(files(&desk, "snapshots"), recorded);
    assert_eq!(
        with(&desk, &[("INSTA_UPDATE", "force")], &["in"]).status,
        Some(0)
    );
    assert_eq!(files(&desk, "snapshots"), recorded);
}

#[test]
fn a_word_that_insta_does_not_know_is_refused() {
    let desk = laid_out("snap-word");
    let run = with(&desk, &[("INSTA_UPDATE", "allways")], &["in"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert_eq!(
        run.err,
        "error: environment variable INSTA_UPDATE: unknown word `allways`, expected one of `auto`, `always`, \
         `unseen`, `new`, `no`, `force`\n  help: did you mean `always`?\n"
    );
    assert_eq!(names(&desk, "snapshots"), [""; 0]);
}

#[test]
fn all_figures_once_recorded_stay_so() {
    let article = "The blast killed 12 people in Goma. Shares rose 12% to $4.9 million. Five million homes.\n";
    let desk = Desk::new("snap-all", &[("a.txt", article)]);
    snapshot(&desk, &["a.txt"]);
    assert_eq!(text(&desk, "snapshots/a.txt.snap").lines().count(), 5);
    let run = with(&desk, &[("INSTA_UPDATE", "always")], &["--all", "a.txt"]);
    assert!(
        run.out.contains("all figures are recorded now, a.txt\n"),
        "{}",
        run.out
    );
    let recorded = text(&desk, "snapshots/a.txt.snap");
    assert!(
        recorded.contains("\nclaimlint claims 1, all figures\n"),
        "{recorded}"
    );
    assert!(
        recorded.contains("\nhome | Five million (5 million)\n"),
        "{recorded}"
    );
    assert_eq!(snapshot(&desk, &["a.txt"]).status, Some(0));
    assert_eq!(text(&desk, "snapshots/a.txt.snap"), recorded);
    edit(&desk, "a.txt", "rose 12%", "fell 12%");
    let run = snapshot(&desk, &["--check", "a.txt"]);
    assert!(
        run.out.contains("12%; how: up → down, a.txt:1\n"),
        "{}",
        run.out
    );
}

#[test]
fn standard_input_has_no_name() {
    let desk = laid_out("snap-stdin");
    let run = desk.pipe(&["snapshot", "-"], b"The blast killed 12 people in Goma.");
    assert_eq!(run.status, Some(2));
    assert_eq!(
        run.err,
        "error: standard input: has no name to keep its claims under\n  help: name a file\n"
    );
    assert_eq!(names(&desk, "snapshots"), [""; 0]);
}

#[test]
fn a_snapshot_that_moved_with_its_article_names_it() {
    let desk = laid_out("snap-moved");
    snapshot(&desk, &["in"]);
    for (from, to) in [
        ("in/a.md", "in/z.md"),
        ("snapshots/in/a.md.snap", "snapshots/in/z.md.snap"),
    ] {
        std::fs::rename(desk.path().join(from), desk.path().join(to)).unwrap_or_default();
    }
    assert_eq!(snapshot(&desk, &["--check", "in"]).status, Some(0));
    assert!(text(&desk, "snapshots/in/z.md.snap").contains("source: in/a.md\n"));
    let told = "written: snapshots/in/z.md.snap\n\
                2 articles, 5 claims: 0 changed, 0 new, 0 gone, 1 snapshot written\n";
    assert_eq!(ended(&snapshot(&desk, &["in"])), (Some(0), told));
    assert!(text(&desk, "snapshots/in/z.md.snap").contains("source: in/z.md\n"));
}

#[test]
fn what_is_computed_changes_with_its_figures_and_is_left_out() {
    let article = "Israel said 130 hostages out of the 253 taken remain unaccounted for.\n";
    let desk = Desk::new("snap-computed", &[("a.txt", article)]);
    assert!(
        desk.run(&["extract", "--all", "a.txt"])
            .out
            .contains("  computed\n")
    );
    snapshot(&desk, &["--all", "a.txt"]);
    let recorded = text(&desk, "snapshots/a.txt.snap");
    assert_eq!(recorded.lines().count(), 6, "{recorded}");
}
