//! `crosscheck lsp` from outside: a client that speaks the protocol over standard input and output.

#![cfg(test)]

mod neovim;
mod support;

use lsp_types::{DiagnosticSeverity, NumberOrString, Position};
use serde_json::{Value, json};
use support::{Client, range};

const MET: &str = "Ana Ruiz met Li Wei in Paris on Tuesday.\n";
const NOT: &str = "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n";

#[test]
fn a_conflict_is_shown_where_it_stands_with_the_other_passage() {
    let mut client = Client::start(&[("a b.txt", MET), ("draft.txt", NOT)], &json!({}));
    // An unsaved text goes before the file, and its columns are in UTF-16: the clef takes two units.
    client.open("draft.txt", &format!("It rained.\n𝄞 {NOT}"));
    let found = client.diagnostics("draft.txt");
    assert_eq!(found.len(), 1, "{found:#?}");
    let conflict = &found[0];
    assert_eq!(conflict.range, range(1, 0, 52));
    assert_eq!(conflict.severity, Some(DiagnosticSeverity::ERROR));
    assert_eq!(conflict.code, Some(NumberOrString::String("polarity".to_owned())));
    assert_eq!(conflict.source.as_deref(), Some("crosscheck"));
    let related = &conflict.related_information.as_ref().unwrap()[0];
    assert_eq!(related.location.uri.as_str(), client.uri("a b.txt"));
    assert_eq!(related.location.range, range(0, 0, 40));
    assert!(related.message.contains("met Li Wei"), "{}", related.message);

    let hover = client.hover("draft.txt", Position::new(1, 10));
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.contains("Why:\n\n1. ") && text.contains("a b.txt:1"), "{text}");
    assert_eq!(client.hover("draft.txt", Position::new(0, 1)), Value::Null);

    // What is typed away is gone.
    client.edit("draft.txt", 2, MET);
    assert_eq!(client.diagnostics("draft.txt"), []);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_quick_fix_accepts_and_another_takes_it_back() {
    let mut client = Client::start(&[("a.txt", MET), ("b.txt", NOT)], &json!({}));
    client.open("b.txt", NOT);
    client.diagnostics("b.txt");
    let actions = client.actions("b.txt", range(0, 3, 3));
    assert_eq!(actions.len(), 1, "{actions:#?}");
    assert_eq!(actions[0]["kind"], "quickfix");
    assert!(actions[0]["title"].as_str().unwrap().starts_with("Accept this conflict: "));
    let answer = client.run(&actions[0]);
    assert_eq!(serde_json::to_value(answer).unwrap().get("error"), None);
    let hint = client.diagnostics("b.txt");
    assert_eq!(hint[0].severity, Some(DiagnosticSeverity::HINT));
    assert!(hint[0].message.contains("(accepted: "), "{}", hint[0].message);
    let written = std::fs::read_to_string(client.path().join("crosscheck-accepted.yaml")).unwrap();
    assert!(written.contains("reason: ") && written.contains("articles: [\"a.txt\", \"b.txt\"]"), "{written}");
    assert!(
        client.heard.iter().any(|(method, params)| method == "window/showDocument"
            && params["uri"].as_str().unwrap().ends_with("/crosscheck-accepted.yaml")),
        "{:?}",
        client.heard
    );

    let back = client.actions("b.txt", range(0, 3, 3));
    assert_eq!(back[0]["title"], "No longer accept this conflict");
    client.run(&back[0]);
    assert_eq!(client.diagnostics("b.txt")[0].severity, Some(DiagnosticSeverity::ERROR));
    let again = client.run(&back[0]);
    assert_eq!(serde_json::to_value(again).unwrap()["error"]["message"], "the conflict is not accepted");
}

#[test]
fn settings_and_decisions_are_checked_and_followed() {
    let settings = "sources: [wire]\ndrafts: [desk]\n";
    let files = [("crosscheck.yaml", settings), ("wire/a.txt", MET), ("wire/b.txt", MET), ("desk/draft.txt", NOT)];
    let mut client = Client::start(&files, &json!({"unsupported": true}));
    client.open("crosscheck.yaml", settings);
    // The draft is not open, and told of all the same.
    assert_eq!(client.diagnostics("desk/draft.txt").len(), 1);
    assert_eq!(client.diagnostics("crosscheck.yaml"), []);
    client.edit("crosscheck.yaml", 2, "sources: [wire]\ndraft: [desk]\n");
    let found = client.diagnostics("crosscheck.yaml");
    assert_eq!(found[0].range, range(1, 0, 5));
    assert_eq!(found[0].message, "unknown key 'draft'\ndid you mean 'drafts'?");

    std::fs::write(client.path().join("desk/draft.txt"), "Omar Haddad met Li Wei in Paris on Tuesday.\n").unwrap();
    let changes = json!([{"uri": client.uri("desk/draft.txt"), "type": 2}]);
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": changes}));
    let found = client.diagnostics("desk/draft.txt");
    let unsupported: Vec<_> =
        found.iter().filter(|d| d.code == Some(NumberOrString::String("unsupported".into()))).collect();
    assert_eq!(unsupported.len(), 1, "{found:#?}");
    assert_eq!(
        (unsupported[0].range, unsupported[0].severity),
        (range(0, 0, 11), Some(DiagnosticSeverity::INFORMATION))
    );

    let id = "0123456789abcdef0123456789abcdef";
    std::fs::write(client.path().join("crosscheck-accepted.yaml"), format!("- id: {id}\n  reason: seen\n")).unwrap();
    let changes = json!([{"uri": client.uri("crosscheck-accepted.yaml"), "type": 1}]);
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": changes}));
    let stale = client.diagnostics("crosscheck-accepted.yaml");
    assert_eq!((stale[0].range.start.line, stale[0].message.as_str()), (0, "the accepted conflict no longer occurs"));
    let action = client.actions("crosscheck-accepted.yaml", range(0, 0, 0));
    assert_eq!(action[0]["title"], "Take out this entry");
    client.run(&action[0]);
    assert_eq!(client.diagnostics("crosscheck-accepted.yaml"), []);
}

#[test]
fn packs_are_checked_completed_and_explained() {
    let mut client = Client::start(&[], &json!({}));
    let text = "pack: house\nneeds: [core]\nvars:\n  gifts: [vase]\nclams: []\n";
    client.open("pack.yaml", text);
    let found = client.diagnostics("pack.yaml");
    assert_eq!((found.len(), found[0].range), (1, range(4, 0, 5)), "{found:#?}");
    assert_eq!(found[0].severity, Some(DiagnosticSeverity::ERROR));
    assert!(found[0].message.contains("did you mean `claims`?"), "{}", found[0].message);

    let text = "pack: house\nneeds: [core]\nvars:\n  gifts: [vase]\npredicates:\n  lend:\n    roles: {agent: party, thing: thing}\n\
        claims:\n  - id: lent\n    predicate: \n    match: '{agent:party} <lend> @gi'\n    wh\n";
    client.edit("pack.yaml", 2, text);
    client.diagnostics("pack.yaml");
    let predicates = client.completions("pack.yaml", Position::new(9, 15));
    assert!(predicates.contains(&"lend".to_owned()) && predicates.contains(&"meet".to_owned()), "{predicates:?}");
    assert!(client.completions("pack.yaml", Position::new(10, 35)).contains(&"gifts".to_owned()));
    assert!(client.completions("pack.yaml", Position::new(11, 6)).contains(&"when".to_owned()));
    let hover = client.hover("pack.yaml", Position::new(9, 6));
    assert_eq!(hover["contents"]["value"], "The predicate it makes claims of.");

    let text = "pack: house\nversion: 0.1.0\nabout: Gifts.\nlicence: CC0-1.0\nneeds: [core]\nvars:\n  gifts: [vase]\n";
    client.edit("pack.yaml", 3, text);
    let lint = client.diagnostics("pack.yaml");
    assert_eq!((lint[0].severity, lint[0].range), (Some(DiagnosticSeverity::WARNING), range(6, 2, 7)), "{lint:#?}");
}

#[test]
fn what_is_not_understood_is_refused_politely() {
    let mut client = Client::start(&[], &json!({}));
    let code = |response| serde_json::to_value::<lsp_server::Response>(response).unwrap()["error"]["code"].clone();
    assert_eq!(code(client.respond("textDocument/rename", json!({}))), -32601);
    assert_eq!(code(client.respond("textDocument/hover", json!({"x": 1}))), -32602);
    assert_eq!(
        code(client.respond("workspace/executeCommand", json!({"command": "crosscheck.accept", "arguments": []}))),
        -32602
    );
    client.tell("textDocument/didOpen", json!({"x": 1}));
    client.tell("$/unknown", json!({}));
    client.open("untitled.txt", "");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn without_an_editor_it_says_so() {
    let ended = std::process::Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"))
        .arg("lsp")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("error: the editor broke off") && told.contains("help: "), "{told}");
}
