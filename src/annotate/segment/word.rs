//! Where a word ends: stops, apostrophes, hyphens and figures inside it, and what is cut off behind it.

use super::abbreviations::{Class, lists};
use super::characters::{capital, is_invisible, is_word};
use super::clitic::clitic;
use super::tokenize::Scanner;

impl Scanner<'_, '_> {
    /// Reads a word, then its abbreviation's stop, and cuts off clitics and percent signs.
    pub(super) fn word(&mut self, start: usize) {
        let mut end = self.scan(start);
        // "N°." abbreviates "number".
        if end == start + 1 && matches!(self.char_at(start), Some('N' | 'n')) {
            end += self.char_at(end).filter(|c| matches!(c, '°' | 'º')).map_or(0, char::len_utf8);
        }
        let word = self.text.get(start..end).unwrap_or("");
        // "US$5", "A$20": the letters belong to the sign.
        if self.char_at(end) == Some('$') && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
            return self.emit(start, end + 1);
        }
        let end = if self.keeps_stop(word, start, end) { end + 1 } else { self.suspended(end) };
        let end = self.plus(end);
        match clitic(word) {
            Some(width) if end == start + word.len() => {
                self.emit(start, end - width);
                self.emit(end - width, end);
            }
            _ => self.emit(start, end),
        }
        self.possessive();
    }

    /// "boys'": a mark right after a plural is a possessive where no quotation is open, and then one token here.
    fn possessive(&mut self) {
        let Some(mark @ ('\'' | '’')) = self.peek() else { return };
        let plural = self.char_before(self.at).is_some_and(|before| matches!(before, 's' | 'S' | 'z' | 'x'));
        if plural && !self.open {
            self.emit(self.at, self.at + mark.len_utf8());
        }
    }

    /// "mid- to late": a hyphen left hanging stays with its word.
    fn suspended(&self, end: usize) -> usize {
        let tail = self.text.get(end..self.end).unwrap_or("");
        if tail.starts_with("- and ") || tail.starts_with("- or ") || tail.starts_with("- to ") { end + 1 } else { end }
    }

    /// "50+": the sign says "or more" and stays with its number.
    fn plus(&self, end: usize) -> usize {
        let digit = self.char_before(end).is_some_and(|before| before.is_ascii_digit());
        let last = self.char_at(end) == Some('+') && self.char_at(end + 1).is_none_or(|next| !is_word(next));
        if digit && last { end + 1 } else { end }
    }

    /// Whether the full stop after `word` is part of it.
    fn keeps_stop(&self, word: &str, start: usize, end: usize) -> bool {
        let tail = self.text.as_bytes().get(end..self.end).unwrap_or(&[]);
        if tail.first() != Some(&b'.') || tail.get(1) == Some(&b'.') {
            return false;
        }
        match lists().class(word) {
            None => self.opens_list(word, start, end),
            Some(Class::Number) => {
                let next = self.text.get(end + 1..self.end).unwrap_or("").trim_start_matches([' ', '\u{a0}']);
                next.chars().next().is_some_and(|c| c.is_ascii_digit())
            }
            // "you and I." ends a sentence; "Ivan I. Petrov" does not.
            Some(Class::Initial) if word == "I" => {
                self.out.last().is_some_and(|last| last.capital && last.span.start >= self.start)
                    && self
                        .text
                        .get(end + 1..self.end)
                        .is_some_and(|next| capital(next.trim_start().get(..1).unwrap_or("")))
            }
            Some(_) => true,
        }
    }

    /// "1." and "a." before an item, at the head of the block or of a line.
    fn opens_list(&self, word: &str, start: usize, end: usize) -> bool {
        let head = self.text.get(self.start..start).is_some_and(|before| before.len() < 4 && before.trim().is_empty());
        let short = word.len() <= 2 && (word.bytes().all(|b| b.is_ascii_digit()) || word.len() == 1);
        head && short && self.char_at(end + 1).is_some_and(char::is_whitespace)
    }

    /// The end of the word that begins at `start`; see the table in the arms for what holds a word together.
    pub(super) fn scan(&self, start: usize) -> usize {
        let mut at = start;
        let mut part = start;
        let mut before = ' ';
        while let Some(c) = self.char_at(at) {
            let width = c.len_utf8();
            if is_word(c) {
                let tail = self.text.as_bytes().get(at..self.end).unwrap_or(&[]);
                let run = tail.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                before = if run > 0 { char::from(tail[run - 1]) } else { c };
                at += run.max(width);
                continue;
            }
            let Some(after) = self.char_at(at + width) else { break };
            let digits = before.is_ascii_digit() && after.is_ascii_digit();
            let holds = match c {
                '-' | '‐' | '‑' => is_word(after),
                '\'' | '’' | '‘' | '`' => self.apostrophe(c, at - part, before, after),
                '.' => digits || self.inner_stop(part, at, before, after),
                ',' => digits && self.thousands(at + width),
                ':' | '–' | '−' => digits,
                '/' | '&' => is_word(before) && is_word(after),
                _ => is_invisible(c) && is_word(after),
            };
            if !holds || at == start {
                break;
            }
            if c == '.' {
                part = at + width;
            }
            at += width;
        }
        at
    }

    /// Whether a mark inside a word is an apostrophe ("Mr Hale‘s" is one too, a slip of many typesetters).
    /// `length` bytes stand before it: the "d" of "d’Orsay" is no word that a quotation could end with.
    fn apostrophe(&self, mark: char, length: usize, before: char, after: char) -> bool {
        let glued_quote = self.open && length > 2 && before.is_lowercase() && after.is_uppercase();
        let opens = mark == '‘' && after.is_uppercase() && before.is_lowercase();
        before.is_alphanumeric() && after.is_alphabetic() && !glued_quote && !opens
    }

    /// Whether exactly three digits stand at `at`, as after the comma of "1,000".
    fn thousands(&self, at: usize) -> bool {
        let tail = self.text.as_bytes().get(at..self.end).unwrap_or(&[]);
        tail.iter().take(4).take_while(|b| b.is_ascii_digit()).count() == 3
    }

    /// Whether the stop at `at`, after the part that began at `part`, lies inside a word: "U.S", "p.m", "Ph.D",
    /// "example.com", but not "world.Today" and "Dec.14".
    fn inner_stop(&self, part: usize, at: usize, before: char, after: char) -> bool {
        if !before.is_alphabetic() || !after.is_alphabetic() {
            return false;
        }
        let ends_word = self.char_at(at + 1 + after.len_utf8()).is_none_or(|next| !next.is_alphabetic());
        let single = at - part == before.len_utf8();
        if after.is_lowercase() {
            return before.is_lowercase() || (single && ends_word);
        }
        // "J.Smith" and "world.Today" lack a space; "U.S." and "Ph.D." do not.
        ends_word && (single || at - part <= 2)
            || (before.is_uppercase() && !single && !ends_word && self.shouts(at + 1))
    }

    /// "ASP.NET": two capitals at `at`.
    fn shouts(&self, at: usize) -> bool {
        self.text.get(at..self.end).is_some_and(|tail| tail.chars().take(2).all(char::is_uppercase))
    }
}
