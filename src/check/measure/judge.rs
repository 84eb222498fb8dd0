//! Whether two figures of one sort may be of one thing, and differ.
//!
//! Precision first: a figure that may have grown, that is of another time, of a part or of a wider total, or that the other
//! article gives anywhere, is let pass.

use super::Figure;
use super::table::{people, untelling};
use crate::annotate::Article;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::quantity::{Comparison, Quantity, Unit};
use crate::check::figure::apart;
use crate::check::support::{self, ONE_DAY};
use crate::graph::{Around, Identity, Story, shared};
use std::collections::BTreeSet;

/// How much of what the beginnings of two articles have in common counts, and how much at most.
const STORY: f32 = 0.5;
const MOST_STORY: f32 = 1.5;

/// Whether the passages, and the beginnings of their articles (`leads`), share enough for two figures to be of one thing.
pub(super) fn one_thing(story: &Story, leads: &[Around], a: &Figure, b: &Figure) -> bool {
    let story_shared = shared(story, (a.article, &leads[a.article]), (b.article, &leads[b.article]));
    let passages_shared = shared(story, (a.article, &a.around), (b.article, &b.around));
    let day = if a.around.shares_day(&b.around) { ONE_DAY } else { 0.0 };
    let places_only = !a.around.parties().any(|party| story.identities.party(party).kind != EntityKind::Place);
    if places_only && day == 0.0 {
        return false;
    }
    passages_shared + day + (STORY * story_shared).min(MOST_STORY) >= a.sort.needs
}

/// Whether two figures contradict each other if they are of one thing; `known` gives the parties that an article names.
pub(super) fn differ<'k>(
    story: &Story,
    known: &impl Fn(usize) -> &'k BTreeSet<Identity>,
    a: &Figure,
    b: &Figure,
) -> bool {
    let (one, two) = (&a.value, &b.value);
    let ratio = (one.low / two.low).abs();
    // "35 miles" and "60 km" are one distance.
    let converted = matches!(one.unit, Unit::Measure(_)) && (0.85..=1.18).contains(&ratio);
    one.compare(two) == Comparison::Different
        && (0.1..=10.0).contains(&ratio)
        && !converted
        && of_one_sort(one, two)
        && !grown(story, a, b)
        && !of_two_times(story, a, b)
        && !beyond_total(story, a, b)
        && !beyond_total(story, b, a)
        && !(one.unit == Unit::Count
            && (of_a_part(story, a, known(b.article)) || of_a_part(story, b, known(a.article))))
        && (!a.sort.needs_thing() || of_one_thing(story, a, b))
        && !gives(&story.articles[a.article], two)
        && !gives(&story.articles[b.article], one)
}

/// Whether the first is a part of a total that the second lies beyond.
fn beyond_total(story: &Story, part: &Figure, other: &Figure) -> bool {
    let total = support::total(&story.articles[part.article], part.value.span);
    total.is_some_and(|total| total.high < other.value.low)
}

/// "2,500 people from the village of Ash": whether the figure's sentence names somebody or some place that the other
/// article, which knows `others`, knows nothing of.
fn of_a_part(story: &Story, part: &Figure, others: &BTreeSet<Identity>) -> bool {
    let article = &story.articles[part.article];
    let inside = support::mentions(article, support::sentence(article, part.value.span));
    let named = inside.filter(|mention| mention.form == MentionForm::Name);
    named.filter_map(|mention| story.identities.of(part.article, mention.entity?)).any(|party| !others.contains(&party))
}

/// Whether the sentences of two figures name one thing beside what is counted: a council votes on many matters.
fn of_one_thing(story: &Story, a: &Figure, b: &Figure) -> bool {
    let words = |figure: &Figure| -> (BTreeSet<&str>, BTreeSet<&str>) {
        let article = &story.articles[figure.article];
        let told = support::tokens(article, figure.value.span.start).iter().filter(|token| token.tag.is_noun());
        let counted = figure.value.counted.as_deref();
        let (names, things): (Vec<_>, Vec<_>) = told.partition(|token| token.tag.is_proper());
        let things = things.into_iter().map(|token| token.lemma.as_str());
        let things = things.filter(|noun| !people(noun) && counted != Some(*noun) && !untelling(noun));
        (names.into_iter().map(|token| token.lower.as_str()).collect(), things.collect())
    };
    let ((names, things), (others, their)) = (words(a), words(b));
    !things.is_disjoint(&their) || names.intersection(&others).count() >= 2
}

/// Whether the sentences are of two times: dated far apart, or one to long ago and the other not.
fn of_two_times(story: &Story, a: &Figure, b: &Figure) -> bool {
    let at = |figure: &Figure| (figure.article, figure.value.span.start);
    let (one, two) = (apart::days(story, at(a)), apart::days(story, at(b)));
    // Two races of a week have two winners' times, where a sum of money is told on any day.
    let runs = matches!(a.value.unit, Unit::Duration | Unit::Score);
    let no_day = !one.is_empty() && !two.is_empty() && one.iter().all(|x| two.iter().all(|y| x.1 <= y.0 || y.1 <= x.0));
    runs && no_day
        || apart::dated_apart(story, at(a), at(b))
        || apart::of_old(story, at(a)) != apart::of_old(story, at(b))
}

/// Whether nothing says that the two count different things.
fn of_one_sort(one: &Quantity, two: &Quantity) -> bool {
    match (&one.counted, &two.counted) {
        // 340 jobs go where 430 workers lose theirs.
        (Some(one), Some(two)) => {
            let of_people = |noun: &str| people(noun) || matches!(noun, "job" | "post");
            one == two || of_people(one) && of_people(two)
        }
        _ => true,
    }
}

/// Whether an article has a figure anywhere, whatever of.
fn gives(article: &Article, wanted: &Quantity) -> bool {
    let near = |given: &Quantity| (given.low - wanted.low).abs() <= given.step.max(wanted.step) / 2.0;
    let same = |given: &&Quantity| given.unit == wanted.unit && given.against == wanted.against;
    article.quantities.iter().filter(same).any(near)
}

/// Whether the later article may just have the later figure.
fn grown(story: &Story, a: &Figure, b: &Figure) -> bool {
    let published = |figure: &Figure| story.articles[figure.article].document.published;
    let (Some(x), Some(y)) = (published(a), published(b)) else { return false };
    let earlier = (x.date, x.time).cmp(&(y.date, y.time));
    a.sort.grows && earlier.is_ne() && earlier == a.value.low.total_cmp(&b.value.low)
}
