//! Snapshots that cannot be read are named, and kept.

use crate::{edit, files, laid_out, snapshot, with};

/// What stands in a snapshot, and how that is told.
const BROKEN: [(&[u8], &str); 7] = [
    (b"", "1:1: no snapshot: expected a head between two lines of `---`"),
    (b"killed | 12\n", "1:1: no snapshot: expected a head between two lines of `---`"),
    (b"---\nsource: in/a.md\n---\nwarning: 12\n", "4:1: no snapshot of claims: expected `claimlint claims 1` here"),
    (b"---\nsource: in/a.md\n---\nclaimlint claims 2\n", "4:1: claims of version \"2\", expected version 1"),
    (
        b"---\nsource: in/a.md\n---\nclaimlint claims 1\n<<<<<<< HEAD\nkilled | 1\n=======\nkilled | 2\n>>>>>>> b\n",
        "5:1: a conflict of two versions was left here by a merge",
    ),
    (
        b"---\nsource: in/a.md\n---\nclaimlint claims 1\nkilled | 12\nkilled 14\n",
        "6:1: expected a claim: what is counted, other fields and the figure, with ` | ` between them",
    ),
    (
        b"---\nsource: in/a.md\n---\nclaimlint claims 1\nkilled | \xe9 | 12\n",
        "5:10: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252",
    ),
];

#[test]
fn what_is_broken_is_named_and_nothing_is_overwritten() {
    for (i, (content, expected)) in BROKEN.into_iter().enumerate() {
        let desk = laid_out(&format!("snap-broken-{i}"));
        snapshot(&desk, &["in"]);
        desk.write("snapshots/in/a.md.snap", content);
        edit(&desk, "in/b.txt", "26", "27");
        let before = files(&desk, "");
        for (settings, args) in [
            (vec![], vec!["--check", "in"]),
            (vec![("INSTA_UPDATE", "no")], vec!["in"]),
        ] {
            let run = with(&desk, &settings, &args);
            assert_eq!(run.status, Some(2), "{expected}");
            let first = run.err.lines().next().unwrap_or_default();
            assert_eq!(first, format!("error: snapshots/in/a.md.snap:{expected}"));
            // The other article is still compared.
            assert!(
                run.out.starts_with("killed, Manila: 26 → 27, in/b.txt:3\n"),
                "{}",
                run.out
            );
            assert_eq!(files(&desk, ""), before);
        }
        for word in ["always", "force", "new"] {
            assert_eq!(
                with(&desk, &[("INSTA_UPDATE", word)], &["in/a.md"]).status,
                Some(2)
            );
            assert_eq!(files(&desk, ""), before, "{word}");
        }
    }
}

#[test]
fn what_waits_is_kept_where_it_cannot_be_read() {
    let desk = laid_out("snap-broken-new");
    snapshot(&desk, &["in"]);
    desk.write(
        "snapshots/in/a.md.snap.new",
        b"---\nsource: in/a.md\n---\nclaimlint claims 7\n",
    );
    let before = files(&desk, "");
    edit(&desk, "in/a.md", "over 28,000", "over 29,000");
    for args in [
        &["in"][..],
        &["accept"],
        &["reject"],
        &["review"],
        &["pending"],
    ] {
        let run = snapshot(&desk, args);
        assert_eq!(run.status, Some(2), "{args:?}");
        let told =
            "error: snapshots/in/a.md.snap.new:4:1: claims of version \"7\", expected version 1\n";
        assert!(run.err.starts_with(told), "{args:?} {}", run.err);
    }
    edit(&desk, "in/a.md", "over 29,000", "over 28,000");
    assert_eq!(files(&desk, ""), before);
}

#[test]
fn an_article_that_cannot_be_read_does_not_hide_the_others() {
    let desk = laid_out("snap-bad-input");
    desk.write("in/c.txt", b"\xff\xfe");
    let run = snapshot(&desk, &["in"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.starts_with("error: in/c.txt: "), "{}", run.err);
    assert!(run.out.ends_with(", 2 snapshots written\n"), "{}", run.out);
}
