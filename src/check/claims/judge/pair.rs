//! Two claims held against each other, with all that every judge asks of them, so that it is found out once.

use super::Finding;
use crate::annotate::verb::Modality;
use crate::check::conflict::{Check, Severity};
use crate::graph::{Comparing, Fact, Story, compare, context};
use crate::pack::Predicate;
use std::cell::OnceCell;

/// Two claims, the predicate of the first, and in what the two agree and differ.
pub(super) struct Pair<'s> {
    pub(super) story: &'s Story<'s>,
    pub(super) a: &'s Fact,
    pub(super) b: &'s Fact,
    /// What the packs say of the predicate; none of a verb that no pack knows.
    pub(super) predicate: Option<&'s Predicate>,
    pub(super) comparing: Comparing,
    context: OnceCell<f32>,
}

impl<'s> Pair<'s> {
    pub(super) fn new(story: &'s Story<'s>, a: &'s Fact, b: &'s Fact, predicate: Option<&'s Predicate>) -> Self {
        let comparing = compare(story, a, b, predicate);
        Self { story, a, b, predicate, comparing, context: OnceCell::new() }
    }

    /// How much of their surroundings the two share; worked out when first asked for.
    pub(super) fn context(&self) -> f32 {
        *self.context.get_or_init(|| context(self.story, self.a, self.b))
    }

    /// Whether the claims stand in two articles.
    pub(super) fn across(&self) -> bool {
        self.a.article != self.b.article
    }

    /// Whether both are told as having happened.
    pub(super) fn both_happened(&self) -> bool {
        self.a.modality == Modality::Actual && self.b.modality == Modality::Actual
    }

    /// That the two contradict each other as wholes, in none of their roles alone.
    pub(super) fn finding(&self, check: Check, severity: Severity, law: String) -> Finding {
        Finding { check, severity, role: String::new(), fillers: None, comparing: self.comparing.clone(), law }
    }
}
