//! Finds, among many quotations, the sentences that are one and the same, and the wordings each is given in.
//!
//! Sentences that share runs of three words are compared, never all with all: identical sentences are joined first, a
//! run that too many sentences share is no evidence, and a sentence is compared with few others. Time is linear in
//! the number of quotations. Who said what is not looked at.

use super::align::{Alignment, Severity, Verdict, align_words};
use super::words::{Passage, Word};
use crate::hash::Map;
use crate::source::Span;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Longest sentence that is compared as one, in words; a longer one is taken in pieces.
const LONGEST: usize = 80;
/// Fewest words of a sentence that is compared.
const FEWEST: usize = 4;
/// Words in a run.
const RUN: usize = 3;
/// Most wordings that may share a run before it is no evidence.
const COMMONEST: usize = 40;
/// Most other wordings that one is compared with.
const MOST_COMPARED: usize = 12;

/// One quotation's report of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<K> {
    /// Whose it is: what the caller gave with the passage.
    pub key: K,
    /// Bytes of the sentence within the passage's text, from its first word to its last.
    pub span: Span,
    /// Index into [`Cluster::variants`]; `None` for a cut that agrees with several.
    pub variant: Option<usize>,
}

/// Two members with different words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Index of a member, to which the spans `a` of the alignment refer.
    pub first: usize,
    /// Index of a member, to which the spans `b` refer.
    pub second: usize,
    /// How they differ; its verdict is [`Verdict::Reworded`].
    pub alignment: Alignment,
}

/// Reports of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster<K> {
    /// The reports, in the order of the passages; two or more.
    pub members: Vec<Member<K>>,
    /// The wordings: indices of members. One where all agree; several where words were changed.
    pub variants: Vec<Vec<usize>>,
    /// One pair of members for every two wordings that were found to differ.
    pub changes: Vec<Change>,
}

/// Pairs of wordings of one utterance, the smaller index first, and whether words were changed between them.
type Links = BTreeMap<(usize, usize), bool>;

/// A sentence in one wording, with everything that has it word for word.
struct Wording {
    words: Vec<Word>,
    /// Index of the passage and the sentence's words there.
    reports: Vec<(usize, Vec<Word>)>,
}

/// The sentences that two or more of `passages` report, in order of their first report. Changes of less than
/// `least` severity do not part wordings.
#[must_use]
pub fn clusters<'a, K: Clone>(
    passages: impl IntoIterator<Item = (K, Passage<'a>)>,
    least: Severity,
) -> Vec<Cluster<K>> {
    let mut keys = Vec::new();
    let mut wordings: Vec<Wording> = Vec::new();
    let mut known: Map<Vec<(CompactString, bool)>, usize> = Map::default();
    for (number, (key, passage)) in passages.into_iter().enumerate() {
        keys.push(key);
        for words in sentences(&passage.words()) {
            let folded = words.iter().enumerate().map(|(at, word)| (word.key.clone(), word.gap && at > 0)).collect();
            let index = *known.entry(folded).or_insert_with(|| {
                wordings.push(Wording { words: words.clone(), reports: Vec::new() });
                wordings.len() - 1
            });
            wordings[index].reports.push((number, words));
        }
    }
    let links = links(&wordings, least);
    groups(wordings.len(), &links).into_iter().filter_map(|group| cluster(&keys, &wordings, &links, &group)).collect()
}

fn sentences(words: &[Word]) -> Vec<Vec<Word>> {
    words
        .chunk_by(|a, b| a.sentence == b.sentence)
        .flat_map(|sentence| sentence.chunks(LONGEST))
        .filter(|sentence| sentence.len() >= FEWEST && sentence.iter().any(Word::content))
        .map(<[Word]>::to_vec)
        .collect()
}

fn links(wordings: &[Wording], least: Severity) -> Links {
    let mut runs: Map<[&str; RUN], Vec<usize>> = Map::default();
    let mut links = BTreeMap::new();
    for (index, wording) in wordings.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for run in wording.words.windows(RUN) {
            let [a, b, c] = run else { continue };
            if !run.iter().any(Word::content) {
                continue;
            }
            let others = runs.entry([a.coarse(), b.coarse(), c.coarse()]).or_default();
            if others.last() == Some(&index) {
                continue;
            }
            if others.len() < COMMONEST {
                for other in others.iter() {
                    *shared.entry(*other).or_default() += 1;
                }
                others.push(index);
            }
        }
        let mut nearest: Vec<_> = shared.into_iter().map(|(other, count)| (usize::MAX - count, other)).collect();
        nearest.sort_unstable();
        for (_, other) in nearest.into_iter().take(MOST_COMPARED) {
            let changed = match align_words(&wordings[other].words, &wording.words).verdict {
                Verdict::Unrelated => continue,
                Verdict::Same | Verdict::CutShort => false,
                Verdict::Reworded { severity, .. } => severity >= least,
            };
            links.insert((other, index), changed);
        }
    }
    links
}

/// Connected groups, in order of their first member.
fn groups(count: usize, links: &Links) -> Vec<Vec<usize>> {
    let mut parents: Vec<usize> = (0..count).collect();
    for &(a, b) in links.keys() {
        let (a, b) = (root(&mut parents, a), root(&mut parents, b));
        let (low, high) = (a.min(b), a.max(b));
        parents[high] = low;
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..count {
        groups.entry(root(&mut parents, index)).or_default().push(index);
    }
    groups.into_values().collect()
}

fn root(parents: &mut [usize], mut index: usize) -> usize {
    while parents[index] != index {
        parents[index] = parents[parents[index]];
        index = parents[index];
    }
    index
}

fn cluster<K: Clone>(keys: &[K], wordings: &[Wording], links: &Links, group: &[usize]) -> Option<Cluster<K>> {
    let sides = sides(wordings, links, group);
    let mut reports: Vec<(usize, &[Word], usize)> = Vec::new();
    for &wording in group {
        reports.extend(wordings[wording].reports.iter().map(|(passage, words)| (*passage, words.as_slice(), wording)));
    }
    if reports.len() < 2 {
        return None;
    }
    reports.sort_by_key(|(passage, words, _)| (*passage, words.first().map(|word| word.span.start)));
    let mut variants = vec![Vec::new(); sides.values().flatten().max().map_or(1, |last| last + 1)];
    let mut members = Vec::with_capacity(reports.len());
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, &(passage, words, wording)) in reports.iter().enumerate() {
        let variant = sides.get(&wording).copied().flatten();
        if let Some(variant) = variant {
            variants[variant].push(at);
        }
        first.entry(wording).or_insert(at);
        let span = match words {
            [first, .., last] => first.span.join(last.span),
            [only] => only.span,
            [] => Span::default(),
        };
        members.push(Member { key: keys.get(passage)?.clone(), span, variant });
    }
    let changes = group
        .iter()
        .flat_map(|&wording| links.range((wording, 0)..(wording + 1, 0)))
        .filter(|(_, changed)| **changed)
        .filter_map(|((a, b), _)| {
            let (first, second) = (*first.get(a)?, *first.get(b)?);
            // Aligned again, for the spans of these very reports.
            let alignment = align_words(reports.get(first)?.1, reports.get(second)?.1);
            Some(Change { first, second, alignment })
        })
        .collect();
    Some(Cluster { members, variants, changes })
}

/// Which variant each wording of a group belongs to; `None` for a cut that agrees with several.
fn sides(wordings: &[Wording], links: &Links, group: &[usize]) -> BTreeMap<usize, Option<usize>> {
    let mut order = group.to_vec();
    order.sort_by_key(|&wording| (usize::MAX - wordings[wording].words.len(), wording));
    let mut neighbours: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for &wording in group {
        for (&(a, b), &changed) in links.range((wording, 0)..(wording + 1, 0)) {
            neighbours.entry(a).or_default().push((b, changed));
            neighbours.entry(b).or_default().push((a, changed));
        }
    }
    let mut count = 0;
    let mut sides: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for wording in order {
        let (mut agreeing, mut differing) = (BTreeSet::new(), BTreeSet::new());
        for (other, changed) in neighbours.get(&wording).into_iter().flatten() {
            if let Some(Some(side)) = sides.get(other) {
                if *changed {
                    differing.insert(*side)
                } else {
                    agreeing.insert(*side)
                };
            }
        }
        let mut matching = agreeing.difference(&differing);
        let side = match (matching.next(), matching.next()) {
            (None, _) => {
                count += 1;
                Some(count - 1)
            }
            (Some(only), None) => Some(*only),
            _ => None,
        };
        sides.insert(wording, side);
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wordings(texts: &[&str]) -> Vec<Cluster<usize>> {
        clusters(texts.iter().map(|text| Passage::whole(text)).enumerate(), Severity::Function)
    }

    fn sides(cluster: &Cluster<usize>) -> Vec<Vec<usize>> {
        cluster.variants.iter().map(|side| side.iter().map(|&member| cluster.members[member].key).collect()).collect()
    }

    #[test]
    fn wordings_of_one_sentence_are_sides() {
        let found = wordings(&[
            "It rained. I was a baker for thirty years and a singer for three.",
            "I was a baker for three years and a singer for thirty",
            "Nobody can bake a loaf of bread on a boat.",
            "I was a baker for thirty years and a singer for three, you know.",
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!(sides(&found[0]), [vec![0, 3], vec![1]]);
        assert!(found[0].changes.iter().all(|change| matches!(change.alignment.verdict, Verdict::Reworded { .. })));
    }

    #[test]
    fn a_cut_is_on_the_side_it_agrees_with_and_on_none_if_it_agrees_with_both() {
        let found = wordings(&[
            "The ferry will sail at dawn whatever the weather does to the quay",
            "The ferry will sail at noon whatever the weather does to the quay",
            "whatever the weather does to the quay",
            "The ferry will sail at noon whatever the weather does",
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!(sides(&found[0]), [vec![0], vec![1, 3]]);
        assert_eq!(found[0].members[2].variant, None);
    }

    #[test]
    fn sentences_parted_otherwise_are_still_found() {
        let found = wordings(&[
            "We shall keep the lighthouse lit. And it will be paid for by the harbour.",
            "We shall keep the lighthouse lit, and it will be paid for by the harbour.",
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].members.len(), 3);
        assert_eq!(found[0].variants.len(), 1);
    }

    #[test]
    fn strangers_make_no_cluster() {
        assert_eq!(wordings(&["I never got up from the table", "Nobody left the room before me"]), []);
        assert_eq!(wordings(&["", "…", "No."]), []);
    }

    #[test]
    fn many_like_sentences_stay_cheap() {
        let texts: Vec<String> =
            (0..3000).map(|number| format!("we all know the words of song number {number} by heart")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert!(wordings(&texts).len() < texts.len());
    }
}
