//! One bench a stage, over the five articles of `seeds/`: `cargo bench`.
//!
//! The tables of the layers are in the program and are made ready on first use; a warm run comes first, so that what
//! is measured is the stage. What start-up costs is shown by timing the program itself.

use crosscheck::annotate::token::{Sentence, Token};
use crosscheck::annotate::{quantities, quotes, segment, tag, times, verbs};
use crosscheck::check;
use crosscheck::extract;
use crosscheck::graph::{Knowledge, Story, identify};
use crosscheck::ingest;
use crosscheck::pack::Library;
use crosscheck::pipeline::{self, Options, Outcome};
use crosscheck::report::graph::GraphFormat;
use crosscheck::report::{self, Format, Look};
use crosscheck::source::{Document, DocumentId};
use divan::Bencher;
use divan::counter::BytesCount;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

static RUN: LazyLock<Outcome> = LazyLock::new(|| pipeline::run(&options()).unwrap_or_default());

fn main() {
    assert_eq!(RUN.articles.len(), 5, "run from the repository's root");
    divan::main();
}

fn options() -> Options {
    Options { paths: vec![PathBuf::from("seeds")], ..Options::default() }
}

/// The text of the run's articles, so that what a stage reads is told in bytes a second.
fn bytes() -> BytesCount {
    BytesCount::new(RUN.documents.iter().map(|document| document.text.len()).sum::<usize>())
}

/// Runs `work` on every article of the run.
fn each<T>(bencher: Bencher<'_, '_>, work: impl Fn(&Document) -> T + Sync) {
    bencher.counter(bytes()).bench(|| RUN.documents.iter().for_each(|document| drop(black_box(work(document)))));
}

type Text<'a> = (&'a Document, &'a [Token], &'a [Sentence]);

/// Runs `work` on the tokens and sentences of every article of the run.
fn each_text<T>(bencher: Bencher<'_, '_>, work: impl Fn(Text<'_>) -> T + Sync) {
    bencher.counter(bytes()).bench(|| {
        for article in &RUN.articles {
            drop(black_box(work((&article.document, &article.tokens, &article.sentences))));
        }
    });
}

#[divan::bench]
fn a_ingest(bencher: Bencher<'_, '_>) {
    bencher.bench(|| ingest::read(&options().paths, &ingest::Options::default()));
}

#[divan::bench]
fn b_segment(bencher: Bencher<'_, '_>) {
    each(bencher, segment::segment);
}

#[divan::bench]
fn c_tag(bencher: Bencher<'_, '_>) {
    each_text(bencher, |(document, tokens, sentences)| {
        let mut tokens = tokens.to_vec();
        tag::tag(&document.text, &mut tokens, sentences);
        tokens
    });
}

#[divan::bench]
fn d_times(bencher: Bencher<'_, '_>) {
    each_text(bencher, |(document, tokens, sentences)| times::times(document, tokens, sentences));
}

#[divan::bench]
fn e_quantities(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        for article in &RUN.articles {
            let text = &article.document.text;
            black_box(quantities::quantities(text, &article.tokens, &article.sentences, &article.times));
        }
    });
}

#[divan::bench]
fn f_quotes(bencher: Bencher<'_, '_>) {
    each_text(bencher, |(document, tokens, sentences)| quotes::quotes(document, tokens, sentences));
}

#[divan::bench]
fn g_verb_groups(bencher: Bencher<'_, '_>) {
    each_text(bencher, |(document, tokens, sentences)| verbs::verb_groups(&document.text, tokens, sentences));
}

/// Every layer: names, entities and clauses are what this takes beyond the benches above.
#[divan::bench]
fn h_annotate(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        for document in &RUN.documents {
            black_box(crosscheck::annotate::annotate(Arc::clone(document)));
        }
    });
}

#[divan::bench]
fn i_packs(bencher: Bencher<'_, '_>) {
    bencher.bench(Library::builtin);
}

#[divan::bench]
fn j_extract(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        for (index, article) in RUN.articles.iter().enumerate() {
            black_box(extract::claims(article, DocumentId(index as u32), &RUN.library));
        }
    });
}

#[divan::bench]
fn k_identify(bencher: Bencher<'_, '_>) {
    bencher.bench(|| identify(&RUN.articles, &[]));
}

#[divan::bench]
fn l_story(bencher: Bencher<'_, '_>) {
    bencher.bench(|| black_box(RUN.story()).facts.len());
}

#[divan::bench]
fn m_knowledge(bencher: Bencher<'_, '_>) {
    let story = RUN.story();
    bencher.bench_local(|| Knowledge::new(&story));
}

#[divan::bench]
fn n_check(bencher: Bencher<'_, '_>) {
    let story: Story<'_> = RUN.story();
    bencher.bench_local(|| check::check(&story));
}

#[divan::bench(args = ["text", "json", "html"])]
fn o_report(bencher: Bencher<'_, '_>, format: &str) {
    let Some(format) = Format::named(format) else { return };
    bencher.bench(|| {
        let report = report::build(&RUN.conflicts, &RUN.documents, Vec::new(), RUN.claims.len());
        let mut out = Vec::new();
        format.write(&report, Look::default(), &mut out).map(|()| out.len())
    });
}

#[divan::bench(args = ["dot", "json", "svg"])]
fn p_graph(bencher: Bencher<'_, '_>, format: &str) {
    let Some(format) = GraphFormat::named(format) else { return };
    let knowledge = RUN.knowledge(&RUN.story());
    bencher.bench_local(|| {
        let mut out = Vec::new();
        format.write(&knowledge, &mut out).map(|()| out.len())
    });
}

/// From paths to conflicts.
#[divan::bench]
fn q_whole_run(bencher: Bencher<'_, '_>) {
    bencher.bench(|| pipeline::run(&options()));
}
