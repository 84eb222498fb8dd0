//! A pattern tried before it is a rule: a pack of one rule, made of the pattern alone.

use super::builtin;
use super::error::PackError;
use super::library::Library;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The id of the rule that [`library`] makes.
pub const RULE: &str = "try/pattern";

/// A library whose only rule is `pattern`, with the word lists of all built-in packs at hand. Its predicate has the
/// roles that the pattern's slots name.
///
/// # Errors
/// The problems of the pattern, as those of a file named `pattern`.
pub fn library(pattern: &str) -> Result<Library, Vec<PackError>> {
    let mut text = String::from("pack: try\nneeds: [");
    text.push_str(&builtin::PACKS.iter().map(|pack| pack.name).collect::<Vec<_>>().join(", "));
    text.push_str("]\nclaims: [{id: pattern, predicate: try_pattern, match: '");
    text.push_str(&pattern.replace('\'', "''").replace(['\n', '\r'], " "));
    text.push_str("'}]\npredicates: {try_pattern: {roles: {");
    for (role, slot_type) in roles(pattern) {
        let _ = write!(text, "'{role}': {slot_type}, ");
    }
    text.push_str("}}}\n");
    let mut library = Library::from_texts(&[("pattern", &text)], true).map_err(|errors| {
        let own = errors.iter().any(|error| error.path == "pattern");
        errors.into_iter().filter(|error| !own || error.path == "pattern").collect::<Vec<_>>()
    })?;
    library.keep_only(RULE);
    Ok(library)
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
        let library = library("{agent:person} <meet> {with:person}").unwrap_or_default();
        let article = annotate(Arc::new(document("Ana Ruiz met Li Wei.", None, None)));
        let found = claims(&article, DocumentId(0), &library);
        let own: Vec<_> = found.iter().filter(|claim| claim.rule == RULE).collect();
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].roles.len(), 2);
    }

    #[test]
    fn a_broken_pattern_is_an_error() {
        assert!(library("{agent:persn} <meet>").is_err());
    }
}
