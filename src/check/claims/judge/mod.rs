//! Whether two claims are of one occurrence and contradict each other there.
//!
//! Precision first: what is not known to agree does not agree. One difference is what a conflict is made of, two mean
//! another event, and a figure, place or time is held against another only where the predicate says that one
//! occurrence has one of it, or the wording leaves no other reading.

mod failure;
mod happened;
mod occurrence;
mod pair;
mod soften;
mod turned;
mod value;

use crate::check::claims::moment::{named_apart, of_last_round, repeated, stale};
use crate::check::conflict::{Check, Severity};
use crate::graph::{Comparing, Fact, Story};
use crate::pack::Predicate;
use failure::same_failure;
pub(super) use happened::called_off;
use happened::{opposite, polarity, status};
use pair::Pair;
use soften::soften;
use turned::{swapped, turned};
use value::one_value;

/// What two claims contradict each other in.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) check: Check,
    pub(super) severity: Severity,
    /// The role that differs; empty for polarity, time and status.
    pub(super) role: String,
    /// Indices of the differing fillers in the two claims.
    pub(super) fillers: Option<(usize, usize)>,
    pub(super) comparing: Comparing,
    /// The law that is broken, one line.
    pub(super) law: String,
}

/// Stands for no role: the question is whether it was so.
const POLARITY: &str = "?";

/// The conflict between two claims, if there is one.
pub(super) fn judge<'s>(
    story: &'s Story<'s>,
    a: &'s Fact,
    b: &'s Fact,
    predicate: Option<&'s Predicate>,
) -> Option<Finding> {
    if a.predicate != b.predicate {
        let opposed = predicate.is_some_and(|predicate| predicate.opposite.contains(&b.predicate));
        let finding = opposed.then(|| opposite(&Pair::new(story, a, b, predicate)))?;
        return finding.map(|finding| soften(story, a, b, finding));
    }
    // Ages are the check of their own that knows who is who by them.
    if a.predicate == "be_age" {
        return None;
    }
    let pair = Pair::new(story, a, b, predicate);
    let finding = swapped(&pair)
        .or_else(|| turned(&pair))
        .or_else(|| status(&pair))
        .or_else(|| polarity(&pair))
        .or_else(|| one_value(&pair))
        .or_else(|| same_failure(&pair))?;
    // Asked last, since hardly a pair comes so far: these read the words around the claims.
    let another = of_last_round(story, a) != of_last_round(story, b)
        || stale(story, a, b, predicate)
        || named_apart(story, a, b)
        || repeated(story, a)
        || repeated(story, b);
    (!another).then(|| soften(story, a, b, finding))
}
