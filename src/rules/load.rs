//! From a rule file to a [`Rule`]: everything that can be wrong is found here, and named with its place.

use std::path::Path;
use std::str::FromStr;

use super::{CHECKS, Globs, Profile, Rule, Scope, Test, TestDocument, raw, reference};
use crate::checks::reference::Settings as ReferenceSettings;
use crate::checks::{Check, agreement, change, jump, part_whole, ratio, unit_conversion};
use crate::document::published_date;
use crate::finding::{Ceiling, Message};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::quantity::{Decimal, Dimension};
use crate::series::{Selection, Veto};
use crate::yaml::{self, Spanned, Written, place_of};

/// Reads one rule file; `file` is named in problems, and its stem must be the rule's id.
pub fn rule(file: &str, text: &str, lexicon: &Lexicon) -> Result<Rule, Problem> {
    compile(file, yaml::read(file, text)?, lexicon)
}

/// Reads a built-in rule.
pub(super) fn builtin_rule(file: &str, lexicon: &Lexicon) -> Result<Rule, Problem> {
    compile(file, yaml::read_builtin(file)?, lexicon)
}

fn compile(file: &str, raw: raw::Rule, lexicon: &Lexicon) -> Result<Rule, Problem> {
    let reader = Reader { file, lexicon };
    let stem = Path::new(file)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    if raw.id.value != stem {
        let message = format!(
            "the id is `{}`, but the file is named `{stem}`",
            raw.id.value
        );
        return Err(reader.at(&raw.id, message).help(format!(
            "rename the file to `{}.yaml`, or write `id: {stem}`",
            raw.id.value
        )));
    }
    if raw.profile.value.is_empty() {
        return Err(reader.at(
            &raw.profile,
            "a rule runs in at least one profile, none is named here",
        ));
    }
    if let Some(files) = raw.files.as_ref().filter(|files| files.value.is_empty()) {
        return Err(reader
            .at(
                files,
                "a rule looks at some documents, no glob is named here",
            )
            .help("leave `files` out to look at all of them"));
    }
    let place = reader.at(&raw.severity, "");
    let ceiling = Ceiling::read(raw.severity.value).map_err(|(message, help)| Problem {
        message,
        help,
        ..place
    })?;
    let place = reader.at(&raw.check, "");
    let check = match raw.check.value {
        Written::Keys(raw::OneCheck(check)) => reader.check(check)?,
        Written::Word(word) => return Err(without_settings(&word, place)),
    };
    let message =
        Message::parse(&raw.message.value, check.placeholders()).map_err(|(message, help)| {
            Problem {
                help,
                ..reader.at(&raw.message, message)
            }
        })?;
    Ok(Rule {
        selection: Selection {
            measures: reader.measures(raw.select.measure)?,
            status: raw.select.status,
            populations: reader.populations(raw.select.population)?,
            group_by: raw.group_by,
            within_days: raw.within.map(|within| reader.days(&within)).transpose()?,
        },
        check,
        scope: Scope {
            files: raw
                .files
                .map(|globs| reader.globs(globs.value))
                .transpose()?,
            ignores: reader.globs(raw.ignores)?,
        },
        tests: raw
            .tests
            .into_iter()
            .map(|test| reader.test(test))
            .collect::<Result<_, _>>()?,
        id: raw.id.value,
        file: file.to_owned(),
        title: raw.title,
        why: raw.why,
        ceiling,
        profiles: raw.profile.value,
        message,
    })
}

/// "2%" as a share, 0.02; the error says what was expected.
pub fn percent(text: &str) -> Result<Decimal, String> {
    let number = text.strip_suffix('%');
    let number = number.and_then(|n| Decimal::from_str(n.trim()).ok());
    let share = number.filter(|n| *n >= Decimal::ZERO && *n <= Decimal::ONE_HUNDRED);
    share.map(|n| n / Decimal::ONE_HUNDRED).ok_or_else(|| {
        format!("found `{text}`, expected a percentage from 0% to 100% such as `2%`")
    })
}

/// A check that is named by a word alone.
fn without_settings(word: &str, place: Problem) -> Problem {
    let known = CHECKS.map(|(name, _)| name);
    let (message, help) = if known.contains(&word) {
        (
            format!("the check `{word}` stands here without its settings"),
            Some(format!(
                "write `{{ {word}: {{}} }}`, with its settings if it has any"
            )),
        )
    } else if word.is_empty() {
        (
            "found nothing, expected a check with its settings".to_owned(),
            None,
        )
    } else {
        yaml::unknown("word", word, &known)
    };
    Problem {
        message,
        help,
        ..place
    }
}

struct Reader<'a> {
    file: &'a str,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn at<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> Problem {
        let (line, column) = place_of(value);
        Problem::at(self.file, line, column, message)
    }

    fn one_of(&self, what: &str, word: Spanned<String>, known: &[&str]) -> Result<String, Problem> {
        if known.contains(&word.value.as_str()) {
            return Ok(word.value);
        }
        let (message, help) = yaml::unknown(what, &word.value, known);
        Err(Problem {
            help,
            ..self.at(&word, message)
        })
    }

    fn measures(&self, words: Vec<Spanned<String>>) -> Result<Vec<String>, Problem> {
        let known: Vec<&str> = self
            .lexicon
            .measures
            .iter()
            .map(|m| m.id.as_str())
            .collect();
        // A counted noun that no lexicon knows is a measure too.
        let read = |word: Spanned<String>| match word.value.strip_prefix("noun:") {
            Some("") => Err(self
                .at(&word, "`noun:` names no noun")
                .help("write it in the singular, such as `noun:school`")),
            Some(noun) => Ok(format!("noun:{}", self.lexicon.forms.singular(noun))),
            None => self.one_of("measure", word, &known),
        };
        words.into_iter().map(read).collect()
    }

    fn populations(&self, words: Vec<Spanned<String>>) -> Result<Vec<String>, Problem> {
        let mut known: Vec<&str> = self
            .lexicon
            .people
            .values()
            .flatten()
            .map(String::as_str)
            .collect();
        known.extend(self.lexicon.demonyms.values().map(String::as_str));
        known.push("everyone");
        known.sort_unstable();
        known.dedup();
        words
            .into_iter()
            .map(|word| self.one_of("population", word, &known))
            .collect()
    }

    fn globs(&self, written: Vec<Spanned<String>>) -> Result<Globs, Problem> {
        let texts = written.iter().map(|glob| glob.value.clone()).collect();
        Globs::new(texts).map_err(|(wrong, message, help)| {
            let problem = match written.get(wrong) {
                Some(glob) => self.at(glob, message),
                None => Problem::of_file(self.file, message),
            };
            Problem { help, ..problem }
        })
    }

    /// "60d"
    fn days(&self, text: &Spanned<String>) -> Result<i32, Problem> {
        let days = text
            .value
            .strip_suffix('d')
            .and_then(|n| n.parse().ok())
            .filter(|n| *n > 0);
        days.ok_or_else(|| {
            self.at(
                text,
                format!(
                    "found `{}`, expected a number of days such as `60d`",
                    text.value
                ),
            )
        })
    }

    /// "2%", as a part of one
    fn percent(&self, text: &Spanned<String>) -> Result<Decimal, Problem> {
        percent(&text.value).map_err(|message| self.at(text, message))
    }

    fn check(&self, raw: raw::Check) -> Result<Check, Problem> {
        Ok(match raw {
            raw::Check::Agreement(raw) => {
                let alike_from = raw
                    .alike_from
                    .map(|share| self.percent(&share))
                    .transpose()?;
                Check::Agreement(agreement::Settings {
                    tolerance: self.percent(&raw.tolerance)?,
                    alike_from: alike_from.unwrap_or_default(),
                    reconcile: raw.reconcile,
                    inside: raw.inside.unwrap_or(true),
                    vetoes: raw.vetoes.unwrap_or_else(|| Veto::ALL.to_vec()),
                })
            }
            raw::Check::PartWhole(raw) => {
                let pairs = raw.measures.into_iter().map(|[part, whole]| {
                    let mut ids = self.measures(vec![part, whole])?.into_iter();
                    Ok([
                        ids.next().unwrap_or_default(),
                        ids.next().unwrap_or_default(),
                    ])
                });
                Check::PartWhole(part_whole::Settings {
                    measures: pairs.collect::<Result<_, Problem>>()?,
                })
            }
            raw::Check::Change(raw) => Check::Change(change::Settings {
                tolerance: self.percent(&raw.tolerance)?,
            }),
            raw::Check::Points(raw::Bare {}) => Check::Points,
            raw::Check::Calendar(raw::Bare {}) => Check::Calendar,
            raw::Check::PersonAge(raw::Bare {}) => Check::PersonAge,
            raw::Check::Limit(raw::Bare {}) => Check::Limit,
            raw::Check::ListCount(raw::Bare {}) => Check::ListCount,
            raw::Check::Sum(raw::Bare {}) => Check::Sum,
            raw::Check::Restatement(raw::Bare {}) => Check::Restatement,
            raw::Check::Monotone(raw::Bare {}) => Check::Monotone,
            raw::Check::BasisChange(raw::Bare {}) => Check::BasisChange,
            raw::Check::RollForward(raw::Bare {}) => Check::RollForward,
            raw::Check::Outlier(raw::Bare {}) => Check::Outlier,
            raw::Check::Stale(raw::Bare {}) => Check::Stale,
            raw::Check::UnitConversion(raw) => {
                let tolerance = raw
                    .tolerance
                    .map(|share| self.percent(&share))
                    .transpose()?;
                let rates = raw.rates.into_iter().map(|rate| self.rate(rate));
                Check::UnitConversion(unit_conversion::Settings {
                    tolerance: tolerance.unwrap_or(unit_conversion::TOLERANCE),
                    rates: rates.collect::<Result<_, _>>()?,
                    rows: self.lexicon.units.rows.clone(),
                })
            }
            raw::Check::Reference(raw) => {
                let alike_from = raw
                    .alike_from
                    .map(|share| self.percent(&share))
                    .transpose()?;
                Check::Reference(ReferenceSettings {
                    tolerance: self.percent(&raw.tolerance)?,
                    alike_from: alike_from.unwrap_or_default(),
                })
            }
            raw::Check::Jump(raw) => Check::Jump(jump::Settings {
                factor: self.factor(&raw.factor)?,
            }),
            raw::Check::Ratio(raw) => Check::Ratio(ratio::Settings {
                tolerance: self.percent(&raw.tolerance)?,
            }),
        })
    }

    fn rate(&self, raw: raw::Rate) -> Result<unit_conversion::Rate, Problem> {
        let units = self.lexicon.units.by_name.keys();
        let known: Vec<&str> = units
            .filter(|(dimension, _)| *dimension == Dimension::Money)
            .map(|(_, name)| name.as_str())
            .collect();
        let (least, most) = (self.above_zero(&raw.least)?, self.above_zero(&raw.most)?);
        if most < least {
            let message = format!(
                "`most` is {}, which is less than `least`, {}",
                raw.most.value, raw.least.value
            );
            return Err(self.at(&raw.most, message));
        }
        Ok(unit_conversion::Rate {
            from: self.one_of("currency", raw.from, &known)?,
            to: self.one_of("currency", raw.to, &known)?,
            least,
            most,
        })
    }

    /// How many times as much; once is nothing out of the way.
    fn factor(&self, number: &Spanned<u32>) -> Result<Decimal, Problem> {
        if number.value < 2 {
            let message = format!("found `{}`, expected a factor of at least 2", number.value);
            return Err(self.at(number, message));
        }
        Ok(Decimal::from(number.value))
    }

    fn above_zero(&self, text: &Spanned<String>) -> Result<Decimal, Problem> {
        let number = Decimal::from_str(&text.value).ok();
        number.filter(|n| *n > Decimal::ZERO).ok_or_else(|| {
            let message = format!(
                "found `{}`, expected a number above zero such as `1.1`",
                text.value
            );
            self.at(text, message)
        })
    }

    fn test(&self, raw: raw::Test) -> Result<Test, Problem> {
        let documents = raw.documents.into_iter().map(|document| {
            let date = match &document.date {
                Some(text) => published_date(&text.value)
                    .map_err(|message| self.at(text, message).help("write it as YYYY-MM-DD"))?,
                None => None,
            };
            Ok(TestDocument {
                source: document.source,
                date,
                text: document.text,
            })
        });
        let compiler = reference::Compiler::new(self.file, self.lexicon);
        let rows = raw.reference.into_iter();
        Ok(Test {
            reference: rows
                .map(|row| compiler.reference(row.into()))
                .collect::<Result<_, _>>()?,
            at: place_of(&raw.name),
            name: raw.name.value,
            documents: documents.collect::<Result<_, Problem>>()?,
            claims: raw.claims,
            findings: raw.findings,
        })
    }
}

impl Profile {
    /// Whether a rule of these profiles runs in this one: a fact-check runs what the desk runs, and more.
    pub fn runs(self, profiles: &[Profile]) -> bool {
        profiles.contains(&self)
            || (self == Profile::Factcheck && profiles.contains(&Profile::Desk))
    }
}
