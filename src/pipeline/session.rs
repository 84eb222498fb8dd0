//! Runs that come again and again over nearly the same articles, each a fraction of the first.
//!
//! Packs are compiled once; an article is annotated and read for claims again only where its words, or its day of
//! publication, have changed. Comparing goes over all claims every time: who is who depends on every article.

use super::{Error, Options, Outcome};
use crate::annotate::Article;
use crate::extract::Claim;
use crate::ingest::Memory;
use crate::pack::Library;
use crate::source::{Document, DocumentId};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// What is kept from one run to the next.
#[derive(Default)]
pub struct Session {
    memory: Memory,
    /// Its library is the compiled packs, where `compiled` says so.
    outcome: Outcome,
    compiled: bool,
    annotated: usize,
}

impl Session {
    /// Runs every stage as [`super::run`] does, with the same outcome.
    ///
    /// Settings that change what an article says (places, aliases, packs) ask for [`forget_all`](Self::forget_all) first.
    ///
    /// # Errors
    /// A rule pack that cannot be used; what was kept is still there.
    pub fn run(&mut self, options: &Options) -> Result<&Outcome, Error> {
        if !self.compiled {
            self.outcome.library = super::library(options)?;
            self.compiled = true;
        }
        let library = std::mem::take(&mut self.outcome.library);
        let read = super::ingest(options, &mut self.memory);
        let (documents, failures, left_out) = super::settled(read, &options.config);
        let mut known = by_path(std::mem::take(&mut self.outcome));
        let kept: Vec<(Arc<Document>, Option<Read>)> = documents
            .into_iter()
            .map(|document| {
                let read = known.remove(&document.path).filter(|read| says_the_same(&read.0.document, &document));
                (document, read)
            })
            .collect();
        self.annotated = kept.iter().filter(|(_, read)| read.is_none()).count();
        let read: Vec<Read> = kept
            .into_par_iter()
            .map(|(document, read)| {
                if let Some((mut article, claims)) = read {
                    article.document = document;
                    return (article, claims);
                }
                let article = crate::annotate::annotate(document);
                let claims = crate::extract::claims(&article, DocumentId(0), &library);
                (article, claims)
            })
            .collect();
        self.outcome = super::with_conflicts(joined(read, library, failures, left_out));
        Ok(&self.outcome)
    }

    /// The outcome of the last run.
    #[must_use]
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// How many articles the last run had to annotate.
    #[must_use]
    pub fn annotated(&self) -> usize {
        self.annotated
    }

    /// Reads the file anew at the next run, whatever its length and time say.
    pub fn forget(&mut self, path: &Path) {
        self.memory.forget(path);
    }

    /// Keeps nothing but the texts that editors hold: packs are compiled and articles annotated anew.
    pub fn forget_all(&mut self) {
        self.compiled = false;
        self.outcome = Outcome::default();
    }

    /// Takes `text` for what stands in the file at `path`, saved or not.
    pub fn open(&mut self, path: &Path, text: &str) {
        self.memory.open(path, text);
    }

    /// Takes what is on disk for what stands in the file.
    pub fn close(&mut self, path: &Path) {
        self.memory.close(path);
    }
}

/// An article with its claims.
type Read = (Article, Vec<Claim>);

fn by_path(outcome: Outcome) -> HashMap<String, Read> {
    let mut claims: Vec<Vec<Claim>> = outcome.articles.iter().map(|_| Vec::new()).collect();
    for claim in outcome.claims {
        if let Some(list) = claims.get_mut(claim.document.0 as usize) {
            list.push(claim);
        }
    }
    outcome.articles.into_iter().zip(claims).map(|read| (read.0.document.path.clone(), read)).collect()
}

/// Whether two readings of one file are annotated alike.
fn says_the_same(old: &Document, new: &Document) -> bool {
    old.text == new.text && old.published == new.published && old.blocks == new.blocks && old.title == new.title
}

fn joined(
    read: Vec<Read>,
    library: Library,
    failures: Vec<crate::report::Failure>,
    left_out: Vec<(String, String)>,
) -> Outcome {
    let mut outcome = Outcome { failures, library, left_out, ..Outcome::default() };
    for (number, (article, claims)) in read.into_iter().enumerate() {
        let document = DocumentId(number as u32);
        outcome.claims.extend(claims.into_iter().map(|claim| Claim { document, ..claim }));
        outcome.documents.push(Arc::clone(&article.document));
        outcome.articles.push(article);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a run found, in words.
    fn shown(outcome: &Outcome) -> String {
        format!("{:?} {:?} {:?}", outcome.documents, outcome.claims, outcome.conflicts)
    }

    #[test]
    fn a_run_again_finds_what_a_run_finds_and_annotates_what_changed() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("a.txt", "Ana Ruiz met Li Wei in Paris on Tuesday.\n");
        write("b.txt", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
        write("c.txt", "---\ndate: 2026-03-03\n---\nIt rained.\n");
        let options = Options { paths: vec![folder.path().to_owned()], ..Options::default() };
        let mut session = Session::default();
        assert_eq!(session.run(&options).unwrap().conflicts.len(), 1);
        assert_eq!(session.annotated(), 3);
        write("0.txt", "Omar Haddad met Li Wei in Paris on Tuesday.\n");
        write("b.txt", "Ana Ruiz also met Li Wei in Paris on Tuesday.\n");
        let again = shown(session.run(&options).unwrap());
        assert_eq!(session.annotated(), 2);
        assert_eq!(again, shown(&super::super::run(&options).unwrap()));
        // One article's date dates the others.
        write("c.txt", "---\ndate: 2026-03-04\n---\nIt rained.\n");
        let again = shown(session.run(&options).unwrap());
        assert_eq!(session.annotated(), 4);
        assert_eq!(again, shown(&super::super::run(&options).unwrap()));
        session.run(&options).unwrap();
        assert_eq!(session.annotated(), 0);
    }

    #[test]
    fn a_text_in_an_editor_goes_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "Ana Ruiz met Li Wei in Paris on Tuesday.\n").unwrap();
        let options = Options { paths: vec![path.clone()], ..Options::default() };
        let mut session = Session::default();
        session.open(&path, "Omar Haddad met Li Wei in Oslo.\n");
        assert!(session.run(&options).unwrap().documents[0].text.contains("Oslo"));
        session.close(&path);
        assert!(session.run(&options).unwrap().documents[0].text.contains("Paris"));
    }
}
