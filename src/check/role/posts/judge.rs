//! Which posts nobody holds at once, and which have one holder.

use super::Post;
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::role::holding::{Held, House};
use crate::check::role::{APART_DAYS, days_apart, matters};
use crate::check::support::{self, Place};
use crate::graph::{Identity, Story, shared, surroundings};
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Words in the names of houses that have officers of their own.
const INSTITUTIONS: &[&str] = &["hospital", "infirmary", "clinic", "university", "college", "school", "bank", "museum"];
/// Offices of whoever is at the head of the whole house.
const WHOLE: &[&str] =
    &["chief executive", "managing director", "general manager", "headteacher", "director general", "chancellor"];
/// How much surroundings share that tell of one house, where it is not named by both; less where the post has several
/// words.
const STORY: f32 = 2.0;
const STORY_WORDED: f32 = 1.25;

fn near(story: &Story, a: &Post, b: &Post) -> bool {
    a.article != b.article && days_apart(story, a.article, b.article) <= APART_DAYS
}

fn known_apart(a: Option<&House>, b: Option<&House>) -> bool {
    match (a, b) {
        (Some(House::Known(x)), Some(House::Known(y))) => x != y,
        (Some(House::Words(x)), Some(House::Words(y))) => x != y,
        _ => false,
    }
}

fn around(story: &Story, a: &Post, b: &Post) -> f32 {
    let of = |post: &Post| surroundings(story, post.article, post.span);
    shared(story, (a.article, &of(a)), (b.article, &of(b)))
}

/// One person at the head of two matters.
pub(super) fn two_posts(
    story: &Story,
    posts: &[Post],
    handovers: &BTreeSet<Identity>,
    told: &BTreeSet<Identity>,
) -> Vec<Conflict> {
    let mut by_person: BTreeMap<Identity, Vec<&Post>> = BTreeMap::new();
    for post in posts.iter().filter(|post| !handovers.contains(&post.person) && !told.contains(&post.person)) {
        by_person.entry(post.person).or_default().push(post);
    }
    let mut found = Vec::new();
    for list in by_person.values() {
        let list = &list[..list.len().min(20)];
        // An article that gives both uses one of them loosely, or knows of two.
        let both = |one: &Post, two: &Post| {
            let gives = |article: usize, post: &Post| {
                list.iter().any(|other| other.article == article && !matters::apart(&other.matter, &post.matter))
            };
            gives(one.article, two) || gives(two.article, one)
        };
        let pair = list.iter().enumerate().find_map(|(at, one)| {
            let against = |two: &&&Post| {
                let other = matters::apart(&one.matter, &two.matter)
                    && !known_apart(one.house.as_ref(), two.house.as_ref())
                    && !both(one, two);
                near(story, one, two) && (other || two_masters(story, one, two))
            };
            list[at + 1..].iter().find(against).map(|two| (*one, *two))
        });
        if let Some((one, two)) = pair {
            let name = &story.identities.party(one.person).name;
            let why = "the two are posts over different matters, and no passage gives both";
            let sides = [(words(story, one), place(one)), (words(story, two), place(two))];
            found.push(conflict(story, format!("{name} is {} or {}", sides[0].0, sides[1].0), why, sides));
        }
    }
    found
}

/// Whether one of two posts is a country's, state's or town's, and the other a hospital's or school's that goes by no
/// such name: both are full-time.
fn two_masters(story: &Story, a: &Post, b: &Post) -> bool {
    const AREAS: &[&str] = &["state", "country", "city", "county", "province", "region", "canton", "government"];
    let party = |post: &Post| match &post.house {
        Some(House::Known(of)) => Some(story.identities.party(*of)),
        _ => None,
    };
    let area = |post: &Post| match &post.house {
        Some(House::Known(_)) => {
            party(post).filter(|party| party.kind == EntityKind::Place).map(|party| party.name.as_str())
        }
        Some(House::Words(words)) => AREAS.iter().find(|area| *area == words).copied(),
        None => None,
    };
    let institution = |post: &Post| {
        party(post).filter(|party| {
            let word = |word: &str| INSTITUTIONS.contains(&word.to_lowercase().as_str());
            party.kind == EntityKind::Body && party.name.split_whitespace().any(word)
        })
    };
    let apart = |one: &Post, two: &Post| {
        let (Some(area), Some(body)) = (area(one), institution(two)) else { return false };
        !body.name.to_lowercase().contains(&area.to_lowercase())
    };
    a.matter != b.matter && (apart(a, b) || apart(b, a))
}

/// One person at the head of a house, and at that of a part of it.
pub(super) fn whole_and_part(
    story: &Story,
    posts: &[Post],
    held: &[Held],
    handovers: &BTreeSet<Identity>,
    told: &BTreeSet<Identity>,
) -> Vec<Conflict> {
    let whole = |one: &&Held| {
        let title = lexicon::office(&one.office.title).filter(|known| !known.soft).map(|known| known.canonical);
        one.office.standing.is_none() && title.is_some_and(|title| WHOLE.contains(&title))
    };
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let open = |person: &Identity| !handovers.contains(person) && !told.contains(person);
    for one in held.iter().filter(whole).filter(|one| open(&one.person)) {
        let gives =
            |article: usize| held.iter().filter(whole).any(|it| it.person == one.person && it.article == article);
        let of_person = posts.iter().filter(|post| post.person == one.person);
        let two = of_person.clone().find(|post| {
            let far = days_apart(story, post.article, one.article) > APART_DAYS;
            let own = posts.iter().any(|other| other.person == one.person && other.article == one.article);
            !gives(post.article) && !own && !far && !known_apart(one.of.as_ref(), post.house.as_ref())
        });
        if let Some(two) = two.filter(|_| seen.insert(one.person)) {
            let name = &story.identities.party(one.person).name;
            let title = one.office.title.to_string();
            let own = Place { article: one.article, span: one.span, rule: "core/office".to_owned() };
            let sides = [(title, own), (words(story, two), place(two))];
            let why = "the one post is over the whole house, the other over a part of it";
            found.push(conflict(story, format!("{name} is {} or {}", sides[0].0, sides[1].0), why, sides));
        }
    }
    found
}

/// Two people in one post.
pub(super) fn two_holders(story: &Story, posts: &[Post], handovers: &BTreeSet<Identity>) -> Vec<Conflict> {
    let mut by_post: BTreeMap<(&str, bool, &BTreeSet<CompactString>), Vec<&Post>> = BTreeMap::new();
    for post in posts.iter().filter(|post| !handovers.contains(&post.person)) {
        by_post.entry((post.rank, post.deputy, &post.matter)).or_default().push(post);
    }
    let mut found = Vec::new();
    for list in by_post.values().filter(|list| list[0].rank != "manager" && list[0].rank != "coordinator") {
        let list = &list[..list.len().min(20)];
        // An article that knows two of them is held against nobody.
        let sole = |post: &Post| list.iter().all(|other| other.article != post.article || other.person == post.person);
        let pair = list.iter().enumerate().find_map(|(at, one)| {
            let against = |two: &&&Post| {
                one.person != two.person
                    && near(story, one, two)
                    && sole(one)
                    && sole(two)
                    && !known_apart(one.house.as_ref(), two.house.as_ref())
                    && (one.house.is_some() && one.house == two.house
                        || around(story, one, two) >= if one.matter.len() > 1 { STORY_WORDED } else { STORY })
            };
            list[at + 1..].iter().find(against).map(|two| (*one, *two))
        });
        if let Some((one, two)) = pair {
            let name = |post: &Post| story.identities.party(post.person).name.clone();
            let sides = [(name(one), place(one)), (name(two), place(two))];
            let message = format!("{} is {} or {}", words(story, one), sides[0].0, sides[1].0);
            found.push(conflict(story, message, "one post has one holder, and no passage tells of a change", sides));
        }
    }
    found
}

/// The post in few words.
fn words(story: &Story, post: &Post) -> String {
    let matter: Vec<&str> = post.matter.iter().map(CompactString::as_str).collect();
    let deputy = if post.deputy { "deputy " } else { "" };
    let house = match &post.house {
        Some(House::Known(of)) => format!(" at {}", story.identities.party(*of).name),
        _ => String::new(),
    };
    format!("{deputy}{} ({}){house}", post.rank, matter.join(", "))
}

fn place(post: &Post) -> Place {
    Place { article: post.article, span: post.span, rule: "core/office".to_owned() }
}

fn conflict(story: &Story, message: String, why: &str, sides: [(String, Place); 2]) -> Conflict {
    let sides = sides.into_iter().map(|(value, place)| support::side(story, value, vec![place])).collect();
    Conflict {
        check: Check::Role,
        severity: Severity::Warning,
        message,
        explanation: vec!["articles of the same weeks introduce people by these posts".to_owned(), why.to_owned()],
        sides,
    }
}
