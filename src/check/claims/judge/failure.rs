//! One failure told of two people: what did not happen has no place or time, so the words have to agree instead.

use super::Finding;
use super::pair::Pair;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::Modality;
use crate::check::conflict::{Check, Severity};
use crate::graph::{Compared, Fact, Likeness, Story, Term};

/// Two people who are each said to have failed at one and the same thing, in the same verb: one of the names is wrong.
/// What did not happen has no place or time to tell two events apart, so the words have to agree instead.
pub(super) fn same_failure(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, ref comparing, .. } = *pair;
    let failed = |fact: &Fact| matches!(fact.modality, Modality::Unable | Modality::Refused);
    if !failed(a) || a.modality != b.modality || a.polarity != b.polarity || comparing.time == Likeness::Different {
        return None;
    }
    let different: Vec<&Compared> =
        comparing.roles.iter().filter(|role| role.likeness == Likeness::Different).collect();
    let [one] = different.as_slice() else { return None };
    let people = matches!((&a.roles[one.first].term, &b.roles[one.second].term), (Term::Party(x), Term::Party(y))
        if story.identities.party(*x).kind == EntityKind::Person && story.identities.party(*y).kind == EntityKind::Person);
    let others =
        comparing.roles.iter().filter(|role| role.role != one.role).all(|role| role.likeness == Likeness::Same);
    let agree = comparing.roles.iter().any(|role| role.likeness == Likeness::Same && role.weight >= 1.0);
    (people && others && agree && shared_words(story, a, b) >= 0.5).then(|| Finding {
        check: Check::Participant,
        severity: Severity::Warning,
        role: one.role.to_string(),
        fillers: Some((one.first, one.second)),
        comparing: comparing.clone(),
        law: "the words are nearly the same, so that one failure is told of two people".to_owned(),
    })
}

/// The share of the shorter clause's content words that the other has too.
fn shared_words(story: &Story, a: &Fact, b: &Fact) -> f32 {
    let words = |fact: &Fact| -> std::collections::BTreeSet<compact_str::CompactString> {
        let article = &story.articles[fact.article];
        let from = article.tokens.partition_point(|token| token.span.start < fact.span.start);
        article.tokens[from..]
            .iter()
            .take_while(|token| token.span.end <= fact.span.end)
            .filter(|token| token.tag.is_noun() || token.tag.is_verb() || token.tag.is_adjective())
            .map(|token| token.lemma.clone())
            .collect()
    };
    let (x, y) = (words(a), words(b));
    let shared = x.intersection(&y).count() as f32;
    shared / x.len().min(y.len()).max(1) as f32
}
