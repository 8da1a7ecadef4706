//! What an article is known by: its headline, its address.

use super::visible::{start_within, visible};
use crate::document::{Block, Document, Section};

/// Columns of the first words of an article without a headline.
const LONGEST: usize = 90;

/// The headline of an article, or else its first words.
pub fn name(document: &Document) -> String {
    headline(document).unwrap_or_else(|| {
        let is_told = |block: &Block| block.section != Section::Furniture;
        let text = block(document, is_told).unwrap_or_default();
        let start = start_within(text, LONGEST);
        match start.rsplit_once(' ') {
            _ if text.is_empty() => visible(&document.shown_name()),
            _ if start.len() == text.len() => visible(text),
            Some((words, _)) => format!("{} \u{2026}", visible(words)),
            None => format!("{}\u{2026}", visible(start)),
        }
    })
}

/// The headline, where there is one.
pub fn headline(document: &Document) -> Option<String> {
    let of_head = document.title.as_deref().map(visible);
    of_head.or_else(|| {
        let is_headline = |block: &Block| block.section == Section::Headline;
        let text = visible(block(document, is_headline)?);
        Some(text).filter(|text| !text.is_empty())
    })
}

/// The text of the first block of a kind.
fn block(document: &Document, is_wanted: impl Fn(&Block) -> bool) -> Option<&str> {
    let block = document.blocks.iter().find(|block| is_wanted(block))?;
    Some(document.text().get(block.start..block.end)?.trim())
}

/// The address of an article, where a reader may follow it.
pub fn url(document: &Document) -> Option<&str> {
    document.url.as_deref().and_then(web_address)
}

/// The address, where it is one of the web: anybody may have written it, and `javascript:` is an address too.
fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    // Blanks and what cannot be seen stand in no address that can be followed as written.
    let is_whole = !rest.is_empty() && !rest.contains(char::is_whitespace) && visible(rest) == rest;
    (is_web && is_whole).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        for url in ["https://a.example/b?c#d", "HTTP://a.example", " https://a "] {
            assert_eq!(web_address(url), Some(url.trim()));
        }
        for url in [
            "",
            "https://",
            "a.example",
            "//a.example",
            "javascript:alert(1)",
            "javascript://a%0aalert(1)",
            "data:text/html,a",
            "ftp://a.example",
            "https://a b",
            "https://a\u{202e}b",
            "https://a\nb",
        ] {
            assert_eq!(web_address(url), None, "{url}");
        }
    }
}
