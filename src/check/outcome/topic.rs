//! Where in its clause the thing stands of which a wording tells: acted upon, acting, behind a preposition, or within a noun.

use super::table::{Topic, Wording};
use super::thing::Thing;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::NounPhrase;
use crate::annotate::token::Tag;
use crate::annotate::verb::{VerbForm, VerbGroup, Voice};
use crate::check::order::reader::Reader;

/// Words behind a verb within which its noun or adjective stands.
pub(super) const REACH: usize = 8;

/// What a wording tells of in its clause; `None` where `rest` does not stand behind the verb.
pub(super) fn things(reader: &Reader, clause: &Clause, wording: &Wording, rest: &[&str]) -> Option<Vec<Thing>> {
    let group = reader.group(clause.verb);
    let preposition = (wording.topic == Topic::After).then(|| rest.last()).flatten();
    let rest = if preposition.is_some() { &rest[..rest.len() - 1] } else { rest };
    let matched = behind(reader, clause, group, rest)?;
    let own = |phrase: &usize| {
        let tokens = &reader.article.phrases[*phrase].tokens;
        !matched.iter().any(|token| tokens.contains(token))
    };
    let all = |phrases: &[usize]| -> Vec<usize> { phrases.iter().copied().filter(own).collect() };
    let phrases = match wording.topic {
        Topic::Object if clause.objects.is_empty() => opening(reader, clause, group).into_iter().collect(),
        Topic::Object => all(&clause.objects),
        Topic::Subject if group.voice == Voice::Active => all(&clause.subjects),
        Topic::Subject => Vec::new(),
        Topic::After => {
            let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
            let governed = adjuncts.filter(|adjunct| Some(&adjunct.preposition.as_str()) == preposition);
            governed.filter_map(|adjunct| adjunct.phrase).collect()
        }
        Topic::There => there(reader, clause),
        Topic::Beyond => beyond(reader, clause, &matched),
    };
    let things = phrases.into_iter().filter_map(|phrase| Thing::read(reader, phrase));
    Some(things.filter(|thing| wording.of.fits(thing)).collect())
}

/// The tokens of the words behind the verb, in their order; in the passive the noun may stand before it.
pub(in crate::check) fn behind(
    reader: &Reader,
    clause: &Clause,
    group: &VerbGroup,
    rest: &[&str],
) -> Option<Vec<usize>> {
    let tokens = &reader.article.tokens;
    let is = |at: usize, word: &str| tokens[at].lemma == word || tokens[at].lower == word;
    if let ([noun], Voice::Passive) = (rest, group.voice)
        && let Some(&object) = clause.objects.iter().find(|&&object| is(reader.article.phrases[object].head, noun))
    {
        return Some(vec![reader.article.phrases[object].head]);
    }
    following(reader, group, rest).or_else(|| governed(reader, clause, rest))
}

/// "Brought the fire at the depot under control": a preposition and its noun, wherever behind the verb they stand.
fn governed(reader: &Reader, clause: &Clause, rest: &[&str]) -> Option<Vec<usize>> {
    let [preposition, noun] = rest else { return None };
    let heads = clause
        .adjuncts
        .iter()
        .filter(|adjunct| adjunct.preposition == preposition)
        .filter_map(|adjunct| Some(reader.article.phrases[adjunct.phrase?].head));
    heads.into_iter().find(|&head| reader.article.tokens[head].lemma == *noun).map(|head| vec![head])
}

/// The tokens of the words behind the verb, with nothing but a phrase's words between them.
fn following(reader: &Reader, group: &VerbGroup, rest: &[&str]) -> Option<Vec<usize>> {
    let tokens = &reader.article.tokens;
    let is = |at: usize, word: &str| tokens[at].lemma == word || tokens[at].lower == word;
    let mut found = Vec::new();
    let mut at = group.tokens.end;
    for word in rest {
        let end = (at + REACH).min(tokens.len());
        let passable = |tag: Tag| {
            tag.is_adverb()
                || tag.is_adjective()
                || tag.is_noun()
                || matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Number)
        };
        let place =
            (at..end).take_while(|&next| is(next, word) || passable(tokens[next].tag)).find(|&next| is(next, word))?;
        found.push(place);
        at = place + 1;
    }
    // "Won the vote count": the noun meant is the last of its phrase.
    let whole = found
        .last()
        .is_none_or(|&last| !tokens[last].tag.is_noun() || tokens.get(last + 1).is_none_or(|next| !next.tag.is_noun()));
    whole.then_some(found)
}

/// "The suit which the fund brought, through whose branch it passed, was settled": the subject that opens the sentence,
/// where clauses between commas part it from its verb.
fn opening(reader: &Reader, clause: &Clause, group: &VerbGroup) -> Option<usize> {
    let tokens = &reader.article.tokens;
    let comma = group.tokens.start.checked_sub(1).is_some_and(|before| tokens[before].lower == ",");
    let lone = group.voice == Voice::Passive && group.form == VerbForm::Finite && clause.subjects.is_empty();
    let first = reader.article.sentences[clause.sentence].tokens.start;
    reader.phrase_at(first).filter(|_| comma && lone && clause.link == ClauseLink::Main)
}

/// "There will be an inquiry": what there is.
fn there(reader: &Reader, clause: &Clause) -> Vec<usize> {
    let exists = |&phrase: &usize| reader.article.tokens[reader.article.phrases[phrase].head].lower == "there";
    clause.complement.filter(|_| clause.subjects.iter().any(exists)).into_iter().collect()
}

/// Prepositions before what a decision, a permission or a payment is about.
const ABOUT: &[&str] = &["on", "to", "for", "of", "over", "about", "against"];

/// Whoever is given it, or what its noun is about.
fn beyond(reader: &Reader, clause: &Clause, matched: &[usize]) -> Vec<usize> {
    if !clause.recipients.is_empty() {
        return clause.recipients.clone();
    }
    let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
    let governed = adjuncts.filter(|adjunct| ABOUT.contains(&adjunct.preposition.as_str()));
    let mut found: Vec<usize> = governed.filter_map(|adjunct| adjunct.phrase).collect();
    let phrases = &reader.article.phrases;
    let near = clause.objects.iter().chain(clause.complement.as_ref()).map(|&phrase| &phrases[phrase]);
    let about = |noun: &&NounPhrase| matched.iter().any(|token| noun.tokens.contains(token));
    for noun in near.filter(about) {
        let inside = noun.complements.iter().filter(|(preposition, _)| ABOUT.contains(&preposition.as_str()));
        found.extend(inside.map(|&(_, inner)| inner));
    }
    found
}
