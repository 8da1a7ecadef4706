//! One row of data: the fields of an article, under the names that feeds and data sets give them.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::furniture::Furniture;
use super::json::Part;
use super::read::Read;
use super::sections::{self, Ends};
use super::{Document, date, default_source, plain, published_date};
use crate::problem::Problem;

const ID: &[&str] = &["id"];
const SOURCE: &[&str] = &["source"];
const DATE: &[&str] = &["date", "published", "date_publish"];
const TITLE: &[&str] = &["title", "headline"];
const TEXT: &[&str] = &["text", "body", "maintext"];
const URL: &[&str] = &["url"];

impl<'a> Part<'a> {
    /// Reads one row: its article, or what is wrong with it.
    pub(super) fn row(&self, row: &'a str, furniture: &Furniture, read: &mut Read) {
        match serde_json::from_str(row) {
            Ok(fields) => self.article(row.trim_start(), &fields, furniture, read),
            Err(error) if error.is_data() => {
                let found = kind(row.trim_start());
                let message =
                    format!("expected an object with the fields of an article, found {found}");
                read.problems.push(self.problem(row.trim_start(), message));
            }
            Err(error) => read.problems.push(self.broken(row, &error)),
        }
    }

    fn article(&self, row: &str, fields: &Fields<'a>, furniture: &Furniture, read: &mut Read) {
        let text = match self.text_field(row, fields) {
            Ok(text) => text,
            Err(problem) => return read.problems.push(problem),
        };
        let (line, _) = self.place(row);
        let id = first(fields, ID).map(|value| {
            let wrong = || {
                self.problem(
                    value,
                    format!("the field \"id\" holds {}, expected a string", kind(value)),
                )
            };
            scalar(value).ok_or_else(wrong)
        });
        let id = id.transpose().unwrap_or_else(|problem| {
            read.problems.push(problem);
            None
        });
        let id = id
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| format!("{}:{line}", self.path));
        let word = |names| {
            first(fields, names)
                .and_then(scalar)
                .filter(|word| !word.trim().is_empty())
        };
        let mut document = Document::new(&id, text);
        document.source = word(SOURCE).unwrap_or_else(|| default_source(self.path).to_owned());
        document.row = Some((self.path.to_owned(), line));
        document.title = word(TITLE);
        document.url = word(URL);
        if let Some(value) = first(fields, DATE) {
            let date = scalar(value).ok_or_else(|| date::unreadable(value, "cannot be read"));
            match date.and_then(|date| published_date(&date)) {
                Ok(day) => document.published = day,
                Err(remark) => read
                    .remarks
                    .push(self.problem(value, remark).help(date::HELP)),
            }
        }
        let text = document.text();
        let pieces = plain::paragraphs(text, plain::start(text));
        document.blocks = sections::blocks(
            text,
            &pieces,
            document.title.as_deref(),
            Ends::BOTH,
            furniture,
        );
        read.documents.push((Some(line), document));
    }

    fn text_field(&self, row: &str, fields: &Fields<'a>) -> Result<String, Problem> {
        let Some(value) = first(fields, TEXT) else {
            return Err(self.problem(
                row,
                format!("no text: expected one of the fields {}", listed(TEXT)),
            ));
        };
        if !value.starts_with('"') {
            let message = format!(
                "the text is {}, expected a string in one of the fields {}",
                kind(value),
                listed(TEXT)
            );
            return Err(self.problem(value, message));
        }
        let text: String =
            serde_json::from_str(value).map_err(|error| self.broken(value, &error))?;
        if text.trim().is_empty() {
            return Err(self.problem(value, "the text is empty: expected an article"));
        }
        Ok(text)
    }
}

type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// The first of the named fields that is there and not null, as written.
fn first<'a>(fields: &Fields<'a>, names: &[&str]) -> Option<&'a str> {
    names
        .iter()
        .filter_map(|name| fields.get(*name))
        .map(|value| value.get())
        .find(|value| *value != "null")
}

/// A string, or a number as written.
fn scalar(value: &str) -> Option<String> {
    match value.bytes().next() {
        Some(b'"') => serde_json::from_str(value).ok(),
        Some(b'-' | b'0'..=b'9') => Some(value.to_owned()),
        _ => None,
    }
}

fn kind(value: &str) -> &'static str {
    match value.bytes().next() {
        Some(b'"') => "a string",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

fn listed(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
