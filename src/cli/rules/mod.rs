//! `claimlint rules`

mod files;
mod new;
mod prove;

pub(super) use files::is_rule_file;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::desk::{ConfigArgs, Desk, Settings};
use super::{Status, tell};
use crate::checks::Check;
use crate::config::help_on_rules;
use crate::finding::{Ceiling, Verdict};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::rules::{Root, RuleSet};

const AFTER_HELP: &str = "\
Examples:
  claimlint rules list
  claimlint rules explain people-in-place
  claimlint rules new homes-differ --dir desk-rules
  claimlint rules check desk-rules/homes-differ.yaml
  claimlint rules test desk-rules/";

/// List, explain, write, check and test rules
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Every rule in a line
    #[command(after_help = "Example:\n  claimlint rules list --rules desk-rules/")]
    List {
        /// A directory of rules besides the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<String>,
    },
    /// What a rule is about, with an example
    #[command(after_help = "Example:\n  claimlint rules explain people-in-place")]
    Explain {
        /// The rule's id
        id: String,
        /// A directory of rules besides the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<String>,
    },
    New(new::Args),
    /// Whether rule files can be read; names the place of every mistake
    #[command(
        after_help = "Examples:\n  claimlint rules check desk-rules/homes-differ.yaml\n  \
                            claimlint rules check desk-rules/"
    )]
    Check {
        /// Rule files, or directories of them
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<String>,
    },
    /// Run the tests that rules carry; exit status 1 where one fails
    #[command(after_help = "Examples:\n  claimlint rules test desk-rules/\n  \
                            claimlint rules test desk-rules/homes-differ.yaml")]
    Test {
        /// Rule files, or directories of them; without one, the built-in rules
        #[arg(value_name = "PATH")]
        paths: Vec<String>,
    },
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let mut out = io::stdout().lock();
    let first = |paths: &[String]| paths.first().map_or(".", String::as_str).to_owned();
    match &args.command {
        Command::List { rules } => list(&mut out, rules.as_deref()),
        Command::Explain { id, rules } => explain(&mut out, id, rules.as_deref()),
        Command::New(args) => in_words_of(&args.dir, |words| new::run(&mut out, args, words)),
        Command::Check { paths } => {
            in_words_of(&first(paths), |words| prove::check(&mut out, paths, words))
        }
        Command::Test { paths } => {
            in_words_of(&first(paths), |words| prove::test(&mut out, paths, words))
        }
    }
}

/// Does something with the words that the configuration of a path knows.
fn in_words_of(path: &str, act: impl FnOnce(&Lexicon) -> io::Result<Status>) -> io::Result<Status> {
    let mut desk = Desk::new(&ConfigArgs::default(), &[], &[]);
    desk.lexicon_of(Path::new(path))
        .map_or(Ok(Status::Problems), |lexicon| act(&lexicon))
}

/// The rules that run here, with those of a directory, and whether any cannot be read.
fn rules_here(dir: Option<&str>) -> (Option<Rc<Settings>>, bool) {
    let dirs = dir.map(str::to_owned);
    let mut desk = Desk::new(&ConfigArgs::default(), dirs.as_slice(), &[]);
    let settings = desk.of_here();
    (settings, desk.is_bad)
}

/// The built-in rules with those of some directories; tells what is wrong with them: `true` if anything. The globs of
/// rules start from a directory, an absolute path.
pub(super) fn load(dirs: &[String], globs_from: PathBuf, lexicon: &Lexicon) -> (RuleSet, bool) {
    let (mut files, mut bad) = (Vec::new(), false);
    for dir in dirs {
        let (more, is_bad) = files::of_directory(dir);
        files.extend(more);
        bad |= is_bad;
    }
    let (mut set, problems) = RuleSet::load(&files, lexicon);
    problems.iter().for_each(tell);
    set.root = Root {
        // Where that is unknown, there are no paths from the root of the file system.
        of_documents: std::env::current_dir().unwrap_or_default(),
        of_globs: globs_from,
    };
    bad |= !problems.is_empty();
    (set, bad)
}

fn list(out: &mut dyn Write, dir: Option<&str>) -> io::Result<Status> {
    let (Some(settings), bad) = rules_here(dir) else {
        return Ok(Status::Problems);
    };
    let set = &settings.setup.rules;
    let id = set.rules.iter().map(|r| r.id.len()).max().unwrap_or(0);
    let brief: Vec<String> = set.rules.iter().map(|r| in_brief(r.ceiling)).collect();
    let severity = brief.iter().map(String::len).max().unwrap_or(0);
    for (rule, brief) in set.rules.iter().zip(&brief) {
        writeln!(out, "{:id$}  {brief:severity$}  {}", rule.id, rule.title)?;
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}

/// "warning", or the severities from that of a contradiction on: "error/note".
fn in_brief(ceiling: Ceiling) -> String {
    let mut words = Verdict::ALL
        .map(|verdict| ceiling.of(verdict).as_str())
        .to_vec();
    words.dedup();
    words.join("/")
}

fn explain(out: &mut dyn Write, id: &str, dir: Option<&str>) -> io::Result<Status> {
    let (Some(settings), bad) = rules_here(dir) else {
        return Ok(Status::Problems);
    };
    let set = &settings.setup.rules;
    let Some(rule) = set.rules.iter().find(|rule| rule.id == id) else {
        let problem = Problem::of_file(id, "there is no rule of this id");
        tell(&problem.help(help_on_rules(id, set)));
        return Ok(Status::Problems);
    };
    writeln!(
        out,
        "{}: {}\n\n{}\n",
        rule.id,
        rule.title,
        rule.why.trim_end()
    )?;
    let profiles: Vec<&str> = rule.profiles.iter().map(|p| p.as_str()).collect();
    writeln!(
        out,
        "severity  at most {}\nprofile   {}",
        rule.ceiling,
        profiles.join(", ")
    )?;
    if !rule.selection.measures.is_empty() {
        writeln!(out, "measures  {}", rule.selection.measures.join(", "))?;
    }
    if let Some(days) = rule.selection.within_days {
        writeln!(out, "within    {days} days")?;
    }
    if let Some(globs) = &rule.scope.files {
        writeln!(out, "files     {}", globs.written().join(", "))?;
    }
    if !rule.scope.ignores.written().is_empty() {
        writeln!(out, "ignores   {}", rule.scope.ignores.written().join(", "))?;
    }
    if let Check::Agreement(settings) = &rule.check {
        let percent = settings.tolerance * crate::quantity::Decimal::ONE_HUNDRED;
        writeln!(out, "tolerance {}%", percent.normalize())?;
    }
    for (kind, fires) in [("reported", true), ("not reported", false)] {
        let Some(test) = rule.tests.iter().find(|t| t.findings.is_empty() != fires) else {
            continue;
        };
        writeln!(out, "\n{kind}, for example: {}", test.name)?;
        for row in &test.reference {
            writeln!(out, "  {}", row.told())?;
        }
        for document in &test.documents {
            let date = document.date.map(|d| format!(", {d}")).unwrap_or_default();
            writeln!(
                out,
                "  {}{date}: {}",
                document.source,
                document.text.replace('\n', " / ")
            )?;
        }
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}
