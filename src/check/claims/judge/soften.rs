//! How gravely a contradiction is taken: whose claims they are, and what may have changed between two articles.

use super::Finding;
use crate::check::conflict::{Check, Severity};
use crate::graph::{Fact, Likeness, Story, Term};
use crate::pack::{Lasting, PredicateKind};

/// Whose claims they are: what one speaker says and another denies is news, an update is no error.
pub(super) fn soften(story: &Story, a: &Fact, b: &Fact, mut finding: Finding) -> Finding {
    let direct = |fact: &Fact| fact.speaker.as_ref().is_some_and(|speaker| speaker.direct);
    let known = |fact: &Fact| fact.speaker.as_ref().and_then(|speaker| speaker.identity);
    if direct(a) || direct(b) {
        finding.severity = Severity::Note;
    } else if let (Some(x), Some(y)) = (known(a), known(b)) {
        if x != y {
            finding.severity = Severity::Note;
        }
    } else if (a.speaker.is_some() || b.speaker.is_some()) && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
    }
    let predicate = story.library.predicates.get(&a.predicate);
    // What is so today need not have been so yesterday.
    let published = |fact: &Fact| story.articles[fact.article].document.published.map(|published| published.date);
    let days = published(a).zip(published(b)).is_some_and(|(one, two)| one != two);
    let state =
        predicate.is_some_and(|predicate| predicate.kind == PredicateKind::State && predicate.lasts == Lasting::Day);
    if finding.check == Check::Polarity && state && days && finding.comparing.time != Likeness::Same {
        finding.severity = Severity::Note;
    }
    let grows = predicate.is_some_and(|predicate| predicate.cumulative.iter().any(|role| *role == finding.role));
    if grows && may_have_grown(story, a, b, &finding) {
        finding.severity = Severity::Note;
    }
    finding
}

/// Whether a figure can have grown between the two articles: the later has the higher one, or nobody knows the order.
fn may_have_grown(story: &Story, a: &Fact, b: &Fact, finding: &Finding) -> bool {
    let published = |fact: &Fact| story.articles[fact.article].document.published;
    let (Some(x), Some(y), Some((first, second))) = (published(a), published(b), finding.fillers) else { return true };
    let figure = |fact: &Fact, filler: usize| match fact.roles[filler].term {
        Term::Quantity(quantity) => story.articles[fact.article].quantities[quantity].low,
        _ => 0.0,
    };
    let (one, two) = (figure(a, first), figure(b, second));
    match (x.date, x.time).cmp(&(y.date, y.time)) {
        std::cmp::Ordering::Less => two > one,
        std::cmp::Ordering::Greater => one > two,
        std::cmp::Ordering::Equal => false,
    }
}
