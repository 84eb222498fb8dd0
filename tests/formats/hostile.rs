//! Files that are torn, spoilt or out for harm: read or refused, in bounded time.

use super::{FOLDER, fixtures};
use crosscheck::ingest::{Options, read};
use std::path::Path;
use std::time::{Duration, Instant};

/// Reads bytes under a name, for no more than their articles' places to be looked at.
fn survive(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    let started = Instant::now();
    let ingested = read(&[path], &Options::default());
    assert!(started.elapsed() < Duration::from_secs(20), "{name} took {:?}", started.elapsed());
    assert!(!ingested.documents.is_empty() || !ingested.failures.is_empty(), "{name}: nothing is said of it");
    for failure in &ingested.failures {
        assert!(failure.message.len() < 600, "{name}: {}", failure.message);
    }
    for document in &ingested.documents {
        for block in &document.blocks {
            let place = document.shown(block.span);
            assert!(!document.slice(block.span).is_empty());
            assert!(document.is_extracted() || place.end <= bytes.len(), "{name}: {place:?}");
        }
    }
}

#[test]
fn torn_and_spoilt_files_are_read_or_told() {
    let folder = tempfile::tempdir().unwrap();
    for name in fixtures() {
        let whole = std::fs::read(format!("{FOLDER}/{name}")).unwrap();
        let step = whole.len() / 24 + 1;
        for at in (0..whole.len()).step_by(step) {
            survive(folder.path(), &name, &whole[..at]);
            let mut spoilt = whole.clone();
            spoilt[at] ^= 0x55;
            survive(folder.path(), &name, &spoilt);
            spoilt.drain(at..(at + step / 2).min(whole.len()));
            survive(folder.path(), &name, &spoilt);
        }
    }
}

#[test]
fn hostile_files_take_neither_long_nor_much() {
    let folder = tempfile::tempdir().unwrap();
    let many = |unit: &str| unit.repeat(300_000 / unit.len());
    for unit in [
        "<div>",
        "<p>a",
        "</p>",
        "<a href=x>",
        "<table><tr><td>",
        "&amp;",
        "&#",
        "&aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "<b><p></b>",
        "<!--",
        "<li>x ",
    ] {
        survive(
            folder.path(),
            "a.html",
            format!("<html><body><p>The wall fell on Monday.</p>{}", many(unit)).as_bytes(),
        );
    }
    survive(
        folder.path(),
        "b.html",
        format!("<html><body class=\"{}\"><p style=\"{}\">The wall fell.", many("nav x-"), many(";")).as_bytes(),
    );
    survive(
        folder.path(),
        "c.html",
        format!("<script type='application/ld+json'>{}</script><p>x", many("[{\"@graph\":")).as_bytes(),
    );
    let entities = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>";
    survive(folder.path(), "d.rss", entities.as_bytes());
    for unit in ["<item>", "<item/>", "<item><title>a</title></item>", "&amp;", "<![CDATA[x]]>"] {
        survive(folder.path(), "e.rss", format!("<rss><channel>{}", many(unit)).as_bytes());
        survive(folder.path(), "f.rss", format!("<rss><channel>{}</channel></rss>", many(unit)).as_bytes());
    }
    survive(
        folder.path(),
        "g.rss",
        format!("<rss a=\"{}\"><item><title>{}</title></item></rss>", many("&lt;"), many("&lt;p&gt;")).as_bytes(),
    );
    let boundary = "Content-Type: multipart/mixed; boundary=x\n\n--x\n";
    survive(folder.path(), "h.eml", format!("From: a\nSubject: b\n{}", many(boundary)).as_bytes());
    for unit in ["=\n", "=", "=E2", "> a\n"] {
        survive(
            folder.path(),
            "i.eml",
            format!("From: a\nTo: b\nContent-Transfer-Encoding: quoted-printable\n\n{}", many(unit)).as_bytes(),
        );
    }
    survive(folder.path(), "j.txt", &b"\xe9\x80 ".repeat(100_000));
    survive(folder.path(), "k.txt", &b"\xff\xfe".repeat(100_000));
}

/// A text longer than any article, written large or packed small.
#[test]
fn what_is_too_long_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let ingested = read(&[path], &Options::default());
        assert_eq!((ingested.documents.len(), ingested.failures.len()), (0, 1), "{name}");
        ingested.failures[0].message.clone()
    };
    let long = "The wall fell on Monday. ".repeat(100_000);
    let expected = "more than 2 MiB of text in one article; split it into articles";
    assert_eq!(refusal("a.txt", long.as_bytes()), expected);
    assert_eq!(refusal("a.html", format!("<html><body><p>{long}").as_bytes()), expected);
    assert!(refusal("b.txt", &vec![b'a'; 17 << 20]).starts_with("larger than 16 MiB"));
}
