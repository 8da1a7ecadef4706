//! Text from articles, made safe for a terminal: one character for each, none of which moves the cursor, turns
//! the writing direction or hides.

use unicode_width::UnicodeWidthChar;

/// The text with every character that a terminal would act upon, or not show, replaced by one that it shows.
pub fn visible(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

/// Stands for characters that have no shape of their own; blank where they are white space.
fn visible_char(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        // The block of control pictures has the order of the control characters.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if c.is_control() || is_format(c) => '\u{fffd}',
        c => c,
    }
}

/// Zero-width, bidirectional and other formatting characters, and two that are none and that XML cannot hold.
/// Combining marks are not among them.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The columns that a text takes once it is made visible.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The beginning of a text that takes at most so many columns.
pub fn start_within(text: &str, columns: usize) -> &str {
    let taken = bytes_within(text.chars(), columns);
    text.get(..taken).unwrap_or(text)
}

/// The end of a text that takes at most so many columns.
pub fn end_within(text: &str, columns: usize) -> &str {
    let taken = bytes_within(text.chars().rev(), columns);
    text.get(text.len() - taken..).unwrap_or(text)
}

fn bytes_within(chars: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut used = 0;
    chars
        .take_while(|c| {
            used += char_width(*c);
            used <= columns
        })
        .map(char::len_utf8)
        .sum()
}

fn char_width(c: char) -> usize {
    visible_char(c).width().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_that_it_would_act_upon() {
        assert_eq!(
            visible("a\tb\r\u{1b}[31m\u{7f}\u{9b}\u{202e}9\u{200b}\u{feff}é\u{ffff}"),
            "a b ␛[31m␡��9��é�"
        );
        assert_eq!(visible("e\u{301} 三万 −5"), "e\u{301} 三万 −5");
    }

    #[test]
    fn columns_are_counted_as_shown() {
        assert_eq!(width("三万\u{1b}\u{200b}e\u{301}"), 4 + 1 + 1 + 1);
        assert_eq!(start_within("三万人", 5), "三万");
        assert_eq!(end_within("三万人", 3), "人");
        assert_eq!(end_within("", 3), "");
    }
}
