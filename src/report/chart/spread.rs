//! Marks that would cover each other, moved apart sideways.

use rustc_hash::{FxHashMap, FxHashSet};

/// How far apart marks stand, in tenths of units; where there is no room for that, closer.
const SPACINGS: [i64; 4] = [150, 80, 40, 10];

/// How far each of some marks is moved sideways, so that none covers an earlier one and all stay between two ends. All
/// in tenths of units.
pub fn spread(marks: &[(i64, i64)], left: i64, right: i64) -> Vec<i64> {
    let mut placed = Placed::default();
    // Where there was no room for one, there is none for the next.
    let mut full: FxHashSet<(i64, i64)> = FxHashSet::default();
    let shift = |(x, y): &(i64, i64)| {
        if full.contains(&(*x, *y)) {
            return 0;
        }
        let shift = free(&placed, *x, *y, left, right).unwrap_or_else(|| {
            full.insert((*x, *y));
            0
        });
        placed.add(x + shift, *y);
        shift
    };
    marks.iter().map(shift).collect()
}

/// The least shift that is free, the right before the left.
fn free(placed: &Placed, x: i64, y: i64, left: i64, right: i64) -> Option<i64> {
    SPACINGS.into_iter().find_map(|spacing| {
        let most = (right - left) / spacing;
        let shifts = (0..=most).flat_map(|n| [n * spacing, -n * spacing]);
        let mut inside = shifts.filter(|shift| (left..=right).contains(&(x + shift)));
        inside.find(|shift| placed.is_free(x + shift, y, spacing))
    })
}

/// Marks by the square of the page that they stand in.
#[derive(Debug, Default)]
struct Placed(FxHashMap<(i64, i64), Vec<(i64, i64)>>);

impl Placed {
    fn square(x: i64, y: i64) -> (i64, i64) {
        (x.div_euclid(SPACINGS[0]), y.div_euclid(SPACINGS[0]))
    }

    fn add(&mut self, x: i64, y: i64) {
        self.0.entry(Self::square(x, y)).or_default().push((x, y));
    }

    fn is_free(&self, x: i64, y: i64, spacing: i64) -> bool {
        let (column, row) = Self::square(x, y);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let near = around.filter_map(|square| self.0.get(&square)).flatten();
        let covers = |(a, b): &(i64, i64)| {
            (a - x).abs() < spacing && (b - y).abs() < SPACINGS[0].min(spacing * 2)
        };
        !near.into_iter().any(covers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_apart() {
        assert_eq!(
            spread(&[(500, 0), (500, 0), (500, 90), (500, 200)], 0, 1000),
            [0, 150, -150, 0]
        );
        // At an end there is one way only.
        assert_eq!(spread(&[(0, 0), (0, 0), (0, 0)], 0, 1000), [0, 150, 300]);
        let many = spread(&[(500, 0); 20], 0, 1000);
        let mut distinct = many.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), 20);
    }
}
