//! A pattern tried before it is a rule: a pack of one rule, made of the pattern alone.

use super::builtin;
use super::error::{PackError, PackFile};
use super::library::{Library, declared_name, pack_files, unreadable};
use crate::source::Span;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The id of the rule that [`library`] makes.
pub const RULE: &str = "try/pattern";
/// The name under which the pattern's problems are told.
const FILE: &str = "pattern";
/// What stands before the pattern in its line.
const MATCH: &str = "  match: '";

/// A library whose only rule is `pattern`, with the word lists of all built-in packs and of those at `packs` at hand. Its
/// predicate has the roles that the pattern's slots name.
///
/// # Errors
/// The problems of the pattern, as those of a file named `pattern`; those of packs that do not load.
pub fn library<P: AsRef<Path>>(pattern: &str, packs: &[P]) -> Result<Library, Vec<PackError>> {
    let mut own = Vec::new();
    for path in packs {
        for file in pack_files(path.as_ref()) {
            let text = std::fs::read_to_string(&file).map_err(|error| vec![unreadable(&file, &error)])?;
            own.push((file.to_string_lossy().into_owned(), text));
        }
    }
    let names = own.iter().filter_map(|(_, text)| declared_name(text));
    let mut needs: Vec<&str> = builtin::PACKS.iter().map(|pack| pack.name).chain(names).collect();
    needs.sort_unstable();
    needs.dedup();
    let text = pack(pattern, &needs);
    let mut files: Vec<(&str, &str)> = own.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push((FILE, &text));
    let mut library = Library::from_texts(&files, true).map_err(|errors| shown(errors, &text, pattern))?;
    library.keep_only(RULE);
    Ok(library)
}

/// The pack that holds the pattern alone.
fn pack(pattern: &str, needs: &[&str]) -> String {
    let mut text = format!("pack: try\nneeds: [{}]\npredicates: {{try_pattern: {{roles: {{", needs.join(", "));
    for (role, slot_type) in roles(pattern) {
        let _ = write!(text, "'{role}': {slot_type}, ");
    }
    let pattern = pattern.replace('\'', "''").replace(['\n', '\r'], " ");
    let _ = write!(text, "}}}}}}\nclaims:\n- id: pattern\n  predicate: try_pattern\n{MATCH}{pattern}'\n");
    text
}

/// Problems of the pattern as whoever wrote it sees it: it stands alone, on a line of its own.
fn shown(errors: Vec<PackError>, text: &str, pattern: &str) -> Vec<PackError> {
    let line = text.lines().count();
    let own = errors.iter().any(|error| error.path == FILE && error.line == line);
    let errors = errors.into_iter().filter(|error| !own || error.path == FILE && error.line == line);
    let file = PackFile::new(FILE, pattern);
    errors
        .map(|error| {
            if !own {
                return error;
            }
            let column = error.column.saturating_sub(MATCH.chars().count());
            let written: String = pattern.replace('\'', "''").chars().take(column.saturating_sub(1)).collect();
            let start = written.replace("''", "'").len().min(pattern.len());
            let length = error.snippet.matches('^').count();
            let words: String = pattern.get(start..).unwrap_or("").chars().take(length).collect();
            file.error(Span::new(start, start + words.len()), error.message, error.help)
        })
        .collect()
}

/// The slots' roles, each with the first type it is given; a slot with a type that is none is left to the compiler.
fn roles(pattern: &str) -> BTreeMap<&str, &str> {
    let slots = pattern.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    slots
        .filter_map(|slot| slot.split_once(':'))
        .map(|(role, kind)| (role.trim(), kind.split([' ', ',', '|']).next().unwrap_or("any")))
        .filter(|(role, kind)| {
            super::SlotType::named(kind).is_some()
                && !role.is_empty()
                && role.chars().all(|c| c.is_alphanumeric() || c == '_')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::extract::claims;
    use crate::pack::testing::document;
    use crate::source::DocumentId;
    use std::sync::Arc;

    #[test]
    fn a_pattern_finds_what_a_rule_would() {
        let library = library::<&str>("{agent:person} <meet> {with:person}", &[]).unwrap_or_default();
        let article = annotate(Arc::new(document("Ana Ruiz met Li Wei.", None, None)));
        let found = claims(&article, DocumentId(0), &library);
        let own: Vec<_> = found.iter().filter(|claim| claim.rule == RULE).collect();
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].roles.len(), 2);
    }

    #[test]
    fn a_broken_pattern_is_an_error() {
        let told = |pattern: &str| match library::<&str>(pattern, &[]) {
            Ok(_) => Vec::new(),
            Err(errors) => errors.into_iter().map(|error| error.to_string()).collect(),
        };
        assert_eq!(
            told("{agent:persn} <meet>"),
            [
                "pattern:1:8: unknown type `persn`\n  | {agent:persn} <meet>\n  |        ^^^^^\n  = help: did you mean `person`?"
            ]
        );
        let quoted = told("{agent:party}'s {what:any of @unheard}");
        assert!(quoted.len() == 1 && quoted[0].starts_with("pattern:1:30: no word list"), "{quoted:?}");
        assert!(told("it's {a:any").len() == 1);
    }
}
