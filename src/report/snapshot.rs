//! What `snapshot` tells: each change of a claim in a line, and how many there are.

use super::text::counted;
use super::visible::visible;
use crate::snapshot::{Change, Part, Record};

/// A change in a line: `killed, Gaza Strip: over 28,000 → over 29,000, a.md:14`. `place` is where the claim stands now,
/// or for one that is gone, the article.
pub fn change(change: Change, old: &[Record], new: &[Record], place: &str) -> String {
    let line = match change {
        Change::Changed { old: i, new: j } => changed(&old[i], &new[j]),
        Change::New(j) => format!("new: {}: {}", counted_thing(&new[j]), new[j].figure),
        Change::Gone(i) => format!("gone: {}: {}", counted_thing(&old[i]), old[i].figure),
    };
    visible(&format!("{line}, {place}"))
}

fn changed(old: &Record, new: &Record) -> String {
    let mut line = format!(
        "{}: {}",
        counted_thing(new),
        from_to(Part::Figure, old, new)
    );
    let others = Part::ALL.iter().filter(|part| **part != Part::Figure);
    for part in others.filter(|part| old.part(**part) != new.part(**part)) {
        line.push_str(&format!(
            "; {}: {}",
            part.as_str(),
            from_to(*part, old, new)
        ));
    }
    line
}

/// The value of a field, and what it was.
fn from_to(part: Part, old: &Record, new: &Record) -> String {
    let shown = |record: &Record| match record.part(part) {
        "" => "none".to_owned(),
        value => value.to_owned(),
    };
    let (old, new) = (shown(old), shown(new));
    if old == new {
        new
    } else {
        format!("{old} → {new}")
    }
}

/// What a claim counts, where, and of which people.
fn counted_thing(record: &Record) -> String {
    let parts = [&record.what, &record.place, &record.people];
    let told: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    told.join(", ")
}

/// How many claims changed, came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Told otherwise.
    pub changed: usize,
    /// Not recorded.
    pub new: usize,
    /// Recorded and not told any more.
    pub gone: usize,
}

impl Changes {
    /// Counts some changes.
    pub fn of(changes: &[Change]) -> Self {
        let mut counts = Self::default();
        counts.add(changes);
        counts
    }

    /// Counts more changes.
    pub fn add(&mut self, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Changed { .. } => self.changed += 1,
                Change::New(_) => self.new += 1,
                Change::Gone(_) => self.gone += 1,
            }
        }
    }
}

impl std::fmt::Display for Changes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} changed, {} new, {} gone",
            self.changed, self.new, self.gone
        )
    }
}

/// What a run of `snapshot` came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Articles that were read.
    pub articles: usize,
    /// Their claims.
    pub claims: usize,
    /// What became of the claims that were recorded.
    pub changes: Changes,
    /// Snapshots that there should be.
    pub missing: usize,
    /// Snapshots that were written.
    pub written: usize,
    /// Snapshots that wait for review.
    pub waiting: usize,
    /// Snapshots of articles that are gone.
    pub unreferenced: usize,
    /// Those of them that were deleted.
    pub deleted: usize,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let articles = counted(self.articles, "article");
        let claims = counted(self.claims, "claim");
        write!(f, "{articles}, {claims}: {}", self.changes)?;
        let snapshots = [
            (self.missing, "missing"),
            (self.written, "written"),
            (self.waiting, "to review"),
            (self.unreferenced, "unreferenced"),
            (self.deleted, "deleted"),
        ];
        for (count, what) in snapshots.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, ", {} {what}", counted(count, "snapshot"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_a_line() {
        let old = Record {
            what: "killed".into(),
            place: "Goma".into(),
            people: "children".into(),
            who: "police".into(),
            figure: "12".into(),
            ..Record::default()
        };
        let new = Record {
            who: String::new(),
            figure: "1\u{1b}4".into(),
            ..old.clone()
        };
        let told = |c| {
            change(
                c,
                std::slice::from_ref(&old),
                std::slice::from_ref(&new),
                "a.md:3",
            )
        };
        assert_eq!(
            told(Change::Changed { old: 0, new: 0 }),
            "killed, Goma, children: 12 → 1␛4; who: police → none, a.md:3"
        );
        assert_eq!(
            told(Change::New(0)),
            "new: killed, Goma, children: 1␛4, a.md:3"
        );
        assert_eq!(
            told(Change::Gone(0)),
            "gone: killed, Goma, children: 12, a.md:3"
        );
    }

    #[test]
    fn a_summary_names_what_there_is() {
        let mut summary = Summary {
            articles: 3,
            claims: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "3 articles, 1 claim: 0 changed, 0 new, 0 gone"
        );
        summary.missing = 2;
        summary.unreferenced = 1;
        assert!(
            summary
                .to_string()
                .ends_with("0 gone, 2 snapshots missing, 1 snapshot unreferenced")
        );
    }
}
