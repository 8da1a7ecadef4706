//! How the report is laid out: templates, one for each format, and those of a desk in their place.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::{Serialize as _, Serializer};

use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value};

use super::page::Page;
use super::words::number;
use crate::problem::{Problem, nearest};
use crate::report::markdown::escape::escaped_inside;
use crate::report::markdown::with_bold;

/// What the report is laid out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One page of HTML that needs nothing else.
    Html,
    /// Markdown, for a comment or a wiki.
    Markdown,
}

/// A template in the place of the built-in one.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    /// Its file, for messages.
    pub file: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// The built-in templates, by the names under which a template can extend or include them.
pub const BUILTIN: [(&str, &str); 3] = [
    ("report.html", include_str!("report.html")),
    ("report.css", include_str!("report.css")),
    ("report.md", include_str!("report.md")),
];

/// What the escaping of Markdown is called inside of the engine.
const MARKDOWN: &str = "markdown";

impl Layout {
    /// The name of its built-in template.
    pub fn builtin(self) -> &'static str {
        match self {
            Layout::Html => "report.html",
            Layout::Markdown => "report.md",
        }
    }

    /// How texts from articles are made safe.
    fn escaping(self) -> AutoEscape {
        match self {
            Layout::Html => AutoEscape::Html,
            Layout::Markdown => AutoEscape::Custom(MARKDOWN.into()),
        }
    }
}

/// Writes a page by its built-in template, or by one of a desk.
///
/// # Errors
///
/// When the desk's template cannot be read or asks for what there is not; with its line.
pub fn render(
    page: &Page,
    layout: Layout,
    template: Option<Template<'_>>,
) -> Result<String, Problem> {
    let file = template.map_or(layout.builtin(), |template| template.file);
    if let Some(template) = template {
        misspelt_block(template)?;
    }
    try_render(page, layout, template)
        .map(|text| spaced(layout, &text))
        .map_err(|error| problem(file, &error))
}

fn try_render(
    page: &Page,
    layout: Layout,
    template: Option<Template<'_>>,
) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(move |name| match name {
        "report.css" => AutoEscape::None,
        _ => layout.escaping(),
    });
    // Mistakes are told with the words that they lie in.
    environment.set_debug(true);
    environment.set_formatter(write_escaped);
    environment.add_filter("capitalize_first", capitalized);
    environment.add_filter("strong", strong);
    environment.add_filter("number", number);
    environment.add_filter("address", address);
    // A tag on a line of its own leaves no line.
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    environment.set_syntax(syntax);
    // A name that there is not is a mistake, not an empty text.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, text) in BUILTIN {
        environment.add_template(name, text)?;
    }
    let name = match template {
        Some(template) => {
            // A file that is called like the one that it extends is still another one.
            let is_taken = BUILTIN.iter().any(|(known, _)| *known == template.file);
            let folder = if is_taken { "./" } else { "" };
            let name = format!("{folder}{}", template.file);
            environment.add_template_owned(name.clone(), template.text)?;
            name
        }
        None => layout.builtin().to_owned(),
    };
    environment.get_template(&name)?.render(Serde(page))
}

/// Serializes markup that we made ourselves so that templates write it as it stands.
pub fn safe<S: Serializer>(markup: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    markup
        .clone()
        .map(Value::from_safe_string)
        .serialize(serializer)
}

/// Writes a value so that it reads as it stands and is no markup.
fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    let is_markdown = matches!(state.auto_escape(), AutoEscape::Custom(name) if name == MARKDOWN);
    if !is_markdown {
        return minijinja::escape_formatter(out, state, value);
    }
    let text = value.to_string();
    let text = if value.is_safe() {
        text
    } else {
        escaped_inside(&text)
    };
    Ok(out.write_str(&text)?)
}

/// A sentence from words that begin in lower case.
fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

/// The pieces of a quote in Markdown, those that are marked in bold.
fn strong(pieces: &Value) -> Result<Value, Error> {
    let mut sentence = String::new();
    let mut figures = Vec::new();
    for piece in pieces.try_iter()? {
        let start = sentence.len();
        sentence += &piece.get_attr("text")?.to_string();
        if piece.get_attr("marked")?.is_true() {
            figures.push(start..sentence.len());
        }
    }
    Ok(Value::from_safe_string(with_bold(&sentence, figures)))
}

/// An address between the signs that make it a link in Markdown, which it cannot leave.
fn address(url: &str) -> Value {
    let kept = |c: &char| !matches!(c, '<' | '>' | '\\' | '`' | '|');
    Value::from_safe_string(url.chars().filter(kept).collect())
}

/// A block of a template that extends a built-in one and is nearly called like one of its blocks: it would be left out
/// without a word.
fn misspelt_block(template: Template<'_>) -> Result<(), Problem> {
    let extends = |name: &str| {
        let quoted = [format!("extends \"{name}\""), format!("extends '{name}'")];
        quoted.iter().any(|tag| template.text.contains(tag))
    };
    let Some((_, built_in)) = BUILTIN.iter().find(|(name, _)| extends(name)) else {
        return Ok(());
    };
    let known: Vec<&str> = blocks(built_in).map(|(name, _)| name).collect();
    for (name, at) in blocks(template.text) {
        if let (false, Some(near)) = (known.contains(&name), nearest(name, known.iter().copied())) {
            let line = template.text[..at].matches('\n').count() + 1;
            let message = format!("no block `{name}` in the template that it extends");
            return Err(Problem::at(template.file, line, 1, message)
                .help(format!("did you mean `{near}`?")));
        }
    }
    Ok(())
}

/// The blocks that a template begins, each with the byte of its tag.
fn blocks(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.match_indices("{%").filter_map(|(at, tag)| {
        let inside = text[at + tag.len()..].trim_start_matches(['-', '+']);
        let name = inside.trim_start().strip_prefix("block ")?.trim_start();
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some((&name[..end], at))
    })
}

/// Markdown with at most one empty line between paragraphs, and a line end at its end.
fn spaced(layout: Layout, text: &str) -> String {
    if layout == Layout::Html {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            spaced.push_str(line);
            spaced.push('\n');
        }
    }
    spaced
}

/// A mistake of a template, with the line of the file that it lies in.
fn problem(file: &str, error: &Error) -> Problem {
    let kind = error.kind().to_string();
    let message = match error.detail() {
        Some(detail) => format!("{kind}: {detail}"),
        None => kind,
    };
    let name = error.name().unwrap_or(file);
    let source = error.template_source().zip(error.range());
    let found =
        source.and_then(|(source, range)| Some((source.get(..range.start)?, source.get(range)?)));
    let problem = match (found, error.line()) {
        (Some((before, words)), _) => {
            let line = before.matches('\n').count() + 1;
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let column = before[start..].chars().count() + 1;
            let words = words.lines().next().unwrap_or_default().trim();
            let shown = match words {
                "" => message,
                words => format!("{message}: `{words}`"),
            };
            Problem::at(name, line, column, shown)
        }
        (None, Some(line)) => Problem::at(name, line, 1, message),
        (None, None) => Problem::of_file(name, message),
    };
    problem.help("docs/report.md names what a template is given; `claimlint report --print-template` prints the built-in one")
}
