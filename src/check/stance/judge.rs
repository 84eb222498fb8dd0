//! Whether two stances are one's, of one thing and one time, and exclude each other.

use super::read::Stance;
use crate::check::order::likeness::like;
use crate::check::outcome::same;
use crate::check::support::{ONE_DAY, far, of_article, one_day};
use crate::graph::{Likeness, Story, shared, strangers, synonyms};

/// How much of their surroundings two stances share: of somebody known by name, or by a noun alone.
const CONTEXT_NAMED: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.25;
/// Days between the reports of one stance: minds change.
const DAYS: i32 = 1;

/// The first condition that failed; `all` are those of their question, in the order of articles.
pub(super) fn judge(story: &Story, a: &Stance, b: &Stance, all: &[&Stance]) -> Result<(), &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.article == b.article, "they stand in one article")?;
    never(a.holds == b.holds, "both give one answer")?;
    never((a.denied || b.denied) && a.verb != b.verb, "not to do the one is not to do the other")?;
    never(like(story, &a.holder, &b.holder) != Likeness::Same, "they are not known to be of one person or body")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different days, and minds change")?;
    let times = a.when.zip(b.when).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone));
    never(times || a.when.is_some() != b.when.is_some() && old(a, b), "they are of different times")?;
    if let (Some(x), Some(y)) = (&a.thing, &b.thing) {
        never(same(story, x, y).is_none(), "they are not known to be of one thing")?;
    }
    never(two_matters(a, b), "they are told of different matters")?;
    let day = if one_day(a.when, b.when) { ONE_DAY } else { 0.0 };
    let common = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    let named = a.holder.party.is_some() && b.holder.party.is_some();
    never(common < if named { CONTEXT_NAMED } else { CONTEXT_NOUN }, "too little of what stands around them agrees")?;
    never(
        strangers(story, (a.article, a.span), (b.article, b.span)),
        "each names somebody of whom the other article knows nothing",
    )?;
    never(
        told_both(story, all, a) || told_both(story, all, b),
        "one article tells of both, as of two times or two sides",
    )
}

/// Only one is dated: a time of years or months is another than that of the news.
fn old(a: &Stance, b: &Stance) -> bool {
    let coarse =
        |stance: &Stance| stance.when.is_some_and(|when| when.value.grain > crate::annotate::time::Grain::Days);
    coarse(a) || coarse(b)
}

/// "Blamed for the debts", "cleared of fraud"; "apologised to the family", "offered no apology to the press": both name whom
/// or what it is about, and it is not one.
fn two_matters(a: &Stance, b: &Stance) -> bool {
    let about = |stance: &'_ Stance| -> Vec<String> {
        let about = stance
            .beside
            .iter()
            .filter(|(preposition, _)| matches!(preposition.as_str(), "for" | "of" | "over" | "about"));
        about.map(|(_, noun)| noun.to_string()).collect()
    };
    let to = |stance: &'_ Stance| -> Vec<String> {
        let to = stance.beside.iter().filter(|(preposition, _)| preposition == "to");
        to.map(|(_, noun)| noun.to_string()).collect()
    };
    let apart = |x: &[String], y: &[String]| {
        !x.is_empty() && !y.is_empty() && !x.iter().any(|one| y.iter().any(|two| one == two || synonyms(one, two)))
    };
    apart(&about(a), &about(b)) || apart(&to(a), &to(b))
}

/// Whether the article of a stance gives the other answer of the same one too.
fn told_both(story: &Story, all: &[&Stance], own: &Stance) -> bool {
    let beside = of_article(all, own.article, |stance| stance.article);
    beside
        .iter()
        .any(|other| other.holds != own.holds && like(story, &own.holder, &other.holder) != Likeness::Different)
}
