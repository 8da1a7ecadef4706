//! Articles: bytes in, one [`Document`] out, with the text that is read and a map from it back to the file.
//!
//! A document knows its blocks and their sections, and nothing of figures. [`read()`] takes the bytes of a file
//! of any format, [`Articles`] what is not to be held as a whole; [`plain()`], [`markdown()`] and [`html()`] take
//! one text.

mod comment;
mod date;
mod front;
mod furniture;
mod head;
mod html;
mod json;
mod lines;
mod markdown;
mod offsets;
mod parts;
mod place;
mod plain;
mod read;
mod row;
mod sections;

use std::ops::Range;

pub use comment::Comment;
pub use date::published_date;
pub use furniture::Furniture;
pub use html::html;
pub use jiff::civil::Date;
pub use json::json;
pub use markdown::markdown;
pub use offsets::OffsetMap;
pub use place::{Place, Places};
pub use plain::plain;
pub use read::{Articles, Format, Found, Read, read, text};

use crate::problem::Problem;

/// The byte order mark some programs put in front of UTF-8: not text, but counted in offsets and columns.
const BOM: char = '\u{feff}';

/// One article, or one part of a text that is too long to be one.
#[derive(Debug, Clone)]
pub struct Document {
    /// The path as given, or the `id` of a JSON row (`path:line` when it has none).
    pub id: String,
    /// Who published it; by default the file name.
    pub source: String,
    /// The day it appeared.
    pub published: Option<Date>,
    /// Its title, where the head names one.
    pub title: Option<String>,
    /// Its address, where the head names one.
    pub url: Option<String>,
    /// The file and the line of a JSON row.
    pub row: Option<(String, usize)>,
    /// The file as given, or the part of it that is read at once, or the decoded text field of a JSON row.
    pub raw: String,
    /// The text that is read, where it is not `raw` itself.
    read: Option<String>,
    /// The blocks, in order and without overlap; offsets into [`Document::text`].
    pub blocks: Vec<Block>,
    /// The comments in its markup that speak to the program, in order.
    pub comments: Vec<Comment>,
    offsets: OffsetMap,
    /// The lines and columns of `raw`.
    positions: lines::Positions,
    /// Where `raw` stands in its file.
    start: parts::Start,
    /// Whether it goes on with the text of the document before it.
    continues: bool,
}

impl Document {
    /// A document that is read as it stands, as yet without blocks.
    fn new(id: &str, raw: String) -> Self {
        Self {
            id: id.to_owned(),
            source: default_source(id).to_owned(),
            published: None,
            title: None,
            url: None,
            row: None,
            read: None,
            blocks: Vec::new(),
            comments: Vec::new(),
            offsets: OffsetMap::identity(),
            positions: lines::Positions::of(&raw),
            start: parts::Start::default(),
            continues: false,
            raw,
        }
    }

    /// The name for a reader: the path, for a JSON row with its line and id.
    pub fn shown_name(&self) -> String {
        match &self.row {
            Some((path, line)) if self.id == format!("{path}:{line}") => {
                format!("{path} line {line}")
            }
            Some((path, line)) => format!("{path} line {line} ({})", self.id),
            None if self.id == "-" => "standard input".to_owned(),
            None => self.id.clone(),
        }
    }

    /// Who published it, where that is told; [`source`](Self::source) is else the name of its file.
    pub fn publisher(&self) -> Option<&str> {
        let path = self.row.as_ref().map_or(&self.id, |(path, _)| path);
        Some(self.source.as_str()).filter(|source| *source != default_source(path))
    }

    /// The text that is read: `raw` itself, or for Markdown and HTML `raw` without its markup.
    pub fn text(&self) -> &str {
        self.read.as_deref().unwrap_or(&self.raw)
    }

    /// The bytes of `raw` from the first to the last byte of a span of the text that is read.
    pub fn span_in_raw(&self, span: Range<usize>) -> Range<usize> {
        self.offsets.to_raw(span)
    }

    /// The line and column of a byte of `raw`, both from 1; the column counts Unicode scalars.
    pub fn line_column(&self, raw_offset: usize) -> (usize, usize) {
        self.positions.of_byte(&self.raw, raw_offset)
    }

    /// Where a span of the text that is read stands in the file.
    pub fn place(&self, span: Range<usize>) -> Place {
        Places::of(self).of_span(span)
    }

    /// The line and column behind the last character of a span of the text that is read.
    pub fn end_of(&self, span: Range<usize>) -> (usize, usize) {
        let (line, column) = self.line_column(self.span_in_raw(span).end);
        (self.start.lines + line, column)
    }

    /// Whether it is a part of a long text that goes on with the document before it: with its lines and bytes, not
    /// with what it tells.
    pub fn continues(&self) -> bool {
        self.continues
    }

    /// A line of the file, counted from 1, without its ending; empty when there is no such line in this document.
    pub fn line_text(&self, line: usize) -> &str {
        let bounds = line
            .checked_sub(self.start.lines + 1)
            .map(|line| lines::bounds(&self.raw, &self.positions.starts, line));
        bounds.map_or("", |bounds| &self.raw[bounds])
    }

    /// The last line of the file as far as it is in this document, counted from 1; a line end at the end begins no line.
    pub fn last_line(&self) -> usize {
        let ends_open = self.raw.ends_with(['\n', '\r']);
        self.start.lines + self.positions.starts.len() - usize::from(ends_open)
    }

    /// The section a byte of the text that is read lies in; what lies in no block makes no claims either.
    pub fn section_at(&self, offset: usize) -> Section {
        let next = self.blocks.partition_point(|block| block.end <= offset);
        match self.blocks.get(next) {
            Some(block) if block.start <= offset => block.section,
            _ => Section::Furniture,
        }
    }

    /// Adds the part of the same text that follows, so that all of it can be quoted.
    pub fn join(&mut self, part: Document) {
        let before = self.raw.len();
        self.raw.push_str(&part.raw);
        self.positions.go_on(&self.raw, &part.positions, before);
        self.blocks.extend(part.blocks.iter().map(|block| Block {
            section: block.section,
            start: before + block.start,
            end: before + block.end,
        }));
    }

    /// Takes the day of publication that stands at a byte of `raw`, or remarks on it.
    fn take_date(&mut self, written: &str, raw_offset: usize) -> Option<Problem> {
        match published_date(written) {
            Ok(day) => {
                self.published = day;
                None
            }
            Err(remark) => {
                let (line, column) = self.line_column(raw_offset);
                let line = self.start.lines + line;
                Some(Problem::at(&self.id, line, column, remark).help(date::HELP))
            }
        }
    }
}

/// The publisher of a file that names none: its name.
fn default_source(path: &str) -> &str {
    match path.rsplit(['/', '\\']).next() {
        Some("-") => "standard input",
        Some(name) if !name.is_empty() => name,
        _ => path,
    }
}

/// A paragraph, heading, list item or table cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What part of the article it is.
    pub section: Section,
    /// First byte in the text that is read.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The part of an article that a block belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// A title above the text.
    Headline,
    /// The words under a picture.
    Caption,
    /// The first paragraph.
    Lede,
    /// Every other paragraph.
    Body,
    /// Site navigation, agency sign-offs, boilerplate: makes no claims.
    Furniture,
}

impl Section {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Section::Headline => "headline",
            Section::Caption => "caption",
            Section::Lede => "lede",
            Section::Body => "body",
            Section::Furniture => "furniture",
        }
    }
}
