//! What several articles say of one event.

mod differs;
mod fits;

use super::{Told, told_of};

#[test]
fn totals_of_one_event_agree() {
    let rows: Vec<Told<'_>> = differs::ROWS.iter().chain(fits::ROWS).copied().collect();
    told_of("killed-differs", &rows, (20, 20));
}
