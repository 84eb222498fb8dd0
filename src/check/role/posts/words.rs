//! The words of a post: whose it is, of which standing, at the head of what.

use crate::annotate::Article;
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;
use crate::annotate::token::{Tag, Token};
use crate::check::role::holding::House;
use crate::check::role::matters;
use crate::graph::Story;
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words for whoever is at the head of a part of a house, and the one that stands for them.
const HEADS: &[(&str, &str)] = &[
    ("head", "head"),
    ("director", "director"),
    ("chief", "head"),
    ("boss", "head"),
    ("manager", "manager"),
    ("vice-president", "vice-president"),
    ("vice-chancellor", "vice-chancellor"),
    ("pro-vice-chancellor", "vice-chancellor"),
    ("superintendent", "superintendent"),
    ("coordinator", "coordinator"),
    ("co-ordinator", "coordinator"),
    ("officer", "officer"),
];
/// Words before it that say nothing of what it is over.
#[rustfmt::skip]
const RANKS: &[&str] = &[
    "senior", "executive", "group", "general", "chief", "national", "regional", "managing", "principal", "associate",
    "assistant", "deputy", "long-serving", "new", "current", "veteran", "first", "overall", "global", "long-time",
    "hospital", "company", "club", "council", "school", "university", "town", "city", "county", "state", "federal",
    "department", "departmental", "section", "division",
];
/// Nouns for a part of a house that is spoken of as a house.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "squad", "unit", "team", "branch", "section", "laboratory", "lab", "ward", "office", "service", "family", "gang",
    "mob", "clan", "cartel", "dynasty", "household", "crew", "delegation", "cell", "church", "state", "government",
];

/// A post as it was read.
pub(super) struct Read {
    pub(super) rank: &'static str,
    pub(super) deputy: bool,
    pub(super) matter: BTreeSet<CompactString>,
    pub(super) house: Option<House>,
    pub(super) span: Span,
    /// The token behind it.
    pub(super) end: usize,
}

/// A sentence in which posts are read.
pub(super) struct Reader<'s> {
    pub(super) story: &'s Story<'s>,
    pub(super) at: usize,
    pub(super) article: &'s Article,
    /// The token behind the sentence.
    pub(super) end: usize,
}

/// A post, as far as the words before its "of" tell it.
struct Found {
    rank: &'static str,
    deputy: bool,
    matter: BTreeSet<CompactString>,
    house: Option<House>,
}

impl Reader<'_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.article.tokens.get(at).filter(|_| at < self.end)
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| &token.lower)
    }

    /// A post that begins at a token: whose, of which standing, at the head of what.
    pub(super) fn post(&self, from: usize) -> Option<Read> {
        let mut house = None;
        let mut at = from;
        let owner = (at..at + 7).find(|&at| self.token(at).is_some_and(|it| it.tag == Tag::PossessiveEnding));
        if let Some(owner) = owner.filter(|&owner| (at..owner).all(|at| self.nominal(at))) {
            house = self.house(at..owner);
            at = owner + 1;
        }
        while self.token(at).is_some_and(|it| matches!(it.tag, Tag::Determiner | Tag::PossessivePronoun)) {
            if matches!(self.lower(at), "a" | "an") {
                return None;
            }
            // "its director of nursing"
            house = house.or_else(|| self.named(at..at + 1));
            at += 1;
        }
        let mut deputy = false;
        let mut chief = false;
        let mut matter: BTreeSet<CompactString> = BTreeSet::new();
        for _ in 0..7 {
            let token = self.token(at)?;
            if let Some(known) = lexicon::standing(&token.lower).and_then(|_| standing(&token.lower)) {
                match known {
                    "deputy" | "assistant" => deputy = true,
                    _ => return None,
                }
            }
            let (word, length) = self.head(at);
            let rank = HEADS.iter().find(|(head, _)| *head == word).map(|(_, rank)| *rank);
            let officer = word == "officer";
            // "chief executive", "chief medical officer": the word stands before another.
            let goes_on = word == "chief"
                && self
                    .token(at + length)
                    .is_some_and(|next| next.tag.is_noun() && !next.capital || next.tag.is_adjective());
            // "Rival mob boss" is no post.
            let department = matter.iter().all(|word| matters::known(word));
            if let Some(rank) = rank.filter(|_| department && !goes_on && (!officer || chief)) {
                return self.complements(from, at + length, Found { rank, deputy, matter, house });
            }
            chief |= word == "chief";
            if !(token.tag.is_noun() || token.tag.is_adjective() || matches!(token.lower.as_str(), "and" | "&")) {
                return None;
            }
            if let Some(known) = self.named(at..at + 1) {
                house = house.or(Some(known));
            } else {
                matter.extend(matter_word(token));
            }
            at += length;
        }
        None
    }

    /// A word for a head, two tokens joined ("vice president"), and of how many tokens it is.
    fn head(&self, at: usize) -> (CompactString, usize) {
        let two =
            matches!(self.lower(at), "vice" | "pro-vice") && matches!(self.lower(at + 1), "president" | "chancellor");
        if two {
            return (CompactString::from(format!("{}-{}", self.lower(at), self.lower(at + 1))), 2);
        }
        (self.lower(at).into(), 1)
    }

    /// What stands behind "of", "for" and "at".
    fn complements(&self, from: usize, mut at: usize, mut found: Found) -> Option<Read> {
        for _ in 0..3 {
            let preposition = self.lower(at);
            if !matches!(preposition, "of" | "for" | "at" | "in" | "with") {
                break;
            }
            let end = self.phrase(at + 1);
            if end == at + 1 {
                break;
            }
            let own = matches!(preposition, "of" | "for");
            match self.house(at + 1..end) {
                Some(house) => found.house = found.house.or(Some(house)),
                None if own => {
                    found.matter.extend(self.article.tokens[at + 1..end].iter().filter_map(matter_word));
                }
                None => {}
            }
            at = end;
        }
        // "Director of nursing until last year": no more.
        if (at..at + 4).any(|at| matches!(self.lower(at), "until" | "till" | "then" | "before")) {
            return None;
        }
        let span = self.token(from)?.span.join(self.token(at.saturating_sub(1))?.span);
        Some(Read { rank: found.rank, deputy: found.deputy, matter: found.matter, house: found.house, span, end: at })
    }

    /// What somebody runs.
    pub(super) fn matter_run(&self, from: usize) -> Option<Read> {
        let end = self.phrase(from);
        if end == from || self.house(from..end).is_some() {
            return None;
        }
        let matter = self.article.tokens[from..end].iter().filter_map(matter_word).collect();
        self.complements(from, end, Found { rank: "head", deputy: false, matter, house: None })
    }

    /// Behind the nouns that begin at a token.
    fn phrase(&self, from: usize) -> usize {
        let mut at = from;
        while at < from + 9 && (self.nominal(at) || self.token(at).is_some_and(|it| it.tag == Tag::PossessiveEnding)) {
            at += 1;
        }
        // "and" joins two matters, not two clauses.
        while at > from && matches!(self.lower(at - 1), "and" | "&" | "the") {
            at -= 1;
        }
        at
    }

    fn nominal(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.tag.is_noun()
                || token.tag.is_adjective()
                || matches!(token.tag, Tag::Determiner | Tag::VerbGerund | Tag::PossessivePronoun)
                || matches!(token.lower.as_str(), "and" | "&")
        })
    }

    /// The body or place named in some words, or the definite body that they describe.
    fn house(&self, tokens: Range<usize>) -> Option<House> {
        if let Some(known) = self.named(tokens.clone()) {
            return Some(known);
        }
        let words: Vec<&Token> = self.article.tokens[tokens]
            .iter()
            .filter(|token| token.tag.is_noun() || token.tag.is_adjective())
            .collect();
        let last = words.last()?;
        (lexicon::body_noun(&last.lemma) || UNITS.contains(&last.lower.as_str())).then(|| {
            let lemmas: Vec<String> = words.iter().map(|token| token.lemma.to_lowercase().to_string()).collect();
            House::Words(lemmas.join(" "))
        })
    }

    /// The body or place named in some words.
    fn named(&self, tokens: Range<usize>) -> Option<House> {
        let span = self.article.tokens[tokens.start].span.join(self.article.tokens[tokens.end - 1].span);
        let first = self.article.mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut inside = self.article.mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
        let usable = |kind: EntityKind| matches!(kind, EntityKind::Body | EntityKind::Place);
        let mention = inside.find(|mention| usable(mention.kind))?;
        self.story.identities.of(self.at, mention.entity?).map(House::Known)
    }
}

fn standing(word: &str) -> Option<&'static str> {
    lexicon::standing(word).filter(|known| known.standing.is_some()).map(|known| known.canonical)
}

/// The lemma of a word that says what a post is over.
fn matter_word(token: &Token) -> Option<CompactString> {
    let sort = token.tag.is_noun() || token.tag.is_adjective() || token.tag == Tag::VerbGerund;
    let lemma = token.lemma.to_lowercase();
    // "Affairs" keeps its plural in a title.
    let lemma = lemma
        .strip_suffix('s')
        .filter(|stem| stem.len() > 3 && !stem.ends_with('s'))
        .map_or(lemma.clone(), CompactString::from);
    (sort && lemma.len() > 1 && !RANKS.contains(&lemma.as_str())).then_some(lemma)
}
