//! What waits for review, here and in `cargo insta`.

use crate::common::Desk;
use crate::{edit, ended, files, laid_out, names, snapshot, text, with};

/// A desk on which two snapshots wait: one changed, one new.
fn waiting(test: &str) -> Desk {
    let desk = laid_out(test);
    snapshot(&desk, &["in/a.md"]);
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    assert_eq!(
        with(&desk, &[("INSTA_UPDATE", "new")], &["in"]).status,
        Some(1)
    );
    assert_eq!(
        names(&desk, "snapshots"),
        ["in/a.md.snap", "in/a.md.snap.new", "in/b.txt.snap.new"]
    );
    desk
}

#[test]
fn what_waits_is_listed() {
    let desk = waiting("snap-pending");
    let told = "snapshots/in/a.md.snap.new: 1 changed, 0 new, 0 gone\n\
                snapshots/in/b.txt.snap.new: new, 1 claim\n";
    assert_eq!(ended(&snapshot(&desk, &["pending"])), (Some(1), told));
    assert_eq!(snapshot(&desk, &["accept"]).status, Some(0));
    assert_eq!(
        ended(&snapshot(&desk, &["pending"])),
        (Some(0), "nothing waits for review\n")
    );
}

#[test]
fn everything_is_accepted_or_rejected() {
    let desk = waiting("snap-accept");
    let told = "accepted: snapshots/in/a.md.snap, 1 changed, 0 new, 0 gone\n\
                accepted: snapshots/in/b.txt.snap, new, 1 claim\n";
    assert_eq!(ended(&snapshot(&desk, &["accept"])), (Some(0), told));
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap", "in/b.txt.snap"]);
    assert_eq!(snapshot(&desk, &["--check", "in"]).status, Some(0));
    let desk = waiting("snap-reject");
    let before = text(&desk, "snapshots/in/a.md.snap");
    let told = "rejected: snapshots/in/a.md.snap, 1 changed, 0 new, 0 gone\n\
                rejected: snapshots/in/b.txt.snap, new, 1 claim\n";
    assert_eq!(ended(&snapshot(&desk, &["reject"])), (Some(0), told));
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap"]);
    assert_eq!(text(&desk, "snapshots/in/a.md.snap"), before);
}

#[test]
fn one_is_named_by_its_file_or_its_article() {
    for (i, name) in [
        "in/a.md",
        "./in/a.md",
        "snapshots/in/a.md.snap",
        "snapshots/in/a.md.snap.new",
    ]
    .iter()
    .enumerate()
    {
        let desk = waiting(&format!("snap-named-{i}"));
        assert_eq!(snapshot(&desk, &["accept", name]).status, Some(0), "{name}");
        assert_eq!(
            names(&desk, "snapshots"),
            ["in/a.md.snap", "in/b.txt.snap.new"],
            "{name}"
        );
        assert!(text(&desk, "snapshots/in/a.md.snap").contains("over 29,000"));
    }
    let desk = waiting("snap-named-wrong");
    let before = files(&desk, "");
    let run = snapshot(&desk, &["reject", "in/a.md", "in/nowhere.md"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert_eq!(
        run.err,
        "error: in/nowhere.md: nothing of this waits for review\n  help: `claimlint snapshot pending` lists what does\n"
    );
    assert_eq!(files(&desk, ""), before);
}

#[test]
fn a_review_asks_for_each() {
    let first = "snapshots/in/a.md.snap.new (1 of 2)\n  killed, Gaza Strip: over 28,000 → over 29,000, in/a.md:7\n";
    let second = "snapshots/in/b.txt.snap.new (2 of 2)\n  new: killed, Manila: 26, in/b.txt:3\n";
    let ask = "a accept, r reject, s skip, q quit: ";
    let both = format!("{first}{ask}{second}{ask}");
    let a_only = format!("{first}{ask}");
    for (i, (answers, told, status, end, left)) in [
        (
            "a\na\n",
            &both,
            0,
            "2 accepted, 0 rejected, 0 left",
            "in/a.md.snap* in/b.txt.snap",
        ),
        (
            "r\nA\n",
            &both,
            0,
            "1 accepted, 1 rejected, 0 left",
            "in/a.md.snap in/b.txt.snap",
        ),
        (
            "s\nreject\n",
            &both,
            1,
            "0 accepted, 1 rejected, 1 left",
            "in/a.md.snap in/a.md.snap.new",
        ),
        (
            "q\na\n",
            &a_only,
            1,
            "0 accepted, 0 rejected, 2 left",
            "in/a.md.snap in/a.md.snap.new in/b.txt.snap.new",
        ),
        (
            "a\n",
            &both,
            1,
            "\n1 accepted, 0 rejected, 1 left",
            "in/a.md.snap* in/b.txt.snap.new",
        ),
        (
            "",
            &a_only,
            1,
            "\n0 accepted, 0 rejected, 2 left",
            "in/a.md.snap in/a.md.snap.new in/b.txt.snap.new",
        ),
        (
            "?\ns\nq\n",
            &format!("{first}{ask}{ask}{second}{ask}"),
            1,
            "0 accepted, 0 rejected, 2 left",
            "in/a.md.snap in/a.md.snap.new in/b.txt.snap.new",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let desk = waiting(&format!("snap-review-{i}"));
        // The lines are those of the article as it is now.
        edit(
            &desk,
            "in/a.md",
            "\n\nThe health",
            "\n\nIt rained.\n\nThe health",
        );
        let run = desk.pipe(&["snapshot", "review"], answers.as_bytes());
        let out = format!("{told}{end}\n");
        assert_eq!(ended(&run), (Some(status), out.as_str()), "{answers:?}");
        let found = names(&desk, "snapshots").join(" ");
        let is_changed = text(&desk, "snapshots/in/a.md.snap").contains("over 29,000");
        let found = if is_changed {
            found.replacen("a.md.snap", "a.md.snap*", 1)
        } else {
            found
        };
        assert_eq!(found, left, "{answers:?}");
    }
}

#[test]
fn what_waits_of_an_article_that_is_gone_can_be_reviewed() {
    let desk = waiting("snap-review-gone");
    std::fs::remove_file(desk.path().join("in/a.md")).unwrap_or_default();
    let run = desk.pipe(&["snapshot", "review"], b"r\nr\n");
    assert!(
        run.out
            .contains("  killed, Gaza Strip: over 28,000 → over 29,000, in/a.md\n"),
        "{}",
        run.out
    );
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
}

/// Other snapshots may lie in the same folder.
#[test]
fn what_is_not_ours_is_left_alone() {
    let desk = waiting("snap-foreign");
    let foreign = b"---\nsource: tests/x.rs\nexpression: claims\n---\n12 killed\n";
    for file in [
        "snapshots/x.snap",
        "snapshots/x.snap.new",
        "snapshots/y.snap.new",
    ] {
        desk.write(file, foreign);
    }
    desk.write("snapshots/README.md", b"claimlint claims 1\n");
    assert!(!snapshot(&desk, &["pending"]).out.contains("/x.snap"));
    assert_eq!(snapshot(&desk, &["accept"]).status, Some(0));
    let run = snapshot(&desk, &["--unreferenced", "delete", "in"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        names(&desk, "snapshots"),
        [
            "README.md",
            "in/a.md.snap",
            "in/b.txt.snap",
            "x.snap",
            "x.snap.new",
            "y.snap.new"
        ]
    );
}

/// insta reads what is written here, and what it adds is read here.
#[test]
fn the_files_are_those_of_insta() {
    let desk = waiting("snap-insta");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(desk.path().join("snapshots/in"));
    settings.set_prepend_module_to_snapshot(false);
    let recorded = text(&desk, "snapshots/in/a.md.snap");
    let claims = recorded.splitn(3, "---\n").nth(2).unwrap_or_default();
    assert!(claims.starts_with("claimlint claims 1\n"), "{recorded}");
    settings.bind(|| insta::assert_snapshot!("a.md", claims));
    let more = "---\nsource: in/a.md\nassertion_line: 12\ndescription: \"a: b\"\nexpression: claims\n---\n";
    let accepted = format!("{more}{}", claims.trim_end());
    desk.write(
        "snapshots/in/a.md.snap.new",
        accepted.replace("over 28,000", "over 29,000").as_bytes(),
    );
    assert_eq!(snapshot(&desk, &["accept", "in/a.md"]).status, Some(0));
    assert_eq!(
        text(&desk, "snapshots/in/a.md.snap"),
        recorded.replace("over 28,000", "over 29,000")
    );
}

#[test]
fn what_waits_is_found_by_its_directory() {
    let desk = waiting("snap-by-directory");
    let path = desk.path().join("in");
    let run = snapshot(&desk, &["reject", &path.display().to_string()]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap"]);
    let desk = waiting("snap-by-name");
    assert_eq!(snapshot(&desk, &["accept", "in"]).status, Some(0));
    assert_eq!(names(&desk, "snapshots"), ["in/a.md.snap", "in/b.txt.snap"]);
}

#[test]
fn what_waits_and_cannot_be_read_is_told() {
    let desk = waiting("snap-waits-broken");
    desk.write("snapshots/in/a.md.snap.new", b"garbage\n");
    for args in [&["pending"][..], &["accept"]] {
        let run = snapshot(&desk, args);
        assert_eq!(run.status, Some(2), "{args:?}: {}", run.out);
        let expected = "error: snapshots/in/a.md.snap.new:1:1: ";
        assert!(run.err.starts_with(expected), "{}", run.err);
    }
    desk.write("claimlint.yaml", b"snapshots: [\n");
    for args in [&["pending"][..], &["accept"], &["review"]] {
        assert_eq!(snapshot(&desk, args).status, Some(2), "{args:?}");
    }
}
