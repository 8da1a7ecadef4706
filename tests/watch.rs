//! `claimlint check --watch`: every change of what a run reads leads to another.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot run the program, or waits in vain, has failed"
)]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use common::{AT_ODDS, Desk, SOUND};

/// A busy machine takes its time.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program, watching on a desk; stopped at the end of the test, also where that fails.
struct Program(Child);

impl Program {
    fn on(desk: &Desk, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlint"));
        let command = command.args(["check", "--watch"]).args(args);
        let piped = command
            .current_dir(desk.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Self(piped.spawn().expect("the program starts"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the program says while it watches.
struct Watching {
    _program: Program,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Watching {
    /// Starts to watch on a desk, and waits for the end of the first output.
    fn on(desk: &Desk, args: &[&str]) -> Self {
        let mut program = Program::on(desk, args);
        let out = lines(program.0.stdout.take().expect("a pipe"));
        let err = lines(program.0.stderr.take().expect("a pipe"));
        let watching = Self {
            _program: program,
            out,
            err,
        };
        watching.summary();
        watching
    }

    /// Reads up to the last line of a run.
    fn summary(&self) -> Vec<String> {
        let mut read = Vec::new();
        loop {
            let Ok(line) = self.out.recv_timeout(PATIENCE) else {
                let told: Vec<String> = self.err.try_iter().collect();
                panic!("no further output behind {read:?}; told: {told:#?}");
            };
            let is_last = line.contains(" compared: ");
            read.push(line);
            if is_last {
                return read;
            }
        }
    }

    /// The first and the last line of the next run: what changed, and how many findings there are.
    fn next(&self) -> (String, String) {
        let run = self.summary();
        let first = run[0].trim_matches(['—', ' ']).to_owned();
        let last = run[run.len() - 1].clone();
        (
            first,
            last.rsplit(": ").next().unwrap_or_default().to_owned(),
        )
    }

    /// Reads messages up to one that holds some words.
    fn told(&self, words: &str) {
        while let Ok(line) = self.err.recv_timeout(PATIENCE) {
            if line.contains(words) {
                return;
            }
        }
        panic!("not told: {words}");
    }
}

/// The lines of a stream as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

fn pair(one: &str, other: &str) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

fn rename(desk: &Desk, from: &str, to: &str) {
    let path = |name: &str| desk.path().join(Path::new(name));
    std::fs::rename(path(from), path(to)).expect("a file can be renamed");
}

#[test]
fn articles_of_a_directory_are_checked_again() {
    let desk = Desk::new("watch_articles", &[("articles/a.txt", SOUND)]);
    let watching = Watching::on(&desk, &["--no-config", "articles"]);
    desk.write("articles/a.txt", AT_ODDS.as_bytes());
    assert_eq!(watching.next(), pair("articles/a.txt changed", "1 error"));
    // As many editors write: beside the file, then in its place.
    desk.write("articles/.a.txt.swp", SOUND.as_bytes());
    rename(&desk, "articles/.a.txt.swp", "articles/a.txt");
    assert_eq!(
        watching.next(),
        pair("articles/a.txt changed", "nothing to compare")
    );
    desk.write("articles/new/b.md", AT_ODDS.as_bytes());
    assert_eq!(watching.next().0, "articles/new/b.md is new");
    // The new directory is watched like the others.
    desk.write("articles/new/b.md", SOUND.as_bytes());
    assert_eq!(watching.next().0, "articles/new/b.md changed");
    desk.write("articles/.ignore", b"new/\n");
    let (changes, _) = watching.next();
    assert_eq!(
        changes,
        "articles/.ignore is new, articles/new/b.md is gone"
    );
    std::fs::remove_file(desk.path().join("articles/a.txt")).expect("a file can be removed");
    assert_eq!(watching.next().0, "articles/a.txt is gone");
    watching.told("articles: no article in this directory");
    desk.write("articles/c.txt", AT_ODDS.as_bytes());
    assert_eq!(watching.next(), pair("articles/c.txt is new", "1 error"));
}

#[test]
fn a_directory_that_is_new_is_watched_before_an_article_lies_in_it() {
    let desk = Desk::new("watch_new_directory", &[("articles/a.txt", SOUND)]);
    let watching = Watching::on(&desk, &["--no-config", "articles"]);
    // Not before the directory around it is watched.
    std::thread::sleep(Duration::from_millis(500));
    std::fs::create_dir(desk.path().join("articles/empty")).expect("a directory can be made");
    // The directory by itself is no change: the next run is that of the article.
    std::thread::sleep(Duration::from_millis(500));
    desk.write("articles/empty/b.txt", AT_ODDS.as_bytes());
    assert_eq!(watching.next().0, "articles/empty/b.txt is new");
}

#[test]
fn a_file_that_is_named_may_go_and_come_back() {
    let desk = Desk::new("watch_file", &[("a.txt", SOUND), ("b.txt", SOUND)]);
    let watching = Watching::on(&desk, &["--no-config", "a.txt"]);
    rename(&desk, "a.txt", "kept.txt");
    assert_eq!(watching.next().0, "a.txt is gone");
    watching.told("a.txt: no such file");
    // What is not read is nothing to tell of.
    desk.write("b.txt", AT_ODDS.as_bytes());
    desk.write("kept.txt", AT_ODDS.as_bytes());
    rename(&desk, "kept.txt", "a.txt");
    assert_eq!(watching.next(), pair("a.txt is new", "1 error"));
}

#[test]
fn what_the_configuration_names_is_watched() {
    let rule = |name: &str| {
        let text = std::fs::read_to_string(common::root().join("rules").join(name));
        text.expect("a rule")
    };
    let (rule, other_rule) = (rule("sum.yaml"), rule("change.yaml"));
    let table = "measure,place,low,source\nkilled,Manila,26,the police\n";
    let config = "root: true\nlexicon: [words.yaml]\nreference: [known.csv]\n\
                  rule-directories: [own-rules]\n";
    let desk = Desk::new(
        "watch_config",
        &[
            ("articles/a.txt", SOUND),
            ("claimlint.yaml", config),
            ("words.yaml", "furniture: [\"Read on\"]\n"),
            ("known.csv", table),
            ("own-rules/sum.yaml", &rule),
            ("more-rules/change.yaml", &other_rule),
        ],
    );
    let watching = Watching::on(&desk, &["--rules", "more-rules", "articles"]);
    desk.write("words.yaml", b"furniture: [\"Read on\", \"Read more\"]\n");
    assert_eq!(watching.next().0, "words.yaml changed");
    desk.write(
        "known.csv",
        table.replace("police", "mayor's office").as_bytes(),
    );
    assert_eq!(watching.next().0, "known.csv changed");
    for (file, rule) in [
        ("own-rules/sum.yaml", rule),
        ("more-rules/change.yaml", other_rule),
    ] {
        desk.write(file, format!("{rule}\n\n").as_bytes());
        assert_eq!(watching.next().0, format!("{file} changed"));
    }
    desk.write("own-rules/notes.txt", b"no rule");
    // A mistake is told, and mended.
    desk.write("claimlint.yaml", b"root: true\nprofil: desk\n");
    assert_eq!(watching.next().0, "claimlint.yaml changed");
    watching.told("claimlint.yaml:2:1: unknown key `profil`");
    desk.write("claimlint.yaml", b"root: true\nbaseline: known.json\n");
    assert_eq!(watching.next().0, "claimlint.yaml changed");
    watching.told("known.json: no such file");
    desk.write("articles/a.txt", AT_ODDS.as_bytes());
    assert_eq!(watching.next().1, "1 error");
    // A file that is named from now on is watched from now on.
    let written = desk.run(&["baseline", "write", "articles"]);
    assert_eq!(written.status, Some(0), "{}", written.err);
    let (changes, findings) = watching.next();
    assert_eq!(changes, "known.json is new");
    assert_eq!(findings, "0 new, 1 known, 0 fixed");
    desk.write("articles/claimlint.yaml", b"root: true\n");
    assert_eq!(
        watching.next(),
        pair("articles/claimlint.yaml is new", "1 error")
    );
}

#[test]
fn what_is_written_starts_no_run() {
    let desk = Desk::new("watch_output", &[("articles/a.txt", SOUND)]);
    let report = "json=articles/report.json";
    let watching = Watching::on(&desk, &["--no-config", "--output", report, "articles"]);
    assert!(desk.path().join("articles/report.json").is_file());
    for text in [AT_ODDS, SOUND] {
        // A run of its own would come first.
        std::thread::sleep(Duration::from_millis(500));
        desk.write("articles/a.txt", text.as_bytes());
        assert_eq!(watching.next().0, "articles/a.txt changed");
    }
}

#[test]
fn formats_for_programs_hold_nothing_else() {
    let desk = Desk::new("watch_json", &[("a.txt", SOUND), ("b.txt", SOUND)]);
    let args = [
        "--no-config",
        "--format",
        "sarif",
        "--output",
        "text=seen.txt",
        "a.txt",
    ];
    let mut program = Program::on(&desk, &args);
    let out = BufReader::new(program.0.stdout.take().expect("a pipe"));
    let mut reports = serde_json::Deserializer::from_reader(out).into_iter::<serde_json::Value>();
    let mut results = || {
        let report = reports
            .next()
            .expect("a report")
            .expect("JSON and nothing else");
        report["runs"][0]["results"].as_array().map(Vec::len)
    };
    assert_eq!(results(), Some(0));
    desk.write("a.txt", AT_ODDS.as_bytes());
    assert_ne!(results(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let desk = Desk::new("watch_refused", &[("a.txt", SOUND)]);
    for (args, message) in [
        (
            &["-"][..],
            "error: -: standard input is read once, and cannot be watched\n",
        ),
        (
            &["a.txt", "--against", "-"],
            "error: -: standard input is read once, and cannot be watched\n",
        ),
        (
            &["nowhere.txt"],
            "error: nowhere.txt: nothing to watch: no such file\n",
        ),
        (
            &["--stdin-filename", "a.txt", "a.txt"],
            "error: the argument '--watch' cannot be used with '--stdin-filename <FILE>'\n",
        ),
        #[cfg(unix)]
        (
            &["/dev/null"],
            "error: /dev/null: neither a file nor a directory, and cannot be watched\n",
        ),
    ] {
        let run = desk.run(&[&["check", "--watch"], args].concat());
        assert_eq!((run.status, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.err.starts_with(message), "{}", run.err);
    }
}
