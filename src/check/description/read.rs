//! Reads what follows a copula: article, modifiers, head nouns of a coordination, and the place behind "in".
//!
//! A shallow reading along the words is enough and does not break where a longer sentence is misread: it ends at the
//! first preposition, relative pronoun, participle behind a noun or mark other than a comma.

use super::kinds;
use super::subject::{self, Key};
use crate::annotate::Article;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::check::support::mentions;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Identity, Story};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// The longest description that is read, in words.
const LONGEST: usize = 30;

/// One sentence that says what something is.
#[derive(Clone, Debug, Default)]
pub(super) struct Description {
    pub(super) article: usize,
    /// Bytes of the sentence.
    pub(super) span: Span,
    /// Bytes of the words after the verb.
    pub(super) words_span: Span,
    pub(super) name: String,
    pub(super) keys: BTreeSet<Key>,
    pub(super) person: bool,
    pub(super) negative: bool,
    pub(super) past: bool,
    /// "only", "solely": nothing besides.
    pub(super) only: bool,
    /// With "a" or "an".
    pub(super) indefinite: bool,
    /// Lemmas of the nouns that it is said to be.
    pub(super) heads: Vec<CompactString>,
    /// Lemmas of all words up to the end of the coordination.
    pub(super) words: BTreeSet<CompactString>,
    /// Countries of adjectives such as "French".
    pub(super) nations: Vec<PlaceId>,
    pub(super) year: Option<u16>,
    /// Lemmas of the nouns, adjectives and verbs that follow up to the end of the sentence.
    pub(super) rest: BTreeSet<CompactString>,
    /// Who stands behind "by".
    pub(super) makers: Vec<Identity>,
    /// The place behind "in" or "located in".
    pub(super) place: Option<PlaceId>,
}

impl Description {
    /// The sorts of things it is said to be.
    pub(super) fn kinds(&self) -> Vec<&'static str> {
        self.heads.iter().filter_map(|head| kinds::kind(head)).collect()
    }
}

/// The descriptions of one article, in order of the text.
pub(super) fn descriptions(story: &Story, at: usize) -> Vec<Description> {
    let article = &story.articles[at];
    article.clauses.iter().filter_map(|clause| description(story, at, article, clause)).collect()
}

fn description(story: &Story, at: usize, article: &Article, clause: &Clause) -> Option<Description> {
    let group = article.verb_groups.get(clause.verb)?;
    let direct = clause.attribution.as_ref().is_some_and(|speaker| speaker.direct);
    let stated = matches!(clause.link, ClauseLink::Main | ClauseLink::Subordinate | ClauseLink::Reported);
    if group.lemma != "be" || clause.modality != Modality::Actual || direct || !stated || group.tense == Tense::Future {
        return None;
    }
    let sentence = article.sentences.get(clause.sentence)?;
    let from = group.tokens.end;
    let words = article.tokens.get(from..sentence.tokens.end.min(from + LONGEST * 2))?;
    let mut found = Description {
        article: at,
        span: sentence.span,
        negative: clause.polarity == Polarity::Negative,
        past: group.tense == Tense::Past,
        ..Description::default()
    };
    let read = found.read(words)?;
    let last = words.get(read.checked_sub(1)?)?;
    found.words_span = words.first()?.span.join(last.span);
    found.rest = content(&words[read..]).collect();
    found.place = place_behind(article, at, story, &words[read..]);
    found.makers = makers(article, at, story, &words[read..]);
    if found.words.is_empty() && found.place.is_none() {
        return None;
    }
    let subject = subject::subject(story, at, clause)?;
    (found.keys, found.name, found.person) = (subject.keys, subject.name, subject.person);
    Some(found)
}

impl Description {
    /// Reads the words behind the verb; gives how many belong to the description. `None` where the wording says
    /// something else: "is one of", "is not only", "is no longer", "is like".
    fn read(&mut self, words: &[Token]) -> Option<usize> {
        let mut at = self.opening(words)?;
        let mut nouns = false;
        let mut last: Option<CompactString> = None;
        while let Some(token) = words.get(at) {
            let next = words.get(at + 1);
            match token.tag {
                Tag::Punctuation if token.lower == "," => {
                    // A comma goes on only before another noun phrase: ", singer", ", a painter and".
                    self.heads.extend(last.take());
                    if !goes_on(&words[at + 1..]) {
                        break;
                    }
                }
                Tag::Conjunction if matches!(token.lower.as_str(), "and" | "or" | "&") => {
                    self.heads.extend(last.take());
                    if next.is_none_or(|next| next.tag.is_finite() || next.tag == Tag::Pronoun) {
                        break;
                    }
                }
                Tag::Determiner
                    if matches!(token.lower.as_str(), "a" | "an" | "the") && !nouns | self.heads.is_empty() => {}
                Tag::Determiner if last.is_none() => {}
                Tag::PossessivePronoun | Tag::Pronoun
                    if self.words.is_empty() && matches!(token.lower.as_str(), "his" | "her" | "its" | "their") => {}
                // "Ana Ruiz's third album": whose it is, is not what it is.
                Tag::PossessiveEnding if self.heads.is_empty() => {
                    last = None;
                    self.words.clear();
                    self.nations.clear();
                }
                tag if tag.is_noun() || tag.is_adjective() || tag == Tag::Number => {
                    self.word(token, words.get(at.wrapping_sub(1)), next);
                    nouns |= tag.is_noun();
                    if tag.is_noun() {
                        last = Some(token.lemma.clone());
                    }
                }
                // "a retired judge", "an animated film"; behind the noun it begins something else: "a film directed by".
                Tag::VerbParticiple | Tag::VerbGerund | Tag::VerbPast | Tag::Verb
                    if last.is_none() && next.is_some_and(|next| next.tag.is_noun() || next.tag.is_adjective()) =>
                {
                    self.words.insert(token.lemma.clone());
                }
                tag if tag.is_adverb() && last.is_none() => {}
                _ => break,
            }
            at += 1;
        }
        self.heads.extend(last);
        Some(at)
    }

    /// What stands before the first word that says something.
    fn opening(&mut self, words: &[Token]) -> Option<usize> {
        let lower = |at: usize| words.get(at).map_or("", |token| token.lower.as_str());
        let mut at = 0;
        loop {
            match lower(at) {
                "only" | "solely" | "exclusively" | "purely" | "merely" if !self.negative => self.only = true,
                "something" | "anything" if (lower(at + 1), lower(at + 2)) == ("other", "than") => {
                    self.negative = !self.negative;
                    at += 2;
                }
                "not" | "n't" | "also" | "currently" | "actually" | "really" | "officially" | "both" | "the" => {}
                "a" | "an" => self.indefinite = true,
                "only" | "just" | "simply" | "merely" | "necessarily" | "always" | "yet" | "one" | "no" | "more"
                | "less" | "as" | "so" | "such" | "what" | "like" | "about" | "still" | "longer" | "nearly"
                | "almost" | "part" => return None,
                _ => return (at < words.len()).then_some(at),
            }
            at += 1;
        }
    }

    fn word(&mut self, token: &Token, before: Option<&Token>, next: Option<&Token>) {
        self.words.insert(token.lemma.clone());
        if token.lower.len() == 4
            && let Ok(year) = token.lower.parse::<u16>()
            && (1000..2100).contains(&year)
        {
            self.year = Some(year);
        }
        if next.is_some_and(|next| next.lower == "football") {
            return;
        }
        let gazetteer = Gazetteer::global();
        let pair =
            before.filter(|before| before.capital).map(|before| format!("{} {}", before.written(), token.written()));
        if let Some(place) = pair.and_then(|pair| gazetteer.demonym(&pair)) {
            self.nations.push(place);
        } else if token.capital && !before.is_some_and(|before| before.capital && before.tag.is_proper()) {
            let written = token.written();
            let parts = written.split('-').map(|part| {
                let mut letters = part.chars();
                letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
            });
            self.nations.extend(parts.filter_map(|part| gazetteer.demonym(&part)));
        }
    }
}

/// Whether another noun phrase of a list follows a comma.
fn goes_on(words: &[Token]) -> bool {
    let skip = usize::from(words.first().is_some_and(|token| token.tag == Tag::Conjunction));
    let mut rest =
        words[skip..].iter().take(6).skip_while(|token| token.tag == Tag::Determiner || token.tag.is_adjective());
    let noun = rest.next().is_some_and(|token| token.tag.is_noun());
    let after = rest.find(|token| !token.tag.is_noun());
    noun && after.is_none_or(|token| {
        token.tag == Tag::Punctuation || matches!(token.tag, Tag::Conjunction | Tag::Preposition | Tag::WhPronoun)
    })
}

fn content(words: &[Token]) -> impl Iterator<Item = CompactString> {
    let said = |token: &&Token| {
        token.tag.is_noun() || token.tag.is_adjective() || token.tag.is_verb() || token.tag == Tag::Number
    };
    words.iter().filter(said).map(|token| token.lemma.clone())
}

/// The parties behind "by", up to the next comma or verb: "an album by the English band Low Water".
fn makers(article: &Article, at: usize, story: &Story, words: &[Token]) -> Vec<Identity> {
    let Some(by) = words.first().filter(|token| token.lower == "by") else { return Vec::new() };
    let end = words.iter().take(16).position(|token| token.lower == "," || token.tag.is_verb() || token.lower == "for");
    let Some(last) = words.get(end.unwrap_or(words.len().min(16)).saturating_sub(1)) else { return Vec::new() };
    mentions(article, by.span.join(last.span))
        .filter(|mention| mention.form == MentionForm::Name && mention.kind != EntityKind::Place)
        .filter_map(|mention| story.identities.of(at, mention.entity?))
        .collect()
}

/// The place behind "in", with or without a participle before it: "a city in Ohio", "a university located in Leeds".
fn place_behind(article: &Article, at: usize, story: &Story, words: &[Token]) -> Option<PlaceId> {
    let skip = usize::from(
        words.first().is_some_and(|token| matches!(token.lower.as_str(), "located" | "situated" | "based")),
    );
    let preposition = words.get(skip).filter(|token| matches!(token.lower.as_str(), "in" | "within"))?;
    let end = words.get(skip + 1..)?.iter().position(|token| token.lower == "," || token.tag.is_verb());
    let last = words.get(skip + end.unwrap_or(words.len() - skip - 1).min(9))?;
    mentions(article, preposition.span.join(last.span))
        .filter_map(|mention| story.identities.of(at, mention.entity?))
        .find_map(|identity| story.identities.party(identity).place)
}
