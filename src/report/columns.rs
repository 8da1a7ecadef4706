//! Rows of cells as columns that fit into a terminal.

use super::visible::{start_within, width as columns};

const GAP: &str = "  ";
/// Columns are not cut below this.
const NARROWEST: usize = 6;
/// What is left of a column of words before figures are cut too.
const READABLE: usize = 12;

/// The widths of the columns: what they hold, cut until all fit into `width`. The columns of `words` are cut first,
/// then those of `figures` as well; all others are never cut.
pub fn fit<'a, const N: usize>(
    rows: impl Iterator<Item = &'a [String; N]>,
    width: usize,
    words: &[usize],
    figures: &[usize],
) -> [usize; N] {
    let mut widths = [0; N];
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = columns(cell).min(width).max(*widest);
        }
    }
    let shown = widths.iter().filter(|width| **width > 0).count();
    let room = width.saturating_sub(GAP.len() * shown);
    let all = [words, figures].concat();
    for (cut, least) in [(words, READABLE), (&all, NARROWEST)] {
        while widths.iter().sum::<usize>() > room {
            match cut.iter().copied().max_by_key(|column| widths[*column]) {
                Some(widest) if widths[widest] > least => widths[widest] -= 1,
                _ => break,
            }
        }
    }
    widths
}

/// One indented row; columns that hold nothing are left out.
pub fn line<const N: usize>(row: &[String; N], widths: &[usize; N]) -> String {
    let mut line = String::new();
    for (cell, &width) in row.iter().zip(widths).filter(|(_, width)| **width > 0) {
        let cell = cut(cell, width);
        let padding = width.saturating_sub(columns(&cell));
        line.push_str(GAP);
        line.push_str(&cell);
        line.extend(std::iter::repeat_n(' ', padding));
    }
    line.truncate(line.trim_end().len());
    line
}

fn cut(cell: &str, width: usize) -> String {
    if columns(cell) <= width {
        cell.to_owned()
    } else {
        format!(
            "{}…",
            start_within(cell, width.saturating_sub(1)).trim_end()
        )
    }
}
