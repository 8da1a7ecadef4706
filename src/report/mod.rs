//! What was read and found, laid out for people and programs.
//!
//! Nothing here computes: each format is one function that looks up what the checks left and writes it.
//! The same input gives the same bytes.

pub mod claims_csv;
pub mod claims_jsonl;
pub mod claims_table;
pub mod explain;
pub mod json;
pub mod text;

mod quote;
mod row;
mod visible;
mod wire;

pub use visible::visible;

#[cfg(test)]
mod tests;
