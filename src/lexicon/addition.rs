//! What a desk adds to the built-in lexicon: places, measures, groups of people, speakers, boilerplate.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::raw;
use crate::problem::Problem;
use crate::yaml::{self, Spanned, place_of};

/// A file of additions. Its keys are those of the built-in files, and so is what stands under them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Addition {
    /// The file, as the user named it.
    #[serde(skip)]
    pub file: String,
    /// Places that the program does not know, and other names of those that it knows.
    #[serde(default)]
    pub places: Vec<raw::Place>,
    /// Names with a capital that are no places.
    #[serde(default)]
    pub not_places: Vec<String>,
    /// Who speaks, with their other names.
    #[serde(default)]
    pub originators: Vec<raw::Originator>,
    /// Groups of people, by the word that output uses, with the nouns for them.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// Classes of words that frames name in braces.
    #[serde(default)]
    pub classes: BTreeMap<String, Vec<String>>,
    /// What can be counted: new measures, and more nouns and frames for those that the program knows.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Lines of your pages that are no part of an article.
    #[serde(default)]
    pub furniture: Vec<String>,
    /// Shortened words that a full stop may follow without ending the sentence.
    #[serde(default)]
    pub abbreviations: Vec<String>,
}

/// A measure that is new, or one that is known already and gets more words.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Measure {
    /// The id used in rules and output.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// The measure that includes this one.
    #[schemars(with = "Option<String>")]
    pub broader: Option<Spanned<String>>,
    /// How a figure of it behaves in time. Needed for a new measure.
    pub status: Option<super::Status>,
    /// Needed for a new measure: a few words for a reader.
    pub label: Option<String>,
    /// Nouns that name the measure by themselves.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Nouns that name it when nothing else does, as a guess.
    #[serde(default)]
    pub likely_nouns: Vec<String>,
    /// Groups of people that the measure names itself.
    #[serde(default)]
    pub people: Vec<String>,
    /// Lines of words around `#`, the figure: "# {be} {vaccinate}".
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub frames: Vec<Spanned<String>>,
}

/// Reads a file of additions.
pub(super) fn read(file: &str, text: &str) -> Result<Addition, Problem> {
    let mut addition: Addition = yaml::read(file, text)?;
    addition.file = file.to_owned();
    let of_places = |place: &raw::Place| [&place.aliases[..], &place.demonyms].concat();
    let of_speakers = |speaker: &raw::Originator| {
        [&speaker.aliases[..], std::slice::from_ref(&speaker.name)].concat()
    };
    let named = addition.places.iter().map(|place| &place.name.value);
    let mut words = named
        .cloned()
        .chain(addition.places.iter().flat_map(of_places))
        .chain(addition.originators.iter().flat_map(of_speakers))
        .chain(
            addition
                .groups
                .iter()
                .flat_map(|(name, words)| [&words[..], std::slice::from_ref(name)].concat()),
        )
        .chain(addition.not_places.clone())
        .chain(addition.furniture.clone())
        .chain(addition.abbreviations.clone());
    if words.any(|word| word.trim().is_empty()) {
        return Err(Problem::of_file(file, "a name or a word is blank"));
    }
    Ok(addition)
}

impl Addition {
    /// Adds its places, or its names to places that are there.
    pub(super) fn add_places_to(&mut self, places: &mut raw::Places) {
        for new in std::mem::take(&mut self.places) {
            let known = places
                .places
                .iter_mut()
                .find(|p| p.name.value == new.name.value);
            match known {
                Some(known) if new.within.is_none() => {
                    known.aliases.extend(new.aliases);
                    known.demonyms.extend(new.demonyms);
                }
                // Told where it lies a second time, a place is an error of the file.
                _ => places.places.push(new),
            }
        }
        places.not_places.append(&mut self.not_places);
    }

    /// Adds its groups of people.
    pub(super) fn add_people_to(&mut self, people: &mut raw::People) {
        for (group, words) in std::mem::take(&mut self.groups) {
            people.groups.entry(group).or_default().extend(words);
        }
    }

    /// Adds its lines, in the form in which lines are compared.
    pub(super) fn add_furniture_to(&mut self, furniture: &mut raw::Furniture) {
        let lines = std::mem::take(&mut self.furniture).into_iter();
        furniture.lines.extend(lines.map(|line| {
            let straight = line.replace(['‘', '’'], "'").replace(['“', '”'], "\"");
            straight.to_lowercase()
        }));
    }

    /// Adds its measures, or its words to measures that are there.
    pub(super) fn add_measures_to(&mut self, measures: &mut raw::Measures) -> Result<(), Problem> {
        for (class, words) in std::mem::take(&mut self.classes) {
            measures.classes.entry(class).or_default().extend(words);
        }
        let mut new_here = BTreeSet::new();
        for more in std::mem::take(&mut self.measures) {
            let id = more.id.value.clone();
            let known = measures.measures.iter_mut().find(|m| m.id.value == id);
            let Some(known) = known.filter(|_| !new_here.contains(&id)) else {
                measures.measures.push(self.new_measure(more)?);
                new_here.insert(id);
                continue;
            };
            for (is_given, key) in [
                (more.broader.is_some(), "broader"),
                (more.status.is_some(), "status"),
                (more.label.is_some(), "label"),
            ] {
                if is_given {
                    let message = format!("the measure `{id}` has its `{key}` already");
                    return Err(self.at(&more.id, message).help(
                        "leave the key out to add words, or give your measure an id of its own",
                    ));
                }
            }
            known.nouns.extend(more.nouns);
            known.likely_nouns.extend(more.likely_nouns);
            known.people.extend(more.people);
            known.frames.extend(more.frames);
        }
        Ok(())
    }

    fn new_measure(&self, new: Measure) -> Result<raw::Measure, Problem> {
        let lacks = |key: &str| {
            let message = format!("the new measure `{}` lacks the key `{key}`", new.id.value);
            self.at(&new.id, message)
        };
        Ok(raw::Measure {
            status: new.status.ok_or_else(|| lacks("status"))?,
            label: new.label.clone().ok_or_else(|| lacks("label"))?,
            id: new.id,
            broader: new.broader,
            nouns: new.nouns,
            likely_nouns: new.likely_nouns,
            people: new.people,
            frames: new.frames,
        })
    }

    fn at(&self, value: &Spanned<String>, message: String) -> Problem {
        let (line, column) = place_of(value);
        Problem::at(&self.file, line, column, message)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::plain;
    use crate::lexicon::Lexicon;

    fn english_with(text: &str) -> Result<Lexicon, String> {
        let files = [
            (
                "first.yaml".to_owned(),
                "abbreviations: [kilom]\n".to_owned(),
            ),
            ("desk.yaml".to_owned(), text.to_owned()),
        ];
        Lexicon::english_with(&files).map_err(|problem| problem.to_string())
    }

    /// Text, measure, population and place of each claim.
    fn claims(lexicon: &Lexicon, text: &str) -> Vec<String> {
        let (document, _) = plain("a.txt", text.to_owned(), &lexicon.furniture);
        let reading = crate::extract::read(document, lexicon);
        let known = reading.claims.iter().filter(|c| c.has_known_measure());
        let of = |field: Option<&String>| field.cloned().unwrap_or_default();
        known
            .map(|c| {
                let [measure, population, place] =
                    [&c.measure, &c.population, &c.place].map(|f| of(f.as_ref().map(|f| &f.value)));
                format!("{}|{measure}|{population}|{place}", c.text)
            })
            .collect()
    }

    #[test]
    fn what_a_desk_adds_is_read() {
        let lexicon = english_with(
            "places:\n  - { name: Old Wharf, aliases: [the Wharf], within: Accra }\n\
             groups:\n  stevedore: [stevedore, stevedores]\n\
             classes:\n  vaccinate: [vaccinated, jabbed]\n\
             measures:\n  - { id: killed, frames: [\"# met their end\"] }\n  \
             - { id: vaccinated, status: cumulative, label: people vaccinated, frames: [\"# {be} {vaccinate}\"] }\n\
             furniture: [\"Dockside Gazette’s Extra 12 dead\"]\n",
        )
        .unwrap();
        let text = "Fire\n\nAt the Wharf 12 stevedores met their end on Monday.\n\n\
                    In Old Wharf 340 people were jabbed.\n\nDockside gazette's extra 12 dead\n\nEnd of text.\n";
        assert_eq!(
            claims(&lexicon, text),
            ["12|killed|stevedore|Old Wharf", "340|vaccinated||Old Wharf"]
        );
    }

    #[test]
    fn a_mistake_is_named_with_its_file() {
        for (text, expected) in [
            ("plaecs: []\n", "desk.yaml:1:1: unknown key `plaecs`"),
            (
                "places:\n  - { name: Quay, within: Acrca }\n",
                "desk.yaml:2:27: ",
            ),
            (
                "places:\n  - { name: Accra Port, within: Accra }\n  - { name: Accra Port, within: Ghana }\n",
                "desk.yaml:3:",
            ),
            (
                "measures:\n  - { id: killed, label: dead }\n",
                "desk.yaml:2:11: the measure `killed` has its `label` already",
            ),
            (
                "measures:\n  - { id: sunk, label: ships }\n",
                "desk.yaml:2:11: the new measure `sunk` lacks the key `status`",
            ),
            (
                "measures:\n  - { id: killed, frames: [\"# {bee} gone\"] }\n",
                "desk.yaml:2:28: in the frame",
            ),
        ] {
            let problem = english_with(text).unwrap_err();
            assert!(problem.starts_with(expected), "{problem}");
        }
    }
}
