//! Articles as rows of data: JSON Lines, a JSON object, or a JSON list of objects.
//!
//! A broken row costs itself, not its file. Every row keeps its place in the file for what is to be said
//! about it; its text is read like plain text without a head.

use std::cell::OnceCell;
use std::fmt;
use std::io::{self, BufRead, Read as _};

use serde::Deserializer as _;
use serde::de::{SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::furniture::Furniture;
use super::read::{LONGEST_LINE, Read, empty, is_blank, not_utf8, too_long};
use super::{BOM, lines};
use crate::problem::Problem;

/// The room for a line that is kept for the next one.
const KEPT: usize = 1024 * 1024;

/// Reads a file that holds one object or a list of objects. Where the list breaks off, the objects before
/// are kept.
pub fn json(path: &str, raw: &str, furniture: &Furniture) -> Read {
    let mut read = Read::default();
    let file = Part::new(path, raw, 1);
    let text = raw.strip_prefix(BOM).unwrap_or(raw);
    let mut rows = Vec::new();
    let mut parser = serde_json::Deserializer::from_str(text);
    let result = match text.trim_start().chars().next() {
        Some('[') => parser.deserialize_seq(Elements(&mut rows)),
        Some('{') => {
            <&RawValue as serde::Deserialize>::deserialize(&mut parser).map(|row| rows.push(row))
        }
        _ => {
            let found = text.trim().chars().take(20).collect::<String>();
            let at = file.place(text.trim_start());
            let message = format!("expected a JSON object or a list of objects, found `{found}`");
            read.problems.push(Problem::at(path, at.0, at.1, message));
            return read;
        }
    };
    for row in rows {
        file.row(row.get(), furniture, &mut read);
    }
    if let Err(error) = result.and_then(|()| parser.end()) {
        let problem = file.broken(text, &error);
        let many_objects =
            text.trim_start().starts_with('{') && problem.message.contains("expected the end");
        read.problems.push(if many_objects {
            problem.help("a file with one object a line is JSON Lines: name it .jsonl")
        } else {
            problem
        });
    }
    read
}

/// The rows of a file with one object a line; blank lines do not count.
pub(super) struct Rows<R> {
    input: R,
    /// The line that was read last.
    line: Vec<u8>,
    /// Its number, from 1.
    number: usize,
    /// Whether a line was more than white space.
    any: bool,
}

impl<R: BufRead> Rows<R> {
    pub(super) fn of(input: R) -> Self {
        Self {
            input,
            line: Vec::new(),
            number: 0,
            any: false,
        }
    }

    /// Reads the next line: its article or what is wrong with it, or nothing at all if it is blank. `None` at the end
    /// of the file.
    pub(super) fn next(&mut self, path: &str, furniture: &Furniture) -> io::Result<Option<Read>> {
        let mut read = Read::default();
        self.line.clear();
        self.line.shrink_to(KEPT);
        // The longest line with its end, and one byte more to tell a longer one.
        let limit = LONGEST_LINE as u64 + 2;
        (&mut self.input)
            .take(limit)
            .read_until(b'\n', &mut self.line)?;
        if self.line.is_empty() {
            if !self.any {
                read.problems.push(empty(path));
                self.any = true;
                return Ok(Some(read));
            }
            return Ok(None);
        }
        self.number += 1;
        let is_whole = self.line.pop_if(|byte| *byte == b'\n').is_some();
        if self.line.len() > LONGEST_LINE {
            let rest = if is_whole { 0 } else { self.skip_line()? };
            let length = self.line.len() + rest;
            read.problems.push(too_long(path, self.number, length));
            self.any = true;
            return Ok(Some(read));
        }
        let is_first = self.number == 1;
        self.any |= !is_blank(&self.line, is_first);
        match std::str::from_utf8(&self.line) {
            Ok(line) => {
                let row = if is_first {
                    line.strip_prefix(BOM).unwrap_or(line)
                } else {
                    line
                };
                if !row.trim().is_empty() {
                    Part::new(path, line, self.number).row(row, furniture, &mut read);
                }
            }
            Err(error) => read
                .problems
                .push(not_utf8(path, self.number, &self.line, error)),
        }
        Ok(Some(read))
    }

    /// Reads on to the end of the line; how many bytes it has before that.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut length = 0;
        loop {
            let bytes = self.input.fill_buf()?;
            let found = memchr::memchr(b'\n', bytes);
            let passed = found.unwrap_or(bytes.len());
            length += passed;
            let is_end = found.is_some() || bytes.is_empty();
            self.input.consume(passed + usize::from(found.is_some()));
            if is_end {
                return Ok(length);
            }
        }
    }
}

/// A part of a file, to tell where in it something stands.
pub(super) struct Part<'a> {
    pub(super) path: &'a str,
    text: &'a str,
    /// Found when they are asked for: most rows are without fault and begin where their line does.
    positions: OnceCell<lines::Positions>,
    first_line: usize,
}

impl<'a> Part<'a> {
    pub(super) fn new(path: &'a str, text: &'a str, first_line: usize) -> Self {
        Self {
            path,
            text,
            positions: OnceCell::new(),
            first_line,
        }
    }

    /// The line and column at which a piece of the text begins.
    pub(super) fn place(&self, piece: &str) -> (usize, usize) {
        let offset = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if offset == 0 {
            return (self.first_line, 1);
        }
        let positions = self
            .positions
            .get_or_init(|| lines::Positions::of(self.text));
        let (line, column) = positions.of_byte(self.text, offset);
        (self.first_line - 1 + line, column)
    }

    pub(super) fn problem(&self, piece: &str, message: impl Into<String>) -> Problem {
        let (line, column) = self.place(piece);
        Problem::at(self.path, line, column, message)
    }

    /// The problem with a piece of the text that is not JSON.
    pub(super) fn broken(&self, piece: &str, error: &serde_json::Error) -> Problem {
        // The parser counts lines by `\n` alone, and columns in bytes.
        let line = piece
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum::<usize>();
        let ends_early = error.classify() == Category::Eof;
        let offset = if ends_early {
            piece.trim_end().len()
        } else {
            line + error.column().saturating_sub(1)
        };
        let rest = &piece[piece.floor_char_boundary(offset)..];
        self.problem(rest, format!("broken JSON: {}", in_words(error, rest)))
    }
}

/// What the parser found and expected; `rest` begins where it stopped.
fn in_words(error: &serde_json::Error, rest: &str) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let expected = match message {
        "EOF while parsing a string" => {
            return "the text ends inside a string, expected a closing `\"`".to_owned();
        }
        "EOF while parsing a list" => {
            return "the text ends inside a list, expected `]`".to_owned();
        }
        "EOF while parsing an object" => {
            return "the text ends inside an object, expected `}`".to_owned();
        }
        "EOF while parsing a value" => {
            return "the text ends where a value was expected".to_owned();
        }
        "trailing comma" => return "a comma before the closing bracket".to_owned(),
        _ if message.starts_with("control character") => {
            return "a line end or control character inside a string, expected `\\n` or the like"
                .to_owned();
        }
        "key must be a string" => "a key in double quotes",
        "trailing characters" => "the end",
        "expected value" => "a value",
        "expected ident" => "`true`, `false` or `null`",
        _ => message.strip_prefix("expected ").unwrap_or_default(),
    };
    match rest.chars().next() {
        Some(found) if !expected.is_empty() && !found.is_control() => {
            format!("expected {expected}, found `{found}`")
        }
        _ if !expected.is_empty() => format!("expected {expected}"),
        _ => message.to_owned(),
    }
}

/// Gathers the elements of a list as written, also of a list that breaks off.
struct Elements<'r, 'a>(&'r mut Vec<&'a RawValue>);

impl<'a> Visitor<'a> for Elements<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(row) = list.next_element()? {
            self.0.push(row);
        }
        Ok(())
    }
}
