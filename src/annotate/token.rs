//! Tokens and sentences: what every later layer is written in terms of.

use crate::source::Span;
use compact_str::CompactString;
use std::ops::Range;

/// Part of speech, after the Penn Treebank (Marcus, Santorini and Marcinkiewicz, 1993), its tags spelt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// NN
    Noun,
    /// NNS
    NounPlural,
    /// NNP
    ProperNoun,
    /// NNPS
    ProperNounPlural,
    /// VB
    Verb,
    /// VBD
    VerbPast,
    /// VBG
    VerbGerund,
    /// VBN
    VerbParticiple,
    /// VBP
    VerbPresent,
    /// VBZ
    VerbThird,
    /// MD
    Modal,
    /// JJ
    Adjective,
    /// JJR
    AdjectiveComparative,
    /// JJS
    AdjectiveSuperlative,
    /// RB
    Adverb,
    /// RBR
    AdverbComparative,
    /// RBS
    AdverbSuperlative,
    /// DT and PDT
    Determiner,
    /// PRP
    Pronoun,
    /// PRP$
    PossessivePronoun,
    /// IN: a preposition or a subordinating conjunction
    Preposition,
    /// TO
    To,
    /// CC
    Conjunction,
    /// CD
    Number,
    /// EX
    Existential,
    /// RP
    Particle,
    /// POS
    PossessiveEnding,
    /// WDT
    WhDeterminer,
    /// WP
    WhPronoun,
    /// WP$
    WhPossessive,
    /// WRB
    WhAdverb,
    /// UH, FW, LS and what else has no part in a clause
    Other,
    /// Currency and other symbols
    Symbol,
    /// Any punctuation, quotation marks included
    Punctuation,
}

impl Tag {
    /// Any form of a verb, modals excepted.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::VerbPast | Self::VerbGerund | Self::VerbParticiple | Self::VerbPresent | Self::VerbThird
        )
    }

    /// A verb form that can be the finite verb of a clause.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Self::VerbPast | Self::VerbPresent | Self::VerbThird | Self::Modal)
    }

    /// A common or proper noun.
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::NounPlural) || self.is_proper()
    }

    /// A proper noun.
    #[must_use]
    pub fn is_proper(self) -> bool {
        matches!(self, Self::ProperNoun | Self::ProperNounPlural)
    }

    /// An adjective of any degree.
    #[must_use]
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective | Self::AdjectiveComparative | Self::AdjectiveSuperlative)
    }

    /// An adverb of any degree.
    #[must_use]
    pub fn is_adverb(self) -> bool {
        matches!(self, Self::Adverb | Self::AdverbComparative | Self::AdverbSuperlative)
    }
}

/// One token. Clitics stand alone as in the Penn Treebank: `did` `n't`, `Keir` `'s`, `£` `3.2m`, `12` `%`.
#[derive(Clone, Debug)]
pub struct Token {
    /// Bytes of the document's text.
    pub span: Span,
    /// Part of speech; [`Tag::Other`] until the tagger has run.
    pub tag: Tag,
    /// Lower case, with straight apostrophes and hyphens.
    pub lower: CompactString,
    /// The dictionary form in lower case (`met` → `meet`, `n't` → `not`); equal to `lower` where there is none.
    pub lemma: CompactString,
    /// Whether the first letter is a capital.
    pub capital: bool,
}

impl Token {
    /// The word with its first letter in capitals where it was written so, for look-ups that ask for capitals.
    #[must_use]
    pub fn written(&self) -> CompactString {
        let mut letters = self.lower.chars();
        match letters.next() {
            Some(first) if self.capital => first.to_uppercase().chain(letters).collect(),
            _ => self.lower.clone(),
        }
    }
}

/// One sentence. Tokens of a sentence are contiguous in [`super::Article::tokens`].
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Bytes of the document's text, without white space at either end.
    pub span: Span,
    /// Indices into the article's tokens, half-open.
    pub tokens: Range<usize>,
    /// Index into [`crate::source::Document::blocks`].
    pub block: usize,
}
