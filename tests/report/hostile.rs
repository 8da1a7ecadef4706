//! What articles say is shown as text, whatever it would be elsewhere.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::common::Desk;
use crate::{count, page};

/// Two rows at odds, whose every field would like to be more than text.
fn hostile(test: &str) -> Desk {
    let row = |id: &str, figure: &str| {
        let field = |name: &str, value: &str| format!("\"{name}\":\"{value}\"");
        let text = format!(
            "{figure} people are sheltering in Goma, <img src=x onerror=alert(1)> said. It said \\u202e12\\u202c \
             tents stood there. </style></script><script>alert(2)</script> {{{{ 7*7 }}}} {{% raw %}} \
             [a](javascript:alert(3)) `code` | cell | **bold** &lt;b&gt; ]]> -->"
        );
        let fields = [
            field("id", id),
            field("date", "2024-03-05"),
            field("source", &format!("\\\"><script>alert({id})</script>")),
            field("title", "<h1 onclick='alert(4)'>T</h1>"),
            field("url", "javascript:alert(5)//https://a.example"),
            field("text", &text),
        ];
        format!("{{{}}}\n", fields.join(","))
    };
    let rows = row("1", "Some 45,000") + &row("2", "About 60,000");
    Desk::new(test, &[("rows.jsonl", rows)])
}

#[test]
fn html_from_an_article_is_text() {
    let page = page(&hostile("report-hostile"), &["rows.jsonl"]);
    for never in [
        "<script",
        "<img",
        "<h1 onclick",
        "href=\"javascript",
        "\u{202e}",
        "\u{202c}",
        " 49 ",
    ] {
        assert!(!page.contains(never), "{never} in {page}");
    }
    assert_eq!(count(&page, "<h1"), 1);
    assert!(page.contains("&lt;script&gt;alert(2)"), "{page}");
    assert!(page.contains("{{ 7*7 }}"), "{page}");
    assert!(page.contains("\u{fffd}<mark>12</mark>\u{fffd}"), "{page}");
}

#[test]
fn markup_from_an_article_is_text_in_markdown() {
    let desk = hostile("report-hostile-markdown");
    let run = desk.run(&["report", "--format", "markdown", "rows.jsonl"]);
    assert_eq!(run.status, Some(0), "{run:?}");
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(&run.out, options) {
        let is_markup = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
        );
        assert!(!is_markup, "{event:?} in {}", run.out);
    }
    let rows: Vec<usize> = run
        .out
        .lines()
        .filter(|line| line.starts_with("| ☐"))
        .map(|line| line.replace("\\|", "").matches('|').count())
        .collect();
    assert!(
        !rows.is_empty() && rows.iter().all(|cells| *cells == 8),
        "{rows:?}"
    );
}
