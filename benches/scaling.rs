//! Ten times the articles in ten times the time: `cargo bench --bench scaling`.
//!
//! Ten articles a story; every story has people, bodies and a matter of its own, drawn from lists as short as those of
//! real news are, so that stories share given names, surnames, verbs and places. What grows faster than the articles
//! do is comparing across stories, and shows here first.

use crosscheck::pack::Library;
use crosscheck::pipeline;
use crosscheck::source::{Block, BlockKind, Document, Origin, Span};
use divan::Bencher;
use std::sync::Arc;

const GIVEN: &[&str] =
    &["Ana", "Ben", "Carla", "David", "Elena", "Frank", "Grace", "Hugo", "Irene", "James", "Karin", "Louis"];
const SYLLABLES: &[&str] =
    &["bar", "cot", "den", "fal", "gor", "hal", "ker", "lin", "mor", "nes", "pel", "ros", "sten", "tor", "vel", "wick"];
const PLACES: &[&str] = &["Leeds", "Oslo", "Turin", "Boston", "Nairobi", "Lyon", "Quebec", "Osaka", "Perth", "Cork"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const TEMPLATES: &[&str] = &[
    "{A}, the mayor of {P}, met {B} in {Q} on {D} to discuss the closure of the {M} plant, which employs {N} people.",
    "{B} said that {A} had refused to sign the agreement with {M} Holdings.",
    "“We have lost {N} jobs and nobody has told us why,” {C} told reporters on {D}.",
    "{C} was arrested in {P} on {D} and charged with fraud, police said.",
    "{M} Holdings said on {D} that its profit rose {N} per cent to ${N} million in the third quarter.",
    "The {M} union called off a strike planned for {D} after talks with {A} in {Q}.",
    "At least {N} people were injured when a train left the rails near {P} on {D}.",
    "{A} beat {B} by {N} votes to become the first woman to lead the party, the council announced.",
    "{B}, 54, resigned as chief executive of {M} Holdings on {D}, two days after the vote.",
    "{C} denied having met {B} before the hearing at the court in {Q}.",
];

fn main() {
    divan::main();
}

/// Numbers that look random and are the same in every run (Steele, Lea and Flood's `SplitMix64`).
fn mixed(seed: u64) -> usize {
    let value = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (value ^ (value >> 31)) as usize >> 8
}

fn pick<'a>(list: &[&'a str], seed: u64) -> &'a str {
    list[mixed(seed) % list.len()]
}

fn surname(seed: u64) -> String {
    let name = format!("{}{}", pick(SYLLABLES, seed), pick(SYLLABLES, seed + 1));
    name[..1].to_uppercase() + &name[1..]
}

/// The article of this number: one of ten of its story.
fn article(number: u64) -> Arc<Document> {
    let story = number / 10 * 1000;
    let mut text = String::new();
    for line in 0..12 {
        let seed = number * 100 + line;
        let person = |who: u64| format!("{} {}", pick(GIVEN, story + who), surname(story + 10 + who * 7));
        let filled = pick(TEMPLATES, seed)
            .replace("{A}", &person(1))
            .replace("{B}", &person(2))
            .replace("{C}", &person(3))
            .replace("{M}", &surname(story + 90))
            .replace("{P}", pick(PLACES, story + 50))
            .replace("{Q}", pick(PLACES, story + 51))
            .replace("{D}", pick(DAYS, story + line))
            .replace("{N}", &(mixed(story + line) % 400 + 3).to_string());
        text.push_str(&filled);
        text.push_str(if line % 3 == 2 { "\n" } else { " " });
    }
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        blocks.push(Block { span: Span::new(start, start + line.len()).trimmed(&text), kind: BlockKind::Paragraph });
        start += line.len();
    }
    let path = format!("{number:05}.txt");
    Arc::new(Document {
        path,
        text,
        origin: Origin::Stored,
        title: None,
        source: None,
        published: None,
        draft: false,
        blocks,
    })
}

/// From texts to conflicts.
#[divan::bench(args = [1_000, 10_000], sample_count = 1, sample_size = 1)]
fn articles(bencher: Bencher<'_, '_>, count: u64) {
    let library = Library::builtin().unwrap_or_default();
    let documents: Vec<Arc<Document>> = (0..count).map(article).collect();
    bencher.bench(|| pipeline::finish(pipeline::understand(documents.clone()), library.clone()).conflicts.len());
}
