//! The five articles of `seeds/`: what each pack finds in each, and the whole report, as snapshots.
//!
//! After a change that is meant to move them: `INSTA_UPDATE=always cargo test --test seeds`, then read the difference.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crosscheck::pipeline::{self, Options, Outcome};
use crosscheck::report::{self, Format, Look, Report};
use std::fmt::Write;
use std::sync::LazyLock;

static RUN: LazyLock<Outcome> = LazyLock::new(|| {
    let options = Options { paths: vec!["seeds".into()], ..Options::default() };
    pipeline::run(&options).unwrap_or_default()
});

fn finished() -> Report {
    report::build(&RUN.conflicts, &RUN.documents, RUN.failures.clone(), RUN.claims.len())
}

fn written(format: &str) -> String {
    let mut out = Vec::new();
    let format = Format::named(format).unwrap_or_else(|| unreachable!("no format {format}"));
    format.write(&finished(), Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The claims that the rules of one pack found in one article: the clause, and below it predicate and roles.
fn claims(pack: &str, article: usize) -> String {
    let mut text = String::new();
    for claim in RUN.claims.iter().filter(|claim| claim.document.0 as usize == article) {
        let (of, rule) = claim.rule.split_once('/').unwrap_or_default();
        if of != pack || rule == "open" {
            continue;
        }
        let document = &RUN.documents[article];
        let roles: Vec<String> =
            claim.roles.iter().map(|filler| format!("{}: {}", filler.role, document.slice(filler.span))).collect();
        let words = document.slice(claim.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{words}\n  {}({})", claim.predicate, roles.join(", "));
        let _ = writeln!(text, "  {:?}, {:?}; {}", claim.polarity, claim.modality, claim.rule);
    }
    text
}

/// Snapshots under one folder, named alone.
fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/seeds");
    settings
}

#[test]
fn claims_of_every_pack_in_every_article() {
    assert_eq!(RUN.articles.len(), 5);
    for pack in &RUN.library.packs {
        let mut text = String::new();
        for (number, document) in RUN.documents.iter().enumerate() {
            let _ = writeln!(text, "=== {}\n{}", document.path, claims(&pack.name, number));
        }
        settings().bind(|| insta::assert_snapshot!(format!("claims-{}", pack.name), text));
    }
}

#[test]
fn the_report_as_text() {
    settings().bind(|| insta::assert_snapshot!("report-text", written("text")));
}

#[test]
fn the_report_as_json() {
    settings().bind(|| insta::assert_snapshot!("report-json", written("json")));
}
