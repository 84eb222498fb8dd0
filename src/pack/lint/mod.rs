//! What is not wrong with a pack, and yet not right: unused lists, rules without tests, patterns that another shadows.

mod shadow;

use crate::pack::builtin;
use crate::pack::error::{PackError, PackFile, did_you_mean};
use crate::pack::library::{Library, PackInfo};
use crate::pack::node::{self, Node};
use crate::pack::pattern::{Argument, Instruction, Part, Pattern, VerbAlternative, WordSet, is_function_word};
use crate::pack::rule::{CompiledRule, Guard};
use crate::pack::testing;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the lexicon of English knows.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    /// Whether a word is one of its verbs.
    pub is_verb: fn(&str) -> bool,
    /// Whether a word, in any form, is one of its words.
    pub is_word: fn(&str) -> bool,
}

/// Everything that could be better in the packs at `paths`, or in the built-in ones where there is none.
///
/// A verb that the lexicon does not know can never match, a word that it does not know is hardly met.
///
/// # Errors
/// The problems of packs that do not load, instead.
pub fn lint<P: AsRef<Path>>(paths: &[P], lexicon: &Lexicon) -> Result<Vec<PackError>, Vec<PackError>> {
    let library = Library::load(paths, true)?;
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
    for (name, _) in root.get("vars").map_or(&[][..], Node::entries) {
        let text = name.text().unwrap_or("");
        let used_elsewhere = library.packs.iter().any(|other| other.needs.iter().any(|need| need == pack));
        let unused = library.unused.iter().any(|(owner, list)| owner == pack && list == text);
        if unused && !used_elsewhere {
            warnings.push(file.error(name.span, format!("the word list `@{text}` is not used"), "remove it"));
        }
    }
    let tested = node::parse(&PackFile::new("tests.yaml", tests)).ok();
    let examples = |id: &str| tested.as_ref().and_then(|tests| tests.get("claims")?.get(id));
    let mut seen: BTreeMap<(CompactString, String), &str> = BTreeMap::new();
    for rule in root.get("claims").map_or(&[][..], Node::items) {
        let Some(id) = rule.get("id") else { continue };
        let name = id.text().unwrap_or("");
        let Some(compiled) = library.rule(&format!("{pack}/{name}")) else { continue };
        untested(file, id, examples(name), &mut warnings);
        for (item, pattern) in rule.get("match").map_or(&[][..], Node::items).iter().zip(&compiled.patterns) {
            // The same words under other conditions are another rule.
            let conditions = format!("{:?}", compiled.when);
            let key = (compiled.predicate.clone(), format!("{} {conditions}", item.text().unwrap_or("")));
            if let Some(other) = seen.insert(key, name) {
                let message = format!("the rule `{other}` has this pattern for `{}` already", compiled.predicate);
                warnings.push(file.error(item.span, message, "remove one of them"));
            }
            vocabulary(file, item, pattern, lexicon, &mut warnings);
            never(file, item, pattern, compiled, &mut warnings);
        }
        for (at, (item, pattern)) in
            rule.get("match").map_or(&[][..], Node::items).iter().zip(&compiled.patterns).enumerate()
        {
            if let Some(wider) = compiled.patterns[..at].iter().position(|wider| shadow::covers(wider, pattern)) {
                let message =
                    "the pattern is never reached: one before it in this rule fits wherever it does".to_owned();
                let help = format!("put it before `{}`", compiled.sources.get(wider).map_or("", String::as_str));
                warnings.push(file.error(item.span, message, help));
            }
        }
    }
    unfilled(library, pack, file, &root, &mut warnings);
    unknown_words(file, &root, lexicon.is_word, &mut warnings);
    let used: BTreeSet<&CompactString> = library.rules.iter().map(|rule| &rule.predicate).collect();
    for (name, _) in root.get("predicates").map_or(&[][..], Node::entries) {
        let text = name.text().unwrap_or("");
        let implied = library.predicates.values().any(|predicate| {
            predicate.implies.iter().chain(&predicate.presupposes).any(|implication| implication.predicate == text)
        });
        if !used.iter().any(|predicate| *predicate == text) && !implied {
            let help = did_you_mean(text, used.iter().map(|predicate| predicate.as_str()));
            warnings.push(file.error(name.span, format!("no rule makes claims of `{text}`"), help));
        }
    }
    warnings
}

/// A rule wants an example that fires and one that does not.
fn untested(file: &PackFile, id: &Node, examples: Option<&Node>, warnings: &mut Vec<PackError>) {
    let items = examples.map_or(&[][..], Node::items);
    let fires = |item: &&Node| item.get("claims").is_some_and(|claims| !claims.items().is_empty());
    let name = id.text().unwrap_or("");
    if !items.iter().any(|item| fires(&item)) {
        let help = "add one to tests.yaml beside the pack, with the claims it makes in full";
        warnings.push(file.error(id.span, format!("the rule `{name}` has no example that fires"), help));
    }
    if items.iter().all(|item| fires(&item)) {
        let help = "add one to tests.yaml with `claims: []` that uses the rule's words in another sense";
        warnings.push(file.error(id.span, format!("the rule `{name}` has no example that must not fire"), help));
    }
}

/// Patterns that one of the rule's own conditions always refuses.
fn never(file: &PackFile, item: &Node, pattern: &Pattern, rule: &CompiledRule, warnings: &mut Vec<PackError>) {
    let words: Vec<&WordSet> = match pattern {
        Pattern::Clause(clause) => clause
            .parts
            .iter()
            .filter_map(|(part, required)| match part {
                Part::Bare(Argument::Words(words)) if *required => Some(words),
                Part::Bare(Argument::Slot(slot)) if *required && !slot.of.is_empty() => Some(&slot.of),
                _ => None,
            })
            .collect(),
        Pattern::Phrase(phrase) => {
            let alternatives = phrase.program.iter().any(|step| matches!(step, Instruction::Split(..)));
            let steps = phrase.program.iter().filter(|_| !alternatives);
            steps.filter_map(|step| if let Instruction::Words(words) = step { Some(words) } else { None }).collect()
        }
    };
    let refused = rule.unless.iter().find_map(|guard| match guard {
        Guard::Words(refused) => {
            words.iter().find(|words| words.iter().all(|word| refused.contains(&word))).map(|_| refused)
        }
        Guard::Pattern(_) => None,
    });
    if let Some(refused) = refused {
        let message = format!("the pattern can never match: `unless` refuses “{refused}”, which it wants");
        warnings.push(file.error(item.span, message, "take the word out of one of the two"));
    }
}

/// Words of lists and patterns that the lexicon does not have: misspelt, or so rare that they will hardly be met.
fn unknown_words(file: &PackFile, root: &Node, is_word: fn(&str) -> bool, warnings: &mut Vec<PackError>) {
    let lists =
        root.get("vars").map_or(&[][..], Node::entries).iter().chain(root.get("nouns").map_or(&[][..], Node::entries));
    for item in lists.flat_map(|(_, list)| list.items()) {
        let text = item.text().unwrap_or("");
        for word in text.split(['|', ' ', '_']).filter(|word| !word.starts_with('@')) {
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase());
            if word.len() > 3 && plain && !is_word(word) && !listed(word) {
                let at = file.inside(item.span, text, text.find(word).unwrap_or(0));
                let span = crate::source::Span::new(at, at + word.len());
                let help = near(word, is_word).map_or_else(
                    || "words that no lexicon knows are hardly met in articles".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                warnings.push(file.error(span, format!("`{word}` is no word of the lexicon"), help));
            }
        }
    }
}

/// Whether a word is one of grammar, or one of newspapers that the lexicon does not have.
fn listed(word: &str) -> bool {
    let news = || include_str!("../../../rules/english/news-words.txt").lines();
    let one = |word: &str| is_function_word(word) || news().any(|line| line == word);
    one(word) || word.strip_suffix('s').is_some_and(one)
}

/// A word of the lexicon that one letter too many, too few or two that changed places make of `word`.
fn near(word: &str, is_word: fn(&str) -> bool) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let without = (0..letters.len()).map(|at| letters[..at].iter().chain(&letters[at + 1..]).collect::<String>());
    let swapped = (1..letters.len()).map(|at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect::<String>()
    });
    let with = (0..=letters.len()).flat_map(|at| {
        let (head, tail) = letters.split_at(at);
        ('a'..='z').map(move |new| head.iter().chain(std::iter::once(&new)).chain(tail).collect::<String>())
    });
    swapped.chain(without).chain(with).find(|candidate| candidate.len() > 3 && is_word(candidate))
}

/// Roles that nothing ever fills.
fn unfilled(library: &Library, pack: &str, file: &PackFile, root: &Node, warnings: &mut Vec<PackError>) {
    for (name, body) in root.get("predicates").map_or(&[][..], Node::entries) {
        let id = name.text().unwrap_or("");
        let rules: Vec<&CompiledRule> = library.rules.iter().filter(|rule| rule.predicate == id).collect();
        let Some(predicate) = library.predicates.get(id).filter(|predicate| predicate.pack == pack) else { continue };
        if rules.is_empty() || !predicate.synonyms.is_empty() {
            continue;
        }
        let implied = library.predicates.values().flat_map(|other| other.implies.iter().chain(&other.presupposes));
        let implied: BTreeSet<&str> = implied
            .filter(|implication| implication.predicate == id)
            .flat_map(|implication| implication.bindings.iter().map(|binding| binding.target.as_str()))
            .collect();
        for (role, _) in body.get("roles").map_or(&[][..], Node::entries) {
            let text = role.text().unwrap_or("");
            let filled = rules.iter().any(|rule| {
                rule.attach.iter().any(|attachment| attachment.role == text)
                    || rule.take.iter().any(|(own, _)| own == text)
                    || rule.patterns.iter().any(|pattern| pattern.slots().iter().any(|slot| slot.role == text))
            });
            if !filled && !implied.contains(text) {
                let message = format!("no rule fills the role `{text}` of `{id}`");
                warnings.push(file.error(role.span, message, "fill it in a rule, or remove it"));
            }
        }
    }
}

/// Verbs that nothing is ever read as, and patterns that fit nearly everything.
fn vocabulary(file: &PackFile, item: &Node, pattern: &Pattern, lexicon: &Lexicon, warnings: &mut Vec<PackError>) {
    let Pattern::Clause(clause) = pattern else { return };
    let text = item.text().unwrap_or("");
    let unknown: BTreeSet<&str> =
        clause.verbs.iter().map(|verb| verb.verb.as_str()).filter(|verb| !(lexicon.is_verb)(verb)).collect();
    for verb in unknown {
        let at = file.inside(item.span, text, text.find(verb).unwrap_or(0));
        let span = crate::source::Span::new(at, at + verb.len());
        warnings.push(file.error(
            span,
            format!("`{verb}` is no verb of the lexicon"),
            "write verbs in their dictionary form",
        ));
    }
    let bare = |verb: &VerbAlternative| verb.words.is_empty() && verb.particle.is_none() && verb.preposition.is_none();
    let broad = clause.verbs.iter().any(|verb| bare(verb) && matches!(verb.verb.as_str(), "be" | "have" | "do"));
    let narrowed = clause.parts.iter().any(|(part, required)| {
        *required
            && match part {
                Part::Bare(crate::pack::pattern::Argument::Slot(slot)) => {
                    !slot.of.is_empty() || !slot.types.contains(&crate::pack::pattern::SlotType::Any)
                }
                Part::Prepositional(..) | Part::Bare(_) => true,
            }
    });
    if broad && !narrowed {
        let help = "name the words that follow, or the type of the slot";
        warnings.push(file.error(item.span, "the pattern fits nearly every sentence", help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn messages(pack: &str, tests: &str) -> Vec<String> {
        let library = Library::from_texts(&[("p.yaml", pack)], false).unwrap_or_default();
        let file = PackFile::new("p.yaml", pack);
        let lexicon = Lexicon { is_verb: |verb| verb != "meeet", is_word: |word| word != "tlaks" };
        warnings_of(&library, "p", &file, tests, &lexicon).into_iter().map(|warning| warning.message).collect()
    }

    const HEAD: &str = "pack: p\npredicates: {meet: {roles: {agent: party, with: party}}}\n";

    #[test]
    fn what_is_unused_untested_or_unknown_is_named() {
        let pack = format!(
            "{HEAD}vars: {{idle: [x]}}\nclaims:\n  - {{id: a, predicate: meet, match: '{{agent:party}} <meeet> {{with:party}}'}}\n"
        );
        let found = messages(&pack, "");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].contains("`@idle` is not used") && found[3].contains("`meeet` is no verb"));
    }

    #[test]
    fn a_tested_rule_of_known_words_is_left_alone() {
        let pack =
            format!("{HEAD}claims:\n  - {{id: a, predicate: meet, match: '{{agent:party}} <meet> {{with:party}}'}}\n");
        let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
        assert_eq!(messages(&pack, tests), Vec::<String>::new());
    }

    #[test]
    fn what_is_never_reached_refused_by_its_own_rule_or_misspelt_is_named() {
        let pack = format!(
            "{HEAD}vars: {{nouns: [tlaks]}}\nclaims:\n  - id: a\n    predicate: meet\n    match:\n      - '{{agent:party}} <meet> {{with:party}}'\n      - '{{agent:party}} <meet> {{with:party}} in {{:place}}'\n      - '{{agent:party}} <hold> {{:thing of @nouns}} with {{with:party}}'\n    unless: [tlaks]\n"
        );
        let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
        let found = messages(&pack, tests);
        assert_eq!(found.len(), 3, "{found:?}");
        for words in ["is never reached", "can never match: `unless`", "`tlaks` is no word"] {
            assert!(found.iter().any(|message| message.contains(words)), "{words}: {found:?}");
        }
    }

    #[test]
    fn a_narrower_pattern_before_a_wider_is_left_alone_and_a_role_nobody_fills_is_not() {
        let pack = "pack: p\npredicates: {meet: {roles: {agent: party, with: party, place: place}}}\nclaims:\n  - id: a\n    predicate: meet\n    match:\n      - '{agent:party} <meet> {with:party} in {:place}'\n      - '{agent:party} <meet> {with:party}'\n";
        let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
        assert_eq!(messages(pack, tests), ["no rule fills the role `place` of `meet`"]);
    }
}
