//! A run of the rules over articles, for the commands that need what they find.

use std::collections::BTreeSet;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::changed::Changed;
use super::desk::{ConfigArgs, Desk};
use super::gathered::{Gathered, Sources};
use super::progress::Progress;
use super::target::{directories, writable};
use super::tell;
use super::watch::RestsOn;
use crate::dossier::Group;
use crate::finding::Outcome;
use crate::problem::Problem;
use crate::rules::{Profile, Rule, check, check_each};
use crate::settled::{Article, Scope, marks};

/// What is read, and what it is held against
#[derive(clap::Args)]
pub(super) struct RunArgs {
    /// Articles: files (text, Markdown, HTML, JSON, JSON Lines), directories, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// Compare with these, but report only what involves PATH
    #[arg(long, value_name = "PATH", conflicts_with = "per_document")]
    pub against: Vec<String>,
    /// Compare with a table of known figures and of errors once published (CSV or YAML: measure, place, population,
    /// as-of, low, high, source, note, published-wrong-on; measure, low and source are required)
    #[arg(long, value_name = "FILE")]
    pub reference: Vec<String>,
    /// Check every document only with itself
    #[arg(long)]
    pub per_document: bool,
    /// Which rules run
    #[arg(long, value_enum)]
    pub profile: Option<ProfileArg>,
    /// A directory of rules that are added to the built-in ones, or replace those of the same id
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<String>,
    /// The file that standard input (`-`) stands for: its ending tells the format, its directory the configuration
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<String>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum ProfileArg {
    /// Arithmetic, dates, and counts of one thing that differ
    Desk,
    /// That, and what changes from one article or outlet to the next
    Factcheck,
}

impl From<ProfileArg> for Profile {
    fn from(given: ProfileArg) -> Self {
        match given {
            ProfileArg::Desk => Profile::Desk,
            ProfileArg::Factcheck => Profile::Factcheck,
        }
    }
}

/// The profile of a run: what the command line asks for, else the configuration, else that of one document or several.
pub(super) fn profile(
    given: Option<ProfileArg>,
    configured: Option<Profile>,
    several: bool,
) -> Profile {
    let by_number = if several {
        Profile::Factcheck
    } else {
        Profile::Desk
    };
    given.map(Profile::from).or(configured).unwrap_or(by_number)
}

/// What a run found, with all that it rests on.
pub(super) struct Run {
    /// The articles.
    pub gathered: Gathered,
    /// What was found in them.
    pub outcome: Outcome,
    /// The rules that ran, each once.
    pub rules: Vec<Rule>,
    /// The articles that were compared with each other, and how.
    pub groups: Vec<Group>,
    /// Whether something could not be read.
    pub bad: bool,
    /// Whether that is something else than an article: a configuration, a baseline, a comment.
    pub is_desk_bad: bool,
    desk: Desk,
    /// Those that were walked.
    directories: Vec<PathBuf>,
    scope: Scope,
}

impl Run {
    /// Reads and checks; tells what cannot be read. Files that are written are none of the articles, though they lie
    /// among them.
    pub fn of<'a>(args: &RunArgs, written: impl Iterator<Item = &'a str>) -> io::Result<Self> {
        if args.stdin_filename.is_some() && !args.paths.iter().any(|path| path == "-") {
            let message = "standard input is not read, since `-` is not among the paths";
            super::remark(&Problem::of_file("--stdin-filename", message));
        }
        let mut desk = Desk::new(&args.config, &args.rules, &args.reference);
        written.for_each(|file| desk.set_aside(file));
        let lists = [&args.paths[..], &args.against[..]];
        let sources = Sources {
            lists: &lists,
            stdin_name: args.stdin_filename.as_deref(),
            is_shown: false,
        };
        let gathered = Gathered::read(sources, &mut desk)?;
        // Rules that cannot be read are told even where there is no article.
        if gathered.readings.is_empty() {
            desk.of_here();
        }
        let comparing = Progress::of_comparing(gathered.readings.len());
        let groups = gathered.groups();
        let mut rules: Vec<Rule> = Vec::new();
        let mut ran: Vec<Group> = Vec::new();
        let mut all = Outcome::default();
        for (range, setup) in &groups {
            let readings = &gathered.readings[range.clone()];
            let configured = gathered.origins[range.start]
                .1
                .settings
                .config
                .profile
                .as_ref();
            let several = range.len() > 1 && !args.per_document;
            let profile = profile(args.profile, configured.map(|p| p.value), several);
            let mut set = setup.rules.clone().of_profile(profile);
            // What is off is not held against what other rules say either.
            let off = gathered.off(range);
            set.rules.retain(|rule| !off.contains(&rule.id));
            let mut outcome = if args.per_document {
                check_each(readings, &set)
            } else {
                check(readings, &set)
            };
            outcome.shift(range.start);
            all.add(outcome);
            for rule in &set.rules {
                if let Err(place) = rules.binary_search_by(|known| known.id.cmp(&rule.id)) {
                    rules.insert(place, rule.clone());
                }
            }
            ran.push(Group {
                readings: range.clone(),
                rules: set,
                per_document: args.per_document,
            });
        }
        drop(comparing);
        if groups.len() > 1 {
            all.findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
            tell_apart(&gathered);
        }
        if !args.against.is_empty() {
            all.findings.retain(|f| {
                let mut sided = f.locations.iter().filter(|l| l.side.is_some());
                sided.any(|l| gathered.origins[l.reading].0 == 0)
            });
        }
        all.settled.excluded = gathered.went.excluded;
        let whole = is_whole(&args.paths, &gathered, &desk);
        Ok(Self {
            outcome: all,
            rules,
            groups: ran,
            bad: gathered.went.bad || desk.is_bad,
            is_desk_bad: desk.is_bad,
            scope: Scope {
                per_document: args.per_document,
                whole,
            },
            directories: directories(lists.into_iter().flatten()),
            gathered,
            desk,
        })
    }

    /// The articles as their desks see them, named from a directory; tells what of their comments cannot be read, and
    /// whether anything cannot.
    pub fn articles(&self, named_from: &Path) -> (Vec<Article<'_>>, bool) {
        let mut bad = false;
        let pairs = self.gathered.readings.iter().zip(&self.gathered.origins);
        let articles = pairs.map(|(reading, (list, origin))| {
            let settings = &origin.settings;
            let (marks, problems) = marks(&reading.document, &settings.setup.rules);
            problems.iter().for_each(tell);
            bad |= !problems.is_empty();
            let below = origin.path.strip_prefix(named_from);
            let file = match below {
                Ok(below) => below.display().to_string().replace('\\', "/"),
                Err(_) => self.desk.printed(&origin.path),
            };
            let name = match &reading.document.row {
                None => file,
                Some((path, line)) if reading.document.id == format!("{path}:{line}") => {
                    format!("{file}:{line}")
                }
                Some(_) => format!("{file}:{}", reading.document.id),
            };
            Article {
                config: &settings.config,
                path: origin.path.clone(),
                name,
                is_asked: *list == 0,
                marks,
            }
        });
        (articles.collect(), bad)
    }

    /// What was looked for.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The files of known findings that the configurations name, each once, in order.
    pub fn baselines(&self) -> Vec<PathBuf> {
        let origins = self.gathered.origins.iter();
        let named = origins.filter_map(|(_, origin)| origin.settings.config.baseline.as_ref());
        let mut seen = BTreeSet::new();
        named
            .map(|path| path.value.clone())
            .filter(|path| seen.insert(path.clone()))
            .collect()
    }

    /// What was read besides the articles.
    pub fn into_rests_on(self) -> RestsOn {
        self.desk.rests_on
    }

    /// Keeps the findings with a figure in a line that was changed since a revision.
    pub fn keep_changed(&mut self, revision: &str) -> Result<(), Problem> {
        let origins = &self.gathered.origins;
        let readings = &self.gathered.readings;
        let mut repositories: Vec<Changed> = Vec::new();
        let mut touches = |path: &Path, lines: RangeInclusive<usize>| {
            let known = repositories.iter().position(|known| known.holds(path));
            let known = match known {
                Some(known) => known,
                None => {
                    let dir = path.parent().unwrap_or(path);
                    repositories.push(Changed::since(revision, dir)?);
                    repositories.len() - 1
                }
            };
            Ok(repositories[known].touches(path, &lines))
        };
        // A revision that there is not is told even where there is nothing to tell else.
        if let Some((_, first)) = origins.first() {
            touches(&first.path, 1..=1)?;
        }
        let mut touched = Vec::with_capacity(self.outcome.findings.len());
        for finding in &mut self.outcome.findings {
            let mut first_touched = None;
            for (i, location) in finding.locations.iter().enumerate() {
                if location.side.is_none() || first_touched.is_some() {
                    continue;
                }
                let document = &readings[location.reading].document;
                let lines = match &document.row {
                    Some((_, line)) => *line..=*line,
                    None => {
                        let start = document.place(location.span(readings)).line;
                        start..=start + location.text(readings).matches('\n').count()
                    }
                };
                if touches(&origins[location.reading].1.path, lines)? {
                    first_touched = Some(i);
                }
            }
            // What was changed is what is told of.
            if let Some(first) = first_touched {
                finding.locations[..=first].rotate_right(1);
            }
            touched.push(first_touched.is_some());
        }
        self.outcome.settled.unchanged = touched.iter().filter(|touched| !**touched).count();
        let mut touched = touched.into_iter();
        self.outcome
            .findings
            .retain(|_| touched.next().unwrap_or(true));
        Ok(())
    }

    /// Notes that the result rests on a file of known findings.
    pub fn note(&mut self, baseline: &Path) {
        self.desk.note(baseline);
    }

    /// Whether a file may be written, see [`writable`].
    pub fn writable(&self, file: &str) -> Result<(), Problem> {
        writable(file, &self.desk, &self.gathered.readings, &self.directories)
    }

    /// A path from the root of the file system.
    pub fn absolute(&self, path: &Path) -> PathBuf {
        self.desk.absolute(path)
    }
}

/// Says which articles were not held against each other.
fn tell_apart(gathered: &Gathered) {
    let first =
        |range: &std::ops::Range<usize>| gathered.readings[range.start].document.shown_name();
    let groups = gathered.groups();
    let names: Vec<String> = groups.iter().map(|(range, _)| first(range)).collect();
    let message = format!(
        "{} groups of articles are checked apart, since their configurations differ in rules, words or tolerances; they begin with {}",
        groups.len(),
        names.join(", ")
    );
    super::remark(&crate::problem::Problem::of_file(
        crate::config::FILE,
        message,
    ));
}

/// Whether everything below the directory of each configuration is read.
fn is_whole(paths: &[String], gathered: &Gathered, desk: &Desk) -> bool {
    let directories = directories(paths);
    let mut files: BTreeSet<&str> = BTreeSet::new();
    for (_, origin) in &gathered.origins {
        files.extend(origin.settings.config.layers.iter().map(|file| &**file));
    }
    // Without any, the directory here stands for it.
    if files.is_empty() {
        files.insert(crate::config::FILE);
    }
    files.into_iter().all(|file| {
        let file = desk.absolute(Path::new(file));
        directories.iter().any(|dir| file.starts_with(dir))
    })
}
