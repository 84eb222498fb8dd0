use super::*;
use crate::report::sample;

fn written() -> String {
    let mut out = Vec::new();
    write(&sample::report(), Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn results_as_written() {
    let mut log: Value = serde_json::from_str(&written()).unwrap();
    // The texts of the rules are the checks' own and would drown the rest.
    let rules = log["runs"][0]["tool"]["driver"]["rules"].take();
    assert_eq!(rules.as_array().unwrap().len(), Check::ALL.len());
    insta::assert_snapshot!(serde_json::to_string_pretty(&log).unwrap().replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn every_link_has_its_location() {
    let log: Value = serde_json::from_str(&written()).unwrap();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let text = result["message"]["text"].as_str().unwrap();
        let related = result["relatedLocations"].as_array().unwrap();
        assert!(!related.is_empty());
        for location in related {
            assert!(text.contains(&format!("]({})", location["id"])), "{text}");
        }
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_draft_is_the_place_to_show() {
    let log: Value = serde_json::from_str(&written()).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "desk/draft.docx");
    assert_eq!(location.get("region"), None);
}

#[test]
fn paths_become_uris() {
    assert_eq!(uri("wire/a b#1.txt"), "wire/a%20b%231.txt");
    assert_eq!(uri("/news/é.txt"), "file:///news/%C3%A9.txt");
    assert_eq!(uri("c:x/y"), "./c:x/y");
}
