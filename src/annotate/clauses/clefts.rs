//! "It was X who …", "It was on Monday that …", "It was ten past four when …": what "it was" only points at.
//!
//! The second clause is what is told: X takes part in it, and the phrase by preposition or the time is its own.
//! Where a verb stands between "it was" and the word that opens the second clause, only a person is looked for.

use super::Layers;
use super::chunks::{Chunk, Kind};
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::Polarity;

/// Chunks looked back over from the word that opens the second clause.
const REACH: usize = 24;

/// What "it was" points at.
struct Pointer {
    /// Place of the first chunk behind "was".
    at: usize,
    /// Index of the verb group of "was".
    group: usize,
}

/// The "it was" before the chunk at `opener`.
fn pointer(chunks: &[Chunk], layers: &Layers, opener: usize) -> Option<Pointer> {
    let first = opener.saturating_sub(REACH);
    let found = (first..opener).find_map(|at| {
        let (Kind::Phrase(it), Some(Kind::Verb(be))) = (&chunks[at].kind, chunks.get(at + 1).map(|c| &c.kind)) else {
            return None;
        };
        if at + 2 > opener {
            return None;
        }
        let noun = &layers.phrases[*it];
        let group = &layers.groups[*be];
        let it = noun.tokens.len() == 1 && layers.tokens[noun.head].lower == "it";
        let told = group.lemma == "be" || group.lemma == "go" && group.perfect;
        let opens = at == 0 || !matches!(chunks[at - 1].kind, Kind::Preposition(_) | Kind::Wh(_));
        // "It was not she", "it was only then"
        let words = chunks[at + 2..opener].iter().take_while(|chunk| matches!(chunk.kind, Kind::Word(_))).count();
        let first = at + 2 + words;
        (it && told && opens && first < opener).then_some(Pointer { at: first, group: *be })
    })?;
    (chunks[found.at].quote == chunks[opener].quote).then_some(found)
}

/// For the "who" at `opener` behind something that is nobody, the person of "It was X, …, who …".
pub(super) fn person(chunks: &[Chunk], layers: &Layers, opener: usize) -> Option<usize> {
    let pointer = pointer(chunks, layers, opener)?;
    let Kind::Phrase(phrase) = chunks[pointer.at].kind else { return None };
    let kind = layers.phrases[phrase].mention.map(|mention| layers.mentions[mention].kind);
    matches!(kind, Some(EntityKind::Person | EntityKind::Group)).then_some(phrase)
}

/// Whether the clause that "who" at `opener` begins says something of whom "it was not".
pub(super) fn denied(chunks: &[Chunk], layers: &Layers, opener: usize) -> bool {
    pointer(chunks, layers, opener).is_some_and(|pointer| {
        matches!(chunks[pointer.at].kind, Kind::Phrase(_))
            && layers.groups[pointer.group].polarity == Polarity::Negative
            && !chunks[pointer.at..opener].iter().any(super::subjects::is_verb)
    })
}

/// For the "that" or "when" at `opener`, the preposition (empty for none) and the phrase that "it was" points at, when
/// they say how, where or when the second clause happened.
pub(super) fn circumstance(chunks: &[Chunk], layers: &Layers, opener: usize) -> Option<(String, usize)> {
    let word = match &chunks[opener].kind {
        Kind::Subordinator(word, _) | Kind::Wh(word) => word.as_str(),
        _ => return None,
    };
    if !matches!(word, "that" | "when") {
        return None;
    }
    let pointer = pointer(chunks, layers, opener)?;
    let between = chunks.get(pointer.at..opener)?;
    if between
        .iter()
        .any(|chunk| !matches!(chunk.kind, Kind::Phrase(_) | Kind::Preposition(_) | Kind::Comma | Kind::Word(_)))
    {
        return None;
    }
    let phrases: Vec<usize> = (0..between.len()).filter(|&at| matches!(between[at].kind, Kind::Phrase(_))).collect();
    let timed =
        |at: &&usize| matches!(between[**at].kind, Kind::Phrase(phrase) if layers.phrases[phrase].time.is_some());
    // A time says most; "It was in Bern that …" has none.
    let at = *phrases.iter().find(timed).or_else(|| phrases.first())?;
    let Kind::Phrase(phrase) = between[at].kind else { return None };
    let preposition = match at.checked_sub(1).map(|left| &between[left].kind) {
        Some(Kind::Preposition(word)) => Some(word.as_str()),
        _ => None,
    };
    let time = layers.phrases[phrase].time.is_some();
    let denied = layers.groups[pointer.group].polarity == Polarity::Negative;
    match preposition {
        // "It was not until Monday that …"
        Some("until" | "till") if denied && time => Some((String::new(), phrase)),
        _ if denied => None,
        Some("of" | "like" | "with" | "about") => None,
        Some(word) if word != "until" => Some((word.to_owned(), phrase)),
        None if time => Some((String::new(), phrase)),
        _ => None,
    }
}
