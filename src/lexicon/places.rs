//! Places that the lexicon lists, over the gazetteer.

use rustc_hash::FxHashMap;

use super::phrases::Phrases;
use super::word::{Classes, Vocabulary, WordId};
use super::{Lexicon, Place, raw, without_article};
use crate::gazetteer::{Candidate, Gazetteer, Written};
use crate::problem::{Problem, nearest};
use crate::yaml::{Spanned, place_of};

/// What the file of places compiles to.
pub(super) struct Places {
    /// Indices into `places`, and whether the name is written with a capital.
    pub names: Phrases<(usize, bool)>,
    pub places: Vec<Place>,
    pub by_name: FxHashMap<String, usize>,
    pub demonyms: FxHashMap<WordId, String>,
    /// The place of each of those.
    pub nations: FxHashMap<WordId, usize>,
}

pub(super) fn compile(
    v: &mut Vocabulary,
    articles: &[Box<str>],
    raw: raw::Places,
) -> Result<Places, Problem> {
    let mut names = Phrases::default();
    let mut demonyms = FxHashMap::default();
    let mut nations = FxHashMap::default();
    let mut by_name = FxHashMap::default();
    by_name.reserve(raw.places.len());
    for (i, place) in raw.places.iter().enumerate() {
        for name in std::iter::once(&place.name.value).chain(&place.aliases) {
            let capital = without_article(articles, name)
                .chars()
                .next()
                .is_some_and(char::is_uppercase);
            names.add(v, name, (i, capital));
        }
        for demonym in &place.demonyms {
            // "Palestinians" are counted as "Palestinian".
            let group = place.demonyms.first().unwrap_or(demonym);
            demonyms.insert(v.intern(demonym), group.clone());
            nations.entry(v.intern(demonym)).or_insert(i);
        }
        // A place must stand below the one that it lies in: then containment has no circles.
        if let Some(outer) = &place.within
            && !by_name.contains_key(&outer.value)
            && !is_of_gazetteer(&outer.value)
        {
            return Err(unknown(outer, &raw.places[..i]));
        }
        if by_name.insert(place.name.value.clone(), i).is_some() {
            let message = format!("the place `{}` stands here twice", place.name.value);
            return Err(problem(&place.name, message));
        }
    }
    for word in &raw.not_places {
        v.classify(word, Classes::NOT_PLACE);
    }
    let places = raw
        .places
        .into_iter()
        .map(|p| Place {
            name: p.name.value,
            within: p.within.map(|outer| outer.value),
        })
        .collect();
    Ok(Places {
        names,
        places,
        by_name,
        demonyms,
        nations,
    })
}

/// Whether the gazetteer shows a place by that name.
fn is_of_gazetteer(name: &str) -> bool {
    Gazetteer::embedded()
        .lookup(name)
        .into_iter()
        .flatten()
        .any(|place| place.name() == name)
}

fn problem(at: &Spanned<String>, message: String) -> Problem {
    let (line, column) = place_of(at);
    Problem::at("rules/lexicon/places.yaml", line, column, message)
}

/// No place of that name; one that has it as another name is what was meant.
fn unknown(outer: &Spanned<String>, above: &[raw::Place]) -> Problem {
    let name = outer.value.as_str();
    let by_alias = above.iter().find(|p| p.aliases.iter().any(|a| a == name));
    let by_alias = by_alias.map(|p| p.name.value.as_str());
    let of_gazetteer = || Some(Gazetteer::embedded().lookup(name)?.next()?.name());
    let alike = || {
        let countries = Gazetteer::embedded().countries().map(|c| c.name());
        let above = above.iter().map(|p| p.name.value.as_str());
        nearest(name, above.chain(countries))
    };
    let help = by_alias.or_else(of_gazetteer).or_else(alike);
    Problem {
        help: help.map(|name| format!("did you mean `{name}`?")),
        ..problem(
            outer,
            format!("`{name}` is no place above this line, and none of the gazetteer"),
        )
    }
}

impl Lexicon {
    /// The place of the lexicon that output names so.
    pub fn place(&self, name: &str) -> Option<&Place> {
        self.places_by_name.get(name).map(|i| &self.gazetteer[*i])
    }

    /// The place of the lexicon that goes by a name, its own or another.
    pub fn place_called(&self, name: &str) -> Option<&Place> {
        let (place, _) = self.places.whole(&self.vocabulary, name)?;
        self.gazetteer.get(*place)
    }

    /// The place whose people a word names: "Afghan".
    pub fn place_of_people(&self, word: WordId) -> Option<&Place> {
        self.nations.get(&word).map(|i| &self.gazetteer[*i])
    }

    /// A place and what it lies in, the innermost first: "Rafah", "Gaza Strip".
    pub fn around(&self, name: &str) -> Vec<String> {
        let mut out = vec![name.to_owned()];
        // The file is checked for circles when it is compiled; the bound is its depth.
        for _ in 0..self.gazetteer.len() {
            let Some(last) = out.last() else { break };
            let Some(around) = self.place(last).and_then(|p| p.within.clone()) else {
                break;
            };
            out.push(around);
        }
        let last = out.last().filter(|last| self.place(last).is_none());
        if let Some(place) = last.and_then(|last| Gazetteer::embedded().resolve(last)) {
            let around = std::iter::successors(place.container(), Candidate::container);
            out.extend(around.map(|place| place.name().to_owned()));
        }
        out
    }

    /// Whether the inner place lies in the outer one, at any depth. The lexicon goes before the gazetteer, which is
    /// asked for the places that the lexicon does not have; a name that several of its places share means the most
    /// populous of them, unless what it lies in is named behind a comma ("Birmingham, Alabama").
    pub fn lies_within(&self, inner: &str, outer: &str) -> bool {
        if self.place(inner).is_some() {
            return self.is_listed_within(inner, outer);
        }
        let Some(place) = Gazetteer::embedded().resolve(inner) else {
            return false;
        };
        // "Bombay" lies where Mumbai does.
        let mut names = std::iter::successors(Some(place), Candidate::container);
        if place.written() == Written::Main {
            names.next();
        }
        names.any(|around| {
            let name = around.name();
            (name == outer && name != inner) || self.is_listed_within(name, outer)
        })
    }

    /// The same, by what the lexicon says; a place of the gazetteer that it names lies where the gazetteer says.
    fn is_listed_within(&self, inner: &str, outer: &str) -> bool {
        let mut place = inner;
        // The file is checked for circles when it is compiled; the bound is its depth.
        for _ in 0..self.gazetteer.len() {
            let Some(around) = self.place(place).and_then(|p| p.within.as_deref()) else {
                return false;
            };
            if around == outer {
                return true;
            }
            if self.place(around).is_none() {
                return self.lies_within(around, outer);
            }
            place = around;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_what_the_lexicon_or_the_gazetteer_says() {
        let lexicon = Lexicon::english();
        for (inner, outer) in [
            ("Rafah", "Gaza Strip"),
            ("Rafah", "Palestine"),
            ("Tel al-Sultan", "Rafah"),
            ("Nuseirat", "Gaza Strip"),
            ("Jenin camp", "West Bank"),
            ("Afrin", "Syria"),
            ("Homs", "Syria"),
            ("Homs", "Homs province"),
            ("El Fasher", "Darfur"),
            ("Nyala", "Sudan"),
            ("Bakhmut", "Donbas"),
            ("Bakhmut", "Ukraine"),
            ("Kramatorsk", "Europe"),
            ("Mumbai", "Maharashtra"),
            ("Mumbai", "South Asia"),
            ("Bombay", "India"),
            ("Atlanta", "Georgia"),
            ("Atlanta", "United States"),
            ("Birmingham", "England"),
            ("Birmingham, Alabama", "Alabama"),
            ("Birmingham, Alabama", "United States"),
            ("Glasgow", "Scotland"),
            ("Scotland", "United Kingdom"),
            ("Kenya", "Africa"),
            ("Mogadishu", "Horn of Africa"),
            ("Beit Hanoun", "Gaza Strip"),
        ] {
            assert!(lexicon.lies_within(inner, outer), "{inner} in {outer}");
            assert!(!lexicon.lies_within(outer, inner), "{outer} in {inner}");
        }
        for (inner, outer) in [
            ("Birmingham", "Alabama"),
            ("Gaza Strip", "Gaza Strip"),
            ("Mumbai", "Mumbai"),
            ("Bombay", "Bombay"),
            ("Kashmir", "India"),
            ("Nowhere", "Syria"),
            ("Syria", "Nowhere"),
            ("Aleppo", "Iraq"),
        ] {
            assert!(!lexicon.lies_within(inner, outer), "{inner} in {outer}");
        }
    }

    /// Otherwise a city of the gazetteer lies in a country that the lexicon calls by another name.
    #[test]
    fn the_lexicon_names_countries_as_the_gazetteer_does() {
        let lexicon = Lexicon::english();
        for country in Gazetteer::embedded().countries() {
            let listed = lexicon.place(country.name()).is_some();
            assert!(
                listed || country.population() < 100_000 || !is_state(&country),
                "{}",
                country.name()
            );
        }
    }

    /// Territories that news seldom tell of as a place of their own.
    fn is_state(country: &Candidate) -> bool {
        let others = ["AW", "CW", "GU", "IM", "JE", "PF", "VI", "RE", "BQ", "EH"];
        !others.contains(&country.country_code())
    }
}
