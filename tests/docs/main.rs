//! The documentation, held against the program: every command in the README, the pages of `docs/` and the help is run as it
//! stands there, and every option that they name is one.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot read the documentation has failed"
)]

#[path = "../common/mod.rs"]
mod common;

mod ci;
mod help;
mod options;
mod page;
mod shell;
mod stage;

use std::path::Path;

use common::{Desk, root};
use page::Shown;
use stage::{OTHERS, Stage};

/// The README and the pages of `docs/`, by their paths.
fn pages() -> Vec<(String, String)> {
    let docs = std::fs::read_dir(root().join("docs")).expect("a directory");
    let names = docs.map(|entry| entry.expect("a page").file_name());
    let mut files: Vec<String> = names
        .map(|name| format!("docs/{}", name.to_string_lossy()))
        .collect();
    files.push("README.md".to_owned());
    files.push("examples/newsroom/README.md".to_owned());
    files.sort();
    let with_text = |file: String| {
        let text = std::fs::read_to_string(root().join(&file)).expect("a page of text");
        (file, text)
    };
    files.into_iter().map(with_text).collect()
}

/// The commands of a page, those of each block together.
fn blocks_of_commands(file: &str, text: &str) -> Vec<Vec<Shown>> {
    let blocks = page::blocks(text);
    let commands = blocks.iter().map(|block| page::commands(file, block));
    commands.filter(|commands| !commands.is_empty()).collect()
}

/// A name for the stage of a command.
fn stage_name(at: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    format!("docs_{}", at.chars().map(plain).collect::<String>())
}

/// What is wrong with the commands of a block, run on a stage of their own, in order.
fn mistakes_of(block: &[Shown]) -> Vec<String> {
    let mut stage = Stage::of(&stage_name(&block[0].at), block);
    let of_each = block.iter().map(|shown| stage.mistakes(shown));
    of_each.flatten().collect()
}

#[test]
fn the_pages_show_what_the_program_does() {
    let blocks: Vec<Vec<Shown>> = pages()
        .iter()
        .flat_map(|(file, text)| blocks_of_commands(file, text))
        .collect();
    assert!(blocks.len() > 20, "only {} were found", blocks.len());
    let mistakes: Vec<String> = blocks.iter().flat_map(|block| mistakes_of(block)).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn the_help_shows_commands_that_run() {
    let mut mistakes = Vec::new();
    for page in help::pages() {
        let examples = help::examples(&page);
        if examples.is_empty() {
            mistakes.push(format!("claimlint {} --help has no examples", page.command));
        }
        // Each is one of several things that one may want to do.
        mistakes.extend(examples.chunks(1).flat_map(mistakes_of));
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

/// What is left out is still there.
#[test]
fn no_exception_is_left_over() {
    let of_pages = pages()
        .into_iter()
        .flat_map(|(file, text)| blocks_of_commands(&file, &text))
        .flatten();
    let of_help = help::pages()
        .into_iter()
        .flat_map(|page| help::examples(&page));
    let calls: Vec<String> = of_pages
        .chain(of_help)
        .flat_map(|shown| shell::calls(&shown.command))
        .map(|call| call.words.join(" "))
        .collect();
    for (start, reason) in OTHERS {
        let is_used = calls.iter().any(|call| call.starts_with(start));
        assert!(is_used, "`{start}` ({reason}) stands nowhere");
    }
}

/// What a page shows of a kind that can be written.
fn shown(file: &str, kind: &str, begins: &str) -> String {
    let text = std::fs::read_to_string(root().join(file)).expect("a page");
    let blocks = page::blocks(&text).into_iter();
    let mut found = blocks.filter(|block| block.kind == kind && block.text.starts_with(begins));
    found.next().expect("a block").text
}

#[test]
fn files_that_pages_show_are_read() {
    let desk = Desk::new::<&str>("docs_files", &[]);
    stage::copy(&root().join("examples/newsroom"), "", &desk);
    let configuration = shown("docs/configuration.md", "yaml", "profile:");
    desk.write("claimlint.yaml", configuration.as_bytes());
    let words = shown("docs/configuration.md", "yaml", "places:");
    desk.write("words.yaml", words.as_bytes());
    let rule = shown("docs/rules.md", "yaml", "id: homes-destroyed-differ");
    desk.write("desk-rules/homes-destroyed-differ.yaml", rule.as_bytes());
    let table = shown("docs/formats.md", "csv", "measure,");
    desk.write("known.csv", table.as_bytes());
    let rows = shown("docs/formats.md", "yaml", "- { measure:");
    desk.write("known.yaml", rows.as_bytes());
    for args in [
        "check articles/2024-05-02-ferry.md --reference known.yaml",
        "rules test desk-rules",
    ] {
        let run = desk.run(&args.split(' ').collect::<Vec<_>>());
        assert_eq!(
            (run.status, run.err.as_str()),
            (Some(0), ""),
            "{args}: {}",
            run.out
        );
    }
}

/// The files that pages link to are there.
#[test]
fn links_lead_somewhere() {
    use pulldown_cmark::{Event, Parser, Tag};
    for (file, text) in pages() {
        let dir = Path::new(&file).parent().expect("a directory");
        for event in Parser::new(&text) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else {
                continue;
            };
            let path = dest_url.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") {
                let target = root().join(dir).join(path);
                assert!(target.exists(), "{file}: no {dest_url}");
            }
        }
    }
}
