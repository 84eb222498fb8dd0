//! `crosscheck pack list`: packs with what is in them, and how often each part fired on given articles.

use super::{Listing, broken};
use crate::check;
use crate::cli::{Ending, Failed, input, output};
use crate::pack::testing::examples;
use crate::pack::{Library, PackInfo};
use crate::pipeline::{self, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

/// How often each rule, predicate and check fired, by its id.
#[derive(Default)]
struct Coverage {
    rules: BTreeMap<String, usize>,
    predicates: BTreeMap<String, usize>,
    checks: BTreeMap<String, usize>,
    articles: usize,
}

pub(super) fn run(packs: &[PathBuf], articles: &[PathBuf], form: Listing) -> Result<Ending, Failed> {
    let library = Library::load(packs, true).map_err(|errors| broken(&errors))?;
    if articles.is_empty() {
        output::to(None, |out| write(&library, None, form, out))?;
        return Ok(Ending::Clean);
    }
    let read = pipeline::annotate(&pipeline::Options { paths: articles.to_vec(), ..pipeline::Options::default() })?;
    input::report_failures(&read);
    let outcome = pipeline::finish(read, library);
    let coverage = coverage(&outcome);
    output::to(None, |out| write(&outcome.library, Some(&coverage), form, out))?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}

fn coverage(outcome: &Outcome) -> Coverage {
    let mut coverage = Coverage { articles: outcome.articles.len(), ..Coverage::default() };
    for claim in outcome.claims.iter().filter(|claim| !claim.rule.ends_with("/open")) {
        *coverage.rules.entry(claim.rule.to_string()).or_default() += 1;
        *coverage.predicates.entry(claim.predicate.to_string()).or_default() += 1;
    }
    let story = outcome.story();
    for declared in &outcome.library.checks {
        coverage.checks.insert(declared.id.to_string(), check::declared(&story, &declared.id).conflicts.len());
    }
    coverage
}

fn write(library: &Library, coverage: Option<&Coverage>, form: Listing, out: &mut dyn Write) -> io::Result<()> {
    match form {
        Listing::Text => text(library, coverage, out),
        Listing::Json => {
            let packs: Vec<Value> = listed(library).map(|pack| pack_json(library, pack, coverage)).collect();
            let articles = coverage.map(|coverage| coverage.articles);
            serde_json::to_writer_pretty(&mut *out, &json!({"version": 1, "articles": articles, "packs": packs}))?;
            writeln!(out)
        }
    }
}

/// The packs to list: those that were named, or the built-in ones where none was.
fn listed(library: &Library) -> impl Iterator<Item = &PackInfo> {
    let built_in = |pack: &PackInfo| pack.path.starts_with("builtin:");
    let named = library.packs.iter().any(|pack| !built_in(pack));
    library.packs.iter().filter(move |pack| !named || !built_in(pack))
}

/// The parts of an id that belong to a pack.
fn own<'a>(pack: &PackInfo, id: &'a str) -> Option<&'a str> {
    id.split_once('/').filter(|(of, _)| *of == pack.name).map(|(_, name)| name)
}

fn text(library: &Library, coverage: Option<&Coverage>, out: &mut dyn Write) -> io::Result<()> {
    for pack in listed(library) {
        let predicates: Vec<_> = library.predicates.values().filter(|predicate| predicate.pack == pack.name).collect();
        let rules: Vec<_> = library.rules.iter().filter(|rule| own(pack, &rule.id).is_some()).collect();
        let checks: Vec<_> = library.checks.iter().filter(|check| own(pack, &check.id).is_some()).collect();
        let tests: usize = examples(pack).values().sum();
        writeln!(
            out,
            "{:<22}{:<8}{:>4} predicates {:>4} rules {:>3} checks {tests:>4} examples",
            pack.name.as_str(),
            pack.version,
            predicates.len(),
            rules.len(),
            checks.len()
        )?;
        if !pack.about.is_empty() {
            writeln!(out, "    {}", pack.about)?;
        }
        let Some(coverage) = coverage else { continue };
        let count = |counts: &BTreeMap<String, usize>, id: &str| counts.get(id).copied().unwrap_or(0);
        for predicate in predicates {
            writeln!(out, "  {:>6}  {}", count(&coverage.predicates, &predicate.id), predicate.id)?;
            for rule in rules.iter().filter(|rule| rule.predicate == predicate.id) {
                writeln!(out, "  {:>6}    {}", count(&coverage.rules, &rule.id), own(pack, &rule.id).unwrap_or(""))?;
            }
        }
        for rule in
            rules.iter().filter(|rule| library.predicates.get(&rule.predicate).is_some_and(|of| of.pack != pack.name))
        {
            writeln!(
                out,
                "  {:>6}  {} for {}",
                count(&coverage.rules, &rule.id),
                own(pack, &rule.id).unwrap_or(""),
                rule.predicate
            )?;
        }
        for check in checks {
            writeln!(out, "  {:>6}  check {}", count(&coverage.checks, &check.id), own(pack, &check.id).unwrap_or(""))?;
        }
    }
    if let Some(coverage) = coverage {
        let ids = listed(library).flat_map(|pack| library.rules.iter().filter(|rule| own(pack, &rule.id).is_some()));
        let fired = |id: &str| usize::from(coverage.rules.contains_key(id));
        let (fired, all) = ids.fold((0, 0), |(some, all), rule| (some + fired(&rule.id), all + 1));
        writeln!(out, "{fired} of {all} rules fired in {} articles", coverage.articles)?;
    }
    Ok(())
}

fn pack_json(library: &Library, pack: &PackInfo, coverage: Option<&Coverage>) -> Value {
    let tests = examples(pack);
    let fired = |counts: fn(&Coverage) -> &BTreeMap<String, usize>, id: &str| {
        coverage.map(|coverage| counts(coverage).get(id).copied().unwrap_or(0))
    };
    let predicates: Vec<Value> = library
        .predicates
        .values()
        .filter(|predicate| predicate.pack == pack.name)
        .map(|predicate| {
            json!({"name": predicate.id.as_str(), "about": predicate.about,
                "claims": fired(|coverage| &coverage.predicates, &predicate.id)})
        })
        .collect();
    let rules: Vec<Value> = library
        .rules
        .iter()
        .filter_map(|rule| Some((rule, own(pack, &rule.id)?)))
        .map(|(rule, name)| {
            json!({"name": name, "predicate": rule.predicate.as_str(), "patterns": rule.sources.len(),
                "examples": tests.get(name).copied().unwrap_or(0),
                "fired": fired(|coverage| &coverage.rules, &rule.id)})
        })
        .collect();
    let checks: Vec<Value> = library
        .checks
        .iter()
        .filter_map(|check| Some((check, own(pack, &check.id)?)))
        .map(|(check, name)| {
            json!({"name": name, "check": check.check.as_str(),
                "compares": [check.compare.0.as_str(), check.compare.1.as_str()],
                "examples": tests.get(name).copied().unwrap_or(0),
                "fired": fired(|coverage| &coverage.checks, &check.id)})
        })
        .collect();
    let needs: Vec<&str> = pack.needs.iter().map(compact_str::CompactString::as_str).collect();
    json!({"name": pack.name.as_str(), "version": pack.version, "about": pack.about, "licence": pack.licence,
        "needs": needs, "path": pack.path, "predicates": predicates, "rules": rules, "checks": checks})
}
