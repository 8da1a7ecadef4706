//! `claimlint schema`

use std::io::{self, Write as _};

use clap::builder::PossibleValuesParser;

use super::Status;
use crate::schema::Named;
use crate::{config, lexicon, rules};

const AFTER_HELP: &str = "\
An editor with a YAML language server completes and checks a rule, offline, whose first line is
`# yaml-language-server: $schema=` with the path of the schema. `claimlint rules new` writes both.

Examples:
  claimlint schema rule > desk-rules/.rule.schema.json
  claimlint schema config > .claimlint.schema.json
  claimlint schema lexicon/measures";

/// Print the JSON Schema of a kind of file, for editors
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// What the schema is of: rules, claimlint.yaml, additions to the lexicon, or a data file of `rules/lexicon/`
    #[arg(value_parser = PossibleValuesParser::new(schemas().map(|(name, _)| name)))]
    name: String,
}

/// The schemas by name; each is made when it is asked for.
fn schemas() -> impl Iterator<Item = Named> {
    let rule: Named = ("rule", rules::schema);
    let config: Named = ("config", config::schema);
    [rule, config, lexicon::ADDITION]
        .into_iter()
        .chain(lexicon::SCHEMAS)
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    if let Some((_, schema)) = schemas().find(|(name, _)| *name == args.name) {
        io::stdout().lock().write_all(schema().as_bytes())?;
    }
    Ok(Status::Clean)
}
