//! The shapes of marks, which tell sources apart in black and white.

use super::svg::{HOLLOW, INK, LINE, at, text};
use crate::quantity::Decimal;

/// How many shapes there are; a further source has the shape of an earlier one with a number beside it.
pub const SHAPES: usize = 10;

/// The shape of a source, by its number from 0, around a point.
pub fn shape(source: usize, x: Decimal, y: Decimal) -> String {
    let path = |paint: &str, d: &str| {
        let (x, y) = (at(x), at(y));
        format!("<path {paint} stroke-width=\"2\" transform=\"translate({x} {y})\" d=\"{d}\"/>")
    };
    let circle = |paint: &str| {
        let (x, y) = (at(x), at(y));
        format!("<circle {paint} stroke-width=\"2\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>")
    };
    const SQUARE: &str = "M-5 -5H5V5H-5Z";
    const TRIANGLE: &str = "M0 -6L6 5H-6Z";
    const DIAMOND: &str = "M0 -7L7 0L0 7L-7 0Z";
    let drawn = match source % SHAPES {
        0 => circle(INK),
        1 => circle(HOLLOW),
        2 => path(INK, SQUARE),
        3 => path(HOLLOW, TRIANGLE),
        4 => path(INK, DIAMOND),
        5 => path(HOLLOW, SQUARE),
        6 => path(INK, TRIANGLE),
        7 => path(HOLLOW, DIAMOND),
        8 => path(LINE, "M-6 0H6M0 -6V6"),
        _ => path(LINE, "M-5 -5L5 5M-5 5L5 -5"),
    };
    match source / SHAPES {
        0 => drawn,
        round => {
            let number = text(
                x + Decimal::from(8),
                y + Decimal::from(6),
                "start",
                &(round + 1).to_string(),
            );
            format!("{drawn}{}", number.trim_end())
        }
    }
}
