//! `claimlint report`

use std::io::{self, Write as _};
use std::path::Path;

use super::desk::text_of;
use super::known::{self, Which};
use super::output::writable;
use super::run::{Run, RunArgs};
use super::{Status, file, tell};
use crate::dossier::Dossier;
use crate::problem::Problem;
use crate::report::factcheck::{BUILTIN, Layout, Options, Template, page, render};

const AFTER_HELP: &str = "\
The format is that of the file's ending where --format is not given: .html, .md, .csv, .json.

Exit status: 0 whatever differs, 2 bad usage, input or rules. What could not be read is named in the report.

Examples:
  claimlint report articles/ -o report.html                one page, for a person who was not there
  claimlint report a.txt b.txt --title \"Rafah\" > a.html    two articles, with a title
  claimlint report --format markdown articles/             for a comment or a wiki
  claimlint report draft.md --against archive/ -o d.html   only what involves the draft";

/// Write the fact-check report: what differs, what there is to check, what was checked
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    run: RunArgs,
    /// Write the report to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// How the report is written [default: by the file's ending, else html]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The report's title
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Lay the report out by this template instead of the built-in one (html, markdown)
    #[arg(long, value_name = "FILE")]
    template: Option<String>,
    /// Print a built-in template, as a start for one of your own
    #[arg(long, value_name = "NAME", exclusive = true, value_parser = BUILTIN.map(|(name, _)| name))]
    print_template: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One page that needs nothing else
    Html,
    /// For a comment or a wiki
    Markdown,
}

impl Format {
    /// The format that the ending of a file asks for.
    fn of_file(file: &str) -> Option<Self> {
        let ending = Path::new(file).extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Format::Html),
            "md" | "markdown" => Some(Format::Markdown),
            _ => None,
        }
    }
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    if let Some(name) = &args.print_template {
        let named = BUILTIN.iter().find(|(known, _)| known == name);
        let text = named.map_or("", |(_, text)| text);
        io::stdout().lock().write_all(text.as_bytes())?;
        return Ok(Status::Clean);
    }
    match written(args)? {
        Ok(status) => Ok(status),
        Err(problem) => {
            tell(&problem);
            Ok(Status::Problems)
        }
    }
}

/// Reads, checks, and writes the report.
fn written(args: &Args) -> io::Result<Result<Status, Problem>> {
    let format = match format(args) {
        Ok(format) => format,
        Err(problem) => return Ok(Err(problem)),
    };
    let template = args.template.as_deref();
    let text = match template.map(|file| text_of(file, Path::new(file))) {
        Some(Err(problem)) => return Ok(Err(problem)),
        Some(Ok(text)) => Some(text),
        None => None,
    };
    let template = template
        .zip(text.as_deref())
        .map(|(file, text)| Template { file, text });
    let own = args
        .output
        .as_deref()
        .into_iter()
        .chain(args.template.as_deref());
    let mut run = Run::of(&args.run, own)?;
    known::settle_run(&mut run, Which::Configured);
    let bytes = match bytes(args, format, template, &run) {
        Ok(bytes) => bytes,
        Err(problem) => return Ok(Err(problem)),
    };
    match &args.output {
        Some(file) => {
            let done = writable(file, &run).and_then(|()| file::write(Path::new(file), &bytes));
            if let Err(problem) = done {
                return Ok(Err(problem));
            }
        }
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
    }
    Ok(Ok(if run.bad {
        Status::Problems
    } else {
        Status::Clean
    }))
}

fn format(args: &Args) -> Result<Format, Problem> {
    let by_ending = args.output.as_deref().and_then(Format::of_file);
    let format = args.format.or(by_ending);
    match (format, &args.output) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(Format::Html),
        (None, Some(file)) => Err(Problem::of_file(file, "its ending tells no format")
            .help("end it with .html or .md, or give --format")),
    }
}

fn bytes(
    args: &Args,
    format: Format,
    template: Option<Template<'_>>,
    run: &Run,
) -> Result<Vec<u8>, Problem> {
    let dossier = Dossier::of(
        &run.gathered.readings,
        &run.outcome,
        &run.rules,
        &run.groups,
        &run.gathered.went.unread,
    );
    let layout = match format {
        Format::Html => Layout::Html,
        Format::Markdown => Layout::Markdown,
    };
    let options = Options {
        title: args.title.as_deref(),
    };
    Ok(render(&page(&dossier, options), layout, template)?.into_bytes())
}
