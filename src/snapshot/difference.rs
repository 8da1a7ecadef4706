//! What became of each claim from one snapshot to the next: claims are paired by what they count.

use std::collections::BTreeMap;

use super::{Part, Record};

/// A claim that is not as it was recorded; numbers are indexes into the old claims and the new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The claim is told otherwise now.
    Changed {
        /// As recorded.
        old: usize,
        /// As it is now.
        new: usize,
    },
    /// Nothing like it was recorded.
    New(usize),
    /// Nothing like it is told now.
    Gone(usize),
}

use Part::{Figure, How, People, Place, What, When, Who};

/// What two claims must share to be one that changed, the closest likeness first.
const SHARED: [&[Part]; 12] = [
    &[What, Place, People, When, Who, How],
    &[What, Place, People, When, How, Figure],
    &[What, Place, People, Who, How, Figure],
    &[What, Place, People, When, Who, Figure],
    &[What, People, When, Who, How, Figure],
    &[What, Place, When, Who, How, Figure],
    &[Place, People, When, Who, How, Figure],
    &[What, Place, People, When],
    &[What, Place, People, Who],
    &[What, Place, People],
    &[What, People, Figure],
    &[What, Place, Figure],
];

/// So many claims that could be each other are paired by how alike their figures are; more, in order.
const LOOKED_AT: usize = 50;

/// What changed, in the order of the claims; both lists are sorted.
pub fn difference(old: &[Record], new: &[Record]) -> Vec<Change> {
    let (mut olds, mut news) = unequal(old, new);
    let (mut old_is_paired, mut new_is_paired) = (vec![false; old.len()], vec![false; new.len()]);
    let mut changes = Vec::new();
    for shared in SHARED {
        for (old_group, new_group) in groups(shared, old, &olds, new, &news) {
            for (i, j) in pairs(old, &old_group, new, &new_group) {
                (old_is_paired[i], new_is_paired[j]) = (true, true);
                changes.push(Change::Changed { old: i, new: j });
            }
        }
        olds.retain(|i| !old_is_paired[*i]);
        news.retain(|j| !new_is_paired[*j]);
    }
    changes.extend(olds.into_iter().map(Change::Gone));
    changes.extend(news.into_iter().map(Change::New));
    changes.sort_by_key(|change| match *change {
        Change::Changed { new: j, .. } | Change::New(j) => (&new[j], j),
        Change::Gone(i) => (&old[i], i),
    });
    changes
}

/// The claims of each list that the other one does not have, or not so often.
fn unequal(old: &[Record], new: &[Record]) -> (Vec<usize>, Vec<usize>) {
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let order = match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) => a.cmp(b),
            (Some(_), None) => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Greater,
        };
        if order.is_lt() {
            olds.push(i);
        }
        if order.is_gt() {
            news.push(j);
        }
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    (olds, news)
}

/// The claims that share some fields: those of the old list and of the new one.
fn groups(
    shared: &[Part],
    old: &[Record],
    olds: &[usize],
    new: &[Record],
    news: &[usize],
) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut groups: BTreeMap<Vec<&str>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let key = |record| -> Vec<&str> {
        shared
            .iter()
            .map(|part| Record::part(record, *part))
            .collect()
    };
    for &i in olds {
        groups.entry(key(&old[i])).or_default().0.push(i);
    }
    for &j in news {
        groups.entry(key(&new[j])).or_default().1.push(j);
    }
    groups
        .into_values()
        .filter(|(a, b)| !a.is_empty() && !b.is_empty())
        .collect()
}

/// Pairs the claims of a group, the most alike figures first; of several that are as much alike, the first.
fn pairs(old: &[Record], olds: &[usize], new: &[Record], news: &[usize]) -> Vec<(usize, usize)> {
    let in_order = || olds.iter().copied().zip(news.iter().copied()).collect();
    if olds.len().max(news.len()) > LOOKED_AT || olds.len().max(news.len()) == 1 {
        return in_order();
    }
    let likeness =
        |i: usize, j: usize| strsim::normalized_damerau_levenshtein(&old[i].figure, &new[j].figure);
    let all = olds.iter().flat_map(|&i| news.iter().map(move |&j| (i, j)));
    let mut all: Vec<(f64, usize, usize)> = all.map(|(i, j)| (likeness(i, j), i, j)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in all {
        if pairs.iter().all(|&(a, b)| a != i && b != j) {
            pairs.push((i, j));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims from lines such as "killed @ Goma @ police @ 12", sorted.
    fn records(lines: &[&str]) -> Vec<Record> {
        let mut records: Vec<Record> = lines
            .iter()
            .map(|line| {
                let mut cells = line.split(" @ ").map(str::to_owned);
                let mut next = || cells.next().unwrap_or_default();
                Record {
                    what: next(),
                    place: next(),
                    who: next(),
                    figure: next(),
                    ..Record::default()
                }
            })
            .collect();
        records.sort();
        records
    }

    fn told(old: &[&str], new: &[&str]) -> Vec<String> {
        let (old, new) = (records(old), records(new));
        let short = |r: &Record| format!("{} {} {} {}", r.what, r.place, r.who, r.figure);
        let changes = difference(&old, &new).into_iter();
        changes
            .map(|change| match change {
                Change::Changed { old: i, new: j } => {
                    format!("{} -> {}", short(&old[i]), short(&new[j]))
                }
                Change::New(j) => format!("+ {}", short(&new[j])),
                Change::Gone(i) => format!("- {}", short(&old[i])),
            })
            .collect()
    }

    #[test]
    fn the_same_claims_do_not_differ() {
        let claims = ["killed @ Goma @ police @ 12", "killed @ Goma @ police @ 12"];
        assert_eq!(told(&claims, &claims), [""; 0]);
        assert_eq!(told(&claims, &claims[..1]), ["- killed Goma police 12"]);
        assert_eq!(told(&claims[..1], &claims), ["+ killed Goma police 12"]);
    }

    #[test]
    fn a_figure_is_paired_with_the_one_of_the_same_thing() {
        let old = [
            "killed @ Goma @ police @ 12",
            "injured @ Goma @ police @ 12",
            "killed @ Bukavu @ police @ 7",
        ];
        let new = [
            "killed @ Goma @ police @ 14",
            "injured @ Goma @ police @ 12",
            "killed @ Bukavu @ UN @ 7",
        ];
        let expected = [
            "killed Bukavu police 7 -> killed Bukavu UN 7",
            "killed Goma police 12 -> killed Goma police 14",
        ];
        assert_eq!(told(&old, &new), expected);
        assert_eq!(
            told(
                &["killed @ Goma @ police @ 12"],
                &["injured @ Goma @ police @ 12"]
            ),
            ["killed Goma police 12 -> injured Goma police 12"]
        );
        assert_eq!(
            told(
                &["killed @ Goma @ police @ 12"],
                &["killed @ Bukavu @ UN @ 7"]
            ),
            ["+ killed Bukavu UN 7", "- killed Goma police 12"]
        );
    }

    #[test]
    fn each_source_is_held_against_itself() {
        let old = ["killed @ Goma @ UN @ 30", "killed @ Goma @ police @ 12"];
        let new = ["killed @ Goma @ UN @ 13", "killed @ Goma @ police @ 31"];
        assert_eq!(
            told(&old, &new),
            [
                "killed Goma UN 30 -> killed Goma UN 13",
                "killed Goma police 12 -> killed Goma police 31"
            ]
        );
    }

    #[test]
    fn of_several_the_most_alike_figures_are_paired() {
        let old = ["killed @ Goma @ un @ 5", "killed @ Goma @ un @ over 28,000"];
        assert_eq!(
            told(&old, &["killed @ Goma @ un @ over 29,000"]),
            [
                "- killed Goma un 5",
                "killed Goma un over 28,000 -> killed Goma un over 29,000"
            ]
        );
    }
}
