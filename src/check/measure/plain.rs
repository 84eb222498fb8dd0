//! Which figures stand for the whole of something: told as so, and no part, rest or comparison.

use crate::annotate::Article;
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::token::Token;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::support;

/// Tokens on either side of a figure that may say that it is a part or a comparison.
const BESIDE: usize = 2;

/// Most figures on either side that may be a sum of which a figure is a part.
const SUMMED: usize = 4;

/// Whether a figure is one that another article could give differently. Sentences that look back to another season or
/// what was before are left out. `possible`: what can be is told as well.
pub(super) fn plain(article: &Article, quantity: &Quantity, possible: bool) -> bool {
    let tokens = support::tokens(article, quantity.span.start);
    let from = tokens.partition_point(|token| token.span.end <= quantity.span.start);
    let to = tokens.partition_point(|token| token.span.start < quantity.span.end);
    let mut before_it = tokens[from.saturating_sub(BESIDE)..from].iter().enumerate();
    let mut behind_it = tokens[to..tokens.len().min(to + BESIDE)].iter();
    // "With 160 beds, the hospital is …": the sentence begins so.
    let leads = |at: usize| from <= BESIDE && at == 0;
    let part = before_it.any(|(at, token)| {
        parts(token) || ahead(token) && !(token.lower == "with" && (leads(at) || quantity.unit == Unit::Score))
    }) || behind_it.any(|token| parts(token) && !(token.lower == "more" && quantity.unit == Unit::Percent));
    // "Six children and seven adults" are 13, who stand as a figure of their own.
    let own = article.quantities.partition_point(|other| other.span.start < quantity.span.start);
    let near = &article.quantities[own.saturating_sub(SUMMED)..article.quantities.len().min(own + SUMMED)];
    let summed = near.iter().any(|sum| sum.span != quantity.span && sum.span.contains(quantity.span));
    let seasons = ["spring", "summer", "autumn", "winter"];
    let looks_back = tokens.iter().any(|token| matches!(token.lower.as_str(), "season" | "previous" | "previously"))
        || tokens.windows(2).any(|two| two[0].lower == "last" && seasons.contains(&two[1].lower.as_str()));
    !summed && !looks_back && !quantity.is_range() && quantity.low > 0.0 && !part && told(article, quantity, possible)
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
            | "each"
            | "every"
            | "per"
            | "them"
            | "whom"
            | "those"
    )
}

/// "With four children", "from 12 to 15": before a figure only; "stolen with jewels worth €3m from a shop" is a whole.
fn ahead(token: &Token) -> bool {
    matches!(token.lower.as_str(), "from" | "with")
}

/// Whether the clause that holds it says that it is so, or is to be so.
fn told(article: &Article, quantity: &Quantity, possible: bool) -> bool {
    support::clause(article, quantity.span).is_none_or(|clause| {
        let said = clause.modality != Modality::Possible || possible;
        said && clause.modality != Modality::Hypothetical && clause.polarity == Polarity::Positive
    })
}
