mod differs;
mod fits;

use super::told_of;

#[test]
fn one_of_many_does_not_stand_apart() {
    let rows: Vec<_> = differs::ROWS.iter().chain(fits::ROWS).copied().collect();
    told_of("outlier", &rows, (10, 10));
}
