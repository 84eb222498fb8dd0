//! Words of grammar that patterns are read by: particles, prepositions, and the readings of a verb with its words.

use super::clause::VerbAlternative;
use super::words::WordSet;
use compact_str::CompactString;

/// Particles that make another verb of a verb ("call off"). Some are prepositions too: both readings are kept.
pub(super) const PARTICLES: &[&str] = &[
    "about", "ahead", "along", "apart", "around", "aside", "away", "back", "by", "down", "forward", "in", "off", "on",
    "out", "over", "through", "together", "up",
];
/// Sorted.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "about", "across", "after", "against", "ahead of", "along", "alongside", "among", "around", "as", "as part of",
    "at", "away from", "back to", "because of", "before", "behind", "below", "beside", "between", "beyond", "by",
    "despite", "down", "due to", "during", "following", "for", "from", "in", "in front of", "in place of", "inside",
    "instead of", "into", "near", "next to", "of", "off", "off to", "on", "on behalf of", "on board", "on to", "onto",
    "out of", "out to", "outside", "over", "over to", "per", "round", "since", "than", "through", "throughout", "to",
    "together with", "toward", "towards", "under", "until", "up", "up to", "upon", "via", "with", "within", "without",
    "worth",
];
const ARTICLES: &[&str] = &["a", "an", "the", "its", "their"];

/// Whether a word is a preposition, a particle or another word of grammar, which lexicons of content words leave out.
pub(crate) fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "they", "them", "this", "that", "these", "those", "could", "would", "should", "might", "must", "will",
        "shall", "have", "been", "were", "what", "which", "when", "where", "while", "whose", "whom", "them",
        "their", "there", "than", "then", "such", "both", "each", "every", "nobody", "everybody", "until",
        "unless", "because", "himself", "herself", "itself", "themselves", "with", "from", "since",
    ];
    OTHERS.contains(&word)
        || PARTICLES.contains(&word)
        || PREPOSITIONS.iter().any(|known| known.split(' ').any(|part| part == word))
}

pub(super) fn is_preposition(words: &str) -> bool {
    PREPOSITIONS.binary_search(&words).is_ok()
}

/// The readings of one alternative inside the verb's brackets.
pub(super) fn verb_alternatives(words: &[CompactString]) -> Vec<VerbAlternative> {
    let Some((verb, rest)) = words.split_first() else { return Vec::new() };
    let (verb, joined) = match verb.split_once('_') {
        Some((verb, particle)) => (verb, Some(particle)),
        None => (verb.as_str(), None),
    };
    let mut readings = Vec::new();
    if let Some(particle) = joined {
        readings.push(reading(verb, Some(particle), rest));
        return readings;
    }
    if let Some((particle, after)) = rest.split_first().filter(|(first, _)| PARTICLES.contains(&first.as_str())) {
        readings.push(reading(verb, Some(particle), after));
    }
    readings.push(reading(verb, None, rest));
    readings
}

fn reading(verb: &str, particle: Option<&str>, rest: &[CompactString]) -> VerbAlternative {
    let mut words: Vec<&str> = rest.iter().map(CompactString::as_str).filter(|word| !ARTICLES.contains(word)).collect();
    let mut preposition = None;
    for length in (1..=words.len().min(3)).rev() {
        let tail = &words[words.len() - length..];
        let joined = if let [one] = tail { CompactString::from(*one) } else { tail.join(" ").into() };
        if is_preposition(&joined) {
            words.truncate(words.len() - length);
            preposition = Some(joined);
            break;
        }
    }
    VerbAlternative {
        verb: verb.into(),
        particle: particle.map(CompactString::from),
        words: words.into_iter().map(|word| WordSet::of_one(word.into())).collect(),
        preposition,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_are_sorted_for_the_search() {
        assert!(PREPOSITIONS.is_sorted() && is_preposition("instead of") && !is_preposition("instead"));
    }
}
