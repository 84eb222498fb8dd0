//! Open claims: what clauses say under their own verb, where no rule reads them.

use super::{Claim, ClaimSpeaker, Filler, Value, View};
use crate::annotate::clause::Clause;
use crate::annotate::verb::Modality;
use crate::pack::SlotType;
use compact_str::{CompactString, format_compact};
use std::collections::BTreeSet;

/// The rule that open claims are reported under.
const RULE: &str = "core/open";
/// Opens the predicate of an open claim whose verb has the name of a pack's predicate.
const INFINITIVE: &str = "to ";

/// The lemma of the verb that an open claim's predicate stands for.
#[must_use]
pub fn verb_of(predicate: &str) -> &str {
    predicate.strip_prefix(INFINITIVE).unwrap_or(predicate)
}

/// Prepositions whose place is where it happens.
const WHERE: &[&str] = &["in", "at", "near", "outside", "inside"];

/// Adds a claim for each clause with a subject, a verb, and something more.
pub(super) fn claims(view: View<'_>, found: &mut Vec<Claim>) {
    let made: BTreeSet<(usize, CompactString)> =
        found.iter().filter_map(|claim| Some((claim.clause?, claim.predicate.clone()))).collect();
    for (index, clause) in view.article.clauses.iter().enumerate() {
        // What a rule has read of the verb, it has read whole.
        let read = |predicate: &str| made.contains(&(index, CompactString::from(verb_of(predicate))));
        if let Some(claim) = claim(view, index, clause)
            && !read(&claim.predicate)
        {
            found.push(claim);
        }
    }
}

fn claim(view: View<'_>, index: usize, clause: &Clause) -> Option<Claim> {
    let group = view.article.verb_groups.get(clause.verb)?;
    let lemma = &group.lemma;
    if clause.modality == Modality::Hypothetical || view.library.skipped(lemma) {
        return None;
    }
    let mut roles = roles(view, clause);
    let predicate = predicate(view, lemma, &roles);
    let clear = roles.iter().any(|filler| filler.role == "agent" || filler.role == "object");
    if !clear || roles.len() < 2 {
        return None;
    }
    roles.sort_by(|a, b| (&a.role, a.span, a.value).cmp(&(&b.role, b.span, b.value)));
    roles.dedup();
    Some(Claim {
        document: view.document,
        predicate,
        rule: RULE.into(),
        span: clause.span,
        sentence: clause.sentence,
        clause: Some(index),
        roles,
        polarity: view.polarity(clause),
        modality: clause.modality,
        tense: group.tense,
        attribution: clause.attribution.as_ref().map(|attribution| ClaimSpeaker {
            mention: attribution.speaker,
            span: attribution.text,
            direct: attribution.direct,
        }),
        status: None,
    })
}

/// The predicate that a verb states: that of a pack which knows the verb, where it has a role for all that the clause says;
/// else the verb itself, as an infinitive where a predicate bears its name ("stood near the back" is no candidacy).
fn predicate(view: View<'_>, lemma: &CompactString, roles: &[Filler]) -> CompactString {
    let predicates = &view.library.predicates;
    let fits = |name: &CompactString| {
        predicates.get(name).is_none_or(|known| roles.iter().all(|filler| known.roles.contains_key(&filler.role)))
    };
    match view.library.by_synonym.get(lemma).filter(|shared| fits(shared)) {
        Some(shared) => shared.clone(),
        None if fits(lemma) => lemma.clone(),
        None => format_compact!("{INFINITIVE}{lemma}"),
    }
}

fn roles(view: View<'_>, clause: &Clause) -> Vec<Filler> {
    let mut roles = Vec::new();
    let mut add = |role: CompactString, phrase: usize| {
        if let Some(filling) = view.stand_for(phrase) {
            roles.push(filling.in_role(&role));
        }
        if let Some(figure) = view.fill_type(SlotType::Quantity, phrase) {
            roles.push(figure.in_role(&CompactString::from("amount")));
        }
    };
    clause.subjects.iter().for_each(|&phrase| add("agent".into(), phrase));
    clause.objects.iter().for_each(|&phrase| add("object".into(), phrase));
    clause.recipients.iter().for_each(|&phrase| add("recipient".into(), phrase));
    clause.complement.iter().for_each(|&phrase| add("complement".into(), phrase));
    let mut timed = Vec::new();
    for adjunct in &clause.adjuncts {
        match (adjunct.time, adjunct.phrase) {
            (Some(time), _) => timed.extend(view.fill_time(SlotType::Time, time)),
            (None, Some(phrase)) => {
                let place =
                    WHERE.contains(&adjunct.preposition.as_str()) && view.fill_type(SlotType::Place, phrase).is_some();
                let role = if place {
                    CompactString::from("place")
                } else {
                    format_compact!("prep_{}", adjunct.preposition.replace(' ', "_"))
                };
                add(role, phrase);
            }
            (None, None) => {}
        }
    }
    roles.extend(timed.into_iter().map(|time| time.in_role(&CompactString::from("time"))));
    if let Some(token) = clause.adjective.and_then(|adjective| view.article.tokens.get(adjective)) {
        roles.push(Filler { role: "complement".into(), value: Value::Words, span: token.span });
    }
    roles
}
