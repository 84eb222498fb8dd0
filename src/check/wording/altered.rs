//! Two sentences of one speaker that are the same but for one word, which changes what is said: a denial that one has
//! and the other lacks, a word and its opposite, another figure, month or day.
//!
//! Short sentences share too few words for [`super::align`], which does not know who speaks. Here the caller knows that both are
//! of one speaker, and every word counts: what is denied has to be a part of what is affirmed, and nothing may stand
//! around it that makes it another thing ("I will sign when it is fair").

use super::reversed::opposite;
use super::words::Word;
use crate::annotate::tag::lemmas;
use crate::annotate::times::names_day_or_month;

/// Fewest words of either sentence.
const FEWEST: usize = 3;
/// Fewest words of sentences that differ in a figure: "Two of them" and "Ten of them" may be of two things.
const FEWEST_BESIDE_FIGURE: usize = 5;
/// Most words that the sentence without the denial may go on with.
const FARTHEST: usize = 6;
/// Longest sentence that is compared, in words.
const LONGEST: usize = 60;

/// Words by which what was said holds under a condition, of a part, or for a time.
pub(in crate::check) const BINDING: &[&str] = &[
    "if",
    "when",
    "until",
    "till",
    "unless",
    "but",
    "only",
    "before",
    "after",
    "once",
    "except",
    "without",
    "whether",
    "yet",
    "any",
    "than",
    "because",
    "alone",
    "just",
    "enough",
    "though",
    "although",
    "while",
    "again",
    "anymore",
    "longer",
    "always",
    "all",
    "every",
    "both",
    "necessarily",
    "far",
    "now",
    "still",
];
/// More of them, that bind a remark.
const CONDITIONS: &[&str] = &["tonight", "today", "easily"];

/// The words that differ; `None` where the sentences are not the same but for them.
#[must_use]
pub fn altered<'w>(a: &'w [Word], b: &'w [Word]) -> Option<(&'w str, &'w str)> {
    if a.len().min(b.len()) < FEWEST || a.len().max(b.len()) > LONGEST {
        return None;
    }
    if a.iter().chain(b).skip(1).any(|word| word.gap) {
        return None;
    }
    swapped(a, b).or_else(|| match (denial(a), denial(b)) {
        (Some(word), None) if denied(a, b) => Some((word, "")),
        (None, Some(word)) if denied(b, a) => Some(("", word)),
        _ => None,
    })
}

/// One word for another at one place.
fn swapped<'w>(a: &'w [Word], b: &'w [Word]) -> Option<(&'w str, &'w str)> {
    if a.len() != b.len() {
        return None;
    }
    let mut others = a.iter().zip(b).filter(|(one, two)| !one.same(two));
    let ((one, two), None) = (others.next()?, others.next()) else { return None };
    let content = a.iter().zip(b).filter(|(one, two)| one.same(two) && one.content()).count();
    let turned = opposite(&one.key, &two.key) && a.len() > FEWEST && content > 0;
    let figure = (one.number() && two.number() || names_day_or_month(&one.key) && names_day_or_month(&two.key))
        && a.len() >= FEWEST_BESIDE_FIGURE
        && content >= 2 - usize::from(names_day_or_month(&one.key));
    (turned || figure).then_some((one.key.as_str(), two.key.as_str()))
}

fn denial(words: &[Word]) -> Option<&str> {
    words.iter().find(|word| word.negation()).map(|word| word.key.as_str())
}

/// Whether `with` is `without`, denied: its words but for the denial are those that the other begins with.
fn denied(with: &[Word], without: &[Word]) -> bool {
    if with.iter().filter(|word| word.negation()).count() > 1 {
        return false;
    }
    let told = |words: &[Word]| -> Vec<Word> { words.iter().filter(|word| counts(word)).cloned().collect() };
    let (denied, affirmed) = (told(with), told(without));
    if affirmed.len() < denied.len() || !denied.iter().zip(&affirmed).all(|(one, two)| forms(one, two)) {
        return false;
    }
    let content = with.iter().filter(|word| word.content() && !word.negation()).count();
    let rest = affirmed.len() - denied.len();
    let conditions = |words: &[Word]| {
        let plain = |word: &&Word| !word.negation();
        words
            .iter()
            .filter(plain)
            .any(|word| [BINDING, CONDITIONS].iter().any(|list| list.contains(&word.key.as_str())))
    };
    // "Every child" against "not every child": the same condition in both is none.
    let same = rest == 0 && with.len() <= without.len() + 2;
    content > 0 && rest <= if content > 1 { FARTHEST } else { 1 } && (same || !conditions(with) && !conditions(without))
}

/// Words that come and go with a denial ("I do not accept", "no warning" for "a warning").
fn counts(word: &Word) -> bool {
    !word.negation() && !matches!(word.key.as_str(), "do" | "does" | "did" | "a" | "an" | "ever" | "the" | "that")
}

/// Whether two words are forms of one: "accepts" and "accepted", "met" and "meet".
fn forms(one: &Word, two: &Word) -> bool {
    let lemmas = |word: &Word| if word.coarse() == "'s" { vec!["be".into(), "have".into()] } else { lemmas(&word.key) };
    one.coarse() == two.coarse() || {
        let theirs = lemmas(two);
        lemmas(one).iter().any(|lemma| theirs.contains(lemma))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Passage;

    #[track_caller]
    fn words(a: &str, b: &str) -> Option<(String, String)> {
        let (a, b) = (Passage::whole(a).words(), Passage::whole(b).words());
        super::altered(&a, &b).map(|(one, two)| (one.to_owned(), two.to_owned()))
    }

    #[track_caller]
    fn differ(a: &str, b: &str, by: (&str, &str)) {
        assert_eq!(words(a, b), Some((by.0.to_owned(), by.1.to_owned())), "{a} / {b}");
        assert_eq!(words(b, a), Some((by.1.to_owned(), by.0.to_owned())), "{b} / {a}");
    }

    #[track_caller]
    fn agree(a: &str, b: &str) {
        assert_eq!(words(a, b), None, "{a} / {b}");
        assert_eq!(words(b, a), None, "{b} / {a}");
    }

    #[test]
    fn a_denial_that_one_lacks() {
        differ("I will not resign.", "I will resign.", ("not", ""));
        differ("I never met him.", "I met him twice.", ("never", ""));
        differ("We had no warning.", "We had a warning.", ("no", ""));
        differ("I don't accept the verdict.", "I accept the verdict.", ("not", ""));
        differ("I do not want a taller mast.", "I want a taller mast and a lighter one.", ("not", ""));
        differ("Not every boat came back.", "Every boat came back.", ("not", ""));
        assert_eq!(words("never a friend", "a friend"), None, "one word is no wording");
        assert_eq!(words("never a close friend", "a close friend"), Some(("never".into(), String::new())));
    }

    #[test]
    fn a_denial_of_something_else() {
        agree("I will not sign.", "I will sign when it is fair.");
        agree("We will not sell the mill before May.", "We will sell the mill.");
        agree("I did not meet him.", "I saw him.");
        agree("We are not afraid.", "We are afraid for the children of the whole valley and of all the towns in it.");
        agree("It is not true that we lost.", "It is true.");
        agree("I am not only sad.", "I am sad.");
        agree("Nobody has no name.", "Nobody has a name.");
    }

    #[test]
    fn another_word_at_one_place() {
        differ("It was the best night of my life.", "It was the worst night of my life.", ("best", "worst"));
        differ("We lost it in the first half.", "We lost it in the second half.", ("1st", "2nd"));
        differ("We hope to open in April.", "We hope to open in June.", ("april", "june"));
        differ("Thirty people were on the boat.", "Thirteen people were on the boat.", ("30", "13"));
    }

    #[test]
    fn other_words_are_other_remarks() {
        agree("We will build more ships.", "We will build more houses.");
        agree("Two of them.", "Ten of them.");
        agree("We were good.", "We were bad … at times.");
        agree("It was good.", "It was bad.");
    }
}
