//! Pages with a flaw each: every check finds the one that it is for, and nothing in a page without.

use crate::checks;
use crate::common::Desk;
use crate::driver::Session;

/// A page on which nothing is wrong, with a chart of two figures.
const SOUND: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sound</title>
<style>body { color: #222; background: #fff } :focus-visible { outline: 2px solid #00f }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }
@media print { details::details-content { content-visibility: visible; display: block } }</style></head>
<body><main><h1>Sound</h1>
<p><a href="#more">More</a> <a href="https://a.example/" rel="noopener">Elsewhere</a></p>
<h2 id="more">More</h2>
<details><summary>Folded</summary><p>Words <input type="checkbox" aria-label="done"></p></details>
<figure aria-label="Over time"><svg role="img" viewBox="0 0 100 100" width="100" fill="currentColor"><title>Two figures</title><desc>They rise.</desc>
<g class="values"><path d="M10 80H90"/><text x="8" y="86">1,000</text><path d="M10 20H90"/><text x="8" y="26">1.2 thousand</text></g>
<g class="days"><path d="M10 90H90"/><path d="M20 90V96"/><text x="20" y="99">1 Feb</text><text x="20" y="99">2024</text><path d="M80 90V96"/><text x="80" y="99">11 Feb</text></g>
<g class="plot" data-scale="linear"><g class="mark" data-claim="0:c1" data-day="2024-02-01" data-value="1000"><circle cx="20" cy="80" r="2"/></g>
<g class="mark" data-claim="0:c2" data-day="2024-02-06" data-value="1100"><path transform="translate(50 50)" d="M-1 -1H1V1H-1Z"/></g></g></svg>
<table><caption>Over time</caption><thead><tr><th scope="col">Figure</th></tr></thead><tbody><tr><td>1,000</td></tr><tr><td>1,100</td></tr></tbody></table></figure>
</main></body></html>
"##;

type Check = fn(&Session) -> Vec<String>;

/// What is changed in the page, and what is said of it.
const FLAWS: [(Check, &str, &str, &str); 24] = [
    (
        checks::opening,
        "</main>",
        "<script>throw Error('it broke')</script></main>",
        "it broke",
    ),
    (
        checks::opening,
        "</main>",
        "<img alt='' src='other.png'></main>",
        "asks for file:",
    ),
    (
        checks::fitting,
        "<p>",
        "<p style='width: 900px'>",
        "340: body > main > p",
    ),
    (
        checks::fitting,
        "<p>",
        "<p style='contain: paint'><span style='display: block; width: 900px'>cut</span>",
        "340: main > p > span",
    ),
    (
        checks::links,
        "id=\"more\"",
        "id=\"less\"",
        "#more leads nowhere",
    ),
    (checks::links, "<h1>", "<h1 id=\"more\">", "id more twice"),
    (
        checks::links,
        "https://a",
        "javascript:a",
        "is no address of the web",
    ),
    (
        checks::links,
        " rel=\"noopener\"",
        "",
        "without rel=noopener",
    ),
    (
        checks::foreign,
        "<h1>",
        "<x-hostile></x-hostile><h1>",
        "<x-hostile>",
    ),
    (checks::foreign, "<h1>", "<h1 onclick='1'>", "h1 onclick"),
    (checks::outline, " lang=\"en\"", "", "no lang"),
    (checks::outline, "h2", "h3", "h3 after h1"),
    (
        checks::outline,
        "<desc>They rise.</desc>",
        "",
        "has no desc",
    ),
    (
        checks::marks,
        "cy=\"80\"",
        "cy=\"77\"",
        "0:c1 (1000) stands at y 77",
    ),
    (checks::marks, "(50 50)", "(53 50)", "0:c2 stands at x 53"),
    (
        checks::marks,
        "<tr><td>1,100</td></tr>",
        "",
        "2 marks, 1 rows",
    ),
    (
        checks::names,
        " aria-label=\"done\"",
        "",
        "a checkbox without a name",
    ),
    (
        checks::names,
        "<title>Two figures</title>",
        "",
        "image without a name",
    ),
    (checks::contrast, "color: #222", "color: #888", "light: "),
    (checks::contrast, "color: #eee", "color: #444", "dark: "),
    // Out of sight, and drawn only once it is not.
    (
        checks::contrast,
        "</main>",
        "<div style='content-visibility: auto; margin-top: 5000px'><p style='color: #888'>pale</p></div></main>",
        "p has 3.54 to 1: pale",
    ),
    (
        checks::links,
        "<h2",
        "<h3 id='x'>a</h3><p aria-labelledby='y'>b</p><h2",
        "aria-labelledby=y names nothing",
    ),
    (
        checks::keyboard,
        "outline: 2px solid #00f",
        "outline: none",
        "does not show the focus",
    ),
    (
        checks::paper,
        "details::details-content",
        "x",
        "stays folded",
    ),
];

#[test]
fn every_check_finds_the_flaw_that_it_is_for() {
    let Some(session) = Session::new() else {
        return;
    };
    let desk = Desk::new("browser-flawed", &[("sound.html", SOUND)]);
    let told = |check: Check, file: &str| {
        session.set_width(1280);
        session.set_media("screen", "light");
        session.open(&desk.path().join(file));
        check(&session)
    };
    for (check, sound, flawed, expected) in FLAWS {
        assert_eq!(
            told(check, "sound.html"),
            Vec::<String>::new(),
            "before {flawed}"
        );
        let page = SOUND.replacen(sound, flawed, if sound == "h2" { 2 } else { 1 });
        assert_ne!(page, SOUND, "{sound}");
        desk.write("flawed.html", page.as_bytes());
        let complaints = told(check, "flawed.html");
        let found = complaints.iter().any(|line| line.contains(expected));
        assert!(
            found,
            "{flawed}: expected {expected:?}, found {complaints:?}"
        );
    }
}

#[test]
fn a_box_that_comes_up_is_told() {
    let Some(session) = Session::new() else {
        return;
    };
    let page = SOUND.replace(
        "</main>",
        "</main><script>setTimeout(() => alert('boo'))</script>",
    );
    let desk = Desk::new("browser-box", &[("box.html", page)]);
    session.open(&desk.path().join("box.html"));
    let mut told = None;
    for _ in 0..50 {
        told = told.or_else(|| session.alert());
        if told.is_none() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
    assert_eq!(told.as_deref(), Some("boo"));
}
