//! Tables of words under `rules/english`, as the checks read them.
//!
//! Lines that begin with "#" say what a table is and where it comes from; the first other line names the columns. What
//! the columns mean is for the module that embeds the table.

use crate::hash::Map;

/// The rows of a table, whole.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// What the rows of a table say, by the verbs of their wordings: each verb's first word, since a particle may stand apart.
pub(super) struct Wordings<R>(Map<&'static str, Vec<(Vec<&'static str>, R)>>);

impl<R> Wordings<R> {
    /// A table whose last column holds wordings parted by "|"; `read` makes a row of the other columns, `None` of too few
    /// or too many.
    pub(super) fn new(text: &'static str, read: impl Fn(&[&'static str]) -> Option<R>) -> Self {
        let mut wordings: Map<&'static str, Vec<(Vec<&'static str>, R)>> = Map::default();
        for row in rows(text) {
            let fields: Vec<&'static str> = row.split(',').collect();
            let Some((words, fields)) = fields.split_last() else { continue };
            for words in words.split('|') {
                let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
                let rest = rest.split_whitespace().collect();
                wordings.entry(verb).or_default().extend(read(fields).map(|row| (rest, row)));
            }
        }
        Self(wordings)
    }

    /// The rows of a verb with its particles ("put up"), in their order, each with the words that have to stand behind it.
    pub(super) fn of(&self, lemma: &str) -> Vec<(&R, &[&'static str])> {
        let mut words = lemma.split(' ');
        let rows = words.next().and_then(|verb| self.0.get(verb)).map_or(&[][..], Vec::as_slice);
        let particles: Vec<&str> = words.collect();
        let fitting = rows.iter().filter(|(rest, _)| rest.starts_with(&particles));
        fitting.map(|(rest, row)| (row, &rest[particles.len()..])).collect()
    }
}

/// A table of two columns: words parted by "|", by the sort that they are of.
pub(super) struct Sorts(Map<&'static str, Vec<&'static str>>);

impl Sorts {
    pub(super) fn new(text: &'static str) -> Self {
        let sorts = rows(text).filter_map(|row| row.split_once(','));
        Self(sorts.map(|(sort, words)| (sort, words.split('|').collect())).collect())
    }

    /// The words of a sort; none where the table has no such row.
    pub(super) fn words(&self, sort: &str) -> &[&'static str] {
        self.0.get(sort).map_or(&[], Vec::as_slice)
    }

    /// The sorts that a word is of, in no order.
    pub(super) fn of(&self, word: &str) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(move |(_, words)| words.contains(&word)).map(|(sort, _)| *sort)
    }

    /// Holds the table against the sorts that it is asked for: it has these, each with words, and none twice.
    #[cfg(test)]
    #[track_caller]
    pub(super) fn assert_sorts(&self, sorts: &[&str]) {
        assert_eq!(self.0.len(), sorts.len());
        for sort in sorts {
            let list = self.words(sort);
            let once: std::collections::BTreeSet<&str> = list.iter().copied().collect();
            assert!(!list.is_empty() && list.len() == once.len() && !once.contains(""), "{sort}: {list:?}");
        }
    }
}

/// The rows of a list of words parted by "|" that each word stands in: words of one row stand for one thing.
pub(super) struct Classes(Map<&'static str, Vec<usize>>);

impl Classes {
    pub(super) fn new(rows: impl Iterator<Item = &'static str>) -> Self {
        let mut classes: Map<&'static str, Vec<usize>> = Map::default();
        for (class, row) in rows.enumerate() {
            for word in row.split('|') {
                classes.entry(word).or_default().push(class);
            }
        }
        Self(classes)
    }

    /// The rows of a word; none where it is not listed.
    pub(super) fn of(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a word stands in any row.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// Whether two words stand in one row.
    pub(super) fn share(&self, a: &str, b: &str) -> bool {
        let rows = self.of(a);
        self.of(b).iter().any(|row| rows.contains(row))
    }
}

/// Holds every row of a table against its columns: the words that may stand in each; none where any may.
#[cfg(test)]
#[track_caller]
pub(super) fn assert_columns(text: &'static str, columns: &[&[&str]]) {
    for row in rows(text) {
        let fields: Vec<&str> = row.split(',').collect();
        assert_eq!(fields.len(), columns.len(), "{row}");
        let fits = |(field, words): (&&str, &&[&str])| !field.is_empty() && (words.is_empty() || words.contains(field));
        assert!(fields.iter().zip(columns).all(fits), "{row}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_row_are_of_one_class() {
        let classes = Classes::new(rows("# Ours.\nwords\npress|media\nmedia|data\n"));
        assert!(classes.share("press", "media") && classes.share("data", "media"));
        assert!(!classes.share("press", "data") && !classes.share("words", "words"));
        assert!(classes.has("data") && !classes.has("words"));
        assert_eq!(classes.of("media"), [0, 1]);
    }

    const TEXT: &str =
        "# Ours.\nclass,side,words\nbuild,+,put up|put up house|build\nbuild,pull\nraze,-,pull down to earth\n";

    #[test]
    fn wordings_are_found_by_their_verb_and_particles_and_broken_rows_are_left_out() {
        let wordings = Wordings::new(TEXT, |fields| match fields {
            &[class, side] => Some((class, side)),
            _ => None,
        });
        assert_eq!(wordings.of("build"), [(&("build", "+"), &[][..])]);
        assert_eq!(wordings.of("put up"), [(&("build", "+"), &[][..]), (&("build", "+"), &["house"][..])]);
        assert_eq!(wordings.of("put down"), []);
        assert_eq!(wordings.of("pull"), [(&("raze", "-"), &["down", "to", "earth"][..])]);
        assert_eq!(wordings.of("pull down"), [(&("raze", "-"), &["to", "earth"][..])]);
    }
}
