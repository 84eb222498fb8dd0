//! One claim for each distinct filling.
//!
//! Several rules and wordings may find the same thing in one clause; the claim that says most is kept.

use super::Claim;

/// Drops each claim whose roles another claim of the same predicate and clause has too.
///
/// Claims of one clause lie together after sorting; a clause makes few.
pub(super) fn settle(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by(|a, b| {
        (a.sentence, &a.predicate, a.span.start, std::cmp::Reverse(a.roles.len()), &a.rule, a.span.end).cmp(&(
            b.sentence,
            &b.predicate,
            b.span.start,
            std::cmp::Reverse(b.roles.len()),
            &b.rule,
            b.span.end,
        ))
    });
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut group = 0;
    for claim in claims {
        if kept.get(group).is_none_or(|first| first.sentence != claim.sentence || first.predicate != claim.predicate) {
            group = kept.len();
        }
        // A sentence that makes very many claims is no sentence; only its last few are compared.
        let from = group.max(kept.len().saturating_sub(32));
        if let Some(place) = kept[from..].iter().position(|other| says_more(other, &claim)) {
            let _ = place;
            continue;
        }
        if let Some(place) = kept[from..].iter().position(|other| says_more(&claim, other)) {
            kept[from + place] = claim;
            continue;
        }
        kept.push(claim);
    }
    kept
}

/// Whether `fuller` fills every role of `other` alike, in the same sense.
fn says_more(fuller: &Claim, other: &Claim) -> bool {
    (fuller.clause == other.clause || fuller.span.overlaps(other.span))
        && fuller.polarity == other.polarity
        && fuller.modality == other.modality
        && (fuller.status == other.status || other.status.is_none())
        && other.roles.iter().all(|role| fuller.roles.contains(role))
}
