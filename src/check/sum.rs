//! Figures that are no contradiction, since one is the sum of the other and what stands beside it, or of another scope
//! ([`super::scope`]).
//!
//! "All 220 people aboard" and "214 passengers and a crew of six" tell one thing, as "eight years in prison" and "six
//! years for fraud and two for forgery" do. Whatever check holds two figures against each other, they are asked here
//! whether they add up. Sums over several sentences are left out: any figure is the sum of some two.

use super::conflict::{Conflict, Passage};
use super::scope::{Given, two_scopes};
use super::support;
use crate::annotate::quantity::{Quantity, Unit};
use crate::graph::Story;

/// Most passages of a side that are looked at.
const PASSAGES: usize = 4;
/// Most figures of a sentence that are added up.
const SUMMED: usize = 12;

/// Whether the figures of two sides add up to one another, or to a total that one side gives, or are of two scopes.
pub(super) fn agree([first, second]: &[Vec<Given>; 2]) -> bool {
    let mut pairs = first.iter().flat_map(|one| second.iter().map(move |two| (one, two)));
    pairs.any(|(one, two)| together(one, two) || together(two, one) || two_scopes(one, two))
}

/// The figures of the two sides of a conflict; `None` where it has not two.
pub(super) fn given<'s>(story: &'s Story, conflict: &Conflict) -> Option<[Vec<Given<'s>>; 2]> {
    let [a, b] = conflict.sides.as_slice() else { return None };
    let given = |value: &str, passages: &[Passage]| -> Vec<Given<'s>> {
        passages.iter().take(PASSAGES).filter_map(|passage| figure(story, passage, value)).collect()
    };
    Some([given(&a.value, &a.passages), given(&b.value, &b.passages)])
}

/// The figure of a passage that the side gives in these words.
fn figure<'s>(story: &'s Story, passage: &Passage, value: &str) -> Option<Given<'s>> {
    let article = story.articles.get(passage.document.0 as usize)?;
    let here = support::figures(article, passage.span);
    let figure = here.iter().find(|figure| support::words(article, figure.span, value.len() + 1) == value)?;
    Some(Given { article, figure })
}

/// Whether `whole` is `part` with what stands beside it, or both are parts of a total beside `part`.
fn together(whole: &Given, part: &Given) -> bool {
    let (one, two) = (whole.figure, part.figure);
    if one.unit != two.unit || one.against.is_some() || two.against.is_some() {
        return false;
    }
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs());
    let beside = |given: &Given| -> Vec<f64> {
        let sentence = support::sentence(given.article, given.figure.span);
        let others = support::figures(given.article, sentence).iter().take(SUMMED);
        let others = others.filter(|other| !other.span.overlaps(given.figure.span) && other.unit == one.unit);
        others.map(|other| other.low).collect()
    };
    let known = beside(whole);
    // "Killed 14 and hurt five", "killed nine and hurt five": what both give is no part of either.
    let others: Vec<f64> =
        beside(part).into_iter().filter(|other| !known.iter().any(|own| near(*own, *other))).collect();
    let parts = others.iter().any(|other| near(two.low + other, one.low));
    let all = others.len() > 1 && near(two.low + others.iter().sum::<f64>(), one.low);
    let rest = others.iter().any(|total| near(one.low + two.low, *total));
    let aboard = one.low > two.low && counts(one, &["people", "person"]) && counts(two, &["passenger"]);
    parts || all || rest || aboard
}

/// Whether a count is one of these nouns: all people aboard are more than the passengers.
fn counts(figure: &Quantity, nouns: &[&str]) -> bool {
    figure.unit == Unit::Count && figure.counted.as_deref().is_some_and(|noun| nouns.contains(&noun))
}

#[cfg(test)]
mod tests {
    use crate::testing::found;

    const ABOARD: &str = "All 220 people aboard the plane that slid off the runway at Bodo on Monday were unhurt.\n";

    #[test]
    fn passengers_and_crew_are_everybody_aboard() {
        let other = "The plane that slid off the runway at Bodo on Monday was carrying ";
        assert_eq!(found(ABOARD, &format!("{other}214 passengers and a crew of six.\n")), 0);
        assert_eq!(found(ABOARD, &format!("{other}214 passengers.\n")), 0);
        assert_eq!(found(ABOARD, &format!("{other}244 passengers and a crew of six.\n")), 1);
    }

    #[test]
    fn two_sentences_run_one_after_the_other() {
        let whole = "Victor Lann was sent to prison for eight years by the court in Leeds on Monday.\n";
        let parts = "Victor Lann was jailed in Leeds on Monday for six years for fraud and two years for forgery.\n";
        assert_eq!(found(whole, parts), 0);
        assert_eq!(found(whole, "Victor Lann was jailed in Leeds on Monday for six years for fraud.\n"), 1);
    }

    #[test]
    fn jobs_of_two_plants_add_up() {
        let parts =
            "The toymaker Kinderly will cut 340 jobs at its plant in Ostrow and 90 in Brno, it said on Thursday.\n";
        assert_eq!(found(parts, "Kinderly said on Thursday that 430 jobs would go at its two plants.\n"), 0);
    }
}
