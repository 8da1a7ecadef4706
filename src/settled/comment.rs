//! What the comments of an article say of its findings.
//!
//! `<!-- claimlint-ignore RULE: reason -->` and `<!-- claimlint-reviewed KEY: who and how -->`, each a comment of its
//! own, speak of the next block, or of the one that they stand in.

use std::ops::Range;

use crate::config::help_on_rules;
use crate::document::{Comment, Document};
use crate::finding::is_key;
use crate::problem::{Problem, nearest};
use crate::rules::RuleSet;

/// What a comment asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What is not reported.
    pub asks: Asks,
    /// Line and column of the comment.
    pub at: (usize, usize),
    /// The block that it speaks of, in bytes of the text that is read; empty where none follows.
    pub block: Range<usize>,
}

/// What is not reported of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// What a rule finds.
    Ignore {
        /// The rule's id.
        rule: String,
    },
    /// What was found when somebody looked.
    Reviewed {
        /// The finding's key.
        key: String,
    },
}

const WORDS: [&str; 2] = ["claimlint-ignore", "claimlint-reviewed"];

/// The marks of an article, in order, and the comments that cannot be read as one.
pub fn marks(document: &Document, rules: &RuleSet) -> (Vec<Mark>, Vec<Problem>) {
    let (mut marks, mut problems) = (Vec::new(), Vec::new());
    for comment in &document.comments {
        let at = document.line_column(comment.start);
        match asked(comment, rules) {
            Ok(asked) => {
                let next = document.blocks.iter().find(|block| block.end > comment.at);
                let block = next.map_or(0..0, |block| block.start..block.end);
                marks.extend(asked.into_iter().map(|asks| Mark {
                    asks,
                    at,
                    block: block.clone(),
                }));
            }
            Err((message, help)) => {
                let name = &document.id;
                problems.push(Problem::at(name, at.0, at.1, message).help(help));
            }
        }
    }
    (marks, problems)
}

/// What one comment asks for; the error has what is wrong and what to do.
fn asked(comment: &Comment, rules: &RuleSet) -> Result<Vec<Asks>, (String, String)> {
    const FORM: &str = "write <!-- claimlint-ignore RULE: reason -->";
    const REVIEWED: &str = "write <!-- claimlint-reviewed KEY: who looked, and when -->";
    let (word, rest) = match comment.text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest),
        None => (comment.text.as_str(), ""),
    };
    let bare = word.trim_end_matches(':');
    if !WORDS.contains(&word) {
        if WORDS.contains(&bare) {
            let form = if bare == WORDS[0] { FORM } else { REVIEWED };
            return Err((format!("`{bare}` names nothing"), form.to_owned()));
        }
        let near = nearest(word, WORDS).map(|near| format!("did you mean `{near}`?"));
        let message = format!(
            "unknown word `{word}`, expected `{}` or `{}`",
            WORDS[0], WORDS[1]
        );
        return Err((message, near.unwrap_or_else(|| FORM.to_owned())));
    }
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let names: Vec<&str> = names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let form = if word == WORDS[0] { FORM } else { REVIEWED };
    if names.is_empty() {
        return Err((format!("`{word}` names nothing"), form.to_owned()));
    }
    if !reason.contains(char::is_alphanumeric) {
        let message = format!("`{word}` gives no reason");
        let help = format!("write <!-- {word} {}: reason -->", names.join(", "));
        return Err((message, help));
    }
    let ask = |name: &str| match word == WORDS[0] {
        true if rules.rules.iter().any(|rule| rule.id == name) => Ok(Asks::Ignore {
            rule: name.to_owned(),
        }),
        true => Err((
            format!("there is no rule `{name}`"),
            help_on_rules(name, rules),
        )),
        false if is_key(name) => Ok(Asks::Reviewed {
            key: name.to_owned(),
        }),
        false => Err((
            format!("found `{name}`, expected the key of a finding: 16 digits of 0-9 and a-f"),
            "`claimlint check --keys` prints the key of every finding".to_owned(),
        )),
    };
    names.into_iter().map(ask).collect()
}
