//! "The first", "for the first time", "never before", "the only", "no other": nothing of the sort before or beside it.

use super::first::{copula, first, first_time};
use super::line::Line;
use super::told::{Kind, Mark};
use crate::annotate::token::Tag;
use compact_str::CompactString;
use std::ops::Range;

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

pub(super) fn content(line: &Line, range: Range<usize>) -> Vec<usize> {
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
pub(super) fn all(line: &Line, at: usize, kind: Kind) -> Mark {
    let mut range = line.segment(at);
    if range.len() < 8 {
        range = 0..line.words.len();
    }
    Mark { kind, at, keys: words(line, range.clone(), true), of: content(line, range), weak: false }
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
