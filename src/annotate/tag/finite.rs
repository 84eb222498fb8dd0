//! Verbs that only the rest of the clause tells: past tenses that look like nouns or present tenses ("cut", "cost",
//! "quit"), participles that are the clause's own verb, and past tenses that are not.
//!
//! The model sees two words to either side; what decides here is whether the clause has a finite verb already. Runs
//! after [`super::correct`], once over each sentence; every look is bounded by [`REACH`]. Headlines are left to
//! `headline`: they tell in the present.

use super::correct::{before_adverbs, is_be, is_have};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Tokens that are looked at to either side: longer clauses are rare, and the bound keeps the pass linear.
const REACH: usize = 40;

/// Mends the tags of one sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    let told = tokens.iter().rev().take(3).any(|token| matches!(token.lower.as_str(), "." | "!" | "?"));
    for at in 0..tokens.len() {
        let tag = no_verb(tokens, at).or_else(|| speech(tokens, at)).or_else(|| joined(tokens, at));
        let tag = tag.or_else(|| participle_behind_comma(tokens, at));
        let tag = tag.or_else(|| if told { missing_verb(tokens, at).or_else(|| one_form(tokens, at)) } else { None });
        let tag = tag.or_else(|| if told { only_participle(tokens, at) } else { None });
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
}

fn can_be(token: &Token, flags: u16) -> bool {
    word_of(token).is_some_and(|word| word.can_be(flags))
}

/// What the lexicon knows of a word, of "re-hired" what it knows of "hired".
fn word_of(token: &Token) -> Option<Word> {
    Word::find(&token.lower).or_else(|| Word::find(token.lower.strip_prefix("re-")?))
}

/// "ran aground", "made them redundant": words that are no verbs in any of their forms; "aged 54".
fn no_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !token.tag.is_verb() {
        return None;
    }
    let number = |next: &Token| next.tag == Tag::Number || next.lower == "between";
    if token.lower == "aged" && tokens.get(at + 1).is_some_and(number) {
        return Some(Tag::Adjective);
    }
    let word = Word::find(&token.lower)?;
    let infinitive = at > 0 && matches!(tokens[at - 1].tag, Tag::To | Tag::Modal);
    if matches!(token.tag, Tag::VerbPresent | Tag::Verb)
        && !infinitive
        && word.can_be(Word::PAST)
        && !word.can_be(Word::VERB)
    {
        // "stole", "went": nothing but a past tense.
        return Some(Tag::VerbPast);
    }
    let past_only = word.can_be(Word::PAST) && !word.can_be(Word::PARTICIPLE) && !token.lower.ends_with("ed");
    if token.tag == Tag::VerbParticiple && past_only {
        return Some(Tag::VerbPast);
    }
    if word.can_be(Word::ANY_VERB | Word::NAME) {
        return None;
    }
    if token.lower.contains('\'') || token.lower.len() < 3 {
        return None;
    }
    match () {
        () if word.can_be(Word::ADJECTIVE) => Some(Tag::Adjective),
        () if word.can_be(Word::ADVERB) => Some(Tag::Adverb),
        () => None,
    }
}

/// "the chairman said:": never a participle but in "said to be".
fn speech(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbParticiple || token.lower != "said" {
        return None;
    }
    let (_, before) = before_adverbs(tokens, at)?;
    let subject = before.tag.is_noun() || before.tag == Tag::Pronoun || before.lower == ",";
    let infinitive = tokens.get(at + 1).is_some_and(|next| next.lower == "to");
    (subject && !infinitive).then_some(Tag::VerbPast)
}

/// "It began in March and ended in June", "who grew up in Leeds and lives in York": what "and" joins to a finite verb
/// is finite.
fn joined(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let plural = token.tag == Tag::NounPlural && !token.capital && can_be(token, Word::THIRD);
    let participle = token.tag == Tag::VerbParticiple && can_be(token, Word::PAST);
    if !plural && !participle {
        return None;
    }
    let (conjunction, _) =
        before_adverbs(tokens, at).filter(|(_, word)| matches!(word.lower.as_str(), "and" | "but" | "then"))?;
    let adjacent = &tokens[conjunction.checked_sub(1)?];
    if adjacent.tag.is_adjective() || adjacent.tag == Tag::VerbParticiple {
        return None;
    }
    let back = conjunction.saturating_sub(REACH);
    let verb = (back..conjunction)
        .rev()
        .find(|&index| tokens[index].tag.is_verb() && !matches!(tokens[index].tag, Tag::Verb | Tag::VerbGerund))?;
    if !tokens[verb].tag.is_finite() || is_have(&tokens[verb].lower) {
        return None;
    }
    if participle {
        // "was arrested and charged" has its participle before "and"; "was ill and died" has none.
        return Some(Tag::VerbPast);
    }
    let who = tokens[back..verb].iter().rev().take(3).any(|word| matches!(word.lower.as_str(), "who" | "he" | "she"));
    let adverbial = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::Preposition | Tag::Determiner | Tag::PossessivePronoun | Tag::To) && next.lower != "of"
    });
    (who && adverbial).then_some(Tag::VerbThird)
}

/// "the crossing at Moyle, closed since June": behind a comma, without an object, in a clause that has its verb.
fn participle_behind_comma(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbPast || at < 3 || tokens[at - 1].lower != "," {
        return None;
    }
    let passive = Word::find(&token.lower)?;
    let noun = tokens[at - 2].tag.is_noun() || tokens[at - 2].tag == Tag::Number;
    let follows = tokens.get(at + 1)?;
    let adverbial = follows.tag == Tag::Preposition && follows.lower != "that" && follows.lower != "of";
    if !noun || !adverbial || !passive.can_be(Word::PARTICIPLE) || !passive.can_be(Word::TRANSITIVE) {
        return None;
    }
    // "opened the bridge, turned to the crew and left": a list of verbs.
    let list = tokens[at + 1..(at + REACH).min(tokens.len())]
        .windows(2)
        .any(|pair| pair[0].tag == Tag::Conjunction && (pair[1].tag.is_verb() || pair[1].tag.is_adverb()));
    let before = &tokens[at.saturating_sub(REACH)..at - 1];
    (!list && main_verb(before)).then_some(Tag::VerbParticiple)
}

/// Whether the words hold a finite verb that belongs to no relative or subordinate clause.
fn main_verb(words: &[Token]) -> bool {
    let mut inner = false;
    for token in words {
        match token.tag {
            Tag::WhPronoun | Tag::WhDeterminer | Tag::WhPossessive | Tag::WhAdverb => inner = true,
            tag if tag.is_finite() => {
                if !inner {
                    return true;
                }
                inner = false;
            }
            _ => inner |= opens_clause(&token.lower) && token.lower != "and",
        }
    }
    false
}

/// Words at which another clause may begin.
fn opens_clause(lower: &str) -> bool {
    matches!(
        lower,
        "that"
            | "if"
            | "when"
            | "while"
            | "because"
            | "after"
            | "before"
            | "although"
            | "though"
            | "since"
            | "as"
            | "whether"
            | "until"
            | "unless"
            | "who"
            | "which"
            | "where"
            | "whose"
            | "what"
            | "how"
            | "why"
            | "and"
            | "but"
            | "or"
            | ";"
            | ":"
            | "—"
            | "–"
    )
}

/// "The flood cost £40m", "Ana Ruiz quit on Monday", "The couple plan to move": a clause that has no other finite verb
/// has this one.
fn missing_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !matches!(token.tag, Tag::Noun | Tag::Adjective | Tag::Verb | Tag::ProperNoun) || (token.capital && at == 0) {
        return None;
    }
    let word = word_of(token)?;
    let past = word.can_be(Word::PAST);
    let planned = word.can_be(Word::VERB) && token.tag == Tag::Noun && infinitive_follows(tokens, at);
    if token.capital || !(past || planned) {
        return None;
    }
    let (place, before) = before_adverbs(tokens, at)?;
    let pronoun = before.tag == Tag::Pronoun || matches!(before.lower.as_str(), "who" | "which");
    let closing = before.lower == "," && place > 1 && tokens[place - 1].tag != Tag::Punctuation;
    if !(before.tag.is_noun() || pronoun || closing) || !goes_on(tokens, at) {
        return None;
    }
    if has_verb(tokens, at) {
        return None;
    }
    Some(if past { Tag::VerbPast } else { Tag::VerbPresent })
}

/// "The problem related to a flaw that tricked users.": behind a noun, in a sentence without a finite verb outside
/// relative clauses, a participle is the past tense.
fn only_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbParticiple || at == 0 || !tokens[at - 1].tag.is_noun() || !can_be(token, Word::PAST) {
        return None;
    }
    let agent = tokens.get(at + 1).is_none_or(|next| matches!(next.lower.as_str(), "by" | "of" | ","));
    let start = at.saturating_sub(REACH);
    let end = (at + REACH).min(tokens.len());
    // Whatever lies beyond the reach may hold the verb.
    let whole = start == 0 && end == tokens.len();
    let inner = tokens[..at].iter().any(|token| opens_clause(&token.lower));
    (whole && !agent && !inner && !main_verb(&tokens[..at]) && !main_verb(&tokens[at + 1..])).then_some(Tag::VerbPast)
}

fn infinitive_follows(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|to| to.lower == "to")
        && tokens.get(at + 2).is_some_and(|verb| verb.tag == Tag::Verb)
}

/// Whether what follows `at` may be an object, or say where or when.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    match next.tag {
        Tag::Preposition => next.lower != "of" && next.lower != "that",
        Tag::Adverb | Tag::AdverbComparative => !tokens.get(at + 2).is_some_and(|after| after.tag.is_finite()),
        // "stole diamonds", "cut ties"; "cut" alone before a singular noun is as likely a noun itself.
        Tag::Noun => can_be(next, Word::ADJECTIVE) || !can_be(&tokens[at], Word::VERB),
        Tag::Punctuation => matches!(next.lower.as_str(), "." | "\"" | "“"),
        Tag::PossessiveEnding | Tag::Conjunction | Tag::Other | Tag::Modal => false,
        tag => !tag.is_finite() && tag != Tag::VerbParticiple,
    }
}

/// Whether the clause around `at` has a finite verb. It ends where another may begin; behind a comma only what stands
/// right there belongs to it ("The cut, announced in June, was").
fn has_verb(tokens: &[Token], at: usize) -> bool {
    let finite = |index: usize| tokens[index].tag.is_finite() || tokens[index].tag == Tag::Verb && bare(tokens, index);
    let left =
        (at.saturating_sub(REACH)..at).rev().take_while(|&index| !opens_clause(&tokens[index].lower)).any(finite);
    if left {
        return true;
    }
    let mut comma = false;
    for index in at + 1..(at + REACH).min(tokens.len()) {
        let token = &tokens[index];
        let closed = index > 0 && tokens[index - 1].lower == ",";
        if token.tag.is_finite() && (!comma || closed) {
            return true;
        }
        comma |= token.lower == "," || opens_clause(&token.lower);
        if matches!(token.lower.as_str(), ";" | ":") {
            return false;
        }
    }
    false
}

/// A base form that is no infinitive: what a headline or a subject in the plural has for its verb.
fn bare(tokens: &[Token], at: usize) -> bool {
    before_adverbs(tokens, at).is_some_and(|(_, before)| before.tag.is_noun())
}

/// "Rovers beat Albion 3-1.": of a form that is present and past alike, news tells the past, unless it says how things
/// usually are.
fn one_form(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !matches!(token.tag, Tag::VerbPresent | Tag::Verb) {
        return None;
    }
    let word = Word::find(&token.lower).filter(|word| word.can_be(Word::PAST) && word.can_be(Word::VERB))?;
    if word.verb_lemma(&token.lower) != token.lower {
        return None;
    }
    let (place, before) = before_adverbs(tokens, at)?;
    let subject = before.tag.is_noun() || matches!(before.lower.as_str(), "they" | "we" | "who");
    // "let the firm cut", "help them put", "see prices hit": a base form under another verb.
    let governed = tokens[place.saturating_sub(6)..place]
        .iter()
        .any(|word| matches!(word.tag, Tag::Modal | Tag::Verb | Tag::To) || is_causative(&word.lower));
    let around = &tokens[at.saturating_sub(REACH)..(at + REACH).min(tokens.len())];
    let usual = around.iter().any(|other| {
        let present = matches!(other.tag, Tag::VerbThird | Tag::VerbPresent);
        let speech = is_be(&other.lower) || is_have(&other.lower) || matches!(other.lower.as_str(), "say" | "says");
        present && !speech && other.span != token.span || is_habit(&other.lower)
    });
    (subject && !governed && !usual).then_some(Tag::VerbPast)
}

fn is_causative(lower: &str) -> bool {
    matches!(
        lower,
        "let" | "lets" | "make" | "makes" | "made" | "help" | "helped" | "see" | "saw" | "watched" | "do" | "did"
    )
}

fn is_habit(lower: &str) -> bool {
    matches!(
        lower,
        "often"
            | "usually"
            | "always"
            | "now"
            | "normally"
            | "typically"
            | "generally"
            | "sometimes"
            | "every"
            | "currently"
    )
}

#[cfg(test)]
mod tests {
    use crate::annotate::tag::sample::tagged;
    use crate::annotate::token::Tag;

    #[track_caller]
    fn assert_tag(text: &str, word: &str, tag: Tag) {
        let (tokens, _) = tagged(text);
        let found = tokens.iter().find(|token| token.lower == word).map(|token| token.tag);
        assert_eq!(found, Some(tag), "{word} in {text}");
    }

    #[test]
    fn a_clause_without_a_verb_has_the_word_that_can_be_one() {
        assert_tag("The flood cost £40m.", "cost", Tag::VerbPast);
        assert_tag("The airline cut fares.", "cut", Tag::VerbPast);
        assert_tag("Armed robbers stole diamonds.", "stole", Tag::VerbPast);
        assert_tag("The couple plan to move.", "plan", Tag::VerbPresent);
        assert_tag("The actress re-hired her lawyer.", "re-hired", Tag::VerbPast);
    }

    #[test]
    fn a_clause_that_has_its_verb_keeps_its_nouns() {
        assert_tag("The tax cut for the rich, announced in June, was scrapped.", "cut", Tag::Noun);
        assert_tag("The cost of the flood rose.", "cost", Tag::Noun);
        assert_tag("The plan to cut fares was dropped.", "plan", Tag::Noun);
    }

    #[test]
    fn one_form_for_past_and_present_tells_the_past() {
        assert_tag("Workers quit on Monday.", "quit", Tag::VerbPast);
        assert_tag("Workers often quit in winter.", "quit", Tag::VerbPresent);
    }

    #[test]
    fn and_joins_finite_verbs() {
        assert_tag("It started in a court, and ended with his arrest.", "ended", Tag::VerbPast);
        assert_tag("Ruiz, who grew up in Leeds and lives in York, won.", "lives", Tag::VerbThird);
        assert_tag("He was arrested and charged with theft.", "charged", Tag::VerbParticiple);
    }

    #[test]
    fn a_past_form_behind_a_comma_may_be_a_participle() {
        assert_tag("They will reopen the gate in Bern, closed since June.", "closed", Tag::VerbParticiple);
        assert_tag("Ana Ruiz, the mayor, closed in on the lead.", "closed", Tag::VerbPast);
    }

    #[test]
    fn words_that_are_no_verbs_are_none() {
        assert_tag("The ship ran aground off Cork.", "aground", Tag::Adjective);
        assert_tag("He died in March aged 88.", "aged", Tag::Adjective);
    }
}
