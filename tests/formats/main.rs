//! Articles in every format that is read: files that real programs wrote (`tests/fixtures/formats/README.md`).

#![cfg(test)]

mod hostile;

use crosscheck::ingest::{Options, read};
use crosscheck::source::{Document, Origin, Span};
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/fixtures/formats";

/// The articles of one fixture.
fn articles(name: &str) -> Vec<Document> {
    let ingested = read(&[PathBuf::from(FOLDER).join(name)], &Options::default());
    assert_eq!(ingested.failures, [], "{name}");
    ingested.documents
}

/// What is known of an article, and its blocks, to be read.
fn shown(document: &Document) -> String {
    let or_none = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let published =
        document.published.map(|published| format!("{} {:?} {:?}", published.date, published.time, published.offset));
    let mut text = format!(
        "{}\ntitle: {}\nsource: {}\npublished: {}\noffsets: {}\n\n",
        document.path.trim_start_matches(FOLDER),
        or_none(document.title.as_deref()),
        or_none(document.source.as_deref()),
        or_none(published.as_deref()),
        if document.is_extracted() { "extracted" } else { "the file's" },
    );
    for block in &document.blocks {
        text.push_str(&format!("{:?}: {}\n", block.kind, document.slice(block.span)));
    }
    text
}

/// The fixtures, in order of their names.
fn fixtures() -> Vec<String> {
    let files = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> = files
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "README.md")
        .collect();
    names.sort();
    names
}

#[test]
fn each_format_as_it_is_read() {
    for name in fixtures() {
        let all: Vec<String> = articles(&name).iter().map(shown).collect();
        insta::assert_snapshot!(name.clone(), all.join("\n"), &name);
    }
}

/// Each word that stands in the file as it is read is found there, byte for byte.
#[test]
fn offsets_lead_to_the_words_in_the_file() {
    for name in &fixtures() {
        let stored = std::fs::read(Path::new(FOLDER).join(name)).unwrap();
        for document in articles(name).iter().filter(|document| !document.is_extracted()) {
            let mut exact = 0;
            let mut all = 0;
            for block in &document.blocks {
                let mut at = block.span.start;
                for word in document.slice(block.span).split_inclusive(' ') {
                    let span = Span::new(at, at + word.trim_end().len());
                    at += word.len();
                    let place = document.shown(span);
                    let found =
                        stored.get(place.start..place.end).unwrap_or_else(|| panic!("{name}: {word:?} {place:?}"));
                    all += 1;
                    exact += usize::from(found == encoded(word.trim_end(), name));
                }
            }
            assert!(all > 10 && exact * 10 >= all * 7, "{name}: {exact} of {all}");
        }
    }
}

/// The word as a file of this name has it.
fn encoded(word: &str, name: &str) -> Vec<u8> {
    if name.contains("utf-16") { word.encode_utf16().flat_map(u16::to_le_bytes).collect() } else { word.into() }
}

#[test]
fn lines_and_columns_are_those_of_the_file() {
    let document = articles("page.html").remove(0);
    let stored = std::fs::read_to_string(Path::new(FOLDER).join("page.html")).unwrap();
    let Origin::Mapped(map) = &document.origin else { panic!("a page has a map") };
    for words in ["close a single stall", "Ana Ruiz said", "markets for the day", "Marks & Dahl"] {
        let at = document.text.find(words).unwrap();
        let place = map.place(&document.text, Span::new(at, at + words.len()));
        let first = words.split(' ').next().unwrap();
        let line = stored.lines().nth(place.start.position.line - 1).unwrap();
        let from: String = line.chars().skip(place.start.position.column - 1).collect();
        assert!(from.starts_with(first), "{words}: {from}");
        assert!(
            stored[place.start.byte..].starts_with(first)
                && stored[..place.end.byte].ends_with(words.rsplit(' ').next().unwrap())
        );
    }
}

fn run(command: &mut Command) -> (Option<i32>, Value) {
    let output = command.output().unwrap();
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    (output.status.code(), report)
}

fn check(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
    command.args(["check", "--format", "json"]).args(arguments);
    command
}

/// The texts of both sides of the conflicts that one check found, by the files they stand in.
fn sides(report: &Value, check: &str) -> Vec<(String, String)> {
    let conflicts = report["conflicts"].as_array().unwrap().iter().filter(|conflict| conflict["check"] == check);
    let passages = conflicts.flat_map(|conflict| conflict["sides"].as_array().unwrap()).flat_map(|side| {
        side["passages"].as_array().unwrap().iter().map(|passage| {
            let path = passage["path"].as_str().unwrap();
            (path.rsplit('/').next().unwrap().to_owned(), passage["text"].as_str().unwrap().to_owned())
        })
    });
    passages.collect()
}

#[test]
fn a_draft_is_checked_against_sources_in_every_format() {
    let draft = format!("{FOLDER}/draft.docx");
    let (code, report) = run(&mut check(&["--draft", &draft, FOLDER]));
    assert_eq!(code, Some(1));
    assert_eq!(report["failures"].as_array().unwrap().len(), 0, "{}", report["failures"]);
    let quotes = sides(&report, "quote");
    assert!(quotes.iter().any(|(path, text)| path == "draft.docx" && text.contains("the end of this year")));
    for name in ["page.html", "release.docx", "release.eml", "feed.rss#market-fire", "wire.nitf", "wire.newsml"] {
        assert!(
            quotes.iter().any(|(path, text)| path == name && text.contains("end of next year")),
            "{name}: {quotes:?}"
        );
    }
    // The draft knows its day from the others', and its words are those of the extracted text.
    let documents = report["documents"].as_array().unwrap();
    let entry = documents.iter().find(|document| document["draft"] == true).unwrap();
    assert_eq!(entry["published"], "2026-03-05");
    let passages =
        report["conflicts"].as_array().unwrap().iter().flat_map(|conflict| conflict["sides"].as_array().unwrap());
    for passage in passages.flat_map(|side| side["passages"].as_array().unwrap()) {
        let path = passage["path"].as_str().unwrap();
        let packed = [".docx", ".gz", ".pdf", "base64.eml"].iter().any(|end| path.ends_with(end));
        assert_eq!(passage["extracted"] == true, packed, "{path}");
    }
    let outlets: Vec<&Value> = documents.iter().map(|document| &document["source"]).collect();
    assert!(outlets.contains(&&Value::from("Harbour Post")) && outlets.contains(&&Value::from("Coast Wire")));
}

#[test]
fn reports_lead_into_the_page_as_it_is_stored() {
    let (_, report) = run(&mut check(&["--draft", &format!("{FOLDER}/draft.docx"), &format!("{FOLDER}/page.html")]));
    let stored = std::fs::read_to_string(format!("{FOLDER}/page.html")).unwrap();
    let passages =
        report["conflicts"].as_array().unwrap().iter().flat_map(|conflict| conflict["sides"].as_array().unwrap());
    let mut seen = 0;
    for passage in passages.flat_map(|side| side["passages"].as_array().unwrap()) {
        if passage["path"].as_str().unwrap().ends_with("page.html") {
            let [start, end, line] =
                ["start", "end", "line"].map(|key| usize::try_from(passage[key].as_u64().unwrap()).unwrap());
            let words = passage["text"].as_str().unwrap();
            assert!(
                stored[start..end].starts_with(words.split(' ').next().unwrap()),
                "{words}: {}",
                &stored[start..end]
            );
            assert_eq!(stored[..start].matches('\n').count() + 1, line, "{words}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn standard_input_is_known_by_its_first_bytes() {
    for name in fixtures() {
        let mut command = check(&["-"]);
        command.stdin(std::fs::File::open(format!("{FOLDER}/{name}")).unwrap());
        let (code, report) = run(&mut command);
        assert_ne!(code, Some(2), "{name}: {}", report["failures"]);
        let named = articles(&name);
        assert_eq!(report["documents"].as_array().unwrap().len(), named.len(), "{name}");
        assert_eq!(report["documents"][0]["published"].is_null(), named[0].published.is_none(), "{name}");
    }
}

#[test]
fn what_a_file_is_counts_more_than_what_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    for (name, called) in
        [("page.html", "a.txt"), ("draft.docx", "b.html"), ("feed.rss", "c.xml"), ("page.html.gz", "d.md")]
    {
        let path = folder.path().join(called);
        std::fs::copy(format!("{FOLDER}/{name}"), &path).unwrap();
        let ingested = read(&[path], &Options::default());
        assert_eq!(ingested.failures, [], "{called}");
        assert_eq!(ingested.documents[0].text, articles(name)[0].text, "{called}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn words_of_a_page_are_found_at_their_places(
        parts in prop::collection::vec(("[A-Za-zé“]{2,9}( [a-zœ]{2,9}){5,12}\\.", 0usize..6), 1..8)
    ) {
        let mut page = String::from("<!doctype html><html><body><nav><a href=x>Home</a></nav><article>\n");
        for (text, pick) in &parts {
            page.push_str(&match pick {
                0 => format!("<p>{text}"),
                1 => format!("<p class='x'>{text}</p>\n\n"),
                2 => format!("<div><b>{text}</b></div>"),
                3 => format!("<p>{}</p>", text.replace(' ', "\n   ")),
                4 => format!("<p>{}</p>", text.replace(' ', "&nbsp;")),
                _ => format!("<p><i>{}</i></p>", text.replace(' ', "</i> <i>")),
            });
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.html");
        std::fs::write(&path, &page).unwrap();
        let ingested = read(&[path], &Options::default());
        let document = &ingested.documents[0];
        let mut words = 0;
        for block in &document.blocks {
            let mut at = block.span.start;
            for word in document.slice(block.span).split_inclusive(' ') {
                let span = Span::new(at, at + word.trim_end().len());
                at += word.len();
                prop_assert_eq!(document.shown(span).of(&page), word.trim_end());
                words += 1;
            }
        }
        let given: usize = parts.iter().map(|(text, _)| text.split(' ').count()).sum();
        prop_assert_eq!(words, given, "{}", document.text);
    }
}
