//! Which figures a reader asks for.

use super::Timeline;
use crate::claim::Reading;
use crate::series::Member;

/// Which figures are asked for; a list without entries asks for any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Ids of measures.
    pub measures: Vec<String>,
    /// Places, as output names them. Places within them are others.
    pub places: Vec<String>,
    /// Groups of people; "everyone" for figures that name none.
    pub populations: Vec<String>,
    /// Publishers or originators, whole names or whole words of them.
    pub sources: Vec<String>,
}

impl Filter {
    /// Whether it asks for a place.
    pub(super) fn takes_place(&self, place: Option<&str>) -> bool {
        let is = |asked: &String| {
            place.is_some_and(|place| place.to_lowercase() == asked.to_lowercase())
        };
        self.places.is_empty() || self.places.iter().any(is)
    }

    /// Whether it asks for the people of a timeline.
    pub(super) fn takes_population(&self, population: Option<&str>) -> bool {
        let people = population.unwrap_or("everyone").to_lowercase();
        self.populations.is_empty() || self.populations.iter().any(|p| p.to_lowercase() == people)
    }

    /// Whether it asks for who says a figure.
    fn takes_source(&self, readings: &[Reading], member: Member) -> bool {
        let named = |asked: &String| names(readings, member).any(|name| is_named(name, asked));
        self.sources.is_empty() || self.sources.iter().any(named)
    }

    /// Leaves the figures of the sources that are asked for.
    pub(super) fn keep_sources(&self, readings: &[Reading], timeline: &mut Timeline) {
        let takes = |m: &Member| self.takes_source(readings, *m);
        timeline.rows.retain_mut(|row| {
            let mut members = row.members().filter(takes).collect::<Vec<_>>().into_iter();
            match members.next() {
                Some(first) => {
                    row.member = first;
                    row.again = members.collect();
                    true
                }
                None => false,
            }
        });
        timeline.aside.retain(|(member, _)| takes(member));
    }
}

/// By what names who says a figure is known: the publisher, and who is cited.
fn names(readings: &[Reading], member: Member) -> impl Iterator<Item = &str> {
    let cited = member.of(readings).attribution.iter();
    let cited = cited.flat_map(|who| [who.originator.as_str(), who.name.as_str()]);
    std::iter::once(readings[member.reading].document.source.as_str()).chain(cited)
}

/// Whether words are a name or whole words of it, whatever their case.
///
/// ```
/// use claimlint::dossier::timeline::is_named;
/// assert!(is_named("The Harbour Herald", "harbour herald"));
/// assert!(!is_named("The Harbour Herald", "her"));
/// ```
pub fn is_named(name: &str, asked: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (name_words, asked_words) = (words(name), words(asked));
    let is_part = || {
        let mut parts = name_words.windows(asked_words.len());
        parts.any(|part| part == asked_words)
    };
    name.to_lowercase() == asked.to_lowercase() || (!asked_words.is_empty() && is_part())
}
