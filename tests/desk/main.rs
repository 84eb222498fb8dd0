//! The editor's desk from outside: drafts, decisions, the settings that a desk makes, and every way to get them wrong.

#![cfg(test)]

mod settings;
mod support;

use serde_json::Value;
use std::fs;
use support::{Desk, ID};

#[test]
fn an_accepted_conflict_is_shown_and_does_not_count() {
    let desk = Desk::new();
    let id = desk.conflict();
    let accepted = desk.run(&["accept", &id[..8], "--reason", "both spoke: \"yes\"", "--by", "Ruiz", "wire"]);
    assert_eq!(accepted.code, Some(0), "{}", accepted.err);
    assert!(accepted.err.starts_with(&format!("accepted {id}: ")), "{}", accepted.err);

    let ended = desk.run(&["check", "wire"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(
        ended.out.contains("accepted[polarity]: ") && ended.out.contains("by Ruiz: both spoke: \"yes\""),
        "{}",
        ended.out
    );
    assert!(ended.err.ends_with("no conflicts; 1 accepted\n"), "{}", ended.err);

    let report = desk.report(&["wire"]);
    assert_eq!(report["conflicts"][0]["accepted"]["by"], "Ruiz");
    assert_eq!((&report["summary"]["accepted"], &report["summary"]["conflicts"]["error"]), (&1.into(), &0.into()));
    let sarif: Value = serde_json::from_str(&desk.run(&["check", "--format", "sarif", "wire"]).out).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"][0]["status"], "accepted");
    assert_eq!(desk.run(&["check", "--format", "github", "wire"]).out, "");
    assert!(desk.run(&["check", "--format", "junit", "wire"]).out.contains("<skipped message=\"accepted: both spoke"));
}

#[test]
fn an_acceptance_lapses_with_the_passages_and_is_told() {
    let desk = Desk::new();
    let id = desk.conflict();
    assert_eq!(desk.run(&["accept", &id, "--reason", "seen", "wire"]).code, Some(0));
    // Elsewhere in the article, nothing lapses.
    desk.write("wire/b.txt", "It rained.\n\nAna Ruiz did not meet Li Wei in Paris on Tuesday.\n");
    assert_eq!(desk.run(&["check", "wire"]).code, Some(0));
    desk.write("wire/b.txt", "It rained.\n");
    let ended = desk.run(&["check", "wire"]);
    let told = format!("note: crosscheck-accepted.yaml:3: accepted conflict {id} (");
    assert!(ended.err.contains(&told) && ended.err.contains(") no longer occurs\n"), "{}", ended.err);
    assert_eq!(desk.report(&["wire"])["stale"][0]["id"], id.as_str());
    // A run over other articles says nothing of it.
    assert_eq!(desk.report(&["wire/a.txt"])["stale"], Value::Null);
    assert_eq!(desk.run(&["accept", "--remove", &id]).code, Some(0));
    assert_eq!(desk.report(&["wire"])["stale"], Value::Null);
    assert!(!desk.read("crosscheck-accepted.yaml").contains(&id));
}

#[test]
fn an_acceptance_ends_with_its_last_day() {
    let desk = Desk::new();
    let id = desk.conflict();
    desk.write("crosscheck-accepted.yaml", &format!("- id: {id}\n  reason: the count goes on\n  until: 2020-02-29\n"));
    let ended = desk.run(&["check", "wire"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains(&format!("note: {id} was accepted until 2020-02-29; it counts again")), "{}", ended.err);
    desk.write("crosscheck-accepted.yaml", &format!("- id: {id}\n  reason: the count goes on\n  until: 9000-01-01\n"));
    assert_eq!(desk.run(&["check", "wire"]).code, Some(0));
    assert_eq!(desk.run(&["check", "--quiet", "wire"]).err, "");
}

#[test]
fn decisions_stand_beside_the_settings() {
    let desk = Desk::new();
    desk.write("crosscheck.yaml", "sources: [wire]\n");
    desk.write("below/x.txt", "");
    let id = desk.conflict();
    assert_eq!(desk.run(&["accept", &id, "--reason", "seen"]).code, Some(0));
    let text = desk.read("crosscheck-accepted.yaml");
    assert!(text.contains("  articles: [\"wire/a.txt\", \"wire/b.txt\"]\n"), "{text}");
    assert_eq!(desk.run(&["check"]).code, Some(0));
    desk.write("crosscheck.yaml", "sources: [wire]\naccepted: decisions/ours.yaml\n");
    assert_eq!(desk.run(&["check"]).code, Some(1));
}

#[test]
fn what_cannot_be_accepted_is_told() {
    let desk = Desk::new();
    let id = desk.conflict();
    desk.refuses(&["accept", &id, "wire"], "--reason <TEXT>");
    desk.refuses(&["accept", &id, "--reason", " ", "wire"], "error: a reason is needed");
    desk.refuses(&["accept", "xyz", "--reason", "r", "wire"], "error: 'xyz' is no id of a conflict");
    desk.refuses(&["accept", ID, "--reason", "r", "wire"], "is among the conflicts of these articles\n  help: ");
    desk.refuses(&["accept", &id[..8], "--reason", "r"], "error: no articles given\n  help: name those of the report");
    desk.refuses(&["accept", &id, "--reason", "r", "--until", "soon", "wire"], "write it as YYYY-MM-DD");
    desk.refuses(&["accept", &id, "--reason", "r", "--until", "2020-01-01", "wire"], "error: 2020-01-01 has passed");
    desk.refuses(&["accept", "--remove", &id], "is accepted in crosscheck-accepted.yaml");
    assert!(!desk.path().join("crosscheck-accepted.yaml").exists());
    // A whole id is taken at its word where there is nothing to look it up in.
    assert_eq!(desk.run(&["accept", &id, "--reason", "r"]).code, Some(0));
    assert_eq!(desk.run(&["check", "wire"]).code, Some(0));
}

#[test]
fn a_file_of_decisions_that_does_not_hold_is_an_error() {
    let desk = Desk::new();
    desk.write("crosscheck-accepted.yaml", &format!("- id: {ID}\n  reasn: x\n"));
    let message = "error: crosscheck-accepted.yaml:2:3: unknown key 'reasn'\n  help: did you mean 'reason'?";
    desk.refuses(&["check", "wire"], message);
    desk.refuses(&["accept", ID, "--reason", "r", "wire"], message);
}

#[test]
fn a_backlog_is_left_out_of_account() {
    let desk = Desk::new();
    let written = desk.run(&["check", "--write-baseline", "backlog.yaml", "wire"]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), ""), "{}", written.err);
    assert!(written.err.starts_with("1 conflict written to backlog.yaml\n"), "{}", written.err);
    let ended = desk.run(&["check", "--baseline", "backlog.yaml", "wire"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""));
    assert!(ended.err.ends_with("no conflicts; 1 in the baseline\n"), "{}", ended.err);
    assert_eq!(desk.report(&["--baseline", "backlog.yaml", "wire"])["conflicts"][0]["accepted"]["baseline"], true);
    desk.write("wire/c.txt", "Omar Haddad was born in 1950.\n");
    desk.write("wire/d.txt", "At least 14 dockers died in Paris. At least 14 dockers did not die in Paris.\n");
    desk.write("crosscheck.yaml", "sources: [wire]\nbaseline: backlog.yaml\n");
    assert_eq!(desk.report(&[])["summary"]["accepted"], 1);
    desk.refuses(&["check", "--baseline", "none.yaml", "wire"], "error: cannot read 'none.yaml'");
    desk.refuses(&["check", "--baseline", "a", "--write-baseline", "b", "wire"], "cannot be used with");
}

#[test]
fn a_backlog_that_the_settings_name_can_be_written_and_written_anew() {
    let desk = Desk::new();
    desk.write("crosscheck.yaml", "baseline: backlog.yaml\n");
    desk.refuses(&["check", "wire"], "help: write it: crosscheck check --write-baseline backlog.yaml");
    for _ in 0..2 {
        let ended = desk.run(&["check", "--write-baseline", "backlog.yaml", "wire"]);
        assert!(ended.err.starts_with("1 conflict written to backlog.yaml\n"), "{}", ended.err);
        assert_eq!(desk.run(&["check", "wire"]).code, Some(0), "the second writing has not lost the first's");
    }
}

#[test]
fn conflicts_of_a_draft_come_in_its_order() {
    let desk = Desk::new();
    desk.write("wire/c.txt", "Omar Haddad resigned as mayor of Lyon on Monday.\n");
    let first = "Omar Haddad did not resign as mayor of Lyon on Monday.";
    let second = "Ana Ruiz never met Li Wei in Paris on Tuesday.";
    for (draft, order) in
        [(format!("{first}\n\n{second}\n"), [first, second]), (format!("{second}\n\n{first}\n"), [second, first])]
    {
        desk.write("draft.txt", &draft);
        let report = desk.report(&["--draft", "draft.txt", "wire"]);
        let conflicts = report["conflicts"].as_array().unwrap();
        let in_draft = |conflict: &Value| {
            let sides = conflict["sides"].as_array().unwrap().clone();
            let mut passages = sides.into_iter().flat_map(|side| side["passages"].as_array().unwrap().clone());
            passages.find(|passage| passage["path"] == "draft.txt").unwrap()["text"].as_str().unwrap().to_owned()
        };
        assert_eq!(conflicts.iter().map(in_draft).collect::<Vec<_>>(), order, "{report}");
    }
}

#[test]
fn what_no_source_carries_is_listed_as_notes() {
    let desk = Desk::new();
    desk.write("draft.txt", "Ana Ruiz met Li Wei in Paris.\n\nOmar Haddad paid 3.4 million euros for it.\n");
    let arguments = ["--draft", "draft.txt", "--unsupported", "wire/a.txt"];
    let report = desk.report(&arguments);
    let found = &report["unsupported"][0];
    assert_eq!(found["passage"]["line"], 3);
    let missing: Vec<(&str, &str)> = found["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|missing| (missing["kind"].as_str().unwrap(), missing["text"].as_str().unwrap()))
        .collect();
    assert_eq!(missing, [("name", "Omar Haddad"), ("number", "3.4 million euros")]);
    let ended = desk.run(&[&["check"], &arguments[..]].concat());
    assert_eq!(ended.code, Some(0), "notes do not fail a run");
    let told = "note[unsupported]: no source carries the name “Omar Haddad” or the figure “3.4 million euros”\n     --> draft.txt:3:1\n";
    assert!(ended.out.contains(told), "{}", ended.out);
    assert!(ended.err.ends_with("no conflicts; 1 sentence without a source\n"), "{}", ended.err);
    assert_eq!(desk.run(&[&["check", "--fail-on", "note"], &arguments[..]].concat()).code, Some(1));
    assert_eq!(desk.report(&["--draft", "draft.txt", "wire"])["unsupported"], Value::Null);
    desk.refuses(&["check", "--unsupported", "wire"], "error: '--unsupported' needs a draft");
    desk.refuses(&["check", "--unsupported", "--draft", "draft.txt"], "error: '--unsupported' needs sources");
}

#[test]
fn what_no_source_carries_is_told_in_every_format() {
    let desk = Desk::new();
    desk.write("draft.txt", "Omar Haddad paid 3.4 million euros for it.\n");
    let run = |format: &str| {
        desk.run(&["check", "--format", format, "--draft", "draft.txt", "--unsupported", "wire/a.txt"]).out
    };
    for format in ["text", "json", "sarif", "github", "markdown", "junit", "html", "csv"] {
        assert!(run(format).contains("no source carries the name “Omar Haddad”"), "{format}");
    }
    assert!(run("github").starts_with("::notice file=draft.txt,line=1,endLine=1,col=1,endColumn=43,title=unsupported"));
    assert!(run("junit").contains("<testsuite name=\"unsupported\" tests=\"1\" failures=\"0\""));
    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let (run, result) = (&sarif["runs"][0], &sarif["runs"][0]["results"][0]);
    let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
}

#[test]
fn nothing_half_written_is_left() {
    let desk = Desk::new();
    let id = desk.conflict();
    desk.run(&["accept", &id, "--reason", "seen", "wire"]);
    desk.run(&["check", "--write-baseline", "b.yaml", "--output", "r.txt", "wire"]);
    let mut names: Vec<String> =
        fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["b.yaml", "crosscheck-accepted.yaml", "r.txt", "wire"]);
}
