//! Why figures were not compared, in words.

use super::fields::date;
use super::{name, nearby, place};
use crate::claim::{Claim, Event, Field, Reading, RelationKind, Role, Scope, Status};
use crate::series::{Apart, Member, SetAside, Shared, Unlicensed, anchors};

/// Why a rule did not compare a figure with another one that it looks at. Reasons are told of the other one, unless
/// they lie with the figure itself.
pub(super) fn words(readings: &[Reading], figure: Member, other: Member, apart: &Apart) -> String {
    match *apart {
        Apart::Aside(member, reason) => aside(readings, member, reason),
        Apart::Other(shared) => other_thing(readings, other, shared),
        Apart::Days { apart, within } => {
            format!("holds {apart} days apart, and the rule allows {within}")
        }
        Apart::Unlicensed(Unlicensed::NotUpFront(member)) => {
            let it = if member == figure { "this figure " } else { "" };
            format!(
                "{it}stands neither in the headline nor in the first two sentences of its article"
            )
        }
        Apart::Unlicensed(Unlicensed::OtherKind) => {
            let kinds = event(readings, other).map(|event| event.kinds.join(", "));
            format!("something else happened ({})", kinds.unwrap_or_default())
        }
        Apart::Unlicensed(Unlicensed::OtherTarget) => {
            let [one, two] = [figure, other].map(|m| match &anchors(readings, m)[..] {
                [] => "no words".to_owned(),
                words => words.join(", "),
            });
            format!("what happened is told apart: by {one} here, by {two} there")
        }
        Apart::Unlicensed(Unlicensed::OneText) => {
            "no licence inside one document: two figures of one text, without two named sources"
                .to_owned()
        }
        Apart::Unlike => {
            "counts something else, and differs by too much to be taken for it".to_owned()
        }
        Apart::Represented(member) => {
            let it = if member == figure { "this one" } else { "it" };
            format!("another figure of its article stands for {it}")
        }
        Apart::KnowsBoth(member) => format!(
            "{} tells of both, as of a part and its whole",
            readings[member.reading].document.shown_name()
        ),
        Apart::MadeUp => "the text makes up the difference to its headline".to_owned(),
    }
}

/// Why a rule compares a figure with nothing.
pub(super) fn aside(readings: &[Reading], figure: Member, reason: SetAside) -> String {
    let claim = figure.of(readings);
    match reason {
        SetAside::NotSelected => "the rule does not look at what it counts".to_owned(),
        SetAside::OtherStatus => format!(
            "the rule looks at another status than {}",
            claim.status.map_or("none", |status| status.value.as_str())
        ),
        SetAside::OtherPeople => format!("other people ({})", people(readings, figure)),
        SetAside::Repeat => format!(
            "the sentence was printed before{}",
            linked(readings, figure, &[RelationKind::Repeats]).map_or_else(String::new, |other| {
                let reading = &readings[figure.reading];
                let place = place(reading, other.of(readings));
                format!(" ({}:{})", place.line, place.column)
            })
        ),
        SetAside::Derived => "computed from other figures".to_owned(),
        SetAside::NotAsserted => claim.modality.as_str().to_owned(),
        SetAside::NotATotal => not_a_total(readings, figure),
        SetAside::OtherTime => {
            let time = claim.as_of.as_ref().map(|as_of| as_of.value.to_string());
            format!("holds at another time ({})", time.unwrap_or_default())
        }
        SetAside::Incomplete(Shared::Measure) => "what is counted is not known".to_owned(),
        SetAside::Incomplete(Shared::Place) => "no place is known".to_owned(),
        SetAside::Incomplete(Shared::Population) => "no people are known".to_owned(),
        SetAside::Incomplete(Shared::Event) => "no event is known".to_owned(),
    }
}

fn not_a_total(readings: &[Reading], figure: Member) -> String {
    let reading = &readings[figure.reading];
    let claim = figure.of(readings);
    let with = |words: &str, other: Option<Member>| match other {
        Some(other) => format!("{words} {}", nearby(reading, other.of(readings))),
        None => words.to_owned(),
    };
    let to = |kinds: &[RelationKind]| linked(readings, figure, kinds);
    match claim.role {
        Role::Part => match to(&[RelationKind::PartOf, RelationKind::OutOf]) {
            None => "a part".to_owned(),
            whole => with("a part of", whole),
        },
        Role::Besides => match to(&[RelationKind::Besides]) {
            None => "others than those counted before".to_owned(),
            others => with("others than", others),
        },
        Role::OutOf => {
            let is_part = |c: &Claim| {
                let mut links = c.relations.iter();
                links.any(|link| link.kind == RelationKind::OutOf && link.to == figure.claim)
            };
            match reading.claims.iter().find(|c| is_part(c)) {
                Some(part) => format!("the whole that {} is taken of", nearby(reading, part)),
                None => "the whole that a part is taken of".to_owned(),
            }
        }
        _ if claim.status.is_some_and(|s| s.value == Status::Increment) => {
            "what came within a time".to_owned()
        }
        _ => format!("{} is no total", name(claim)),
    }
}

/// The claim that another one is linked to in one of some ways.
fn linked(readings: &[Reading], from: Member, kinds: &[RelationKind]) -> Option<Member> {
    let mut links = from.of(readings).relations.iter();
    let link = links.find(|link| kinds.contains(&link.kind))?;
    let claim = link.to;
    (claim < readings[from.reading].claims.len()).then_some(Member { claim, ..from })
}

/// What sets a figure apart from one that shares everything else.
fn other_thing(readings: &[Reading], other: Member, shared: Shared) -> String {
    let claim = other.of(readings);
    let value = |field: &Option<Field<String>>| {
        field
            .as_ref()
            .map_or_else(|| "none".to_owned(), |f| f.value.clone())
    };
    match shared {
        Shared::Measure => format!("counts something else ({})", value(&claim.measure)),
        Shared::Place => format!("other place ({})", value(&claim.place)),
        Shared::Population => format!("other people ({})", people(readings, other)),
        Shared::Event => {
            let when = event(readings, other).map(|e| match (e.scope, e.day) {
                (Scope::Campaign, _) => "a campaign".to_owned(),
                (_, Some(day)) => date(day.value),
                (_, None) => "day not known".to_owned(),
            });
            format!(
                "other event ({})",
                when.unwrap_or_else(|| "none".to_owned())
            )
        }
    }
}

fn people(readings: &[Reading], member: Member) -> String {
    let people = member.of(readings).population.as_ref();
    people.map_or_else(|| "everyone".to_owned(), |p| p.value.clone())
}

fn event(readings: &[Reading], member: Member) -> Option<&Event> {
    let index = member.of(readings).event?.value;
    readings[member.reading].events.get(index)
}
