//! What an alignment means: the same words, a cut, other words, or nothing.

use super::align::{Alignment, Difference, Severity, Verdict};
use super::pairs::pairs;
use super::words::Word;
use crate::source::Span;

/// Fewest words two quotations share before anything is said of them.
const FEWEST_SHARED: usize = 5;
/// Fewest content words among the shared ones.
const FEWEST_CONTENT: usize = 3;
/// Fewest shared words where the difference stands at an end alone.
const FEWEST_BEFORE_END: usize = 7;
/// Most words of a difference inside shared words, on either side.
const WIDEST_DIFFERENCE: usize = 4;
/// Most words of a difference at the end of shared words, on either side.
const WIDEST_END: usize = 3;

/// Compares two passages; spans are bytes of either text.
pub(super) fn judge(a: &[Word], b: &[Word]) -> Alignment {
    let pairs = pairs(a, b);
    let (Some(&first), Some(&last)) = (pairs.first(), pairs.last()) else {
        let (a, b) = (Span::default(), Span::default());
        return Alignment { verdict: Verdict::Unrelated, shared: 0, shared_content: 0, a, b };
    };
    let shared_content = pairs.iter().filter(|(at, _)| a[*at].content()).count();
    let verdict = Judgement { a, b, pairs: &pairs, shared_content }.verdict();
    Alignment {
        verdict,
        shared: pairs.len(),
        shared_content,
        a: a[first.0].span.join(a[last.0].span),
        b: b[first.1].span.join(b[last.1].span),
    }
}

/// Words of both that do not pair, between two pairs or at an end: half-open ranges of either.
struct Region {
    a: (usize, usize),
    b: (usize, usize),
    /// At the beginning or the end, where a cut is no change.
    end: bool,
}

struct Judgement<'a> {
    a: &'a [Word],
    b: &'a [Word],
    pairs: &'a [(usize, usize)],
    shared_content: usize,
}

impl Judgement<'_> {
    fn verdict(&self) -> Verdict {
        match self.in_order() {
            Verdict::Unrelated => self.turned_round().unwrap_or(Verdict::Unrelated),
            verdict => verdict,
        }
    }

    fn in_order(&self) -> Verdict {
        let (shared, shorter) = (self.pairs.len(), self.a.len().min(self.b.len()));
        if shared == self.a.len() && shared == self.b.len() {
            return Verdict::Same;
        }
        let mut regions = Vec::new();
        let mut far_end = false;
        for region in self.regions() {
            match self.kind(&region) {
                Kind::Cut => {}
                Kind::Change => regions.push(region),
                Kind::Apart => far_end = true,
            }
        }
        if far_end {
            return Verdict::Unrelated;
        }
        if regions.is_empty() {
            let whole = shared == shorter;
            let enough = if whole { shared >= 2 } else { shared >= FEWEST_SHARED && self.shared_content >= 2 };
            return if enough { Verdict::CutShort } else { Verdict::Unrelated };
        }
        // Two sentences may share a phrase and part; what differs at an end alone needs more before it.
        if regions.iter().all(|region| region.end) && shared < FEWEST_BEFORE_END {
            return Verdict::Unrelated;
        }
        let supported = regions.iter().all(|region| self.supported(region));
        let coverage = shared * 100 >= shorter * if regions.iter().any(|region| region.end) { 70 } else { 60 };
        if shared < FEWEST_SHARED
            || self.shared_content < FEWEST_CONTENT
            || !coverage
            || !supported
            || self.longest_run() < 3
        {
            return Verdict::Unrelated;
        }
        let differences: Vec<_> = regions.iter().map(|region| self.difference(region)).collect();
        let severity = differences.iter().map(|difference| difference.severity).max().unwrap_or(Severity::Slight);
        Verdict::Reworded { differences, severity }
    }

    /// The same words in another order ("was not robbed, it was rented" against "was not rented, it was robbed"): what
    /// is said of which has changed places.
    fn turned_round(&self) -> Option<Verdict> {
        let keys = |words: &[Word]| {
            let mut keys: Vec<_> = words.iter().map(|word| word.key.clone()).collect();
            keys.sort_unstable();
            keys
        };
        let content = self.a.iter().filter(|word| word.content()).count();
        let enough = self.a.len() == self.b.len() && self.a.len() >= FEWEST_SHARED && content >= FEWEST_CONTENT;
        if !enough || self.longest_run() < 3 || keys(self.a) != keys(self.b) {
            return None;
        }
        let moved = |words: &[Word], paired: &dyn Fn(usize) -> bool| {
            let apart = |at: &usize| !paired(*at);
            let first = (0..words.len()).find(apart)?;
            let last = (0..words.len()).rev().find(apart)?;
            Some(span(words, (first, last + 1)))
        };
        let a = moved(self.a, &|at| self.pairs.iter().any(|pair| pair.0 == at))?;
        let b = moved(self.b, &|at| self.pairs.iter().any(|pair| pair.1 == at))?;
        let severity = Severity::Content;
        Some(Verdict::Reworded { differences: vec![Difference { a, b, severity }], severity })
    }

    fn longest_run(&self) -> usize {
        let (mut longest, mut run) = (1, 1);
        for pair in self.pairs.windows(2) {
            run = if pair[1].0 == pair[0].0 + 1 && pair[1].1 == pair[0].1 + 1 { run + 1 } else { 1 };
            longest = longest.max(run);
        }
        longest
    }

    /// The unpaired regions, in order. Regions parted by one function word are one.
    fn regions(&self) -> Vec<Region> {
        let mut regions: Vec<Region> = Vec::new();
        let (mut a, mut b) = (0, 0);
        let stop = (self.a.len(), self.b.len());
        for (index, &(at, bt)) in self.pairs.iter().chain(std::iter::once(&stop)).enumerate() {
            if at > a || bt > b {
                let end = index == 0 || (at, bt) == stop;
                let previous = regions.last_mut().filter(|last| {
                    !end && !last.end && last.a.1 + 1 == a && last.b.1 + 1 == b && !self.a[last.a.1].content()
                });
                match previous {
                    Some(last) => (last.a.1, last.b.1) = (at, bt),
                    None => regions.push(Region { a: (a, at), b: (b, bt), end }),
                }
            }
            (a, b) = (at + 1, bt + 1);
        }
        regions
    }

    fn kind(&self, region: &Region) -> Kind {
        let (a, b) = (&self.a[region.a.0..region.a.1], &self.b[region.b.0..region.b.1]);
        if self.gap(self.a, region.a) && (a.is_empty() || region.end)
            || self.gap(self.b, region.b) && (b.is_empty() || region.end)
        {
            return Kind::Cut;
        }
        if !region.end {
            // A gap in one beside words of its own: what is missing cannot be told.
            let gaps = self.gap(self.a, region.a) || self.gap(self.b, region.b);
            let wide = a.len().max(b.len()) > WIDEST_DIFFERENCE;
            return if wide || gaps && (a.is_empty() || b.is_empty()) {
                Kind::Apart
            } else if gaps {
                Kind::Cut
            } else {
                Kind::Change
            };
        }
        let start = region.a.0 == 0 && region.b.0 == 0;
        let bare = |words: &[Word]| words.iter().all(|word| start && leads(word));
        if bare(a) || bare(b) {
            Kind::Cut
        } else if a.len().max(b.len()) <= WIDEST_END {
            Kind::Change
        } else {
            Kind::Apart
        }
    }

    /// Whether a gap lies within the range or at its end.
    #[allow(clippy::unused_self)]
    fn gap(&self, words: &[Word], (from, to): (usize, usize)) -> bool {
        words.get(from..words.len().min(to + 1)).is_some_and(|words| words.iter().any(|word| word.gap))
    }

    /// Whether enough shared words stand on both sides of a difference, or many on one.
    fn supported(&self, region: &Region) -> bool {
        let before = self.pairs.iter().rev().skip_while(|pair| pair.0 >= region.a.0 || pair.1 >= region.b.0);
        let after = self.pairs.iter().skip_while(|pair| pair.0 < region.a.1 || pair.1 < region.b.1);
        let (before, after) = (before.take(5).count(), after.take(5).count());
        before >= 2 && after >= 2 || before >= 5 || after >= 5
    }

    fn difference(&self, region: &Region) -> Difference {
        let (a, b) = (&self.a[region.a.0..region.a.1], &self.b[region.b.0..region.b.1]);
        let severity = severity(a, b);
        Difference { a: span(self.a, region.a), b: span(self.b, region.b), severity }
    }
}

enum Kind {
    Cut,
    Change,
    Apart,
}

/// Words that a sentence may begin with or not.
fn leads(word: &Word) -> bool {
    matches!(word.key.as_str(), "and" | "but" | "so" | "well" | "because" | "or" | "look" | "oh" | "that" | "now")
}

/// The bytes of a range of words; empty, after the word before, where the range is.
fn span(words: &[Word], (from, to): (usize, usize)) -> Span {
    match (words.get(from..to).unwrap_or_default(), from.checked_sub(1).and_then(|before| words.get(before))) {
        ([first, .., last], _) => first.span.join(last.span),
        ([only], _) => only.span,
        ([], Some(before)) => Span::new(before.span.end, before.span.end),
        ([], None) => words.first().map_or(Span::default(), |first| Span::new(first.span.start, first.span.start)),
    }
}

fn severity(a: &[Word], b: &[Word]) -> Severity {
    let either = |test: fn(&Word) -> bool| a.iter().chain(b).any(test);
    let negations = |words: &[Word]| words.iter().filter(|word| word.negation()).count();
    if negations(a) != negations(b) {
        return Severity::Negation;
    }
    if either(Word::number) {
        return Severity::Number;
    }
    let joined = |words: &[Word]| words.iter().map(|word| word.key.as_str()).collect::<String>();
    if joined(a) == joined(b) || initials(a, b) || initials(b, a) {
        return Severity::Slight;
    }
    if a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.slight() && b.slight() || slip(&a.key, &b.key)) {
        return Severity::Slight;
    }
    if either(Word::content) {
        Severity::Content
    } else if either(Word::preposition) {
        Severity::Preposition
    } else if either(|word| !word.slight()) {
        Severity::Function
    } else {
        Severity::Slight
    }
}

/// Whether one word is the initials of several ("UN", "United Nations").
fn initials(short: &[Word], long: &[Word]) -> bool {
    let first = long.iter().filter_map(|word| word.key.chars().next());
    long.len() >= 2 && matches!(short, [word] if word.key.chars().eq(first))
}

/// Whether one long word is the other with a letter dropped, added or changed inside.
fn slip(a: &str, b: &str) -> bool {
    let ending = |word: &str| word.chars().rev().take(2).collect::<String>();
    a.chars().count() >= 6 && b.chars().count() >= 6 && ending(a) == ending(b) && strsim::osa_distance(a, b) <= 1
}
