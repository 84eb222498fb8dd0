//! The totals of a run.

use crate::check::Severity;
use serde::Serialize;

/// Totals of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Articles read.
    pub documents: usize,
    /// Claims found in them.
    pub claims: usize,
    /// Conflicts by severity, accepted ones left out.
    pub conflicts: Counts,
    /// Accepted conflicts, those of a baseline among them.
    #[serde(skip_serializing_if = "is_zero")]
    pub accepted: usize,
    /// Sentences of drafts that hold something no source carries.
    #[serde(skip_serializing_if = "is_zero")]
    pub unsupported: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Conflicts by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Cannot both be true.
    pub error: usize,
    /// Can hardly both be true.
    pub warning: usize,
    /// Worth a look.
    pub note: usize,
}

impl Counts {
    /// Those of one severity.
    #[must_use]
    pub fn of(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Note => self.note,
        }
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.error + self.warning + self.note
    }
}
