//! One form for the spellings of a word, and the classes of words that weigh a change.
//!
//! The rules are applied to both sides of a comparison, so it does no harm where they make a form that does not exist
//! ("advise" → "advize"). Spellings that no rule covers are data (`rules/english/spelling-variants.csv`).

use crate::hash::Map;
use compact_str::{CompactString, ToCompactString};
use std::sync::LazyLock;

const VARIANTS: &str = include_str!("../../../rules/english/spelling-variants.csv");

static FOLDED: LazyLock<Map<&'static str, &'static str>> = LazyLock::new(|| {
    VARIANTS.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once(',')).collect()
});

const NUMBERS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
];

/// One spelling for the spellings of a lower-case word; numbers become figures.
pub(super) fn fold(plain: &str) -> CompactString {
    if let Some((_, figure)) = NUMBERS.iter().find(|(word, _)| *word == plain) {
        return figure.to_compact_string();
    }
    if let Some(folded) = FOLDED.get(plain) {
        return folded.to_compact_string();
    }
    let mut word: String = plain.chars().filter(|c| !matches!(c, '-' | '‐' | '‑' | '\'')).collect();
    if word.len() >= 5 {
        for ending in ["ise", "ised", "ises", "ising", "isation", "isations", "iser", "isers", "yse", "ysed", "ysing"] {
            if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
                word = format!("{stem}{}", ending.replacen('s', "z", 1));
                break;
            }
        }
        word = word.replace("our", "or");
        for (from, to) in [("ence", "ense"), ("ences", "enses"), ("ogue", "og"), ("ogues", "ogs")] {
            if let Some(stem) = word.strip_suffix(from).filter(|stem| stem.len() >= 2) {
                word = format!("{stem}{to}");
                break;
            }
        }
        word = swap_re(&word);
        word = single_l(&word);
    }
    if word.len() >= 6 {
        word = word.replace("ae", "e").replace("oe", "e");
    }
    word.to_compact_string()
}

/// "centre" → "center", "metres" → "meters".
fn swap_re(word: &str) -> String {
    let (stem, plural) = word.strip_suffix('s').map_or((word, ""), |stem| (stem, "s"));
    match stem.strip_suffix("re") {
        Some(root) if root.ends_with(['t', 'b', 'g', 'v']) => format!("{root}er{plural}"),
        _ => word.to_owned(),
    }
}

/// "travelled" → "traveled"; words of one syllable ("filled") are other words with one l.
fn single_l(word: &str) -> String {
    for ending in ["lled", "lling", "ller", "llers", "llor", "llors"] {
        if let Some(stem) = word.strip_suffix(ending) {
            let syllables = stem.split(|c| !"aeiouy".contains(c)).filter(|run| !run.is_empty()).count();
            if syllables >= 2 {
                return format!("{stem}{}", &ending[1..]);
            }
        }
    }
    word.to_owned()
}

/// Words that carry no content of their own.
pub(super) const FUNCTION: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "if", "that", "which", "who", "whom", "this", "these", "those", "there",
    "here", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his", "its",
    "our", "their", "am", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "have", "has", "had",
    "will", "would", "can", "could", "may", "might", "shall", "should", "must", "'s", "'d", "not", "no", "so", "as",
    "than", "then", "just", "very", "really", "too", "also", "well", "of", "in", "on", "at", "to", "for", "from",
    "with", "by", "about", "into", "over", "after", "before", "under", "up", "out", "off", "down", "what", "when",
    "where", "how", "why", "all", "any", "some", "more", "most", "such", "only", "now", "yes", "oh", "uh", "um", "er",
    "because", "while", "until", "through", "between", "against", "during", "without", "within", "across", "get",
    "got",
];
pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "to", "for", "from", "with", "by", "about", "into", "over", "after", "before", "under",
    "up", "out", "off", "down", "through", "between", "against", "during", "within", "across", "until", "beyond",
    "behind", "above", "below", "near",
];
pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "hardly", "nowhere", "unable",
    "barely",
];
pub(super) const SLIGHT: &[&str] = &[
    "a", "an", "the", "that", "which", "and", "so", "just", "very", "really", "well", "uh", "um", "er", "oh", "like",
    "then", "also", "'s", "'d", "yes", "but",
];
