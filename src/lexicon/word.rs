//! What a word is, and the vocabulary: every word of the data files with a number and the classes it is in.

use rustc_hash::FxHashMap;

/// A word of the vocabulary. Words that no data file names are all [`WordId::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that no data file names.
    pub const UNKNOWN: WordId = WordId(0);
}

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u32);

impl Classes {
    /// "of", "in"
    pub const PREPOSITION: Classes = Classes(1);
    /// "and", "but"
    pub const CONJUNCTION: Classes = Classes(1 << 1);
    /// "who", "which"
    pub const RELATIVE: Classes = Classes(1 << 2);
    /// "the", "each"
    pub const DETERMINER: Classes = Classes(1 << 3);
    /// "is", "had", "could"
    pub const AUXILIARY: Classes = Classes(1 << 4);
    /// "they"
    pub const PRONOUN: Classes = Classes(1 << 5);
    /// "still"
    pub const ADVERB: Classes = Classes(1 << 6);
    /// "male", "other": stands before a noun
    pub const BEFORE_NOUN: Classes = Classes(1 << 7);
    /// "people": a plural without an s
    pub const PLURAL: Classes = Classes(1 << 8);
    /// "in", "near": what follows is where
    pub const LOCATIVE: Classes = Classes(1 << 9);
    /// "city", "camp"
    pub const PLACE_NOUN: Classes = Classes(1 << 10);
    /// "January"
    pub const MONTH: Classes = Classes(1 << 11);
    /// "Monday"
    pub const WEEKDAY: Classes = Classes(1 << 12);
    /// "pm", "GMT"
    pub const CLOCK: Classes = Classes(1 << 13);
    /// after it, four digits are a year
    pub const BEFORE_YEAR: Classes = Classes(1 << 14);
    /// a figure may begin with it
    pub const FIGURE_START: Classes = Classes(1 << 15);
    /// a frame may hang on it
    pub const TRIGGER: Classes = Classes(1 << 16);
    /// "said"
    pub const SAYING: Classes = Classes(1 << 17);
    /// a noun for people
    pub const PERSON: Classes = Classes(1 << 18);
    /// a capitalised word that is no place
    pub const NOT_PLACE: Classes = Classes(1 << 19);
    /// the head of a speaker's name: "ministry"
    pub const SPEAKER_NOUN: Classes = Classes(1 << 20);
    /// stands between "according to" and a name
    pub const ACCORDING_FILLER: Classes = Classes(1 << 21);
    /// numerals that follow it are part of a name: "Article", "Boeing"
    pub const NUMBERED: Classes = Classes(1 << 22);
    /// "second"
    pub const ORDINAL: Classes = Classes(1 << 23);
    /// "of"
    pub const PARTITIVE: Classes = Classes(1 << 24);
    /// "from": what follows is a change, "from 120 to 180", and no range
    pub const BEFORE_CHANGE: Classes = Classes(1 << 25);
    /// "aged"
    pub const AGE: Classes = Classes(1 << 26);
    /// stands before a noun and does not narrow it
    pub const NEUTRAL: Classes = Classes(1 << 27);
    /// "school": a part of the place that it stands in
    pub const PLACE_PART: Classes = Classes(1 << 28);
    /// the small words that end a noun phrase
    pub const FUNCTION: Classes = Classes(
        Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::RELATIVE.0
            | Self::DETERMINER.0
            | Self::AUXILIARY.0
            | Self::PRONOUN.0
            | Self::ADVERB.0,
    );

    /// Whether the two sets share a class.
    pub fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    pub const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// Words by number.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// By the bytes of the words in lower case.
    ids: FxHashMap<Box<[u8]>, WordId>,
    /// Those of one ASCII byte again: every comma is looked up.
    signs: [WordId; 128],
    classes: Vec<Classes>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            signs: [WordId::UNKNOWN; 128],
            classes: vec![Classes::default()],
        }
    }
}

/// Longest word that the vocabulary can hold, in bytes; longer ones are unknown.
const LONGEST: usize = 32;

impl Vocabulary {
    /// The number of a word, new if need be; case does not count.
    pub fn intern(&mut self, word: &str) -> WordId {
        let known = self.get(word);
        if known != WordId::UNKNOWN {
            return known;
        }
        let key = word.to_lowercase().replace('’', "'");
        if let Some(id) = self.ids.get(key.as_bytes()) {
            return *id;
        }
        let id = WordId(u32::try_from(self.classes.len()).unwrap_or(0));
        self.classes.push(Classes::default());
        if let [byte @ ..128] = key.as_bytes() {
            self.signs[usize::from(*byte)] = id;
        }
        self.ids.insert(key.into_bytes().into(), id);
        id
    }

    /// Interns a word and puts it in a class.
    pub fn classify(&mut self, word: &str, class: Classes) -> WordId {
        let id = self.intern(word);
        self.mark(id, class);
        id
    }

    /// Puts a known word in a class.
    pub fn mark(&mut self, id: WordId, class: Classes) {
        if let Some(classes) = self.classes.get_mut(id.0 as usize) {
            *classes = classes.with(class);
        }
    }

    /// The number of a word of the text.
    pub fn get(&self, word: &str) -> WordId {
        if let [byte] = word.as_bytes() {
            return self.signs[usize::from(byte.to_ascii_lowercase() & 127)];
        }
        let mut lower = [0_u8; LONGEST];
        if word.is_ascii() {
            let Some(lower) = lower.get_mut(..word.len()) else {
                return WordId::UNKNOWN;
            };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return self.of_lower(lower);
        }
        let mut length = 0;
        for c in word.chars() {
            let c = if c == '’' { '\'' } else { c };
            let mut lowered = c.to_lowercase();
            for l in lowered.by_ref() {
                if length + l.len_utf8() > LONGEST {
                    return WordId::UNKNOWN;
                }
                length += l.encode_utf8(&mut lower[length..]).len();
            }
        }
        self.of_lower(&lower[..length])
    }

    /// The number of a word in lower case.
    fn of_lower(&self, lower: &[u8]) -> WordId {
        self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The classes of a word.
    pub fn classes(&self, id: WordId) -> Classes {
        self.classes.get(id.0 as usize).copied().unwrap_or_default()
    }
}

/// The length in bytes of the word at the start of the text, 0 where none starts: letters, with apostrophes,
/// hyphens and digits inside ("Hamas-led", "didn't", "Covid-19"), and initials ("U.S", "p.m"). A possessive
/// "'s" is left to stand by itself.
pub fn word_length(text: &str) -> usize {
    plain_word_length(text.as_bytes()).unwrap_or_else(|| any_word_length(text))
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
fn any_word_length(text: &str) -> usize {
    let mut end = 0;
    let mut piece = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inside = at > 0;
        if c.is_alphabetic() || (inside && c.is_ascii_digit()) {
            piece += 1;
        } else if inside && matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic) {
            if is_possessive(&text[at + c.len_utf8()..]) {
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

fn is_possessive(after_apostrophe: &str) -> bool {
    let mut chars = after_apostrophe.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_a_reader_ends_them() {
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
            assert_eq!(&text[..word_length(text)], word, "{text}");
            assert_eq!(&text[..any_word_length(text)], word, "{text}");
        }
    }
}
