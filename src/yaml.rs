//! Reading YAML that people wrote: rules, lexicons, front matter. The only module that knows the YAML crate.
//!
//! The crate behind `serde_yaml` is serde-saphyr: `serde_yaml` itself is archived. It was chosen over the
//! drop-in fork `yaml_serde` because its errors are values with their parts (the unknown key, the known ones,
//! the place), and because [`Spanned`] gives a place to every value, so that a word that is right for YAML and
//! wrong for us ("measure: kiled") is named with line and column as well. It also bounds aliases.
//!
//! The built-in files are read from the JSON that the build script makes of them, because they are read at every
//! start.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_yaml::{Error, Location, Options};

pub use serde_yaml::Spanned;

use crate::problem::{Problem, nearest};

/// Reads a value from the text of a YAML file. `file` is named in the problem.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    serde_yaml::from_str_with_options(text, options()).map_err(|error| problem(file, text, &error))
}

/// The built-in files: path in the package, and JSON.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// Reads a built-in file, named by its path in the package. Every value stands at line 1, column 1.
pub fn read_builtin<T: DeserializeOwned>(file: &str) -> Result<T, Problem> {
    let Some((_, json)) = BUILTIN.iter().find(|(path, _)| *path == file) else {
        return Err(Problem::of_file(file, "this is no built-in file"));
    };
    serde_json::from_str(json).map_err(|error| Problem::of_file(file, error.to_string()))
}

/// Where a value stands: line and column, from 1.
pub fn place_of<T>(value: &Spanned<T>) -> (usize, usize) {
    place(&value.referenced)
}

fn options() -> Options {
    serde_yaml::options! { strict_booleans: true, with_snippet: false }
}

fn place(location: &Location) -> (usize, usize) {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).max(1);
    (number(location.line()), number(location.column()))
}

fn problem(file: &str, text: &str, error: &Error) -> Problem {
    let error = error.without_snippet();
    let here = || found_at(text, error.location());
    let (message, help) = match error {
        Error::SerdeUnknownField {
            field, expected, ..
        } => unknown("key", field, expected),
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => unknown("word", variant, expected),
        Error::SerdeMissingField { field, .. } => {
            (format!("the key `{field}` is missing here"), None)
        }
        Error::SerdeInvalidType {
            unexpected,
            expected,
            ..
        }
        | Error::SerdeInvalidValue {
            unexpected,
            expected,
            ..
        } => {
            let (found, expected) = (in_plain_words(unexpected), in_plain_words(expected));
            (format!("found {found}, expected {expected}"), None)
        }
        Error::SerdeInvalidLength { len, .. } => {
            (format!("found a list of {len}, expected two in each"), None)
        }
        Error::InvalidBooleanStrict { .. } => {
            (format!("found {}, expected true or false", here()), None)
        }
        Error::ExternallyTaggedEnumExpectedScalarOrMapping { .. } => {
            (format!("found {}, expected a word", here()), None)
        }
        Error::DuplicateMappingKey { key, .. } => (
            format!(
                "the key `{}` stands here twice",
                key.as_deref().unwrap_or("?")
            ),
            None,
        ),
        Error::Unexpected { expected, .. } => (
            format!("found {}, expected {}", here(), in_plain_words(expected)),
            None,
        ),
        Error::InvalidScalar { ty, .. } => (
            format!("found {}, expected {}", here(), in_plain_words(ty)),
            None,
        ),
        Error::NullIntoString { .. } => ("found nothing, expected text".to_owned(), None),
        Error::Budget { .. } => (
            "this is larger or more deeply nested than any such file: is it one?".to_owned(),
            None,
        ),
        other => {
            let text = other.to_string();
            // The crate's own words end in the place, which is printed in front.
            let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
            (format!("this is not readable here: {message}"), None)
        }
    };
    let found = match error.location() {
        Some(location) if location.line() > 0 => {
            let (line, column) = place(&location);
            Problem::at(file, line, column, message)
        }
        _ => Problem::of_file(file, message),
    };
    Problem { help, ..found }
}

/// A word, or keys with their values: a setting that may be written in brief. Whether the word is a known one is asked
/// later, where its place is known.
#[derive(Debug)]
pub enum Written<T> {
    /// One word.
    Word(String),
    /// Keys with their values.
    Keys(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOrKeys(PhantomData))
    }
}

struct WordOrKeys<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for WordOrKeys<T> {
    type Value = Written<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, or keys with their values")
    }

    fn visit_str<E>(self, word: &str) -> Result<Self::Value, E> {
        Ok(Written::Word(word.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Written::Word(number.to_string()))
    }

    fn visit_bool<E>(self, word: bool) -> Result<Self::Value, E> {
        Ok(Written::Word(word.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Written::Word(String::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Written::Keys)
    }
}

/// What stands at a place, in backquotes.
fn found_at(text: &str, location: Option<Location>) -> String {
    /// More says nothing more.
    const LONGEST: usize = 30;
    let word = location.and_then(|location| {
        let (line, column) = place(&location);
        let rest = text.lines().nth(line - 1)?.chars().skip(column - 1);
        Some(rest.take(LONGEST).collect::<String>())
    });
    let word = word.unwrap_or_default();
    let end = if word.starts_with(['[', '{']) {
        end_of_collection(&word)
    } else {
        word.find([',', '}', ']', '#'])
    };
    let end = end.unwrap_or(word.len());
    match word[..end].trim() {
        // Behind a key, where no value is.
        "" | ":" => "nothing".to_owned(),
        word => format!("`{word}`"),
    }
}

/// Behind the bracket that closes the first one, where the value ends there.
fn end_of_collection(text: &str) -> Option<usize> {
    let mut open = 0;
    for (at, c) in text.char_indices() {
        match c {
            '[' | '{' => open += 1,
            ']' | '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            let rest = text[at + 1..].trim_start();
            let ends = rest.is_empty() || rest.starts_with([',', ']', '}', '#']);
            return ends.then_some(at + 1);
        }
    }
    None
}

/// What the YAML crate expects, in the words of somebody who writes rules.
fn in_plain_words(expected: &str) -> &str {
    match expected {
        "sequence start" => "a list such as [a, b]",
        "mapping start" => "keys with their values",
        "string scalar" | "scalar" => "a word or a text",
        "u64" | "u32" | "usize" | "i64" | "i32" => "a whole number",
        "bool" => "true or false",
        "sequence" => "a list",
        "map" => "keys with their values",
        "enum" => "one of the known words with its settings",
        other => other,
    }
}

/// Message and help for a word that is not one of `known`.
pub fn unknown(what: &str, found: &str, known: &[&str]) -> (String, Option<String>) {
    let expected = match known {
        [] => "none is expected here".to_owned(),
        [one] => format!("expected `{one}`"),
        many => format!(
            "expected one of {}",
            many.iter()
                .map(|k| format!("`{k}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    let help = nearest(found, known.iter().copied()).map(|word| format!("did you mean `{word}`?"));
    (format!("unknown {what} `{found}`, {expected}"), help)
}
