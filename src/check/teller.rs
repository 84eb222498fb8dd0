//! Who gives a figure: the union counts 8,000 and the police 3,000, and both may be reported rightly.
//!
//! Asked of every conflict of quantities, whatever check saw it: what two tellers give is a note at most where one of them
//! estimates. A company and its spokesman, who both say what is so, are no two estimates.

use super::conflict::{Check, Conflict, Severity};
use super::scope::Given;
use super::sum;
use super::support;
use crate::graph::Story;
use std::collections::BTreeSet;

/// Verbs by which somebody makes a figure his own, without a clause of speech.
const ESTIMATING: &[&str] = &["put", "estimate", "reckon", "count", "place"];

/// A conflict as grave as it is, knowing who gives its figures; `None` where they agree ([`sum`]).
pub(super) fn weighed(story: &Story, mut conflict: Conflict) -> Option<Conflict> {
    if conflict.check == Check::Quantity
        && let Some(sides) = sum::given(story, &conflict)
    {
        if sum::agree(&sides) {
            return None;
        }
        if estimated(&sides) {
            conflict.severity = Severity::Note;
        }
    }
    Some(conflict)
}

/// Whether two tellers give the figures of the two sides, of whom one estimates.
fn estimated(sides: &[Vec<Given>; 2]) -> bool {
    let [Some((one, first)), Some((two, second))] = sides.each_ref().map(|side| tellers(side)) else { return false };
    (first || second) && one.is_disjoint(&two)
}

/// Who gives the figures of a side, and whether any of them is an estimate; `None` where an article gives one itself.
fn tellers(side: &[Given]) -> Option<(BTreeSet<String>, bool)> {
    let told: Option<Vec<(String, bool)>> = side.iter().map(teller).collect();
    let told = told.filter(|told| !told.is_empty())?;
    let estimated = told.iter().any(|(_, estimated)| *estimated);
    Some((told.into_iter().map(|(teller, _)| teller).collect(), estimated))
}

/// Who gives a figure, in lower case, and whether as an estimate; `None` where the article does.
fn teller(given: &Given) -> Option<(String, bool)> {
    let (article, span) = (given.article, given.figure.span);
    let words = |words| article.document.slice(words).trim().to_lowercase();
    if let Some(attribution) = support::clause(article, span).and_then(|clause| clause.attribution.as_ref()) {
        return Some((words(attribution.text), false));
    }
    let mut clauses = support::clauses(article, support::sentence_at(article, span.start));
    let estimating = clauses.find(|clause| {
        let verb = &article.verb_groups[clause.verb];
        ESTIMATING.contains(&verb.lemma.as_str()) && verb.span.end <= span.start
    })?;
    Some((words(article.phrases[*estimating.subjects.first()?].span), true))
}

#[cfg(test)]
mod tests {
    use crate::check::Severity;
    use crate::testing::between;

    #[test]
    fn two_who_count_a_crowd_may_differ() {
        let union = "Teachers say that 8,000 people attended Sunday's rally in Leeds for the school in Elm Road.\n";
        let severities = |told: &str| -> Vec<Severity> {
            let other = format!("{told}. Everybody wore a scarf for the school in Elm Road.\n");
            between(union, &other).iter().map(|conflict| conflict.severity).collect()
        };
        let police = severities("Police put the crowd at the rally in Leeds on Sunday at 3,000 people");
        assert_eq!(police, [Severity::Note]);
        let paper = severities("There were 3,000 people at the rally in Leeds on Sunday");
        assert_eq!(paper, [Severity::Warning]);
    }
}
