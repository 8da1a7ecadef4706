//! Files that the program writes.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// Writes a file as a whole: whoever reads it, or finds it after the program was stopped, sees the old content or the
/// new one. Directories that are missing are made.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    replace(path, bytes).map_err(|error| {
        let reason = match error.kind() {
            io::ErrorKind::PermissionDenied => "no permission to write it".to_owned(),
            kind => format!("cannot be written: {kind}"),
        };
        Problem::of_file(path.display().to_string(), reason)
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = path.metadata().ok();
    if old.as_ref().is_some_and(|old| old.is_dir()) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe or a device has no content to keep.
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return std::fs::File::options()
            .write(true)
            .open(path)?
            .write_all(bytes);
    }
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let dir = match path.parent() {
        Some(dir) if dir != Path::new("") => dir.to_owned(),
        _ => PathBuf::from("."),
    };
    std::fs::create_dir_all(&dir)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".claimlint-");
    #[cfg(unix)]
    builder.permissions(old.map_or_else(
        || std::os::unix::fs::PermissionsExt::from_mode(0o666),
        |old| old.permissions(),
    ));
    let mut file = builder.tempfile_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_a_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new/a.txt");
        for text in ["one", "two"] {
            write(&path, text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing else is left");
        let problem = write(dir.path(), b"three").unwrap_err().to_string();
        assert!(
            problem.ends_with("cannot be written: is a directory"),
            "{problem}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_may_not_be_written_is_kept() {
        use std::fs::Permissions;
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let dir = tempfile::tempdir().unwrap();
        let (file, link) = (dir.path().join("a"), dir.path().join("b"));
        write(&file, b"one").unwrap();
        symlink("a", &link).unwrap();
        write(&link, b"two").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        let mode = |mode| std::fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        mode(0o640);
        write(&file, b"three").unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        mode(0o440);
        assert!(write(&file, b"four").is_err());
        assert_eq!(std::fs::read(&file).unwrap(), b"three");
    }
}
