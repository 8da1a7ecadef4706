//! Files of known findings: read, settled with, written.

use std::path::{Path, PathBuf};

use super::desk::text_of;
use super::run::Run;
use super::{remark, tell};
use crate::problem::Problem;
use crate::settled::{Baseline, Known, settle};

/// The file that is written where nothing else is said.
pub(super) const FILE: &str = "claimlint-baseline.json";

/// Reads a file of known findings.
pub(super) fn read(file: &Path) -> Result<Baseline, Problem> {
    let printed = file.display().to_string();
    let text = text_of(&printed, file).map_err(|problem| {
        let is_missing = !file.exists();
        let help = format!("`claimlint baseline write --file {printed} PATH…` makes it");
        if is_missing {
            problem.help(help)
        } else {
            problem
        }
    })?;
    Baseline::read(&printed, &text)
}

/// Which baseline is used.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which<'a> {
    None,
    File(&'a str),
    /// Those that the configurations name.
    Configured,
}

/// Settles what a run found, with the baseline that is given or that the configurations name; tells what settles
/// nothing.
pub(super) fn settle_run(run: &mut Run, which: Which<'_>) {
    let files: Vec<PathBuf> = match which {
        Which::None => Vec::new(),
        Which::File(file) => vec![PathBuf::from(file)],
        Which::Configured => run.baselines(),
    };
    let mut bad = false;
    let mut baseline: Option<Baseline> = None;
    for file in &files {
        run.note(file);
        match read(file) {
            Ok(more) => match &mut baseline {
                None => baseline = Some(more),
                Some(known) => known.add(more),
            },
            Err(problem) => {
                tell(&problem);
                bad = true;
            }
        }
    }
    let from = directory(run, files.first().map(PathBuf::as_path));
    let (articles, bad_marks) = run.articles(&from);
    let outcome = run.outcome.clone();
    // A row of data is there as long as its file is.
    let exists = |name: &str| from.join(name).exists();
    let gone = |name: &str| {
        let mut colons = name.match_indices(':');
        !exists(name) && !colons.any(|(colon, _)| exists(&name[..colon]))
    };
    let rest = settle(
        outcome,
        &run.gathered.readings,
        &articles,
        &run.rules,
        baseline.as_ref().map(|baseline| Known {
            baseline,
            is_gone: &gone,
        }),
        run.scope(),
    );
    rest.unused.iter().for_each(remark);
    run.outcome = rest.outcome;
    run.bad |= bad || bad_marks;
    run.is_desk_bad |= bad || bad_marks;
}

/// The directory that the names of articles in a baseline start from.
pub(super) fn directory(run: &Run, file: Option<&Path>) -> PathBuf {
    let file = run.absolute(file.unwrap_or(Path::new(FILE)));
    file.parent().map_or_else(PathBuf::new, Path::to_owned)
}
