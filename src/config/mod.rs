//! Configuration: what holds for the articles below a directory.
//!
//! A file is a [`Layer`]; the layers from the outermost directory to that of an article make its [`Config`]. Pure:
//! finding and reading the files is the command line's.

mod globs;
mod layer;
mod raw;
mod show;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub use globs::Globs;
pub use layer::Layer;
pub use raw::{FailOn, Level, Levels};
pub use show::show;

use crate::finding::Severity;
use crate::problem::Problem;
use crate::quantity::Decimal;
use crate::rules::{Profile, RuleSet};
use crate::yaml;

/// The name of a configuration file.
pub const FILE: &str = "claimlint.yaml";

/// A value with the place where it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T> {
    /// The value.
    pub value: T,
    /// The file, as it is printed.
    pub file: Arc<str>,
    /// Line and column, both from 1.
    pub at: (usize, usize),
}

impl<T> Set<T> {
    /// A problem with the value.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::at(self.file.to_string(), self.at.0, self.at.1, message)
    }
}

/// What holds for an article.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The files that it comes from, outermost first.
    pub layers: Vec<Arc<str>>,
    /// Which rules run.
    pub profile: Option<Set<Profile>>,
    /// What makes the exit status 1.
    pub fail_on: Option<Set<FailOn>>,
    /// Directories of rules.
    pub rule_directories: Vec<Set<PathBuf>>,
    /// Files of lexicon additions.
    pub lexicon: Vec<Set<PathBuf>>,
    /// Tables of known figures.
    pub reference: Vec<Set<PathBuf>>,
    /// How much findings matter, by rule.
    pub severities: BTreeMap<String, Set<Levels>>,
    /// What rules let pass, by rule: a share of the larger figure, 0.02 for 2%.
    pub tolerances: BTreeMap<String, Set<Decimal>>,
    /// Files that are not read.
    pub exclude: Vec<Globs>,
    /// Findings that are not reported.
    pub ignore: Vec<Ignore>,
    /// Findings that somebody has looked at.
    pub reviewed: Vec<Reviewed>,
    /// The file of known findings.
    pub baseline: Option<Set<PathBuf>>,
    /// The directory of snapshots.
    pub snapshots: Option<Set<PathBuf>>,
}

/// A finding that is not reported.
#[derive(Debug, Clone)]
pub struct Ignore {
    /// The rule's id.
    pub rule: Set<String>,
    /// Words of a sentence of the finding, normalised.
    pub text: String,
    /// Where it holds; everywhere when `None`.
    pub files: Option<Globs>,
    /// Why.
    pub reason: String,
}

/// A finding that somebody has looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The finding's [key](crate::finding::Finding::key).
    pub key: Set<String>,
    /// Who looked, when, and what they found.
    pub note: String,
}

impl Config {
    /// What some layers make together, outermost first: lists go on, an inner value goes before an outer one.
    pub fn of<'a>(layers: impl IntoIterator<Item = &'a Layer>) -> Self {
        let mut config = Self::default();
        for layer in layers {
            layer.lay_over(&mut config);
        }
        config
    }

    /// The files, and directories of rules, that it names for reading.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        let lists = [&self.rule_directories, &self.lexicon, &self.reference];
        let listed = lists.into_iter().flatten();
        listed.chain(&self.baseline).map(|path| &path.value)
    }

    /// Whether a file is not to be read; `path` is absolute.
    pub fn excludes(&self, path: &std::path::Path) -> bool {
        self.exclude.iter().any(|globs| globs.matches(path))
    }

    /// Whether articles under both are held against each other: they are read and compared in the same way.
    pub fn compares_like(&self, other: &Self) -> bool {
        fn values<T: PartialEq>(one: &[Set<T>], other: &[Set<T>]) -> bool {
            one.iter()
                .map(|s| &s.value)
                .eq(other.iter().map(|s| &s.value))
        }
        let tolerances = |config: &Self| -> Vec<(String, Decimal)> {
            let pairs = config.tolerances.iter();
            pairs
                .map(|(rule, share)| (rule.clone(), share.value))
                .collect()
        };
        values(&self.rule_directories, &other.rule_directories)
            && values(&self.lexicon, &other.lexicon)
            && values(&self.reference, &other.reference)
            && tolerances(self) == tolerances(other)
            && self.profile.as_ref().map(|p| p.value) == other.profile.as_ref().map(|p| p.value)
    }

    /// Sets the tolerances of rules; what names a rule that there is not, or that lets nothing pass, is told.
    pub fn apply_to(&self, rules: &mut RuleSet) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (id, share) in &self.tolerances {
            match rules.rules.iter_mut().find(|rule| rule.id == *id) {
                Some(rule) => {
                    if !rule.check.set_tolerance(share.value) {
                        let message = format!("the rule `{id}` has no tolerance");
                        let help =
                            "`claimlint rules explain` shows the tolerance of those that have one";
                        problems.push(share.problem(message).help(help));
                    }
                }
                None => problems.push(unknown_rule(share, id, rules)),
            }
        }
        problems.extend(self.unknown_rules(rules));
        problems
    }

    /// The rules that it names and that there are not, tolerances apart.
    pub fn unknown_rules(&self, rules: &RuleSet) -> Vec<Problem> {
        let severities = self.severities.iter();
        let ignored = self.ignore.iter();
        let named = severities
            .map(|(id, levels)| (id, levels.clone_with(())))
            .chain(ignored.map(|ignore| (&ignore.rule.value, ignore.rule.clone_with(()))));
        let unknown = named.filter(|(id, _)| !rules.rules.iter().any(|rule| rule.id == **id));
        unknown
            .map(|(id, place)| unknown_rule(&place, id, rules))
            .collect()
    }
}

impl<T> Set<T> {
    /// Another value that stands in the same place.
    fn clone_with<U>(&self, value: U) -> Set<U> {
        Set {
            value,
            file: Arc::clone(&self.file),
            at: self.at,
        }
    }
}

fn unknown_rule<T>(place: &Set<T>, id: &str, rules: &RuleSet) -> Problem {
    place
        .problem(format!("there is no rule `{id}`"))
        .help(help_on_rules(id, rules))
}

/// What to do about a rule that there is not.
pub fn help_on_rules(id: &str, rules: &RuleSet) -> String {
    let known = rules.rules.iter().map(|rule| rule.id.as_str());
    let near = crate::problem::nearest(id, known);
    let near = near
        .map(|near| format!("did you mean `{near}`? "))
        .unwrap_or_default();
    format!("{near}`claimlint rules list` shows them all")
}

impl Levels {
    /// How much a finding matters under these levels; `None` when it is not reported. What is a note by itself is no
    /// more under any.
    pub fn severity(&self, finding: &crate::finding::Finding) -> Option<Severity> {
        use crate::finding::Verdict;
        let level = match finding.verdict {
            Verdict::Contradiction => self.contradiction,
            Verdict::Discrepancy => self.discrepancy,
            Verdict::Consistent => self.consistent,
        };
        match level {
            None => Some(finding.severity),
            Some(Level::Off) => None,
            Some(_) if finding.severity == Severity::Note => Some(Severity::Note),
            Some(level) => level.severity(),
        }
    }
}

/// The JSON Schema of configuration files.
pub fn schema() -> String {
    crate::schema::of::<raw::Config>()
}

/// Reads a configuration file; `dir` is the absolute path of its directory.
pub fn read(file: &str, dir: &std::path::Path, text: &str) -> Result<Layer, Problem> {
    let is_blank = text
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    let raw = if is_blank {
        raw::Config::default()
    } else {
        yaml::read(file, text)?
    };
    Layer::of(file, dir, raw)
}
