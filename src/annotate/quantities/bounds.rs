//! Words that bound a figure or blur it: "at least", "nearly", "or so".

use super::context::{Context, Draft};
use super::counted;
use super::pieces::Join;
use crate::annotate::quantity::{Bound, Unit};

/// Phrases before a figure; of those that fit, the longest is meant.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["at", "least"], Bound::AtLeast),
    (&["at", "a", "minimum"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["not", "fewer", "than"], Bound::AtLeast),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["minimum"], Bound::AtLeast),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["from", "as", "little", "as"], Bound::AtLeast),
    (&["more", "than"], Bound::MoreThan),
    (&["well", "over"], Bound::MoreThan),
    (&["well", "above"], Bound::MoreThan),
    (&["well", "more", "than"], Bound::MoreThan),
    (&["far", "more", "than"], Bound::MoreThan),
    (&["greater", "than"], Bound::MoreThan),
    (&["higher", "than"], Bound::MoreThan),
    (&["older", "than"], Bound::MoreThan),
    (&["longer", "than"], Bound::MoreThan),
    (&["over"], Bound::MoreThan),
    (&["above"], Bound::MoreThan),
    (&["exceeding"], Bound::MoreThan),
    (&["upwards", "of"], Bound::MoreThan),
    (&["upward", "of"], Bound::MoreThan),
    (&["north", "of"], Bound::MoreThan),
    (&["in", "excess", "of"], Bound::MoreThan),
    (&["at", "most"], Bound::AtMost),
    (&["at", "the", "most"], Bound::AtMost),
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "longer", "than"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "high", "as"], Bound::AtMost),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["maximum"], Bound::AtMost),
    (&["less", "than"], Bound::LessThan),
    (&["fewer", "than"], Bound::LessThan),
    (&["lower", "than"], Bound::LessThan),
    (&["younger", "than"], Bound::LessThan),
    (&["well", "under"], Bound::LessThan),
    (&["well", "below"], Bound::LessThan),
    (&["under"], Bound::LessThan),
    (&["below"], Bound::LessThan),
    (&["short", "of"], Bound::LessThan),
    (&["just", "over"], Bound::About),
    (&["just", "under"], Bound::About),
    (&["just", "above"], Bound::About),
    (&["just", "below"], Bound::About),
    (&["just", "more", "than"], Bound::About),
    (&["just", "less", "than"], Bound::About),
    (&["just", "short", "of"], Bound::About),
    (&["just", "shy", "of"], Bound::About),
    (&["little", "over"], Bound::About),
    (&["little", "under"], Bound::About),
    (&["little", "more", "than"], Bound::About),
    (&["little", "less", "than"], Bound::About),
    (&["bit", "over"], Bound::About),
    (&["bit", "under"], Bound::About),
    (&["bit", "more", "than"], Bound::About),
    (&["bit", "less", "than"], Bound::About),
    (&["slightly", "over"], Bound::About),
    (&["slightly", "under"], Bound::About),
    (&["slightly", "above"], Bound::About),
    (&["slightly", "below"], Bound::About),
    (&["slightly", "more", "than"], Bound::About),
    (&["slightly", "less", "than"], Bound::About),
    (&["slightly", "fewer", "than"], Bound::About),
    (&["close", "to"], Bound::About),
    (&["nearer", "to"], Bound::About),
    (&["in", "the", "region", "of"], Bound::About),
    (&["in", "the", "order", "of"], Bound::About),
    (&["somewhere", "around"], Bound::About),
    (&["something", "like"], Bound::About),
    (&["or", "about"], Bound::About),
    (&["estimated"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["some"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["approx"], Bound::About),
    (&["approaching"], Bound::About),
    (&["circa"], Bound::About),
    (&["perhaps"], Bound::About),
    (&["maybe"], Bound::About),
    (&["virtually"], Bound::About),
    (&["barely"], Bound::About),
    (&["~"], Bound::About),
    (&["c."], Bound::About),
];

/// Phrases after a figure or after what it counts.
const AFTER: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::AtLeast),
    (&["or", "over"], Bound::AtLeast),
    (&["or", "older"], Bound::AtLeast),
    (&["and", "over"], Bound::AtLeast),
    (&["and", "above"], Bound::AtLeast),
    (&["and", "older"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["plus"], Bound::AtLeast),
    (&["+"], Bound::AtLeast),
    (&["or", "fewer"], Bound::AtMost),
    (&["or", "less"], Bound::AtMost),
    (&["or", "under"], Bound::AtMost),
    (&["and", "under"], Bound::AtMost),
    (&["or", "younger"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["at", "the", "most"], Bound::AtMost),
    (&["or", "so"], Bound::About),
    (&["or", "thereabouts"], Bound::About),
    (&["odd"], Bound::About),
];

/// Adds the bounds around a figure; its pieces grow by those that stand directly beside it.
pub(super) fn apply(context: &Context<'_>, draft: &mut Draft) {
    // Two at most: "more than about 50". A direction says more than a blur, the outer direction more than the inner.
    for _ in 0..2 {
        let Some((length, bound)) = before(context, draft) else { break };
        draft.start -= length;
        draft.bound = combined(bound, draft.bound);
        absorb_articles(context, draft, bound);
    }
    let places = [Some(draft.end), draft.counted.as_ref().map(|counted| counted.end)];
    for (index, place) in places.into_iter().enumerate() {
        let Some((length, bound)) = place.and_then(|place| after(context, place)) else { continue };
        draft.bound = combined(bound, draft.bound);
        if index == 0 {
            draft.end += length;
            // "50 or more people"
            if draft.unit == Unit::Count && draft.counted.is_none() {
                draft.counted = counted::read(context, draft.end, false);
            }
        }
        break;
    }
}

fn combined(outer: Bound, inner: Bound) -> Bound {
    match (outer, inner) {
        (outer, Bound::Exactly | Bound::About) if outer != Bound::Exactly => outer,
        (Bound::About | Bound::Exactly, inner) => inner,
        (outer, _) => outer,
    }
}

fn before(context: &Context<'_>, draft: &Draft) -> Option<(usize, Bound)> {
    let fits = |phrase: &[&str]| {
        phrase.len() <= draft.start
            && phrase.iter().rev().enumerate().all(|(back, word)| context.before(draft.start, back + 1) == *word)
    };
    let (phrase, bound) = BEFORE.iter().filter(|(phrase, _)| fits(phrase)).max_by_key(|(phrase, _)| phrase.len())?;
    match phrase {
        [single] if is_preposition(context, draft, single) => None,
        _ => Some((phrase.len(), *bound)),
    }
}

/// "talks about two issues", "over three weeks", "under one roof": a preposition, no bound.
fn is_preposition(context: &Context<'_>, draft: &Draft, word: &str) -> bool {
    const ADVERBS_OF_LENGTH: [&str; 17] = [
        "for", "last", "lasted", "lasts", "took", "take", "takes", "spent", "after", "of", "within", "is", "was", "a",
        "an", "the", "and",
    ];
    let prepositional = matches!(word, "about" | "over" | "under" | "above" | "below" | "around");
    if !prepositional {
        return false;
    }
    match draft.unit {
        Unit::Count => draft.high < 10.0 && draft.low.fract() == 0.0,
        Unit::Duration if matches!(word, "over" | "under") => {
            !ADVERBS_OF_LENGTH.contains(&context.before(draft.start, 2))
        }
        _ => false,
    }
}

/// "a little over", "an estimated": the words belong to the bound.
fn absorb_articles(context: &Context<'_>, draft: &mut Draft, bound: Bound) {
    let first = context.word(draft.start);
    if bound == Bound::About
        && matches!(first, "little" | "bit" | "estimated")
        && matches!(context.before(draft.start, 1), "a" | "an")
    {
        draft.start -= 1;
    }
}

fn after(context: &Context<'_>, at: usize) -> Option<(usize, Bound)> {
    let fits = |phrase: &[&str]| phrase.iter().enumerate().all(|(place, word)| context.word(at + place) == *word);
    let (phrase, bound) = AFTER.iter().filter(|(phrase, _)| fits(phrase)).max_by_key(|(phrase, _)| phrase.len())?;
    // "odd" and "plus" as words of their own mean something else.
    if matches!(phrase, ["odd" | "plus" | "+"]) && context.joined(at, Join::Token) && *phrase != ["+"] {
        return None;
    }
    Some((phrase.len(), *bound))
}
