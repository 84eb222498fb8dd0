//! The things that answers are about, and whether two of them are one.

use crate::annotate::mention::{Determination, EntityKind, MentionForm, NounPhrase};
use crate::annotate::quantity::{Comparison, Unit};
use crate::annotate::token::Tag;
use crate::annotate::verb::VerbForm;
use crate::check::order::event::Part;
use crate::check::order::lexicon;
use crate::check::order::likeness::{like, of_a_row};
use crate::check::order::reader::Reader;
use crate::check::support::mentions;
use crate::graph::{Identity, Likeness, Story, compare_parties, contrasting, synonyms};
use crate::source::Span;
use compact_str::CompactString;

/// How well two things are known to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Sameness {
    /// By a noun only: "the bill", "the bill".
    Noun,
    /// By a name, or by a noun and what hangs on it: "the library in Marsh Lane".
    Known,
}

/// Something of which an article tells what became.
#[derive(Clone, Debug)]
pub(in crate::check) struct Thing {
    pub(in crate::check) part: Part,
    /// Whether it is somebody.
    pub(in crate::check) person: bool,
    /// Who and what is named in its words, its own name left out.
    names: Vec<Identity>,
    /// Words that tell it from others: before its noun, and nouns behind it.
    details: Vec<CompactString>,
    /// The nouns that hang on its noun, and those that hang on these.
    behind: [Vec<CompactString>; 2],
    /// What numbers it: "Flight 212", "Court 4b".
    pub(super) label: Option<CompactString>,
    /// Index of the quantity that it is or that counts it.
    figure: Option<usize>,
    pub(super) article: usize,
    /// "No lifejackets", "not a cent".
    negative: bool,
    /// Bytes of its words, what hangs on it included.
    pub(in crate::check) span: Span,
}

impl Thing {
    /// The thing of a noun phrase; `None` for times and pronouns that stand for nobody known.
    pub(in crate::check) fn read(reader: &Reader, index: usize) -> Option<Self> {
        let index = whole(reader, index);
        let mut part = reader.any_part(index)?;
        let phrase = &reader.article.phrases[index];
        let head = &reader.article.tokens[phrase.head];
        // "The third Test": a noun that is written as a name.
        if part.head.is_empty() && part.party.is_none() && head.tag.is_proper() {
            part.head.clone_from(&head.lower);
        }
        // "It" is read too often as something else than what is meant.
        let it = matches!(head.lower.as_str(), "it" | "this" | "that" | "which" | "them" | "they");
        if part.unknown || it && head.tag == Tag::Pronoun {
            return None;
        }
        let inner: Vec<usize> = phrase.complements.iter().map(|&(_, inner)| inner).collect();
        let deeper: Vec<usize> = inner
            .iter()
            .flat_map(|&inner| reader.article.phrases[inner].complements.iter().map(|&(_, deeper)| deeper))
            .collect();
        let all = inner.iter().chain(&deeper);
        let span = all.fold(phrase.span, |span, &inner| span.join(reader.article.phrases[inner].span));
        let by_name = mentions(reader.article, span).filter(|mention| mention.form == MentionForm::Name);
        let mut names: Vec<Identity> =
            by_name.filter_map(|mention| reader.story.identities.of(reader.at, mention.entity?)).collect();
        let owner = phrase.possessor.and_then(|mention| reader.article.mentions[mention].entity);
        names.extend(owner.and_then(|entity| reader.story.identities.of(reader.at, entity)));
        names.retain(|name| Some(*name) != part.party);
        names.dedup();
        let behind = [nouns(reader, &inner), nouns(reader, &deeper)];
        let mut details: Vec<CompactString> = part.modifiers.iter().chain(behind.iter().flatten()).cloned().collect();
        details.extend(purpose(reader, phrase.tokens.end));
        let negative = phrase.determination == Determination::Negative;
        let party = part.party.map(|party| reader.story.identities.party(party).kind);
        let person = match party {
            Some(kind) => matches!(kind, EntityKind::Person | EntityKind::Group),
            None => crate::annotate::lexicon::person_noun(&part.head) || part.head == "people",
        };
        let label = label(reader, phrase);
        Some(Self {
            part,
            person,
            label,
            names,
            details,
            behind,
            figure: phrase.quantity,
            article: reader.at,
            negative,
            span,
        })
    }

    /// Leaves out somebody who is named in its words but belongs to the verb: "was given the trophy by Mora".
    pub(in crate::check) fn without(mut self, party: Identity) -> Self {
        self.names.retain(|name| *name != party);
        self
    }

    /// Whether what hangs on the nouns is of one sort: "evidence of fraud", and no "evidence of theft".
    pub(in crate::check) fn behind_fits(&self, other: &Self) -> bool {
        let (own, others) = (&self.behind[0], &other.behind[0]);
        others.is_empty() || own.iter().any(|x| others.iter().any(|y| near(x, y)))
    }

    /// Whether a name stands with both.
    pub(in crate::check) fn shares(&self, story: &Story, other: &Self) -> bool {
        let names = |thing: &Self| thing.names.iter().copied().chain(thing.part.party).collect::<Vec<_>>();
        let one = |x: Identity, y: Identity| compare_parties(&story.identities, x, y) == Likeness::Same;
        names(self).into_iter().any(|x| names(other).into_iter().any(|y| one(x, y)))
    }

    /// Whether names, numbers or contrasts ("front", "back") tell it from a thing of another article.
    pub(in crate::check) fn apart(&self, story: &Story, other: &Self) -> bool {
        let one = |x: &Identity, y: &Identity| compare_parties(&story.identities, *x, *y) == Likeness::Same;
        let names = |thing: &Self| thing.names.iter().copied().chain(thing.part.party).collect::<Vec<_>>();
        let (own, others) = (names(self), names(other));
        // Names that the other article knows as well may both belong to it: the trial of a firm, and of its drug.
        let known = |x: &Identity, at: usize| story.identities.of_article(at).iter().any(|y| one(x, y));
        let joint = own.iter().any(|x| known(x, other.article)) && others.iter().any(|x| known(x, self.article));
        let shared = own.iter().any(|x| others.iter().any(|y| one(x, y)));
        let strange = !own.is_empty() && !others.is_empty() && !shared && !joint;
        let numbered = matches!((&self.label, &other.label), (Some(x), Some(y)) if x != y);
        let contrast = |x: &CompactString| other.part.modifiers.iter().any(|y| contrasting(x, y));
        strange || numbered || self.part.modifiers.iter().any(contrast)
    }

    /// Whether the article picks it out by more than its noun.
    pub(in crate::check) fn named(&self) -> bool {
        self.part.party.is_some() || !self.names.is_empty()
    }
}

/// The number behind a noun: "Flight 212".
fn label(reader: &Reader, phrase: &NounPhrase) -> Option<CompactString> {
    let next = reader.article.tokens.get(phrase.head + 1).filter(|_| phrase.head + 1 < phrase.tokens.end)?;
    next.lower.starts_with(|first: char| first.is_ascii_digit()).then(|| next.lower.clone())
}

/// Nouns for some of what follows: "a cent of the fine", "all of the pages".
const PARTS: &[&str] = &[
    "cent", "penny", "dime", "dollar", "euro", "pound", "part", "half", "all", "most", "rest", "none", "much", "bulk",
];

/// The phrase that "of" leads to from a part of it.
pub(in crate::check::outcome) fn whole(reader: &Reader, index: usize) -> usize {
    let phrase = &reader.article.phrases[index];
    let of = phrase.complements.iter().find(|(preposition, _)| preposition == "of").map(|&(_, inner)| inner);
    let head = &reader.article.tokens[phrase.head];
    // "Eleven of the operations", but not "150m of its debt".
    let count = head.tag == Tag::Number && head.lower.chars().all(char::is_alphabetic);
    let part = PARTS.contains(&head.lemma.as_str()) || count;
    of.filter(|_| part).unwrap_or(index)
}

/// "The bill to ban plastic bottles": the words of the infinitive that tells what it is for.
fn purpose(reader: &Reader, end: usize) -> Vec<CompactString> {
    let Some(group) = reader.group_at(end).filter(|&group| reader.group(group).form == VerbForm::Infinitive) else {
        return Vec::new();
    };
    let Some(clause) = reader.clause(group) else { return Vec::new() };
    nouns(reader, &clause.objects)
}

/// The common nouns that head some phrases.
fn nouns(reader: &Reader, phrases: &[usize]) -> Vec<CompactString> {
    let heads = phrases.iter().map(|&phrase| &reader.article.tokens[reader.article.phrases[phrase].head]);
    let nouns = heads.filter(|token| token.tag.is_noun() && !token.tag.is_proper());
    nouns.map(|token| token.lemma.clone()).collect()
}

/// Whether two things of different articles are one, and how well that is known.
pub(in crate::check) fn same(story: &Story, a: &Thing, b: &Thing) -> Option<Sameness> {
    if let (Some(x), Some(y)) = (a.part.party, b.part.party) {
        return (compare_parties(&story.identities, x, y) == Likeness::Same).then_some(Sameness::Known);
    }
    let likeness = like(story, &a.part, &b.part);
    let figures = figures(story, a, b);
    if likeness == Likeness::Different
        || figures == Some(Comparison::Different)
        || of_a_row(&a.part) != of_a_row(&b.part)
    {
        return None;
    }
    let money = |thing: &Thing| {
        let figure = thing.figure.map(|figure| &story.articles[thing.article].quantities[figure]);
        figure.is_some_and(|figure| matches!(figure.unit, Unit::Currency(_)))
    };
    if figures == Some(Comparison::Same) && money(a) && money(b) {
        return Some(Sameness::Known);
    }
    if a.part.party.is_some() || b.part.party.is_some() {
        // "The trawler Solveig", then "the trawler".
        let (named, noun) = if a.part.party.is_some() { (a, b) } else { (b, a) };
        let called = noun.part.definite
            && noun.part.party.is_none()
            && named.details.iter().any(|word| near(word, &noun.part.head));
        return (likeness == Likeness::Same || called).then_some(Sameness::Noun);
    }
    if !near(&a.part.head, &b.part.head) {
        return None;
    }
    let shares = |x: &[Identity], y: &[Identity]| {
        let one = |x: &Identity| {
            let same = |y: &Identity| compare_parties(&story.identities, *x, *y) == Likeness::Same;
            y.iter().any(|y| same(y) || bears(story, *x, *y) || bears(story, *y, *x))
        };
        x.iter().any(one)
    };
    let names = shares(&a.names, &b.names);
    if !a.names.is_empty() && !b.names.is_empty() && !names {
        return None;
    }
    // "Plans for homes in Mill Lane" are not "plans for a shop in Mill Lane".
    let apart = |x: &[CompactString], y: &[CompactString]| {
        !x.is_empty() && !y.is_empty() && !x.iter().any(|one| y.iter().any(|two| near(one, two)))
    };
    if a.behind.iter().zip(&b.behind).any(|(x, y)| apart(x, y)) {
        return None;
    }
    let counted = |word: &CompactString| word.starts_with(|first: char| first.is_ascii_digit());
    let said = |thing: &Thing| thing.details.iter().any(|word| !counted(word));
    let details = a.details.iter().any(|word| b.details.iter().any(|other| word == other || near(word, other)));
    if said(a) && said(b) && !details && !names {
        return None;
    }
    match (&a.label, &b.label) {
        (Some(x), Some(y)) if x == y => return Some(Sameness::Known),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    if names || details || figures == Some(Comparison::Same) {
        return Some(Sameness::Known);
    }
    // "A man" and "a man" may be two; "no man" is none of them.
    (a.part.definite || b.part.definite || a.negative || b.negative).then_some(Sameness::Noun)
}

/// "The unit at Marl Hospital", "the unit at the hospital in Marl": whether one's name has the name of a place, the other.
fn bears(story: &Story, named: Identity, place: Identity) -> bool {
    let (named, place) = (story.identities.party(named), story.identities.party(place));
    let words = || named.name.split(' ').any(|word| word == place.name);
    place.kind == EntityKind::Place && matches!(named.kind, EntityKind::Body | EntityKind::Thing) && words()
}

/// Two nouns for one thing.
fn near(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a == b || lexicon::noun(a) == lexicon::noun(b) || synonyms(a, b))
}

fn figures(story: &Story, a: &Thing, b: &Thing) -> Option<Comparison> {
    let (x, y) = (a.figure?, b.figure?);
    Some(story.articles[a.article].quantities[x].compare(&story.articles[b.article].quantities[y]))
}
