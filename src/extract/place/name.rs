//! The names of places: listed ones, those of the gazetteer, and capitalised words where a place must stand.

use super::atlas::usual;
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::gazetteer::{Candidates, Gazetteer, Kind as PlaceKind, Written};
use crate::lexicon::Classes;

/// A name that may mean a place.
#[derive(Debug, Clone)]
pub struct Named {
    /// One past its last token, with a word for what it is.
    pub end: usize,
    /// One past the last token of the name itself.
    pub name_end: usize,
    /// What it means.
    pub meaning: Meaning,
    /// What the place lies in, where that is named behind it: "Lakewood, Ga."
    pub outer: Option<String>,
}

/// What a name means.
#[derive(Debug, Clone)]
pub enum Meaning {
    /// A place of the lexicon, by the name that output uses.
    Listed(String),
    /// Places of the gazetteer.
    Gazetteer(Candidates),
    /// A place by its standing alone, as written.
    Open(String),
}

impl Named {
    /// The name that output uses where nothing tells several places apart.
    pub fn shown(&self) -> String {
        match &self.meaning {
            Meaning::Listed(name) | Meaning::Open(name) => name.clone(),
            Meaning::Gazetteer(places) => {
                usual(places).map_or_else(String::new, |place| place.name().to_owned())
            }
        }
    }

    /// Whether the name is a word or a person's too, or, at the start of a sentence, of a small town, so that it needs
    /// a word of place.
    pub fn is_doubtful(&self, first: usize) -> bool {
        /// People of the smallest town that is known without a word of place.
        const KNOWN_WELL: u32 = 100_000;
        /// People of the smallest that a word or a person's name means rather than these.
        const KNOWN_BEST: u32 = 500_000;
        match &self.meaning {
            Meaning::Gazetteer(places) => {
                let people = usual(places).map_or(0, |place| place.population());
                let other = (places.is_word() || places.is_person()) && people < KNOWN_BEST;
                self.outer.is_none() && (other || (people < KNOWN_WELL && first == 0))
            }
            Meaning::Listed(_) => false,
            Meaning::Open(_) => true,
        }
    }

    /// Whether no list knows it.
    pub fn is_open(&self) -> bool {
        matches!(self.meaning, Meaning::Open(_))
    }

    /// Whether it is a country or a part of one.
    pub fn is_region(&self) -> bool {
        match &self.meaning {
            Meaning::Gazetteer(places) => {
                places.clone().any(|place| place.kind() != PlaceKind::City)
            }
            Meaning::Listed(_) => true,
            Meaning::Open(_) => false,
        }
    }

    /// Whether it is a country.
    pub fn is_country(&self) -> bool {
        let place = Gazetteer::embedded().resolve(&self.shown());
        place.is_some_and(|place| place.kind() == PlaceKind::Country)
    }
}

/// Whether a place may begin with a token: one that a list knows, or a name.
pub fn may_begin(passage: &Passage<'_>, i: usize) -> bool {
    let token = &passage.tokens[i];
    token.is(Classes::PLACE_START) || is_name(passage, i)
}

/// Whether the token may be a part of a name.
fn is_name(passage: &Passage<'_>, i: usize) -> bool {
    passage.tokens.get(i).is_some_and(|token| {
        token.is_word() && (token.capital || (token.pieces && passage.is_particled(i)))
    })
}

/// A name that is neither grammar nor a month.
fn is_plain_name(passage: &Passage<'_>, i: usize) -> bool {
    let other = Classes::NOT_PLACE
        .with(Classes::MONTH)
        .with(Classes::WEEKDAY);
    is_name(passage, i) && !passage.is(i, other)
}

/// A place of the lexicon or of the gazetteer, with what it lies in where that stands behind a comma.
pub fn known(passage: &Passage<'_>, i: usize) -> Option<Named> {
    let named = listed(passage, i)
        .or_else(|| of_gazetteer(passage, i))
        .or_else(|| without_apostrophe(passage, i))?;
    let named = with_place_noun(passage, i, named);
    Some(with_outer(passage, i, named))
}

/// A place of the lexicon; a name with a capital is not found in lower case ("us").
fn listed(passage: &Passage<'_>, i: usize) -> Option<Named> {
    let lexicon = passage.lexicon;
    if !passage.is(i, Classes::PLACE_START) {
        return None;
    }
    let (length, (place, capital)) = passage.phrase_at(&lexicon.places, i)?;
    let written = &passage.tokens[i..i + length];
    let has_capital = written
        .iter()
        .filter(|t| !t.is(Classes::DETERMINER))
        .all(|t| t.capital || !t.is_word());
    (!capital || has_capital).then(|| Named {
        end: i + length,
        name_end: i + length,
        meaning: Meaning::Listed(lexicon.gazetteer[*place].name.clone()),
        outer: None,
    })
}

/// A place of the gazetteer, written with a capital.
fn of_gazetteer(passage: &Passage<'_>, i: usize) -> Option<Named> {
    let token = passage.tokens.get(i)?;
    let grammar = Classes::FUNCTION
        .with(Classes::NOT_PLACE)
        .with(Classes::MONTH)
        .with(Classes::WEEKDAY);
    let common = Classes::PERSON
        .with(Classes::TRIGGER)
        .with(Classes::SPEAKER_NOUN);
    if !token.is_word() || !token.capital || token.is(grammar) || is_in_caps(passage, i) {
        return None;
    }
    let word = |n: usize| {
        let next = passage.tokens.get(i + n)?;
        let joined = n == 0 || !passage.tokens[i + n - 1].is_break();
        (next.is_word() && joined).then(|| passage.words(i + n, i + n + 1))
    };
    let (count, places) = Gazetteer::embedded().longest_match(word)?;
    let end = i + count;
    if count == 1 && token.is(common) {
        return None;
    }
    let last = &passage.tokens[end - 1];
    // "US", "Calif.": a shortened name is in capitals or has its full stop.
    let short = usual(&places).is_some_and(|place| place.written() == Written::Shortened);
    let stop = passage
        .tokens
        .get(end)
        .is_some_and(|t| t.is_sign('.') && t.start == last.end);
    let shouted = passage.words(i, end).chars().all(|c| !c.is_lowercase());
    let written = last.capital || last.is(Classes::PLACE_NOUN);
    // "LOUISVILLE, KY", but no "[EN/AR]"
    let behind_comma = i > 0 && passage.tokens[i - 1].is_sign(',');
    if (short && !stop && !(shouted && behind_comma)) || !written {
        return None;
    }
    // A name goes on: "Jordan Smith", "Paris Hilton", "Washington Post"; a nationality behind it does not.
    let goes_on = passage.tokens.get(end).is_some_and(|next| {
        let place = || {
            listed(passage, end).is_some()
                || Gazetteer::embedded()
                    .longest_match(|n| (n == 0).then(|| passage.words(end, end + 1)))
                    .is_some()
        };
        is_plain_name(passage, end)
            && !next.is(Classes::FUNCTION)
            && (!next.is(Classes::PLACE_NOUN) || is_plain_name(passage, end + 1))
            && !passage.lexicon.demonyms.contains_key(&next.word)
            && passage
                .phrase_at(&passage.lexicon.cues.events, end)
                .is_none()
            && !place()
    });
    let begun = i > 1
        && is_plain_name(passage, i - 1)
        && !passage.is(i - 1, Classes::FUNCTION.with(Classes::TRIGGER));
    let title = is_title(passage) && !passage.is(end, Classes::PLACE_NOUN);
    ((!goes_on && !begun) || title).then_some(Named {
        end,
        name_end: end,
        meaning: Meaning::Gazetteer(places),
        outer: None,
    })
}

/// "Syrias war": some copy has lost its apostrophes. Only a well-known name is read so.
fn without_apostrophe(passage: &Passage<'_>, i: usize) -> Option<Named> {
    /// "Iraqs"
    const SHORTEST: usize = 4;
    let token = passage.tokens.get(i)?;
    let word = passage.words(i, i + 1);
    let stem = passage.lexicon.forms.without_plural(word)?;
    let known = Classes::FUNCTION
        .with(Classes::PERSON)
        .with(Classes::TRIGGER);
    if !token.capital
        || stem.len() < SHORTEST
        || token.is(known)
        || passage.lexicon.demonyms.contains_key(&token.word)
    {
        return None;
    }
    passage.lexicon.place(stem)?;
    Some(Named {
        end: i + 1,
        name_end: i + 1,
        meaning: Meaning::Listed(stem.to_owned()),
        outer: None,
    })
}

/// Whether a word of several letters is in capitals in a line of capitals, where names cannot be told.
fn is_in_caps(passage: &Passage<'_>, i: usize) -> bool {
    let shouted = |t: &Token| {
        !passage.text[t.start..t.end]
            .bytes()
            .any(|b| b.is_ascii_lowercase())
    };
    let around = passage.tokens[i.saturating_sub(2)..]
        .iter()
        .take(5)
        .filter(|t| t.is_word());
    shouted(&passage.tokens[i]) && around.clone().count() > 2 && around.clone().all(shouted)
}

/// Whether most words begin with a capital, as in a headline.
pub fn is_title(passage: &Passage<'_>) -> bool {
    let words = passage
        .tokens
        .iter()
        .filter(|t| t.is_word() && t.end - t.start > 3);
    let (mut all, mut capital) = (0, 0);
    for token in words {
        all += 1;
        capital += usize::from(token.capital);
    }
    capital * 3 > all * 2
}

/// "Anhui province", "Gaza school": the word for what it is belongs to the name, which is shown without it; a camp or a
/// district of the place is another place: "a Gaza refugee camp".
fn with_place_noun(passage: &Passage<'_>, first: usize, named: Named) -> Named {
    let end = named.end;
    let small = |t: usize| {
        passage
            .tokens
            .get(t)
            .is_some_and(|token| token.is_word() && !token.capital)
    };
    let noun =
        |t: usize| passage.is(t, Classes::PLACE_NOUN) && !passage.is(t + 1, Classes::PARTITIVE);
    if noun(end) || (small(end) && passage.is(end, Classes::PLACE_PART)) {
        return Named {
            end: end + 1,
            ..named
        };
    }
    let described = small(end) && !passage.is(end, Classes::FUNCTION.with(Classes::TRIGGER));
    if described && small(end + 1) && noun(end + 1) {
        return Named {
            end: end + 2,
            name_end: end + 2,
            meaning: Meaning::Open(passage.words(first, end + 2).to_owned()),
            outer: Some(named.shown()),
        };
    }
    named
}

/// "Lakewood, Ga.", "Paris, Texas,": the place around one of the gazetteer.
fn with_outer(passage: &Passage<'_>, first: usize, named: Named) -> Named {
    let Meaning::Gazetteer(places) = &named.meaning else {
        return named;
    };
    let comma = passage
        .tokens
        .get(named.end)
        .is_some_and(|t| t.is_sign(','));
    if !comma || first + 1 > named.end {
        return named;
    }
    let behind = named.end + 1;
    let outer = listed(passage, behind).or_else(|| of_gazetteer(passage, behind));
    let Some(outer) = outer else {
        return named;
    };
    let name = outer.shown();
    if !places.clone().any(|place| place.lies_within(&name)) {
        return named;
    }
    Named {
        end: outer.end,
        outer: Some(name),
        ..named
    }
}

/// Capitalised words after a word of place, or after "the city of"; with "the", such as end in a word for a place:
/// "in the East Garfield Park neighborhood".
pub fn open(passage: &Passage<'_>, i: usize) -> Option<Named> {
    if !is_plain_name(passage, i) || is_in_caps(passage, i) || passage.is(i, Classes::FUNCTION) {
        return None;
    }
    let Some(before) = i.checked_sub(1) else {
        return county(passage);
    };
    let at_event = i >= 2
        && passage.is(before, Classes::TARGET.with(Classes::PARTITIVE))
        && passage
            .phrase_at(&passage.lexicon.cues.events, i - 2)
            .is_some();
    let in_place = passage.is(before, Classes::LOCATIVE) && !passage.is(before, Classes::GOAL);
    let of_place = passage.is(before, Classes::PARTITIVE)
        && before > 0
        && passage.is(before - 1, Classes::PLACE_NOUN);
    // "Aleppo's Salaheddin district"
    let owned = passage.tokens[before].kind == Kind::Possessive
        || (before > 0 && without_apostrophe(passage, before).is_some());
    let in_the = before > 0
        && passage.is(before, Classes::DETERMINER)
        && passage.is(before - 1, Classes::LOCATIVE);
    let end = (i..passage.tokens.len())
        .find(|t| !is_plain_name(passage, *t) || passage.figure_at(*t).is_some())
        .unwrap_or(passage.tokens.len());
    let is_place_noun = passage.is(end, Classes::PLACE_NOUN);
    let ends_in_noun =
        end > i + 1 && passage.is(end - 1, Classes::PLACE_NOUN.with(Classes::PLACE_PART));
    // A nationality by itself is no place; before a noun it describes one: "Syrian Kurdish city". Nor is an event, or
    // a mere "Village" of a headline.
    let last = &passage.tokens[end - 1];
    let common = (i..end).all(|t| {
        passage.is(t, Classes::PLACE_NOUN.with(Classes::PLACE_PART))
            || passage.phrase_at(&passage.lexicon.cues.events, t).is_some()
    });
    let is_place = !passage.lexicon.demonyms.contains_key(&last.word) && !common;
    let free = in_place || of_place || at_event;
    // "Multnomah County" is a place wherever it stands.
    let named_so = end > i + 1 && passage.is(end - 1, Classes::PLACE_NOUN);
    // "13 shot at Party": in a headline, a venue is not told from a name.
    let venue = passage.is(before, Classes::VENUE) && is_title(passage) && end == i + 1;
    let told =
        (free && !venue) || ((in_the || owned) && (is_place_noun || ends_in_noun)) || named_so;
    (is_place && told).then(|| Named {
        end: end + usize::from(is_place_noun),
        name_end: end + usize::from(is_place_noun),
        meaning: Meaning::Open(
            passage
                .words(i, end + usize::from(is_place_noun))
                .to_owned(),
        ),
        outer: None,
    })
}

/// "Clark County had 1.2 million voters": a name that opens the sentence and ends in a word for a place.
fn county(passage: &Passage<'_>) -> Option<Named> {
    let end = (0..passage.tokens.len()).find(|t| !is_plain_name(passage, *t))?;
    let named_so = end > 1 && passage.is(end - 1, Classes::PLACE_NOUN);
    named_so.then(|| Named {
        end,
        name_end: end,
        meaning: Meaning::Open(passage.words(0, end).to_owned()),
        outer: None,
    })
}

/// "KHAN YOUNIS, Gaza Strip —", "NASHVILLE, Tenn. (AP) –": the place that a report is sent from.
pub fn dateline(passage: &Passage<'_>, i: usize) -> Option<Named> {
    /// "SAN PEDRO SULA"
    const LONGEST: usize = 4;
    /// ", Tenn. (AP)"
    const BEHIND: usize = 7;
    if i > 0 {
        return None;
    }
    let is_shouted = |t: &Token| {
        t.is_word()
            && t.capital
            && !passage.text[t.start..t.end]
                .bytes()
                .any(|b| b.is_ascii_lowercase())
    };
    let end = (0..=LONGEST).find(|t| !passage.tokens.get(*t).is_some_and(is_shouted))?;
    let next = passage.tokens.get(end)?;
    let opens = |t: &Token| matches!(t.kind, Kind::Sign('—' | '–' | '-' | '('));
    let dash = if next.is_sign(',') {
        (end + 1..passage.tokens.len().min(end + BEHIND)).find(|t| opens(&passage.tokens[*t]))
    } else {
        Some(end).filter(|_| opens(next))
    };
    if end == 0 || dash.is_none() {
        return None;
    }
    let name = title_case(passage.words(0, end));
    let found = Gazetteer::embedded().lookup(&name);
    let outer = (end + 1 < dash?)
        .then(|| listed(passage, end + 1).or_else(|| of_gazetteer(passage, end + 1)));
    let outer = outer.flatten().map(|outer| outer.shown());
    let meaning = listed(passage, 0)
        .filter(|known| known.end == end)
        .map(|known| known.meaning)
        .or(found.map(Meaning::Gazetteer))
        .unwrap_or(Meaning::Open(name));
    Some(Named {
        end: dash?,
        name_end: end,
        meaning,
        outer,
    })
}

/// "KHAN YOUNIS" as "Khan Younis".
fn title_case(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_string()).unwrap_or_default();
        first + &chars.as_str().to_lowercase()
    };
    name.split_whitespace()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

/// "Khartoum is home to", "Marib, a city of": a capitalised subject that is told of as a place.
pub fn subject(passage: &Passage<'_>, i: usize) -> Option<Named> {
    /// "Port au Prince"
    const LONGEST: usize = 3;
    /// ", in eastern Sudan,"
    const ASIDE: usize = 9;
    if i > 0 || known(passage, 0).is_some_and(|known| !known.is_doubtful(0)) {
        return None;
    }
    let is_name = |t: &usize| {
        let token = &passage.tokens[*t];
        let other = Classes::FUNCTION
            .with(Classes::NOT_PLACE)
            .with(Classes::MONTH)
            .with(Classes::WEEKDAY);
        token.is_word() && token.capital && !token.is(other)
    };
    let end = (0..passage.tokens.len().min(LONGEST + 1)).find(|t| !is_name(t))?;
    let comma = passage.tokens.get(end)?.is_sign(',');
    let is_home = |at: usize| {
        let cues = &passage.lexicon.cues.told_of_places;
        let told_of = (at + 1..at + 4).any(|t| passage.phrase_at(cues, t).is_some());
        passage.is(at, Classes::AUXILIARY) && told_of
    };
    let told_of = if comma {
        let behind_aside =
            (end + 2..end + ASIDE).find(|t| passage.tokens.get(*t).is_some_and(|t| t.is_sign(',')));
        (end + 1..end + 5).any(|t| passage.is(t, Classes::PLACE_NOUN))
            || behind_aside.is_some_and(|comma| is_home(comma + 1))
    } else {
        is_home(end)
    };
    (end > 0 && told_of).then(|| Named {
        end,
        name_end: end,
        meaning: Meaning::Open(passage.words(0, end).to_owned()),
        outer: None,
    })
}
