//! Whether two causes are of one event and exclude each other.

use super::read::Cause;
use super::table::exclude;
use crate::check::conflict::Severity;
use crate::check::order::event::Part;
use crate::check::order::likeness::parts;
use crate::check::outcome::{Sameness, same};
use crate::check::support::{ONE_DAY, far, of_article, old, one_day};
use crate::graph::{Likeness, Story, shared, strangers};

/// How much of their surroundings two causes share: of an event that is known, or by its noun alone; and what it says that one
/// and the same body tells both.
const CONTEXT_KNOWN: f32 = 0.75;
const CONTEXT_NOUN: f32 = 1.25;
const ONE_TELLER: f32 = 0.75;
/// Days between the reports of one cause: later it may have been found out.
const DAYS: i32 = 3;
/// Days between an event and its report.
const NEWS: i32 = 45;

/// Who finds out causes: what they tell is as good as told by the paper itself.
const FINDERS: &[&str] = &[
    "police",
    "investigator",
    "fire service",
    "firefighter",
    "brigade",
    "service",
    "chief",
    "coroner",
    "official",
    "expert",
    "inquiry",
    "inquest",
    "report",
    "engineer",
    "authority",
    "prosecutor",
    "officer",
    "detective",
    "agency",
    "ministry",
    "pathologist",
    "doctor",
    "board",
    "inspector",
    "commission",
    "court",
    "judge",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "operator",
    "examiner",
];

/// How grave it is where the causes contradict each other, else the first condition that failed; `all` are those of their
/// sort of event, in the order of articles.
pub(super) fn judge(story: &Story, a: &Cause, b: &Cause, all: &[&Cause]) -> Result<Severity, &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.article == b.article, "they stand in one article")?;
    let apart = a.classes.iter().all(|one| b.classes.iter().all(|two| exclude(one, two)));
    never(!apart, "one may be the other in other words, or go with it")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different days, and causes are found out")?;
    let times = a.when.zip(b.when).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone));
    never(times, "they are of different times")?;
    let past = |cause: &Cause| cause.when.is_some_and(|when| old(story, cause.article, &when, false, NEWS));
    never(past(a) != past(b), "one is of another year")?;
    let sameness = same(story, &a.thing, &b.thing).ok_or("they are not known to be of one event")?;
    let tellers = parts(story, &a.teller, &b.teller).or_else(|| by_noun(&a.teller, &b.teller));
    let told = !a.teller.is_empty() && !b.teller.is_empty();
    let one = tellers == Some(Likeness::Same) || by_noun(&a.teller, &b.teller) == Some(Likeness::Same);
    never(told && !one && !(finds(&a.teller) && finds(&b.teller)), "two tell it, each for themselves")?;
    let claim = |own: &Cause, other: &Cause| !own.teller.is_empty() && other.teller.is_empty() && !finds(&own.teller);
    never(claim(a, b) || claim(b, a), "one only claims it")?;
    let day = if one_day(a.when, b.when) { ONE_DAY } else { 0.0 };
    let common = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    let common = common + if one { ONE_TELLER } else { 0.0 };
    let needed = if sameness == Sameness::Known { CONTEXT_KNOWN } else { CONTEXT_NOUN };
    never(common < needed, "too little of what stands around them agrees")?;
    never(
        strangers(story, (a.article, a.span), (b.article, b.span)),
        "each names somebody of whom the other article knows nothing",
    )?;
    never(several(all, a, b) || several(all, b, a), "one article tells of several such causes")?;
    Ok(Severity::Warning)
}

/// "Police" and "police": bodies known by one noun.
fn by_noun(a: &[Part], b: &[Part]) -> Option<Likeness> {
    let same = |x: &Part| b.iter().any(|y| !x.head.is_empty() && x.head == y.head && x.modifiers == y.modifiers);
    a.iter().any(same).then_some(Likeness::Same)
}

/// Whether whoever tells it finds out causes.
fn finds(tellers: &[Part]) -> bool {
    tellers.iter().any(|part| FINDERS.contains(&part.head.as_str()))
}

/// Whether the article of a cause tells another cause of such an event too.
fn several(all: &[&Cause], own: &Cause, other: &Cause) -> bool {
    let beside = of_article(all, own.article, |cause| cause.article);
    let like = |cause: &Cause| cause.names() != own.names() || cause.names() == other.names();
    let event =
        |cause: &Cause| cause.thing.part.head == own.thing.part.head && cause.thing.part.party == own.thing.part.party;
    beside.iter().any(|cause| event(cause) && like(cause))
}
