//! Whether two articles put one thing in two places at one time.

use super::read::Stay;
use super::site::{Lie, Sentences, lie};
use crate::check::order::likeness::parts;
use crate::check::outcome::{Sameness, same};
use crate::check::support::{self, ONE_DAY, far, of_article, one_day};
use crate::graph::{Likeness, Story, shared};
use crate::source::Span;

/// How much of their surroundings two passages share: about a thing that is known, and by its noun or a pronoun alone.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.25;
/// What it says that the same acted.
const ACTORS: f32 = 0.5;
/// Days between the reports of one event, and between an event and its report.
const DAYS: i32 = 4;
const NEWS: i32 = 30;
/// Classes of what lasts and may change from day to day.
const LASTING: &[&str] = &["hold", "treat"];

/// Classes of what comes to a port or a beach.
const PORTS: &[&str] = &["haul", "ashore", "aground"];

/// The bytes of the two places; `all` are the stays of their class, in the order of articles.
pub(super) fn judge(story: &Story, sentences: &Sentences, a: &Stay, b: &Stay, all: &[&Stay]) -> Option<[Span; 2]> {
    if a.article == b.article || a.planned != b.planned || far(story, a.article, b.article, DAYS) {
        return None;
    }
    let undated = a.when.is_none() && b.when.is_none();
    let day = one_day(a.when, b.when) || undated && a.around(story).shares_day(b.around(story));
    let now = LASTING.contains(&a.class) && a.present && b.present;
    let disjoint = !now && a.when.zip(b.when).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone));
    let old = |stay: &Stay| stay.when.is_some_and(|when| support::old(story, stay.article, &when, stay.planned, NEWS));
    if disjoint || old(a) || old(b) || !now && a.when.is_some() != b.when.is_some() && LASTING.contains(&a.class) {
        return None;
    }
    let sameness = match (&a.thing, &b.thing) {
        (Some(x), Some(y)) => Some(same(story, x, y)?),
        // "It landed at …": whatever lands on that day in this story.
        _ if a.class == "land" => None,
        _ => return None,
    };
    let actors = parts(story, &a.agents, &b.agents) == Some(Likeness::Same);
    let common = shared(story, (a.article, a.around(story)), (b.article, b.around(story)))
        + if day { ONE_DAY } else { 0.0 }
        + if actors { ACTORS } else { 0.0 };
    if common < CONTEXT_KNOWN {
        return None;
    }
    let spans = apart(sentences, a, b)?;
    let known = sameness == Some(Sameness::Known);
    let needed = if known { CONTEXT_KNOWN } else { CONTEXT_NOUN };
    let lone = !known && !day;
    (common >= needed && !lone && alone(sentences, a, all) && alone(sentences, b, all)).then_some(spans)
}

/// The first two places that are apart, where none of them may be one.
fn apart(sentences: &Sentences, a: &Stay, b: &Stay) -> Option<[Span; 2]> {
    let mut found = None;
    for (x, one) in &a.sites {
        for (y, two) in &b.sites {
            match lie(sentences, x, y, PORTS.contains(&a.class)) {
                Lie::Together => return None,
                Lie::Apart => found = found.or(Some([*one, *two])),
                Lie::Unknown => {}
            }
        }
    }
    found
}

/// Whether its article puts nothing else of the sort, and not the thing itself, in another place.
fn alone(sentences: &Sentences, a: &Stay, all: &[&Stay]) -> bool {
    let own = of_article(all, a.article, |other| other.article);
    own.iter().filter(|other| other.span != a.span).all(|other| {
        let may_be = match (&a.thing, &other.thing) {
            (Some(x), Some(y)) => x.part.head == y.part.head || x.part.party.is_some() && x.part.party == y.part.party,
            _ => true,
        };
        !may_be || apart(sentences, a, other).is_none()
    })
}
