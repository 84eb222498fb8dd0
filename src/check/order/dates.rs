//! The moments that articles give for events, as seconds on one scale.

use super::event::Dated;
use crate::annotate::time::{Grain, TimeRelation};
use jiff::civil::DateTime;

/// Where one of two clocks is not known, they can be this far apart.
const ZONES: i64 = 14 * 3600;
const DAY: i64 = 24 * 3600;

/// The earliest and the latest second at which an event can have begun, `None` for no bound.
///
/// In UTC where the distance from it is known. `mixed` says that the story's articles do not all keep one clock, and
/// leaves room for that.
pub(super) fn bounds(dated: &Dated, mixed: bool) -> (Option<i64>, Option<i64>) {
    let value = dated.value;
    let offset = value.offset.or(dated.zone);
    let shift = offset.filter(|_| mixed).map_or(0, |offset| i64::from(offset.seconds()));
    let room = match (value.grain >= Grain::Day, offset) {
        _ if !mixed => 0,
        (true, _) => DAY,
        (false, None) => ZONES,
        (false, Some(_)) => 0,
    };
    let soft = room + if value.approximate { value.grain.softness() } else { 0 };
    let since = |time: DateTime| time.duration_since(DateTime::ZERO).as_secs() - shift;
    let from = value.from.map(|from| since(from) - soft);
    let to = value.to.map(|to| since(to) + soft);
    match dated.relation {
        TimeRelation::During => (from, to.map(|to| to - 1)),
        TimeRelation::Before => (None, from.or(to)),
        TimeRelation::Until => (None, to),
        TimeRelation::After | TimeRelation::Since => (from, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::time::TimeValue;
    use jiff::civil::date;
    use jiff::tz::Offset;

    fn minute(hour: i8, zone: Option<i8>) -> Dated {
        let from = date(2025, 3, 4).at(hour, 0, 0, 0);
        let value = TimeValue {
            from: Some(from),
            to: from.checked_add(jiff::SignedDuration::from_mins(1)).ok(),
            grain: Grain::Minute,
            offset: None,
            approximate: false,
        };
        let zone = zone.and_then(|hours| Offset::from_hours(hours).ok());
        Dated { value, relation: TimeRelation::During, zone, span: crate::source::Span::default() }
    }

    #[test]
    fn one_clock_needs_no_room() {
        let (from, to) = bounds(&minute(10, Some(3)), false);
        assert_eq!(to.zip(from).map(|(to, from)| to - from), Some(59));
        assert!(bounds(&minute(10, None), false).1 < bounds(&minute(11, None), false).0);
    }

    #[test]
    fn two_clocks_are_compared_as_instants_or_not_at_all() {
        assert_eq!(bounds(&minute(10, Some(0)), true), bounds(&minute(12, Some(2)), true));
        let (one, two) = (bounds(&minute(10, None), true), bounds(&minute(20, Some(0)), true));
        assert!(one.1 > two.0);
    }

    #[test]
    fn a_time_that_only_bounds_leaves_the_other_end_open() {
        let before = Dated { relation: TimeRelation::Before, ..minute(10, None) };
        assert_eq!(bounds(&before, false).0, None);
        let since = Dated { relation: TimeRelation::Since, ..minute(10, None) };
        assert_eq!(bounds(&since, false).1, None);
    }
}
