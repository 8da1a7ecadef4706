//! Mistakes in what claimlint is given: input files, rules, lexicons, options.
//!
//! A problem is told to a person: what is wrong, where, what was expected, what to do. Text that cannot be
//! read as a figure is never a problem; it is skipped.

use std::fmt;

/// One mistake, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// Line and column, both from 1; the column counts Unicode scalars. `None` when the whole file is meant.
    pub at: Option<(usize, usize)>,
    /// What was found and what was expected, in words.
    pub message: String,
    /// What to do, where that is not plain from the message.
    pub help: Option<String>,
}

impl Problem {
    /// A problem with a whole file.
    pub fn of_file(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            at: None,
            message: message.into(),
            help: None,
        }
    }

    /// A problem at a line and column of a file, both counted from 1.
    pub fn at(
        file: impl Into<String>,
        line: usize,
        column: usize,
        message: impl Into<String>,
    ) -> Self {
        Self {
            at: Some((line, column)),
            ..Self::of_file(file, message)
        }
    }

    /// The same problem with advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Writes a text with its control characters as escapes: `\u{1b}`.
fn escaped(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for c in text.chars() {
        let direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || direction {
            write!(f, "{}", c.escape_default())?;
        } else {
            write!(f, "{c}")?;
        }
    }
    Ok(())
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file name, and what an article calls itself, may hold anything, even what moves the cursor.
        escaped(f, &self.file)?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        f.write_str(": ")?;
        escaped(f, &self.message)?;
        if let Some(help) = &self.help {
            f.write_str("\n  help: ")?;
            escaped(f, help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// The word of `known` nearest to `word`, where one is near enough to have been meant.
///
/// ```
/// assert_eq!(claimlint::problem::nearest("kiled", ["killed", "injured"]), Some("killed"));
/// assert_eq!(claimlint::problem::nearest("di", ["id", "title"]), Some("id"));
/// assert_eq!(claimlint::problem::nearest("weather", ["killed", "injured"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = &word.to_lowercase();
    let similarity = |candidate: &str| {
        let letters = candidate.len().max(word.len());
        // The short form of a longer word, and two letters in the wrong order.
        let is_start = word.len() > 1 && candidate.starts_with(word.as_str());
        let is_swapped = letters == 2 && word.chars().rev().eq(candidate.chars());
        match strsim::normalized_damerau_levenshtein(word, candidate) {
            _ if is_start && 3 * word.len() >= letters => 0.9,
            near if is_swapped => near.max(0.55),
            near => near,
        }
    };
    known
        .into_iter()
        .map(|candidate| (similarity(candidate), candidate))
        .filter(|(similarity, _)| *similarity >= 0.55)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}
