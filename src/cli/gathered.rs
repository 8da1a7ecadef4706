//! The articles of a run, read.

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;
use std::rc::Rc;

use super::desk::{Desk, Settings, Setup};
use super::input::{Origin, Reader, Taken};
use super::progress::Progress;
use super::{remark, tell};
use crate::claim::Reading;
use crate::problem::Problem;

/// What is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    /// Lists of paths, one after another.
    pub lists: &'a [&'a [String]],
    /// The file that standard input stands for.
    pub stdin_name: Option<&'a str>,
    /// Whether a terminal shows what is read as it is read: then nothing else is shown.
    pub is_shown: bool,
}

/// How reading went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Went {
    /// Whether something could not be read.
    pub bad: bool,
    /// What could not be read of the articles.
    pub unread: Vec<Problem>,
    /// How many files the configuration excludes.
    pub excluded: usize,
}

/// Reads articles one after another, and tells what could not be read. `each` gets every article, or part of one, with
/// the number of its list and where it comes from.
pub(super) fn read_articles(
    sources: Sources<'_>,
    desk: &mut Desk,
    each: &mut dyn FnMut(usize, Reading, Origin) -> io::Result<()>,
) -> io::Result<Went> {
    let mut reader = Reader::new(desk, sources.stdin_name);
    let mut unread = Vec::new();
    let progress = if sources.is_shown {
        Progress::hidden()
    } else {
        Progress::of_reading()
    };
    // How many figures the parts had that an article goes on from.
    let mut figures = 0;
    for (list, paths) in sources.lists.iter().enumerate() {
        reader.paths(paths, &mut |found| {
            match found {
                Taken::Problem(problem) => {
                    tell(&problem);
                    unread.push(problem);
                }
                Taken::Remark(problem) => remark(&problem),
                Taken::Article(document, origin) => {
                    let lexicon = &origin.settings.setup.lexicon;
                    let mut reading = crate::extract::read(document, lexicon);
                    if reading.document.continues() {
                        reading.count_on(figures);
                    } else {
                        figures = 0;
                        progress.count();
                    }
                    figures += reading.claims.len();
                    each(list, reading, origin)?;
                }
            }
            Ok(())
        })?;
    }
    let (remarks, excluded) = reader.into_remarks();
    remarks.iter().for_each(remark);
    Ok(Went {
        bad: desk.is_bad || !unread.is_empty(),
        unread,
        excluded,
    })
}

/// Articles, each as a whole.
#[derive(Debug)]
pub(super) struct Gathered {
    /// The articles. Those that are compared with each other stand together.
    pub readings: Vec<Reading>,
    /// The list of each, and where it comes from.
    pub origins: Vec<(usize, Origin)>,
    /// How it went.
    pub went: Went,
}

impl Gathered {
    /// Reads all articles.
    pub fn read(sources: Sources<'_>, desk: &mut Desk) -> io::Result<Self> {
        let mut readings: Vec<Reading> = Vec::new();
        let mut origins: Vec<(usize, Origin)> = Vec::new();
        let went = read_articles(sources, desk, &mut |list, reading, origin| {
            match readings.last_mut() {
                Some(before) if reading.document.continues() => before.join(reading),
                _ => {
                    readings.push(reading);
                    origins.push((list, origin));
                }
            }
            Ok(())
        })?;
        let mut gathered = Self {
            readings,
            origins,
            went,
        };
        gathered.put_together();
        Ok(gathered)
    }

    /// Orders the articles by how they are compared, in the order in which each way was met first.
    fn put_together(&mut self) {
        let mut setups: Vec<*const Setup> = Vec::new();
        let mut ways = Vec::with_capacity(self.origins.len());
        for (_, origin) in &self.origins {
            let setup = Rc::as_ptr(&origin.settings.setup);
            let way = setups.iter().position(|known| *known == setup);
            ways.push(way.unwrap_or_else(|| {
                setups.push(setup);
                setups.len() - 1
            }));
        }
        if setups.len() < 2 {
            return;
        }
        let readings = std::mem::take(&mut self.readings);
        let origins = std::mem::take(&mut self.origins);
        let mut all: Vec<_> = ways
            .into_iter()
            .zip(readings.into_iter().zip(origins))
            .collect();
        all.sort_by_key(|(way, _)| *way);
        (self.readings, self.origins) = all.into_iter().map(|(_, article)| article).unzip();
    }

    /// The rules that are off for every article of a range.
    pub fn off(&self, range: &Range<usize>) -> BTreeSet<String> {
        let mut seen: Vec<*const Settings> = Vec::new();
        let mut off: Option<BTreeSet<String>> = None;
        for (_, origin) in &self.origins[range.clone()] {
            let settings = Rc::as_ptr(&origin.settings);
            if seen.contains(&settings) {
                continue;
            }
            seen.push(settings);
            let severities = origin.settings.config.severities.iter();
            let here = severities.filter(|(_, levels)| levels.value.are_off());
            let here: BTreeSet<String> = here.map(|(rule, _)| rule.clone()).collect();
            off = Some(off.map_or(here.clone(), |off| &off & &here));
        }
        off.unwrap_or_default()
    }

    /// The articles that are compared with each other: where they begin and end, and how.
    pub fn groups(&self) -> Vec<(Range<usize>, Rc<Setup>)> {
        let mut groups: Vec<(Range<usize>, Rc<Setup>)> = Vec::new();
        for (i, (_, origin)) in self.origins.iter().enumerate() {
            let setup = &origin.settings.setup;
            match groups.last_mut() {
                Some((range, last)) if Rc::ptr_eq(last, setup) => range.end = i + 1,
                _ => groups.push((i..i + 1, Rc::clone(setup))),
            }
        }
        groups
    }
}
