//! `claimlint timeline`

mod asked;

use std::io::{self, Write as _};
use std::path::Path;

use super::desk::{ConfigArgs, Desk};
use super::gathered::{Gathered, Sources};
use super::style::{WIDTH, width};
use super::target::{directories, writable};
use super::{Status, file, remark, tell};
use crate::dossier::timeline::{Filter, Timeline, timelines};
use crate::matching::Stories;
use crate::problem::Problem;
use crate::report::chart::Look;
use crate::report::timeline::{Options, csv, svg, table, title};

const AFTER_HELP: &str = "\
What counts one event, or one war, makes a timeline as soon as it has figures of several days or articles; so does what \
there is at a time. Reports that stand alone are put together. A figure is told as a change of the last one only where \
both are totals of one source. What is left out is listed with the reason.

Exit status: 0, also where nothing is found, which is told; 2 bad usage or input.

Examples:
  claimlint timeline articles/                            every timeline of two or more figures
  claimlint timeline --measure injured --place Accra articles/
  claimlint timeline --source coastguard articles/        what one source said, and when
  claimlint timeline --format csv articles/ > figures.csv
  claimlint timeline --measure injured --place Accra -o injured.svg articles/";

/// Show how figures of one thing in one place went over time, and who said what
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Articles: files (text, Markdown, HTML, JSON, JSON Lines), directories, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// What is counted: an id such as `killed`, or `noun:school`; may be given several times
    #[arg(long, value_name = "MEASURE")]
    measure: Vec<String>,
    /// Where, by any of its names; not what lies within it; may be given several times
    #[arg(long, value_name = "PLACE")]
    place: Vec<String>,
    /// Which people: `everyone`, or a group such as `child`
    #[arg(long, value_name = "GROUP")]
    population: Vec<String>,
    /// Who says it, publisher or originator: a name, or whole words of it
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Only the timeline of this number, as the table has it
    #[arg(long, value_name = "NUMBER")]
    number: Option<usize>,
    /// Show timelines of one figure too, and every figure that is left out
    #[arg(long)]
    all: bool,
    /// How timelines are written [default: by the file's ending, .csv or .svg, else table]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write a file, and nothing to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    #[command(flatten)]
    config: ConfigArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Table,
    /// For spreadsheets: one row a figure, below a header
    Csv,
    /// A chart of one timeline
    Svg,
}

impl Args {
    fn format(&self) -> Format {
        let ending = |file: &String| {
            let ending = Path::new(file).extension()?.to_str()?.to_ascii_lowercase();
            match ending.as_str() {
                "csv" => Some(Format::Csv),
                "svg" => Some(Format::Svg),
                _ => None,
            }
        };
        let by_ending = self.output.as_ref().and_then(ending);
        self.format.or(by_ending).unwrap_or(Format::Table)
    }

    fn has_filter(&self) -> bool {
        let lists = [&self.measure, &self.place, &self.population, &self.source];
        self.all || lists.iter().any(|list| !list.is_empty())
    }
}

/// The timelines of a run.
struct Found {
    timelines: Vec<Timeline>,
    /// How many more there are that nobody asked for.
    single: usize,
    /// What is told where there are none.
    nothing: Option<Problem>,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let mut desk = Desk::new(&args.config, &[], &[]);
    args.output.iter().for_each(|file| desk.set_aside(file));
    let sources = Sources {
        lists: &[&args.paths],
        stdin_name: None,
        is_shown: false,
    };
    let gathered = Gathered::read(sources, &mut desk)?;
    // What is asked for is told to be wrong even where there is no article.
    if gathered.readings.is_empty() {
        desk.of_here();
    }
    let bad = gathered.went.bad || desk.is_bad;
    let written = found(args, &gathered, &mut desk)
        .and_then(|found| written(args, &gathered, &found).map(|bytes| (found, bytes)));
    let (found, bytes) = match written {
        Ok(written) => written,
        Err(problem) => {
            tell(&problem);
            return Ok(Status::Problems);
        }
    };
    found.nothing.iter().for_each(remark);
    if found.single > 0 && args.format() == Format::Svg {
        remark(&Problem::of_file("timeline", single(found.single)));
    }
    if let Some(output) = &args.output {
        if let Err(problem) = write_file(args, output, &bytes, &gathered, &desk) {
            tell(&problem);
            return Ok(Status::Problems);
        }
    } else {
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()?;
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}

/// The timelines that are asked for, of all groups of articles.
fn found(args: &Args, gathered: &Gathered, desk: &mut Desk) -> Result<Found, Problem> {
    let groups = gathered.groups();
    let mut setups: Vec<_> = groups.iter().map(|(_, setup)| setup.clone()).collect();
    if setups.is_empty() {
        setups.extend(desk.of_here().map(|settings| settings.setup.clone()));
    }
    let lexicons: Vec<_> = setups.iter().map(|setup| &setup.lexicon).collect();
    let filter = asked::filter(args, &lexicons)?;
    let mut stories = Vec::new();
    for (range, setup) in &groups {
        stories.push(Stories::of(
            &gathered.readings[range.clone()],
            &setup.rules.matching,
        ));
    }
    let all = |filter: &Filter| -> Vec<Timeline> {
        let groups = groups.iter().zip(&stories);
        let timelines = groups.flat_map(|((range, setup), stories)| {
            let readings = &gathered.readings[range.clone()];
            let mut timelines = timelines(readings, stories, &setup.lexicon.measures, filter);
            timelines
                .iter_mut()
                .for_each(|timeline| timeline.count_on(range.start));
            timelines
        });
        let mut timelines: Vec<Timeline> = timelines.collect();
        // Those that are always shown come first, so that a number always means the same one.
        timelines.sort_by_key(|t| std::cmp::Reverse((is_of_several(t), t.rows.len())));
        timelines
    };
    let mut timelines = all(&filter);
    let nothing = timelines
        .is_empty()
        .then(|| asked::nothing(&gathered.readings, &filter, &all));
    let many = timelines.len();
    // A spreadsheet has room for all.
    if !args.has_filter() && args.format() != Format::Csv {
        timelines.retain(is_of_several);
    }
    Ok(Found {
        single: many - timelines.len(),
        timelines,
        nothing,
    })
}

/// Whether a timeline is shown to those who ask for nothing: it has two figures, and a place.
fn is_of_several(timeline: &Timeline) -> bool {
    timeline.rows.len() > 1 && timeline.place.is_some()
}

/// What is written, and where it goes is not known here.
fn written(args: &Args, gathered: &Gathered, found: &Found) -> Result<Vec<u8>, Problem> {
    let readings = &gathered.readings;
    let numbered: Vec<(usize, &Timeline)> = found
        .timelines
        .iter()
        .enumerate()
        .map(|(i, t)| (i + 1, t))
        .collect();
    let shown = match args.number {
        None => numbered,
        Some(number) => vec![*numbered.iter().find(|(n, _)| *n == number).ok_or_else(|| {
            let message = format!("no timeline {number}, expected 1 to {}", numbered.len());
            Problem::of_file("--number", message).help("the table tells the numbers")
        })?],
    };
    let mut bytes = Vec::new();
    let went = match args.format() {
        Format::Table => {
            let options = Options {
                width: if args.output.is_some() {
                    WIDTH
                } else {
                    width()
                },
                all: args.all,
            };
            table(&mut bytes, readings, &shown, options).and_then(|()| {
                if shown.is_empty() {
                    writeln!(bytes, "no timeline found")?;
                }
                if found.single > 0 && args.number.is_none() {
                    writeln!(bytes, "\n{}", single(found.single))?;
                }
                Ok(())
            })
        }
        Format::Csv => csv(&mut bytes, readings, &shown, args.all),
        Format::Svg => {
            bytes = drawn(readings, &shown, found)?.into_bytes();
            Ok(())
        }
    };
    went.map_err(|error| Problem::of_file("timeline", error.to_string()))?;
    Ok(bytes)
}

/// The chart of the only timeline.
fn drawn(
    readings: &[crate::claim::Reading],
    shown: &[(usize, &Timeline)],
    found: &Found,
) -> Result<String, Problem> {
    match shown {
        [(_, timeline)] => svg(readings, timeline, "timeline", Look::Alone).ok_or_else(|| {
            let message = format!(
                "nothing to draw: {} has no total with a day",
                title(readings, timeline)
            );
            Problem::of_file("--format svg", message)
        }),
        [] => Err(found.nothing.clone().unwrap_or_else(|| {
            let message = "nothing to draw: no timeline of two or more figures";
            Problem::of_file("--format svg", message)
                .help("--measure and --place find single figures too")
        })),
        several => {
            /// So many are named.
            const NAMED: usize = 12;
            let names = several
                .iter()
                .take(NAMED)
                .map(|(number, timeline)| format!("{number}. {}", title(readings, timeline)));
            let more = several.len().saturating_sub(NAMED);
            let more = if more > 0 {
                format!("; and {more} more")
            } else {
                String::new()
            };
            let names = names.collect::<Vec<_>>().join("; ");
            let message = format!(
                "a chart shows one timeline, and there are {}: {names}{more}",
                several.len()
            );
            Err(Problem::of_file("--format svg", message)
                .help("choose one with --number, or with --measure and --place"))
        }
    }
}

/// How many timelines are not shown.
fn single(count: usize) -> String {
    match count {
        1 => "1 more measure and place has no two figures: --all shows it".to_owned(),
        count => format!("{count} more measures and places have no two figures: --all shows them"),
    }
}

fn write_file(
    args: &Args,
    output: &str,
    bytes: &[u8],
    gathered: &Gathered,
    desk: &Desk,
) -> Result<(), Problem> {
    let bad = gathered.went.bad || desk.is_bad;
    if bad {
        let message = "not written, because not all of the input could be read";
        return Err(Problem::of_file(output, message));
    }
    let walked = directories(&args.paths);
    writable(output, desk, &gathered.readings, &walked)?;
    file::write(Path::new(output), bytes)
}
