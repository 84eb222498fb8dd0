//! The server in a real editor: Neovim shows, hovers, fixes and follows what is typed.
//!
//! Neovim is wanted (`apt-get install neovim`; `$NEOVIM` names another). Without one the test passes and says so, except
//! where `CROSSCHECK_EDITOR=required` is set, as `.ci/run` does.

use super::{MET, NOT};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = || std::env::split_paths(&path).map(|folder| folder.join("nvim"));
    std::env::var_os("NEOVIM").map(PathBuf::from).or_else(|| on_path().find(|candidate| candidate.is_file()))
}

#[test]
fn neovim_shows_hovers_fixes_and_follows() {
    let required = std::env::var_os("CROSSCHECK_EDITOR").is_some_and(|value| value == "required");
    let Some(editor) = installed() else {
        assert!(!required, "no Neovim on this machine, and CROSSCHECK_EDITOR=required is set");
        let _ = writeln!(std::io::stderr(), "skipped: no Neovim on this machine (apt-get install neovim)");
        return;
    };
    let folder = TempDir::new().unwrap();
    for (name, text) in [("wire.txt", MET), ("draft.txt", NOT), ("crosscheck.yaml", "levels: {nme: note}\n")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("session.lua"), include_str!("neovim.lua")).unwrap();
    let output = Command::new(editor)
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", "session.lua"])
        .current_dir(folder.path())
        .env("CROSSCHECK", assert_cmd::cargo::cargo_bin!("crosscheck"))
        // Its state and its log stay in the folder.
        .envs(
            ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"].map(|name| (name, folder.path())),
        )
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let heard = fs::read_to_string(folder.path().join("heard.log")).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    for expected in [
        "shown 1:1 crosscheck polarity\nrelated wire.txt\n",
        "hover **",
        "Ana Ruiz met Li Wei in Paris on Tuesday",
        "fix quickfix Accept this conflict: ",
        "after typing 0\nafter undo 1\naccepted 1\n",
        "settings 1:10 unknown check 'nme'",
    ] {
        assert!(heard.contains(expected), "{expected}\nheard: {heard}\neditor: {said}");
    }
}
