//! `claimlint report`

use std::io::{self, Write as _};
use std::path::Path;

use super::desk::text_of;
use super::known::{self, Which};
use super::run::{Run, RunArgs};
use super::{Status, file, tell};
use crate::dossier::{Case, Dossier};
use crate::problem::Problem;
use crate::report::factcheck::{BUILTIN, Layout, Options, Template, page, render};
use crate::report::{Report, claimreview, hxl};

const AFTER_HELP: &str = "\
The format is that of the file's ending where --format is not given: .html, .md, .csv, .json.

Exit status: 0 whatever differs, 2 bad usage, input or rules. What could not be read is named in the report.

Examples:
  claimlint report articles/ -o report.html                one page, for a person who was not there
  claimlint report a.txt b.txt --title \"Rafah\" > a.html    two articles, with a title
  claimlint report --format markdown articles/             for a comment or a wiki
  claimlint report draft.md --against archive/ -o d.html   only what involves the draft
  claimlint report articles/ --format claimreview          drafts for a fact-checker to complete
  claimlint report articles/ -o figures.csv                every figure, with HXL hashtags";

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
    /// Drafts of ClaimReview (schema.org) as JSON-LD, for a fact-checker to complete
    #[value(name = "claimreview")]
    ClaimReview,
    /// Every figure as a row, with HXL hashtags
    Csv,
}

impl Args {
    /// The file that is written; none for standard output, `-` as well.
    fn file(&self) -> Option<&str> {
        self.output.as_deref().filter(|file| *file != "-")
    }
}

impl Format {
    /// The format that the ending of a file asks for.
    fn of_file(file: &str) -> Option<Self> {
        let ending = Path::new(file).extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Format::Html),
            "md" | "markdown" => Some(Format::Markdown),
            "json" | "jsonld" => Some(Format::ClaimReview),
            "csv" => Some(Format::Csv),
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
    let own = args.file().into_iter().chain(args.template.as_deref());
    let mut run = Run::of(&args.run, own)?;
    // So that it is not written over.
    if let Some(template) = &args.template {
        run.note(Path::new(template));
    }
    known::settle_run(&mut run, Which::Configured);
    let bytes = match bytes(args, format, template, &run)? {
        Ok(bytes) => bytes,
        Err(problem) => return Ok(Err(problem)),
    };
    match args.file() {
        Some(file) => {
            let done = run
                .writable(file)
                .and_then(|()| file::write(Path::new(file), &bytes));
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
    let by_ending = args.file().and_then(Format::of_file);
    let format = args.format.or(by_ending);
    let by_template = args.template.as_deref().and_then(Format::of_file);
    if let (Some(format), Some(template)) = (format, by_template)
        && matches!(format, Format::Html | Format::Markdown)
        && format != template
    {
        let message = "by its ending the template is of another format than the report";
        let template = args.template.clone().unwrap_or_default();
        return Err(Problem::of_file(template, message)
            .help("name a template of that format, or another --format"));
    }
    let laid_out = [("--title", &args.title), ("--template", &args.template)];
    let laid_out = laid_out.into_iter().find(|(_, given)| given.is_some());
    match (format, args.file()) {
        (Some(Format::ClaimReview | Format::Csv), _) if let Some((option, _)) = laid_out => {
            let message =
                "is for the formats html and markdown: the others have a form of their own";
            Err(Problem::of_file(option, message).help("leave it out"))
        }
        (Some(format), _) => Ok(format),
        (None, None) => Ok(by_template.unwrap_or(Format::Html)),
        (None, Some(file)) => Err(Problem::of_file(file, "its ending tells no format")
            .help("end it with .html, .md, .csv or .json, or give --format")),
    }
}

fn bytes(
    args: &Args,
    format: Format,
    template: Option<Template<'_>>,
    run: &Run,
) -> io::Result<Result<Vec<u8>, Problem>> {
    let readings = &run.gathered.readings;
    // Those of `--against` are only held against the others.
    let origins = run.gathered.origins.iter();
    let asked: Vec<bool> = origins.map(|(list, _)| *list == 0).collect();
    let mut bytes = Vec::new();
    let layout = match format {
        Format::Html => Layout::Html,
        Format::Markdown => Layout::Markdown,
        Format::ClaimReview => {
            let report = Report {
                outcome: &run.outcome,
                readings,
                rules: &run.rules,
                notes: false,
            };
            claimreview::write(&mut bytes, &report)?;
            return Ok(Ok(bytes));
        }
        Format::Csv => {
            hxl::write(&mut bytes, readings.iter().zip(&asked))?;
            return Ok(Ok(bytes));
        }
    };
    // What else could not be read was told where it was met.
    let mut unread = run.gathered.went.unread.clone();
    if run.is_desk_bad {
        let message = "a configuration, a baseline or a comment that it rests on could not be read: the messages of the run name which";
        unread.push(Problem::of_file("this report", message));
    }
    let dossier = Dossier::of(Case {
        readings,
        asked: &asked,
        outcome: &run.outcome,
        rules: &run.rules,
        groups: &run.groups,
        unread: &unread,
    });
    let options = Options {
        title: args
            .title
            .as_deref()
            .filter(|title| !title.trim().is_empty()),
    };
    Ok(render(&page(&dossier, options), layout, template).map(String::into_bytes))
}
