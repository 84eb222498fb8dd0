//! Whether a noun phrase, time or figure may fill a slot, and what value it gives.

use super::{Filler, Value, View};
use crate::annotate::mention::{EntityKind, MentionForm, NounPhrase};
use crate::annotate::quantity::{Quantity, Unit};
use crate::pack::{Slot, SlotForm, SlotType, WordSet};
use crate::source::Span;
use compact_str::CompactString;

/// What fills a slot, before it has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filling {
    pub(super) value: Value,
    pub(super) span: Span,
}

impl Filling {
    pub(super) fn in_role(self, role: &CompactString) -> Filler {
        Filler { role: role.clone(), value: self.value, span: self.span }
    }
}

impl<'a> View<'a> {
    /// What a noun phrase gives a slot, if it fits.
    pub(super) fn fill(self, slot: &Slot, phrase: usize) -> Option<Filling> {
        let noun = self.article.phrases.get(phrase)?;
        if slot.plural.is_some_and(|plural| plural != noun.plural) {
            return None;
        }
        slot.types.iter().find_map(|&slot_type| {
            if slot_type.is_quantity() {
                return self.quantity_in(noun, slot_type, &slot.of, &slot.not);
            }
            let tokens = &self.article.tokens;
            let named = slot.of.is_empty() || slot.of.match_head(tokens, noun.head);
            let excluded = !slot.not.is_empty() && slot.not.match_head(tokens, noun.head);
            (named && !excluded && self.form_fits(slot.form, noun)).then(|| self.fill_type(slot_type, phrase)).flatten()
        })
    }

    /// What a noun phrase gives a role of this type, if it fits.
    pub(super) fn fill_type(self, slot_type: SlotType, phrase: usize) -> Option<Filling> {
        let noun = self.article.phrases.get(phrase)?;
        if slot_type.is_quantity() {
            return self.quantity_in(noun, slot_type, &WordSet::default(), &WordSet::default());
        }
        match (slot_type, noun.time) {
            (SlotType::Time | SlotType::Duration, Some(time)) => return self.fill_time(slot_type, time),
            (SlotType::Time | SlotType::Duration | SlotType::Quote, _) | (_, Some(_)) => return None,
            _ => {}
        }
        let (kind, is_place) = self.kinds.get(phrase).copied().unwrap_or_default();
        let by_name = |kind: Option<EntityKind>| kind == Some(EntityKind::Place) && self.is_named(noun);
        let fits = match slot_type {
            SlotType::Person => matches!(kind, Some(EntityKind::Person | EntityKind::Group)),
            SlotType::Body => kind == Some(EntityKind::Body) || by_name(kind),
            SlotType::Party => {
                matches!(kind, Some(EntityKind::Person | EntityKind::Group | EntityKind::Body)) || by_name(kind)
            }
            SlotType::Place => kind == Some(EntityKind::Place) || is_place,
            SlotType::Thing => {
                !matches!(kind, Some(EntityKind::Person | EntityKind::Group)) && !self.is_bare_figure(noun)
            }
            _ => !self.is_bare_figure(noun),
        };
        fits.then(|| self.stand_for(phrase)).flatten()
    }

    /// A time as the filler of a role.
    pub(super) fn fill_time(self, slot_type: SlotType, time: usize) -> Option<Filling> {
        let mention = self.article.times.get(time)?;
        let fits = match slot_type {
            SlotType::Time => mention.duration.is_none(),
            SlotType::Duration => mention.duration.is_some(),
            _ => false,
        };
        fits.then_some(Filling { value: Value::Time(time), span: mention.span })
    }

    /// The value of a noun phrase: its mention, the mention beside it, or the phrase.
    pub(super) fn stand_for(self, phrase: usize) -> Option<Filling> {
        let noun = self.article.phrases.get(phrase)?;
        let beside = || noun.apposition.and_then(|other| self.article.phrases.get(other)?.mention);
        match noun.mention.or_else(beside) {
            Some(mention) => {
                Some(Filling { value: Value::Mention(mention), span: self.article.mentions.get(mention)?.span })
            }
            None => Some(Filling { value: Value::Phrase(phrase), span: noun.span }),
        }
    }

    /// For each noun phrase what sort of thing it stands for, and whether its head names a sort of place.
    ///
    /// Every slot asks this of every phrase near it, and the lists are many: it is answered once.
    pub(super) fn kinds(self) -> Vec<(Option<EntityKind>, bool)> {
        let phrases = self.article.phrases.iter();
        phrases.map(|noun| (self.kind(noun), self.noun_is(noun, SlotType::Place))).collect()
    }

    /// What sort of thing a noun phrase stands for, by its mention, the phrase beside it, or its head noun.
    pub(super) fn kind(self, noun: &NounPhrase) -> Option<EntityKind> {
        let beside = || noun.apposition.and_then(|other| self.article.phrases.get(other)?.mention);
        if let Some(mention) = noun.mention.or_else(beside).and_then(|mention| self.article.mentions.get(mention)) {
            let entity = mention.entity.and_then(|entity| self.article.entities.get(entity.0 as usize));
            let kind = entity.map_or(mention.kind, |entity| entity.kind);
            if kind != EntityKind::Thing {
                return Some(kind);
            }
        }
        let tokens = &self.article.tokens;
        // "The lower house" is a body, whatever a house is.
        let lists = || self.library.nouns.iter();
        let longer = lists().find(|(_, words)| words.phrase_ends(tokens, noun.head));
        let listed = longer.or_else(|| lists().find(|(_, words)| words.match_head(tokens, noun.head)));
        match listed.map(|(slot_type, _)| *slot_type) {
            Some(SlotType::Person) if noun.plural => Some(EntityKind::Group),
            Some(SlotType::Person) => Some(EntityKind::Person),
            Some(SlotType::Body | SlotType::Party) => Some(EntityKind::Body),
            Some(SlotType::Place) => Some(EntityKind::Place),
            Some(SlotType::Thing) => Some(EntityKind::Thing),
            _ => noun.mention.map(|_| EntityKind::Thing),
        }
    }

    fn noun_is(self, noun: &NounPhrase, slot_type: SlotType) -> bool {
        let mut lists = self.library.nouns.iter().filter(|(listed, _)| *listed == slot_type);
        lists.any(|(_, words)| words.match_head(&self.article.tokens, noun.head))
    }

    fn is_named(self, noun: &NounPhrase) -> bool {
        noun.mention
            .and_then(|mention| self.article.mentions.get(mention))
            .is_some_and(|mention| mention.form == MentionForm::Name)
    }

    /// Whether a value is a mention by name.
    pub(super) fn names_mention(self, value: Value) -> bool {
        match value {
            Value::Mention(mention) => {
                self.article.mentions.get(mention).is_some_and(|mention| mention.form == MentionForm::Name)
            }
            _ => false,
        }
    }

    fn form_fits(self, form: Option<SlotForm>, noun: &NounPhrase) -> bool {
        match form {
            None => true,
            Some(SlotForm::Named) => self.is_named(noun),
            Some(SlotForm::Described) => !self.is_named(noun),
        }
    }

    /// A figure and nothing that is counted: "6.3 per cent".
    fn is_bare_figure(self, noun: &NounPhrase) -> bool {
        let quantity = noun.quantity.and_then(|quantity| self.article.quantities.get(quantity));
        quantity.is_some_and(|quantity| {
            quantity.span.contains(noun.span) || quantity.counted.is_none() && quantity.span.end >= noun.span.end
        })
    }

    /// The figures that begin inside a noun phrase, in order.
    pub(super) fn quantities_in(self, span: Span) -> impl Iterator<Item = usize> + use<'a> {
        let all = &self.article.quantities;
        let first = all.partition_point(|quantity| quantity.span.start < span.start);
        (first..all.len()).take_while(move |&at| all[at].span.start < span.end)
    }

    /// "Six children and seven adults died": the sum of a list that begins with the phrase, where the verb has all of it.
    fn sum_of(self, noun: &NounPhrase, at: usize) -> usize {
        let quantities = &self.article.quantities;
        let Some(own) = quantities.get(at) else { return at };
        let near = at.saturating_sub(2)..(at + 3).min(quantities.len());
        let sum = |other: &usize| {
            let sum = &quantities[*other];
            *other != at && sum.unit == Unit::Count && sum.span.start == own.span.start && sum.span.end > noun.span.end
        };
        near.into_iter().find(sum).unwrap_or(at)
    }

    fn quantity_in(self, noun: &NounPhrase, slot_type: SlotType, of: &WordSet, not: &WordSet) -> Option<Filling> {
        let own = noun.quantity.into_iter();
        own.chain(self.quantities_in(noun.span)).find_map(|at| {
            let quantity = self.article.quantities.get(at)?;
            let head = |words: &WordSet| {
                quantity.counted.as_ref().is_some_and(|counted| words.contains(counted))
                    || words.match_head(&self.article.tokens, noun.head)
            };
            let fits = unit_fits(slot_type, quantity) && (of.is_empty() || head(of)) && (not.is_empty() || !head(not));
            let at = if fits && slot_type == SlotType::Count { self.sum_of(noun, at) } else { at };
            let span = self.article.quantities.get(at)?.span;
            fits.then_some(Filling { value: Value::Quantity(at), span })
        })
    }

    /// Index of the first token that starts at or after a byte.
    pub(super) fn token_from(self, byte: usize) -> usize {
        self.article.tokens.partition_point(|token| token.span.start < byte)
    }
}

/// Whether a figure is of this type.
pub(super) fn unit_fits(slot_type: SlotType, quantity: &Quantity) -> bool {
    match slot_type {
        SlotType::Quantity => true,
        SlotType::Count => quantity.unit == Unit::Count,
        SlotType::Money => matches!(quantity.unit, Unit::Currency(_)),
        SlotType::Percent => matches!(quantity.unit, Unit::Percent | Unit::PercentagePoints),
        SlotType::Age => quantity.unit == Unit::Age,
        SlotType::Ordinal => quantity.unit == Unit::Ordinal,
        SlotType::Score => quantity.unit == Unit::Score,
        SlotType::Measure => matches!(quantity.unit, Unit::Measure(_)),
        _ => false,
    }
}
