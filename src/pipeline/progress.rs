//! How far a run is: counters that the run moves and somebody else reads.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What a run is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Files are read.
    #[default]
    Reading,
    /// Articles are annotated.
    Annotating,
    /// Claims are compared.
    Comparing,
}

/// The counters of one run.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicUsize,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// The stage, and how many of how many are done in it; of none where that cannot be counted.
    #[must_use]
    pub fn now(&self) -> (Stage, usize, usize) {
        let stage = match self.stage.load(Ordering::Relaxed) {
            0 => Stage::Reading,
            1 => Stage::Annotating,
            _ => Stage::Comparing,
        };
        (stage, self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    pub(super) fn begin(progress: Option<&Self>, stage: Stage, total: usize) {
        if let Some(progress) = progress {
            progress.done.store(0, Ordering::Relaxed);
            progress.total.store(total, Ordering::Relaxed);
            progress.stage.store(stage as usize, Ordering::Relaxed);
        }
    }

    pub(super) fn step(progress: Option<&Self>) {
        if let Some(progress) = progress {
            progress.done.fetch_add(1, Ordering::Relaxed);
        }
    }
}
