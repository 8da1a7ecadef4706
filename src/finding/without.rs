//! What is left of a finding when some of its figures do not count: their documents are out of a rule's scope, or a
//! comment beside them asks to be left alone.

use std::collections::BTreeSet;

use super::{Finding, Location};

impl Finding {
    /// The finding without the figures that are `out`; `None` where the others do not make it.
    ///
    /// Within one document, figures that do not fit together stand or fall together. Of a finding over several
    /// documents, the other figures are kept as long as they differ; of one that holds figures against a table, as
    /// long as one is left. The message is that of the whole finding.
    pub fn without(mut self, out: impl Fn(&Location) -> bool) -> Option<Self> {
        let sided = || self.locations.iter().filter(|l| l.side.is_some());
        if sided().any(&out) {
            let sides = sides(&self.locations);
            let is_of_one = |documents: BTreeSet<usize>| documents.len() < 2;
            if self.indivisible || sides > 1 && is_of_one(sided().map(|l| l.reading).collect()) {
                return None;
            }
            self.locations.retain(|location| !out(location));
            if self::sides(&self.locations) < sides.min(2) {
                return None;
            }
        } else {
            self.locations.retain(|location| !out(location));
        }
        // The primary location is a figure that is at odds with another.
        let primary = self.locations.iter().position(|l| l.side.is_some());
        if let Some(primary) = primary {
            self.locations[..=primary].rotate_right(1);
        }
        (!self.locations.is_empty()).then_some(self)
    }
}

/// How many sides some figures stand on.
fn sides(locations: &[Location]) -> usize {
    let sides: BTreeSet<usize> = locations.iter().filter_map(|l| l.side).collect();
    sides.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Operand;
    use crate::finding::{Cause, Severity, Verdict};

    /// A finding of figures by their document and side.
    fn finding(figures: &[(usize, Option<usize>)]) -> Finding {
        let figures = figures.iter().enumerate();
        let locations = figures.map(|(claim, (reading, side))| Location {
            reading: *reading,
            operand: Operand::Claim(claim),
            side: *side,
            label: String::new(),
        });
        Finding {
            rule: "killed-differs".to_owned(),
            severity: Severity::Warning,
            verdict: Verdict::Contradiction,
            cause: Cause::Unknown,
            confidence: 90,
            message: String::new(),
            why: String::new(),
            arithmetic: None,
            carried: None,
            would_fit: None,
            indivisible: false,
            locations: locations.collect(),
        }
    }

    /// The numbers of the figures that are left without some.
    fn left(finding: Finding, out: &[usize]) -> Option<Vec<usize>> {
        let number = |l: &Location| match l.operand {
            Operand::Claim(claim) => claim,
            Operand::Mention(_) => usize::MAX,
        };
        let left = finding.without(|l| out.contains(&number(l)))?;
        Some(left.locations.iter().map(number).collect())
    }

    #[test]
    fn within_a_document_figures_fall_together() {
        let inside = || finding(&[(0, Some(0)), (0, Some(1)), (0, Some(1)), (0, None)]);
        assert_eq!(left(inside(), &[]), Some(vec![0, 1, 2, 3]));
        assert_eq!(left(inside(), &[3]), Some(vec![0, 1, 2]));
        assert_eq!(left(inside(), &[0]), None);
        assert_eq!(left(inside(), &[2]), None, "another of its side is left");
        let beside_another = finding(&[(0, Some(0)), (0, Some(1)), (1, None)]);
        assert_eq!(left(beside_another.clone(), &[1]), None);
        assert_eq!(left(beside_another, &[2]), Some(vec![0, 1]));
    }

    #[test]
    fn between_documents_two_sides_must_be_left() {
        let across = || finding(&[(0, Some(0)), (1, Some(0)), (2, Some(1)), (3, None)]);
        assert_eq!(left(across(), &[0]), Some(vec![1, 2, 3]));
        assert_eq!(left(across(), &[0, 1]), None);
        assert_eq!(left(across(), &[2]), None);
        assert_eq!(left(across(), &[1, 3]), Some(vec![0, 2]));
        let of_three = finding(&[(0, Some(0)), (1, Some(1)), (2, Some(2))]);
        assert_eq!(left(of_three.clone(), &[0]), Some(vec![1, 2]));
        assert_eq!(left(of_three, &[0, 2]), None);
    }

    #[test]
    fn the_next_figure_of_a_side_becomes_primary() {
        let mixed = finding(&[(0, Some(0)), (3, None), (1, Some(0)), (2, Some(1))]);
        assert_eq!(left(mixed, &[0]), Some(vec![2, 1, 3]));
    }

    #[test]
    fn arithmetic_falls_with_any_of_its_figures() {
        let mut sum = finding(&[(0, Some(0)), (1, Some(1)), (2, Some(1)), (3, None)]);
        sum.indivisible = true;
        assert_eq!(left(sum.clone(), &[2]), None);
        assert_eq!(left(sum, &[3]), Some(vec![0, 1, 2]));
    }

    #[test]
    fn against_a_table_every_figure_stands_for_itself() {
        let twice = || finding(&[(0, Some(0)), (0, Some(0))]);
        assert_eq!(left(twice(), &[0]), Some(vec![1]));
        assert_eq!(left(twice(), &[0, 1]), None);
    }
}
