//! What scripts read is what the schemas say: the published ones of other people's formats and our own.

#![cfg(test)]

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Runs the program in the package's folder and gives what it wrote; conflicts are no failure.
#[track_caller]
fn written(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
    let output = command.current_dir(folder).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Articles with everything that is odd in a name or a text, one of them broken.
fn odd() -> TempDir {
    let folder = TempDir::new().unwrap();
    let put = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
    let story = |verb: &str| format!("VISBY, March 3, 2026\n\nAna Ruiz {verb} Li Wei in Visby on Tuesday.\r\n");
    put("a b,\"%:#[1](2).txt", format!("{}<b>\u{1b}[31m\u{202e}\u{fffe} 東京 🙂\n", story("met")).as_bytes());
    put("é'&<>|`.txt", story("did not meet").as_bytes());
    put("empty.txt", b"");
    put("binary.txt", &[0, 159, 146, 150, 0, 1, 2]);
    put("list.jsonl", b"{\"id\": \"x#1\", \"text\": \"Ana Ruiz did not meet Li Wei in Visby on Tuesday.\", \"date\": \"2026-03-03\"}\n");
    folder
}

#[track_caller]
fn assert_valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

/// One of our own schemas, with nothing allowed that it does not describe.
fn ours(name: &str) -> Validator {
    let mut schema = serde_json::from_str(&written(&package(), &["schema", name])).unwrap();
    close(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

/// Forbids every property that is not described.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(close);
            if map.contains_key("properties") && map.get("type").is_some_and(|sort| sort == "object") {
                map.insert("additionalProperties".into(), Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

fn sarif() -> Validator {
    let schema = fs::read_to_string(package().join("tests/data/sarif-2.1.0.schema.json")).unwrap();
    // The standard's own slip, in the pattern of `language`: a bracket that closes nothing.
    let schema = serde_json::from_str(&schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}?$")).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

/// Both kinds of finding that only a draft has.
#[test]
fn a_report_on_a_draft_is_as_published() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("wire.txt"), "Ana Ruiz met Li Wei in Visby on Tuesday.\n").unwrap();
    let draft = "Ana Ruiz did not meet Li Wei in Visby on Tuesday. Omar [Haddad] paid 3 million euros for it.\n";
    fs::write(folder.path().join("draft.txt"), draft).unwrap();
    for (format, validator, found) in
        [("json", ours("report"), "/unsupported/0"), ("sarif", sarif(), "/runs/0/results/1")]
    {
        let arguments = ["check", "--format", format, "--draft", "draft.txt", "--unsupported", "wire.txt"];
        let report: Value = serde_json::from_str(&written(folder.path(), &arguments)).unwrap();
        assert!(report.pointer(found).is_some(), "{report}");
        assert_valid(&validator, &report);
    }
}

#[test]
fn sarif_is_as_published() {
    let validator = sarif();
    let odd = odd();
    for (folder, articles) in [(package(), "seeds"), (odd.path().to_owned(), "."), (odd.path().to_owned(), "empty.txt")]
    {
        let log: Value = serde_json::from_str(&written(&folder, &["check", "--format", "sarif", articles])).unwrap();
        assert_valid(&validator, &log);
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.is_empty(), articles == "empty.txt");
        for result in results {
            assert!(result["locations"][0]["physicalLocation"]["region"].is_object());
            assert!(!result["relatedLocations"].as_array().unwrap().is_empty(), "both passages are shown");
        }
    }
    let mut broken: Value =
        serde_json::from_str(&written(&package(), &["check", "--format", "sarif", "seeds"])).unwrap();
    broken["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&broken));
}

#[test]
fn the_report_is_as_published() {
    let validator = ours("report");
    let odd = odd();
    for (folder, articles) in [(package(), "seeds"), (odd.path().to_owned(), ".")] {
        let report: Value = serde_json::from_str(&written(&folder, &["check", "--format", "json", articles])).unwrap();
        assert!(!report["conflicts"].as_array().unwrap().is_empty());
        assert_valid(&validator, &report);
    }
}

#[test]
fn claims_are_as_published() {
    let validator = ours("claims");
    let lines = written(&package(), &["claims", "seeds"]);
    assert!(lines.lines().count() > 100);
    for line in lines.lines() {
        assert_valid(&validator, &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn the_graph_is_as_published() {
    let graph = serde_json::from_str(&written(&package(), &["graph", "--format", "json", "seeds"])).unwrap();
    assert_valid(&ours("graph"), &graph);
}

#[test]
fn the_schema_of_packs_is_a_schema() {
    let schema = serde_json::from_str(&written(&package(), &["pack", "schema"])).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
}
