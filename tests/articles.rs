//! Whole runs over small articles: what `check`, `claims` and `graph` say, and what becomes of bad input.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Two reports of one utterance in two wordings, and one that agrees with the first.
const FIRST: &str = "The port director Ana Ruiz spoke to the unions on Tuesday.\n\n\
    “We will not close a single berth before the end of next year, and nobody will lose a job,” Ana Ruiz said.\n";
const OTHER: &str = "Ana Ruiz, the port director, addressed the unions.\n\n\
    “We will not close a single berth before the end of this year, and nobody will lose a job,” Ana Ruiz said.\n";
const PLAIN: &str = "The ferry to Visby left on time.\n";

struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

/// A folder with these files.
fn desk(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
    let output = command.current_dir(folder).env_remove("NO_COLOR").args(arguments).output().unwrap();
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn conflict() -> TempDir {
    desk(&[("a.txt", FIRST.as_bytes()), ("b.txt", OTHER.as_bytes()), ("c.txt", PLAIN.as_bytes())])
}

fn report(folder: &Path, arguments: &[&str]) -> Value {
    let all: Vec<&str> = [&["check", "--format", "json"], arguments].concat();
    let ended = run(folder, &all);
    serde_json::from_str(&ended.out).unwrap_or_else(|error| unreachable!("{error}: {}", ended.err))
}

#[test]
fn a_conflict_ends_with_one_and_quotes_both_files() {
    let folder = conflict();
    let ended = run(folder.path(), &["check", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.out, ended.err);
    assert!(ended.out.contains("a.txt:3:") && ended.out.contains("b.txt:3:"), "{}", ended.out);
    let report = report(folder.path(), &["."]);
    let sides = report["conflicts"][0]["sides"].as_array().unwrap();
    assert_eq!((report["conflicts"][0]["check"].as_str(), sides.len()), (Some("quote"), 2));
    let passage = &sides[0]["passages"][0];
    let file = fs::read_to_string(folder.path().join(passage["path"].as_str().unwrap())).unwrap();
    let [start, end] = ["start", "end"].map(|at| usize::try_from(passage[at].as_u64().unwrap()).unwrap());
    assert_eq!(&file[start..end], passage["text"].as_str().unwrap());
}

#[test]
fn the_level_that_fails_can_be_chosen() {
    let folder = conflict();
    let code = |least: &str| run(folder.path(), &["check", "--quiet", "--fail-on", least, "."]).code;
    assert_eq!((code("note"), code("warning"), code("never")), (Some(1), Some(1), Some(0)));
    fs::write(folder.path().join("crosscheck.yaml"), "levels: {quote: note}\n").unwrap();
    assert_eq!((code("note"), code("warning")), (Some(1), Some(0)));
}

#[test]
fn with_a_draft_only_its_conflicts_count() {
    let folder = conflict();
    assert_eq!(run(folder.path(), &["check", "--draft", "a.txt", "b.txt", "c.txt"]).code, Some(1));
    let ended = run(folder.path(), &["check", "--draft", "c.txt", "a.txt", "b.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""), "{}", ended.err);
}

#[test]
fn checks_can_be_left_out() {
    let folder = conflict();
    assert_eq!(run(folder.path(), &["check", "--quiet", "--ignore", "quote", "."]).code, Some(0));
    assert_eq!(run(folder.path(), &["check", "--quiet", "--select", "time", "."]).code, Some(0));
}

/// One bad article is told on standard error with its path, and the rest is still checked.
#[track_caller]
fn assert_told(name: &str, bytes: &[u8], message: &str) {
    let folder = conflict();
    fs::write(folder.path().join(name), bytes).unwrap();
    let ended = run(folder.path(), &["check", "a.txt", "b.txt", name]);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(ended.err.contains(&format!("error: {name}: ")) && ended.err.contains(message), "{}", ended.err);
    assert!(ended.out.contains("a.txt:3:"), "the rest is still checked");
    let failures = &report(folder.path(), &["a.txt", "b.txt", name])["failures"];
    assert_eq!(failures[0]["path"], name);
    for subcommand in ["claims", "graph", "annotate"] {
        assert_eq!(run(folder.path(), &[subcommand, "a.txt", name]).code, Some(2), "{subcommand}");
    }
}

#[test]
fn articles_that_cannot_be_read_are_told_and_passed_over() {
    assert_told("bad.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text");
    assert_told("bad.docx", b"PK\x03\x04\0\0\0\0", "save it again as .docx");
    assert_told("bad.txt", b"", "has no text");
    assert_told("bad.jsonl", b"{\"id\": 1}\n", "line 1, column 9");
}

#[test]
fn a_path_that_is_not_there_is_told() {
    let folder = conflict();
    let ended = run(folder.path(), &["check", "a.txt", "nowhere.txt", "b.txt"]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.err.lines().next(), Some("error: nowhere.txt: no such file or folder; check the spelling"));
    assert!(ended.out.contains("b.txt:3:"));
}

#[test]
fn a_broken_pack_is_told_with_its_place_and_a_remedy() {
    let folder = conflict();
    let pack = "pack: house\npredicates:\n  sail: {roles: {agent: any, to: place}}\nclaims:\n  - id: sail\n    \
        predicate: sail\n    match: '{agent:any} <sail> to {too:place}'\n";
    fs::write(folder.path().join("house.yaml"), pack).unwrap();
    for subcommand in ["check", "claims", "graph"] {
        let ended = run(folder.path(), &[subcommand, "--pack", "house.yaml", "a.txt"]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{}", ended.err);
        assert!(ended.err.starts_with("error: house.yaml:7:"), "{}", ended.err);
        assert!(ended.err.contains("too") && ended.err.contains("help: did you mean `to`?"), "{}", ended.err);
    }
    let ended = run(folder.path(), &["check", "--pack", "meetngs", "a.txt"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("did you mean `meetings`?"), "{}", ended.err);
}

#[test]
fn a_pack_of_ones_own_makes_claims() {
    let folder = conflict();
    let pack = "pack: house\npredicates:\n  sail: {roles: {agent: any, to: place}}\nclaims:\n  - id: sails\n    \
        predicate: sail\n    match: '{agent:any} <sail> to {to:place}'\n";
    fs::write(folder.path().join("house.yaml"), pack).unwrap();
    fs::write(folder.path().join("d.txt"), "The ferry sailed to Oslo.\n").unwrap();
    let found = |arguments: &[&str]| run(folder.path(), arguments).out.contains("\"rule\":\"house/sails\"");
    assert!(found(&["claims", "--pack", "house.yaml", "d.txt"]));
    assert!(!found(&["claims", "d.txt"]));
    fs::write(folder.path().join("crosscheck.yaml"), "packs: [house.yaml]\n").unwrap();
    assert!(found(&["claims", "d.txt"]), "the settings can name it");
}

fn claims(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let ended = run(folder, &[&["claims"], arguments].concat());
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_claim_has_every_part() {
    let text = "---\ndate: 2026-03-05\n---\nAna Ruiz met Li Wei and Omar Haddad in Paris on Tuesday.\n";
    let folder = desk(&[("d.md", text.as_bytes())]);
    let all = claims(folder.path(), &["d.md"]);
    let claim = all.iter().find(|claim| claim["predicate"] == "meet").unwrap();
    let parts = [
        "id",
        "predicate",
        "roles",
        "polarity",
        "modality",
        "attribution",
        "time",
        "place",
        "path",
        "start",
        "end",
        "text",
        "rule",
    ];
    assert!(parts.iter().all(|part| claim.get(part).is_some()), "{claim}");
    assert_eq!(claim["roles"]["agent"]["entity"], "Ana Ruiz");
    let (with, more) = (&claim["roles"]["with"], &claim["roles"]["with"]["more"]);
    assert_eq!((with["text"].as_str(), more[0]["text"].as_str()), (Some("Li Wei"), Some("Omar Haddad")), "{claim}");
    assert_eq!((claim["polarity"].as_str(), claim["modality"].as_str()), (Some("positive"), Some("actual")));
    assert_eq!(claim["attribution"], Value::Null);
    assert_eq!(
        (claim["time"]["text"].as_str(), claim["time"]["from"].as_str()),
        (Some("Tuesday"), Some("2026-03-03T00:00"))
    );
    let within = claim["place"]["within"].as_array().unwrap();
    assert_eq!((claim["place"]["entity"].as_str(), within.last().unwrap().as_str()), (Some("Paris"), Some("France")));
    let (start, end) = (claim["start"].as_u64().unwrap() as usize, claim["end"].as_u64().unwrap() as usize);
    assert_eq!(&text[start..end], claim["text"].as_str().unwrap());
}

#[test]
fn claims_keep_their_ids_where_they_move() {
    let folder = conflict();
    let ids =
        |path: &str| claims(folder.path(), &[path]).iter().map(|claim| claim["id"].to_string()).collect::<Vec<_>>();
    let before = ids("a.txt");
    assert!(!before.is_empty());
    fs::write(folder.path().join("a.txt"), format!("A new first paragraph.\n\n{FIRST}")).unwrap();
    let after = ids("a.txt");
    assert!(before.iter().all(|id| after.contains(id)), "{before:?} {after:?}");
    let unique: std::collections::BTreeSet<&String> = after.iter().collect();
    assert_eq!(unique.len(), after.len());
}

#[test]
fn claims_can_be_read() {
    let folder = desk(&[("d.txt", b"Ana Ruiz met Li Wei in Paris.\n")]);
    let text = run(folder.path(), &["claims", "--format", "text", "d.txt"]).out;
    assert!(text.starts_with("d.txt\n\n  1: Ana Ruiz met Li Wei in Paris\n    meet(agent: Ana Ruiz"), "{text}");
}

#[test]
fn the_graph_can_be_written_in_every_format() {
    let folder = conflict();
    for (format, start) in [("dot", "digraph"), ("graphml", "<?xml"), ("json", "{"), ("svg", "<svg")] {
        let ended = run(folder.path(), &["graph", "--format", format, "."]);
        assert_eq!(ended.code, Some(0), "{format}: {}", ended.err);
        assert!(ended.out.starts_with(start), "{format}");
        assert!(ended.out.contains("conflict") || format == "svg", "{format}: {}", ended.out);
    }
    let ended = run(folder.path(), &["graph", "--format", "svg", "--output", "g.svg", "."]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""));
    assert!(fs::read_to_string(folder.path().join("g.svg")).unwrap().ends_with("</svg>\n"));
}

#[test]
fn the_settings_date_articles() {
    let folder = desk(&[("d.txt", b"Ana Ruiz met Li Wei on Tuesday.\n")]);
    let from = || claims(folder.path(), &["d.txt"])[0]["time"]["from"].clone();
    assert_eq!(from(), Value::Null);
    fs::write(folder.path().join("crosscheck.yaml"), "dates: {'*.txt': 2026-03-05}\n").unwrap();
    assert_eq!(from(), "2026-03-03T00:00");
}
