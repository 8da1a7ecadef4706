//! Running the program: in the repository, or on a desk of files that a test lays out.

#![allow(
    dead_code,
    reason = "every test file is a crate of its own and uses a part of this"
)]
#![expect(
    clippy::expect_used,
    reason = "a test that cannot run the program has failed"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// How a run of the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its exit status.
    pub status: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// Standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("standard output is JSON")
    }
}

/// What of the environment changes what the program does.
const SETTINGS: [&str; 5] = [
    "CI",
    "COLUMNS",
    "INSTA_UPDATE",
    "RUST_BACKTRACE",
    "TF_BUILD",
];

/// Runs the program in a directory, without a terminal and without settings of the environment.
pub fn run_in(dir: &Path, args: &[&str]) -> Run {
    run(
        Command::new(env!("CARGO_BIN_EXE_claimlint")).args(args),
        dir,
        b"",
    )
}

/// Runs a prepared command in a directory, and gives it standard input.
pub fn run(command: &mut Command, dir: &Path, input: &[u8]) -> Run {
    for name in SETTINGS {
        // What a test sets stays.
        if command.get_envs().all(|(set, _)| set != name) {
            command.env_remove(name);
        }
    }
    let piped = command
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let done = std::thread::scope(|scope| {
        // The program writes while it reads. A run that reads no standard input may end before it is written.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().expect("the program ends")
    });
    Run {
        status: done.status.code(),
        out: String::from_utf8(done.stdout).expect("output is UTF-8"),
        err: String::from_utf8(done.stderr).expect("messages are UTF-8"),
    }
}

/// Runs git on a desk, with nobody's settings.
pub fn git(desk: &Desk, args: &[&str]) {
    let done = Command::new("git")
        .current_dir(desk.path())
        .args(["-c", "user.name=Desk", "-c", "user.email=desk@example.org"])
        .args(["-c", "commit.gpgsign=false"])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    assert!(done.status.success(), "git {args:?}: {done:?}");
}

/// A directory of its own, named after the test, with files.
pub struct Desk(PathBuf);

impl Desk {
    /// Lays out files by name and content; what an earlier run left is cleared away.
    pub fn new<B: AsRef<[u8]>>(test: &str, files: &[(&str, B)]) -> Self {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).expect("a directory can be made");
        let desk = Self(dir);
        for (name, content) in files {
            desk.write(name, content.as_ref());
        }
        desk
    }

    /// Adds a file.
    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.0.join(name);
        let dir = path.parent().expect("a file lies in a directory");
        std::fs::create_dir_all(dir).expect("a directory can be made");
        std::fs::write(path, content).expect("a file can be written");
    }

    /// Runs the program here.
    pub fn run(&self, args: &[&str]) -> Run {
        run_in(&self.0, args)
    }

    /// Runs the program here on standard input.
    pub fn pipe(&self, args: &[&str], input: &[u8]) -> Run {
        run(
            Command::new(env!("CARGO_BIN_EXE_claimlint")).args(args),
            &self.0,
            input,
        )
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// One article at odds with itself: an error.
pub const AT_ODDS: &str = "Date: 2024-03-05\n\nFlood kills 31 in Manila\n\n\
                           The flood killed 26 people in Manila on Monday, police said.\n";

/// One article that is not.
pub const SOUND: &str =
    "Date: 2024-03-05\n\nThe flood killed 26 people in Manila on Monday, police said.\n";

/// Two articles at odds with each other: a warning.
pub const GOMA: [(&str, &str); 2] = [
    (
        "goma-a.txt",
        "Date: 2024-03-05\n\nSome 45,000 people are sheltering in Goma, the UN said.\n",
    ),
    (
        "goma-b.txt",
        "Date: 2024-03-08\nSource: The Lake Post\n\nAbout 60,000 people are sheltering in Goma.\n",
    ),
];

/// A quotation at odds with itself: a note.
pub const QUOTED: &str = "\"We freed 11 of the 9 hostages,\" the envoy said.\n";
