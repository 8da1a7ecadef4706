//! What the rules make of one figure: with what they compared it, and why not with others.

use super::{Rule, RuleSet, outcome, paths, run, task};
use crate::checks::{Check, Checked};
use crate::claim::{Operand, Reading};
use crate::finding::{Finding, Severity, Verdict};
use crate::matching::Stories;
use crate::series::{Apart, Member, SetAside, aside, selects_measure};

/// The rules run on some readings, to be asked about single figures.
#[derive(Debug)]
pub struct Explainer<'a> {
    readings: &'a [Reading],
    rules: &'a RuleSet,
    stories: Stories,
    /// The documents, as the globs of rules see them.
    paths: Vec<String>,
    /// What each rule returned.
    checked: Vec<Checked>,
    /// What is reported.
    findings: Vec<Finding>,
}

/// What one rule makes of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Why it compares the figure with nothing.
    pub aside: Option<SetAside>,
    /// What it compared the figure with.
    pub held: Vec<Held>,
    /// Other figures that it looks at and did not compare with it, the nearest to a comparison first.
    pub apart: Vec<(Member, Apart)>,
}

/// A comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The other figures; none where it was held against words.
    pub with: Vec<Member>,
    /// What the figures say of each other.
    pub verdict: Verdict,
    /// What differs, or why it may; empty where nothing does.
    pub why: String,
    /// How much the finding matters, where it is reported.
    pub reported: Option<Severity>,
}

impl<'a> Explainer<'a> {
    /// Runs the rules.
    pub fn new(readings: &'a [Reading], rules: &'a RuleSet) -> Self {
        let stories = Stories::of(readings, &rules.matching);
        let checked = run(readings, rules, &stories);
        Self {
            findings: outcome(readings, rules, checked.clone()).findings,
            paths: paths(readings, rules),
            readings,
            rules,
            checked,
            stories,
        }
    }

    /// What the rules that look at a figure make of it.
    pub fn of(&self, figure: Member) -> Vec<Account<'a>> {
        let rules = self.rules.rules.iter().zip(&self.checked);
        let accounts = rules.filter_map(|(rule, checked)| match rule.check {
            Check::Agreement(_) => self.pairs(rule, checked, figure),
            _ => self.groups(rule, checked, figure),
        });
        accounts.collect()
    }

    /// The account of a check that compares figures in pairs.
    fn pairs(&self, rule: &'a Rule, checked: &Checked, figure: Member) -> Option<Account<'a>> {
        let selection = &rule.selection;
        if !selects_measure(figure.of(self.readings), selection) {
            return None;
        }
        let out = |m: Member| !rule.scope.looks_at(&self.paths[m.reading]);
        let out_of_scope = out(figure).then_some(SetAside::OutOfScope);
        let mut account = Account {
            rule,
            aside: out_of_scope.or_else(|| aside(self.readings, &self.stories, selection, figure)),
            held: Vec::new(),
            apart: Vec::new(),
        };
        if account.aside.is_some() {
            return Some(account);
        }
        for other in self.candidates(rule, figure) {
            if out(other) {
                let apart = Apart::Aside(other, SetAside::OutOfScope);
                account.apart.push((other, apart));
                continue;
            }
            let pair = [figure, other];
            match rule.check.pair(
                task(self.rules, rule, &self.stories),
                self.readings,
                &checked.held,
                pair,
            )? {
                Ok(judgement) => account.held.push(Held {
                    with: vec![other],
                    verdict: judgement.verdict,
                    why: judgement.why,
                    reported: self.reported(rule, &pair),
                }),
                Err(apart) => account.apart.push((other, apart)),
            }
        }
        account.apart.sort_by_key(|(other, apart)| {
            (apart.distance(), other.reading != figure.reading, *other)
        });
        Some(account)
    }

    /// The other claims that a rule looks at.
    fn candidates(&self, rule: &'a Rule, figure: Member) -> impl Iterator<Item = Member> {
        let readings = self.readings;
        let members = readings.iter().enumerate().flat_map(|(reading, r)| {
            (0..r.claims.len()).map(move |claim| Member { reading, claim })
        });
        members.filter(move |m| *m != figure && selects_measure(m.of(readings), &rule.selection))
    }

    /// The account of a check of what the text itself ties together.
    fn groups(&self, rule: &'a Rule, checked: &Checked, figure: Member) -> Option<Account<'a>> {
        if !rule.scope.looks_at(&self.paths[figure.reading]) {
            return None;
        }
        let groups = checked.held.iter().filter(|held| held.contains(&figure));
        let held: Vec<Held> = groups
            .map(|group| {
                let finding = checked.findings.iter().find(|f| is_of(f, group, figure));
                let reported = finding.filter(|finding| self.findings.contains(finding));
                Held {
                    with: group.iter().copied().filter(|m| *m != figure).collect(),
                    verdict: finding.map_or(Verdict::Consistent, |f| f.verdict),
                    why: finding.map_or_else(String::new, |f| f.message.clone()),
                    reported: reported.map(|f| f.severity),
                }
            })
            .collect();
        (!held.is_empty()).then_some(Account {
            rule,
            aside: None,
            held,
            apart: Vec::new(),
        })
    }

    /// How much the finding of a rule that has both figures on two sides matters.
    fn reported(&self, rule: &Rule, pair: &[Member; 2]) -> Option<Severity> {
        let side = |finding: &Finding, member: Member| {
            let of_it = |m| m == Some(member);
            let location = finding.locations.iter();
            location
                .filter(|l| of_it(claim_of(l.reading, l.operand)))
                .find_map(|l| l.side)
        };
        let parts = |finding: &&Finding| {
            let [a, b] = pair.map(|member| side(finding, member));
            finding.rule == rule.id && a.is_some() && b.is_some() && a != b
        };
        self.findings.iter().find(parts).map(|f| f.severity)
    }
}

fn claim_of(reading: usize, operand: Operand) -> Option<Member> {
    match operand {
        Operand::Claim(claim) => Some(Member { reading, claim }),
        Operand::Mention(_) => None,
    }
}

/// Whether a finding is about a figure among those of a group.
fn is_of(finding: &Finding, group: &[Member], figure: Member) -> bool {
    let claims = || {
        let locations = finding.locations.iter();
        locations.filter_map(|l| claim_of(l.reading, l.operand))
    };
    claims().any(|claim| claim == figure) && claims().all(|claim| group.contains(&claim))
}
