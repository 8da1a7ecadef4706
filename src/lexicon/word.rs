//! What a word is, and the vocabulary: every word of the data files with a number and the classes it is in.

use rustc_hash::FxHashMap;

use super::affix::Affixes;

/// A word of the vocabulary. Words that no data file names are all [`WordId::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that no data file names.
    pub const UNKNOWN: WordId = WordId(0);

    /// Words are numbered from 0 without gaps.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u64);

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
    /// a number may begin with it
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
    /// a bound may begin with it
    pub const BOUND_START: Classes = Classes(1 << 29);
    /// a currency may begin with it
    pub const CURRENCY_START: Classes = Classes(1 << 30);
    /// "a"
    pub const ARTICLE: Classes = Classes(1 << 31);
    /// "a" before it begins a number: "dozen", "third"
    pub const AFTER_ARTICLE: Classes = Classes(1 << 32);
    /// an idiom with a number in it may begin with it
    pub const IDIOM_START: Classes = Classes(1 << 33);
    /// numerals that follow it are part of a name, in lower case too: "page"
    pub const NUMBERED_IN_LOWER_CASE: Classes = Classes(1 << 34);
    /// a phrase of the cues, a place or an event may begin with it
    pub const PHRASE_START: Classes = Classes(1 << 35);
    /// a number may go on with it: a unit, a scale, the joint of a range
    pub const NUMBER_TAIL: Classes = Classes(1 << 36);
    /// "according to" may begin with it
    pub const ACCORDING_START: Classes = Classes(1 << 37);
    /// the name of a place that a list knows may begin with it
    pub const PLACE_START: Classes = Classes(1 << 38);
    /// "us"
    pub const SPEAKER: Classes = Classes(1 << 39);
    /// a span of time before it is counted from another time: "after", "ago"
    pub const ORDER: Classes = Classes(1 << 40);
    /// "born"
    pub const BORN: Classes = Classes(1 << 41);
    /// "turned", "birthday"
    pub const BIRTHDAY: Classes = Classes(1 << 42);
    /// "turnout"
    pub const RATE: Classes = Classes(1 << 43);
    /// "out", before "of the 253": the part may stand far before it
    pub const OUT_OF: Classes = Classes(1 << 44);
    /// "from": what follows is where people left
    pub const ORIGIN: Classes = Classes(1 << 45);
    /// "on", behind an event: what follows is where it struck
    pub const TARGET: Classes = Classes(1 << 46);
    /// "who": it takes up people, and no place
    pub const OF_PEOPLE: Classes = Classes(1 << 47);
    /// "for", inside the name of a speaker
    pub const NAME_JOINT: Classes = Classes(1 << 48);
    /// "adding": who spoke before speaks on
    pub const ADDING: Classes = Classes(1 << 49);
    /// "shows", a verb of saying only of who surely speaks: figures, officials
    pub const SHOWING: Classes = Classes(1 << 50);
    /// "to", before where somebody went
    pub const GOAL: Classes = Classes(1 << 51);
    /// "reported", a verb of saying that is none behind the name of a place: "Congo reported 548 deaths"
    pub const COUNTING: Classes = Classes(1 << 52);
    /// "since", before a day on which it did not happen
    pub const SINCE: Classes = Classes(1 << 53);
    /// "at", before a venue
    pub const VENUE: Classes = Classes(1 << 54);
    /// Before a place, what makes it a part: "eastern".
    pub const PLACE_SIDE: Classes = Classes(1 << 55);
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

    /// These classes but for some.
    pub const fn without(self, other: Classes) -> Classes {
        Classes(self.0 & !other.0)
    }

    /// Both sets together.
    pub const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// Words by number.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// Words of at most [`SHORT`] ASCII letters, packed.
    short: Table,
    /// Words and signs of one ASCII byte.
    single: Box<[WordId; 128]>,
    /// The others, in lower case.
    long: FxHashMap<String, WordId>,
    classes: Vec<Classes>,
    /// What an apostrophe joins to a word and is none of its letters.
    pub(super) affixes: Affixes,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            short: Table::default(),
            single: Box::new([WordId::UNKNOWN; 128]),
            long: FxHashMap::default(),
            classes: vec![Classes::default()],
            affixes: Affixes::default(),
        }
    }
}

/// Bytes of a packed word.
const SHORT: usize = 16;

impl Vocabulary {
    /// The number of a word, new if need be; case does not count.
    pub fn intern(&mut self, word: &str) -> WordId {
        let new = WordId(u32::try_from(self.classes.len()).unwrap_or(0));
        let lower = lower(word);
        let id = match packed(&lower, lower.len()) {
            Some(key) => self.short.entry(key, new),
            None => *self.long.entry(lower).or_insert(new),
        };
        if id == new {
            self.classes.push(Classes::default());
        }
        if let [byte] = word.as_bytes() {
            for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()] {
                if let Some(single) = self.single.get_mut(usize::from(byte)) {
                    *single = id;
                }
            }
        }
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
        if let Some(classes) = self.classes.get_mut(id.index()) {
            *classes = classes.with(class);
        }
    }

    /// The number of a word of the text.
    pub fn get(&self, word: &str) -> WordId {
        self.get_first(word, word.len())
    }

    /// The number of the word that a text begins with, of that many bytes: quicker where the text goes on behind it.
    pub fn get_first(&self, text: &str, length: usize) -> WordId {
        if length == 1
            && let Some(byte) = text.bytes().next()
        {
            return self
                .single
                .get(usize::from(byte))
                .copied()
                .unwrap_or(WordId::UNKNOWN);
        }
        match packed(text, length) {
            Some(key) => self.short.get(key),
            None => text
                .get(..length)
                .map_or(WordId::UNKNOWN, |word| self.get_other(word)),
        }
    }

    /// The ASCII word that a text begins with, and its length: one step instead of two, for most words of a text.
    /// None where the word is longer than 16 bytes, or goes on with a hyphen, an apostrophe or a full stop.
    pub fn plain_word(&self, text: &str) -> Option<(usize, WordId)> {
        let chunk = text.as_bytes().first_chunk::<SHORT>()?;
        let bytes = u128::from_le_bytes(*chunk);
        let inside = letters(bytes) | digits(bytes);
        let length = ((!inside & (EVERY * 0x80)).trailing_zeros() / 8) as usize;
        // Another letter, or what may join one, needs a closer look; so does a word without its end.
        let next = chunk.get(length)?;
        let may_join = !next.is_ascii() || matches!(next, b'\'' | b'-' | b'.');
        if length == 0 || may_join || !chunk[0].is_ascii_alphabetic() {
            return None;
        }
        let word = bytes & (u128::MAX >> (8 * (SHORT - length)));
        Some((length, self.short.get(lowered(word))))
    }

    /// A word that cannot be packed as it is written.
    #[cold]
    fn get_other(&self, word: &str) -> WordId {
        /// Longer than any word of the data files, in bytes.
        const LONGEST: usize = 40;
        if word.len() > LONGEST {
            return WordId::UNKNOWN;
        }
        let lower = lower(word);
        match packed(&lower, lower.len()) {
            Some(key) => self.short.get(key),
            None => self.long.get(&lower).copied().unwrap_or(WordId::UNKNOWN),
        }
    }

    /// The classes of a word.
    pub fn classes(&self, id: WordId) -> Classes {
        self.classes.get(id.index()).copied().unwrap_or_default()
    }
}

/// The first bytes of a text as a number, ASCII letters in lower case; none where they are too many or not ASCII.
/// No step depends on the length, which no processor foresees.
fn packed(text: &str, length: usize) -> Option<u128> {
    if length == 0 || length > SHORT {
        return None;
    }
    let bytes = match text.as_bytes().first_chunk::<SHORT>() {
        Some(chunk) => *chunk,
        None => {
            let mut chunk = [0; SHORT];
            let known = text.len().min(SHORT);
            chunk[..known].copy_from_slice(&text.as_bytes()[..known]);
            chunk
        }
    };
    let word = u128::from_le_bytes(bytes) & (u128::MAX >> (8 * (SHORT - length)));
    if word & (EVERY * 0x80) != 0 {
        return None;
    }
    Some(lowered(word))
}

/// One in every byte.
const EVERY: u128 = u128::MAX / 0xFF;

/// The high bit of every byte that lies in a range of ASCII; bytes above ASCII are in none.
fn between(bytes: u128, first: u8, last: u8) -> u128 {
    let ascii = bytes & (EVERY * 0x7F);
    let from_first = ascii + EVERY * u128::from(0x80 - first);
    let above_last = ascii + EVERY * u128::from(0x7F - last);
    from_first & !above_last & !bytes & (EVERY * 0x80)
}

fn letters(bytes: u128) -> u128 {
    between(bytes | (EVERY * 0x20), b'a', b'z') & between(bytes, b'A', b'z')
}

fn digits(bytes: u128) -> u128 {
    between(bytes, b'0', b'9')
}

/// ASCII in lower case.
fn lowered(bytes: u128) -> u128 {
    bytes | (between(bytes, b'A', b'Z') >> 2)
}

/// Words by what they are packed to: open addressing, and a tag of the hash in every slot, so that most words that no
/// data file names cost one look at eight bytes.
#[derive(Debug, Clone)]
struct Table {
    /// The tag and the number of a word; zero where nothing is.
    slots: Vec<u64>,
    /// The packed words, by number; zero for those that are not packed.
    words: Vec<u128>,
    filled: usize,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            slots: vec![0; 1 << 10],
            words: Vec::new(),
            filled: 0,
        }
    }
}

/// The part of a slot that holds the number of a word.
const NUMBER: u64 = 0xFFFF_FFFF;

impl Table {
    fn get(&self, key: u128) -> WordId {
        let (_, id) = self.find(key);
        id
    }

    /// The word's number; the one given, where it is new.
    fn entry(&mut self, key: u128, new: WordId) -> WordId {
        let (slot, known) = self.find(key);
        if known != WordId::UNKNOWN {
            return known;
        }
        if self.words.len() <= new.index() {
            self.words.resize(new.index() + 1, 0);
        }
        self.words[new.index()] = key;
        self.slots[slot] = (hash(key) & !NUMBER) | u64::from(new.0);
        self.filled += 1;
        // A third full at most: then nearly every look finds its end at once.
        if 3 * self.filled > self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![0; 2 * old.len()];
            for slot in old.into_iter().filter(|slot| *slot != 0) {
                let id = WordId(u32::try_from(slot & NUMBER).unwrap_or(0));
                let (free, _) = self.find(self.words[id.index()]);
                self.slots[free] = slot;
            }
        }
        new
    }

    /// The slot of a word, or the one where it would be, and its number.
    fn find(&self, key: u128) -> (usize, WordId) {
        let hash = hash(key);
        let mask = self.slots.len() - 1;
        let mut slot = usize::try_from(hash >> 44).unwrap_or(0) & mask;
        loop {
            let found = self.slots[slot];
            if found == 0 {
                return (slot, WordId::UNKNOWN);
            }
            if (found ^ hash) & !NUMBER == 0 {
                let id = WordId(u32::try_from(found & NUMBER).unwrap_or(0));
                if self.words[id.index()] == key {
                    return (slot, id);
                }
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// A spread of the bits of a packed word, the best in the high half. The words in the table are those of the data
/// files, so that no text makes it slow.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the two halves of the packed word"
)]
fn hash(key: u128) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed = (low ^ high.rotate_left(23)).wrapping_mul(SPREAD);
    (mixed ^ (mixed >> 29)).wrapping_mul(SPREAD)
}

fn lower(word: &str) -> String {
    let straight = |c| if c == '’' { '\'' } else { c };
    word.chars()
        .map(straight)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case() {
        let mut v = Vocabulary::default();
        let words = [
            "gaza",
            "@[`{az",
            "it’s",
            "don't",
            "türk",
            "%",
            "non-governmental",
            "non-governmental-",
        ];
        let ids = words.map(|word| v.intern(word));
        for (word, id) in words.iter().zip(ids) {
            assert_eq!(v.get(word), id, "{word}");
            assert_eq!(v.get(&word.to_uppercase()), id, "{word}");
            assert_eq!(v.intern(&word.to_uppercase()), id, "{word}");
            assert_eq!(v.get_first(&format!("{word} and more"), word.len()), id);
        }
        assert_eq!(v.get("it's"), ids[2]);
        assert_eq!(v.get("gazan"), WordId::UNKNOWN);
        assert_eq!(v.get("gaz"), WordId::UNKNOWN);
    }
}
