//! Pages of HTML as documents: what is read of them, where it stands, and what the page says about its article.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot find its words has failed"
)]

mod common;

use claimlint::document::{Date, Document, Format, Furniture, Read, html, markdown, read};
use claimlint::problem::Problem;
use common::Desk;
use proptest::prelude::*;

fn furniture() -> Furniture {
    Furniture {
        lines: vec!["advertisement".to_owned()],
        prefixes: Vec::new(),
        captions: Vec::new(),
    }
}

fn page(raw: &str) -> (Document, Vec<Problem>) {
    html("a.html", raw.to_owned(), &furniture())
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

/// The words that are read as prose, a block a line.
fn prose(raw: &str) -> String {
    let (document, _) = page(raw);
    let blocks = blocks(&document).into_iter();
    let prose = blocks.filter(|(section, _)| *section != "furniture");
    prose.map(|(_, words)| words).collect::<Vec<_>>().join("|")
}

/// The raw bytes behind the first place where some words are read.
fn raw_of<'a>(document: &'a Document, words: &str) -> &'a str {
    let start = document.text().find(words).expect("words that are read");
    &document.raw[document.span_in_raw(start..start + words.len())]
}

#[test]
fn markup_and_the_words_that_are_read() {
    for (raw, words) in [
        ("<p>a<p>b", "a|b"),
        ("<P>a</P>\r\n<DIV>b</DIV>", "a|b"),
        (
            "<p>1<b>2</b><a href=x>3</a><span>4</span> km<sup>2</sup>",
            "1234 km2",
        ),
        (
            "<p>the 21<sup>st</sup> of 12<sup>3</sup> and 9<sup><a>[4]</a></sup> dead",
            "the 21st of 12 and 9 dead",
        ),
        ("<p>a<br>b<br/>\n c<br> <br>d", "a\nb\nc|d"),
        (
            "<p>  a \r\n\t b&nbsp;&nbsp;c&#32; d </p>",
            "a b\u{a0}\u{a0}c d",
        ),
        (
            "<p>One<br>2<code>3</code>4<img alt=\"12 men\">5<wbr>6",
            "One\n2 4 56",
        ),
        (
            "<p>a<del>9</del>b <s>8</s><strike>7</strike> <ins>c</ins>",
            "a b c",
        ),
        (
            "<p>a<!-- 1 -->b<script>2 <p>3</script><style>p{4}</style>c",
            "abc",
        ),
        (
            "<p>a</p><pre>5 <b>6</b></pre><svg><text>7</text></svg><noscript><p>8</noscript>",
            "a",
        ),
        (
            "<template><p>1</template><textarea>2</textarea><select><option>3</select><p>a",
            "a",
        ),
        (
            "<p>a <![CDATA[ 1 ]]> b <?php 2 ?> c <!DOCTYPE x> d",
            "a b c d",
        ),
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", "a|b|c|d|e"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "a|b|c"),
        (
            "<table><caption>t</caption><tr><th>a<td>b<tr><td>c</table>d",
            "t|a|b|c|d",
        ),
        (
            "<blockquote>a</blockquote><section>b</section><details><summary>c</summary>d</details>",
            "a|b|c|d",
        ),
        (
            "<p hidden>1</p><p>a<span hidden>2</span>b<i aria-hidden=TRUE>3</i></p><div aria-hidden=true><p>4</div>",
            "a b",
        ),
        ("<p hidden>1<p>a<p hidden=until-found>b", "a|b"),
        ("<div><span hidden>1<span>2</span>3</b></span>a</div>", "a"),
        ("<p>a</b></div></section>b", "a|b"),
        ("<b><p>a</b>c</p>d</b>e", "ac|de"),
        (
            "<div>a<aside>1<div>2</div></aside>b<nav>3</nav><footer>4</footer><dialog>5</dialog></div>",
            "a|b",
        ),
        (
            "<p>a <button>1</button><label>2 <input value=3></label> b",
            "a b",
        ),
        ("<form><p>Join 50,000 readers</form><p>a", "a"),
        (
            "<p>3 < 4 & 5 &lt; 6 &amp 7&bogus; é&#233;&eacute;",
            "3 < 4 & 5 < 6 & 7&bogus; ééé",
        ),
        (
            "<amp-img alt=3></amp-img><x-y>a</x-y><x-y hidden>1</x-y>",
            "a",
        ),
        ("<p>a</p><plaintext><p>b", "a|<p>b"),
        ("text alone", "text alone"),
        ("<html><head><title>1</title><p>a", "1|a"),
        (
            "<?xml version='1.0'?><html xmlns='x'><head><title/><script src='x'/></head><body><p>a</p><div/>b</body></html>",
            "a|b",
        ),
        ("<body hidden><p>a</body></html>b", "a|b"),
        ("<p>a</p><p>Advertisement</p>", "a"),
    ] {
        assert_eq!(prose(raw), words, "{raw}");
    }
}

#[test]
fn which_part_of_a_page_is_the_article() {
    for (raw, words, why) in [
        ("<header><p>1</header><main><p>a</main><p>2", "a", "main"),
        (
            "<main><p>1</p><article><header><p>a</header><p>bb</article><p>2</main>",
            "a|bb",
            "an article in main",
        ),
        (
            "<main><p>the long story<article><p>teaser</article></main>",
            "the long story",
            "teasers in main",
        ),
        (
            "<article><p>one</article><article><p>longer</article><aside><article><p>in the margin</article></aside>",
            "longer",
            "the longest",
        ),
        (
            "<article>a long list of links</article><article><p>b</article>",
            "b",
            "in paragraphs",
        ),
        (
            "<article><p>a<article><p>b</article>c</article>",
            "a|b|c",
            "a live blog",
        ),
        ("<article></article><p>a", "a", "an empty article"),
        (
            "<form id=aspnet><article><p>a</article></form>",
            "a",
            "an article in a form",
        ),
        (
            "<form id=aspnet><h1>T</h1><p>a</form>",
            "T|a",
            "a page in a form",
        ),
        (
            "<article><form><h1>T</h1></form><p>a</article>",
            "a",
            "a form in an article",
        ),
        (
            "<header><h1>Twelve dead</h1><p>1</header><article><h2>a</h2><p>b</article>",
            "Twelve dead|a|b",
            "the headline above the article",
        ),
        (
            "<h1>The Daily</h1><article><h1>T</h1><p>b</article><h1>x</h1>",
            "T|b",
            "the headline in the article",
        ),
        (
            "<header><h1>T</h1><p>1</header><p>a",
            "T|a",
            "the headline above a page",
        ),
        (
            "<article><header><span>5 min read</span><h1>T</h1><p>a</p><div>324 shares</div></header><p>b</article>",
            "T|a|b",
            "what stands above an article",
        ),
        (
            "<nav><h1>1</h1></nav><article><h1>2</h1></article><article><p>aa</article>",
            "aa",
            "titles of other things",
        ),
    ] {
        assert_eq!(prose(raw), words, "{why}: {raw}");
    }
}

/// A page as WordPress writes it.
const FLOOD: &str = r##"<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8">
<title>Flood kills 12 &#8211; The Lake Post</title>
<link rel="canonical" href="https://lake.example/flood/" />
<meta property="og:title" content="Flood kills 12 in Goma" />
<meta property="og:site_name" content="The Lake Post" />
<meta property="article:published_time" content="2024-03-05T06:10:00+00:00" />
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"99 dead","datePublished":"2020-01-01"}]}</script>
<style>p { margin: 12px }</style>
</head>
<body class="single">
<nav><ul><li><a href="/">Home</a></li><li>Top 10</li></ul></nav>
<div id="content"><main>
<article id="post-7" class="post">
	<header class="entry-header">
		<h1 class="entry-title">Flood kills 12 in&nbsp;Goma</h1>
		<span class="posted-on"><time datetime="2024-03-06">6 March</time></span>
	</header>
	<div class="entry-content">
		<p>The flood killed <strong>12</strong>&nbsp;people in
			Goma on Monday, police said.</p>
		<figure><img src="a.jpg" alt="40 men"><figcaption>Three boats on the lake</figcaption></figure>
		<!-- claimlint-ignore killed-differs: settled -->
		<p>About 1.5&nbsp;million&#8217;s worth of goods<br>was lost.</p>
		<!-- wp:table --><table><tr><th>Town</th><th>Dead</th></tr><tr><td>Goma</td><td>12</td></tr></table>
	</div>
	<footer>Filed under: 3 tags</footer>
</article>
<section id="comments"><h2>7 comments</h2></section>
</main></div>
</body></html>
"##;

#[test]
fn a_page_of_news() {
    let (document, remarks) = page(FLOOD);
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(document.source, "The Lake Post");
    assert_eq!(document.published, Some(Date::constant(2024, 3, 5)));
    assert_eq!(document.title.as_deref(), Some("Flood kills 12 in Goma"));
    assert_eq!(document.url.as_deref(), Some("https://lake.example/flood/"));
    assert_eq!(
        blocks(&document),
        [
            ("furniture", "Home"),
            ("furniture", "Top 10"),
            ("headline", "Flood kills 12 in\u{a0}Goma"),
            ("furniture", "6 March"),
            (
                "lede",
                "The flood killed 12\u{a0}people in Goma on Monday, police said."
            ),
            ("caption", "Three boats on the lake"),
            ("body", "About 1.5\u{a0}million’s worth of goods\nwas lost."),
            ("body", "Town"),
            ("body", "Dead"),
            ("body", "Goma"),
            ("body", "12"),
            ("furniture", "Filed under: 3 tags"),
            ("furniture", "7 comments"),
        ]
    );
    for (words, behind) in [
        ("12\u{a0}people", "12</strong>&nbsp;people"),
        ("killed 12\u{a0}", "killed <strong>12</strong>&nbsp;"),
        ("people in Goma", "people in\n\t\t\tGoma"),
        ("1.5\u{a0}million’s", "1.5&nbsp;million&#8217;s"),
        ("goods\nwas", "goods<br>was"),
    ] {
        assert_eq!(raw_of(&document, words), behind);
    }
    let [comment] = &document.comments[..] else {
        panic!("{:?}", document.comments)
    };
    assert_eq!(comment.text, "claimlint-ignore killed-differs: settled");
    assert!(document.text()[comment.at..].starts_with("About 1.5"));
}

#[test]
fn line_ends_and_a_byte_order_mark_keep_their_places() {
    let raw = "\u{feff}<html>\r\n<p>Énée lost\r\n12 men,\rand 3 ships.</p>";
    let (document, _) = page(raw);
    assert_eq!(
        blocks(&document),
        [("lede", "Énée lost 12 men, and 3 ships.")]
    );
    let place = |words: &str| {
        let start = document.text().find(words).expect("words that are read");
        let place = document.place(start..start + words.len());
        (&raw[place.start..place.end], place.line, place.column)
    };
    assert_eq!(place("12 men"), ("12 men", 3, 1));
    assert_eq!(place("3 ships"), ("3 ships", 4, 5));
    assert_eq!(place("lost 12"), ("lost\r\n12", 2, 9));
}

/// What a page with some lines in its head says about its article.
fn about(head: &str) -> (Option<String>, String, Option<String>, Option<String>) {
    let (document, _) = page(&format!(
        "<html><head>{head}</head><article><header><time datetime='2024-01-09'>x</time></header><p>Text."
    ));
    let day = document.published.map(|day| day.to_string());
    (document.title, document.source, day, document.url)
}

#[test]
fn what_a_page_says_about_itself_by_rank() {
    let said = |title: Option<&str>, source: &str, day: &str, url: Option<&str>| {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        (
            owned(title),
            source.to_owned(),
            Some(day.to_owned()),
            owned(url),
        )
    };
    let title = "<title> A &amp; B | The Daily </title>";
    let linked = r#"<script type="application/LD+json">[{"@type":["Thing","ReportageNewsArticle"],"headline":"Linked",
        "datePublished":"2024-01-03T01:00","publisher":{"@id":"p"},"mainEntityOfPage":{"@id":"http://l"}},
        {"@id":"p","@type":"Organization","name":"The Daily"}]</script><script>1</script>"#;
    let date = "<meta name=Date content=2024-01-05>";
    let site = "<meta property=og:site_name content='The Site'>";
    let og = "<meta content='Og' property=og:title><meta property=og:url content=http://o><meta property='article:published_time' content='2024-01-02'>";
    let canonical = "<link href=http://c rel='x Canonical'>";
    for (head, expected) in [
        ("", said(None, "a.html", "2024-01-09", None)),
        (
            title,
            said(Some("A & B | The Daily"), "a.html", "2024-01-09", None),
        ),
        (
            "<time pubdate datetime=2024-01-08>",
            said(None, "a.html", "2024-01-08", None),
        ),
        (date, said(None, "a.html", "2024-01-05", None)),
        (
            &[title, date, linked].concat(),
            said(Some("Linked"), "The Daily", "2024-01-03", Some("http://l")),
        ),
        (
            &[linked, site, og].concat(),
            said(Some("Og"), "The Site", "2024-01-02", Some("http://o")),
        ),
        (
            &[og, canonical].concat(),
            said(Some("Og"), "a.html", "2024-01-02", Some("http://c")),
        ),
        (
            &[title, "<meta property=og:site_name content='The Daily'>"].concat(),
            said(Some("A & B"), "The Daily", "2024-01-09", None),
        ),
        (
            "<meta name=date content=soon><script type=application/ld+json>{broken</script><svg><title>x</title></svg>",
            said(None, "a.html", "2024-01-09", None),
        ),
    ] {
        assert_eq!(about(head), expected, "{head}");
    }
}

#[test]
fn a_day_that_cannot_be_read_is_a_remark() {
    let (document, remarks) = page("<meta name=date content='6/8/2016'>\n<p>Text.");
    assert_eq!(document.published, None);
    let told: Vec<_> = remarks.iter().map(ToString::to_string).collect();
    let expected = "a.html:1:26: the date \"6/8/2016\" could be either 6 August or 8 June 2016; \
                    the article counts as undated\n  help: write it as YYYY-MM-DD";
    assert_eq!(told, [expected]);
}

#[test]
fn the_title_of_a_page_is_the_headline_of_an_article_without_one() {
    let headline = |raw: &str| {
        let (document, _) = page(raw);
        let (section, words) = blocks(&document)[0];
        let place = document.span_in_raw(document.blocks[0].start..document.blocks[0].end);
        (
            section.to_owned(),
            words.to_owned(),
            document.raw[place].to_owned(),
        )
    };
    let expect = |section: &str, words: &str, raw: &str| {
        (section.to_owned(), words.to_owned(), raw.to_owned())
    };
    assert_eq!(
        headline(
            "<title> Flood kills 12 - Post </title><meta property=og:site_name content=Post><p>Text."
        ),
        expect("headline", "Flood kills 12", "Flood kills 12"),
    );
    assert_eq!(
        headline("<meta property=og:title content='Flood kills 12'><p>Text."),
        expect("headline", "Flood kills 12", "Flood kills 12"),
    );
    assert_eq!(
        headline("<title>Flood kills 12</title><h1>T</h1><p>Text."),
        expect("headline", "T", "T"),
    );
    assert_eq!(
        headline("<title>Flood&nbsp;kills 12</title><p>Text."),
        expect("lede", "Text.", "Text."),
        "not as the file has it"
    );
}

#[test]
fn comments_that_speak_to_the_program() {
    let raw = "<head><!-- claimlint-ignore a: first --></head><h1>T</h1><p>One <!--claimlint-x--> of 3.</p>\
               <pre><!-- claimlint-ignore code: no --></pre><script><!-- claimlint-ignore script: no --></script>\
               <!-- a note on claimlint-ignore --><!-- claimlint-ignore\n sum: long --><ul><li>Three</ul><!-- claimlint-open";
    let (document, _) = page(raw);
    let found = document.comments.iter().map(|comment| {
        let next = document.blocks.iter().find(|block| block.end > comment.at);
        assert!(raw[comment.start..].starts_with("<!--"));
        let words = next.map(|block| &document.text()[block.start..block.end]);
        (comment.text.as_str(), words)
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            ("claimlint-ignore a: first", Some("T")),
            ("claimlint-x", Some("One of 3.")),
            ("claimlint-ignore\n sum: long", Some("Three")),
        ]
    );
}

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
