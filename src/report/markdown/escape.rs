//! Text from articles, made safe for Markdown: it reads as it stands, and is no markup, link or mention.

/// A character of no width, written so that it can be seen in the source.
pub const NOTHING: &str = "&#8203;";

/// What begins an address that is linked without any markup.
const ADDRESSES: [&str; 2] = ["://", "www."];

/// A text that begins a line, where a number with a point or a hyphen would begin a list.
pub fn escaped(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let begins_block = match digits {
        0 => rest.starts_with(['+', '-', '=']),
        _ => rest.starts_with(['.', ')']),
    };
    let backslash = if begins_block { "\\" } else { "" };
    format!("{number}{backslash}{}", escaped_inside(rest))
}

/// A text behind other text of its line.
pub fn escaped_inside(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_markup(c) {
            written.push('\\');
        }
        written.push(c);
        let rest = &text[at..];
        let is_address = |begin: &&str| {
            let start = rest.get(..begin.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(begin))
        };
        // A mention or a number of an issue is found in the text that is shown, markup or not.
        if matches!(c, '@' | '#') || ADDRESSES.iter().any(is_address) {
            written.push_str(NOTHING);
        }
    }
    written
}

fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#'
    )
}
