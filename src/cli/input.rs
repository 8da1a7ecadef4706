//! The files an invocation names, found and read: the only place that touches files and standard input.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, BufRead, Read as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::desk::{Desk, Settings};
use super::ids::Ids;
use crate::document::{Articles, Document, Format, Found};
use crate::problem::Problem;

/// The files that are taken from a directory; others are read when they are named.
const EXTENSIONS: [&str; 10] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson",
];

/// The bytes that are taken from a file at once.
const BUFFER: usize = 64 * 1024;

/// How far white space may reach before what tells rows of data and pages from a text.
const LOOKED_AT: u64 = 64 * 1024;

/// As many problems and remarks are kept until their turn; more would take the memory that an article needs.
const KEPT: usize = 1 << 16;

/// What is found, in order.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly all are articles, and one is held at a time"
)]
pub(super) enum Taken {
    /// An article, or the next part of one.
    Article(Document, Origin),
    /// Something that cannot be read.
    Problem(Problem),
    /// Something that was read with a loss.
    Remark(Problem),
}

/// Where an article comes from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// What holds for it.
    pub settings: Rc<Settings>,
    /// Its file's absolute path.
    pub path: PathBuf,
}

/// Gets what is found.
pub(super) type Each<'e> = dyn FnMut(Taken) -> io::Result<()> + 'e;

/// Reads files, directories and `-` (standard input), one after another; what cannot be read is told, and the rest is
/// read. A file that is named twice is read once.
pub(super) struct Reader<'a> {
    desk: &'a mut Desk,
    /// The file that standard input stands for.
    stdin_name: Option<&'a str>,
    /// The files that were read, by their one true path.
    seen: HashSet<PathBuf>,
    ids: Ids,
    /// What was read with a loss: told when everything is read.
    remarks: Vec<Problem>,
    /// How many files the configuration excludes.
    excluded: usize,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing yet.
    pub fn new(desk: &'a mut Desk, stdin_name: Option<&'a str>) -> Self {
        Self {
            desk,
            stdin_name,
            seen: HashSet::new(),
            ids: Ids::default(),
            remarks: Vec::new(),
            excluded: 0,
        }
    }

    /// Reads what some paths name: the articles in the order given, a directory by the bytes of its paths. The error
    /// is one of `each`.
    pub fn paths(&mut self, paths: &[String], each: &mut Each<'_>) -> io::Result<()> {
        paths.iter().try_for_each(|path| self.path(path, each))
    }

    /// What was read with a loss and is not told yet; how many files are excluded.
    pub fn into_remarks(self) -> (Vec<Problem>, usize) {
        (self.remarks, self.excluded)
    }

    /// What holds for a file; `None` where it is not to be read.
    fn origin(&mut self, file: &Path) -> Option<Origin> {
        let settings = self.desk.of(file)?;
        let path = self.desk.absolute(file);
        if settings.config.excludes(&path) {
            self.excluded += 1;
            return None;
        }
        Some(Origin { settings, path })
    }

    fn path(&mut self, path: &str, each: &mut Each<'_>) -> io::Result<()> {
        if path == "-" {
            self.standard_input(each)
        } else if Path::new(path).is_dir() {
            self.directory(path, each)
        } else {
            self.file(path, Path::new(path), each)
        }
    }

    fn standard_input(&mut self, each: &mut Each<'_>) -> io::Result<()> {
        if !self.seen.insert(PathBuf::from("-")) {
            return Ok(());
        }
        let mut input = io::stdin().lock();
        if let Some(name) = self.stdin_name {
            let Some(origin) = self.origin(Path::new(name)) else {
                return Ok(());
            };
            // The file itself is older than what is given.
            self.seen.extend(Path::new(name).canonicalize());
            return self.take(Format::of_path(name), name, input, &origin, each);
        }
        let Some(settings) = self.desk.of_here() else {
            return Ok(());
        };
        let path = self.desk.absolute(Path::new("-"));
        let origin = Origin { settings, path };
        match format_of(&mut input) {
            Ok((format, start)) => self.take(
                format,
                "-",
                io::Cursor::new(start).chain(input),
                &origin,
                each,
            ),
            Err(error) => each(Taken::Problem(unreadable("-", &error))),
        }
    }

    fn directory(&mut self, given: &str, each: &mut Each<'_>) -> io::Result<()> {
        let mut files = Vec::new();
        for entry in walk(Path::new(given)) {
            match entry {
                Ok(entry) if is_article(entry.path()) && entry.path().is_file() => {
                    files.push((printed(given, entry.path()), entry.into_path()));
                }
                // The walk leaves out what is hidden or ignored; a link to nowhere is neither.
                Ok(entry) if is_article(entry.path()) && !entry.path().exists() => {
                    let path = printed(given, entry.path());
                    each(Taken::Problem(Problem::of_file(path, "a link to no file")))?;
                }
                Ok(_) => {}
                Err(error) => {
                    each(Taken::Problem(Problem::of_file(given, error.to_string())))?;
                }
            }
        }
        files.retain(|(_, file)| !self.desk.is_own(file));
        if files.is_empty() {
            let message = format!(
                "no article in this directory: looked for .{}",
                EXTENSIONS.join(", .")
            );
            each(Taken::Problem(Problem::of_file(given, message)))?;
        }
        files.sort();
        for (path, file) in files {
            self.file(&path, &file, each)?;
        }
        Ok(())
    }

    fn file(&mut self, path: &str, file: &Path, each: &mut Each<'_>) -> io::Result<()> {
        if file
            .canonicalize()
            .is_ok_and(|real| !self.seen.insert(real))
        {
            return Ok(());
        }
        if is_endless(file) {
            let message = "a device, not an article: name a file";
            return each(Taken::Problem(Problem::of_file(path, message)));
        }
        let opened = match std::fs::File::open(file) {
            Ok(opened) => opened,
            Err(error) => return each(Taken::Problem(unreadable(path, &error))),
        };
        let Some(origin) = self.origin(file) else {
            return Ok(());
        };
        let input = io::BufReader::with_capacity(BUFFER, opened);
        self.take(Format::of_path(path), path, input, &origin, each)
    }

    /// Reads one file.
    fn take(
        &mut self,
        format: Format,
        path: &str,
        input: impl BufRead,
        origin: &Origin,
        each: &mut Each<'_>,
    ) -> io::Result<()> {
        let furniture = &origin.settings.setup.lexicon.furniture;
        let articles = match Articles::of(format, path, input, furniture) {
            Ok(articles) => articles,
            Err(error) => return each(Taken::Problem(unreadable(path, &error))),
        };
        // Told behind what is wrong with the file itself.
        let mut used_twice = Vec::new();
        let mut is_left_out = false;
        for found in articles {
            match found {
                Ok(Found::Article(document)) => {
                    if !document.continues() {
                        let problem = self.used_twice(path, &document);
                        is_left_out = problem.is_some();
                        used_twice.extend(problem);
                    }
                    if !is_left_out {
                        each(Taken::Article(document, origin.clone()))?;
                    }
                }
                Ok(Found::Remark(remark)) if self.remarks.len() < KEPT => {
                    self.remarks.push(remark);
                }
                Ok(Found::Remark(remark)) => each(Taken::Remark(remark))?,
                Ok(Found::Problem(problem)) => each(Taken::Problem(problem))?,
                Err(error) => {
                    each(Taken::Problem(unreadable(path, &error)))?;
                    break;
                }
            }
            if used_twice.len() >= KEPT {
                used_twice
                    .drain(..)
                    .try_for_each(|problem| each(Taken::Problem(problem)))?;
            }
        }
        used_twice
            .into_iter()
            .try_for_each(|problem| each(Taken::Problem(problem)))
    }

    /// The problem with an article whose id an earlier one has.
    fn used_twice(&mut self, path: &str, document: &Document) -> Option<Problem> {
        let earlier = self.ids.take(document)?;
        let message = format!(
            "the id \"{}\" is used twice, first at {earlier}",
            document.id
        );
        let problem = Problem {
            at: document.row.as_ref().map(|(_, line)| (*line, 1)),
            ..Problem::of_file(path, message)
        };
        Some(problem.help("this article is left out: give it an id of its own"))
    }
}

/// How standard input is written, with what had to be read to tell: rows of data begin with a bracket, a page with its
/// doctype or its first tag.
fn format_of(input: &mut impl BufRead) -> io::Result<(Format, Vec<u8>)> {
    let mut start = Vec::new();
    (&mut *input).take(LOOKED_AT).read_to_end(&mut start)?;
    let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start);
    let text = text.trim_ascii_start();
    let begins = |with: &str| {
        let start = text.get(..with.len()).unwrap_or(&[]);
        start.eq_ignore_ascii_case(with.as_bytes())
    };
    let format = if begins("{") {
        Format::JsonLines
    } else if begins("<!doctype html") || begins("<html") {
        Format::Html
    } else {
        Format::Plain
    };
    Ok((format, start))
}

/// The problem with a file that cannot be opened or read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> Problem {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        kind => format!("cannot be read: {kind}"),
    };
    Problem::of_file(path, reason)
}

/// Whether reading the file might never end: /dev/zero is no article.
pub(super) fn is_endless(file: &Path) -> bool {
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

/// What lies in a directory and below it: what is hidden or ignored is left out.
pub(super) fn walk(dir: &Path) -> ignore::Walk {
    // The user's own ignore file would make the result depend on the machine.
    ignore::WalkBuilder::new(dir)
        .require_git(false)
        .git_global(false)
        .build()
}

/// Whether a file of a directory is one of its articles, by its name.
pub(super) fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.is_some_and(|found| {
        EXTENSIONS
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
    use crate::cli::desk::ConfigArgs;

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
            let shown = |text: &str| text.replace(self.0.to_str().unwrap(), "@");
            let (mut ids, mut problems) = (Vec::new(), Vec::new());
            let mut desk = Desk::new(&ConfigArgs::default(), &[], &[]);
            let mut each = |found| {
                match found {
                    Taken::Article(document, _) => ids.push(shown(&document.id)),
                    Taken::Problem(problem) => problems.push(shown(&problem.to_string())),
                    Taken::Remark(_) => {}
                }
                Ok(())
            };
            Reader::new(&mut desk, None)
                .paths(paths, &mut each)
                .unwrap();
            (ids, problems)
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
                ("page.html", "<p>Three."),
                (".gitignore", "drafts/\n"),
                ("drafts/d.txt", "No."),
            ],
        );
        let expected = ["@/a-b.TXT", "@/a/c.md", "@/b.txt", "@/page.html"];
        assert_eq!(files.read(&[files.path("")]).0, expected);
        let twice = [
            files.path("b.txt"),
            files.path("a/../b.txt"),
            files.path(""),
        ];
        let expected = ["@/b.txt", "@/a-b.TXT", "@/a/c.md", "@/page.html"];
        assert_eq!(files.read(&twice).0, expected);
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
                "@/page.HTM: no text on this page: expected an article\n  \
                 help: where a script fills in the page, save it from the browser",
                "@/empty: no article in this directory: looked for .txt, .text, .md, .markdown, .html, .htm, .xhtml, .json, .jsonl, .ndjson",
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
