//! `crosscheck pack try` and `crosscheck pack why`: what a pattern finds in articles, and why a rule found nothing.

use super::broken;
use crate::annotate::Article;
use crate::cli::{Ending, Failed, input, output};
use crate::extract::{self, Attempt};
use crate::pack::testing::ClaimText;
use crate::pack::{self, Library};
use crate::pipeline;
use crate::report::escape::visible;
use crate::source::LineIndex;
use std::io::{self, Write};
use std::path::PathBuf;

pub(super) fn try_pattern(pattern: &str, paths: &[PathBuf], packs: &[PathBuf]) -> Result<Ending, Failed> {
    let library = pack::attempt::library(pattern, packs).map_err(|errors| broken(&errors))?;
    let outcome = pipeline::annotate(&pipeline::Options { paths: paths.to_vec(), ..pipeline::Options::default() })?;
    input::report_failures(&outcome);
    let mut count = 0;
    output::to(None, |out| {
        for (number, article) in outcome.articles.iter().enumerate() {
            let text = &article.document.text;
            let index = LineIndex::new(text);
            let claims = crate::extract::claims(article, crate::source::DocumentId(number as u32), &library);
            for claim in claims.iter().filter(|claim| claim.rule == pack::attempt::RULE) {
                count += 1;
                let at = index.position(text, claim.span.start);
                let words = visible(claim.span.of(text)).to_string();
                let path = crate::report::escape::line(&article.document.path);
                writeln!(out, "{path}:{}:{}: {words}", at.line, at.column)?;
                let found = ClaimText::of(article, claim);
                writeln!(out, "    {}", visible(&found.to_string()))?;
            }
        }
        writeln!(out, "{count} found in {} articles", outcome.articles.len())
    })?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}

/// Why a rule did or did not fire in a line of an article.
pub(super) fn why(rule: &str, place: &str, library: &Library) -> Result<Ending, Failed> {
    let Some(compiled) = library.rule(rule) else {
        let known = || library.rules.iter().map(|rule| rule.id.as_str());
        let bare = known().filter(|id| id.split_once('/').is_some_and(|(_, name)| name == rule));
        let bare: Vec<String> = bare.map(|id| format!("'{id}'")).collect();
        let help = (!bare.is_empty())
            .then(|| format!("rules are named with their pack: {}", bare.join(" or ")))
            .or_else(|| crate::suggest::did_you_mean(rule, known()))
            .unwrap_or_else(|| "rules are named as pack/rule; 'crosscheck pack list' names the packs".to_owned());
        return Err(Failed::new(format!("no rule '{rule}'")).with_help(help));
    };
    let parsed = place.rsplit_once(':').and_then(|(path, line)| Some((PathBuf::from(path), line.parse().ok()?)));
    let Some((path, line)) = parsed else {
        return Err(
            Failed::new(format!("'{place}' names no line")).with_help("write it as FILE:LINE, such as wire/a.txt:12")
        );
    };
    let outcome = pipeline::annotate(&pipeline::Options { paths: vec![path], ..pipeline::Options::default() })?;
    input::report_failures(&outcome);
    let Some(article) = outcome.articles.first() else { return Ok(Ending::Incomplete) };
    let index = LineIndex::new(&article.document.text);
    let Some(span) = index.line(&article.document.text, line) else {
        return Err(Failed::new(format!("'{}' has no line {line}", article.document.path)));
    };
    let accounts = extract::why(article, library, compiled, span);
    let fired =
        |account: &extract::Account| account.patterns.iter().any(|(_, attempt)| matches!(attempt, Attempt::Fired(_)));
    output::to(None, |out| {
        if accounts.is_empty() {
            writeln!(out, "no sentence of the article stands in line {line}")?;
        }
        accounts.iter().try_for_each(|account| account_text(article, &index, account, out))
    })?;
    Ok(if accounts.iter().any(fired) { Ending::Clean } else { Ending::Conflicts })
}

fn account_text(
    article: &Article,
    index: &LineIndex,
    account: &extract::Account,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = &article.document.text;
    let at = index.position(text, account.span.start);
    let words = account.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let path = crate::report::escape::line(&article.document.path);
    writeln!(out, "{path}:{}:{}: {}", at.line, at.column, visible(&words))?;
    for line in &account.seen {
        writeln!(out, "    | {}", visible(line))?;
    }
    for (pattern, attempt) in &account.patterns {
        writeln!(out, "    {}", visible(pattern))?;
        match attempt {
            Attempt::Fired(claim) => {
                writeln!(out, "        fires: {}", visible(&ClaimText::of(article, claim).to_string()))?;
            }
            Attempt::Outdone(rule) => {
                writeln!(out, "        fits, and the claim of {rule} says the same and more")?;
            }
            Attempt::Failed(why) => writeln!(out, "        no: {}", visible(why))?,
        }
    }
    Ok(())
}
