//! Figures over time, laid out: as a table for people, as rows for spreadsheets, as a chart.

mod csv;
mod svg;
mod table;
mod words;

pub use csv::csv;
pub use svg::svg;
pub use table::{Options, table};
pub use words::{change, left, title};
