//! `crosscheck pack list`: packs with what is in them.

use super::broken;
use crate::cli::{Ending, Failed, output};
use crate::pack::Library;
use std::path::PathBuf;

pub(super) fn run(packs: &[PathBuf]) -> Result<Ending, Failed> {
    let library = Library::load(packs, true).map_err(|errors| broken(&errors))?;
    output::to(None, |out| {
        for pack in &library.packs {
            let predicates = library.predicates.values().filter(|predicate| predicate.pack == pack.name).count();
            let own = |id: &str| id.split('/').next() == Some(pack.name.as_str());
            let rules = library.rules.iter().filter(|rule| own(&rule.id)).count();
            let checks = library.checks.iter().filter(|check| own(&check.id)).count();
            let name = pack.name.as_str();
            writeln!(
                out,
                "{name:<22}{:<8}{predicates:>4} predicates {rules:>4} rules {checks:>3} checks",
                pack.version
            )?;
            if !pack.about.is_empty() {
                writeln!(out, "    {}", pack.about)?;
            }
        }
        Ok(())
    })?;
    Ok(Ending::Clean)
}
