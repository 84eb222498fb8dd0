//! The reasons for which a rule did not fire, in words.

use super::View;
use super::clauses::Miss;
use super::conditions::Refusal;
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::VerbGroup;
use crate::pack::{Argument, ClausePattern, CompiledRule, Part, Slot, SlotForm, values};

pub(super) fn missed(
    view: View<'_>,
    rule: &CompiledRule,
    clause: &Clause,
    group: &VerbGroup,
    pattern: &ClausePattern,
    miss: Miss,
) -> String {
    match miss {
        Miss::Subject => {
            let Some((argument, _)) = &pattern.subject else { return String::new() };
            if clause.subjects.is_empty() {
                return format!("`{argument}`: nothing is its subject");
            }
            format!("`{argument}`: {}", mismatches(view, argument, "subject", &clause.subjects))
        }
        Miss::Part(number) => {
            let Some((part, _)) = pattern.parts.get(number) else { return String::new() };
            format!("`{part}`: {}", part_missing(view, clause, part))
        }
        Miss::After => {
            format!("neither here nor in the sentence before has {} found anything", rule.after.join(" or "))
        }
        Miss::Refused(refusal) => refused(rule, refusal, Some((clause, group))),
        _ => "it would fill one role only, which says too little".to_owned(),
    }
}

fn part_missing(view: View<'_>, clause: &Clause, part: &Part) -> String {
    match part {
        Part::Bare(argument @ Argument::Slot(_)) => {
            let phrases: Vec<usize> = clause.objects.iter().chain(&clause.complement).copied().collect();
            if phrases.is_empty() {
                return "it has neither object nor complement".to_owned();
            }
            mismatches(view, argument, "object", &phrases)
        }
        Part::Prepositional(prepositions, argument) => {
            let phrases: Vec<usize> = clause
                .adjuncts
                .iter()
                .filter(|adjunct| prepositions.contains(&adjunct.preposition))
                .filter_map(|adjunct| adjunct.phrase)
                .collect();
            if phrases.is_empty() {
                return format!("no phrase with `{}` belongs to the verb", prepositions.join("|"));
            }
            mismatches(view, argument, "phrase", &phrases)
        }
        Part::Bare(_) => "the words do not stand right of the verb".to_owned(),
    }
}

/// Why each of some noun phrases is not what an argument wants.
fn mismatches(view: View<'_>, argument: &Argument, what: &str, phrases: &[usize]) -> String {
    let each = phrases.iter().map(|&phrase| {
        let words = view.article.phrases.get(phrase).map_or("", |noun| noun.span.of(&view.article.document.text));
        let reason = match argument {
            Argument::Slot(slot) => slot_reason(view, slot, phrase),
            Argument::Words(_) | Argument::Matching(_) => "another word".to_owned(),
        };
        format!("{what} “{words}”: {reason}")
    });
    each.collect::<Vec<_>>().join("; ")
}

pub(super) fn slot_reason(view: View<'_>, slot: &Slot, phrase: usize) -> String {
    let Some(noun) = view.article.phrases.get(phrase) else { return String::new() };
    let tokens = &view.article.tokens;
    let head = tokens.get(noun.head).map_or("", |token| token.lemma.as_str());
    if slot.plural.is_some_and(|plural| plural != noun.plural) {
        return if noun.plural { "plural" } else { "singular" }.to_owned();
    }
    let figures = slot.types.iter().all(|kind| kind.is_quantity());
    if !figures && !slot.types.iter().any(|kind| view.fill_type(*kind, phrase).is_some()) {
        return kind_of(view, phrase);
    }
    if figures && !slot.types.iter().any(|kind| view.fill_type(*kind, phrase).is_some()) {
        return "no such figure in it".to_owned();
    }
    if !slot.of.is_empty() && !slot.of.match_head(tokens, noun.head) {
        return format!("its head `{head}` is not in the list");
    }
    if slot.not.match_head(tokens, noun.head) {
        return format!("its head `{head}` is excluded");
    }
    match slot.form {
        Some(SlotForm::Named) => "described, not named".to_owned(),
        Some(SlotForm::Described) => "named, not described".to_owned(),
        None => "it stands for another part of the pattern".to_owned(),
    }
}

pub(super) fn kind_of(view: View<'_>, phrase: usize) -> String {
    let time = view.article.phrases.get(phrase).is_some_and(|noun| noun.time.is_some());
    let kind = view.kinds.get(phrase).copied().unwrap_or_default();
    match kind {
        _ if time => "a time",
        (Some(EntityKind::Person), _) => "a person",
        (Some(EntityKind::Body), _) => "a body",
        (Some(EntityKind::Place), _) | (_, true) => "a place",
        (Some(EntityKind::Group), _) => "several people",
        (Some(EntityKind::Thing), _) => "a thing",
        (None, _) => "of no known sort",
    }
    .to_owned()
}

pub(super) fn refused(rule: &CompiledRule, refusal: Refusal, around: Option<(&Clause, &VerbGroup)>) -> String {
    let found = match (refusal, around) {
        (Refusal::Polarity, Some((clause, _))) => values::polarity_name(clause.polarity).to_owned(),
        (Refusal::Modality, Some((clause, _))) => values::modality_name(clause.modality).to_owned(),
        (Refusal::Tense, Some((_, group))) => format!("{:?}", group.tense).to_lowercase(),
        (Refusal::Voice, Some((_, group))) => format!("{:?}", group.voice).to_lowercase(),
        (Refusal::Link, Some((clause, _))) => format!("{:?}", clause.link).to_lowercase(),
        (Refusal::Object, Some((clause, _))) => (!clause.objects.is_empty()).to_string(),
        (Refusal::InQuotation, Some(_)) => (rule.when.in_quotation != Some(true)).to_string(),
        (Refusal::Has, _) => return "none of `when: has` stands there".to_owned(),
        (Refusal::Unless(number), _) => {
            let words = rule.unless.get(number).map(guard_words).unwrap_or_default();
            return format!("`unless`: {words} stands there");
        }
        _ => String::new(),
    };
    let key = match refusal {
        Refusal::InQuotation => "in_quotation".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    format!("`when: {key}`: here it is {found}")
}

fn guard_words(guard: &crate::pack::Guard) -> String {
    match guard {
        crate::pack::Guard::Words(words) => format!("“{words}”"),
        crate::pack::Guard::Pattern(_) => "a pattern that".to_owned(),
    }
}
