//! A walk through a page: which elements are open, and what they say of the text in them.
//!
//! Elements end as browsers let them end, as far as that moves text from one place to another: `<p>a<p>b` are two
//! paragraphs, `</b>` never ends a paragraph. Every step takes the same time however deep they are nested.

use super::element::{self, Content, ELEMENTS, Element, Shape};
use super::tokens::StartTag;
use crate::document::sections::Kind;

/// What is known of the text at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within {
    pub(super) unread: bool,
    pub(super) furniture: bool,
    pub(super) form: bool,
    pub(super) header: bool,
    pub(super) paragraph: bool,
    pub(super) raised: bool,
    pub(super) kind: Kind,
    /// The article that it is in, as a number from 0.
    pub(super) article: Option<usize>,
    /// The `<h1>` that it is in, as a number from 0.
    pub(super) title: Option<usize>,
}

/// Outside of everything.
const PAGE: Within = Within {
    unread: false,
    furniture: false,
    form: false,
    header: false,
    paragraph: false,
    raised: false,
    kind: Kind::Text,
    article: None,
    title: None,
};

impl Within {
    /// Whether it is text of its article, or of a page that has none.
    pub(super) fn is_text(self) -> bool {
        // Above an article stand bylines, "5 min read" and the number of shares as well.
        let is_prose = self.paragraph || self.kind != Kind::Text;
        let above = self.header && !(self.article.is_some() && is_prose);
        !self.unread && !self.furniture && !self.form && !above
    }
}

/// How a tag parts the text before it from the text behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Not at all.
    Nothing,
    /// As a space does.
    Gap,
    /// As the end of a line.
    Line,
    /// As a paragraph.
    Block,
}

impl Step {
    fn of(shape: Shape) -> Self {
        match shape {
            Shape::Inline => Self::Nothing,
            Shape::Apart => Self::Gap,
            Shape::Block => Self::Block,
        }
    }
}

/// An element that is open.
struct Open {
    row: usize,
    within: Within,
}

/// The elements that are open.
pub(super) struct Walk {
    open: Vec<Open>,
    /// Where in `open` those of every row of [`ELEMENTS`] are.
    of_row: Vec<Vec<usize>>,
    /// Where in `open` the blocks are.
    blocks: Vec<usize>,
    /// Whether each article that was met is a `<main>`.
    articles: Vec<bool>,
    titles: usize,
}

impl Walk {
    pub(super) fn new() -> Self {
        Self {
            open: Vec::new(),
            of_row: vec![Vec::new(); ELEMENTS.len()],
            blocks: Vec::new(),
            articles: Vec::new(),
            titles: 0,
        }
    }

    /// What is known of the text here.
    pub(super) fn within(&self) -> Within {
        self.open.last().map_or(PAGE, |open| open.within)
    }

    /// How many `<h1>` have begun.
    pub(super) fn titles(&self) -> usize {
        self.titles
    }

    /// Whether an article is a `<main>`.
    pub(super) fn is_main(&self, article: usize) -> bool {
        self.articles.get(article).is_some_and(|is_main| *is_main)
    }

    /// Whether an element of the name is open.
    pub(super) fn is_in(&self, name: &str) -> bool {
        self.last(&[name]).is_some()
    }

    /// Takes an opening tag.
    pub(super) fn start(&mut self, tag: &StartTag) -> Step {
        let name = tag.name.as_str();
        if !element::in_head(name) && name != "head" {
            self.end_head();
        }
        if name == "br" {
            return Step::Line;
        }
        let row = element::row(name);
        let element = &ELEMENTS[row];
        let shape = element::empty(name).unwrap_or(element.shape);
        if shape == Shape::Block {
            self.end_before(name, element.content);
        }
        let within = self.inside(tag, element.content, shape);
        let hides = within.unread && !self.within().unread && element.content != Content::Unread;
        if element::empty(name).is_none() && !tag.self_closing {
            let at = self.open.len();
            self.of_row[row].push(at);
            if shape == Shape::Block {
                self.blocks.push(at);
            }
            self.open.push(Open { row, within });
        }
        match Step::of(shape) {
            Step::Nothing if hides => Step::Gap,
            step => step,
        }
    }

    /// Takes a closing tag.
    pub(super) fn end(&mut self, name: &str) -> Step {
        let row = element::row(name);
        let Element { shape, content, .. } = ELEMENTS[row];
        // A template or a button ends with what is open in it; `</b>` ends nothing but words.
        let is_whole = shape == Shape::Block || content == Content::Unread;
        let around = match name {
            "table" => self.last(&["template"]),
            "caption" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => {
                self.last(&["table", "template"])
            }
            _ if is_whole => self.last(&["td", "th", "caption", "template", "svg"]),
            _ => self.blocks.last().copied(),
        };
        if let Some(&at) = self.of_row[row].last()
            && Some(at) >= around
        {
            self.end_from(at);
        }
        match shape {
            Shape::Block => Step::Block,
            _ => Step::Nothing,
        }
    }

    /// Ends the head of the page where something stands that does not belong there.
    pub(super) fn end_head(&mut self) {
        let is_head = |open: &Open| ELEMENTS[open.row].name == "head";
        if self.open.last().is_some_and(is_head) {
            self.end_from(self.open.len() - 1);
        }
    }

    /// Ends what ends by itself where a block begins.
    fn end_before(&mut self, name: &str, content: Content) {
        let (ended, around) = element::ends(name);
        if let Some(at) = self.last(ended)
            && Some(at) > self.last(around)
        {
            self.end_from(at);
        }
        let innermost = self.blocks.last().copied();
        let ends = innermost.is_some_and(|at| match ELEMENTS[self.open[at].row].content {
            Content::Paragraph => true,
            Content::Heading(_) => matches!(content, Content::Heading(_)),
            _ => false,
        });
        if let Some(at) = innermost.filter(|_| ends) {
            self.end_from(at);
        }
    }

    /// What holds within an element that begins here.
    fn inside(&mut self, tag: &StartTag, content: Content, shape: Shape) -> Within {
        let around = self.within();
        let mut within = around;
        let is_page = matches!(tag.name.as_str(), "html" | "body");
        if is_hidden(tag) && !is_page {
            // A word that is hidden takes no paragraph apart.
            match shape {
                Shape::Block => within.furniture = true,
                _ => within.unread = true,
            }
        }
        match content {
            Content::Text => {}
            Content::Heading(level) => {
                within.kind = Kind::Heading(level);
                if level == 1 {
                    within.title = Some(self.titles);
                    self.titles += 1;
                }
            }
            Content::Caption => within.kind = Kind::Image,
            Content::Paragraph => within.paragraph = true,
            Content::Article => self.article(tag.name == "main", &mut within),
            Content::Header => within.header = true,
            Content::Form => within.form = true,
            Content::Furniture => within.furniture = true,
            Content::Unread => within.unread = true,
        }
        match tag.name.as_str() {
            // The number of a note.
            "a" if around.raised => within.unread = true,
            "sup" => within.raised = true,
            _ => {}
        }
        within
    }

    /// Begins an article, unless it is one within another, such as an entry of a live blog.
    fn article(&mut self, is_main: bool, within: &mut Within) {
        let is_entry = match within.article {
            Some(around) => is_main || !self.is_main(around),
            None => false,
        };
        if within.unread || within.furniture || is_entry {
            return;
        }
        within.article = Some(self.articles.len());
        within.form = false;
        within.header = false;
        self.articles.push(is_main);
    }

    /// Where the innermost of some elements is open.
    fn last(&self, names: &[&str]) -> Option<usize> {
        let last = |name: &&str| self.of_row[element::row(name)].last().copied();
        names.iter().filter_map(last).max()
    }

    /// Ends an element and all those within it.
    fn end_from(&mut self, at: usize) {
        for open in self.open.drain(at..) {
            self.of_row[open.row].pop();
        }
        let blocks = self.blocks.partition_point(|block| *block < at);
        self.blocks.truncate(blocks);
    }
}

fn is_hidden(tag: &StartTag) -> bool {
    let is = |name: &str, value: &str| {
        let found = tag.attribute(name);
        found.is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    // "until-found" is shown by a search in the page.
    tag.attribute("hidden").is_some() && !is("hidden", "until-found") || is("aria-hidden", "true")
}
