//! The built-in packs as their authors keep them: what each finds in the articles of its folder, by the same snapshots
//! that `crosscheck pack test rules/` reads; no warnings; and the examples of `rules/README.md`, run.
//!
//! After a change that is meant to move them: `crosscheck pack test rules --review`.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crosscheck::pack::Library;
use crosscheck::pack::testing;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(&["rules"], true).unwrap());

/// The name of a pack and the file it lies in.
fn packs() -> Vec<(String, PathBuf)> {
    LIBRARY.packs.iter().map(|pack| (pack.name.to_string(), PathBuf::from(&pack.path))).collect()
}

#[test]
fn what_each_pack_finds_in_its_articles() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (pack, path) in packs() {
        let info = LIBRARY.packs.iter().find(|info| info.name == pack).unwrap();
        let snapshots = testing::snapshots(&LIBRARY, info);
        assert!(!snapshots.is_empty(), "{pack} has no article");
        settings.set_snapshot_path(Path::new("..").join(path.parent().unwrap()).join("snapshots"));
        for snapshot in snapshots {
            let name = snapshot.path.file_stem().unwrap().to_string_lossy().into_owned();
            let found = snapshot.found.unwrap_or_else(|| panic!("{} is left over", snapshot.path.display()));
            settings.bind(|| insta::assert_snapshot!(name, found));
        }
    }
}

#[test]
fn the_program_and_the_insta_files_agree() {
    let left = testing::pending(&["rules"]).unwrap();
    let paths: Vec<_> = left.iter().map(|snapshot| &snapshot.path).collect();
    assert!(paths.is_empty(), "review these: {paths:?}");
}

/// The fenced blocks of `rules/README.md` that open with `yaml` and this word, joined.
fn blocks(name: &str) -> String {
    let text = std::fs::read_to_string("rules/README.md").unwrap();
    let parts = text.split("```yaml").skip(1).filter_map(|part| part.split_once('\n'));
    let own = parts.filter(|(kind, _)| kind.trim() == name).map(|(_, rest)| rest.split("```").next().unwrap());
    own.collect()
}

/// The pack of the reference, and its tests.
fn readme() -> (String, String) {
    (blocks(""), blocks("tests.yaml"))
}

/// The README's first rule, as a new user would write it: its commands in an empty folder, its blocks put where it says.
#[cfg(unix)]
#[test]
fn the_first_rule_is_written_in_ten_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string("rules/README.md").unwrap();
    let section = text.split("## Your first rule").nth(1).unwrap().split("\n## ").next().unwrap();
    let add = |file: &str, block: &str, below: Option<&str>| {
        let path = folder.path().join("packs/art-loans").join(file);
        let old = std::fs::read_to_string(&path).unwrap();
        let new = match below {
            Some(line) => old.replacen(line, &format!("{line}{block}"), 1),
            None => old.clone() + block,
        };
        assert_ne!(old, new);
        std::fs::write(path, new).unwrap();
    };
    let program = Path::new(env!("CARGO_BIN_EXE_crosscheck"));
    let mut commands = 0;
    for line in section.lines() {
        match line.strip_prefix("```yaml ") {
            Some("predicates") => add("pack.yaml", &blocks("predicates"), Some("\npredicates:\n")),
            Some("claims") => add("pack.yaml", &blocks("claims"), None),
            Some("tests") => add("tests.yaml", &blocks("tests"), None),
            Some(other) => panic!("{other}"),
            None => {}
        }
        let known = ["crosscheck ", "mkdir ", "echo "];
        let Some(command) = line.strip_prefix("    ").filter(|line| known.iter().any(|word| line.starts_with(word)))
        else {
            continue;
        };
        let (command, shown) = command.split_once("  # ").unwrap_or((command, ""));
        let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
        let output = std::process::Command::new("sh")
            .args(["-c", command])
            .current_dir(folder.path())
            .env("PATH", path)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| code < 2), "{command}\n{told}");
        assert!(told.contains(shown.trim()), "{command}\n{told}");
        assert!(!command.contains(" lint ") || told.is_empty(), "{command}\n{told}");
        commands += 1;
    }
    assert!(commands > 10);
}

/// A README that lists predicates lists those that there are.
#[test]
fn every_pack_tells_what_it_is_for() {
    for (pack, path) in packs() {
        let text = std::fs::read_to_string(path.with_file_name("README.md")).unwrap_or_default();
        assert!(text.starts_with(&format!("# {pack}\n")), "{pack}");
        let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let rows: std::collections::BTreeSet<&str> = rows.collect();
        let own = LIBRARY.predicates.values().filter(|predicate| predicate.pack == pack);
        let own: std::collections::BTreeSet<&str> = own.map(|predicate| predicate.id.as_str()).collect();
        assert!(rows.is_empty() || rows == own, "{pack}: {:?}", rows.symmetric_difference(&own));
    }
}

#[test]
fn the_reference_is_a_pack_that_passes() {
    let folder = tempfile::tempdir().unwrap();
    let (pack, tests) = readme();
    std::fs::write(folder.path().join("pack.yaml"), pack).unwrap();
    std::fs::write(folder.path().join("tests.yaml"), tests).unwrap();
    let results = match testing::run(&[folder.path()], false, Some(&crosscheck::pipeline::try_check)) {
        Ok(results) => results,
        Err(problems) => panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    };
    let failed: Vec<_> = results.iter().filter(|result| result.failed()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(results.len() > 15);
}

#[test]
fn every_key_has_an_example_in_the_reference() {
    fn keys(schema: &serde_json::Value, found: &mut std::collections::BTreeSet<String>) {
        match schema {
            serde_json::Value::Object(map) => {
                if let Some(serde_json::Value::Object(properties)) = map.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                map.values().for_each(|value| keys(value, found));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let mut found = std::collections::BTreeSet::new();
    keys(&crosscheck::pack::schema(), &mut found);
    keys(&crosscheck::pack::tests_schema(), &mut found);
    let (pack, tests) = readme();
    let words: Vec<&str> = pack.split([' ', '\n', '{', ',']).chain(tests.split([' ', '\n', '{', ','])).collect();
    let missing: Vec<&String> = found.iter().filter(|key| !words.contains(&format!("{key}:").as_str())).collect();
    assert!(found.len() > 40 && missing.is_empty(), "no example of {missing:?}");
}

#[test]
fn the_schemas_beside_the_packs_are_those_that_are_printed() {
    for (name, schema) in [("pack", crosscheck::pack::schema()), ("tests", crosscheck::pack::tests_schema())] {
        let path = format!("rules/{name}.schema.json");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let own: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(own, schema, "write it anew: crosscheck pack schema {name} > {path}");
    }
    for (pack, path) in packs() {
        let first = |file: &Path| std::fs::read_to_string(file).unwrap().lines().next().unwrap_or("").to_owned();
        assert_eq!(first(&path), "# yaml-language-server: $schema=../pack.schema.json", "{pack}");
        let tests = path.with_file_name("tests.yaml");
        assert_eq!(first(&tests), "# yaml-language-server: $schema=../tests.schema.json", "{pack}");
    }
}

#[test]
fn no_built_in_pack_has_anything_to_mend() {
    let warnings = crosscheck::pack::lint::<&str>(&[], &crosscheck::pack::Lexicon::ENGLISH).unwrap();
    assert!(warnings.is_empty(), "{}", warnings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}
