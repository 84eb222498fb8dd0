//! Who is said to hold which office, and whose office it is.

use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::{self, OfficeClass};
use crate::annotate::mention::{Determination, EntityId, EntityKind, MentionForm, Office};
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// How many bytes name and office may take together.
const CLOSE: usize = 160;

/// Whose office it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum House {
    /// A body or place that is known by name.
    Known(Identity),
    /// One that is told from others by its description only ("french rail union"), lower case.
    Words(String),
}

/// The body or place whose an office is.
pub(super) struct Owner {
    pub(super) house: Identity,
    /// Whether it is only the body that the article is about.
    pub(super) guessed: bool,
}

/// One person said to hold one office.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) person: Identity,
    pub(super) article: usize,
    pub(super) office: Office,
    /// Whose office it is, where that is known.
    pub(super) of: Option<House>,
    /// Whether it is only the body that the article is about.
    pub(super) guessed: bool,
    /// Whether the words leave no room for a second holder ("the head of", "who heads").
    pub(super) only: bool,
    /// Name and office as they stand in the text.
    pub(super) span: Span,
}

/// Verbs that say which office their subject holds.
const HOLDING: &[(&str, &str)] = &[
    ("head", "head"),
    ("lead", "leader"),
    ("command", "commander"),
    ("captain", "captain"),
    ("chair", "chair"),
    ("edit", "editor"),
    ("manage", "manager"),
    ("govern", "governor"),
];

/// Whose offices are, asked of a story again and again.
pub(super) struct Houses<'s> {
    story: &'s Story<'s>,
    bodies: BTreeMap<String, Identity>,
    /// For each article, the body that it is about, once somebody asked.
    about: Vec<OnceCell<Option<Identity>>>,
}

impl<'s> Houses<'s> {
    pub(super) fn new(story: &'s Story<'s>) -> Self {
        Self { story, bodies: bodies(story), about: story.articles.iter().map(|_| OnceCell::new()).collect() }
    }

    /// Whose an office is that an article speaks of, where it is named.
    pub(super) fn owner(&self, at: usize, office: &Office) -> Option<Owner> {
        let known = named_owner(self.story, &self.bodies, at, office).map(|house| Owner { house, guessed: false });
        let about = || {
            let house = self.about[at].get_or_init(|| house(self.story, at));
            house.filter(|_| office.of.is_none() && own_kind(office)).map(|house| Owner { house, guessed: true })
        };
        known.or_else(about)
    }

    /// Whose it is by the words that describe it.
    pub(super) fn described(&self, at: usize, office: Span) -> Option<House> {
        described(&self.story.articles[at], office)
    }
}

/// Everybody introduced in an office or said to hold one.
pub(super) fn held(story: &Story, houses: &Houses) -> Vec<Held> {
    let mut list = Vec::new();
    for (at, article) in story.articles.iter().enumerate() {
        let names = names(article);
        for (index, entity) in article.entities.iter().enumerate() {
            if entity.kind != EntityKind::Person {
                continue;
            }
            let id = EntityId(index as u32);
            let Some(person) = story.identities.of(at, id) else { continue };
            for office in entity.offices.iter().filter(|office| usable(article, office)) {
                let owner = houses.owner(at, office);
                let guessed = owner.as_ref().is_some_and(|owner| owner.guessed);
                let of = owner.map(|owner| House::Known(owner.house)).or_else(|| described(article, office.span));
                // "The engineer" in an article on a company is one of its engineers.
                let single = lexicon::office(&office.title).is_some_and(|known| known.single);
                list.push(Held {
                    person,
                    article: at,
                    only: of.is_some() && definite(article, office.span) && (single || !guessed),
                    guessed,
                    of,
                    span: introduction(names.get(&id).map_or(&[], Vec::as_slice), office.span),
                    office: office.clone(),
                });
            }
        }
        list.extend(article.clauses.iter().filter_map(|clause| by_verb(story, at, clause)));
    }
    list
}

fn usable(article: &Article, office: &Office) -> bool {
    !office.inferred && !owns(article, office.span) && !ended(article, office.span)
}

/// "the director of nursing until last year": whether the words behind an office, up to a stop, say that it is over.
fn ended(article: &Article, office: Span) -> bool {
    let behind = article.document.text.get(office.end..).unwrap_or_default();
    let words = behind.split([',', '.', ';', ':', '(', '\n']).next().unwrap_or_default();
    words.split_whitespace().take(8).any(|word| matches!(word, "until" | "till"))
}

/// "the sheriff's deputy": the office is not the bearer's own.
fn owns(article: &Article, office: Span) -> bool {
    let rest = article.document.text.get(office.end..).unwrap_or_default();
    // "Sheriff Deputy Ana Ruiz"
    let deputy = rest.get(..7).is_some_and(|next| next.eq_ignore_ascii_case(" deputy"));
    rest.starts_with("'s") || rest.starts_with("’s") || deputy
}

/// "who heads the union", "she commands the guard".
fn by_verb(story: &Story, at: usize, clause: &Clause) -> Option<Held> {
    let article = &story.articles[at];
    let group = &article.verb_groups[clause.verb];
    let title = HOLDING.iter().find(|(verb, _)| *verb == group.lemma)?.1;
    let now =
        group.tense == Tense::Present && clause.modality == Modality::Actual && clause.polarity == Polarity::Positive;
    let ([subject], [object]) = (clause.subjects.as_slice(), clause.objects.as_slice()) else { return None };
    if !now || group.voice == Voice::Passive {
        return None;
    }
    let entity = |phrase: usize| article.mentions[article.phrases[phrase].mention?].entity;
    let person = entity(*subject).and_then(|entity| story.identities.of(at, entity))?;
    if story.identities.party(person).kind != EntityKind::Person {
        return None;
    }
    let house = entity(*object).and_then(|entity| story.identities.of(at, entity));
    let of = house.map(House::Known).or_else(|| words(article, *object))?;
    let span = article.phrases[*subject].span.join(clause.span);
    let office = Office { title: title.into(), of: None, standing: None, span, inferred: false };
    Some(Held { person, article: at, office, of: Some(of), guessed: false, only: true, span })
}

/// The owner's own words, where it has no name: what stands after "of", or before the possessive.
fn described(article: &Article, office: Span) -> Option<House> {
    let phrase = holder(article, office)?;
    phrase.complements.iter().find(|(preposition, _)| preposition == "of").and_then(|(_, of)| words(article, *of))
}

/// A definite noun with something before it that tells it from others of its kind.
fn words(article: &Article, phrase: usize) -> Option<House> {
    let phrase = &article.phrases[phrase];
    if phrase.determination != Determination::Definite
        || phrase.possessor.is_some()
        || phrase.head == phrase.tokens.start
    {
        return None;
    }
    let tokens = article.tokens[phrase.tokens.start..=phrase.head].iter();
    let named: Vec<String> = tokens
        .filter(|token| token.tag.is_noun() || token.tag.is_adjective())
        .map(|token| token.lemma.to_lowercase().to_string())
        .collect();
    (named.len() > 1).then(|| House::Words(named.join(" ")))
}

/// "the head of …", "the guard's commander".
fn definite(article: &Article, office: Span) -> bool {
    holder(article, office).is_some_and(|phrase| {
        let the = article.tokens[phrase.tokens.start].lemma == "the";
        (the || phrase.possessor.is_some()) && !phrase.plural
    })
}

/// The noun phrase that the office's words stand in.
pub(super) fn holder(article: &Article, office: Span) -> Option<&crate::annotate::mention::NounPhrase> {
    let from = article.phrases.partition_point(|phrase| phrase.span.start + 300 < office.start);
    let phrases = article.phrases[from..].iter().take_while(|phrase| phrase.span.start <= office.start);
    phrases.filter(|phrase| phrase.span.contains(office)).min_by_key(|phrase| phrase.span.len())
}

/// Where each entity of an article is named.
fn names(article: &Article) -> BTreeMap<EntityId, Vec<Span>> {
    let mut names: BTreeMap<EntityId, Vec<Span>> = BTreeMap::new();
    for mention in article.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
        if let Some(entity) = mention.entity {
            names.entry(entity).or_default().push(mention.span);
        }
    }
    names
}

/// The office's words with the name nearest to them, when it stands close by. Only the names around them are looked at:
/// they are in the order of the text, and none that is nearer stands beyond.
fn introduction(names: &[Span], span: Span) -> Span {
    let first = names.partition_point(|name| name.end + CLOSE < span.start);
    names[first..]
        .iter()
        .take_while(|name| name.start <= span.end + CLOSE)
        .min_by_key(
            |name| if name.start > span.end { name.start - span.end } else { span.start.saturating_sub(name.end) },
        )
        .filter(|name| name.join(span).len() < CLOSE)
        .map_or(span, |name| name.join(span))
}

/// The first party of each folded name that is nobody: every office asks for one.
fn bodies(story: &Story) -> BTreeMap<String, Identity> {
    let mut bodies = BTreeMap::new();
    for (index, party) in story.identities.parties.iter().enumerate() {
        if party.kind != EntityKind::Person {
            bodies.entry(crate::annotate::entities::fold(&party.name)).or_insert(Identity(index as u32));
        }
    }
    bodies
}

/// Whose office it is: the possessor, the complement, or a body named before it in the same phrase.
fn named_owner(story: &Story, bodies: &BTreeMap<String, Identity>, at: usize, office: &Office) -> Option<Identity> {
    let article = &story.articles[at];
    let identity = |mention: usize| article.mentions[mention].entity.and_then(|entity| story.identities.of(at, entity));
    let usable = |found: &Identity| story.identities.party(*found).kind != EntityKind::Person;
    if let Some(phrase) = holder(article, office.span) {
        let of = phrase
            .complements
            .iter()
            .filter(|(preposition, _)| matches!(preposition.as_str(), "of" | "at" | "for"))
            .filter_map(|(_, index)| article.phrases[*index].mention);
        let found = phrase.possessor.into_iter().chain(of).filter_map(identity).find(usable);
        if found.is_some() {
            return found;
        }
        let first = article.mentions.partition_point(|mention| mention.span.start < phrase.span.start);
        let before = article
            .mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, mention)| mention.span.end <= office.span.start)
            .filter_map(|(index, _)| identity(index))
            .find(usable);
        if before.is_some() {
            return before;
        }
    }
    bodies.get(&office.of.as_deref().map(crate::annotate::entities::fold)?).copied()
}

/// Whether the office is of a kind that the body has which an article is about.
fn own_kind(office: &Office) -> bool {
    let own = [OfficeClass::Company, OfficeClass::Arts, OfficeClass::Science, OfficeClass::Union, OfficeClass::Media];
    lexicon::office(&office.title).is_some_and(|found| own.contains(&found.class))
}

/// The one body an article is about: named in it at least twice as often as any other, and no less than any place or
/// thing, which may be a club by its town's name.
fn house(story: &Story, at: usize) -> Option<Identity> {
    let mut counts: BTreeMap<Identity, usize> = BTreeMap::new();
    for mention in &story.articles[at].mentions {
        let identity = mention.entity.and_then(|entity| story.identities.of(at, entity));
        if let Some(identity) = identity.filter(|found| story.identities.party(*found).kind != EntityKind::Person) {
            *counts.entry(identity).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    let body = |identity: &Identity| story.identities.party(*identity).kind == EntityKind::Body;
    let bodies = counts.into_iter().filter(|(identity, _)| body(identity));
    let mut list: Vec<(usize, Identity)> = bodies.map(|(identity, count)| (count, identity)).collect();
    list.sort_by(|a, b| b.cmp(a));
    if list.first().is_some_and(|(count, _)| *count < most) {
        return None;
    }
    match list.as_slice() {
        [(_, one)] => Some(*one),
        [(first, one), (second, _), ..] if *first >= second * 2 => Some(*one),
        _ => None,
    }
}
