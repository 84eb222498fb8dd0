//! Whether two mentions are one event, and whether its times or places exclude each other.
//!
//! Precision first: a class, a shared part that can be picked out, no part known to differ, and surroundings that agree;
//! more of these where the event is of a sort that happens again. One article that tells of two such events tells them
//! apart, so that neither is held against another's.

use super::place::Where;
use super::read::Happening;
use crate::annotate::time::{Grain, TimeValue};
use crate::annotate::times::{clock_at, filed_from};
use crate::check::conflict::Check;
use crate::check::order::event::{Dated, Event, Part};
use crate::check::order::lexicon::{self, Needs};
use crate::check::order::likeness::{like, parts};
use crate::check::support::{ONE_DAY, far, of_article, one_day, published};
use crate::check::whereabouts::{Lie, Sentences, lie};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Likeness, Story, shared};
use crate::source::Span;
use jiff::tz::Offset;

/// How much of their surroundings two mentions share that tell of one event: of a sort that happens once, or again.
const CONTEXT_ONCE: f32 = 1.5;
const CONTEXT_AGAIN: f32 = 2.0;
/// More where a part is not known to agree, or the place is another clause's.
const CONTEXT_WEAK: f32 = 0.5;
/// Days between the reports of one event.
const DAYS: i32 = 10;
/// Two places that are only said to be near are apart from here on, in kilometres.
const NEAR_KM: f64 = 60.0;
/// Most places of an article whose clocks are asked for.
const MOST_PLACES: usize = 12;
/// Minutes that two papers may differ by.
const MINUTES: i64 = 12;

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
        .or_else(|| (lexicon::once(class) && of_the_story(a, b)).then_some(STORY))
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

/// Whether both articles begin with such an event, and one of the mentions tells nothing of who or what has a part in it:
/// "the ferry sank", "it went down".
fn of_the_story(a: &Happening, b: &Happening) -> bool {
    a.leading && b.leading && (a.bare || b.bare)
}

/// The event that both articles begin with.
const STORY: &str = "both articles begin with it";

/// "In May" and "in June", however coarse: another time, and so perhaps another event.
fn dated_apart(a: &Happening, b: &Happening) -> bool {
    a.when().zip(b.when()).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone))
}

/// How two values lie to one another.
enum Apart {
    Yes([Span; 2]),
    No,
    Unknown,
}

/// What befalls one thing or person once in all time: two years of it contradict each other as two days do.
const ONCE_EVER: &[&str] = &["found", "bear", "die", "kill", "build", "marry", "crown", "bury", "execute"];

fn times(story: &Story, class: &str, a: &Happening, b: &Happening) -> Apart {
    let (Some(x), Some(y)) = (a.when(), b.when()) else { return Apart::Unknown };
    if misdated(story, a, x) || misdated(story, b, y) {
        return Apart::Unknown;
    }
    let grain = x.value.grain.max(y.value.grain);
    // A year against another may be another time round.
    let ever = ONCE_EVER.contains(&class) || a.planned && b.planned && lexicon::once(class);
    let coarse = match (ever, lexicon::once(class)) {
        (true, _) => Grain::Year,
        (false, true) => Grain::Month,
        (false, false) => Grain::Day,
    };
    if grain > coarse || grain > Grain::Day && (a.planned != b.planned || x.value.approximate || y.value.approximate) {
        return Apart::Unknown;
    }
    let clock = x.value.grain.max(y.value.grain) < Grain::Day;
    let named = x.value.offset.is_some() || y.value.offset.is_some();
    let apart = if clock && named {
        on_all_clocks(story, (a, x), (b, y))
    } else {
        x.value.disjoint(&y.value, x.zone, y.zone) && (!clock || x.value.disjoint(&y.value, None, None))
    };
    if !apart {
        return Apart::No;
    }
    if !named && minutes(&x.value, &y.value).is_none_or(|minutes| minutes < MINUTES) {
        return Apart::Unknown;
    }
    Apart::Yes([x.span, y.span])
}

/// Whether what has been is dated to after its article: a weekday that was read as the next.
fn misdated(story: &Story, side: &Happening, when: &Dated) -> bool {
    let after = published(story, side.event.article).zip(when.value.from);
    !side.planned && after.is_some_and(|(published, from)| from.date() > published)
}

/// Whether two times, of which one names its zone, are [`MINUTES`] apart on whatever clocks the other may be read.
fn on_all_clocks(story: &Story, (a, x): (&Happening, &Dated), (b, y): (&Happening, &Dated)) -> bool {
    let (clocks, others) = (clocks(story, a, x), clocks(story, b, y));
    let apart = |one: Offset, two: Offset| {
        let seconds = |dated: &Dated, clock: Offset| {
            let from = dated.value.from?.duration_since(jiff::civil::DateTime::ZERO).as_secs();
            Some(from - i64::from(clock.seconds()))
        };
        let gap = seconds(x, one).zip(seconds(y, two)).map(|(x, y)| (x - y).abs());
        x.value.disjoint(&y.value, Some(one), Some(two)) && gap.is_some_and(|gap| gap >= MINUTES * 60)
    };
    !clocks.is_empty() && !others.is_empty() && clocks.iter().all(|&one| others.iter().all(|&two| apart(one, two)))
}

/// The clocks on which a time may be read: the one it names, else those of the places named and, unless it says "local
/// time", those where it was filed and published.
fn clocks(story: &Story, side: &Happening, dated: &Dated) -> Vec<Offset> {
    if let Some(named) = dated.value.offset {
        return vec![named];
    }
    let Some(from) = dated.value.from else { return Vec::new() };
    let at = |place: PlaceId| clock_at(place, from);
    let mut clocks: Vec<Offset> = side.places.iter().filter_map(|place| at(place.place)).collect();
    let article = &story.articles[side.event.article];
    if !story.slice(side.event.article, dated.span).contains("local") || clocks.is_empty() {
        clocks.extend(dated.zone);
        clocks.extend(filed_from(&article.document).and_then(at));
    }
    if clocks.is_empty() {
        // Nothing says whose clock it is: that of any place the article names.
        clocks.extend(article.entities.iter().filter_map(|entity| entity.place).take(MOST_PLACES).filter_map(at));
    }
    clocks
}

/// Minutes between the beginnings of two times.
fn minutes(x: &TimeValue, y: &TimeValue) -> Option<i64> {
    Some(y.from?.duration_since(x.from?).as_mins().abs())
}

fn places(sentences: &Sentences, a: &Happening, b: &Happening) -> Apart {
    let mut found = Apart::Unknown;
    for x in &a.places {
        for y in &b.places {
            // Of one town there may be two halls.
            let one = x.place == y.place;
            if !one && !apart(x, y) {
                return Apart::No;
            }
            found = if one { Apart::No } else { Apart::Yes([x.span, y.span]) };
        }
    }
    for (x, one) in &a.sites {
        for (y, two) in &b.sites {
            match lie(sentences, x, y, false) {
                Lie::Together => return Apart::No,
                Lie::Apart if !matches!(found, Apart::Yes(_)) => found = Apart::Yes([*one, *two]),
                Lie::Apart | Lie::Unknown => {}
            }
        }
    }
    found
}

fn apart(x: &Where, y: &Where) -> bool {
    let gazetteer = Gazetteer::global();
    let near = x.near || y.near;
    gazetteer.disjoint(x.place, y.place)
        && (!near || gazetteer.distance_km(x.place, y.place).is_some_and(|distance| distance > NEAR_KM))
}

/// A part that can be picked out: a party, a thing that the reader knows, or "the suspect", of whom there is one.
fn telling(part: &Part) -> bool {
    part.party.is_some() || part.definite && !part.plural || !crate::annotate::lexicon::person_noun(&part.head)
}

/// What two mentions share that says they are of one event; `None` where something is known to differ.
fn same(story: &Story, class: &str, a: &Event, b: &Event) -> Option<&'static str> {
    // "A hit B", "A and B collided": who hit whom is left open.
    let mutual = |event: &Event| event.themes.is_empty() && event.agents.len() > 1;
    if lexicon::needs(class) == Some(Needs::Parties) || class == "collide" && (mutual(a) || mutual(b)) {
        let all = |event: &Event| [event.agents.clone(), event.themes.clone()].concat();
        let (x, y) = (all(a), all(b));
        let shared = x.iter().filter(|part| y.iter().any(|other| like(story, part, other) == Likeness::Same)).count();
        return (shared >= 2).then_some("the same two take part");
    }
    let pick = |list: &[Part]| list.iter().filter(|part| telling(part)).cloned().collect::<Vec<_>>();
    let lone = |event: &Event| match (event.agents.as_slice(), event.themes.as_slice()) {
        ([], parts) | (parts, []) => pick(parts),
        _ => Vec::new(),
    };
    let agents = parts(story, &a.agents, &b.agents);
    let themes = parts(story, &a.themes, &b.themes);
    // "The dam burst" and "the flood burst the dam": one part, whatever the voice.
    if lone(a).len() + lone(b).len() > 0 && themes.is_none() && agents != Some(Likeness::Same) {
        let (x, y) = (one_or_theme(a, &lone(a)), one_or_theme(b, &lone(b)));
        return (parts(story, &x, &y) == Some(Likeness::Same)).then_some("the same is acted upon");
    }
    if agents == Some(Likeness::Different) || themes == Some(Likeness::Different) {
        return None;
    }
    if themes == Some(Likeness::Same) && parts(story, &pick(&a.themes), &pick(&b.themes)) == Some(Likeness::Same) {
        return Some("the same is acted upon");
    }
    if same_number(&a.themes, &b.themes) {
        return Some("as many people are concerned");
    }
    if themes.is_none() && parts(story, &pick(&a.agents), &pick(&b.agents)) == Some(Likeness::Same) {
        return Some("the same acts");
    }
    let dated = one_day(a.dated, b.dated);
    let acts = parts(story, &pick(&a.agents), &pick(&b.agents)) == Some(Likeness::Same);
    (dated && acts && lexicon::needs(class).is_some()).then_some(WEAK)
}

/// One acts, and what is acted upon is not known to be another.
const WEAK: &str = "the same acts at the same time";

/// Whether one is dated to months or years and the other not at all: another time.
fn stale(dated: &Happening, undated: &Happening) -> bool {
    dated.event.dated.is_some_and(|dated| dated.value.grain >= Grain::Month) && undated.event.dated.is_none()
}

/// "Eight people", "eight travellers".
fn same_number(a: &[Part], b: &[Part]) -> bool {
    let number = |list: &[Part]| match list {
        [one] if crate::annotate::lexicon::person_noun(&one.head) || one.head == "people" => {
            one.modifiers.iter().find(|word| NUMBERS.contains(&word.as_str()) || word.parse::<u32>().is_ok()).cloned()
        }
        _ => None,
    };
    number(a).is_some_and(|count| number(b) == Some(count))
}

/// Numbers as papers spell them out, from those on that say something.
const NUMBERS: &[&str] = &["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn one_or_theme(event: &Event, lone: &[Part]) -> Vec<Part> {
    if lone.is_empty() { event.themes.clone() } else { lone.to_vec() }
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
