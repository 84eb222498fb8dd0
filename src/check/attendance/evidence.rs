//! What a claim says of who was at a gathering and who was away from it.
//!
//! Some claims say so themselves; others tell a deed that puts whoever did it there, or in front of a screen at home.

use super::{Evidence, KINDS};
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::check::presence::deed;
use crate::extract::verb_of;
use crate::graph::{Fact, Identity, Story, Term};

/// Verbs that do not put their subject where their "at" points.
const AIMED: &[&str] =
    &["look", "aim", "point", "laugh", "direct", "be", "watch", "follow", "hint", "marvel", "arrive"];
/// Verbs of staying away, what is missed as object or after "from".
const AWAY: &[&str] = &[
    "miss",
    "skip",
    "boycott",
    "shun",
    "snub",
    "stay away",
    "stay away from",
    "pull out",
    "pull out of",
    "withdraw",
    "withdraw from",
    "keep away",
    "keep away from",
    "sit out",
];
/// What is missed by whoever is there.
const AIMS: &[&str] = &[
    "penalty",
    "chance",
    "shot",
    "target",
    "deadline",
    "goal",
    "opportunity",
    "kick",
    "putt",
    "cut",
    "conversion",
    "point",
];
/// Verbs of going to a gathering.
const GOING: &[&str] = &["go", "come", "turn up", "show up", "travel", "return", "arrive", "get", "make it"];

const HOME: &[&str] = &["home", "bed", "sofa", "armchair", "away"];
const SCREEN: &[&str] = &["television", "tv", "screen", "telly"];

/// What a claim says of who was where.
pub(super) fn evidence<'s>(story: &'s Story, index: usize) -> Vec<Evidence<'s>> {
    let fact = &story.facts[index];
    if fact.tense == Tense::Future {
        return Vec::new();
    }
    let found = |person, event, there| Evidence {
        fact: Some(index),
        article: fact.article,
        span: fact.span,
        at: fact.span.start,
        person,
        event,
        there,
        idiom: false,
        remote: false,
    };
    if let Some((person, event)) = in_absence(fact) {
        return vec![found(person, Some(event), false)];
    }
    let Some((event, there)) =
        gathering(story, fact).map(|(event, there)| (Some(event), there)).or_else(|| by_deed(fact))
    else {
        return Vec::new();
    };
    let role = if there && event.is_none() && suffers(fact) { "object" } else { "agent" };
    let people = fact.parties(role).filter(|party| story.identities.party(*party).kind == EntityKind::Person);
    people.map(|person| found(person, event, there)).collect()
}

/// The gathering that a claim speaks of, and whether its agent was there.
fn gathering<'s>(story: &Story, fact: &'s Fact) -> Option<(&'s str, bool)> {
    let affirmed = fact.polarity == Polarity::Positive;
    let unable = matches!(fact.modality, Modality::Unable | Modality::Refused);
    if !unable && fact.modality != Modality::Actual {
        return None;
    }
    let noun =
        |role: &str| fact.roles.iter().filter(|filled| filled.name == role).find_map(|filled| event(&filled.term));
    if fact.predicate == "attend" {
        let event = fact.terms("event").find_map(event)?;
        return Some((event, affirmed && !unable));
    }
    if fact.predicate == "present" {
        let event = fact.terms("place").find_map(event)?;
        return (!unable).then_some((event, affirmed));
    }
    // The rest are claims of bare verbs.
    if story.library.predicates.contains_key(&fact.predicate) {
        return None;
    }
    let verb = verb_of(&fact.predicate);
    if AWAY.contains(&verb) {
        let event = noun("object").or_else(|| noun("prep_from")).filter(|noun| !AIMS.contains(noun))?;
        return (affirmed && !unable).then_some((event, false));
    }
    if GOING.contains(&verb) || verb == "be" {
        let event = noun("prep_to").filter(|_| verb != "be").or_else(|| noun("prep_at")).or_else(|| noun("prep_for"));
        let event = event.or_else(|| noun("prep_on").or_else(|| noun("prep_in")).filter(|_| verb == "be"))?;
        return Some((event, affirmed && !unable));
    }
    let event = noun("prep_at").or_else(|| noun("prep_during"))?;
    (affirmed && !unable && !AIMED.contains(&verb)).then_some((event, true))
}

/// Whether the claim's verb says where the one is whom it befalls ("was grilled by senators").
fn suffers(fact: &Fact) -> bool {
    deed(verb_of(&fact.predicate)) == Some("theme")
}

/// Presence and absence that name no gathering: whoever gripped somebody's hand in the second row was in the room,
/// whoever watched from home was not.
fn by_deed(fact: &Fact) -> Option<(Option<&str>, bool)> {
    if fact.modality != Modality::Actual || fact.polarity != Polarity::Positive {
        return None;
    }
    let head = |role: &str, wanted: &[&str]| {
        fact.terms(role).any(|term| match term {
            Term::Noun(noun) => wanted.contains(&noun.head.as_str()),
            Term::Words(words) => wanted.contains(&words.as_str()),
            Term::Party(_) | Term::Quantity(_) | Term::Time(_) => false,
        })
    };
    let seen = fact.terms("object").find_map(event);
    let from_home = head("prep_from", HOME) || head("prep_on", SCREEN) || head("prep_at", HOME);
    match verb_of(&fact.predicate) {
        "watch" | "follow" | "see" | "hear" if from_home => Some((seen, false)),
        "watch" | "follow" => None,
        // "Spent the evening in his hotel room"
        "spend" if head("prep_in", &["room", "bed", "hotel", "ward", "hospital", "cell"]) => None,
        "stay" | "remain" if head("place", HOME) || head("prep_at", HOME) || head("object", HOME) => {
            Some((None, false))
        }
        "send" if head("object", &["apology", "regret", "deputy", "substitute", "stand-in"]) => Some((None, false)),
        "take" if head("object", &["floor", "seat", "stand", "podium", "stage"]) => Some((None, true)),
        verb => deed(verb).map(|_| (fact.terms("prep_in").find_map(event), true)),
    }
}

/// "The verdict was handed down in his absence."
fn in_absence(fact: &Fact) -> Option<(Identity, &str)> {
    let person = fact.terms("prep_in").find_map(|term| match term {
        Term::Noun(noun) if noun.head == "absence" => noun.possessor,
        _ => None,
    })?;
    let mut held = fact.roles.iter().filter(|role| matches!(role.name.as_str(), "object" | "agent"));
    Some((person, held.find_map(|role| event(&role.term))?))
}

/// The noun of a gathering.
fn event(term: &Term) -> Option<&str> {
    match term {
        Term::Noun(noun) if KINDS.contains_key(noun.head.as_str()) => Some(noun.head.as_str()),
        _ => None,
    }
}

/// Whether a passage that puts somebody at a gathering may be of one who took part by wire.
pub(super) fn may_be_remote(story: &Story, there: &Evidence) -> bool {
    let verb = there.fact.map(|fact| verb_of(&story.facts[fact].predicate));
    there.remote || !there.idiom && verb.is_none_or(by_wire)
}

/// Whether somebody may do it without being there.
pub(super) fn by_wire(verb: &str) -> bool {
    const BY_WIRE: &[&str] = &[
        "attend",
        "address",
        "speak",
        "join",
        "take part",
        "testify",
        "chair",
        "preside",
        "host",
        "appear",
        "welcome",
        "open",
        "tell",
        "say",
        "meet",
        "thank",
        "greet",
        "remind",
        "assure",
        "urge",
        "lecture",
        "talk",
        "read",
        "deliver",
    ];
    BY_WIRE.contains(&verb)
}
