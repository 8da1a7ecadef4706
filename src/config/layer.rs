//! One configuration file, compiled: what can be wrong by itself is found here, and named with its place.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Config, Globs, Ignore, Reviewed, Set, raw};
use crate::finding::normalised;
use crate::problem::Problem;
use crate::quantity::Decimal;
use crate::rules::percent;
use crate::yaml::{Spanned, Written, place_of};

/// The settings of one file.
#[derive(Debug, Clone)]
pub struct Layer {
    /// The file, as it is printed.
    pub file: Arc<str>,
    /// Whether no file further up is looked for.
    pub is_root: bool,
    config: Config,
}

impl Layer {
    pub(super) fn of(file: &str, dir: &Path, raw: raw::Config) -> Result<Self, Problem> {
        let reader = Reader {
            file: file.into(),
            dir,
        };
        let ignores = raw.ignore.into_iter();
        let reviewed = raw.reviewed.into_iter();
        let config = Config {
            layers: Vec::new(),
            profile: raw
                .profile
                .map(|profile| reader.set(&profile, profile.value)),
            fail_on: raw
                .fail_on
                .map(|fail_on| reader.set(&fail_on, fail_on.value)),
            rule_directories: reader.paths(raw.rule_directories),
            lexicon: reader.paths(raw.lexicon),
            reference: reader.paths(raw.reference),
            severities: {
                let pairs = raw.severities.0.into_iter();
                let levels = |(id, levels): (Spanned<String>, Spanned<Written<_>>)| {
                    let read =
                        raw::Levels::read(&levels.value).map_err(|(message, help)| Problem {
                            help,
                            ..reader.set(&levels, ()).problem(message)
                        });
                    Ok((id.value.clone(), reader.set(&id, read?)))
                };
                pairs.map(levels).collect::<Result<_, _>>()?
            },
            tolerances: {
                let pairs = raw.tolerances.0.into_iter();
                let share = |(id, share): (Spanned<String>, Spanned<String>)| {
                    Ok((id.value, reader.share(&share)?))
                };
                pairs.map(share).collect::<Result<_, _>>()?
            },
            exclude: match raw.exclude {
                none if none.is_empty() => Vec::new(),
                some => vec![reader.globs(some)?],
            },
            ignore: ignores
                .map(|ignore| reader.ignore(ignore))
                .collect::<Result<_, _>>()?,
            reviewed: reviewed
                .map(|reviewed| reader.reviewed(reviewed))
                .collect::<Result<_, _>>()?,
            baseline: raw.baseline.map(|path| reader.path(path)),
            snapshots: raw.snapshots.map(|path| reader.path(path)),
        };
        Ok(Self {
            is_root: raw.root.is_some_and(|root| root.value),
            file: reader.file,
            config,
        })
    }

    /// Goes before what was set further out.
    pub(super) fn lay_over(&self, config: &mut Config) {
        fn over<T: Clone>(inner: &Option<T>, outer: &mut Option<T>) {
            if inner.is_some() {
                outer.clone_from(inner);
            }
        }
        let own = &self.config;
        config.layers.push(Arc::clone(&self.file));
        over(&own.profile, &mut config.profile);
        over(&own.fail_on, &mut config.fail_on);
        over(&own.baseline, &mut config.baseline);
        over(&own.snapshots, &mut config.snapshots);
        config.severities.extend(own.severities.clone());
        config.tolerances.extend(own.tolerances.clone());
        config
            .rule_directories
            .extend_from_slice(&own.rule_directories);
        config.lexicon.extend_from_slice(&own.lexicon);
        config.reference.extend_from_slice(&own.reference);
        config.exclude.extend_from_slice(&own.exclude);
        config.ignore.extend_from_slice(&own.ignore);
        config.reviewed.extend_from_slice(&own.reviewed);
    }
}

struct Reader<'a> {
    file: Arc<str>,
    dir: &'a Path,
}

impl Reader<'_> {
    fn set<T, U>(&self, at: &Spanned<T>, value: U) -> Set<U> {
        Set {
            value,
            file: Arc::clone(&self.file),
            at: place_of(at),
        }
    }

    fn path(&self, path: Spanned<String>) -> Set<PathBuf> {
        // As the file is printed, so that messages name what the user can open.
        let beside = Path::new(&*self.file).with_file_name("");
        self.set(&path, beside.join(&path.value))
    }

    fn paths(&self, paths: Vec<Spanned<String>>) -> Vec<Set<PathBuf>> {
        paths.into_iter().map(|path| self.path(path)).collect()
    }

    fn share(&self, share: &Spanned<String>) -> Result<Set<Decimal>, Problem> {
        match percent(&share.value) {
            Ok(value) => Ok(self.set(share, value)),
            Err(message) => Err(self.set(share, ()).problem(message)),
        }
    }

    fn globs(&self, patterns: Vec<Spanned<String>>) -> Result<Globs, Problem> {
        let patterns = patterns.into_iter();
        let patterns = patterns.map(|pattern| self.set(&pattern, pattern.value.clone()));
        Globs::of(self.dir, patterns.collect())
    }

    /// A text that is not blank.
    fn words(&self, words: &Spanned<String>, message: &str) -> Result<String, Problem> {
        let normal = normalised(&words.value);
        if normal.is_empty() {
            return Err(self.set(words, ()).problem(message));
        }
        Ok(normal)
    }

    fn ignore(&self, raw: raw::Ignore) -> Result<Ignore, Problem> {
        let files = Some(raw.files).filter(|files| !files.is_empty());
        if raw.text.value.split_whitespace().count() == 1 {
            let message =
                "one word is too little: expected several words of the sentence that is meant";
            return Err(self.set(&raw.text, ()).problem(message));
        }
        Ok(Ignore {
            text: self.words(
                &raw.text,
                "the text is blank: expected words of the sentence that is meant",
            )?,
            reason: self.words(
                &raw.reason,
                "the reason is blank: say why this is not reported",
            )?,
            files: files.map(|files| self.globs(files)).transpose()?,
            rule: self.set(&raw.rule, raw.rule.value.clone()),
        })
    }

    fn reviewed(&self, raw: raw::Reviewed) -> Result<Reviewed, Problem> {
        let key = &raw.key.value;
        if !crate::finding::is_key(key) {
            let message =
                format!("found `{key}`, expected the key of a finding: 16 digits of 0-9 and a-f");
            let help = "`claimlint check --keys` prints the key of every finding";
            return Err(self.set(&raw.key, ()).problem(message).help(help));
        }
        Ok(Reviewed {
            note: self.words(&raw.note, "the note is blank: say who looked, and when")?,
            key: self.set(&raw.key, raw.key.value.clone()),
        })
    }
}
