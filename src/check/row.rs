//! One of a row: the second award, the other order, the first half. What is told of it is not told of another of the row.
//!
//! Asked of every conflict about what happened, whatever check saw it, since what tells two of a row apart stands beside a
//! noun that a claim need not hold: "missed a penalty in the first half", "scored one in the second half". Firsts and lasts
//! by themselves tell nothing apart, since "her first title" is the title.

use super::conflict::{Check, Conflict, Side};
use super::support;
use crate::annotate::mention::EntityKind;
use crate::annotate::token::{Tag, Token};
use crate::graph::{Identity, Likeness, Story, compare_parties};

/// Checks of what happened.
const HAPPENED: &[Check] =
    &[Check::Polarity, Check::Participant, Check::Place, Check::Status, Check::Time, Check::Attendance];
/// Words that tell one of a row from the one that is spoken of without them.
const OTHERS: &[&str] = &["second", "third", "fourth", "fifth", "another", "other", "earlier", "previous"];
/// Words that count parts.
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "opening", "final"];
/// Nouns for the parts of a match, a meeting or a play.
const PARTS: &[&str] =
    &["half", "round", "quarter", "set", "leg", "period", "session", "heat", "frame", "lap", "act", "stage", "innings"];
/// Nouns of time, which such words count.
const TIMES: &[&str] = &[
    "week", "month", "year", "night", "day", "season", "time", "minute", "hour", "century", "decade", "morning", "term",
];
/// Tokens between such a word and its noun, the noun included.
const NEAR: usize = 2;

/// Whether the two sides of a conflict tell of two of a row, or of two stretches of a way.
pub(super) fn apart(story: &Story, conflict: &Conflict) -> bool {
    let [a, b] = conflict.sides.as_slice() else { return false };
    if !HAPPENED.contains(&conflict.check) {
        return false;
    }
    let (Some(one), Some(two)) = (sentence(story, a), sentence(story, b)) else { return false };
    another(one, two)
        || another(two, one)
        || conflict.check != Check::Time && two_parts(one, two)
        || conflict.check == Check::Participant && two_ways(story, a, b)
}

/// The tokens of the sentence of a side's first passage.
fn sentence<'s>(story: &'s Story, side: &Side) -> Option<&'s [Token]> {
    let passage = side.passages.first()?;
    Some(support::tokens(story.articles.get(passage.document.0 as usize)?, passage.span.start))
}

/// The noun behind a word that counts or sets apart.
fn noun(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens[at + 1..]
        .iter()
        .take(NEAR)
        .find(|token| matches!(token.tag, Tag::Noun | Tag::NounPlural) || PARTS.contains(&token.lemma.as_str()))
}

/// "A second award" beside "the award".
fn another(own: &[Token], other: &[Token]) -> bool {
    own.iter().enumerate().filter(|(_, token)| OTHERS.contains(&token.lower.as_str())).any(|(at, _)| {
        let Some(noun) = noun(own, at) else { return false };
        let parts = PARTS.contains(&noun.lemma.as_str()) || TIMES.contains(&noun.lemma.as_str());
        let has = |test: &dyn Fn(&Token) -> bool| other.iter().any(test);
        // "The other order, not the order": an article that names both may mean either.
        let once = own.iter().filter(|token| token.lemma == noun.lemma).count() == 1;
        let spoken_of =
            has(&|token| token.lemma == noun.lemma) && !has(&|token| OTHERS.contains(&token.lower.as_str()));
        !parts && once && spoken_of
    })
}

/// "In the first half", "in the second half".
fn two_parts(one: &[Token], two: &[Token]) -> bool {
    let parts = |tokens: &[Token]| -> Vec<(String, String)> {
        let counted = tokens.iter().enumerate().filter(|(_, token)| ORDINALS.contains(&token.lower.as_str()));
        let named =
            counted.filter_map(|(at, word)| Some((noun(tokens, at)?.lemma.to_string(), word.lower.to_string())));
        named.filter(|(noun, _)| PARTS.contains(&noun.as_str())).collect()
    };
    let (first, second) = (parts(one), parts(two));
    first.iter().any(|(noun, word)| {
        let mut same = second.iter().filter(|(other, _)| other == noun).peekable();
        same.peek().is_some() && same.all(|(_, other)| other != word)
    })
}

/// "From Linz to Graz", "from Graz to Villach".
fn two_ways(story: &Story, a: &Side, b: &Side) -> bool {
    let from = |side: &Side| -> Option<Identity> {
        let passage = side.passages.first()?;
        let at = passage.document.0 as usize;
        let article = story.articles.get(at)?;
        let mut places = support::mentions(article, support::sentence(article, passage.span));
        let from = places.find(|mention| {
            mention.kind == EntityKind::Place && article.document.text[..mention.span.start].ends_with("from ")
        })?;
        story.identities.of(at, from.entity?)
    };
    let two = from(a).zip(from(b));
    two.is_some_and(|(one, two)| compare_parties(&story.identities, one, two) != Likeness::Same)
}

#[cfg(test)]
mod tests {
    use crate::testing::found;

    #[test]
    fn the_second_award_is_another() {
        let award =
            "The award was presented by the mayor, Eva Klein, in Leeds on Friday. The crew of Solveig cheered.\n";
        let other = |award: &str| {
            format!("Ian Beck presented {award} to the crew of Solveig in Leeds on Friday. Eva Klein was there.\n")
        };
        assert_eq!(found(award, &other("a second award")), 0);
        assert_eq!(found(award, &other("the award")), 1);
    }

    #[test]
    fn each_half_has_its_penalty() {
        let missed = "Owen Mora of Marl Town missed the penalty in the first half of the match at Leeds on Friday.\n";
        let other = |half: &str| {
            format!("Owen Mora of Marl Town scored the penalty in the {half} half of the match at Leeds on Friday.\n")
        };
        assert_eq!(found(missed, &other("second")), 0);
        assert_eq!(found(missed, &other("first")), 1);
    }

    #[test]
    fn two_drive_one_train_in_turn() {
        let first = "Jan Kosek drove the night train of Delmar Rail from Linz to Graz on Friday.\n";
        let other = |way: &str| format!("Peter Lisle drove the night train of Delmar Rail {way} on Friday.\n");
        assert_eq!(found(first, &other("from Graz to Villach")), 0);
        assert_eq!(found(first, &other("from Linz to Graz")), 1);
    }
}
