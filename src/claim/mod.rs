//! A figure in its context: what is counted, where, when, according to whom.
//!
//! A [`Reading`] is all that the checks see of a document: claims, never text.

mod calendar;
mod likeness;
mod parts;
mod statement;

use std::ops::Range;

use jiff::civil::Date;

pub use crate::lexicon::{Modality, Period, Status, Tally};
pub use calendar::{Aged, Elapsed, Lived, Moment, Weekday};
pub use likeness::{Mark, Sketch, Surroundings, word_number};
pub use statement::{
    Again, Change, Impossible, Limit, Listed, Mention, Operand, Restated, Share, ShareOf,
    Statement, Step, Steps, Sum,
};

use crate::document::{Document, Section};
use crate::quantity::Quantity;

/// Everything read from one document.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The document itself, for places and quotes; checks do not look at it.
    pub document: Document,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The days named in the text.
    pub dates: Vec<DateMention>,
    /// The places named in the text.
    pub names: Vec<NameMention>,
    /// Places that the text spells in a way of its own: the name that aliases are resolved to, and the spelling.
    pub spellings: Vec<(String, String)>,
    /// The countries whose people its first sentences name: "Afghan".
    pub nations: Vec<NameMention>,
    /// Where the places of its figures lie.
    pub surroundings: Vec<Surroundings>,
    /// What the text is known by where it is printed again.
    pub sketch: Sketch,
    /// Who is quoted or cited.
    pub speakers: Vec<Speaker>,
    /// What happened, as far as the text tells events apart. The first one is the event of the headline and lede.
    pub events: Vec<Event>,
    /// The figures, in document order.
    pub claims: Vec<Claim>,
    /// People told of one by one, as bytes of the text that is read, in order: "a woman", "22-year-old Ann Lee".
    pub persons: Vec<Range<usize>>,
    /// Words that are no figures but take part in statements.
    pub mentions: Vec<Mention>,
    /// What the text says of how figures hang together.
    pub statements: Vec<Statement>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// Where it stands.
    pub section: Section,
    /// The earlier sentence that says the same, letter for letter, if any.
    pub repeats: Option<usize>,
    /// Whether it tells of more than its figures say: "also", "a third", "and her daughters".
    pub adds: bool,
    /// What it is about, where it stands near the top or counts victims.
    pub marks: Vec<Mark>,
}

/// A day named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// The day, where the text and the published date settle it.
    pub day: Option<Date>,
}

/// A place named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMention {
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// The name its aliases are resolved to.
    pub name: String,
}

/// Somebody who is quoted or cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// The name as written.
    pub name: String,
    /// The name its aliases are resolved to.
    pub originator: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// Kinds named, such as "attack", sorted.
    pub kinds: Vec<String>,
    /// The day it happened.
    pub day: Option<Field<Date>>,
    /// Where it happened.
    pub place: Option<String>,
    /// Proper names that tell it from others, sorted.
    pub anchors: Vec<String>,
    /// How much it spans.
    pub scope: Scope,
    /// Whether it is told of in the plural: "strikes".
    pub several: bool,
    /// Whether it is told of as another than the article's own: "a similar attack", "in 2007".
    pub aside: bool,
}

/// How much an event spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// One thing that happened.
    #[default]
    Incident,
    /// Several incidents told together: a weekend, a day across a country.
    Roundup,
    /// A war, an epidemic, a year.
    Campaign,
}

/// A value with how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<T> {
    /// What was read.
    pub value: T,
    /// How it was found.
    pub basis: Basis,
    /// The words that say so; none for a default.
    pub words: Option<Words>,
}

/// The words that something was read from: bytes of the text that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for Words {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

impl<T> Field<T> {
    /// The same, read from those words.
    #[must_use]
    pub fn from_words(self, words: impl Into<Option<Words>>) -> Self {
        Self {
            words: words.into(),
            ..self
        }
    }

    /// A value in the words beside the figure.
    pub fn stated(value: T) -> Self {
        Self {
            value,
            basis: Basis::Stated,
            words: None,
        }
    }

    /// A value carried over by a coordination, an event, a repeated name, the speaker or the dateline.
    pub fn linked(value: T) -> Self {
        Self {
            value,
            basis: Basis::Linked,
            words: None,
        }
    }

    /// A default, or the nearest of several.
    pub fn guessed(value: T) -> Self {
        Self {
            value,
            basis: Basis::Guessed,
            words: None,
        }
    }
}

/// How a field was found, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// In the words beside the figure.
    Stated,
    /// Carried over.
    Linked,
    /// A default, or the nearest of several.
    Guessed,
}

impl Basis {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Linked => "linked",
            Basis::Guessed => "guessed",
        }
    }
}

/// A quantity in context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Position among the figures of the document, from 1; printed as `c3`.
    pub number: usize,
    /// Bytes of the text that is read.
    pub span: Range<usize>,
    /// The figure with its bound and unit, as read.
    pub text: String,
    /// Where it stands.
    pub section: Section,
    /// Its sentence: an index into [`Reading::sentences`].
    pub sentence: usize,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    /// The number itself.
    pub quantity: Quantity,
    /// The counted noun as written, with its modifiers ("male engineers").
    pub noun: Option<Field<String>>,
    /// What is counted: an id of the lexicon, or `noun:home` for a noun that no lexicon knows.
    pub measure: Option<Field<String>>,
    /// Which people, where not everyone.
    pub population: Option<Field<String>>,
    /// Whether people are counted, or their age is told.
    pub people: bool,
    /// Whether it takes up what was told before: "the 40", "all four", "the other five".
    pub definite: bool,
    /// Whether it is a total or stands in relation to one.
    pub role: Role,
    /// The words that say which role it has, where any do.
    pub role_words: Option<Words>,
    /// Where, aliases resolved.
    pub place: Option<Field<String>>,
    /// How it behaves in time.
    pub status: Option<Field<Status>>,
    /// The days, up to the published one, within which it came, where the words give them: "in the past 24 hours".
    pub window: Option<Field<u16>>,
    /// Which of what it counts it counts, where the words beside it say so: "31 confirmed dead".
    pub tally: Option<Field<Tally>>,
    /// When it holds.
    pub as_of: Option<Field<AsOf>>,
    /// What happened: an index into [`Reading::events`].
    pub event: Option<Field<usize>>,
    /// According to whom: originator first.
    pub attribution: Vec<Attribution>,
    /// How surely it is said.
    pub modality: Modality,
    /// The words that say how surely, where any do.
    pub modality_words: Option<Words>,
    /// Its links to other claims of the document.
    pub relations: Vec<Relation>,
}

/// One link of the chain from originator to publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The name as written.
    pub name: String,
    /// The name its aliases are resolved to.
    pub originator: String,
    /// How it was found.
    pub basis: Basis,
    /// The words that name it.
    pub words: Option<Words>,
}

/// Whether a figure is a total or stands in relation to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// All there are.
    Total,
    /// Some of a total.
    Part,
    /// Others, another, more.
    Besides,
    /// The whole that a part is taken of.
    OutOf,
    /// What came to a total within a window.
    Increment,
    /// Computed from other figures.
    Derived,
}

impl Role {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Total => "total",
            Role::Part => "part",
            Role::Besides => "besides",
            Role::OutOf => "out_of",
            Role::Increment => "increment",
            Role::Derived => "derived",
        }
    }
}

/// When a figure holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsOf {
    /// On a day.
    Day(Date),
    /// At a time told in words that is not the present: "before the war".
    Other(String),
}

impl AsOf {
    /// The day, where there is one.
    pub fn day(&self) -> Option<Date> {
        match self {
            AsOf::Day(day) => Some(*day),
            AsOf::Other(_) => None,
        }
    }
}

impl std::fmt::Display for AsOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            AsOf::Day(day) => day.fmt(f),
            AsOf::Other(words) => f.write_str(words),
        }
    }
}

/// A link from one claim to another of the same document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// What the link says.
    pub kind: RelationKind,
    /// The other claim: an index into [`Reading::claims`].
    pub to: usize,
}

/// What a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This is some of that.
    PartOf,
    /// This many out of that many.
    OutOf,
    /// This is that and the others added up.
    SumOf,
    /// These are others than those.
    Besides,
    /// The same figure said in another way.
    Equivalent,
    /// This changed from that.
    From,
    /// This changed to that.
    To,
    /// Computed from that.
    DerivedFrom,
    /// The same sentence printed again.
    Repeats,
}

impl RelationKind {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            RelationKind::PartOf => "part_of",
            RelationKind::OutOf => "out_of",
            RelationKind::SumOf => "sum_of",
            RelationKind::Besides => "besides",
            RelationKind::Equivalent => "equivalent",
            RelationKind::From => "from",
            RelationKind::To => "to",
            RelationKind::DerivedFrom => "derived_from",
            RelationKind::Repeats => "repeats",
        }
    }
}

impl Reading {
    /// The bytes of the sentence that a claim stands in; those of the claim where it stands in none.
    pub fn sentence_of(&self, claim: &Claim) -> Range<usize> {
        let sentence = self.sentences.get(claim.sentence);
        let holds = sentence.filter(|sentence| sentence.span.contains(&claim.span.start));
        holds.map_or(claim.span.clone(), |sentence| sentence.span.clone())
    }
}

impl Claim {
    /// The id in output.
    pub fn id(&self) -> String {
        format!("c{}", self.number)
    }

    /// Whether it was computed from other figures of the text.
    pub fn is_derived(&self) -> bool {
        self.role == Role::Derived
    }

    /// Whether it stands in a sentence that was printed before.
    pub fn is_repeat(&self) -> bool {
        self.relations
            .iter()
            .any(|r| r.kind == RelationKind::Repeats)
    }

    /// Whether its measure is one that the lexicon knows.
    pub fn has_known_measure(&self) -> bool {
        self.measure
            .as_ref()
            .is_some_and(|m| !m.value.starts_with("noun:"))
    }

    /// Every field that has a basis, by its name in output.
    pub fn bases(&self) -> Vec<(&'static str, Basis)> {
        let mut bases = Vec::new();
        let mut add = |name, basis: Option<Basis>| bases.extend(basis.map(|basis| (name, basis)));
        add("noun", self.noun.as_ref().map(|f| f.basis));
        add("measure", self.measure.as_ref().map(|f| f.basis));
        add("population", self.population.as_ref().map(|f| f.basis));
        add("place", self.place.as_ref().map(|f| f.basis));
        add("status", self.status.as_ref().map(|f| f.basis));
        add("as_of", self.as_of.as_ref().map(|f| f.basis));
        add("event", self.event.as_ref().map(|f| f.basis));
        add("attribution", self.attribution.first().map(|a| a.basis));
        bases
    }

    /// Moves the places of the words that its fields were read from.
    pub(super) fn shift_words(&mut self, bytes: usize) {
        fn of<T>(field: &mut Option<Field<T>>) -> Option<&mut Words> {
            field.as_mut()?.words.as_mut()
        }
        let fields = [
            of(&mut self.noun),
            of(&mut self.measure),
            of(&mut self.population),
            of(&mut self.place),
            of(&mut self.status),
            of(&mut self.window),
            of(&mut self.tally),
            of(&mut self.as_of),
            of(&mut self.event),
            self.role_words.as_mut(),
            self.modality_words.as_mut(),
        ];
        let cited = self.attribution.iter_mut().map(|a| a.words.as_mut());
        for words in fields.into_iter().chain(cited).flatten() {
            words.start += bytes;
            words.end += bytes;
        }
    }

    /// How many of its fields were guessed.
    pub fn guesses(&self) -> usize {
        self.bases()
            .iter()
            .filter(|(_, basis)| *basis == Basis::Guessed)
            .count()
    }

    /// Confidence in hundredths: 90 when every field is stated or linked, 60 with one guess, 30 with more.
    pub fn confidence(&self) -> u8 {
        confidence(self.guesses())
    }

    /// The originator's name with aliases resolved, where somebody is named.
    pub fn originator(&self) -> Option<&str> {
        self.attribution.first().map(|a| a.originator.as_str())
    }
}

/// Confidence in hundredths by the number of guesses that something rests on.
pub fn confidence(guesses: usize) -> u8 {
    match guesses {
        0 => 90,
        1 => 60,
        _ => 30,
    }
}
