//! Whether the times of two mentions exclude each other, or their places.

use super::place::Where;
use super::read::Happening;
use crate::annotate::time::{Grain, TimeValue};
use crate::annotate::times::{clock_at, filed_from};
use crate::check::order::event::Dated;
use crate::check::order::lexicon;
use crate::check::support::published;
use crate::check::whereabouts::{Lie, Sentences, Site, lie};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::Story;
use crate::source::Span;
use jiff::tz::Offset;

/// Two places that are only said to be near are apart from here on, in kilometres.
const NEAR_KM: f64 = 60.0;
/// Most places of an article whose clocks are asked for.
const MOST_PLACES: usize = 12;
/// Minutes that two papers may differ by.
const MINUTES: i64 = 12;

/// How two values lie to one another.
pub(super) enum Apart {
    Yes([Span; 2]),
    No,
    Unknown,
}

/// What befalls one thing or person once in all time: two years of it contradict each other as two days do.
const ONCE_EVER: &[&str] = &["found", "bear", "die", "kill", "build", "marry", "crown", "bury", "execute"];

pub(super) fn times(story: &Story, class: &str, a: &Happening, b: &Happening) -> Apart {
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

pub(super) fn places(sentences: &Sentences, a: &Happening, b: &Happening) -> Apart {
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
                // Of one town, too, whether the gazetteer knows it or not.
                Lie::Together if matches!(x, Site::Named(None, _)) => {
                    if matches!(found, Apart::Unknown) {
                        found = Apart::No;
                    }
                }
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
