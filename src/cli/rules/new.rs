//! `claimlint rules new`

use std::io::{self, Write};
use std::path::Path;

use clap::builder::PossibleValuesParser;

use super::super::{Status, file, tell};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::rules::{BUILTIN, CHECKS, schema, skeleton};

const AFTER_HELP: &str = "\
The rule is a copy of a built-in one of the same check, with two of its tests, to be changed. The
schema beside it (.rule.schema.json) tells editors which keys and words there are.

Examples:
  claimlint rules new homes-differ --dir desk-rules
  claimlint rules new half-sums --check sum";

/// The schema's file, beside the rules; hidden, so that nobody takes it for an article.
const SCHEMA: &str = ".rule.schema.json";

/// Write a first rule, to be changed
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The rule's id, which names its file as well: small letters, digits and hyphens
    id: String,
    /// The directory that it is written to
    #[arg(long, default_value = ".")]
    pub dir: String,
    /// What the rule does with figures
    #[arg(long, default_value = "agreement", value_parser = PossibleValuesParser::new(CHECKS.map(|(name, _)| name)))]
    check: String,
}

pub(super) fn run(out: &mut dyn Write, args: &Args, lexicon: &Lexicon) -> io::Result<Status> {
    match written(args, lexicon) {
        Ok(path) => {
            let schema = Path::new(&args.dir).join(SCHEMA);
            writeln!(
                out,
                "wrote {path}; its schema for editors is {}",
                schema.display()
            )?;
            if BUILTIN
                .iter()
                .any(|(file, _)| *file == format!("rules/{}.yaml", args.id))
            {
                writeln!(
                    out,
                    "it replaces the built-in rule of this id where it is used"
                )?;
            }
            writeln!(
                out,
                "change it, run its tests with `claimlint rules test {path}`, \
                 and use it with `claimlint check --rules {} …`",
                args.dir
            )?;
            Ok(Status::Clean)
        }
        Err(problem) => {
            tell(&problem);
            Ok(Status::Problems)
        }
    }
}

/// Writes the rule, and the schema where there is none yet; where the rule is.
fn written(args: &Args, lexicon: &Lexicon) -> Result<String, Problem> {
    let id = &args.id;
    if !is_kebab(id) {
        let problem = Problem::of_file(id, "this is no id for a rule: it names the file as well");
        return Err(problem.help(format!(
            "small letters, digits and hyphens, such as `{}`",
            kebab(id)
        )));
    }
    let dir = Path::new(&args.dir);
    let path = dir.join(format!("{id}.yaml"));
    let shown = path.display().to_string();
    // A link to nowhere is there as well.
    if path.symlink_metadata().is_ok() {
        let problem = Problem::of_file(shown, "this file is there already, and is left as it is");
        return Err(problem.help("give the rule another id, or delete the file first"));
    }
    let text = skeleton(id, &args.check, SCHEMA, lexicon);
    file::write(&path, text.as_bytes())?;
    let schema_path = dir.join(SCHEMA);
    if schema_path.symlink_metadata().is_err() {
        file::write(&schema_path, schema().as_bytes())?;
    }
    Ok(shown)
}

fn is_kebab(id: &str) -> bool {
    // YAML reads some words, and numbers, as something else than a name.
    let is_word = !["null", "true", "false", "yes", "no", "on", "off"].contains(&id);
    id == kebab(id) && is_word && id.contains(|c: char| c.is_ascii_lowercase())
}

/// The id nearest to some words; `homes-differ` where they have no letters.
fn kebab(words: &str) -> String {
    let mut id = String::new();
    let mut was_small = false;
    for c in words.chars() {
        if !c.is_ascii_alphanumeric() {
            was_small = false;
            if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
            continue;
        }
        if c.is_ascii_uppercase() && was_small {
            id.push('-');
        }
        was_small = !c.is_ascii_uppercase();
        id.push(c.to_ascii_lowercase());
    }
    match id.trim_end_matches('-') {
        "" => "homes-differ".to_owned(),
        id => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_small_letters_with_hyphens() {
        for (words, id) in [
            ("homes-differ", "homes-differ"),
            ("HomesDiffer", "homes-differ"),
            ("homes_differ.yaml", "homes-differ-yaml"),
            ("../up", "up"),
            ("-a--b-", "a-b"),
            ("UN figures", "un-figures"),
            ("…", "homes-differ"),
        ] {
            assert_eq!(kebab(words), id);
        }
        assert!(is_kebab("top-10") && !is_kebab("") && !is_kebab("a-"));
    }
}
