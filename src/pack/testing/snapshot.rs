//! Whole articles of a pack: what its rules find in each, held by snapshot.
//!
//! `articles/` in the pack's folder holds articles in any format that is read; `snapshots/` holds a `.snap` file for each,
//! as the library `insta` writes them, so that one file serves `crosscheck pack test` and a Rust test alike. What stands
//! there was reviewed by the author; nothing here accepts anything.

use super::{ClaimText, TestResult, Verdict};
use crate::annotate::{Article, annotate};
use crate::extract::claims;
use crate::ingest;
use crate::pack::library::{Library, PackInfo};
use crate::source::{DocumentId, LineIndex};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Unchanged lines shown around a difference.
const CONTEXT: usize = 2;

/// One article of a pack with what is accepted and what is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The pack.
    pub pack: String,
    /// The article, as it was named.
    pub article: String,
    /// The file that holds what was accepted.
    pub path: PathBuf,
    /// What was accepted; `None` where nothing was yet.
    pub accepted: Option<String>,
    /// What the pack's rules find now; `None` where the article is gone.
    pub found: Option<String>,
}

impl Snapshot {
    /// Whether what is found is what was accepted.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.found.is_some() && self.accepted == self.found
    }

    /// The difference, one line each: `-` for what was accepted, `+` for what is found.
    #[must_use]
    pub fn difference(&self) -> Vec<String> {
        let (old, new) = (self.accepted.as_deref().unwrap_or(""), self.found.as_deref().unwrap_or(""));
        let diff = TextDiff::from_lines(old, new);
        let groups = diff.grouped_ops(CONTEXT);
        let changes = groups.iter().flatten().flat_map(|operation| diff.iter_changes(operation));
        changes
            .map(|change| {
                let mark = match change.tag() {
                    ChangeTag::Delete => '-',
                    ChangeTag::Insert => '+',
                    ChangeTag::Equal => ' ',
                };
                format!("{mark} {}", change.value().trim_end_matches('\n'))
            })
            .collect()
    }

    /// Accepts what is found: writes the file, or removes it where the article is gone.
    ///
    /// # Errors
    /// Those of writing.
    pub fn accept(&self) -> io::Result<()> {
        let Some(found) = &self.found else { return std::fs::remove_file(&self.path) };
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&self.path, format!("---\nsource: {}\nexpression: claims\n---\n{found}\n", self.article))
    }

    pub(super) fn result(&self) -> TestResult {
        let verdict = match (&self.accepted, &self.found) {
            (_, None) => Verdict::Failed(vec!["the article of this snapshot is gone".to_owned()]),
            (_, Some(found)) if found.is_empty() => {
                Verdict::Refused("no rule of the pack finds anything in it, so nothing could make it fail".to_owned())
            }
            (None, Some(_)) => Verdict::Failed(vec!["not accepted yet: review it with `--review`".to_owned()]),
            _ if self.holds() => Verdict::Passed,
            _ => Verdict::Failed(self.difference()),
        };
        TestResult {
            name: format!("{}/articles", self.pack),
            path: self.path.to_string_lossy().into_owned(),
            line: 1,
            text: self.article.clone(),
            verdict,
        }
    }
}

/// The snapshots of a pack that lies in a folder; none for a built-in one.
#[must_use]
pub fn snapshots(library: &Library, pack: &PackInfo) -> Vec<Snapshot> {
    let Some(folder) = Path::new(&pack.path).parent().filter(|_| !pack.path.starts_with("builtin:")) else {
        return Vec::new();
    };
    let articles = folder.join("articles");
    let mut documents = Vec::new();
    if articles.is_dir() {
        documents = ingest::read(&[articles], &ingest::Options::default()).documents;
    }
    let place = |name: &str| folder.join("snapshots").join(format!("{name}.snap"));
    let mut known: BTreeSet<PathBuf> = BTreeSet::new();
    let mut all: Vec<Snapshot> = documents
        .into_iter()
        .map(|document| {
            let article = document.path.clone();
            let name = Path::new(&article).file_stem().map_or_else(String::new, |name| name.to_string_lossy().into());
            let path = place(&name);
            known.insert(path.clone());
            let found = written(library, &pack.name, &annotate(Arc::new(document)));
            Snapshot { pack: pack.name.to_string(), article, accepted: accepted(&path), found: Some(found), path }
        })
        .collect();
    let files = std::fs::read_dir(folder.join("snapshots")).into_iter().flatten().filter_map(Result::ok);
    let mut left: Vec<PathBuf> = files.map(|file| file.path()).filter(|path| !known.contains(path)).collect();
    left.retain(|path| path.extension().is_some_and(|extension| extension == "snap"));
    left.sort();
    all.extend(left.into_iter().map(|path| Snapshot {
        pack: pack.name.to_string(),
        article: String::new(),
        accepted: accepted(&path),
        found: None,
        path,
    }));
    all
}

/// What a snapshot file holds below its header.
fn accepted(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?.replace("\r\n", "\n");
    let body =
        text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text.as_str(), |(_, body)| body);
    Some(body.trim_end().to_owned())
}

/// The claims that the rules of one pack make in one article: the line and words of each, and below them what is claimed
/// and by which rule.
#[must_use]
pub fn written(library: &Library, pack: &str, article: &Article) -> String {
    let text = &article.document.text;
    let index = LineIndex::new(text);
    let mut lines = String::new();
    for claim in claims(article, DocumentId(0), library) {
        let (of, rule) = claim.rule.split_once('/').unwrap_or_default();
        if of != pack || rule == "open" {
            continue;
        }
        let words = claim.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let line = index.position(text, claim.span.start).line;
        let _ = writeln!(lines, "{line}: {words}");
        let _ = writeln!(lines, "    {} {}", claim.predicate, ClaimText::of(article, &claim));
        let _ = writeln!(lines, "    {rule}");
    }
    lines.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::pack::testing::{self, Verdict};

    const PACK: &str = "pack: p
predicates: {lend: {roles: {agent: person, to: person}}}
claims: [{id: lent, predicate: lend, match: '{agent:person} <lend> {:thing} to {to:person}'}]
";

    #[test]
    fn an_article_is_held_once_it_is_accepted() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        file("pack.yaml", PACK);
        file("articles/loan.txt", "Ana Ruiz lent the painting to Li Wei.\n");
        let run = || testing::run(&[folder.path()], false, None).unwrap();
        assert!(matches!(run()[0].verdict, Verdict::Failed(_)));
        let pending = testing::pending(&[folder.path()]).unwrap();
        assert_eq!(pending.len(), 1);
        pending[0].accept().unwrap();
        assert_eq!(run()[0].verdict, Verdict::Passed);
        assert!(testing::pending(&[folder.path()]).unwrap().is_empty());
        file("articles/loan.txt", "Ana Ruiz did not lend the painting to Li Wei.\n");
        let Verdict::Failed(lines) = &run()[0].verdict else { unreachable!("the article has changed") };
        assert!(
            lines.iter().any(|line| line == "+     lend {agent: Ana Ruiz, polarity: negative, to: Li Wei}"),
            "{lines:?}"
        );
        file("articles/loan.txt", "It rained.\n");
        assert!(matches!(run()[0].verdict, Verdict::Refused(_)));
        std::fs::remove_file(folder.path().join("articles/loan.txt")).unwrap();
        assert!(run()[0].failed(), "a snapshot without its article is left over");
    }
}
