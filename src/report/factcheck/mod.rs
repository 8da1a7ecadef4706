//! `report --format html` and `--format markdown`: the fact-check report, for a person who was not there.
//!
//! [`page`] puts what was computed into words and pieces, [`render`] lays them out: the same words for both formats,
//! and for the template of a desk.

mod articles;
mod checked;
mod differ;
mod over_time;
mod page;
mod pieces;
mod template;
mod words;

pub use page::page;
pub use template::{BUILTIN, Layout, Template, render};

/// How a report is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Its title, where the desk gives it one.
    pub title: Option<&'a str>,
}
