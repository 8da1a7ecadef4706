//! From the bytes of a file to its documents: checks that it is text, then reads it as its format, with no more of it
//! in memory than the format needs.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read as _};

use super::furniture::Furniture;
use super::html::{self, html};
use super::json::{self, json};
use super::parts::{Next, Parts};
use super::plain::{self, About};
use super::{BOM, Document, Section, lines, markdown};
use crate::problem::Problem;

/// No article has a line of 16 MiB; a file that has one is data, and reading it would cost unbounded time
/// and memory.
pub(super) const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// A text has no zero byte; whether a file is one shows in its first bytes.
const LOOKED_AT: u64 = 8 * 1024;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, with or without a head.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// A page of HTML.
    Html,
    /// One JSON object, or a list of objects.
    Json,
    /// One JSON object a line.
    JsonLines,
}

impl Format {
    /// The format that goes with the ending of a file name.
    pub fn of_path(path: &str) -> Self {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" => Format::Markdown,
            "html" | "htm" | "xhtml" => Format::Html,
            "json" => Format::Json,
            "jsonl" | "ndjson" => Format::JsonLines,
            _ => Format::Plain,
        }
    }
}

/// What one file gave.
#[derive(Debug, Default)]
pub struct Read {
    /// The articles; a row of JSON with its line in the file.
    pub documents: Vec<(Option<usize>, Document)>,
    /// What could not be read, in order.
    pub problems: Vec<Problem>,
    /// What was read with a loss, such as an article whose date is unclear.
    pub remarks: Vec<Problem>,
}

impl Read {
    fn refused(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }

    fn one(document: Document, remarks: Vec<Problem>) -> Self {
        Self {
            documents: vec![(None, document)],
            problems: Vec::new(),
            remarks,
        }
    }
}

/// Reads the bytes of one file; a long plain text comes in several documents, of which all but the first
/// [continue](Document::continues) the one before.
pub fn read(format: Format, path: &str, bytes: Vec<u8>, furniture: &Furniture) -> Read {
    let mut read = Read::default();
    let Ok(articles) = Articles::of(format, path, io::Cursor::new(bytes), furniture) else {
        return read;
    };
    for found in articles.flatten() {
        match found {
            Found::Article(document) => {
                let line = document.row.as_ref().map(|(_, line)| *line);
                read.documents.push((line, document));
            }
            Found::Problem(problem) => read.problems.push(problem),
            Found::Remark(remark) => read.remarks.push(remark),
        }
    }
    read
}

/// What is found in a file, one thing after another.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly all are articles, and one is held at a time"
)]
pub enum Found {
    /// An article, or the next part of one.
    Article(Document),
    /// Something that cannot be read.
    Problem(Problem),
    /// Something that was read with a loss; the article follows.
    Remark(Problem),
}

/// Reads a file piece by piece: JSON Lines by the row, a long plain text in parts. Markdown, HTML and JSON are held
/// as a whole.
pub struct Articles<'a, R> {
    path: &'a str,
    furniture: &'a Furniture,
    rest: Rest<Input<R>>,
    found: VecDeque<Found>,
}

/// The first bytes of a file, which were looked at, and the others.
type Input<R> = io::Chain<io::Cursor<Vec<u8>>, R>;

/// What of a file is not yet read.
enum Rest<R> {
    Whole(Format, R),
    Rows(json::Rows<R>),
    Parts(Parts<R>, Option<About>),
    Nothing,
}

impl<'a, R: BufRead> Articles<'a, R> {
    /// Begins to read a file. The error is one of `input`, as are those on the way.
    pub fn of(
        format: Format,
        path: &'a str,
        mut input: R,
        furniture: &'a Furniture,
    ) -> io::Result<Self> {
        let mut start = Vec::new();
        (&mut input).take(LOOKED_AT).read_to_end(&mut start)?;
        let mut found = VecDeque::new();
        let rest = if let Some(problem) = not_text(path, &start) {
            found.push_back(Found::Problem(problem));
            Rest::Nothing
        } else {
            let input = io::Cursor::new(start).chain(input);
            match format {
                Format::JsonLines => Rest::Rows(json::Rows::of(input)),
                Format::Plain => Rest::Parts(Parts::of(input), None),
                Format::Markdown | Format::Html | Format::Json => Rest::Whole(format, input),
            }
        };
        Ok(Self {
            path,
            furniture,
            rest,
            found,
        })
    }

    /// Reads the next piece.
    fn piece(&mut self) -> io::Result<Read> {
        match std::mem::replace(&mut self.rest, Rest::Nothing) {
            Rest::Nothing => Ok(Read::default()),
            Rest::Whole(format, mut input) => {
                let mut bytes = Vec::new();
                input.read_to_end(&mut bytes)?;
                Ok(whole(format, self.path, bytes, self.furniture))
            }
            Rest::Rows(mut rows) => {
                let read = rows.next(self.path, self.furniture)?;
                Ok(read.map_or_else(Read::default, |read| {
                    self.rest = Rest::Rows(rows);
                    read
                }))
            }
            Rest::Parts(mut parts, about) => {
                let next = parts.next()?;
                Ok(self.part(next, parts, about))
            }
        }
    }

    /// Reads the next part of a plain text, under the head of the first; blank parts before it count for nothing.
    fn part(
        &mut self,
        next: Option<Next>,
        parts: Parts<Input<R>>,
        mut about: Option<About>,
    ) -> Read {
        let (bytes, start, is_last) = match next {
            Some(Next::Part {
                bytes,
                start,
                is_last,
            }) => (bytes, start, is_last),
            Some(Next::TooLong { line, length }) => {
                return Read::refused(too_long(self.path, line, length).help("is this a text?"));
            }
            None if about.is_none() => return Read::refused(empty(self.path)),
            None => return Read::default(),
        };
        let read = if about.is_none() && is_blank(&bytes, start.bytes == 0) {
            if is_last {
                return Read::refused(empty(self.path));
            }
            Read::default()
        } else {
            let raw = match String::from_utf8(bytes) {
                Ok(raw) => raw,
                Err(error) => return Read::refused(bad_utf8(self.path, start.lines + 1, &error)),
            };
            if let Some(about) = &about {
                let document = plain::next(about, raw, start, is_last, self.furniture);
                Read::one(document, Vec::new())
            } else {
                let (document, remarks) =
                    plain::first(self.path, raw, start, is_last, self.furniture);
                if is_last && document.blocks.is_empty() {
                    return Read::refused(only_head(self.path));
                }
                about = Some(About::of(&document));
                Read::one(document, remarks)
            }
        };
        if !is_last {
            self.rest = Rest::Parts(parts, about);
        }
        read
    }
}

impl<R: BufRead> Iterator for Articles<'_, R> {
    type Item = io::Result<Found>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.found.pop_front() {
                return Some(Ok(found));
            }
            if matches!(self.rest, Rest::Nothing) {
                return None;
            }
            match self.piece() {
                Ok(read) => {
                    self.found
                        .extend(read.problems.into_iter().map(Found::Problem));
                    self.found
                        .extend(read.remarks.into_iter().map(Found::Remark));
                    let documents = read.documents.into_iter();
                    self.found
                        .extend(documents.map(|(_, document)| Found::Article(document)));
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// Reads a file that is held as a whole.
fn whole(format: Format, path: &str, bytes: Vec<u8>, furniture: &Furniture) -> Read {
    if is_blank(&bytes, true) {
        return Read::refused(empty(path));
    }
    if let Some((line, length)) = long_line(&bytes) {
        let help = match format {
            Format::Json => "save it as JSON Lines (.jsonl), one article a line",
            _ => "is this a text?",
        };
        return Read::refused(too_long(path, line, length).help(help));
    }
    let raw = match String::from_utf8(bytes) {
        Ok(raw) => raw,
        Err(error) => {
            let problem = bad_utf8(path, 1, &error);
            let declared = html::declared(error.as_bytes()).filter(|_| format == Format::Html);
            return Read::refused(match declared {
                Some(encoding) => in_encoding(problem, &encoding),
                None => problem,
            });
        }
    };
    if format == Format::Json {
        return json(path, &raw, furniture);
    }
    let (document, remarks) = match format {
        Format::Html => html(path, raw, furniture),
        _ => markdown(path, raw, furniture),
    };
    let mut sections = document.blocks.iter().map(|block| block.section);
    match format {
        Format::Html if sections.all(|section| section == Section::Furniture) => {
            Read::refused(no_article(path))
        }
        _ if document.blocks.is_empty() => Read::refused(only_head(path)),
        _ => Read::one(document, remarks),
    }
}

/// The text of a file that is held as a whole, or why it is none.
pub fn text(path: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    match not_text(path, &bytes) {
        Some(problem) => Err(problem),
        None => String::from_utf8(bytes).map_err(|error| bad_utf8(path, 1, &error)),
    }
}

/// The problem with a file that is no text, as its first bytes show.
fn not_text(path: &str, start: &[u8]) -> Option<Problem> {
    if start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]) {
        let problem = Problem::of_file(path, "the file is UTF-16, expected UTF-8");
        return Some(problem.help("convert it with `iconv -f UTF-16 -t UTF-8`"));
    }
    start
        .contains(&0)
        .then(|| Problem::of_file(path, "looks like a binary file, expected text"))
}

/// Whether there is nothing but white space, and a byte order mark where a file begins.
pub(super) fn is_blank(bytes: &[u8], begins_file: bool) -> bool {
    let mut mark = [0; 4];
    let mark = BOM.encode_utf8(&mut mark).as_bytes();
    let text = bytes.strip_prefix(mark).filter(|_| begins_file);
    text.unwrap_or(bytes).trim_ascii_start().is_empty()
}

/// The problem with a file that has nothing in it.
pub(super) fn empty(path: &str) -> Problem {
    Problem::of_file(path, "the file is empty: expected an article")
}

/// The problem with a file that has a head and nothing else.
fn only_head(path: &str) -> Problem {
    Problem::of_file(path, "no text under the head: expected an article")
}

/// The problem with a page that is not UTF-8, as it says itself.
fn in_encoding(problem: Problem, encoding: &str) -> Problem {
    Problem {
        message: format!("the page says it is {encoding}, expected UTF-8"),
        ..problem
    }
    .help(format!(
        "save it as UTF-8, or convert it with `iconv -f {encoding} -t UTF-8`"
    ))
}

/// The problem with a page that has nothing but furniture.
fn no_article(path: &str) -> Problem {
    Problem::of_file(path, "no text on this page: expected an article")
        .help("where a script fills in the page, save it from the browser")
}

/// The first line that is too long, from 1, and its length.
fn long_line(bytes: &[u8]) -> Option<(usize, usize)> {
    if bytes.len() <= LONGEST_LINE {
        return None;
    }
    let starts = lines::line_starts(bytes);
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mut lengths = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| end - start)
        .enumerate();
    lengths
        .find(|(_, length)| *length > LONGEST_LINE)
        .map(|(line, length)| (line + 1, length))
}

/// The problem with a line that is too long.
pub(super) fn too_long(path: &str, line: usize, length: usize) -> Problem {
    let message = format!("the line has {length} bytes, expected at most {LONGEST_LINE} (16 MiB)");
    Problem::at(path, line, 1, message)
}

/// The problem with a text that is not UTF-8, of which the first line has a number in its file.
fn bad_utf8(path: &str, first_line: usize, error: &std::string::FromUtf8Error) -> Problem {
    not_utf8(path, first_line, error.as_bytes(), error.utf8_error())
}

/// The problem with bytes that are not UTF-8, of which the first line has a number in its file.
pub(super) fn not_utf8(
    path: &str,
    first_line: usize,
    bytes: &[u8],
    error: std::str::Utf8Error,
) -> Problem {
    let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
    let (line, column) = lines::Positions::of(&good).of_byte(&good, good.len());
    let line = first_line - 1 + line;
    match (error.error_len(), bytes.get(error.valid_up_to())) {
        (Some(_), Some(byte)) => {
            let message =
                format!("byte 0x{byte:02X} is not UTF-8; the file looks like Latin-1/Windows-1252");
            Problem::at(path, line, column, message)
                .help("convert it with `iconv -f WINDOWS-1252 -t UTF-8`")
        }
        _ => Problem::at(
            path,
            line,
            column,
            "the text ends in the middle of a UTF-8 character",
        ),
    }
}
