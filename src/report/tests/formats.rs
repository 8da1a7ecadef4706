//! What the formats for other programs make of text that would break out of them.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::{finding, outcome, reading, written};
use crate::claim::{Reading, Sentence};
use crate::document::Section;
use crate::finding::{Finding, Severity};
use crate::report::{Report, checkstyle, github, gitlab, junit, markdown, sarif};

/// What ends a value, a line, an element or a sentence somewhere.
const HOSTILE: &str = "1%,::\r\n::error::x \"'<b>&amp;]]>\u{0}\u{1b}[2J\u{ffff}\u{202e}😀 [a](http://b.c) ![i](j) @all #1 \
                       www.d.e `f` *g* _h_ |i| ~j~ $k$ <!-- l --> \\";

type Format = fn(&mut dyn std::io::Write, &Report<'_>) -> std::io::Result<()>;

/// An error about the first figure of a text, with hostile words wherever words can be.
fn hostile() -> Finding {
    let mut finding = finding(Severity::Error, &[(0, 0, HOSTILE), (0, 1, HOSTILE)]);
    finding.message = HOSTILE.to_owned();
    finding.why = HOSTILE.to_owned();
    finding.arithmetic = Some(HOSTILE.to_owned());
    finding.carried = Some(HOSTILE.to_owned());
    finding.would_fit = Some(HOSTILE.to_owned());
    finding
}

/// A reading of one sentence.
fn sentence(id: &str, text: &str, figures: &[&str]) -> Reading {
    let mut reading = reading(id, text, figures);
    reading.sentences.push(Sentence {
        span: 0..text.len(),
        section: Section::Lede,
        repeats: None,
        adds: false,
        marks: Vec::new(),
    });
    reading
}

fn of(format: Format, findings: Vec<Finding>, readings: &[Reading]) -> String {
    let outcome = outcome(findings);
    let report = Report {
        outcome: &outcome,
        readings,
        rules: &[],
        notes: false,
    };
    written(|out| format(out, &report))
}

fn readings() -> [Reading; 1] {
    let text = format!("{HOSTILE} 12 and 13 {HOSTILE}");
    [sentence(HOSTILE, &text, &["12", "13"])]
}

#[test]
fn a_command_stays_one_line_with_its_own_properties() {
    let text = of(github::write, vec![hostile()], &readings());
    assert_eq!(text.lines().count(), 1, "{text}");
    let (head, message) = text
        .strip_prefix("::error ")
        .and_then(|rest| rest.split_once("::"))
        .expect("a command");
    let names: Vec<&str> = head
        .split(',')
        .filter_map(|property| Some(property.split_once('=')?.0))
        .collect();
    let expected = ["file", "line", "col", "endLine", "endColumn", "title"];
    assert_eq!(names, expected);
    let decoded = message.replace("%0A", "\n").replace("%25", "%");
    assert!(decoded.starts_with("1%,::  ::error::x"), "{decoded}");
    let names = decoded.lines().map(|line| line.split(':').next());
    let names: Vec<&str> = names.flatten().skip(1).collect();
    let expected = ["why", "told by", "arithmetic", "would fit if", "see"];
    assert_eq!(names, expected);
}

#[test]
fn a_figure_over_two_lines_has_no_columns_for_the_runner() {
    let readings = [reading("a.txt", "Home to 1.5\nmillion", &["1.5\nmillion"])];
    let text = of(
        github::write,
        vec![finding(Severity::Warning, &[(0, 0, "")])],
        &readings,
    );
    let place = "::warning file=a.txt,line=1,endLine=2,title=";
    assert!(text.starts_with(place), "{text}");
}

#[test]
fn json_holds_anything() {
    for format in [sarif::write as Format, gitlab::write] {
        let text = of(format, vec![hostile()], &readings());
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(value.is_object() || value.is_array());
        assert!(text.contains("😀"), "{text}");
    }
    let text = of(sarif::write, vec![hostile()], &readings());
    assert!(!text.contains("]("), "no message holds a link: {text}");
}

#[test]
fn xml_holds_nothing_that_it_cannot() {
    for format in [junit::write as Format, checkstyle::write] {
        let text = of(format, vec![hostile()], &readings());
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut elements = Vec::new();
        loop {
            match reader.read_event().expect("well-formed XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(element)
                | quick_xml::events::Event::Empty(element) => {
                    elements.push(element.name().into_inner().to_owned());
                }
                _ => {}
            }
        }
        assert!(elements.len() >= 3, "{text}");
        assert!(!elements.iter().any(|name| name == "b"), "{text}");
        let is_forbidden = |c: char| {
            (c < ' ' && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
        };
        assert!(!text.contains(is_forbidden), "{text:?}");
        assert!(text.contains("␀␛[2J�"), "{text}");
    }
}

/// What Markdown shows: text, and the text that is bold; the test fails on markup that is not ours.
fn shown(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut bold: Option<String> = None;
    let mut bolds = Vec::new();
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(words) => {
                text += &words;
                if let Some(bold) = &mut bold {
                    *bold += &words;
                }
            }
            Event::Start(Tag::Strong) => bold = Some(String::new()),
            Event::End(pulldown_cmark::TagEnd::Strong) => bolds.extend(bold.take()),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(None)
                | Tag::List(None)
                | Tag::Item,
            )
            | Event::End(_)
            | Event::HardBreak => text.push('\n'),
            event => panic!("{event:?} in {markdown}"),
        }
    }
    (text, bolds)
}

#[test]
fn markdown_shows_hostile_words_as_they_stand() {
    let text = of(markdown::write, vec![hostile()], &readings());
    let (shown, bold) = shown(&text);
    assert_eq!(bold, ["people-in-place", "12", "13"]);
    let mentions = ["@a", "#1", "://", "www."];
    let found: Vec<_> = mentions.iter().filter(|m| shown.contains(*m)).collect();
    assert!(found.is_empty(), "{found:?} in {shown}");
    assert!(shown.contains("<b>&amp;]]>␀␛[2J��😀"), "{shown}");
    assert!(
        shown.contains("`f` *g* _h_ |i| ~j~ $k$ <!-- l --> \\"),
        "{shown}"
    );
}

#[test]
fn figures_are_bold_whatever_stands_beside_them() {
    for (text, figures) in [
        ("1. It rose 5% in May.", &["5%"][..]),
        ("- US$4.9m, of which US$1m.", &["$4.9m", "$1m"]),
        ("About 12%的人", &["About 12%"]),
        ("$4", &["$4"]),
        ("(3)and 4", &["3)", "4"]),
        ("34", &["3", "4"]),
    ] {
        let labels: Vec<_> = (0..figures.len()).map(|figure| (0, figure, "")).collect();
        let readings = [sentence("a.txt", text, figures)];
        let markdown = of(
            markdown::write,
            vec![finding(Severity::Error, &labels)],
            &readings,
        );
        let (shown, bold) = shown(&markdown);
        assert_eq!(&bold[1..], figures, "{markdown}");
        assert!(shown.replace('\u{200b}', "").contains(text), "{shown}");
    }
}
