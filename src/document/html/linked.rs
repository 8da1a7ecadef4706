//! What a page says about its article in the words of schema.org (JSON-LD).

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::about::Said;

/// The first of each that an article on the page has.
#[derive(Default)]
pub(super) struct Linked {
    pub(super) title: Option<Said>,
    pub(super) source: Option<Said>,
    pub(super) date: Option<Said>,
    pub(super) url: Option<Said>,
}

impl Linked {
    /// Reads the data in a part of the file; what is no JSON says nothing.
    pub(super) fn read(&mut self, raw: &str, part: Range<usize>) {
        let Ok(data) = serde_json::from_str::<Value>(&raw[part.clone()]) else {
            return;
        };
        let things = things(&data);
        let names: BTreeMap<_, _> = things
            .iter()
            .filter_map(|thing| Some((thing.get("@id")?.as_str()?, thing.get("name")?.as_str()?)))
            .collect();
        let said = |value: Option<&str>| Said::within(raw, part.clone(), value?);
        for article in things.iter().copied().filter(|thing| is_article(thing)) {
            let text = |key: &str| article.get(key).and_then(Value::as_str);
            let url = text("url").or_else(|| named(article.get("mainEntityOfPage"), "@id"));
            let publisher = article.get("publisher");
            let publisher =
                named(publisher, "name").or_else(|| names.get(named(publisher, "@id")?).copied());
            let found = [
                (&mut self.title, text("headline")),
                (&mut self.date, text("datePublished")),
                (&mut self.source, publisher),
                (&mut self.url, url),
            ];
            for (slot, value) in found {
                if slot.is_none() {
                    *slot = said(value);
                }
            }
        }
    }
}

/// The things that are described: one, a list, or those of a graph.
fn things(data: &Value) -> Vec<&Value> {
    let mut things = Vec::new();
    for thing in listed(data) {
        things.push(thing);
        things.extend(thing.get("@graph").map(listed).unwrap_or_default());
    }
    things
}

fn listed(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => list,
        one => std::slice::from_ref(one),
    }
}

/// A text, or what a thing or the first of a list of things has under a key.
fn named<'a>(value: Option<&'a Value>, key: &str) -> Option<&'a str> {
    match value? {
        Value::Array(list) => named(list.first().filter(|first| !first.is_array()), key),
        Value::String(text) => Some(text),
        thing => thing.get(key).and_then(Value::as_str),
    }
}

/// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting` and the like.
fn is_article(thing: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article")
                || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
        })
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}
