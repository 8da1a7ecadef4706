//! The YAML front matter of a Markdown file: its title, source, date and address.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;

use super::head::Head;
use super::lines;

const FENCE: &str = "---";

/// What the front matter of a file says.
pub(super) struct Front {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    /// Where in the file the values stand, as far as a line `key: value` shows it.
    pub(super) places: Head,
    /// Why it cannot be read, with the line and column, both from 1, counted from `start`.
    pub(super) broken: Option<(usize, usize, String)>,
    /// Where its first line begins.
    pub(super) start: usize,
    /// Where the text behind it begins.
    pub(super) body: usize,
}

/// Reads the front matter that begins a text at `start`, if one does.
///
/// A rule (`---`) followed by a blank line is a rule. When the YAML is broken, its plain `key: value` lines
/// are read all the same, for what breaks it is mostly a colon in a title.
pub(super) fn read(raw: &str, start: usize) -> Option<Front> {
    let mut lines = lines::lines(&raw[start..]).map(|line| start + line.start..start + line.end);
    let is_fence = |line: &Range<usize>| raw[line.clone()].trim_end() == FENCE;
    lines.next().filter(is_fence)?;
    let mut places = Head::default();
    let mut first = None;
    let end = loop {
        let line = lines.next()?;
        if is_fence(&line) {
            break line;
        }
        if first.is_none() && raw[line.clone()].trim().is_empty() {
            return None;
        }
        first.get_or_insert(line.start);
        if !raw[line.clone()].starts_with(char::is_whitespace) {
            places.take(raw, line);
        }
    };
    let start = first.unwrap_or(end.start);
    let options = serde_yaml::options! { duplicate_keys: DuplicateKeyPolicy::FirstWins };
    let yaml = &raw[start..end.start];
    match serde_yaml::from_str_with_options::<BTreeMap<String, Scalar>>(yaml, options) {
        Ok(fields) => {
            let value = |names: &[&str]| {
                let of_name = |name: &&str| {
                    fields
                        .iter()
                        .find(|(key, _)| key.eq_ignore_ascii_case(name))
                };
                names
                    .iter()
                    .filter_map(of_name)
                    .find_map(|(_, value)| value.0.clone())
            };
            Some(Front {
                title: value(&["title"]),
                source: value(&["source"]),
                date: value(&["date", "published"]),
                url: value(&["url", "link"]),
                places,
                broken: None,
                start,
                body: end.end,
            })
        }
        Err(error) => {
            let value = |range: &Option<Range<usize>>| {
                range
                    .clone()
                    .map(|range| raw[range].trim_matches(['"', '\'']).to_owned())
            };
            Some(Front {
                title: value(&places.title),
                source: value(&places.source),
                date: value(&places.date),
                url: value(&places.url),
                broken: Some(trouble(&error)),
                places,
                start,
                body: end.end,
            })
        }
    }
}

fn trouble(error: &serde_yaml::Error) -> (usize, usize, String) {
    let place = |number: u64| usize::try_from(number).unwrap_or(1).max(1);
    let (line, column) = error
        .location()
        .map_or((1, 1), |at| (place(at.line()), place(at.column())));
    let message = error.without_snippet().to_string();
    let message = message
        .split_once(" at line ")
        .map_or(message.as_str(), |(words, _)| words);
    (line, column, message.to_owned())
}

/// A value as text, whatever its type; `None` for null, lists and maps, which no key of ours holds.
struct Scalar(Option<String>);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
        let value = value.trim();
        Ok(Scalar((!value.is_empty()).then(|| value.to_owned())))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar(Some(value.to_string())))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar(Some(value.to_string())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
        Ok(Scalar(Some(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
        Ok(Scalar(Some(value.to_string())))
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar(None))
    }

    fn visit_none<E>(self) -> Result<Scalar, E> {
        Ok(Scalar(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Scalar, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar(None))
    }
}
