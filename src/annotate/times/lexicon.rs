//! The words that phrases of time are made of.
//!
//! One table, looked up once a token: a token that is in none of the classes costs one hash and nothing more, and a
//! sentence without a [trigger](Class::triggers) is never parsed. Words with another common sense ("may", "march",
//! "sun", "second") are marked as doubtful here and believed only beside other words of time.

use super::class::{Class, Part, Unit};
use super::numeric::{self, Half};
use crate::annotate::time::MONTHS;
use crate::hash::Map;
use std::sync::LazyLock;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const CARDINALS: &str = "\
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty";
const ORDINALS: &str = "\
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
const TENS: [(&str, u32); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
/// Words that begin phrases or join their parts. Prepositions in front of a phrase are read backwards from it.
const FUNCTION: &str = "\
    the a an this that these last next past previous following coming upcoming current same early earlier late \
    later mid middle start beginning end half quarter quarters few couple several dozen about around from \
    between of in on at by to until till through and ago rest turn close calendar financial fiscal recent";

/// Whether a word, in lower case and full, names a day of the week or a month.
#[must_use]
pub fn names_day_or_month(word: &str) -> bool {
    WEEKDAYS.contains(&word) || MONTHS.split(' ').any(|month| month == word)
}

type Table = Map<&'static str, Class>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for word in FUNCTION.split(' ') {
        table.insert(word, Class::Function);
    }
    for (value, word) in CARDINALS.split(' ').enumerate() {
        table.insert(word, Class::Cardinal(value as u32));
    }
    for (word, value) in TENS {
        table.insert(word, Class::Cardinal(value));
    }
    for (value, word) in ORDINALS.split(' ').enumerate() {
        table.insert(word, Class::Ordinal(value as u32 + 1));
    }
    for (index, word) in MONTHS.split(' ').enumerate() {
        let month = index as u8 + 1;
        table.insert(word, Class::Month(month, !matches!(word, "march" | "may")));
        if let Some(short) = word.get(..3) {
            table.entry(short).or_insert(Class::Month(month, false));
        }
    }
    for (index, word) in WEEKDAYS.iter().enumerate() {
        table.insert(word, Class::Weekday(index as u8, true));
        if let Some(short) = word.get(..3) {
            table.insert(short, Class::Weekday(index as u8, false));
        }
    }
    table.extend(OTHERS.iter().copied());
    for first in super::holiday::first_words() {
        table.entry(first).or_insert(Class::Holiday);
    }
    table
});

const OTHERS: [(&str, Class); 93] = [
    ("jan.", Class::Month(1, true)),
    ("feb.", Class::Month(2, true)),
    ("mar.", Class::Month(3, true)),
    ("apr.", Class::Month(4, true)),
    ("jun.", Class::Month(6, true)),
    ("jul.", Class::Month(7, true)),
    ("aug.", Class::Month(8, true)),
    ("sep.", Class::Month(9, true)),
    ("sept.", Class::Month(9, true)),
    ("sept", Class::Month(9, true)),
    ("oct.", Class::Month(10, true)),
    ("nov.", Class::Month(11, true)),
    ("dec.", Class::Month(12, true)),
    ("mon.", Class::Weekday(0, true)),
    ("tue.", Class::Weekday(1, true)),
    ("tues.", Class::Weekday(1, true)),
    ("tues", Class::Weekday(1, true)),
    ("wed.", Class::Weekday(2, true)),
    ("weds", Class::Weekday(2, true)),
    ("thu.", Class::Weekday(3, true)),
    ("thur.", Class::Weekday(3, true)),
    ("thurs.", Class::Weekday(3, true)),
    ("thurs", Class::Weekday(3, true)),
    ("fri.", Class::Weekday(4, true)),
    ("sat.", Class::Weekday(5, false)),
    ("sun.", Class::Weekday(6, false)),
    ("seconds", Class::Unit(Unit::Second)),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Unit(Unit::Minute)),
    ("mins", Class::Unit(Unit::Minute)),
    ("min", Class::Unit(Unit::Minute)),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Unit(Unit::Hour)),
    ("hrs", Class::Unit(Unit::Hour)),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Unit(Unit::Day)),
    ("week", Class::Unit(Unit::Week)),
    ("weeks", Class::Unit(Unit::Week)),
    ("fortnight", Class::Unit(Unit::Fortnight)),
    ("fortnights", Class::Unit(Unit::Fortnight)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Unit(Unit::Month)),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Unit(Unit::Year)),
    ("yr", Class::Unit(Unit::Year)),
    ("yrs", Class::Unit(Unit::Year)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Unit(Unit::Decade)),
    ("century", Class::Unit(Unit::Century)),
    ("centuries", Class::Unit(Unit::Century)),
    ("qtr", Class::Unit(Unit::Quarter)),
    ("dawn", Class::Part(Part::Dawn)),
    ("daybreak", Class::Part(Part::Dawn)),
    ("morning", Class::Part(Part::Morning)),
    ("mid-morning", Class::Part(Part::Morning)),
    ("lunchtime", Class::Part(Part::Lunch)),
    ("lunch-time", Class::Part(Part::Lunch)),
    ("afternoon", Class::Part(Part::Afternoon)),
    ("mid-afternoon", Class::Part(Part::Afternoon)),
    ("evening", Class::Part(Part::Evening)),
    ("teatime", Class::Part(Part::Afternoon)),
    ("night", Class::Part(Part::Night)),
    ("overnight", Class::Part(Part::Overnight)),
    ("today", Class::Day(0)),
    ("yesterday", Class::Day(-1)),
    ("tomorrow", Class::Day(1)),
    ("tonight", Class::Tonight),
    ("noon", Class::Noon),
    ("midday", Class::Noon),
    ("mid-day", Class::Noon),
    ("noontime", Class::Noon),
    ("midnight", Class::Midnight),
    ("spring", Class::Season(0)),
    ("summer", Class::Season(1)),
    ("autumn", Class::Season(2)),
    ("winter", Class::Season(3)),
    ("am", Class::Meridiem(Half::Morning)),
    ("a.m.", Class::Meridiem(Half::Morning)),
    ("a.m", Class::Meridiem(Half::Morning)),
    ("pm", Class::Meridiem(Half::Evening)),
    ("p.m.", Class::Meridiem(Half::Evening)),
    ("p.m", Class::Meridiem(Half::Evening)),
    ("o'clock", Class::OClock),
    ("oclock", Class::OClock),
    ("weekend", Class::Weekend),
    ("week-end", Class::Weekend),
    ("year-end", Class::YearEnd),
    ("q1", Class::Quarter(None, 1)),
    ("q2", Class::Quarter(None, 2)),
    ("q3", Class::Quarter(None, 3)),
    ("q4", Class::Quarter(None, 4)),
    ("nineties", Class::Decade(1990)),
    ("fall", Class::Season(4)),
];

/// The class of a word in lower case with straight apostrophes and hyphens.
pub(super) fn classify(lower: &str) -> Class {
    if lower.len() < 2 && !lower.starts_with(|c: char| c.is_ascii_digit()) {
        return if lower == "a" { Class::Function } else { Class::Other };
    }
    if lower.starts_with(|c: char| c.is_ascii_digit() || c == '\'') {
        return numeric::classify(lower);
    }
    if lower.len() > 16 {
        return Class::Other;
    }
    if let Some(&class) = TABLE.get(lower) {
        return class;
    }
    match lower.split_once('-') {
        Some((tens, ones)) => compound_number(tens, ones).unwrap_or(Class::Other),
        None => Class::Other,
    }
}

/// "twenty-three", "thirty-first".
fn compound_number(tens: &str, ones: &str) -> Option<Class> {
    let (_, tens) = TENS.iter().find(|(word, _)| *word == tens)?;
    match TABLE.get(ones)? {
        Class::Cardinal(ones @ 1..=9) => Some(Class::Cardinal(tens + ones)),
        Class::Ordinal(ones @ 1..=9) => Some(Class::Ordinal(tens + ones)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_classes() {
        assert_eq!(classify("twenty-third"), Class::Ordinal(23));
        assert_eq!(classify("sept."), Class::Month(9, true));
        assert_eq!(classify("may"), Class::Month(5, false));
        assert_eq!(classify("twenty-second-rate"), Class::Other);
    }

    #[test]
    fn plain_numbers_do_not_start_the_parser() {
        assert!(!classify("three").triggers() && !classify("450").triggers() && !classify("5600").triggers());
        assert!(classify("1997").triggers() && classify("thursday").triggers());
    }
}
