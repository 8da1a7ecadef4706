//! What was checked and what was not, and by what.

use serde::Serialize;

use super::words;
use crate::dossier::Dossier;
use crate::problem::Problem;
use crate::report::text::settled;
use crate::report::visible::visible;
use crate::rules::Fate;

/// What a template sees of it.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// The version of the program.
    version: &'static str,
    /// How many figures were held against others, or against words.
    pub compared: usize,
    /// How many were read.
    read: usize,
    /// Why the others were not, the most frequent reason first.
    aside: Vec<Aside>,
    /// What is not among the findings though it was found: "2 ignored".
    settled: Vec<String>,
    /// What could not be read.
    unread: Vec<String>,
    /// Groups of articles that were compared each by themselves.
    groups: usize,
    /// Whether every article was checked by itself only.
    per_document: bool,
    rules: Vec<RuleRow>,
}

#[derive(Debug, Serialize)]
struct Aside {
    why: &'static str,
    figures: usize,
}

/// A rule that ran.
#[derive(Debug, Serialize)]
struct RuleRow {
    id: String,
    title: String,
    /// How many findings it has in this report.
    found: usize,
}

/// What a dossier says of its own reach.
pub fn checked(dossier: &Dossier<'_>) -> Checked {
    let of = |wanted: fn(&Fate) -> bool| {
        let fates = dossier.fates.iter();
        fates.filter(move |(fate, _)| wanted(fate))
    };
    let unread = dossier.unread.iter().map(|problem| Problem {
        help: None,
        ..problem.clone()
    });
    let rules = dossier.rules.iter().map(|rule| {
        let of_rule = dossier.findings.iter().filter(|f| f.rule == rule.id);
        RuleRow {
            id: visible(&rule.id),
            title: visible(&rule.title),
            found: of_rule.count(),
        }
    });
    Checked {
        version: env!("CARGO_PKG_VERSION"),
        compared: of(|fate| *fate == Fate::Held).map(|(_, n)| n).sum(),
        read: of(|_| true).map(|(_, n)| n).sum(),
        aside: of(|fate| *fate != Fate::Held)
            .map(|(fate, figures)| Aside {
                why: words::fate(*fate),
                figures: *figures,
            })
            .collect(),
        settled: settled(dossier.outcome),
        unread: unread
            .map(|problem| visible(&problem.to_string()))
            .collect(),
        groups: dossier.groups.len(),
        per_document: dossier.groups.iter().any(|group| group.per_document),
        rules: rules.collect(),
    }
}

/// "2 articles"
pub fn articles(dossier: &Dossier<'_>) -> String {
    words::counted(dossier.readings.len(), "article")
}
