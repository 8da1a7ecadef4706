//! The files an invocation names, found and read: the only place that touches files and standard input.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::document::{Document, Format, Furniture, Read, read};
use crate::problem::Problem;

/// The files that are taken from a directory; others are read when they are named.
const EXTENSIONS: [&str; 7] = ["txt", "text", "md", "markdown", "json", "jsonl", "ndjson"];

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// How many of the documents came from the first list of paths.
    pub first: usize,
    /// The articles, in the order given, a directory by the bytes of its paths.
    pub documents: Vec<Document>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What was read with a loss.
    pub remarks: Vec<Problem>,
}

/// Reads files, directories and `-` (standard input); what cannot be read is told, and the rest is read. A file that
/// both lists name belongs to the first.
pub fn read_all(paths: &[String], more: &[String], furniture: &Furniture) -> Inputs {
    let mut reader = Reader {
        furniture,
        inputs: Inputs::default(),
        seen: HashSet::new(),
        ids: HashMap::new(),
    };
    paths.iter().for_each(|path| reader.path(path));
    reader.inputs.first = reader.inputs.documents.len();
    more.iter().for_each(|path| reader.path(path));
    reader.inputs
}

struct Reader<'a> {
    furniture: &'a Furniture,
    inputs: Inputs,
    /// The files that were read, by their one true path.
    seen: HashSet<PathBuf>,
    /// Where each id was first used.
    ids: HashMap<String, String>,
}

impl Reader<'_> {
    fn path(&mut self, path: &str) {
        if path == "-" {
            self.standard_input();
        } else if Path::new(path).is_dir() {
            self.directory(path);
        } else if has_extension(Path::new(path), &["html", "htm"]) {
            let problem =
                Problem::of_file(path, "HTML is not read yet: save it as text or Markdown");
            self.inputs.problems.push(problem);
        } else {
            self.file(path, Path::new(path));
        }
    }

    fn standard_input(&mut self) {
        if !self.seen.insert(PathBuf::from("-")) {
            return;
        }
        let mut bytes = Vec::new();
        if let Err(error) = io::stdin().lock().read_to_end(&mut bytes) {
            return self.unreadable("-", &error);
        }
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        let is_data = text.trim_ascii_start().starts_with(b"{");
        let format = if is_data {
            Format::JsonLines
        } else {
            Format::Plain
        };
        self.take("-", read(format, "-", bytes, self.furniture));
    }

    fn directory(&mut self, given: &str) {
        let mut files = Vec::new();
        // The user's own ignore file would make the result depend on the machine.
        let walk = ignore::WalkBuilder::new(given)
            .require_git(false)
            .git_global(false)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) if has_extension(entry.path(), &EXTENSIONS) && entry.path().is_file() => {
                    files.push((printed(given, entry.path()), entry.into_path()));
                }
                // The walk leaves out what is hidden or ignored; a link to nowhere is neither.
                Ok(entry) if has_extension(entry.path(), &EXTENSIONS) && !entry.path().exists() => {
                    let path = printed(given, entry.path());
                    self.inputs
                        .problems
                        .push(Problem::of_file(path, "a link to no file"));
                }
                Ok(_) => {}
                Err(error) => self
                    .inputs
                    .problems
                    .push(Problem::of_file(given, error.to_string())),
            }
        }
        if files.is_empty() {
            let message = format!(
                "no article in this directory: looked for .{}",
                EXTENSIONS.join(", .")
            );
            self.inputs.problems.push(Problem::of_file(given, message));
        }
        files.sort();
        for (path, file) in files {
            self.file(&path, &file);
        }
    }

    fn file(&mut self, path: &str, file: &Path) {
        if file
            .canonicalize()
            .is_ok_and(|real| !self.seen.insert(real))
        {
            return;
        }
        if is_endless(file) {
            let message = "a device, not an article: name a file";
            return self.inputs.problems.push(Problem::of_file(path, message));
        }
        match std::fs::read(file) {
            Ok(bytes) => self.take(
                path,
                read(Format::of_path(path), path, bytes, self.furniture),
            ),
            Err(error) => self.unreadable(path, &error),
        }
    }

    fn unreadable(&mut self, path: &str, error: &io::Error) {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "no such file".to_owned(),
            io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
            kind => format!("cannot be read: {kind}"),
        };
        self.inputs.problems.push(Problem::of_file(path, reason));
    }

    fn take(&mut self, path: &str, read: Read) {
        self.inputs.problems.extend(read.problems);
        self.inputs.remarks.extend(read.remarks);
        for (line, document) in read.documents {
            let place = line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"));
            if let Some(earlier) = self.ids.get(&document.id) {
                let message = format!(
                    "the id \"{}\" is used twice, first at {earlier}",
                    document.id
                );
                let problem = Problem {
                    at: line.map(|line| (line, 1)),
                    ..Problem::of_file(path, message)
                };
                self.inputs
                    .problems
                    .push(problem.help("this article is left out: give it an id of its own"));
            } else {
                self.ids.insert(document.id.clone(), place);
                self.inputs.documents.push(document);
            }
        }
    }
}

/// Whether reading the file might never end: /dev/zero is no article.
fn is_endless(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = file.metadata().map(|m| m.file_type());
        kind.is_ok_and(|kind| kind.is_char_device() || kind.is_block_device())
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        false
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.is_some_and(|found| {
        extensions
            .iter()
            .any(|known| found.eq_ignore_ascii_case(known))
    })
}

/// A file below a directory as it is printed: the directory as given, then the rest with forward slashes.
fn printed(given: &str, file: &Path) -> String {
    let below = file.strip_prefix(given).unwrap_or(file);
    let names: Vec<_> = below
        .components()
        .map(|name| name.as_os_str().to_string_lossy())
        .collect();
    format!(
        "{}/{}",
        given.trim_end_matches(['/', std::path::MAIN_SEPARATOR]),
        names.join("/")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory of its own for a test, removed with it.
    struct Files(PathBuf);

    impl Files {
        fn new(test: &str, files: &[(&str, &str)]) -> Self {
            let name = format!("claimlint-{test}-{}", std::process::id());
            let root = std::env::temp_dir().join(name);
            for (name, text) in files {
                let path = root.join(name);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            Self(root)
        }

        fn path(&self, name: &str) -> String {
            self.0.join(name).to_str().unwrap().to_owned()
        }

        /// The ids of the documents and the problems, the directory shown as `@`.
        fn read(&self, paths: &[String]) -> (Vec<String>, Vec<String>) {
            let inputs = read_all(paths, &[], &Furniture::default());
            let shown = |text: &str| text.replace(self.0.to_str().unwrap(), "@");
            let ids = inputs.documents.iter().map(|document| shown(&document.id));
            let problems = inputs
                .problems
                .iter()
                .map(|problem| shown(&problem.to_string()));
            (ids.collect(), problems.collect())
        }
    }

    impl Drop for Files {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_directory_is_walked_in_order() {
        let files = Files::new(
            "walk",
            &[
                ("b.txt", "Two."),
                ("a/c.md", "One."),
                ("a-b.TXT", "Zero."),
                (".hidden.txt", "No."),
                ("data.csv", "1"),
                ("page.html", "<p>"),
                (".gitignore", "drafts/\n"),
                ("drafts/d.txt", "No."),
            ],
        );
        let expected = ["@/a-b.TXT", "@/a/c.md", "@/b.txt"];
        assert_eq!(files.read(&[files.path("")]).0, expected);
        let twice = [
            files.path("b.txt"),
            files.path("a/../b.txt"),
            files.path(""),
        ];
        assert_eq!(files.read(&twice).0, ["@/b.txt", "@/a-b.TXT", "@/a/c.md"]);
        assert_eq!(
            files.read(&[files.path("data.csv")]).0,
            ["@/data.csv"],
            "named, so read"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let files = Files::new(
            "told",
            &[("page.HTM", "<p>"), ("empty/x.csv", "1"), ("a.txt", "One.")],
        );
        let paths = ["nowhere.txt", "page.HTM", "empty", "a.txt"].map(|name| files.path(name));
        let (documents, problems) = files.read(&paths);
        assert_eq!(documents, ["@/a.txt"]);
        assert_eq!(
            problems,
            [
                "@/nowhere.txt: no such file",
                "@/page.HTM: HTML is not read yet: save it as text or Markdown",
                "@/empty: no article in this directory: looked for .txt, .text, .md, .markdown, .json, .jsonl, .ndjson",
            ]
        );
    }

    #[test]
    fn an_id_is_used_once() {
        let row = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"One.\"}}\n");
        let first = [row("r"), row("s"), row("r")].concat();
        let files = Files::new(
            "ids",
            &[("a.jsonl", first.as_str()), ("b.jsonl", row("s").as_str())],
        );
        let (documents, problems) = files.read(&[files.path("a.jsonl"), files.path("b.jsonl")]);
        assert_eq!(documents, ["r", "s"]);
        let help = "\n  help: this article is left out: give it an id of its own";
        assert_eq!(
            problems,
            [
                format!("@/a.jsonl:3:1: the id \"r\" is used twice, first at @/a.jsonl:1{help}"),
                format!("@/b.jsonl:1:1: the id \"s\" is used twice, first at @/a.jsonl:2{help}"),
            ]
        );
    }
}
