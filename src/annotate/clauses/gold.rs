//! The clauses of real sentences, annotated by hand, against what the layer finds: a floor under its figures.
//!
//! `cargo test clauses::gold -- --nocapture` tells the figures themselves.

use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::verb::Polarity;
use crate::testing::read;

/// One clause of the gold list: verb, heads of subjects and objects, "+" or "-", modality.
struct Gold<'a> {
    verb: &'a str,
    parts: [&'a str; 4],
}

/// Right and all, for each part of a clause.
#[derive(Debug, Default)]
struct Score {
    gold: usize,
    found: usize,
    matched: usize,
    parts: [usize; 4],
    whole: usize,
}

const NAMES: [&str; 4] = ["subject", "object", "polarity", "modality"];

fn heads(article: &Article, phrases: &[usize]) -> String {
    let words: Vec<&str> =
        phrases.iter().map(|&phrase| article.tokens[article.phrases[phrase].head].lower.as_str()).collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

fn shown(article: &Article, clause: &Clause) -> [String; 4] {
    let polarity = if clause.polarity == Polarity::Positive { "+" } else { "-" };
    [
        heads(article, &clause.subjects),
        heads(article, &clause.objects),
        polarity.to_owned(),
        format!("{:?}", clause.modality).to_lowercase(),
    ]
}

fn score(sentence: &str, gold: &[Gold], total: &mut Score, misses: &mut Vec<String>) {
    let article = read(sentence);
    let mut left: Vec<&Clause> = article.clauses.iter().collect();
    total.gold += gold.len();
    total.found += left.len();
    for clause in gold {
        let own = left.iter().position(|found| article.verb_groups[found.verb].lemma == clause.verb);
        let Some(own) = own else {
            misses.push(format!("{}: not found in: {sentence}", clause.verb));
            continue;
        };
        let found = shown(&article, left.remove(own));
        total.matched += 1;
        let mut right = 0;
        for (part, name) in NAMES.iter().enumerate() {
            if found[part] == clause.parts[part] {
                total.parts[part] += 1;
                right += 1;
            } else {
                misses.push(format!("{} {name}: {} for {}: {sentence}", clause.verb, found[part], clause.parts[part]));
            }
        }
        total.whole += usize::from(right == NAMES.len());
    }
    misses
        .extend(left.iter().map(|extra| format!("{}: too many in: {sentence}", article.verb_groups[extra.verb].lemma)));
}

fn measured() -> (Score, Vec<String>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/clauses_gold.txt");
    let text = std::fs::read_to_string(path).unwrap();
    let (mut total, mut misses) = (Score::default(), Vec::new());
    for block in text.split("# ").skip(1) {
        let (sentence, clauses) = block.split_once('\n').unwrap();
        let gold: Vec<Gold> = clauses
            .lines()
            .map(|line| {
                let fields: Vec<&str> = line.split(" | ").collect();
                let [verb, subject, object, polarity, modality] = fields[..] else {
                    unreachable!("five fields: {line}")
                };
                Gold { verb, parts: [subject, object, polarity, modality] }
            })
            .collect();
        score(sentence, &gold, &mut total, &mut misses);
    }
    (total, misses)
}

#[test]
fn clauses_of_real_sentences_are_read_as_the_gold_list_has_them() {
    let (score, misses) = measured();
    let share = |right: usize, all: usize| right as f64 / all as f64;
    let figures = [
        ("clauses found", share(score.matched, score.gold), 0.97),
        ("clauses that are none", share(score.matched, score.found), 0.95),
        ("subjects", share(score.parts[0], score.matched), 0.92),
        ("objects", share(score.parts[1], score.matched), 0.94),
        ("polarity", share(score.parts[2], score.matched), 0.98),
        ("modality", share(score.parts[3], score.matched), 0.97),
        ("all four", share(score.whole, score.gold), 0.87),
    ];
    eprintln!("{score:?}");
    for (name, share, floor) in figures {
        assert!(share >= floor, "{name}: {share:.3} of {score:?}\n{}", misses.join("\n"));
    }
}
