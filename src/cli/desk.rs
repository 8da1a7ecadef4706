//! What holds for each article: the configuration files found upward from it, with the rules and words that they name.

use std::collections::HashMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::input::unreadable;
use super::watch::{RestsOn, Seen};
use super::{known, reference, rules, tell};
use crate::config::{self, Config, FILE, Layer};
use crate::document;
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::rules::RuleSet;

/// Which configuration is used
#[derive(clap::Args, Debug, Clone, Default)]
pub(super) struct ConfigArgs {
    /// Use this configuration for every article, instead of the claimlint.yaml files found upward from each
    #[arg(long, value_name = "FILE")]
    config: Option<String>,
    /// Use no configuration file
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
}

/// What holds for an article.
#[derive(Debug)]
pub(super) struct Settings {
    /// What its configuration files say.
    pub config: Config,
    /// How it is read and compared; shared by all that are compared with each other.
    pub setup: Rc<Setup>,
}

/// How articles are read and compared.
#[derive(Debug)]
pub(super) struct Setup {
    /// The words.
    pub lexicon: Lexicon,
    /// All rules, of every profile.
    pub rules: RuleSet,
}

/// The settings of all articles of a run.
pub(super) struct Desk {
    args: ConfigArgs,
    /// `--rules`
    rules: Vec<String>,
    /// `--reference`
    references: Vec<String>,
    /// Files that are no articles though they lie among them: absolute paths.
    set_aside: Vec<PathBuf>,
    here: PathBuf,
    layers: HashMap<PathBuf, Option<Rc<Layer>>>,
    by_directory: HashMap<PathBuf, Option<Rc<Settings>>>,
    by_layers: HashMap<Vec<Arc<str>>, Option<Rc<Settings>>>,
    /// Those with a setup of their own, in the order in which they were met.
    made: Vec<Rc<Settings>>,
    /// What was read besides the articles.
    pub rests_on: RestsOn,
    /// Whether a configuration, or what it names, could not be read.
    pub is_bad: bool,
}

impl Desk {
    /// A desk that knows no directory yet.
    pub fn new(args: &ConfigArgs, rules: &[String], references: &[String]) -> Self {
        let mut desk = Self {
            args: args.clone(),
            rules: rules.to_vec(),
            references: references.to_vec(),
            set_aside: Vec::new(),
            // Where that is unknown, the file system says so when a file is opened.
            here: std::env::current_dir().unwrap_or_default(),
            layers: HashMap::new(),
            by_directory: HashMap::new(),
            by_layers: HashMap::new(),
            made: Vec::new(),
            rests_on: RestsOn::new(),
            is_bad: false,
        };
        let named = rules.iter().chain(references);
        named.for_each(|path| desk.note(Path::new(path)));
        desk
    }

    /// Notes that a result rests on a file or a directory of rules, before it is read.
    pub fn note(&mut self, path: &Path) {
        if self.rests_on.contains_key(path) {
            return;
        }
        let path = self.absolute(path);
        let seen = || Seen::of_other(&path);
        self.rests_on.entry(path.clone()).or_insert_with(seen);
    }

    /// Whether a result rests on a file that is no article: a configuration, rules, words, a table, a baseline.
    pub fn rests_on(&self, file: &Path) -> bool {
        let rests_on = self.rests_on.keys();
        file.is_file()
            && rests_on
                .map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()))
                .any(|path| path == file || file.parent() == Some(&*path))
    }

    /// Notes that a file is no article.
    pub fn set_aside(&mut self, file: &str) {
        let path = self.absolute(Path::new(file));
        self.set_aside.push(path);
    }

    /// Whether a file is the program's own, and no article: one that is written, a baseline.
    pub fn is_own(&mut self, file: &Path) -> bool {
        let path = self.absolute(file);
        let settings = self.of(file);
        let baseline = settings.as_ref().and_then(|s| s.config.baseline.as_ref());
        path.file_name().is_some_and(|name| name == known::FILE)
            || self.set_aside.contains(&path)
            || begins_as_ours(&path)
            || baseline.is_some_and(|baseline| self.absolute(&baseline.value) == path)
    }

    /// What holds for a file, or for standard input here; `None` where the configuration is broken, which is told.
    pub fn of(&mut self, file: &Path) -> Option<Rc<Settings>> {
        let file = self.absolute(file);
        let dir = file.parent().unwrap_or(&file).to_owned();
        self.of_directory(&dir)
    }

    /// What holds in the current directory.
    pub fn of_here(&mut self) -> Option<Rc<Settings>> {
        let here = self.here.clone();
        self.of_directory(&here)
    }

    fn of_directory(&mut self, dir: &Path) -> Option<Rc<Settings>> {
        if let Some(known) = self.by_directory.get(dir) {
            return known.clone();
        }
        let layers = self.layers_of(dir);
        let settings = layers.and_then(|layers| {
            let files: Vec<_> = layers.iter().map(|layer| Arc::clone(&layer.file)).collect();
            if let Some(known) = self.by_layers.get(&files) {
                return known.clone();
            }
            let settings = self.settings(&layers);
            self.by_layers.insert(files, settings.clone());
            settings
        });
        self.is_bad |= settings.is_none();
        self.by_directory.insert(dir.to_owned(), settings.clone());
        settings
    }

    /// A path from the root of the file system, with the directory's links followed.
    pub fn absolute(&self, file: &Path) -> PathBuf {
        let file = self.here.join(file);
        match (file.parent().map(Path::canonicalize), file.file_name()) {
            (Some(Ok(dir)), Some(name)) => dir.join(name),
            _ => file,
        }
    }

    /// A path as it is printed: from here where that is short.
    pub fn printed(&self, path: &Path) -> String {
        let mut up = String::new();
        let here = self
            .here
            .canonicalize()
            .unwrap_or_else(|_| self.here.clone());
        for dir in here.ancestors() {
            if let Ok(below) = path.strip_prefix(dir) {
                return format!("{up}{}", below.display()).replace('\\', "/");
            }
            up.push_str("../");
        }
        path.display().to_string()
    }

    /// The layers of a directory, outermost first; `None` when one cannot be read, which is told.
    fn layers_of(&mut self, dir: &Path) -> Option<Vec<Rc<Layer>>> {
        if self.args.no_config {
            return Some(Vec::new());
        }
        if let Some(given) = self.args.config.clone() {
            let path = self.absolute(Path::new(&given));
            self.note(&path);
            return Some(vec![self.layer(&path, &given)?]);
        }
        let mut layers = Vec::new();
        for dir in dir.ancestors() {
            let path = dir.join(FILE);
            self.note(&path);
            if let Some(problem) = self.misnamed(dir) {
                tell(&problem);
                return None;
            }
            if path.is_file() {
                let printed = self.printed(&path);
                let layer = self.layer(&path, &printed)?;
                let is_root = layer.is_root;
                layers.push(layer);
                if is_root {
                    break;
                }
            }
            // A repository does not depend on what lies around it.
            if dir.join(".git").exists() {
                break;
            }
        }
        layers.reverse();
        Some(layers)
    }

    /// The problem with what is in the place of a configuration, or is nearly called like one.
    fn misnamed(&self, dir: &Path) -> Option<Problem> {
        let path = dir.join(FILE);
        if path.is_file() {
            return None;
        }
        if path.symlink_metadata().is_ok() {
            let message = "no file that can be read, expected a configuration";
            return Some(Problem::of_file(self.printed(&path), message));
        }
        let near =
            ["claimlint.yml", ".claimlint.yaml", ".claimlint.yml"].map(|name| dir.join(name));
        let near = near.iter().find(|path| path.is_file())?;
        let problem = Problem::of_file(
            self.printed(near),
            format!("a configuration is called {FILE}"),
        );
        Some(problem.help("give it that name"))
    }

    fn layer(&mut self, path: &Path, printed: &str) -> Option<Rc<Layer>> {
        if let Some(known) = self.layers.get(path) {
            return known.clone();
        }
        let read = text_of(printed, path).and_then(|text| {
            let dir = path.parent().unwrap_or(path);
            config::read(printed, dir, &text)
        });
        let layer = read.map(Rc::new).map_err(|problem| tell(&problem)).ok();
        self.layers.insert(path.to_owned(), layer.clone());
        layer
    }

    fn settings(&mut self, layers: &[Rc<Layer>]) -> Option<Rc<Settings>> {
        let config = Config::of(layers.iter().map(|layer| &**layer));
        config.files().for_each(|path| self.note(path));
        if let Some(like) = self
            .made
            .iter()
            .find(|made| made.config.compares_like(&config))
        {
            let setup = Rc::clone(&like.setup);
            // Ids in the other settings may still be wrong.
            let problems = config.unknown_rules(&setup.rules);
            problems.iter().for_each(tell);
            return problems
                .is_empty()
                .then(|| Rc::new(Settings { config, setup }));
        }
        let setup = Rc::new(self.setup(&config)?);
        let settings = Rc::new(Settings { config, setup });
        self.made.push(Rc::clone(&settings));
        Some(settings)
    }

    /// The words that the configuration of a path adds to the built-in ones; `None` where something is wrong with it,
    /// which is told.
    pub fn lexicon_of(&mut self, path: &Path) -> Option<Lexicon> {
        let path = self.absolute(path);
        let dir = if path.is_dir() {
            path.as_path()
        } else {
            path.parent().unwrap_or(&path)
        };
        let layers = self.layers_of(dir)?;
        lexicon(&Config::of(layers.iter().map(|layer| &**layer)))
    }

    fn setup(&mut self, config: &Config) -> Option<Setup> {
        if !is_there(&config.rule_directories) | !is_there(&config.reference) {
            return None;
        }
        let lexicon = lexicon(config)?;
        let printed = |path: &config::Set<PathBuf>| path.value.display().to_string();
        let mut dirs: Vec<String> = config.rule_directories.iter().map(printed).collect();
        // A directory that the command line names as well is read once.
        let real = |dir: &String| Path::new(dir).canonicalize().ok();
        let configured: Vec<Option<PathBuf>> = dirs.iter().map(real).collect();
        let is_new = |dir: &&String| real(dir).is_none_or(|dir| !configured.contains(&Some(dir)));
        dirs.extend(self.rules.iter().filter(is_new).cloned());
        // The globs of rules start beside the configuration that names them.
        let named_in = config.rule_directories.last();
        let named_in = named_in.map(|dir| self.absolute(Path::new(&*dir.file)));
        let beside = named_in.and_then(|file| Some(file.parent()?.to_owned()));
        let globs_from = beside.unwrap_or_else(|| self.here.clone());
        let (mut set, bad_rules) = rules::load(&dirs, globs_from, &lexicon);
        let tables: Vec<String> = config.reference.iter().map(printed).collect();
        let (references, bad_tables) =
            reference::load(&[&tables[..], &self.references].concat(), &lexicon);
        set.references = references;
        let problems = config.apply_to(&mut set);
        problems.iter().for_each(tell);
        // What can be used of rules and tables is used; a wrong setting may mean anything.
        self.is_bad |= bad_rules || bad_tables;
        problems.is_empty().then_some(Setup {
            lexicon,
            rules: set,
        })
    }
}

/// Whether a file of data or a page begins as those do that the program writes.
fn begins_as_ours(path: &Path) -> bool {
    /// How data begins, and what a page has in its head; without blanks.
    const DATA: [&str; 2] = [
        "{\"schema\":\"claimlint.",
        "{\"@context\":\"https://schema.org\",\"@graph\":[",
    ];
    const PAGE: &str = "<metaname=\"generator\"content=\"claimlint";
    let ending = path.extension().and_then(std::ffi::OsStr::to_str);
    let is_of_a_kind = matches!(ending, Some("json" | "jsonl" | "ndjson" | "html" | "htm"));
    if !is_of_a_kind || !path.is_file() {
        return false;
    }
    let mut start = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(512).read_to_end(&mut start));
    start.retain(|byte| !byte.is_ascii_whitespace());
    let start = String::from_utf8_lossy(&start);
    read.is_ok() && (DATA.iter().any(|sign| start.starts_with(sign)) || start.contains(PAGE))
}

/// The built-in words with those that a configuration adds; tells what is wrong with them.
fn lexicon(config: &Config) -> Option<Lexicon> {
    let mut files = Vec::new();
    for path in &config.lexicon {
        let printed = path.value.display().to_string();
        match text_of(&printed, &path.value) {
            Ok(text) => files.push((printed, text)),
            Err(problem) => {
                let help = format!("`{printed}` is named here");
                tell(&path.problem(problem.message).help(help));
                return None;
            }
        }
    }
    let lexicon = Lexicon::english_with(&files);
    lexicon.map_err(|problem| tell(&problem)).ok()
}

/// Whether everything that a configuration names is there; tells what is not, with the place where it is named.
fn is_there(paths: &[config::Set<PathBuf>]) -> bool {
    let missing = paths.iter().filter(|path| !path.value.exists());
    let problems = missing.map(|path| {
        path.problem(format!(
            "{}: no such file or directory",
            path.value.display()
        ))
    });
    problems.inspect(tell).count() == 0
}

/// The text of a file that is not an article.
pub(super) fn text_of(printed: &str, path: &Path) -> Result<String, Problem> {
    if path.exists() && !path.is_file() {
        return Err(Problem::of_file(
            printed,
            "no file that can be read whole: name one",
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(printed, &error))?;
    document::text(printed, bytes)
}
