//! Of what an answer tells: who or what stands at the place that its wording names, who acts, and what it is about, so that
//! only answers of one thing are held against each other.

use super::table::{self, Of, Place, Wording};
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::{office, person_noun};
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::annotate::verb::{VerbGroup, Voice};
use crate::check::order::reader::Reader;
use crate::check::outcome::Thing;
use crate::check::support;
use crate::graph::Identity;
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// Of what the words tell; `None` where that is asked for and not named.
pub(super) fn topics(
    reader: &Reader,
    wording: &Wording,
    clause: &Clause,
    group: &VerbGroup,
    places: &[usize],
) -> Option<Vec<Thing>> {
    let phrases = &reader.article.phrases;
    let things =
        |list: &[usize]| -> Vec<Thing> { list.iter().filter_map(|&phrase| Thing::read(reader, phrase)).collect() };
    let own = |phrase: usize| places.iter().any(|at| phrases[phrase].tokens.contains(at));
    let subject =
        if group.voice == Voice::Passive && !clause.objects.is_empty() { &clause.objects } else { &clause.subjects };
    // "Declined to answer": whoever declined.
    let above = || clause.parent.and_then(|parent| reader.article.clauses.get(parent)).map(|clause| &clause.subjects);
    let subject = if subject.is_empty() { above().unwrap_or(subject) } else { subject };
    let stands: Vec<usize> = match wording.place {
        Place::Subject => subject.iter().copied().filter(|&phrase| !own(phrase)).collect(),
        Place::Object => {
            clause.objects.iter().chain(&clause.recipients).copied().filter(|&phrase| !own(phrase)).collect()
        }
        Place::Beside => {
            let last = *places.last()?;
            reader.phrase_at(last).or_else(|| reader.phrase_at(last + 1)).into_iter().collect()
        }
    };
    let of_sort = |phrase: &usize, sort: &str| {
        let noun = &phrases[*phrase];
        let head = &reader.article.tokens[noun.head];
        table::of_sort(sort, &head.lemma) || table::of_sort(sort, &head.lower)
    };
    match wording.of {
        Of::Own => Some(Vec::new()),
        Of::Person => {
            let people: Vec<Thing> = things(&stands)
                .into_iter()
                .filter(|thing| thing.person)
                .filter(|thing| thing.part.party.is_some() || !deputy(wording, &thing.part.head))
                .collect();
            let tokens = &reader.article.tokens;
            let other = stands.iter().any(|&phrase| {
                let head = &tokens[phrases[phrase].head];
                let own = deputy(wording, &head.lemma);
                !own && (somebody(&head.lemma) || head.tag == Tag::Number || phrases[phrase].plural)
            });
            if people.is_empty() && !other && wording.place == Place::Subject {
                only_person(reader, clause)
            } else {
                Some(people)
            }
        }
        Of::Any | Of::Thing => {
            let fits = |thing: &Thing| wording.of == Of::Any || !thing.person;
            let list: Vec<Thing> = things(&stands).into_iter().filter(fits).collect();
            (!list.is_empty()).then_some(list)
        }
        Of::Sort(sort) => {
            let list: Vec<usize> = stands.into_iter().filter(|phrase| of_sort(phrase, sort)).collect();
            let list = things(&list);
            (!list.is_empty()).then_some(list)
        }
        Of::Lone(sort) | Of::Loose(sort) => {
            let around = |span: Span| -> Vec<usize> {
                let first = phrases.partition_point(|phrase| phrase.span.start < span.start);
                let inside = (first..phrases.len()).take_while(|&phrase| phrases[phrase].span.start < span.end);
                inside.filter(|phrase| of_sort(phrase, sort)).collect()
            };
            let mut list = around(clause.span);
            if list.is_empty() {
                list = around(reader.article.sentences[clause.sentence].span);
            }
            let mut list = things(&list);
            if sort == "folk" {
                list.extend(things(&stands));
            }
            (!list.is_empty() || matches!(wording.of, Of::Loose(_))).then_some(list)
        }
    }
}

/// Who or what acts in the clause, nobody and pronouns left out.
pub(super) fn actors(reader: &Reader, clause: &Clause, group: &VerbGroup, places: &[usize]) -> Vec<Thing> {
    let phrases = &reader.article.phrases;
    let acts = if group.voice == Voice::Passive { &[][..] } else { &clause.subjects };
    let own = |phrase: usize| places.iter().any(|at| phrases[phrase].tokens.contains(at));
    let told = |&&phrase: &&usize| !own(phrase) && phrases[phrase].determination != Determination::Negative;
    acts.iter().filter(told).filter_map(|&phrase| Thing::read(reader, phrase)).collect()
}

/// The phrases of a clause behind some prepositions, times left out.
pub(super) fn governed<'r>(
    reader: &'r Reader,
    clause: &'r Clause,
    prepositions: &'r [&str],
) -> impl Iterator<Item = usize> + 'r {
    let phrases = &reader.article.phrases;
    let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
    let direct = adjuncts.filter(|adjunct| prepositions.contains(&adjunct.preposition.as_str()));
    let near = clause.objects.iter().chain(&clause.subjects).chain(&clause.complement);
    let hanging = near.flat_map(|&phrase| &phrases[phrase].complements);
    let hanging = hanging.filter(|(preposition, _)| prepositions.contains(&preposition.as_str()));
    direct.filter_map(|adjunct| adjunct.phrase).chain(hanging.map(|&(_, inner)| inner))
}

/// Words of a charge that stand for any.
const ANY_CHARGE: &[&str] = &["charge", "count", "offence", "allegation", "question", "crime", "accusation"];

/// Nouns for what it is about.
pub(super) fn matters(reader: &Reader, wording: &Wording, clause: &Clause, places: &[usize]) -> Vec<CompactString> {
    let tokens = &reader.article.tokens;
    let voted =
        matches!(wording.of, Of::Lone("verdict" | "sitting")) || matches!(wording.question, "abstained" | "carried");
    let prepositions: &[&str] = match wording.question {
        "plea" => &["to", "over", "about"],
        _ if voted => &["over", "about", "against", "on"],
        _ => &["over", "about"],
    };
    let decided = clause.objects.iter().copied().filter(|_| voted);
    let phrases = governed(reader, clause, prepositions).chain(decided);
    let all = &reader.article.phrases;
    let charge = |phrase: usize| ANY_CHARGE.contains(&tokens[all[phrase].head].lemma.as_str());
    // "Two counts of fraud": the fraud.
    let of = |phrase: usize| {
        let mut inner = all[phrase].complements.iter().filter(|(preposition, _)| preposition == "of" && charge(phrase));
        inner.next().map_or(phrase, |&(_, inner)| inner)
    };
    let heads = phrases.map(|phrase| all[of(phrase)].head).filter(|head| !places.contains(head));
    let nouns = heads.map(|head| &tokens[head]).filter(|token| token.tag.is_noun() && !token.tag.is_proper());
    let sort = |lemma: &str| matches!(wording.of, Of::Lone(sort) if table::of_sort(sort, lemma) && lemma != "budget");
    let all: Vec<CompactString> = nouns.map(|token| token.lemma.clone()).filter(|lemma| !sort(lemma)).collect();
    if all.iter().any(|noun| ANY_CHARGE.contains(&noun.as_str())) { Vec::new() } else { all }
}

/// Who acts for the one who is told of, or upon him: lawyers appeal, officers arrest.
fn deputy(wording: &Wording, lemma: &str) -> bool {
    match wording.question {
        "appealed" => matches!(lemma, "lawyer" | "counsel" | "barrister" | "solicitor" | "attorney"),
        "surrendered" | "handcuffed" | "resisted" => matches!(lemma, "police" | "officer" | "detective"),
        _ => false,
    }
}

fn somebody(lemma: &str) -> bool {
    person_noun(lemma) || lemma == "people" || office(lemma).is_some()
}

/// The only person that a sentence names, where its subject is nobody: "there was no alcohol in Holt's blood".
fn only_person(reader: &Reader, clause: &Clause) -> Option<Vec<Thing>> {
    let article = reader.article;
    let span = article.sentences[clause.sentence].span;
    let people: BTreeSet<Identity> = support::people(reader.story, reader.at, span).map(|(party, _)| party).collect();
    if people.len() != 1 {
        return None;
    }
    let first = article.phrases.partition_point(|phrase| phrase.span.start < span.start);
    let inside = (first..article.phrases.len()).take_while(|&at| article.phrases[at].span.start < span.end);
    let things = inside.filter_map(|phrase| Thing::read(reader, phrase));
    let list: Vec<Thing> =
        things.filter(|thing| thing.person && thing.part.party.is_some_and(|party| people.contains(&party))).collect();
    (!list.is_empty()).then_some(list)
}
