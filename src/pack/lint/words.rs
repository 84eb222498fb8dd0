//! Words of a pack that no article is likely to hold.

use crate::pack::error::{PackError, PackFile};
use crate::pack::node::Node;
use crate::pack::pattern::is_function_word;

/// Words of lists and patterns that the lexicon does not have: misspelt, or so rare that they will hardly be met.
pub(super) fn unknown_words(file: &PackFile, root: &Node, is_word: fn(&str) -> bool, warnings: &mut Vec<PackError>) {
    let lists =
        root.get("vars").map_or(&[][..], Node::entries).iter().chain(root.get("nouns").map_or(&[][..], Node::entries));
    for item in lists.flat_map(|(_, list)| list.items()) {
        let text = item.text().unwrap_or("");
        for word in text.split(['|', ' ', '_']).filter(|word| !word.starts_with('@')) {
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase());
            if word.len() > 3 && plain && !is_word(word) && !listed(word) {
                let at = file.inside(item.span, text, text.find(word).unwrap_or(0));
                let span = crate::source::Span::new(at, at + word.len());
                let help = near(word, is_word).map_or_else(
                    || "words that no lexicon knows are hardly met in articles".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                warnings.push(file.error(span, format!("`{word}` is no word of the lexicon"), help));
            }
        }
    }
}

/// Whether a word is one of grammar, or one of newspapers that the lexicon does not have.
fn listed(word: &str) -> bool {
    let news = || include_str!("../../../rules/english/news-words.txt").lines();
    let one = |word: &str| is_function_word(word) || news().any(|line| line == word);
    one(word) || word.strip_suffix('s').is_some_and(one)
}

/// A word of the lexicon that one letter too many, too few or two that changed places make of `word`.
fn near(word: &str, is_word: fn(&str) -> bool) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let without = (0..letters.len()).map(|at| letters[..at].iter().chain(&letters[at + 1..]).collect::<String>());
    let swapped = (1..letters.len()).map(|at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect::<String>()
    });
    let with = (0..=letters.len()).flat_map(|at| {
        let (head, tail) = letters.split_at(at);
        ('a'..='z').map(move |new| head.iter().chain(std::iter::once(&new)).chain(tail).collect::<String>())
    });
    swapped.chain(without).chain(with).find(|candidate| candidate.len() > 3 && is_word(candidate))
}
