//! The ids of articles, so that none is used twice: little is kept of each, for a file may have millions of rows.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::document::Document;

/// The ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    files: Vec<File>,
    /// The ids that were given, by a fingerprint of 64 bits, and the names of whole files.
    given: HashMap<u64, Use>,
}

#[derive(Debug)]
struct File {
    path: String,
    /// The lines whose rows go by their place, as runs from one to another.
    unnamed: Vec<(usize, usize)>,
}

/// Where an id was used first.
#[derive(Debug, Clone, Copy)]
struct Use {
    /// An index into the files.
    file: u32,
    /// The line of a row, 0 for a whole file.
    line: u32,
}

impl Ids {
    /// Takes the id of a document; where it was used first, if it was.
    pub(super) fn take(&mut self, document: &Document) -> Option<String> {
        let (path, line) = match &document.row {
            Some((path, line)) => (path.as_str(), *line),
            None => (document.id.as_str(), 0),
        };
        let file = self.file(path);
        if let Some(earlier) = self.earlier(&document.id) {
            return Some(earlier);
        }
        let (file_path, unnamed) = match self.files.get_mut(file) {
            Some(file) => (&file.path, &mut file.unnamed),
            None => return None,
        };
        if line > 0 && place(&document.id) == Some((file_path, line)) {
            match unnamed.last_mut() {
                Some((_, last)) if *last + 1 == line => *last = line,
                _ => unnamed.push((line, line)),
            }
            return None;
        }
        let place = Use {
            file: u32::try_from(file).unwrap_or(u32::MAX),
            line: u32::try_from(line).unwrap_or(u32::MAX),
        };
        self.given.insert(fingerprint(&document.id), place);
        None
    }

    /// The index of a file; the one that is being read is the last.
    fn file(&mut self, path: &str) -> usize {
        if self.files.last().is_none_or(|file| file.path != path) {
            self.files.push(File {
                path: path.to_owned(),
                unnamed: Vec::new(),
            });
        }
        self.files.len() - 1
    }

    fn earlier(&self, id: &str) -> Option<String> {
        if let Some(place) = self.given.get(&fingerprint(id)) {
            let path = self.files.get(place.file as usize)?.path.clone();
            return Some(match place.line {
                0 => path,
                line => format!("{path}:{line}"),
            });
        }
        let (path, line) = place(id)?;
        let goes_by_it = |file: &File| {
            let run = file.unnamed.partition_point(|(_, last)| *last < line);
            file.path == path
                && file
                    .unnamed
                    .get(run)
                    .is_some_and(|(first, _)| *first <= line)
        };
        self.files.iter().any(goes_by_it).then(|| id.to_owned())
    }
}

/// The path and line of an id such as `rows.jsonl:12`.
fn place(id: &str) -> Option<(&str, usize)> {
    let (path, line) = id.rsplit_once(':')?;
    let is_plain = !line.starts_with(['0', '+']);
    Some((path, line.parse().ok().filter(|_| is_plain)?))
}

/// Equal for equal ids, and as good as never for others.
fn fingerprint(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Furniture, read};

    /// Where the ids of some rows were used before.
    fn taken(ids: &mut Ids, path: &str, rows: &str) -> Vec<Option<String>> {
        let read = read(Format::JsonLines, path, rows.into(), &Furniture::default());
        let documents = read.documents.iter();
        documents.map(|(_, document)| ids.take(document)).collect()
    }

    #[test]
    fn given_ids_and_places_do_not_meet() {
        let mut ids = Ids::default();
        let at = |place: &str| Some(place.to_owned());
        let rows = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n\n{\"id\":\"a.jsonl:2\",\"text\":\"Three.\"}\n\
                    {\"id\":\"a.jsonl:3\",\"text\":\"Four.\"}\n{\"id\":\"a.jsonl:7\",\"text\":\"Five.\"}\n\
                    {\"text\":\"Six.\"}\n{\"id\":\"a.jsonl:08\",\"text\":\"Seven.\"}\n{\"text\":\"Eight.\"}\n";
        assert_eq!(
            taken(&mut ids, "a.jsonl", rows),
            [
                None,
                None,
                at("a.jsonl:2"),
                None,
                None,
                at("a.jsonl:6"),
                None,
                None
            ]
        );
        let rows = "{\"id\":\"a.jsonl:9\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"id\":\"a.jsonl:3\",\"text\":\"T.\"}\n";
        assert_eq!(
            taken(&mut ids, "b.jsonl", rows),
            [at("a.jsonl:9"), None, at("a.jsonl:5")]
        );
        let file = crate::document::plain("b.jsonl:2", "One.".into(), &Furniture::default()).0;
        assert_eq!(ids.take(&file), at("b.jsonl:2"));
    }
}
