//! Whether what follows a stop begins a sentence: capitals, numbers, marks, and what stands behind an abbreviation.

use super::abbreviations::Class;
use super::sentences::{CUE_REACH, Mark, OPENING, Splitter, has_word};

impl Splitter<'_> {
    /// Whether a sentence can begin at token `at`, after an end mark and what closed with it.
    pub(super) fn begins(&self, at: usize, mark: Mark, quoted: bool) -> bool {
        let mut first = at;
        while first < at + 4 && !has_word(self.word(first)) && self.opens(first) {
            first += 1;
        }
        let word = self.word(first);
        let Some(letter) = word.chars().find(|c| c.is_alphanumeric()) else {
            return false;
        };
        if letter.is_lowercase() {
            // "iPhone sales fell."; letters of a list do not begin a sentence.
            let brand = first == at && word.chars().nth(1).is_some_and(char::is_uppercase);
            return mark == Mark::Stop && (brand || self.slip(at));
        }
        // "[16: who? 13:28]": the bracket is still open.
        if letter.is_numeric() && mark == Mark::Call && matches!(self.word(first + 1), "]" | ")") {
            return false;
        }
        if mark == Mark::Ellipsis && word == "I" && !quoted {
            return false;
        }
        !(quoted && mark == Mark::Call && self.attribution(at))
    }

    /// Whether a small letter at `at` is a slip ("He left the hall. she stayed."): a full stop with a space after it,
    /// an ordinary word before it, which no abbreviation is, and words after it ("www. example. org," is an address).
    fn slip(&self, at: usize) -> bool {
        let ordinary = |at: usize| {
            let word = self.word(at);
            word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase())
        };
        let goes_on = self.tokens.get(at + 1).is_none_or(|_| has_word(self.word(at + 1)));
        let stop = at >= 2 && self.word(at - 1) == "." && self.glued(at - 1) && !self.glued(at);
        stop && goes_on && ordinary(at - 2) && ordinary(at)
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

    pub(super) fn after_abbreviation(&self, class: Class, start: usize, at: usize) -> bool {
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
            // A street, not a saint: "10 Mill St. He left".
            Class::Title if self.lower(at) == "st." => at > start && self.tokens[at - 1].capital && self.pronoun(first),
            Class::Title | Class::Number | Class::Continues => false,
            Class::Clock => {
                // "12:40 p.m. Chicago time", "9 p.m. New York time"
                let zone = (first + 1..first + 3).any(|at| self.lower(at) == "time");
                at - start >= OPENING && !zone && !self.lists.zone(lower.trim_end_matches('.'))
            }
            Class::State => starter || self.state(at, first),
            // "Q. What happened?"
            Class::Initial => at > start && starter && !quote && !self.single_name(at),
            Class::Month | Class::Either => starter && (at > start || quote),
        }
    }

    /// A word that is never part of a name.
    fn pronoun(&self, at: usize) -> bool {
        matches!(self.lower(at), "he" | "she" | "it" | "they" | "the" | "we" | "in" | "but" | "and" | "a" | "police")
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
}
