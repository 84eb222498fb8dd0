use super::*;
use crate::report::escape;
use crate::testing;
use std::collections::BTreeSet;
use std::path::Path;

fn written(format: &GraphFormat, texts: &[&str]) -> String {
    let outcome = testing::outcome(texts);
    let mut out = Vec::new();
    format.write(&outcome.knowledge(&outcome.story()), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const STORY: [&str; 2] =
    ["Ana Ruiz met Li Wei in Paris on Tuesday.\n", "Ana Ruiz bought AT&T <\u{202e}\"in\"> shares in Berlin.\n"];

#[test]
fn every_file_is_registered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/graph");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let stems = files.map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"));
    let written: BTreeSet<String> = stems.filter(|stem| !["mod", "tests", "layout"].contains(&stem.as_str())).collect();
    let registered: BTreeSet<String> = GRAPH_FORMATS.iter().map(|format| format.name.to_owned()).collect();
    assert_eq!(written, registered);
}

#[test]
fn nothing_hidden_gets_through_any_format() {
    for format in GRAPH_FORMATS {
        let text = written(format, &STORY);
        assert!(text.contains("Ana Ruiz"), "{}", format.name);
        let hidden = text.chars().find(|&c| escape::is_hidden(c) && c != '\n');
        assert_eq!(hidden, None, "{}", format.name);
    }
}

#[test]
fn xml_is_escaped() {
    for name in ["graphml", "svg"] {
        let text = written(GraphFormat::named(name).unwrap(), &STORY);
        assert!(text.contains("AT&amp;T") && !text.contains("AT&T"), "{name}: {text}");
        let (open, close) = (text.matches('<').count(), text.matches('>').count());
        assert_eq!(open, close, "{name}");
    }
}

#[test]
fn the_json_names_every_sort_of_node_and_ties_only_what_it_names() {
    let text = written(GraphFormat::named("json").unwrap(), &STORY);
    let value: Value = serde_json::from_str(&text).unwrap();
    let nodes = value["nodes"].as_array().unwrap();
    let sorts: BTreeSet<&str> = nodes.iter().map(|node| node["type"].as_str().unwrap()).collect();
    assert_eq!(sorts, LAYERS.into_iter().collect());
    let ids: BTreeSet<&str> = nodes.iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), nodes.len());
    for edge in value["edges"].as_array().unwrap() {
        assert!(ids.contains(edge["from"].as_str().unwrap()) && ids.contains(edge["to"].as_str().unwrap()));
    }
}

#[test]
fn a_story_of_nothing_can_be_written() {
    for format in GRAPH_FORMATS {
        assert!(!written(format, &[]).is_empty());
    }
}

#[test]
fn linked_data_names_claims_events_and_who_they_are_about() {
    let texts = ["Ana Ruiz met Li Wei in Paris on Tuesday.\n", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n"];
    let value: Value = serde_json::from_str(&written(GraphFormat::named("json-ld").unwrap(), &texts)).unwrap();
    let graph = value["@graph"].as_array().unwrap();
    let of = |sort: &str| graph.iter().filter(|node| node["@type"] == sort).collect::<Vec<_>>();
    let (claims, events) = (of("Claim"), of("Event"));
    assert_eq!((claims.len(), events.len(), of("Person").len(), of("NewsArticle").len()), (2, 1, 2, 2));
    assert_eq!(claims[0]["appearance"]["@id"], "#source-0");
    assert_eq!(claims[0]["temporalCoverage"], "2026-03-03T00:00:00/2026-03-04T00:00:00");
    assert_eq!(claims[0]["crosscheck:conflictsWith"]["@id"], claims[1]["@id"]);
    let paris = graph.iter().find(|node| node["name"] == "Paris" && node["@type"] == "City").unwrap();
    assert_eq!(events[0]["location"]["@id"], paris["@id"]);
    let ids: BTreeSet<&str> = graph.iter().map(|node| node["@id"].as_str().unwrap()).collect();
    for about in claims[0]["about"].as_array().unwrap() {
        assert!(ids.contains(about["@id"].as_str().unwrap()));
    }
}
