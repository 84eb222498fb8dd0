//! Whether two who have a part in events are one: by identity, by surname, by noun, by the office of a name.

use super::event::Part;
use super::lexicon;
use crate::graph::{Identity, Likeness, Story, compare_parties};
use compact_str::CompactString;

/// How two lists of parts lie to one another; `None` where one says nothing.
pub(in crate::check) fn parts(story: &Story, a: &[Part], b: &[Part]) -> Option<Likeness> {
    let known = |list: &[Part]| list.iter().filter(|part| !part.unknown).cloned().collect::<Vec<_>>();
    let (a, b) = (known(a), known(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let mut all_differ = true;
    for x in &a {
        for y in &b {
            match like(story, x, y) {
                Likeness::Same => return Some(Likeness::Same),
                Likeness::Unknown => all_differ = false,
                Likeness::Different => {}
            }
        }
    }
    Some(if all_differ { Likeness::Different } else { Likeness::Unknown })
}

/// How two parts lie to one another.
pub(in crate::check) fn like(story: &Story, a: &Part, b: &Part) -> Likeness {
    if a.unknown || b.unknown {
        return Likeness::Unknown;
    }
    if let (Some(x), Some(y)) = (a.party, b.party) {
        match compare_parties(&story.identities, x, y) {
            Likeness::Different if a.sure && b.sure => return Likeness::Different,
            Likeness::Same => return Likeness::Same,
            Likeness::Unknown if surname(story, x, y) => return Likeness::Same,
            _ => {}
        }
    }
    match (a.head.is_empty(), b.head.is_empty()) {
        (false, false) => nouns(a, b),
        (true, false) => described(story, a, b),
        (false, true) => described(story, b, a),
        (true, true) => Likeness::Unknown,
    }
}

/// The same head, or one that stands for it, and nothing before it that tells them apart. "A man" and "a man" may be
/// two.
fn nouns(a: &Part, b: &Part) -> Likeness {
    if !a.definite && !b.definite && (a.modifiers.is_empty() || a.modifiers != b.modifiers) {
        return Likeness::Unknown;
    }
    let near = lexicon::noun(&a.head) == lexicon::noun(&b.head);
    // "Her first title" is the title all the same.
    if near && of_a_row(a) != of_a_row(b) && !a.owned && !b.owned {
        return Likeness::Different;
    }
    let inside = |x: &Part, y: &Part| x.modifiers.iter().all(|word| y.modifiers.contains(word));
    let number = a.plural == b.plural || a.owned && b.owned;
    if near && number && (inside(a, b) || inside(b, a)) { Likeness::Same } else { Likeness::Unknown }
}

/// Words that tell one of a row from the others.
const OF_A_ROW: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "another", "other", "previous", "earlier", "original", "former"];

/// "The first offer" is not "the offer", nor "the second".
pub(in crate::check) fn of_a_row(part: &Part) -> Option<&str> {
    part.modifiers.iter().map(CompactString::as_str).find(|word| OF_A_ROW.contains(word))
}

/// "Holt" beside "Lena Holt", where nothing else shows what "Holt" is.
fn surname(story: &Story, a: Identity, b: Identity) -> bool {
    let (a, b) = (&story.identities.party(a).name, &story.identities.party(b).name);
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    !short.contains(' ') && long.rsplit(' ').next() == Some(short.as_str())
}

/// A name, and a noun that some article introduces it with.
fn described(story: &Story, name: &Part, noun: &Part) -> Likeness {
    let Some(party) = name.party.map(|party| story.identities.party(party)) else { return Likeness::Unknown };
    let office = party.members.iter().any(|&(article, entity)| {
        story.articles[article].entities[entity.0 as usize]
            .offices
            .iter()
            .any(|office| office.standing.is_none() && office.title.split(' ').next_back() == Some(noun.head.as_str()))
    });
    if office && !noun.plural { Likeness::Same } else { Likeness::Unknown }
}
