//! From the text of a table of known figures to its rows: everything that can be wrong is found here, and named with its
//! place.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::raw;
use crate::checks::Reference;
use crate::checks::reference::When;
use crate::document::Date;
use crate::extract::place_named;
use crate::lexicon::Lexicon;
use crate::problem::{Problem, nearest};
use crate::quantity::{Bound, Decimal, Dimension, Form, LARGEST, Quantity};
use crate::yaml::{self, Spanned, place_of};

mod csv;

/// What is read of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows that can be read.
    pub rows: Vec<Reference>,
    /// What is wrong with the others.
    pub problems: Vec<Problem>,
    /// What was read, and may not be what was meant.
    pub remarks: Vec<Problem>,
}

/// The columns of a table, and the keys of a row.
const COLUMNS: [&str; 9] = [
    "measure",
    "place",
    "population",
    "as-of",
    "low",
    "high",
    "source",
    "note",
    "published-wrong-on",
];

/// Those that a table cannot do without.
const REQUIRED: [&str; 3] = ["measure", "low", "source"];

/// Reads a table, CSV or YAML by its name.
pub fn table(file: &str, text: &str, lexicon: &Lexicon) -> Table {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut out = Table::default();
    if text.trim().is_empty() {
        let message = "the file is empty: expected a table of known figures";
        out.problems.push(
            Problem::of_file(file, message)
                .help("a row has at least the columns `measure`, `low` and `source`"),
        );
        return out;
    }
    let extension = Path::new(file).extension().and_then(|e| e.to_str());
    let rows = match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => csv::rows(file, text, &mut out.problems),
        Some("yaml" | "yml") => match yaml::read::<Vec<raw::Reference>>(file, text) {
            Ok(rows) => rows.into_iter().map(Row::from).collect(),
            Err(problem) => {
                out.problems.push(problem);
                Vec::new()
            }
        },
        _ => {
            let message = "expected a table whose name ends in .csv, .yaml or .yml";
            out.problems.push(Problem::of_file(file, message));
            Vec::new()
        }
    };
    if rows.is_empty() && out.problems.is_empty() {
        let message = "no row below the header: expected known figures";
        out.problems.push(Problem::of_file(file, message));
    }
    let compiler = Compiler::new(file, lexicon);
    let mut unknown: FxHashSet<String> = FxHashSet::default();
    for row in rows {
        if let Some(place) = compiler.unknown_place(&row)
            && unknown.insert(place.text.clone())
            && unknown.len() <= REMARKS
        {
            out.remarks.push(compiler.remark(place));
        }
        match compiler.reference(row) {
            Ok(row) => out.rows.push(row),
            Err(problem) => out.problems.push(problem),
        }
    }
    let more = unknown.len().saturating_sub(REMARKS);
    if more > 0 {
        let message = format!("{more} more places are not known; they are taken as written");
        out.remarks.push(Problem::of_file(file, message));
    }
    out
}

/// As many places that nobody knows are named: a table may be of villages.
const REMARKS: usize = 20;

/// What stands in a table, and where: line and column, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    text: String,
    at: (usize, usize),
}

/// A row as it is written: its cells in the order of [`COLUMNS`], none where one is empty.
pub(super) struct Row {
    at: (usize, usize),
    cells: [Option<Cell>; COLUMNS.len()],
}

impl From<raw::Reference> for Row {
    fn from(raw: raw::Reference) -> Self {
        let cell = |value: Spanned<String>| Cell {
            at: place_of(&value),
            text: value.value.trim().to_owned(),
        };
        Row {
            at: place_of(&raw.measure),
            cells: [
                Some(raw.measure),
                raw.place,
                raw.population,
                raw.as_of,
                Some(raw.low),
                raw.high,
                Some(raw.source),
                raw.note,
                raw.published_wrong_on,
            ]
            .map(|value| value.map(cell).filter(|cell| !cell.text.is_empty())),
        }
    }
}

/// Makes rows of what is written in one file.
pub(super) struct Compiler<'a> {
    file: &'a str,
    shared: Arc<str>,
    lexicon: &'a Lexicon,
}

impl<'a> Compiler<'a> {
    pub fn new(file: &'a str, lexicon: &'a Lexicon) -> Self {
        Self {
            file,
            shared: file.into(),
            lexicon,
        }
    }

    /// The row, or the first thing that is wrong with it.
    pub fn reference(&self, row: Row) -> Result<Reference, Problem> {
        let Row { at, cells } = row;
        let [
            measure,
            place,
            population,
            as_of,
            low,
            high,
            source,
            note,
            wrong,
        ] = cells;
        let required = |cell: Option<Cell>, column: &str| {
            cell.ok_or_else(|| {
                let message = format!("no `{column}`: a row has at least {}", listed(&REQUIRED));
                Problem::at(self.file, at.0, at.1, message)
            })
        };
        let measure = self.measure(required(measure, "measure")?)?;
        let population = population
            .map(|cell| self.population(&cell, &measure))
            .transpose()?;
        let source = required(source, "source")?.text;
        Ok(Reference {
            file: Arc::clone(&self.shared),
            line: at.0,
            place: place.map(|cell| self.place(&cell.text)),
            population: population.flatten(),
            as_of: as_of.map(|cell| self.when(&cell)).transpose()?,
            quantity: self.quantity(&required(low, "low")?, high.as_ref())?,
            originator: self.lexicon.originator_in(&source),
            source,
            note: note.map(|cell| cell.text),
            published_wrong_on: wrong.map(|cell| self.day(&cell)).transpose()?,
            measure,
        })
    }

    /// The place of a row, where nobody knows it.
    fn unknown_place<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        let [_, place, ..] = &row.cells;
        let place = place.as_ref()?;
        place_named(self.lexicon, &place.text)
            .is_none()
            .then_some(place)
    }

    /// A remark on a place that nobody knows: it may be misspelt.
    fn remark(&self, place: &Cell) -> Problem {
        let listed = self.lexicon.gazetteer.iter().map(|p| p.name.as_str());
        let near = nearest(&place.text, listed);
        let message = format!("no place `{}` is known; it is taken as written", place.text);
        Problem {
            help: near.map(|near| format!("did you mean `{near}`?")),
            ..self.at(place, message)
        }
    }

    fn at(&self, cell: &Cell, message: impl Into<String>) -> Problem {
        Problem::at(self.file, cell.at.0, cell.at.1, message)
    }

    fn measure(&self, cell: Cell) -> Result<String, Problem> {
        if let Some(noun) = cell.text.strip_prefix("noun:") {
            return Ok(format!("noun:{}", self.lexicon.forms.singular(noun)));
        }
        if self.lexicon.measure(&cell.text).is_some() {
            return Ok(cell.text);
        }
        let known: Vec<&str> = self
            .lexicon
            .measures
            .iter()
            .map(|m| m.id.as_str())
            .collect();
        let (message, help) = yaml::unknown("measure", &cell.text, &known);
        Err(Problem {
            help,
            ..self.at(&cell, message)
        })
    }

    /// The name that output uses.
    fn place(&self, name: &str) -> String {
        place_named(self.lexicon, name).unwrap_or_else(|| name.to_owned())
    }

    /// A group of people, by any of its nouns; none for everyone, and for those that the measure names itself.
    fn population(&self, cell: &Cell, measure: &str) -> Result<Option<String>, Problem> {
        let lexicon = self.lexicon;
        let name = cell.text.as_str();
        let word = lexicon.vocabulary.get(name);
        let group = match name {
            "everyone" => None,
            _ if lexicon.is_group(name) => Some(name.to_owned()),
            _ => match (lexicon.people.get(&word), lexicon.demonyms.get(&word)) {
                (Some(group), _) => group.clone(),
                (None, Some(people)) => Some(people.clone()),
                (None, None) => return Err(self.unknown_population(cell)),
            },
        };
        let itself = lexicon.measure(measure);
        Ok(group.filter(|group| !itself.is_some_and(|m| m.people.contains(group))))
    }

    fn unknown_population(&self, cell: &Cell) -> Problem {
        let groups = self.lexicon.people.values().flatten();
        let mut known: Vec<&str> = groups
            .chain(self.lexicon.demonyms.values())
            .map(String::as_str)
            .chain(["everyone"])
            .collect();
        known.sort_unstable();
        known.dedup();
        let near = nearest(&cell.text, known);
        let message = format!(
            "unknown population `{}`, expected everyone, a group such as `child` or a nationality",
            cell.text
        );
        Problem {
            help: near.map(|near| format!("did you mean `{near}`?")),
            ..self.at(cell, message)
        }
    }

    /// A day or a year.
    fn when(&self, cell: &Cell) -> Result<When, Problem> {
        let year = Some(cell.text.as_str()).filter(|text| text.len() == 4);
        let year = year.filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
        let of_year = year.and_then(|year| {
            let year = year.parse().ok().filter(|year| *year > 0)?;
            let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
            Some(When { first, last })
        });
        let of_day = || {
            day(&cell.text).map(|day| When {
                first: day,
                last: day,
            })
        };
        of_year.or_else(of_day).ok_or_else(|| {
            let message = format!(
                "found `{}`, expected a day as YYYY-MM-DD or a year as YYYY",
                cell.text
            );
            self.at(cell, message)
        })
    }

    fn day(&self, cell: &Cell) -> Result<Date, Problem> {
        day(&cell.text).ok_or_else(|| {
            let message = format!("found `{}`, expected a day as YYYY-MM-DD", cell.text);
            self.at(cell, message)
        })
    }

    fn quantity(&self, low_cell: &Cell, high_cell: Option<&Cell>) -> Result<Quantity, Problem> {
        let low = self.number(low_cell)?;
        let high = high_cell.map_or(Ok(low), |cell| self.number(cell))?;
        if let Some(cell) = high_cell.filter(|_| high < low) {
            let message = format!(
                "`high` is {}, which is less than `low`, {}",
                cell.text, low_cell.text
            );
            return Err(self.at(cell, message));
        }
        Ok(Quantity {
            low,
            high,
            bound: if low == high {
                Bound::None
            } else {
                Bound::Between
            },
            trend: None,
            dimension: Dimension::Count,
            unit: None,
            form: Form::Number {
                granularity: granularity(low),
            },
            echoes: false,
        })
    }

    /// Digits, with a decimal point or without.
    fn number(&self, cell: &Cell) -> Result<Decimal, Problem> {
        let text = cell.text.as_str();
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let number = Some(text)
            .filter(|_| plain)
            .and_then(|text| Decimal::from_str(text).ok());
        number.filter(|n| *n < LARGEST).ok_or_else(|| {
            let message = format!("found `{text}`, expected a number such as 1300000");
            let advice = if text.starts_with('-') {
                "a count is zero or more"
            } else {
                "write it in digits, without separators and without words"
            };
            self.at(cell, message).help(advice)
        })
    }
}

/// The place value of the last digit that is not zero, or that stands behind the point: a table rounds as prose does.
fn granularity(value: Decimal) -> Decimal {
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut granularity = Decimal::ONE;
    while !value.is_zero() && (value % (granularity * Decimal::TEN)).is_zero() {
        granularity *= Decimal::TEN;
    }
    granularity
}

/// "2024-02-14"
fn day(text: &str) -> Option<Date> {
    let shape = |(i, b): (usize, u8)| match i {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    };
    let is_date = text.len() == 10 && text.bytes().enumerate().all(shape);
    text.parse().ok().filter(|_| is_date)
}

/// "`a`, `b` and `c`"
fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => quoted.join(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Reference> {
        let table = table("known.csv", text, &Lexicon::english());
        assert_eq!((table.problems, table.remarks), (Vec::new(), Vec::new()));
        table.rows
    }

    #[test]
    fn places_and_people_go_by_any_of_their_names() {
        let text = "source,low,place,population,measure\n\
                    A,1,the Gaza Strip,children,killed\nA,1,gaza,child,killed\nA,1,Bombay,everyone,killed\n\
                    A,1,\"Birmingham, Alabama\",Palestinians,killed\nA,1,Birmingham,hostages,hostages_held\n,,,,\n";
        let read = rows(text);
        let read: Vec<_> = read
            .iter()
            .map(|r| (r.line, r.place.as_deref(), r.population.as_deref()))
            .collect();
        assert_eq!(
            read,
            [
                (2, Some("Gaza Strip"), Some("child")),
                (3, Some("Gaza Strip"), Some("child")),
                (4, Some("Mumbai"), None),
                (5, Some("Birmingham, Alabama"), Some("Palestinian")),
                (6, Some("Birmingham"), None),
            ]
        );
    }

    #[test]
    fn a_single_number_is_as_exact_as_it_is_written() {
        for (low, granularity) in [
            ("1300000", "100000"),
            ("253", "1"),
            ("0", "1"),
            ("1.50", "0.01"),
        ] {
            let text = format!("measure,low,source\nkilled,{low},A\n");
            let expected = Form::Number {
                granularity: granularity.parse().unwrap(),
            };
            assert_eq!(rows(&text)[0].quantity.form, expected, "{low}");
        }
    }

    #[test]
    fn places_that_nobody_knows_are_named_once_and_not_all() {
        let mut text = "measure,place,low,source\n".to_owned();
        for row in 0..50 {
            text += &format!("killed,Xq{},1,A\n", row / 2);
        }
        let remarks = table("known.csv", &text, &Lexicon::english()).remarks;
        let last = remarks.last().map(|remark| remark.message.as_str());
        assert_eq!(remarks.len(), REMARKS + 1);
        assert_eq!(
            last,
            Some("5 more places are not known; they are taken as written")
        );
    }

    #[test]
    fn csv_and_yaml_say_the_same() {
        let lexicon = Lexicon::english();
        let csv = "measure,as_of,low,high,source,note,published_wrong_on\n\
                   killed,2024,10,20,A,\"b, c\",2024-05-03\n";
        let yaml = "- { measure: killed, as-of: 2024, low: 10, high: 20, source: A, note: \"b, c\", \
                    published-wrong-on: 2024-05-03 }\n";
        let unplaced = |file, text| {
            let mut read = table(file, text, &lexicon);
            assert_eq!(read.problems, []);
            let row = read.rows.remove(0);
            let file = Arc::from("");
            Reference {
                file,
                line: 0,
                ..row
            }
        };
        assert_eq!(unplaced("a.csv", csv), unplaced("a.yaml", yaml));
    }
}
