//! What a page says about its article.

use super::{blocks, page};

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
