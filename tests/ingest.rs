//! Whole files through `ingest`: what is read, in what order, and what each stretch is taken for.

use crosscheck::ingest::{Ingested, Options, read};
use crosscheck::source::{BlockKind, Document, Origin};
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/fixtures/ingest";

fn options() -> Options<'static> {
    Options::default()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

fn paths(ingested: &Ingested) -> Vec<&str> {
    ingested.documents.iter().map(|document| document.path.as_str()).collect()
}

fn published(document: &Document) -> String {
    document.published.map_or("none".to_owned(), |published| published.date.to_string())
}

#[track_caller]
fn assert_blocks(name: &str, expected: &[(BlockKind, &str)]) {
    let ingested = read(&[fixture(name)], &options());
    let document = &ingested.documents[0];
    let found: Vec<_> = document.blocks.iter().map(|block| (block.kind, document.slice(block.span))).collect();
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((kind, text), (wanted, start)) in found.iter().zip(expected) {
        assert!(kind == wanted && text.starts_with(start), "{kind:?} {text:?}, wanted {wanted:?} {start:?}");
    }
}

use BlockKind::{Boilerplate, Byline, Caption, Headline, Metadata, Paragraph};

#[test]
fn a_wire_report() {
    assert_blocks(
        "wire.txt",
        &[
            (Metadata, "---\nsource: Northern"),
            (Headline, "Ferry firm says sorry: two sailings lost"),
            (Metadata, "\"\ndesk"),
            (Metadata, "LERWICK, March 30 (NNW) -"),
            (Paragraph, "The ferry operator"),
            (Paragraph, "\"We are sorry,\""),
            (Caption, "The ferry Marigold in dock on Monday."),
            (Byline, "(Ole Brandt/NNW)"),
            (Boilerplate, "Reporting by"),
        ],
    );
}

#[test]
fn a_page_copied_from_a_browser() {
    assert_blocks(
        "page.txt",
        &[
            (Headline, "Two sailings lost"),
            (Byline, "By Pia Holm"),
            (Byline, "1 April 2025"),
            (Byline, "3 min read"),
            (Paragraph, "Sundline has cancelled"),
            (Boilerplate, "We use cookies"),
            (Paragraph, "The firm's privacy policy"),
            (Caption, "Passengers wait at the terminal"),
            (Byline, "Credit: Pia Holm"),
            (Boilerplate, "Sign up for our newsletter"),
            (Paragraph, "She gave a mixed picture: one ship"),
            (Boilerplate, "© Isles Press 2025"),
        ],
    );
}

#[test]
fn wrapped_lines_and_a_date_for_machines() {
    assert_blocks(
        "wrapped.md",
        &[
            (Headline, "Harbour trust to meet"),
            (Metadata, "date 2025-04-02"),
            (Boilerplate, "Support our journalism"),
            (Paragraph, "The harbour trust will meet"),
            (Paragraph, "• Item one"),
            (Paragraph, "• Item two"),
            (Boilerplate, "Read more"),
        ],
    );
}

#[test]
fn a_folder_gives_its_articles_in_the_order_of_their_paths() {
    let ingested = read(&[PathBuf::from(FOLDER)], &options());
    let expected = ["corpus.jsonl#2", "corpus.jsonl#a", "page.txt", "wire.txt", "wrapped.md"];
    assert_eq!(paths(&ingested), expected.map(|name| format!("{FOLDER}/{name}")));
    assert_eq!(ingested.failures.len(), 1, "{:?}", ingested.failures);
    assert!(ingested.failures[0].message.starts_with("line 3, column"), "{:?}", ingested.failures);
}

#[test]
fn the_order_of_the_arguments_and_repetition_change_nothing() {
    let once = read(&[fixture("page.txt"), fixture("wire.txt")], &options());
    let twice = read(&[fixture("wire.txt"), fixture("wire.txt"), fixture("page.txt")], &options());
    assert_eq!(paths(&once), paths(&twice));
}

#[test]
fn a_draft_given_among_the_sources_is_read_once_as_a_draft() {
    let options = Options { drafts: vec![fixture("page.txt")], ..options() };
    let ingested = read(&[fixture("page.txt"), fixture("wire.txt")], &options);
    let drafts: Vec<_> = ingested.documents.iter().map(|document| document.draft).collect();
    assert_eq!(drafts, [true, false]);
}

#[test]
fn dates_come_from_the_page_the_dateline_or_the_caller() {
    // The dateline has no year: the nearest to the other articles' is taken.
    let ingested = read(&[fixture("page.txt"), fixture("wire.txt")], &options());
    assert_eq!(ingested.documents.iter().map(published).collect::<Vec<_>>(), ["2025-04-01", "2025-03-30"]);
    let date = jiff::civil::date(2025, 1, 2);
    let alone = read(&[fixture("wire.txt")], &Options { date: Some(date), ..options() });
    assert_eq!(published(&alone.documents[0]), "2025-03-30");
    assert_eq!(published(&read(&[fixture("wire.txt")], &options()).documents[0]), "none");
    let corpus = read(&[fixture("corpus.jsonl")], &Options { date: Some(date), ..options() });
    assert_eq!(corpus.documents.iter().map(published).collect::<Vec<_>>(), ["2025-01-02", "2025-05-13"]);
}

#[test]
fn an_article_of_a_corpus_is_its_text_alone() {
    let ingested = read(&[fixture("corpus.jsonl")], &options());
    let document = &ingested.documents[1];
    assert_eq!(document.text, "Sundline lost two sailings.");
    assert_eq!((&document.origin, document.title.as_deref()), (&Origin::Extracted, Some("Ferries")));
    assert_eq!(document.blocks.len(), 1);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    let given = [
        (folder.path().join("missing.txt"), "no such file or folder"),
        (folder.path().join("empty"), "the folder holds no articles"),
        (write("picture.txt", b"\x89PNG\0\0"), "the file is not text"),
        (write("blank.txt", b" \n\n"), "the article has no text"),
        (write("large.txt", &vec![b'a'; 16 * 1024 * 1024 + 1]), "larger than 16 MiB"),
        (write("broken.txt", b"---\ntitle: [a: b\n---\nText."), "front matter, line 2"),
        (write("undated.txt", b"---\ndate: soon\n---\nText."), "front matter: \"soon\" is not a date"),
    ];
    for (path, message) in &given {
        let ingested = read(&[path.clone(), fixture("page.txt")], &options());
        assert_eq!(ingested.failures.len(), 1, "{message}: {:?}", ingested.failures);
        assert!(ingested.failures[0].message.starts_with(message), "{:?}", ingested.failures);
        assert!(ingested.documents.iter().any(|document| document.path.ends_with("page.txt")));
    }
    // An article whose date cannot be read is an article all the same.
    assert_eq!(read(&[folder.path().join("undated.txt")], &options()).documents.len(), 1);
}

#[test]
fn an_unknown_extension_is_tried_as_text_where_it_is_asked_for() {
    let ingested = read(&[fixture("case.json")], &options());
    assert_eq!(paths(&ingested), [format!("{FOLDER}/case.json")]);
}

#[test]
fn offsets_are_those_of_the_file_with_its_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marked.txt");
    std::fs::write(&path, "\u{feff}The wall fell.\r\n").unwrap();
    let ingested = read(&[path], &options());
    let document = &ingested.documents[0];
    assert_eq!((document.blocks[0].span.start, document.slice(document.blocks[0].span)), (3, "The wall fell."));
}

#[test]
fn runs_of_anything_take_linear_time() {
    for unit in [
        "date 2024-09-26 ",
        "A Credit: B ",
        "(",
        "\n",
        "---\n",
        "a\n",
        "A, ",
        "# ",
        "\u{e000}",
        "\r\r\n",
        "By A ",
        "12:40 ",
    ] {
        let text = unit.repeat(400_000 / unit.len());
        let found = crosscheck::ingest::blocks(&text, 0);
        assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{unit:?}");
    }
}
