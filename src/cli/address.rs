//! Where in a file a person points: `draft.md:14:8`, and the figures there.

use crate::claim::{Claim, Reading};
use crate::document::Section;
use crate::problem::{Problem, nearest};
use crate::series::Member;

/// So many lines with figures are named where there is none.
const NAMED: usize = 3;

/// A place in a file, or a whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The file as given.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1, in Unicode scalars.
    pub column: Option<usize>,
}

impl Address {
    /// Reads `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`.
    pub fn of(given: &str) -> Result<Self, Problem> {
        let number = |text: &str| {
            let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            is_number.then(|| text.parse().unwrap_or(usize::MAX))
        };
        let split = |text: &str| {
            let (before, last) = text.rsplit_once(':')?;
            Some((before.to_owned(), number(last)?))
        };
        // Some programs print a colon behind the column too.
        let given = given.strip_suffix(':').unwrap_or(given);
        let (file, line, column) = match split(given) {
            None => (given.to_owned(), None, None),
            Some((before, last)) => match split(&before) {
                Some((file, line)) => (file, Some(line), Some(last)),
                None => (before, Some(last), None),
            },
        };
        if line == Some(0) || column == Some(0) {
            let problem = Problem::of_file(given, "lines and columns count from 1");
            return Err(problem.help(format!("for the first line: {file}:1")));
        }
        Ok(Self { file, line, column })
    }

    /// The figures that are meant in the articles of the file: all of a line or of a row, or the one at the column or
    /// nearest to it. With the id of an article, lines and columns are those of its text.
    pub fn find(&self, readings: &[Reading], id: Option<&str>) -> Result<Vec<Member>, Problem> {
        let is_rows = readings.iter().any(|r| r.document.row.is_some());
        let (reading, claims) = match (id, self.line) {
            (Some(id), line) => {
                let reading = self.of_id(readings, id)?;
                (reading, self.figures(&readings[reading], line)?)
            }
            (None, Some(line)) if is_rows => {
                let reading = self.row(readings, line)?;
                (reading, self.figures(&readings[reading], None)?)
            }
            (None, line) => (0, self.figures(&readings[0], line)?),
        };
        let member = |claim| Member { reading, claim };
        Ok(claims.into_iter().map(member).collect())
    }

    fn of_id(&self, readings: &[Reading], id: &str) -> Result<usize, Problem> {
        let found = readings.iter().position(|r| r.document.id == id);
        found.ok_or_else(|| {
            let message = format!("no article of this file has the id \"{id}\"");
            let known = readings.iter().map(|r| r.document.id.as_str());
            let near = nearest(id, known).map(|near| format!("did you mean \"{near}\"?"));
            with_help(Problem::of_file(&self.file, message), near)
        })
    }

    /// The row that begins on a line of a JSON file.
    fn row(&self, readings: &[Reading], line: usize) -> Result<usize, Problem> {
        let of_row = |r: &Reading| r.document.row.as_ref().map(|(_, line)| *line);
        let Some(found) = readings.iter().position(|r| of_row(r) == Some(line)) else {
            let lines = readings.iter().filter_map(of_row);
            let near = lines.min_by_key(|row| (row.abs_diff(line), *row));
            let near = near.map(|near| format!("the nearest one: {}:{near}", self.file));
            return Err(with_help(
                self.problem("no article begins on this line"),
                near,
            ));
        };
        let id = &readings[found].document.id;
        if self.column.is_some() {
            let file = &self.file;
            return Err(self
                .problem("a row of data has no columns of its text")
                .help(format!(
                    "{file}:{line} explains all of its figures; with --id {id}, lines and columns are those of its text"
                )));
        }
        Ok(found)
    }

    /// The figures that are meant in a reading, as indices into its claims; without a line, all.
    fn figures(&self, reading: &Reading, line: Option<usize>) -> Result<Vec<usize>, Problem> {
        let Some(line) = line else {
            if reading.claims.is_empty() {
                return Err(self.problem("no figure is read in this article"));
            }
            return Ok((0..reading.claims.len()).collect());
        };
        let last = reading.document.last_line();
        if line > last {
            let message = format!("the text ends on line {last}");
            return Err(with_help(self.problem(message), near(reading, last)));
        }
        let stretches: Vec<Stretch> = (0..reading.claims.len())
            .map(|claim| Stretch::of(reading, claim))
            .filter(|stretch| stretch.is_on(line))
            .collect();
        if stretches.is_empty() {
            let why = Self::why_none(reading, line);
            return Err(with_help(self.problem(why), near(reading, line)));
        }
        let Some(column) = self.column else {
            return Ok(stretches.into_iter().map(|s| s.claim).collect());
        };
        let columns = reading.document.line_text(line).chars().count();
        // Behind the last character stands the cursor of an editor.
        if column > columns + 1 {
            let message = format!("this line ends at column {columns}");
            return Err(with_help(self.problem(message), near(reading, line)));
        }
        // Computed figures span those that they were computed from, and are meant only where they begin.
        let nearest = stretches
            .iter()
            .min_by_key(|s| (s.is_derived, s.distance(line, column), s.start));
        let start = nearest.map(|s| s.start);
        let meant = stretches.iter().filter(|s| Some(s.start) == start);
        Ok(meant.map(|s| s.claim).collect())
    }

    /// That no figure stands at the column itself, where the one that is meant stands beside it.
    pub fn remark(&self, reading: &Reading, claim: usize) -> Option<Problem> {
        let distance = Stretch::of(reading, claim).distance(self.line?, self.column?);
        let message = "no figure is read here: this is the nearest of the line";
        (distance > 0).then(|| self.problem(message))
    }

    /// What stands on a line without figures.
    fn why_none(reading: &Reading, line: usize) -> String {
        let document = &reading.document;
        let on_line = |span: &std::ops::Range<usize>| document.place(span.clone()).line == line;
        let mut blocks = document.blocks.iter();
        let is_furniture = blocks
            .any(|block| block.section == Section::Furniture && on_line(&(block.start..block.end)));
        let day = reading.dates.iter().find(|date| on_line(&date.span));
        let day = day.and_then(|date| document.text().get(date.span.clone()));
        let day = day.map(|day| day.trim_end_matches(|c: char| !c.is_alphanumeric()));
        match day {
            _ if is_furniture => {
                "no figure is read on this line: it is taken for no part of the article".to_owned()
            }
            Some(day) => format!("no figure is read on this line: \"{day}\" is a date"),
            None => "no figure is read on this line".to_owned(),
        }
    }

    /// A problem with the place that is pointed to.
    fn problem(&self, message: impl Into<String>) -> Problem {
        match self.line {
            Some(line) => Problem::at(&self.file, line, self.column.unwrap_or(1), message),
            None => Problem::of_file(&self.file, message),
        }
    }
}

/// The same problem with advice, where there is some.
fn with_help(problem: Problem, help: Option<String>) -> Problem {
    match help {
        Some(help) => problem.help(help),
        None => problem,
    }
}

/// Where a claim stands: lines and columns.
struct Stretch {
    claim: usize,
    start: (usize, usize),
    /// The line and column of its last character.
    last: (usize, usize),
    is_derived: bool,
}

impl Stretch {
    fn of(reading: &Reading, index: usize) -> Self {
        let (document, claim): (_, &Claim) = (&reading.document, &reading.claims[index]);
        let words = document.text().get(claim.span.clone()).unwrap_or_default();
        let last = words.char_indices().next_back().map_or(0, |(at, _)| at);
        let place = |from: usize| {
            let place = document.place(from..claim.span.end);
            (place.line, place.column)
        };
        Self {
            claim: index,
            start: place(claim.span.start),
            last: place(claim.span.start + last),
            is_derived: claim.is_derived(),
        }
    }

    fn is_on(&self, line: usize) -> bool {
        let last = if self.is_derived {
            self.start.0
        } else {
            self.last.0
        };
        (self.start.0..=last).contains(&line)
    }

    /// How many columns of a line lie between a column and the figure.
    fn distance(&self, line: usize, column: usize) -> usize {
        let first = if self.start.0 < line { 1 } else { self.start.1 };
        let last = if self.last.0 > line {
            usize::MAX
        } else {
            self.last.1
        };
        first
            .saturating_sub(column)
            .max(column.saturating_sub(last))
    }
}

/// The lines with figures that are nearest to one, with their first figures.
fn near(reading: &Reading, line: usize) -> Option<String> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for claim in reading.claims.iter().filter(|claim| !claim.is_derived()) {
        let at = reading.document.place(claim.span.clone()).line;
        if lines.last().is_none_or(|(last, _)| *last != at) {
            lines.push((at, &claim.text));
        }
    }
    lines.sort_by_key(|(at, _)| (at.abs_diff(line), *at));
    lines.truncate(NAMED);
    lines.sort_unstable();
    let lines: Vec<String> = lines
        .iter()
        .map(|(at, text)| format!("line {at} (\"{text}\")"))
        .collect();
    (!lines.is_empty()).then(|| format!("the nearest figures are on {}", lines.join(", ")))
}
