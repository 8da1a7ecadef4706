//! The elements of HTML, as far as they matter to a reader of the page.

/// What an element is for the text around it and within it.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) content: Content,
}

/// How an element parts the text around it from its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Not at all: `1<b>2</b>` reads 12.
    Inline,
    /// As a space does.
    Apart,
    /// As a paragraph.
    Block,
}

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Text like that around it.
    Text,
    /// A title of a level from 1.
    Heading(u8),
    /// The words under a picture.
    Caption,
    /// A paragraph.
    Paragraph,
    /// An article, or what a page says is its main part.
    Article,
    /// What stands above an article, or above a page.
    Header,
    /// What is filled in and sent.
    Form,
    /// What belongs to the page rather than to its article.
    Furniture,
    /// What is withdrawn, is no prose, or is not shown.
    Unread,
}

use Content::{Article, Caption, Form, Furniture, Header, Heading, Paragraph, Text, Unread};
use Shape::{Apart, Block, Inline};

const fn element(name: &'static str, shape: Shape, content: Content) -> Element {
    Element {
        name,
        shape,
        content,
    }
}

/// Every element that is not like any other, by name. The last one stands for those that have no row.
pub(super) const ELEMENTS: [Element; 107] = [
    element("a", Inline, Text),
    element("abbr", Inline, Text),
    element("address", Block, Text),
    element("article", Block, Article),
    element("aside", Block, Furniture),
    element("audio", Apart, Unread),
    element("b", Inline, Text),
    element("bdi", Inline, Text),
    element("bdo", Inline, Text),
    element("big", Inline, Text),
    element("blockquote", Block, Text),
    element("body", Block, Text),
    element("button", Apart, Unread),
    element("canvas", Apart, Unread),
    element("caption", Block, Text),
    element("center", Block, Text),
    element("cite", Inline, Text),
    element("code", Apart, Unread),
    element("datalist", Apart, Unread),
    element("dd", Block, Text),
    element("del", Apart, Unread),
    element("details", Block, Text),
    element("dialog", Block, Furniture),
    element("dir", Block, Text),
    element("div", Block, Text),
    element("dl", Block, Text),
    element("dt", Block, Text),
    element("em", Inline, Text),
    element("fieldset", Block, Text),
    element("figcaption", Block, Caption),
    element("figure", Block, Text),
    element("font", Inline, Text),
    element("footer", Block, Furniture),
    element("form", Block, Form),
    element("frameset", Block, Unread),
    element("h1", Block, Heading(1)),
    element("h2", Block, Heading(2)),
    element("h3", Block, Heading(3)),
    element("h4", Block, Heading(4)),
    element("h5", Block, Heading(5)),
    element("h6", Block, Heading(6)),
    element("head", Block, Unread),
    element("header", Block, Header),
    element("hgroup", Block, Text),
    element("html", Block, Text),
    element("i", Inline, Text),
    element("iframe", Apart, Unread),
    element("ins", Inline, Text),
    element("kbd", Inline, Text),
    element("label", Apart, Unread),
    element("legend", Block, Text),
    element("li", Block, Text),
    element("main", Block, Article),
    element("map", Inline, Text),
    element("mark", Inline, Text),
    element("marquee", Block, Text),
    element("math", Apart, Unread),
    element("menu", Block, Text),
    element("nav", Block, Furniture),
    element("nobr", Inline, Text),
    element("noembed", Inline, Unread),
    element("noframes", Inline, Unread),
    element("noscript", Inline, Unread),
    element("object", Apart, Unread),
    element("ol", Block, Text),
    element("optgroup", Apart, Unread),
    element("option", Apart, Unread),
    element("output", Apart, Unread),
    element("p", Block, Paragraph),
    element("picture", Inline, Text),
    element("pre", Block, Unread),
    element("progress", Apart, Unread),
    element("q", Inline, Text),
    element("rp", Inline, Unread),
    element("rt", Inline, Unread),
    element("s", Apart, Unread),
    element("script", Inline, Unread),
    element("search", Block, Furniture),
    element("section", Block, Text),
    element("select", Apart, Unread),
    element("small", Inline, Text),
    element("span", Inline, Text),
    element("strike", Apart, Unread),
    element("strong", Inline, Text),
    element("style", Inline, Unread),
    element("sub", Inline, Text),
    element("summary", Block, Text),
    element("sup", Inline, Text),
    element("svg", Apart, Unread),
    element("table", Block, Text),
    element("tbody", Block, Text),
    element("td", Block, Text),
    element("template", Inline, Unread),
    element("textarea", Apart, Unread),
    element("tfoot", Block, Text),
    element("th", Block, Text),
    element("thead", Block, Text),
    element("time", Inline, Text),
    element("title", Block, Unread),
    element("tr", Block, Text),
    element("tt", Inline, Text),
    element("u", Inline, Text),
    element("ul", Block, Text),
    element("var", Inline, Text),
    element("video", Apart, Unread),
    element("xmp", Block, Unread),
    element("", Inline, Text),
];

/// The row of an element in [`ELEMENTS`].
pub(super) fn row(name: &str) -> usize {
    let known = &ELEMENTS[..ELEMENTS.len() - 1];
    known
        .binary_search_by(|element| element.name.cmp(name))
        .unwrap_or(known.len())
}

/// How an element without content parts the text around it; `None` for one that has content.
pub(super) fn empty(name: &str) -> Option<Shape> {
    match name {
        "hr" => Some(Shape::Block),
        "embed" | "frame" | "img" | "input" => Some(Shape::Apart),
        "area" | "base" | "br" | "col" | "link" | "meta" | "param" | "source" | "track" | "wbr" => {
            Some(Shape::Inline)
        }
        _ => None,
    }
}

/// The elements that an opening tag ends, unless they stand around one of the second.
pub(super) fn ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr"], &["table"]),
        _ => (&[], &[]),
    }
}

/// Whether an opening tag may stand in the head of a page; any other ends it.
pub(super) fn in_head(name: &str) -> bool {
    matches!(
        name,
        "base" | "link" | "meta" | "noscript" | "script" | "style" | "template" | "title"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_name() {
        for (at, element) in ELEMENTS.iter().enumerate() {
            assert_eq!(row(element.name), at, "{}", element.name);
        }
        assert_eq!(row("amp-img"), ELEMENTS.len() - 1);
        for name in ["li", "dd", "th", "tr", "tfoot"] {
            let (ended, around) = ends(name);
            for name in ended.iter().chain(around) {
                assert!(row(name) < ELEMENTS.len() - 1, "{name}");
            }
        }
    }
}
