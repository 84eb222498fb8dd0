//! Patterns with a verb group: subject, verb, objects and prepositional parts of one clause.

use super::grammar::{PARTICLES, is_preposition, verb_alternatives};
use super::parse::{Item, ItemKind, ParseError};
use super::slot::Slot;
use super::words::WordSet;
use compact_str::CompactString;
use regex::Regex;

/// What stands in an argument's place.
#[derive(Clone, Debug)]
pub enum Argument {
    /// Something that fills a role.
    Slot(Slot),
    /// A phrase whose head is one of these words, or the words themselves.
    Words(WordSet),
    /// A word of this form.
    Matching(Regex),
}

impl Argument {
    fn fills_role(&self) -> bool {
        matches!(self, Self::Slot(slot) if !slot.role.is_empty())
    }
}

/// One way to word the verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbAlternative {
    /// The verb's lemma without its particle: rules are woken by it.
    pub verb: CompactString,
    /// The particle ("off" of "call off").
    pub particle: Option<CompactString>,
    /// Words that must follow: the noun of a light verb ("talks"), an adjective ("absent"), "on strike".
    pub words: Vec<WordSet>,
    /// The preposition of the first bare slot after the verb.
    pub preposition: Option<CompactString>,
}

/// What stands right of the verb, in any order in the text.
#[derive(Clone, Debug)]
pub enum Part {
    /// Without preposition: an object or complement.
    Bare(Argument),
    /// With one of these prepositions.
    Prepositional(Vec<CompactString>, Argument),
}

/// A pattern matched against one clause.
#[derive(Clone, Debug)]
pub struct ClausePattern {
    /// Who acts, and whether it must be there.
    pub subject: Option<(Argument, bool)>,
    /// The ways to word the verb.
    pub verbs: Vec<VerbAlternative>,
    /// The rest, each with whether it must be there.
    pub parts: Vec<(Part, bool)>,
}

impl ClausePattern {
    /// How many roles a full fit fills at least.
    #[must_use]
    pub fn required_roles(&self) -> usize {
        let subject = self.subject.iter().filter(|(argument, required)| *required && argument.fills_role()).count();
        let parts = self.parts.iter().filter(|(part, required)| match part {
            Part::Bare(argument) | Part::Prepositional(_, argument) => *required && argument.fills_role(),
        });
        subject + parts.count()
    }

    /// Every slot, left to right.
    #[must_use]
    pub fn slots(&self) -> Vec<&Slot> {
        let parts = self.parts.iter().map(|(part, _)| match part {
            Part::Bare(argument) | Part::Prepositional(_, argument) => argument,
        });
        self.subject
            .iter()
            .map(|(argument, _)| argument)
            .chain(parts)
            .filter_map(|argument| match argument {
                Argument::Slot(slot) => Some(slot),
                _ => None,
            })
            .collect()
    }
}

/// From parsed items, one of which is a verb group.
pub(super) fn compile(items: Vec<Item>) -> Result<ClausePattern, Vec<ParseError>> {
    let mut problems = Vec::new();
    let mut pattern = ClausePattern { subject: None, verbs: Vec::new(), parts: Vec::new() };
    let mut verb_seen = false;
    let mut right = Vec::new();
    for item in items {
        match item.kind {
            ItemKind::Verb(_) if verb_seen => problems.push(ParseError::new(
                item.at,
                "a second verb group",
                "write the ways to word the verb inside one pair of brackets: `<meet|hold talks with>`",
            )),
            ItemKind::Verb(verbs) => {
                verb_seen = true;
                pattern.verbs = verbs.iter().flat_map(|words| verb_alternatives(words)).collect();
            }
            _ if verb_seen => right.push((item, true)),
            _ if pattern.subject.is_some() => problems.push(ParseError::new(
                item.at,
                "more than one thing stands left of the verb",
                "left of the verb is only its subject",
            )),
            ItemKind::Optional(inner) => {
                pattern.subject = single(inner).map(|argument| (argument, false));
                if pattern.subject.is_none() {
                    problems.push(ParseError::new(item.at, "left of the verb is only its subject", ""));
                }
            }
            kind => match argument(kind) {
                Some(argument) => pattern.subject = Some((argument, true)),
                None => problems.push(ParseError::new(item.at, "left of the verb is only its subject", "")),
            },
        }
    }
    parts(right, &mut pattern.parts, &mut problems);
    if problems.is_empty() { Ok(pattern) } else { Err(problems) }
}

fn single(items: Vec<Item>) -> Option<Argument> {
    let mut items = items.into_iter();
    match (items.next(), items.next()) {
        (Some(item), None) => argument(item.kind),
        _ => None,
    }
}

fn argument(kind: ItemKind) -> Option<Argument> {
    match kind {
        ItemKind::Slot(slot) => Some(Argument::Slot(slot)),
        ItemKind::Words(words) => Some(Argument::Words(words)),
        ItemKind::Regex(regex) => Some(Argument::Matching(regex)),
        _ => None,
    }
}

/// Words before a slot are its preposition; other words stand for themselves.
fn parts(items: Vec<(Item, bool)>, out: &mut Vec<(Part, bool)>, problems: &mut Vec<ParseError>) {
    let mut run: Vec<WordSet> = Vec::new();
    let mut run_required = true;
    for (item, required) in items {
        match item.kind {
            ItemKind::Words(words) => {
                run.push(words);
                run_required = required;
            }
            ItemKind::Slot(slot) => {
                let (prepositions, literals) = preposition(std::mem::take(&mut run));
                out.extend(literals.into_iter().map(|words| (Part::Bare(Argument::Words(words)), required)));
                let argument = Argument::Slot(slot);
                out.push(match prepositions {
                    Some(prepositions) => (Part::Prepositional(prepositions, argument), required),
                    None => (Part::Bare(argument), required),
                });
            }
            ItemKind::Regex(regex) => out.push((Part::Bare(Argument::Matching(regex)), required)),
            ItemKind::Optional(inner) => {
                flush(&mut run, run_required, out);
                if let Some(ItemKind::Words(last)) = inner.last().map(|item| &item.kind).filter(|_| inner.len() > 1)
                    && last.iter().all(|word| is_preposition(&word) && !PARTICLES.contains(&word.as_str()))
                {
                    let help = "put its slot inside, as in `[for {price:money}]`, or write a pattern for each reading";
                    problems.push(ParseError::new(item.at, "a preposition stands last inside brackets", help));
                }
                parts(inner.into_iter().map(|item| (item, false)).collect(), out, problems);
            }
            ItemKind::Gap => {}
            ItemKind::Either(_) => problems.push(ParseError::new(
                item.at,
                "alternatives after a verb may only be words",
                "write a pattern of its own for each",
            )),
            ItemKind::Verb(_) => problems.push(ParseError::new(item.at, "a verb group inside brackets", "")),
        }
    }
    flush(&mut run, run_required, out);
}

fn flush(run: &mut Vec<WordSet>, required: bool, out: &mut Vec<(Part, bool)>) {
    out.extend(run.drain(..).map(|words| (Part::Bare(Argument::Words(words)), required)));
}

/// Splits a run of words into the preposition it ends with and what stands before.
fn preposition(mut run: Vec<WordSet>) -> (Option<Vec<CompactString>>, Vec<WordSet>) {
    for length in (1..=run.len().min(3)).rev() {
        let tail: Vec<Vec<String>> = run[run.len() - length..].iter().map(|set| set.iter().collect()).collect();
        let joined: Vec<String> = tail.iter().fold(vec![String::new()], |heads, words| {
            heads
                .iter()
                .flat_map(|head| words.iter().map(move |word| format!("{head} {word}").trim().to_owned()))
                .take(64)
                .collect()
        });
        let known = joined.iter().all(|words| is_preposition(words) || length == 1 && joined.len() > 1);
        if known {
            run.truncate(run.len() - length);
            return (Some(joined.into_iter().map(CompactString::from).collect()), run);
        }
    }
    (None, run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::pattern::{Pattern, Scope};
    use std::collections::BTreeMap;

    fn clause(text: &str) -> ClausePattern {
        let vars = BTreeMap::new();
        match Pattern::compile(text, &Scope::new(&vars)) {
            Ok(Pattern::Clause(pattern)) => pattern,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn a_light_verb_is_verb_noun_and_preposition() {
        let pattern = clause("{agent:person} <meet|hold talks with|sit down with> {with:person}");
        assert_eq!(pattern.verbs.len(), 4);
        assert_eq!(pattern.verbs[1].preposition.as_deref(), Some("with"));
        assert_eq!(pattern.verbs[1].words.len(), 1);
        assert_eq!(pattern.verbs[2].particle.as_deref(), Some("down"));
        assert_eq!(pattern.verbs[2].preposition.as_deref(), Some("with"));
    }

    #[test]
    fn words_before_a_slot_are_its_preposition() {
        let pattern = clause("{a:party} <buy> {b:any} [(from|of) {c:party}] in front of {d:place}");
        assert!(matches!(&pattern.parts[0], (Part::Bare(_), true)));
        assert!(matches!(&pattern.parts[1], (Part::Prepositional(words, _), false) if words.len() == 2));
        assert!(matches!(&pattern.parts[2], (Part::Prepositional(words, _), true) if words[0] == "in front of"));
    }

    #[test]
    fn words_with_no_slot_after_them_stand_for_themselves() {
        let pattern = clause("{a:person} <be> (dead|alive)");
        assert!(matches!(&pattern.parts[0], (Part::Bare(Argument::Words(words)), true) if words.contains("dead")));
    }

    #[test]
    fn a_preposition_stands_on_the_side_of_the_bracket_where_its_slot_is() {
        let vars = BTreeMap::new();
        let refused = |text: &str| Pattern::compile(text, &Scope::new(&vars)).is_err();
        assert!(refused("{a:party} <open> [{n:count of gate} of] {b:thing}"));
        assert!(!refused("{a:party} <open> [{n:count of gate}] [of {b:thing}] [down]"));
    }

    #[test]
    fn two_verbs_are_refused() {
        let vars = BTreeMap::new();
        let scope = Scope::new(&vars);
        let problems = Pattern::compile("{a:person} <want> to <go>", &scope).err();
        assert_eq!(problems.map(|problems| problems[0].at), Some(21));
    }
}
