//! Whole phrases: the gold list, comparisons as reports word them, and what must hold of any text.

use super::gold::GOLD;
use super::quantities;
use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::annotate::time::{TimeMention, TimeRelation};
use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::Span;
use compact_str::CompactString;
use proptest::prelude::*;

/// Tokens as the tokeniser makes them, for these tests only: words with hyphens whole, signs and clitics alone.
fn tokens_of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut push = |start: usize, end: usize| {
        let source = &text[start..end];
        let lower = CompactString::from(source.to_lowercase().replace('’', "'").replace('–', "-"));
        let capital = source.chars().next().is_some_and(char::is_uppercase);
        tokens.push(Token { span: Span::new(start, end), tag: Tag::Other, lemma: lower.clone(), lower, capital });
    };
    for word in text.split_whitespace() {
        let base = word.as_ptr() as usize - text.as_ptr() as usize;
        let (mut start, mut end) = (0, word.len());
        while let Some(sign) = word[start..end].chars().next().filter(|sign| "(“\"‘$£€¥₹".contains(*sign)) {
            push(base + start, base + start + sign.len_utf8());
            start += sign.len_utf8();
        }
        for sign in ["US$", "HK$", "A$", "C$"] {
            if word[start..end].starts_with(sign) {
                push(base + start, base + start + sign.len());
                start += sign.len();
            }
        }
        let mut tail = Vec::new();
        while let Some(sign) = word[start..end].chars().next_back().filter(|sign| ",.;:?!)”\"%".contains(*sign)) {
            let abbreviated = matches!(&word[start..end], "No." | "Sept." | "Ave." | "E." | "a.m." | "p.m.");
            if sign == '.' && abbreviated {
                break;
            }
            end -= sign.len_utf8();
            tail.push((base + end, base + end + sign.len_utf8()));
        }
        let clitic = ["'s", "’s", "n't"].iter().find(|clitic| word[start..end].ends_with(**clitic));
        let middle = end - clitic.map_or(0, |clitic| clitic.len());
        if start < middle {
            push(base + start, base + middle);
        }
        if middle < end {
            push(base + middle, base + end);
        }
        tail.iter().rev().for_each(|(start, end)| push(*start, *end));
    }
    tokens
}

fn read_with(text: &str, times: &[TimeMention]) -> Vec<Quantity> {
    let tokens = tokens_of(text);
    let sentence = Sentence { span: Span::new(0, text.len()), tokens: 0..tokens.len(), block: 0 };
    quantities(text, &tokens, &[sentence], times)
}

fn read(text: &str) -> Vec<Quantity> {
    read_with(text, &[])
}

/// "[span] bound low..high unit counted".
fn show(text: &str, quantity: &Quantity) -> String {
    let bound = match quantity.bound {
        Bound::Exactly => "",
        Bound::About => "~",
        Bound::AtLeast => ">=",
        Bound::MoreThan => ">",
        Bound::AtMost => "<=",
        Bound::LessThan => "<",
    };
    let number = |value: f64| format!("{}", (value * 1000.0).round() / 1000.0);
    let mut value = number(quantity.low);
    if quantity.is_range() {
        value = format!("{value}..{}", number(quantity.high));
    }
    if let Some(against) = quantity.against {
        value = format!("{value}:{}", number(against));
    }
    let unit = match &quantity.unit {
        Unit::Count => String::new(),
        Unit::Currency(code) => format!(" {code}"),
        Unit::Percent => " %".to_owned(),
        Unit::PercentagePoints => " pp".to_owned(),
        Unit::Age => " age".to_owned(),
        Unit::Measure(base) => format!(" {base}"),
        Unit::Duration => " s".to_owned(),
        Unit::Ordinal => " th".to_owned(),
        Unit::Score => " score".to_owned(),
    };
    let counted = quantity.counted.as_ref().map_or(String::new(), |lemma| format!(" {lemma}"));
    format!("[{}] {bound}{value}{unit}{counted}", quantity.span.of(text))
}

fn shown(text: &str) -> String {
    read(text).iter().map(|quantity| show(text, quantity)).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_phrase_of_the_gold_list_is_read() {
    let wrong: Vec<String> = GOLD
        .iter()
        .filter(|(text, expected)| shown(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  expected {expected}\n  found    {}", shown(text)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), GOLD.len(), wrong.join("\n"));
}

#[track_caller]
fn compared(one: &str, other: &str) -> Comparison {
    let (first, second) = (read(one), read(other));
    let [first, second] =
        [first.first(), second.first()].map(|found| found.cloned().unwrap_or_else(|| panic!("{one} / {other}")));
    first.compare(&second)
}

#[test]
fn figures_that_one_state_of_affairs_allows_are_compatible() {
    let pairs = [
        ("at least 12 men", "15 men"),
        ("4.6 per cent", "almost 5 per cent"),
        ("£3.42bn", "3.4 billion pounds"),
        ("2,312 staff", "about 2,300 staff"),
        ("51.3 per cent", "about half"),
        ("38 jobs", "about 40 jobs"),
        ("a few dozen votes", "41 votes"),
        ("1.2 metres", "about four feet"),
        ("3,100 copies", "about 3,000 copies"),
        ("19 days", "three weeks"),
        ("a 54-year-old", "a man in his 50s"),
        ("a third of voters", "33 per cent"),
        ("between 10 and 15 people", "13 people"),
        ("576,958 tonnes", "almost 577,000 tonnes"),
        ("up to 50 people", "30 people"),
        ("17 miles", "about 27km"),
        ("several hundred people", "about 400 people"),
        ("a dozen people", "11 people"),
        ("28 degrees Celsius", "82 degrees Fahrenheit"),
        ("won 2-1", "lost 1-2"),
        ("hundreds of people", "612 people"),
    ];
    for (one, other) in pairs {
        assert_eq!(compared(one, other), Comparison::Compatible, "{one} / {other}");
    }
}

#[test]
fn the_same_figure_in_other_words_is_the_same() {
    for (one, other) in [
        ("30 months", "two and a half years"),
        ("£340m", "340 million pounds"),
        ("two-thirds", "two out of three"),
        ("half a dozen people", "half-dozen people"),
        ("0.25 percentage points", "25 basis points"),
        ("89p", "£0.89"),
        ("12.5 per cent", "an eighth of the catch"),
    ] {
        assert_eq!(compared(one, other), Comparison::Same, "{one} / {other}");
    }
}

#[test]
fn figures_that_exclude_one_another_differ() {
    let pairs = [
        ("340 million pounds", "£430m"),
        ("612 votes", "812 votes"),
        ("seven men", "eight men"),
        ("at least 12 men", "nine men"),
        ("4.1 per cent", "4.6 per cent"),
        ("an eighth of the catch", "15.2 per cent"),
        ("two years", "30 months"),
        ("aged 54", "aged 45"),
        ("a man in his 30s", "a man aged 44"),
        ("won 2-1", "won 3-1"),
        ("fewer than 20 people", "24 people"),
        ("the second goal", "the third goal"),
        ("about 40 people", "60 people"),
        ("10 people", "12 people"),
    ];
    for (one, other) in pairs {
        assert_eq!(compared(one, other), Comparison::Different, "{one} / {other}");
    }
}

#[test]
fn other_currencies_and_units_do_not_compare() {
    for (one, other) in [("£5m", "$5m"), ("12 per cent", "12 men"), ("12 men", "a 2-1 win"), ("3 miles", "3 hours")] {
        assert_eq!(compared(one, other), Comparison::Incomparable, "{one} / {other}");
    }
}

fn time(text: &str, words: &str, duration: Option<i64>) -> TimeMention {
    let start = text.find(words).unwrap_or_default();
    TimeMention {
        span: Span::new(start, start + words.len()),
        value: None,
        relation: TimeRelation::During,
        duration,
        weekday: None,
        reason: "test",
    }
}

#[test]
fn dates_are_no_quantities_and_lengths_of_time_are() {
    let text = "On 4 March 12 men began 30 days of leave.";
    let times = [time(text, "4 March", None), time(text, "30 days", Some(2_592_000))];
    let found: Vec<String> = read_with(text, &times).iter().map(|quantity| show(text, quantity)).collect();
    assert_eq!(found, ["[12] 12 man", "[30 days] 2592000 s"]);
}

/// Tags a test sentence word by word.
fn tagged(text: &str, tags: &[(Tag, &str)]) -> Vec<String> {
    let mut tokens = tokens_of(text);
    for (token, (tag, lemma)) in tokens.iter_mut().zip(tags) {
        token.tag = *tag;
        token.lemma = (*lemma).into();
    }
    let sentence = Sentence { span: Span::new(0, text.len()), tokens: 0..tokens.len(), block: 0 };
    quantities(text, &tokens, &[sentence], &[]).iter().map(|quantity| show(text, quantity)).collect()
}

#[test]
fn tags_and_lemmas_find_the_noun_counted() {
    let wives = [(Tag::Number, "nine"), (Tag::Adjective, "angry"), (Tag::NounPlural, "wife"), (Tag::VerbPast, "leave")];
    assert_eq!(tagged("Nine angry wives left", &wives), ["[Nine] 9 wife"]);
    let verb = [(Tag::Number, "nine"), (Tag::VerbThird, "like"), (Tag::Determiner, "the"), (Tag::NounPlural, "dog")];
    assert_eq!(tagged("Nine likes the dogs", &verb), ["[Nine] 9"]);
}

#[test]
fn the_noun_counted_has_a_span_of_its_own() {
    let text = "At least 12 Syrian men were killed.";
    let found = read(text);
    assert_eq!(found[0].counted_span.map(|span| span.of(text)), Some("Syrian men"));
}

proptest! {
    #[test]
    fn spans_are_in_order_and_inside_whatever_the_text(
        words in proptest::collection::vec(
            proptest::sample::select(&[
                "12", "a", "half", "dozen", "and", "to", "–", "2-1", "£3.2m", "per", "cent", "million", "one", "in", "men",
                "third", "30s", "his", "between", "or", "more", "than", "-", "7-", "aged", ",", "hundreds", "of", "No.",
                "½", "€", "R2", "two-thirds", "45-7-2", "least", "at", "ı̇", "years", "old", "and-a-half", "0", "--1",
            ][..]),
            0..25,
        )
    ) {
        let text = words.join(" ");
        let found = read(&text);
        prop_assert!(found.windows(2).all(|pair| pair[0].span <= pair[1].span));
        for quantity in &found {
            prop_assert!(!quantity.span.is_empty() && !quantity.span.of(&text).is_empty());
            prop_assert!(quantity.low.is_finite() && quantity.low <= quantity.high && quantity.step > 0.0);
            prop_assert_eq!(quantity.compare(quantity), Comparison::Same);
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,60}") {
        for quantity in read(&text) {
            prop_assert!(!quantity.span.of(&text).is_empty());
        }
    }
}

#[test]
fn a_result_behind_a_name_is_a_score_and_a_type_is_not() {
    assert_eq!(shown("Rovers beat City 2-1 on Sunday."), "[2-1] 2:1 score");
    assert_eq!(shown("Ruiz beat Lind 6-4, 6-3 on Sunday.").matches("6:4").count(), 0);
}
