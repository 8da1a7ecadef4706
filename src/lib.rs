//! claimlint checks the numeric claims in prose: it reads every figure with what it counts, where, when and
//! according to whom, and reports figures that do not fit together.
//!
//! ```text
//! bytes -> Document -> Reading -> series of comparable claims -> findings -> report
//! ```
//!
//! Every arrow is a pure function; only [`cli`] touches files, standard streams and the environment. Imports run
//! one way, downward in the list of modules below.

pub mod problem;
pub mod schema;
pub mod yaml;

pub mod quantity;

pub mod document;
pub mod gazetteer;
pub mod lexicon;

pub mod claim;

pub mod extract;
pub mod matching;
pub mod series;

pub mod finding;
pub mod snapshot;

pub mod checks;

pub mod rules;

pub mod config;
pub mod settled;

pub mod dossier;

pub mod report;

pub mod cli;
