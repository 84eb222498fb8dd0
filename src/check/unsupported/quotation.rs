//! Quotations that no source has in these words.
//!
//! The words are looked up in short runs, so that a source may have them inside a longer quotation, broken off by "he
//! said", or outside quotation marks. Runs stop at gaps: ellipses, editors' brackets, the words between two stretches.

use super::carried::{Carried, RUN};
use crate::annotate::Article;
use crate::check::wording::{Passage, Word};
use crate::source::Span;

/// Fewer quoted words are anybody's.
const FEWEST: usize = 4;

/// The quotations of a draft that the sources do not carry, in order; each stretch for itself.
pub(super) fn missing(carried: &Carried<'_>, article: &Article) -> Vec<Span> {
    let text = &article.document.text;
    let speech = article.quotes.iter().filter(|quote| quote.speech);
    let mut found: Vec<Span> = speech
        .map(|quote| quote.span)
        .filter(|span| is_missing(carried, &Passage::of(text, [*span]).words()))
        .collect();
    found.sort_unstable();
    found.dedup_by(|inner, outer| outer.contains(*inner));
    found
}

fn is_missing(carried: &Carried<'_>, words: &[Word]) -> bool {
    if words.len() < FEWEST {
        return false;
    }
    let stretches = words.chunk_by(|_, next| !next.gap);
    let mut long = stretches.filter(|stretch| stretch.len() >= FEWEST.min(words.len()));
    long.any(|stretch| !stretch.windows(RUN.min(stretch.len())).all(|run| carried.has_run(run)))
}
