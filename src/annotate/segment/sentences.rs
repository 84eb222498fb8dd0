//! Where sentences end, decided over the tokens of one block in one pass.
//!
//! Sentences inside a quotation are sentences: «“We lost. We will be back,” she said» is two, since each makes
//! its own claim. Who spoke them is the quotation layer's matter. Line breaks inside a block mean nothing
//! here: blocks are made by whoever read the file.

use super::abbreviations::{Class, Lists, lists};
use crate::annotate::token::Token;
use std::ops::Range;

/// A verb of saying is looked for this many tokens after a closed quotation.
const CUE_REACH: usize = 7;
/// A sentence this short has only its opening adverbial so far ("At 5 a.m. Mr Ruiz …").
const OPENING: usize = 4;
/// Closing marks after one full stop; a longer run is not prose.
const CLOSERS: usize = 8;

/// The sentences of one block: half-open ranges of indices into `tokens`, in order, together all of them.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut splitter =
        Splitter { text, tokens, lists: lists(), quotes: straight_marks(text, tokens), item: None, body: 0 };
    let mut found = Vec::new();
    let mut start = 0;
    let mut worded = false;
    let mut at = 0;
    splitter.begin(0);
    while at < tokens.len() {
        worded |= has_word(splitter.word(at));
        let end = if worded { splitter.boundary(start, at) } else { None };
        match end {
            Some(end) => {
                found.push(start..end);
                start = end;
                splitter.begin(start);
                worded = false;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < tokens.len() {
        match found.last_mut() {
            // Marks without a word are no sentence of their own.
            Some(last) if !worded => last.end = tokens.len(),
            _ => found.push(start..tokens.len()),
        }
    }
    found
}

fn has_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// For each token, whether it is a quotation mark that closes. Straight marks close where they stand close
/// to the word before and not to the one after; where both or neither touch, they alternate.
fn straight_marks(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut double = false;
    let mut single = false;
    let mut closing = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let word = token.span.of(text);
        let open = match word {
            "\"" => &mut double,
            "'" => &mut single,
            _ => {
                closing.push(matches!(word, "”" | "’" | "»" | "''" | "›"));
                continue;
            }
        };
        let left = i > 0 && tokens[i - 1].span.end == token.span.start;
        let right = tokens.get(i + 1).is_some_and(|next| next.span.start == token.span.end);
        let closes = if left == right { *open } else { left };
        *open = !closes;
        closing.push(closes);
    }
    closing
}

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lists: &'static Lists,
    /// Whether each token is a closing quotation mark.
    quotes: Vec<bool>,
    /// The number of the list item that is being read.
    item: Option<u32>,
    /// The first token after the marker with which the current sentence begins.
    body: usize,
}

impl Splitter<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    /// Whether token `at` stands close to the one before.
    fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// One past the last token of the sentence that began at `start`, where it ends with token `at`.
    fn boundary(&mut self, start: usize, at: usize) -> Option<usize> {
        if let Some(end) = self.list_item(start, at) {
            return Some(end);
        }
        if at < self.body {
            return None;
        }
        let word = self.word(at);
        let (abbreviation, strength) = match word {
            "." => (None, Mark::Stop),
            "…" => (None, Mark::Ellipsis),
            _ if word.starts_with("..") || word.starts_with(". .") => (None, Mark::Ellipsis),
            _ if word.starts_with(['!', '?']) => (None, Mark::Call),
            _ if word.len() > 1 && word.ends_with('.') => (self.lists.class(word.trim_end_matches('.')), Mark::Stop),
            _ => return None,
        };
        if word.ends_with('.') && word.len() > 1 && abbreviation.is_none() && strength == Mark::Stop {
            // "1." before its item, or a number that ends its sentence in a list.
            return None;
        }
        let (end, quoted) = self.closers(at + 1, strength);
        if end >= self.tokens.len() {
            return Some(end);
        }
        let closed = end > at + 1;
        // "Yahoo!Mail" is a name.
        if strength == Mark::Call && !closed && self.glued(end) {
            return None;
        }
        match abbreviation {
            Some(class) if !closed => self.after_abbreviation(class, start, at).then_some(end),
            _ => self.begins(end, strength, quoted).then_some(end),
        }
    }

    /// Passes closing brackets, closing quotation marks and reference marks; says whether a quotation closed.
    fn closers(&self, mut at: usize, mark: Mark) -> (usize, bool) {
        let mut quoted = false;
        for _ in 0..CLOSERS {
            match self.word(at) {
                // "[...]" and "[…]" are cuts inside a sentence.
                "]" if mark == Mark::Ellipsis => break,
                ")" | "]" | "}" => at += 1,
                _ if self.quotes.get(at).copied().unwrap_or(false) => {
                    quoted = true;
                    at += 1;
                }
                "[" if self.glued(at) && self.word(at + 2) == "]" && is_number(self.word(at + 1)) => at += 3,
                number if mark == Mark::Stop && self.glued(at) && is_number(number) && number.len() < 3 => at += 1,
                _ => break,
            }
        }
        (at.min(self.tokens.len()), quoted)
    }

    /// Whether a sentence can begin at token `at`, after an end mark and what closed with it.
    fn begins(&self, at: usize, mark: Mark, quoted: bool) -> bool {
        let mut first = at;
        while first < at + 4 && !has_word(self.word(first)) && self.opens(first) {
            first += 1;
        }
        let word = self.word(first);
        let Some(letter) = word.chars().find(|c| c.is_alphanumeric()) else {
            return false;
        };
        if letter.is_lowercase() {
            // "iPhone sales fell."; letters of a list and ordinary words do not begin a sentence.
            return first == at && word.chars().nth(1).is_some_and(char::is_uppercase) && mark == Mark::Stop;
        }
        if mark == Mark::Ellipsis && word == "I" && !quoted {
            return false;
        }
        !(quoted && mark == Mark::Call && self.attribution(at))
    }

    /// Marks that a sentence may begin with.
    fn opens(&self, at: usize) -> bool {
        let word = self.word(at);
        let bracket =
            matches!(word, "(" | "[" | "“" | "‘" | "«" | "\"" | "'" | "``" | "`" | "„" | "‚" | "¿" | "¡" | "_" | "*");
        let dash = matches!(word, "—" | "–" | "-" | "--" | "•" | "▪" | "·" | "#");
        let sign = matches!(word, "£" | "$" | "€" | "¥" | "₹" | "US$" | "A$");
        (bracket && !self.quotes.get(at).copied().unwrap_or(false))
            || dash
            || sign
            || word.starts_with(". .")
            || word == "…"
    }

    /// Whether a name and a verb of saying follow: “Why now?” Ana Ruiz asked.
    fn attribution(&self, at: usize) -> bool {
        for i in at..(at + CUE_REACH).min(self.tokens.len()) {
            let word = self.lower(i);
            if self.lists.cue(word) {
                // "Others say:" begins a quotation of its own.
                return i > at && !matches!(self.word(i + 1), ":" | "," | "that");
            }
            // A clause mark, or a second sentence's first words, end the search.
            if matches!(word, "." | "," | ":" | ";" | "“" | "\"" | "that") {
                return false;
            }
        }
        false
    }

    fn after_abbreviation(&self, class: Class, start: usize, at: usize) -> bool {
        let next = at + 1;
        let mut first = next;
        while first < next + 3 && !has_word(self.word(first)) && self.opens(first) {
            first += 1;
        }
        let Some(token) = self.tokens.get(first) else { return false };
        let quote = first > next && matches!(self.word(next), "“" | "‘" | "\"" | "«");
        if !token.capital {
            return false;
        }
        let lower = token.lower.as_str();
        // "I" goes on after a middle initial's like ("Henry V. I …" does not occur), so starters hold for all.
        let starter = quote || self.lists.starts(lower.trim_end_matches('.'));
        match class {
            Class::Title | Class::Number | Class::Continues => false,
            Class::Clock => at - start >= OPENING && !self.lists.zone(lower.trim_end_matches('.')),
            Class::State => starter || self.state(at, first),
            // "Q. What happened?"
            Class::Initial => at > start && starter && !quote && !self.single_name(at),
            Class::Month | Class::Either => starter && (at > start || quote),
        }
    }

    /// "Reading, Pa. Police said": a comma before the state, no title after it.
    fn state(&self, at: usize, first: usize) -> bool {
        at >= 2 && self.word(at - 1) == "," && !self.title(first)
    }

    fn title(&self, at: usize) -> bool {
        self.word(at).ends_with('.')
    }

    /// Whether the initial at `at` stands before a name that looks like a first word ("A. The" does not).
    fn single_name(&self, at: usize) -> bool {
        self.word(at + 2).ends_with('.') && self.word(at + 2).len() == 2
    }

    /// Lists written in a line: a bullet begins an item, and so does the number that is next in the count.
    fn list_item(&mut self, start: usize, at: usize) -> Option<usize> {
        let next = at + 1;
        if at > start && is_bullet(self.word(next)) {
            return Some(next);
        }
        let number = self.marker(next)?.0;
        if self.item? + 1 != number || at < self.body {
            return None;
        }
        Some(next)
    }

    /// Takes note of the item marker with which the sentence at `start` begins, if it begins with one.
    fn begin(&mut self, start: usize) {
        let bullet = usize::from(is_bullet(self.word(start)));
        let marker = self.marker(start + bullet);
        self.item = marker.map(|(number, _)| number).or(self.item);
        self.body = start + bullet + marker.map_or(0, |(_, width)| width);
    }

    /// The number of the item marker at `at` and its tokens: "1.", "1)", "1.)", "a.", "a)", "(a)".
    fn marker(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.word(at);
        let first = word.bytes().next().filter(|b| b.is_ascii_alphanumeric() || *b == b'(')?;
        let bracket = usize::from(first == b'(');
        let word = self.word(at + bracket);
        let bare = word.trim_end_matches('.');
        if bare.is_empty() || bare.len() > 2 {
            return None;
        }
        let mut end = at + bracket + 1;
        let mut stop = bare.len() < word.len();
        if !stop && self.word(end) == "." && self.glued(end) {
            stop = true;
            end += 1;
        }
        let closed = self.word(end) == ")" && self.glued(end);
        if closed {
            end += 1;
        }
        // "(1." and a bare number are no markers, and neither is "2." right before a digit or a mark.
        let whole = if bracket == 1 { closed && !stop } else { stop || closed };
        if !whole || !self.tokens.get(end).is_some_and(|next| next.span.of(self.text).starts_with(char::is_alphabetic))
        {
            return None;
        }
        let width = end - at;
        if let Ok(number) = bare.parse::<u32>() {
            return Some((number, width));
        }
        let mut letters = bare.chars();
        match (letters.next()?, letters.next()) {
            (letter @ 'a'..='z', None) => Some((u32::from(letter), width)),
            (letter @ 'A'..='Z', None) if closed => Some((u32::from(letter), width)),
            _ => None,
        }
    }
}

fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "⁃" | "▪" | "‣" | "◦")
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// How a sentence ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Call,
    Ellipsis,
}
