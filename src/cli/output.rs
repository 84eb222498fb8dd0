//! Where results go: standard output, or a file that appears whole or not at all.

use super::{Failed, interrupt};
use crate::report::Look;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Runs `write` on standard output, or on the file at `path`.
///
/// A file is written under another name beside its place and then renamed, so that nobody ever reads half a report. A
/// closed pipe ends the output, not the run.
pub(super) fn to(path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failed> {
    match path {
        Some(path) if path != Path::new("-") => to_file(path, write).map_err(|error| {
            Failed::new(format!("cannot write '{}': {error}", path.display()))
                .with_help("name a file in a folder that exists and can be written to")
        }),
        _ => to_standard_output(write),
    }
}

/// How standard output looks to its reader.
pub(super) fn look() -> Look {
    let color = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
    let width = terminal_size::terminal_size().map_or(Look::default().width, |(width, _)| usize::from(width.0));
    Look { width: width.max(40), color }
}

fn to_standard_output(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failed> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failed::new(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

fn to_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // The file behind a link is replaced, not the link; a pipe or a device cannot be replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let present = fs::metadata(&path).ok();
    if present.as_ref().is_some_and(|present| !present.is_file() && !present.is_dir()) {
        return fill(OpenOptions::new().write(true).open(&path)?, write).map(drop);
    }
    let (file, temporary) = beside(&path)?;
    let _guard = interrupt::guard(&temporary);
    let written = fill(file, write).and_then(|file| file.sync_all()).and_then(|()| {
        present.iter().try_for_each(|present| fs::set_permissions(&temporary, present.permissions()))?;
        fs::rename(&temporary, &path)
    });
    if written.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn fill(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// A new file in the folder of `path`, hidden, under a name that nobody else has.
fn beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let mut number = 0_u32;
    loop {
        let temporary = path.with_file_name(format!(".{name}.{}-{number}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            opened => return opened.map(|file| (file, temporary)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        to(Some(&path), |out| out.write_all(b"one")).unwrap();
        let failed = to(Some(&path), |out| out.write_all(b"two").and(Err(io::ErrorKind::Other.into()))).unwrap_err();
        assert!(failed.message.starts_with("cannot write '"), "{failed}");
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_survive() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        to(Some(&link), |out| out.write_all(b"two")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to() {
        to(Some(Path::new("/dev/null")), |out| out.write_all(b"x")).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
