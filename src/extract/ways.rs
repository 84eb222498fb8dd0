//! The ways in which a slot of a phrase pattern can be filled from a token on.

use super::Value;
use super::View;
use super::fill::{Filling, unit_fits};
use crate::annotate::token::Tag;
use crate::pack::{Slot, SlotType};

/// What fills a slot from token `token` on, each with one past its last token.
pub(super) fn fillings(view: View<'_>, slot: &Slot, token: usize, ways: &mut Vec<(usize, Filling)>) {
    let article = view.article;
    let Some(here) = article.tokens.get(token) else { return };
    let start = here.span.start;
    for (at, phrase) in
        article.phrases.iter().enumerate().skip(article.phrases.partition_point(|phrase| phrase.tokens.start < token))
    {
        if phrase.tokens.start != token {
            break;
        }
        if let Some(filling) = view.fill(slot, at) {
            ways.push((phrase.tokens.end, filling));
        }
    }
    for &slot_type in &slot.types {
        match slot_type {
            SlotType::Time | SlotType::Duration => {
                // The preposition of a time is part of the phrase: "on Thursday".
                let begins = match here.tag {
                    Tag::Preposition | Tag::To => article.tokens.get(token + 1).map_or(start, |next| next.span.start),
                    _ => start,
                };
                let first = article.times.partition_point(|time| time.span.start < begins);
                if article.times.get(first).is_some_and(|time| time.span.start == begins)
                    && let Some(filling) = view.fill_time(slot_type, first)
                {
                    ways.push((view.token_from(filling.span.end), filling));
                }
            }
            SlotType::Quote => {
                let first = article.quotes.partition_point(|quote| quote.outer.start < start);
                if let Some(quote) = article.quotes.get(first).filter(|quote| quote.outer.start == start) {
                    ways.push((
                        view.token_from(quote.outer.end),
                        Filling { value: Value::Quote(first), span: quote.span },
                    ));
                }
            }
            slot_type if slot_type.is_quantity() => quantity(view, slot, slot_type, start, ways),
            _ => mention(view, slot, slot_type, start, ways),
        }
    }
}

/// A figure alone, or with what it counts.
fn quantity(view: View<'_>, slot: &Slot, slot_type: SlotType, start: usize, ways: &mut Vec<(usize, Filling)>) {
    let all = &view.article.quantities;
    let first = all.partition_point(|quantity| quantity.span.start < start);
    let Some(quantity) = all.get(first).filter(|quantity| quantity.span.start == start) else { return };
    let counted = quantity.counted.as_ref();
    let of = slot.of.is_empty() || counted.is_some_and(|counted| slot.of.contains(counted));
    let not = !counted.is_some_and(|counted| slot.not.contains(counted));
    if !of || !not || !unit_fits(slot_type, quantity) {
        return;
    }
    let filling = Filling { value: Value::Quantity(first), span: quantity.span };
    if slot.of.is_empty() {
        ways.push((view.token_from(quantity.span.end), filling));
    }
    if let Some(counted) = quantity.counted_span {
        ways.push((view.token_from(counted.end.max(quantity.span.end)), filling));
    }
}

/// A mention that is part of a longer phrase: "Acme" of "Acme's shareholders".
fn mention(view: View<'_>, slot: &Slot, slot_type: SlotType, start: usize, ways: &mut Vec<(usize, Filling)>) {
    use crate::annotate::mention::{EntityKind, MentionForm};
    let all = &view.article.mentions;
    let first = all.partition_point(|mention| mention.span.start < start);
    for (at, mention) in all.iter().enumerate().skip(first).take_while(|(_, mention)| mention.span.start == start) {
        let named = mention.form == MentionForm::Name;
        let kind = mention
            .entity
            .and_then(|entity| view.article.entities.get(entity.0 as usize))
            .map_or(mention.kind, |entity| entity.kind);
        let fits = match slot_type {
            SlotType::Person => matches!(kind, EntityKind::Person | EntityKind::Group),
            SlotType::Body => kind == EntityKind::Body || (named && kind == EntityKind::Place),
            SlotType::Party => kind != EntityKind::Thing && (named || kind != EntityKind::Place),
            SlotType::Place => kind == EntityKind::Place,
            SlotType::Thing => !matches!(kind, EntityKind::Person | EntityKind::Group),
            _ => slot_type == SlotType::Any,
        };
        let end = view.token_from(mention.span.end);
        let head = end.saturating_sub(1);
        let of = slot.of.is_empty() || slot.of.match_head(&view.article.tokens, head);
        let not = slot.not.is_empty() || !slot.not.match_head(&view.article.tokens, head);
        let form = match slot.form {
            None => true,
            Some(crate::pack::SlotForm::Named) => named,
            Some(crate::pack::SlotForm::Described) => !named,
        };
        if fits && of && not && form && slot.plural.is_none() {
            ways.push((end, Filling { value: Value::Mention(at), span: mention.span }));
        }
    }
}
