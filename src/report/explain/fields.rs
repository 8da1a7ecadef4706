//! Every field of a claim: its value, how it was found, and from which words.

use super::{in_quotes, nearby};
use crate::claim::{
    AsOf, Basis, Claim, Event, Field, Modality, Reading, RelationKind, Role, Scope, Status, Words,
};
use crate::document::Date;
use crate::lexicon::Measure;
use crate::quantity::{
    Bound, Decimal, Dimension, Interval, Quantity, Trend, in_words, in_words_from_to,
};
use crate::series::Member;

/// The fields in words, under the names that they have in the output for programs.
pub(super) fn of(
    readings: &[Reading],
    figure: Member,
    measures: &[Measure],
) -> Vec<(&'static str, String)> {
    let (reading, claim) = (&readings[figure.reading], figure.of(readings));
    let mut fields = of_quantity(&claim.quantity);
    let mut add = |name, text| fields.push((name, text));
    let label = |id: &String| {
        let known = measures.iter().find(|measure| measure.id == *id);
        match known.filter(|measure| measure.label != *id) {
            Some(measure) => format!("{id}: {}", measure.label),
            None => id.clone(),
        }
    };
    let plain = String::clone;
    add("noun", field(reading, &claim.noun, plain, "none"));
    let no_measure = "none: what is counted is not known";
    add("measure", field(reading, &claim.measure, label, no_measure));
    let everyone = if claim.people {
        "everyone"
    } else {
        "no people are counted"
    };
    add(
        "population",
        field(reading, &claim.population, plain, everyone),
    );
    let role = role(claim.role).to_owned();
    add("role", found(reading, role, None, claim.role_words));
    // "UK: United Kingdom", where the text spells it in a way of its own.
    let spelled = |place: &String| match reading.spelling(place) {
        spelling if spelling == place => place.clone(),
        spelling => format!("{spelling}: {place}"),
    };
    add("place", field(reading, &claim.place, spelled, "not known"));
    let status = |status: &Status| format!("{}: {}", status.as_str(), in_time(*status));
    add("status", field(reading, &claim.status, status, "not known"));
    let as_of = |as_of: &AsOf| match as_of {
        AsOf::Day(day) => date(*day),
        AsOf::Other(words) => words.clone(),
    };
    add("as of", field(reading, &claim.as_of, as_of, "not known"));
    let event = |index: &usize| {
        reading
            .events
            .get(*index)
            .map_or_else(String::new, happened)
    };
    add("event", field(reading, &claim.event, event, "none"));
    if claim.attribution.is_empty() {
        add("attribution", "nobody is named".to_owned());
    }
    for who in &claim.attribution {
        let name = if who.originator == who.name {
            who.name.clone()
        } else {
            format!("{}: {}", who.name, who.originator)
        };
        add(
            "attribution",
            found(reading, name, Some(who.basis), who.words),
        );
    }
    let modality = format!("{}: {}", claim.modality.as_str(), said(claim.modality));
    add(
        "modality",
        found(reading, modality, None, claim.modality_words),
    );
    let quoted = if claim.quoted {
        "yes: between quotation marks"
    } else {
        "no"
    };
    add("quoted", quoted.to_owned());
    add("section", claim.section.as_str().to_owned());
    for relation in &claim.relations {
        if let Some(other) = reading.claims.get(relation.to) {
            let to = nearby(reading, other);
            add("relation", format!("{} {to}", linked(relation.kind)));
        }
    }
    add("confidence", confidence(claim));
    fields
}

fn of_quantity(quantity: &Quantity) -> Vec<(&'static str, String)> {
    let numbers = Interval::closed(quantity.low, quantity.high);
    let mut number = interval(quantity, numbers);
    match quantity.trend {
        Some(Trend::Up) => number.push_str(", up"),
        Some(Trend::Down) => number.push_str(", down"),
        None => {}
    }
    let literal = interval(quantity, quantity.literal());
    let conventional = match quantity.conventional() {
        Some(taken) => format!(
            "{}: what a reader takes them for",
            interval(quantity, taken)
        ),
        None => "none: it is computed from other figures".to_owned(),
    };
    vec![
        ("number", number),
        ("bound", bound(quantity)),
        ("literal", format!("{literal}: what the words allow")),
        ("conventional", conventional),
    ]
}

/// "1.45 to 1.55 million", "1.3 million and more", "8.7%", "300 foot"
fn interval(quantity: &Quantity, interval: Interval) -> String {
    let unit = match (&quantity.unit, quantity.dimension) {
        (Some(unit), _) => format!(" {}", unit.name),
        (None, Dimension::Percent) => "%".to_owned(),
        (None, _) => String::new(),
    };
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => format!("{}{unit}", in_words(low)),
        (Some(low), Some(high)) => format!("{}{unit}", in_words_from_to(low, high)),
        (Some(low), None) => format!("{}{unit} and more", in_words(low)),
        (None, Some(high)) => format!("{}{unit} and less", in_words(high)),
        (None, None) => "anything".to_owned(),
    }
}

fn bound(quantity: &Quantity) -> String {
    let word = match quantity.bound {
        Bound::Exactly => "exactly",
        Bound::None => "none",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::MoreThan => "more than",
        Bound::AtLeast => "at least",
        Bound::LessThan => "less than",
        Bound::AtMost => "at most",
        Bound::Between => "between",
    };
    let is_open = matches!(
        quantity.bound,
        Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost
    );
    let echo = if quantity.echoes && is_open {
        "; the text uses the number before, so that it hints at nothing more"
    } else {
        ""
    };
    format!("{word}{echo}")
}

/// A field that may be missing, with how it was found.
fn field<T>(
    reading: &Reading,
    field: &Option<Field<T>>,
    shown: impl Fn(&T) -> String,
    missing: &str,
) -> String {
    match field {
        Some(field) => found(reading, shown(&field.value), Some(field.basis), field.words),
        None => missing.to_owned(),
    }
}

/// A value with how it was found and the words that say it: `Rafah (stated: "Rafah", 5:150)`.
fn found(reading: &Reading, value: String, basis: Option<Basis>, words: Option<Words>) -> String {
    let basis = basis.map(|basis| match basis {
        Basis::Stated => "stated",
        Basis::Linked => "carried over",
        Basis::Guessed => "a guess",
    });
    let document = &reading.document;
    let words = words.and_then(|words| {
        let span = words.start..words.end;
        let text = document.text().get(span.clone())?;
        let place = document.place(span);
        Some(format!(
            "{}, {}:{}",
            in_quotes(text),
            place.line,
            place.column
        ))
    });
    match (basis, words) {
        (Some(basis), Some(words)) => format!("{value} ({basis}: {words})"),
        (Some(one), None) => format!("{value} ({one})"),
        (None, Some(one)) => format!("{value} ({one})"),
        (None, None) => value,
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Total => "total: all there are",
        Role::Part => "part: some of a total",
        Role::Besides => "besides: others than those counted before",
        Role::OutOf => "out of: the whole that a part is taken of",
        Role::Increment => "increment: what came to a total",
        Role::Derived => "derived: computed from other figures",
    }
}

fn in_time(status: Status) -> &'static str {
    match status {
        Status::Stock => "how many there are",
        Status::Cumulative => "how many so far",
        Status::Increment => "how many within a time",
        Status::Rate => "how many in every such time",
    }
}

fn said(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "said outright",
        Modality::Estimated => "an estimate",
        Modality::Hedged => "said with care",
        Modality::Projected => "yet to come",
        Modality::Hypothetical => "said of what may not be",
        Modality::Negated => "said not to be so",
    }
}

fn linked(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::PartOf => "a part of",
        RelationKind::OutOf => "out of",
        RelationKind::SumOf => "the sum of itself and",
        RelationKind::Besides => "besides",
        RelationKind::Equivalent => "the same as",
        RelationKind::From => "changed from",
        RelationKind::To => "changed to",
        RelationKind::DerivedFrom => "computed from",
        RelationKind::Repeats => "printed before as",
    }
}

/// "attack in Homs on 3 May 2024; also named: mosque"
fn happened(event: &Event) -> String {
    let what = match (&event.kinds[..], event.scope) {
        ([], Scope::Incident) => "what happened".to_owned(),
        ([], Scope::Roundup) => "several incidents".to_owned(),
        ([], Scope::Campaign) => "a campaign".to_owned(),
        (kinds, Scope::Incident) => kinds.join(", "),
        (kinds, Scope::Roundup) => format!("{}: several incidents", kinds.join(", ")),
        (kinds, Scope::Campaign) => format!("{}: a campaign", kinds.join(", ")),
    };
    let place = event.place.as_ref();
    let place = place.map_or_else(String::new, |place| format!(" in {place}"));
    let day = event.day.map_or_else(
        || ", day not known".to_owned(),
        |day| format!(" on {}", date(day.value)),
    );
    let anchors = match &event.anchors[..] {
        [] => String::new(),
        anchors => format!(", told apart by {}", anchors.join(", ")),
    };
    format!("{what}{place}{day}{anchors}")
}

fn confidence(claim: &Claim) -> String {
    let bases = claim.bases().into_iter();
    let guessed = bases.filter(|(_, basis)| *basis == Basis::Guessed);
    let guessed: Vec<String> = guessed.map(|(name, _)| name.replace('_', " ")).collect();
    let number = Decimal::new(claim.confidence().into(), 2).normalize();
    match &guessed[..] {
        [] => format!("{number}: nothing is a guess"),
        [one] => format!("{number}: one field is a guess ({one})"),
        _ => format!(
            "{number}: {} fields are guesses ({})",
            guessed.len(),
            guessed.join(", ")
        ),
    }
}

/// "14 February 2024"
pub(super) fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
