//! Where a noun phrase that begins at a token ends, and what its head is.

use super::Input;
use super::recipient::receives;
use super::whole::{name_at, pronoun, quantity_at, time_at};
use crate::annotate::lexicon;
use crate::annotate::names::Guess;
use crate::annotate::token::{Tag, Token};
use std::ops::Range;

/// "her husband's firm's lawyer": nobody writes deeper chains, and hostile ones must not cost more.
const DEEPEST: usize = 4;

/// A phrase as it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) possessor: Option<Box<Found>>,
}

/// The phrase that begins at `at` and ends before `limit`, its possessors inside.
pub(super) fn longest(input: &Input, at: usize, limit: usize) -> Option<Found> {
    if let Some(found) = pronoun(input, at) {
        return Some(found);
    }
    let mut found = simple(input, at, at, limit, None)?;
    let mut depth = 0;
    while found.tokens.end < limit && input.tokens[found.tokens.end].tag == Tag::PossessiveEnding && depth < DEEPEST {
        depth += 1;
        let after = found.tokens.end + 1;
        let outer_start = found.tokens.start;
        if let Some(outer) = simple(input, outer_start, after, limit, Some(&found)) {
            found = outer;
        } else {
            // "the union's" with nothing behind it.
            found.tokens.end = after;
            break;
        }
    }
    Some(found)
}

/// Determiner, modifiers and head from `at`; the phrase's tokens start at `start` (its possessor's start).
fn simple(input: &Input, start: usize, at: usize, limit: usize, possessor: Option<&Found>) -> Option<Found> {
    let found =
        |head: usize, end: usize| Found { tokens: start..end, head, possessor: possessor.cloned().map(Box::new) };
    let mut reader =
        Reader { input, start, at, limit, possessed: possessor.is_some(), place: at, head: None, fallback: None };
    while reader.place < limit {
        match reader.whole().unwrap_or_else(|| reader.word()) {
            Step::On => {}
            Step::End => break,
            Step::Owner => return Some(found(reader.place - 1, reader.place)),
        }
    }
    let (head, end) = without_standing(input, at, reader.head.or(reader.fallback)?, limit);
    stands(input, at, head, possessor.is_some()).then(|| found(head, end))
}

/// Nouns whose names end in a number.
fn numbered(noun: &str) -> bool {
    matches!(
        noun,
        "flight"
            | "route"
            | "highway"
            | "interstate"
            | "terminal"
            | "gate"
            | "pier"
            | "platform"
            | "line"
            | "unit"
            | "reactor"
            | "room"
            | "hangar"
            | "shaft"
            | "block"
            | "zone"
            | "sector"
            | "division"
            | "apollo"
            | "school"
    )
}

/// What one look at the words of a phrase comes to.
enum Step {
    /// They belong to it.
    On,
    /// It ends before them.
    End,
    /// It is a time that owns what follows.
    Owner,
}

/// A phrase while it is read.
struct Reader<'a> {
    input: &'a Input<'a>,
    /// Its first token.
    start: usize,
    /// Its first token behind its possessor.
    at: usize,
    limit: usize,
    possessed: bool,
    /// The token looked at.
    place: usize,
    head: Option<usize>,
    /// What heads the phrase where no noun does.
    fallback: Option<usize>,
}

impl Reader<'_> {
    /// Takes what another layer has read whole: a time, a name, a quantity, an office of several words.
    fn whole(&mut self) -> Option<Step> {
        let (input, place) = (self.input, self.place);
        if let Some(count) = time_at(input, place) {
            return Some(self.time(count));
        }
        if let Some(index) = name_at(input, place) {
            let core = &input.names[index].core;
            if self.opens_sentence_before(index) {
                return Some(Step::End);
            }
            if core.end <= self.limit {
                self.place = core.end;
                self.head = Some(core.end - 1);
                return Some(if receives(input, self.at, index, self.limit) { Step::End } else { Step::On });
            }
        }
        if let Some(count) = quantity_at(input, place) {
            if self.head.is_some() && !input.tokens[place].tag.is_noun() {
                return Some(Step::End);
            }
            self.place += count;
            self.fallback = Some(self.place - 1);
            return Some(Step::On);
        }
        // "chief operating officer": whatever its words are tagged.
        let length = office(input, place, self.limit)?;
        self.place += length;
        self.head = Some(self.place - 1);
        Some(Step::On)
    }

    /// "At Tuesday's dinner Ana Ruiz spoke": whether somebody's name follows what a sentence opens with, and is no part
    /// of it.
    fn opens_sentence_before(&self, name: usize) -> bool {
        let input = self.input;
        let Some(head) = self.head.filter(|head| head + 1 == self.place) else { return false };
        let noun = &input.tokens[head];
        let person = matches!(input.names[name].guess, Guess::Person | Guess::LikelyPerson);
        let preposition = self.start.checked_sub(1).filter(|&at| input.tokens[at].tag == Tag::Preposition);
        let opens = preposition.is_some_and(|at| {
            let sentence = input.sentences.partition_point(|sentence| sentence.tokens.end <= at);
            input.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == at)
        });
        let common = noun.tag.is_noun() && !noun.tag.is_proper() && !noun.capital;
        opens && person && common && !lexicon::person_noun(&noun.lemma) && lexicon::office(&noun.lemma).is_none()
    }

    /// A time of `count` tokens: "Thursday's meeting" and "the Tuesday vote" go on; "Thursday evening" is a phrase of
    /// its own.
    fn time(&mut self, count: usize) -> Step {
        if self.head.is_some() || count == 0 || !self.possessed && only_adjectives(self.input, self.at, self.place) {
            return Step::End;
        }
        self.place += count;
        self.fallback = Some(self.place - 1);
        match self.input.tokens.get(self.place).filter(|_| self.place < self.limit) {
            Some(next) if next.tag == Tag::PossessiveEnding => Step::Owner,
            Some(next) if continues_time(next) => Step::On,
            _ => Step::End,
        }
    }

    /// Takes one word by its tag.
    fn word(&mut self) -> Step {
        let (input, place, limit) = (self.input, self.place, self.limit);
        let token = &input.tokens[place];
        let headed = self.head.is_some();
        let goes_on = match token.tag {
            Tag::Determiner | Tag::PossessivePronoun => {
                let first = !headed && self.fallback.is_none();
                if first && token.tag == Tag::PossessivePronoun && token.lower != "the" {
                    self.fallback = Some(place);
                }
                first
            }
            tag if tag.is_noun() => {
                // A name directly after a common noun goes on ("union leader Ana Ruiz"); a new article ends it.
                self.head = Some(place);
                true
            }
            // "stock worth £2m": "worth" stands like a preposition.
            Tag::Adjective if token.lower == "worth" => false,
            tag if tag.is_adjective() => {
                let joins = self.head.is_none_or(|head| qualifies(input, head, place, limit));
                if joins {
                    self.fallback = Some(place);
                }
                joins
            }
            Tag::Number => {
                if !headed {
                    self.fallback = Some(place);
                }
                !headed
            }
            Tag::VerbParticiple | Tag::VerbGerund => !headed && noun_follows(input, place, limit),
            tag if tag.is_adverb() => !headed && modifier_follows(input, place, limit),
            Tag::Symbol => true,
            Tag::Conjunction => headed && token.lower == "&",
            Tag::Punctuation => token.lower == "," && !headed && self.in_row(),
            _ => false,
        };
        if !goes_on {
            return Step::End;
        }
        self.place += 1;
        Step::On
    }

    /// "a small, dull deal": whether the comma stands between adjectives in a row.
    fn in_row(&self) -> bool {
        let (input, place, limit) = (self.input, self.place, self.limit);
        self.fallback.is_some()
            && input.tokens[place - 1].tag.is_adjective()
            && modifier_follows(input, place, limit)
            && noun_follows(input, place + 1, limit)
    }
}

/// "Chief Executive designate", "the president elect": what stands behind an office does not head the phrase. The head and
/// the end of the phrase.
fn without_standing(input: &Input, at: usize, head: usize, limit: usize) -> (usize, usize) {
    let coming = |at: usize| matches!(input.tokens[at].lower.as_str(), "designate" | "elect" | "emeritus");
    let head = if coming(head) && head > at { head - 1 } else { head };
    let behind = head + 1 < limit && (coming(head + 1) || numbers(input, head, limit));
    (head, head + 1 + usize::from(behind))
}

/// "Flight 418", "Interstate 90": whether the number behind a capitalised noun is a part of its name and counts nothing.
fn numbers(input: &Input, head: usize, limit: usize) -> bool {
    let (noun, number) = (&input.tokens[head], &input.tokens[head + 1]);
    let digits = number.lower.len() <= 4 && number.lower.bytes().all(|byte| byte.is_ascii_digit());
    let next = input.tokens.get(head + 2).filter(|_| head + 2 < limit);
    let counts = next.is_some_and(|next| next.tag.is_noun() && !next.capital);
    digits && !counts && noun.capital && noun.tag.is_noun() && numbered(&noun.lower)
}

/// "Thursday's meeting", "the Tuesday vote".
fn continues_time(next: &Token) -> bool {
    next.tag.is_noun() && !next.capital
}

/// "found guilty last month": adjectives in front are no part of a time.
fn only_adjectives(input: &Input, at: usize, place: usize) -> bool {
    at < place && input.tokens[place - 1].tag.is_adjective() && input.tokens[at].tag.is_adjective()
}

/// Whether words from `at` on with this head are a phrase: an adjective alone is none.
fn stands(input: &Input, at: usize, head: usize, possessed: bool) -> bool {
    let first = &input.tokens[at];
    // "seven more were hurt", but "unsafe" alone is no phrase.
    let counted = first.tag == Tag::Number || matches!(first.lower.as_str(), "many" | "several" | "dozens");
    let determined = matches!(first.tag, Tag::Determiner | Tag::PossessivePronoun);
    !input.tokens[head].tag.is_adjective() || determined || possessed || counted
}

/// Whether the noun at `head` says more of what follows the adjective at `place` instead of being the phrase's head:
/// "the Chinese foreign minister".
fn qualifies(input: &Input, head: usize, place: usize, limit: usize) -> bool {
    let token = &input.tokens[head];
    let demonym = || crate::gazetteer::Gazetteer::global().demonym(&token.written()).is_some();
    token.capital && noun_follows(input, place, limit) && demonym()
}

/// How many tokens the office of several words has that begins at a token.
fn office(input: &Input, at: usize, limit: usize) -> Option<usize> {
    let (length, _) = lexicon::office_at(&input.tokens[at..limit])?;
    (length > 1 && input.tokens[at + length - 1].tag != Tag::Punctuation).then_some(length)
}

fn noun_follows(input: &Input, at: usize, limit: usize) -> bool {
    input.tokens[(at + 1).min(limit)..limit.min(at + 4)]
        .iter()
        .find(|token| !token.tag.is_adjective() && token.tag != Tag::VerbParticiple)
        .is_some_and(|token| token.tag.is_noun())
}

fn modifier_follows(input: &Input, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && (input.tokens[at + 1].tag.is_adjective()
            || matches!(input.tokens[at + 1].tag, Tag::Number | Tag::VerbParticiple | Tag::Symbol))
}
