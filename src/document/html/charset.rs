//! The encoding that a page says it is in.

use super::tokens::{StartTag, Token, tokens};

/// Browsers look for it in the first 1024 bytes; some pages name it a little later.
const LOOKED_AT: usize = 4096;

/// The encoding that a page names, unless it is UTF-8.
pub(in crate::document) fn declared(page: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(page.get(..LOOKED_AT).unwrap_or(page));
    let named = tokens(&start, 0).find_map(|token| match token {
        Token::Start(tag) if tag.name == "meta" => of_meta(&tag),
        _ => None,
    })?;
    let is_name = named
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b));
    let is_utf8 = named.eq_ignore_ascii_case("utf-8") || named.eq_ignore_ascii_case("utf8");
    (is_name && !is_utf8 && (1..=40).contains(&named.len())).then_some(named)
}

/// `<meta charset="…">`, or `<meta http-equiv="Content-Type" content="text/html; charset=…">`.
fn of_meta(tag: &StartTag) -> Option<String> {
    let said = || {
        let equivalent = tag.attribute("http-equiv")?;
        let is_type = equivalent.eq_ignore_ascii_case("content-type");
        let (_, set) = tag
            .attribute("content")
            .filter(|_| is_type)?
            .split_once("charset=")?;
        Some(set.trim_matches(['"', '\'', ' ', ';']))
    };
    tag.attribute("charset").or_else(said).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_that_a_page_names() {
        for (page, expected) in [
            ("<META CHARSET=Windows-1252>caf\u{e9}", Some("Windows-1252")),
            (
                "<meta http-equiv='content-type' content='text/html; charset=koi8-r'>",
                Some("koi8-r"),
            ),
            ("<meta charset=' utf-8 '>", None),
            ("<meta charset='a b'>", None),
            ("<meta name=x content='charset=koi8-r'>", None),
            ("<p>", None),
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), expected, "{page}");
        }
    }
}
