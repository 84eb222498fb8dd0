//! What a phrase of time denotes: an interval of civil time with a grain.

use crate::source::Span;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The names of the months, in order.
pub(crate) const MONTHS: &str = "january february march april may june july august september october november december";

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
mod tests;
