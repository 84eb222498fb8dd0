//! What a phrase of time denotes: an interval of civil time with a grain.

use crate::source::Span;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// How precisely a time was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A clock time, to the minute or finer.
    Minute,
    /// A clock time to the hour ("at 6pm", "about nine").
    Hour,
    /// Morning, evening, night.
    DayPart,
    /// A day.
    Day,
    /// A weekend or a few days.
    Days,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A season.
    Season,
    /// A year.
    Year,
    /// Ten years and longer.
    Decade,
}

/// How the phrase bounds what it dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeRelation {
    /// Within the interval.
    #[default]
    During,
    /// Before its start ("before Friday").
    Before,
    /// After its end ("after Friday").
    After,
    /// From its start on ("since 2013").
    Since,
    /// Up to its end ("until March", "by Friday").
    Until,
}

impl Grain {
    /// By how many seconds the ends of an approximate time may lie off: one step of the grain, and half an hour for
    /// clock times to the minute, since "about 10.50" is no closer than that.
    #[must_use]
    pub fn softness(self) -> i64 {
        const HOUR: i64 = 3600;
        const DAY: i64 = 24 * HOUR;
        match self {
            Self::Minute => HOUR / 2,
            Self::Hour => HOUR,
            Self::DayPart => 3 * HOUR,
            Self::Day | Self::Days => DAY,
            Self::Week => 7 * DAY,
            Self::Month | Self::Season => 31 * DAY,
            Self::Quarter => 92 * DAY,
            Self::Year => 366 * DAY,
            Self::Decade => 3653 * DAY,
        }
    }
}

/// An interval of civil time, half-open; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeValue {
    /// The first moment, local to `offset` or, without one, to the article.
    pub from: Option<DateTime>,
    /// The first moment after it.
    pub to: Option<DateTime>,
    /// How precisely it was given.
    pub grain: Grain,
    /// The distance from UTC that the phrase itself names ("8 p.m. Eastern time", "0820 GMT").
    pub offset: Option<Offset>,
    /// "about", "shortly after", "around": the ends are soft by one step of the grain.
    pub approximate: bool,
}

/// How far apart two clocks on Earth can be, in seconds, with what an unknown zone may add: UTC−12 to UTC+14 seen
/// from a known one.
const ZONE_SLACK: i64 = 14 * 3600;
const DAY_SLACK: i64 = 24 * 3600;

impl TimeValue {
    /// Whether the two intervals share a moment, as they were given: nothing is softened, and where only one of them
    /// has a distance from UTC they are compared as civil time.
    ///
    /// `default` and `other_default` are the distances from UTC of the articles that the values come from, where
    /// they are known; a value's own [`offset`](Self::offset) goes before them.
    #[must_use]
    pub fn overlaps(&self, other: &Self, default: Option<Offset>, other_default: Option<Offset>) -> bool {
        let offsets = self.offset.or(default).zip(other.offset.or(other_default));
        let shift = |offset: Option<Offset>| offset.map_or(0, |offset| i64::from(offset.seconds()));
        let (one, two) = (offsets.map(|pair| pair.0), offsets.map(|pair| pair.1));
        meet(self.seconds(shift(one), 0), other.seconds(shift(two), 0))
    }

    /// Whether the two cannot be the same time: their intervals do not touch even after approximate ends are moved
    /// by [`Grain::softness`] and unknown zones are allowed for. Never true together with [`overlaps`](Self::overlaps).
    ///
    /// Two values of one zone, or both of unknown zone, are compared as civil time. Of different zones, clock times
    /// are compared as instants, while days and longer, which people date by their own calendar, get a day of slack.
    /// Where one zone is unknown, clock times get fourteen hours of slack and days a day.
    #[must_use]
    pub fn disjoint(&self, other: &Self, default: Option<Offset>, other_default: Option<Offset>) -> bool {
        let days = self.grain.max(other.grain) >= Grain::Day;
        let (one, two) = (self.offset.or(default), other.offset.or(other_default));
        let (shifts, slack) = match (one, two) {
            (one, two) if one == two => ((0, 0), 0),
            (Some(one), Some(two)) if !days => ((i64::from(one.seconds()), i64::from(two.seconds())), 0),
            (Some(one), Some(two)) => {
                let apart = i64::from(one.seconds()) - i64::from(two.seconds());
                ((0, 0), DAY_SLACK.max(apart.abs()))
            }
            _ => ((0, 0), if days { DAY_SLACK } else { ZONE_SLACK }),
        };
        let softness = |value: &Self| if value.approximate { value.grain.softness() } else { 0 };
        !meet(self.seconds(shifts.0, softness(self) + slack), other.seconds(shifts.1, softness(other)))
    }

    /// The interval in seconds since an arbitrary moment, in UTC where `offset` is not 0, `slack` seconds wider at
    /// either end; open ends are the ends of the numbers, and an empty interval is one second.
    fn seconds(&self, offset: i64, slack: i64) -> (i64, i64) {
        let since = |time: DateTime| time.duration_since(DateTime::ZERO).as_secs() - offset;
        let from = self.from.map_or(i64::MIN, |from| since(from) - slack);
        let to = self.to.map_or(i64::MAX, |to| since(to) + slack);
        (from, to.max(from.saturating_add(1)))
    }
}

fn meet(one: (i64, i64), two: (i64, i64)) -> bool {
    one.0 < two.1 && two.0 < one.1
}

/// A phrase of time in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// Bytes of the document's text: the phrase without its preposition.
    pub span: Span,
    /// What it denotes; `None` where it needs more than the article gives ("Thursday" without a date).
    pub value: Option<TimeValue>,
    /// How it bounds what it dates.
    pub relation: TimeRelation,
    /// A length of time ("three weeks", "for two hours") in seconds, where the phrase is one and nothing else.
    pub duration: Option<i64>,
    /// Day of the week named (0 is Monday), kept for articles without a date.
    pub weekday: Option<u8>,
    /// Why it was resolved so, one line.
    pub reason: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn minute(hour: i8, minute: i8, offset: Option<i8>) -> TimeValue {
        let from = date(2025, 3, 4).at(hour, minute, 0, 0);
        TimeValue {
            from: Some(from),
            to: from.checked_add(jiff::SignedDuration::from_mins(1)).ok(),
            grain: Grain::Minute,
            offset: offset.and_then(|hours| Offset::from_hours(hours).ok()),
            approximate: false,
        }
    }

    fn day(of: i8) -> TimeValue {
        let from = date(2025, 3, of);
        let to = from.tomorrow().ok().map(|to| to.at(0, 0, 0, 0));
        TimeValue { from: Some(from.at(0, 0, 0, 0)), to, grain: Grain::Day, offset: None, approximate: false }
    }

    #[test]
    fn a_minute_lies_within_its_day_and_outside_the_next() {
        assert!(day(4).overlaps(&minute(10, 50, None), None, None));
        assert!(!day(4).disjoint(&minute(10, 50, None), None, None));
        assert!(day(5).disjoint(&minute(10, 50, None), None, None));
    }

    #[test]
    fn half_open_intervals_that_abut_are_disjoint() {
        assert!(day(4).disjoint(&day(5), None, None));
        assert!(minute(10, 50, None).disjoint(&minute(10, 51, None), None, None));
    }

    #[test]
    fn approximate_times_give_way() {
        let about = TimeValue { approximate: true, ..minute(10, 50, None) };
        assert!(!about.disjoint(&minute(11, 15, None), None, None));
        assert!(about.disjoint(&minute(11, 30, None), None, None));
    }

    #[test]
    fn known_zones_make_instants() {
        assert!(minute(10, 0, Some(0)).overlaps(&minute(12, 0, Some(2)), None, None));
        assert!(minute(10, 0, Some(0)).disjoint(&minute(10, 0, Some(2)), None, None));
        let zone = Offset::from_hours(2).ok();
        assert!(minute(10, 0, Some(0)).overlaps(&minute(12, 0, None), None, zone));
    }

    #[test]
    fn an_unknown_zone_leaves_room() {
        assert!(!minute(1, 0, Some(0)).disjoint(&minute(12, 0, None), None, None));
        assert!(minute(1, 0, Some(0)).disjoint(&minute(16, 0, None), None, None));
        let zoned = TimeValue { offset: Offset::from_hours(9).ok(), ..day(4) };
        assert!(!zoned.disjoint(&day(5), None, None));
        assert!(zoned.disjoint(&day(6), None, None));
    }

    fn values() -> impl Strategy<Value = TimeValue> {
        let grains = prop_oneof![Just(Grain::Minute), Just(Grain::Hour), Just(Grain::Day), Just(Grain::Month)];
        let bound = || proptest::option::of(0i64..200_000);
        (bound(), bound(), grains, proptest::option::of(-12i8..=14), any::<bool>()).prop_map(
            |(from, length, grain, hours, approximate)| {
                let at = |minutes: i64| {
                    date(2024, 12, 1).at(0, 0, 0, 0).checked_add(jiff::SignedDuration::from_mins(minutes)).ok()
                };
                TimeValue {
                    from: from.and_then(at),
                    to: length.and_then(|length| at(from.unwrap_or(0) + length)),
                    grain,
                    offset: hours.and_then(|hours| Offset::from_hours(hours).ok()),
                    approximate,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn both_relations_are_symmetric(a in values(), b in values()) {
            prop_assert_eq!(a.overlaps(&b, None, None), b.overlaps(&a, None, None));
            prop_assert_eq!(a.disjoint(&b, None, None), b.disjoint(&a, None, None));
        }

        #[test]
        fn a_time_meets_itself(a in values()) {
            prop_assert!(a.overlaps(&a, None, None));
            prop_assert!(!a.disjoint(&a, None, None));
        }

        #[test]
        fn what_overlaps_is_not_disjoint(a in values(), b in values()) {
            prop_assert!(!(a.overlaps(&b, None, None) && a.disjoint(&b, None, None)));
        }

        #[test]
        fn a_softer_time_is_disjoint_from_no_more(a in values(), b in values()) {
            let soft = TimeValue { approximate: true, ..a };
            prop_assert!(!soft.disjoint(&b, None, None) || a.disjoint(&b, None, None));
        }
    }
}
