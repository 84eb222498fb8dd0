//! The clitics that the Penn Treebank writes as tokens of their own.

use super::characters::lower;

/// The clitics that stand alone, in lower case with straight apostrophes.
const CLITICS: [&str; 6] = ["'s", "'ll", "'re", "'ve", "'d", "'m"];

/// The bytes of the clitic that ends `word`: 3 for "didn't" (`n't`), 2 for "it's".
pub(super) fn clitic(word: &str) -> Option<usize> {
    if word.len() == 6 && word.eq_ignore_ascii_case("cannot") {
        return Some(3);
    }
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let tail_start = word.char_indices().rev().take(4).find(|&(_, c)| matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ'))?.0;
    if tail_start == 0 {
        return None;
    }
    let tail = lower(word.get(tail_start..)?);
    let before = word.get(..tail_start)?;
    if tail == "'t" && before.ends_with(['n', 'N']) && before.len() > 1 {
        return Some(word.len() - tail_start + 1);
    }
    CLITICS.contains(&tail.as_str()).then_some(word.len() - tail_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_end_words() {
        let cut = |word: &'static str| clitic(word).map(|width| word.split_at(word.len() - width));
        assert_eq!(cut("didn’t"), Some(("did", "n’t")));
        assert_eq!(cut("Ana's"), Some(("Ana", "'s")));
        assert_eq!(cut("THEY'LL"), Some(("THEY", "'LL")));
        assert_eq!(cut("cannot"), Some(("can", "not")));
        assert_eq!(cut("O'Brien"), None);
        assert_eq!(cut("'s"), None);
    }
}
