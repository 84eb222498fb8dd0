//! "The first", "for the first time", "never before", "the only", "no other": nothing of the sort before or beside it.

use super::line::Line;
use super::told::{Kind, Mark};
use crate::annotate::token::Tag;
use compact_str::CompactString;
use std::ops::Range;

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

/// Every such claim of a sentence.
pub(super) fn marks(line: &Line) -> Vec<Mark> {
    (0..line.words.len())
        .filter_map(|at| match line.lower(at) {
            "first" | "first-ever" | "maiden" | "inaugural" => first_time(line, at).or_else(|| first(line, at)),
            "never" => never(line, at).or_else(|| not_since(line, at)),
            "not" | "n't" => not_since(line, at),
            "no" | "none" | "nobody" => none(line, at).or_else(|| not_since(line, at)),
            "unprecedented" => Some(all(line, at, Kind::First)),
            "only" | "sole" => only(line, at),
            "alone" => alone(line, at),
            "single" => single(line, at),
            "unlike" if line.reads(at, &["unlike", "any", "other"]) || line.reads(at, &["unlike", "all", "other"]) => {
                Some(Mark { of: content(line, 0..line.words.len()), ..all(line, at, Kind::Only) })
            }
            "without" if matches!(line.lower(at + 1), "precedent" | "parallel" | "equal") => {
                Some(all(line, at, Kind::First))
            }
            "every" if line.lower(at + 1) == "other" => Some(all(line, at, Kind::Only)),
            _ if line.words[at].tag == Tag::AdjectiveSuperlative => most(line, at),
            _ => None,
        })
        .collect()
}

fn content(line: &Line, range: Range<usize>) -> Vec<usize> {
    let tail = range
        .clone()
        .find(|&at| matches!(line.lower(at), "since" | "until") || line.lower(at) == "before" && line.named(at + 1));
    (range.start..tail.unwrap_or(range.end)).collect()
}

/// The lemmas of nouns and verbs in a stretch, the empty verbs left out.
pub(super) fn words(line: &Line, range: Range<usize>, verbs: bool) -> Vec<CompactString> {
    range
        .filter_map(|at| line.words.get(at))
        .filter(|token| token.tag.is_noun() && !token.tag.is_proper() || verbs && token.tag.is_verb())
        .filter(|token| {
            !matches!(token.lemma.as_str(), "be" | "have" | "do" | "become" | "take" | "make" | "say" | "time")
        })
        .map(|token| token.lemma.clone())
        .collect()
}

/// A claim about all of its clause, or of the sentence where the clause is short.
fn all(line: &Line, at: usize, kind: Kind) -> Mark {
    let mut range = line.segment(at);
    if range.len() < 8 {
        range = 0..line.words.len();
    }
    Mark { kind, at, keys: words(line, range.clone(), true), of: content(line, range), weak: false }
}

/// "for the first time", "it was the first time that"
fn first_time(line: &Line, at: usize) -> Option<Mark> {
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

fn copula(line: &Line, at: usize, start: usize) -> Option<usize> {
    (start..at).rev().take(5).find(|&back| {
        matches!(line.lemma(back), "be" | "become" | "mark" | "make" | "as" | "constitute" | "remain" | "'s")
            && line.lower(back) != "'s"
    })
}

fn first(line: &Line, at: usize) -> Option<Mark> {
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

/// "never before has", "had never been"
fn never(line: &Line, at: usize) -> Option<Mark> {
    let segment = line.segment(at);
    let perfect = line.has(segment.clone(), &["has", "have", "had"]);
    let whole = line.lower(at + 1) == "before" || line.lower(at + 1) == "previously";
    let behind = line.has(segment, &["before", "previously", "until"]);
    // "Had never been shut by wind": with nothing of another time.
    let verb = if line.lower(at + 1) == "been" { at + 2 } else { at + 1 };
    let plain = perfect && line.words.get(verb).is_some_and(|next| next.tag == Tag::VerbParticiple);
    let mark = all(line, at, Kind::First);
    (whole || perfect && behind || plain).then(|| Mark { weak: plain && !whole && !behind, ..mark })
}

/// "Has not had snow in April since 1975", "not since the dike was raised in 1988 has it been cleared".
fn not_since(line: &Line, at: usize) -> Option<Mark> {
    let since = (at + 1..line.words.len()).find(|&at| line.lower(at) == "since")?;
    let year = (since + 1..since + 8).find(|&at| super::window::year(line.lower(at)).is_some())?;
    let opens = since == at + 1;
    let told = if opens { year + 1..line.words.len() } else { line.segment(at).start..since };
    let perfect = line.has(told.clone(), &["has", "have", "had"]);
    let plain = !line.has(told.clone(), &["much", "so", "worse", "more", "only", "seen", "changed", "said", "year"]);
    let keys = words(line, told.clone(), true);
    (perfect && plain && !keys.is_empty()).then(|| Mark { kind: Kind::First, at, of: told.collect(), keys, weak: true })
}

/// "no woman had ever led", "no other bank has", "no predecessor"
fn none(line: &Line, at: usize) -> Option<Mark> {
    if matches!(line.lower(at + 1), "precedent" | "predecessor" | "predecessors" | "precedents")
        || line.before(at, 1) == "with" && line.lower(at + 1) == "precedent"
    {
        return Some(all(line, at, Kind::First));
    }
    let end = (at + 9).min(line.words.len());
    let auxiliary = (at + 1..end).find(|&index| {
        matches!(line.lower(index), "has" | "have" | "had" | "can" | "could" | "is" | "are" | "was" | "does")
    })?;
    let plain = (at + 1..auxiliary).all(|index| {
        let token = &line.words[index];
        token.tag.is_noun()
            || token.tag.is_adjective()
            || matches!(token.lower.as_str(), "of" | "the" | "in" | "other" | "else" | "from")
    });
    if !plain {
        return None;
    }
    if line.has(at + 1..auxiliary, &["other", "else"]) {
        return Some(all(line, at, Kind::Only));
    }
    let perfect = matches!(line.lower(auxiliary), "has" | "have" | "had");
    let before = line.has(auxiliary..line.words.len(), &["ever", "before", "previously", "until"]);
    (perfect && before).then(|| all(line, at, Kind::First))
}

/// "the only mine in Europe to", "only the laboratory in Oslo can"
fn only(line: &Line, at: usize) -> Option<Mark> {
    let segment = line.segment(at);
    if matches!(line.before(at, 1), "the" | "its" | "their" | "'s" | "’s" | "his" | "her") {
        let (head, behind) = line.noun(at + 1)?;
        let vague = matches!(
            line.lemma(head),
            "way" | "thing" | "time" | "question" | "problem" | "reason" | "hope" | "option"
        );
        let told = copula(line, at, segment.start).is_some()
            || line.has(behind..segment.end, &["to", "that", "which", "who", "in", "with", "on"]);
        // "The telescope is the only one in the country": the noun stands before.
        let one = line.lemma(head) == "one";
        let start = if one { segment.start } else { at + 1 };
        return (told && !vague).then(|| Mark {
            kind: Kind::Only,
            at,
            of: content(line, start..segment.end),
            keys: if one { words(line, start..at, false) } else { vec![line.words[head].lemma.clone()] },
            weak: false,
        });
    }
    // "Only the laboratory in Oslo can": at the head of the clause, with its verb behind.
    let opens = at == segment.start && (line.lower(at + 1) == "the" || line.named(at + 1));
    let clock =
        line.has(at + 1..at + 4, &["second", "third", "fourth", "time", "after", "when", "if", "one", "two", "last"]);
    let verb = (at + 2..segment.end)
        .find(|&index| line.words[index].tag.is_finite() || line.words[index].tag == Tag::Modal)?;
    (opens && !clock).then(|| Mark {
        kind: Kind::Only,
        at,
        of: content(line, at + 1..segment.end),
        keys: words(line, at + 1..verb, false),
        weak: false,
    })
}

/// "Judge Ruiz alone dissented"
fn alone(line: &Line, at: usize) -> Option<Mark> {
    let named = at > 0 && line.words[at - 1].tag.is_proper();
    let verb = line.words.get(at + 1).is_some_and(|next| next.tag.is_finite());
    (named && verb).then(|| Mark { keys: words(line, at + 1..at + 3, true), ..all(line, at, Kind::Only) })
}

/// "keeps a single shop", "with a single member dissenting"
fn single(line: &Line, at: usize) -> Option<Mark> {
    let (head, _) = line.noun(at + 1)?;
    let keeps = (1..4).any(|back| {
        at.checked_sub(back).is_some_and(|at| {
            matches!(line.lemma(at), "keep" | "have" | "with" | "leave" | "remain" | "own" | "retain")
        })
    });
    (keeps && line.before(at, 1) == "a")
        .then(|| Mark { keys: vec![line.words[head].lemma.clone()], ..all(line, at, Kind::Only) })
}

/// "the youngest champion in history"
fn most(line: &Line, at: usize) -> Option<Mark> {
    let segment = line.segment(at);
    let definite = matches!(line.before(at, 1), "the" | "'s" | "’s" | "its" | "their");
    let (head, behind) = line.noun(at + 1)?;
    let ever = line.has(behind..segment.end, &["ever", "history", "record", "time"]);
    let adjective = base(line.lemma(at));
    (definite && ever).then(|| Mark {
        kind: Kind::Most(adjective),
        at,
        of: content(line, at + 1..segment.end),
        keys: vec![line.words[head].lemma.clone()],
        weak: false,
    })
}

/// The adjective of a comparative or a superlative ("youngest", "younger": "young").
pub(super) fn base(word: &str) -> CompactString {
    let stem = word.strip_suffix("est").or_else(|| word.strip_suffix("er")).unwrap_or(word);
    stem.trim_end_matches('e').into()
}
