//! Which mentions are one event.
//!
//! Cautious: the same verb class, at least one part shared that can be picked out, nothing both name known to differ or
//! not known to agree, times that can be one, reports of the same days. A mention that fits two different events of
//! another article fits none. Mentions meet in buckets of a class and a part they share, never each with each.

use super::event::{Event, Part};
use super::lexicon::{self, Needs};
use super::likeness::{like, parts};
use super::relation::Relation;
use crate::annotate::time::TimeRelation;
use crate::graph::{Identity, Likeness, Story};
use compact_str::CompactString;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Of a bucket larger than this only the first are compared: it holds no story any more.
const LARGEST_BUCKET: usize = 60;
/// Days between two reports of one event.
const DAYS: i32 = 10;

/// Mentions joined to events.
pub(super) struct Joined {
    /// For each mention, the mention that stands for its event.
    pub(super) root: Vec<usize>,
    /// Why two mentions are one, by the pair.
    pub(super) reasons: BTreeMap<(usize, usize), String>,
    /// Events that lean on weak evidence: the definite noun, or the actor alone.
    pub(super) weak: BTreeSet<usize>,
}

/// Why two mentions are one.
struct Match {
    reason: String,
    weak: bool,
}

/// What mentions are gathered by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Party(Identity),
    Noun(CompactString),
    /// A definite noun of the event itself ("the vote").
    Itself,
}

/// Joins the mentions of a story.
pub(super) fn join(story: &Story, events: &[Event], relations: &[Relation]) -> Joined {
    let mut matches: BTreeMap<(usize, usize), Match> = BTreeMap::new();
    for list in buckets(story, events).values() {
        let list = &list[..list.len().min(LARGEST_BUCKET)];
        for (at, &one) in list.iter().enumerate() {
            for &two in &list[at + 1..] {
                let pair = (one.min(two), one.max(two));
                if one != two
                    && !matches.contains_key(&pair)
                    && let Some(found) = same(story, &events[pair.0], &events[pair.1])
                {
                    matches.insert(pair, found);
                }
            }
        }
    }
    let dropped = ambiguous(events, &matches);
    let mut joined = UnionFind::new(events.len());
    for &(one, two) in matches.keys().filter(|pair| !dropped.contains(pair)) {
        joined.union(one, two);
    }
    let root: Vec<usize> = joined.into_labeling();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, &first) in root.iter().enumerate() {
        groups.entry(first).or_default().push(index);
    }
    let root = split(story, events, &groups, root);
    let (root, told_alike) = beside(story, events, relations, &root);
    matches.extend(told_alike);
    let kept = |pair: &(usize, usize)| !dropped.contains(pair) && root[pair.0] == root[pair.1];
    let weak = matches.iter().filter(|(pair, found)| kept(pair) && found.weak).map(|(pair, _)| root[pair.0]).collect();
    let reasons =
        matches.iter().filter(|(pair, _)| kept(pair)).map(|(&pair, found)| (pair, found.reason.clone())).collect();
    Joined { root, reasons, weak }
}

fn buckets(story: &Story, events: &[Event]) -> BTreeMap<(CompactString, Key), Vec<usize>> {
    let mut buckets: BTreeMap<(CompactString, Key), Vec<usize>> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        let mut keys = BTreeSet::new();
        for part in event.agents.iter().chain(&event.themes).chain(&event.others) {
            keys.extend(part.party.map(Key::Party));
            if let Some(party) = part.party {
                keys.extend(story.identities.party(party).name.rsplit(' ').next().map(|word| Key::Noun(word.into())));
            }
            if !part.head.is_empty() {
                keys.insert(Key::Noun(lexicon::noun(&part.head).into()));
            }
        }
        if event.noun && !event.indefinite {
            keys.insert(Key::Itself);
        }
        for key in keys {
            buckets.entry((event.class.clone(), key)).or_default().push(index);
        }
    }
    buckets
}

/// Pairs of which one mention fits two different events of the other's article.
fn ambiguous(events: &[Event], matches: &BTreeMap<(usize, usize), Match>) -> BTreeSet<(usize, usize)> {
    let mut by_article: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for &(one, two) in matches.keys() {
        by_article.entry((one, events[two].article)).or_default().push(two);
        by_article.entry((two, events[one].article)).or_default().push(one);
    }
    let mut dropped = BTreeSet::new();
    for ((mention, article), list) in by_article {
        if events[mention].article == article {
            continue;
        }
        let list = &list[..list.len().min(8)];
        let one = list
            .iter()
            .enumerate()
            .all(|(at, &a)| list[at + 1..].iter().all(|&b| matches.contains_key(&(a.min(b), a.max(b)))));
        if !one {
            dropped.extend(list.iter().map(|&other| (mention.min(other), mention.max(other))));
        }
    }
    dropped
}

/// Takes events apart whose mentions, joined through others, are known to differ.
fn split(story: &Story, events: &[Event], groups: &BTreeMap<usize, Vec<usize>>, mut root: Vec<usize>) -> Vec<usize> {
    for list in groups.values().filter(|list| list.len() > 2) {
        let shown = &list[..list.len().min(12)];
        let apart = shown
            .iter()
            .enumerate()
            .any(|(at, &a)| shown[at + 1..].iter().any(|&b| differ(story, &events[a], &events[b])));
        if apart {
            for &mention in list {
                root[mention] = mention;
            }
        }
    }
    root
}

/// "Before the vote" and "after the vote", told of one and the same other event: the vote is one, too.
fn beside(
    story: &Story,
    events: &[Event],
    relations: &[Relation],
    root: &[usize],
) -> (Vec<usize>, BTreeMap<(usize, usize), Match>) {
    let mut by_other: BTreeMap<(usize, CompactString), Vec<usize>> = BTreeMap::new();
    for relation in relations {
        for (noun, other) in [(relation.first, relation.second), (relation.second, relation.first)] {
            if events[noun].noun && !events[noun].indefinite {
                by_other.entry((root[other], events[noun].class.clone())).or_default().push(noun);
            }
        }
    }
    let mut joined = UnionFind::new(events.len());
    for (mention, &root) in root.iter().enumerate() {
        joined.union(mention, root);
    }
    let mut matches = BTreeMap::new();
    for list in by_other.into_values() {
        let Some(&first) = list.first() else { continue };
        for &other in list.iter().skip(1).take(LARGEST_BUCKET) {
            let (a, b) = (&events[first], &events[other]);
            if root[first] == root[other] || a.article == b.article || differ(story, a, b) || apart(story, a, b) {
                continue;
            }
            joined.union(first, other);
            let reason = format!("both tell of one event ({}) beside another that is one", a.class);
            matches.insert((first.min(other), first.max(other)), Match { reason, weak: true });
        }
    }
    (joined.into_labeling(), matches)
}

/// Whether something is known to be different.
fn differ(story: &Story, a: &Event, b: &Event) -> bool {
    parts(story, &a.agents, &b.agents) == Some(Likeness::Different)
        || parts(story, &a.themes, &b.themes) == Some(Likeness::Different)
        || a.marks != b.marks
        || times_differ(a, b)
}

fn times_differ(a: &Event, b: &Event) -> bool {
    let (Some(x), Some(y)) = (a.dated, b.dated) else { return false };
    x.relation == TimeRelation::During
        && y.relation == TimeRelation::During
        && x.value.disjoint(&y.value, x.zone, y.zone)
}

fn apart(story: &Story, a: &Event, b: &Event) -> bool {
    let day = |event: &Event| story.articles[event.article].document.published.map(|published| published.date);
    match (day(a), day(b)) {
        (Some(x), Some(y)) => (x - y).get_days().abs() > DAYS || (x - y).get_months() != 0,
        _ => false,
    }
}

/// Whether two mentions are one event, and why.
fn same(story: &Story, a: &Event, b: &Event) -> Option<Match> {
    if a.class != b.class || a.marks != b.marks || times_differ(a, b) || apart(story, a, b) {
        return None;
    }
    let agents = parts(story, &a.agents, &b.agents);
    let themes = parts(story, &a.themes, &b.themes);
    if agents == Some(Likeness::Different) || matches!(themes, Some(Likeness::Different | Likeness::Unknown)) {
        return None;
    }
    let found = |reason: String, weak: bool| Some(Match { reason, weak });
    let what = format!("both tell of one event ({})", a.class);
    match a.needs {
        Needs::Parties => {
            let all = |event: &Event| [event.agents.clone(), event.themes.clone()].concat();
            let (x, y) = (all(a), all(b));
            let shared =
                x.iter().filter(|part| y.iter().any(|other| like(story, part, other) == Likeness::Same)).count();
            return if shared >= 2 { found(format!("{what} with the same two parties"), false) } else { None };
        }
        Needs::Actor if agents == Some(Likeness::Same) => return found(format!("{what} with the same actor"), false),
        _ => {}
    }
    if themes == Some(Likeness::Same) {
        return found(format!("{what} with the same thing acted upon"), false);
    }
    // "The alarm tripped" and "the alarm was triggered": one part, whatever the voice.
    let known = |list: &[Part]| list.iter().filter(|part| !part.unknown).cloned().collect::<Vec<_>>();
    let lone = |event: &Event| match (known(&event.agents).as_slice(), known(&event.themes).as_slice()) {
        ([], parts) | (parts, []) => parts.to_vec(),
        _ => Vec::new(),
    };
    // "told parliament and then signed it", "had signed it": what is acted upon is "it" in both.
    let pronouns =
        !a.themes.is_empty() && !b.themes.is_empty() && known(&a.themes).is_empty() && known(&b.themes).is_empty();
    if themes.is_none()
        && (pronouns || a.agents.is_empty() || b.agents.is_empty() || a.themes.is_empty() && b.themes.is_empty())
    {
        match parts(story, &lone(a), &lone(b)) {
            Some(Likeness::Same) if !a.noun || !b.noun || !a.indefinite && !b.indefinite => {
                return found(
                    format!("{what} with the same subject"),
                    a.themes.is_empty() && b.themes.is_empty() && a.needs != Needs::Actor && person(story, a),
                );
            }
            Some(Likeness::Different) => return None,
            _ => {}
        }
    }
    nominal(story, a, b, agents).map(|why| Match { reason: format!("{what}: {why}"), weak: true })
}

fn person(story: &Story, event: &Event) -> bool {
    event.agents.iter().any(|part| {
        part.party
            .is_some_and(|party| story.identities.party(party).kind == crate::annotate::mention::EntityKind::Person)
    })
}

/// "The order", "that order": the noun itself picks the event out, and something else agrees.
fn nominal(story: &Story, a: &Event, b: &Event, agents: Option<Likeness>) -> Option<&'static str> {
    let definite = |event: &Event| event.noun && !event.indefinite;
    if !definite(a) && !definite(b) || a.indefinite && b.indefinite {
        return None;
    }
    if a.article == b.article {
        // Said again in one article: "gave the order …; that order …".
        let bare = |event: &Event| event.agents.is_empty() && event.themes.is_empty();
        return (definite(a) && definite(b) && (bare(a) || bare(b))).then_some("the article names it again");
    }
    if agents == Some(Likeness::Same) {
        return Some("with the same actor");
    }
    let contents = a.contents.iter().any(|content| b.contents.contains(content));
    let others = parts(story, &a.others, &b.others) == Some(Likeness::Same);
    match (contents, others, agents) {
        (true, _, _) => Some("with the same content"),
        (_, true, None) => Some("with a part in common"),
        _ => None,
    }
}
