//! The averaged perceptron (Collins, 2002) behind the tagger: features of a token and its neighbours → a tag.
//!
//! Features and weights are those of the tagger by Matthew Honnibal; `rules/english/WORDS.md` tells where they come
//! from and how they were made smaller. It is greedy, from left to right. What it gets wrong in news is mended
//! afterwards, in `correct`.

use super::table::{Table, u32_at};

static BYTES: &[u8] = include_bytes!("../../../rules/english/tagger.bin");
const HEADER: usize = 12;
const WIDTH: usize = 48;
const CONTEXTS: usize = 47;

/// Number of a tag of the model, in the alphabetic order of the Penn Treebank's names.
pub(super) type Class = u8;
/// The commonest tag.
pub(super) const NOUN: Class = 19;
/// Number of tags.
pub(super) const CLASSES: usize = 45;
/// The tag before the first token.
pub(super) const START: Class = 45;
/// The tag before that.
pub(super) const START2: Class = 46;

/// What the model knows of one token, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Features {
    /// Offset of the word's record.
    word: u32,
    /// Offset of the record of its last three letters, case kept.
    ending: u32,
    /// Offset of the record of its last three letters as its neighbours see them.
    context_ending: u32,
    /// Its first byte.
    first: u8,
    /// The tag, where the word has only one.
    fixed: Option<Class>,
}

impl Features {
    /// The same with a tag that the model is not asked for.
    pub(super) fn fixed_to(self, class: Class) -> Self {
        Self { fixed: Some(class), ..self }
    }
}

#[derive(Clone, Copy, Debug)]
struct Layout {
    words: Table,
    endings: Table,
    fixed: Table,
    rows: usize,
    records: usize,
}

/// The model, opened: offsets into the byte string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Model(Layout);

impl Model {
    /// Reads the header.
    pub(super) fn open() -> Self {
        let sizes = [0, 4, 8].map(|at| u32_at(BYTES, at) as usize);
        let words = Table::new(BYTES, HEADER, sizes[0], 4);
        let at = HEADER + words.byte_length();
        let endings = Table::new(BYTES, at, sizes[1], 4);
        let at = at + endings.byte_length();
        let fixed = Table::new(BYTES, at, sizes[2], 4);
        let rows = at + fixed.byte_length();
        let records = rows + WIDTH * (1 + 2 * CONTEXTS + CONTEXTS * CONTEXTS + 128);
        Self(Layout { words, endings, fixed, rows, records })
    }

    /// Looks up all that does not depend on the neighbours. `word` is the word as written, `normal` the word as
    /// the model counts it (see [`normal_form`]).
    pub(super) fn features(&self, word: &str, normal: &str) -> Features {
        let Layout { words, endings, fixed, .. } = self.0;
        let ending = endings.get(last_three(word).as_bytes()).unwrap_or(0);
        Features {
            word: words.get(normal.as_bytes()).unwrap_or(0),
            ending,
            context_ending: if word == normal {
                ending
            } else {
                endings.get(last_three(normal).as_bytes()).unwrap_or(0)
            },
            first: word.as_bytes().first().copied().unwrap_or(0),
            fixed: fixed.get(word.as_bytes()).map(|class| class as Class),
        }
    }

    /// The best tag of the token in the middle: `around` are the tokens from two before to two after, `previous` and
    /// `previous2` the tags given to the two before it.
    pub(super) fn predict(&self, around: &[Features; 5], previous: Class, previous2: Class) -> Class {
        if let Some(fixed) = around[2].fixed {
            return fixed;
        }
        // Fourteen weights of a byte each fit.
        let mut scores = [0_i16; WIDTH];
        let (one, two) = (usize::from(previous), usize::from(previous2));
        let token = &around[2];
        self.add_row(&mut scores, 0);
        self.add_row(&mut scores, 1 + one);
        self.add_row(&mut scores, 1 + CONTEXTS + two);
        self.add_row(&mut scores, 1 + 2 * CONTEXTS + one * CONTEXTS + two);
        if token.first < 128 {
            self.add_row(&mut scores, 1 + 2 * CONTEXTS + CONTEXTS * CONTEXTS + usize::from(token.first));
        }
        for (place, neighbour) in [(0, 2), (1, 1), (2, 3), (3, 0), (4, 4)] {
            self.add_part(&mut scores, around[neighbour].word, place);
        }
        for (place, offset) in [(0, token.ending), (1, around[1].context_ending), (2, around[3].context_ending)] {
            self.add_part(&mut scores, offset, place);
        }
        self.add_bigram(&mut scores, token.word, previous);
        // The last of the best.
        let classes = &scores[..CLASSES];
        let highest = classes.iter().copied().fold(i16::MIN, i16::max);
        classes.iter().rposition(|&score| score == highest).unwrap_or(0) as Class
    }

    fn add_row(&self, scores: &mut [i16; WIDTH], row: usize) {
        // An array, whose length the compiler knows: the additions are then done eight at a time.
        if let Some(row) = BYTES.get(self.0.rows + row * WIDTH..).and_then(<[u8]>::first_chunk::<WIDTH>) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i16::from(weight.cast_signed());
            }
        }
    }

    /// The list of weights that starts the slice, and what follows it.
    fn list(bytes: &[u8]) -> (&[u8], &[u8]) {
        let Some((count, rest)) = bytes.split_first() else { return (&[], &[]) };
        rest.split_at_checked(2 * usize::from(*count)).unwrap_or((&[], &[]))
    }

    fn add_list(scores: &mut [i16; WIDTH], list: &[u8]) {
        for pair in list.chunks_exact(2) {
            if let Some(score) = scores.get_mut(usize::from(pair[0])) {
                *score += i16::from(pair[1].cast_signed());
            }
        }
    }

    fn add_part(&self, scores: &mut [i16; WIDTH], offset: u32, place: usize) {
        if offset == 0 {
            return;
        }
        let mut rest = BYTES.get(self.0.records + offset as usize..).unwrap_or_default();
        for _ in 0..place {
            rest = Self::list(rest).1;
        }
        Self::add_list(scores, Self::list(rest).0);
    }

    fn add_bigram(&self, scores: &mut [i16; WIDTH], offset: u32, previous: Class) {
        if offset == 0 {
            return;
        }
        let mut rest = BYTES.get(self.0.records + offset as usize..).unwrap_or_default();
        for _ in 0..5 {
            rest = Self::list(rest).1;
        }
        let Some((count, mut rest)) = rest.split_first() else { return };
        for _ in 0..*count {
            let Some((class, after)) = rest.split_first() else { return };
            let (list, after) = Self::list(after);
            if *class == previous {
                return Self::add_list(scores, list);
            }
            rest = after;
        }
    }
}

/// Whether the model has met a word, in lower case, often enough to have a weight for it.
pub(super) fn knows(lower: &str) -> bool {
    !lower.is_empty() && Model::open().0.words.get(lower.as_bytes()).is_some()
}

/// The word as the model counts it: compounds, years and figures are one word each.
pub(super) fn normal_form(lower: &str) -> &str {
    let bytes = lower.as_bytes();
    let digit = bytes.first().is_some_and(u8::is_ascii_digit);
    if bytes.first() != Some(&b'-') && bytes.contains(&b'-') {
        "!HYPHEN"
    } else if digit && bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) {
        "!YEAR"
    } else if digit {
        "!DIGITS"
    } else {
        lower
    }
}

fn last_three(word: &str) -> &str {
    let start = word.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    word.get(start..).unwrap_or(word)
}
