//! Files of every format as documents: sections, places, and what is said about what cannot be read.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot find its words has failed"
)]

use claimlint::document::{
    Date, Document, Format, Furniture, Read, Section, markdown, plain, read,
};
use proptest::prelude::*;

fn furniture() -> Furniture {
    Furniture {
        lines: vec!["left menu".to_owned()],
        prefixes: vec!["this story has not been edited by".to_owned()],
        captions: vec!["Photo:".to_owned()],
    }
}

fn of_plain(raw: &str) -> Document {
    plain("a.txt", raw.to_owned(), &furniture()).0
}

fn of_markdown(raw: &str) -> Document {
    markdown("a.md", raw.to_owned(), &furniture()).0
}

fn of_bytes(format: Format, bytes: &[u8]) -> Read {
    read(format, "in/rows.jsonl", bytes.to_vec(), &furniture())
}

/// Every block as its section and its words.
fn blocks(document: &Document) -> Vec<(&str, &str)> {
    let words = |start, end| &document.text()[start..end];
    document
        .blocks
        .iter()
        .map(|block| (block.section.as_str(), words(block.start, block.end)))
        .collect()
}

fn told(problems: &[claimlint::problem::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The raw bytes behind the first place where some words are read.
fn raw_of<'a>(document: &'a Document, words: &str) -> &'a str {
    let start = document.text().find(words).expect("words that are read");
    &document.raw[document.span_in_raw(start..start + words.len())]
}

#[test]
fn a_date_in_front_of_the_first_words() {
    let document = of_plain(
        " date 2024-02-14 Left Menu\r\n\r\nFlood kills 12\r\n\r\nTwelve died.\r\n\r\nMore.\r\n",
    );
    assert_eq!(document.published, Some(Date::constant(2024, 2, 14)));
    assert_eq!(document.source, "a.txt");
    assert_eq!(
        blocks(&document),
        [
            ("furniture", "Left Menu"),
            ("headline", "Flood kills 12"),
            ("lede", "Twelve died."),
            ("body", "More.")
        ]
    );
}

#[test]
fn a_head_of_keys() {
    let raw = "\u{feff}Title: Flood kills 12\nDate: 14 Feb 2024\nSource: The Daily\nLink: http://d/1\n\n\
               Flood kills 12\n\nTwelve died.\n";
    let document = of_plain(raw);
    assert_eq!(document.published, Some(Date::constant(2024, 2, 14)));
    assert_eq!(
        (document.source.as_str(), document.url.as_deref()),
        ("The Daily", Some("http://d/1"))
    );
    assert_eq!(
        blocks(&document),
        [
            ("headline", "Flood kills 12"),
            ("headline", "Flood kills 12"),
            ("lede", "Twelve died.")
        ]
    );
    assert_eq!(
        document.line_column(document.blocks[0].start),
        (1, 9),
        "the byte order mark counts"
    );
    assert_eq!(document.section_at(document.blocks[2].start), Section::Lede);
    assert_eq!(
        document.section_at(raw.find("The Daily").unwrap()),
        Section::Furniture
    );
    assert_eq!(
        document.section_at(document.blocks[2].end),
        Section::Furniture
    );
}

#[test]
fn a_date_that_cannot_be_read_is_a_remark() {
    let (document, remarks) = plain(
        "a.txt",
        "Date: 2004/2005\n\nTwelve died.".into(),
        &furniture(),
    );
    assert_eq!(document.published, None);
    let expected = "a.txt:1:7: the date \"2004/2005\" cannot be read; the article counts as undated\n  \
                    help: write it as YYYY-MM-DD";
    assert_eq!(told(&remarks), [expected]);
}

#[test]
fn sections_of_plain_text() {
    let long = "word ".repeat(50);
    let cases: [(&str, &[&str]); 12] = [
        ("One dead\n\nText.", &["headline", "lede"]),
        ("One died.\n\nText.", &["lede", "body"]),
        ("\"One died.\"\n\nText.", &["lede", "body"]),
        ("Will one die?\n\nText.", &["headline", "lede"]),
        ("Only one", &["lede"]),
        ("One dead\n\nLeft menu", &["lede", "furniture"]),
        (
            "Title: He died.\n\nHe died.\n\nText.",
            &["headline", "headline", "lede"],
        ),
        (
            "Photo: 3 men\n\nOne dead\n\nText.",
            &["caption", "headline", "lede"],
        ),
        (&format!("{long}\n\nText."), &["lede", "body"]),
        (
            "One dead\n\nText.\n\n(AP) RUP RUP\n\n(This story has not been edited by us.)",
            &["headline", "lede", "furniture", "furniture"],
        ),
        ("AFP\n\nText.", &["headline", "lede"]),
        (
            "One dead\n\nText.\n\nUNICEF\n\nText.\n\nText.",
            &["headline", "lede", "body", "body", "body"],
        ),
    ];
    for (raw, sections) in cases {
        let document = of_plain(raw);
        let found: Vec<&str> = blocks(&document)
            .into_iter()
            .map(|(section, _)| section)
            .collect();
        assert_eq!(found, sections, "{raw}");
    }
}

#[test]
fn paragraphs_are_wrapped_or_a_block_a_line() {
    let wrapped = "The flood that came on Monday night killed twelve\npeople in the old town and three more beyond.";
    assert_eq!(blocks(&of_plain(wrapped)), [("lede", wrapped)]);
    let lines = "Flood kills 12\nTOWN, Monday\nTwelve died.";
    assert_eq!(blocks(&of_plain(lines)).len(), 3);
    let under = format!(
        "The flood that came on Monday night killed twelve\n{}",
        "word ".repeat(40)
    );
    assert_eq!(
        blocks(&of_plain(&under)).len(),
        2,
        "a headline above a long line"
    );
    let list = "- twelve people who lived in the old town died\n- three people who lived beyond it were hurt";
    assert_eq!(blocks(&of_plain(list)).len(), 2, "a list");
}

#[test]
fn markdown_is_read_without_markup() {
    let raw = "---\ntitle: \"Flood kills 12\"\ndate: 2024-02-14\nsource: The Daily\ntags: [a, b]\nurl:\n---\n\
               # Town under *water*\n\nAbout **1,200** people [fled](http://x/99) &amp; 3 did `not 4`.\nMore \\*.\n\n\
               <!-- 5 -->\n\n![Two men](x/6.png)\n\n## Later\n\n- item 7\n\n      8\n\n| a | b |\n|---|---|\n| 9 | 10 |\n\n\
               ```\n11\n```\n\n~~12~~ 13 died <https://x/14>\n";
    let (document, remarks) = markdown("a.md", raw.to_owned(), &furniture());
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(document.published, Some(Date::constant(2024, 2, 14)));
    assert_eq!(
        (document.source.as_str(), document.url.as_deref()),
        ("The Daily", None)
    );
    assert_eq!(
        blocks(&document),
        [
            ("headline", "Flood kills 12"),
            ("headline", "Town under water"),
            ("lede", "About 1,200 people fled & 3 did .\nMore *."),
            ("caption", "Two men"),
            ("body", "Later"),
            ("body", "item 7"),
            ("body", "a"),
            ("body", "b"),
            ("body", "9"),
            ("body", "10"),
            ("body", "13 died"),
        ]
    );
    for (words, behind) in [
        ("Flood kills 12", "Flood kills 12"),
        ("1,200", "1,200"),
        ("About 1,200", "About **1,200"),
        ("1,200 people", "1,200** people"),
        ("&", "&amp;"),
        ("& 3", "&amp; 3"),
        ("people fled", "people [fled"),
        (".\nMore *", ".\nMore \\*"),
        ("13", "13"),
    ] {
        assert_eq!(raw_of(&document, words), behind);
    }
    let start = document.text().find("13 died").unwrap();
    let at = document.span_in_raw(start..start + 2).start;
    assert_eq!(
        document.line_text(document.line_column(at).0),
        "~~12~~ 13 died <https://x/14>"
    );
}

#[test]
fn what_is_unread_parts_words_and_emphasis_does_not() {
    let document = of_markdown("One<br>2`3`4<b>5</b>**6**");
    assert_eq!(blocks(&document), [("lede", "One 2 456")]);
}

#[test]
fn comments_that_speak_to_the_program() {
    let raw = "# T\n\n<!-- claimlint-ignore sum: settled -->\nOne of 3.\n\nTwo <!--claimlint-x--> of 4.\n\n\
               <!-- a note on claimlint-ignore -->\n\n<!-- one -->\n<!-- claimlint-ignore\n  ratio: long -->\n\n\
               - Three\n\n```\n<!-- claimlint-ignore code: no -->\n```\n\n<!-- claimlint-open\n";
    let document = of_markdown(raw);
    let found: Vec<_> = document
        .comments
        .iter()
        .map(|comment| {
            let next = document.blocks.iter().find(|block| block.end > comment.at);
            assert!(raw[comment.start..].starts_with("<!--"));
            (
                comment.text.as_str(),
                next.map(|block| &document.text()[block.start..block.end]),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("claimlint-ignore sum: settled", Some("One of 3.")),
            ("claimlint-x", Some("Two  of 4.")),
            ("claimlint-ignore\n  ratio: long", Some("Three")),
        ]
    );
}

#[test]
fn words_behind_a_comment_are_read_and_one_without_an_end_is_told() {
    let document = of_markdown("Lede.\n\n<!-- note --> One of 3.\n\n<!-- a\nb --> Two **of** 4.\n");
    let read: Vec<_> = blocks(&document)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(read, ["Lede.", "One of 3.", "Two **of** 4."]);
    assert_eq!(raw_of(&document, "One of 3."), "One of 3.");
    let (document, remarks) = markdown(
        "a.md",
        "Lede.\n\n<!-- draft\n\n12 died.\n".to_owned(),
        &furniture(),
    );
    assert_eq!(blocks(&document).len(), 1);
    let expected = "a.md:3:1: this comment has no end, so that nothing behind it is read";
    assert!(told(&remarks)[0].starts_with(expected), "{remarks:?}");
}

#[test]
fn broken_front_matter_is_a_remark() {
    let raw = "---\ntitle: Flood: 12 dead\ndate: '6/8/2016'\n---\n\nTwelve died.\n";
    let (document, remarks) = markdown("a.md", raw.to_owned(), &furniture());
    assert_eq!(
        blocks(&document),
        [("headline", "Flood: 12 dead"), ("lede", "Twelve died.")]
    );
    let told = told(&remarks);
    assert!(
        told[0].starts_with("a.md:2:13: the front matter is not valid YAML: "),
        "{told:?}"
    );
    assert!(
        told[1].starts_with("a.md:3:7: the date \"6/8/2016\" could be either 6 August or 8 June"),
        "{told:?}"
    );
}

#[test]
fn headings_of_markdown() {
    let sections = |raw| {
        blocks(&of_markdown(raw))
            .into_iter()
            .map(|(section, _)| section.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        sections("## One\n\nText.\n\n# Two\n\nText."),
        ["headline", "lede", "body", "body"]
    );
    assert_eq!(
        sections("# One\n\n## Two\n\n# Three\n\nText."),
        ["headline", "body", "headline", "lede"]
    );
    assert_eq!(sections("One\n\nText."), ["headline", "lede"]);
    assert_eq!(
        sections("---\n\nText.\n\n---\n\nText."),
        ["lede", "body"],
        "a rule is no front matter"
    );
}

#[test]
fn rows_of_json_lines() {
    let bytes = b"\xEF\xBB\xBF{\"id\":\"r1\",\"date\":null,\"published\":\"2024-02-14\",\"title\":\"T\",\"body\":\"One dead\\n\\nText.\"}\r\n\
        \n{\"id\":7,\"source\":\"The Daily\",\"date\":\"2004/2005\",\"text\":\"Text.\"}\n\
        {\"text\":\"a\" \"b\"}\n\
        {\"text\":12}\n\
        {\"title\":\"T\"}\n\
        [1]\n\
        {\"text\":\" \"}\n\
        {\"text\":\"caf\xE9\"}\n\
        {\"text\":\"Te\n\
        {\"id\":\"\",\"maintext\":\"Last.\",\"extra\":[1,{}]}";
    let found = of_bytes(Format::JsonLines, bytes);
    let row = |(line, document): &(Option<usize>, Document)| {
        (
            line.unwrap_or(0),
            document.id.clone(),
            document.source.clone(),
            document.published.is_some(),
        )
    };
    let rows: Vec<_> = found.documents.iter().map(row).collect();
    assert_eq!(
        rows,
        [
            (1, "r1".to_owned(), "rows.jsonl".to_owned(), true),
            (3, "7".to_owned(), "The Daily".to_owned(), false),
            (
                11,
                "in/rows.jsonl:11".to_owned(),
                "rows.jsonl".to_owned(),
                false
            ),
        ]
    );
    assert_eq!(
        blocks(&found.documents[0].1),
        [("headline", "One dead"), ("lede", "Text.")]
    );
    assert_eq!(told(&found.remarks).len(), 1);
    assert!(
        told(&found.remarks)[0]
            .starts_with("in/rows.jsonl:3:37: the date \"2004/2005\" cannot be read")
    );
    assert_eq!(
        told(&found.problems),
        [
            "in/rows.jsonl:4:13: broken JSON: expected `,` or `}`, found `\"`",
            "in/rows.jsonl:5:9: the text is a number, expected a string in one of the fields \"text\", \"body\", \"maintext\"",
            "in/rows.jsonl:6:1: no text: expected one of the fields \"text\", \"body\", \"maintext\"",
            "in/rows.jsonl:7:1: expected an object with the fields of an article, found a list",
            "in/rows.jsonl:8:9: the text is empty: expected an article",
            "in/rows.jsonl:9:13: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252\n  \
         help: convert it with `iconv -f WINDOWS-1252 -t UTF-8`",
            "in/rows.jsonl:10:12: broken JSON: the text ends inside a string, expected a closing `\"`",
        ]
    );
}

#[test]
fn json_files() {
    let list = of_bytes(
        Format::Json,
        b"[\n {\"id\":\"a\",\"text\":\"One.\"},\n {\"text\":\"Two.\"},\n {\"text\" 3}\n]",
    );
    let ids: Vec<_> = list
        .documents
        .iter()
        .map(|(line, document)| (line.unwrap_or(0), document.id.as_str()))
        .collect();
    assert_eq!(ids, [(2, "a"), (3, "in/rows.jsonl:3")]);
    assert_eq!(
        told(&list.problems),
        ["in/rows.jsonl:4:10: broken JSON: expected `:`, found `3`"]
    );
    let one = of_bytes(Format::Json, b" {\"text\":\"One.\"}\n");
    assert_eq!((one.documents.len(), one.problems.len()), (1, 0));
    let lines = of_bytes(Format::Json, b"{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
    assert_eq!(
        told(&lines.problems),
        [
            "in/rows.jsonl:2:1: broken JSON: expected the end, found `{`\n  \
         help: a file with one object a line is JSON Lines: name it .jsonl"
        ]
    );
    let word = of_bytes(Format::Json, b"\n 12");
    assert_eq!(
        told(&word.problems),
        ["in/rows.jsonl:2:2: expected a JSON object or a list of objects, found `12`"]
    );
}

#[test]
fn bytes_that_are_no_article() {
    let long = [b"Text.\n".as_slice(), &vec![b'a'; 16 * 1024 * 1024 + 1]].concat();
    let cases: [(&[u8], &str); 7] = [
        (b"", "the file is empty: expected an article"),
        (
            b"\xEF\xBB\xBF \r\n",
            "the file is empty: expected an article",
        ),
        (b"a\0b", "looks like a binary file, expected text"),
        (b"\xFF\xFEa\0", "the file is UTF-16, expected UTF-8"),
        (
            b"One.\r\nna\xC3\xAFve caf\xE9 3",
            "2:10: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252",
        ),
        (
            b"caf\xC3",
            "1:4: the text ends in the middle of a UTF-8 character",
        ),
        (
            &long,
            "2:1: the line has 16777217 bytes, expected at most 16777216 (16 MiB)",
        ),
    ];
    for (bytes, expected) in cases {
        let found = of_bytes(Format::Plain, bytes);
        assert!(found.documents.is_empty());
        let told = told(&found.problems).join("\n");
        assert!(told.contains(expected), "{told}");
    }
    let rows = [
        b"{\"text\":\"One.\"}\n",
        long.as_slice(),
        b"\n{\"text\":\"Two.\"}",
    ]
    .concat();
    let found = of_bytes(Format::JsonLines, &rows);
    assert_eq!(
        (found.documents.len(), found.problems.len()),
        (2, 2),
        "only the long line and `Text.` are lost"
    );
}

#[test]
fn formats_go_by_the_ending() {
    for (path, format) in [
        ("a.md", Format::Markdown),
        ("a.MDX", Format::Markdown),
        ("a.html", Format::Html),
        ("a.HTM", Format::Html),
        ("a.xhtml", Format::Html),
        ("a.json", Format::Json),
        ("a.b.ndjson", Format::JsonLines),
        ("a.jsonl", Format::JsonLines),
        ("md", Format::Plain),
        ("x.md/draft", Format::Plain),
    ] {
        assert_eq!(Format::of_path(path), format, "{path}");
    }
}

/// Pieces that make Markdown of every kind when they are strung together.
fn markdown_source() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "12",
        "é",
        "“",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "[",
        "](",
        ")",
        "![",
        "<b>",
        "<br>",
        "<!--",
        "-->",
        "<https://x>",
        "&amp;",
        "&nGg;",
        "&#0;",
        "\\",
        "\\*",
        "| ",
        "|",
        "|---|\n",
        "---\n",
        "title: ",
        "date: ",
        ": ",
        "\u{feff}",
        "\0",
        "===\n",
        ".",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn holds_together(document: &Document) -> Result<(), TestCaseError> {
    let mut last = 0;
    for block in &document.blocks {
        prop_assert!(
            last <= block.start && block.start < block.end && block.end <= document.text().len()
        );
        prop_assert!(document.text().get(block.start..block.end).is_some());
        prop_assert_eq!(document.section_at(block.start), block.section);
        last = block.end;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn markdown_maps_back_to_the_file(raw in markdown_source()) {
        let document = of_markdown(&raw);
        holds_together(&document)?;
        let mut last = 0;
        for block in &document.blocks {
            let behind = document.span_in_raw(block.start..block.end);
            prop_assert!(last <= behind.start && behind.start < behind.end, "{:?} {:?}", behind, raw);
            prop_assert!(raw.get(behind.clone()).is_some(), "{:?} {:?}", behind, raw);
            last = behind.end;
            let words = &document.text()[block.start..block.end];
            for (at, character) in words.char_indices() {
                let span = block.start + at..block.start + at + character.len_utf8();
                let one = document.span_in_raw(span);
                prop_assert!(behind.start <= one.start && one.end <= behind.end);
                let source = raw.get(one);
                prop_assert!(source.is_some());
                if character.is_alphanumeric() && source.is_some_and(|source| source.len() == character.len_utf8()) {
                    let character = character.to_string();
 prop_assert_eq!(source, Some(character.as_str()));
                }
            }
            if let Some(within) = raw.get(behind.clone()) && within.len() == words.len() && !within.contains(['&', '\r', '\0']) {
                prop_assert_eq!(within, words);
            }
        }
    }

    #[test]
    fn any_string_is_read(raw in any::<String>()) {
        holds_together(&of_plain(&raw))?;
        holds_together(&of_markdown(&raw))?;
        for format in [Format::Plain, Format::Markdown, Format::Json, Format::JsonLines] {
            for (_, document) in of_bytes(format, raw.as_bytes()).documents {
                holds_together(&document)?;
                prop_assert!(document.line_column(usize::MAX).0 >= 1);
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), start in prop::sample::select(vec!["", "[{\"text\":", "{\"text\":\"", "---\n"])) {
        let bytes = [start.as_bytes(), &bytes].concat();
        for format in [Format::Plain, Format::Markdown, Format::Json, Format::JsonLines] {
            for (_, document) in of_bytes(format, &bytes).documents {
                holds_together(&document)?;
            }
        }
    }
}
