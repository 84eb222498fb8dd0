//! Which claims every source has, and which only one: what an editor leans on, and what hangs by a thread.
//!
//! Claims are of one occurrence as the graph joins them; articles that share wire text are one source.

use crate::graph::{Story, occurrences};
use crate::report::escape::visible;
use crate::source::LineIndex;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// One occurrence, who has it and who has not.
struct Carried {
    /// Indices of its claims.
    claims: Vec<usize>,
    /// Independent sources that have it.
    sources: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    predicate: &'a str,
    independent_sources: usize,
    of: usize,
    claims: Vec<&'a str>,
}

/// Occurrences that all sources have, or only one; `of` is the number of independent sources.
fn carried(story: &Story) -> (Vec<Carried>, usize) {
    let of = story.sources.independent(0..story.articles.len());
    let found = occurrences(story).into_iter().filter_map(|claims| {
        let articles: BTreeSet<usize> = claims.iter().map(|&claim| story.facts[claim].article).collect();
        let sources = story.sources.independent(articles.into_iter());
        // A bare verb that one paper uses says nothing of the others.
        let known = claims.iter().any(|&claim| story.library.predicates.contains_key(&story.facts[claim].predicate));
        (sources == of || sources == 1 && known).then_some(Carried { claims, sources })
    });
    (found.collect(), of)
}

/// One object an occurrence and line; `ids` are the identifiers of the claims, in their order.
pub(super) fn json(story: &Story, ids: &[String], out: &mut dyn Write) -> io::Result<()> {
    let (list, of) = carried(story);
    for one in list {
        let line = Line {
            predicate: &story.facts[one.claims[0]].predicate,
            independent_sources: one.sources,
            of,
            claims: one.claims.iter().filter_map(|&claim| Some(ids.get(claim)?.as_str())).collect(),
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

/// A listing to read.
pub(super) fn text(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let (list, of) = carried(story);
    if of < 2 {
        return writeln!(out, "one independent source only: there is nothing to compare it with");
    }
    let (all, one): (Vec<&Carried>, Vec<&Carried>) = list.iter().partition(|carried| carried.sources == of);
    for (title, list) in [(format!("in all {of} independent sources"), all), ("in one source only".to_owned(), one)] {
        writeln!(out, "{title}: {}", list.len())?;
        for carried in list {
            writeln!(out)?;
            let mut seen = BTreeSet::new();
            for &claim in &carried.claims {
                let fact = &story.facts[claim];
                if seen.insert((fact.article, fact.span.start)) {
                    let document = &story.articles[fact.article].document;
                    let line = LineIndex::new(&document.text).line_of(fact.span.start);
                    let words = document.slice(fact.span).split_whitespace().collect::<Vec<_>>().join(" ");
                    writeln!(out, "  {}:{line}: {}", visible(&document.path), visible(&words))?;
                }
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
