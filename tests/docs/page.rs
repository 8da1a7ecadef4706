//! The blocks of code and the code in lines of a page of Markdown, and the commands in blocks.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use serde_json::Value;

/// A block of code.
pub struct Block {
    /// What stands behind its fence.
    pub kind: String,
    /// The line of its fence.
    pub line: usize,
    pub text: String,
}

/// A command as it is shown, with the output below it where there is some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The file and line.
    pub at: String,
    pub command: String,
    pub output: Option<String>,
}

fn line_of(page: &str, offset: usize) -> usize {
    page[..offset].matches('\n').count() + 1
}

/// The blocks of code of a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (event, range) in Parser::new(page).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                is_open = true;
                blocks.push(Block {
                    kind: kind.to_string(),
                    line: line_of(page, range.start),
                    text: String::new(),
                });
            }
            Event::Text(text) if is_open => {
                blocks.last_mut().expect("a block").text += &text;
            }
            Event::End(_) => is_open = false,
            _ => {}
        }
    }
    blocks
}

/// The code within lines, with its line.
pub fn spans(page: &str) -> Vec<(usize, String)> {
    let events = Parser::new(page).into_offset_iter();
    let code = events.filter_map(|(event, range)| match event {
        Event::Code(code) => Some((line_of(page, range.start), code.to_string())),
        _ => None,
    });
    code.collect()
}

/// The commands of a block: `$ …` of `console` with what follows as its output, every line of `sh`, the recipes of
/// `make`, and the values of `run` and `script` of `yaml`.
pub fn commands(file: &str, block: &Block) -> Vec<Shown> {
    let at = |below: usize| format!("{file}:{}", block.line + below);
    let bare = |at: String, command: &str| Shown {
        at,
        command: command.to_owned(),
        output: None,
    };
    let lines = block.text.lines().enumerate();
    let lines = lines.map(|(i, line)| (at(i + 1), line));
    match block.kind.as_str() {
        "sh" => lines.map(|(at, line)| bare(at, line)).collect(),
        "make" => lines
            .filter_map(|(at, line)| Some(bare(at, line.strip_prefix('\t')?)))
            .collect(),
        "console" => {
            let mut shown: Vec<Shown> = Vec::new();
            for (at, line) in lines {
                match (line.strip_prefix("$ "), shown.last_mut()) {
                    (Some(command), _) => shown.push(bare(at, command)),
                    (None, Some(last)) => {
                        let output = last.output.get_or_insert_default();
                        *output += line;
                        output.push('\n');
                    }
                    (None, None) => panic!("{at}: output of nothing"),
                }
            }
            shown
        }
        "yaml" => {
            let value: Value = serde_yaml::from_str(&block.text)
                .unwrap_or_else(|error| panic!("{}: {error}", at(0)));
            let mut scripts = Vec::new();
            scripts_of(&value, &mut scripts);
            let lines = scripts.iter().flat_map(|script| script.lines());
            lines.map(|line| bare(at(0), line)).collect()
        }
        _ => Vec::new(),
    }
}

/// The values of the keys `run` and `script`, at any depth.
fn scripts_of(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(script) if key == "run" || key == "script" => {
                        out.push(script.clone());
                    }
                    Value::Array(list) if key == "script" => {
                        out.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => scripts_of(value, out),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| scripts_of(value, out)),
        _ => {}
    }
}

#[test]
fn commands_are_found_with_their_output() {
    let page = "```console\n$ claimlint rules list\none\n\ntwo\n$ cargo test\n```\n$ claimlint no\n\
                ```sh\nclaimlint check a\n```\n```text\nclaimlint no\n```\n\
                ```yaml\njob:\n  script: [claimlint b, claimlint c]\n  steps: [{ run: claimlint d }]\n```\n\
                ```make\ncheck:\n\tclaimlint e\n```\n";
    let found: Vec<Shown> = blocks(page)
        .iter()
        .flat_map(|block| commands("a.md", block))
        .collect();
    let told: Vec<(&str, &str, Option<&str>)> = found
        .iter()
        .map(|shown| (&*shown.at, &*shown.command, shown.output.as_deref()))
        .collect();
    let expected = [
        ("a.md:2", "claimlint rules list", Some("one\n\ntwo\n")),
        ("a.md:6", "cargo test", None),
        ("a.md:10", "claimlint check a", None),
        ("a.md:15", "claimlint b", None),
        ("a.md:15", "claimlint c", None),
        ("a.md:15", "claimlint d", None),
        ("a.md:22", "claimlint e", None),
    ];
    assert_eq!(told, expected);
}
