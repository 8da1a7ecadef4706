//! Charts as SVG: figures over time, and figures of one disagreement side by side.
//!
//! Every chart is one `<svg>` with a title and a description, in user units of a page 640 wide: it has no size of its
//! own and scales with what it stands in. It holds no script and no font; its colours are custom properties
//! (`--chart-mark`, `--chart-text`, `--chart-grid`, `--chart-paper`) that fall back to the colour of the text around it.
//! All that tells sources or sides apart is told by shape or hatching.
//!
//! What stands where follows from numbers that the chart says of itself. Its `<g class="plot">` has `data-x`, `data-y`,
//! `data-width`, `data-height`: the area within which `data-first` to `data-last` (days) and `data-low` to `data-high`
//! (values) lie, and `data-scale`, which is `linear` or `log`. A mark of `data-day` and `data-value` has its middle at
//!
//! ```text
//! x = x0 + width * (day - first) / (last - first) + shift       the middle, where first is last
//! y = y0 + height * (high - value) / (high - low)               of the logarithms, where the scale is log
//! ```
//!
//! rounded to one decimal. Of a range, `data-value` is the middle of the two numbers. `data-shift` is how far a mark is
//! moved aside so that it covers no other: a multiple of 15 units, where there is no room of 8, of 4, of 1.

mod bars;
mod days;
mod shape;
mod spread;
mod svg;
mod timeline;
mod values;

pub use bars::{Bar, bars};
pub use days::{DayTick, day_ticks};
pub use timeline::{Look, Mark, Plot, timeline};
pub use values::Values;
