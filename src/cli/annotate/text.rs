//! An annotated article to read: each sentence, and under it what each layer saw in it.

use super::json::{moment, name, speaker, unit};
use crate::annotate::Article;
use crate::report::escape;
use crate::source::Span;
use std::io::{self, Write};

/// Writes a listing.
pub(super) fn write(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escape::line(&article.document.path))?;
    let notes = notes(article);
    let mut next = notes.iter().peekable();
    for sentence in &article.sentences {
        writeln!(out, "\n  {}", shown(article, sentence.span))?;
        while let Some((_, layer, note)) = next.next_if(|(at, ..)| *at < sentence.span.end) {
            writeln!(out, "    {layer:<9}{note}")?;
        }
    }
    // What stands in no sentence is shown too: it is what one would look for.
    next.try_for_each(|(at, layer, note)| writeln!(out, "  {at}: {layer:<9}{note}"))?;
    writeln!(out)
}

/// Every item of every layer as a line: where it begins, the layer, what it says; in reading order, layer by layer.
fn notes(article: &Article) -> Vec<(usize, &'static str, String)> {
    let mut notes = Vec::new();
    let mut note = |span: Span, layer, text: String| {
        notes.push((span.start, layer, format!("{}{text}", shown(article, span))));
    };
    for quote in &article.quotes {
        let words = quote.speaker_text.map_or_else(|| "nobody".to_owned(), |span| shown(article, span));
        let who = quote.speaker_text.and_then(|span| speaker(article, span)).map(escape::line);
        note(quote.span, "quote", format!(" — {words}{}", who.map(|who| format!(" = {who}")).unwrap_or_default()));
    }
    for mention in &article.mentions {
        let entity = mention.entity.and_then(|entity| article.entities.get(entity.0 as usize));
        let entity = entity.map_or_else(|| "?".to_owned(), |entity| escape::line(&entity.name));
        note(mention.span, "mention", format!(" = {entity} ({})", name(mention.kind)));
    }
    for time in &article.times {
        let value = time.value.map_or_else(
            || "?".to_owned(),
            |value| {
                let end = |end| moment(end).unwrap_or_else(|| "…".to_owned());
                format!("{} – {} ({})", end(value.from), end(value.to), name(value.grain))
            },
        );
        note(time.span, "time", format!(" = {} {value}", name(time.relation)));
    }
    for quantity in &article.quantities {
        let range = if quantity.low < quantity.high { format!("–{}", quantity.high) } else { String::new() };
        let counted = quantity.counted.as_deref().map(escape::line).unwrap_or_default();
        let value = format!("{} {}{range} {} {counted}", name(quantity.bound), quantity.low, unit(&quantity.unit));
        note(quantity.span, "quantity", format!(" = {}", value.trim_end()));
    }
    for group in &article.verb_groups {
        let said = [name(group.polarity), name(group.modality), name(group.tense), name(group.voice)].join(", ");
        note(group.span, "verb", format!(" = {} ({said})", escape::line(&group.lemma)));
    }
    for clause in &article.clauses {
        let phrases = |phrases: &[usize]| {
            let spans = phrases.iter().filter_map(|&phrase| article.phrases.get(phrase));
            spans.map(|phrase| shown(article, phrase.span)).collect::<Vec<_>>().join(" + ")
        };
        let adjuncts: Vec<String> = clause.adjuncts.iter().map(|adjunct| shown(article, adjunct.span)).collect();
        let verb = article.verb_groups.get(clause.verb).map(|group| escape::line(&group.lemma)).unwrap_or_default();
        let arguments = format!("{verb}({}; {})", phrases(&clause.subjects), phrases(&clause.objects));
        let text = format!(" = {} {arguments} [{}]", name(clause.link), adjuncts.join(", "));
        note(clause.span, "clause", text);
    }
    notes.sort_by_key(|&(at, ..)| at);
    notes
}

fn shown(article: &Article, span: Span) -> String {
    escape::line(article.document.slice(span))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::annotate::clause::{Adjunct, Clause, ClauseLink};
    use crate::annotate::mention::{Determination, Entity, EntityId, EntityKind, Mention, MentionForm, NounPhrase};
    use crate::annotate::quantity::{Bound, Quantity, Unit};
    use crate::annotate::quote::Quote;
    use crate::annotate::time::{Grain, TimeMention, TimeRelation, TimeValue};
    use crate::annotate::token::Sentence;
    use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup, Voice};
    use crate::source::{Document, Origin};

    const TEXT: &str = "Ana Ruiz paid at least £5m\u{200b} on Tuesday evening. “Done,” she said.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// A small article with one item in each layer.
    pub(in crate::cli::annotate) fn article() -> Article {
        let mention = |words, form| Mention {
            span: span(words),
            form,
            kind: EntityKind::Person,
            entity: Some(EntityId(0)),
            reason: String::new(),
        };
        let document = Document {
            path: "a.txt".into(),
            text: TEXT.into(),
            origin: Origin::Stored,
            title: None,
            source: None,
            published: None,
            draft: false,
            blocks: Vec::new(),
        };
        let entity = Entity {
            kind: EntityKind::Person,
            name: "Ana Ruiz".into(),
            names: Vec::new(),
            honorifics: Vec::new(),
            offices: Vec::new(),
            age: None,
            gender: None,
            members: Vec::new(),
            place: None,
        };
        Article {
            document: document.into(),
            tokens: Vec::new(),
            sentences: ["Ana Ruiz paid at least £5m\u{200b} on Tuesday evening.", "“Done,” she said."]
                .map(|words| Sentence { span: span(words), tokens: 0..0, block: 0 })
                .to_vec(),
            quotes: vec![quote()],
            times: vec![time()],
            quantities: vec![quantity()],
            verb_groups: vec![verb_group()],
            phrases: vec![phrase()],
            mentions: vec![mention("Ana Ruiz", MentionForm::Name), mention("she", MentionForm::Pronoun)],
            entities: vec![entity],
            clauses: vec![clause()],
        }
    }

    fn quote() -> Quote {
        Quote {
            span: span("Done,"),
            outer: span("“Done,”"),
            speech: true,
            speaker_text: Some(span("she")),
            cue: Some(span("said")),
            continues: None,
            reason: "cue after",
        }
    }

    fn time() -> TimeMention {
        let value = TimeValue {
            from: Some(jiff::civil::date(2026, 3, 3).at(18, 0, 0, 0)),
            to: Some(jiff::civil::date(2026, 3, 4).at(0, 0, 0, 0)),
            grain: Grain::DayPart,
            offset: None,
            approximate: false,
        };
        TimeMention {
            span: span("Tuesday evening"),
            value: Some(value),
            relation: TimeRelation::During,
            duration: None,
            weekday: Some(1),
            reason: "",
        }
    }

    fn quantity() -> Quantity {
        Quantity {
            span: span("at least £5m"),
            low: 5e6,
            high: 5e6,
            unit: Unit::Currency("GBP".into()),
            bound: Bound::AtLeast,
            step: 1e6,
            against: None,
            counted: None,
            counted_span: None,
        }
    }

    fn verb_group() -> VerbGroup {
        VerbGroup {
            span: span("paid"),
            tokens: 0..0,
            main: 0,
            lemma: "pay".into(),
            polarity: Polarity::Positive,
            modality: Modality::Actual,
            tense: Tense::Past,
            perfect: false,
            progressive: false,
            voice: Voice::Active,
            form: VerbForm::Finite,
            embedding: None,
        }
    }

    fn phrase() -> NounPhrase {
        NounPhrase {
            span: span("Ana Ruiz"),
            tokens: 0..0,
            head: 0,
            determination: Determination::Definite,
            plural: false,
            mention: Some(0),
            possessor: None,
            quantity: None,
            time: None,
            complements: Vec::new(),
            apposition: None,
        }
    }

    fn clause() -> Clause {
        let adjunct =
            Adjunct { preposition: "on".into(), phrase: None, time: Some(0), span: span("on Tuesday evening") };
        Clause {
            span: span("Ana Ruiz paid at least £5m\u{200b} on Tuesday evening"),
            sentence: 0,
            verb: 0,
            subjects: vec![0],
            objects: Vec::new(),
            recipients: Vec::new(),
            complement: None,
            adjective: None,
            adjuncts: vec![adjunct],
            parent: None,
            link: ClauseLink::Main,
            polarity: Polarity::Positive,
            modality: Modality::Actual,
            attribution: None,
        }
    }

    #[test]
    fn as_shown() {
        let mut out = Vec::new();
        write(&article(), &mut out).unwrap();
        insta::assert_snapshot!(String::from_utf8(out).unwrap());
    }
}
