//! The words of a quotation as they are compared: what editors and keyboards change without changing the words.
//!
//! Case, accents, quotation marks, hyphens, contractions, figures against number words, British against American
//! spelling are folded away. Ellipses, breaks between stretches ("…," she said, "…") and editors' brackets become
//! gaps, where anything may be missing. What is left over is a change of wording.

use super::fold::{self, fold};
use crate::source::Span;
use compact_str::{CompactString, ToCompactString};
use unicode_normalization::UnicodeNormalization;

/// Quoted words: a text, and the stretches of it that are one utterance, in order.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    text: &'a str,
    stretches: Vec<Span>,
}

impl<'a> Passage<'a> {
    /// The whole of `text`.
    #[must_use]
    pub fn whole(text: &'a str) -> Self {
        Self { text, stretches: vec![Span::new(0, text.len())] }
    }

    /// The given bytes of `text`, which are read as one utterance broken off between them.
    #[must_use]
    pub fn of(text: &'a str, stretches: impl IntoIterator<Item = Span>) -> Self {
        Self { text, stretches: stretches.into_iter().collect() }
    }

    /// The words, in order; spans are bytes of the text.
    #[must_use]
    pub fn words(&self) -> Vec<Word> {
        let mut reader = Words { found: Vec::new(), gap: false, sentence: 0 };
        let mut before: Option<Span> = None;
        for stretch in &self.stretches {
            if let Some(before) = before {
                reader.gap = true;
                // `"…," she said. "…"` begins a sentence, `"…," she said, "…"` does not.
                let between = Span::new(before.end, stretch.start).of(self.text);
                let stops = between
                    .match_indices(['.', '?', '!'])
                    .any(|(at, stop)| ends_sentence(&between[..at], &between[at + stop.len()..]));
                let paragraph = between.contains("\n\n") || between.contains("\r\n\r\n");
                let capital =
                    stretch.of(self.text).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
                reader.sentence += usize::from(capital && (stops || paragraph));
            }
            before = Some(*stretch);
            reader.stretch(stretch.of(self.text), stretch.start);
        }
        reader.found
    }
}

/// One word as it is compared. A contraction gives two with the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Span,
    /// The folded form.
    pub key: CompactString,
    /// Whether words may be missing before it.
    pub gap: bool,
    /// The number of its sentence within the passage.
    pub sentence: usize,
}

impl Word {
    /// Whether two words count as the same; "’s" may be "is" or "has", "’d" "would" or "had".
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        let clitic = |a: &str, b: &str| match a {
            "'s" => matches!(b, "is" | "has" | "us"),
            "'d" => matches!(b, "would" | "had"),
            _ => false,
        };
        self.key == other.key || clitic(&self.key, &other.key) || clitic(&other.key, &self.key)
    }

    /// A key under which all words that may be the same fall together.
    #[must_use]
    pub fn coarse(&self) -> &str {
        match self.key.as_str() {
            "is" | "has" | "us" | "'s" => "'s",
            "would" | "had" | "'d" => "'d",
            key => key,
        }
    }
}

impl Word {
    /// Whether it is more than a function word.
    #[must_use]
    pub fn content(&self) -> bool {
        !fold::FUNCTION.contains(&self.key.as_str())
    }

    pub(super) fn negation(&self) -> bool {
        fold::NEGATIONS.contains(&self.key.as_str())
    }

    pub(super) fn preposition(&self) -> bool {
        fold::PREPOSITIONS.contains(&self.key.as_str())
    }

    pub(super) fn number(&self) -> bool {
        self.key.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                self.key.as_str(),
                "hundred" | "thousand" | "million" | "billion" | "trillion" | "dozen" | "half"
            )
    }

    /// Words that papers add or drop when they tidy up speech.
    pub(super) fn slight(&self) -> bool {
        fold::SLIGHT.contains(&self.key.as_str())
    }
}

struct Words {
    found: Vec<Word>,
    gap: bool,
    sentence: usize,
}

impl Words {
    fn stretch(&mut self, text: &str, base: usize) {
        let mut rest = 0;
        while let Some(c) = text.get(rest..).and_then(|tail| tail.chars().next()) {
            let end = word_end(text, rest);
            if end > rest {
                self.word(&text[rest..end], Span::new(base + rest, base + end), &text[..rest]);
                rest = end;
                continue;
            }
            match c {
                '…' => self.gap = true,
                '.' if text[rest + 1..].starts_with("..") || text[rest + 1..].starts_with(" . .") => {
                    self.gap = true;
                    let run = text[rest..].find(|c| c != '.' && c != ' ').unwrap_or(text.len() - rest);
                    rest += run;
                    continue;
                }
                '.' | '?' | '!' if ends_sentence(&text[..rest], &text[rest + 1..]) => self.sentence += 1,
                '[' | '(' => {
                    self.gap = true;
                    let close = if c == '[' { ']' } else { ')' };
                    // An editor's insertion is short; a bracket that never closes is a slip.
                    let near = text[rest..].char_indices().take(60).find(|(_, c)| *c == close);
                    if let Some((at, _)) = near {
                        rest += at;
                    }
                }
                '%' => self.push("percent", Span::new(base + rest, base + rest + 1)),
                '&' => self.push("and", Span::new(base + rest, base + rest + 1)),
                _ => {}
            }
            rest += text[rest..].chars().next().map_or(1, char::len_utf8);
        }
    }

    fn push(&mut self, key: &str, span: Span) {
        let joins = key == "percent" && self.found.last().is_some_and(|last| last.key == "per");
        if joins {
            self.found.pop();
        }
        self.found.push(Word { span, key: key.to_compact_string(), gap: self.gap, sentence: self.sentence });
        self.gap = false;
    }

    fn word(&mut self, raw: &str, span: Span, before: &str) {
        let plain: String = raw
            .nfkd()
            .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .collect();
        let plain = plain.replace(['’', '‘', 'ʼ'], "'");
        let plain = plain.trim_end_matches('\'');
        if plain.starts_with(|c: char| c.is_ascii_digit()) {
            self.number(plain, span, before);
            return;
        }
        match plain {
            "cannot" | "can't" => return self.both("can", "not", span),
            "won't" => return self.both("will", "not", span),
            "shan't" => return self.both("shall", "not", span),
            "gonna" => return self.both("going", "to", span),
            "wanna" => return self.both("want", "to", span),
            "gotta" => return self.both("got", "to", span),
            "cent" if self.found.last().is_some_and(|last| last.key == "per") => return self.push("percent", span),
            _ => {}
        }
        let clitics = [
            ("n't", "not"),
            ("'m", "am"),
            ("'re", "are"),
            ("'ve", "have"),
            ("'ll", "will"),
            ("'d", "'d"),
            ("'s", "'s"),
        ];
        for (ending, key) in clitics {
            if let Some(stem) = plain.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
                return self.both(stem, key, span);
            }
        }
        self.push(&fold(plain), span);
    }

    fn both(&mut self, first: &str, second: &str, span: Span) {
        self.push(&fold(first), span);
        self.push(second, span);
    }

    /// "£2.5m" → 2.5 million pounds; "1,200" → 1200.
    fn number(&mut self, plain: &str, span: Span, before: &str) {
        let digits = plain.trim_end_matches(|c: char| c.is_alphabetic());
        let unit = &plain[digits.len()..];
        let figure: String = digits.chars().filter(|c| *c != ',').collect();
        let figure = figure.trim_end_matches('.');
        match unit {
            "m" | "mn" => self.both(figure, "million", span),
            "bn" | "b" => self.both(figure, "billion", span),
            "tn" => self.both(figure, "trillion", span),
            "k" => self.both(figure, "thousand", span),
            _ => self.push(&format!("{figure}{unit}"), span),
        }
        let currency = match before.chars().next_back() {
            Some('£') => "pounds",
            Some('$') => "dollars",
            Some('€') => "euros",
            _ => return,
        };
        self.push(currency, span);
    }
}

/// Where the word that begins at byte `start` ends; `start` where none begins. Hyphens part words but for a few prefixes.
fn word_end(text: &str, start: usize) -> usize {
    let tail = &text[start..];
    let mut end = start;
    for (at, c) in tail.char_indices() {
        let next = || tail[at + c.len_utf8()..].chars().next();
        let inner = match c {
            '\'' | '’' | '‘' => at > 0 && next().is_some_and(char::is_alphabetic),
            '.' | ',' => {
                let figure = tail[..at].ends_with(|c: char| c.is_ascii_digit());
                figure && next().is_some_and(|c| c.is_ascii_digit())
            }
            '-' | '‐' | '‑' => {
                let prefix = tail[..at].to_ascii_lowercase();
                matches!(prefix.as_str(), "co" | "re" | "e" | "non" | "pre" | "anti")
                    && next().is_some_and(char::is_alphabetic)
            }
            c => c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) && at > 0,
        };
        if !inner {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Whether a stop between `before` and `after` ends a sentence.
fn ends_sentence(before: &str, after: &str) -> bool {
    let follows = after.trim_start_matches(['"', '”', '’', '\'', ')', ']']);
    if !(follows.is_empty() || follows.starts_with(char::is_whitespace)) {
        return false;
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let abbreviation =
        ["mr", "mrs", "ms", "dr", "st", "vs", "sen", "gov", "gen", "rep", "prof", "rev", "sgt", "lt", "col"]
            .iter()
            .any(|known| last.eq_ignore_ascii_case(known));
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    !abbreviation && !initial
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_same(a: &str, b: &str) {
        let keys = |text: &str| Passage::whole(text).words().into_iter().map(|word| word.key).collect::<Vec<_>>();
        assert_eq!(keys(a), keys(b));
    }

    #[track_caller]
    fn assert_other(a: &str, b: &str) {
        let (a, b) = (Passage::whole(a).words(), Passage::whole(b).words());
        assert!(a.len() != b.len() || a.iter().zip(&b).any(|(a, b)| !a.same(b)), "{a:?}");
    }

    #[test]
    fn typography_and_spelling_are_no_change() {
        assert_same("I’m sure we can't, Zoë", "i am sure we cannot Zoe");
        assert_same("twenty per cent of 1,200", "20% of 1200");
        assert_same("The centre organised travelling colours", "the center organized traveling colors");
        assert_same("£2.5m face-to-face", "2.5 million pounds face to face");
        assert_same("co-operate on defence", "cooperate on defense");
    }

    #[test]
    fn other_words_stay_other_words() {
        assert_other("it was filled", "it was filed");
        assert_other("we can", "we can't");
        assert_other("twenty years", "two years");
        assert_other("relations", "relationships");
    }

    #[test]
    fn a_clitic_may_be_either_verb() {
        let [a, b, c] = ["he's gone", "he has gone", "he had gone"].map(|text| Passage::whole(text).words());
        assert!(a[1].same(&b[1]) && !a[1].same(&c[1]) && !b[1].same(&c[1]));
    }

    #[test]
    fn gaps_are_where_something_may_be_missing() {
        let words = Passage::whole("we … won [the vote] again").words();
        let gaps: Vec<_> = words.iter().map(|word| (word.key.as_str(), word.gap)).collect();
        assert_eq!(gaps, [("we", false), ("won", true), ("again", true)]);
        let broken = Passage::of("“We won,” she said, “again.”", [Span::new(3, 10), Span::new(27, 33)]).words();
        assert!(broken.last().is_some_and(|word| word.gap && word.key == "again"));
    }
}
