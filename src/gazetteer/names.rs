//! From words to places: exact names, the longest name at a word, demonyms.

use super::data::{CITIES, COMMON_WORDS, DEMONYMS, LANDMARKS, NAMES, REGIONS, Record};
use super::own;
use super::table::Table;
use super::{Gazetteer, PlaceId, normalise};

/// No name in the data is longer; a test says so.
const LONGEST: usize = 8;

/// Where names are.
static TABLES: [&Table; 4] = [&CITIES, &NAMES, &REGIONS, &LANDMARKS];

/// Words that names of places keep in lower case.
const PARTICLES: &[&str] = &[
    "a", "aan", "al", "am", "an", "and", "at", "au", "aux", "bei", "by", "cum", "d", "da", "das", "de", "del", "della",
    "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "im", "in", "la", "las", "le", "les", "los", "na",
    "nad", "next", "ob", "of", "on", "op", "os", "pod", "s", "sous", "sur", "the", "to", "under", "upon", "van", "von",
    "vor", "y", "zu",
];

impl Gazetteer {
    /// Every place of that name: landmarks, then regions, then the rest by population. Accents, hyphens, apostrophes, "St."
    /// and "the" do not count; the first letter has to be a capital.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<PlaceId> {
        let name = name.trim();
        let after = name.strip_prefix("the ").unwrap_or(name);
        if after.chars().find(|letter| letter.is_alphanumeric()).is_none_or(char::is_lowercase) {
            return Vec::new();
        }
        lookup_key(&normalise(name), name)
    }

    /// The longest name that starts with the first of `words`, as the number of words and the places of that name.
    ///
    /// Words are tokens; a clitic (`'s`) belongs to the word before it. The first word has to start with a capital, and
    /// so do the others unless they are particles ("Newcastle upon Tyne"). "The" starts a name only where the place is
    /// so called (The Hague).
    pub fn longest_match<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<(usize, Vec<PlaceId>)> {
        let (mut joined, mut best, mut article) = (String::new(), None, false);
        for (count, word) in words.take(LONGEST).enumerate() {
            let clitic = word.starts_with(['\'', '’']);
            let lower = word.chars().next().is_some_and(char::is_lowercase);
            if count == 0 && (lower || clitic) || lower && !PARTICLES.contains(&word) {
                break;
            }
            if !word.chars().any(char::is_alphanumeric) {
                break;
            }
            article |= count == 0 && word == "The";
            if count > 0 && !clitic {
                joined.push(' ');
            }
            joined.push_str(word);
            let key = normalise(&joined);
            if article && count == 0 {
                continue;
            }
            // Whatever goes on from here has this key in front, and so has what ends here.
            if !TABLES.into_iter().chain([own::table()]).any(|table| table.has_prefix(&key)) {
                break;
            }
            if !lower {
                let mut found = lookup_key(&key, &joined);
                found.retain(|&id| article_agrees(id, article));
                if !found.is_empty() {
                    best = Some((count + 1, found));
                }
            }
        }
        best
    }

    /// The place that a demonym or adjective belongs to: "French", "Londoner", "Scots"; plurals too.
    #[must_use]
    pub fn demonym(&self, word: &str) -> Option<PlaceId> {
        if !word.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        let key = normalise(word);
        let found = |key: &str| DEMONYMS.find(key).find_map(|row| Record::referred(row.field(1)));
        found(&key).or_else(|| found(key.strip_suffix('s')?)).map(Record::id)
    }

    /// Whether the name is also an everyday English word ("Reading", "Bath", "Of"), so that more than a capital is needed to
    /// take it for a place. Countries, states and cities of a million are not asked about.
    #[must_use]
    pub fn also_common_word(&self, name: &str) -> bool {
        COMMON_WORDS.find(&normalise(name)).next().is_some()
    }
}

/// Every place whose key this is, as `written`: some short forms are names in capitals only ("ACT", "LA").
fn lookup_key(key: &str, written: &str) -> Vec<PlaceId> {
    if key.is_empty() {
        return Vec::new();
    }
    let mut records: Vec<Record> = own::table().find(key).chain(LANDMARKS.find(key)).map(Record::Landmark).collect();
    records.extend(REGIONS.find(key).map(Record::Region));
    records.extend(NAMES.find(key).filter_map(|row| {
        let shouted = row.field(3).is_empty() || !written.chars().any(char::is_lowercase);
        if shouted { Record::referred(row.field(1)) } else { None }
    }));
    records.extend(
        CITIES.find(key).filter_map(|row| {
            if row.field(1) == "=" { Record::referred(row.field(2)) } else { Some(Record::City(row)) }
        }),
    );
    let mut found: Vec<PlaceId> = Vec::with_capacity(records.len());
    for record in records {
        if !found.contains(&record.id()) {
            found.push(record.id());
        }
    }
    found
}

/// Whether a place may go without, or with, the "The" in front of it. Well-known ones are found without, since the article
/// is often written small ("the Hague").
fn article_agrees(id: PlaceId, article: bool) -> bool {
    let Some(record) = Record::of(id) else { return false };
    let named_so = record.name().starts_with("The ");
    named_so == article || named_so && record.population().unwrap_or(0) >= 100_000
}
