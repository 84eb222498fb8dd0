//! Two holders of one office, where what the office is of goes without a name: "the expedition's leader, Ana Ruiz" against
//! "Li Wei, who leads the expedition; Ana Ruiz, its doctor".
//!
//! What stands in for the name is that an article which gives the office to another gives its holder another office:
//! it knows both, and knows them as something else. Of captains and coaches there are two in a match, and of ministers
//! many in a summit, so that those need their house.

use super::holding::{Held, House};
use super::{APART_DAYS, days_apart};
use crate::annotate::lexicon::{self, OfficeClass};
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::{Identity, Story};
use std::collections::{BTreeMap, BTreeSet};

/// Walks of life in which what somebody is called tells what the holder of an office is not.
const TELLING: &[OfficeClass] = &[
    OfficeClass::Company,
    OfficeClass::Science,
    OfficeClass::Arts,
    OfficeClass::Media,
    OfficeClass::Military,
    OfficeClass::Religion,
    OfficeClass::Health,
    OfficeClass::Union,
    OfficeClass::Police,
];

/// Who holds which offices according to one article: by title, without "deputy" and the like.
#[derive(Default)]
struct Roll<'h> {
    by_title: BTreeMap<&'h str, Vec<&'h Held>>,
    by_person: BTreeMap<Identity, Vec<&'h Held>>,
}

/// The conflicts of holders who change places.
pub(super) fn conflicts(story: &Story, held: &[Held], handovers: &BTreeSet<Identity>) -> Vec<Conflict> {
    let mut rolls: BTreeMap<usize, Roll> = BTreeMap::new();
    for one in held {
        let roll = rolls.entry(one.article).or_default();
        if one.office.standing.is_none() {
            roll.by_title.entry(canonical(one)).or_default().push(one);
        }
        roll.by_person.entry(one.person).or_default().push(one);
    }
    // Only an article that gives the holder an office too can give the first office to another.
    let mut giving: BTreeMap<Identity, BTreeSet<usize>> = BTreeMap::new();
    for one in held {
        giving.entry(one.person).or_default().insert(one.article);
    }
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (&at, roll) in &rolls {
        for (&title, holders) in &roll.by_title {
            let Some(one) = sole(holders).filter(|one| one_only(story, one)) else { continue };
            let others = giving.get(&one.person).into_iter().flatten();
            let near = others.filter(|&&other| other != at && days_apart(story, at, other) <= APART_DAYS);
            for other in near.filter_map(|other| rolls.get(other)) {
                let Some(two) = other.by_title.get(title).and_then(|holders| sole(holders)) else { continue };
                let changed = two.person != one.person
                    && !handovers.contains(&one.person)
                    && !handovers.contains(&two.person)
                    && may_share_house(story, one, two);
                let Some(instead) = other.by_person.get(&one.person).filter(|_| changed) else { continue };
                if let Some(instead) = instead.iter().find(|instead| tells_apart(one, instead))
                    && seen.insert((title, one.person.min(two.person), one.person.max(two.person)))
                {
                    found.push(conflict(story, title, one, two, instead));
                }
            }
        }
    }
    found
}

fn canonical(held: &Held) -> &str {
    lexicon::office(&held.office.title).map_or(&held.office.title, |known| known.canonical)
}

/// The one person among the holders of an office in one article.
fn sole<'h>(holders: &[&'h Held]) -> Option<&'h Held> {
    let first = holders.first()?;
    holders.iter().all(|held| held.person == first.person).then_some(*first)
}

/// An office that one holds at a time: by its title, or by the definite words around it.
fn one_only(story: &Story, held: &Held) -> bool {
    let Some(known) = lexicon::office(&held.office.title) else { return held.only };
    let owned = held.of.is_some() || owner_noun(story, held).is_some();
    let single = known.single && !known.soft || owned && matches!(known.canonical, "leader" | "head" | "chief");
    single && (TELLING.contains(&known.class) || owned && known.class != OfficeClass::Sport)
}

/// "expedition" of "the expedition's leader".
fn owner_noun<'s>(story: &'s Story, held: &Held) -> Option<&'s str> {
    let article = &story.articles[held.article];
    let at = article.tokens.partition_point(|token| token.span.start < held.office.span.start);
    let before = |back: usize| at.checked_sub(back).and_then(|at| article.tokens.get(at));
    let owned = before(1).is_some_and(|token| token.tag == crate::annotate::token::Tag::PossessiveEnding);
    let noun = before(2).filter(|noun| owned && noun.tag.is_noun() && !noun.tag.is_proper())?;
    Some(noun.lemma.as_str())
}

fn may_share_house(story: &Story, a: &Held, b: &Held) -> bool {
    match (&a.of, &b.of) {
        (Some(House::Known(x)), Some(House::Known(y))) => x == y,
        (Some(House::Words(x)), Some(House::Words(y))) => x == y,
        // Of firms and provinces a story has several: they need their name, or the same noun in its place.
        _ => {
            let noun = owner_noun(story, a);
            let many = |class| {
                !TELLING.contains(&class)
                    || matches!(class, OfficeClass::Company | OfficeClass::Media | OfficeClass::Union)
            };
            noun.is_some() && noun == owner_noun(story, b)
                || lexicon::office(&a.office.title).is_some_and(|known| !many(known.class))
        }
    }
}

/// Whether being `instead` is being something else than holding `one`'s office: no standing of the same office that
/// says nothing ("former"), no calling that goes with any office.
fn tells_apart(one: &Held, instead: &Held) -> bool {
    let (Some(held), Some(other)) = (lexicon::office(&one.office.title), lexicon::office(&instead.office.title)) else {
        return false;
    };
    if held.canonical == other.canonical {
        return matches!(instead.office.standing.as_deref(), Some("deputy" | "assistant"));
    }
    let deputy = instead.office.standing.as_deref() == Some("deputy") || other.canonical == "deputy";
    let plain = instead.office.standing.is_none();
    deputy || plain && (held.class == other.class && other.single || RANKED.contains(&other.canonical))
}

/// Offices below another that leave no doubt that their holder is not at the head.
const RANKED: &[&str] = &[
    "executive officer",
    "medical officer",
    "first officer",
    "first mate",
    "second-in-command",
    "principal guest conductor",
    "chaplain",
    "chief of staff",
    "chief engineer",
    "spokesperson",
    "adviser",
    "secretary",
    "treasurer",
    "deputy",
];

fn conflict(story: &Story, title: &str, one: &Held, two: &Held, instead: &Held) -> Conflict {
    let name = |held: &Held| story.identities.party(held.person).name.clone();
    let place = |held: &Held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() };
    let other = match instead.office.standing.as_deref() {
        Some(standing) => format!("{standing} {}", instead.office.title),
        None => instead.office.title.to_string(),
    };
    Conflict {
        check: Check::Role,
        severity: Severity::Warning,
        message: format!("{title} is {} or {}", name(one), name(two)),
        explanation: vec![
            format!("one article introduces {} as {title}", name(one)),
            format!("another introduces {} as {title}, and {} as {other}", name(two), name(one)),
            format!("there is one {title}, and no passage tells of a change"),
        ],
        sides: vec![
            support::side(story, name(one), vec![place(one)]),
            support::side(story, name(two), vec![place(two), place(instead)]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const HOLM: &str = "The survey's leader, Dr Petra Holm, said by radio that the ice had given way.";

    #[test]
    fn whoever_is_the_doctor_is_not_the_leader() {
        assert_conflict(
            Check::Role,
            Severity::Warning,
            HOLM,
            "Otto Brandt, the survey's leader, was glad. Petra Holm, the medical officer, reported no illness.",
        );
        assert_conflict(
            Check::Role,
            Severity::Warning,
            "Commander Ana Ruiz, the frigate's commanding officer, brought the ship to Porto.",
            "The commanding officer is Commander Otto Brandt. Ana Ruiz, the executive officer, had the watch.",
        );
    }

    #[test]
    fn two_of_a_kind_have_one_each() {
        assert_quiet(
            "Rovers' captain, Ana Ruiz, was booked.",
            "The captain, Otto Brandt, scored. Ana Ruiz, the goalkeeper, saved twice.",
        );
        assert_quiet(
            HOLM,
            "Otto Brandt, the former leader of the survey, was glad. Petra Holm, the geologist, reported no illness.",
        );
        assert_quiet(
            "Ana Ruiz, chairman of Kestrel Motors, signed.",
            "Otto Brandt, chairman of Wisla Auto, signed. Ana Ruiz, chief executive of Kestrel Motors, looked on.",
        );
    }
}
