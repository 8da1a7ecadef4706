//! Pages that the program is run on.

use super::common::Desk;

/// A release of a ministry, as a page and as Markdown.
const RELEASE: [(&str, &str); 2] = [
    (
        "release.html",
        "<html><head><title>Harbour grants</title><meta name=\"dcterms.issued\" content=\"2024-06-03\">\
         <meta property=\"og:site_name\" content=\"Ministry of Ports\"></head><body>\
         <form id=\"aspnetForm\"><header>Page 3 of 9</header><main><h1>Grants for 31 harbours</h1>\
         <p>The harbour fund rose 8.7 percent to <b>$4.9&nbsp;million</b> from $4.1&#160;million, the ministry said.</p>\
         <p>The board has eleven members: five women and <em>seven</em> men.</p>\
         <table><tr><th>Port<th>Grants<tr><td>North quay<td>$1.2 million</table>\
         <ul><li>The flood killed 31 people in Manila on Monday.<li>It hurt 40 others.</ul>\
         </main><aside>The flood killed 99 people in Manila on Monday.</aside></form></body></html>",
    ),
    (
        "release.md",
        "---\ndate: 2024-06-03\nsource: Ministry of Ports\n---\n# Grants for 31 harbours\n\n\
         The harbour fund rose 8.7 percent to **$4.9 million** from $4.1 million, the ministry said.\n\n\
         The board has eleven members: five women and *seven* men.\n\n\
         | Port | Grants |\n|---|---|\n| North quay | $1.2 million |\n\n\
         - The flood killed 31 people in Manila on Monday.\n- It hurt 40 others.\n",
    ),
];

#[test]
fn an_article_is_checked_alike_as_a_page_and_as_markdown() {
    let desk = Desk::new("html-alike", &RELEASE);
    let findings = |name: &str| {
        let run = desk.run(&["check", "--per-document", "--format", "json", name]);
        assert_eq!((run.status, run.err.as_str()), (Some(1), ""), "{name}");
        let mut found = run.json();
        for finding in found["findings"].as_array_mut().expect("a list") {
            for location in finding["locations"].as_array_mut().expect("a list") {
                for key in ["document", "start", "end", "line", "column"] {
                    location[key].take();
                }
            }
            finding["key"].take();
        }
        found
    };
    let found = findings("release.html");
    assert_eq!(found, findings("release.md"));
    assert_eq!(found["summary"]["findings"], 2, "{found}");
    let claims = |name: &str| {
        let run = desk.run(&["extract", "--all", "--format", "csv", name]);
        let rows = run.out.lines().map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            (cells[1].to_owned(), cells[6..].join(","))
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(claims("release.html"), claims("release.md"));
}

#[test]
fn a_page_on_standard_input() {
    let desk = Desk::new::<&str>("html-pipe", &[]);
    for start in [
        "<!DOCTYPE html>",
        " \r\n<HTML>",
        "\u{feff}<!doctype HTML SYSTEM>",
    ] {
        let page =
            format!("{start}<title>x</title><nav>12 died</nav><p>Nine people died in <b>Lima</b>.");
        let run = desk.pipe(&["extract", "--format", "jsonl", "-"], page.as_bytes());
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{start}");
        let claim = run.json();
        assert_eq!(
            (&claim["text"], &claim["place"]),
            (&"Nine".into(), &"Lima".into())
        );
        assert_eq!(claim["start"], page.find("Nine").expect("it is there"));
    }
    let run = desk.pipe(
        &["extract", "--format", "jsonl", "-"],
        b"<htmlish> 9 people died in Lima.",
    );
    assert_eq!(run.json()["section"], "lede");
}

#[test]
fn pages_are_found_in_a_directory() {
    let text = "<p>The flood killed 26 people in Manila on Monday, police said.";
    let names = ["in/a.html", "in/b.HTM", "in/c.xhtml"];
    let desk = Desk::new("html-walk", &names.map(|name| (name, text)));
    let run = desk.run(&["extract", "--format", "csv", "in"]);
    let found = names.map(|name| run.out.contains(&format!("\n{name},c1,1,21,")));
    assert_eq!(found, [true; 3], "{}", run.out);
}
