//! What a page carries besides its article: navigation, sign-offs of agencies, boilerplate.

/// Known furniture, filled by the caller from a data file.
#[derive(Debug, Clone, Default)]
pub struct Furniture {
    /// Whole lines, in lower case with straight quotes.
    pub lines: Vec<String>,
    /// Beginnings of lines, in lower case with straight quotes.
    pub prefixes: Vec<String>,
    /// Beginnings of the captions of pictures, as they are written.
    pub captions: Vec<String>,
}

impl Furniture {
    /// Whether a block makes no claims: a known line or beginning, or one without a letter or digit.
    ///
    /// Case, the form of quotes, punctuation at the end and one pair of brackets around do not matter.
    pub fn is_furniture(&self, line: &str) -> bool {
        let line = line.trim();
        let Some(first) = line.chars().find(|c| c.is_alphanumeric()) else {
            return true;
        };
        let opened = line.strip_prefix(['(', '[']).unwrap_or(line).trim_start();
        // Nearly every line differs from every known beginning in its first letter.
        let initial = folded(opened).next();
        let may_begin = |known: &str| known.chars().next() == initial;
        if self
            .prefixes
            .iter()
            .any(|prefix| may_begin(prefix) && begins(opened, prefix))
        {
            return true;
        }
        let first = first.to_lowercase().next();
        let may_be = |known: &str| known.chars().find(|c| c.is_alphanumeric()) == first;
        let bare = bare(line);
        self.lines
            .iter()
            .any(|known| may_be(known) && folded(bare).eq(self::bare(known).chars()))
    }
}

/// Whether a block is only the mark of an agency: "(AP) RUP RUP", "(Reuters)", "AFP".
///
/// An abbreviation in capitals may as well be a headline, so only the end of an article is asked.
pub(super) fn is_sign_off(block: &str) -> bool {
    block.len() <= 60
        && block.split_whitespace().all(|token| {
            let name = unbracketed(token);
            let mut letters = name.chars();
            let shouted = |c: char| c.is_alphabetic() && c.is_uppercase();
            (2..=8).contains(&name.chars().count())
            && letters.next().is_some_and(shouted)
            // In brackets a name may be written as a name.
            && (letters.clone().all(shouted) || name != token && letters.all(char::is_alphabetic))
        })
}

/// Whether a line begins with something known, which is in lower case.
fn begins(line: &str, known: &str) -> bool {
    let mut line = folded(line);
    known.chars().all(|c| line.next() == Some(c))
}

/// A line in lower case with straight quotes.
fn folded(line: &str) -> impl Iterator<Item = char> {
    line.chars().map(straight).flat_map(char::to_lowercase)
}

fn straight(c: char) -> char {
    match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => c,
    }
}

fn bare(line: &str) -> &str {
    let ending = |c: char| c.is_whitespace() || ".,;:!?…".contains(c);
    unbracketed(line.trim_end_matches(ending))
        .trim()
        .trim_end_matches(ending)
}

fn unbracketed(text: &str) -> &str {
    let inside = |open, close| {
        text.strip_prefix(open)
            .and_then(|rest: &str| rest.strip_suffix(close))
    };
    inside('(', ')')
        .or_else(|| inside('[', ']'))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_lines_and_beginnings() {
        let furniture = Furniture {
            lines: vec!["left menu".into(), "editor's picks".into()],
            prefixes: vec!["this story has not been edited by".into()],
            captions: Vec::new(),
        };
        for line in [
            "Left Menu",
            " LEFT MENU: ",
            "[Left menu]",
            "(Left menu.)",
            "Editor’s Picks",
            "(This story has not been edited by our staff. It came from a feed.)",
            "* * *",
        ] {
            assert!(furniture.is_furniture(line), "{line}");
        }
        for line in [
            "Left menu of 12 dishes",
            "The left menu",
            "12",
            "His story has not been edited by us",
        ] {
            assert!(!furniture.is_furniture(line), "{line}");
        }
    }

    #[test]
    fn sign_offs_of_agencies() {
        for block in ["(AP) RUP RUP", "(Reuters)", "AFP", "[PTI]"] {
            assert!(is_sign_off(block), "{block}");
        }
        for block in [
            "Reuters",
            "AP 12",
            "A B",
            "Twelve dead",
            "(AP) Twelve",
            "INTERNATIONALLY",
            "12",
        ] {
            assert!(!is_sign_off(block), "{block}");
        }
    }
}
