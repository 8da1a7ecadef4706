//! Recording what articles claim, and checking it.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::path::Path;

use super::super::desk::{ConfigArgs, Desk};
use super::super::gathered::{Gathered, Sources};
use super::super::{Status, tell};
use super::folder::{Folder, NEW};
use super::name::Name;
use super::unreferenced::{Gone, unreferenced};
use super::update::{Update, Write};
use super::{DIR, Places, command, usual};
use crate::claim::Reading;
use crate::problem::Problem;
use crate::report::snapshot::Summary;
use crate::report::text::counted;
use crate::snapshot::file::File;
use crate::snapshot::{Record, Snapshot, difference, records};

#[derive(clap::Args)]
pub(super) struct Recording {
    /// Articles: files (text, Markdown, HTML, JSON, JSON Lines), directories; `./review` for one called like a command
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// Compare only: write nothing, and fail where something differs or no snapshot is there
    #[arg(long)]
    check: bool,
    /// Record figures that have no known measure too; a snapshot once recorded so stays so
    #[arg(long, conflicts_with = "check")]
    all: bool,
    /// Where snapshots lie [default: the `snapshots` of the configuration, or `snapshots` beside it]
    #[arg(long, value_name = "DIR")]
    dir: Option<String>,
    #[command(flatten)]
    config: ConfigArgs,
    /// What happens to the snapshots of articles that are gone
    #[arg(long, value_enum, default_value = "warn")]
    unreferenced: Unreferenced,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Unreferenced {
    /// They are not looked for
    Ignore,
    /// They are told
    Warn,
    /// They are told, and the exit status is 1
    Reject,
    /// They are deleted
    Delete,
}

pub(super) fn run(args: &Recording) -> io::Result<Status> {
    let update = if args.check {
        Ok(None)
    } else {
        Update::of_environment().map(Some)
    };
    let update = match update.and_then(|update| usable(args).map(|()| update)) {
        Ok(update) => update,
        Err(problem) => {
            tell(&problem);
            return Ok(Status::Problems);
        }
    };
    let mut desk = Desk::new(&args.config, &[], &[]);
    let sources = Sources {
        lists: &[&args.paths],
        stdin_name: None,
        is_shown: false,
    };
    let gathered = Gathered::read(sources, &mut desk)?;
    let bad = gathered.went.bad || desk.is_bad;
    let here = usual(&mut desk, Path::new("."));
    // The articles of each folder, in the order in which the folders are met.
    let mut folders: Vec<(String, Vec<Reading>)> = Vec::new();
    for (reading, (_, origin)) in gathered.readings.into_iter().zip(&gathered.origins) {
        let dir = match &args.dir {
            Some(dir) => Some(dir.clone()),
            None => usual(&mut desk, &origin.path),
        };
        let Some(dir) = dir else { continue };
        match folders.iter_mut().find(|(known, _)| *known == dir) {
            Some((_, readings)) => readings.push(reading),
            None => folders.push((dir, vec![reading])),
        }
    }
    let mut run = Run {
        args,
        update,
        folder: Folder::new(args.dir.as_deref().or(here.as_deref()).unwrap_or(DIR)),
        dir: args.dir.clone(),
        out: io::BufWriter::new(io::stdout().lock()),
        summary: Summary::default(),
        differs: false,
        bad,
    };
    if folders.is_empty() {
        run.folder_of(&[])?;
    }
    for (dir, readings) in folders {
        run.folder = Folder::new(&dir);
        run.dir = Some(dir).filter(|dir| args.dir.is_some() || here.as_ref() != Some(dir));
        run.folder_of(&readings)?;
    }
    run.end()
}

/// What cannot be done is told before anything is read.
fn usable(args: &Recording) -> Result<(), Problem> {
    if args.paths.iter().any(|path| path == "-") {
        let problem = Problem::of_file("standard input", "has no name to keep its claims under");
        return Err(problem.help("name a file"));
    }
    if args.check && args.unreferenced == Unreferenced::Delete {
        let problem = Problem::of_file(
            "--unreferenced delete",
            "`--check` writes nothing, and deletes nothing",
        );
        return Err(problem.help(
            "leave out one of the two; `--unreferenced reject` fails where a snapshot is left over",
        ));
    }
    Ok(())
}

/// One run over some articles.
struct Run<'a> {
    args: &'a Recording,
    /// What may be written; `None` when it is only compared.
    update: Option<Update>,
    folder: Folder,
    /// What `--dir` must say for the same folder, where it must say anything.
    dir: Option<String>,
    out: io::BufWriter<io::StdoutLock<'static>>,
    summary: Summary,
    /// Whether something is left to be done by somebody.
    differs: bool,
    bad: bool,
}

impl Run<'_> {
    fn tell(&mut self, problem: &Problem) -> io::Result<()> {
        self.bad = true;
        // What was found before is told before.
        self.out.flush()?;
        tell(problem);
        Ok(())
    }

    /// Compares the articles of one folder with what lies there.
    fn folder_of(&mut self, readings: &[Reading]) -> io::Result<()> {
        let names = self.names(readings);
        for (reading, name) in readings.iter().zip(&names) {
            if let Some(name) = name {
                self.article(reading, name)?;
            }
        }
        if self.args.unreferenced != Unreferenced::Ignore {
            let names: Vec<&Name> = names.iter().flatten().collect();
            self.look_for_unreferenced(&names)?;
        }
        Ok(())
    }

    /// The names of the snapshots, none of them twice.
    fn names(&mut self, readings: &[Reading]) -> Vec<Option<Name>> {
        let mut taken: HashMap<String, String> = HashMap::new();
        let mut names = Vec::new();
        for reading in readings {
            let name = self.folder.name(&reading.document);
            let shown = reading.document.shown_name();
            if let Some(earlier) = taken.get(&name.folded()) {
                let path = self.folder.path(&name.file);
                let message =
                    format!("its snapshot {path} would be that of {earlier} on some file systems");
                tell(
                    &Problem::of_file(shown, message)
                        .help("this article is left out: give it another name"),
                );
                self.bad = true;
                names.push(None);
            } else {
                taken.insert(name.folded(), shown);
                names.push(Some(name));
            }
        }
        names
    }

    /// Compares one article with its snapshot, and writes what may be written.
    fn article(&mut self, reading: &Reading, name: &Name) -> io::Result<()> {
        let old = match self.folder.read(&name.file) {
            Ok(old) => old,
            Err(problem) => return self.tell(&problem),
        };
        let all = self.args.all || old.as_ref().is_some_and(|old| old.snapshot.all);
        let claims = records(reading, all).into_iter();
        let claims: Vec<Record> = claims.map(|(record, _)| record).collect();
        self.summary.articles += 1;
        self.summary.claims += claims.len();
        let new = File {
            source: name.source.clone(),
            row: name.row.clone(),
            snapshot: Snapshot { all, claims },
        };
        match old {
            None => self.missing(reading, name, &new),
            Some(old) if old.snapshot == new.snapshot => self.unchanged(name, &old, &new),
            Some(old) => self.changed(reading, name, &old, &new),
        }
    }

    fn missing(&mut self, reading: &Reading, name: &Name, new: &File) -> io::Result<()> {
        let write = self.update.map_or(Write::Not, |update| update.missing);
        if write != Write::Not {
            let claims = counted(new.snapshot.claims.len(), "claim");
            return self.write(write, name, new, &format!(", {claims}"));
        }
        let article = match &reading.document.row {
            Some((path, _)) => path,
            None => &reading.document.id,
        };
        let command = command("", self.dir.as_deref(), article);
        let shown = reading.document.shown_name();
        self.summary.missing += 1;
        self.differs = true;
        writeln!(
            self.out,
            "no snapshot of {shown}: {command} writes {}",
            self.folder.path(&name.file)
        )
    }

    fn unchanged(&mut self, name: &Name, old: &File, new: &File) -> io::Result<()> {
        match self.update {
            // A snapshot that moved with its article.
            Some(update) if update.changed != Write::Not && old != new => {
                self.write(Write::InPlace, name, new, "")
            }
            Some(update) if update.force => self.write(Write::InPlace, name, new, ""),
            // What waited for review is settled.
            Some(update) if update.changed != Write::Not => {
                match self.folder.remove(&format!("{}{NEW}", name.file)) {
                    Ok(()) => Ok(()),
                    Err(problem) => self.tell(&problem),
                }
            }
            _ => Ok(()),
        }
    }

    fn changed(
        &mut self,
        reading: &Reading,
        name: &Name,
        old: &File,
        new: &File,
    ) -> io::Result<()> {
        let changes = difference(&old.snapshot.claims, &new.snapshot.claims);
        self.summary.changes.add(&changes);
        let places = Places::of(reading, new.snapshot.all);
        for line in places.told(&old.snapshot, &new.snapshot, &changes) {
            writeln!(self.out, "{line}")?;
        }
        let write = self.update.map_or(Write::Not, |update| update.changed);
        self.write(write, name, new, "")
    }

    /// Writes a snapshot as it may be written, and says so; `more` says what is in it.
    fn write(&mut self, write: Write, name: &Name, new: &File, more: &str) -> io::Result<()> {
        let path = self.folder.path(&name.file);
        let done = match write {
            Write::InPlace => self.folder.write(&name.file, new),
            Write::Beside => self.folder.write_beside(&name.file, new),
            Write::Not => Ok(()),
        };
        if let Err(problem) = done {
            return self.tell(&problem);
        }
        match write {
            Write::InPlace => {
                self.summary.written += 1;
                writeln!(self.out, "written: {path}{more}")
            }
            Write::Beside => {
                self.summary.waiting += 1;
                self.differs = true;
                writeln!(self.out, "to review: {path}{NEW}{more}")
            }
            Write::Not => {
                self.differs = true;
                Ok(())
            }
        }
    }

    /// Tells, or deletes, the snapshots whose articles are gone.
    fn look_for_unreferenced(&mut self, names: &[&Name]) -> io::Result<()> {
        let (found, problems) = unreferenced(&self.folder, names, !self.bad);
        for problem in &problems {
            self.tell(problem)?;
        }
        for Gone { file, why } in found {
            let path = self.folder.path(&file);
            if self.args.unreferenced != Unreferenced::Delete {
                self.summary.unreferenced += 1;
                self.differs |= self.args.unreferenced == Unreferenced::Reject;
                writeln!(self.out, "unreferenced: {path}, {why}")?;
                continue;
            }
            let beside = format!("{file}{NEW}");
            match self
                .folder
                .remove(&file)
                .and_then(|()| self.folder.remove(&beside))
            {
                Ok(()) => {
                    self.summary.deleted += 1;
                    writeln!(self.out, "deleted: {path}, {why}")?;
                }
                Err(problem) => self.tell(&problem)?,
            }
        }
        Ok(())
    }

    fn end(mut self) -> io::Result<Status> {
        let dir = self.dir.as_deref();
        if self.summary.waiting > 0 {
            let (review, accept) = (command(" review", dir, ""), command(" accept", dir, ""));
            writeln!(
                self.out,
                "{review} shows what waits, one by one; {accept} takes all of it"
            )?;
        }
        if let Some(why) = self
            .update
            .and_then(|update| update.why_not)
            .filter(|_| self.differs)
        {
            writeln!(self.out, "nothing was written: {why}")?;
        }
        writeln!(self.out, "{}", self.summary)?;
        self.out.flush()?;
        Ok(match (self.bad, self.differs) {
            (true, _) => Status::Problems,
            (false, true) => Status::Findings,
            (false, false) => Status::Clean,
        })
    }
}
