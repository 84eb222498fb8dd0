//! Since when somebody knew: "had known of the leak since May" against "first heard of the leak in August".
//!
//! Whoever knew of a thing did not hear of it for the first time afterwards. Asked only of one who is named, of one thing, where
//! each article tells it once.

use crate::annotate::clause::Clause;
use crate::annotate::time::{TimeMention, TimeRelation, TimeValue};
use crate::annotate::verb::{Modality, Polarity};
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::order::reader::Reader;
use crate::check::support::{self, times};
use crate::graph::{Identity, Story, synonyms};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Verbs for coming to know.
const LEARN: &[&str] = &["hear", "learn", "tell", "inform", "discover", "notify", "find out", "alert", "warn"];
/// Words that say that it was not known before.
const FIRST: &[&str] = &["first", "only"];
/// Of one person's knowledge told more often than this only the first are compared.
const MOST: usize = 40;

/// When somebody came to know of something, or knew of it.
struct Knowledge {
    article: usize,
    /// Whether it was not known before; else it was known then.
    first: bool,
    value: TimeValue,
    nouns: BTreeSet<CompactString>,
    span: Span,
    time: Span,
}

/// The conflicts between what is told of one person's knowledge.
pub(in crate::check) fn check(story: &Story) -> Vec<Conflict> {
    let mut all: BTreeMap<Identity, Vec<Knowledge>> = BTreeMap::new();
    for at in 0..story.articles.len() {
        let reader = Reader::new(story, at);
        for clause in &reader.article.clauses {
            if let Some((who, knowledge)) = knowledge(&reader, clause) {
                let list = all.entry(who).or_default();
                if list.len() < MOST {
                    list.push(knowledge);
                }
            }
        }
    }
    let mut conflicts = Vec::new();
    for (who, list) in &all {
        for first in list.iter().filter(|one| one.first) {
            let known = list.iter().filter(|other| contradicts(story, first, other) && alone(list, first, other));
            conflicts.extend(known.map(|other| conflict(story, *who, first, other)));
        }
    }
    conflicts
}

fn knowledge(reader: &Reader, clause: &Clause) -> Option<(Identity, Knowledge)> {
    let group = reader.group(clause.verb);
    let learns = LEARN.contains(&group.lemma.as_str());
    let told = clause.modality == Modality::Actual && clause.polarity == Polarity::Positive;
    if !told || !(learns || group.lemma == "know") || reader.quoted(group.main) {
        return None;
    }
    let before = &reader.article.tokens[group.tokens.start.saturating_sub(2)..group.tokens.end];
    let first = learns && before.iter().any(|token| FIRST.contains(&token.lower.as_str()));
    // "Told of the leak": whoever is told is acted upon.
    let passive = matches!(group.lemma.as_str(), "tell" | "inform" | "notify" | "alert" | "warn");
    let who = if passive { &clause.objects } else { &clause.subjects };
    let named = reader.parts(who).into_iter().find_map(|part| part.party);
    let who = named.or_else(|| reader.speaker(clause).filter(|_| who.is_empty()))?;
    let inside = |time: &&TimeMention| time.duration.is_none();
    let mut dates = times(reader.article, clause.span).filter(inside);
    let (date, None) = (dates.next()?, dates.next()) else { return None };
    let wanted = if learns { TimeRelation::During } else { TimeRelation::Since };
    let value = date.value.filter(|_| date.relation == wanted)?;
    let start = group.tokens.end;
    let tokens = reader.article.tokens.get(start..).unwrap_or_default();
    let after = tokens.iter().take_while(|token| token.span.end <= clause.span.end);
    let nouns = after.filter(|token| token.tag.is_noun() && !date.span.contains(token.span));
    let nouns: BTreeSet<CompactString> = nouns.map(|token| token.lemma.clone()).collect();
    let knowledge = Knowledge { article: reader.at, first, value, nouns, span: clause.span, time: date.span };
    (!knowledge.nouns.is_empty()).then_some((who, knowledge))
}

/// Whether something is first heard of later than it was known.
fn contradicts(story: &Story, first: &Knowledge, known: &Knowledge) -> bool {
    let zone = |one: &Knowledge| story.articles[one.article].document.published.and_then(|date| date.offset);
    let later = first.value.from.zip(known.value.from).is_some_and(|(heard, knew)| heard > knew)
        && (first.value.disjoint(&known.value, zone(first), zone(known)) || !known.first && known.value.to.is_none());
    first.article != known.article && later && one_thing(first, known)
}

fn one_thing(a: &Knowledge, b: &Knowledge) -> bool {
    let (few, many) = if a.nouns.len() <= b.nouns.len() { (a, b) } else { (b, a) };
    few.nouns.iter().all(|noun| many.nouns.iter().any(|other| noun == other || synonyms(noun, other)))
}

/// Whether neither article tells another time of it.
fn alone(list: &[Knowledge], a: &Knowledge, b: &Knowledge) -> bool {
    [a, b].iter().all(|own| {
        let beside = list.iter().filter(|other| other.article == own.article && other.span != own.span);
        beside.filter(|other| one_thing(own, other)).count() == 0
    })
}

fn conflict(story: &Story, who: Identity, first: &Knowledge, known: &Knowledge) -> Conflict {
    let name = &story.identities.party(who).name;
    let words = |one: &Knowledge, span: Span| support::words(&story.articles[one.article], span, 90);
    let place = |one: &Knowledge| support::passage(story, one.article, one.span, "core/time");
    Conflict {
        check: Check::Time,
        severity: Severity::Warning,
        message: format!("{name}: “{}” against “{}”", words(first, first.span), words(known, known.span)),
        explanation: vec![
            format!("{name} is told to have known of it by “{}”", words(known, known.time)),
            format!("{name} is told to have first heard of it at “{}”", words(first, first.time)),
            "whoever knew of a thing did not hear of it for the first time afterwards".to_owned(),
        ],
        sides: vec![
            support::side(story, words(known, known.time), vec![place(known)]),
            support::side(story, words(first, first.time), vec![place(first)]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    #[test]
    fn nobody_hears_first_of_what_was_known() {
        let known = "Ana Ruiz said that she had known of the leak since May.";
        let heard = "Ana Ruiz said that she first heard of the leak in August.";
        assert_conflict(Check::Time, Severity::Warning, known, heard);
        assert_conflict(Check::Time, Severity::Warning, "Ana Ruiz learned of the leak in May.", heard);
        assert_quiet(known, "Ana Ruiz said that she first heard of the flood in August.");
        assert_quiet(known, "Ana Ruiz said that she first heard of the leak in May.");
        assert_quiet(known, "Oliver Marsh said that he first heard of the leak in August.");
        assert_quiet(known, "Ana Ruiz heard of the leak again in August.");
    }
}
