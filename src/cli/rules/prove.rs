//! `claimlint rules check` and `claimlint rules test`

use std::io::{self, Write};

use super::super::{Status, remark, tell};
use super::files;
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::report::text::counted;
use crate::report::visible;
use crate::rules::{Failure, RuleSet, load_rule, load_rules, self_test, unproved};

pub(super) fn check(
    out: &mut dyn Write,
    paths: &[String],
    lexicon: &Lexicon,
) -> io::Result<Status> {
    let (files, mut bad) = files::of_paths(paths);
    for (file, text) in &files {
        match load_rule(file, text, lexicon) {
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

pub(super) fn test(out: &mut dyn Write, paths: &[String], lexicon: &Lexicon) -> io::Result<Status> {
    let (rules, bad) = if paths.is_empty() {
        (RuleSet::builtin(lexicon).rules, false)
    } else {
        let (files, bad) = files::of_paths(paths);
        let (rules, problems) = load_rules(&files, lexicon);
        problems.iter().for_each(tell);
        (rules, bad || !problems.is_empty())
    };
    let (mut tests, mut failed) = (0, 0);
    for rule in &rules {
        let failures = self_test(rule, lexicon);
        tests += rule.tests.len();
        failed += usize::from(!failures.is_empty());
        failures.iter().try_for_each(tell_failure)?;
        let ended = if failures.is_empty() { "ok" } else { "FAILED" };
        writeln!(out, "{ended:6} {}", rule.id)?;
    }
    writeln!(
        out,
        "{} with {}: {failed} failed",
        counted(rules.len(), "rule"),
        counted(tests, "test")
    )?;
    Ok(match (bad, failed) {
        (true, _) => Status::Problems,
        (false, 0) => Status::Clean,
        (false, _) => Status::Findings,
    })
}

/// Names a failure on standard error, with what was read and found below it.
fn tell_failure(failure: &Failure) -> io::Result<()> {
    let (line, column) = failure.at;
    tell(&Problem::at(&failure.file, line, column, &failure.message));
    let mut err = io::stderr();
    for line in &failure.seen {
        writeln!(err, "  {}", visible(line))?;
    }
    Ok(())
}
