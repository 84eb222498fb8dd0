//! What is not wrong with a pack, and yet not right: unused lists, rules without tests, patterns that another shadows.

use super::builtin;
use super::error::{PackError, PackFile, did_you_mean};
use super::library::Library;
use super::node::{self, Node};
use super::pattern::{Part, Pattern};
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Everything that could be better in the packs at `paths`, or in the built-in ones where there is none.
///
/// `is_verb` says whether the lexicon knows a word as a verb; a verb that it does not know can never match.
///
/// # Errors
/// The problems of packs that do not load, instead.
pub fn lint<P: AsRef<Path>>(paths: &[P], is_verb: &dyn Fn(&str) -> bool) -> Result<Vec<PackError>, Vec<PackError>> {
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
        warnings.extend(warnings_of(&library, &pack.name, &file, &tests, is_verb));
    }
    warnings.sort();
    Ok(warnings)
}

/// The warnings of one pack.
pub(crate) fn warnings_of(
    library: &Library,
    pack: &str,
    file: &PackFile,
    tests: &str,
    is_verb: &dyn Fn(&str) -> bool,
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
            let conditions = rule.get("when").map_or("", |when| when.span.of(&file.text));
            let key = (compiled.predicate.clone(), format!("{} {conditions}", item.text().unwrap_or("")));
            if let Some(other) = seen.insert(key, name) {
                let message = format!("the rule `{other}` has this pattern for `{}` already", compiled.predicate);
                warnings.push(file.error(item.span, message, "remove one of them"));
            }
            vocabulary(file, item, pattern, is_verb, &mut warnings);
        }
    }
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

/// Verbs that nothing is ever read as, and patterns that fit nearly everything.
fn vocabulary(
    file: &PackFile,
    item: &Node,
    pattern: &Pattern,
    is_verb: &dyn Fn(&str) -> bool,
    warnings: &mut Vec<PackError>,
) {
    let Pattern::Clause(clause) = pattern else { return };
    let text = item.text().unwrap_or("");
    let unknown: BTreeSet<&str> =
        clause.verbs.iter().map(|verb| verb.verb.as_str()).filter(|verb| !is_verb(verb)).collect();
    for verb in unknown {
        let at = file.inside(item.span, text, text.find(verb).unwrap_or(0));
        let span = crate::source::Span::new(at, at + verb.len());
        warnings.push(file.error(
            span,
            format!("`{verb}` is no verb of the lexicon"),
            "write verbs in their dictionary form",
        ));
    }
    let broad =
        clause.verbs.iter().any(|verb| verb.words.is_empty() && matches!(verb.verb.as_str(), "be" | "have" | "do"));
    let narrowed = clause.parts.iter().any(|(part, required)| {
        *required
            && match part {
                Part::Bare(super::pattern::Argument::Slot(slot)) => {
                    !slot.of.is_empty() || !slot.types.contains(&super::pattern::SlotType::Any)
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
        let verbs = |verb: &str| verb != "meeet";
        warnings_of(&library, "p", &file, tests, &verbs).into_iter().map(|warning| warning.message).collect()
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
}
