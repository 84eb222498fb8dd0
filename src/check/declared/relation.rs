//! Relations between the fillers of two roles: disjoint, differs, exceeds, precedes, opposite.
//!
//! Each is defined on the types it makes sense for; what is not known to stand in a relation does not.

use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::annotate::time::TimeValue;
use crate::extract::Value;
use crate::graph::{Fact, Likeness, Story, Term, compare_terms};
use crate::pack::{Conflict, Relation, RolePair};
use crate::source::Span;

/// Lengths of time closer than this share of the longer are one.
const LENGTH_TOLERANCE: f64 = 0.1;

/// Two fillers that stand in a relation in which they conflict.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    pub(super) relation: Relation,
    pub(super) roles: RolePair,
    /// Bytes of the fillers, each in its own article; `None` for polarity.
    pub(super) spans: Option<(Span, Span)>,
    /// Whether it is the times that differ.
    pub(super) timed: bool,
    /// Whether one of the two is approximate.
    pub(super) approximate: bool,
    /// Whether the two are times of different precision.
    pub(super) different_grain: bool,
}

/// The difference between two claims in what `conflict` names, if they have it.
pub(super) fn difference(story: &Story, a: &Fact, b: &Fact, conflict: &Conflict) -> Option<Difference> {
    let plain = Difference {
        relation: conflict.relation,
        roles: conflict.roles.clone(),
        spans: None,
        timed: false,
        approximate: false,
        different_grain: false,
    };
    if conflict.relation == Relation::Opposite {
        return (a.polarity != b.polarity).then_some(plain);
    }
    let lengths = (length(story, a, &conflict.roles.left), length(story, b, &conflict.roles.right));
    if let (Some((x, one)), Some((y, two))) = lengths {
        let apart = !same_length(x, y);
        let stands = match conflict.relation {
            Relation::Disjoint | Relation::Differs => apart,
            Relation::Exceeds => apart && x > y,
            Relation::Precedes | Relation::Opposite => false,
        };
        return stands.then_some(Difference { spans: Some((one, two)), ..plain });
    }
    let times = (time(story, a, &conflict.roles.left), time(story, b, &conflict.roles.right));
    if let (Some((x, one)), Some((y, two))) = times {
        return times_stand(conflict.relation, (x, y), (zone(story, a), zone(story, b))).then(|| Difference {
            spans: Some((one, two)),
            timed: true,
            approximate: x.approximate || y.approximate,
            different_grain: x.grain != y.grain,
            ..plain
        });
    }
    terms(story, a, b, conflict, &plain)
}

/// Whether two claims agree in a time or length they must share; `None` where the roles are no such thing.
pub(super) fn same_time(story: &Story, a: &Fact, b: &Fact, pair: &RolePair) -> Option<bool> {
    if let (Some((x, _)), Some((y, _))) = (length(story, a, &pair.left), length(story, b, &pair.right)) {
        return Some(same_length(x, y));
    }
    let ((x, _), (y, _)) = (time(story, a, &pair.left)?, time(story, b, &pair.right)?);
    Some(x.overlaps(&y, zone(story, a), zone(story, b)))
}

fn zone(story: &Story, fact: &Fact) -> Option<jiff::tz::Offset> {
    story.articles[fact.article].document.published.and_then(|published| published.offset)
}

/// The first time that fills a role.
fn time(story: &Story, fact: &Fact, role: &str) -> Option<(TimeValue, Span)> {
    let article = &story.articles[fact.article];
    story.claims[fact.claim].roles.iter().filter(|filler| filler.role == role).find_map(|filler| match filler.value {
        Value::Time(time) => article.times.get(time)?.value.map(|value| (value, filler.span)),
        _ => None,
    })
}

/// The first length of time that fills a role, in seconds: "for four years", "a four-year contract".
fn length(story: &Story, fact: &Fact, role: &str) -> Option<(f64, Span)> {
    let article = &story.articles[fact.article];
    story.claims[fact.claim].roles.iter().filter(|filler| filler.role == role).find_map(|filler| {
        let seconds = match filler.value {
            Value::Time(time) => article.times.get(time)?.duration.map(|seconds| seconds as f64),
            Value::Quantity(figure) => {
                let figure = article.quantities.get(figure)?;
                (figure.unit == Unit::Duration).then_some(figure.low)
            }
            _ => None,
        };
        seconds.map(|seconds| (seconds, filler.span))
    })
}

fn same_length(one: f64, two: f64) -> bool {
    (one - two).abs() <= LENGTH_TOLERANCE * one.max(two)
}

fn times_stand(
    relation: Relation,
    (one, two): (TimeValue, TimeValue),
    zones: (Option<jiff::tz::Offset>, Option<jiff::tz::Offset>),
) -> bool {
    let disjoint = one.disjoint(&two, zones.0, zones.1);
    match relation {
        Relation::Disjoint | Relation::Differs => disjoint,
        Relation::Precedes => disjoint && one.from < two.from && one.to.is_some(),
        Relation::Exceeds | Relation::Opposite => false,
    }
}

fn terms(story: &Story, a: &Fact, b: &Fact, conflict: &Conflict, plain: &Difference) -> Option<Difference> {
    let mine: Vec<_> = a.roles.iter().filter(|role| role.name == conflict.roles.left).collect();
    let theirs: Vec<_> = b.roles.iter().filter(|role| role.name == conflict.roles.right).collect();
    let mut found = None;
    for one in &mine {
        for two in &theirs {
            let figures = match (&one.term, &two.term) {
                (Term::Quantity(x), Term::Quantity(y)) => {
                    Some((&story.articles[a.article].quantities[*x], &story.articles[b.article].quantities[*y]))
                }
                _ => None,
            };
            let stands = match (conflict.relation, figures) {
                (Relation::Exceeds, Some((x, y))) => exceeds(x, y),
                (Relation::Disjoint | Relation::Differs, _) => {
                    compare_terms(story, (a, one), (b, two)).0 == Likeness::Different
                }
                _ => false,
            };
            // Agreement anywhere in a list of several outweighs a difference elsewhere.
            if !stands {
                return None;
            }
            let approximate = figures.is_some_and(|(x, y)| [x, y].iter().any(|figure| figure.bound == Bound::About));
            found.get_or_insert(Difference { spans: Some((one.span, two.span)), approximate, ..plain.clone() });
        }
    }
    found
}

/// Whether the first figure is larger than the second in any truthful reading of both.
fn exceeds(one: &Quantity, two: &Quantity) -> bool {
    one.compare(two) == Comparison::Different && one.low > two.low && one.high > two.high
}
