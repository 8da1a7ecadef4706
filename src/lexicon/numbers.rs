//! Number words.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::phrases::Phrases;
use super::word::{Classes, Vocabulary, WordId};
use crate::problem::Problem;
use crate::quantity::Decimal;
use crate::yaml::{Spanned, place_of};

const FILE: &str = "rules/lexicon/numbers.yaml";

/// The file as it is written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Raw {
    /// Point or comma, before decimals: "1,200.5"
    #[schemars(with = "char")]
    decimal_sign: Spanned<char>,
    /// What parts thousands: a comma or a point, spaces that break no line, thin ones, and plain.
    #[schemars(with = "Vec<char>")]
    thousands_signs: Vec<Spanned<char>>,
    /// Words after a number that multiply it: "thousand"
    scales: BTreeMap<String, u64>,
    /// Scales that count one where nothing stands before them.
    bare_scales: Vec<String>,
    /// Scales in the plural, after a number only: "3 dozens". Alone they are vague.
    plural_scales: BTreeMap<String, u64>,
    /// Letters that multiply only when written against the digits: 25k, 3.4m, $2bn.
    attached: BTreeMap<String, u64>,
    /// The same for money only: "100t" without a currency are tonnes.
    attached_to_money: BTreeMap<String, u64>,
    /// Words for the numbers below twenty.
    units: BTreeMap<String, u64>,
    /// Words for the tens from twenty to ninety.
    tens: BTreeMap<String, u64>,
    /// Numbers below a hundred that their words do not add up to; a hyphen stands for a space too.
    compounds: BTreeMap<String, u64>,
    /// "a hundred", "a dozen", "a million": the article is a one.
    article: Vec<String>,
    /// "a hundred and two"; "between 30 and 40"; "five and a half"
    joiner: String,
    /// "5,000 or less than 6,000": the words before belong to what follows.
    than: String,
    /// "five point five"
    point: String,
    /// "minus five"
    minus: Vec<String>,
    /// "2 degrees below zero"
    below_zero: Vec<String>,
    /// "2,000 ± 5"
    plus_minus: Vec<String>,
    /// Before the first end of a range: "between 30 and 40"
    between: String,
    /// Between the ends of a range: "30 to 40", "three or four"
    range_joints: Vec<String>,
    /// The same as signs: "30-40"
    range_signs: Vec<String>,
    /// "to 133 from 135 million"
    from: Vec<String>,
    /// "one in five", "two out of three", "one out of every six"
    share_joints: RawShares,
    /// Before what a rate counts: "4 per 100,000". "$60 a barrel" has the article.
    per: Vec<String>,
    /// "5.2% a year earlier" is a time and no rate.
    not_per: Vec<String>,
    /// What is counted in a rate, besides the units and plain numbers: "10 cents a share".
    per_nouns: Vec<String>,
    /// Units that "a" counts one of in running text: "a mile away". Elsewhere "a day" is a rate or a date.
    counted_by_article: Vec<String>,
    /// Besides vague numbers and groups: number words that "of" joins to what they count.
    before_partitive: Vec<String>,
    /// A number of things in one word.
    groups: BTreeMap<String, u64>,
    /// Vague plurals: from the base to ten times the base.
    vague: BTreeMap<String, u64>,
    /// Before a scale: "tens of thousands", "hundreds of thousands"
    vague_multiplied: BTreeMap<String, u64>,
    /// "several hundred" is 300 to 900, "a few thousand" the same.
    vague_few: Vec<String>,
    /// Half of something, without a number before it.
    half: String,
    /// Behind the joiner, the same without an article.
    joined_halves: Vec<String>,
    /// Words for a part, after a number or an article, by how many of them are the whole: "two-thirds"
    denominators: BTreeMap<String, u64>,
    /// Fractions of one sign.
    fraction_signs: BTreeMap<String, (u64, u64)>,
    /// "sixfold": so many times as much.
    multiples: BTreeMap<String, u64>,
    /// "No deaths", before the nouns of known measures.
    none: Vec<String>,
    /// Before a whole of which there is none: "none of the 40"
    none_of: Vec<String>,
}

impl Raw {
    /// "and", "to": what joins two numbers.
    pub(super) fn joints(&self) -> impl Iterator<Item = &String> {
        self.range_joints
            .iter()
            .chain(std::iter::once(&self.joiner))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawShares {
    /// "One in five"
    in_every: Vec<String>,
    /// "Two out of three"
    out_of: Vec<String>,
}

/// The signs inside of a number in digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signs {
    /// Before decimals: a point or a comma.
    pub decimal: u8,
    /// Of point and comma, the other one: before one or two digits it can only stand for the same.
    pub other: u8,
    /// Between thousands.
    pub thousands: Vec<char>,
}

impl Default for Signs {
    fn default() -> Self {
        Self {
            decimal: b'.',
            other: b',',
            thousands: Vec::new(),
        }
    }
}

/// Number words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// "1,200.5"
    pub signs: Signs,
    /// Scales that count one by themselves, as "a hundred" does.
    pub bare_scales: Vec<WordId>,
    /// Numbers below a hundred that their words do not add up to, word by word.
    pub compounds: Phrases<u64>,
    /// A half, behind "and".
    pub joined_halves: Vec<WordId>,
    /// "million"
    pub scales: FxHashMap<WordId, Decimal>,
    /// "dozens", behind a number
    pub plural_scales: FxHashMap<WordId, Decimal>,
    /// "k", only against digits
    pub attached: FxHashMap<WordId, Decimal>,
    /// "t", only against digits behind a currency
    pub attached_to_money: FxHashMap<WordId, Decimal>,
    /// "seven"
    pub units: FxHashMap<WordId, u64>,
    /// "seventy"
    pub tens: FxHashMap<WordId, u64>,
    /// "a"
    pub articles: Vec<WordId>,
    /// "and"
    pub joiner: Option<WordId>,
    /// "than"
    pub than: Option<WordId>,
    /// "point"
    pub point: Option<WordId>,
    /// "minus"
    pub minus: Vec<WordId>,
    /// "below zero"
    pub below_zero: Phrases<()>,
    /// "±"
    pub plus_minus: Phrases<()>,
    /// "between"
    pub between: Option<WordId>,
    /// "to", "or"
    pub range_joints: Vec<WordId>,
    /// "from"
    pub from: Vec<WordId>,
    /// "–"
    pub range_signs: Phrases<()>,
    /// "in", "out of"; whether it is of a group
    pub share_joints: Phrases<bool>,
    /// "per"
    pub per: Vec<WordId>,
    /// "ago", behind what would be a rate
    pub not_per: Vec<WordId>,
    /// "share", behind "a" or "per"
    pub per_nouns: Vec<WordId>,
    /// "mile", behind "a"
    pub counted_by_article: Vec<WordId>,
    /// Number words that "of" joins to what they count, as in "a couple of people", besides groups.
    pub before_partitive: Vec<WordId>,
    /// "couple"
    pub groups: FxHashMap<WordId, u64>,
    /// "dozens"
    pub vague: FxHashMap<WordId, Decimal>,
    /// "tens", before "of thousands"
    pub vague_multiplied: FxHashMap<WordId, Decimal>,
    /// "several"
    pub vague_few: Phrases<()>,
    /// "half"
    pub half: Option<WordId>,
    /// "thirds"
    pub denominators: FxHashMap<WordId, Decimal>,
    /// "⅔": numerator and denominator
    pub fraction_signs: FxHashMap<WordId, (u64, u64)>,
    /// "sixfold"
    pub multiples: FxHashMap<WordId, Decimal>,
    /// "no", before the noun of a known measure
    pub none: Vec<WordId>,
    /// "none of"
    pub none_of: Phrases<()>,
}

fn signs(raw: &Raw) -> Result<Signs, Problem> {
    let wrong = |at: &Spanned<char>, expected: &str| {
        let (line, column) = place_of(at);
        let message = format!("found `{}`, expected {expected}", at.value);
        Problem::at(FILE, line, column, message)
    };
    let (decimal, other) = match raw.decimal_sign.value {
        '.' => (b'.', b','),
        ',' => (b',', b'.'),
        _ => return Err(wrong(&raw.decimal_sign, "a point or a comma")),
    };
    let thousands = raw.thousands_signs.iter().map(|sign| {
        if sign.value.is_alphanumeric() || sign.value == char::from(decimal) {
            Err(wrong(sign, "a sign that stands before no decimals"))
        } else {
            Ok(sign.value)
        }
    });
    Ok(Signs {
        decimal,
        other,
        thousands: thousands.collect::<Result<_, _>>()?,
    })
}

pub(super) fn compile(v: &mut Vocabulary, raw: &Raw) -> Result<Numbers, Problem> {
    let mut out = Numbers {
        signs: signs(raw)?,
        ..Numbers::default()
    };
    let mut table = |raw: &BTreeMap<String, u64>| -> FxHashMap<WordId, u64> {
        raw.iter()
            .map(|(word, value)| (v.intern(word), *value))
            .collect()
    };
    let decimals = |table: FxHashMap<WordId, u64>| -> FxHashMap<WordId, Decimal> {
        table
            .into_iter()
            .map(|(id, n)| (id, Decimal::from(n)))
            .collect()
    };
    out.units = table(&raw.units);
    out.tens = table(&raw.tens);
    out.groups = table(&raw.groups);
    out.scales = decimals(table(&raw.scales));
    out.plural_scales = decimals(table(&raw.plural_scales));
    out.attached = decimals(table(&raw.attached));
    out.attached_to_money = decimals(table(&raw.attached_to_money));
    out.vague = decimals(table(&raw.vague));
    out.vague_multiplied = decimals(table(&raw.vague_multiplied));
    out.denominators = decimals(table(&raw.denominators));
    out.multiples = decimals(table(&raw.multiples));
    let mut words =
        |raw: &[String]| -> Vec<WordId> { raw.iter().map(|word| v.intern(word)).collect() };
    out.articles = words(&raw.article);
    out.before_partitive = words(&raw.before_partitive);
    out.bare_scales = words(&raw.bare_scales);
    out.joined_halves = words(&raw.joined_halves);
    out.minus = words(&raw.minus);
    out.range_joints = words(&raw.range_joints);
    out.from = words(&raw.from);
    out.per = words(&raw.per);
    out.not_per = words(&raw.not_per);
    out.per_nouns = words(&raw.per_nouns);
    out.counted_by_article = words(&raw.counted_by_article);
    out.none = words(&raw.none);
    out.joiner = Some(v.intern(&raw.joiner));
    out.than = Some(v.intern(&raw.than));
    out.point = Some(v.intern(&raw.point));
    out.between = Some(v.intern(&raw.between));
    out.half = Some(v.intern(&raw.half));
    out.none_of = Phrases::of(v, &raw.none_of);
    out.below_zero = Phrases::of(v, &raw.below_zero);
    out.plus_minus = Phrases::of(v, &raw.plus_minus);
    out.range_signs = Phrases::of(v, &raw.range_signs);
    out.vague_few = Phrases::of(v, &raw.vague_few);
    for (joints, of_group) in [
        (&raw.share_joints.in_every, false),
        (&raw.share_joints.out_of, true),
    ] {
        for phrase in joints {
            out.share_joints.add(v, phrase, of_group);
        }
    }
    for (sign, parts) in &raw.fraction_signs {
        out.fraction_signs.insert(v.intern(sign), *parts);
    }
    for phrase in &raw.vague_few {
        if let Some(second) = phrase.split_whitespace().nth(1) {
            v.classify(second, Classes::AFTER_ARTICLE);
        }
    }
    for (words, value) in &raw.compounds {
        // A hyphen joins as a space does.
        out.compounds.add(v, &words.replace('-', " "), *value);
    }
    mark_starts(v, &out);
    Ok(out)
}

/// Marks the words that a number may begin with, so that the rest of the text is passed over.
fn mark_starts(v: &mut Vocabulary, n: &Numbers) {
    let mut starts: Vec<WordId> = Vec::new();
    starts.extend(n.units.keys().chain(n.tens.keys()).chain(n.scales.keys()));
    starts.extend(n.vague.keys().chain(n.vague_multiplied.keys()));
    starts.extend(n.denominators.keys().chain(n.fraction_signs.keys()));
    starts.extend(n.multiples.keys().chain(&n.none));
    starts.extend(n.none_of.first_words().chain(n.compounds.first_words()));
    starts.extend(n.half.iter().chain(&n.between).chain(&n.minus));
    // "a few" begins with the article, which is asked for what follows.
    starts.extend(
        n.vague_few
            .first_words()
            .filter(|w| !n.articles.contains(w)),
    );
    for word in starts {
        v.mark(word, Classes::FIGURE_START);
    }
    // "a" begins a number only before one of these.
    let mut after_article: Vec<WordId> = Vec::new();
    after_article.extend(n.scales.keys().chain(n.groups.keys()));
    after_article.extend(n.denominators.keys().chain(&n.half));
    for word in after_article {
        v.mark(word, Classes::AFTER_ARTICLE);
    }
    let mut tails: Vec<WordId> = Vec::new();
    tails.extend(n.scales.keys().chain(n.plural_scales.keys()));
    tails.extend(n.attached.keys().chain(n.attached_to_money.keys()));
    tails.extend(n.denominators.keys().chain(n.fraction_signs.keys()));
    tails.extend(n.joiner.iter().chain(&n.point));
    tails.extend(
        n.range_joints
            .iter()
            .chain(&n.from)
            .chain(&n.per)
            .chain(&n.articles),
    );
    tails.extend(
        n.share_joints
            .first_words()
            .chain(n.below_zero.first_words()),
    );
    tails.extend(
        n.plus_minus
            .first_words()
            .chain(n.range_signs.first_words()),
    );
    for word in tails {
        v.mark(word, Classes::NUMBER_TAIL);
    }
    for article in &n.articles {
        v.mark(*article, Classes::ARTICLE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_sign_is_named_with_its_place() {
        let english = include_str!("../../rules/lexicon/numbers.yaml");
        for (sign, wrong, told) in [
            (
                r#"decimal-sign: ".""#,
                r#"decimal-sign: ";""#,
                ":4:15: found `;`, expected a point or a comma",
            ),
            (
                r#"thousands-signs: [",""#,
                r#"thousands-signs: [".""#,
                ":5:19: found `.`, expected a sign that stands before no decimals",
            ),
        ] {
            assert!(english.contains(sign), "{sign}");
            let raw = crate::yaml::read(FILE, &english.replace(sign, wrong)).unwrap();
            let problem = compile(&mut Vocabulary::default(), &raw).unwrap_err();
            assert_eq!(problem.to_string(), format!("{FILE}{told}"));
        }
    }
}
