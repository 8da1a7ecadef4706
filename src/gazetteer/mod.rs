//! The cities, countries and first-level divisions of GeoNames, by name.
//!
//! `data/generate.py` makes files of them, which are part of the program and are read where they lie: a start costs
//! nothing, and a lookup allocates nothing. `data/README.md` has their source, their licence and their layout.

mod fold;
mod names;
mod table;

use names::Walk;

/// Most words that a name is looked for in.
pub const MOST_WORDS: usize = 5;

/// Places by name.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer {
    _private: (),
}

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A city, a town, or a large district of one.
    City,
    /// A first-level division of a country: a state, a province, an oblast.
    Division,
    /// A country or a territory.
    Country,
}

/// How the name that was looked up names the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Written {
    /// By its name.
    Main,
    /// By another name or spelling: "Bombay", "Khan Yunis".
    Other,
    /// By a shortened one: "US", "Calif". It is one only in capitals or with a full stop, which a lookup cannot see.
    Shortened,
}

/// A place that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    record: usize,
    flags: u8,
}

/// The places that a name may mean, the most populous first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    /// Three bytes each: number and flags.
    postings: &'static [u8],
}

impl Gazetteer {
    /// The one that is part of the program.
    pub const fn embedded() -> Self {
        Self { _private: () }
    }

    /// The places of that name. Case, diacritics, hyphens, apostrophes and full stops do not count.
    ///
    /// ```
    /// use claimlint::gazetteer::Gazetteer;
    ///
    /// let found = Gazetteer::embedded().lookup("PORT AU PRINCE").and_then(|mut found| found.next());
    /// assert_eq!(found.map(|place| (place.name(), place.country())), Some(("Port-au-Prince", "Haiti")));
    /// ```
    pub fn lookup(&self, name: &str) -> Option<Candidates> {
        let mut walk = Walk::start()?;
        walk.push(name).then(|| walk.places())?
    }

    /// The longest name at the start of the words: how many of them it takes, and the places of that name. `word`
    /// is asked for one word after another and answers `None` at the end.
    pub fn longest_match<'t>(
        &self,
        mut word: impl FnMut(usize) -> Option<&'t str>,
    ) -> Option<(usize, Candidates)> {
        let mut walk = Walk::start()?;
        let mut found = None;
        for count in 1..=MOST_WORDS {
            let Some(next) = word(count - 1) else { break };
            if !walk.push(next) || !walk.ends_word() {
                break;
            }
            if let Some(candidates) = walk.places() {
                found = Some((count, candidates));
            }
        }
        found
    }

    /// Whether a name begins with the word, or is it. Most words of a text do not.
    pub fn may_begin(&self, word: &str) -> bool {
        Walk::start().is_some_and(|mut walk| walk.push(word) && walk.ends_word())
    }

    /// The place that a name means where nothing else tells: the most populous that is called so by its own name, or
    /// else by another. "Birmingham, Alabama" names what it lies in.
    pub fn resolve(&self, name: &str) -> Option<Candidate> {
        let (name, outer) = match name.split_once(',') {
            Some((name, outer)) => (name, Some(outer.trim())),
            None => (name, None),
        };
        let candidates = || {
            let found = self.lookup(name).into_iter().flatten();
            found.filter(|place| outer.is_none_or(|outer| place.lies_within(outer)))
        };
        let of_name = candidates().find(|place| place.written() == Written::Main);
        of_name.or_else(|| candidates().next())
    }

    /// The country of that ISO 3166 code.
    pub fn country(&self, code: &str) -> Option<Candidate> {
        let record = table::country_of_code(code)?;
        Some(Candidate { record, flags: 0 })
    }

    /// Every country, by code.
    pub fn countries(&self) -> impl Iterator<Item = Candidate> + use<> {
        table::countries().map(move |record| Candidate { record, flags: 0 })
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        table::len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for Gazetteer {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Iterator for Candidates {
    type Item = Candidate;

    fn next(&mut self) -> Option<Candidate> {
        let ([low, high, flags], rest) = self.postings.split_first_chunk()?;
        self.postings = rest;
        Some(Candidate {
            record: usize::from(u16::from_le_bytes([*low, *high])),
            flags: *flags & !table::LAST,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.postings.len() / table::POSTING;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Candidates {}

impl Candidates {
    /// Whether the name is an English word, or one of other words of a text as well: "Reading", "Split".
    pub fn is_word(&self) -> bool {
        self.clone().next().is_some_and(|place| place.is_word())
    }

    /// Whether the name is a frequent first name or surname: "Jackson", "Charlotte".
    pub fn is_person(&self) -> bool {
        self.clone().next().is_some_and(|place| place.is_person())
    }
}

impl Candidate {
    const WORD: u8 = 1 << 2;
    const PERSON: u8 = 1 << 3;

    /// The name used in output.
    pub fn name(&self) -> &'static str {
        table::name(self.record)
    }

    /// What kind of place it is.
    pub fn kind(&self) -> Kind {
        match table::kind(self.record) {
            0 => Kind::City,
            1 => Kind::Division,
            _ => Kind::Country,
        }
    }

    /// The ISO 3166 code of its country; its own, where it is one.
    pub fn country_code(&self) -> &'static str {
        table::country_code(self.record)
    }

    /// The name of its country; its own, where it is one.
    pub fn country(&self) -> &'static str {
        table::country(self.record).map_or("", |country| table::name(country))
    }

    /// The code of the first-level division: the postal code of a state of the United States, the code of GeoNames
    /// elsewhere. None where the division has no name in the file.
    pub fn division_code(&self) -> Option<&'static str> {
        table::division_code(self.record)
    }

    /// The name of the first-level division that it lies in: "Ohio", "Homs province"; its own, where it is one.
    pub fn division(&self) -> Option<&'static str> {
        let division = table::division(self.record)?;
        Some(table::name(division))
    }

    /// How many people live there; of a division without a count of its own, those of its cities.
    pub fn population(&self) -> u32 {
        table::population(self.record)
    }

    /// Whether it is the capital of its country.
    pub fn is_capital(&self) -> bool {
        table::is_capital(self.record)
    }

    /// How the name that was looked up names it.
    pub fn written(&self) -> Written {
        match self.flags & 3 {
            0 => Written::Main,
            1 => Written::Other,
            _ => Written::Shortened,
        }
    }

    /// Whether the name that was looked up is an English word as well: "Reading".
    pub fn is_word(&self) -> bool {
        self.flags & Self::WORD != 0
    }

    /// Whether the name that was looked up is a frequent name of people as well: "Jackson".
    pub fn is_person(&self) -> bool {
        self.flags & Self::PERSON != 0
    }

    /// The place that it lies in: the division of a city, or else its country; nothing for a country.
    pub fn container(&self) -> Option<Candidate> {
        let outer = match self.kind() {
            Kind::City => table::division(self.record).or_else(|| table::country(self.record)),
            Kind::Division => table::country(self.record),
            Kind::Country => None,
        };
        outer.map(|record| Candidate { record, flags: 0 })
    }

    /// Whether it lies in the place of that name, at any depth; the name may be any that the place is known by.
    pub fn lies_within(&self, outer: &str) -> bool {
        let gazetteer = Gazetteer::embedded();
        let is_meant = |place: &Candidate| {
            let mut known = gazetteer.lookup(outer).into_iter().flatten();
            known.any(|named| named.record == place.record)
        };
        std::iter::successors(self.container(), Candidate::container).any(|place| is_meant(&place))
    }

    /// Whether both are the same place, whatever name each was found by.
    pub fn is_same(&self, other: &Candidate) -> bool {
        self.record == other.record
    }
}

#[cfg(test)]
mod tests;
