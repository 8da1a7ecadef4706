//! Snapshots whose articles are gone.

use crate::common::Desk;
use crate::{ROWS, STRIP, edit, ended, files, laid_out, names, snapshot};

/// A desk with a recorded article that is gone, one outside of `in`, and one that waits of the one that is gone.
fn one_gone(test: &str) -> Desk {
    let desk = laid_out(test);
    desk.write("elsewhere.txt", b"The blast killed 12 people in Goma.");
    snapshot(&desk, &["in", "elsewhere.txt"]);
    edit(&desk, "in/b.txt", "26", "27");
    snapshot(&desk, &["in"]);
    let _ = std::fs::remove_file(desk.path().join("in/b.txt"));
    desk
}

#[test]
fn they_are_told_refused_or_deleted() {
    let told = "unreferenced: snapshots/in/b.txt.snap, in/b.txt is gone\n\
                1 article, 4 claims: 0 changed, 0 new, 0 gone, 1 snapshot unreferenced\n";
    let nothing = "1 article, 4 claims: 0 changed, 0 new, 0 gone\n";
    let deleted = "deleted: snapshots/in/b.txt.snap, in/b.txt is gone\n\
                   1 article, 4 claims: 0 changed, 0 new, 0 gone, 1 snapshot deleted\n";
    for (i, (args, status, out)) in [
        (&["in"][..], 0, told),
        (&["--unreferenced", "warn", "in"], 0, told),
        (&["--check", "in"], 0, told),
        (&["--unreferenced", "ignore", "in"], 0, nothing),
        (&["--unreferenced=reject", "--check", "in"], 1, told),
        (&["--unreferenced=reject", "in"], 1, told),
        (&["--unreferenced", "delete", "in"], 0, deleted),
    ]
    .into_iter()
    .enumerate()
    {
        let desk = one_gone(&format!("snap-gone-{i}"));
        let mut expected = files(&desk, "snapshots");
        assert_eq!(
            ended(&snapshot(&desk, args)),
            (Some(status), out),
            "{args:?}"
        );
        if args.contains(&"delete") {
            expected.retain(|name, _| !name.starts_with("in/b.txt"));
            assert_eq!(expected.len(), 2);
        }
        assert_eq!(files(&desk, "snapshots"), expected, "{args:?}");
    }
}

#[test]
fn a_check_deletes_nothing() {
    let desk = one_gone("snap-gone-check");
    let before = files(&desk, "");
    let run = snapshot(&desk, &["--check", "--unreferenced", "delete", "in"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("`--check` writes nothing"), "{}", run.err);
    assert_eq!(files(&desk, ""), before);
}

#[test]
fn a_row_that_is_gone_is_told_where_all_rows_were_read() {
    let desk = Desk::new(
        "snap-gone-row",
        &[
            ("r.jsonl", ROWS),
            ("a.txt", "The blast killed 12 people in Goma."),
        ],
    );
    snapshot(&desk, &["r.jsonl", "a.txt"]);
    let second = ROWS.lines().nth(1).unwrap_or_default();
    desk.write("r.jsonl", second.as_bytes());
    let told = "unreferenced: snapshots/r.jsonl/r1.snap, the row \"r1\" of r.jsonl is gone\n";
    assert!(snapshot(&desk, &["r.jsonl"]).out.starts_with(told));
    // Nobody has looked into the file, or not into all of it.
    assert!(!snapshot(&desk, &["a.txt"]).out.contains("unreferenced"));
    desk.write(
        "r.jsonl",
        format!("{second}\n{{\"id\":\"r1\",\n").as_bytes(),
    );
    let run = snapshot(&desk, &["--unreferenced", "delete", "r.jsonl"]);
    assert_eq!(run.status, Some(2));
    assert!(!run.out.contains("deleted"), "{}", run.out);
    assert_eq!(
        names(&desk, "snapshots"),
        ["a.txt.snap", "r.jsonl/r1.snap", "r.jsonl/r2.snap"]
    );
}

#[test]
fn one_that_cannot_be_read_is_not_deleted() {
    let desk = one_gone("snap-gone-broken");
    desk.write(
        "snapshots/in/b.txt.snap",
        b"---\nsource: in/b.txt\n---\nclaimlint claims 1\n=======\n",
    );
    let run = snapshot(&desk, &["--unreferenced", "delete", "in"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.err.starts_with("error: snapshots/in/b.txt.snap:5:1: "),
        "{}",
        run.err
    );
    assert!(names(&desk, "snapshots").contains(&"in/b.txt.snap".to_owned()));
}

#[test]
fn what_lies_elsewhere_than_its_article_says_is_nobodys() {
    let desk = Desk::new(
        "snapshot_elsewhere",
        &[("s/a.txt", STRIP), ("t/b.txt", STRIP)],
    );
    assert_eq!(snapshot(&desk, &["s", "t"]).status, Some(0));
    let before = files(&desk, "snapshots");
    // The folder above: what lies below it in `snapshots` is another folder's.
    snapshot(&desk, &["s", "--dir", ".", "--unreferenced", "delete"]);
    assert_eq!(files(&desk, "snapshots"), before);
}

#[test]
fn each_article_goes_into_the_folder_of_its_configuration() {
    let desk = Desk::new(
        "snapshot_folders",
        &[
            ("s/claimlint.yaml", "snapshots: claims\n"),
            ("s/a.txt", STRIP),
            ("t/claimlint.yaml", "root: true\n"),
            ("t/b.txt", STRIP),
        ],
    );
    assert_eq!(snapshot(&desk, &["s", "t"]).status, Some(0));
    assert_eq!(names(&desk, "s/claims"), ["a.txt.snap"]);
    assert_eq!(names(&desk, "t/snapshots"), ["b.txt.snap"]);
    for paths in [&["s", "t"][..], &["t", "s"], &["."], &["t"]] {
        let args = [&["--check"], paths].concat();
        let run = snapshot(&desk, &args);
        assert_eq!(run.status, Some(0), "{paths:?}: {}{}", run.out, run.err);
    }
}
