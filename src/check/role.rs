//! Offices: one person in two that exclude each other, and two holders of one that has one.
//!
//! Reads what articles introduce people as ([`crate::annotate::mention::Office`]). "Former", "acting" and the like are
//! other offices, and where a story tells of somebody taking over from somebody nothing is said.

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::lexicon::{self, OfficeClass};
use crate::annotate::mention::{EntityKind, MentionForm, Office};
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Articles further apart than this may each be right.
const APART_DAYS: i32 = 45;

/// Verbs by which offices change hands, particles left out.
const HANDOVER: &[&str] = &[
    "succeed",
    "replace",
    "retire",
    "resign",
    "appoint",
    "name",
    "elect",
    "step",
    "promote",
    "nominate",
    "become",
    "sack",
    "oust",
    "quit",
    "hire",
    "swear",
    "dismiss",
    "fire",
    "suspend",
    "install",
    "reappoint",
    "unseat",
];

/// One person introduced in one office.
#[derive(Clone, Debug)]
struct Held {
    person: Identity,
    article: usize,
    office: Office,
    /// Whose office it is, where that is known.
    of: Option<Identity>,
    /// Name and office as they stand in the text.
    span: Span,
}

/// The conflicts of offices in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let held = held(story);
    let mut conflicts = exclusive(story, &held);
    conflicts.extend(two_holders(story, &held));
    conflicts
}

fn held(story: &Story) -> Vec<Held> {
    let mut list = Vec::new();
    let bodies = bodies(story);
    for (at, article) in story.articles.iter().enumerate() {
        for (index, entity) in article.entities.iter().enumerate() {
            if entity.kind != EntityKind::Person {
                continue;
            }
            let id = crate::annotate::mention::EntityId(index as u32);
            let Some(person) = story.identities.of(at, id) else { continue };
            for office in entity.offices.iter().filter(|office| !office.inferred) {
                list.push(Held {
                    person,
                    article: at,
                    of: owner(story, &bodies, at, office),
                    span: introduction(story, at, id, office.span),
                    office: office.clone(),
                });
            }
        }
    }
    list
}

/// The office's words with the name nearest to them, when it stands close by.
fn introduction(story: &Story, article: usize, entity: crate::annotate::mention::EntityId, span: Span) -> Span {
    let mentions = &story.articles[article].mentions;
    mentions
        .iter()
        .filter(|mention| mention.entity == Some(entity) && mention.form == MentionForm::Name)
        .map(|mention| mention.span)
        .min_by_key(
            |name| if name.start > span.end { name.start - span.end } else { span.start.saturating_sub(name.end) },
        )
        .filter(|name| name.join(span).len() < 160)
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
fn owner(story: &Story, bodies: &BTreeMap<String, Identity>, at: usize, office: &Office) -> Option<Identity> {
    let article = &story.articles[at];
    let identity = |mention: usize| article.mentions[mention].entity.and_then(|entity| story.identities.of(at, entity));
    let usable = |found: &Identity| story.identities.party(*found).kind != EntityKind::Person;
    let from = article.phrases.partition_point(|phrase| phrase.span.start + 300 < office.span.start);
    let phrases = || article.phrases[from..].iter().take_while(|phrase| phrase.span.start <= office.span.start);
    let holder = phrases().filter(|phrase| phrase.span.contains(office.span)).min_by_key(|phrase| phrase.span.len());
    if let Some(phrase) = holder {
        let of = phrase
            .complements
            .iter()
            .filter(|(preposition, _)| matches!(preposition.as_str(), "of" | "at" | "for"))
            .filter_map(|(_, index)| article.phrases[*index].mention);
        let found = phrase.possessor.into_iter().chain(of).filter_map(identity).find(usable);
        if found.is_some() {
            return found;
        }
        let before = article
            .mentions
            .iter()
            .enumerate()
            .skip_while(|(_, mention)| mention.span.start < phrase.span.start)
            .take_while(|(_, mention)| mention.span.end <= office.span.start)
            .filter_map(|(index, _)| identity(index))
            .find(usable);
        if before.is_some() {
            return before;
        }
    }
    let Some(named) = office.of.as_deref().map(crate::annotate::entities::fold) else {
        let company = lexicon::office(&office.title).is_some_and(|found| found.class == OfficeClass::Company);
        return company.then(|| house(story, at)).flatten();
    };
    bodies.get(&named).copied()
}

/// The one body an article is about: named in it at least twice as often as any other.
fn house(story: &Story, at: usize) -> Option<Identity> {
    let mut counts: BTreeMap<Identity, usize> = BTreeMap::new();
    for mention in &story.articles[at].mentions {
        let identity = mention.entity.and_then(|entity| story.identities.of(at, entity));
        if let Some(identity) = identity.filter(|found| story.identities.party(*found).kind == EntityKind::Body) {
            *counts.entry(identity).or_default() += 1;
        }
    }
    let mut list: Vec<(usize, Identity)> = counts.into_iter().map(|(identity, count)| (count, identity)).collect();
    list.sort_by(|a, b| b.cmp(a));
    match list.as_slice() {
        [(_, one)] => Some(*one),
        [(first, one), (second, _), ..] if *first >= second * 2 => Some(*one),
        _ => None,
    }
}

/// Whether two offices cannot be held by one person at one time: heads of different departments of one house.
fn exclude(a: &Office, b: &Office) -> bool {
    let (Some(one), Some(two)) = (lexicon::office(&a.title), lexicon::office(&b.title)) else { return false };
    if one.canonical == two.canonical || one.soft || two.soft || !one.single || !two.single || one.class != two.class {
        return false;
    }
    if a.standing.is_some() || b.standing.is_some() {
        return false;
    }
    let both = |test: fn(&str) -> bool| test(one.canonical) && test(two.canonical);
    match one.class {
        OfficeClass::Company => both(|title| title.starts_with("chief ")),
        OfficeClass::Government => both(|title| title.ends_with("minister")),
        _ => false,
    }
}

fn days_apart(story: &Story, a: usize, b: usize) -> i32 {
    let date = |article: usize| story.articles[article].document.published.map(|published| published.date);
    match (date(a), date(b)) {
        (Some(x), Some(y)) => (x - y).get_days().abs(),
        _ => 0,
    }
}

fn known_apart(a: Option<Identity>, b: Option<Identity>) -> bool {
    matches!((a, b), (Some(x), Some(y)) if x != y)
}

fn exclusive(story: &Story, held: &[Held]) -> Vec<Conflict> {
    let mut by_person: BTreeMap<Identity, Vec<&Held>> = BTreeMap::new();
    for one in held {
        by_person.entry(one.person).or_default().push(one);
    }
    let mut conflicts = Vec::new();
    for (person, list) in by_person {
        let mut titles: BTreeSet<(&str, &str)> = BTreeSet::new();
        // Nearly all titles go together, whoever gives them: pairs are looked at only of those that do not.
        let mut by_title: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
        for one in list.iter().filter(|held| held.office.standing.is_none()) {
            by_title.entry(&one.office.title).or_default().push(one);
        }
        for (at, (one, holders)) in by_title.iter().enumerate() {
            for (two, others) in by_title.iter().skip(at + 1) {
                let against = |a: &Held, b: &Held| {
                    let apart = a.article == b.article || days_apart(story, a.article, b.article) > APART_DAYS;
                    !apart && !known_apart(a.of, b.of)
                };
                if exclude(&holders[0].office, &others[0].office)
                    && holders.iter().any(|a| others.iter().any(|b| against(a, b)))
                {
                    titles.insert((one, two));
                }
            }
        }
        let name = &story.identities.party(person).name;
        for (one, two) in titles {
            let side = |title: &str| {
                let places = list
                    .iter()
                    .filter(|held| held.office.title == title)
                    .map(|held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() })
                    .collect();
                support::side(story, title, places)
            };
            conflicts.push(Conflict {
                check: Check::Role,
                severity: Severity::Error,
                message: format!("{name} is {one} or {two}"),
                explanation: vec![
                    format!("both passages introduce {name}, in articles of the same weeks, as holding the office now"),
                    format!("{one} and {two} are offices of one house with one holder each"),
                    "one person does not hold both at one time".to_owned(),
                ],
                sides: vec![side(one), side(two)],
            });
        }
    }
    conflicts
}

fn two_holders(story: &Story, held: &[Held]) -> Vec<Conflict> {
    let mut by_office: BTreeMap<(String, String, Identity), Vec<&Held>> = BTreeMap::new();
    for one in held {
        let Some(of) = one.of else { continue };
        let single = lexicon::office(&one.office.title).is_some_and(|office| office.single && !office.soft);
        let standing = one.office.standing.as_deref().unwrap_or("");
        if single && matches!(standing, "" | "interim" | "acting") {
            by_office.entry((one.office.title.to_string(), standing.to_owned(), of)).or_default().push(one);
        }
    }
    let handovers = handovers(story);
    let mut conflicts = Vec::new();
    for ((title, standing, of), list) in by_office {
        let people: BTreeSet<Identity> = list.iter().map(|held| held.person).collect();
        let articles: BTreeSet<usize> = list.iter().map(|held| held.article).collect();
        let far = list.iter().any(|held| days_apart(story, held.article, list[0].article) > APART_DAYS);
        if people.len() < 2 || articles.len() < 2 || far || !people.is_disjoint(&handovers) {
            continue;
        }
        let office = if standing.is_empty() { title } else { format!("{standing} {title}") };
        let names: Vec<String> = people.iter().map(|person| story.identities.party(*person).name.clone()).collect();
        let sides = people
            .iter()
            .map(|person| {
                let places = list
                    .iter()
                    .filter(|held| held.person == *person)
                    .map(|held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() })
                    .collect();
                support::side(story, story.identities.party(*person).name.clone(), places)
            })
            .collect();
        let house = &story.identities.party(of).name;
        conflicts.push(Conflict {
            check: Check::Role,
            severity: Severity::Error,
            message: format!("{office} of {house} is {}", names.join(" or ")),
            explanation: vec![
                format!(
                    "the passages introduce {} as {office} of {house}, in articles of the same weeks",
                    support::join(&names)
                ),
                format!("{house} has one {office} at a time, and no passage tells of a change"),
            ],
            sides,
        });
    }
    conflicts
}

/// Everybody whom some clause of the story has come to an office or go from one.
fn handovers(story: &Story) -> BTreeSet<Identity> {
    let mut people = BTreeSet::new();
    for (at, article) in story.articles.iter().enumerate() {
        for clause in &article.clauses {
            let lemma = article.verb_groups[clause.verb].lemma.as_str();
            let verb = lemma.split(' ').next().unwrap_or(lemma);
            if lemma != "take over" && !HANDOVER.contains(&verb) {
                continue;
            }
            let phrases = clause.subjects.iter().chain(&clause.objects).chain(&clause.recipients);
            people.extend(
                phrases
                    .filter_map(|&phrase| article.phrases[phrase].mention)
                    .filter_map(|mention| article.mentions[mention].entity)
                    .filter_map(|entity| story.identities.of(at, entity)),
            );
        }
    }
    people
}
