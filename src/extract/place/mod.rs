//! Where: the places that a sentence names, and which of them a figure belongs to.

mod atlas;
mod choose;
mod name;
mod standing;

pub use atlas::{Atlas, place_named};
pub use choose::{part_of_place, place_of, share_places, side_of_place};

use super::passage::Passage;
use super::token::Kind;
use crate::claim::{NameMention, Words};
use crate::lexicon::Classes;
use name::Named;
use standing::{Standing, standing};

/// A place named in the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// One past the last token of the name itself: "Anhui" of "Anhui province".
    name_end: usize,
    /// The name that aliases are resolved to.
    pub name: String,
    /// How it stands in the sentence.
    standing: Standing,
    /// Whether no list knows it.
    is_open: bool,
}

impl Mention {
    /// Whether "the town" in the next sentence may mean it.
    pub fn is_told_of(&self) -> bool {
        self.standing != Standing::Aside
    }

    /// Whether it follows a word of place.
    pub fn is_located(&self) -> bool {
        matches!(self.standing, Standing::Located | Standing::Dateline)
    }

    /// Whether what is told next may still be there: not where somebody only went.
    pub fn stays(&self, passage: &Passage<'_>) -> bool {
        let before = self.first.checked_sub(1);
        self.standing == Standing::Located && !before.is_some_and(|i| passage.is(i, Classes::GOAL))
    }

    /// Makes it one that is told of by the way: the name of a speaker.
    pub fn set_aside(&mut self) {
        self.standing = Standing::Aside;
    }

    /// The words that name it.
    pub fn words(&self, passage: &Passage<'_>) -> Words {
        passage.span(self.first, self.end)
    }

    /// The name as the text spells it, where output keeps that: "UK", "Kobane". What only shortens the name ("Gaza"), is
    /// in capitals or is no name of its own ("the enclave") gives way to it.
    pub fn spelling<'p>(&self, passage: &Passage<'p>) -> Option<&'p str> {
        let first = if passage.is(self.first, Classes::DETERMINER) {
            self.first + 1
        } else {
            self.first
        };
        // "U.S." holds its last full stop too.
        let written = passage.words(first, self.name_end);
        let stop = passage
            .tokens
            .get(self.name_end)
            .filter(|t| t.is_sign('.') && written.contains('.') && !written.ends_with('.'));
        let written = match (stop, passage.tokens.get(first)) {
            (Some(stop), Some(start)) => &passage.text[start.start..stop.end],
            _ => written,
        };
        let shortens = || self.name.to_lowercase().contains(&written.to_lowercase());
        let is_name = passage.tokens.get(first).is_some_and(|t| t.capital);
        let lost = || passage.lexicon.forms.without_plural(written) == Some(self.name.as_str());
        (written != self.name && is_name && !shortens() && !lost()).then_some(written)
    }

    /// The mention for the record of the reading.
    pub fn name_mention(&self, passage: &Passage<'_>) -> NameMention {
        let words = self.words(passage);
        NameMention {
            span: words.start..words.end,
            name: self.name.clone(),
        }
    }
}

/// One past the last token of the dateline that a sentence opens with; 0 without one.
pub fn dateline_end(passage: &Passage<'_>) -> usize {
    name::dateline(passage, 0).map_or(0, |named| named.end)
}

/// The places of a sentence, in order; what it says of countries is kept in the atlas.
pub fn mentions(passage: &Passage<'_>, atlas: &mut Atlas) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let mut i = 0;
    while i < passage.tokens.len() {
        if i > 0 && !name::may_begin(passage, i) {
            i += 1;
            continue;
        }
        let known = name::known(passage, i);
        let around = known
            .as_ref()
            .and_then(|known| container(passage, i, known, out.last()));
        if let Some((end, outer)) = around {
            if let Some(inner) = out.last() {
                atlas.learn(passage.lexicon, &inner.name, &outer);
            }
            atlas.note(passage.lexicon, &outer);
            i = end;
            continue;
        }
        let sure = name::dateline(passage, i)
            .map(|named| (named, Standing::Dateline))
            .or_else(|| Some((name::subject(passage, i)?, Standing::Named)));
        let unsure = |named: Named| {
            let standing = standing(passage, i, &named);
            let placed = standing == Standing::Located || !named.is_doubtful(i);
            placed.then_some((named, standing))
        };
        let found = sure.or_else(|| known.and_then(unsure)).or_else(|| {
            let named = name::open(passage, i)?;
            let standing = standing(passage, i, &named);
            (standing != Standing::Aside).then_some((named, standing))
        });
        let Some((named, standing)) = found else {
            i += 1;
            continue;
        };
        // "13 shot at Party in Columbus": a headline's capitals make no name.
        if let Some(last) = out.last_mut()
            && name::is_title(passage)
            && last.is_open
            && last.end + 1 == i
        {
            last.standing = Standing::Aside;
        }
        // "Syria's Quneitra": what it lies in stands before it.
        let owned = out
            .last()
            .filter(|outer| owns(passage, outer, i))
            .map(|outer| {
                let standing = outer.standing;
                (
                    standing,
                    passage.lexicon.lies_within(&named.shown(), &outer.name),
                )
            });
        let standing = match owned {
            Some((standing, true)) => {
                if let Some(outer) = out.last_mut() {
                    outer.standing = Standing::Aside;
                }
                standing
            }
            _ => standing,
        };
        let end = named.end;
        out.push(Mention {
            first: i,
            end,
            name_end: named.name_end,
            is_open: named.is_open(),
            name: atlas.resolve(passage, named),
            standing,
        });
        i = end;
    }
    out
}

/// "Syria's Quneitra", "Syria's western province of Idlib": whether a place stands as the owner of what begins behind
/// it.
fn owns(passage: &Passage<'_>, outer: &Mention, i: usize) -> bool {
    /// "'s western province of"
    const BETWEEN: usize = 5;
    let between = outer.end..i;
    let possessive = passage
        .tokens
        .get(outer.end)
        .is_some_and(|t| t.kind == Kind::Possessive);
    // Copy that lost its apostrophes: "Syrias Quneitra".
    let lost = passage.words(outer.first, outer.end) != outer.name
        && passage
            .lexicon
            .forms
            .is_plural(passage.words(outer.end - 1, outer.end));
    let described = between.clone().skip(usize::from(possessive)).all(|t| {
        let token = &passage.tokens[t];
        token.is_word() && (!token.is(Classes::FUNCTION) || token.is(Classes::PARTITIVE))
    });
    between.len() <= BETWEEN && (possessive || lost) && described
}

/// "Homs, Syria", "Aleppo Syria", "Atareb in western rural Aleppo": what a place lies in, named behind it, is no place
/// of its own; one past it, and its name.
fn container(
    passage: &Passage<'_>,
    i: usize,
    named: &Named,
    last: Option<&Mention>,
) -> Option<(usize, String)> {
    /// "in the western rural"
    const BETWEEN: usize = 4;
    let inner = last?;
    let between = inner.end..i;
    if between.len() > BETWEEN || between.clone().any(|t| passage.figure_at(t).is_some()) {
        return None;
    }
    let outer = named.shown();
    let within = || passage.lexicon.lies_within(&inner.name, &outer);
    let is_comma = |t: usize| passage.tokens[t].is_sign(',');
    let described = |mut range: std::ops::Range<usize>| {
        range.all(|t| passage.tokens[t].is_word() && !passage.is(t, Classes::CONJUNCTION))
    };
    let is_outer = match between.len() {
        0 => within(),
        1 if is_comma(inner.end) => named.is_region() || within(),
        _ => {
            let around = || passage.lexicon.lies_within(&outer, &inner.name);
            passage.is(inner.end, Classes::LOCATIVE)
                && described(inner.end + 1..i)
                && (within() || (inner.standing == Standing::Located && !around()))
        }
    };
    is_outer.then_some((named.end, outer))
}
