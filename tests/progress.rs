//! What takes long is told on a terminal, and nowhere else.

mod common;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{Desk, SOUND};

#[test]
fn nothing_is_told_where_there_is_no_terminal() {
    let desk = Desk::new::<&str>("progress_pipe", &[]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimlint"))
        .args(["check", "-"])
        .current_dir(desk.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // Longer than it would take to appear.
    std::thread::sleep(Duration::from_secs(1));
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(SOUND.as_bytes()).expect("it is read");
    drop(stdin);
    let done = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    assert_eq!(done.status.code(), Some(0));
}

/// A terminal comes from `script`, of util-linux.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_a_line_tells_and_makes_way() {
    let has = |program: &str| {
        let mut command = Command::new(program);
        let quiet = command.arg("--version").stdout(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    };
    if !has("script") || !has("mkfifo") {
        let _ = writeln!(std::io::stderr(), "skipped: no `script` or `mkfifo` here");
        return;
    }
    let desk = Desk::new::<&str>("progress_terminal", &[]);
    let made = Command::new("mkfifo")
        .arg(desk.path().join("rows"))
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    let claimlint = env!("CARGO_BIN_EXE_claimlint");
    // Standard error alone is the terminal.
    let run = format!("'{claimlint}' check --no-config - < rows > out.txt");
    let mut child = Command::new("script")
        .args(["--quiet", "--flush", "--return", "--command", &run, "log"])
        .env("TERM", "xterm")
        .current_dir(desk.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("script starts");
    let log = || {
        let bytes = std::fs::read(desk.path().join("log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let until = |words: &str| {
        let start = Instant::now();
        while !log().contains(words) {
            assert!(start.elapsed() < Duration::from_secs(30), "{:?}", log());
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    let mut rows = std::fs::File::options()
        .write(true)
        .open(desk.path().join("rows"))
        .expect("a pipe");
    // Enough that the format can be told before the end.
    let row = format!("{{\"text\": \"Good day.{}\"}}\n", " ".repeat(70_000));
    rows.write_all(row.as_bytes()).expect("it is read");
    until(" articles read");
    rows.write_all(b"{\"text\": 1}\n").expect("it is read");
    // One problem, told on a line of its own while the rest is still awaited.
    until("error: -:2:");
    drop(rows);
    let status = child.wait().expect("script ends");
    assert_eq!(status.code(), Some(2));
    let log = log();
    let cleared = "\r\u{1b}[2K";
    assert!(log.contains(&format!("{cleared}error: -:2:")), "{log:?}");
    let rest = log.rsplit(" articles read").next().unwrap_or_default();
    assert!(rest.contains(cleared), "the line stays: {rest:?}");
    let out = std::fs::read_to_string(desk.path().join("out.txt")).expect("output");
    assert_eq!(
        out,
        "1 article, 0 figures, 0 compared: nothing to compare\n"
    );
}
