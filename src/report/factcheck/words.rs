//! The report's own words. A careful desk's: reports differ, and nobody is said to be right.

use crate::checks::short_date;
use crate::claim::{AsOf, Attribution, Claim, Modality, Reading, Role, Status};
use crate::dossier::Lack;
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::lexicon::Measure;
use crate::quantity::{Decimal, in_words};
use crate::rules::Fate;
use crate::series::{SetAside, Shared};

/// What the figures of a finding say of each other.
pub fn verdict(finding: &Finding) -> &'static str {
    match (finding.severity, finding.verdict) {
        (Severity::Note, Verdict::Consistent) => "may both hold",
        (Severity::Note, _) => cause(finding.cause),
        (_, Verdict::Contradiction) if finding.cause == Cause::Time => "differ, at different times",
        (_, Verdict::Contradiction) => "cannot both hold",
        (_, Verdict::Discrepancy) => "hard to square",
        (_, Verdict::Consistent) => "may both hold",
    }
}

/// What kind of reason there may be.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Definition => "different things counted",
        Cause::Scope => "one covers more than the other",
        Cause::Time => "different times",
        Cause::Source => "different sources",
        Cause::Rounding => "rounding",
        Cause::Slip => "a slip of the pen",
        Cause::Unknown => "cause not known",
    }
}

/// What a checker would ask to settle it.
pub fn question(finding: &Finding) -> &'static str {
    match finding.cause {
        // A sum is no matter of sources.
        Cause::Unknown if finding.arithmetic.is_some() => {
            "Which of these figures stands so in the document that they were taken from?"
        }
        Cause::Definition => "What does each figure count: who is included, and who is not?",
        Cause::Scope => "Which area, time and people does each figure cover?",
        Cause::Time => "On which day did each figure hold, and has the earlier one been replaced?",
        Cause::Source => "How did each source count, and does the text name it beside its figure?",
        Cause::Rounding => "What is the exact figure that both round?",
        Cause::Slip => "What does the document say that the figure was taken from?",
        Cause::Unknown => "Where does each figure come from?",
    }
}

/// What a figure lacks, as it stands in a row.
pub fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::Source => "no source",
        Lack::Measure => "what is counted",
        Lack::Place => "no place",
        Lack::Day => "no day",
    }
}

/// "4,933"
pub fn number(number: usize) -> String {
    in_words(Decimal::from(number))
}

/// "1 article", "4,933 articles"
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", number(count))
}

/// The same of several figures: "9 figures name no source".
pub fn lacking(lack: Lack, figures: usize) -> String {
    let (one, several) = match lack {
        Lack::Source => ("names no source", "name no source"),
        Lack::Measure => ("does not say what is counted", "do not say what is counted"),
        Lack::Place => ("names no place", "name no place"),
        Lack::Day => ("holds on no known day", "hold on no known day"),
    };
    if figures == 1 {
        format!("1 figure {one}")
    } else {
        format!("{} figures {several}", number(figures))
    }
}

/// Why figures were not compared.
pub fn fate(fate: Fate) -> &'static str {
    let reason = match fate {
        Fate::Held => return "compared",
        Fate::Alone => return "no other figure for the same thing that may be held against it",
        Fate::Unasked => {
            return "no rule looks at what is counted, and nothing in the text ties the figure to another one";
        }
        Fate::Aside(reason) => reason,
    };
    match reason {
        SetAside::NotSelected => "no rule looks at what is counted",
        SetAside::OtherStatus => {
            "the rules look at figures of another kind (how many now, so far, or in a time)"
        }
        SetAside::OtherPeople => "the rules look at other people",
        SetAside::Repeat => "the sentence was printed before",
        SetAside::Derived => "computed from other figures, so that it stands nowhere in the text",
        SetAside::NotAsserted => "projected, supposed or denied, not asserted",
        SetAside::NotATotal => "a part, the whole of a part, or what came within a time",
        SetAside::OtherTime => "holds at a time that is not now (\u{201c}before the war\u{201d})",
        SetAside::OutOfScope => "the configuration leaves its article out",
        SetAside::Incomplete(Shared::Measure) => "what is counted is not known",
        SetAside::Incomplete(Shared::Place) => "no place is known",
        SetAside::Incomplete(Shared::Population) => "the people are not known",
        SetAside::Incomplete(Shared::Event | Shared::Story) => "what happened is not known",
    }
}

/// What is counted: "killed", "killed (children)", or the noun where no measure is known.
pub fn what(claim: &Claim, measures: &[Measure]) -> String {
    let id = claim.measure.as_ref().map(|field| field.value.as_str());
    let known = id.and_then(|id| measures.iter().find(|measure| measure.id == id));
    let noun = claim.noun.as_ref().map(|field| field.value.as_str());
    match (known, &claim.population) {
        (Some(measure), Some(people)) => format!("{} ({})", measure.label, people.value),
        (Some(measure), None) => measure.label.clone(),
        (None, _) => {
            let open = noun.or_else(|| id?.strip_prefix("noun:"));
            let unit = claim.quantity.dimension.as_str();
            match open {
                Some(noun) => noun.to_owned(),
                None => match unit {
                    "count" => String::new(),
                    "ratio" => "share".to_owned(),
                    "percent" => "percentage".to_owned(),
                    unit => unit.to_owned(),
                },
            }
        }
    }
}

/// When a figure holds, or when what it counts happened.
pub fn when(claim: &Claim, reading: &Reading) -> String {
    let so_far = claim
        .status
        .is_some_and(|status| status.value == Status::Cumulative);
    match claim.as_of.as_ref().map(|as_of| &as_of.value) {
        // What it counts happened before.
        Some(AsOf::Day(known)) if so_far => return format!("by {}", short_date(*known)),
        Some(AsOf::Day(known)) => return short_date(*known),
        Some(AsOf::Other(words)) => return words.clone(),
        None => {}
    }
    let event = claim
        .event
        .and_then(|event| reading.events.get(event.value));
    let of_event = event.and_then(|event| event.day);
    of_event.map_or_else(String::new, |of_event| short_date(of_event.value))
}

/// According to whom, originator first: "health ministry, in Reuters".
pub fn who(claim: &Claim) -> String {
    let names = claim.attribution.iter().map(|who: &Attribution| &*who.name);
    names.collect::<Vec<_>>().join(", in ")
}

/// What sets a figure apart from a total that is said outright: "part", "projected, printed before".
pub fn how(claim: &Claim) -> String {
    let role = match claim.role {
        Role::Total | Role::Derived => None,
        Role::Part => Some("a part"),
        Role::Besides => Some("others besides"),
        Role::OutOf => Some("the whole"),
        Role::Increment => Some("what came in a time"),
    };
    let modality = match claim.modality {
        Modality::Asserted => None,
        Modality::Estimated => Some("an estimate"),
        Modality::Hedged => Some("said with reserve"),
        Modality::Projected => Some("a projection"),
        Modality::Hypothetical => Some("supposed"),
        Modality::Negated => Some("denied"),
    };
    let repeat = claim.is_repeat().then_some("printed before");
    let quoted = claim.quoted.then_some("in a quotation");
    let parts = [role, modality, quoted, repeat].into_iter().flatten();
    parts.collect::<Vec<_>>().join(", ")
}
