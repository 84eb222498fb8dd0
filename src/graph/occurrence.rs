//! Whether two claims are of one occurrence, and in what they differ.
//!
//! Decided role by role with the logic the predicate declares: roles of its key have to agree, roles of which one
//! occurrence has one may be where the conflict lies. One difference is what a conflict is made of; two mean another
//! event. What is not known agrees with nothing.

use super::Story;
use super::fact::{Fact, Noun, Role, Term, When};
use super::likeness::{Likeness, compare_parties};
use super::nouns::compare_nouns;
use crate::annotate::quantity::{Comparison, Quantity};
use crate::annotate::time::{Grain, TimeRelation};
use crate::pack::Predicate;
use compact_str::CompactString;

/// One role, compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The role in the first claim.
    pub role: CompactString,
    /// How the fillers lie to one another.
    pub likeness: Likeness,
    /// Index of the filler in the first claim's roles.
    pub first: usize,
    /// Index of the filler in the second claim's roles.
    pub second: usize,
    /// How much agreement here says that it is one occurrence: 1 for a known party, less for words.
    pub weight: f32,
}

/// Two claims, compared.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// Roles that both fill.
    pub roles: Vec<Compared>,
    /// The times: `Same` when they can be one moment and both are given, `Different` when they cannot.
    pub time: Likeness,
    /// Whether the roles of the second claim were read as their mirror images.
    pub mirrored: bool,
}

impl Comparing {
    /// The sum of the weights of what agrees.
    #[must_use]
    pub fn agreement(&self) -> f32 {
        self.roles.iter().filter(|role| role.likeness == Likeness::Same).map(|role| role.weight).sum()
    }

    /// One role, when both claims fill it.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<&Compared> {
        self.roles.iter().find(|role| role.role == name)
    }
}

/// Compares two claims of one predicate, the mirror image too where the predicate has one, whichever agrees more.
#[must_use]
pub fn compare(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>) -> Comparing {
    let time = compare_times(a, b);
    let straight = Comparing { roles: roles(story, a, b, std::clone::Clone::clone), time, mirrored: false };
    let Some(predicate) = predicate.filter(|predicate| !predicate.symmetric.is_empty()) else { return straight };
    let turned = Comparing {
        roles: roles(story, a, b, |role| predicate.mirrored(role).cloned().unwrap_or_else(|| role.clone())),
        time,
        mirrored: true,
    };
    if turned.agreement() > straight.agreement() { turned } else { straight }
}

fn roles(story: &Story, a: &Fact, b: &Fact, turn: impl Fn(&CompactString) -> CompactString) -> Vec<Compared> {
    let mut list: Vec<Compared> = Vec::new();
    for (first, role) in a.roles.iter().enumerate() {
        if a.roles[..first].iter().any(|other| other.name == role.name) {
            continue;
        }
        let wanted = turn(&role.name);
        let mut best: Option<Compared> = None;
        for (at, mine) in a.roles.iter().enumerate().filter(|(_, mine)| mine.name == role.name) {
            for (other, theirs) in b.roles.iter().enumerate().filter(|(_, theirs)| theirs.name == wanted) {
                let (likeness, weight) = compare_terms(story, (a, mine), (b, theirs));
                let found = Compared { role: role.name.clone(), likeness, first: at, second: other, weight };
                let better = match &best {
                    None => true,
                    Some(best) => rank(likeness) < rank(best.likeness),
                };
                if better {
                    best = Some(found);
                }
            }
        }
        list.extend(best);
    }
    list
}

/// Agreement anywhere in a list of several goes before a difference.
fn rank(likeness: Likeness) -> u8 {
    match likeness {
        Likeness::Same => 0,
        Likeness::Unknown => 1,
        Likeness::Different => 2,
    }
}

/// How two fillers lie to one another, each with the claim it belongs to; and how much agreement in them says that it is
/// one occurrence.
#[must_use]
pub fn compare_terms(story: &Story, (a, mine): (&Fact, &Role), (b, theirs): (&Fact, &Role)) -> (Likeness, f32) {
    match (&mine.term, &theirs.term) {
        (Term::Party(x), Term::Party(y)) => (compare_parties(&story.identities, *x, *y), 1.0),
        (Term::Noun(x), Term::Noun(y)) => (compare_nouns(x, y), noun_weight(x, y)),
        (Term::Quantity(x), Term::Quantity(y)) => {
            let (x, y) = (&story.articles[a.article].quantities[*x], &story.articles[b.article].quantities[*y]);
            (quantities(x, y), 0.8)
        }
        (Term::Words(x), Term::Words(y)) if x == y => (Likeness::Same, 0.6),
        _ => (Likeness::Unknown, 0.0),
    }
}

/// How much two like nouns say that one thing is meant: "the accord" much, "a man" and "a man" nothing.
fn noun_weight(a: &Noun, b: &Noun) -> f32 {
    // "Acme's pilots", "the pilots of Acme".
    if a.possessor.is_some() && a.possessor == b.possessor {
        return 1.0;
    }
    if people(&a.head)
        || crate::annotate::lexicon::person_noun(&a.head)
        || crate::annotate::lexicon::office(&a.head).is_some()
    {
        return 0.2;
    }
    // "Called 911".
    if a.head == b.head && a.head.starts_with(|first: char| first.is_ascii_digit()) {
        return 1.0;
    }
    let exact = if a.head == b.head { 0.0 } else { -0.1 };
    exact
        + match (a.definite, b.definite) {
            // "Hospitals" and "hospitals" may be any.
            _ if (a.plural || b.plural) && !a.definite && !b.definite && a.modifiers.is_empty() => 0.4,
            _ if a.plural || b.plural => 0.6,
            (true, true) => 1.0,
            _ if !a.modifiers.is_empty() && a.modifiers == b.modifiers => 1.0,
            _ if a.definite && b.sole || b.definite && a.sole => 0.9,
            // "A painting" of two papers is one where the day or the place is one too.
            _ if a.sole && b.sole => 0.8,
            _ => 0.4,
        }
}

/// Figures of one thing: the same unit, and the same noun where both name one.
fn quantities(a: &Quantity, b: &Quantity) -> Likeness {
    let counted = match (&a.counted, &b.counted) {
        (Some(x), Some(y)) => {
            let person = |noun: &str| people(noun) || crate::annotate::lexicon::person_noun(noun);
            x == y || super::synonyms(x, y) || people(x) && person(y) || person(x) && people(y)
        }
        _ => true,
    };
    if !counted {
        return Likeness::Unknown;
    }
    match a.compare(b) {
        Comparison::Same | Comparison::Compatible => Likeness::Same,
        Comparison::Different => Likeness::Different,
        Comparison::Incomparable => Likeness::Unknown,
    }
}

/// Nouns that count people without saying more.
fn people(noun: &str) -> bool {
    matches!(noun, "person" | "people" | "man" | "woman" | "worker" | "victim" | "other" | "passenger" | "resident")
}

/// Whether two clock times differ on whatever clocks of the places of their claims and datelines they are read.
fn apart_locally(x: &When, y: &When) -> bool {
    let clocks = |when: &When| when.value.offset.map_or(when.local, |named| [Some(named), None]).into_iter().flatten();
    clocks(x).all(|one| clocks(y).all(|two| x.value.disjoint(&y.value, Some(one), Some(two))))
}

/// Whether two claims are dated so that they can, or cannot, be of one moment.
#[must_use]
pub fn compare_times(a: &Fact, b: &Fact) -> Likeness {
    let (Some(x), Some(y)) = (&a.when, &b.when) else { return Likeness::Unknown };
    if x.relation != TimeRelation::During || y.relation != TimeRelation::During {
        return Likeness::Unknown;
    }
    // Papers give the hour on their own clocks or on those where it happened or where they write: whichever makes two of
    // them agree. Days are the reader's.
    let clock = x.value.grain.max(y.value.grain) < Grain::Day;
    let apart = x.value.disjoint(&y.value, x.zone, y.zone);
    if apart && (!clock || x.value.disjoint(&y.value, None, None) && apart_locally(x, y)) {
        return Likeness::Different;
    }
    if x.value.overlaps(&y.value, x.zone, y.zone) && x.value.grain.max(y.value.grain) <= Grain::Month {
        Likeness::Same
    } else {
        Likeness::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::time::TimeValue;
    use crate::source::Span;
    use jiff::civil::date;
    use jiff::tz::Offset;

    fn at(hour: i8, local: [Option<i8>; 2]) -> When {
        let from = date(2025, 3, 3).at(hour, 10, 0, 0);
        let value = TimeValue {
            from: Some(from),
            to: from.checked_add(jiff::SignedDuration::from_mins(1)).ok(),
            grain: Grain::Minute,
            offset: None,
            approximate: false,
        };
        let local = local.map(|hours| hours.and_then(|hours| Offset::from_hours(hours).ok()));
        When { value, relation: TimeRelation::During, zone: None, local, span: Span::default() }
    }

    #[test]
    fn clocks_of_two_places_may_tell_one_moment() {
        assert!(!apart_locally(&at(15, [None, Some(1)]), &at(9, [None, Some(-5)])));
        assert!(!apart_locally(&at(15, [Some(1), Some(0)]), &at(9, [Some(-5), Some(0)])));
        assert!(apart_locally(&at(15, [None, Some(1)]), &at(11, [None, Some(-5)])));
        assert!(apart_locally(&at(15, [None; 2]), &at(9, [None, Some(-5)])));
    }
}
