//! Why figures were not compared, in words.

use super::fields::date;
use super::{name, nearby, place};
use crate::claim::{Claim, Event, Field, Reading, RelationKind, Role, Scope, Status};
use crate::matching::{Difference, Evidence, Sign};
use crate::series::{Apart, Member, SetAside, Shared, Unlicensed, Vetoed};

/// Why a rule did not compare a figure with another one that it looks at. Reasons are told of the other one, unless
/// they lie with the figure itself.
pub(super) fn words(readings: &[Reading], figure: Member, other: Member, apart: &Apart) -> String {
    match *apart {
        Apart::OtherStory(ref evidence) => other_story(readings, figure, other, evidence),
        Apart::Aside(member, reason) => aside(readings, member, reason),
        Apart::Other(shared) => other_thing(readings, other, shared),
        Apart::Days { apart, within } => {
            format!("holds {apart} days apart, and the rule allows {within}")
        }
        Apart::Unlicensed(Unlicensed::NotUpFront(member)) => {
            let it = if member == figure { "this figure " } else { "" };
            format!("{it}stands neither in the headline nor in the first sentences of its article")
        }
        Apart::Unlicensed(Unlicensed::OtherEvent(difference)) => {
            other_event(readings, figure, other, difference)
        }
        Apart::Unlicensed(Unlicensed::OtherPlace) => {
            format!(
                "another source, of another place ({})",
                place_of(readings, other)
            )
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
        Apart::Vetoed(Vetoed::Witness(member)) => format!(
            "{} tells of both, as of a part and its whole",
            readings[member.reading].document.shown_name()
        ),
        Apart::Vetoed(Vetoed::Sum([one, two])) => {
            let [x, y] = [one, two].map(|m| nearby(&readings[m.reading], m.of(readings)));
            let parts = if one == two {
                x
            } else {
                format!("{x} and {y}")
            };
            format!(
                "the difference is made up by {parts} of {}",
                readings[one.reading].document.shown_name()
            )
        }
        Apart::Vetoed(Vetoed::Part(member)) => {
            format!(
                "one of the two counts only some ({})",
                people(readings, member)
            )
        }
        Apart::Vetoed(Vetoed::Far) => {
            "one is many times the other, and little says that it is one event".to_owned()
        }
        Apart::MadeUp => "the text makes up the difference to its headline".to_owned(),
    }
}

/// Why a rule compares a figure with nothing.
pub(in crate::report) fn aside(readings: &[Reading], figure: Member, reason: SetAside) -> String {
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
        SetAside::OutOfScope => "the rule does not look at its document".to_owned(),
        SetAside::Incomplete(Shared::Measure) => "what is counted is not known".to_owned(),
        SetAside::Incomplete(Shared::Place) => "no place is known".to_owned(),
        SetAside::Incomplete(Shared::Population) => "no people are known".to_owned(),
        SetAside::Incomplete(Shared::Event | Shared::Story) => "no event is known".to_owned(),
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
        Shared::Event | Shared::Story => match event(readings, other).map(|e| e.scope) {
            Some(Scope::Campaign) => "other event (a campaign)".to_owned(),
            Some(_) => format!("other event ({})", whereabouts(readings, other)),
            None => "other event (none)".to_owned(),
        },
    }
}

/// What little speaks for one event.
fn other_story(readings: &[Reading], figure: Member, other: Member, evidence: &Evidence) -> String {
    if let Some(difference) = evidence.ruled_out {
        return other_event(readings, figure, other, difference);
    }
    let sign = |(sign, points): &(Sign, i32)| {
        let words = match sign {
            Sign::Day => "the day".to_owned(),
            Sign::Date => "the date".to_owned(),
            Sign::Place => "the place".to_owned(),
            Sign::Within => "a place in the other".to_owned(),
            Sign::Country => "the country".to_owned(),
            Sign::Kind => "what happened".to_owned(),
            Sign::Words(share) => format!("{share}% of the words"),
            Sign::Names(1) => "a name".to_owned(),
            Sign::Names(names) => format!("{names} names"),
            Sign::Figure => "another figure".to_owned(),
            Sign::Count => "the figure".to_owned(),
            Sign::OtherKind => "another kind of event".to_owned(),
            Sign::OtherTarget => "something else was hit".to_owned(),
        };
        format!("{words} {points:+}")
    };
    let signs: Vec<String> = evidence.signs.iter().map(sign).collect();
    let shared = if signs.is_empty() {
        "nothing".to_owned()
    } else {
        signs.join(", ")
    };
    format!(
        "other event ({}): too little is shared ({shared})",
        whereabouts(readings, other)
    )
}

/// How what happened differs from what another document tells of.
fn other_event(
    readings: &[Reading],
    figure: Member,
    other: Member,
    difference: Difference,
) -> String {
    match difference {
        Difference::Dates(days) => {
            format!("other event: the articles appeared {days} days apart, and share no name")
        }
        Difference::Scope => {
            let several = event(readings, other).is_some_and(|e| e.scope == Scope::Roundup);
            let m = if several { other } else { figure };
            let whose = if m == other { "there" } else { "here" };
            format!("other event: several incidents are told together {whose}")
        }
        Difference::Aside => "other event: told of by the way".to_owned(),
        Difference::Day | Difference::Place => {
            format!("other event ({})", whereabouts(readings, other))
        }
    }
}

/// "Homs, 3 May 2024"
pub(in crate::report) fn whereabouts(readings: &[Reading], member: Member) -> String {
    let day = event(readings, member).and_then(|e| e.day);
    let parts = [
        Some(place_of(readings, member)),
        day.map(|day| date(day.value)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

fn place_of(readings: &[Reading], member: Member) -> String {
    let place = member.of(readings).place.as_ref();
    place.map_or_else(|| "no place".to_owned(), |p| p.value.clone())
}

fn people(readings: &[Reading], member: Member) -> String {
    let people = member.of(readings).population.as_ref();
    people.map_or_else(|| "everyone".to_owned(), |p| p.value.clone())
}

/// What happened.
pub(in crate::report) fn event(readings: &[Reading], member: Member) -> Option<&Event> {
    let index = member.of(readings).event?.value;
    readings[member.reading].events.get(index)
}
