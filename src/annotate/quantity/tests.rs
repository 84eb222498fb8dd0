use super::*;
use proptest::prelude::*;

fn figure(low: f64, high: f64, step: f64, bound: Bound, unit: Unit) -> Quantity {
    Quantity { span: Span::default(), low, high, unit, bound, step, against: None, counted: None, counted_span: None }
}

fn count(value: f64, step: f64, bound: Bound) -> Quantity {
    figure(value, value, step, bound, Unit::Count)
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    let bounds = [Bound::Exactly, Bound::About, Bound::AtLeast, Bound::MoreThan, Bound::AtMost, Bound::LessThan];
    let units = [Unit::Count, Unit::Percent, Unit::Measure("K".into()), Unit::Currency("GBP".into()), Unit::Duration];
    (0u32..2000, 0u32..50, -2i32..4, 0..bounds.len(), 0..units.len(), proptest::option::of(0u32..2000)).prop_map(
        move |(value, width, power, bound, unit, against)| {
            let step = 10f64.powi(power);
            let low = f64::from(value) * step;
            let mut made = figure(low, low + f64::from(width) * step, step, bounds[bound], units[unit].clone());
            if let Some(against) = against.filter(|_| unit == 0) {
                made.unit = Unit::Score;
                made.high = low;
                made.against = Some(f64::from(against));
            }
            made
        },
    )
}

#[test]
fn exact_figures_differ_by_a_step() {
    for (a, b) in [(7.0, 8.0), (612.0, 812.0), (4.0, 3.0)] {
        assert_eq!(count(a, 1.0, Bound::Exactly).compare(&count(b, 1.0, Bound::Exactly)), Comparison::Different);
    }
    assert_eq!(count(4.1, 0.1, Bound::Exactly).compare(&count(4.2, 0.1, Bound::Exactly)), Comparison::Different);
}

#[test]
fn the_coarser_figure_rounds_the_finer_one() {
    let (coarse, fine) = (count(3.4, 0.1, Bound::Exactly), count(3.42, 0.01, Bound::Exactly));
    assert_eq!(coarse.compare(&fine), Comparison::Compatible);
    assert_eq!(coarse.compare(&count(3.46, 0.01, Bound::Exactly)), Comparison::Different);
}

#[test]
fn bounds_exclude_one_side_only() {
    let least = count(12.0, 1.0, Bound::AtLeast);
    assert_eq!(least.compare(&count(9.0, 1.0, Bound::Exactly)), Comparison::Different);
    assert_eq!(least.compare(&count(15.0, 1.0, Bound::Exactly)), Comparison::Compatible);
    assert_eq!(least.compare(&count(12.0, 1.0, Bound::AtMost)), Comparison::Compatible);
    let more = count(12.0, 1.0, Bound::MoreThan);
    assert_eq!(more.compare(&count(12.0, 1.0, Bound::LessThan)), Comparison::Different);
}

#[test]
fn warmth_is_approximated_from_freezing() {
    let kelvin =
        |celsius: f64, bound| figure(celsius + 273.15, celsius + 273.15, 1.0, bound, Unit::Measure("K".into()));
    assert_eq!(kelvin(28.0, Bound::About).compare(&kelvin(30.0, Bound::Exactly)), Comparison::Compatible);
    assert_eq!(kelvin(28.0, Bound::About).compare(&kelvin(40.0, Bound::Exactly)), Comparison::Different);
}

#[test]
fn a_score_may_be_told_from_either_side() {
    let score = |a, b| Quantity { against: Some(b), ..figure(a, a, 1.0, Bound::Exactly, Unit::Score) };
    assert_eq!(score(2.0, 1.0).compare(&score(1.0, 2.0)), Comparison::Compatible);
    assert_eq!(score(2.0, 1.0).compare(&score(2.0, 0.0)), Comparison::Different);
}

proptest! {
    #[test]
    fn comparing_is_symmetric(a in any_quantity(), b in any_quantity()) {
        prop_assert_eq!(a.compare(&b), b.compare(&a));
    }

    #[test]
    fn comparing_is_reflexive(a in any_quantity()) {
        prop_assert_eq!(a.compare(&a), Comparison::Same);
    }

    #[test]
    fn a_bound_never_contradicts_what_satisfies_it(value in 0u32..5000, more in 0u32..500) {
        let exact = count(f64::from(value + more), 1.0, Bound::Exactly);
        prop_assert!(!count(f64::from(value), 1.0, Bound::AtLeast).contradicts(&exact));
        prop_assert!(!count(f64::from(value + more), 1.0, Bound::AtMost).contradicts(&exact));
    }

    #[test]
    fn overlapping_ranges_are_compatible(low in 0u32..900, width in 1u32..90, inside in 0u32..90) {
        let (low, width, inside) = (f64::from(low), f64::from(width), f64::from(inside.min(width)));
        let range = figure(low, low + width, 1.0, Bound::Exactly, Unit::Count);
        prop_assert!(!range.contradicts(&count(low + inside, 1.0, Bound::Exactly)));
        prop_assert!(range.contradicts(&count(low + width + 2.0, 1.0, Bound::Exactly)));
    }
}
