//! The names of snapshots: safe on every file system, the same however an article is named, and never two alike.

use std::path::{Component, Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use crate::document::Document;

/// A longer name of a file or directory is cut, and told from others by a hash: file systems take 255 bytes.
const LONGEST: usize = 160;

/// Names that mean a device on Windows, whatever stands behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// What stands before the line of a row of data that has no id.
const LINE: &str = "line+";

/// An article and its snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The article's path, seen from the directory that the snapshots belong to, with forward slashes.
    pub(super) source: String,
    /// The id of a row of data.
    pub(super) row: Option<String>,
    /// The snapshot's path in its folder, with forward slashes.
    pub(super) file: String,
}

impl Name {
    /// The name of a document, seen from a directory.
    pub(super) fn of(document: &Document, base: &Path) -> Self {
        let (path, line) = match &document.row {
            Some((path, line)) => (path.as_str(), Some(*line)),
            None => (document.id.as_str(), None),
        };
        let parts = relative(base, &real(Path::new(path)));
        let source = parts.join("/");
        match line {
            None => Self::of_source(&source, None, false),
            Some(line) if document.id == format!("{path}:{line}") => {
                Self::of_source(&source, Some(&format!("{LINE}{line}")), true)
            }
            Some(_) => Self::of_source(&source, Some(&document.id), false),
        }
    }

    /// The name by what a snapshot says of its article; a row goes by its id, or by its line where it has none.
    pub(super) fn of_source(source: &str, row: Option<&str>, by_line: bool) -> Self {
        let mut names: Vec<String> = source.split('/').map(safe).collect();
        names.extend(row.map(|row| match by_line {
            // No id has the sign of a line in its name.
            true => row.to_owned(),
            false => safe(row),
        }));
        Self {
            source: source.to_owned(),
            row: row.map(str::to_owned),
            file: format!("{}.snap", names.join("/")),
        }
    }

    /// Equal for names that are one on file systems that do not tell capital letters apart.
    pub(super) fn folded(&self) -> String {
        self.file.to_lowercase()
    }
}

/// The one true path of a file or directory, links of its directories followed; a link stays what it is called.
pub(super) fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let path = clean(&path);
    let dir = path.parent().and_then(|dir| dir.canonicalize().ok());
    match (dir, path.file_name()) {
        (Some(dir), Some(name)) => dir.join(name),
        _ => path,
    }
}

/// A path without `.` and `..`, as far as its words allow.
pub(super) fn clean(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match cleaned.components().next_back() {
                Some(Component::Normal(_)) => {
                    cleaned.pop();
                }
                Some(Component::RootDir) => {}
                _ => cleaned.push(".."),
            },
            other => cleaned.push(other),
        }
    }
    cleaned
}

/// The names that lead from a directory to a file; both are absolute.
fn relative(base: &Path, file: &Path) -> Vec<String> {
    let words = |path: &Path| -> Vec<String> {
        let named = path.components().filter(|c| *c != Component::RootDir);
        named
            .map(|c| c.as_os_str().to_string_lossy().into_owned())
            .collect()
    };
    let (base, file) = (words(base), words(file));
    let shared = base.iter().zip(&file).take_while(|(a, b)| a == b).count();
    let up = base.iter().skip(shared).map(|_| "..".to_owned());
    up.chain(file.iter().skip(shared).cloned()).collect()
}

/// A name of a file or directory that means the same everywhere: other signs as `%` and their bytes.
fn safe(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_device = DEVICES.contains(&stem);
    let last = name.chars().count().saturating_sub(1);
    let mut safe = String::new();
    for (i, c) in name.chars().enumerate() {
        let is_plain = c.is_alphanumeric()
            || matches!(c, '-' | '_' | '.' | ' ')
                // Hidden files, `..`, and what Windows drops from the end.
                && !(i == 0 && c != '_')
                && !(i == last && matches!(c, '.' | ' '));
        if is_plain && !(is_device && i == 0) {
            safe.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                safe.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    if safe.len() > LONGEST {
        let end = (0..=LONGEST)
            .rev()
            .find(|end| safe.is_char_boundary(*end))
            .unwrap_or(0);
        safe.truncate(end);
        safe.push_str(&format!("~{:016x}", xxh3_64(name.as_bytes())));
    }
    if safe.is_empty() {
        "+".to_owned()
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Furniture, plain};

    fn name(path: &str) -> Name {
        let (document, _) = plain(path, "One.".into(), &Furniture::default());
        Name::of(&document, Path::new("/desk/paper"))
    }

    fn row(id: &str, line: usize) -> Name {
        let (mut document, _) = plain(id, "One.".into(), &Furniture::default());
        document.row = Some(("/desk/paper/r.jsonl".to_owned(), line));
        Name::of(&document, Path::new("/desk/paper"))
    }

    #[cfg(unix)]
    #[test]
    fn an_article_has_one_name_however_it_is_called() {
        for path in [
            "/desk/paper/in/a.md",
            "/desk/paper/./in/../in/a.md",
            "/desk/../desk/paper/in//a.md",
        ] {
            let found = name(path);
            assert_eq!(
                (found.source.as_str(), found.file.as_str()),
                ("in/a.md", "in/a.md.snap")
            );
        }
        let above = name("/desk/a.md");
        assert_eq!(
            (above.source.as_str(), above.file.as_str()),
            ("../a.md", "%2E%2E/a.md.snap")
        );
        assert_eq!(
            name("/../../etc/x.txt").file,
            "%2E%2E/%2E%2E/etc/x.txt.snap"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_row_goes_by_its_id() {
        assert_eq!(row("r3", 3).file, "r.jsonl/r3.snap");
        assert_eq!(row("r3", 3).row.as_deref(), Some("r3"));
        assert_eq!(row("/desk/paper/r.jsonl:3", 3).file, "r.jsonl/line+3.snap");
        assert_eq!(row("line+3", 4).file, "r.jsonl/line%2B3.snap");
        assert_eq!(row("../../x", 4).file, "r.jsonl/%2E.%2F..%2Fx.snap");
        assert_eq!(row("..", 4).file, "r.jsonl/%2E%2E.snap");
    }

    #[test]
    fn names_are_safe_everywhere() {
        for (given, expected) in [
            ("Draft 2_final-b.md", "Draft 2_final-b.md"),
            (".hidden", "%2Ehidden"),
            ("a:b|c?*<>\"\\", "a%3Ab%7Cc%3F%2A%3C%3E%22%5C"),
            ("CON.md", "%43ON.md"),
            ("com1.txt", "%63om1.txt"),
            ("comma.txt", "comma.txt"),
            ("end. ", "end.%20"),
            ("-x", "%2Dx"),
            ("100%", "100%25"),
            ("Überblick", "Überblick"),
            ("", "+"),
        ] {
            assert_eq!(safe(given), expected, "{given}");
        }
        let (one, other) = (safe(&"ü/".repeat(300)), safe(&"ü/".repeat(301)));
        assert!(one.len() <= 180 && one != other, "{one} {other}");
    }
}
