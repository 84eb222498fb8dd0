//! Every pack of one run, compiled: what `extract` and `check` work by.

use super::builtin;
use super::check::PackCheck;
use super::compile::{Lists, Predicates, Source};
use super::error::{PackError, PackFile, did_you_mean};
use super::levels;
use super::node::{self, Node};
use super::pattern::{Pattern, Scope, SlotType, WordSet};
use super::predicate::Predicate;
use super::rule::CompiledRule;
use super::shape;
use crate::source::Span;
use compact_str::CompactString;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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
    pub(crate) by_verb: BTreeMap<CompactString, Vec<Trigger>>,
    /// Phrase patterns by the word that wakes them.
    pub(crate) by_word: BTreeMap<CompactString, Vec<Trigger>>,
    /// Predicates by the verbs whose open claims are theirs.
    pub(crate) by_synonym: BTreeMap<CompactString, CompactString>,
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
        let own: BTreeSet<&str> =
            files.iter().filter(|file| !file.path.starts_with("builtin:")).filter_map(declared_name).collect();
        let replaced = |file: &&PackFile| file.path.strip_prefix("builtin:").is_some_and(|name| own.contains(name));
        let files: Vec<&PackFile> = files.iter().filter(|file| !replaced(file)).collect();
        let parsed: Vec<_> = files.par_iter().map(|file| (*file, node::parse(file))).collect();
        let mut roots = Vec::with_capacity(files.len());
        for (file, root) in parsed {
            match root {
                Ok(root) => {
                    shape::validate(file, &root, &shape::PACK, "the pack", &mut problems);
                    roots.push((file, root));
                }
                Err(error) => problems.push(error),
            }
        }
        let sources = in_order(&roots, &mut problems);
        let mut library = Self::default();
        let mut predicates = Predicates::new();
        for source in &sources {
            source.predicates(&mut predicates, &mut problems);
        }
        for source in &sources {
            source.logic(&mut predicates, &mut problems);
        }
        let mut lists: BTreeMap<CompactString, Lists> = BTreeMap::new();
        for source in &sources {
            library.add(source, &predicates, &mut lists, &mut problems);
        }
        library.predicates = predicates;
        levels::resolve(&mut library, &sources, &mut problems);
        library.index();
        problems.sort();
        problems.dedup();
        if problems.is_empty() { Ok(library) } else { Err(problems) }
    }

    fn add(
        &mut self,
        source: &Source<'_>,
        predicates: &Predicates,
        lists: &mut BTreeMap<CompactString, Lists>,
        problems: &mut Vec<PackError>,
    ) {
        let info = info(source);
        let mut inherited = Lists::new();
        for need in info.needs.iter().filter_map(|need| lists.get(need)) {
            inherited.extend(need.iter().map(|(name, words)| (name.clone(), words.clone())));
        }
        let own = source.lists(&inherited, problems);
        let scope = Scope::new(&own);
        self.rules.extend(source.rules(predicates, &scope, problems));
        self.checks.extend(source.checks(predicates, problems));
        let used = scope.used.into_inner();
        let declared = source.root.get("vars").map_or(&[][..], Node::entries);
        let names: BTreeSet<&str> = declared.iter().filter_map(|(name, _)| name.text()).collect();
        self.unused.extend(
            names.iter().filter(|name| !used.contains_key(**name)).map(|name| (source.name.clone(), (*name).into())),
        );
        for (name, words) in source.root.get("nouns").map_or(&[][..], Node::entries) {
            let text = name.text().unwrap_or("");
            if let Some(slot_type) = SlotType::named(text).filter(|slot_type| slot_type.is_phrase()) {
                self.nouns.push((slot_type, WordSet::new(words.texts().flat_map(|text| text.split('|')))));
            } else {
                let help = did_you_mean(text, ["person", "body", "party", "place", "thing"]);
                problems.push(source.file.error(name.span, format!("`{text}` is no type of noun"), help));
            }
        }
        if let Some(verbs) = source.root.get("silent") {
            let words: Vec<String> =
                self.silent.iter().chain(verbs.texts().flat_map(|text| text.split('|')).map(str::to_owned)).collect();
            self.silent = WordSet::new(words.iter().map(String::as_str));
        }
        for (name, words) in source.root.get("nominals").map_or(&[][..], Node::entries) {
            let text = name.text().unwrap_or("");
            if shape::NOMINALS.contains(&text) {
                self.nominals.push((text.into(), WordSet::new(words.texts().flat_map(|text| text.split('|')))));
            } else {
                let help = did_you_mean(text, shape::NOMINALS.iter().copied());
                problems.push(source.file.error(name.span, format!("verbs cannot make an event `{text}`"), help));
            }
        }
        for entity in source.root.get("entities").map_or(&[][..], Node::items) {
            self.entities.push(KnownEntity {
                name: entity.get("name").and_then(Node::text).unwrap_or("").to_owned(),
                kind: entity.get("kind").and_then(Node::text).and_then(SlotType::named),
                aliases: entity
                    .get("aliases")
                    .map(|node| node.texts().map(str::to_owned).collect())
                    .unwrap_or_default(),
            });
        }
        lists.insert(source.name.clone(), own.clone());
        self.packs.push(info);
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

/// The name after `pack:` at the start of a line, without parsing the whole.
fn declared_name(file: &PackFile) -> Option<&str> {
    let value = file.text.lines().find_map(|line| line.strip_prefix("pack:"))?;
    Some(value.split('#').next().unwrap_or("").trim().trim_matches(['"', '\'']))
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> PackError {
    PackError {
        path: path.to_string_lossy().into_owned(),
        line: 0,
        column: 0,
        message: format!("the pack cannot be read: {error}"),
        help: "give a folder that holds pack.yaml, or the file itself".to_owned(),
        snippet: String::new(),
    }
}

/// The pack files under a path: the file itself, its `pack.yaml`, or those of its folders, sorted.
pub(super) fn pack_files(path: &Path) -> Vec<PathBuf> {
    let own = path.join("pack.yaml");
    if !path.is_dir() || own.is_file() {
        return vec![if path.is_dir() { own } else { path.to_owned() }];
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path().join("pack.yaml"))
        .filter(|file| file.is_file())
        .collect();
    files.sort();
    if files.is_empty() { vec![own] } else { files }
}

fn info(source: &Source<'_>) -> PackInfo {
    let text = |key: &str| source.root.get(key).and_then(Node::text).unwrap_or("").to_owned();
    PackInfo {
        name: source.name.clone(),
        version: text("version"),
        about: text("about"),
        licence: text("licence"),
        needs: source.root.get("needs").map(|node| node.texts().map(CompactString::from).collect()).unwrap_or_default(),
        path: source.file.path.clone(),
    }
}

/// The packs such that each comes after those it needs, otherwise as they were given.
fn in_order<'a>(roots: &'a [(&'a PackFile, Node)], problems: &mut Vec<PackError>) -> Vec<Source<'a>> {
    let mut waiting: Vec<Source<'a>> = Vec::new();
    for (file, root) in roots {
        let name: CompactString = root.get("pack").and_then(Node::text).unwrap_or("").into();
        if let Some(other) = waiting.iter().find(|other| other.name == name) {
            let at = root.get("pack").map_or(Span::new(0, 0), |node| node.span);
            let message = format!("a pack `{name}` was loaded from {} already", other.file.path);
            problems.push(file.error(at, message, "give it another name"));
            continue;
        }
        waiting.push(Source { name, file, root });
    }
    let mut done: BTreeSet<CompactString> = BTreeSet::new();
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let ready = |source: &Source<'_>| {
            source.root.get("needs").is_none_or(|needs| needs.texts().all(|need| done.contains(need)))
        };
        let Some(at) = waiting.iter().position(ready) else { break };
        let source = waiting.remove(at);
        done.insert(source.name.clone());
        ordered.push(source);
    }
    for source in waiting {
        for need in source.root.get("needs").map_or(&[][..], Node::items) {
            let name = need.text().unwrap_or("");
            if !done.contains(name) {
                let help = did_you_mean(name, done.iter().map(CompactString::as_str));
                let message = format!("the pack `{name}` is needed, and is not loaded or needs this one");
                problems.push(source.file.error(need.span, message, help));
            }
        }
        ordered.push(source);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn problems(text: &str) -> Vec<PackError> {
        Library::from_texts(&[("p.yaml", text)], false).err().unwrap_or_default()
    }

    const HEAD: &str = "pack: p\npredicates:\n  meet: {roles: {agent: person, with: person, place: place}}\n";

    #[track_caller]
    fn assert_problem(body: &str, message: &str, place: (usize, usize)) {
        let found = problems(&format!("{HEAD}{body}"));
        let one = found.iter().find(|problem| problem.message.contains(message));
        assert_eq!(one.map(|problem| (problem.line, problem.column)), Some(place), "{found:?}");
    }

    #[test]
    fn the_built_in_packs_load() {
        if let Err(errors) = Library::builtin() {
            let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
            unreachable!("{}", text.join("\n"));
        }
    }

    #[test]
    fn every_problem_is_reported_at_its_place() {
        assert_problem("clams: []\n", "unknown key `clams`", (4, 1));
        let rule = |text: &str| format!("claims:\n  - {{id: a, predicate: meet, match: '{text}'}}\n");
        assert_problem(&rule("{agnt:person} <meet> {with:person}"), "no role `agnt`", (5, 39));
        assert_problem(&rule("{agent:persn} <meet>"), "unknown type `persn`", (5, 45));
        assert_problem(&rule("{agent:person} <@verbs>"), "no word list `@verbs`", (5, 54));
        assert_problem(&rule("{agent:person} <meet"), "`>` is missing", (5, 53));
        assert_problem(&rule("talks /a(/"), "bad regular expression", (5, 44));
        assert_problem(&rule("{agent:person} {with:person}"), "no word by which to find it", (5, 37));
        assert_problem(&rule("{agent:money} <meet>"), "a money cannot fill `agent`", (5, 39));
        assert_problem("claims: [{id: a, predicate: met, match: talks}]\n", "no predicate `met`", (4, 29));
    }

    #[test]
    fn all_problems_come_at_once() {
        let text = format!(
            "{HEAD}vars: {{a: ['@b']}}\nclaims:\n  - {{id: a, predicate: met, match: x}}\n  - {{id: b, predicate: meet, match: '{{x:person}} <go>', when: {{voice: actve}}}}\n"
        );
        let found: Vec<String> = problems(&text).into_iter().map(|problem| problem.message).collect();
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn declared_logic_is_resolved() {
        let text = "pack: p\npredicates:\n  be_at: {kind: state, roles: {agent: person, place: place, time: time}, one: [place]}\n  go:\n    roles: {agent: person, from: place, time: time}\n    presupposes: {be_at: [agent at from until time]}\n    opposite: stay\n  stay: {roles: {agent: person, place: place}}\n";
        let library = Library::from_texts(&[("p.yaml", text)], false).unwrap_or_default();
        let go = &library.predicates["go"];
        assert_eq!(go.presupposes[0].bindings.len(), 3);
        assert_eq!(go.presupposes[0].bindings[2].relation, crate::annotate::time::TimeRelation::Until);
        assert_eq!(library.predicates["stay"].opposite, ["go"]);
        assert_eq!(library.predicates["be_at"].key, ["agent"]);
    }

    #[test]
    fn a_file_takes_the_place_of_the_built_in_pack_of_its_name() {
        let library = Library::from_texts(&[("my/travel.yaml", "pack: travel # mine\nneeds: [core]\n")], true);
        let packs = library.unwrap_or_default().packs;
        let travel: Vec<&str> =
            packs.iter().filter(|pack| pack.name == "travel").map(|pack| pack.path.as_str()).collect();
        assert_eq!(travel, ["my/travel.yaml"]);
    }

    #[test]
    fn a_pack_that_needs_itself_is_refused() {
        assert!(problems("pack: p\nneeds: q\n")[0].message.contains("`q` is needed"));
    }

    #[test]
    fn the_reference_in_the_readme_is_a_pack_that_loads() {
        let readme = include_str!("../../rules/README.md");
        let block = |start: &str| -> String {
            let lines = readme.lines().skip_while(|line| line.trim() != start);
            let block = lines.take_while(|line| line.starts_with("    ") || line.trim().is_empty());
            block.flat_map(|line| [line.strip_prefix("    ").unwrap_or(""), "\n"]).collect()
        };
        let head = "pack: readme\nneeds: [core]\n";
        let own = block("predicates:").replace("  meet:", "  readme_meet:");
        let rules = block("claims:").replace("predicate: meet", "predicate: readme_meet");
        assert!(own.contains("symmetric") && rules.contains("within: sentence"));
        let pack = format!("{head}{own}{rules}");
        let loaded = Library::from_texts(&[("rules/README.md", pack.as_str())], true);
        assert!(
            loaded.is_ok(),
            "{}",
            loaded.err().unwrap_or_default().iter().map(ToString::to_string).collect::<String>()
        );
    }
}
