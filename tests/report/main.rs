//! `claimlint report`: the fact-check report, as a person gets it.

#![expect(
    clippy::expect_used,
    reason = "a report that cannot be read is a failed test"
)]

#[path = "../common/mod.rs"]
mod common;

mod hostile;
mod template;

use common::{AT_ODDS, Desk, GOMA, QUOTED, SOUND, root, run_in};

fn desk(test: &str) -> Desk {
    Desk::new(test, &GOMA)
}

/// A page without its style.
fn page(desk: &Desk, args: &[&str]) -> String {
    let run = desk.run(&[&["report"], args].concat());
    assert_eq!(run.status, Some(0), "{run:?}");
    let (head, rest) = run.out.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("an end of the style");
    format!("{head}{body}")
}

/// How often a text holds another.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn what_differs_comes_first_with_its_quotes_side_by_side() {
    let page = page(&desk("report-differs"), &["."]);
    let at = |part: &str| {
        page.find(part)
            .unwrap_or_else(|| panic!("{part} in {page}"))
    };
    let order = [
        "<h1>Figures differ in one place</h1>",
        "2 articles, 5 Mar 2024 to 8 Mar 2024. 2 figures read, 2 compared. 1 figure names no source.",
        "<a href=\"#d1\">Reports differ on the people in Goma: Some 45,000, About 60,000 (25% apart)</a>",
        "Warning: differ, at different times",
        "goma-a.txt &#x2f; The Lake Post",
        "id=\"d1\"",
        "<mark>Some 45,000</mark> people are sheltering",
        "According to UN",
        "<mark>About 60,000</mark>",
        "<cite dir=\"auto\">The Lake Post</cite>",
        "No source found for the figure",
        "aria-labelledby=\"d1-bars-",
        "Likely cause",
        "To ask",
        "<code>people-in-place</code>",
        "id=\"checklist\"",
        "id=\"checked\"",
    ];
    for pair in order.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}");
    }
    assert!(!page.contains("right</"), "never a verdict on truth");
}

#[test]
fn the_checklist_has_every_figure_and_says_what_it_lacks() {
    let text = "Date: 2024-03-05\nTitle: Floods\n\nThe flood killed 26 people in Manila, police said. \
                Some 300 others were hurt. Losses came to $4m, and rain fell for 12 hours.\n";
    let desk = Desk::new("report-checklist", &[("a.txt", text)]);
    let page = page(&desk, &["a.txt"]);
    let all = desk.run(&["extract", "--all", "--format", "jsonl", "a.txt"]);
    assert_eq!(count(&page, "type=\"checkbox\""), all.out.lines().count());
    for figure in [
        "<mark>26</mark>",
        "<mark>Some 300</mark>",
        "<mark>$4m</mark>",
        "<mark>12 hours</mark>",
    ] {
        assert_eq!(count(&page, figure), 1, "{figure}");
    }
    assert_eq!(count(&page, "<span class=\"lack\">no source</span>"), 3);
    assert!(page.contains("3 figures name no source."), "{page}");
    assert!(page.contains("<h3 dir=\"auto\">Floods</h3>"), "{page}");
}

#[test]
fn what_was_not_compared_is_told_with_the_reason() {
    let text = "Date: 2024-03-05\n\nThe flood killed 26 people in Manila, police said. \
                Rain fell for 12 hours. Up to 40 people may die.\n";
    let files = [
        ("a.txt", text),
        ("b.txt", "\u{feff}"),
        ("c.jsonl", "{\"id\": 3\n"),
    ];
    let desk = Desk::new("report-reach", &files);
    let run = desk.run(&["report", "--format", "markdown", "."]);
    assert_eq!(run.status, Some(2), "{run:?}");
    let part = run.out.split("## What was checked").nth(1).expect("a part");
    assert!(
        part.contains("3 figures were read; 0 of them were held"),
        "{part}"
    );
    assert!(part.contains("- ./c.jsonl:1:9: broken JSON"), "{part}");
    let counted = part.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        cells.get(1)?.parse::<usize>().ok()
    });
    assert_eq!(counted.sum::<usize>(), 3, "each figure once: {part}");
    assert!(
        part.contains("| projected, supposed or denied, not asserted |"),
        "{part}"
    );
    assert!(part.contains(" killed-differs,"), "{part}");
}

#[test]
fn what_a_desk_has_settled_is_counted_and_not_told() {
    let desk = desk("report-settled");
    desk.write(
        "claimlint.yaml",
        b"root: true\nignore:\n  - rule: people-in-place\n    text: Some 45,000\n    reason: two camps\n",
    );
    let page = page(&desk, &["."]);
    assert!(page.contains("<h1>No disagreement found</h1>"), "{page}");
    assert!(page.contains("<li>1 ignored</li>"), "{page}");
}

#[test]
fn notes_are_told_apart_from_what_differs() {
    let desk = Desk::new("report-notes", &[("quoted.txt", QUOTED)]);
    let page = page(&desk, &["quoted.txt"]);
    assert!(page.contains("<h1>No disagreement found</h1>"), "{page}");
    assert!(page.contains("id=\"notes\""), "{page}");
    assert_eq!(count(&page, "<details class=\"note\">"), 1);
}

#[test]
fn a_file_is_written_in_the_format_of_its_ending_and_is_no_article() {
    let desk = desk("report-files");
    for (file, begins) in [
        ("out.html", "<!DOCTYPE html>"),
        ("out.md", "# Figures differ"),
        ("out.csv", "document,"),
        ("out.json", "{\n  \"@context\": \"https://schema.org\""),
    ] {
        for _ in 0..2 {
            let run = desk.run(&["report", ".", "-o", file]);
            assert_eq!(
                (run.status, &*run.out, &*run.err),
                (Some(0), "", ""),
                "{file}"
            );
        }
        let text = std::fs::read_to_string(desk.path().join(file)).expect("a file");
        assert!(text.starts_with(begins), "{file}: {text}");
        std::fs::remove_file(desk.path().join(file)).expect("removed");
    }
    let dash = desk.run(&["report", ".", "-o", "-"]);
    assert!(dash.out.starts_with("<!DOCTYPE html>"), "{dash:?}");
    assert!(!desk.path().join("-").exists());
    let odd = desk.run(&["report", ".", "-o", "out.pdf"]);
    assert_eq!(odd.status, Some(2));
    assert!(
        odd.err.contains("out.pdf: its ending tells no format"),
        "{}",
        odd.err
    );
    assert!(!desk.path().join("out.pdf").exists());
}

#[test]
fn an_article_that_is_named_is_never_overwritten() {
    let desk = desk("report-overwrite");
    let run = desk.run(&[
        "report",
        "goma-a.txt",
        "--format",
        "html",
        "-o",
        "goma-a.txt",
    ]);
    assert_eq!(run.status, Some(2), "{run:?}");
    let kept = std::fs::read_to_string(desk.path().join("goma-a.txt")).expect("a file");
    assert_eq!(kept, GOMA[0].1);
}

#[test]
fn nothing_that_may_be_an_article_is_written_over() {
    let desk = desk("report-among");
    let before = std::fs::read_to_string(desk.path().join("goma-a.txt")).expect("a file");
    for args in [
        &["report", ".", "--format", "html", "-o", "goma-a.txt"][..],
        &[
            "report",
            "goma-b.txt",
            "--against",
            ".",
            "--format",
            "html",
            "-o",
            "./goma-a.txt",
        ],
        &["timeline", ".", "--format", "csv", "-o", "goma-a.txt"],
        &["check", ".", "--output", "markdown=goma-a.txt"],
    ] {
        let run = desk.run(args);
        assert_eq!(run.status, Some(2), "{args:?}: {run:?}");
        assert!(
            run.err
                .contains("goma-a.txt: not written, because it lies among the articles"),
            "{}",
            run.err
        );
        let now = std::fs::read_to_string(desk.path().join("goma-a.txt")).expect("a file");
        assert_eq!(before, now, "{args:?}");
    }
    // Words of ours are no sign that an article is.
    desk.write(
        "goma-c.txt",
        b"Two towns compared: 12 people fled one, 14 the other.\n",
    );
    let run = desk.run(&["report", ".", "--format", "html", "-o", "goma-c.txt"]);
    assert_eq!(run.status, Some(2), "{run:?}");
    desk.write("claimlint.yaml", b"root: true\n");
    let run = desk.run(&["timeline", ".", "--format", "csv", "-o", "claimlint.yaml"]);
    assert_eq!(run.status, Some(2), "{run:?}");
    // Our own are written again.
    for args in [
        &["report", ".", "-o", "out.html"][..],
        &["report", ".", "-o", "out.md"],
        &["report", ".", "-o", "out.json"],
        &["timeline", ".", "-o", "out.txt"],
        &[
            "check",
            ".",
            "--output",
            "markdown=all.md",
            "--output",
            "text=all.txt",
            "--output",
            "json=all.json",
        ],
    ] {
        for _ in 0..2 {
            let run = desk.run(args);
            assert!(run.status < Some(2), "{args:?}: {run:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_file_that_standard_input_comes_from_is_kept() {
    let desk = desk("report-stdin");
    let file = desk.path().join("goma-a.txt");
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_claimlint"))
        .args(["report", "-", "--format", "html", "-o", "goma-a.txt"])
        .current_dir(desk.path())
        .stdin(std::fs::File::open(&file).expect("a file"))
        .output()
        .expect("the program runs");
    assert_eq!(done.status.code(), Some(2), "{done:?}");
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), GOMA[0].1);
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let desk = desk("report-same");
    for format in ["html", "markdown", "csv", "claimreview"] {
        let [one, two] = [0, 1].map(|_| desk.run(&["report", "--format", format, "."]).out);
        assert_eq!(one, two, "{format}");
    }
}

#[test]
fn one_article_has_a_report_too() {
    let files = [("odds.txt", AT_ODDS), ("sound.txt", SOUND)];
    let desk = Desk::new("report-one", &files);
    let odds = page(&desk, &["odds.txt"]);
    assert!(odds.contains("inside odds.txt"), "{odds}");
    let sound = page(&desk, &["sound.txt"]);
    assert!(
        sound.contains("<h1>Nothing could be compared</h1>"),
        "{sound}"
    );
    let apart = page(&desk, &["--per-document", "."]);
    assert!(
        apart.contains("Every article was checked by itself only"),
        "{apart}"
    );
}

#[test]
fn many_articles_are_folded_with_the_findings_first() {
    let rows = (0..500).map(|i| {
        format!("{{\"id\":\"r{i}\",\"source\":\"Wire {i}\",\"date\":\"2024-03-05\",\"text\":\"Fire {i} killed {} people in Leeds.\"}}\n", 3 + i % 40)
    });
    let desk = Desk::new("report-many", &[("rows.jsonl", rows.collect::<String>())]);
    let page = page(&desk, &["rows.jsonl"]);
    assert_eq!(count(&page, "<details class=\"article\" id=\"a"), 500);
    assert_eq!(count(&page, "<details class=\"article\" open"), 0);
    assert!(page.find("id=\"differ\"") < page.find("id=\"checklist\""));
}

#[test]
fn figures_over_time_are_drawn_with_their_table() {
    let run = run_in(root(), &["report", "examples/flood"]);
    assert_eq!(run.status, Some(0), "{run:?}");
    let (_, part) = run.out.split_once("id=\"timelines\"").expect("timelines");
    let (part, _) = part.split_once("id=\"checklist\"").expect("a checklist");
    for timeline in part.split("<details class=\"timeline\"").skip(1) {
        let (chart, table) = timeline
            .split_once("<table class=\"points\">")
            .expect("a table");
        let (_, rows) = table.split_once("<tbody>").expect("rows");
        assert!(count(chart, "class=\"mark\"") >= 3, "{chart}");
        assert_eq!(
            count(chart, "class=\"mark\""),
            count(rows, "<tr>"),
            "{timeline}"
        );
    }
}

#[test]
fn what_is_only_held_against_the_draft_is_not_listed() {
    let desk = desk("report-against");
    let page = page(&desk, &["goma-a.txt", "--against", "goma-b.txt"]);
    assert!(
        page.contains("1 article held against another one, 5 Mar 2024. 1 figure read, 1 compared."),
        "{page}"
    );
    assert_eq!(count(&page, "<details class=\"article\""), 1);
    assert!(
        page.contains("<mark>About 60,000</mark>"),
        "quoted all the same"
    );
    let rows = desk.run(&[
        "report",
        "--format",
        "csv",
        "goma-a.txt",
        "--against",
        "goma-b.txt",
    ]);
    assert_eq!(rows.out.lines().count(), 3, "{}", rows.out);
}

#[test]
fn one_source_with_two_figures_is_a_trace_to_follow() {
    let article = |name: &str, toll: &str| {
        format!(
            "Date: 2024-03-05\nSource: {name}\n\nA bus crash in Mombasa killed {toll} people, police said. The bus hit a bridge.\n"
        )
    };
    let files = [
        ("a.txt", article("Post", "14")),
        ("b.txt", article("Herald", "19")),
    ];
    let page = page(&Desk::new("report-one-source", &files), &["."]);
    assert!(page.contains("Every side cites police."), "{page}");
    assert!(page.contains("What did police say, and when?"), "{page}");
    let other = article("Herald", "19").replace("police", "the hospital");
    let files = [("a.txt", article("Post", "14")), ("b.txt", other)];
    let page = crate::page(&Desk::new("report-two-sources", &files), &["."]);
    assert!(!page.contains("Every side cites"), "{page}");
}

#[test]
fn a_headline_is_not_asked_for_the_source_that_its_text_has() {
    let text = "Date: 2024-03-05\n\nFlood kills 26 in Manila\n\nThe flood killed 26 people in Manila, police said.\n";
    let headline = page(
        &Desk::new("report-headline", &[("a.txt", text)]),
        &["a.txt"],
    );
    assert!(!headline.contains("no source"), "{headline}");
    let other = text.replace("killed 26", "killed 31");
    let other = page(
        &Desk::new("report-headline-2", &[("a.txt", other)]),
        &["a.txt"],
    );
    assert_eq!(count(&other, ">no source<"), 1, "{other}");
}

#[test]
fn what_many_say_is_counted_and_not_quoted_in_full() {
    let rows = (0..120).map(|i| {
        let toll = if i < 100 { 14 } else { 19 };
        format!("{{\"id\":\"r{i}\",\"source\":\"Wire {i}\",\"date\":\"2024-03-05\",\"text\":\"A bus crash in Mombasa killed {toll} people. Wire {i} was there.\"}}\n")
    });
    let files = [("rows.jsonl", rows.collect::<String>())];
    let page = page(&Desk::new("report-crowd", &files), &["rows.jsonl"]);
    let (_, item) = page.split_once("id=\"d1\"").expect("a finding");
    let (item, _) = item.split_once("</article>").expect("its end");
    assert!(item.contains("97 more that agree with 14"), "{item}");
    assert!(item.contains("57 more are in the checklist."), "{item}");
    assert_eq!(count(item, "<blockquote"), 3 + 40 + 20, "{item}");
}
