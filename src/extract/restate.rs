//! One figure said again: in brackets, behind "or", between dashes.
//!
//! ```text
//! 100 km (62 miles)    a 30-foot (9 m high) fence    a 30-foot fence (9 m)    100 km (62 miles, 54 nautical miles)
//! 100 km, or 62 miles,    100 km – 62 miles – away    100km/62 miles
//! ```

use super::figure::unit_follows;
use super::passage::Passage;
use super::scan::Found;
use super::token::{Kind, Token};
use crate::claim::{Claim, Relation, RelationKind};
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Decimal, Dimension, Form};

/// Words between a figure and what says it again: "a 30-foot steel fence (9 m)".
const NOUN: usize = 2;

/// How a figure is set off from what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// "(62 miles)"
    Bracket,
    /// ", or 62 miles,"
    Or,
    /// "– 62 miles –"
    Dash,
    /// "/62 miles"
    Slash,
}

/// How the figure that begins with a token is set off, and the token that opens the aside.
pub fn aside(lexicon: &Lexicon, tokens: &[Token], first: usize) -> Option<(Aside, usize)> {
    let open = first.checked_sub(1)?;
    let token = &tokens[open];
    if let Some(found) = opens(tokens, open) {
        return Some(found);
    }
    if token.is_sign('/') {
        return Some((Aside::Slash, open));
    }
    if !lexicon.cues.restating.contains(&token.word) {
        return None;
    }
    let open = open.checked_sub(1)?;
    if tokens[open].is_sign(',') {
        return Some((Aside::Or, open));
    }
    opens(tokens, open)
}

/// The aside that a token opens, and where: "--" is a dash of two.
fn opens(tokens: &[Token], open: usize) -> Option<(Aside, usize)> {
    let doubled = || {
        let before = open.checked_sub(1)?;
        let two = tokens[open].is_sign('-') && tokens[before].is_sign('-');
        (two && is_dash(tokens, before)).then_some((Aside::Dash, before))
    };
    match tokens[open].kind {
        Kind::Sign('(' | '[') => Some((Aside::Bracket, open)),
        _ if is_dash(tokens, open) => Some((Aside::Dash, open)),
        _ => doubled(),
    }
}

/// A dash, and no hyphen inside a word or a range.
fn is_dash(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let free = at
        .checked_sub(1)
        .is_none_or(|before| tokens[before].end < token.start);
    match token.kind {
        Kind::Sign('—') => true,
        Kind::Sign('-' | '–') => free,
        _ => false,
    }
}

impl Aside {
    /// Whether the aside ends before a token.
    pub fn closes(self, tokens: &[Token], end: usize) -> bool {
        let Some(token) = tokens.get(end) else {
            return self != Aside::Bracket;
        };
        let stops = matches!(token.kind, Kind::Sign('.' | ';' | '?' | '!'));
        match self {
            Aside::Bracket => matches!(token.kind, Kind::Sign(')' | ']')),
            Aside::Or => {
                stops || matches!(token.kind, Kind::Sign(',' | ')' | ':')) || is_dash(tokens, end)
            }
            Aside::Dash => stops || token.is_sign(',') || is_dash(tokens, end),
            Aside::Slash => true,
        }
    }
}

/// Links a figure to the one before it that it says again in another unit.
pub fn restate(passage: &Passage<'_>, claims: &mut [Claim], base: usize) {
    let figures = passage.figures;
    // Whether the figure before stands in brackets that it shares with this one.
    let mut shared = false;
    for i in 1..figures.len().min(claims.len()) {
        let said = in_other_unit(&figures[i - 1], &figures[i])
            && if shared {
                follows_in_bracket(passage, i) && closes(passage, Aside::Bracket, i, NOUN)
            } else {
                says_again(passage, i)
            };
        shared = said && !shared && passage.tokens[figures[i].first - 1].is_sign('(');
        if said {
            claims[i].relations.push(Relation {
                kind: RelationKind::Equivalent,
                to: base + i - 1,
            });
        }
    }
}

fn in_other_unit(first: &Found, second: &Found) -> bool {
    let (a, b) = (&first.quantity, &second.quantity);
    a.dimension == b.dimension && a.unit.is_some() && b.unit.is_some() && a.unit != b.unit
}

fn says_again(passage: &Passage<'_>, i: usize) -> bool {
    let (first, second) = (&passage.figures[i - 1], &passage.figures[i]);
    let Some((aside, open)) = aside(passage.lexicon, passage.tokens, second.first) else {
        return false;
    };
    if open < first.end {
        return false;
    }
    let between = &passage.tokens[first.end..open];
    let noun = match aside {
        Aside::Bracket | Aside::Or => NOUN,
        Aside::Dash | Aside::Slash => 0,
    };
    let near = between.len() <= noun
        && between
            .iter()
            .all(|t| t.is_word() || t.is_sign('-') || t.is_quotation_mark());
    near && is_whole(passage, first)
        && closes(passage, aside, i, between.len())
        && !(aside == Aside::Or && is_per_share(first, second))
}

/// "a profit of $5.7 million, or 20 cents a share": another figure for the same, and none of the same size.
fn is_per_share(first: &Found, second: &Found) -> bool {
    let unit = |found: &Found| found.quantity.unit.as_ref().map(|unit| unit.name.clone());
    let small = unit(second).is_some_and(|name| name.starts_with("cent") || name.contains(" per "));
    small && first.quantity.low >= Decimal::from(10_000)
}

/// "14st 2lb (90 kg)", "12 by 6 feet (2 m)": what stands before or behind belongs to the first figure too.
fn is_whole(passage: &Passage<'_>, first: &Found) -> bool {
    let before = passage.tokens[..first.first].iter().enumerate().rev();
    let begins = before
        .take(2)
        .take_while(|(_, t)| !t.is_break() && !t.is_sign(','))
        .all(|(at, t)| t.kind != Kind::Number && passage.figure_at(at).is_none());
    // "5-foot-11 (1.80 m)", "six-foot-three"
    let goes_on = passage.text[first.end_byte..].strip_prefix('-');
    let number = |rest: &str| {
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let word = passage.lexicon.vocabulary.get(&rest[..end]);
        rest.starts_with(|c: char| c.is_ascii_digit())
            || passage.lexicon.numbers.units.contains_key(&word)
    };
    // "the mile and 550 yards (2,112 m)"
    let added_to = first.first >= 2
        && passage.is(first.first - 1, Classes::CONJUNCTION)
        && first
            .first
            .checked_sub(3)
            .map_or(Some(0), |i| passage.tokens.get(i).map(|t| t.end))
            .is_some_and(|end| unit_follows(passage.lexicon, &passage.text[end..]));
    begins && !added_to && !goes_on.is_some_and(number)
}

/// Whether the aside ends behind the figure, or behind what it measures: "(9 m high)", unless the words before the
/// aside say what the first one measures: "12 feet wide (3 m deep)". More units may follow in brackets.
fn closes(passage: &Passage<'_>, aside: Aside, i: usize, between: usize) -> bool {
    let (tokens, end) = (passage.tokens, passage.figures[i].end);
    if aside.closes(tokens, end) {
        return true;
    }
    let extent = || {
        let first = tokens.get(end)?.word;
        let words = &passage.lexicon.units.extent_words;
        let (length, ()) = words.longest(first, |n| tokens.get(end + n).map(|t| t.word))?;
        Some(end + length)
    };
    if between == 0 && extent().is_some_and(|end| aside.closes(tokens, end)) {
        return true;
    }
    let more = passage.figures.get(i + 1);
    aside == Aside::Bracket
        && more.is_some_and(|more| {
            let last = more.end;
            follows_in_bracket(passage, i + 1)
                && in_other_unit(&passage.figures[i], more)
                && in_other_unit(&passage.figures[i - 1], more)
                && Aside::Bracket.closes(tokens, last)
        })
}

/// "(62 miles, 54 nautical miles)", "(62 miles or 54 nautical miles)"
fn follows_in_bracket(passage: &Passage<'_>, i: usize) -> bool {
    let between = &passage.tokens[passage.figures[i - 1].end..passage.figures[i].first];
    let joins = |t: &Token| {
        matches!(t.kind, Kind::Sign(',' | ';' | '/'))
            || passage.lexicon.cues.restating.contains(&t.word)
    };
    !between.is_empty() && between.len() <= 2 && between.iter().all(joins)
}

/// "6ft (1.8m)", "30m (98ft)": beside a length in brackets, an "m" is metres, where it would be millions elsewhere.
pub fn read_metres(lexicon: &Lexicon, text: &str, tokens: &[Token], figures: &mut [Found]) {
    for i in 0..figures.len() {
        if !is_in_millions(text, &figures[i]) || figures.len() < 2 {
            continue;
        }
        let is_length = |at: usize| {
            let other = figures.get(at);
            other.is_some_and(|f| f.quantity.dimension == Dimension::Length)
        };
        let says = |at: usize| {
            let (first, second) = (&figures[at - 1], &figures[at]);
            aside(lexicon, tokens, second.first).is_some_and(|(aside, open)| {
                (first.end..first.end + NOUN + 1).contains(&open)
                    && aside != Aside::Dash
                    && aside.closes(tokens, second.end)
            })
        };
        let again = i > 0 && is_length(i - 1) && says(i);
        let said_again = is_length(i + 1) && says(i + 1);
        if !again && !said_again {
            continue;
        }
        let Some(metre) = lexicon.unit(Dimension::Length, "metre") else {
            return;
        };
        let million = Decimal::from(1_000_000);
        let quantity = &mut figures[i].quantity;
        quantity.low /= million;
        quantity.high /= million;
        if let Form::Number { granularity } = &mut quantity.form {
            *granularity /= million;
        }
        quantity.dimension = Dimension::Length;
        quantity.unit = Some(metre);
    }
}

/// "1.8m"
fn is_in_millions(text: &str, figure: &Found) -> bool {
    let count = figure.quantity.dimension == Dimension::Count && figure.quantity.unit.is_none();
    let digits = text[figure.start_byte..figure.end_byte].strip_suffix('m');
    count && digits.is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
}
