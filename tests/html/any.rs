//! What holds for any page, however long or broken.

use claimlint::document::{Document, Format, Read, markdown, read};
use proptest::prelude::*;

use super::{furniture, page};

#[test]
fn deep_and_broken_pages_are_read_in_time() {
    let many = |part: &str| part.repeat(300_000 / part.len());
    for start in [
        many("<div>"),
        many("<b><p>"),
        many("<i>") + &many("</b>"),
        many("<ul><li>"),
        many("<table><tr><td>"),
        many("<article>"),
        many("<span hidden>"),
        many("<a b=c d>"),
        "<p ".to_owned() + &many("a "),
        "<title>".to_owned() + &many("&amp;"),
        "<script type=application/ld+json>".to_owned() + &many("[") + "</script>",
        many("<!--"),
        many("</p>"),
        many("<h1>a"),
        many("&"),
        many("<br>x"),
        many("<"),
    ] {
        let started = std::time::Instant::now();
        page(&start);
        let (name, took) = (&start[..start.len().min(40)], started.elapsed());
        assert!(took.as_secs() < 20, "{name} took {took:?}");
    }
}

/// Pieces that make pages of every kind when they are strung together.
fn source() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "12",
        "é",
        "“",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "\u{feff}",
        ".",
        "<",
        ">",
        "&",
        "&amp;",
        "&nbsp",
        "&#49;",
        "&#13;",
        "&nGg;",
        "&#x",
        "<p>",
        "</p>",
        "<P hidden>",
        "<b>",
        "</b>",
        "<br>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<article>",
        "</article>",
        "<main>",
        "</main>",
        "<nav>",
        "</nav>",
        "<header>",
        "</header>",
        "<form>",
        "<li>",
        "<ul>",
        "</ul>",
        "<table>",
        "<td>",
        "</table>",
        "<del>",
        "</del>",
        "<sup>",
        "</sup>",
        "<a href=x>",
        "<figcaption>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<head>",
        "<body>",
        "<svg>",
        "</svg>",
        "<pre>",
        "</pre>",
        "<img/>",
        "<!--",
        "claimlint-x",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!doctype html>",
        "<meta property=og:title content='",
        "'>",
        "\"",
        "<time datetime=2024-01-01>",
        "<script type=application/ld+json>",
        "{\"@type\":\"Article\",\"headline\":\"12\"}",
        "<plaintext>",
    ]);
    prop::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

/// Blocks stand in order, and each goes back to its bytes of the file.
fn maps_back(document: &Document) -> Result<(), TestCaseError> {
    let raw = &document.raw;
    let (mut read, mut last) = (0, 0);
    for block in &document.blocks {
        prop_assert!(read <= block.start && block.start < block.end);
        prop_assert!(document.text().get(block.start..block.end).is_some());
        read = block.end;
        let behind = document.span_in_raw(block.start..block.end);
        prop_assert!(
            last <= behind.start && behind.start < behind.end,
            "{:?} {:?}",
            behind,
            raw
        );
        prop_assert!(raw.get(behind.clone()).is_some(), "{:?} {:?}", behind, raw);
        last = behind.end;
        for (at, character) in document.text()[block.start..block.end].char_indices() {
            let span = block.start + at..block.start + at + character.len_utf8();
            let one = document.span_in_raw(span);
            prop_assert!(behind.start <= one.start && one.end <= behind.end);
            let source = raw.get(one);
            prop_assert!(source.is_some());
            let source = source.unwrap_or_default();
            if character.is_alphanumeric() && !source.starts_with('&') {
                prop_assert_eq!(source, character.to_string());
            }
        }
    }
    for comment in &document.comments {
        prop_assert!(
            document.text().get(comment.at..).is_some() || comment.at == document.text().len() + 2
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn pages_map_back_to_the_file(raw in source()) {
        maps_back(&page(&raw).0)?;
    }

    #[test]
    fn any_string_is_read(raw in any::<String>()) {
        maps_back(&page(&raw).0)?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), start in source()) {
        let bytes = [start.as_bytes(), &bytes].concat();
        let found: Read = read(Format::Html, "a.html", bytes, &furniture());
        for (_, document) in found.documents {
            maps_back(&document)?;
        }
    }

    #[test]
    fn plain_paragraphs_read_as_in_markdown(words in prop::collection::vec("[a-zé0-9]{1,6}", 1..12)) {
        let text = words.join(" ");
        let (as_page, _) = page(&format!("<p>{text}</p>\n<p>{text}</p>"));
        let (as_markdown, _) = markdown("a.md", format!("{text}\n\n{text}"), &furniture());
        prop_assert_eq!(as_page.text(), as_markdown.text());
    }
}
