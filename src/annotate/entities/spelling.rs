//! Names folded to what two spellings of one name share, and names a letter apart.

use unicode_normalization::UnicodeNormalization;

/// Words of names of bodies that papers spell in their own country's way.
const SPELLINGS: &[(&str, &str)] = &[
    ("centre", "center"),
    ("theatre", "theater"),
    ("harbour", "harbor"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("organisation", "organization"),
    ("programme", "program"),
];

/// Lower case without accents, British and American spellings as one, for comparing names.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = plain(name);
    for (british, american) in SPELLINGS {
        if folded.contains(british) {
            folded = folded.replace(british, american);
        }
    }
    folded
}

fn plain(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ø' => 'o',
            'ł' => 'l',
            'ð' => 'd',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// Whether two folded words are a slip of the pen apart: one letter changed, added, dropped, or two swapped, in
/// words of four letters or more that begin alike or end alike.
pub(crate) fn near_spelling(a: &str, b: &str) -> bool {
    if !may_be_near(a.as_bytes(), b.as_bytes()) {
        return false;
    }
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let shared_end = a.chars().next() == b.chars().next() || a.chars().last() == b.chars().last();
    a != b && short >= 4 && long <= short + 1 && shared_end && strsim::osa_distance(a, b) == 1
}

/// Whether so much of two words is the same at both ends that one slip may be all that keeps them apart. Nearly every pair
/// asked about fails here, at a hundredth of the cost of the distance. A slip is two letters at most, of four bytes each.
pub(super) fn may_be_near(a: &[u8], b: &[u8]) -> bool {
    let slip = if a.is_ascii() && b.is_ascii() { 2 } else { 8 };
    let longer = a.len().max(b.len());
    if longer > slip && a.first() != b.first() && a.last() != b.last() {
        return false;
    }
    let alike = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let start = a.iter().zip(b).take_while(alike).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(alike).count();
    start + end + slip >= longer
}
