//! What embedding verbs imply of the verb below them, and which particles belong to which verbs: two tables.
//!
//! `rules/english/implicatives.csv` follows Karttunen (1971, 2012) and `MacCartney` (2009): the implied polarity of the
//! complement where the verb is affirmed, and where it is denied. Where nothing is implied, the modality says so and
//! the polarity is the verb's own ("not expected to come": not to come, as planned).

use crate::annotate::token::Token;
use crate::annotate::verb::{Modality, Polarity};
use crate::hash::{Map, Set};
use std::sync::LazyLock;

/// What stands under an embedding verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// "to meet", directly after it
    To,
    /// "meeting", directly after it
    Ing,
    /// "him to meet"
    ObjectTo,
    /// "him from meeting"
    ObjectIng,
    /// "of meeting", a group of its own
    ApartIng,
    /// "refusal to meet"
    NounTo,
}

/// What is implied of the complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    /// Words after the first.
    pub(super) rest: Vec<&'static str>,
    pub(super) complement: Complement,
    affirmed: Outcome,
    negated: Outcome,
}

impl Signature {
    /// What is implied under a verb that is affirmed or denied.
    pub(super) fn outcome(&self, polarity: Polarity) -> Outcome {
        match polarity {
            Polarity::Positive => self.affirmed,
            Polarity::Negative => self.negated,
        }
    }

    /// Whether its further words stand in front of `tokens`.
    fn continues(&self, tokens: &[Token]) -> bool {
        tokens.len() >= self.rest.len() && self.rest.iter().zip(tokens).all(|(word, token)| token.lower == *word)
    }
}

#[derive(Default)]
struct Tables {
    active: Map<&'static str, Vec<Signature>>,
    passive: Map<&'static str, Vec<Signature>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for line in include_str!("../../../rules/english/implicatives.csv").lines() {
        let fields: Vec<&'static str> = line.split(',').collect();
        let Some((words, signature)) = parse(&fields) else { continue };
        let (map, words) = match words.strip_prefix("be ") {
            Some(words) => (&mut tables.passive, words),
            None => (&mut tables.active, words),
        };
        let mut words = words.split(' ');
        let first = words.next().unwrap_or_default();
        let rest: Vec<&'static str> = words.collect();
        let list = map.entry(first).or_default();
        list.push(Signature { rest, ..signature });
        // The longest wording is tried first.
        list.sort_by_key(|signature| std::cmp::Reverse(signature.rest.len()));
    }
    tables
});

fn parse(fields: &[&'static str]) -> Option<(&'static str, Signature)> {
    let &[words, complement, affirmed, negated, _class] = fields else { return None };
    let complement = match complement {
        "to" => Complement::To,
        "ing" => Complement::Ing,
        "object-to" => Complement::ObjectTo,
        "object-ing" => Complement::ObjectIng,
        "apart-ing" => Complement::ApartIng,
        "noun-to" => Complement::NounTo,
        _ => return None,
    };
    Some((words, Signature { rest: Vec::new(), complement, affirmed: outcome(affirmed)?, negated: outcome(negated)? }))
}

fn outcome(field: &str) -> Option<Outcome> {
    let (polarity, modality) = match field.split_at_checked(1)? {
        ("+", modality) => (Polarity::Positive, modality),
        ("-", modality) => (Polarity::Negative, modality),
        _ => return None,
    };
    let modality = match modality {
        "actual" => Modality::Actual,
        "planned" => Modality::Planned,
        "intended" => Modality::Intended,
        "possible" => Modality::Possible,
        "unable" => Modality::Unable,
        "refused" => Modality::Refused,
        _ => return None,
    };
    Some(Outcome { polarity, modality })
}

/// The signatures of a verb (or noun) by its lemma whose wording goes on as `after` does.
pub(super) fn active<'a>(lemma: &str, after: &'a [Token]) -> impl Iterator<Item = &'static Signature> + 'a {
    TABLES.active.get(lemma).map_or(&[][..], Vec::as_slice).iter().filter(|signature| signature.continues(after))
}

/// The same of a word after "be" ("able", "expected").
pub(super) fn passive<'a>(word: &str, after: &'a [Token]) -> impl Iterator<Item = &'static Signature> + 'a {
    TABLES.passive.get(word).map_or(&[][..], Vec::as_slice).iter().filter(|signature| signature.continues(after))
}

/// How surely a particle belongs to the verb in front of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// Wherever it stands behind the verb.
    Sure,
    /// Only where no noun phrase follows.
    Loose,
}

#[derive(Default)]
struct Particles {
    /// By verb and particle.
    bonds: Map<(&'static str, &'static str), Bond>,
    words: Set<&'static str>,
}

static PARTICLES: LazyLock<Particles> = LazyLock::new(|| {
    let mut particles = Particles::default();
    for line in include_str!("../../../rules/english/phrasal_verbs.csv").lines() {
        let mut fields = line.split(',');
        let (Some(verb), Some(word), Some(when)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let bond = match when {
            "sure" => Bond::Sure,
            "loose" => Bond::Loose,
            _ => continue,
        };
        particles.bonds.insert((verb, word), bond);
        particles.words.insert(word);
    }
    particles
});

/// Whether the word is a particle of any verb.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.words.contains(word)
}

/// How a verb and a particle belong together.
pub(super) fn bond(lemma: &str, particle: &str) -> Option<Bond> {
    PARTICLES.bonds.get(&(lemma, particle)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines =
            include_str!("../../../rules/english/implicatives.csv").lines().filter(|line| !line.starts_with('#'));
        let read: usize = TABLES.active.values().chain(TABLES.passive.values()).map(Vec::len).sum();
        assert_eq!(read, lines.count() - 1, "all but the heading");
    }

    #[test]
    fn a_two_way_implicative_turns_with_negation() {
        let fail = active("fail", &[]).find(|found| found.complement == Complement::To).expect("a signature");
        assert_eq!(fail.outcome(Polarity::Positive).polarity, Polarity::Negative);
        assert_eq!(
            fail.outcome(Polarity::Negative),
            Outcome { polarity: Polarity::Positive, modality: Modality::Actual }
        );
    }

    #[test]
    fn particles_bind_surely_loosely_or_not() {
        assert_eq!(bond("call", "off"), Some(Bond::Sure));
        assert_eq!(bond("drop", "in"), Some(Bond::Loose));
        assert_eq!(bond("sign", "because"), None);
    }
}
