//! Why a rule did or did not fire in a passage: the first part that failed, against what the layers saw.
//!
//! Nothing is matched anew here: [`super::clauses`] and [`super::machine`] tell at which part they stopped, and
//! [`super::refusal`] puts it in words. Of the wordings of a pattern the one that came furthest is told.

use super::clauses::{Matching, Miss};
use super::refusal::{kind_of, missed, refused, slot_reason};
use super::{Claim, View, claims, later, machine};
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::verb::VerbGroup;
use crate::pack::{Argument, CompiledRule, Instruction, Library, Pattern, PhrasePattern, values};
use crate::source::{DocumentId, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// What became of a rule in one clause or sentence.
#[derive(Clone, Debug)]
pub struct Account {
    /// Bytes of the clause or sentence.
    pub span: Span,
    /// What the layers saw there, one line each.
    pub seen: Vec<String>,
    /// Each pattern of the rule that was tried there, as written, with what became of it.
    pub patterns: Vec<(String, Attempt)>,
}

/// What became of one pattern.
#[derive(Clone, Debug)]
pub enum Attempt {
    /// It made this claim.
    Fired(Claim),
    /// It fitted, but a claim that says the same and more was kept in place of its own: that claim's rule.
    Outdone(String),
    /// The first part that failed, and why.
    Failed(String),
}

/// What became of `rule` in the clauses and sentences that touch `span`.
#[must_use]
pub fn why(article: &Article, library: &Library, rule: &CompiledRule, span: Span) -> Vec<Account> {
    let document = DocumentId(0);
    let view = View::new(article, document, library);
    let kinds = view.kinds();
    let kept = claims(article, document, library);
    let earlier = later::Earlier::of(rule, &kept);
    let view = View { kinds: &kinds, level: rule.level, earlier: Some(&earlier), ..view };
    let mut accounts = Vec::new();
    if rule.patterns.iter().any(|pattern| matches!(pattern, Pattern::Clause(_))) {
        let touched = article.clauses.iter().enumerate().filter(|(_, clause)| clause.span.overlaps(span));
        accounts.extend(touched.filter_map(|(index, clause)| of_clause(view, rule, index, clause, &kept)));
    }
    if rule.patterns.iter().any(|pattern| matches!(pattern, Pattern::Phrase(_))) {
        let touched = article.sentences.iter().enumerate().filter(|(_, sentence)| sentence.span.overlaps(span));
        accounts.extend(touched.map(|(index, sentence)| {
            let patterns = rule.patterns.iter().zip(&rule.sources).filter_map(|(pattern, source)| match pattern {
                Pattern::Phrase(pattern) => {
                    Some((source.clone(), of_phrase(view, rule, pattern, index, sentence.tokens.clone(), &kept)))
                }
                Pattern::Clause(_) => None,
            });
            Account { span: sentence.span, seen: Vec::new(), patterns: patterns.collect() }
        }));
    }
    accounts
}

fn of_clause(view: View<'_>, rule: &CompiledRule, index: usize, clause: &Clause, kept: &[Claim]) -> Option<Account> {
    let group = view.article.verb_groups.get(clause.verb)?;
    let verb = group.lemma.split(' ').next().unwrap_or("");
    let mut patterns = Vec::new();
    let mut others: BTreeSet<&str> = BTreeSet::new();
    for (pattern, source) in rule.patterns.iter().zip(&rule.sources) {
        let Pattern::Clause(pattern) = pattern else { continue };
        let mut furthest: Option<Miss> = None;
        let mut fired = false;
        let mut tried = None;
        for alternative in &pattern.verbs {
            if alternative.verb != verb {
                others.insert(&alternative.verb);
                continue;
            }
            let mut matching = Matching::new(view, clause, group);
            match matching.run(rule, pattern, alternative) {
                Ok(()) => fired = true,
                Err(miss) => {
                    if furthest.is_none_or(|known| miss > known) {
                        furthest = Some(miss);
                        tried = Some(alternative);
                    }
                }
            }
        }
        let attempt = match (fired, furthest.zip(tried)) {
            (true, _) => outcome(rule, kept, |claim| claim.clause == Some(index), clause.span),
            (false, Some((miss, alternative))) => {
                let words = match miss {
                    Miss::Particle => match &alternative.particle {
                        Some(particle) => format!("the verb stands without `{particle}`"),
                        None => format!("the verb is `{}`, another verb than `{verb}` alone", group.lemma),
                    },
                    Miss::Idiom(number) => alternative.words.get(number).map_or_else(String::new, |words| {
                        format!("`{words}` of <{alternative}> stands neither among its objects nor soon after it")
                    }),
                    Miss::Preposition => format!("the preposition of <{alternative}> does not stand there"),
                    other => missed(view, rule, clause, group, pattern, other),
                };
                Attempt::Failed(words)
            }
            (false, None) => continue,
        };
        patterns.push((source.clone(), attempt));
    }
    if patterns.is_empty() {
        let verbs: Vec<&str> = others.iter().copied().take(12).collect();
        let words = format!("its verb is `{verb}`; the rule wants {}", verbs.join(", "));
        patterns.push((rule.sources.first().cloned().unwrap_or_default(), Attempt::Failed(words)));
    }
    Some(Account { span: clause.span, seen: seen(view, clause, group), patterns })
}

/// What a pattern that fitted came to.
fn outcome(rule: &CompiledRule, kept: &[Claim], here: impl Fn(&Claim) -> bool, span: Span) -> Attempt {
    let own = kept.iter().find(|claim| claim.rule == rule.id && here(claim));
    let other = || kept.iter().find(|claim| claim.predicate == rule.predicate && claim.span.overlaps(span));
    match own {
        Some(claim) => Attempt::Fired(claim.clone()),
        None => Attempt::Outdone(other().map_or_else(String::new, |claim| claim.rule.to_string())),
    }
}

fn of_phrase(
    view: View<'_>,
    rule: &CompiledRule,
    pattern: &PhrasePattern,
    sentence: usize,
    tokens: Range<usize>,
    kept: &[Claim],
) -> Attempt {
    let Some(words) = view.article.tokens.get(tokens.clone()) else { return Attempt::Failed(String::new()) };
    let trace = machine::trace(view, pattern, tokens);
    if let Some(fit) = trace.fits.first() {
        let start = view.article.tokens.get(fit.tokens.start).map_or(0, |token| token.span.start);
        let end = view.article.tokens.get(fit.tokens.end.saturating_sub(1)).map_or(start, |token| token.span.end);
        let span = Span::new(start, end.max(start));
        let own = outcome(rule, kept, |claim| claim.sentence == sentence && claim.span.overlaps(span), span);
        if matches!(own, Attempt::Fired(_)) {
            return own;
        }
        let clauses = view.article.clauses.iter().filter(|clause| clause.sentence == sentence);
        let around = clauses.filter(|clause| clause.span.overlaps(span)).min_by_key(|clause| clause.span.len());
        let whole = view.article.sentences.get(sentence).map_or(span, |sentence| sentence.span);
        let refusal = match around {
            Some(clause) => view.refusal(rule, clause),
            None => view.guard(rule, sentence, whole),
        };
        let group = around.and_then(|clause| view.article.verb_groups.get(clause.verb));
        return match refusal {
            Some(refusal) => Attempt::Failed(refused(rule, refusal, around.zip(group))),
            None => own,
        };
    }
    let woken = |word: &compact_str::CompactString| {
        word.starts_with('{') || words.iter().any(|token| token.lower == *word || token.lemma == *word)
    };
    if !pattern.triggers.is_empty() && !pattern.triggers.iter().any(woken) {
        let wanted: Vec<&str> = pattern.triggers.iter().take(12).map(compact_str::CompactString::as_str).collect();
        return Attempt::Failed(format!("none of its words stands there: {}", wanted.join(", ")));
    }
    Attempt::Failed(stopped(view, pattern, &trace))
}

fn stopped(view: View<'_>, pattern: &PhrasePattern, trace: &machine::Trace) -> String {
    let Some((at, token)) = trace.furthest else { return "it begins nowhere".to_owned() };
    let wanted = match pattern.program.get(at) {
        Some(Instruction::Words(words)) => words.to_string(),
        Some(Instruction::Matching(regex)) => format!("{}", Argument::Matching(regex.clone())),
        Some(Instruction::Slot(slot)) => pattern.slots.get(*slot).map(ToString::to_string).unwrap_or_default(),
        _ => "more words".to_owned(),
    };
    let article = view.article;
    let Some(next) = article.tokens.get(token) else { return format!("`{wanted}`: the sentence ends before it") };
    let first = article.phrases.partition_point(|phrase| phrase.tokens.start < token);
    let phrase = article.phrases.get(first).filter(|phrase| phrase.tokens.start == token);
    match (phrase, pattern.program.get(at)) {
        (Some(noun), Some(Instruction::Slot(slot))) => {
            let reason = pattern.slots.get(*slot).map(|slot| slot_reason(view, slot, first)).unwrap_or_default();
            format!("`{wanted}`: “{}”: {reason}", noun.span.of(&article.document.text))
        }
        _ => format!("`{wanted}` does not stand at “{}”", next.span.of(&article.document.text)),
    }
}

/// What the layers saw in a clause: verb and manner, then each part with what it is.
fn seen(view: View<'_>, clause: &Clause, group: &VerbGroup) -> Vec<String> {
    let text = &view.article.document.text;
    let words = |phrase: usize| {
        let span = view.article.phrases.get(phrase).map(|noun| noun.span);
        format!("“{}” ({})", span.map_or("", |span| span.of(text)), kind_of(view, phrase))
    };
    let lower = |text: String| text.to_lowercase();
    let mut lines = vec![format!(
        "verb {}: {}, {}, {}, {}, {}",
        group.lemma,
        lower(format!("{:?}", group.voice)),
        lower(format!("{:?}", group.tense)),
        values::polarity_name(clause.polarity),
        values::modality_name(clause.modality),
        lower(format!("{:?}", clause.link)),
    )];
    let mut list = |name: &str, phrases: &[usize]| {
        if !phrases.is_empty() {
            let each: Vec<String> = phrases.iter().map(|&phrase| words(phrase)).collect();
            lines.push(format!("{name} {}", each.join(", ")));
        }
    };
    list("subject", &clause.subjects);
    list("recipient", &clause.recipients);
    list("object", &clause.objects);
    list("complement", clause.complement.as_slice());
    if let Some(token) = clause.adjective.and_then(|adjective| view.article.tokens.get(adjective)) {
        lines.push(format!("adjective “{}”", token.span.of(text)));
    }
    for adjunct in &clause.adjuncts {
        let kind = match (adjunct.time, adjunct.phrase) {
            (Some(_), _) => "a time".to_owned(),
            (None, Some(phrase)) => kind_of(view, phrase),
            (None, None) => "of no known sort".to_owned(),
        };
        lines.push(format!("adjunct “{}” ({kind})", adjunct.span.of(text)));
    }
    lines
}

#[cfg(test)]
mod tests;
