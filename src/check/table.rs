//! Tables of words under `rules/english`, as the checks read them.
//!
//! Lines that begin with "#" say what a table is and where it comes from; the first other line names the columns. What
//! the columns mean is for the module that embeds the table.

use crate::hash::Map;

/// The rows of a table, whole.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// Wordings by the lemma of their verb; each verb's first word, since a particle may stand apart.
///
/// The last column holds wordings parted by "|". `wording` makes one of the other columns and of what stands behind the
/// verb; `None` for a row of too few or too many.
pub(super) fn by_verb<W>(
    text: &'static str,
    wording: impl Fn(&[&'static str], Vec<&'static str>) -> Option<W>,
) -> Map<&'static str, Vec<W>> {
    let mut wordings: Map<&'static str, Vec<W>> = Map::default();
    for row in rows(text) {
        let fields: Vec<&'static str> = row.split(',').collect();
        let Some((words, fields)) = fields.split_last() else { continue };
        for words in words.split('|') {
            let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
            if let Some(wording) = wording(fields, rest.split_whitespace().collect()) {
                wordings.entry(verb).or_default().push(wording);
            }
        }
    }
    wordings
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Ours.\nclass,side,words\nbuild,+,put up|build\nbuild,pull down\nraze,-,pull down to earth\n";

    #[test]
    fn wordings_are_found_by_their_verb_and_broken_rows_are_left_out() {
        let wordings = by_verb(TEXT, |fields, rest| match fields {
            &[class, side] => Some((class, side, rest)),
            _ => None,
        });
        assert_eq!(wordings.get("build"), Some(&vec![("build", "+", Vec::new())]));
        assert_eq!(wordings.get("put"), Some(&vec![("build", "+", vec!["up"])]));
        assert_eq!(wordings.get("pull"), Some(&vec![("raze", "-", vec!["down", "to", "earth"])]));
        assert_eq!(wordings.len(), 3);
    }
}
