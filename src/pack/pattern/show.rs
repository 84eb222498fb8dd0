//! Parts of compiled patterns as an author would write them, for messages.

use super::{Argument, Part, Slot, SlotForm, VerbAlternative, WordSet};
use std::fmt;

/// Words of a set that are shown before "…".
const SHOWN: usize = 6;

impl fmt::Display for WordSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The dictionary form of a plural is added to a set: of "talks" and "talk" what was written is shown.
        let words: Vec<String> = self.iter().collect();
        let written: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|word| words.len() == 1 || !words.iter().any(|other| other.strip_suffix('s') == Some(*word)))
            .collect();
        f.write_str(&written.iter().take(SHOWN).copied().collect::<Vec<_>>().join("|"))?;
        if written.len() > SHOWN { f.write_str("|…") } else { Ok(()) }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let types: Vec<&str> = self.types.iter().map(|kind| kind.name()).collect();
        write!(f, "{{{}:{}", self.role, types.join("|"))?;
        if !self.of.is_empty() {
            write!(f, " of {}", self.of)?;
        }
        if !self.not.is_empty() {
            write!(f, " not {}", self.not)?;
        }
        match self.plural {
            Some(true) => f.write_str(" plural")?,
            Some(false) => f.write_str(" singular")?,
            None => {}
        }
        match self.form {
            Some(SlotForm::Named) => f.write_str(" named")?,
            Some(SlotForm::Described) => f.write_str(" described")?,
            None => {}
        }
        f.write_str("}")
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slot(slot) => slot.fmt(f),
            Self::Words(words) => words.fmt(f),
            Self::Matching(regex) => {
                let inner = regex.as_str();
                write!(f, "/{}/", inner.strip_prefix("^(?:").and_then(|rest| rest.strip_suffix(")$")).unwrap_or(inner))
            }
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bare(argument) => argument.fmt(f),
            Self::Prepositional(prepositions, argument) => {
                let words: Vec<&str> = prepositions.iter().map(compact_str::CompactString::as_str).collect();
                write!(f, "{} {argument}", words.join("|"))
            }
        }
    }
}

impl fmt::Display for VerbAlternative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.verb)?;
        if let Some(particle) = &self.particle {
            write!(f, " {particle}")?;
        }
        self.words.iter().try_for_each(|words| write!(f, " {words}"))?;
        self.preposition.iter().try_for_each(|preposition| write!(f, " {preposition}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::pack::pattern::{Pattern, Scope};
    use std::collections::BTreeMap;

    #[test]
    fn parts_are_shown_as_they_are_written() {
        let vars = BTreeMap::new();
        let text = "{a:person|body} <call off> {b:any of talks|visit plural} [(in|at) {c:place not hell named}] /x+/";
        let Ok(Pattern::Clause(pattern)) = Pattern::compile(text, &Scope::new(&vars)) else { unreachable!("{text}") };
        let shown: Vec<String> = pattern.parts.iter().map(|(part, _)| part.to_string()).collect();
        assert_eq!(shown, ["{b:any of talks|visit plural}", "at|in {c:place not hell named}", "/x+/"]);
        assert_eq!(pattern.verbs[0].to_string(), "call off");
        assert_eq!(pattern.slots()[0].to_string(), "{a:person|body}");
    }
}
