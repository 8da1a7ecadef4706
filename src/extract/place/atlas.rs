//! Which of several places of one name a document means, by what else it names.

use super::name::{Meaning, Named};
use crate::claim::Surroundings;
use crate::extract::passage::Passage;
use crate::gazetteer::{Candidate, Candidates, Gazetteer, Kind, Written};
use crate::lexicon::Lexicon;

/// The countries and divisions that a document has named so far.
#[derive(Debug, Default)]
pub struct Atlas {
    seen: Vec<String>,
    /// What the text names behind places: "Springfield, Mo."
    told: Vec<(String, String)>,
    /// Places that no list has, with what the text says they lie in.
    learned: Vec<(String, String)>,
}

impl Atlas {
    /// How many are remembered: a document that names more is about the world.
    const MOST: usize = 64;

    /// The name of a place that output uses, noted for the places that are named later. Where the document speaks of
    /// another country than that of the best known place of the name, it is qualified: "Birmingham, Alabama".
    pub fn resolve(&mut self, passage: &Passage<'_>, named: Named) -> String {
        let name = match named.meaning {
            Meaning::Listed(name) | Meaning::Open(name) => name,
            Meaning::Gazetteer(candidates) => self.choose(candidates, named.outer.as_deref()),
        };
        self.note(passage.lexicon, &name);
        if let Some(outer) = &named.outer {
            self.learn(passage.lexicon, &name, outer);
            self.note(passage.lexicon, outer);
        }
        name
    }

    /// Remembers a place and what it lies in.
    pub fn note(&mut self, lexicon: &Lexicon, name: &str) {
        if self.seen.len() >= Self::MOST || self.seen.iter().any(|seen| seen == name) {
            return;
        }
        for around in lexicon.around(name) {
            if self.seen.len() < Self::MOST && !self.seen.contains(&around) {
                self.seen.push(around);
            }
        }
    }

    /// Remembers that the text says where a place lies.
    pub fn learn(&mut self, lexicon: &Lexicon, inner: &str, outer: &str) {
        if self.told.len() < Self::MOST {
            let own = inner.split(',').next().unwrap_or(inner);
            self.told.push((own.to_owned(), outer.to_owned()));
        }
        if self.learned.len() < Self::MOST && !lexicon.lies_within(inner, outer) {
            self.learned.push((inner.to_owned(), outer.to_owned()));
        }
    }

    /// Whether one place lies in another, by the lists or by the text.
    pub fn lies_within(&self, lexicon: &Lexicon, inner: &str, outer: &str) -> bool {
        let by_text = |(known, around): &(String, String)| {
            known == inner && (around == outer || lexicon.lies_within(around, outer))
        };
        lexicon.lies_within(inner, outer) || self.learned.iter().any(by_text)
    }

    /// Where a place lies, by the lists and by the text.
    pub fn surroundings(&self, lexicon: &Lexicon, place: &str) -> Surroundings {
        let mut around = lexicon.around(place).split_off(1);
        let learned = self.learned.iter().find(|(inner, _)| inner == place);
        if let Some((_, outer)) = learned {
            for name in lexicon.around(outer) {
                if name != place && !around.contains(&name) {
                    around.push(name);
                }
            }
        }
        let is_country = |name: &&String| {
            let place = Gazetteer::embedded().resolve(name);
            place.is_some_and(|place| place.kind() == Kind::Country)
        };
        let own = place.to_owned();
        let country = std::iter::once(&own).chain(&around).find(is_country);
        Surroundings {
            told: self
                .told
                .iter()
                .find(|(inner, _)| place.split(',').next() == Some(inner))
                .map(|(_, outer)| outer.clone()),
            country: country.cloned(),
            is_known: learned.is_some() || lexicon.is_place(place),
            place: place.to_owned(),
            around,
        }
    }

    fn choose(&self, candidates: Candidates, outer: Option<&str>) -> String {
        let Some(usual) = usual(&candidates) else {
            return String::new();
        };
        let fits = |place: &Candidate| {
            let names = [Some(place.country()), place.division()];
            let is_seen = |name: &str| self.seen.iter().any(|seen| seen == name);
            match outer {
                Some(outer) => place.lies_within(outer),
                None => names.into_iter().flatten().any(is_seen),
            }
        };
        let same_kind = |place: &Candidate| place.kind() == usual.kind();
        if fits(&usual) {
            return usual.name().to_owned();
        }
        match candidates.into_iter().filter(same_kind).find(fits) {
            Some(place) => qualified(&place),
            None => usual.name().to_owned(),
        }
    }
}

/// The name that output uses for a place, where a list has it. "Birmingham, Alabama" names what it lies in.
pub fn place_named(lexicon: &Lexicon, name: &str) -> Option<String> {
    if let Some(place) = lexicon.place_called(name) {
        return Some(place.name.clone());
    }
    let (inner, outer) = match name.split_once(',') {
        Some((inner, outer)) => (inner, Some(outer.trim())),
        None => (name, None),
    };
    let candidates = Gazetteer::embedded().lookup(inner)?;
    let fits = |place: Candidate| outer.is_none_or(|outer| place.lies_within(outer));
    let known = candidates.clone().any(fits);
    known.then(|| Atlas::default().choose(candidates, outer))
}

/// The place that a name means where nothing else tells: a country, a city by its own name, another.
pub fn usual(candidates: &Candidates) -> Option<Candidate> {
    let of_name = |place: &Candidate| place.written() == Written::Main;
    let find = |kind| {
        candidates
            .clone()
            .find(|place| place.kind() == kind && of_name(place))
    };
    let first = candidates.clone().find(of_name);
    find(Kind::Country)
        .or_else(|| first.filter(|place| place.kind() == Kind::City))
        .or_else(|| find(Kind::City).filter(|city| first.is_some_and(|d| d.name() == city.name())))
        .or(first)
        .or_else(|| candidates.clone().next())
}

/// "Birmingham, Alabama"
fn qualified(place: &Candidate) -> String {
    let outer = place
        .division()
        .filter(|division| *division != place.name())
        .unwrap_or_else(|| place.country());
    format!("{}, {outer}", place.name())
}
