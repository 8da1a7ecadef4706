//! Pages of HTML as documents: what is read of them, where it stands, and what the page says about its article.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot find its words has failed"
)]

mod about;
mod any;
mod checked;
#[path = "../common/mod.rs"]
mod common;

use claimlint::document::{Date, Document, Furniture, html};
use claimlint::problem::Problem;

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
