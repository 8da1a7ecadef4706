//! Figures of one thing side by side on one axis: what each is taken for, and what its words allow.

use super::shape::shape;
use super::svg::{
    FONT, GRID, HALO, HOLLOW, INK, LINE, WIDTH, at, cut, escaped, line, root, takes, text,
};
use super::values::Values;
use crate::quantity::{Decimal, Dimension, Interval, Quantity, in_words};

/// One figure among others.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// Who says what: stands on the left, in two lines at most. A line break in it parts the two, so that a long name
    /// leaves the figure its room.
    pub label: String,
    /// Which figures agree with it: those of the same number, which share a shape and a hatch; none for one that agrees
    /// with several.
    pub side: Option<usize>,
    /// The figure.
    pub quantity: &'a Quantity,
}

/// Where labels begin, behind the shape of their side.
const LEFT: i64 = 28;
const ROW: i64 = 48;
const TOP: i64 = 8;
/// Where the axis begins and ends.
const FROM: i64 = 268;
const TO: i64 = WIDTH - 20;
/// The narrowest bar.
const NARROWEST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Half of the height of a bar.
const HALF: Decimal = Decimal::from_parts(9, 0, 0, false, 0);
/// How sides are hatched, in squares of 8 units: the first one is solid.
const HATCHES: [&str; 6] = [
    "M0 0H8V8H0Z",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M0 4H8",
    "M4 0V8",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M3 3H5V5H3Z",
];

/// Draws figures one below the other: a thick bar for what a reader takes each for, a thin line for what its words
/// allow, with an arrow where they set no end, and a tick at the number as written. `None` where there is nothing to
/// draw, or figures do not share an axis: they differ in dimension or unit.
pub fn bars(id: &str, title: &str, desc: &str, rows: &[Bar<'_>]) -> Option<String> {
    let first = rows.first()?.quantity;
    let fits = |q: &Quantity| q.dimension == first.dimension && q.unit == first.unit;
    if !rows.iter().all(|row| fits(row.quantity)) {
        return None;
    }
    let written: Vec<Decimal> = rows
        .iter()
        .flat_map(|row| [row.quantity.low, row.quantity.high])
        .collect();
    let read = rows
        .iter()
        .flat_map(|row| [Some(row.quantity.literal()), row.quantity.conventional()]);
    let ends: Vec<Decimal> = read
        .flatten()
        .flat_map(|i| [i.low, i.high])
        .flatten()
        .collect();
    let values = Values::of(&written, &ends, first.dimension == Dimension::Count)?;
    let bottom = TOP + ROW * i64::try_from(rows.len()).ok()?;
    let mut out = patterns(id, rows);
    out.push_str(&axis(&values, bottom, first));
    let open = format!(
        "<g class=\"plot\" data-x=\"{FROM}\" data-width=\"{}\" data-low=\"{}\" data-high=\"{}\" data-scale=\"{}\">\n",
        TO - FROM,
        values.low,
        values.high,
        if values.is_log { "log" } else { "linear" },
    );
    out.push_str(&open);
    let mut middle = TOP + ROW / 2;
    for (number, row) in rows.iter().enumerate() {
        out.push_str(&drawn(id, row, number, &values, middle.into()));
        middle += ROW;
    }
    out.push_str("</g>\n");
    Some(root(
        id,
        bottom + FONT + 20 + i64::from(values.is_log) * (FONT + 6),
        title,
        desc,
        &out,
    ))
}

/// The hatches of the sides that there are.
fn patterns(id: &str, rows: &[Bar<'_>]) -> String {
    let mut out = String::from("<defs>\n");
    for (number, hatch) in HATCHES.iter().enumerate().skip(1) {
        if rows
            .iter()
            .any(|row| row.side.is_some_and(|side| side % HATCHES.len() == number))
        {
            let paint = if number == 5 { INK } else { LINE };
            out.push_str(&format!(
                "<pattern id=\"{}-side{number}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <path {paint} stroke-width=\"2\" d=\"{hatch}\"/></pattern>\n",
                escaped(id)
            ));
        }
    }
    out.push_str("</defs>\n");
    out
}

fn x(values: &Values, value: Decimal) -> Decimal {
    Decimal::from(FROM) + Decimal::from(TO - FROM) * values.part(value)
}

fn axis(values: &Values, bottom: i64, like: &Quantity) -> String {
    let percent = if like.dimension == Dimension::Percent {
        "%"
    } else {
        ""
    };
    let mut out = String::from("<g class=\"values\">\n");
    let mut free = 0;
    for tick in &values.ticks {
        let at = x(values, *tick);
        out.push_str(&line(GRID, "1", (at, TOP.into()), (at, bottom.into())));
        let label = format!("{}{percent}", in_words(*tick));
        let half = takes(&label) / 2;
        let middle = at.min(Decimal::from(WIDTH - half - 2));
        // A label that would touch the one before is left out; its line stays.
        if middle - Decimal::from(half) >= Decimal::from(free) {
            out.push_str(&text(middle, (bottom + FONT + 4).into(), "middle", &label));
            free = i64::try_from(middle.round()).unwrap_or(free) + half + 10;
        }
    }
    if values.is_log {
        let y = (bottom + 2 * FONT + 10).into();
        out.push_str(&text(TO.into(), y, "end", "logarithmic scale"));
    }
    out.push_str("</g>\n");
    out
}

/// The words on the left, in two lines at most.
fn label(words: &str, middle: Decimal) -> String {
    let room = FROM - LEFT - 14;
    let broken = || {
        let ends = words
            .match_indices(' ')
            .map(|(end, _)| end)
            .chain([words.len()]);
        // There is no room for more words than letters.
        let fit = ends.take(30).filter(|end| takes(&words[..*end]) <= room);
        words.split_at(fit.max().unwrap_or_default())
    };
    let (first, rest) = words.split_once('\n').unwrap_or_else(broken);
    let rest = rest.trim_start();
    let up = Decimal::from(FONT / 2);
    let put = |y: Decimal, words: &str| text(LEFT.into(), y, "start", &cut(words, room));
    if first.is_empty() || rest.is_empty() {
        put(middle + Decimal::from(6), words)
    } else {
        format!(
            "{}{}",
            put(middle - up + Decimal::from(5), first),
            put(middle + up + Decimal::from(8), rest)
        )
    }
}

fn drawn(id: &str, row: &Bar<'_>, number: usize, values: &Values, y: Decimal) -> String {
    let quantity = row.quantity;
    let side = row
        .side
        .map_or_else(String::new, |side| format!(" data-side=\"{side}\""));
    let mut out = format!(
        "<g class=\"mark\" data-row=\"{number}\"{side} data-value=\"{}\"><title>{}</title>{}",
        quantity.low.normalize(),
        escaped(&row.label),
        label(&row.label, y)
    );
    // A narrow bar has no room for its hatch.
    let own = row.side.map(|side| shape(side, Decimal::from(LEFT / 2), y));
    out.push_str(&own.unwrap_or_default());
    out.push_str(&literal(&quantity.literal(), values, y));
    if let Some(reading) = quantity.conventional() {
        out.push_str(&thick(id, row.side, &reading, values, y));
    }
    let mut written = vec![quantity.low];
    written.extend((quantity.high != quantity.low).then_some(quantity.high));
    for value in written {
        let at = x(values, value);
        let (from, to) = (y - HALF - CAP, y + HALF + CAP);
        out.push_str(&line(HALO, "6", (at, from), (at, to)));
        out.push_str(&line(LINE, "2.5", (at, from), (at, to)));
    }
    out.push_str("</g>\n");
    out
}

/// Half of the height of what stands at the end of a line.
const CAP: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// A thin line, with an arrow where there is no end.
fn literal(allowed: &Interval, values: &Values, y: Decimal) -> String {
    let end = |value: Option<Decimal>, open: i64| match value.filter(|value| values.holds(*value)) {
        Some(value) => (x(values, value), true),
        None => (Decimal::from(open), false),
    };
    let (low, has_low) = end(allowed.low, FROM);
    let (high, has_high) = end(allowed.high, TO + 10);
    let mut out = line(LINE, "1.5", (low, y), (high, y));
    for (x, is_end, inward) in [(low, has_low, CAP), (high, has_high, -CAP)] {
        if is_end {
            out.push_str(&line(LINE, "1.5", (x, y - CAP), (x, y + CAP)));
        } else {
            let base = at(x + inward + inward);
            let (x, up, down) = (at(x), at(y - CAP), at(y + CAP));
            let y = at(y);
            out.push_str(&format!(
                "<path {INK} stroke-width=\"1\" d=\"M{base} {up}L{x} {y}L{base} {down}Z\"/>"
            ));
        }
    }
    out
}

/// A thick bar in the hatch of its side.
fn thick(id: &str, side: Option<usize>, reading: &Interval, values: &Values, y: Decimal) -> String {
    let from = reading
        .low
        .map_or(Decimal::from(FROM), |low| x(values, low));
    let to = reading
        .high
        .map_or(Decimal::from(TO), |high| x(values, high));
    let (from, wide) = if to - from < NARROWEST {
        ((from + to - NARROWEST) / Decimal::TWO, NARROWEST)
    } else {
        (from, to - from)
    };
    let place = format!(
        "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        at(from),
        at(y - HALF),
        at(wide),
        at(HALF + HALF)
    );
    let under = format!("<rect {HOLLOW} stroke-width=\"1.5\" {place}/>");
    match side.map(|side| side % HATCHES.len()) {
        None => under,
        Some(0) => format!("{under}<rect {INK} stroke-width=\"1.5\" {place}/>"),
        Some(hatch) => format!(
            "{under}<rect class=\"chart-hatch\" fill=\"url(#{}-side{hatch})\" {place}/>",
            escaped(id)
        ),
    }
}
