//! What a text says of how its figures hang together: "rose 8.7% to $4.9bn from $4.1bn", "nine people: four men and
//! five women". A statement only links; whether it holds is for the checks.

use std::ops::Range;

use super::calendar::{Aged, Elapsed, Lived, Moment, Weekday};
use super::{Basis, Reading};
use crate::document::Section;
use crate::quantity::{Quantity, Trend};

/// Words that are no figure of their own but take part in arithmetic: "more than doubled", "Thursday, 12 March".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// The words, as read.
    pub text: String,
    /// Where they stand.
    pub section: Section,
    /// Whether they stand between quotation marks.
    pub quoted: bool,
    /// The number that they imply, where they do: 2 for "doubled".
    pub quantity: Option<Quantity>,
}

/// What a statement speaks of: a figure, or words that imply one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operand {
    /// An index into [`Reading::claims`](super::Reading::claims).
    Claim(usize),
    /// An index into [`Reading::mentions`](super::Reading::mentions).
    Mention(usize),
}

/// What a text says of how some of its figures hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// A value changed from one figure to another, by so much.
    Change(Change),
    /// A value was reached by a step that is told in two ways.
    Steps(Steps),
    /// A day of the week with a date.
    Weekday(Weekday),
    /// So much time lies between two times.
    Elapsed(Elapsed),
    /// Somebody born then was so old then.
    Lived(Lived),
    /// Somebody is so old.
    Aged(Aged),
    /// Somebody has grown a year older: a mention of the words.
    Birthday(usize),
    /// What cannot be.
    Impossible(Impossible),
    /// So many things, and the things listed.
    Listed(Listed),
    /// Figures add up to another one.
    Sum(Sum),
    /// A figure says another one again.
    Restated(Restated),
    /// A share is that of two figures, or the same as another share.
    Share(Share),
}

/// "120% of voters", "at 25:30 GMT", "31 June"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// What is said.
    pub what: Operand,
    /// What it is said of: a mention, where it stands apart.
    pub of: Option<usize>,
    /// Which limit it breaks.
    pub limit: Limit,
}

/// What cannot be exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// There is no more than all of a whole.
    Share,
    /// There are no fewer things than none.
    Count,
    /// A day has 24 hours of 60 minutes.
    Clock,
    /// A month has so many days.
    Month {
        /// Its last day, from 28.
        last: i8,
    },
}

/// "four priorities: education, crime and the economy"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// How many things are announced: a claim.
    pub number: usize,
    /// The number with its noun: a mention.
    pub announced: usize,
    /// The list, or its first and its last item: mentions.
    pub items: Vec<usize>,
    /// The least that the list can be read to have.
    pub least: usize,
    /// The most that the list can be read to have.
    pub most: usize,
}

/// "nine people: four men and three women", "Of the 4,963, 2,210 returned and 913 were killed"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The whole: a claim.
    pub whole: usize,
    /// Its parts: claims.
    pub parts: Vec<usize>,
    /// The fewest and the most people that are told of one by one besides the parts.
    pub persons: (usize, usize),
    /// Whether the parts make up all of the whole; else they may be fewer, but not more.
    pub complete: bool,
    /// How the whole and its parts were found to belong together.
    pub basis: Basis,
}

/// "left 13 wounded" in the headline and "16" in the lede; "the 40" after "a total of 30".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// The figure that comes first: a claim.
    pub first: usize,
    /// The one that says it again: a claim.
    pub again: usize,
    /// The fewest and the most people by which the first may be higher: those told of one by one beside the other.
    pub besides: (usize, usize),
    /// What the two are taken for one another by.
    pub by: Again,
}

/// What two figures of one text are taken for one another by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The headline and the text below it.
    Headline,
    /// A caption and the text.
    Caption,
    /// "the 40", "of the 26 projects": words that take up what was told before.
    Definite,
}

/// "12 of the 40 prisoners (30%)", "one in five (20%)"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The share, in percent or in parts of one: a claim.
    pub share: usize,
    /// What it is a share of.
    pub of: ShareOf,
}

/// What a share is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareOf {
    /// So many out of so many: two claims.
    Figures {
        /// The part.
        part: usize,
        /// The whole.
        whole: usize,
    },
    /// The same share said in another way: a claim.
    Share(usize),
}

/// "rose 8.7% to $4.9bn from $4.1bn", "doubled from 3 to 6"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The earlier value: a claim.
    pub from: usize,
    /// The later value: a claim.
    pub to: usize,
    /// By how much.
    pub by: Step,
    /// Whether it is told as a rise or a fall.
    pub trend: Option<Trend>,
    /// Whether it may be told the other way round: a currency rises when fewer of it buy a dollar.
    pub invertible: bool,
    /// Whether the step may be counted from another value than the earlier figure: "rose 5% from a year ago to 12
    /// from 13 in March".
    pub other_base: bool,
}

/// "jumped 69.47 points, or 1.1 percent, to 6,144.25"; all are claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The step in percent.
    pub percent: usize,
    /// The same step in the unit of the value.
    pub amount: usize,
    /// The value that was reached.
    pub to: usize,
    /// Whether it rose or fell.
    pub trend: Trend,
}

/// By how much a value changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By so many percent of the earlier value: a claim.
    Percent(usize),
    /// By so many percentage points: a claim.
    Points(usize),
    /// By so many percent, in the telegraph style that says "pct" for points too: a claim.
    PercentOrPoints(usize),
    /// By an amount in the unit of the two values: a claim.
    Amount(usize),
    /// By a part of the earlier value: "up a third"; a claim.
    Part(usize),
    /// To so many times the earlier value: "doubled", "a tenfold increase".
    Times(Operand),
    /// By nobody says how much: "rose to 4.1% from 3.9%"; the words that say the direction.
    Direction(Operand),
    /// By what was told before: "The fall in reserves took them to 98 from 107"; the words that take it up.
    TakenUp(Operand),
}

impl Step {
    /// What says it.
    pub fn operand(self) -> Operand {
        match self {
            Step::Percent(claim)
            | Step::Points(claim)
            | Step::PercentOrPoints(claim)
            | Step::Amount(claim)
            | Step::Part(claim) => Operand::Claim(claim),
            Step::Times(operand) | Step::Direction(operand) | Step::TakenUp(operand) => operand,
        }
    }
}

impl Operand {
    /// The words, as read.
    pub fn text(self, reading: &Reading) -> &str {
        match self {
            Operand::Claim(claim) => &reading.claims[claim].text,
            Operand::Mention(mention) => &reading.mentions[mention].text,
        }
    }

    /// The number, where there is one.
    pub fn quantity(self, reading: &Reading) -> Option<&Quantity> {
        match self {
            Operand::Claim(claim) => Some(&reading.claims[claim].quantity),
            Operand::Mention(mention) => reading.mentions[mention].quantity.as_ref(),
        }
    }

    /// Whether it stands between quotation marks.
    pub fn is_quoted(self, reading: &Reading) -> bool {
        match self {
            Operand::Claim(claim) => reading.claims[claim].quoted,
            Operand::Mention(mention) => reading.mentions[mention].quoted,
        }
    }

    /// The same where so many claims and mentions come before.
    pub fn counted_on(self, claims: usize, mentions: usize) -> Self {
        match self {
            Operand::Claim(claim) => Operand::Claim(claims + claim),
            Operand::Mention(mention) => Operand::Mention(mentions + mention),
        }
    }
}

impl Statement {
    /// Counts on from another part of the same text, with so many claims and mentions.
    pub(super) fn count_on(&mut self, claims: usize, mentions: usize) {
        match self {
            Statement::Change(change) => {
                change.from += claims;
                change.to += claims;
                change.by = match change.by {
                    Step::Percent(by) => Step::Percent(by + claims),
                    Step::Points(by) => Step::Points(by + claims),
                    Step::PercentOrPoints(by) => Step::PercentOrPoints(by + claims),
                    Step::Amount(by) => Step::Amount(by + claims),
                    Step::Part(by) => Step::Part(by + claims),
                    Step::Times(by) => Step::Times(by.counted_on(claims, mentions)),
                    Step::Direction(by) => Step::Direction(by.counted_on(claims, mentions)),
                    Step::TakenUp(by) => Step::TakenUp(by.counted_on(claims, mentions)),
                };
            }
            Statement::Steps(steps) => {
                for claim in [&mut steps.percent, &mut steps.amount, &mut steps.to] {
                    *claim += claims;
                }
            }
            Statement::Weekday(weekday) => {
                weekday.weekday += mentions;
                weekday.date += mentions;
            }
            Statement::Elapsed(elapsed) => {
                elapsed.span = elapsed.span.counted_on(claims, mentions);
                elapsed.from.count_on(mentions);
                elapsed.to.count_on(mentions);
            }
            Statement::Lived(lived) => {
                lived.age += claims;
                lived.born.count_on(mentions);
                lived.at.count_on(mentions);
            }
            Statement::Aged(aged) => {
                aged.who += mentions;
                aged.age += claims;
            }
            Statement::Birthday(mention) => *mention += mentions,
            Statement::Impossible(impossible) => {
                impossible.what = impossible.what.counted_on(claims, mentions);
                impossible.of = impossible.of.map(|mention| mention + mentions);
            }
            Statement::Listed(listed) => {
                listed.number += claims;
                listed.announced += mentions;
                listed.items.iter_mut().for_each(|item| *item += mentions);
            }
            Statement::Sum(sum) => {
                sum.whole += claims;
                sum.parts.iter_mut().for_each(|part| *part += claims);
            }
            Statement::Restated(restated) => {
                restated.first += claims;
                restated.again += claims;
            }
            Statement::Share(share) => {
                share.share += claims;
                match &mut share.of {
                    ShareOf::Figures { part, whole } => {
                        *part += claims;
                        *whole += claims;
                    }
                    ShareOf::Share(other) => *other += claims,
                }
            }
        }
    }
}

impl Moment {
    fn count_on(&mut self, mentions: usize) {
        self.mention = self.mention.map(|mention| mention + mentions);
    }
}
