//! Words that open a clause or govern a noun ("before they voted", "before the vote"), told apart by what follows.

use super::chunks::{Chunk, Kind};
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::NounPhrase;
use crate::annotate::quotes::is_speech_verb;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{VerbForm, VerbGroup};
use crate::hash::{Set, words};
use std::sync::LazyLock;

/// "before the vote" and "before they voted": what can be both is a subordinator only with a finite verb behind it.
pub(super) fn disambiguate(list: &mut [Chunk], groups: &[VerbGroup], phrases: &[NounPhrase], tokens: &[Token]) {
    for at in 0..list.len() {
        if relative_that(list, at, phrases, tokens) {
            list[at].kind = Kind::Wh("that".into());
        }
        let Kind::Subordinator(word, link) = &list[at].kind else { continue };
        if matches!(link, ClauseLink::Conditional) {
            continue;
        }
        let finite = finite_follows(&list[at + 1..], groups)
            && !timed(&list[at + 1..], phrases)
            && !of_a_subject(list, at, groups, phrases);
        if matches!(link, ClauseLink::Reported) && !finite {
            let word = word.clone();
            list[at].kind = Kind::Word(word);
        } else if !finite {
            let word = word.clone();
            list[at].kind = Kind::Preposition(word);
        }
    }
}

/// "The race before the match was called off": behind the noun that opens the sentence, and with one finite verb to come,
/// the words belong to the noun, or the sentence would have no verb.
fn of_a_subject(list: &[Chunk], at: usize, groups: &[VerbGroup], phrases: &[NounPhrase]) -> bool {
    let finite = |chunk: &&Chunk| matches!(chunk.kind, Kind::Verb(group) if groups[group].form == VerbForm::Finite);
    let timeless = |chunk: &Chunk| matches!(chunk.kind, Kind::Phrase(phrase) if phrases[phrase].time.is_none());
    let temporal = matches!(list[at].kind, Kind::Subordinator(_, ClauseLink::Before | ClauseLink::After));
    // "Ten in hospital after bus hits wall": a headline needs no verb of its own.
    let headline = !matches!(list.last().map(|chunk| &chunk.kind), Some(Kind::Word(stop)) if stop == ".");
    let just = |chunk: &Chunk| matches!(&chunk.kind, Kind::Word(word) if matches!(word.as_str(), "just" | "shortly" | "right"));
    let opens = at > 0 && !headline && timeless(&list[0]) && (timeless(&list[at - 1]) || just(&list[at - 1]));
    let quoted = list.iter().any(|chunk| chunk.quote.is_some());
    let nominal = |chunk: &Chunk| matches!(chunk.kind, Kind::Phrase(_) | Kind::Preposition(_)) || just(chunk);
    let before = || list[..at].iter().all(nominal);
    // "…, Ruiz said."
    let added = |place: usize| {
        let speech = matches!(list[place].kind, Kind::Verb(group) if is_speech_verb(&groups[group].lemma));
        speech && place + 2 == list.len()
    };
    let finite = (at..list.len()).filter(|&place| finite(&&list[place]) && !added(place)).count();
    temporal && opens && !quoted && before() && finite == 1
}

/// "A rally that the union had called for": right behind a common noun that holds no content, and with no verb before
/// it that could have somebody told, "that" is relative.
fn relative_that(list: &[Chunk], at: usize, phrases: &[NounPhrase], tokens: &[Token]) -> bool {
    if !matches!(&list[at].kind, Kind::Subordinator(word, ClauseLink::Reported) if word == "that") || at == 0 {
        return false;
    }
    let Kind::Phrase(noun) = list[at - 1].kind else { return false };
    let noun = &phrases[noun];
    let told = at >= 2 && matches!(list[at - 2].kind, Kind::Verb(_));
    let head = &tokens[noun.head];
    let common = matches!(head.tag, Tag::Noun | Tag::NounPlural) && noun.time.is_none();
    common && !told && !HOLD_CONTENT.contains(head.lemma.as_str())
}

/// Nouns behind which "that" says what they hold.
static HOLD_CONTENT: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "fact claim news report belief view idea allegation suggestion evidence concern fear hope sign decision \
        ruling finding admission promise warning statement announcement rumour rumor possibility condition proof \
        confirmation assurance assertion accusation charge conclusion feeling sense doubt impression theory \
        speculation argument notion word message point indication suspicion understanding agreement demand \
        complaint confidence denial reporter time day year way statistic insistence acknowledgement danger risk \
        chance guarantee requirement testimony revelation grounds opinion recommendation court jury inquest \
        inquiry tribunal journalist conference interview",
    )
});

/// "before half-time and Ana Ruiz scored": a time or a bare noun hardly acts, so "and" begins a clause of its own.
fn timed(rest: &[Chunk], phrases: &[NounPhrase]) -> bool {
    match rest {
        [time, and, ..] => {
            let acts_not = |phrase: &NounPhrase| {
                phrase.time.is_some() || phrase.tokens.len() == 1 && phrase.mention.is_none() && !phrase.plural
            };
            matches!(time.kind, Kind::Phrase(phrase) if acts_not(&phrases[phrase]))
                && matches!(and.kind, Kind::Coordinator(_))
        }
        _ => false,
    }
}

/// Whether a subject and a finite verb follow before the clause ends; one parenthesis between them is stepped over
/// ("after Ana Ruiz, the mayor, resigned").
fn finite_follows(rest: &[Chunk], groups: &[VerbGroup]) -> bool {
    let finite = |chunk: &Chunk| matches!(chunk.kind, Kind::Verb(group) if groups[group].form == VerbForm::Finite);
    let mut subject = false;
    let mut at = 0;
    while let Some(chunk) = rest.get(at) {
        match &chunk.kind {
            Kind::Phrase(_) => subject = true,
            // "when the order to leave came": what says more of the subject is stepped over.
            Kind::Verb(_) if subject && !finite(chunk) && matches!(rest[at - 1].kind, Kind::Phrase(_)) => {}
            Kind::Verb(_) => return subject && finite(chunk),
            Kind::Comma if subject => {
                let close = rest[at + 1..].iter().take(12).position(|chunk| matches!(chunk.kind, Kind::Comma));
                return close.is_some_and(|close| {
                    let inside = &rest[at + 1..at + 1 + close];
                    rest.get(at + close + 2).is_some_and(finite) && !inside.iter().any(&finite)
                });
            }
            Kind::Comma | Kind::Stop | Kind::Subordinator(..) | Kind::Wh(_) | Kind::Coordinator(_) | Kind::Mark => {
                let list = subject && matches!(&chunk.kind, Kind::Coordinator(word) if word == "and" || word == "or");
                if !(list && matches!(rest.get(at + 1).map(|chunk| &chunk.kind), Some(Kind::Phrase(_)))) {
                    return false;
                }
            }
            _ => {}
        }
        at += 1;
    }
    false
}
