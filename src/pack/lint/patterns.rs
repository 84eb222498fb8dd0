//! Patterns that can never match, and those that match nearly everything.

use super::Lexicon;
use crate::pack::error::{PackError, PackFile};
use crate::pack::node::Node;
use crate::pack::pattern::{
    Argument, Instruction, Part, Pattern, Slot, SlotType, VerbAlternative, WordSet, is_frequent,
};
use crate::pack::rule::{CompiledRule, Guard};
use std::collections::BTreeSet;

/// Patterns that one of the rule's own conditions always refuses.
pub(super) fn never(
    file: &PackFile,
    item: &Node,
    pattern: &Pattern,
    rule: &CompiledRule,
    warnings: &mut Vec<PackError>,
) {
    let words: Vec<&WordSet> = match pattern {
        Pattern::Clause(clause) => clause
            .parts
            .iter()
            .filter_map(|(part, required)| match part {
                Part::Bare(Argument::Words(words)) if *required => Some(words),
                Part::Bare(Argument::Slot(slot)) if *required && !slot.of.is_empty() => Some(&slot.of),
                _ => None,
            })
            .collect(),
        Pattern::Phrase(phrase) => {
            let alternatives = phrase.program.iter().any(|step| matches!(step, Instruction::Split(..)));
            let steps = phrase.program.iter().filter(|_| !alternatives);
            steps.filter_map(|step| if let Instruction::Words(words) = step { Some(words) } else { None }).collect()
        }
    };
    let refused = rule.unless.iter().find_map(|guard| match guard {
        Guard::Words(refused) => {
            words.iter().find(|words| words.iter().all(|word| refused.contains(&word))).map(|_| refused)
        }
        Guard::Pattern(_) => None,
    });
    if let Some(refused) = refused {
        let message = format!("the pattern can never match: `unless` refuses “{refused}”, which it wants");
        warnings.push(file.error(item.span, message, "take the word out of one of the two"));
    }
}

/// Verbs that nothing is ever read as, and patterns that fit nearly everything.
pub(super) fn vocabulary(
    file: &PackFile,
    item: &Node,
    pattern: &Pattern,
    lexicon: &Lexicon,
    warnings: &mut Vec<PackError>,
) {
    let clause = match pattern {
        Pattern::Clause(clause) => clause,
        Pattern::Phrase(phrase) => {
            let everyday = |step: &Instruction| match step {
                Instruction::Words(words) => words.iter().all(|word| is_frequent(&word)),
                Instruction::Matching(_) => false,
                _ => true,
            };
            let broad = |slot: &Slot| slot.of.is_empty() && slot.types.iter().any(|kind| kind.is_phrase());
            if phrase.program.iter().all(everyday) && phrase.slots.iter().all(broad) {
                let help =
                    "name a word that stands there, or the head noun: `{event:thing of visit|@tours} of {who:party}`";
                warnings.push(file.error(item.span, "the pattern fits nearly every sentence", help));
            }
            return;
        }
    };
    let text = item.text().unwrap_or("");
    let verbs: BTreeSet<&str> = clause.verbs.iter().map(|verb| verb.verb.as_str()).collect();
    for verb in verbs {
        let form = (lexicon.verb)(verb);
        if form.as_deref() == Some(verb) {
            continue;
        }
        let at = text.find(verb).unwrap_or(0);
        let (message, help) = match form {
            Some(form) => (
                format!("`{verb}` is not a verb's dictionary form: no verb is ever read as it"),
                format!("did you mean `{form}`?"),
            ),
            None => (format!("`{verb}` is no verb of the lexicon"), "write verbs in their dictionary form".to_owned()),
        };
        warnings.push(file.error(file.part(item.span, text, at, verb.len()), message, help));
    }
    let bare = |verb: &VerbAlternative| verb.words.is_empty() && verb.particle.is_none() && verb.preposition.is_none();
    let broad = clause.verbs.iter().any(|verb| bare(verb) && matches!(verb.verb.as_str(), "be" | "have" | "do"));
    let narrowed = clause.parts.iter().any(|(part, required)| {
        *required
            && match part {
                Part::Bare(Argument::Slot(slot)) => !slot.of.is_empty() || !slot.types.contains(&SlotType::Any),
                Part::Prepositional(..) | Part::Bare(_) => true,
            }
    });
    if broad && !narrowed {
        let help = "name the words that follow, or the type of the slot";
        warnings.push(file.error(item.span, "the pattern fits nearly every sentence", help));
    }
}
