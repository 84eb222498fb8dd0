//! Reading a pattern: slots, words, verb groups, alternatives and optional parts.
//!
//! ```text
//! pattern  = item…
//! item     = {role:type attributes} | <verb|verb words|@list> | [item…] | (words|item…) | @list | /regex/ | … | word
//! attributes = of words|@list · not words|@list · plural · singular · named · described
//! ```

mod scope;
mod slot;

use super::slot::Slot;
use super::words::{WordSet, split};
use compact_str::CompactString;
use regex::Regex;
pub(crate) use scope::{ParseError, Scope};

/// How deep brackets may nest.
const DEEPEST: usize = 8;

/// A part of a pattern and where it starts.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) at: usize,
    pub(crate) kind: ItemKind,
}

#[derive(Clone, Debug)]
pub(crate) enum ItemKind {
    Words(WordSet),
    Slot(Slot),
    Verb(Vec<Vec<CompactString>>),
    Optional(Vec<Item>),
    Either(Vec<Vec<Item>>),
    Gap,
    Regex(Regex),
}

/// Parses a pattern.
pub(crate) fn parse(text: &str, scope: &Scope<'_>) -> Result<Vec<Item>, Vec<ParseError>> {
    let mut parser = Parser { text, at: 0, scope, problems: Vec::new() };
    let items = parser.items(0, None);
    if parser.problems.is_empty() && items.is_empty() {
        parser.problems.push(ParseError::new(0, "the pattern is empty", ""));
    }
    if parser.problems.is_empty() { Ok(items) } else { Err(parser.problems) }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    scope: &'a Scope<'a>,
    problems: Vec<ParseError>,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Where a part of the pattern starts in it.
    fn place(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    /// A problem of a word of the pattern.
    fn problem_of(&mut self, word: &str, message: String, help: String) {
        let error = ParseError::new(self.place(word), message, help);
        self.problems.push(error.of_length(word.len()));
    }

    fn problem(&mut self, at: usize, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(ParseError::new(at, message, help));
    }

    /// Items up to `close` (consumed) or, in a group, up to `|` (left).
    fn items(&mut self, depth: usize, close: Option<char>) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            let at = self.at;
            let Some(next) = self.rest().chars().next() else {
                if let Some(close) = close {
                    self.problem(at, format!("`{close}` is missing"), "");
                }
                return items;
            };
            if Some(next) == close || (next == '|' && close.is_some()) {
                return items;
            }
            if let Some(kind) = self.item(next, depth) {
                items.push(Item { at, kind });
            }
            if self.at == at {
                self.at += next.len_utf8();
            }
        }
    }

    fn item(&mut self, next: char, depth: usize) -> Option<ItemKind> {
        let at = self.at;
        match next {
            '{' => self.enclosed('}').and_then(|inner| self.slot(inner, at + 1)).map(ItemKind::Slot),
            '<' => self.enclosed('>').map(|inner| ItemKind::Verb(self.verbs(inner, at + 1))),
            '/' => self.enclosed('/').and_then(|inner| self.regex(inner, at)),
            '[' | '(' if depth >= DEEPEST => {
                self.problem(at, "brackets nest too deeply", "split the pattern in two");
                self.at = self.text.len();
                None
            }
            '[' => Some(match self.either(depth, ']') {
                ItemKind::Either(mut alternatives) if alternatives.len() == 1 => {
                    ItemKind::Optional(alternatives.pop().unwrap_or_default())
                }
                kind => ItemKind::Optional(vec![Item { at, kind }]),
            }),
            '(' => self.only_words().or_else(|| Some(self.either(depth, ')'))),
            ']' | ')' | '}' | '>' | '|' => {
                self.problem(at, format!("`{next}` closes nothing"), "");
                self.at += 1;
                None
            }
            '…' => {
                self.at += next.len_utf8();
                Some(ItemKind::Gap)
            }
            _ if self.rest().starts_with("...") => {
                self.at += 3;
                Some(ItemKind::Gap)
            }
            _ => self.word(),
        }
    }

    /// The text between the mark at hand and `close`.
    fn enclosed(&mut self, close: char) -> Option<&'a str> {
        let start = self.at + 1;
        let Some(length) = self.text.get(start..).and_then(|rest| rest.find(close)) else {
            let help = match close {
                '}' => "a slot is written {role:type}",
                '>' => "a verb is written <meet>, or <meet|hold talks with>",
                _ => "a regular expression is written /…/, and holds no slash",
            };
            self.problem(self.at, format!("`{close}` is missing"), help);
            self.at = self.text.len();
            return None;
        };
        self.at = start + length + close.len_utf8();
        self.text.get(start..start + length)
    }

    /// The words between round brackets where there is nothing but words: what [`Self::either`] would make of them.
    fn only_words(&mut self) -> Option<ItemKind> {
        let inner = self.rest().get(1..)?;
        let inner = inner.get(..inner.find(['{', '}', '<', '>', '[', ']', '(', ')', '/', '…', '@'])?)?;
        let closed = self.rest().get(inner.len() + 1..)?.starts_with(')');
        if !closed || inner.contains("...") || inner.split('|').any(|words| words.trim().is_empty()) {
            return None;
        }
        self.at += inner.len() + 2;
        Some(ItemKind::Words(WordSet::new(inner.split('|'))))
    }

    fn either(&mut self, depth: usize, close: char) -> ItemKind {
        let mut alternatives = Vec::new();
        loop {
            self.at += 1;
            alternatives.push(self.items(depth + 1, Some(close)));
            if !self.rest().starts_with('|') {
                break;
            }
        }
        self.at += 1;
        // Alternatives that are only words are one set, which is what a preposition or a trigger is.
        let words: Option<Vec<Vec<String>>> = alternatives.iter().map(|items| spelt_out(items)).collect();
        match words {
            // "[in the]" stays a run of words: the last of them may be a preposition.
            _ if close == ']' && alternatives.len() == 1 => ItemKind::Either(alternatives),
            Some(words) => ItemKind::Words(WordSet::new(words.iter().flatten().map(String::as_str))),
            None => ItemKind::Either(alternatives),
        }
    }

    fn regex(&mut self, inner: &str, at: usize) -> Option<ItemKind> {
        match regex::RegexBuilder::new(&format!("^(?:{inner})$")).case_insensitive(true).size_limit(1 << 18).build() {
            Ok(regex) => Some(ItemKind::Regex(regex)),
            Err(error) => {
                let message = if matches!(error, regex::Error::CompiledTooBig(_)) {
                    "the regular expression is too large".to_owned()
                } else {
                    let text = error.to_string();
                    let line = text.lines().last().unwrap_or("").trim_start_matches("error: ");
                    format!("bad regular expression: {line}")
                };
                self.problem(at, message, "a regular expression stands for one word");
                None
            }
        }
    }

    fn word(&mut self) -> Option<ItemKind> {
        let at = self.at;
        let end = self.rest().find(|c: char| c.is_whitespace() || "{}<>[]()|/…".contains(c));
        let word = self.rest().get(..end.unwrap_or(self.rest().len())).unwrap_or("");
        self.at += word.len();
        if let Some(name) = word.strip_prefix('@') {
            return match self.scope.set(name, at) {
                Ok(words) => Some(ItemKind::Words(words)),
                Err(error) => {
                    self.problems.push(error);
                    None
                }
            };
        }
        let mut parts = split(word);
        match parts.len() {
            0 => None,
            1 => parts.pop().map(|one| ItemKind::Words(WordSet::of_one(one))),
            _ => Some(ItemKind::Words(WordSet::new([word]))),
        }
    }

    fn verbs(&mut self, inner: &str, at: usize) -> Vec<Vec<CompactString>> {
        let mut verbs = Vec::new();
        for alternative in inner.split('|') {
            let trimmed = alternative.trim();
            if let Some(name) = trimmed.strip_prefix('@') {
                match self.scope.list(name, self.place(trimmed)) {
                    Ok(words) => verbs.extend(words.iter().map(|word| split(word))),
                    Err(error) => self.problems.push(error),
                }
            } else if trimmed.is_empty() {
                self.problem(at, "a verb is missing", "write `<meet|hold talks with>`");
            } else {
                verbs.push(split(trimmed));
            }
        }
        verbs
    }
}

/// The phrases that a run of words stands for; `None` where it is more than words.
fn spelt_out(items: &[Item]) -> Option<Vec<String>> {
    if let [Item { kind: ItemKind::Words(set), .. }] = items {
        return Some(set.iter().collect());
    }
    let words: Option<Vec<String>> = items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Words(set) => set.iter().max_by_key(String::len),
            _ => None,
        })
        .collect();
    words.filter(|words| !words.is_empty()).map(|words| vec![words.join(" ")])
}
