//! Whether two mentions are one event, and whether its times or places exclude each other.
//!
//! Precision first: a class, a shared part that can be picked out, no part known to differ, and surroundings that agree;
//! more of these where the event is of a sort that happens again. One article that tells of two such events tells them
//! apart, so that neither is held against another's.

use super::apart::{Apart, places, times};
use super::read::Happening;
use super::same::{STORY, WEAK, named, of_the_story, same};
use crate::annotate::time::Grain;
use crate::check::conflict::Check;
use crate::check::order::event::{Event, Part};
use crate::check::order::lexicon;
use crate::check::order::likeness::like;
use crate::check::support::{ONE_DAY, far, of_article, one_day};
use crate::check::whereabouts::Sentences;
use crate::graph::{Likeness, Story, shared};
use crate::source::Span;

/// How much of their surroundings two mentions share that tell of one event: of a sort that happens once, or again.
const CONTEXT_ONCE: f32 = 1.5;
const CONTEXT_AGAIN: f32 = 2.0;
/// More where a part is not known to agree, or the place is another clause's.
const CONTEXT_WEAK: f32 = 0.5;
/// Days between the reports of one event.
const DAYS: i32 = 10;

/// What two mentions of one event contradict each other in.
pub(super) struct Finding {
    pub(super) check: Check,
    /// Bytes of the two times or places.
    pub(super) spans: [Span; 2],
    pub(super) reason: String,
    /// Whether the event is of a sort that happens once.
    pub(super) sure: bool,
}

/// The conflict between two mentions of a class, or why there is none; `others` are all mentions of that class, in
/// the order of articles.
pub(super) fn judge(
    (story, sentences): (&Story, &Sentences),
    class: &str,
    a: &Happening,
    b: &Happening,
    others: &[&Happening],
) -> Result<Finding, &'static str> {
    if a.planned != b.planned && !(lexicon::once(class) && kept(story, a, b)) {
        return Err("one is still to come, the other has been");
    }
    if a.event.marks != b.event.marks {
        return Err("words beside them tell them apart");
    }
    if far(story, a.event.article, b.event.article, DAYS) {
        return Err("the articles are of different weeks");
    }
    let of_one = |x: &Part, y: &Part| lexicon::noun(&x.head) == lexicon::noun(&y.head);
    if !a.users.is_empty() && !b.users.is_empty() && !a.users.iter().any(|x| b.users.iter().any(|y| of_one(x, y))) {
        return Err("they are for different people or things");
    }
    let (check, spans) = match (times(story, class, a, b), places(sentences, a, b)) {
        (Apart::Yes(spans), Apart::No | Apart::Unknown) => (Check::Time, spans),
        (Apart::No | Apart::Unknown, Apart::Yes(spans)) if !dated_apart(a, b) => (Check::Place, spans),
        (_, Apart::Yes(_)) => return Err("they are of two times and places"),
        _ => return Err("neither their times nor their places exclude each other"),
    };
    let own = |side: &Happening, span: Span| side.sites.iter().any(|(_, site)| *site == span);
    let borrowed = |side: &Happening, span: Span| check == Check::Place && side.borrowed && !own(side, span);
    let (one, two) = (borrowed(a, spans[0]), borrowed(b, spans[1]));
    if check == Check::Place && (one && two || stale(a, b) || stale(b, a) || a.planned != b.planned) {
        return Err("the place is another clause's, or the times are not both known");
    }
    let words = |side: &Happening, span| story.slice(side.event.article, span).to_lowercase();
    if words(a, spans[0]) == words(b, spans[1]) {
        return Err("both are told in the same words");
    }
    let what = same(story, class, &a.event, &b.event)
        .or_else(|| {
            (of_the_story(a, b) && (lexicon::once(class) || check == Check::Place && named(a, b))).then_some(STORY)
        })
        .ok_or("who acts or what is acted upon is not known to be the same")?;
    let single = lexicon::once(class);
    let weaker = what == WEAK || what == STORY || one || two;
    let needed = if single { CONTEXT_ONCE } else { CONTEXT_AGAIN } + if weaker { CONTEXT_WEAK } else { 0.0 };
    let day = if one_day(a.event.dated, b.event.dated) { ONE_DAY } else { 0.0 };
    let common = shared(story, (a.event.article, a.around(story)), (b.event.article, b.around(story))) + day;
    if common < needed {
        return Err("too little of what stands around them agrees");
    }
    if !alone(story, sentences, a, others) || !alone(story, sentences, b, others) {
        return Err("one of the articles tells of two such events");
    }
    let reason = format!("both tell of one event ({class}): {what}, and what is named around them agrees");
    Ok(Finding { check, spans, reason, sure: single && !weaker })
}

/// Words for an event that was moved to another time.
const MOVED: &[&str] =
    &["postpone", "reschedule", "postponement", "delay", "put back", "bring forward", "put off", "new date"];

/// Whether nothing says that what was to come was moved before it was.
fn kept(story: &Story, a: &Happening, b: &Happening) -> bool {
    [a, b].into_iter().all(|side| {
        let article = &story.articles[side.event.article];
        !article.tokens.iter().any(|token| MOVED.contains(&token.lemma.as_str()))
            && !article.verb_groups.iter().any(|group| MOVED.contains(&group.lemma.as_str()))
    })
}

/// "In May" and "in June", however coarse: another time, and so perhaps another event.
fn dated_apart(a: &Happening, b: &Happening) -> bool {
    a.when().zip(b.when()).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone))
}

/// Whether one is dated to months or years and the other not at all: another time.
fn stale(dated: &Happening, undated: &Happening) -> bool {
    dated.event.dated.is_some_and(|dated| dated.value.grain >= Grain::Month) && undated.event.dated.is_none()
}

/// Whether its article tells of no second event of the sort, at another time or place, that shares a part.
fn alone(story: &Story, sentences: &Sentences, a: &Happening, others: &[&Happening]) -> bool {
    let own = of_article(others, a.event.article, |other| other.event.article);
    own.iter().filter(|other| other.event.anchor != a.event.anchor).all(|other| {
        let differs = matches!(times(story, &a.event.class, a, other), Apart::Yes(_))
            || matches!(places(sentences, a, other), Apart::Yes(_));
        let part = |one: &Part, two: &Part| like(story, one, two) == Likeness::Same;
        let all = |event: &Event| [event.agents.clone(), event.themes.clone()].concat();
        let shares = || all(&a.event).iter().any(|one| all(&other.event).iter().any(|two| part(one, two)));
        !(differs && shares())
    })
}
