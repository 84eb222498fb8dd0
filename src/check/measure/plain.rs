//! Which figures stand for the whole of something: told as so, and no part, rest or comparison.

use super::words::sentence;
use crate::annotate::Article;
use crate::annotate::quantity::Quantity;
use crate::annotate::token::Token;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::support;

/// Tokens on either side of a figure that may say that it is a part or a comparison.
const BESIDE: usize = 2;

/// Most figures on either side that may be a sum of which a figure is a part.
const SUMMED: usize = 4;

/// Whether a figure is one that another article could give differently. Sentences that look back to another season or
/// what was before are left out.
pub(super) fn plain(article: &Article, quantity: &Quantity) -> bool {
    let Some(sentence) = sentence(article, quantity.span.start) else { return false };
    let tokens = &article.tokens[sentence];
    let from = tokens.partition_point(|token| token.span.end <= quantity.span.start);
    let to = tokens.partition_point(|token| token.span.start < quantity.span.end);
    let beside = tokens[from.saturating_sub(BESIDE)..from].iter().chain(&tokens[to..tokens.len().min(to + BESIDE)]);
    // "Six children and seven adults" are 13, who stand as a figure of their own.
    let own = article.quantities.partition_point(|other| other.span.start < quantity.span.start);
    let near = &article.quantities[own.saturating_sub(SUMMED)..article.quantities.len().min(own + SUMMED)];
    let summed = near.iter().any(|sum| sum.span != quantity.span && sum.span.contains(quantity.span));
    let before = tokens.iter().any(|token| matches!(token.lower.as_str(), "season" | "previous" | "previously"));
    !summed
        && !before
        && !quantity.is_range()
        && quantity.low > 0.0
        && !beside.clone().any(parts)
        && told(article, quantity)
}

/// "Four of them", "another nine", "up from 12", "£3 each".
fn parts(token: &Token) -> bool {
    matches!(
        token.lower.as_str(),
        "including"
            | "another"
            | "other"
            | "others"
            | "further"
            | "additional"
            | "extra"
            | "more"
            | "than"
            | "from"
            | "with"
            | "each"
            | "every"
            | "per"
            | "them"
            | "whom"
            | "those"
    )
}

/// Whether the clause that holds it says that it is so, or is to be so.
fn told(article: &Article, quantity: &Quantity) -> bool {
    support::clause(article, quantity.span).is_none_or(|clause| {
        !matches!(clause.modality, Modality::Hypothetical | Modality::Possible) && clause.polarity == Polarity::Positive
    })
}
