//! Whether two articles give one deed to two who are known to be two.
//!
//! Precision first: what it is done to has to be one thing, both doers have to be known by name and be of one kind, and an
//! article that gives such a deed to two of its own tells of two deeds.

use super::read::Deed;
use crate::annotate::mention::EntityKind;
use crate::check::outcome::{Sameness, same};
use crate::check::support::{ONE_DAY, far, of_article, old, one_day};
use crate::graph::{Likeness, Story, compare_parties, shared};

/// How much of their surroundings two passages share: about a thing that is known, or by its noun alone.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.75;
/// Days between the reports of one deed, and between a deed and its report.
const DAYS: i32 = 10;
const NEWS: i32 = 45;
/// Classes of what a body does for its members, and a person for a body.
const OF_BODIES: &[&str] = &["buy", "sell", "win", "publish", "hold", "file", "found", "donate", "call"];

/// Whether two deeds are one with two doers, else the first condition that failed; `all` are those of their class, in the
/// order of articles.
pub(super) fn judge(story: &Story, a: &Deed, b: &Deed, all: &[&Deed]) -> Result<(), &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.class != b.class, "they are of different deeds")?;
    never(a.article == b.article, "they stand in one article")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different weeks")?;
    never(a.planned != b.planned, "one is still to come")?;
    let disjoint = a.when.zip(b.when).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone));
    let past = |deed: &Deed| deed.when.is_some_and(|when| old(story, deed.article, &when, deed.planned, NEWS));
    never(disjoint || past(a) != past(b), "they are of different times")?;
    never(compare_parties(&story.identities, a.doer, b.doer) != Likeness::Different, "they may be done by one")?;
    never(a.others.contains(&b.doer) || b.others.contains(&a.doer), "one handed it on to the other")?;
    let kind = |deed: &Deed| story.identities.party(deed.doer).kind;
    let bodies = kind(a) == EntityKind::Body;
    let kinds = kind(a) == kind(b) && (!bodies || OF_BODIES.contains(&a.class) && !akin(story, a, b));
    never(!kinds, "one may have done it for the other")?;
    never(!a.thing.part.definite && !b.thing.part.definite && !either_named(a, b), "neither says which it is")?;
    let sameness = same(story, &a.thing, &b.thing).ok_or("they are not known to be done to one thing")?;
    let day = if one_day(a.when, b.when) { ONE_DAY } else { 0.0 };
    let common = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    let needed = if sameness == Sameness::Known { CONTEXT_KNOWN } else { CONTEXT_NOUN };
    never(common < needed, "too little of what stands around them agrees")?;
    never(another(story, a, all) || another(story, b, all), "one article gives such a deed to two")
}

/// Whether what it is done to has a name: two may each write a letter to the governor.
fn either_named(a: &Deed, b: &Deed) -> bool {
    a.thing.part.party.is_some() || b.thing.part.party.is_some()
}

/// Bodies that share a word of their names may be parts of one: "Nordlink", "Nordlink Ferries".
fn akin(story: &Story, a: &Deed, b: &Deed) -> bool {
    let name = |deed: &Deed| story.identities.party(deed.doer).name.to_lowercase();
    let (one, two) = (name(a), name(b));
    one.split_whitespace().any(|word| two.split_whitespace().any(|other| word == other))
}

/// Whether the article gives such a deed to somebody else too.
fn another(story: &Story, own: &Deed, all: &[&Deed]) -> bool {
    of_article(all, own.article, |other| other.article).iter().any(|other| {
        other.thing.part.head == own.thing.part.head
            && compare_parties(&story.identities, own.doer, other.doer) != Likeness::Same
    })
}
