//! The whole page, in words and pieces: what a template is given.

use serde::Serialize;

use super::Options;
use super::articles::{self, Article, articles};
use super::checked::{self, Checked, checked};
use super::differ::{Disagreement, disagreements, is_loud};
use super::over_time::{OverTime, timelines};
use super::words;
use crate::checks::short_date;
use crate::document::Date;
use crate::dossier::Dossier;
use crate::report::visible::visible;

/// So many articles, and more, are folded.
const FOLD_FROM: usize = 6;

/// A fact-check report as a template sees it. Every text in it is safe to show, and none of it is markup.
#[derive(Debug, Serialize)]
pub struct Page {
    title: String,
    /// The title of the desk, where it gives one.
    own_title: Option<String>,
    /// "Figures differ in two places"
    headline: String,
    /// "2 articles, 14 Feb 2024 to 1 Apr 2024"
    articles_in_words: String,
    /// "14 figures read, 4 compared"
    figures_in_words: String,
    /// "9 figures name no source", one a lack.
    lacks: Vec<String>,
    /// Disagreements, the most serious first.
    differ: Vec<Disagreement>,
    /// What is good to know.
    notes: Vec<Disagreement>,
    /// The figures over time.
    timelines: Vec<OverTime>,
    /// The checklist.
    articles: Vec<Article>,
    /// Whether the articles are folded.
    folded: bool,
    checked: Checked,
}

/// Puts a dossier into words.
pub fn page(dossier: &Dossier<'_>, options: Options<'_>) -> Page {
    let own_title = options.title.map(visible);
    let checked = checked(dossier);
    let headline = headline(dossier, &checked);
    let (differ, notes) = disagreements(dossier).into_iter().partition(is_loud);
    let figures = articles::figures(dossier);
    let articles = articles(dossier);
    Page {
        title: own_title.clone().unwrap_or_else(|| headline.clone()),
        own_title,
        headline,
        articles_in_words: articles_in_words(dossier),
        figures_in_words: format!(
            "{figures} read, {} compared",
            words::number(checked.compared)
        ),
        lacks: articles::lacks(dossier.checklist.iter().flatten()),
        differ,
        notes,
        timelines: timelines(dossier),
        folded: articles.len() >= FOLD_FROM,
        articles,
        checked,
    }
}

/// What comes out, in a line.
fn headline(dossier: &Dossier<'_>, checked: &Checked) -> String {
    match (dossier.disagreements().len(), checked.compared) {
        (0, 0) => "Nothing could be compared".to_owned(),
        // What was not looked for is not told to be in order.
        (0, _) if checked.per_document => "No article is found at odds with itself".to_owned(),
        (0, _) => "No disagreement found".to_owned(),
        (1, _) => "Figures differ in one place".to_owned(),
        (count, _) => format!("Figures differ in {} places", spelled(count)),
    }
}

/// Small numbers in letters, as a headline has them.
fn spelled(number: usize) -> String {
    const SMALL: [&str; 8] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let small = number.checked_sub(2).and_then(|i| SMALL.get(i));
    small.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The articles and the days from the first to the last.
fn articles_in_words(dossier: &Dossier<'_>) -> String {
    let readings = dossier.case.readings.iter().zip(dossier.case.asked);
    let asked = readings.filter(|(_, asked)| **asked);
    let published: Vec<Option<Date>> = asked.map(|(r, _)| r.document.published).collect();
    let days = || published.iter().copied().flatten();
    let undated = published.len() - days().count();
    let span = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => Some(short_date(first)),
        (Some(first), Some(last)) => Some(format!("{} to {}", short_date(first), short_date(last))),
        _ => None,
    };
    let undated = match (undated, published.len()) {
        (0, _) => None,
        (some, all) if some == all => Some("without a date".to_owned()),
        (some, _) => Some(format!("{} without a date", words::number(some))),
    };
    let articles = checked::articles(dossier);
    let parts = [Some(articles), span, undated];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
