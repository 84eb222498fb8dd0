//! Compares two quotations word by word.
//!
//! The alignment is local (Smith and Waterman, 1981): what either quotation has before or after the shared part is a
//! cut, not a change, and at an ellipsis or a break anything may be missing. A verdict of
//! [`Verdict::Reworded`] needs enough shared words in order, content words among them, that the two can only be reports of
//! one utterance.

use super::judge::judge;
use super::words::{Passage, Word};
use crate::source::Span;

/// Longest passage that is aligned, in words; of longer ones only the beginning is.
const LONGEST: usize = 400;

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
