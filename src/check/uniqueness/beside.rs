//! What is beside an only one, or was before a first, told without "before" or "previous": "there is another", "a smaller
//! one of the kind", "in 2012, 2014 and 2017".

use super::line::Line;
use super::told::{Kind, Mark};
use super::window::year;
use crate::annotate::token::Tag;

/// Adjectives of a second thing of a sort, comparatives apart.
const SECOND: &[&str] =
    &["second", "similar", "another", "third", "sister", "twin", "matching", "near-identical", "identical", "further"];
/// Nouns that stand for the sort itself.
const SORT: &[&str] =
    &["species", "kind", "type", "sort", "class", "breed", "make", "same", "animal", "model", "series"];
/// Verbs and nouns of coming first.
const WINS: &[&str] = &["win", "take", "winner", "champion", "victory", "victor", "triumph", "claim", "lift", "title"];
/// Words for doing a thing more than once.
const AGAIN: &[&[&str]] = &[
    &["more", "than", "once"],
    &["twice"],
    &["a", "second", "time"],
    &["three", "times"],
    &["repeatedly"],
    &["thrice"],
    &["two", "times"],
];

/// Every such remark of a sentence, and claims that only one has done a thing more than once.
pub(super) fn marks(line: &Line) -> Vec<Mark> {
    let mut found: Vec<Mark> = (0..line.words.len())
        .filter_map(|at| match line.lower(at) {
            "only" | "no" | "nobody" | "none" => only_again(line, at),
            "there" if at < 2 => there_is(line, at),
            "alone" => not_alone(line, at),
            "first" => not_its_first(line, at),
            "a" | "an" => fellow(line, at).or_else(|| second_elsewhere(line, at)),
            "like" | "as" => like_the_one(line, at),
            "of" => some_of(line, at),
            _ => None,
        })
        .collect();
    found.extend(times(line));
    found
}

fn plain(line: &Line, at: usize, kind: Kind) -> Mark {
    Mark { kind, at, of: line.segment(at).collect(), keys: Vec::new(), weak: false }
}

fn told(line: &Line) -> Option<i16> {
    line.words.iter().find_map(|token| year(&token.lower))
}

/// Verbs of what is there.
const THERE: &[&str] = &["is", "was", "has", "had", "lies", "hangs", "stands", "belongs", "survives"];

/// "There is another:", "there is one other."
fn there_is(line: &Line, at: usize) -> Option<Mark> {
    let be = line.lemma(at + 1) == "be";
    let end = match (line.lower(at + 2), line.lower(at + 3)) {
        ("another" | "others" | "more", _) => at + 3,
        ("one" | "two" | "three" | "several", "other" | "others" | "more") | ("a", "second" | "third") => at + 4,
        _ => return None,
    };
    // "There is another problem"
    let closes = line
        .words
        .get(end)
        .is_none_or(|next| next.tag == Tag::Punctuation || matches!(next.lower.as_str(), "in" | "at" | ":" | "—"));
    (be && closes).then(|| plain(line, at, Kind::Another))
}

/// "It is not quite alone."
fn not_alone(line: &Line, at: usize) -> Option<Mark> {
    let denied = (1..4).any(|back| matches!(line.before(at, back), "not" | "n't" | "hardly"));
    let ends = line.words.get(at + 1).is_none_or(|next| next.tag == Tag::Punctuation);
    let thing = matches!(line.lower(0), "it" | "the" | "its" | "that" | "this");
    (denied && ends && thing).then(|| plain(line, at, Kind::Another))
}

/// "It is not the bridge's first closure."
fn not_its_first(line: &Line, at: usize) -> Option<Mark> {
    let owned = matches!(line.before(at, 1), "'s" | "’s" | "'" | "’" | "its" | "their" | "his" | "her");
    let denied = (2..8).any(|back| matches!(line.before(at, back), "not" | "n't" | "hardly"));
    let is = (2..9).any(|back| at.checked_sub(back).is_some_and(|at| line.lemma(at) == "be"));
    let (head, _) = line.noun(at + 1)?;
    let keys = vec![line.words[head].lemma.clone()];
    (owned && denied && is && line.segment(at).start == 0).then(|| Mark {
        keys,
        weak: true,
        ..plain(line, at, Kind::Earlier(told(line)))
    })
}

/// "A smaller skull of the species", "a second copy of the chronicle", told as being somewhere.
fn fellow(line: &Line, at: usize) -> Option<Mark> {
    let adjective = line.words.get(at + 1)?;
    let second = adjective.tag == Tag::AdjectiveComparative || SECOND.contains(&adjective.lower.as_str());
    let (head, behind) = line.noun(at + 2)?;
    let mut keys = vec![line.words[head].lemma.clone()];
    let of = line.lower(behind) == "of" && second && at < 2;
    let start =
        if matches!(line.lower(behind + 1), "the" | "this" | "its" | "that" | "a") { behind + 2 } else { behind + 1 };
    let (other, end) = line.noun(start)?;
    let sort = line.lemma(other);
    if !SORT.contains(&sort) {
        keys.push(sort.into());
    }
    // It is there, or was found: nothing that is to be made.
    let there = line.has(end..end + 12, THERE);
    let none = line
        .has(end..line.words.len(), &["no", "not", "never", "n't", "lost", "destroyed", "fake", "forged", "planned"]);
    (of && there && !none).then(|| Mark { keys, ..plain(line, at, Kind::Fellow) })
}

/// "A second complete set is kept in Vienna."
fn second_elsewhere(line: &Line, at: usize) -> Option<Mark> {
    let second = matches!(line.lower(at + 1), "second" | "similar" | "sister" | "twin" | "third");
    let (head, behind) = line.noun(at + 2)?;
    let there = matches!(line.lower(behind), "is" | "hangs" | "stands" | "lies" | "survives" | "belongs" | "exists");
    let at_place = (behind + 1..behind + 4)
        .any(|at| matches!(line.lower(at), "in" | "at" | "to") && (line.named(at + 1) || line.named(at + 2)));
    let denied = line.has(behind..behind + 3, &["not", "no", "never", "lost", "planned", "being"]);
    let keys = vec![line.words[head].lemma.clone()];
    (second && there && at_place && !denied && at < 2).then(|| Mark { keys, ..plain(line, at, Kind::Fellow) })
}

/// "Built like the one at Terra Hill."
fn like_the_one(line: &Line, at: usize) -> Option<Mark> {
    let one = matches!(line.lower(at + 1), "the" | "that") && matches!(line.lower(at + 2), "one" | "in" | "at" | "on");
    let end = if line.lower(at + 2) == "one" { at + 3 } else { at + 2 };
    let placed =
        one && matches!(line.lower(end), "in" | "at" | "on" | "near") && (line.named(end + 1) || line.named(end + 2));
    let not = line.has(0..at, &["not", "no", "never", "nothing", "unlike", "hardly"]);
    (placed && !not).then(|| plain(line, at, Kind::Another))
}

/// "Two of the seven directors are women."
fn some_of(line: &Line, at: usize) -> Option<Mark> {
    let count = super::window::number(line.before(at, 1)).filter(|count| (2..30).contains(count))?;
    let start = if matches!(line.lower(at + 1), "the" | "its" | "their" | "these") { at + 2 } else { at + 1 };
    let (_, behind) = line.noun(start).or_else(|| line.noun(start + 1))?;
    let be = (behind..behind + 6).find(|&at| matches!(line.lower(at), "are" | "were"))?;
    let (head, _) = line.noun(be + 1)?;
    let keys = vec![line.words[head].lemma.clone()];
    Some(Mark { keys, weak: true, ..plain(line, at, Kind::Several(u32::from(count.unsigned_abs()))) })
}

/// "Only one rider has won it more than once", "no one else has won it twice".
fn only_again(line: &Line, at: usize) -> Option<Mark> {
    let segment = at..line.segment(at).end;
    let again = segment.clone().find(|&at| AGAIN.iter().any(|words| line.reads(at, words)))?;
    let have = line.has(segment.clone(), &["has", "have", "had"]);
    let wins = segment.clone().any(|at| WINS.contains(&line.lemma(at)));
    let sole = match line.lower(at) {
        "only" => line.lower(at + 1) == "one" || line.before(at, 1) == "the",
        _ => line.has(segment.clone(), &["else", "other"]),
    };
    (have && wins && sole && again > at + 2).then(|| Mark {
        of: segment.collect(),
        keys: vec!["win".into()],
        ..plain(line, at, Kind::OnlyAgain)
    })
}

/// "Who won it in 2009, 2011 and 2014", "three-time winner".
fn times(line: &Line) -> Option<Mark> {
    let is_year = |at: usize| year(line.lower(at)).is_some();
    let listed =
        (0..line.words.len()).find(|&at| is_year(at) && (matches!(line.lower(at + 1), "and" | ",") && is_year(at + 2)));
    let title = || {
        (0..line.words.len()).find(|&at| {
            matches!(line.lower(at), "two-time" | "three-time" | "four-time" | "five-time" | "twice" | "double")
                && matches!(line.lemma(at + 1), "winner" | "champion" | "victor")
        })
    };
    let at = listed.or_else(title)?;
    // "came second to Ana Ruiz in 2009, 2011 and 2014"
    let near = at.saturating_sub(10)..(at + 6).min(line.words.len());
    let wins = near.clone().any(|at| WINS.contains(&line.lemma(at)) || line.lower(at) == "among");
    let other =
        line.has(near, &["second", "third", "lost", "runner-up", "not", "never", "without", "losing", "places"]);
    (wins && !other).then(|| Mark { of: (0..line.words.len()).collect(), ..plain(line, at, Kind::Times) })
}
