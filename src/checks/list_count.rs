//! `list-count`: a number before a list fits the things that are listed.

use super::arithmetic::{Disagreement, Labelled, finding};
use super::{Checked, Task};
use crate::claim::{Operand, Reading, Statement};
use crate::finding::{Cause, Severity};
use crate::quantity::Decimal;
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 2] = ["stated", "listed"];

/// How many items a list may miss, or have too many.
const FURTHEST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Listed(listed) = statement else {
                continue;
            };
            let claim = &reading.claims[listed.number];
            if claim.is_repeat() || listed.items.is_empty() {
                continue;
            }
            out.hold([Member {
                reading: r,
                claim: listed.number,
            }]);
            let number = claim.quantity.low;
            if Decimal::from(listed.least) <= number && number <= Decimal::from(listed.most) {
                continue;
            }
            let least = Decimal::from(listed.least);
            let most = Decimal::from(listed.most);
            // What is further off is no list of the things announced.
            let apart = (least - number).max(number - most);
            if apart > FURTHEST || (listed.most == 2 && apart > Decimal::ONE) {
                continue;
            }
            let nearest = if number < least {
                listed.least
            } else {
                listed.most
            };
            let count = format!("{nearest} are");
            let stated = Operand::Mention(listed.announced).text(reading).to_owned();
            let items = listed.items.iter();
            let words = [("stated", stated), ("listed", count.clone())];
            out.findings.push(finding(
                task,
                readings,
                r,
                Disagreement {
                    stated: vec![Labelled(
                        Operand::Claim(listed.number),
                        format!("{count} listed"),
                    )],
                    against: items
                        .map(|item| Labelled(Operand::Mention(*item), format!("{count} listed")))
                        .collect(),
                    context: Vec::new(),
                    words: &words,
                    why: "the number before a list counts its items".to_owned(),
                    arithmetic: format!("{count} listed, {} announced", claim.text),
                    fit: None,
                    severity: Severity::Warning,
                    cause: Cause::Slip,
                },
            ));
        }
    }
    out
}
