//! What may be written: the words of `INSTA_UPDATE` with the meaning that `insta` gives them.

use crate::problem::Problem;
use crate::yaml::unknown;

const VARIABLE: &str = "INSTA_UPDATE";
const WORDS: [&str; 6] = ["auto", "always", "unseen", "new", "no", "force"];

/// What is done with a snapshot that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Write {
    /// It is written.
    InPlace,
    /// It is written beside, and waits for review.
    Beside,
    /// Nothing.
    Not,
}

/// What may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Update {
    /// A snapshot that there is not.
    pub(super) missing: Write,
    /// One that differs.
    pub(super) changed: Write,
    /// Whether one that does not differ is written again.
    pub(super) force: bool,
    /// Why nothing is written, where that is so.
    pub(super) why_not: Option<&'static str>,
}

impl Update {
    /// What the environment says.
    pub(super) fn of_environment() -> Result<Self, Problem> {
        let word = std::env::var_os(VARIABLE).unwrap_or_default();
        Self::of(&word.to_string_lossy(), is_ci())
    }

    fn of(word: &str, is_ci: bool) -> Result<Self, Problem> {
        let update = |missing, changed| Self {
            missing,
            changed,
            force: false,
            why_not: None,
        };
        let nothing = |why| Self {
            why_not: Some(why),
            ..update(Write::Not, Write::Not)
        };
        Ok(match word {
            "" | "auto" if is_ci => nothing("CI is set"),
            "no" => nothing("INSTA_UPDATE is `no`"),
            // insta writes a first snapshot beside as well; there is nothing to compare it with in a review.
            "" | "auto" | "unseen" => update(Write::InPlace, Write::Beside),
            "new" => update(Write::Beside, Write::Beside),
            "always" | "1" => update(Write::InPlace, Write::InPlace),
            "force" => Self {
                force: true,
                ..update(Write::InPlace, Write::InPlace)
            },
            other => {
                let (message, help) = unknown("word", other, &WORDS);
                let problem = Problem::of_file(format!("environment variable {VARIABLE}"), message);
                return Err(Problem { help, ..problem });
            }
        })
    }
}

/// Whether this runs where nobody reviews, as `insta` takes it.
fn is_ci() -> bool {
    match std::env::var_os("CI") {
        Some(value) => !["", "0", "false"].iter().any(|no| value == *no),
        None => std::env::var_os("TF_BUILD").is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_mean_what_they_mean_to_insta() {
        use Write::{Beside, InPlace, Not};
        for (word, is_ci, missing, changed, force) in [
            ("", false, InPlace, Beside, false),
            ("auto", false, InPlace, Beside, false),
            ("auto", true, Not, Not, false),
            ("", true, Not, Not, false),
            ("always", true, InPlace, InPlace, false),
            ("1", false, InPlace, InPlace, false),
            ("unseen", true, InPlace, Beside, false),
            ("new", true, Beside, Beside, false),
            ("no", false, Not, Not, false),
            ("force", true, InPlace, InPlace, true),
        ] {
            let found = Update::of(word, is_ci).map(|u| (u.missing, u.changed, u.force));
            assert_eq!(found, Ok((missing, changed, force)), "{word} {is_ci}");
        }
        assert_eq!(
            Update::of("allways", false).map_err(|problem| problem.to_string()),
            Err("environment variable INSTA_UPDATE: unknown word `allways`, expected one of `auto`, `always`, \
                 `unseen`, `new`, `no`, `force`\n  help: did you mean `always`?"
                .to_owned())
        );
    }
}
