//! From data files to the tables that the extractor looks words up in.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::de::DeserializeOwned;

use super::addition::{self, Addition};
use super::frame::Frame;
use super::phrases::Phrases;
use super::word::{Classes, Vocabulary, WordId};
use super::{BUILTIN, Lexicon, Measure, NotFigures, Sums, Trends, originator_key};
use super::{cues, days, forms, numbers, places, raw, statements, units};
use crate::document::Furniture;
use crate::problem::Problem;
use crate::quantity::{Decimal, Trend};
use crate::yaml::{self, Spanned, place_of};

/// Compiles data files, given as name and YAML.
pub(super) fn lexicon(files: &[(&str, &str)]) -> Result<Lexicon, Problem> {
    compile(Files::Given(files), Vec::new())
}

/// Compiles the built-in files, as the build left them.
pub(super) fn builtin() -> Result<Lexicon, Problem> {
    compile(Files::Builtin, Vec::new())
}

/// Compiles the built-in files with additions, given as name and YAML.
pub(super) fn with_additions(files: &[(String, String)]) -> Result<Lexicon, Problem> {
    let read = |files: &[(String, String)]| {
        let files = files.iter();
        files
            .map(|(file, text)| addition::read(file, text))
            .collect::<Result<Vec<_>, _>>()
    };
    compile(Files::Builtin, read(files)?).map_err(|problem| {
        // What is wrong lies in the first file without which all is well: its lines were counted.
        let first = (1..=files.len()).find_map(|some| {
            let files = &files[..some];
            let problem = compile(Files::Builtin, read(files).ok()?).err()?;
            let file = files.last()?.0.clone();
            Some(Problem { file, ..problem })
        });
        first.unwrap_or(problem)
    })
}

/// Where the data files are.
#[derive(Clone, Copy)]
enum Files<'a> {
    Builtin,
    Given(&'a [(&'a str, &'a str)]),
}

fn compile(files: Files<'_>, mut additions: Vec<Addition>) -> Result<Lexicon, Problem> {
    let mut v = Vocabulary::default();
    // First: it says where the words of all phrases end.
    let forms = forms::compile(&mut v, read(files, "word-forms.yaml")?)?;
    let (bounds_before, bounds_after) = bounds(&mut v, &read(files, "bounds.yaml")?);
    let units = units::compile(&mut v, read(files, "units.yaml")?)?;
    let days: raw::Calendar = read(files, "calendar.yaml")?;
    let (months, weekdays) = days::names(&mut v, &days);
    let times = statements::times(&mut v, &days);
    let persons = statements::persons(&mut v, &read(files, "persons.yaml")?);
    let limits = statements::limits(&mut v, &read(files, "limits.yaml")?);
    let lists = statements::lists(&mut v, &read(files, "lists.yaml")?);
    let number_words: numbers::Raw = read(files, "numbers.yaml")?;
    let numbers = numbers::compile(&mut v, &number_words)?;
    let mut grammar_words: raw::Grammar = read(files, "grammar.yaml")?;
    let mut people_words: raw::People = read(files, "people.yaml")?;
    let mut place_names: raw::Places = read(files, "places.yaml")?;
    let mut measure_words: raw::Measures = read(files, "measures.yaml")?;
    let mut furniture: raw::Furniture = read(files, "furniture.yaml")?;
    let mut speakers: raw::Speakers = read(files, "speakers.yaml")?;
    for addition in &mut additions {
        addition.add_places_to(&mut place_names);
        addition.add_people_to(&mut people_words);
        addition.add_measures_to(&mut measure_words)?;
        let words = &mut grammar_words.abbreviations;
        words.append(&mut addition.abbreviations);
        addition.add_furniture_to(&mut furniture);
        speakers.originators.append(&mut addition.originators);
    }
    let abbreviations = grammar(&mut v, &grammar_words);
    let articles = articles(&grammar_words.name_articles);
    let day_forms = days::forms(days, &grammar_words.partitives, &number_words)?;
    let not_figures = not_figures(&mut v, &read(files, "not-figures.yaml")?);
    let trends = trends(&mut v, &read(files, "trends.yaml")?);
    let sums = sums(&mut v, read(files, "sums.yaml")?);
    let people = people(&mut v, people_words);
    let places::Places {
        names: places,
        places: gazetteer,
        by_name: places_by_name,
        demonyms,
        nations,
    } = places::compile(&mut v, &articles, place_names)?;
    let cues = cues::compile(&mut v, &read(files, "cues.yaml")?);
    let mut lexicon = Lexicon {
        forms,
        numbers,
        not_figures,
        trends,
        sums,
        bounds_before,
        bounds_after,
        units,
        months,
        weekdays,
        day_forms,
        times,
        persons,
        limits,
        lists,
        measures: Vec::new(),
        matching: read(files, "matching.yaml")?,
        measure_nouns: FxHashMap::default(),
        likely_measure_nouns: FxHashMap::default(),
        frames: Vec::new(),
        frames_by_anchor: FxHashMap::default(),
        noun_kinds: FxHashMap::default(),
        noun_kind_names: Vec::new(),
        thing: None,
        people,
        demonyms,
        nations,
        places,
        gazetteer,
        places_by_name,
        cues,
        abbreviations,
        originators: originators(&articles, speakers),
        articles,
        furniture: Furniture {
            lines: furniture.lines,
            prefixes: furniture.prefixes,
            captions: furniture.captions,
        },
        vocabulary: v,
    };
    measures(&mut lexicon, measure_words)?;
    mark_starts(&mut lexicon);
    Ok(lexicon)
}

fn read<T: DeserializeOwned>(files: Files<'_>, name: &str) -> Result<T, Problem> {
    debug_assert!(BUILTIN.iter().any(|(known, _)| *known == name));
    let path = format!("rules/lexicon/{name}");
    let Files::Given(files) = files else {
        return yaml::read_builtin(&path);
    };
    match files.iter().find(|(file, _)| *file == name) {
        Some((_, text)) => yaml::read(&path, text),
        None => Err(Problem::of_file(
            path,
            "the file is missing from the lexicon",
        )),
    }
}

/// Marks words as of a class.
pub(super) fn classify(v: &mut Vocabulary, words: &[String], class: Classes) {
    for word in words {
        v.classify(word, class);
    }
}

fn bounds(
    v: &mut Vocabulary,
    raw: &raw::Bounds,
) -> (
    Phrases<crate::quantity::Bound>,
    Phrases<crate::quantity::Bound>,
) {
    let mut table = |side: &BTreeMap<_, Vec<String>>| {
        let mut out = Phrases::default();
        for (bound, words) in side {
            for phrase in words {
                out.add(v, phrase, *bound);
            }
        }
        out
    };
    (table(&raw.before), table(&raw.after))
}

fn grammar(v: &mut Vocabulary, raw: &raw::Grammar) -> FxHashSet<WordId> {
    for (words, class) in [
        (&raw.prepositions, Classes::PREPOSITION),
        (&raw.conjunctions, Classes::CONJUNCTION),
        (&raw.relatives, Classes::RELATIVE),
        (&raw.determiners, Classes::DETERMINER),
        (&raw.auxiliaries, Classes::AUXILIARY),
        (&raw.pronouns, Classes::PRONOUN),
        (&raw.speakers, Classes::SPEAKER),
        (&raw.adverbs, Classes::ADVERB),
        (&raw.before_noun, Classes::BEFORE_NOUN),
        (&raw.plurals, Classes::PLURAL),
        (&raw.locatives, Classes::LOCATIVE),
        (&raw.goals, Classes::GOAL),
        (&raw.venues, Classes::VENUE),
        (&raw.place_nouns, Classes::PLACE_NOUN),
        (&raw.place_parts, Classes::PLACE_PART),
        (&raw.place_sides, Classes::PLACE_SIDE),
        (&raw.neutral, Classes::NEUTRAL),
        (&raw.ordinals, Classes::ORDINAL),
        (&raw.before_change, Classes::BEFORE_CHANGE),
        (&raw.ages, Classes::AGE),
        (&raw.partitives, Classes::PARTITIVE),
        (&raw.out_of, Classes::OUT_OF),
        (&raw.origins, Classes::ORIGIN),
        (&raw.targets, Classes::TARGET),
        (&raw.of_people, Classes::OF_PEOPLE),
        (&raw.name_joints, Classes::NAME_JOINT),
    ] {
        classify(v, words, class);
    }
    raw.abbreviations
        .iter()
        .map(|word| v.intern(word))
        .collect()
}

/// With what stands between them and a name: nothing behind an apostrophe.
fn articles(words: &[String]) -> Vec<Box<str>> {
    let before_name = |word: &String| match word.ends_with('\'') {
        true => word.as_str().into(),
        false => format!("{word} ").into(),
    };
    words.iter().map(before_name).collect()
}

fn not_figures(v: &mut Vocabulary, raw: &raw::NotFigures) -> NotFigures {
    classify(v, &raw.numbered, Classes::NUMBERED);
    classify(
        v,
        &raw.numbered_in_lower_case,
        Classes::NUMBERED_IN_LOWER_CASE,
    );
    let idioms = Phrases::of(v, &raw.idioms);
    let names = Phrases::of(v, &raw.names);
    for word in idioms.first_words().chain(names.first_words()) {
        v.mark(word, Classes::IDIOM_START);
    }
    let mut words =
        |raw: &[String]| -> Vec<WordId> { raw.iter().map(|word| v.intern(word)).collect() };
    NotFigures {
        idioms,
        names,
        blocks: words(&raw.blocks),
        streets: words(&raw.streets),
        races: words(&raw.races),
        race_distances: raw.race_distances.clone(),
    }
}

fn sums(v: &mut Vocabulary, raw: raw::Sums) -> Sums {
    let composed = Phrases::of(v, &raw.composed);
    for word in composed.first_words() {
        v.mark(word, Classes::PHRASE_START);
    }
    let mut words =
        |raw: &[String]| -> FxHashSet<WordId> { raw.iter().map(|word| v.intern(word)).collect() };
    Sums {
        definite: words(&raw.definite),
        single: words(&raw.single),
        totals: words(&raw.totals),
        overlapping: words(&raw.overlapping),
        incomplete: words(&raw.incomplete),
        families: raw.families,
        composed,
    }
}

fn trends(v: &mut Vocabulary, raw: &raw::Trends) -> Trends {
    let mut out = Trends::default();
    for (direction, trend) in [(&raw.up, Trend::Up), (&raw.down, Trend::Down)] {
        for (words, table) in [
            (&direction.verbs, &mut out.verbs),
            (&direction.weak, &mut out.weak_verbs),
            (&direction.nouns, &mut out.nouns),
            (&direction.behind, &mut out.behind),
        ] {
            table.extend(words.iter().map(|word| (v.intern(word), trend)));
        }
    }
    let mut words =
        |raw: &[String]| -> FxHashSet<WordId> { raw.iter().map(|word| v.intern(word)).collect() };
    out.changes = words(&raw.changes);
    out.degrees = words(&raw.degrees);
    out.comparisons = words(&raw.comparisons);
    out.than = words(&raw.than);

    out.other_bases = words(&raw.other_bases);
    out.plain = words(&raw.plain);
    out.ranks = words(&raw.ranks);
    out.times = words(&raw.times);
    out.short_times = words(&raw.short_times);
    out.periods = words(&raw.periods);
    out.points = words(&raw.points);
    out.short_percent.clone_from(&raw.short_percent);
    out.either_way = words(&raw.either_way);
    for (words, trend) in [(&raw.above, Trend::Up), (&raw.below, Trend::Down)] {
        out.sides
            .extend(words.iter().map(|word| (v.intern(word), trend)));
    }
    let half = Decimal::ONE / Decimal::TWO;
    let multiples = raw.multiples.iter();
    for (times, words) in multiples
        .map(|(times, words)| (Decimal::from(*times), words))
        .chain([(half, &raw.halves)])
    {
        out.multiples
            .extend(words.iter().map(|word| (v.intern(word), times)));
    }
    out
}

fn people(v: &mut Vocabulary, raw: raw::People) -> FxHashMap<WordId, Option<String>> {
    let mut out = FxHashMap::default();
    for word in &raw.everyone {
        out.insert(v.classify(word, Classes::PERSON), None);
    }
    for (group, words) in raw.groups {
        for word in words {
            out.insert(v.classify(&word, Classes::PERSON), Some(group.clone()));
        }
    }
    out
}

fn originators(articles: &[Box<str>], raw: raw::Speakers) -> FxHashMap<String, String> {
    let mut out = FxHashMap::default();
    for originator in raw.originators {
        for alias in originator
            .aliases
            .iter()
            .chain(std::iter::once(&originator.name))
        {
            out.insert(originator_key(articles, alias), originator.name.clone());
        }
    }
    out
}

fn measures(lexicon: &mut Lexicon, raw: raw::Measures) -> Result<(), Problem> {
    const FILE: &str = "rules/lexicon/measures.yaml";
    let at = |value: &Spanned<String>, message: String| {
        let (line, column) = place_of(value);
        Problem::at(FILE, line, column, message)
    };
    let mut kinds = HashMap::new();
    for (kind, (name, words)) in raw.nouns.iter().enumerate() {
        kinds.insert(name.clone(), kind);
        for word in words {
            lexicon
                .noun_kinds
                .entry(lexicon.vocabulary.intern(word))
                .or_default()
                .push(kind);
        }
    }
    lexicon.noun_kind_names = raw.nouns.keys().cloned().collect();
    lexicon.thing = kinds.get("thing").copied();
    let ids: Vec<&str> = raw.measures.iter().map(|m| m.id.value.as_str()).collect();
    for (i, measure) in raw.measures.iter().enumerate() {
        if ids[..i].contains(&measure.id.value.as_str()) {
            return Err(at(
                &measure.id,
                format!("the measure `{}` stands here twice", measure.id.value),
            ));
        }
        if let Some(broader) = &measure.broader
            && !ids.contains(&broader.value.as_str())
        {
            let (message, help) = yaml::unknown("measure", &broader.value, &ids);
            return Err(Problem {
                help,
                ..at(broader, message)
            });
        }
        for (nouns, table) in [
            (&measure.nouns, &mut lexicon.measure_nouns),
            (&measure.likely_nouns, &mut lexicon.likely_measure_nouns),
        ] {
            table.extend(
                nouns
                    .iter()
                    .map(|noun| (lexicon.vocabulary.intern(noun), i)),
            );
        }
        for text in &measure.frames {
            let frame = Frame::parse(
                &text.value,
                i,
                &raw.classes,
                &kinds,
                &mut lexicon.vocabulary,
            )
            .map_err(|message| at(text, format!("in the frame \"{}\": {message}", text.value)))?;
            let number = lexicon.frames.len();
            for word in frame.anchor().unwrap_or_default() {
                lexicon
                    .frames_by_anchor
                    .entry(*word)
                    .or_default()
                    .push(number);
                lexicon.vocabulary.mark(*word, Classes::TRIGGER);
            }
            lexicon.frames.push(frame);
        }
    }
    lexicon.measures = raw
        .measures
        .into_iter()
        .map(|m| Measure {
            id: m.id.value,
            broader: m.broader.map(|b| b.value),
            status: m.status,
            label: m.label,
            people: m.people,
        })
        .collect();
    Ok(())
}

/// Marks the words that phrases begin with, so that the tables are asked for few words of a text.
fn mark_starts(lexicon: &mut Lexicon) {
    let v = &mut lexicon.vocabulary;
    for word in lexicon.bounds_before.first_words() {
        v.mark(word, Classes::BOUND_START);
    }
    for word in lexicon.bounds_after.first_words() {
        v.mark(word, Classes::NUMBER_TAIL);
    }
    for word in lexicon.cues.according.first_words() {
        v.mark(word, Classes::ACCORDING_START);
    }
    for word in lexicon.places.first_words() {
        v.mark(word, Classes::PLACE_START);
    }
    let cues = &lexicon.cues;
    let tables = [
        &cues.according,
        &cues.other_times,
        &cues.cumulative,
        &cues.windows,
        &cues.window_starts,
        &cues.part,
        &cues.among,
        &cues.besides,
        &cues.besides_behind,
        &cues.told_of_places,
        &cues.part_adverbs,
        &cues.additions,
        &cues.campaigns,
        &cues.not_campaigns,
        &cues.roundups,
        &cues.told_again,
        &cues.other_events,
    ];
    let phrases = tables.into_iter().flat_map(Phrases::first_words);
    let phrases = phrases
        .chain(cues.modality.first_words())
        .chain(cues.events.first_words())
        .chain(cues.window_days.first_words())
        .chain(lexicon.places.first_words());
    for word in phrases {
        v.mark(word, Classes::PHRASE_START);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, text: &'static str) -> Result<Lexicon, Problem> {
        let files: Vec<(&str, &str)> = BUILTIN
            .iter()
            .map(|(file, builtin)| (*file, if *file == name { text } else { builtin }))
            .collect();
        lexicon(&files)
    }

    #[test]
    fn the_files_of_the_default_lexicon_compile() {
        lexicon(&BUILTIN).unwrap();
    }

    #[test]
    fn the_build_leaves_the_default_lexicon_as_it_is_written() {
        let read = |lexicon: Result<Lexicon, Problem>| {
            let mut lexicon = lexicon.unwrap();
            let numbers = std::mem::take(&mut lexicon.numbers);
            (numbers, format!("{lexicon:?}"))
        };
        assert_eq!(read(builtin()), read(lexicon(&BUILTIN)));
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        for (name, text, told) in [
            (
                "measures.yaml",
                "classes: {}\nnouns: {}\nmeasures:\n  - { id: killed, status: cumulative, label: x, broader: casualtes }\n  - { id: casualties, status: cumulative, label: x }\n",
                "rules/lexicon/measures.yaml:4:58: unknown measure `casualtes`, expected one of `killed`, `casualties`\n  help: did you mean `casualties`?",
            ),
            (
                "measures.yaml",
                "classes: {}\nnouns: {}\nmeasures:\n  - { id: killed, status: cumulative, label: x, frames: [\"{kil} #\"] }\n",
                "rules/lexicon/measures.yaml:4:58: in the frame \"{kil} #\": unknown class `{kil}`",
            ),
            (
                "measures.yaml",
                "classes: {}\nnouns: {}\nmeasures:\n  - { id: killed, status: cumulativ, label: x }\n",
                "rules/lexicon/measures.yaml:4:27: unknown word `cumulativ`, expected one of `stock`, `cumulative`, `increment`, `rate`\n  help: did you mean `cumulative`?",
            ),
            (
                "furniture.yaml",
                "lines: []\nprefix: []\n",
                "rules/lexicon/furniture.yaml:2:1: unknown key `prefix`, expected one of `lines`, `prefixes`, `captions`\n  help: did you mean `prefixes`?",
            ),
            (
                "word-forms.yaml",
                "plural-endings: [s, \"\"]\nnot-plural-endings: []\nirregular-plurals: {}\nsingulars: []\nparticiple-endings: []\npast-endings: []\nordinal-endings: []\ndecade-endings: []\nname-particles: []\npossessives: []\nelisions: []\n",
                "rules/lexicon/word-forms.yaml:1:21: an ending has a letter at least",
            ),
            (
                "word-forms.yaml",
                "plural-endings: []\nnot-plural-endings: []\nirregular-plurals: {}\nsingulars: []\nparticiple-endings: []\npast-endings: []\nordinal-endings: []\ndecade-endings: []\nname-particles: []\npossessives: []\nelisions: [l]\n",
                "rules/lexicon/word-forms.yaml:11:12: found `l`, expected letters and an apostrophe, such as `l'`",
            ),
            (
                "places.yaml",
                "not-places: []\nplaces:\n  - { name: Rafah, within: Gaza }\n",
                "rules/lexicon/places.yaml:3:28: `Gaza` is no place above this line, and none of the gazetteer\n  help: did you mean `Gaza City`?",
            ),
            (
                "places.yaml",
                "not-places: []\nplaces:\n  - { name: Palestine }\n  - { name: Gaza Strip, aliases: [Gaza], within: Palestin }\n",
                "rules/lexicon/places.yaml:4:50: `Palestin` is no place above this line, and none of the gazetteer\n  help: did you mean `Palestine`?",
            ),
            (
                "places.yaml",
                "not-places: []\nplaces:\n  - { name: Gaza Strip, aliases: [Gaza] }\n  - { name: Rafah, within: Gaza }\n",
                "rules/lexicon/places.yaml:4:28: `Gaza` is no place above this line, and none of the gazetteer\n  help: did you mean `Gaza Strip`?",
            ),
            (
                "places.yaml",
                "not-places: []\nplaces:\n  - { name: Darfur, within: Sudann }\n",
                "rules/lexicon/places.yaml:3:29: `Sudann` is no place above this line, and none of the gazetteer\n  help: did you mean `Sudan`?",
            ),
            (
                "places.yaml",
                "not-places: []\nplaces:\n  - { name: Darfur }\n  - { name: Darfur, within: Sudan }\n",
                "rules/lexicon/places.yaml:4:13: the place `Darfur` stands here twice",
            ),
        ] {
            assert_eq!(with(name, text).unwrap_err().to_string(), told);
        }
    }
}
