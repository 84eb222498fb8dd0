//! Patterns along the words of a sentence, and what the clause around them says of the event they name.
//!
//! "Talks between A and B" names an event; that it took place, will, or was called off is said by the verb whose
//! argument it is. Which verbs say what is data (`nominals` of the packs).

use super::conditions::{Manner, fixed};
use super::fill::unit_fits;
use super::machine::{self, Fit};
use super::{Claim, Status, View};
use crate::annotate::clause::Clause;
use crate::annotate::mention::Determination;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::pack::{Marks, Pattern, PredicateKind, SlotType, values};
use crate::source::Span;
use std::collections::BTreeSet;

/// Claims of one sentence.
pub(super) fn claims(view: View<'_>, index: usize, found: &mut Vec<Claim>) {
    let Some(sentence) = view.article.sentences.get(index) else { return };
    let Some(tokens) = view.article.tokens.get(sentence.tokens.clone()) else { return };
    let mut woken: BTreeSet<crate::pack::Trigger> = BTreeSet::new();
    for token in tokens {
        woken.extend(view.library.by_word.get(&token.lower).into_iter().flatten());
        if token.lemma != token.lower {
            woken.extend(view.library.by_word.get(&token.lemma).into_iter().flatten());
        }
    }
    for at in view.quantities_in(sentence.span) {
        let Some(quantity) = view.article.quantities.get(at) else { continue };
        let figures = SlotType::ALL.iter().filter(|(_, kind)| kind.is_quantity() && unit_fits(*kind, quantity));
        woken
            .extend(figures.filter_map(|(name, _)| view.library.by_word.get(format!("{{{name}}}").as_str())).flatten());
    }
    if woken.is_empty() {
        return;
    }
    let clauses = clauses_of(view, index);
    let marks = Marks::of(tokens);
    for trigger in woken {
        let Some(rule) = view.library.rules.get(trigger.rule) else { continue };
        if rule.level != view.level {
            continue;
        }
        let Some(Pattern::Phrase(pattern)) = rule.patterns.get(trigger.pattern) else { continue };
        if !pattern.needed.iter().all(|words| words.may_be_among(marks)) {
            continue;
        }
        for fit in machine::run(view, pattern, sentence.tokens.clone()) {
            let span = span_of(view, &fit);
            let clause = enclosing(view, clauses.clone(), span);
            let around = clause.and_then(|clause| view.article.clauses.get(clause));
            let allowed = match around {
                Some(clause) => view.allowed(rule, clause),
                None => view.guarded(rule, index, sentence.span),
            };
            if !allowed || fit.fillings.is_empty() && rule.after.is_empty() {
                continue;
            }
            let mut roles: Vec<_> = fit.fillings.iter().map(|(role, filling)| filling.in_role(role)).collect();
            if let Some(clause) = around {
                attach(view, rule, clause, span, &mut roles);
            }
            if !view.take(rule, index, span.start, &mut roles) || roles.is_empty() {
                continue;
            }
            let state = view
                .library
                .predicates
                .get(&rule.predicate)
                .is_some_and(|predicate| predicate.kind == PredicateKind::State);
            let manner = fixed(rule, manner(view, around, span, state));
            let words = around.map_or(span, |clause| clause.span.join(span));
            found.push(view.claim(rule, manner, words, index, clause, roles));
        }
    }
}

fn attach(
    view: View<'_>,
    rule: &crate::pack::CompiledRule,
    clause: &Clause,
    span: Span,
    roles: &mut Vec<super::Filler>,
) {
    let inside = |phrase: &usize| view.article.phrases.get(*phrase).is_some_and(|noun| span.contains(noun.span));
    let arguments = clause.objects.iter().chain(&clause.subjects).chain(&clause.complement);
    let used: Vec<usize> = arguments
        .chain(clause.adjuncts.iter().filter_map(|adjunct| adjunct.phrase.as_ref()))
        .copied()
        .filter(inside)
        .collect();
    for attachment in &rule.attach {
        if roles.iter().all(|filler| filler.role != attachment.role) {
            let fillings = view.attached(attachment, clause, &used);
            let new = fillings.into_iter().filter(|filling| roles.iter().all(|filler| filler.span != filling.span));
            let new: Vec<_> = new.map(|filling| filling.in_role(&attachment.role)).collect();
            roles.extend(new);
        }
    }
}

fn span_of(view: View<'_>, fit: &Fit) -> Span {
    let tokens = &view.article.tokens;
    let start = tokens.get(fit.tokens.start).map_or(0, |token| token.span.start);
    let end = fit.tokens.end.checked_sub(1).and_then(|last| tokens.get(last)).map_or(start, |token| token.span.end);
    Span::new(start, end)
}

/// The clauses of a sentence: they are in the order of their verbs, and so of their sentences.
fn clauses_of(view: View<'_>, sentence: usize) -> std::ops::Range<usize> {
    let all = &view.article.clauses;
    let first = all.partition_point(|clause| clause.sentence < sentence);
    first..first + all[first..].partition_point(|clause| clause.sentence == sentence)
}

/// The smallest clause that holds the words; failing that, one that they begin in.
fn enclosing(view: View<'_>, clauses: std::ops::Range<usize>, span: Span) -> Option<usize> {
    let all = &view.article.clauses;
    let holding = clauses.clone().filter(|&at| all[at].span.contains(span)).min_by_key(|&at| all[at].span.len());
    holding.or_else(|| clauses.filter(|&at| all[at].span.overlaps(span)).min_by_key(|&at| all[at].span.len()))
}

/// In what sense an event named by words in `span` is claimed. A state told in passing ("Ruiz, 51, will not run")
/// is told as a fact, whatever the clause around it denies or plans.
fn manner(view: View<'_>, clause: Option<&Clause>, span: Span, state: bool) -> Manner {
    let mut manner =
        Manner { polarity: Polarity::Positive, modality: Modality::Actual, tense: Tense::Past, status: None };
    let denied =
        view.article.phrases.iter().skip(view.article.phrases.partition_point(|noun| noun.span.end <= span.start));
    let mut adjective: Option<Span> = None;
    for noun in denied.take_while(|noun| noun.span.start < span.end) {
        if noun.span.contains(Span::new(span.start, span.start + 1)) {
            adjective = Some(noun.span);
            if noun.determination == Determination::Negative {
                manner.polarity = Polarity::Negative;
            }
        }
    }
    if let Some(noun) = adjective {
        let range = view.token_from(noun.start)..view.token_from(span.start);
        let said =
            view.library.nominals.iter().find(|(_, words)| words.match_within(&view.article.tokens, range.clone()));
        if let Some((name, _)) = said {
            apply(name, &mut manner);
        }
    }
    let Some(clause) = clause else { return manner };
    let Some(group) = view.article.verb_groups.get(clause.verb) else { return manner };
    manner.tense = group.tense;
    if state && !span.overlaps(group.span) {
        return Manner { polarity: Polarity::Positive, modality: Modality::Actual, ..manner };
    }
    if span.overlaps(group.span) {
        manner.polarity = clause.polarity;
        manner.modality = clause.modality;
        return manner;
    }
    // "With her signature on it, buyers can plan": given as a fact, beside what the clause says.
    let beside = clause.adjuncts.iter().any(|adjunct| {
        let given = matches!(adjunct.preposition.as_str(), "with" | "after" | "following" | "despite" | "since");
        given && adjunct.span.overlaps(span)
    });
    if beside {
        // … unless all of it is still to come: "will close with the loss of 120 jobs".
        if matches!(clause.modality, Modality::Planned | Modality::Intended | Modality::Hypothetical) {
            manner.modality = clause.modality;
        }
        return manner;
    }
    // "did not take place": the verb with its bare noun.
    let noun = clause
        .objects
        .first()
        .map_or("", |&phrase| view.article.tokens[view.article.phrases[phrase].head].lemma.as_str());
    let (lemma, joined) = (group.lemma.as_str(), format!("{} {noun}", group.lemma));
    let said = view
        .library
        .nominals
        .iter()
        .find(|(_, words)| words.contains(lemma) || words.iter().any(|word| word == lemma || *word == *joined));
    match said.map(|(name, _)| name.as_str()) {
        Some("held") => {
            // "There were no talks": the phrase and the clause tell of one denial.
            if clause.polarity == Polarity::Negative {
                manner.polarity = Polarity::Negative;
            }
            if manner.modality == Modality::Actual {
                manner.modality = clause.modality;
            }
        }
        Some("actual") => {}
        Some(name) if clause.polarity == Polarity::Positive && clause.modality == Modality::Actual => {
            apply(name, &mut manner);
        }
        Some(_) => manner.modality = Modality::Possible,
        // A verb of which nothing is known: where it does not simply affirm, nothing is known of the event.
        None if clause.modality == Modality::Actual && clause.polarity == Polarity::Positive => {}
        None => manner.modality = Modality::Hypothetical,
    }
    manner
}

fn apply(name: &str, manner: &mut Manner) {
    if let Some(modality) = values::modality(name) {
        manner.modality = modality;
    } else if let Some(status) = values::status(name) {
        manner.status = Some(status);
        if matches!(status, Status::Cancelled | Status::Postponed) {
            manner.modality = Modality::Planned;
        }
    } else if name == "negative" {
        manner.polarity = manner.polarity.reversed();
    }
}
