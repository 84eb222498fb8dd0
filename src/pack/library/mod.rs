//! Every pack of one run, compiled: what `extract` and `check` work by.

mod files;
mod parts;

pub(super) use files::{declared_name, pack_files, unreadable};

use super::builtin;
use super::check::PackCheck;
use super::compile::{Extensions, Lists, Predicates, inherited, levels};
use super::error::{PackError, PackFile};
use super::node;
use super::pattern::{Pattern, SlotType, WordSet};
use super::predicate::Predicate;
use super::rule::CompiledRule;
use super::shape;
use crate::hash::Map;
use compact_str::CompactString;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A pattern of a rule, and for clause patterns one way to word its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trigger {
    /// Index into [`Library::rules`].
    pub rule: usize,
    /// Index into the rule's patterns.
    pub pattern: usize,
    /// Index into the pattern's verbs; 0 for phrase patterns.
    pub verb: usize,
}

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackInfo {
    /// Its name.
    pub name: CompactString,
    /// Its version; empty where it gives none.
    pub version: String,
    /// What it is for, one line.
    pub about: String,
    /// Its licence.
    pub licence: String,
    /// Packs it builds on.
    pub needs: Vec<CompactString>,
    /// The file it was read from; `builtin:NAME` for those in the program.
    pub path: String,
}

/// An entity that a pack knows under several names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownEntity {
    /// The name it goes by.
    pub name: String,
    /// What it is; `None` where the pack does not say.
    pub kind: Option<SlotType>,
    /// Its other names.
    pub aliases: Vec<String>,
}

/// All packs of a run.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The packs, in the order they were compiled.
    pub packs: Vec<PackInfo>,
    /// Predicates by name.
    pub predicates: BTreeMap<CompactString, Predicate>,
    /// Rules, pack by pack in the order of their files.
    pub rules: Vec<CompiledRule>,
    /// Checks of packs.
    pub checks: Vec<PackCheck>,
    /// Entities that packs know.
    pub entities: Vec<KnownEntity>,
    /// Head nouns by the type they make a phrase.
    pub nouns: Vec<(SlotType, WordSet)>,
    /// What verbs say of an event named by a noun: "planned", "cancelled", "negative", … and the verbs.
    pub nominals: Vec<(CompactString, WordSet)>,
    /// Verbs that make no open claims: those of speech and the like.
    pub(crate) silent: WordSet,
    /// Clause patterns by the verb that wakes them.
    pub(crate) by_verb: Map<CompactString, Vec<Trigger>>,
    /// Phrase patterns by the word that wakes them.
    pub(crate) by_word: Map<CompactString, Vec<Trigger>>,
    /// Predicates by the verbs whose open claims are theirs.
    pub(crate) by_synonym: Map<CompactString, CompactString>,
    /// Word lists that no pattern uses, by pack.
    pub(crate) unused: Vec<(CompactString, CompactString)>,
}

impl Library {
    /// The packs that are part of the program.
    ///
    /// # Errors
    /// None in a released program: a test loads them all.
    pub fn builtin() -> Result<Self, Vec<PackError>> {
        Self::load::<&Path>(&[], true)
    }

    /// Loads packs: each path is a `pack.yaml`, a folder that holds one, or a folder of such folders. With
    /// `builtin`, the built-in packs come first.
    ///
    /// # Errors
    /// All problems of all packs, sorted by file and place.
    pub fn load<P: AsRef<Path>>(paths: &[P], with_builtin: bool) -> Result<Self, Vec<PackError>> {
        let mut files: Vec<PackFile> = Vec::new();
        let mut problems = Vec::new();
        if with_builtin {
            files.extend(builtin::PACKS.iter().map(|pack| PackFile::new(&format!("builtin:{}", pack.name), pack.text)));
        }
        for path in paths {
            for file in pack_files(path.as_ref()) {
                match std::fs::read_to_string(&file) {
                    Ok(text) => files.push(PackFile::new(&file.to_string_lossy(), &text)),
                    Err(error) => problems.push(unreadable(&file, &error)),
                }
            }
        }
        match Self::compile(&files) {
            Ok(library) if problems.is_empty() => Ok(library),
            Ok(_) => Err(problems),
            Err(more) => {
                problems.extend(more);
                problems.sort();
                problems.dedup();
                Err(problems)
            }
        }
    }

    /// Compiles the texts of pack files, each with the name it is reported under.
    ///
    /// # Errors
    /// All problems of all packs, sorted by file and place.
    pub fn from_texts(texts: &[(&str, &str)], with_builtin: bool) -> Result<Self, Vec<PackError>> {
        let mut files: Vec<PackFile> = Vec::new();
        if with_builtin {
            files.extend(builtin::PACKS.iter().map(|pack| PackFile::new(&format!("builtin:{}", pack.name), pack.text)));
        }
        files.extend(texts.iter().map(|(path, text)| PackFile::new(path, text)));
        Self::compile(&files)
    }

    pub(super) fn compile(files: &[PackFile]) -> Result<Self, Vec<PackError>> {
        let mut problems = Vec::new();
        // A file with the name of a built-in pack takes its place: that is how a built-in pack is worked on.
        let own: BTreeSet<&str> = files
            .iter()
            .filter(|file| !file.path.starts_with("builtin:"))
            .filter_map(|file| files::declared_name(&file.text))
            .collect();
        let replaced = |file: &&PackFile| file.path.strip_prefix("builtin:").is_some_and(|name| own.contains(name));
        let files: Vec<&PackFile> = files.iter().filter(|file| !replaced(file)).collect();
        let parsed: Vec<_> = files.par_iter().map(|file| (*file, node::parse(file))).collect();
        let mut roots = Vec::with_capacity(files.len());
        for (file, root) in parsed {
            match root {
                Ok(root) => {
                    shape::validate(file, &root, &shape::PACK, shape::Place::File("the pack"), &mut problems);
                    roots.push((file, root));
                }
                Err(error) => problems.push(error),
            }
        }
        let sources = files::in_order(&roots, &mut problems);
        let mut library = Self::default();
        let mut predicates = Predicates::new();
        for source in &sources {
            source.predicates(&mut predicates, &mut problems);
        }
        for source in &sources {
            source.logic(&mut predicates, &mut problems);
        }
        let extensions = Extensions::of(&sources, &mut problems);
        let mut lists: BTreeMap<&str, Lists> = BTreeMap::new();
        for source in &sources {
            lists.insert(&source.name, source.lists(inherited(source, &lists), &extensions, &mut problems));
        }
        let compiled: Vec<_> = sources
            .par_iter()
            .map(|source| Self::of_one(source, &predicates, lists.get(source.name.as_str())))
            .collect();
        for (pack, more) in compiled {
            library.take(pack);
            problems.extend(more);
        }
        library.predicates = predicates;
        levels::resolve(&mut library, &sources, &mut problems);
        extensions.switch_off(&mut library, &sources, &mut problems);
        library.index();
        problems.sort();
        problems.dedup();
        if problems.is_empty() { Ok(library) } else { Err(problems) }
    }

    /// Which verb or word wakes which pattern.
    fn index(&mut self) {
        for (rule, compiled) in self.rules.iter().enumerate() {
            for (pattern, source) in compiled.patterns.iter().enumerate() {
                match source {
                    Pattern::Clause(clause) => {
                        for (verb, alternative) in clause.verbs.iter().enumerate() {
                            let woken = self.by_verb.entry(alternative.verb.clone()).or_default();
                            woken.push(Trigger { rule, pattern, verb });
                        }
                    }
                    Pattern::Phrase(phrase) => {
                        for word in &phrase.triggers {
                            let woken = self.by_word.entry(word.clone()).or_default();
                            let trigger = Trigger { rule, pattern, verb: 0 };
                            if woken.last() != Some(&trigger) {
                                woken.push(trigger);
                            }
                        }
                    }
                }
            }
        }
        for predicate in self.predicates.values() {
            for verb in &predicate.synonyms {
                self.by_synonym.entry(verb.clone()).or_insert_with(|| predicate.id.clone());
            }
        }
    }

    /// The highest level of any rule: how often rules that use what others found have to be run.
    #[must_use]
    pub(crate) fn levels(&self) -> usize {
        self.rules.iter().map(|rule| rule.level).max().unwrap_or(0)
    }

    /// Whether clauses of this verb make no open claims.
    pub(crate) fn skipped(&self, lemma: &str) -> bool {
        self.silent.contains(lemma)
    }

    /// Drops every rule but one.
    pub(crate) fn keep_only(&mut self, id: &str) {
        self.rules.retain(|rule| rule.id == id);
        self.by_verb.clear();
        self.by_word.clear();
        self.by_synonym.clear();
        self.index();
    }

    /// The rule of this id (`pack/rule`).
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&CompiledRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

#[cfg(test)]
mod tests;
