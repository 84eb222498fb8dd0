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
mod tests;
