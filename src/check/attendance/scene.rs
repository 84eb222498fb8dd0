//! Where a clause puts somebody: at the scene of an event, or away from it, by verbs and what hangs on them
//! (`rules/english/scenes.csv`).
//!
//! "Cut the ribbon", "was helped down from the stand", "followed it on the radio", "a letter from her was read": one row a
//! sort of deed, so that a wording nobody listed is read by its parts. Only what is told to have happened counts. Whether two passages are of one event is asked in
//! [`super::one`].

use super::KINDS;
use super::evidence::by_wire;
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::person_noun;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbGroup, Voice};
use crate::check::attended::{Told, person_of, reaches};
use crate::check::order::reader::Reader;
use crate::check::table::rows;
use crate::hash::Map;
use std::sync::LazyLock;

/// Whose whereabouts a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Subject,
    Object,
    /// Whoever owns the matched phrase.
    Owner,
    /// Whom the matched phrase comes from.
    From,
    /// Whose the seat is that is the subject.
    Seat,
}

/// What else has to hold of the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Only {
    Always,
    PastPerfect,
    Past,
    Passive,
    /// Not sent to others than those who gathered.
    Alone,
    /// Not on the way back.
    Outward,
    /// Nothing but the event is heard of.
    OfIt,
}

/// One row of the table.
struct Row {
    there: bool,
    who: Who,
    only: Only,
    links: Vec<&'static str>,
    heads: Vec<&'static str>,
    people: bool,
}

struct Scenes {
    rows: Vec<Row>,
    /// By the first word of a verb: the words behind it and the row.
    verbs: Map<&'static str, Vec<(Vec<&'static str>, usize)>>,
    seats: Vec<&'static str>,
}

static SCENES: LazyLock<Scenes> = LazyLock::new(|| Scenes::new(include_str!("../../../rules/english/scenes.csv")));

impl Scenes {
    fn new(text: &'static str) -> Self {
        let mut lists: Map<&str, Vec<&'static str>> = Map::default();
        let mut scenes = Self { rows: Vec::new(), verbs: Map::default(), seats: Vec::new() };
        for row in rows(text) {
            let fields: Vec<&'static str> = row.split(',').collect();
            let [side, who, only, verbs, links, heads] = fields[..] else { continue };
            if side == "list" {
                lists.insert(who, heads.split('|').collect());
                continue;
            }
            let words = |word: &'static str| match word.strip_prefix('@') {
                Some(name) => lists.get(name).cloned().unwrap_or_default(),
                None => vec![word],
            };
            let at = scenes.rows.len();
            scenes.rows.push(Row {
                there: side == "there",
                who: match who {
                    "object" => Who::Object,
                    "owner" => Who::Owner,
                    "from" => Who::From,
                    "seat" => Who::Seat,
                    _ => Who::Subject,
                },
                only: match only {
                    "had" => Only::PastPerfect,
                    "past" => Only::Past,
                    "passive" => Only::Passive,
                    "alone" => Only::Alone,
                    "out" => Only::Outward,
                    "it" => Only::OfIt,
                    _ => Only::Always,
                },
                links: links.split('|').collect(),
                heads: heads.split('|').flat_map(words).collect(),
                people: heads.split('|').any(|word| word == "@people"),
            });
            for verb in verbs.split('|') {
                let mut words = verb.split(' ');
                let first = words.next().unwrap_or_default();
                scenes.verbs.entry(first).or_default().push((words.collect(), at));
            }
        }
        scenes.seats = lists.get("seat").cloned().unwrap_or_default();
        scenes
    }
}

/// Words behind a verb among which "near" finds one.
const NEAR: usize = 8;

/// Whomever the clauses of an article put at a scene, or away from it.
pub(super) fn told(reader: &Reader) -> Vec<Told> {
    reader.article.clauses.iter().flat_map(|clause| of_clause(reader, clause)).collect()
}

fn of_clause(reader: &Reader, clause: &Clause) -> Vec<Told> {
    let group = reader.group(clause.verb);
    let direct = clause.attribution.as_ref().is_some_and(|attribution| attribution.direct);
    // "Had to turn back": he did.
    let had_to = group.embedding.as_deref() == Some("have") && reader.article.tokens[group.tokens.start].lower == "had";
    let actual = clause.modality == Modality::Actual || clause.modality == Modality::Planned && had_to;
    let idle = clause.polarity == Polarity::Negative || !actual;
    if direct || idle || group.tense == Tense::Future || reader.quoted(group.main) {
        return Vec::new();
    }
    let happened = had_to || reader.happened(clause.verb, false);
    let lemma = group.lemma.as_str();
    let first = lemma.split(' ').next().unwrap_or_default();
    let Some(candidates) = SCENES.verbs.get(first).filter(|_| happened) else { return Vec::new() };
    for (rest, at) in candidates {
        let row = &SCENES.rows[*at];
        if !verb_fits(reader, group, rest) || !fits(reader, clause, group, row) {
            continue;
        }
        let Some(phrase) = matched(reader, clause, group, row) else { continue };
        let people = people(reader, clause, row, phrase);
        if !people.is_empty() {
            let remote = row.there && by_wire(lemma);
            let told = |person| Told { person, there: row.there, remote, span: clause.span, at: group.span.start };
            return people.into_iter().map(told).collect();
        }
    }
    Vec::new()
}

/// Whether the words of a verb behind its first are its particles, or stand right behind it.
fn verb_fits(reader: &Reader, group: &VerbGroup, rest: &[&str]) -> bool {
    let particles: Vec<&str> = group.lemma.split(' ').skip(1).collect();
    if rest == particles {
        return true;
    }
    let behind = reader.article.tokens.get(group.tokens.end..).unwrap_or_default();
    rest.starts_with(&particles)
        && rest[particles.len()..].iter().zip(behind).all(|(word, token)| token.lower == *word || token.lemma == *word)
        && behind.len() >= rest.len() - particles.len()
}

fn fits(reader: &Reader, clause: &Clause, group: &VerbGroup, row: &Row) -> bool {
    match row.only {
        Only::Always => true,
        Only::PastPerfect => group.perfect && group.tense == Tense::Past,
        Only::Past => group.tense == Tense::Past,
        Only::Passive => group.voice == Voice::Passive,
        Only::Alone => to_those_gathered(reader, clause),
        Only::Outward => !near(reader, clause, group).any(|token| matches!(token.lower.as_str(), "home" | "back")),
        Only::OfIt => !of_something_else(reader, clause),
    }
}

/// "Sent his apologies to the neighbours": to others than those who gathered.
fn to_those_gathered(reader: &Reader, clause: &Clause) -> bool {
    let mut to = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "to" && adjunct.time.is_none());
    let gathered = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = reader.article.tokens[noun.head].lemma.as_str();
        KINDS.contains_key(head)
            || matches!(head, "guest" | "mourner" | "delegate" | "organiser" | "organizer" | "host")
    };
    let inner = |phrase: usize| reader.article.phrases[phrase].complements.iter();
    let object_to = clause.objects.iter().flat_map(|&object| inner(object)).filter(|(word, _)| word == "to");
    to.all(|adjunct| adjunct.phrase.is_none_or(gathered)) && object_to.map(|&(_, phrase)| phrase).all(gathered)
}

/// What is heard of that is the event, or its end, and not something else.
const OF_THE_EVENT: &[&str] = &[
    "it",
    "news",
    "result",
    "outcome",
    "decision",
    "finish",
    "end",
    "score",
    "win",
    "victory",
    "defeat",
    "goal",
    "speech",
    "announcement",
    "name",
    "everything",
    "success",
    "winner",
    "this",
    "that",
    "them",
    "fate",
    "scene",
    "pictures",
    "event",
    "coverage",
    "proceedings",
    "whole",
    "rest",
    "half",
    "minute",
    "applause",
    "crowd",
    "cheering",
    "tie-break",
    "landing",
];

/// "Learnt of his arrest from a neighbour": of something else than what others gathered for.
fn of_something_else(reader: &Reader, clause: &Clause) -> bool {
    let about = clause.adjuncts.iter().filter(|adjunct| matches!(adjunct.preposition.as_str(), "of" | "about"));
    let told = reader.group(clause.verb).voice == Voice::Passive;
    let objects = clause.objects.iter().copied().filter(|_| !told);
    let mut things = objects.chain(about.filter_map(|adjunct| adjunct.phrase));
    let other = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = reader.article.tokens[noun.head].lemma.as_str();
        let event = KINDS.contains_key(head) || OF_THE_EVENT.contains(&head);
        !event
            && noun
                .mention
                .is_none_or(|mention| matches!(reader.article.mentions[mention].form, MentionForm::Description))
    };
    things.any(other)
}

/// The phrase by which a clause is of a row; `Some(None)` where the row asks for none.
#[allow(clippy::option_option)] // "no phrase needed" is another answer than "no phrase found".
fn matched(reader: &Reader, clause: &Clause, group: &VerbGroup, row: &Row) -> Option<Option<usize>> {
    for link in &row.links {
        let found = match *link {
            "-" => return Some(None),
            "object" => {
                let own = clause.objects.iter().filter(|&&phrase| !reflexive(reader, phrase));
                // "Cut the ribbon himself" is read with two objects.
                let himself = clause.objects.iter().any(|&phrase| reflexive(reader, phrase));
                own.chain(clause.recipients.iter().filter(|_| himself || row.people))
                    .copied()
                    .find(|&phrase| headed(reader, phrase, row))
            }
            "near" => {
                // "Had gone to the home" of somebody.
                let bare = |token: &&Token| !matches!(token.tag, Tag::Determiner | Tag::PossessivePronoun);
                let words = near(reader, clause, group).take_while(bare);
                let found = words.into_iter().any(|token| row.heads.contains(&token.lower.as_str()));
                if found {
                    return Some(None);
                }
                None
            }
            preposition => {
                let governed = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == preposition);
                governed.filter_map(|adjunct| adjunct.phrase).find(|&phrase| headed(reader, phrase, row))
            }
        };
        if found.is_some() {
            return Some(found);
        }
    }
    None
}

fn reflexive(reader: &Reader, phrase: usize) -> bool {
    let head = &reader.article.tokens[reader.article.phrases[phrase].head].lower;
    matches!(head.as_str(), "himself" | "herself" | "themselves")
}

/// The next words behind a verb, up to a joint of the sentence.
fn near<'r>(reader: &'r Reader, clause: &Clause, group: &VerbGroup) -> impl Iterator<Item = &'r Token> {
    let end = (group.tokens.end + NEAR).min(reader.article.sentences[clause.sentence].tokens.end).max(group.tokens.end);
    let behind = reader.article.tokens[group.tokens.end..end].iter();
    behind.take_while(|token| !matches!(token.lower.as_str(), "," | ";" | "and" | "but"))
}

/// Whether a phrase, or what hangs on it, is headed by one of a row's words.
fn headed(reader: &Reader, phrase: usize, row: &Row) -> bool {
    let noun = &reader.article.phrases[phrase];
    let heads = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = &reader.article.tokens[noun.head];
        let before = noun.head.checked_sub(1).filter(|&before| before >= noun.tokens.start);
        let two = before.map(|before| format!("{} {}", reader.article.tokens[before].lemma, head.lemma));
        row.heads.contains(&head.lemma.as_str())
            || row.heads.contains(&head.lower.as_str())
            || two.is_some_and(|two| row.heads.contains(&two.as_str()))
            // "His hotel room", "a hospital bed": where it is stands before the head.
            || !row.there && head.tag.is_noun() && reader.article.tokens[noun.tokens.start..noun.head].iter().any(|token| {
                token.tag.is_noun() && row.heads.contains(&token.lemma.as_str())
            })
    };
    if row.people && is_people(reader, phrase) {
        return true;
    }
    let nowhere = matches!(row.heads.as_slice(), ["@people"]);
    !nowhere
        && (heads(phrase)
            || noun.complements.iter().any(|(word, inner)| word != "from" && word != "to" && heads(*inner)))
}

fn is_people(reader: &Reader, phrase: usize) -> bool {
    let noun = &reader.article.phrases[phrase];
    let head = &reader.article.tokens[noun.head];
    let named = noun
        .mention
        .is_some_and(|mention| matches!(reader.article.mentions[mention].kind, EntityKind::Person | EntityKind::Group));
    named || person_noun(&head.lemma) || matches!(head.lower.as_str(), "them" | "him" | "her" | "people" | "families")
}

/// Those of whom a row tells.
fn people(reader: &Reader, clause: &Clause, row: &Row, phrase: Option<usize>) -> Vec<crate::graph::Identity> {
    let article = reader.article;
    let of_mention = |mention: usize| person_of(reader.story, reader.at, mention);
    // "Her publisher, Max Lohr, wept": the name may stand in apposition.
    let named = |phrase: usize| {
        let phrase = &article.phrases[phrase];
        let apposed = phrase.apposition.and_then(|other| article.phrases.get(other)).and_then(|other| other.mention);
        [apposed, phrase.mention].into_iter().flatten().find_map(of_mention)
    };
    let owner = |phrase: usize| {
        let noun = &article.phrases[phrase];
        let of = noun.complements.iter().find(|(word, _)| word == "of").map(|&(_, inner)| inner);
        noun.possessor.and_then(of_mention).or_else(|| of.and_then(named))
    };
    let from = |phrase: usize| {
        let from = article.phrases[phrase].complements.iter().find(|(word, _)| word == "from");
        from.and_then(|&(_, inner)| named(inner))
    };
    match row.who {
        Who::Subject => {
            let group = reader.group(clause.verb);
            let subjects = clause.subjects.iter().copied().filter(|&phrase| reaches(article, phrase, group));
            subjects.filter_map(named).collect()
        }
        Who::Object => clause.objects.iter().filter_map(|&phrase| named(phrase)).collect(),
        Who::Owner => phrase.and_then(owner).into_iter().collect(),
        Who::From => {
            // "A letter was read from her", too.
            let apart = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "from");
            let apart = apart.filter_map(|adjunct| adjunct.phrase).find_map(named);
            phrase.and_then(from).or(apart).into_iter().collect()
        }
        Who::Seat => {
            let is_seat =
                |phrase: &usize| SCENES.seats.contains(&article.tokens[article.phrases[*phrase].head].lemma.as_str());
            clause.subjects.iter().copied().filter(is_seat).filter_map(owner).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::assert_columns;

    #[test]
    fn every_row_is_whole_and_refers_to_lists_that_there_are() {
        const TEXT: &str = include_str!("../../../rules/english/scenes.csv");
        let sides: &[&str] = &["there", "away", "list"];
        assert_columns(TEXT, &[sides, &[], &[], &[], &[], &[]]);
        let lists: Vec<&str> = rows(TEXT).filter_map(|row| row.strip_prefix("list,")?.split(',').next()).collect();
        for word in rows(TEXT).filter_map(|row| row.rsplit(',').next()).flat_map(|heads| heads.split('|')) {
            let list = word.strip_prefix('@').filter(|list| *list != "people");
            assert!(list.is_none_or(|list| lists.contains(&list)), "{word}");
        }
    }
}
