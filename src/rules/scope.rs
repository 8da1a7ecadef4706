//! Which documents a rule looks at.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobSet};

use crate::document::Document;

/// The documents that a rule looks at, by globs on their paths: those that `files` match and `ignores` do not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// All documents where it is left out.
    pub files: Option<Globs>,
    /// None where it is empty.
    pub ignores: Globs,
}

impl Scope {
    /// Whether the rule looks at the document of a path, which is relative to where the globs count from and has
    /// forward slashes. See [`Root::below`].
    pub fn looks_at(&self, path: &str) -> bool {
        self.files.as_ref().is_none_or(|files| files.matches(path)) && !self.ignores.matches(path)
    }

    /// Whether it looks at every document.
    pub fn is_everywhere(&self) -> bool {
        *self == Self::default()
    }
}

/// Globs, ready to be matched.
#[derive(Debug, Clone, Default)]
pub struct Globs {
    written: Vec<String>,
    set: GlobSet,
}

impl Globs {
    /// Compiles globs. The error has the number of the one that is wrong, what is wrong with it, and what to do.
    pub fn new(written: Vec<String>) -> Result<Self, (usize, String, Option<String>)> {
        let mut set = GlobSet::builder();
        for (i, glob) in written.iter().enumerate() {
            let wrong = |message: String, help: Option<String>| (i, message, help);
            let meant = glob.strip_prefix("./").unwrap_or(glob);
            if meant.trim().is_empty() {
                return Err(wrong("an empty glob matches no document".to_owned(), None));
            }
            if let Some(directory) = meant.strip_suffix('/') {
                let message = format!("the glob `{glob}` matches no document, only a directory");
                let help = format!("write `{directory}/**` for everything in it");
                return Err(wrong(message, Some(help)));
            }
            if meant.split('/').any(|name| name == "." || name == "..") {
                let message =
                    format!("the glob `{glob}` goes through `.` or `..`, and paths do not");
                return Err(wrong(message, None));
            }
            let built = GlobBuilder::new(meant)
                // `*` is one name or a part of it, whatever the machine.
                .literal_separator(true)
                .backslash_escape(true)
                .build();
            match built {
                Ok(glob) => set.add(glob),
                Err(error) => {
                    let message = format!("the glob `{glob}` cannot be read: {}", error.kind());
                    return Err(wrong(message, None));
                }
            };
        }
        let all = written.len();
        match set.build() {
            Ok(set) => Ok(Self { written, set }),
            Err(error) => Err((all.saturating_sub(1), error.kind().to_string(), None)),
        }
    }

    /// As they are written.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    fn matches(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Globs {}

/// Where paths of documents count from, and where globs do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Root {
    /// The directory that the paths of documents are relative to.
    pub of_documents: PathBuf,
    /// The directory that globs are relative to.
    pub of_globs: PathBuf,
}

impl Root {
    /// The path of a document as globs see it: relative to their directory where it lies below, else from the root of
    /// the file system; with forward slashes. Names alone decide: no link is followed.
    pub fn below(&self, document: &Document) -> String {
        let path = match &document.row {
            Some((path, _)) => path,
            None => &document.id,
        };
        self.below_path(path)
    }

    fn below_path(&self, path: &str) -> String {
        let path = plain(&self.of_documents.join(path));
        let below = path.strip_prefix(plain(&self.of_globs)).unwrap_or(&path);
        let names = below.components().map(|name| match name {
            Component::RootDir => "".into(),
            name => name.as_os_str().to_string_lossy(),
        });
        names.collect::<Vec<_>>().join("/")
    }
}

/// A path without `.` and, as far as it goes, `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for name in path.components() {
        let above = matches!(plain.components().next_back(), Some(Component::Normal(_)));
        match name {
            Component::CurDir => {}
            Component::ParentDir if above => {
                plain.pop();
            }
            name => plain.push(name),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(written: &[&str]) -> Globs {
        Globs::new(written.iter().map(|glob| (*glob).to_owned()).collect()).unwrap()
    }

    #[test]
    fn files_that_match_and_are_not_ignored() {
        let scope = Scope {
            files: Some(globs(&["wire/**", "./*.md"])),
            ignores: globs(&["**/opinion/**", "wire/*.{txt,json}"]),
        };
        for (path, looks) in [
            ("wire/a.md", true),
            ("wire/2024/a.txt", true),
            ("wire/a.txt", false),
            ("wire/opinion/a.md", false),
            ("a.md", true),
            ("drafts/a.md", false),
            ("-", false),
        ] {
            assert_eq!(scope.looks_at(path), looks, "{path}");
        }
        assert!(Scope::default().looks_at("anything") && Scope::default().is_everywhere());
    }

    #[test]
    fn globs_that_can_match_nothing_are_refused() {
        for (glob, message) in [
            (
                "a[b",
                "the glob `a[b` cannot be read: unclosed character class; missing ']'",
            ),
            (
                "a{b",
                "the glob `a{b` cannot be read: unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)",
            ),
            (
                "drafts/",
                "the glob `drafts/` matches no document, only a directory",
            ),
            (
                "../a",
                "the glob `../a` goes through `.` or `..`, and paths do not",
            ),
            (" ", "an empty glob matches no document"),
        ] {
            let written = vec!["fine/**".to_owned(), glob.to_owned()];
            let (number, found, _) = Globs::new(written).unwrap_err();
            assert_eq!((number, found.as_str()), (1, message));
        }
    }

    #[test]
    fn paths_count_from_where_the_globs_do() {
        let below = |documents: &str, globs: &str, path: &str| {
            let root = Root {
                of_documents: documents.into(),
                of_globs: globs.into(),
            };
            root.below_path(path)
        };
        assert_eq!(below("", "", "./wire//a.txt"), "wire/a.txt");
        assert_eq!(below("", "", "-"), "-");
        assert_eq!(below("", "", "../a.txt"), "../a.txt");
        assert_eq!(below("/desk/wire", "/desk", "a.txt"), "wire/a.txt");
        assert_eq!(below("/desk/wire", "/desk", "../a.txt"), "a.txt");
        assert_eq!(below("/desk", "/desk", "/desk/a.txt"), "a.txt");
        assert_eq!(below("/desk", "/desk", "/other/a.txt"), "/other/a.txt");
        assert_eq!(below("/desk", "/desk/conf", "a.txt"), "/desk/a.txt");
    }
}
