//! Reading a slot: its role, its types, its attributes.

use super::Parser;
use crate::pack::error::did_you_mean;
use crate::pack::pattern::slot::{Slot, SlotForm, SlotType};
use crate::pack::pattern::words::WordSet;

impl Parser<'_> {
    pub(super) fn slot(&mut self, inner: &str, at: usize) -> Option<Slot> {
        let Some((role, kind)) = inner.split_once(':') else {
            self.problem(
                at,
                format!("the slot `{{{inner}}}` has no type"),
                "write {role:type}, such as {agent:person}",
            );
            return None;
        };
        let mut words = kind.split([' ', ',']).filter(|word| !word.is_empty());
        let mut slot = Slot {
            role: role.trim().into(),
            types: Vec::new(),
            of: WordSet::default(),
            not: WordSet::default(),
            plural: None,
            form: None,
        };
        for name in words.next().unwrap_or("").split('|') {
            if let Some(slot_type) = SlotType::named(name) {
                slot.types.push(slot_type);
            } else {
                let help = did_you_mean(name, SlotType::ALL.iter().map(|(name, _)| *name));
                self.problem_of(name, format!("unknown type `{name}`"), help);
            }
        }
        while let Some(word) = words.next() {
            match word {
                "plural" => slot.plural = Some(true),
                "singular" => slot.plural = Some(false),
                "named" => slot.form = Some(SlotForm::Named),
                "described" => slot.form = Some(SlotForm::Described),
                "of" | "not" => {
                    let set = self.word_set(words.next().unwrap_or(kind.get(kind.len()..).unwrap_or("")));
                    *(if word == "of" { &mut slot.of } else { &mut slot.not }) = set;
                }
                other => {
                    let help = did_you_mean(other, ["of", "not", "plural", "singular", "named", "described"]);
                    self.problem_of(other, format!("unknown attribute `{other}`"), help);
                }
            }
        }
        Some(slot)
    }

    /// `word|@list|two_words`
    fn word_set(&mut self, text: &str) -> WordSet {
        if let Some(name) = text.strip_prefix('@').filter(|name| !name.contains('|')) {
            return self.scope.set(name, self.place(text)).unwrap_or_else(|error| {
                self.problems.push(error);
                WordSet::default()
            });
        }
        let mut words: Vec<String> = Vec::new();
        for part in text.split('|') {
            match part.strip_prefix('@') {
                Some(name) => match self.scope.list(name, self.place(part)) {
                    Ok(list) => words.extend(list.iter().cloned()),
                    Err(error) => self.problems.push(error),
                },
                None if part.is_empty() => {
                    let at = self.place(part);
                    self.problem(at, "a word is missing after `of` or `not`", "write `{ship:thing of ship|@boats}`");
                }
                None => words.push(part.replace('_', " ")),
            }
        }
        WordSet::new(words.iter().map(String::as_str))
    }
}
