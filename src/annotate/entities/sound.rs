//! How near two spellings of one word of a name are: what a reporter who heard it may have written.
//!
//! A key of the kind that Russell's Soundex and Philips' Metaphone made known, but with the vowels kept, since names that
//! differ in more than a vowel's spelling are two names. It serves names of any language that papers write in Latin
//! letters, so that it knows the habits of transliteration (Yusuf, Yousef) and no language's own rules.

/// Least likeness after Jaro and Winkler of two spellings that differ by more than a slip ("Calder", "Calther").
const NEAR: f64 = 0.88;
/// Fewest letters of such a pair.
const FEWEST: usize = 5;

/// Spellings of one sound, applied in this order.
const SOUNDS: &[(&str, &str)] = &[
    ("sch", "sh"),
    ("tsch", "sh"),
    ("ph", "f"),
    ("gh", "h"),
    ("ck", "k"),
    ("kh", "k"),
    ("th", "t"),
    ("dt", "t"),
    ("tz", "z"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ch", "sh"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("v", "f"),
    ("z", "s"),
    ("geo", "je"),
    ("ge", "je"),
    ("gi", "ji"),
    ("ou", "u"),
    ("oo", "u"),
    ("ley", "li"),
    ("ney", "ni"),
    ("rey", "ri"),
    ("key", "ki"),
    ("dey", "di"),
    ("ey", "ei"),
    ("ay", "ei"),
    ("ai", "ei"),
    ("ee", "i"),
    ("ie", "i"),
    ("y", "i"),
];

/// How far apart two spellings of one word of a name are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spelling {
    /// The same letters: hyphens and apostrophes are none.
    Same,
    /// Heard alike, or a slip of the pen apart.
    Sound,
    /// Alike for the most part, the beginning included.
    Near,
    /// Alike in the beginning only, or where they begin and end.
    Begins,
}

/// Letters of the beginning that two words share which have nothing else in common…
const BEGINNING: usize = 3;
/// …and letters of the beginning and the end, where the middle is misremembered ("Hargreave", "Halgrave").
const BOTH_ENDS: (usize, usize) = (2, 3);

/// How far apart two folded words are; `None` for two names.
pub(crate) fn spelling(a: &str, b: &str) -> Option<Spelling> {
    let (one, two) = (letters(a), letters(b));
    if one == two {
        return Some(Spelling::Same);
    }
    if one.len() < 3 || two.len() < 3 {
        return None;
    }
    let (x, y) = (sound(&one), sound(&two));
    // "Yusuf", "Yousef": one vowel apart.
    let vowel = || x.len().min(y.len()) >= FEWEST - 1 && strsim::osa_distance(&x, &y) == 1 && frame(&x) == frame(&y);
    // "Burnham" read as "Bumham"
    let looks = || shape(&one) == shape(&two);
    if x == y || super::near_spelling(a, b) || vowel() || looks() {
        return Some(Spelling::Sound);
    }
    let long_enough = x.len().min(y.len()) >= FEWEST - 1 && one.len().min(two.len()) >= FEWEST;
    let begins = x.as_bytes().first() == y.as_bytes().first();
    let near = || strsim::osa_distance(&x, &y) == 1 || strsim::jaro_winkler(&one, &two) >= NEAR;
    if long_enough && begins && near() {
        return Some(Spelling::Near);
    }
    // "Delaney", "Delgado": nothing but the beginning.
    let prefix = one.bytes().zip(two.bytes()).take_while(|(x, y)| x == y).count();
    let suffix = one.bytes().rev().zip(two.bytes().rev()).take_while(|(x, y)| x == y).count();
    let framed = prefix >= BOTH_ENDS.0 && suffix >= BOTH_ENDS.1 && one.len().abs_diff(two.len()) < 2;
    ((prefix >= BEGINNING || framed) && one.len().min(two.len()) > FEWEST).then_some(Spelling::Begins)
}

/// A word by the shapes of its letters: those that a hurried eye takes for one another are one.
fn shape(word: &str) -> String {
    word.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("ii", "u")
}

/// The consonants.
fn frame(sound: &str) -> String {
    sound.chars().filter(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')).collect()
}

fn letters(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).take(40).collect()
}

/// A word by its sounds, as far as spelling shows them.
pub(crate) fn sound(word: &str) -> String {
    let mut key = letters(word);
    if let Some(rest) = key.strip_prefix("mc").filter(|rest| rest.len() > 2) {
        key = format!("mac{rest}");
    }
    for (written, heard) in SOUNDS {
        if key.contains(written) {
            key = key.replace(written, heard);
        }
    }
    let mut heard = String::with_capacity(key.len());
    for letter in key.chars() {
        let silent = letter == 'h' && !heard.is_empty() && !heard.ends_with('s');
        if !silent && !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    if heard.len() > 3 && heard.ends_with('e') {
        heard.pop();
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_heard_alike_are_written_otherwise() {
        for (a, b) in [
            ("geoffrey", "jeffrey"),
            ("alison", "allyson"),
            ("sarah", "sara"),
            ("bryan", "brian"),
            ("macallister", "mcallister"),
            ("shelly-ann", "shelleyanne"),
            ("meyer", "maier"),
            ("stephen", "steven"),
            ("yusuf", "yousef"),
            ("o'donoghue", "o'donohoe"),
        ] {
            assert_eq!(spelling(a, b), Some(Spelling::Sound), "{a} {b}");
            assert_eq!(spelling(b, a), Some(Spelling::Sound), "{b} {a}");
        }
    }

    #[test]
    fn names_half_remembered_are_near() {
        for (a, b) in [("crowder", "crowther"), ("hendersen", "hendrickson"), ("nakamoto", "nakamori")] {
            assert_eq!(spelling(a, b), Some(Spelling::Near), "{a} {b}");
        }
        assert_eq!(spelling("o'neil", "oneil"), Some(Spelling::Same));
    }

    #[test]
    fn names_of_one_beginning_or_frame_begin_alike() {
        for (a, b) in [("delaney", "delgado"), ("corrigan", "coltigan"), ("marchetti", "maldotti")] {
            assert_eq!(spelling(a, b), Some(Spelling::Begins), "{a} {b}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (a, b) in [("jonas", "johan"), ("silva", "santos"), ("ruiz", "reyes"), ("li", "le"), ("fox", "fitz")] {
            assert_eq!(spelling(a, b), None, "{a} {b}");
        }
    }
}
