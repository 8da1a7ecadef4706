//! HTML: what a reader of the page sees of its article, without markup, code and pictures.
//!
//! A first pass finds the article and what the page says about it ([`survey`]), a second one reads. What stands beside
//! the article is kept as furniture.

mod about;
mod charset;
mod element;
mod linked;
mod survey;
mod tokens;
mod walk;

use std::ops::Range;

pub(super) use self::charset::declared;
use self::survey::{Part, Survey, survey};
use self::tokens::{Token, tokens};
use self::walk::{Step, Walk};
use super::furniture::Furniture;
use super::offsets::OffsetMap;
use super::sections::{self, Ends, Kind, Piece};
use super::{Comment, Document, comment, head, plain, published_date};
use crate::problem::Problem;

/// Reads a page; the problems are remarks, such as a date that cannot be read.
pub fn html(id: &str, raw: String, furniture: &Furniture) -> (Document, Vec<Problem>) {
    let mut document = Document::new(id, raw);
    let start = plain::start(&document.raw);
    let survey = survey(&document.raw, start);
    let remarks = document.take_about(&survey);
    let reader = Reader::new(&document.raw, &survey).read(start);
    document.blocks = sections::blocks(
        &reader.read,
        &reader.pieces,
        document.title.as_deref(),
        Ends::BOTH,
        furniture,
    );
    document.comments = reader.comments;
    document.offsets = reader.offsets;
    document.read = Some(reader.read);
    (document, remarks)
}

impl Document {
    /// Takes what a page says about itself: of the days that it names the first that can be read.
    fn take_about(&mut self, survey: &Survey) -> Vec<Problem> {
        let about = &survey.about;
        if let Some(source) = about.source() {
            self.source.clone_from(&source.value);
        }
        self.title = about.title().map(|title| title.value);
        self.url = about.url().map(|url| url.value.clone());
        let mut dates: Vec<_> = about.dates(survey.article()).collect();
        let readable = dates
            .iter()
            .position(|date| published_date(&date.value).is_ok());
        let remark = match dates.get_mut(readable.unwrap_or(0)) {
            Some(date) => self.take_date(&date.value, date.place.start),
            None => None,
        };
        remark.into_iter().collect()
    }
}

/// Gathers the text that is read.
struct Reader<'a> {
    raw: &'a str,
    survey: &'a Survey,
    walk: Walk,
    read: String,
    offsets: OffsetMap,
    pieces: Vec<Piece>,
    comments: Vec<Comment>,
    /// Where the block that is being read begins, and what it is.
    open: Option<(usize, Kind)>,
}

impl<'a> Reader<'a> {
    fn new(raw: &'a str, survey: &'a Survey) -> Self {
        Self {
            raw,
            survey,
            walk: Walk::new(),
            read: String::new(),
            offsets: OffsetMap::identity(),
            pieces: Vec::new(),
            comments: Vec::new(),
            open: None,
        }
    }

    fn read(mut self, start: usize) -> Self {
        self.title();
        for token in tokens(self.raw, start) {
            match token {
                Token::Start(tag) => {
                    let step = self.walk.start(&tag);
                    self.step(step, tag.raw);
                }
                Token::End { name, raw } => {
                    let step = self.walk.end(&name);
                    self.step(step, raw);
                }
                Token::Comment(place) => self.comment(place),
                Token::Text { raw, decoded } => self.text(raw, decoded.as_deref()),
            }
        }
        self.close();
        self
    }

    /// Reads the title that the page gives the article, where the article itself has none.
    fn title(&mut self) {
        let title = self.survey.about.title();
        let is_read =
            |place: &Range<usize>| !self.survey.has_title && place.end <= self.survey.start;
        let title = title.filter(|title| title.is_exact && is_read(&title.place));
        if let Some(title) = title {
            self.words(&title.value, title.place, true, Kind::Title);
            self.close();
        }
    }

    /// Takes the comments that speak to the program out of one.
    fn comment(&mut self, place: Range<usize>) {
        let within = self.walk.within();
        if within.unread && !self.walk.is_in("head") {
            return;
        }
        // Behind the blank line that the next block begins with.
        let next = if self.read.is_empty() { 0 } else { 2 };
        let at = self.open.map_or(self.read.len() + next, |(start, _)| start);
        self.comments.extend(comment::within(self.raw, place, at));
    }

    fn step(&mut self, step: Step, tag: Range<usize>) {
        match step {
            Step::Nothing => {}
            Step::Gap => self.gap(),
            // The second in a row ends a paragraph.
            Step::Line if self.read.ends_with('\n') => self.close(),
            Step::Line if self.open.is_some() => {
                let end = self.read.len();
                self.read.push('\n');
                self.offsets.push(end..end + 1, tag, false);
            }
            Step::Line => {}
            Step::Block => self.close(),
        }
    }

    /// Reads text with its white space folded, as a page shows it.
    fn text(&mut self, place: Range<usize>, decoded: Option<&str>) {
        let blank = |c: char| c.is_ascii_whitespace();
        let words = decoded.unwrap_or(&self.raw[place.clone()]);
        if !words.chars().all(blank) {
            self.walk.end_head();
        }
        let within = self.walk.within();
        let kind = match self.survey.part(within) {
            Part::Nothing => return,
            Part::Furniture => Kind::Furniture,
            // The title of the page may stand in a header that is not read.
            Part::Article => within.kind,
        };
        if words.chars().all(blank) {
            return self.space(place);
        }
        let follows_digit =
            self.open.is_some() && self.read.ends_with(|c: char| c.is_ascii_digit());
        if within.raised && follows_digit && words.starts_with(|c: char| c.is_ascii_digit()) {
            return self.gap();
        }
        if decoded.is_some() {
            return self.words(words, place, false, kind);
        }
        let raw = self.raw;
        let mut at = place.start;
        while at < place.end {
            let rest = &raw[at..place.end];
            let word = rest.find(blank).unwrap_or(rest.len());
            let space = rest[word..]
                .find(|c| !blank(c))
                .unwrap_or(rest.len() - word);
            self.words(&rest[..word], at..at + word, true, kind);
            self.space(at + word..at + word + space);
            at += word + space;
        }
    }

    fn words(&mut self, words: &str, place: Range<usize>, is_exact: bool, kind: Kind) {
        if self.open.is_some_and(|(_, open)| open != kind) {
            self.close();
        }
        if self.open.is_none() {
            if words.trim().is_empty() {
                return;
            }
            if !self.read.is_empty() {
                self.read.push_str("\n\n");
            }
            self.open = Some((self.read.len(), kind));
        }
        let start = self.read.len();
        self.read.push_str(words);
        self.offsets.push(start..self.read.len(), place, is_exact);
    }

    fn space(&mut self, place: Range<usize>) {
        if place.is_empty() || self.open.is_none() || self.read.ends_with(char::is_whitespace) {
            return;
        }
        let start = self.read.len();
        self.read.push(' ');
        let is_exact = &self.raw[place.clone()] == " ";
        self.offsets.push(start..start + 1, place, is_exact);
    }

    /// Keeps words apart that something unread stands between.
    fn gap(&mut self) {
        if self.open.is_some() && !self.read.ends_with(char::is_whitespace) {
            self.read.push(' ');
        }
    }

    fn close(&mut self) {
        if let Some((start, kind)) = self.open.take() {
            let span = head::trimmed(&self.read, start..self.read.len());
            self.pieces.push(Piece { kind, span });
        }
    }
}
