//! How words change their form: plurals, participles, ordinals, and what is written against a word.

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::affix::Affixes;
use super::word::Vocabulary;
use crate::problem::Problem;
use crate::yaml::{Spanned, place_of};

const FILE: &str = "rules/lexicon/word-forms.yaml";

type Texts = Vec<Spanned<String>>;

/// The file as it is written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Raw {
    /// A word of four letters or more with one of these endings is a plural, unless it has one of the others.
    #[schemars(with = "Vec<String>")]
    plural_endings: Texts,
    /// A word with one of these is no plural, though it has one of the others.
    #[schemars(with = "Vec<String>")]
    not_plural_endings: Texts,
    /// Plurals that no ending gives the singular of.
    irregular_plurals: FxHashMap<String, String>,
    /// The singular of other plurals: `many` becomes `one`, by the first that fits with so many letters `behind`.
    singulars: Vec<RawSingular>,
    /// "Rafah, besieged since May": a name before one of these describes nothing.
    #[schemars(with = "Vec<String>")]
    participle_endings: Texts,
    /// Endings of verbs in the past.
    #[schemars(with = "Vec<String>")]
    past_endings: Texts,
    /// "22nd"
    #[schemars(with = "Vec<String>")]
    ordinal_endings: Texts,
    /// "the 1960s"
    #[schemars(with = "Vec<String>")]
    decade_endings: Texts,
    /// A word that begins so is a name, though it has no capital.
    #[schemars(with = "Vec<String>")]
    name_particles: Texts,
    /// "Gaza's"
    #[schemars(with = "Vec<String>")]
    possessives: Texts,
    /// Words that stand against the next one, having lost their last letter to an apostrophe.
    #[schemars(with = "Vec<String>")]
    elisions: Texts,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawSingular {
    /// The ending of the plural.
    #[schemars(with = "String")]
    many: Spanned<String>,
    /// The ending of the singular.
    one: String,
    /// So many letters stand before it at least.
    #[serde(default)]
    behind: usize,
}

/// How words change their form.
#[derive(Debug, Clone, Default)]
pub struct WordForms {
    plural: Endings,
    not_plural: Endings,
    irregular: FxHashMap<String, String>,
    singulars: Vec<Singular>,
    participle: Endings,
    past: Endings,
    particles: Vec<Box<str>>,
    /// "nd", behind digits
    pub ordinals: Endings,
    /// "s", behind the digits of a decade
    pub decades: Endings,
}

/// The ending of a plural with that of its singular.
#[derive(Debug, Clone)]
struct Singular {
    many: Box<str>,
    one: Box<str>,
    /// The bytes that stand before the ending, at least.
    behind: usize,
}

/// Endings, the longest first.
#[derive(Debug, Clone, Default)]
pub struct Endings(Box<[Box<str>]>);

impl Endings {
    fn any(&self, word: &str) -> bool {
        self.0.iter().any(|ending| word.ends_with(&**ending))
    }

    /// The length of the longest of them that stands at the start of the text, in lower case or in capitals.
    pub fn length_at(&self, text: &str) -> Option<usize> {
        self.0
            .iter()
            .map(|ending| ending.len())
            .zip(&self.0)
            .find_map(|(length, ending)| {
                text.get(..length)
                    .filter(|start| start.eq_ignore_ascii_case(ending))
                    .map(|_| length)
            })
    }
}

impl WordForms {
    /// Whether a word has the ending of a plural.
    pub fn is_plural(&self, word: &str) -> bool {
        /// "gas", "was"
        const SHORT: usize = 3;
        word.len() > SHORT && self.plural.any(word) && !self.not_plural.any(word)
    }

    /// A word without the ending of a plural that it has.
    pub fn without_plural<'a>(&self, word: &'a str) -> Option<&'a str> {
        let mut endings = self.plural.0.iter();
        endings.find_map(|ending| word.strip_suffix(&**ending))
    }

    /// Whether a word ends as plurals do, though others may do so as well.
    pub fn may_be_plural(&self, word: &str) -> bool {
        self.plural.any(word)
    }

    /// Whether a word ends as participles do: "besieged", "sheltering".
    pub fn is_participle(&self, word: &str) -> bool {
        self.participle.any(word)
    }

    /// Whether a word ends as verbs of the past do: "crowned".
    pub fn is_past(&self, word: &str) -> bool {
        self.past.any(word)
    }

    /// Whether a word begins as names do that need no capital: "al-Balah".
    pub fn is_particled(&self, word: &str) -> bool {
        self.particles
            .iter()
            .any(|start| word.starts_with(&**start))
    }

    /// A name without the particle that it begins with: "Rankus" of "al-Rankus".
    pub fn without_particle<'a>(&self, word: &'a str) -> Option<&'a str> {
        let bare = |start: &str| {
            let head = word.get(..start.len())?;
            let rest = &word[start.len()..];
            (head.eq_ignore_ascii_case(start) && !rest.is_empty()).then_some(rest)
        };
        self.particles.iter().find_map(|start| bare(start))
    }

    /// A plural noun as a singular, in lower case; any other word in lower case.
    pub fn singular(&self, noun: &str) -> String {
        let mut word = noun.to_lowercase();
        if let Some(one) = self.irregular.get(&word) {
            return one.clone();
        }
        let fits = |form: &&Singular| {
            let stem = word.strip_suffix(&*form.many);
            stem.is_some_and(|stem| stem.len() >= form.behind)
        };
        if let Some(form) = self.singulars.iter().find(fits) {
            word.truncate(word.len() - form.many.len());
            word.push_str(&form.one);
        }
        word
    }
}

pub(super) fn compile(v: &mut Vocabulary, raw: Raw) -> Result<WordForms, Problem> {
    let singulars = raw.singulars.into_iter().map(|form| {
        Ok(Singular {
            many: text(form.many)?,
            one: form.one.into(),
            behind: form.behind,
        })
    });
    let forms = WordForms {
        plural: endings(raw.plural_endings)?,
        not_plural: endings(raw.not_plural_endings)?,
        irregular: raw.irregular_plurals,
        singulars: singulars.collect::<Result<_, _>>()?,
        participle: endings(raw.participle_endings)?,
        past: endings(raw.past_endings)?,
        particles: raw
            .name_particles
            .into_iter()
            .map(text)
            .collect::<Result<_, _>>()?,
        ordinals: endings(raw.ordinal_endings)?,
        decades: endings(raw.decade_endings)?,
    };
    v.affixes = Affixes {
        elisions: affixes(raw.elisions, |text| text.strip_suffix('\''), "l'")?,
        possessives: affixes(raw.possessives, |text| text.strip_prefix('\''), "'s")?,
    };
    Ok(forms)
}

fn endings(texts: Texts) -> Result<Endings, Problem> {
    let mut out = texts.into_iter().map(text).collect::<Result<Vec<_>, _>>()?;
    out.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
    Ok(Endings(out.into()))
}

/// Every word ends in nothing.
fn text(at: Spanned<String>) -> Result<Box<str>, Problem> {
    if at.value.is_empty() {
        return Err(wrong(&at, "an ending has a letter at least".to_owned()));
    }
    Ok(at.value.into())
}

/// The letters that an apostrophe joins to a word, in lower case.
fn affixes(
    texts: Texts,
    letters: impl Fn(&str) -> Option<&str>,
    example: &str,
) -> Result<Vec<Box<str>>, Problem> {
    let affix = |at: Spanned<String>| {
        let found = letters(&at.value).filter(|letters| !letters.is_empty());
        let found = found.filter(|letters| letters.chars().all(char::is_alphabetic));
        found
            .map(|letters| letters.to_lowercase().into())
            .ok_or_else(|| {
                let message = format!(
                    "found `{}`, expected letters and an apostrophe, such as `{example}`",
                    at.value
                );
                wrong(&at, message)
            })
    };
    texts.into_iter().map(affix).collect()
}

fn wrong(at: &Spanned<String>, message: String) -> Problem {
    let (line, column) = place_of(at);
    Problem::at(FILE, line, column, message)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn plurals_and_their_singulars() {
        let forms = Lexicon::english().forms;
        for (many, one) in [
            ("Homes", "home"),
            ("lives", "life"),
            ("bodies", "body"),
            ("ties", "tie"),
            ("houses", "house"),
            ("buses", "bus"),
            ("churches", "church"),
            ("boxes", "box"),
        ] {
            assert!(forms.is_plural(many), "{many}");
            assert_eq!(forms.singular(many), one);
        }
        for (word, one) in [
            ("policemen", "policeman"),
            ("children", "child"),
            ("Gas", "gas"),
            ("mass", "mass"),
            ("virus", "virus"),
        ] {
            assert!(!forms.is_plural(word), "{word}");
            assert_eq!(forms.singular(word), one);
        }
    }
}
