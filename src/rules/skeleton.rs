//! The text of a first rule: a built-in one with two of its tests, and comments that tell what may stand there.

use super::{BUILTIN, Rule, load_rule};
use crate::lexicon::Lexicon;

/// The checks by the names that rules use, each with a built-in rule of it.
pub const CHECKS: [(&str, &str); 19] = [
    ("agreement", "people-in-place"),
    ("basis-change", "basis-change"),
    ("calendar", "calendar"),
    ("change", "change"),
    ("jump", "jump"),
    ("limit", "limit"),
    ("list-count", "list-count"),
    ("monotone", "toll-falls"),
    ("outlier", "outlier"),
    ("part-whole", "part-exceeds-whole"),
    ("person-age", "person-age"),
    ("points", "points"),
    ("ratio", "ratio"),
    ("reference", "reference"),
    ("restatement", "restatement"),
    ("roll-forward", "roll-forward"),
    ("stale", "stale"),
    ("sum", "sum"),
    ("unit-conversion", "unit-conversion"),
];

/// A rule of a check, in a file that names its schema; empty for a check that there is not. The rule can be read and its
/// tests pass.
pub fn skeleton(id: &str, check: &str, schema: &str, lexicon: &Lexicon) -> String {
    let built_in = CHECKS.iter().find(|(name, _)| *name == check);
    let pattern = built_in.and_then(|(_, rule)| {
        let file = format!("rules/{rule}.yaml");
        let (_, text) = BUILTIN.iter().find(|(name, _)| *name == file)?;
        Some((text, load_rule(&file, text, lexicon).ok()?))
    });
    let Some((text, rule)) = pattern else {
        return String::new();
    };
    let measures: Vec<&str> = lexicon.measures.iter().map(|m| m.id.as_str()).collect();
    let placeholders: Vec<String> = rule
        .check
        .placeholders()
        .iter()
        .map(|name| format!("{{{name}}}"))
        .collect();
    let checks = CHECKS.map(|(name, _)| name);
    let or = |key: &str, example: &str| {
        let written = section(text, key);
        if written.is_empty() {
            format!("# {example}\n")
        } else {
            written
        }
    };
    [
        format!(
            "# yaml-language-server: $schema=./{schema}\n\
             #\n\
             # `claimlint rules check FILE` names the place of a mistake, `claimlint rules test FILE` runs the tests \
             below, and\n# `claimlint check --rules DIR …` uses the rules of a directory.\n\n"
        ),
        format!("# The file's name without its ending. Reports name the rule by it.\nid: {id}\n"),
        "# One line, for `claimlint rules list`.\n".to_owned(),
        section(text, "title"),
        "# What the rule compares, what it leaves alone, and why. For `claimlint rules explain`.\n".to_owned(),
        section(text, "why"),
        "# The most that its findings may be: error, warning or note. Or for each verdict, where one that is left out is \
         as the\n# one before it: { contradiction: error, discrepancy: warning, consistent: note }\n"
            .to_owned(),
        section(text, "severity"),
        "# When it runs: desk, when one article is checked by itself as well; factcheck, when several are compared.\n"
            .to_owned(),
        section(text, "profile"),
        "# Globs of the documents that it looks at (all, when left out), and of those that it does not.\n\
         # files: [wire/**, \"**/*.md\"]\n\
         # ignores: [wire/opinion/**]\n"
            .to_owned(),
        format!(
            "# The claims that it looks at; every key may be left out.\n\
             #   measure: what is counted, any of\n#     {},\n#     or noun:… with any other noun in the singular, such as noun:school\n\
             #   status: stock (how many now), cumulative (so far), increment (in a window) or rate\n\
             #   population: everyone, or groups and nationalities: child, civilian, woman, Syrian, …\n",
            wrapped(&measures, "#     ")
        ),
        or("select", "select: { measure: [homes_destroyed], status: cumulative }"),
        "# What compared claims share: any of measure, place, population, event, story.\n".to_owned(),
        or("group-by", "group-by: [place, event]"),
        "# How many days two counts of what there is now may lie apart.\n".to_owned(),
        or("within", "within: 60d"),
        format!(
            "# What is done with them. Another check has other settings and placeholders: `claimlint rules new` writes a \
             rule of it\n# with --check:\n#   {}\n",
            wrapped(&checks, "#   ")
        ),
        section(text, "check"),
        format!(
            "# The first line of a finding, with any of these filled in:\n#   {}\n",
            wrapped(&placeholders, "#   ")
        ),
        section(text, "message"),
        "# What it says of texts: at least one test in which it fires and one in which it is silent. `claims` is how \
         many figures of\n# the selected measures are read, so that silence does not mean that nothing was; it may be \
         left out. `findings` are\n# severities, the most serious first.\n\
         tests:\n"
            .to_owned(),
        tests(text, &rule),
    ]
    .concat()
}

/// A key of a rule file at the margin, with its value as it is written.
fn section(text: &str, key: &str) -> String {
    let starts = |line: &&str| {
        let rest = line.strip_prefix(key);
        rest.is_some_and(|rest| rest.starts_with(':'))
    };
    let mut lines = text.lines().skip_while(|line| !starts(line));
    let first = lines.next();
    let more = lines.take_while(|line| line.starts_with(' ') || line.is_empty());
    let lines = first.into_iter().chain(more);
    lines.map(|line| format!("{line}\n")).collect()
}

/// The first test of a rule in which it fires, and the first in which it is silent, as they are written.
fn tests(text: &str, rule: &Rule) -> String {
    let written = section(text, "tests");
    let blocks: Vec<&str> = written.split("  - name:").skip(1).collect();
    let first = |fires: bool| {
        let is_one = |test: &super::Test| test.findings.is_empty() != fires;
        rule.tests.iter().position(is_one)
    };
    let chosen = [first(true), first(false)].into_iter().flatten();
    let texts = chosen.filter_map(|at| blocks.get(at));
    texts.map(|block| format!("  - name:{block}")).collect()
}

/// Words with commas, on lines that are not too long.
fn wrapped(words: &[impl AsRef<str>], margin: &str) -> String {
    const WIDTH: usize = 100;
    let mut text = String::new();
    let mut column = margin.len();
    for (i, word) in words.iter().map(AsRef::as_ref).enumerate() {
        if i > 0 && column + word.len() > WIDTH {
            text.push_str(",\n");
            text.push_str(margin);
            column = margin.len();
        } else if i > 0 {
            text.push_str(", ");
            column += 2;
        }
        text.push_str(word);
        column += word.len();
    }
    text
}
