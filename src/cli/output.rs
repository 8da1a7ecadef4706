//! How `claimlint check` writes what it found: to standard output, and to files.

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum as _;

use super::run::Run;
use super::style::{Color, WIDTH, width};
use super::{file, tell};
use crate::problem::{Problem, nearest};
use crate::report::{self, Report};

#[derive(clap::Args)]
pub(super) struct Output {
    /// How findings are written to standard output
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
    /// Write a file too, in any of these formats; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = target)]
    pub(super) output: Vec<Target>,
    /// Show notes too (json, jsonl and sarif always have them)
    #[arg(long)]
    pub(super) notes: bool,
    /// Print the key of each finding, for marks that it was reviewed (text)
    #[arg(long)]
    pub(super) keys: bool,
    /// When to use colour (text)
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs: one object, schema claimlint.findings/1
    Json,
    /// The same, one finding a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality report of GitLab
    Gitlab,
    /// Test report for build servers
    Junit,
    /// Checkstyle XML
    Checkstyle,
    /// Summary of a job, or a comment on a change
    Markdown,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    format: Format,
    file: String,
}

impl Output {
    /// The files to write.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.output.iter().map(|target| target.file.as_str())
    }
}

/// Reads `FORMAT=FILE`.
fn target(given: &str) -> Result<Target, String> {
    let names: Vec<String> = Format::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect();
    let Some((name, file)) = given.split_once('=') else {
        return Err("expected a format and a file, as in sarif=claimlint.sarif".to_owned());
    };
    let Ok(format) = Format::from_str(name, false) else {
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("expected one of {}", names.join(", ")),
        };
        return Err(format!("unknown format `{name}`: {help}"));
    };
    match file {
        "" => Err(format!("no file is named, expected {name}=FILE")),
        "-" => Err(format!(
            "`-` is standard output: for that, use --format {name}"
        )),
        file => Ok(Target {
            format,
            file: file.to_owned(),
        }),
    }
}

/// Writes the files, then standard output; tells which files cannot be written, and whether there are any. Where not
/// all of the input could be read, files keep what they have.
pub(super) fn write(
    args: &Output,
    report: &Report<'_>,
    is_whole: bool,
    run: &Run,
) -> io::Result<bool> {
    let mut bad = false;
    let real = |target: &Target| {
        let file = run.absolute(Path::new(&target.file));
        file.canonicalize().unwrap_or(file)
    };
    for target in &args.output {
        let this = real(target);
        let same = args.output.iter().filter(|other| real(other) == this);
        let written = if same.count() > 1 {
            let message = "not written, because it is named for two formats: name two files";
            Err(Problem::of_file(&target.file, message))
        } else {
            run.writable(&target.file)
                .and_then(|()| write_file(target, report, is_whole))
        };
        if let Err(problem) = written {
            tell(&problem);
            bad = true;
        }
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let options = report::text::Options {
        color: args.color.is_on(),
        notes: report.notes,
        keys: args.keys,
        width: width(),
    };
    write_as(args.format, &mut out, report, &options)?;
    out.flush()?;
    Ok(bad)
}

fn write_file(target: &Target, report: &Report<'_>, is_whole: bool) -> Result<(), Problem> {
    if !is_whole {
        let message = "not written, because not all of the input could be read";
        return Err(Problem::of_file(&target.file, message));
    }
    let options = report::text::Options {
        color: false,
        notes: report.notes,
        keys: false,
        width: WIDTH,
    };
    let mut bytes = Vec::new();
    write_as(target.format, &mut bytes, report, &options)
        .map_err(|error| Problem::of_file(&target.file, error.to_string()))?;
    file::write(Path::new(&target.file), &bytes)
}

fn write_as(
    format: Format,
    out: &mut dyn Write,
    report: &Report<'_>,
    options: &report::text::Options,
) -> io::Result<()> {
    match format {
        Format::Text => report::text::write(out, report.outcome, report.readings, options),
        Format::Json => report::json::write(out, report.outcome, report.readings),
        Format::Jsonl => report::jsonl::write(out, report),
        Format::Sarif => report::sarif::write(out, report),
        Format::Github => report::github::write(out, report),
        Format::Gitlab => report::gitlab::write(out, report),
        Format::Junit => report::junit::write(out, report),
        Format::Checkstyle => report::checkstyle::write(out, report),
        Format::Markdown => report::markdown::write(out, report),
    }
}
