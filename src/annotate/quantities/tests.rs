//! The gold list: phrases with the quantities they hold, in the notation of [`show`].

use super::quantities;
use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::annotate::time::TimeMention;
use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::Span;
use compact_str::CompactString;

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
#[ignore]
fn dump() {
    for line in std::fs::read_to_string(std::env::var("PHRASES").unwrap()).unwrap().lines() {
        println!("{line}\n    {}", shown(line));
    }
}
