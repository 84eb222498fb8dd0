//! Whether two answers are of one thing, one time, and not both to be had.

use super::read::Answer;
use super::table::Of;
use crate::check::order::event::Dated;
use crate::check::order::likeness::of_a_row;
use crate::check::outcome::{Sameness, Thing, same};
use crate::check::support::{ONE_DAY, far, of_article, old, once_more};
use crate::graph::{Likeness, Story, compare_parties, lead, shared, strangers, synonyms};

/// How much of their surroundings two answers share: where what they are of is known, or known by its noun only, or by the story.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.5;
const CONTEXT_STORY: f32 = 1.5;
/// Of it, how much what their articles begin with may make up for.
const LEADS: f32 = 0.5;
/// Days between the reports, and between an answer and its report.
const DAYS: i32 = 5;
const NEWS: i32 = 45;

/// The first condition that failed; `all` are the answers to their question, in the order of articles.
pub(super) fn judge(story: &Story, a: &Answer, b: &Answer, all: &[&Answer]) -> Result<(), &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.article == b.article, "they stand in one article")?;
    never(a.holds == b.holds, "both give one answer")?;
    never(a.planned != b.planned && (past(a) || past(b)), "one looks ahead, the other back")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different weeks")?;
    never(two_times(story, a, b), "they are of different times")?;
    let second = |answer: &Answer| once_more(&story.articles[answer.article], answer.span);
    never(second(a) || second(b), "one tells of a second time")?;
    let needed = of_one(story, a, b)?;
    let (one, two) = ((a.article, a.span), (b.article, b.span));
    let known = a.topics.iter().chain(&b.topics).filter(|topic| topic.named()).count() > 1;
    never(!known && strangers(story, one, two), "each names somebody of whom the other article knows nothing")?;
    let day = if a.around(story).shares_day(b.around(story)) { ONE_DAY } else { 0.0 };
    let near = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    let whole = || shared(story, (a.article, &lead(story, a.article)), (b.article, &lead(story, b.article))) * LEADS;
    never(near < needed && near + whole() < needed, "too little of what stands around them agrees")?;
    never(
        told_both(story, all, a) || told_both(story, all, b),
        "one article tells of both, as of two times or two parts",
    )
}

fn past(answer: &Answer) -> bool {
    !answer.planned && !answer.when.is_empty()
}

/// How much of the surroundings has to agree for them to be of one thing.
fn of_one(story: &Story, a: &Answer, b: &Answer) -> Result<f32, &'static str> {
    let each = || a.topics.iter().flat_map(|x| b.topics.iter().map(move |y| (x, y)));
    match a.wording.of {
        Of::Own => Ok(CONTEXT_STORY),
        Of::OneOf(_) | Of::Loose(_) => {
            let known = !(a.topics.is_empty() && b.topics.is_empty());
            let fits = a.topics.is_empty() || b.topics.is_empty() || each().any(|(x, y)| fits(story, x, y));
            if known && fits { Ok(CONTEXT_STORY) } else { Err("they are told of different things") }
        }
        _ => match each().filter_map(|(x, y)| same(story, x, y)).max() {
            Some(Sameness::Known) => Ok(CONTEXT_KNOWN),
            Some(Sameness::Noun) => Ok(CONTEXT_NOUN),
            None => Err("they are not known to be of one person or thing"),
        },
    }
}

/// Whether two of a sort may be one: no names, numbers or places in a row that tell them apart.
fn fits(story: &Story, a: &Thing, b: &Thing) -> bool {
    if let (Some(x), Some(y)) = (a.part.party, b.part.party) {
        return compare_parties(&story.identities, x, y) != Likeness::Different;
    }
    let people = a.person && b.person && a.part.head != b.part.head && !synonyms(&a.part.head, &b.part.head);
    let anybody =
        |thing: &Thing| matches!(thing.part.head.as_str(), "people" | "family" | "household" | "resident" | "person");
    of_a_row(&a.part) == of_a_row(&b.part) && (!people || anybody(a) && anybody(b)) && !a.apart(story, b)
}

/// Whether each is dated, and no day is both's; or one is of long ago.
fn two_times(story: &Story, a: &Answer, b: &Answer) -> bool {
    let disjoint = |x: &Dated, y: &Dated| x.value.disjoint(&y.value, x.zone, y.zone);
    let apart =
        !a.when.is_empty() && !b.when.is_empty() && a.when.iter().all(|x| b.when.iter().all(|y| disjoint(x, y)));
    let past = |answer: &Answer, other: &Answer| {
        let long_ago = |when: &Dated| old(story, answer.article, when, answer.planned, NEWS);
        other.when.is_empty() && !answer.when.is_empty() && answer.when.iter().all(long_ago)
    };
    apart || past(a, b) || past(b, a)
}

/// Whether the article of an answer gives the other answer too about what may be the same.
fn told_both(story: &Story, all: &[&Answer], own: &Answer) -> bool {
    let beside = of_article(all, own.article, |answer| answer.article);
    let like = |other: &Answer| {
        let mut each = own.topics.iter().flat_map(|x| other.topics.iter().map(move |y| (x, y)));
        own.topics.is_empty() || other.topics.is_empty() || each.any(|(x, y)| fits(story, x, y))
    };
    beside.iter().any(|other| other.holds != own.holds && like(other))
}
