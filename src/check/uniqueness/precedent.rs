//! "Once before", "the previous one", "again", "as X did": something of the sort was there before, or is there beside it.

use super::claim::{base, words};
use super::line::Line;
use super::told::{Kind, Mark};
use super::window::{number, rank, year};
use crate::annotate::token::Tag;
use compact_str::CompactString;

/// Verbs for doing what another did before.
const REPEATS: &[&str] = &["repeat", "emulate", "match", "equal", "echo", "mirror"];

/// Every such remark of a sentence.
pub(super) fn marks(line: &Line) -> Vec<Mark> {
    let mut found: Vec<Mark> = (0..line.words.len()).filter_map(|at| mark(line, at)).collect();
    found.retain(|mark| !future(line, mark.at));
    found
}

fn mark(line: &Line, at: usize) -> Option<Mark> {
    let kind = match line.lower(at) {
        "again" | "once-more" => return again(line, at),
        "before" => return before(line, at),
        "previous" | "last" | "earlier" => return previous(line, at),
        "since" => return since(line, at),
        "as" | "like" => as_did(line, at)?,
        "another" => return another(line, at),
        "footsteps" => earlier(line),
        "predecessor" if line.before(at, 1) != "no" => Kind::Holder,
        "precedent" | "precedents" if matches!(line.before(at, 1), "a" | "are" | "is" | "has" | "several") => {
            earlier(line)
        }
        "succeeds" | "succeeded" | "succeeding" | "replaces" | "replaced" | "replacing" if line.named(at + 1) => {
            Kind::Holder
        }
        "over" if line.lower(at + 1) == "from" && line.named(at + 2) && line.before(at, 1).starts_with('t') => {
            Kind::Holder
        }
        "level" if line.lower(at + 1) == "with" && matches!(line.lemma(at.wrapping_sub(1)), "draw" | "pull" | "go") => {
            Kind::Another
        }
        "held" | "occupied" | "filled" if line.before(at, 1) == "had" && office(line, at) => Kind::Holder,
        "not" | "hardly" | "far" => denied(line, at)?,
        "same" if line.before(at, 2) == "did" || line.before(at, 2) == "done" => earlier(line),
        "so" if matches!(line.before(at, 1), "done" | "did") => earlier(line),
        "first" => return first_was(line, at),
        "twice" | "thrice" if line.lower(at + 1) != "before" => return None,
        "both" | "several" => return several(line, at, 2),
        "its" | "their" | "his" | "her" => return listed(line, at),
        _ if REPEATS.contains(&line.lemma(at)) && line.words[at].tag.is_verb() => repeats(line, at)?,
        word => {
            if let Some(rank) = rank(word).filter(|rank| *rank > 1) {
                return ranked(line, at, rank);
            }
            if line.words[at].tag == Tag::AdjectiveComparative {
                return more(line, at);
            }
            let count = number(word).filter(|count| (2..30).contains(count))?;
            return several(line, at, u32::from(count.unsigned_abs()));
        }
    };
    Some(plain(line, at, kind))
}

fn plain(line: &Line, at: usize, kind: Kind) -> Mark {
    Mark { kind, at, of: line.segment(at).collect(), keys: Vec::new(), weak: false }
}

/// The year that a sentence names for what was before.
fn earlier(line: &Line) -> Kind {
    Kind::Earlier(line.words.iter().find_map(|token| year(&token.lower)))
}

/// "will", "would": another that is still to come.
fn future(line: &Line, at: usize) -> bool {
    let segment = line.segment(at);
    line.has(segment.start..segment.end, &["will", "would", "could", "may", "might", "if", "plans", "wants", "hopes"])
        && !line.has(segment.start..segment.end, &["as", "like"])
}

fn again(line: &Line, at: usize) -> Option<Mark> {
    let idle = matches!(line.before(at, 1), "never" | "not" | "and" | "try" | "start" | "over")
        || matches!(line.lower(at + 1), "and" | "until");
    (!idle).then(|| Mark { weak: true, ..plain(line, at, earlier(line)) })
}

/// "once before", "has been cancelled before"
fn before(line: &Line, at: usize) -> Option<Mark> {
    let counted = matches!(line.before(at, 1), "once" | "twice" | "thrice")
        || line.before(at, 1) == "times"
        || line.before(at, 1) == "time" && line.before(at, 2) != "first";
    let segment = line.segment(at);
    let perfect = line.has(segment.start..at, &["has", "have", "had"]);
    let denied = line.has(segment.start..at, &["never", "not", "no", "n't", "none", "nobody", "few", "nothing"]);
    let ends = line.words.get(at + 1).is_none_or(|next| {
        next.tag == Tag::Punctuation
            || matches!(next.lower.as_str(), "and" | "but" | "in" | "her" | "him" | "them" | "it")
    });
    if denied {
        return None;
    }
    if counted {
        return Some(Mark { weak: true, ..plain(line, at, earlier(line)) });
    }
    (perfect && ends).then(|| Mark { weak: true, ..plain(line, at, earlier(line)) })
}

/// "the previous one was in 1975", "it had last been held in 1986", "the last time"
fn previous(line: &Line, at: usize) -> Option<Mark> {
    let article = matches!(line.before(at, 1), "the" | "its" | "their" | "'s" | "’s" | "an");
    let next = line.lower(at + 1);
    let thing = matches!(next, "one" | "time" | "occasion" | "such" | "holder" | "instance" | "case");
    let told = line.words.iter().find_map(|token| year(&token.lower));
    if article && (thing || matches!(next, "was" | "came" | "happened")) && (told.is_some() || next != "time") {
        return Some(plain(line, at, Kind::Earlier(told)));
    }
    let noun = line.noun(at + 1).map(|(head, _)| line.words[head].lemma.clone());
    if article && let Some(noun) = noun {
        let was = told.is_some() && line.lower(at) != "earlier";
        let keys = vec![noun];
        return was.then(|| Mark { keys, weak: true, ..plain(line, at, Kind::Earlier(told)) });
    }
    let verb = line
        .words
        .get(at + 1)
        .is_some_and(|next| next.tag == Tag::VerbParticiple || next.tag == Tag::VerbPast || next.lower == "happened");
    let subject = at > 0
        && (line.words[at - 1].tag.is_noun()
            || matches!(line.before(at, 1), "it" | "had" | "was" | "were" | "they" | "she" | "he"));
    (line.lower(at) == "last" && verb && subject && told.is_some()).then(|| plain(line, at, Kind::Earlier(told)))
}

/// "nothing like it since 1989", "for the first time since 1998", "not seen since 1931"
fn since(line: &Line, at: usize) -> Option<Mark> {
    let told = (at + 1..at + 5).find_map(|at| year(line.lower(at)))?;
    let start = line.segment(at).start;
    let none = line
        .has(start..at, &["nothing", "not", "no", "n't", "first", "worst", "biggest", "largest", "never", "heaviest"]);
    let beginning =
        line.has(at + 1..at + 5, &["foundation", "founding", "independence", "began", "founded", "records", "its"]);
    let noun = line.words[start..at].iter().all(|token| token.lower != "first") || line.has(start..at, &["first"]);
    (none && noun && !beginning)
        .then(|| Mark { keys: words(line, start..at, true), ..plain(line, at, Kind::Earlier(Some(told))) })
}

/// "as X did in January", "as was X", "like X before her"
fn as_did(line: &Line, at: usize) -> Option<Kind> {
    const DID: &[&str] = &["did", "was", "were", "had", "has", "does", "is", "are", "have", "do"];
    if line.lower(at) == "like" {
        let other = (at + 1..at + 5).any(|index| line.named(index));
        let before = (at + 2..at + 7).any(|index| {
            line.lower(index) == "before" || line.lower(index) == "in" && year(line.lower(index + 1)).is_some()
        });
        return (other && before && line.before(at, 1) != "unlike").then(|| earlier(line));
    }
    let opens = at == 0 || matches!(line.before(at, 1), "," | "just" | "exactly" | "much");
    if !opens {
        return None;
    }
    let turned = matches!(line.lower(at + 1), "was" | "did" | "were" | "had" | "has" | "does")
        && (at + 2..at + 5).any(|index| line.named(index));
    let capital = line.words.get(at + 1).is_some_and(|token| token.capital);
    // "as it had in 1987": the same before.
    let year = line.words.iter().any(|token| year(&token.lower).is_some());
    if matches!(line.lower(at + 1), "it" | "they" | "he" | "she")
        && matches!(line.lower(at + 2), "did" | "had" | "was" | "were")
    {
        return (year && line.lower(at + 3) == "in").then(|| earlier(line));
    }
    let named = capital || matches!(line.lower(at + 1), "the" | "its" | "a" | "an" | "another");
    let end = (at + 2..at + 7).find(|&index| DID.contains(&line.lower(index)));
    let closes = end.is_some_and(|end| {
        line.words.get(end + 1).is_none_or(|next| {
            next.tag == Tag::Punctuation
                || matches!(
                    next.lower.as_str(),
                    "in" | "on" | "two" | "three" | "last" | "a" | "before" | "at" | "when" | "four" | "five"
                )
        })
    });
    (turned || named && closes).then_some(Kind::Another)
}

/// "another Belgian, who won in 1961"
fn another(line: &Line, at: usize) -> Option<Mark> {
    let (head, _) = line.noun(at + 1)?;
    let keys = vec![line.words[head].lemma.clone()];
    let apposed = matches!(line.before(at, 1), "," | "by" | "and" | "with" | "from" | "of");
    apposed.then(|| Mark { keys, weak: true, ..plain(line, at, Kind::Another) })
}

fn office(line: &Line, at: usize) -> bool {
    (at + 1..at + 4).any(|index| matches!(line.lower(index), "office" | "post" | "job" | "position" | "title" | "role"))
}

/// "not the first", "far from the only one"
fn denied(line: &Line, at: usize) -> Option<Kind> {
    let found = (at + 1..at + 4).find(|&index| matches!(line.lower(index), "first" | "only"))?;
    let article = line.before(found, 1) == "the" && line.lower(found + 1) != "time";
    article.then_some(if line.lower(found) == "only" { Kind::Another } else { Kind::Earlier(None) })
}

/// "The first to hold the post was Solveig Moe": another than whom the article is about, with a past year or verb.
fn first_was(line: &Line, at: usize) -> Option<Mark> {
    let opens = line.before(at, 1) == "the" && at <= 2;
    let was = (at + 1..at + 9).find(|&index| matches!(line.lower(index), "was" | "were" | "came"))?;
    let told = line.words.iter().find_map(|token| year(&token.lower));
    let other = line.named(was + 1) || line.lower(was + 1) == "in" && told.is_some();
    (opens && other && told.is_some()).then(|| plain(line, at, Kind::Earlier(told)))
}

/// "repeating her compatriot's success of 2016", "matched the feat of Moe"
fn repeats(line: &Line, at: usize) -> Option<Kind> {
    let feat = (at + 1..at + 9).any(|index| {
        matches!(
            line.lemma(index),
            "success" | "feat" | "achievement" | "record" | "win" | "victory" | "triumph" | "performance"
        )
    });
    feat.then(|| earlier(line))
}

/// "the third this winter", "only the second to", "for the third time"
fn ranked(line: &Line, at: usize, rank: u32) -> Option<Mark> {
    let segment = line.segment(at);
    let definite = matches!(line.before(at, 1), "the" | "'s" | "’s" | "its" | "their" | "his" | "her");
    let behind = line.noun(at + 1).map_or(at + 1, |(_, behind)| behind);
    let time = line.lower(at + 1) == "time" && line.before(at, 2) == "for";
    let tail = behind..segment.end.max(behind);
    let ranks = line
        .has(tail.clone(), &["to", "this", "ever", "history", "record", "since", "winter", "season", "year"])
        || tail.clone().next().is_some_and(|next| line.lower(next) == "in");
    let only = line.before(at, 2) == "only";
    // "finished third", "the second half"
    let copula = (segment.start..at).rev().take(4).any(|back| matches!(line.lemma(back), "be" | "become" | "mark"));
    let possessed = matches!(line.before(at, 1), "'s" | "’s") && ranks;
    let keys: Vec<CompactString> =
        line.noun(at + 1).map(|(head, _)| line.words[head].lemma.clone()).into_iter().collect();
    let part = keys
        .iter()
        .any(|key| matches!(key.as_str(), "half" | "place" | "round" | "quarter" | "day" | "set" | "leg" | "term"));
    (definite && !part && (time || ranks && (only || copula || possessed))).then(|| Mark {
        keys: if line.lower(at + 1) == "time" { words(line, segment, true) } else { keys },
        ..plain(line, at, Kind::Rank(rank))
    })
}

/// "only one champion was younger"
fn more(line: &Line, at: usize) -> Option<Mark> {
    let copula = matches!(line.before(at, 1), "was" | "were" | "is" | "are" | "been");
    let counted =
        line.has(at.saturating_sub(8)..at, &["one", "two", "three", "four", "five", "few", "several", "others"]);
    (copula && counted).then(|| plain(line, at, Kind::More(base(line.lemma(at)))))
}

/// "its shops in Oslo and Bergen"
fn listed(line: &Line, at: usize) -> Option<Mark> {
    let mark = several(line, at, 2)?;
    let (_, behind) = line.noun(at + 1)?;
    let places = line.named(behind + 1)
        && (behind + 2..behind + 5).any(|index| line.lower(index) == "and" && line.named(index + 1));
    (places && matches!(line.lower(behind), "in" | "at")).then_some(mark)
}

/// "two laboratories", "both shops"
fn several(line: &Line, at: usize, count: u32) -> Option<Mark> {
    let (head, _) = line.noun(at + 1)?;
    let plural = matches!(line.words[head].tag, Tag::NounPlural | Tag::ProperNounPlural);
    let unit = matches!(
        line.lemma(head),
        "year"
            | "day"
            | "month"
            | "week"
            | "hour"
            | "minute"
            | "time"
            | "metre"
            | "kilometre"
            | "mile"
            | "season"
            | "goal"
            | "point"
    );
    (plural && !unit).then(|| Mark {
        keys: line.words[at + 1..=head].iter().map(|token| token.lemma.clone()).collect(),
        weak: true,
        ..plain(line, at, Kind::Several(count))
    })
}
