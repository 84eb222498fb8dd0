//! An annotated article as one line of JSON.
//!
//! Offsets are bytes, half-open. Variants of the layers' enums appear under their own names in `snake_case`, so that a
//! new variant needs nothing here.

use crate::annotate::Article;
use crate::annotate::clause::{Adjunct, Clause};
use crate::annotate::mention::{EntityId, Mention, NounPhrase};
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::quote::Quote;
use crate::annotate::time::TimeMention;
use crate::annotate::verb::VerbGroup;
use crate::report::format::compact;
use crate::source::Span;
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes one line.
pub(super) fn write(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let all = All { article };
    let list = |items: Vec<Value>| Value::Array(items);
    let value = json!({
        "path": article.document.path,
        "sentences": list(article.sentences.iter().map(|sentence| all.item(sentence.span, json!({}))).collect()),
        "quotes": list(article.quotes.iter().filter(|quote| quote.speech).map(|quote| all.quote(quote)).collect()),
        // Words in quotation marks that nobody is said to have spoken: titles, nicknames, scare quotes.
        "marked_words": list(article.quotes.iter().filter(|quote| !quote.speech).map(|quote| all.quote(quote)).collect()),
        "mentions": list(article.mentions.iter().map(|mention| all.mention(mention)).collect()),
        "times": list(article.times.iter().map(|time| all.time(time)).collect()),
        "quantities": list(article.quantities.iter().map(|quantity| all.quantity(quantity)).collect()),
        "verb_groups": list(article.verb_groups.iter().map(|group| all.verb_group(group)).collect()),
        "clauses": list(article.clauses.iter().map(|clause| all.clause(clause)).collect()),
    });
    compact(&value, out)
}

/// The name of a unit variant: `TimeRelation::During` is `during`, `DayPart` is `day_part`.
pub(in crate::cli) fn name(variant: impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for character in format!("{variant:?}").chars() {
        if character.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(character.to_lowercase());
    }
    name
}

/// The unit as one word: a currency's or measure's own code, otherwise the kind of figure.
pub(super) fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Currency(code) | Unit::Measure(code) => code.to_string(),
        plain => name(plain),
    }
}

/// A moment to the minute.
pub(in crate::cli) fn moment(moment: Option<DateTime>) -> Option<String> {
    moment.map(|moment| moment.strftime("%Y-%m-%dT%H:%M").to_string())
}

/// The name of the entity that a stretch of text was resolved to: that of the first resolved mention in it.
pub(super) fn speaker(article: &Article, text: Span) -> Option<&str> {
    let from = article.mentions.partition_point(|mention| mention.span.start < text.start);
    let mut inside = article.mentions.iter().skip(from).take_while(|mention| mention.span.start < text.end);
    let entity = inside.find_map(|mention| mention.entity)?;
    entity_name(article, entity)
}

fn entity_name(article: &Article, entity: EntityId) -> Option<&str> {
    article.entities.get(entity.0 as usize).map(|entity| entity.name.as_str())
}

/// Items with the article they are of.
struct All<'a> {
    article: &'a Article,
}

impl All<'_> {
    fn text(&self, span: Span) -> &str {
        self.article.document.slice(span)
    }

    /// `start`, `end` and `text`, then the rest.
    fn item(&self, span: Span, rest: Value) -> Value {
        let mut item = Map::new();
        let place = self.article.document.shown(span);
        item.insert("start".into(), place.start.into());
        item.insert("end".into(), place.end.into());
        item.insert("text".into(), self.text(span).into());
        if let Value::Object(rest) = rest {
            item.extend(rest);
        }
        Value::Object(item)
    }

    fn quote(&self, quote: &Quote) -> Value {
        let rest = json!({
            "speaker": quote.speaker_text.and_then(|text| speaker(self.article, text)),
            "speaker_text": quote.speaker_text.map(|span| self.text(span)),
            "cue": quote.cue.map(|span| self.text(span)),
            "direct": true,
            "speech": quote.speech,
            "continues": quote.continues,
            "reason": quote.reason,
        });
        self.item(quote.span, rest)
    }

    fn mention(&self, mention: &Mention) -> Value {
        let rest = json!({
            "kind": name(mention.kind),
            "form": name(mention.form),
            "entity": mention.entity.and_then(|entity| entity_name(self.article, entity)),
            "reason": mention.reason,
        });
        self.item(mention.span, rest)
    }

    fn time(&self, time: &TimeMention) -> Value {
        let value = time.value;
        let rest = json!({
            "from": moment(value.and_then(|value| value.from)),
            "to": moment(value.and_then(|value| value.to)),
            "grain": value.map(|value| name(value.grain)),
            "approximate": value.is_some_and(|value| value.approximate),
            "relation": name(time.relation),
            "duration": time.duration,
            "weekday": time.weekday,
            "reason": time.reason,
        });
        self.item(time.span, rest)
    }

    fn quantity(&self, quantity: &Quantity) -> Value {
        let rest = json!({
            "low": quantity.low,
            "high": quantity.high,
            "unit": unit(&quantity.unit),
            "bound": name(quantity.bound),
            "step": quantity.step,
            "against": quantity.against,
            "counted": quantity.counted.as_deref(),
        });
        self.item(quantity.span, rest)
    }

    fn verb_group(&self, group: &VerbGroup) -> Value {
        let rest = json!({
            "lemma": group.lemma.as_str(),
            "polarity": name(group.polarity),
            "modality": name(group.modality),
            "tense": name(group.tense),
            "perfect": group.perfect,
            "progressive": group.progressive,
            "voice": name(group.voice),
            "form": name(group.form),
            "embedding": group.embedding.as_deref(),
        });
        self.item(group.span, rest)
    }

    fn clause(&self, clause: &Clause) -> Value {
        let adjective = clause.adjective.and_then(|token| self.article.tokens.get(token));
        let attribution = clause.attribution.as_ref().map(|attribution| {
            json!({"speaker": speaker(self.article, attribution.text), "speaker_text": self.text(attribution.text),
                "direct": attribution.direct})
        });
        let rest = json!({
            "sentence": clause.sentence,
            "verb": self.article.verb_groups.get(clause.verb).map(|group| group.lemma.as_str()),
            "subjects": self.phrases(&clause.subjects),
            "objects": self.phrases(&clause.objects),
            "recipients": self.phrases(&clause.recipients),
            "complement": clause.complement.and_then(|phrase| self.phrase(phrase)),
            "adjective": adjective.map(|token| self.text(token.span)),
            "adjuncts": clause.adjuncts.iter().map(|adjunct| self.adjunct(adjunct)).collect::<Vec<_>>(),
            "parent": clause.parent,
            "link": name(clause.link),
            "polarity": name(clause.polarity),
            "modality": name(clause.modality),
            "attribution": attribution,
        });
        self.item(clause.span, rest)
    }

    fn adjunct(&self, adjunct: &Adjunct) -> Value {
        self.item(adjunct.span, json!({"preposition": adjunct.preposition.as_str(), "time": adjunct.time.is_some()}))
    }

    fn phrases(&self, phrases: &[usize]) -> Vec<&str> {
        phrases.iter().filter_map(|&phrase| self.phrase(phrase)).collect()
    }

    fn phrase(&self, phrase: usize) -> Option<&str> {
        self.article.phrases.get(phrase).map(|NounPhrase { span, .. }| self.text(*span))
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::tests::article;
    use super::*;

    #[test]
    fn every_layer_is_there_with_offsets() {
        let mut out = Vec::new();
        write(&article(), &mut out).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert_eq!(line.lines().count(), 1);
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["path"], "a.txt");
        assert_eq!(value["sentences"][0]["end"], 50);
        assert_eq!(value["quotes"][0]["speaker"], "Ana Ruiz");
        assert_eq!(value["quotes"][0]["speaker_text"], "she");
        assert_eq!(value["mentions"][0]["kind"], "person");
        assert_eq!(value["times"][0]["from"], "2026-03-03T18:00");
        assert_eq!(value["times"][0]["grain"], "day_part");
        assert_eq!(value["quantities"][0]["unit"], "GBP");
        assert_eq!(value["quantities"][0]["bound"], "at_least");
        assert_eq!(value["verb_groups"][0]["lemma"], "pay");
        assert_eq!(value["clauses"][0]["subjects"][0], "Ana Ruiz");
        assert_eq!(value["clauses"][0]["adjuncts"][0]["text"], "on Tuesday evening");
    }
}
