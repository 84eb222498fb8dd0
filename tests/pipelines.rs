//! What other pipelines run is what the program takes: the hooks of pre-commit and the GitHub Action.

#![cfg(test)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn program() -> PathBuf {
    PathBuf::from(assert_cmd::cargo::cargo_bin!("crosscheck"))
}

#[track_caller]
fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(package().join(path)).unwrap()).unwrap()
}

/// Two articles that contradict each other.
fn desk() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, verb) in [("a b.txt", "met"), ("c.txt", "did not meet")] {
        let text = format!("VISBY, March 3, 2026\n\nAna Ruiz {verb} Li Wei in Visby on Tuesday.\n");
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn the_hooks_stop_a_commit_with_a_conflict() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let desk = desk();
    fs::write(desk.path().join("crosscheck.yaml"), "sources: ['a b.txt', c.txt]\n").unwrap();
    for hook in hooks.as_array().unwrap() {
        let entry = hook["entry"].as_str().unwrap().strip_prefix("crosscheck ").unwrap();
        let mut command = Command::new(program());
        command.current_dir(desk.path()).args(entry.split(' '));
        if hook["pass_filenames"] != false {
            command.args(["a b.txt", "c.txt"]);
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{hook}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Runs the last step of the action as a runner would.
fn action(folder: &Path, inputs: &[(&str, &str)]) -> Output {
    let action = yaml(".github/actions/crosscheck/action.yml");
    let step = action["runs"]["steps"].as_array().unwrap().last().unwrap();
    let mut command = Command::new("bash");
    // As a runner calls it.
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"].as_str().unwrap()]).current_dir(folder);
    let path = std::env::var("PATH").unwrap();
    command.env("PATH", format!("{}:{path}", program().parent().unwrap().display()));
    command.env("RUNNER_TEMP", folder).env("GITHUB_STEP_SUMMARY", folder.join("summary.md"));
    for (name, value) in step["env"].as_object().unwrap() {
        let input = value.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
        let default = action["inputs"][input]["default"].as_str().unwrap();
        let given = inputs.iter().find(|(name, _)| *name == input).map_or(default, |(_, value)| value);
        command.env(name, given);
    }
    command.output().unwrap()
}

#[test]
fn the_action_reports_and_fails() {
    let desk = desk();
    let output = action(desk.path(), &[("paths", "a b.txt\nc.txt\n"), ("sarif", "out.sarif"), ("html", "out.html")]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("::error file=a b.txt,line=3,"));
    assert!(fs::read_to_string(desk.path().join("summary.md")).unwrap().starts_with("## crosscheck"));
    assert!(fs::read_to_string(desk.path().join("out.sarif")).unwrap().contains("\"2.1.0\""));
    assert!(fs::read_to_string(desk.path().join("out.html")).unwrap().starts_with("<!DOCTYPE html>"));
    let calm = action(desk.path(), &[("paths", "a b.txt\nc.txt"), ("fail-on", "never")]);
    assert_eq!(calm.status.code(), Some(0));
}

#[test]
fn nothing_in_an_input_of_the_action_is_run() {
    let desk = desk();
    let output = action(desk.path(), &[("paths", "c.txt; touch taken\n$(touch taken)\n`touch taken`")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!desk.path().join("taken").exists());
}
