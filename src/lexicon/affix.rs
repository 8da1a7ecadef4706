//! Where a word of a text ends.

use super::word::Vocabulary;

/// Pieces that an apostrophe joins to a word, and that stand by themselves: letters in lower case, without the
/// apostrophe.
#[derive(Debug, Clone, Default)]
pub(super) struct Affixes {
    /// Before the apostrophe, as words that have lost their last letter.
    pub elisions: Vec<Box<str>>,
    /// Behind the apostrophe.
    pub possessives: Vec<Box<str>>,
}

impl Affixes {
    /// The length of an elided word at the start of the text, with its apostrophe.
    fn elision(&self, text: &str) -> Option<usize> {
        self.elisions.iter().find_map(|letters| {
            let rest = behind(text, letters)?;
            let apostrophe = rest.chars().next().filter(|c| is_apostrophe(*c))?;
            Some(letters.len() + apostrophe.len_utf8())
        })
    }

    fn possessive(&self, after_apostrophe: &str) -> Option<usize> {
        self.possessives.iter().find_map(|letters| {
            let rest = behind(after_apostrophe, letters)?;
            let ends = !rest.chars().next().is_some_and(char::is_alphanumeric);
            ends.then_some(letters.len())
        })
    }
}

/// What follows some letters at the start of the text, in whatever case they are.
fn behind<'a>(text: &'a str, letters: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(letters.len())?;
    start.eq_ignore_ascii_case(letters).then_some(rest)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

impl Vocabulary {
    /// The length in bytes of the word at the start of the text, 0 where none starts: letters, with apostrophes,
    /// hyphens and digits inside ("Hamas-led", "didn't", "Covid-19"), and initials ("U.S", "p.m"). A possessive
    /// "'s" is left to stand by itself, and so is what stands behind an elided word.
    pub fn word_length(&self, text: &str) -> usize {
        self.word_length_and_pieces(text).0
    }

    /// The length of a word, and whether it may be of several pieces: it is not of ASCII letters and digits alone.
    pub fn word_length_and_pieces(&self, text: &str) -> (usize, bool) {
        match (
            plain_word_length(text.as_bytes()),
            self.affixes.elision(text),
        ) {
            (_, Some(length)) => (length, false),
            (Some(length), None) => (length, false),
            (None, None) => (any_word_length(&self.affixes, text), true),
        }
    }

    /// The length of a possessive ending at the start of the text, with its apostrophe.
    pub fn possessive_length(&self, text: &str) -> Option<usize> {
        let apostrophe = text.chars().next().filter(|c| is_apostrophe(*c))?;
        let length = self.affixes.possessive(&text[apostrophe.len_utf8()..])?;
        Some(apostrophe.len_utf8() + length)
    }
}

/// The length of a word, where ASCII letters and digits and what surely ends them settle it, as nearly always.
fn plain_word_length(text: &[u8]) -> Option<usize> {
    let is_inside = |b: &u8| b.is_ascii_alphanumeric();
    if !text.first()?.is_ascii_alphabetic() {
        return text.first().filter(|b| b.is_ascii()).map(|_| 0);
    }
    let end = text
        .iter()
        .position(|b| !is_inside(b))
        .unwrap_or(text.len());
    let joint = match text.get(end) {
        Some(b'\'' | b'-' | b'.') => text.get(end + 1),
        sign => return sign.is_none_or(u8::is_ascii).then_some(end),
    };
    joint
        .is_none_or(|b| b.is_ascii() && !is_inside(b))
        .then_some(end)
}

#[cold]
fn any_word_length(affixes: &Affixes, text: &str) -> usize {
    let mut end = 0;
    let mut piece = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inside = at > 0;
        if c.is_alphabetic() || (inside && c.is_ascii_digit()) {
            piece += 1;
        } else if inside && is_apostrophe(c) && next.is_some_and(char::is_alphabetic) {
            if affixes.possessive(&text[at + c.len_utf8()..]).is_some() {
                break;
            }
            piece = 0;
        } else if inside && joins_pieces(c, piece, next) {
            piece = 0;
        } else {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A hyphen inside a word, or the full stop between two initials.
fn joins_pieces(c: char, piece: usize, next: Option<char>) -> bool {
    match c {
        '-' | '‑' => next.is_some_and(char::is_alphanumeric),
        '.' => piece == 1 && next.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(elisions: &[&str], possessives: &[&str]) -> Vocabulary {
        let boxed = |letters: &[&str]| letters.iter().map(|l| (*l).into()).collect();
        let mut v = Vocabulary::default();
        v.affixes = Affixes {
            elisions: boxed(elisions),
            possessives: boxed(possessives),
        };
        v
    }

    #[test]
    fn words_end_where_a_reader_ends_them() {
        let v = vocabulary(&[], &["s"]);
        for (text, word) in [
            ("Gaza Strip", "Gaza"),
            ("Strip’s population", "Strip"),
            ("Hamas-led gunmen", "Hamas-led"),
            ("didn't go", "didn't"),
            ("Covid-19 cases", "Covid-19"),
            ("U.S. officials", "U.S"),
            ("end. The", "end"),
            ("people-", "people"),
            ("12 people", ""),
            ("Türk said", "Türk"),
            ("", ""),
            ("a", "a"),
            ("Ab’s", "Ab"),
            ("who’d", "who’d"),
            ("it's", "it"),
            ("it'", "it"),
            ("e.g. so", "e.g"),
            ("co-op-", "co-op"),
            ("caféx", "caféx"),
            ("B2B.", "B2B"),
            ("'tis", ""),
            (" a", ""),
        ] {
            assert_eq!(&text[..v.word_length(text)], word, "{text}");
            assert_eq!(&text[..any_word_length(&v.affixes, text)], word, "{text}");
        }
    }

    #[test]
    fn an_elided_word_stands_by_itself() {
        let v = vocabulary(&["d", "qu"], &[]);
        for (text, word) in [
            ("d'eau", "d'"),
            ("D’Eau", "D’"),
            ("d'1,5", "d'"),
            ("d'", "d'"),
            ("qu'on", "qu'"),
            ("d eau", "d"),
            ("did't", "did't"),
            ("on's", "on's"),
        ] {
            assert_eq!(&text[..v.word_length(text)], word, "{text}");
        }
    }
}
