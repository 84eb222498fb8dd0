//! Articles are untrusted: no text makes a run panic or take long.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crosscheck::ingest;
use crosscheck::pack::Library;
use crosscheck::pipeline;
use crosscheck::source::{Block, BlockKind, Document, Origin, Span};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

static PACKS: LazyLock<Library> = LazyLock::new(|| Library::builtin().unwrap_or_default());
static SEEDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let read = ingest::read(&["seeds".into()], &ingest::Options::default());
    read.documents.into_iter().map(|document| document.text).collect()
});

fn document(number: usize, text: &str) -> Arc<Document> {
    Arc::new(Document {
        path: format!("{number}.txt"),
        text: text.to_owned(),
        origin: Origin::Stored,
        title: None,
        source: None,
        published: None,
        draft: false,
        blocks: blocks(text),
    })
}

/// Each line a paragraph: nothing is passed over as a page would have it.
fn blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            found.push(Block { span, kind: BlockKind::Paragraph });
        }
    }
    found
}

/// Runs every stage, with the reader's own blocks too.
fn survive(texts: &[String]) {
    let documents = texts.iter().enumerate().map(|(number, text)| document(number, text)).collect();
    let outcome = pipeline::finish(pipeline::understand(documents), PACKS.clone());
    for claim in &outcome.claims {
        let text = &outcome.documents[claim.document.0 as usize].text;
        assert!(text.get(claim.span.start..claim.span.end).is_some(), "{:?} is no part of the text", claim.span);
        assert!(claim.roles.iter().all(|role| text.get(role.span.start..role.span.end).is_some()));
    }
    for conflict in &outcome.conflicts {
        assert!(conflict.sides.len() > 1, "{conflict:?}");
    }
    let story = outcome.story();
    assert!(outcome.knowledge(&story).nodes().count() >= texts.len());
    for text in texts {
        assert!(ingest::blocks(text, 0).iter().all(|block| !block.span.is_empty()));
    }
}

/// One of the seeds, with pieces cut out, doubled and moved.
fn mutated() -> impl Strategy<Value = String> {
    let edits =
        prop::collection::vec((0u8..4, any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1usize..40), 1..12);
    (any::<prop::sample::Index>(), edits, "\\PC{0,12}").prop_map(|(seed, edits, junk)| {
        let mut letters: Vec<char> = seed.get(&SEEDS).chars().take(1500).collect();
        for (kind, one, other, length) in edits {
            let (from, to) = (one.index(letters.len()), other.index(letters.len()));
            let end = (from + length).min(letters.len());
            let piece: Vec<char> = letters[from..end].to_vec();
            match kind {
                0 => drop(letters.drain(from..end)),
                1 => drop(letters.splice(to..to, piece)),
                2 => letters.swap(from, to),
                _ => drop(letters.splice(to..to, junk.chars())),
            }
            if letters.is_empty() {
                letters.push('a');
            }
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(texts in prop::collection::vec("\\PC{0,200}|(?s:.{0,80})", 1..3)) {
        survive(&texts);
    }

    #[test]
    fn text_like_news_is_survived(
        text in prop::collection::vec("[A-Z]?[a-z]{1,8}|[“”\"'‘’,.;:()–—-]|[0-9]{1,5}|said|met|on|in|Mr|\n| ", 0..120)
    ) {
        survive(&[text.join(" ")]);
    }

    #[test]
    fn broken_articles_are_survived(one in mutated(), other in mutated()) {
        survive(&[one, other]);
    }
}

/// The two sizes of text that are compared, in bytes. Eight times the text takes eight times the time where that is
/// linear, and sixty-four times where it is quadratic.
const SIZES: [usize; 2] = [4 << 10, 32 << 10];
/// How many times as long the larger may take: room for the caches of a busy machine. A quadratic part shows from an eighth
/// of the small text's time on.
const TIMES: u32 = 14;
/// What a clock is wrong by.
const SLACK: Duration = Duration::from_millis(25);
/// How often a text that seems slow is measured: what is slow once may be unlucky, the best of several is not.
const TRIES: usize = 5;

/// The time that this thread has been at work, where the system tells: what others do at the same time does not count.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.as_deref().and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// How long all stages take over the texts, on one thread.
fn time(texts: &[String]) -> Duration {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    alone.install(|| {
        let start = Instant::now();
        let before = worked(start);
        survive(texts);
        worked(start).saturating_sub(before)
    })
}

/// Whether the larger text takes too long, by the best time of each size; with the two times if so.
fn is_slow(texts: &dyn Fn(usize) -> Vec<String>) -> Option<[Duration; 2]> {
    let mut best = [Duration::MAX; 2];
    for _ in 0..TRIES {
        for (best, size) in best.iter_mut().zip(SIZES) {
            *best = time(&texts(size)).min(*best);
        }
        if best[1] <= best[0] * TIMES + SLACK {
            return None;
        }
    }
    Some(best)
}

/// Each name goes with what makes texts of about so many bytes.
fn assert_linear<'a>(texts: impl IntoIterator<Item = (&'a str, Box<dyn Fn(usize) -> Vec<String> + Sync + 'a>)>) {
    time(&SEEDS[..1]);
    let texts: Vec<_> = texts.into_iter().collect();
    let (next, slow) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((name, texts)) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some([small, large]) = is_slow(texts) {
                slow.lock().unwrap().push(format!("{name}: {SIZES:?} bytes took {small:?} and {large:?}"));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let slow = slow.into_inner().unwrap();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn hostile_texts_take_linear_time() {
    assert_linear(HOSTILE.iter().map(|(name, piece)| {
        let text = |bytes: usize| vec![piece.repeat(bytes / piece.len())];
        (*name, Box::new(text) as Box<dyn Fn(usize) -> Vec<String> + Sync>)
    }));
}

/// People of whom no two are called alike, each in `piece`: what compares everybody with everybody shows here.
fn cast(bytes: usize, piece: &str) -> String {
    let syllables = ["ka", "lo", "mi", "ren", "ta", "vo", "dra", "sen", "qui", "bel", "or", "an"];
    let word = |number: usize| {
        let letters: String = (0..4).map(|place| syllables[number / 12_usize.pow(place) % 12]).collect();
        letters[..1].to_uppercase() + &letters[1..]
    };
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece.replace("{}", &format!("{} {}", word(number * 7 + 11), word(number * 13 + 5))));
    }
    text
}

#[test]
fn a_large_cast_takes_linear_time() {
    let pieces = [
        "{}, ",
        "{} met the mayor. ",
        "Mayor {} met the mayor and both men left. ",
        "{} Ltd sued the company. ",
        "{} Ruiz resigned. ",
        "The Acme {} union sued. ",
    ];
    assert_linear(pieces.map(|piece| {
        let text = move |bytes: usize| vec![cast(bytes, piece)];
        (piece, Box::new(text) as Box<dyn Fn(usize) -> Vec<String> + Sync>)
    }));
}

/// Two articles of which every sentence gives another figure: what compares every figure with every other shows here.
#[test]
fn two_tables_of_figures_take_linear_time() {
    let pieces = [
        "{}% ",
        "The company lost {} jobs. ",
        "At least {} people were killed in Paris on Tuesday. ",
        "Ana Ruiz said {} people died.\n",
        "“We have lost {} jobs here and nobody told us why it was,” Ana Ruiz said. ",
        "Li Wei beat Ana Ruiz by {} votes. ",
    ];
    let table = |bytes: usize, piece: &str, shift: usize| -> String {
        (0..bytes / piece.len()).map(|row| piece.replace("{}", &(row * 7 % 9973 + shift).to_string())).collect()
    };
    assert_linear(pieces.map(|piece| {
        let texts = move |bytes: usize| vec![table(bytes / 2, piece, 10), table(bytes / 2, piece, 11)];
        (piece, Box::new(texts) as Box<dyn Fn(usize) -> Vec<String> + Sync>)
    }));
}

const HOSTILE: &[(&str, &str)] = &[
    ("quotation marks", "“"),
    ("opened and closed", "“a” "),
    ("lists", "a, "),
    ("capitals", "Aa Ba "),
    ("one name", "Ana Ruiz "),
    ("names", "Ana Ruiz met Li Wei in Paris. "),
    ("speech", "“It is so,” Ana Ruiz said. "),
    ("digits", "7"),
    ("figures", "12 3,400 "),
    ("brackets", "("),
    ("times", "on Tuesday at 6pm "),
    ("verbs", "has been going to have "),
    ("and", "and "),
    ("of", "king of the house of "),
    ("prepositions", "in "),
    ("dots", "."),
    ("lines", "A.\n"),
    ("pronouns", "He said she met him. "),
    ("appositions", "Ana Ruiz, the mayor, "),
    ("clauses", "who said that he "),
    ("shares", "5% "),
    ("choices", "or 5 or "),
    ("money", "$5m "),
    ("ranges", "between 5 and "),
    ("votes", "by 312 votes to 288 "),
    ("dates", "on 5 May 2024 "),
    ("weekdays", "Tuesday, "),
    ("shouting", "MINISTER SAYS ALL TALKS OFF AS UNION WALKS OUT OF PARIS HOTEL "),
    ("nested quotations", "“‘"),
    ("nested brackets", "([{"),
    ("commas", ","),
    ("combining marks", "e\u{301}\u{301}\u{302}"),
    ("a long word", "abcdefgh"),
    ("a long name", "Abcdefgh"),
    ("compounds", "well-known-"),
    ("handles", "a@"),
    ("tabs", "a\t"),
    ("owners", "her husband's "),
    ("thousands", "1,000,"),
    ("offices", "prime minister "),
    ("ages", "Ana Ruiz, 54, "),
    ("markup", "<p>a</p>"),
];
