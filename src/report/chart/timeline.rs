//! Figures over time: days across, values up, one shape per source.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive as _;

use super::days::day_ticks;
use super::shape::shape;
use super::spread::spread;
use super::svg::{
    FONT, GRID, HOLLOW, LINE, STYLE, WIDTH, at, cut, escaped, line, root, takes, text,
};
use super::values::Values;
use crate::quantity::{Decimal, Dimension, Quantity, in_words};

/// A chart of figures over time.
#[derive(Debug, Clone, Copy)]
pub struct Plot<'a> {
    /// What the ids within begin with: of a page with several charts, another one for each.
    pub id: &'a str,
    /// The title.
    pub title: &'a str,
    /// What it shows, for those who do not see it.
    pub desc: &'a str,
    /// What the values are: "people killed".
    pub axis: &'a str,
    /// The figures, in order; those of another dimension or unit than the first are left out.
    pub marks: &'a [Mark<'a>],
    /// Where it stands.
    pub look: Look,
}

/// Where a chart stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In a page, which has a heading and colours of its own.
    InPage,
    /// In a file of its own.
    Alone,
}

/// One figure of a chart over time.
#[derive(Debug, Clone)]
pub struct Mark<'a> {
    /// Which claim it is: `0:c3` is the third of the first document.
    pub claim: String,
    /// Who says it; marks of one source have one shape.
    pub source: String,
    /// The figure in words.
    pub figure: String,
    /// Its day.
    pub day: Date,
    /// The figure.
    pub quantity: &'a Quantity,
}

const TOP: i64 = 12;
const ROW: i64 = 26;
const HEIGHT: i64 = 300;
const RIGHT: i64 = WIDTH - 12;
/// Marks keep off the ends of the plot.
const INSET: i64 = 16;
/// So many sources have a place in the legend.
const NAMED: usize = 30;
/// So much of the legend one source may take.
const NAME: i64 = 300;
/// So many ticks of days have room.
const TICKS: usize = 7;
/// The end of a whisker, to either side.
const CAP: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// Draws figures over time; `None` where there is none.
pub fn timeline(plot: &Plot<'_>) -> Option<String> {
    let first = plot.marks.first()?.quantity;
    let same =
        |m: &&Mark<'_>| m.quantity.dimension == first.dimension && m.quantity.unit == first.unit;
    let marks: Vec<&Mark<'_>> = plot.marks.iter().filter(same).collect();
    let values = axis(&marks)?;
    let (from, to) = (
        marks.iter().map(|m| m.day).min()?,
        marks.iter().map(|m| m.day).max()?,
    );
    let mut out = String::new();
    let mut y = TOP;
    if plot.look == Look::Alone {
        out.push_str(STYLE);
        // Bold letters are wider.
        for title in wrapped(plot.title, (WIDTH - 2 * TOP) * 9 / 10) {
            y += FONT;
            out.push_str(&heading(y, &title));
            y += 7;
        }
        y += 6;
    }
    let sources = sources(&marks);
    let (legend, below) = legend(&sources, y);
    out.push_str(&legend);
    y = below + FONT + 4;
    let how = if values.is_log {
        " (logarithmic scale)"
    } else {
        ""
    };
    let axis = cut(&format!("{}{how}", plot.axis), WIDTH - 2 * TOP);
    out.push_str(&text(TOP.into(), y.into(), "start", &axis));
    let labels: Vec<String> = values
        .ticks
        .iter()
        .map(|tick| label(*tick, first))
        .collect();
    let widest = labels
        .iter()
        .map(|label| takes(label))
        .max()
        .unwrap_or_default();
    let area = Area {
        left: (TOP + widest + 8).into(),
        right: RIGHT.into(),
        top: (y + 16).into(),
        bottom: (y + 16 + HEIGHT).into(),
        first: from,
        last: to,
        values,
    };
    out.push_str(&area.grid(&labels));
    out.push_str(&area.days());
    let open = format!(
        "<g class=\"plot\" data-x=\"{}\" data-y=\"{}\" data-width=\"{}\" data-height=\"{}\" data-first=\"{from}\" \
         data-last=\"{to}\" data-low=\"{}\" data-high=\"{}\" data-scale=\"{}\">\n",
        at(area.inner_left()),
        at(area.top),
        at(area.inner_right() - area.inner_left()),
        at(area.bottom - area.top),
        area.values.low.normalize(),
        area.values.high.normalize(),
        if area.values.is_log { "log" } else { "linear" },
    );
    out.push_str(&open);
    let tenths = |value: Decimal| (value * Decimal::TEN).round().to_i64().unwrap_or_default();
    let places: Vec<(i64, i64)> = marks
        .iter()
        .map(|m| (tenths(area.x(m.day)), tenths(area.y(middle(m.quantity)))))
        .collect();
    let shifts = spread(
        &places,
        tenths(area.inner_left()),
        tenths(area.inner_right()),
    );
    for (mark, shift) in marks.iter().zip(shifts) {
        let source = sources.iter().position(|name| *name == mark.source);
        let shift = Decimal::new(shift, 1);
        out.push_str(&area.mark(mark, source.unwrap_or_default(), shift));
    }
    out.push_str("</g>\n");
    let height = area.bottom.to_i64().unwrap_or_default() + 2 * ROW;
    if plot.look == Look::Alone {
        let back = format!(
            "<rect class=\"chart-back\" width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n"
        );
        out.insert_str(STYLE.len(), &back);
    }
    Some(root(plot.id, height, plot.title, plot.desc, &out))
}

/// Between the numbers of a range.
fn middle(quantity: &Quantity) -> Decimal {
    ((quantity.low + quantity.high) / Decimal::TWO).normalize()
}

fn axis(marks: &[&Mark<'_>]) -> Option<Values> {
    let written: Vec<Decimal> = marks
        .iter()
        .flat_map(|m| [m.quantity.low, m.quantity.high])
        .collect();
    let readings = marks.iter().filter_map(|m| m.quantity.conventional());
    let ends: Vec<Decimal> = readings.flat_map(|i| [i.low, i.high]).flatten().collect();
    let counts = marks
        .iter()
        .all(|m| m.quantity.dimension == Dimension::Count);
    Values::of(&written, &ends, counts)
}

/// "1.2 million", "40%"
fn label(tick: Decimal, like: &Quantity) -> String {
    let percent = if like.dimension == Dimension::Percent {
        "%"
    } else {
        ""
    };
    format!("{}{percent}", in_words(tick))
}

fn heading(y: i64, words: &str) -> String {
    let words = text(TOP.into(), y.into(), "start", words);
    words.replacen("<text ", "<text font-weight=\"bold\" ", 1)
}

/// Lines of so many units; at most two.
fn wrapped(words: &str, room: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let is_last = lines.len() == 2;
        match lines.last_mut() {
            Some(line) if is_last || takes(line) + takes(word) < room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, room)).collect()
}

/// The sources in order of their first mark.
fn sources<'a>(marks: &[&'a Mark<'_>]) -> Vec<&'a str> {
    let mut sources: Vec<&str> = Vec::new();
    for mark in marks {
        if !sources.contains(&mark.source.as_str()) {
            sources.push(&mark.source);
        }
    }
    sources
}

/// The sources with their shapes, and where the legend ends.
fn legend(sources: &[&str], top: i64) -> (String, i64) {
    let mut out = String::from("<g class=\"legend\">\n");
    let (mut x, mut y) = (TOP, top + ROW / 2);
    let mut entry = |drawn: Option<usize>, name: &str| {
        let name = cut(name, NAME);
        let needs = 22 + takes(&name);
        if x > TOP && x + needs > RIGHT {
            x = TOP;
            y += ROW;
        }
        if let Some(source) = drawn {
            out.push_str(&shape(source, (x + 7).into(), y.into()));
        }
        // A number beside a shape has its place.
        let beside = if drawn.is_some_and(|source| source >= super::shape::SHAPES) {
            12
        } else {
            0
        };
        out.push_str(&text(
            (x + 20 + beside).into(),
            (y + 6).into(),
            "start",
            &name,
        ));
        x += needs + beside + 14;
    };
    for (number, name) in sources.iter().take(NAMED).enumerate() {
        entry(Some(number), name);
    }
    if sources.len() > NAMED {
        entry(None, &format!("and {} more", sources.len() - NAMED));
    }
    out.push_str("</g>\n");
    (out, y + ROW / 2 + 6)
}

/// Where the figures are drawn.
struct Area {
    left: Decimal,
    right: Decimal,
    top: Decimal,
    bottom: Decimal,
    first: Date,
    last: Date,
    values: Values,
}

impl Area {
    fn inner_left(&self) -> Decimal {
        self.left + Decimal::from(INSET)
    }

    fn inner_right(&self) -> Decimal {
        self.right - Decimal::from(INSET)
    }

    fn x(&self, day: Date) -> Decimal {
        let days = |to: Date| self.first.until(to).map_or(0, |span| span.get_days());
        let (left, width) = (self.inner_left(), self.inner_right() - self.inner_left());
        match days(self.last) {
            0 => left + width / Decimal::TWO,
            all => left + width * Decimal::from(days(day)) / Decimal::from(all),
        }
    }

    fn y(&self, value: Decimal) -> Decimal {
        self.bottom - (self.bottom - self.top) * self.values.part(value)
    }

    fn grid(&self, labels: &[String]) -> String {
        let mut out = String::from("<g class=\"values\">\n");
        for (tick, label) in self.values.ticks.iter().zip(labels) {
            let y = self.y(*tick);
            out.push_str(&line(GRID, "1", (self.left, y), (self.right, y)));
            out.push_str(&text(
                self.left - Decimal::from(8),
                y + Decimal::from(6),
                "end",
                label,
            ));
        }
        out.push_str("</g>\n");
        out
    }

    fn days(&self) -> String {
        let mut out = String::from("<g class=\"days\">\n");
        out.push_str(&line(
            LINE,
            "1",
            (self.left, self.bottom),
            (self.right, self.bottom),
        ));
        for tick in day_ticks(self.first, self.last, TICKS) {
            let x = self.x(tick.day);
            let ends = (x, self.bottom + Decimal::from(6));
            out.push_str(&line(LINE, "1", (x, self.bottom), ends));
            // The label of a tick at an end stays on the page.
            let half = takes(&tick.label).max(36) / 2;
            let middle = x.clamp(half.into(), (WIDTH - half).into());
            let y = self.bottom + Decimal::from(8 + FONT);
            out.push_str(&text(middle, y, "middle", &tick.label));
            if let Some(year) = &tick.year {
                out.push_str(&text(middle, y + Decimal::from(FONT + 3), "middle", year));
            }
        }
        out.push_str("</g>\n");
        out
    }

    fn mark(&self, mark: &Mark<'_>, source: usize, shift: Decimal) -> String {
        let value = middle(mark.quantity);
        let (x, y) = (self.x(mark.day) + shift, self.y(value));
        let moved = if shift.is_zero() {
            String::new()
        } else {
            format!(" data-shift=\"{}\"", at(shift))
        };
        let told = format!(
            "{}: {}, {}",
            mark.source,
            mark.figure,
            mark.day.strftime("%-d %B %Y")
        );
        format!(
            "<g class=\"mark\" data-claim=\"{}\" data-day=\"{}\" data-value=\"{value}\"{moved}><title>{}</title>{}{}</g>\n",
            escaped(&mark.claim),
            mark.day,
            escaped(&told),
            self.whisker(mark.quantity, x),
            shape(source, x, y),
        )
    }

    /// What a reader takes the figure for, as a line with a cap at either end, or an arrow where there is no end.
    fn whisker(&self, quantity: &Quantity, x: Decimal) -> String {
        let Some(reading) = quantity.conventional() else {
            return String::new();
        };
        if reading.low.is_some() && reading.low == reading.high {
            return String::new();
        }
        let end = |value: Option<Decimal>, edge: Decimal| match value {
            Some(value) if self.values.holds(value) => (self.y(value), true),
            _ => (edge, false),
        };
        let (low, has_low) = end(reading.low, self.bottom);
        let (high, has_high) = end(reading.high, self.top);
        let mut out = line(LINE, "1.5", (x, low), (x, high));
        for (y, is_end, inward) in [(low, has_low, -CAP), (high, has_high, CAP)] {
            if is_end {
                out.push_str(&line(LINE, "1.5", (x - CAP, y), (x + CAP, y)));
            } else {
                let (tip, base) = (at(y), at(y + inward + inward));
                let (x, left, right) = (at(x), at(x - CAP), at(x + CAP));
                out.push_str(&format!("<path {HOLLOW} stroke-width=\"1.5\" d=\"M{left} {base}L{x} {tip}L{right} {base}Z\"/>"));
            }
        }
        out
    }
}
