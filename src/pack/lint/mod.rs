//! What is not wrong with a pack, and yet not right: unused lists, rules without tests, patterns that another shadows.

mod names;
mod patterns;
mod shadow;
mod words;

use crate::annotate::tag::Word;
use crate::pack::builtin;
use crate::pack::error::{PackError, PackFile};
use crate::pack::library::{Library, PackInfo, pack_files};
use crate::pack::node::{self, Node};
use crate::pack::rule::CompiledRule;
use crate::pack::shape;
use crate::pack::testing;
use compact_str::CompactString;
use std::collections::BTreeMap;
use std::path::Path;

/// What the lexicon of English knows.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    /// The dictionary form of a word that is a verb in any form.
    pub verb: fn(&str) -> Option<CompactString>,
    /// Whether a word, in any form, is one of its words.
    pub is_word: fn(&str) -> bool,
}

impl Lexicon {
    /// What the annotation knows.
    pub const ENGLISH: Self = Self {
        verb: |verb| {
            let word = Word::find(verb).filter(|word| word.can_be(Word::ANY_VERB))?;
            // "found" is a form of "find", and a verb of its own.
            Some(if word.can_be(Word::VERB) { verb.into() } else { word.verb_lemma(verb) })
        },
        is_word: |word| Word::find(word).is_some(),
    };
}

/// Everything that could be better in the packs at `paths`, or in the built-in ones where there is none.
///
/// A verb that the lexicon does not know can never match, a word that it does not know is hardly met.
///
/// # Errors
/// The problems of packs that do not load, and with them whatever else can be told without loading.
pub fn lint<P: AsRef<Path>>(paths: &[P], lexicon: &Lexicon) -> Result<Vec<PackError>, Vec<PackError>> {
    let library = Library::load(paths, true).map_err(|mut problems| {
        problems.extend(unloaded(paths, lexicon));
        problems.sort();
        problems.dedup();
        problems
    })?;
    let mut warnings = Vec::new();
    for pack in &library.packs {
        let built_in = builtin::PACKS.iter().find(|builtin| pack.path.strip_prefix("builtin:") == Some(builtin.name));
        if built_in.is_some() != paths.is_empty() {
            continue;
        }
        let (text, tests) = match built_in {
            Some(built_in) => (built_in.text.to_owned(), built_in.tests.to_owned()),
            None => (
                std::fs::read_to_string(&pack.path).unwrap_or_default(),
                std::fs::read_to_string(Path::new(&pack.path).with_file_name("tests.yaml")).unwrap_or_default(),
            ),
        };
        let file = PackFile { path: pack.path.clone(), text };
        warnings.extend(warnings_of(&library, &pack.name, &file, &tests, lexicon));
        warnings.extend(of_tests(&library, pack, tests));
    }
    warnings.sort();
    Ok(warnings)
}

/// What can be told of packs that do not load: their words, and rules without examples.
fn unloaded<P: AsRef<Path>>(paths: &[P], lexicon: &Lexicon) -> Vec<PackError> {
    let mut warnings = Vec::new();
    for path in paths.iter().flat_map(|path| pack_files(path.as_ref())) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let tests = std::fs::read_to_string(path.with_file_name("tests.yaml")).unwrap_or_default();
        let file = PackFile { path: path.to_string_lossy().into_owned(), text };
        let Ok(root) = node::parse(&file) else { continue };
        of_file(&file, &root, &tests, lexicon, &mut warnings);
        let tests = PackFile::new(&path.with_file_name("tests.yaml").to_string_lossy(), &tests);
        match node::parse(&tests) {
            Ok(root) if !tests.text.is_empty() => {
                shape::validate(&tests, &root, &shape::TESTS, shape::Place::File("the tests"), &mut warnings);
            }
            Ok(_) => {}
            Err(error) => warnings.push(error),
        }
    }
    warnings
}

/// What the file says by itself, no name resolved.
fn of_file(file: &PackFile, root: &Node, tests: &str, lexicon: &Lexicon, warnings: &mut Vec<PackError>) {
    names::identity(file, root, warnings);
    words::unknown_words(file, root, lexicon.is_word, warnings);
    let tested = node::parse(&PackFile::new("tests.yaml", tests)).ok();
    let examples = |section: &str, id: &Node| {
        let list = tested.as_ref().and_then(|tests| tests.get(section)?.get(id.text().unwrap_or("")));
        list.cloned()
    };
    for id in root.get("claims").map_or(&[][..], Node::items).iter().filter_map(|rule| rule.get("id")) {
        names::untested(file, id, examples("claims", id).as_ref(), warnings);
    }
    for id in root.get("checks").map_or(&[][..], Node::items).iter().filter_map(|check| check.get("id")) {
        names::untested_check(file, id, examples("checks", id).as_ref(), warnings);
    }
}

/// What is wrong with a pack's tests: names that are none, examples that nothing can fail.
fn of_tests(library: &Library, pack: &PackInfo, text: String) -> Vec<PackError> {
    if text.is_empty() {
        return Vec::new();
    }
    let path = match pack.path.strip_prefix("builtin:") {
        Some(name) => format!("rules/{name}/tests.yaml"),
        None => Path::new(&pack.path).with_file_name("tests.yaml").to_string_lossy().into_owned(),
    };
    let file = PackFile { path, text };
    let results = match testing::run_files(library, &[(pack.name.to_string(), file.clone())], None) {
        Ok(results) => results,
        Err(problems) => return problems,
    };
    let index = crate::source::LineIndex::new(&file.text);
    let refused = results.into_iter().filter_map(|result| match result.verdict {
        testing::Verdict::Refused(why) => Some((result.line, why)),
        _ => None,
    });
    let at = |line: usize| {
        index.line(&file.text, line).map_or(crate::source::Span::new(0, 0), |span| span.trimmed(&file.text))
    };
    refused.map(|(line, why)| file.error(at(line), why, "use the rule's words in another sense")).collect()
}

/// The warnings of one pack.
pub(crate) fn warnings_of(
    library: &Library,
    pack: &str,
    file: &PackFile,
    tests: &str,
    lexicon: &Lexicon,
) -> Vec<PackError> {
    let Ok(root) = node::parse(file) else { return Vec::new() };
    let mut warnings = Vec::new();
    of_file(file, &root, tests, lexicon, &mut warnings);
    names::unused_lists(library, pack, file, &root, &mut warnings);
    names::unfilled(library, pack, file, &root, &mut warnings);
    names::idle(library, file, &root, &mut warnings);
    let mut seen = BTreeMap::new();
    for rule in root.get("claims").map_or(&[][..], Node::items) {
        let name = rule.get("id").and_then(Node::text).unwrap_or("");
        if let Some(compiled) = library.rule(&format!("{pack}/{name}")) {
            of_rule(file, rule, compiled, lexicon, &mut seen, &mut warnings);
        }
    }
    warnings
}

/// Patterns by their predicate and conditions, each with the rule that has it.
type Seen<'r> = BTreeMap<(CompactString, String), &'r str>;

/// What is wrong with the patterns of a rule.
fn of_rule<'r>(
    file: &PackFile,
    rule: &'r Node,
    compiled: &CompiledRule,
    lexicon: &Lexicon,
    seen: &mut Seen<'r>,
    warnings: &mut Vec<PackError>,
) {
    let items = rule.get("match").map_or(&[][..], Node::items);
    for (at, (item, pattern)) in items.iter().zip(&compiled.patterns).enumerate() {
        // The same words under other conditions are another rule.
        let conditions = format!("{:?}", compiled.when);
        let key = (compiled.predicate.clone(), format!("{} {conditions}", item.text().unwrap_or("")));
        if let Some(other) = seen.insert(key, rule.get("id").and_then(Node::text).unwrap_or("")) {
            let message = format!("the rule `{other}` has this pattern for `{}` already", compiled.predicate);
            warnings.push(file.error(item.span, message, "remove one of them"));
        }
        patterns::vocabulary(file, item, pattern, lexicon, warnings);
        patterns::never(file, item, pattern, compiled, warnings);
        if let Some(wider) = compiled.patterns[..at].iter().position(|wider| shadow::covers(wider, pattern)) {
            let message = "the pattern is never reached: one before it in this rule fits wherever it does".to_owned();
            let help = format!("put it before `{}`", compiled.sources.get(wider).map_or("", String::as_str));
            warnings.push(file.error(item.span, message, help));
        }
    }
}

#[cfg(test)]
mod tests;
