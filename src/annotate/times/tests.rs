//! What the grammar reads, and what it lets be. The day of publication is Wednesday 19 November 2025.

use super::test_support::{assert_times, read, show};
use crate::annotate::time::{Grain, TimeRelation};
use crate::source::BlockKind;
use proptest::prelude::*;

#[test]
fn news_looks_back_unless_the_verb_looks_forward() {
    assert_times("She resigned on Thursday.", &["Thursday = 2025-11-13..2025-11-14"]);
    assert_times("She will resign on Thursday.", &["Thursday = 2025-11-20..2025-11-21"]);
    assert_times("He is due to sail on Friday.", &["Friday = 2025-11-21..2025-11-22"]);
    assert_times("The ferry, which sank on Tuesday, will be raised.", &["Tuesday = 2025-11-18..2025-11-19"]);
    assert_times(
        "They said on Monday they will strike on Friday.",
        &["Monday = 2025-11-17..2025-11-18", "Friday = 2025-11-21..2025-11-22"],
    );
    assert_times(
        "A walkout that would have shut the port on Friday was called off.",
        &["Friday = 2025-11-21..2025-11-22"],
    );
}

#[test]
fn the_day_of_publication_counts_as_past() {
    assert_times("He died on Wednesday.", &["Wednesday = 2025-11-19..2025-11-20"]);
    assert_times("He died last Wednesday.", &["last Wednesday = 2025-11-12..2025-11-13"]);
}

#[test]
fn headlines_tell_the_past_in_the_present_tense() {
    let text = "Mayor quits Monday";
    assert_eq!(show(text, &read(Some("2025-11-19"), BlockKind::Headline, text)), ["Monday = 2025-11-17..2025-11-18"]);
}

#[test]
fn clock_and_day_make_one_mention_in_any_order() {
    assert_times("It fell at 2:15 p.m. Tuesday.", &["2:15 p.m. Tuesday = 2025-11-18T14:15..2025-11-18T14:16"]);
    assert_times(
        "It ended on Monday night at half past eleven.",
        &["Monday night at half past eleven = 2025-11-17T23:30..2025-11-17T23:31"],
    );
    assert_times("He spoke at 6pm on Tuesday.", &["6pm on Tuesday = 2025-11-18T18:00..2025-11-18T19:00"]);
    assert_times("It ended at 4.20 this morning.", &["4.20 this morning = 2025-11-19T04:20..2025-11-19T04:21"]);
    assert_times(
        "They met at 3 in the morning on Tuesday.",
        &["3 in the morning on Tuesday = 2025-11-18T03:00..2025-11-18T04:00"],
    );
}

#[test]
fn spoken_clock_times() {
    assert_times(
        "It began at a quarter to seven on Monday evening.",
        &["a quarter to seven on Monday evening = 2025-11-17T18:45..2025-11-17T18:46"],
    );
    assert_times(
        "On Monday he rang at twenty to three.",
        &["Monday = 2025-11-17..2025-11-18", "twenty to three = 2025-11-17T14:40..2025-11-17T14:41"],
    );
    // Neither the day nor its half is told.
    assert_times("Doors opened at six.", &["six = 2025-11-18..2025-11-20"]);
    assert_times("By eleven the hall was empty.", &["eleven = 2025-11-18..2025-11-20"]);
    // Published at ten in the morning, of what has happened.
    assert_times(
        "They met on Wednesday and rose at a quarter to seven.",
        &["Wednesday = 2025-11-19..2025-11-20", "a quarter to seven = 2025-11-19T06:45..2025-11-19T06:46"],
    );
}

#[test]
fn a_clock_time_alone_leans_on_the_last_day() {
    assert_times(
        "They met on Monday and broke up at 10.30pm.",
        &["Monday = 2025-11-17..2025-11-18", "10.30pm = 2025-11-17T22:30..2025-11-17T22:31"],
    );
    assert_times(
        "They met on Monday night.\nThe vote came at nine o'clock.",
        &["Monday night = 2025-11-17T18:00..2025-11-18T06:00", "nine o'clock = 2025-11-17T21:00..2025-11-17T22:00"],
    );
}

#[test]
fn a_clock_time_ahead_takes_a_day_ahead() {
    assert_times(
        "They agreed on 11 November and will meet on 25 November.\nThey will be received at 2pm.",
        &[
            "11 November = 2025-11-11..2025-11-12",
            "25 November = 2025-11-25..2025-11-26",
            "2pm = 2025-11-25T14:00..2025-11-25T15:00",
        ],
    );
}

#[test]
fn figures_are_doubtful_where_others_name_the_half() {
    let text = "On Monday she led at 9:15 and lost by 10:50 p.m.";
    assert_times(
        text,
        &[
            "Monday = 2025-11-17..2025-11-18",
            "9:15 = 2025-11-17..2025-11-18",
            "10:50 p.m. = 2025-11-17T22:50..2025-11-17T22:51",
        ],
    );
    assert_times(
        "On Monday she led at 9:15 and lost by 22:50.",
        &[
            "Monday = 2025-11-17..2025-11-18",
            "9:15 = 2025-11-17T09:15..2025-11-17T09:16",
            "22:50 = 2025-11-17T22:50..2025-11-17T22:51",
        ],
    );
}

#[test]
fn midnight_ends_its_day_unless_something_is_after_it() {
    assert_times("It shut at midnight on Monday.", &["midnight on Monday = 2025-11-18..2025-11-18T01:00"]);
    assert_times("It shut just after midnight on Monday.", &["midnight on Monday = 2025-11-17..2025-11-17T01:00"]);
}

#[test]
fn zones_are_those_of_the_date() {
    let offset = |text: &str| {
        let mentions = read(Some("2025-11-19"), BlockKind::Paragraph, text);
        mentions[0].value.and_then(|value| value.offset).map(|offset| offset.seconds() / 60)
    };
    assert_eq!(offset("It landed at 8:52 p.m. Eastern time on Friday."), Some(-300));
    assert_eq!(offset("It landed at 8:52 p.m. Eastern time on July 4."), Some(-240));
    assert_eq!(offset("Shares rose at 0820 GMT."), Some(0));
    assert_eq!(offset("It landed at 8 p.m. local time."), None);
    assert_eq!(offset("It struck at 1353 (1023 GMT) on Monday."), Some(210));
    assert_eq!(offset("At 4:30 a.m. local time (11.30 p.m. ET) they fled."), Some(0));
}

#[test]
fn dates_in_every_written_form() {
    let day = "2025-03-04..2025-03-05";
    for form in [
        "4 March 2025",
        "March 4, 2025",
        "March 4",
        "the 4th of March",
        "4 March",
        "2025-03-04",
        "3/4/2025",
        "Tuesday, March 4",
        "Tuesday 4 March",
    ] {
        assert_times(&format!("It opened on {form}."), &[&format!("{form} = {day}")]);
    }
    assert_times("It sold Sept. 26.", &["Sept. 26 = 2025-09-26..2025-09-27"]);
    assert_times("The deal closes on 9 January.", &["9 January = 2026-01-09..2026-01-10"]);
}

#[test]
fn periods() {
    assert_times("He won in 2017.", &["2017 = 2017-01-01..2018-01-01"]);
    assert_times("They spoke in March.", &["March = 2025-03-01..2025-04-01"]);
    assert_times("He lost November's election.", &["November = 2025-11-01..2025-12-01"]);
    assert_times("It was built in early 2019.", &["early 2019 = 2019-01-01..2019-05-01"]);
    assert_times("It rained in late October.", &["late October = 2025-10-21..2025-11-01"]);
    assert_times("Profit fell in the second quarter.", &["the second quarter = 2025-04-01..2025-07-01"]);
    assert_times("They met last week.", &["last week = 2025-11-10..2025-11-17"]);
    assert_times("They met earlier this week.", &["earlier this week = 2025-11-17..2025-11-20"]);
    assert_times("It grew in the 1990s.", &["the 1990s = 1990-01-01..2000-01-01"]);
    assert_times("It grew in the 1990's.", &["the 1990's = 1990-01-01..2000-01-01"]);
    assert_times("It reopens in the spring of 2027.", &["the spring of 2027 = 2027-03-01..2027-06-01"]);
    assert_times(
        "It will sit on the first Monday in January.",
        &["the first Monday in January = 2026-01-05..2026-01-06"],
    );
}

#[test]
fn lengths_and_distances() {
    assert_times("He left three years ago.", &["three years ago = 2022-11-01..2022-12-01"]);
    assert_times("He left a fortnight ago.", &["a fortnight ago = 2025-11-05..2025-11-06"]);
    assert_times("It will open in three weeks.", &["three weeks = 2025-12-10..2025-12-11"]);
    assert_times("Sales in the 26 weeks to Oct 11 rose.", &["26 weeks to Oct 11 = 2025-04-13..2025-10-12"]);
    let seconds = |text: &str| read(Some("2025-11-19"), BlockKind::Paragraph, text)[0].duration;
    assert_eq!(seconds("He was away for three weeks."), Some(21 * 86_400));
    assert_eq!(seconds("A 24-hour strike began."), Some(86_400));
    assert_eq!(seconds("She quit two days after the vote."), Some(2 * 86_400));
    assert_times("She quit two days after the vote.", &["two days = ?"]);
}

#[test]
fn ranges_take_what_their_other_end_says() {
    assert_times("It ran between 3 and 5 May.", &["3 and 5 May = 2025-05-03..2025-05-06"]);
    assert_times("They struck from Monday to Wednesday.", &["Monday to Wednesday = 2025-11-17..2025-11-20"]);
    assert_times(
        "It burned between 2:30 and 4 a.m. on Tuesday.",
        &["2:30 and 4 a.m. on Tuesday = 2025-11-18T02:30..2025-11-18T04:00"],
    );
    assert_times(
        "The vote was moved from Monday to Wednesday.",
        &["Monday = 2025-11-17..2025-11-18", "Wednesday = 2025-11-19..2025-11-20"],
    );
}

#[test]
fn days_told_from_other_days() {
    assert_times("He left the day after Labor Day.", &["the day after Labor Day = 2025-09-02..2025-09-03"]);
    assert_times(
        "She sang on Friday.\nThe following day she left.",
        &["Friday = 2025-11-14..2025-11-15", "The following day = 2025-11-15..2025-11-16"],
    );
    assert_times("It shut the day before the vote.", &[]);
}

#[test]
fn limits_may_lie_ahead_of_a_verb_in_the_past() {
    assert_times("She asked them to pay by Dec. 1.", &["Dec. 1 = 2025-12-01..2025-12-02"]);
    assert_times("It was lent until January.", &["January = 2026-01-01..2026-02-01"]);
    assert_times(
        "They sang on Friday.\nOn that Friday it rained.",
        &["Friday = 2025-11-14..2025-11-15", "Friday = 2025-11-14..2025-11-15"],
    );
}

#[test]
fn prepositions_bound() {
    let mention = |text: &str| read(Some("2025-11-19"), BlockKind::Paragraph, text)[0].clone();
    assert_eq!(mention("It has stood since 2013.").relation, TimeRelation::Since);
    assert_eq!(mention("He has until Friday.").relation, TimeRelation::Until);
    assert_eq!(mention("She left before Friday.").relation, TimeRelation::Before);
    let near = mention("He came shortly before ten o'clock on Tuesday night.");
    assert_eq!(near.relation, TimeRelation::During);
    assert!(near.value.is_some_and(|value| value.approximate && value.grain == Grain::Hour));
    assert!(!mention("Read all about Friday.").value.is_some_and(|value| value.approximate));
}

#[test]
fn words_with_another_sense_are_no_times() {
    for text in [
        "The 54-year-old may march again.",
        "April Jones met Wednesday Addams.",
        "They won 3-2, the second by a goal.",
        "She had been looking at nine.",
        "It sold 2000 copies.",
        "He earns $50,000 a year.",
        "The Good Friday Agreement held.",
        "It rises every Friday.",
        "The sun set and Jan left.",
        "His age is 1/2 of hers.",
    ] {
        assert_times(text, &[]);
    }
}

#[test]
fn without_a_day_of_publication_the_weekday_is_kept() {
    let mentions =
        read(None, BlockKind::Paragraph, "He fell on Friday.\nHe was born on 4 March 1970 and wed on 5 May.");
    assert_eq!((mentions[0].value, mentions[0].weekday), (None, Some(4)));
    let years: Vec<_> =
        mentions.iter().filter_map(|mention| mention.value?.from).map(jiff::civil::DateTime::year).collect();
    assert_eq!(years, [1970, 1970]);
}

#[test]
fn phrases_do_not_nest_without_end() {
    for phrase in
        ["the last week of ", "the day before ", "the week of the first day of ", "between midnight and ", "( "]
    {
        read(Some("2025-11-19"), BlockKind::Paragraph, &phrase.repeat(2_000));
    }
}

proptest! {
    /// Any string of the grammar's words and of others is read without panic, in order and without overlap.
    #[test]
    fn mentions_are_ordered_and_disjoint(words in proptest::collection::vec(proptest::sample::select(vec![
        "the", "first", "last", "Monday", "of", "March", "31", "2:30", "a.m.", "to", "between", "and", "9999", "in",
        "-", "half", "past", "twelve", "week", "years", "ago", "999999999", "midnight", "night", "early", "(", ")", "GMT",
        "Easter", "2024-25", "at", "this", "following", "day", "after", "century", "21st", "30", "February", ",", "will",
    ]), 0..40)) {
        let text = words.join(" ");
        for published in [None, Some("9999-12-31T23:59"), Some("0001-01-01T00:00"), Some("2024-02-29T00:00")] {
            let mentions = read(published, BlockKind::Paragraph, &text);
            for pair in mentions.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for mention in &mentions {
                prop_assert!(!mention.span.of(&text).is_empty());
                if let Some(value) = mention.value {
                    prop_assert!(value.from.zip(value.to).is_none_or(|(from, to)| from < to));
                }
            }
        }
    }
}
