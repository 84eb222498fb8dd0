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
