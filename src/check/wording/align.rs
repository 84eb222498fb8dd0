//! Compares two quotations word by word.
//!
//! The alignment is local (Smith and Waterman, 1981): what either quotation has before or after the shared part is a
//! cut, not a change, and at an ellipsis or a break anything may be missing. A verdict of
//! [`Verdict::Reworded`] needs enough shared words in order, content words among them, that the two can only be reports of
//! one utterance.

use super::words::{Passage, Word};
use crate::source::Span;

/// Longest passage that is aligned, in words; of longer ones only the beginning is.
const LONGEST: usize = 400;
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

/// How much a change of words can change the sense, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Words that papers tidy up: articles, "that", "just", a letter dropped.
    Slight,
    /// Another function word: a pronoun, an auxiliary.
    Function,
    /// A preposition.
    Preposition,
    /// A content word.
    Content,
    /// A number.
    Number,
    /// A negation, on one side alone.
    Negation,
}

/// A stretch of words that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Bytes of the first text; empty, after the last shared word, where the first text has no word there.
    pub a: Span,
    /// Bytes of the second text; likewise.
    pub b: Span,
    /// How much it can change the sense.
    pub severity: Severity,
}

/// What two quotations have to do with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same words.
    Same,
    /// One is the other cut short, or they overlap; the shared words are the same.
    CutShort,
    /// One utterance, in two wordings.
    Reworded {
        /// Where they differ, in order; never empty.
        differences: Vec<Difference>,
        /// The gravest of them.
        severity: Severity,
    },
    /// Nothing shows that they report one utterance.
    Unrelated,
}

/// Two quotations, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// What they have to do with each other.
    pub verdict: Verdict,
    /// Number of words that both have, in order.
    pub shared: usize,
    /// Number of content words among them.
    pub shared_content: usize,
    /// Bytes of the first text that the shared part spans; empty where nothing is shared.
    pub a: Span,
    /// Bytes of the second text that it spans.
    pub b: Span,
}

impl Alignment {
    fn swapped(self) -> Self {
        let verdict = match self.verdict {
            Verdict::Reworded { differences, severity } => {
                let swap = |difference: Difference| Difference { a: difference.b, b: difference.a, ..difference };
                Verdict::Reworded { differences: differences.into_iter().map(swap).collect(), severity }
            }
            verdict => verdict,
        };
        Self { verdict, a: self.b, b: self.a, ..self }
    }
}

/// Aligns two texts; spans are bytes of `a` and of `b`. Symmetric. Takes time in proportion to the product of their
/// lengths, which are capped.
#[must_use]
pub fn align(a: &str, b: &str) -> Alignment {
    align_words(&Passage::whole(a).words(), &Passage::whole(b).words())
}

/// Aligns two passages that were read into words before.
#[must_use]
pub fn align_words(a: &[Word], b: &[Word]) -> Alignment {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    // One order for either call, so that ties are broken alike.
    let keys =
        |words: &[Word]| (words.len(), words.iter().map(|word| (word.key.clone(), word.gap)).collect::<Vec<_>>());
    if keys(a) > keys(b) { judge(b, a).swapped() } else { judge(a, b) }
}

fn judge(a: &[Word], b: &[Word]) -> Alignment {
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

/// The pairs of words of the best local alignment, in order.
///
/// A match earns 2, a word without partner costs 1 and nothing at a gap, a changed word costs 1.
fn pairs(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut score = vec![0i32; (a.len() + 1) * width];
    let mut best = (0, 0, 0);
    let gap = |words: &[Word], at: usize| words.get(at).is_some_and(|word| word.gap);
    let step = |score: &[i32], i: usize, j: usize| -> (i32, Step) {
        let diagonal = score[(i - 1) * width + j - 1];
        let both = if a[i - 1].same(&b[j - 1]) { diagonal + 2 } else { diagonal - 1 };
        // At a gap of the other side words may be missing for nothing.
        let skip_a = score[(i - 1) * width + j] - i32::from(!gap(b, j));
        let skip_b = score[i * width + j - 1] - i32::from(!gap(a, i));
        if both >= skip_a && both >= skip_b {
            (both, Step::Both)
        } else if skip_a >= skip_b {
            (skip_a, Step::SkipA)
        } else {
            (skip_b, Step::SkipB)
        }
    };
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let value = step(&score, i, j).0.max(0);
            score[i * width + j] = value;
            if value > best.0 {
                best = (value, i, j);
            }
        }
    }
    let (_, mut i, mut j) = best;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 && score[i * width + j] > 0 {
        match step(&score, i, j).1 {
            Step::Both => {
                if a[i - 1].same(&b[j - 1]) {
                    pairs.push((i - 1, j - 1));
                }
                (i, j) = (i - 1, j - 1);
            }
            Step::SkipA => i -= 1,
            Step::SkipB => j -= 1,
        }
    }
    pairs.reverse();
    pairs
}

enum Step {
    Both,
    SkipA,
    SkipB,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn changed(a: &str, b: &str) -> (Vec<(String, String)>, Severity) {
        match align(a, b).verdict {
            Verdict::Reworded { differences, severity } => {
                (differences.iter().map(|d| (d.a.of(a).to_owned(), d.b.of(b).to_owned())).collect(), severity)
            }
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn assert_verdict(a: &str, b: &str, verdict: &Verdict) {
        assert_eq!(&align(a, b).verdict, verdict, "{a} / {b}");
    }

    #[test]
    fn typography_is_no_change() {
        assert_verdict("We’ve organised 20 talks.", "we have organized twenty talks", &Verdict::Same);
    }

    #[test]
    fn a_cut_is_no_change() {
        let whole = "And the harbour will open again in spring, as we told everybody, whatever it costs.";
        for cut in [
            "the harbour will open again in spring",
            "The harbour … open again in spring",
            "will open again in spring … whatever it costs",
            "[it] will open again in spring, as we told everybody",
        ] {
            assert_verdict(whole, cut, &Verdict::CutShort);
        }
    }

    #[test]
    fn overlapping_cuts_are_one_utterance() {
        assert_verdict(
            "the harbour will open again in spring, as we told everybody",
            "open again in spring, as we told everybody, whatever it costs",
            &Verdict::CutShort,
        );
    }

    #[test]
    fn changed_words_are_found() {
        let (found, severity) = changed(
            "I have always believed in quiet ties between our cities",
            "I have always believed in quiet links between our towns",
        );
        assert_eq!(found, [("ties".into(), "links".into()), ("cities".into(), "towns".into())]);
        assert_eq!(severity, Severity::Content);
    }

    #[test]
    fn a_preposition_and_a_negation_and_numbers_count() {
        let text = "nobody knows what the mood may be the far side of the vote";
        assert_eq!(changed(text, &text.replace("be the", "be on the")).1, Severity::Preposition);
        let (found, severity) =
            changed("We go home with a timetable, not a treaty", "We go home with a timetable and a treaty");
        assert_eq!((found, severity), (vec![("not".into(), "and".into())], Severity::Negation));
        let swapped = changed(
            "I was a baker for thirty years and a singer for three",
            "I was a baker for three years and a singer for thirty",
        );
        assert_eq!(swapped.1, Severity::Number);
        assert_eq!(swapped.0, [("thirty".into(), "three".into()), ("three".into(), "thirty".into())]);
    }

    #[test]
    fn tidying_up_is_slight() {
        assert_eq!(
            changed("I believe that the bridge is safe for the lorries", "I believe the bridge is safe for lorries").1,
            Severity::Slight
        );
        assert_eq!(
            changed("our government wants bridges for everyone here", "our goverment wants bridges for everyone here")
                .1,
            Severity::Slight
        );
    }

    #[test]
    fn remarks_to_like_effect_are_unrelated() {
        assert_verdict("I never got up from the table", "Nobody left the room before me", &Verdict::Unrelated);
        assert_verdict(
            "It is what it is and it is not for us",
            "It is what we do and it is not so bad",
            &Verdict::Unrelated,
        );
        assert_verdict("We will build more ships", "We will build more houses", &Verdict::Unrelated);
        assert_verdict("very nice", "really nice", &Verdict::Unrelated);
    }

    proptest! {
        #[test]
        fn aligning_is_symmetric(a in "[abcd …]{0,40}", b in "[abcd …]{0,40}") {
            prop_assert_eq!(align(&a, &b), align(&b, &a).swapped());
        }

        #[test]
        fn identical_words_are_the_same(words in prop::collection::vec("[a-z]{1,8}", 1..60)) {
            let text = words.join(" ");
            prop_assert_eq!(align(&text, &text.to_uppercase()).verdict, Verdict::Same);
        }

        #[test]
        fn cutting_never_rewords(words in prop::collection::vec("[a-d]{1,2}", 1..60), from in 0usize..60, to in 0usize..60) {
            let (from, to) = (from.min(words.len()), to.min(words.len()));
            let cut = words[from.min(to)..from.max(to)].join(" ");
            let verdict = align(&words.join(" "), &cut).verdict;
            prop_assert!(!matches!(verdict, Verdict::Reworded { .. }), "{verdict:?}");
        }

        #[test]
        fn differences_lie_within_the_texts(a in "[abcd é’.]{0,60}", b in "[abcd é’.]{0,60}") {
            if let Verdict::Reworded { differences, .. } = align(&a, &b).verdict {
                for difference in differences {
                    prop_assert!(a.get(difference.a.range()).is_some() && b.get(difference.b.range()).is_some());
                }
            }
        }
    }
}
