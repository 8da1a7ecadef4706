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
    pub per_document: bool,
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
    let unread = dossier.case.unread.iter().map(|problem| Problem {
        help: None,
        ..problem.clone()
    });
    let rules = dossier.case.rules.iter().map(|rule| {
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
        settled: settled(dossier.case.outcome),
        unread: unread
            .map(|problem| visible(&problem.to_string()))
            .collect(),
        groups: dossier.case.groups.len(),
        per_document: dossier.case.groups.iter().any(|group| group.per_document),
        rules: rules.collect(),
    }
}

/// "2 articles", "1 article held against 5 others"
pub fn articles(dossier: &Dossier<'_>) -> String {
    let asked = dossier.case.asked.iter().filter(|asked| **asked).count();
    let articles = words::counted(asked, "article");
    match dossier.case.readings.len() - asked {
        0 => articles,
        1 => format!("{articles} held against another one"),
        others => format!("{articles} held against {} others", words::number(others)),
    }
}
