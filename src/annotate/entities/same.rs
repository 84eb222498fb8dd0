//! Whether two names are of one person or one body, by their words alone.

use super::spelling::{may_be_near, near_spelling};
use crate::annotate::lexicon;

/// Whether two lists of folded name words name one person: the shorter lies in the longer in order, the given name
/// included, allowing nicknames and one slip of spelling in one word.
pub(super) fn same_person(a: &[String], b: &[String]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return short == long;
    }
    // Looking nicknames up costs more than all the rest: not for people of other surnames.
    let rest_may_agree =
        |word: &String| long[1..].iter().any(|other| other == word || may_be_near(other.as_bytes(), word.as_bytes()));
    if !short[1..].iter().all(rest_may_agree) {
        return false;
    }
    let mut slips = 0;
    let mut alike = |x: &String, y: &String| {
        if x == y {
            return true;
        }
        slips += 1;
        slips == 1 && near_spelling(x, y)
    };
    let given = lexicon::same_given_name(&long[0], &short[0]) || alike(&long[0], &short[0]);
    if !given {
        return false;
    }
    // "Ana Ruiz" and "Ana Ruiz Prieto", "Ana Maria Ruiz" and "Ana Ruiz".
    let mut rest = long[1..].iter();
    short[1..].iter().all(|word| rest.clone().any(|other| other == word) || rest.any(|other| alike(other, word)))
}

/// Whether two lists of folded words name one body: one begins with the other ("Acme", "Acme Airlines").
pub(super) fn same_body(a: &[String], b: &[String]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && long.starts_with(short) || long.len() > 1 && short.len() == 1 && acronym_of(long, &short[0])
}

/// Whether `short` is made of the first letters of folded words, the small ones left out.
fn acronym_of(words: &[String], short: &str) -> bool {
    let initials = initials(words);
    initials.len() > 1 && initials == short
}

/// The first letters of folded words, the small ones left out.
pub(crate) fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|word| !matches!(word.as_str(), "of" | "the" | "for" | "and" | "&"))
        .filter_map(|word| word.chars().next())
        .collect()
}
