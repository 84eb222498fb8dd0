//! `why` and `claims --corroboration` from outside.

use super::support::{desk, run};
use std::fs;

/// Two articles that agree in one thing and not in another.
fn two_reports(folder: &std::path::Path) {
    fs::write(folder.join("a.txt"), "Ana Ruiz met Li Wei in Geneva on Tuesday.\n\nOmar Haddad resigned.\n").unwrap();
    fs::write(folder.join("b.txt"), "Ana Ruiz met Li Wei in Oslo on Tuesday.\n\nLi Wei thanked Ana Ruiz.\n").unwrap();
}

#[test]
fn why_says_what_decides() {
    let folder = desk();
    two_reports(folder.path());
    let ended = run(folder.path(), &["why", "a.txt:1", "b.txt:1", "--date", "2025-05-14"]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(
        ended.out.starts_with("error[place]: ") && ended.out.contains("one occurrence has one place"),
        "{}",
        ended.out
    );
    let ended = run(folder.path(), &["why", "a.txt:1", "b.txt:3", "--date", "2025-05-14"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("not in conflict"), "{}", ended.out);
    assert!(ended.out.contains("no pack says that any of these speak of the same thing"), "{}", ended.out);
    let ended = run(folder.path(), &["why", "a.txt:1", "b.txt:2", "--date", "2025-05-14"]);
    assert!(ended.out.contains("no rule found a claim in that line of b.txt"), "{}", ended.out);
}

#[test]
fn why_compares_quotations() {
    let folder = desk();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.txt", "“The bridge was never closed to lorries,” said Ana Ruiz.\n");
    write(
        "b.txt",
        "“The bridge was never closed to lorries,” said Omar Haddad.\n\n“We will build a new one,” he said.\n",
    );
    let why = |places: [&str; 2]| run(folder.path(), &["why", places[0], places[1], "--date", "2025-05-14"]);
    assert!(why(["a.txt:1", "b.txt:1"]).out.starts_with("error[attribution]: "));
    let unlike = why(["a.txt:1", "b.txt:3"]).out;
    assert!(unlike.contains("no: nothing shows that it is one utterance"), "{unlike}");
}

#[test]
fn why_refuses_what_is_no_line() {
    let folder = desk();
    two_reports(folder.path());
    for (place, message) in
        [("b.txt", "write it as FILE:LINE"), ("b.txt:99", "has no line 99"), ("b.txt:0", "has no line 0")]
    {
        let ended = run(folder.path(), &["why", "a.txt:1", place]);
        assert_eq!(ended.code, Some(2), "{place}");
        assert!(ended.err.contains(message), "{}", ended.err);
    }
}

#[test]
fn corroboration_parts_what_all_have_from_what_one_has() {
    let folder = desk();
    fs::write(folder.path().join("b.txt"), "Ana Ruiz met Li Wei in Geneva on Tuesday.\n\nOmar Haddad resigned.\n")
        .unwrap();
    fs::write(folder.path().join("c.txt"), "On Tuesday Li Wei, who had flown in overnight, met Ana Ruiz.\n").unwrap();
    let ended = run(
        folder.path(),
        &["claims", "--corroboration", "--format", "text", "--date", "2025-05-14", "b.txt", "c.txt"],
    );
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let (all, one) = ended.out.split_once("in one source only").unwrap();
    assert!(all.starts_with("in all 2 independent sources: 1") && all.contains("c.txt:1: "), "{all}");
    assert!(one.contains("Omar Haddad resigned") && !one.contains("Li Wei in Geneva"), "{one}");
    let ended = run(folder.path(), &["claims", "--corroboration", "--date", "2025-05-14", "b.txt", "c.txt"]);
    assert!(
        ended.out.lines().next().unwrap().starts_with("{\"predicate\":\"meet\",\"independent_sources\":2,\"of\":2,")
    );
}
