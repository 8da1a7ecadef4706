//! The head of a plain text: a date in front of the first words, or lines such as `Source: The Daily`.

use std::ops::Range;

use super::lines;

/// Where a head's values stand, as byte ranges; empty values are left out.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) date: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    pub(super) title: Option<Range<usize>>,
    pub(super) url: Option<Range<usize>>,
    /// Where the text begins.
    pub(super) body: usize,
}

/// Reads the head of a text from `start` on.
pub(super) fn read(raw: &str, start: usize) -> Head {
    let text = &raw[start..];
    let mut head = Head {
        body: start,
        ..Head::default()
    };
    for line in lines::lines(text).map(|line| start + line.start..start + line.end) {
        if head.body == start && raw[line.clone()].trim().is_empty() {
            continue;
        }
        if head.body == start
            && let Some(date) = dateline(raw, line.clone())
        {
            return Head {
                body: date.end,
                date: Some(date),
                ..head
            };
        }
        if !head.take(raw, line.clone()) {
            break;
        }
        head.body = line.end;
    }
    head
}

impl Head {
    /// Takes a `Key: value` line with a known key; the first of a kind counts.
    pub(super) fn take(&mut self, raw: &str, line: Range<usize>) -> bool {
        let Some((key, value)) = raw[line.clone()].split_once(':') else {
            return false;
        };
        let mut unused = None;
        let field = match key.trim().to_ascii_lowercase().as_str() {
            "date" | "published" => &mut self.date,
            "source" => &mut self.source,
            "title" | "headline" => &mut self.title,
            "url" | "link" => &mut self.url,
            "author" | "by" => &mut unused,
            _ => return false,
        };
        let value = trimmed(raw, line.end - value.len()..line.end);
        if field.is_none() && !value.is_empty() {
            *field = Some(value);
        }
        true
    }
}

/// The same range without white space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let from = &text[range.clone()];
    let start = range.start + (from.len() - from.trim_start().len());
    start..start + from.trim().len()
}

/// The date of a first line such as ` date 2024-02-14 Senior officials met`.
fn dateline(raw: &str, line: Range<usize>) -> Option<Range<usize>> {
    let words = trimmed(raw, line);
    let after = raw[words.clone()].get(4..)?;
    if !raw[words.clone()].get(..4)?.eq_ignore_ascii_case("date") || !after.starts_with([' ', '\t'])
    {
        return None;
    }
    let start = trimmed(raw, words.start + 4..words.end).start;
    let date = raw[start..words.end].split_whitespace().next()?;
    let is_date = (8..=25).contains(&date.len())
        && date.starts_with(|c: char| c.is_ascii_digit())
        && date
            .chars()
            .all(|c| c.is_ascii_digit() || "-/.:+TZ".contains(c));
    is_date.then(|| start..start + date.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(raw: &str) -> (Vec<&str>, &str) {
        let head = read(raw, 0);
        let found = [&head.date, &head.source, &head.title, &head.url];
        (
            found
                .into_iter()
                .flatten()
                .map(|range| &raw[range.clone()])
                .collect(),
            &raw[head.body..],
        )
    }

    #[test]
    fn heads() {
        let cases: [(&str, &[&str], &str); 9] = [
            (
                " date 2024-02-14 Twelve died.",
                &["2024-02-14"],
                " Twelve died.",
            ),
            (
                "\r\nDate 2024-02-14\r\nTwelve died.",
                &["2024-02-14"],
                "\r\nTwelve died.",
            ),
            (
                "date 2004/2005 Twelve died.",
                &["2004/2005"],
                " Twelve died.",
            ),
            ("Date of birth: 1 May", &[], "Date of birth: 1 May"),
            (
                "date --/--/---- Twelve died.",
                &[],
                "date --/--/---- Twelve died.",
            ),
            (
                "date palms bore 12 fruits",
                &[],
                "date palms bore 12 fruits",
            ),
            (
                "Source: The Daily\nBy: A. Writer\nURL: http://x/y:1\n\nText: 1",
                &["The Daily", "http://x/y:1"],
                "\n\nText: 1",
            ),
            (
                "TITLE:  Two \nTitle: Three\nDate:\nText",
                &["Two"],
                "\nText",
            ),
            ("Text\nSource: it", &[], "Text\nSource: it"),
        ];
        for (raw, found, body) in cases {
            assert_eq!(values(raw), (found.to_vec(), body), "{raw}");
        }
    }
}
