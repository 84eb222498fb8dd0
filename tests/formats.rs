//! Articles in every format that is read: files that real programs wrote (`tests/fixtures/formats/README.md`).
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crosscheck::ingest::{Options, read};
use crosscheck::source::{Document, Origin, Span};
use std::path::{Path, PathBuf};

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
                    exact += usize::from(found == word.trim_end().as_bytes());
                }
            }
            assert!(all > 10 && exact * 10 >= all * 7, "{name}: {exact} of {all}");
        }
    }
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
