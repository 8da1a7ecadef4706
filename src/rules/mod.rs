//! Rules: which claims are compared, how, and what is said of them. Configuration, not a programming language.
//!
//! [`check`] is the one pure function from readings to findings.

mod explain;
mod fate;
mod load;
mod raw;
mod reference;
mod schema;
mod scope;
mod selftest;
mod skeleton;

pub use explain::{Account, Explainer, Held};
pub use fate::{Fate, fates};
pub use load::{percent, rule as load_rule};
pub use reference::{Table, table};
pub use schema::schema;
pub use scope::{Globs, Root, Scope};
pub use selftest::{Failure, self_test, unproved};
pub use skeleton::{CHECKS, skeleton};

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::checks::{Check, Checked, Reference, References, Task};
use crate::claim::{Claim, Operand, Reading};
use crate::document::Date;
use crate::finding::{Ceiling, Finding, Message, Outcome, Settled, Severity};
use crate::lexicon::{Lexicon, Matching, Measure};
use crate::matching::Stories;
use crate::problem::Problem;
use crate::series::{Member, Selection};

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name; also that of its file.
    pub id: String,
    /// Its file, as named in problems.
    pub file: String,
    /// One line.
    pub title: String,
    /// What it is about.
    pub why: String,
    /// The most that its findings may be.
    pub ceiling: Ceiling,
    /// The documents that it looks at.
    pub scope: Scope,
    /// When it runs.
    pub profiles: Vec<Profile>,
    /// The claims that it looks at.
    pub selection: Selection,
    /// What is done with them.
    pub check: Check,
    /// The first line of a finding.
    pub message: Message,
    /// What it says of texts.
    pub tests: Vec<Test>,
}

/// What a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// What one article can get wrong by itself.
    Desk,
    /// That, and what several articles say of one thing.
    Factcheck,
}

impl Profile {
    /// The name used in rules and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Desk => "desk",
            Profile::Factcheck => "factcheck",
        }
    }
}

/// A text and what the rule says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Its name.
    pub name: String,
    /// Its line and column in the rule file.
    pub at: (usize, usize),
    /// The texts.
    pub documents: Vec<TestDocument>,
    /// The table that they are held against, for the check `reference`.
    pub reference: Vec<Reference>,
    /// How many figures of the selected measures are read, where the test says.
    pub claims: Option<usize>,
    /// The findings, by severity, in order.
    pub findings: Vec<Severity>,
}

/// A text of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestDocument {
    /// Who published it.
    pub source: String,
    /// When.
    pub date: Option<Date>,
    /// What it says.
    pub text: String,
}

/// Rules with the measures that they speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    /// In order of id.
    pub rules: Vec<Rule>,
    /// What can be counted.
    pub measures: Vec<Measure>,
    /// What tells that two articles speak of one event.
    pub matching: Matching,
    /// What is known, by the tables that are given.
    pub references: References,
    /// Where the globs of the rules count from.
    pub root: Root,
}

/// The rule files that are part of the program: name and text.
pub const BUILTIN: [(&str, &str); 23] = [
    (
        "rules/basis-change.yaml",
        include_str!("../../rules/basis-change.yaml"),
    ),
    (
        "rules/calendar.yaml",
        include_str!("../../rules/calendar.yaml"),
    ),
    ("rules/change.yaml", include_str!("../../rules/change.yaml")),
    (
        "rules/counts-differ.yaml",
        include_str!("../../rules/counts-differ.yaml"),
    ),
    (
        "rules/hostages-differ.yaml",
        include_str!("../../rules/hostages-differ.yaml"),
    ),
    (
        "rules/injured-differs.yaml",
        include_str!("../../rules/injured-differs.yaml"),
    ),
    ("rules/jump.yaml", include_str!("../../rules/jump.yaml")),
    (
        "rules/killed-differs.yaml",
        include_str!("../../rules/killed-differs.yaml"),
    ),
    ("rules/limit.yaml", include_str!("../../rules/limit.yaml")),
    (
        "rules/list-count.yaml",
        include_str!("../../rules/list-count.yaml"),
    ),
    (
        "rules/outlier.yaml",
        include_str!("../../rules/outlier.yaml"),
    ),
    (
        "rules/part-exceeds-whole.yaml",
        include_str!("../../rules/part-exceeds-whole.yaml"),
    ),
    (
        "rules/people-in-place.yaml",
        include_str!("../../rules/people-in-place.yaml"),
    ),
    (
        "rules/person-age.yaml",
        include_str!("../../rules/person-age.yaml"),
    ),
    ("rules/points.yaml", include_str!("../../rules/points.yaml")),
    ("rules/ratio.yaml", include_str!("../../rules/ratio.yaml")),
    (
        "rules/reference.yaml",
        include_str!("../../rules/reference.yaml"),
    ),
    (
        "rules/restatement.yaml",
        include_str!("../../rules/restatement.yaml"),
    ),
    (
        "rules/roll-forward.yaml",
        include_str!("../../rules/roll-forward.yaml"),
    ),
    ("rules/stale.yaml", include_str!("../../rules/stale.yaml")),
    ("rules/sum.yaml", include_str!("../../rules/sum.yaml")),
    (
        "rules/toll-falls.yaml",
        include_str!("../../rules/toll-falls.yaml"),
    ),
    (
        "rules/unit-conversion.yaml",
        include_str!("../../rules/unit-conversion.yaml"),
    ),
];

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Panics
    ///
    /// Never in a released build: a guard test loads the same files.
    pub fn builtin(lexicon: &Lexicon) -> Self {
        let (set, problems) = Self::load(&[], lexicon);
        debug_assert!(problems.is_empty(), "{problems:?}");
        set
    }

    /// The built-in rules with those of the given files, name and text, added; a file of the same id replaces the
    /// built-in one. Files that cannot be read are left out and named.
    pub fn load(files: &[(String, String)], lexicon: &Lexicon) -> (Self, Vec<Problem>) {
        let (mut rules, mut problems) = load_rules(files, lexicon);
        for (file, _) in BUILTIN {
            match load::builtin_rule(file, lexicon) {
                Ok(rule) if rules.iter().any(|known| known.id == rule.id) => {}
                Ok(rule) => rules.push(rule),
                Err(problem) => problems.push(problem),
            }
        }
        (Self::of(rules, lexicon), problems)
    }

    /// Some rules, with no table beside them.
    pub fn of(mut rules: Vec<Rule>, lexicon: &Lexicon) -> Self {
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            rules,
            measures: lexicon.measures.clone(),
            matching: lexicon.matching.clone(),
            references: References::default(),
            root: Root::default(),
        }
    }

    /// Only the rules that run in a profile.
    pub fn of_profile(mut self, profile: Profile) -> Self {
        self.rules.retain(|rule| profile.runs(&rule.profiles));
        self
    }
}

/// The rules of the given files, name and text. Files that cannot be read are left out and named, and of two rules with
/// one id the second.
pub fn load_rules(files: &[(String, String)], lexicon: &Lexicon) -> (Vec<Rule>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut rules: Vec<Rule> = Vec::new();
    for (file, text) in files {
        match load_rule(file, text, lexicon) {
            Ok(rule) => match rules.iter().find(|known| known.id == rule.id) {
                Some(known) => {
                    let message = format!("the id `{}` is taken by {}", rule.id, known.file);
                    problems.push(
                        Problem::of_file(file, message)
                            .help("give one of the two files another name and id"),
                    );
                }
                None => rules.push(rule),
            },
            Err(problem) => problems.push(problem),
        }
    }
    (rules, problems)
}

/// Holds the claims of all readings against each other. Pure: the same readings and rules give the same findings.
pub fn check(readings: &[Reading], rules: &RuleSet) -> Outcome {
    let stories = Stories::of(readings, &rules.matching);
    outcome(readings, rules, run(readings, rules, &stories))
}

/// The paths of the documents, as the globs of rules see them.
fn paths(readings: &[Reading], rules: &RuleSet) -> Vec<String> {
    let documents = readings.iter().map(|reading| &reading.document);
    documents
        .map(|document| rules.root.below(document))
        .collect()
}

/// What the check of each rule returns, in the order of the rules, without figures of documents that it does not look
/// at.
fn run(readings: &[Reading], rules: &RuleSet, stories: &Stories) -> Vec<Checked> {
    let paths = paths(readings, rules);
    let checked = |rule: &Rule| {
        let mut checked = rule.check.run(task(rules, rule, stories), readings);
        if !rule.scope.is_everywhere() {
            let is_out: Vec<bool> = paths.iter().map(|p| !rule.scope.looks_at(p)).collect();
            let findings = checked.findings.into_iter();
            let kept = findings.filter_map(|finding| finding.without(|l| is_out[l.reading]));
            checked.findings = kept.collect();
        }
        checked
    };
    rules.rules.iter().map(checked).collect()
}

/// What a rule asks of its check.
fn task<'a>(rules: &'a RuleSet, rule: &'a Rule, stories: &'a Stories) -> Task<'a> {
    Task {
        rule: &rule.id,
        ceiling: rule.ceiling,
        message: &rule.message,
        selection: &rule.selection,
        measures: &rules.measures,
        references: &rules.references,
        stories,
    }
}

/// What all rules together say, out of what each of them returned.
fn outcome(readings: &[Reading], rules: &RuleSet, checked: Vec<Checked>) -> Outcome {
    let mut held: BTreeSet<Member> = BTreeSet::new();
    let mut findings = Vec::new();
    for (rule, checked) in rules.rules.iter().zip(checked) {
        let of_check = checked.findings.into_iter();
        findings.extend(of_check.map(|finding| (&rule.check, finding)));
        held.extend(checked.held.into_iter().flatten());
    }
    let mut findings = once_each(findings);
    findings.sort_by(|a, b| {
        let place = |f: &Finding| {
            f.locations
                .first()
                .map(|l| (l.reading, l.span(readings).start))
        };
        b.severity
            .cmp(&a.severity)
            .then(place(a).cmp(&place(b)))
            .then(a.rule.cmp(&b.rule))
    });
    let claims = readings.iter().enumerate().flat_map(|(r, reading)| {
        let is_claim = |c: &Claim| c.has_known_measure() && !c.is_repeat() && !c.is_derived();
        let members = (0..reading.claims.len()).map(move |claim| Member { reading: r, claim });
        members.filter(move |m| is_claim(&reading.claims[m.claim]))
    });
    // A percentage that was compared is a claim too.
    let claims = claims
        .chain(held.iter().copied())
        .collect::<BTreeSet<Member>>()
        .len();
    Outcome {
        findings,
        claims,
        held,
        settled: Settled::default(),
    }
}

/// One finding a disagreement. What is said twice with two figures is told by the check that knows more of one of
/// them, where there is one; of what several checks say of two figures of different documents, the most serious, then
/// what explains most.
fn once_each(mut findings: Vec<(&Check, Finding)>) -> Vec<Finding> {
    findings.sort_by_key(|(check, finding)| {
        let precedence = check.precedence(finding.severity);
        (
            check.is_last_resort(),
            precedence.map(|precedence| (Reverse(finding.severity), precedence)),
        )
    });
    // Every figure on a side, with the findings that have it there and which side of each.
    let mut told: FxHashMap<(usize, Operand), Vec<(usize, usize)>> = FxHashMap::default();
    let mut kept: Vec<(&Check, Finding)> = Vec::with_capacity(findings.len());
    for (check, finding) in findings {
        let sided = || {
            let locations = finding.locations.iter();
            locations.filter_map(|l| Some(((l.reading, l.operand), l.side?)))
        };
        // A note is no reason to keep an error back.
        let as_grave = |(other, _): &(usize, usize)| {
            let other = kept[*other].1.severity;
            other > Severity::Note || finding.severity == Severity::Note
        };
        let known = sided().any(|(figure, _)| {
            let others = told.get(&figure).into_iter().flatten();
            others.into_iter().any(as_grave)
        });
        if check.is_last_resort() && known {
            continue;
        }
        if check.precedence(finding.severity).is_some() {
            // The side of a figure here, by the other finding, and its side there.
            let mut met: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
            let parted = sided().any(|(figure, side)| {
                let others = told.get(&figure).into_iter().flatten();
                let mut others = others.filter(|(other, _)| {
                    let (other, _) = &kept[*other];
                    let is_another =
                        std::mem::discriminant(*other) != std::mem::discriminant(check);
                    is_another && other.precedence(finding.severity).is_some()
                });
                others.any(|(other, there)| {
                    let (first, first_there) = *met.entry(*other).or_insert((side, *there));
                    first != side && first_there != *there
                })
            });
            if parted {
                continue;
            }
        }
        if check.is_among_texts() {
            for (figure, side) in sided() {
                told.entry(figure).or_default().push((kept.len(), side));
            }
        }
        kept.push((check, finding));
    }
    kept.into_iter().map(|(_, finding)| finding).collect()
}

/// Checks every reading by itself.
pub fn check_each(readings: &[Reading], rules: &RuleSet) -> Outcome {
    let mut all = Outcome::default();
    for (i, reading) in readings.iter().enumerate() {
        let mut one = check(std::slice::from_ref(reading), rules);
        one.shift(i);
        all.add(one);
    }
    all.findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_leaves_the_built_in_rules_as_they_are_written() {
        let lexicon = Lexicon::english();
        let mut written: Vec<Rule> = BUILTIN
            .iter()
            .map(|(file, text)| load_rule(file, text, &lexicon).unwrap())
            .collect();
        // The build keeps no places.
        for test in written.iter_mut().flat_map(|rule| &mut rule.tests) {
            test.at = (1, 1);
            test.reference.iter_mut().for_each(|row| row.line = 1);
        }
        assert_eq!(RuleSet::builtin(&lexicon).rules, written);
    }
}
