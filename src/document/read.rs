//! From the bytes of a file to its documents: checks that it is text, then reads it as its format.

use super::furniture::Furniture;
use super::{BOM, Document, json, jsonl, lines, markdown, plain};
use crate::problem::Problem;

/// No article has a line of 16 MiB; a file that has one is data, and reading it would cost unbounded time
/// and memory.
pub(super) const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// A text has no zero byte; whether a file is one shows in its first bytes.
const LOOKED_AT: usize = 8 * 1024;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, with or without a head.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
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
}

/// Reads the bytes of one file.
pub fn read(format: Format, path: &str, bytes: Vec<u8>, furniture: &Furniture) -> Read {
    if let Some(problem) = not_text(path, &bytes) {
        return Read::refused(problem);
    }
    if format == Format::JsonLines {
        return jsonl(path, &bytes, furniture);
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
            return Read::refused(not_utf8(path, 1, error.as_bytes(), error.utf8_error()));
        }
    };
    let (document, remarks) = match format {
        Format::Json => return json(path, &raw, furniture),
        Format::Markdown => markdown(path, raw, furniture),
        _ => plain(path, raw, furniture),
    };
    if document.blocks.is_empty() {
        return Read::refused(Problem::of_file(
            path,
            "no text under the head: expected an article",
        ));
    }
    Read {
        documents: vec![(None, document)],
        problems: Vec::new(),
        remarks,
    }
}

/// The problem with a file that is no text, or has none.
fn not_text(path: &str, bytes: &[u8]) -> Option<Problem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let problem = Problem::of_file(path, "the file is UTF-16, expected UTF-8");
        return Some(problem.help("convert it with `iconv -f UTF-16 -t UTF-8`"));
    }
    if bytes.iter().take(LOOKED_AT).any(|byte| *byte == 0) {
        return Some(Problem::of_file(
            path,
            "looks like a binary file, expected text",
        ));
    }
    let mut mark = [0; 4];
    let text = bytes
        .strip_prefix(BOM.encode_utf8(&mut mark).as_bytes())
        .unwrap_or(bytes);
    text.trim_ascii()
        .is_empty()
        .then(|| Problem::of_file(path, "the file is empty: expected an article"))
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
