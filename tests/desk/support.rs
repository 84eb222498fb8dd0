//! A folder with articles, and the program run in it.

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// An id that no conflict has.
pub(crate) const ID: &str = "0123456789abcdef0123456789abcdef";

/// A folder with articles, in which the program is run.
pub(crate) struct Desk(TempDir);

/// What a run wrote and how it ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// Two articles, one conflict.
    pub(crate) fn new() -> Self {
        let desk = Self(TempDir::new().unwrap());
        desk.write("wire/a.txt", "Ana Ruiz met Li Wei in Paris on Tuesday.\n");
        desk.write("wire/b.txt", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
        desk
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
        command.current_dir(self.path()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        let output = command.args(arguments).output().unwrap();
        Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The report as JSON.
    #[track_caller]
    pub(crate) fn report(&self, arguments: &[&str]) -> serde_json::Value {
        let ended = self.run(&[&["check", "--format", "json"], arguments].concat());
        serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {}", ended.err))
    }

    /// The id of the one conflict.
    #[track_caller]
    pub(crate) fn conflict(&self) -> String {
        let report = self.report(&["wire"]);
        assert_eq!(report["conflicts"].as_array().map(Vec::len), Some(1), "{report}");
        report["conflicts"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Expects exit code 2, nothing on standard output, and `message` in the error.
    #[track_caller]
    pub(crate) fn refuses(&self, arguments: &[&str], message: &str) {
        let ended = self.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{}", ended.err);
        assert!(ended.err.contains(message), "{}", ended.err);
    }
}
