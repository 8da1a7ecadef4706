//! Figures over time: the command, the axes, the charts.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that finds something missing has failed"
)]

#[path = "../common/mod.rs"]
mod common;

mod axes;
mod charts;
mod command;
