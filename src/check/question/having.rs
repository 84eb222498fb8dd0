//! "Wore a collar" against "carried no collar", "called an ambulance" against "nobody called an ambulance": what was had, or done
//! to some one thing, and that there was none of it.
//!
//! Things that are told of with "a" and with "no" are no two things of which it could be asked whether they are one, so that
//! [`super::super::outcome`] leaves them out. Here the noun is the question, and who had it is what has to be one.

use super::manner::{above, apart, told, yet};
use super::read::{Answer, REPORTS};
use super::table::HAVING;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use crate::check::order::reader::Reader;
use crate::check::outcome::Thing;
use crate::check::support;
use crate::check::table::Sorts;
use crate::graph::{Story, synonyms};
use compact_str::CompactString;
use std::sync::{LazyLock, OnceLock};

/// Verbs of having, and what tells too little.
static WORDS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../../rules/english/having.csv")));

/// What an article says was had or done, and what not.
pub(super) fn read(reader: &Reader) -> Vec<Answer> {
    reader.article.clauses.iter().filter_map(|clause| answer(reader, clause)).collect()
}

fn answer(reader: &Reader, clause: &Clause) -> Option<Answer> {
    let (article, group) = (reader.article, reader.group(clause.verb));
    let plain =
        group.form == VerbForm::Finite && group.voice == Voice::Active && clause.link != ClauseLink::Conditional;
    let &[object] = clause.objects.as_slice() else { return None };
    let phrase = &article.phrases[object];
    let head = &article.tokens[phrase.head];
    let noun = head.lemma.as_str();
    let common = matches!(head.tag, Tag::Noun | Tag::NounPlural) && phrase.quantity.is_none() && phrase.time.is_none();
    if !plain || !common || WORDS.words("vague-noun").contains(&noun) || reader.quoted(group.main) {
        return None;
    }
    let has = WORDS.words("have").contains(&group.lemma.as_str());
    if !has && WORDS.words("vague-verb").contains(&group.lemma.as_str()) {
        return None;
    }
    let none = |phrase: usize| article.phrases[phrase].determination == Determination::Negative;
    let nobody = clause.subjects.iter().any(|&subject| none(subject));
    let without = none(object);
    let denied = without || clause.polarity == Polarity::Negative || clause.modality == Modality::Unable;
    // What is denied of "the collar" is told of that one only.
    let one = phrase.determination == Determination::Definite;
    let planned = told(reader, clause, group, group.tokens.start)?;
    let places: Vec<usize> = group.tokens.clone().chain([phrase.head]).collect();
    let from = article.tokens.partition_point(|token| token.span.start < clause.span.start);
    let last = phrase.head.max(group.tokens.end);
    if one && denied && !nobody || planned || apart(reader, &places, from.min(group.tokens.start)..last + 1, clause) {
        return None;
    }
    let things =
        |phrases: &[usize]| phrases.iter().filter_map(|&phrase| Thing::read(reader, phrase)).collect::<Vec<_>>();
    let topics = if nobody { Vec::new() } else { things(&clause.subjects) };
    if topics.is_empty() && !nobody {
        return None;
    }
    let sentence = support::sentence(article, clause.span);
    let verb = if has { "has" } else { group.lemma.as_str() };
    Some(Answer {
        article: reader.at,
        wording: &HAVING,
        class: CompactString::from(format!("{verb} {noun}")),
        holds: !denied,
        planned,
        so_far: yet(reader, clause, group),
        actors: things(&[object]),
        topics,
        matters: Vec::new(),
        sites: Vec::new(),
        void: false,
        several: true,
        present: group.tense == Tense::Present && !group.perfect,
        when: support::times(article, sentence)
            .filter(|time| time.duration.is_none())
            .filter_map(|time| reader.date(time))
            .collect(),
        words: group.span.join(phrase.span),
        span: clause.span,
        speaker: reader.speaker(clause),
        reported: clause.attribution.is_some() || above(reader, clause).any(|verb| REPORTS.contains(&verb)),
        around: OnceLock::new(),
    })
}

/// Whether it is denied of everybody.
pub(super) fn nobody(answer: &Answer) -> bool {
    std::ptr::eq(answer.wording, &raw const HAVING) && answer.topics.is_empty()
}

/// Whether what nobody did is what was done: something is named in both sentences.
pub(super) fn one_of_all(story: &Story, a: &Answer, b: &Answer) -> bool {
    let parties = |answer: &Answer| {
        let article = &story.articles[answer.article];
        let sentence = support::sentence(article, answer.words);
        support::mentions(article, sentence)
            .filter_map(|mention| story.identities.of(answer.article, mention.entity?))
            .collect::<Vec<_>>()
    };
    let (x, y) = (parties(a), parties(b));
    x.iter().any(|one| y.contains(one))
}

/// "No telephone warning" leaves room for a warning, "no warning" for none.
pub(super) fn same_kind(a: &Answer, b: &Answer) -> bool {
    if !std::ptr::eq(a.wording, &raw const HAVING) {
        return true;
    }
    let (told, denied) = if a.holds { (a, b) } else { (b, a) };
    let (Some(x), Some(y)) = (told.actors.first(), denied.actors.first()) else { return false };
    let among = |word: &CompactString| x.part.modifiers.iter().any(|other| other == word || synonyms(other, word));
    y.part.modifiers.iter().all(among) && x.behind_fits(y)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_has_words_of_every_sort() {
        super::WORDS.assert_sorts(&["have", "vague-verb", "vague-noun"]);
    }
}
