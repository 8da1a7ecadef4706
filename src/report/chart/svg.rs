//! The parts of an SVG: numbers, texts, lines, paints.

use crate::quantity::Decimal;
use crate::report::visible::{start_within, visible, width};

/// How wide a chart is, in its own units.
pub const WIDTH: i64 = 640;
/// The size of every text: 9 pixels where the chart is shown 340 pixels wide.
pub const FONT: i64 = 17;
/// What a letter takes, on average of the wider fonts.
const LETTER: i64 = 10;
/// What a capital takes more.
const CAPITAL: i64 = 3;

/// Something filled.
pub const INK: &str = r#"class="chart-ink" fill="var(--chart-mark, currentColor)" stroke="var(--chart-mark, currentColor)""#;
/// A line.
pub const LINE: &str = r#"class="chart-line" fill="none" stroke="var(--chart-mark, currentColor)""#;
/// Something hollow.
pub const HOLLOW: &str = r#"class="chart-hollow" fill="var(--chart-paper, Canvas)" stroke="var(--chart-mark, currentColor)""#;
/// A line around something in the colour of the page.
pub const HALO: &str = r#"class="chart-halo" fill="none" stroke="var(--chart-paper, Canvas)""#;
/// A line of the grid.
pub const GRID: &str = r#"class="chart-grid" fill="none" stroke="var(--chart-grid, #8886)""#;
/// A text.
pub const TEXT: &str = r#"class="chart-text" fill="var(--chart-text, currentColor)""#;

/// What a file of its own carries: plain colours, for programs that know no custom properties.
pub const STYLE: &str = "<style>\
.chart-back{fill:#fff}.chart-text,.chart-ink{fill:#1a1a1a}.chart-ink,.chart-line,.chart-hollow{stroke:#1a1a1a}\
.chart-hollow{fill:#fff}.chart-halo{stroke:#fff}.chart-grid{stroke:#d0d0d0}\
@media (prefers-color-scheme:dark){\
.chart-back{fill:#161616}.chart-text,.chart-ink{fill:#eee}.chart-ink,.chart-line,.chart-hollow{stroke:#eee}\
.chart-hollow{fill:#161616}.chart-halo{stroke:#161616}.chart-grid{stroke:#484848}}\
</style>";

/// The element around a chart, with its title and description. `id` begins the ids within.
pub fn root(id: &str, height: i64, title: &str, desc: &str, inside: &str) -> String {
    let id = escaped(id);
    let (title, desc) = (escaped(title), escaped(desc));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" \
         aria-labelledby=\"{id}-title {id}-desc\" font-family=\"system-ui, sans-serif\" font-size=\"{FONT}\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{desc}</desc>\n{inside}</svg>\n"
    )
}

/// A text of anybody as part of XML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A coordinate: one decimal.
pub fn at(value: Decimal) -> String {
    let value = value.round_dp(1).normalize();
    if value.is_zero() {
        "0".to_owned()
    } else {
        value.to_string()
    }
}

/// The units that a text takes, more or less.
pub fn takes(text: &str) -> i64 {
    let columns = i64::try_from(width(text)).unwrap_or(i64::from(u16::MAX));
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    columns * LETTER + i64::try_from(capitals).unwrap_or_default() * CAPITAL
}

/// A text cut to so many units.
pub fn cut(text: &str, room: i64) -> String {
    if takes(text) <= room {
        return text.to_owned();
    }
    let most = usize::try_from(room / LETTER).unwrap_or_default();
    let starts = (0..most)
        .rev()
        .map(|columns| start_within(text, columns).trim_end());
    let mut fit = starts.filter(|start| takes(start) + LETTER <= room);
    format!("{}…", fit.next().unwrap_or_default())
}

/// A line of text. `anchor` is `start`, `middle` or `end`.
pub fn text(x: Decimal, y: Decimal, anchor: &str, words: &str) -> String {
    let (x, y, words) = (at(x), at(y), escaped(words));
    format!("<text {TEXT} x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{words}</text>\n")
}

/// A straight line of a paint.
pub fn line(paint: &str, width: &str, from: (Decimal, Decimal), to: (Decimal, Decimal)) -> String {
    let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(at);
    format!("<path {paint} stroke-width=\"{width}\" d=\"M{x} {y}L{to_x} {to_y}\"/>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anybody_wrote_is_text() {
        assert_eq!(
            escaped("\"><script>&'\u{202e}\u{1b}"),
            "&quot;&gt;&lt;script&gt;&amp;&#39;�␛"
        );
        assert_eq!(cut("Observatory", 5 * LETTER + CAPITAL), "Obse…");
        assert_eq!(cut("UNITED", 5 * LETTER), "UNI…");
        assert_eq!(at(Decimal::new(-4, 2)), "0");
        assert_eq!(at(Decimal::new(12_345, 2)), "123.4");
    }
}
