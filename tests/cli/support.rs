//! The program in folders of its own, so that no settings of this machine are found.

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The program in a folder of its own, so that no settings of this machine are found.
pub(crate) fn crosscheck(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
    command.current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// A folder with one article that contradicts nothing.
pub(crate) fn desk() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "The ferry to Visby left on time.\n").unwrap();
    folder
}

/// What a run wrote and how it ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

#[track_caller]
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let output = crosscheck(folder).args(arguments).output().unwrap();
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs and expects exit code 2, nothing on standard output, and `message` in the error.
#[track_caller]
pub(crate) fn refused(arguments: &[&str], message: &str) {
    let ended = run(desk().path(), arguments);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert_eq!(ended.out, "");
    assert!(ended.err.contains(message), "{}", ended.err);
}

#[track_caller]
pub(crate) fn assert_has_example(help: &Ended) {
    assert_eq!(help.code, Some(0));
    let last = help.out.trim_end().lines().last().unwrap();
    assert!(last.starts_with("  crosscheck "), "{}", help.out);
}
