//! What anybody says: phrases that two people use of their own accord (`rules/english/stock-phrases.txt`).

use super::super::wording::Passage;
use compact_str::CompactString;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A phrase: its words as they are compared, and how many of them have a meaning of their own.
type Phrase = (Vec<CompactString>, usize);

/// The phrases by their first word, the longest first.
static PHRASES: LazyLock<BTreeMap<CompactString, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<CompactString, Vec<Phrase>> = BTreeMap::new();
    let lines = include_str!("../../../rules/english/stock-phrases.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let words = Passage::whole(line).words();
        let content = words.iter().filter(|word| word.content()).count();
        let keys: Vec<CompactString> = words.into_iter().map(|word| word.key).collect();
        if let Some(first) = keys.first() {
            phrases.entry(first.clone()).or_default().push((keys, content));
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
    }
    phrases
});

/// How many words of a text belong to such phrases, and how many of those have a meaning of their own.
pub(super) fn words(text: &str) -> (usize, usize) {
    let words = Passage::whole(text).words();
    let (mut at, mut found, mut content) = (0, 0, 0);
    while let Some(word) = words.get(at) {
        let list = PHRASES.get(&word.key).map(Vec::as_slice).unwrap_or_default();
        let stands = |keys: &[CompactString]| {
            words.len() >= at + keys.len() && keys.iter().zip(&words[at..]).all(|(key, word)| *key == word.key)
        };
        match list.iter().find(|(keys, _)| stands(keys)) {
            Some((keys, meaning)) => {
                found += keys.len();
                content += meaning;
                at += keys.len();
            }
            None => at += 1,
        }
    }
    (found, content)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_the_words_of_a_phrase_count() {
        assert_eq!(words("It was late.").0, 0);
        assert_eq!(words("We take it one game at a time.").0, 7);
        assert_eq!(words("The mill burned. Our thoughts are with the families of all of them.").0, 6);
    }
}
