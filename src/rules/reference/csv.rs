//! A table in CSV, as RFC 4180 has it, with the place of every cell. The crate that writes CSV forgives a quote that is
//! never closed, and takes the rest of the file for one cell: rows would be lost in silence.

use super::{COLUMNS, Cell, REQUIRED, Row, listed};
use crate::problem::Problem;
use crate::yaml;

/// The rows below the header; what is wrong with the others, or with the header, is added to the problems.
pub(super) fn rows(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Row> {
    let mut records = match records(text) {
        Ok(records) => records.into_iter(),
        Err((line, column)) => {
            let message = "a quotation mark opens a cell here, and none closes it";
            problems.push(Problem::at(file, line, column, message));
            return Vec::new();
        }
    };
    let header = records.next().unwrap_or_default();
    let columns = match columns(file, &header) {
        Ok(columns) => columns,
        Err(problem) => {
            problems.push(*problem);
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    for record in records {
        let at = record.first().map_or((1, 1), |cell| cell.at);
        if record.len() != columns.len() {
            let message = format!(
                "the row has {} cells, the header {}",
                record.len(),
                columns.len()
            );
            let help = "a cell that holds a comma stands between quotation marks";
            problems.push(Problem::at(file, at.0, at.1, message).help(help));
            continue;
        }
        let mut row = Row {
            at,
            cells: Default::default(),
        };
        for (cell, column) in record.into_iter().zip(&columns) {
            row.cells[*column] = Some(cell).filter(|cell| !cell.text.is_empty());
        }
        // Spreadsheets write rows of nothing but commas below the last.
        if row.cells.iter().any(Option::is_some) {
            rows.push(row);
        }
    }
    rows
}

/// Which of [`COLUMNS`] each cell of the header names.
fn columns(file: &str, header: &[Cell]) -> Result<Vec<usize>, Box<Problem>> {
    let mut columns = Vec::new();
    for cell in header {
        let (line, column) = cell.at;
        let problem = |message: String| Problem::at(file, line, column, message);
        let name = cell.text.to_ascii_lowercase().replace('_', "-");
        let Some(known) = COLUMNS.iter().position(|known| *known == name) else {
            let (message, help) = yaml::unknown("column", &cell.text, &COLUMNS);
            let separated = header.len() == 1 && cell.text.contains([';', '\t']);
            let help = match separated {
                true => Some("separate the cells by commas".to_owned()),
                false => help,
            };
            return Err(Box::new(Problem {
                help,
                ..problem(message)
            }));
        };
        if columns.contains(&known) {
            let message = format!("the column `{}` stands here twice", cell.text);
            return Err(Box::new(problem(message)));
        }
        columns.push(known);
    }
    for required in REQUIRED {
        if !columns.iter().any(|known| COLUMNS[*known] == required) {
            let message = format!(
                "the column `{required}` is missing: a table has at least {}",
                listed(&REQUIRED)
            );
            let (line, column) = header.first().map_or((1, 1), |cell| cell.at);
            return Err(Box::new(Problem::at(file, line, column, message)));
        }
    }
    Ok(columns)
}

/// The cells of every line that is not blank, without white space around them. The error is the place of a quotation
/// mark that is not closed.
fn records(text: &str) -> Result<Vec<Vec<Cell>>, (usize, usize)> {
    let mut records = Vec::new();
    let mut record: Vec<Cell> = Vec::new();
    let mut cell = Cell {
        text: String::new(),
        at: (1, 1),
    };
    let (mut line, mut column) = (1, 1);
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // A line ends in LF, CR LF or CR.
        let ends_line = c == '\n' || (c == '\r' && chars.peek() != Some(&'\n'));
        column += 1;
        if ends_line {
            line += 1;
            column = 1;
        }
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                column += 1;
                cell.text.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.text.trim().is_empty() => {
                cell.text.clear();
                cell.at = (line, column - 1);
                quoted = true;
            }
            _ if quoted => cell.text.push(c),
            ',' => {
                record.push(finished(&mut cell, (line, column)));
            }
            '\r' if !ends_line => {}
            _ if ends_line => {
                record.push(finished(&mut cell, (line, column)));
                finish(&mut records, &mut record);
            }
            _ => {
                // A cell stands where its first letter does.
                if cell.text.is_empty() && c.is_whitespace() {
                    cell.at = (line, column);
                } else {
                    cell.text.push(c);
                }
            }
        }
    }
    if quoted {
        return Err(cell.at);
    }
    record.push(finished(&mut cell, (line, column)));
    finish(&mut records, &mut record);
    Ok(records)
}

/// The cell, which another one follows.
fn finished(cell: &mut Cell, next: (usize, usize)) -> Cell {
    let text = std::mem::take(&mut cell.text);
    let at = std::mem::replace(&mut cell.at, next);
    Cell {
        text: text.trim().to_owned(),
        at,
    }
}

/// Keeps a line that is not blank.
fn finish(records: &mut Vec<Vec<Cell>>, record: &mut Vec<Cell>) {
    let record = std::mem::take(record);
    if record.len() > 1 || record.iter().any(|cell| !cell.text.is_empty()) {
        records.push(record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<(String, (usize, usize))>> {
        let records = records(text).unwrap();
        let cells = |record: Vec<Cell>| record.into_iter().map(|c| (c.text, c.at)).collect();
        records.into_iter().map(cells).collect()
    }

    fn cell(text: &str, line: usize, column: usize) -> (String, (usize, usize)) {
        (text.to_owned(), (line, column))
    }

    #[test]
    fn cells_have_their_places() {
        assert_eq!(
            read("a,b\r\n\r\n é ,\"x, \"\"y\"\"\"\n1,2"),
            [
                [cell("a", 1, 1), cell("b", 1, 3)],
                [cell("é", 3, 2), cell("x, \"y\"", 3, 5)],
                [cell("1", 4, 1), cell("2", 4, 3)],
            ]
        );
        assert_eq!(
            read("a,\"two\nlines\",c\rd,,"),
            [
                [cell("a", 1, 1), cell("two\nlines", 1, 3), cell("c", 2, 8)],
                [cell("d", 3, 1), cell("", 3, 3), cell("", 3, 4)],
            ]
        );
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_named() {
        assert_eq!(records("a,b\n1, \"x\n2,y\n"), Err((2, 4)));
        assert_eq!(
            read("5\" pipe,b\n"),
            [[cell("5\" pipe", 1, 1), cell("b", 1, 9)]]
        );
    }
}
