//! Addresses from articles: which of them may be followed.

/// The address, where it is one of the web: anybody may have written it, and `javascript:` is an address too.
pub fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    // Blanks and what cannot be seen stand in no address that can be followed as written.
    let is_whole =
        !rest.is_empty() && !rest.contains(char::is_whitespace) && super::visible(rest) == rest;
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
