//! Of what two figures are: a heat and a final, a committee and the house, a village and its county have two.
//!
//! Asked of every conflict of quantities, whatever check saw it, by the words of the figures' own sentences
//! (`rules/english/scopes.csv`). A word that may narrow a figure is enough to let it pass: precision first.

use super::support;
use super::table::Sorts;
use crate::annotate::Article;
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::time::{Grain, TimeMention};
use crate::annotate::token::{Tag, Token};
use std::sync::LazyLock;

/// A figure in its article.
pub(super) struct Given<'s> {
    pub(super) article: &'s Article,
    pub(super) figure: &'s Quantity,
}

/// Words behind a figure within which it is said of what area it is.
const NEAR: usize = 10;

static WORDS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../rules/english/scopes.csv")));

/// Whether a token is a word of a sort.
fn is(token: &Token, sort: &str) -> bool {
    WORDS.words(sort).iter().any(|word| token.lower == *word || token.lemma == *word)
}

/// Whether the sentences of two figures say that they are of two scopes.
pub(super) fn two_scopes(one: &Given, two: &Given) -> bool {
    // An age is of nothing but a person.
    let ages = one.figure.unit == Unit::Age || two.figure.unit == Unit::Age;
    if ages {
        return false;
    }
    narrowed(one) != narrowed(two)
        || two_periods(one, two)
        || two_houses(one, two)
        || two_moments(one, two)
        || [(one, two), (two, one)].into_iter().any(|(one, two)| {
            of_a_sort(one, two)
                || of_a_row(one, two)
                || one.figure.low > two.figure.low && (wider(one, two) || more_things(one, two))
        })
}

/// The tokens of the figure's sentence.
fn tokens<'s>(given: &Given<'s>) -> &'s [Token] {
    support::tokens(given.article, given.figure.span.start)
}

/// The words that narrow a figure.
fn narrowed<'s>(given: &Given<'s>) -> Vec<&'s str> {
    tokens(given).iter().filter(|token| is(token, "narrow")).map(|token| token.lower.as_str()).collect()
}

/// "Seized 340 kg on Monday", "has seized 2,100 kg this year": the larger is of the whole period.
fn two_periods(one: &Given, two: &Given) -> bool {
    let grains = |given: &Given| -> Vec<Grain> {
        let times = support::times(given.article, support::sentence(given.article, given.figure.span));
        times.filter(|time| time.duration.is_none()).filter_map(|time| Some(time.value?.grain)).collect()
    };
    let (whole, part) = if one.figure.low > two.figure.low { (one, two) } else { (two, one) };
    let (long, short) = (grains(whole), grains(part));
    long.contains(&Grain::Year) && !short.contains(&Grain::Year) && short.iter().any(|grain| *grain <= Grain::Day)
}

/// "The committee voted by 9 to 6", "the council by 27 to 19"; "the Senate", "the lower house".
fn two_houses(one: &Given, two: &Given) -> bool {
    let vote = |given: &Given| given.figure.against.is_some() || given.figure.counted.as_deref() == Some("vote");
    if !vote(one) || !vote(two) {
        return false;
    }
    let has = |given: &Given, sort: &str| tokens(given).iter().any(|token| is(token, sort));
    let differ = |sort: &str| has(one, sort) != has(two, sort);
    let chambers = |given: &Given| has(given, "upper") || has(given, "lower");
    differ("committee") || chambers(one) && chambers(two) && (differ("upper") || differ("lower"))
}

/// "300 houses in the county", "120 houses in Nether Poole": the larger is of a wider area that the other does not name.
fn wider(whole: &Given, part: &Given) -> bool {
    let behind = tokens(whole).iter().filter(|token| token.span.start >= whole.figure.span.end).take(NEAR);
    let own = tokens(part);
    behind.filter(|token| is(token, "wide")).any(|wide| !own.iter().any(|token| token.lemma == wide.lemma))
}

/// Words that tell one of a row from the others, and nouns that they tell when of.
const OF_A_ROW: &[&str] = &["last", "previous", "earlier", "first", "second", "third", "fourth", "another"];
const TIMES: &[&str] = &[
    "week", "month", "year", "night", "day", "season", "time", "minute", "hour", "half", "quarter", "century", "decade",
];

/// "The last strike lasted 19 days", "the strike lasted 12": one of a row, where the other sentence names none of it.
fn of_a_row(one: &Given, two: &Given) -> bool {
    let (own, other) = (tokens(one), tokens(two));
    own.iter().enumerate().filter(|(_, token)| OF_A_ROW.contains(&token.lower.as_str())).any(|(at, ordinal)| {
        let noun = own[at + 1..].iter().take(2).find(|token| matches!(token.tag, Tag::Noun | Tag::NounPlural));
        let Some(noun) = noun.filter(|noun| !TIMES.contains(&noun.lemma.as_str())) else { return false };
        other.iter().any(|token| token.lemma == noun.lemma) && !other.iter().any(|token| token.lower == ordinal.lower)
    })
}

/// "Paid for the letters", "spent on the letters and diaries": the larger is for more than one thing.
fn more_things(whole: &Given, part: &Given) -> bool {
    let own = tokens(part);
    let names = |noun: &Token| own.iter().any(|token| token.lemma == noun.lemma);
    let common = |token: &Token| matches!(token.tag, Tag::Noun | Tag::NounPlural);
    tokens(whole).windows(3).any(|three| {
        let [first, and, second] = three else { return false };
        and.lower == "and" && common(first) && common(second) && names(first) && !names(second)
    })
}

/// "140 hectares by noon", "260 hectares by evening": counted up to two moments.
fn two_moments(one: &Given, two: &Given) -> bool {
    fn until<'s>(given: &Given<'s>) -> Vec<&'s TimeMention> {
        let sentence = support::sentence(given.article, given.figure.span);
        let by = |time: &&TimeMention| given.article.document.text[..time.span.start].trim_end().ends_with(" by");
        support::times(given.article, sentence).filter(by).collect()
    }
    let (first, second) = (until(one), until(two));
    let apart =
        |x: &TimeMention, y: &TimeMention| x.value.zip(y.value).is_some_and(|(x, y)| x.disjoint(&y, None, None));
    first.iter().any(|x| second.iter().any(|y| apart(x, y)))
}

/// "45 vans", "20 electric vans": fewer of a sort are a part of them all.
fn of_a_sort(whole: &Given, part: &Given) -> bool {
    let (one, two) = (whole.figure, part.figure);
    let same =
        one.counted.is_some() && one.counted == two.counted && one.unit == Unit::Count && two.unit == Unit::Count;
    let modified = |given: &Given| {
        given.figure.counted_span.is_some_and(|span| given.article.document.slice(span).trim().contains(' '))
    };
    same && one.low > two.low && modified(part) && !modified(whole)
}

#[cfg(test)]
mod tests {
    use crate::testing::found;

    #[test]
    fn the_table_has_words_of_every_sort() {
        super::WORDS.assert_sorts(&["narrow", "committee", "upper", "lower", "wide"]);
    }

    #[test]
    fn a_sort_of_vans_is_a_part_of_all_vans() {
        let all = "The fire at the Harlow depot destroyed 45 vans on Monday night, fire chief Ana Ruiz said.\n";
        let other = |vans: &str| {
            format!("The fire at the Harlow depot on Monday night destroyed {vans}, fire chief Ana Ruiz said.\n")
        };
        assert_eq!(found(all, &other("20 electric vans")), 0);
        assert_eq!(found(all, &other("20 vans")), 1);
        assert_eq!(found(all, &other("80 electric vans")), 1);
    }

    #[test]
    fn a_heat_and_a_final_have_two_times() {
        let race = "Maria Lund won the 10,000 metres in Oslo on Friday in 30 minutes 14 seconds.\n";
        let other =
            |won: &str| format!("Maria Lund won {won} 10,000 metres in Oslo in 31 minutes 41 seconds on Friday.\n");
        assert_eq!(found(race, &other("her heat over")), 0);
        assert_eq!(found(race, &other("the")), 1);
    }

    #[test]
    fn a_season_is_a_part_of_a_career() {
        let season = "Obi Wells scored 13 league goals for Marl Town this season.\n";
        let other = |when: &str| format!("Obi Wells, the striker, has scored 31 league goals for Marl Town{when}.\n");
        assert_eq!(found(season, &other("")), 0);
        assert_eq!(found(season, &other(" this season")), 1);
    }

    #[test]
    fn a_haul_of_a_day_is_a_part_of_the_year() {
        let day = "Police in Ibiza seized 340 kg of cocaine on a yacht on Monday, Ana Ruiz said.\n";
        let other =
            |when: &str| format!("Police in Ibiza seized 2,100 kg of cocaine {when}, Ana Ruiz said on Monday.\n");
        assert_eq!(found(day, &other("this year")), 0);
        assert_eq!(found(day, &other("on a yacht")), 1);
    }

    #[test]
    fn a_village_is_a_part_of_its_county() {
        let village = "The flood damaged 120 houses in Nether Poole on Sunday, mayor Ruth Ferris said.\n";
        let other = |place: &str| format!("The flood damaged 300 houses {place} on Sunday, mayor Ruth Ferris said.\n");
        assert_eq!(found(village, &other("in the county")), 0);
        assert_eq!(found(village, &other("in Nether Poole")), 1);
    }

    #[test]
    fn a_committee_and_a_council_vote_each_for_itself() {
        let council = "The council of Ardley voted by 27 to 19 on Monday to close the library.\n";
        let other = |who: &str| format!("{who} of Ardley voted by 21 to 16 on Monday to close the library.\n");
        assert_eq!(found(council, &other("A committee of the council")), 0);
        assert_eq!(found(council, &other("The council")), 1);
    }

    #[test]
    fn this_strike_is_not_the_last() {
        let this = "The strike at Belmont Ports lasted 12 days, union leader Tom Rudge said.\n";
        let other =
            |which: &str| format!("The {which}strike at Belmont Ports lasted 19 days, union leader Tom Rudge said.\n");
        assert_eq!(found(this, &other("last ")), 0);
        assert_eq!(found(this, &other("")), 1);
    }

    #[test]
    fn what_burned_by_noon_is_less_than_by_evening() {
        let noon = "The heath fire at Thursley had burned 140 hectares by noon on Sunday, fire chief Ana Ruiz said.\n";
        let other = |when: &str| {
            format!("The heath fire at Thursley had burned 260 hectares by {when}, fire chief Ana Ruiz said.\n")
        };
        assert_eq!(found(noon, &other("Sunday evening")), 0);
        assert_eq!(found(noon, &other("noon on Sunday")), 1);
    }
}
