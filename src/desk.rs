//! From what a run found to what a desk wants to see: levels, decisions, the archive, drafts, what no source carries.
//!
//! One place for every command that shows conflicts, so that a conflict which is accepted on the command line is accepted
//! in the editor too. Nothing is found here and nothing is written.

use crate::check::unsupported::unsupported;
use crate::check::{Level, Levels};
use crate::config::Config;
use crate::decisions::{self, Decisions, Expired};
use crate::pipeline::Outcome;
use crate::report::{self, Report};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What the desk wants to see.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// Checks and their levels.
    pub levels: Levels,
    /// Accepted conflicts and baselines.
    pub decisions: Vec<Decisions>,
    /// The day on which decisions are judged.
    pub today: Date,
    /// Whether only conflicts that touch a draft are of interest.
    pub drafts: bool,
    /// Whether to list what no source carries.
    pub unsupported: bool,
    /// Folders and files whose articles are background: conflicts among them alone are left out.
    pub archive: Vec<PathBuf>,
}

/// What the desk sees.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The report.
    pub report: Report,
    /// Decisions that have run out.
    pub expired: Vec<Expired>,
}

impl Desk {
    /// What `settings` and the decisions beside them ask for.
    #[must_use]
    pub fn new(settings: &Config, decisions: Vec<Decisions>, today: Date) -> Self {
        let Config { levels, archive, .. } = settings.clone();
        Self { levels, archive, decisions, today, drafts: false, unsupported: false }
    }

    /// The report of a run.
    #[must_use]
    pub fn finish(&self, outcome: &Outcome) -> Finished {
        let conflicts = self.levels.apply(outcome.conflicts.clone());
        let (documents, failures) = (&outcome.documents, outcome.failures.clone());
        let mut report = report::build(&conflicts, documents, failures, outcome.claims.len());
        let is_run =
            |decision: &decisions::Decision| decision.check.is_none_or(|check| self.levels.of(check) != Level::Off);
        let judgement = decisions::judge(&report, &self.decisions, self.today, is_run);
        report.accept(&judgement.accepted);
        if !self.archive.is_empty() {
            report.drop_background(|path| self.is_archived(Path::new(path)));
        }
        if self.drafts {
            report.keep_drafts();
        }
        if self.unsupported {
            report.add_unsupported(&unsupported(&outcome.story(), &conflicts));
        }
        report.stale = judgement.stale;
        report.stale.sort();
        Finished { report, expired: judgement.expired }
    }

    fn is_archived(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let path = real(path);
        self.archive.iter().any(|folder| path.starts_with(real(folder)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Check;
    use crate::decisions::Decision;
    use crate::report::sample;

    fn outcome() -> Outcome {
        let (conflicts, documents) = sample::conflicts();
        Outcome { documents, conflicts, ..Outcome::default() }
    }

    #[test]
    fn with_drafts_only_what_touches_one_is_reported() {
        assert_eq!(Desk::default().finish(&outcome()).report.conflicts.len(), 4);
        let report = Desk { drafts: true, ..Desk::default() }.finish(&outcome()).report;
        assert_eq!(report.conflicts.iter().map(|conflict| conflict.check).collect::<Vec<_>>(), [Check::Polarity]);
    }

    #[test]
    fn a_decision_on_a_conflict_outside_the_draft_is_not_stale() {
        let all = Desk::default().finish(&outcome()).report;
        let outside = all.conflicts.iter().find(|conflict| conflict.check == Check::Order).unwrap();
        let entry = Decision { id: outside.id.clone(), check: Some(Check::Order), ..Decision::default() };
        let accepted = Decisions { file: "a.yaml".into(), entries: vec![entry], baseline: false };
        let desk = Desk { drafts: true, decisions: vec![accepted.clone()], ..Desk::default() };
        assert_eq!(desk.finish(&outcome()).report.stale, []);
        let mut off = Desk { decisions: vec![accepted], ..Desk::default() };
        off.levels.ignore.insert(Check::Order);
        assert_eq!(off.finish(&outcome()).report.stale, []);
    }

    #[test]
    fn the_archive_alone_makes_no_conflict() {
        let desk = Desk { archive: vec!["local".into(), "x".into()], ..Desk::default() };
        assert!(desk.finish(&outcome()).report.conflicts.iter().all(|conflict| conflict.check != Check::Order));
    }
}
