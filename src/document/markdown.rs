//! Markdown: what a reader of the page sees, without markup, code and addresses.
//!
//! Text that is struck out is withdrawn, so it is not read either.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::furniture::Furniture;
use super::offsets::OffsetMap;
use super::sections::{self, Ends, Kind, Piece};
use super::{Comment, Document, comment, front, head, plain};
use crate::problem::Problem;

/// Reads a Markdown text with or without front matter; the problems are remarks, such as a date that cannot
/// be read.
pub fn markdown(id: &str, raw: String, furniture: &Furniture) -> (Document, Vec<Problem>) {
    let mut document = Document::new(id, raw);
    let mut remarks = Vec::new();
    let start = plain::start(&document.raw);
    let front = front::read(&document.raw, start);
    let body = front.as_ref().map_or(start, |front| front.body);
    let mut title = None;
    if let Some(front) = front {
        title = front
            .places
            .title
            .zip(front.title.as_deref())
            .and_then(|(place, title)| {
                let start = place.start + document.raw[place].find(title)?;
                Some(start..start + title.len())
            });
        if let Some((line, column, trouble)) = front.broken {
            let line = line - 1 + document.line_column(front.start).0;
            let message = format!("the front matter is not valid YAML: {trouble}");
            let help = "a value with a colon, a quote or a bracket in it needs quotes around it";
            remarks.push(Problem::at(id, line, column, message).help(help));
        }
        if let Some(source) = front.source {
            document.source = source;
        }
        document.title = front.title;
        document.url = front.url;
        let at = front.places.date.map_or(front.start, |place| place.start);
        remarks.extend(document.take_date(&front.date.unwrap_or_default(), at));
    }
    let Reader {
        read,
        offsets,
        pieces,
        comments,
        unclosed,
        ..
    } = Reader::new(&document.raw).read(title, body);
    document.blocks = sections::blocks(
        &read,
        &pieces,
        document.title.as_deref(),
        Ends::BOTH,
        furniture,
    );
    remarks.extend(unclosed.into_iter().map(|start| {
        let (line, column) = document.line_column(start);
        let message = "this comment has no end, so that nothing behind it is read";
        Problem::at(id, line, column, message).help("end it with `-->`")
    }));
    document.comments = comments;
    document.offsets = offsets;
    document.read = Some(read);
    (document, remarks)
}

/// Gathers the text that is read.
struct Reader<'a> {
    raw: &'a str,
    read: String,
    offsets: OffsetMap,
    pieces: Vec<Piece>,
    comments: Vec<Comment>,
    /// Where comments begin that never end.
    unclosed: Vec<usize>,
    /// Where the block that is being read begins.
    open: Option<usize>,
    /// The headings and images around, outermost first.
    kinds: Vec<Kind>,
    /// How many elements around are not read.
    skipped: usize,
    /// In a bare address (`<https://…>`), which holds nothing but its own text.
    address: bool,
}

impl<'a> Reader<'a> {
    fn new(raw: &'a str) -> Self {
        Self {
            raw,
            read: String::with_capacity(raw.len()),
            offsets: OffsetMap::identity(),
            pieces: Vec::new(),
            comments: Vec::new(),
            unclosed: Vec::new(),
            open: None,
            kinds: Vec::new(),
            skipped: 0,
            address: false,
        }
    }

    fn read(mut self, title: Option<Range<usize>>, body: usize) -> Self {
        let raw = self.raw;
        if let Some(title) = title {
            self.kinds.push(Kind::Title);
            self.push(&raw[title.clone()], title);
            self.close();
            self.kinds.pop();
        }
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(&raw[body..], options).into_offset_iter() {
            let range = body + range.start..body + range.end;
            match event {
                Event::Start(tag) if tag != Tag::HtmlBlock => self.start(&tag),
                Event::End(tag) => self.end(tag),
                Event::Text(_) if self.address => self.gap(),
                Event::Text(words) => self.push(&words, range),
                Event::SoftBreak | Event::HardBreak => self.push("\n", range),
                Event::Start(_) => {
                    self.close();
                    self.comments_in(range.clone());
                    self.words_behind_comment(range);
                }
                Event::InlineHtml(tag) if !tag.starts_with("<br") => self.comments_in(range),
                Event::Rule => self.close(),
                Event::Html(_) => {}
                // Code, `<br>`, and what our options leave off: not read, yet it parts the words around it.
                _ => self.gap(),
            }
        }
        self.close();
        self
    }

    /// Takes the comments that speak to the program out of a piece of HTML.
    fn comments_in(&mut self, range: Range<usize>) {
        if self.skipped == 0 {
            // Behind the blank line that the next block begins with.
            let next = if self.read.is_empty() { 0 } else { 2 };
            let at = self.open.unwrap_or(self.read.len() + next);
            self.comments.extend(comment::within(self.raw, range, at));
        }
    }

    /// Takes the words on the last line of a comment that stands by itself: a reader of the page sees them.
    fn words_behind_comment(&mut self, range: Range<usize>) {
        let html = &self.raw[range.clone()];
        if !html.trim_start().starts_with("<!--") {
            return;
        }
        let Some(end) = html.rfind("-->") else {
            self.unclosed.push(range.start);
            return;
        };
        let words = &html[end + "-->".len()..];
        if words.contains('<') || words.trim().is_empty() {
            return;
        }
        let from = range.end - words.trim_start().len();
        let words = words.trim();
        self.push(words, from..from + words.len());
        self.close();
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Emphasis | Tag::Strong => {}
            Tag::Link { link_type, .. } => {
                self.address = matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Tag::Strikethrough => {
                self.gap();
                self.skipped += 1;
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.skipped += 1;
            }
            Tag::Heading { level, .. } => {
                self.close();
                self.kinds.push(Kind::Heading(*level as u8));
            }
            Tag::Image { .. } => {
                self.close();
                self.kinds.push(Kind::Image);
            }
            _ => self.close(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {}
            TagEnd::Strikethrough | TagEnd::CodeBlock => self.skipped -= 1,
            TagEnd::Link => self.address = false,
            TagEnd::Heading(_) | TagEnd::Image => {
                self.close();
                self.kinds.pop();
            }
            _ => self.close(),
        }
    }

    fn push(&mut self, words: &str, range: Range<usize>) {
        if self.skipped > 0 || (self.open.is_none() && words.trim().is_empty()) {
            return;
        }
        if self.open.is_none() {
            if !self.read.is_empty() {
                self.read.push_str("\n\n");
            }
            self.open = Some(self.read.len());
        }
        let start = self.read.len();
        self.read.push_str(words);
        let exact = self.raw.get(range.clone()) == Some(words);
        self.offsets.push(start..self.read.len(), range, exact);
    }

    /// Keeps words apart that something unread stands between.
    fn gap(&mut self) {
        if self.open.is_some() && !self.read.ends_with(char::is_whitespace) {
            self.read.push(' ');
        }
    }

    fn close(&mut self) {
        let Some(start) = self.open.take() else {
            return;
        };
        let span = head::trimmed(&self.read, start..self.read.len());
        let kind = self.kinds.last().copied().unwrap_or(Kind::Text);
        self.pieces.push(Piece { kind, span });
    }
}
