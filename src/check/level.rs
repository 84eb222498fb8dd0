//! Which checks are run and how gravely they are taken: the one place where levels are applied.
//!
//! A check knows how sure it is; a desk knows what it wants to see. A level is a ceiling: it can make an error a
//! warning, but never an update an error, since a severity also says how sure the finding is.

use super::{Check, Conflict, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// The gravest severity a check may report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Report nothing.
    Off,
    /// Report no graver than this.
    At(Severity),
}

impl Level {
    /// The names a level can have in `crosscheck.yaml`.
    pub const NAMES: &'static [&'static str] = &["error", "warning", "note", "off"];
}

impl FromStr for Level {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "off" => Ok(Self::Off),
            _ => Severity::ALL.iter().find(|severity| severity.name() == name).map(|&s| Self::At(s)).ok_or(()),
        }
    }
}

/// What a run reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Only these; everything where empty.
    pub select: BTreeSet<Check>,
    /// Not these.
    pub ignore: BTreeSet<Check>,
    /// Ceilings by check.
    pub levels: BTreeMap<Check, Level>,
}

impl Levels {
    /// The ceiling of one check.
    #[must_use]
    pub fn of(&self, check: Check) -> Level {
        let chosen = self.select.is_empty() || self.select.contains(&check);
        if !chosen || self.ignore.contains(&check) {
            return Level::Off;
        }
        self.levels.get(&check).copied().unwrap_or(Level::At(Severity::Error))
    }

    /// Drops what is off and lowers what is above its ceiling.
    #[must_use]
    pub fn apply(&self, conflicts: Vec<Conflict>) -> Vec<Conflict> {
        let lowered = conflicts.into_iter().filter_map(|mut conflict| match self.of(conflict.check) {
            Level::Off => None,
            Level::At(ceiling) => {
                conflict.severity = conflict.severity.min(ceiling);
                Some(conflict)
            }
        });
        lowered.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conflict(check: Check, severity: Severity) -> Conflict {
        Conflict { check, severity, message: String::new(), explanation: Vec::new(), sides: Vec::new() }
    }

    fn severities(levels: &Levels, conflicts: &[Conflict]) -> Vec<Severity> {
        levels.apply(conflicts.to_vec()).into_iter().map(|conflict| conflict.severity).collect()
    }

    #[test]
    fn a_level_lowers_but_never_raises() {
        let found = [conflict(Check::Name, Severity::Error), conflict(Check::Name, Severity::Note)];
        let at = |level| Levels { levels: BTreeMap::from([(Check::Name, level)]), ..Levels::default() };
        assert_eq!(severities(&at(Level::At(Severity::Warning)), &found), [Severity::Warning, Severity::Note]);
        assert_eq!(severities(&at(Level::At(Severity::Error)), &found), [Severity::Error, Severity::Note]);
        assert_eq!(severities(&at(Level::Off), &found), []);
    }

    #[test]
    fn ignoring_beats_selecting() {
        let found = [conflict(Check::Name, Severity::Error), conflict(Check::Time, Severity::Warning)];
        let mut levels = Levels { select: BTreeSet::from([Check::Name]), ..Levels::default() };
        assert_eq!(severities(&levels, &found), [Severity::Error]);
        levels.ignore.insert(Check::Name);
        assert_eq!(severities(&levels, &found), []);
    }
}
