//! `claimlint rules`

use std::io::{self, Write};
use std::path::Path;

use super::{Status, remark, tell};
use crate::checks::Check;
use crate::lexicon::Lexicon;
use crate::problem::{Problem, nearest};
use crate::report::text::counted;
use crate::rules::{Rule, RuleSet, load_rule, self_test, unproved};

const AFTER_HELP: &str = "\
Examples:
  claimlint rules list
  claimlint rules explain people-in-place
  claimlint rules check desk-rules/homes-differ.yaml
  claimlint rules test desk-rules/";

/// List, explain, check and test rules
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Every rule in a line
    List {
        /// A directory of rules besides the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<String>,
    },
    /// What a rule is about, with an example
    Explain {
        /// The rule's id
        id: String,
        /// A directory of rules besides the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<String>,
    },
    /// Whether a rule file can be read
    Check {
        /// The rule file
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Run the tests that rules carry
    Test {
        /// A directory of rules; without one, the built-in rules
        dir: Option<String>,
    },
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let lexicon = Lexicon::english();
    let mut out = io::stdout().lock();
    match &args.command {
        Command::List { rules } => list(&mut out, rules.as_deref(), &lexicon),
        Command::Explain { id, rules } => explain(&mut out, id, rules.as_deref(), &lexicon),
        Command::Check { files } => check(&mut out, files, &lexicon),
        Command::Test { dir } => test(&mut out, dir.as_deref(), &lexicon),
    }
}

/// The built-in rules with those of some directories; tells what is wrong with them: `true` if anything.
pub(super) fn load(dirs: &[String], lexicon: &Lexicon) -> (RuleSet, bool) {
    let (mut files, mut bad) = (Vec::new(), false);
    for dir in dirs {
        let (more, is_bad) = read_directory(dir);
        files.extend(more);
        bad |= is_bad;
    }
    let (set, problems) = RuleSet::load(&files, lexicon);
    problems.iter().for_each(tell);
    bad |= !problems.is_empty();
    (set, bad)
}

/// The rule files of a directory, by name; what cannot be read is told.
fn read_directory(dir: &str) -> (Vec<(String, String)>, bool) {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            tell(&Problem::of_file(
                dir,
                format!("no rules can be read from here: {}", reason(&error)),
            ));
            return (Vec::new(), true);
        }
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            matches!(
                Path::new(name).extension().and_then(|e| e.to_str()),
                Some("yaml" | "yml")
            )
        })
        .collect();
    names.sort();
    if names.is_empty() {
        tell(&Problem::of_file(
            dir,
            "no rule file (*.yaml) is in this directory",
        ));
        return (Vec::new(), true);
    }
    let mut bad = false;
    let mut files = Vec::new();
    for name in names {
        let path = format!("{}/{name}", dir.trim_end_matches('/'));
        match read_rule_file(&path) {
            Ok(text) => files.push((path, text)),
            Err(problem) => {
                tell(&problem);
                bad = true;
            }
        }
    }
    (files, bad)
}

fn read_rule_file(path: &str) -> Result<String, Problem> {
    std::fs::read_to_string(path).map_err(|error| Problem::of_file(path, reason(&error)))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::InvalidData => "the file is not UTF-8".to_owned(),
        io::ErrorKind::NotADirectory => {
            "not a directory: name the directory that holds the rule files".to_owned()
        }
        io::ErrorKind::IsADirectory => "a directory: name a rule file".to_owned(),
        _ => error.to_string(),
    }
}

fn list(out: &mut dyn Write, dir: Option<&str>, lexicon: &Lexicon) -> io::Result<Status> {
    let (set, bad) = load(dir.map(str::to_owned).as_slice(), lexicon);
    let id = set.rules.iter().map(|r| r.id.len()).max().unwrap_or(0);
    for rule in &set.rules {
        writeln!(
            out,
            "{:id$}  {:7}  {}",
            rule.id,
            rule.severity.as_str(),
            rule.title
        )?;
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}

fn explain(
    out: &mut dyn Write,
    id: &str,
    dir: Option<&str>,
    lexicon: &Lexicon,
) -> io::Result<Status> {
    let (set, bad) = load(dir.map(str::to_owned).as_slice(), lexicon);
    let Some(rule) = set.rules.iter().find(|rule| rule.id == id) else {
        let known = set.rules.iter().map(|rule| rule.id.as_str());
        let problem = Problem::of_file(id, "there is no rule of this id");
        let near = nearest(id, known).map(|near| format!("did you mean `{near}`? "));
        tell(&problem.help(format!(
            "{}`claimlint rules list` shows them all",
            near.unwrap_or_default()
        )));
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
        rule.severity.as_str(),
        profiles.join(", ")
    )?;
    if !rule.selection.measures.is_empty() {
        writeln!(out, "measures  {}", rule.selection.measures.join(", "))?;
    }
    if let Some(days) = rule.selection.within_days {
        writeln!(out, "within    {days} days")?;
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

fn check(out: &mut dyn Write, files: &[String], lexicon: &Lexicon) -> io::Result<Status> {
    let mut bad = false;
    for file in files {
        match read_rule_file(file).and_then(|text| load_rule(file, &text, lexicon)) {
            Ok(rule) => {
                writeln!(out, "{file}: ok, {}", counted(rule.tests.len(), "test"))?;
                for missing in unproved(&rule) {
                    remark(&Problem::of_file(file, missing));
                }
            }
            Err(problem) => {
                tell(&problem);
                bad = true;
            }
        }
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}

fn test(out: &mut dyn Write, dir: Option<&str>, lexicon: &Lexicon) -> io::Result<Status> {
    let (set, mut bad) = load(dir.map(str::to_owned).as_slice(), lexicon);
    let own = |rule: &&Rule| match dir {
        Some(dir) => Path::new(&rule.file).parent() == Some(Path::new(dir.trim_end_matches('/'))),
        None => true,
    };
    let (mut rules, mut tests, mut failed) = (0, 0, 0);
    for rule in set.rules.iter().filter(own) {
        let failures = self_test(rule, lexicon);
        rules += 1;
        tests += rule.tests.len();
        failed += usize::from(!failures.is_empty());
        for failure in &failures {
            tell(&Problem::at(
                &failure.file,
                failure.line,
                1,
                &failure.message,
            ));
        }
        writeln!(
            out,
            "{} {}",
            if failures.is_empty() {
                "ok    "
            } else {
                "FAILED"
            },
            rule.id
        )?;
    }
    bad |= rules == 0;
    writeln!(
        out,
        "{} with {}: {failed} failed",
        counted(rules, "rule"),
        counted(tests, "test")
    )?;
    Ok(match (bad, failed) {
        (true, _) => Status::Problems,
        (false, 0) => Status::Clean,
        (false, _) => Status::Findings,
    })
}
