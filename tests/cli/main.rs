//! The command line from outside: exit codes, what goes where, and what an error says.

#![cfg(test)]

mod mistakes;
mod support;
mod why;

use std::fs;
use std::process::Stdio;
use support::{assert_has_example, crosscheck, desk, refused, run};

const SUBCOMMANDS: [&str; 13] = [
    "check",
    "accept",
    "watch",
    "lsp",
    "claims",
    "graph",
    "annotate",
    "pack",
    "why",
    "explain",
    "schema",
    "completions",
    "man",
];
const PACK_SUBCOMMANDS: [&str; 8] = ["list", "new", "lint", "test", "try", "why", "lock", "schema"];

#[test]
fn help_names_every_subcommand_and_ends_with_an_example() {
    let folder = desk();
    let whole = run(folder.path(), &["--help"]);
    assert_eq!(whole.code, Some(0));
    for subcommand in SUBCOMMANDS {
        assert!(whole.out.contains(&format!("\n  {subcommand} ")), "{subcommand}");
        assert_has_example(&run(folder.path(), &[subcommand, "--help"]));
    }
    for subcommand in PACK_SUBCOMMANDS {
        assert_has_example(&run(folder.path(), &["pack", subcommand, "--help"]));
    }
}

#[test]
fn without_a_subcommand_help_is_shown_and_the_run_fails() {
    let ended = run(desk().path(), &[]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.contains("Usage: crosscheck"), "{}", ended.err);
}

#[test]
fn nothing_found_is_silence_and_zero() {
    let folder = desk();
    let ended = run(folder.path(), &["check", "a.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""), "{}", ended.err);
    assert!(ended.err.trim_end().ends_with("no conflicts"), "{}", ended.err);
    assert_eq!(run(folder.path(), &["check", "--quiet", "a.txt"]).err, "");
}

#[test]
fn the_json_report_is_one_object_with_every_part() {
    let ended = run(desk().path(), &["check", "--format", "json", "a.txt"]);
    let report: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    for part in ["version", "tool", "documents", "conflicts", "failures", "summary"] {
        assert!(report.get(part).is_some(), "{part}");
    }
    assert_eq!(report["tool"]["name"], "crosscheck");
}

#[test]
fn every_format_can_be_asked_for() {
    let folder = desk();
    for format in ["text", "json", "sarif", "github", "markdown", "junit", "html", "csv"] {
        let ended = run(folder.path(), &["check", "--format", format, "a.txt"]);
        assert_eq!(ended.code, Some(0), "{format}: {}", ended.err);
    }
}

#[test]
fn a_report_can_go_to_a_file() {
    let folder = desk();
    let ended = run(folder.path(), &["check", "--format", "json", "--output", "report.json", "a.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""), "{}", ended.err);
    let report = fs::read_to_string(folder.path().join("report.json")).unwrap();
    assert!(report.starts_with("{\n") && report.ends_with("}\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
}

#[test]
fn a_report_that_cannot_be_written_is_an_error() {
    refused(&["check", "--output", "no/such/folder/report.json", "a.txt"], "error: cannot write 'no/such/folder/");
}

#[test]
fn no_articles_is_an_error_with_a_remedy() {
    refused(&["check"], "error: no articles given\n  help: name files or folders");
    refused(&["annotate"], "error: no articles given\n");
}

#[test]
fn slips_are_answered_with_the_right_word() {
    refused(&["check", "--format", "jason", "a.txt"], "a similar value exists: 'json'");
    refused(&["check", "--select", "quantitiy", "a.txt"], "a similar value exists: 'quantity'");
    refused(&["check", "--ignore", "name,qoute", "a.txt"], "a similar value exists: 'quote'");
    refused(&["explain", "participants"], "a similar value exists: 'participant'");
    refused(&["checck", "a.txt"], "a similar subcommand exists: 'check'");
    refused(&["man", "chek"], "error: unknown subcommand 'chek'\n  help: did you mean 'check'?");
    refused(&["check", "--date", "26.9.2024", "a.txt"], "write it as YYYY-MM-DD");
}

#[test]
fn settings_are_found_from_a_folder_below() {
    let folder = desk();
    fs::write(folder.path().join("crosscheck.yaml"), "levels:\n  qantity: note\nlevel: 1\n").unwrap();
    let below = folder.path().join("below");
    fs::create_dir(&below).unwrap();
    let ended = run(&below, &["check", "../a.txt"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("crosscheck.yaml:3:1: "), "{}", ended.err);
}

#[test]
fn every_problem_of_the_settings_is_told_at_once() {
    let folder = desk();
    fs::write(folder.path().join("desk.yaml"), "levels:\n  qantity: note\n  quote: loud\n").unwrap();
    let ended = run(folder.path(), &["check", "--config", "desk.yaml", "a.txt"]);
    assert_eq!(ended.code, Some(2));
    let told = "error: desk.yaml:2:3: unknown check 'qantity'\n  help: did you mean 'quantity'?\n\
        desk.yaml:3:10: unknown level 'loud'\n  help: use one of: error, warning, note, off\n";
    assert_eq!(ended.err, told);
    refused(&["check", "--config", "none.yaml", "a.txt"], "error: cannot read 'none.yaml'");
}

#[test]
fn settings_can_name_the_articles() {
    let folder = desk();
    fs::write(folder.path().join("crosscheck.yaml"), "sources: [a.txt]\n").unwrap();
    let ended = run(folder.path(), &["check"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
}

#[test]
fn explain_lists_the_checks_and_explains_each() {
    let folder = desk();
    let list = run(folder.path(), &["explain"]);
    assert_eq!((list.code, list.out.lines().count()), (Some(0), 13));
    for line in list.out.lines() {
        let check = line.split_whitespace().next().unwrap();
        let text = run(folder.path(), &["explain", check]).out;
        assert!(text.contains("## Fires\n\n> ") && text.contains("## Does not fire\n\n> "), "{check}");
    }
}

#[test]
fn completions_are_made_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ended = run(desk().path(), &["completions", shell]);
        assert_eq!(ended.code, Some(0), "{shell}");
        assert!(ended.out.contains("annotate"), "{shell}");
    }
    refused(&["completions", "cmd.exe"], "invalid value 'cmd.exe'");
}

#[test]
fn the_manual_has_a_page_for_all_and_one_for_each() {
    let folder = desk();
    assert!(run(folder.path(), &["man"]).out.contains(".TH crosscheck 1"));
    let page = run(folder.path(), &["man", "check"]).out;
    assert!(page.contains(".TH crosscheck\\-check 1") || page.contains(".TH crosscheck-check 1"), "{page}");
    assert!(page.contains("fail\\-on"));
}

#[test]
fn pack_needs_to_be_told_what_to_do() {
    refused(&["pack"], "Usage: crosscheck pack");
    refused(&["pack", "schem"], "a similar subcommand exists: 'schema'");
}

#[test]
fn a_closed_pipe_is_no_error() {
    for arguments in [&["man", "check"] as &[&str], &["explain"], &["completions", "bash"], &["explain", "name"]] {
        let folder = desk();
        let mut child =
            crosscheck(folder.path()).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"" as &[u8]), "{arguments:?}");
    }
}

#[test]
fn colours_come_only_when_asked_for() {
    let folder = desk();
    let plain = run(folder.path(), &["check"]);
    let colored = run(folder.path(), &["--color", "always", "check"]);
    assert!(!plain.err.contains('\u{1b}'));
    assert!(colored.err.starts_with('\u{1b}'), "{}", colored.err);
    let never = run(folder.path(), &["check", "--color", "never"]);
    assert_eq!(never.err, plain.err);
}

#[test]
fn a_path_cannot_write_to_the_terminal() {
    let ended = run(desk().path(), &["check", "--config", "\u{1b}[2J", "a.txt"]);
    assert!(!ended.err.contains('\u{1b}'), "{:?}", ended.err);
    assert!(ended.err.contains("\\u{1b}[2J"), "{}", ended.err);
}
