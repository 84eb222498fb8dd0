//! "Twelve men and five women" is seventeen people: lists of people of different kinds, added up.

use super::context::{Context, Counted, Draft};
use super::words::Kind;
use crate::annotate::quantity::{Bound, Unit};

/// Kinds of people of whom nobody is two at once in a list. "People" and the like are left out: in "12 people, five
/// of them women" or "12 people, seven men and five women" they are the sum already.
const KINDS: [&str; 22] = [
    "man",
    "woman",
    "boy",
    "girl",
    "child",
    "adult",
    "baby",
    "infant",
    "toddler",
    "teenager",
    "pensioner",
    "soldier",
    "civilian",
    "officer",
    "policeman",
    "guard",
    "firefighter",
    "passenger",
    "pilot",
    "villager",
    "militant",
    "policewoman",
];

/// Adds up each list of people among the drafts of one sentence.
pub(super) fn read(context: &Context<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut sums = Vec::new();
    let mut from = 0;
    while from < drafts.len() {
        let Some(mut end) = end_of_term(&drafts[from]) else {
            from += 1;
            continue;
        };
        let mut terms = vec![&drafts[from]];
        for draft in &drafts[from + 1..] {
            match end_of_term(draft).filter(|_| follows(context, end, draft.start)) {
                Some(next) => end = next,
                None => break,
            }
            terms.push(draft);
        }
        from += terms.len();
        sums.extend(sum(context, &terms, end));
    }
    sums
}

/// Where the counted noun of a term ends; `None` for what cannot be one.
fn end_of_term(draft: &Draft) -> Option<usize> {
    let counted = draft.counted.as_ref().filter(|counted| KINDS.contains(&counted.lemma.as_str()))?;
    (draft.unit == Unit::Count && counted.start >= draft.end).then_some(counted.end)
}

fn follows(context: &Context<'_>, end: usize, start: usize) -> bool {
    match start.checked_sub(end) {
        Some(1) => matches!(context.word(end), "and" | "," | "&"),
        Some(2) => context.word(end) == "," && context.word(end + 1) == "and",
        _ => false,
    }
}

fn sum(context: &Context<'_>, terms: &[&Draft], mut end: usize) -> Option<Draft> {
    let first = terms.first()?;
    let mut total = Draft { unit: Unit::Count, low: 0.0, high: 0.0, ..(*first).clone() };
    for term in terms {
        total.low += term.low;
        total.high += term.high;
        total.step = total.step.max(term.step);
        total.bound = added(total.bound, term.bound)?;
    }
    if let Some(last) = single(context, end) {
        total.low += 1.0;
        total.high += 1.0;
        end = last;
    } else if terms.len() < 2 {
        return None;
    }
    total.end = end;
    total.counted = Some(Counted { lemma: "person".into(), start: first.counted.as_ref()?.start, end });
    Some(total)
}

/// "and a boy": one more. Gives the piece after it.
fn single(context: &Context<'_>, end: usize) -> Option<usize> {
    let and = usize::from(context.word(end) == ",");
    let article = matches!((context.word(end + and), context.word(end + and + 1)), ("and", "a" | "an"));
    let noun = end + and + 2;
    (article && context.kind(noun) == Kind::Word && KINDS.contains(&context.word(noun))).then_some(noun + 1)
}

/// The bound of a sum; terms bounded to both sides bound it to neither.
fn added(one: Bound, other: Bound) -> Option<Bound> {
    use Bound::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan};
    Some(match (one, other) {
        (Exactly, bound) | (bound, Exactly) | (About, bound) | (bound, About) => bound,
        (AtLeast | MoreThan, AtLeast | MoreThan) => AtLeast,
        (AtMost | LessThan, AtMost | LessThan) => AtMost,
        _ => return None,
    })
}
