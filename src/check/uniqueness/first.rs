//! "The first", "for the first time": claims that nothing of the sort was there before, told by an ordinal.

use super::claim::{all, content, words};
use super::line::Line;
use super::told::{Kind, Mark};
use compact_str::CompactString;

/// Nouns behind "first" that make no rank of it: a part, an opening, an office.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "half", "lady", "minister", "name", "place", "round", "class", "aid", "degree", "floor", "quarter", "leg", "minute",
    "stage", "phase", "step", "thing", "instance", "sight", "glance", "child", "son", "daughter", "wife", "husband",
    "responder", "week", "day", "month", "chapter", "page", "draft", "choice", "family", "baseman", "officer", "vote",
    "attempt", "impression", "batch", "group", "point", "line", "version", "hour", "hearing", "team", "division",
];

/// Verbs whose object is the first of its sort.
const GAINS: &[&str] = &[
    "claim",
    "win",
    "secure",
    "land",
    "lift",
    "record",
    "celebrate",
    "score",
    "post",
    "suffer",
    "earn",
    "register",
    "clinch",
    "take",
    "seal",
    "report",
    "make",
    "stage",
    "hold",
    "achieve",
    "collect",
    "capture",
    "deliver",
    "mark",
];

/// Words behind a first that make a rank of it.
const RANKING: &[&str] = &["ever", "since", "of", "this", "history", "for", "by"];

/// "for the first time", "it was the first time that"
pub(super) fn first_time(line: &Line, at: usize) -> Option<Mark> {
    let told = matches!(line.before(at, 2), "was" | "is" | "marked" | "marks") && line.lower(at + 2) != "i";
    let stands = line.lower(at + 1) == "time"
        && line.before(at, 1) == "the"
        && (matches!(line.before(at, 2), "for" | ",") || told);
    let range = line.segment(at);
    let keys = words(line, range.clone(), true);
    stands.then(|| Mark {
        keys: if keys.iter().any(|key| key != "history") { keys } else { words(line, 0..line.words.len(), true) },
        ..all(line, at, Kind::First)
    })
}

pub(super) fn copula(line: &Line, at: usize, start: usize) -> Option<usize> {
    (start..at).rev().take(5).find(|&back| {
        matches!(line.lemma(back), "be" | "become" | "mark" | "make" | "as" | "constitute" | "remain" | "'s")
            && line.lower(back) != "'s"
    })
}

pub(super) fn first(line: &Line, at: usize) -> Option<Mark> {
    let segment = line.segment(at);
    let determined = matches!(line.before(at, 1), "the" | "its" | "their" | "his" | "her" | "'s" | "’s" | "'" | "a");
    let partly = (1..5)
        .any(|back| matches!(line.before(at, back), "one" | "among" | "not" | "hardly" | "since" | "after"))
        || line.before(at, 1) == "a" && line.lower(at) != "first-ever";
    if !determined || partly {
        return None;
    }
    let headless = matches!(
        line.lower(at + 1),
        "to" | "since" | "in" | "of" | "," | "." | "for" | "ever" | "one" | "by" | "at" | "on" | "from" | "under"
    );
    let noun = if headless { None } else { Some(line.noun(at + 1)?) };
    let behind = noun.map_or(at + 1, |(_, behind)| behind);
    if noun.is_some_and(|(head, _)| PARTS.contains(&line.lemma(head))) {
        return None;
    }
    let tail = behind..segment.end;
    let to = tail
        .clone()
        .take(6)
        .find(|&at| line.lower(at) == "to" && line.words.get(at + 1).is_some_and(|next| next.tag.is_verb()));
    let ranked = to.is_some()
        || tail.clone().any(|at| RANKING.contains(&line.lower(at)))
        || headless && matches!(line.lower(at + 1), "in" | "at" | "on");
    let copula = copula(line, at, segment.start);
    let possessed = matches!(line.before(at, 1), "'s" | "’s" | "its" | "their");
    let titled = noun.is_some_and(|(head, _)| crate::annotate::lexicon::office(line.lemma(head)).is_some())
        && matches!(line.before(at, 1), "'s" | "’s");
    // "The club's first victory in Oslo came on Saturday".
    let came = possessed && noun.is_some() && (behind..segment.end).any(|at| line.lower(at) == "came");
    // "claim the first trophy in the club's history", "walked out in the first strike in its history"
    let gained = noun.is_some()
        && line.has(tail.clone(), &["history", "ever"])
        && (line.before(at, 2) == "in" && line.before(at, 1) == "the"
            || (segment.start..at).rev().take(3).any(|back| GAINS.contains(&line.lemma(back))));
    if !(came || gained || copula.is_some() && (ranked || noun.is_some()) || ranked && to.is_some() || titled) {
        return None;
    }
    // "The first to hold the post was" tells of another than the news.
    if copula.is_none() && !titled && !came && !gained && at <= segment.start + 1 {
        return None;
    }
    // "The first to V", "the first of the winter": what is counted stands before the copula.
    let owner = (segment.start..at).rev().take(6).take_while(|&back| line.lemma(back) != "be").last().unwrap_or(at);
    let start = match (noun.filter(|(head, _)| line.lemma(*head) != "one"), copula) {
        (None, Some(_)) => segment.start,
        _ if matches!(line.before(at, 1), "'s" | "’s" | "'") => owner,
        _ => at + 1,
    };
    let mut keys: Vec<CompactString> = match noun {
        Some((head, _)) if line.lemma(head) != "one" => vec![line.words[head].lemma.clone()],
        _ => words(line, segment.start..at, false),
    };
    // "The first by a head of state": whose it is narrows it.
    if line.lower(at + 1) == "by" {
        keys = line.noun(at + 3).map(|(head, _)| line.words[head].lemma.clone()).into_iter().collect();
    }
    keys.extend(words(line, to.map_or(0..0, |to| to + 1..(to + 4).min(segment.end)), true).into_iter().take(1));
    // What was gained is counted in ranks of its own: "his third goal" is none of them.
    Some(Mark { kind: Kind::First, at, of: content(line, start..segment.end), keys, weak: gained && copula.is_none() })
}
