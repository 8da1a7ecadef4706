//! `claimlint config show`: what holds for an article, and which file says so. The lines are themselves a
//! configuration, with each value's place as a comment.

use std::fmt::Write as _;
use std::path::Path;

use super::{Config, Level, Levels, Set};
use crate::quantity::Decimal;

/// The configuration of an article, as YAML with the place of each value.
pub fn show(path: &str, config: &Config) -> String {
    let mut shown = Shown(format!("# {path}\n# layers, outermost first: built-in"));
    for layer in &config.layers {
        shown.0 += &format!(", {layer}");
    }
    shown.0.push('\n');
    match &config.profile {
        Some(profile) => shown.value("profile", profile.value.as_str(), profile),
        None => shown.default("profile", "desk for one article, factcheck for several"),
    }
    match &config.fail_on {
        Some(fail_on) => shown.value("fail-on", fail_on.value.as_str(), fail_on),
        None => shown.default("fail-on", "error"),
    }
    shown.paths("rule-directories", &config.rule_directories);
    shown.paths("lexicon", &config.lexicon);
    shown.paths("reference", &config.reference);
    shown.heading("severities", config.severities.is_empty());
    for (rule, levels) in &config.severities {
        shown.value(&format!("  {rule}"), &of_levels(levels.value), levels);
    }
    shown.heading("tolerances", config.tolerances.is_empty());
    for (rule, share) in &config.tolerances {
        let percent = (share.value * Decimal::ONE_HUNDRED).normalize();
        shown.value(&format!("  {rule}"), &format!("{percent}%"), share);
    }
    let patterns = || config.exclude.iter().flat_map(|globs| &globs.patterns);
    shown.heading("exclude", patterns().next().is_none());
    for pattern in patterns() {
        shown.item(&quoted(&pattern.value), pattern);
    }
    shown.heading("ignore", config.ignore.is_empty());
    for ignore in &config.ignore {
        let patterns = ignore.files.iter().flat_map(|globs| &globs.patterns);
        let patterns: Vec<String> = patterns.map(|glob| quoted(&glob.value)).collect();
        let files = match &patterns[..] {
            [] => String::new(),
            some => format!("files: [{}], ", some.join(", ")),
        };
        let words = format!(
            "{{ rule: {}, text: {}, {files}reason: {} }}",
            ignore.rule.value,
            quoted(&ignore.text),
            quoted(&ignore.reason)
        );
        shown.item(&words, &ignore.rule);
    }
    shown.heading("reviewed", config.reviewed.is_empty());
    for reviewed in &config.reviewed {
        let (key, note) = (quoted(&reviewed.key.value), quoted(&reviewed.note));
        shown.item(&format!("{{ key: {key}, note: {note} }}"), &reviewed.key);
    }
    for (key, path) in [
        ("baseline", &config.baseline),
        ("snapshots", &config.snapshots),
    ] {
        if let Some(path) = path {
            shown.value(key, &of_path(&path.value), path);
        }
    }
    shown.0
}

/// The lines so far.
struct Shown(String);

impl Shown {
    fn value<T>(&mut self, key: &str, value: &str, place: &Set<T>) {
        let line = format!("{key}: {value}");
        self.line(&line, &format!("{}:{}", place.file, place.at.0));
    }

    fn default(&mut self, key: &str, value: &str) {
        self.line(&format!("# {key}: {value}"), "built-in");
    }

    fn item<T>(&mut self, value: &str, place: &Set<T>) {
        self.line(
            &format!("  - {value}"),
            &format!("{}:{}", place.file, place.at.0),
        );
    }

    fn heading(&mut self, key: &str, is_empty: bool) {
        if !is_empty {
            self.0 += &format!("{key}:\n");
        }
    }

    fn paths(&mut self, key: &str, paths: &[Set<std::path::PathBuf>]) {
        self.heading(key, paths.is_empty());
        for path in paths {
            self.item(&of_path(&path.value), path);
        }
    }

    fn line(&mut self, line: &str, place: &str) {
        // Nothing is lost when writing to memory.
        let _ = writeln!(self.0, "{line:40} # {place}");
    }
}

fn of_levels(levels: Levels) -> String {
    let named = [
        ("contradiction", levels.contradiction),
        ("discrepancy", levels.discrepancy),
        ("consistent", levels.consistent),
    ];
    match named {
        [(_, Some(one)), (_, Some(two)), (_, Some(three))] if one == two && two == three => {
            one.as_str().to_owned()
        }
        _ => {
            let given = named
                .into_iter()
                .filter_map(|(verdict, level): (_, Option<Level>)| {
                    Some(format!("{verdict}: {}", level?.as_str()))
                });
            format!("{{ {} }}", given.collect::<Vec<_>>().join(", "))
        }
    }
}

fn of_path(path: &Path) -> String {
    quoted(&path.display().to_string().replace('\\', "/"))
}

/// A text that YAML reads as it stands.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(is_plain) && text.starts_with(|c: char| c.is_alphabetic() || c == '.') {
        return text.to_owned();
    }
    // JSON's strings are YAML's.
    serde_json::to_string(text).unwrap_or_default()
}
