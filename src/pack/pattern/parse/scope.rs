//! What a pattern is read against, and what is said of one that cannot be read.

use super::super::words::WordSet;
use crate::pack::error::did_you_mean;
use compact_str::CompactString;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A problem at a byte of the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParseError {
    pub(crate) at: usize,
    /// How many bytes are meant, one at least.
    pub(crate) length: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl ParseError {
    pub(crate) fn new(at: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, length: 1, message: message.into(), help: help.into() }
    }

    /// The same of more than one byte.
    pub(super) fn of_length(self, length: usize) -> Self {
        Self { length: length.max(1), ..self }
    }
}

/// The names a pattern may use.
pub(crate) struct Scope<'a> {
    /// Word lists by name, flattened.
    pub(crate) vars: &'a BTreeMap<CompactString, Arc<[String]>>,
    /// Lists that patterns have used.
    pub(crate) used: RefCell<BTreeMap<CompactString, WordSet>>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(vars: &'a BTreeMap<CompactString, Arc<[String]>>) -> Self {
        Self { vars, used: RefCell::default() }
    }

    /// A list as a set of words, made once.
    pub(super) fn set(&self, name: &str, at: usize) -> Result<WordSet, ParseError> {
        let words = self.list(name, at)?;
        let mut used = self.used.borrow_mut();
        let set = used.entry(name.into()).or_default();
        if set.is_empty() {
            *set = WordSet::new(words.iter().map(String::as_str));
        }
        Ok(set.clone())
    }

    pub(super) fn list(&self, name: &str, at: usize) -> Result<&'a [String], ParseError> {
        if let Some(words) = self.vars.get(name) {
            self.used.borrow_mut().entry(name.into()).or_default();
            return Ok(words);
        }
        let help = did_you_mean(name, self.vars.keys().map(CompactString::as_str));
        Err(ParseError::new(at, format!("no word list `@{name}`"), help).of_length(name.len() + 1))
    }
}
