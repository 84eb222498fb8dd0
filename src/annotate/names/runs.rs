//! Runs of capitalised words that may hold a name.

use super::bare::Bare;
use crate::annotate::lexicon;
use crate::annotate::tag;
use crate::annotate::time::TimeMention;
use crate::annotate::token::{Tag, Token};
use crate::gazetteer::Gazetteer;
use std::ops::Range;

/// The runs of one sentence, in order.
pub(super) fn runs(tokens: &[Token], sentence: Range<usize>, times: &[TimeMention]) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !starts(tokens, &sentence, at, times) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < sentence.end {
            match joins(tokens, &sentence, at, end, times) {
                0 => break,
                count => end += count,
            }
        }
        list.push(at..end);
        at = end;
    }
    list
}

fn timed(token: &Token, times: &[TimeMention]) -> bool {
    let at = times.partition_point(|time| time.span.end <= token.span.start);
    times.get(at).is_some_and(|time| time.span.overlaps(token.span))
}

fn starts(tokens: &[Token], sentence: &Range<usize>, at: usize, times: &[TimeMention]) -> bool {
    let token = &tokens[at];
    if !token.capital || timed(token, times) || token.lower == "i" || token.tag == Tag::Punctuation {
        return false;
    }
    if token.tag.is_proper() || lexicon::honorific(&token.lower).is_some() {
        return true;
    }
    // "British Airways", "Democratic Party": an adjective only with a proper noun behind it.
    let next = tokens.get(at + 1).filter(|_| at + 1 < sentence.end);
    let before_name = next.is_some_and(|next| next.capital && next.tag.is_proper() && !timed(next, times));
    let nounish = token.tag.is_adjective() || token.tag.is_noun();
    before_name && nounish && !opens_sentence(tokens, sentence, at)
        || opens_sentence(tokens, sentence, at) && nounish
        || before_name && opens_sentence(tokens, sentence, at) && lexicon::is_given_name(&token.lower)
        || office_opening(tokens, sentence, at)
}

/// "Chief executive Ana Ruiz said": an office whose words are tagged as common nouns, a name behind it.
fn office_opening(tokens: &[Token], sentence: &Range<usize>, at: usize) -> bool {
    let rest = &tokens[at..sentence.end];
    lexicon::office_at(rest)
        .is_some_and(|(length, _)| rest.get(length).is_some_and(|next| next.capital && next.tag.is_proper()))
}

fn opens_sentence(tokens: &[Token], sentence: &Range<usize>, at: usize) -> bool {
    at == sentence.start || tokens[at - 1].tag == Tag::Punctuation && tokens[at - 1].lower != ","
}

/// A capital that may only open the sentence: one English word that is no given name and no place. It is a name only
/// where the article has it as part of one elsewhere.
pub(super) fn doubtful(tokens: &[Token], sentence: &Range<usize>, run: &Range<usize>, places: &mut Bare<'_>) -> bool {
    run.len() == 1
        && opens_sentence(tokens, sentence, run.start)
        && ordinary_opening(tokens, sentence, run.start, places)
}

fn ordinary_opening(tokens: &[Token], sentence: &Range<usize>, at: usize, places: &mut Bare<'_>) -> bool {
    let token = &tokens[at];
    let next_capital = at + 1 < sentence.end && tokens[at + 1].capital && tokens[at + 1].tag.is_proper();
    let mixed = tokens[at].span.len() > 1 && token.lower.chars().all(char::is_alphabetic);
    mixed
        && !next_capital
        && tag::is_word(&token.lower)
        && !lexicon::is_given_name(&token.lower)
        && places.place(&token.written()).is_none()
}

/// How many tokens from `end` on belong to the run that began at `start`; 0 when it ends.
fn joins(tokens: &[Token], sentence: &Range<usize>, start: usize, end: usize, times: &[TimeMention]) -> usize {
    let token = &tokens[end];
    // "Iceland's Birkir Olsen": written like the "'s" of Dutch names.
    if timed(token, times) || token.tag == Tag::PossessiveEnding {
        return 0;
    }
    let capital_at = |at: usize| {
        at < sentence.end
            && tokens[at].capital
            && !timed(&tokens[at], times)
            && (tokens[at].tag.is_proper() || tokens[at].tag.is_noun())
    };
    let lower = token.lower.as_str();
    if token.capital && (token.tag.is_proper() || token.tag.is_noun() || token.tag.is_adjective()) {
        return 1;
    }
    // "Channel 6", "Radio 4": stations go by numbers.
    if token.tag == Tag::Number && end == start + 1 && matches!(tokens[start].lower.as_str(), "channel" | "radio") {
        return 1;
    }
    // "Orchard Vale plc": the one suffix of companies that is written small.
    if lower == "plc" {
        return 1;
    }
    if lower == "&" && capital_at(end + 1) {
        return 2;
    }
    if lexicon::is_name_particle(lower) && capital_at(end + 1) {
        return 2;
    }
    let two =
        end + 1 < sentence.end && lexicon::is_name_particle(lower) && lexicon::is_name_particle(&tokens[end + 1].lower);
    if two && capital_at(end + 2) {
        return 3;
    }
    // "Bank of England", "Court of Appeal", "Department for Transport": the word before must be such a word.
    if matches!(lower, "of" | "for") {
        let the = usize::from(end + 1 < sentence.end && tokens[end + 1].lower == "the");
        let head = &tokens[end - 1].lower;
        // "Friends of Ana Ruiz wept": of a person.
        let person = head == "friends" && tokens.get(end + 1).is_some_and(|next| lexicon::is_given_name(&next.lower));
        let known =
            !person && lexicon::body_head(head) || is_landform(head) || place_of(tokens, start, end, end + 1 + the);
        if capital_at(end + 1 + the) && known {
            return 2 + the;
        }
    }
    // "Ministry of Agriculture and Fisheries", "Academy of Arts and Sciences"
    if lower == "and" && capital_at(end + 1) && names_fields(&tokens[start..end], &tokens[end + 1]) {
        return 2;
    }
    // "Burton upon Trent", "Chester le Street", "Stoke on Trent"
    let joined = match lower {
        "upon" | "le" | "juxta" | "cum" => true,
        "on" => tokens.get(end + 1).is_some_and(|next| is_water(&next.lower)),
        _ => false,
    };
    if joined && end == start + 1 && capital_at(end + 1) {
        return 2;
    }
    0
}

/// Whether a run such as "Ministry of Agriculture" goes on with "and": what it is of are fields and not names.
fn names_fields(run: &[Token], next: &Token) -> bool {
    let Some(of) = run.iter().position(|token| matches!(token.lower.as_str(), "of" | "for")) else { return false };
    let head = of.checked_sub(1).map_or("", |head| run[head].lower.as_str());
    let field = |token: &Token| {
        tag::is_word(&token.lower)
            && !lexicon::is_given_name(&token.lower)
            && Gazetteer::global().lookup(&token.written()).is_empty()
    };
    matches!(
        head,
        "ministry"
            | "department"
            | "academy"
            | "office"
            | "institute"
            | "school"
            | "college"
            | "society"
            | "museum"
            | "committee"
            | "commission"
            | "board"
            | "council"
            | "faculty"
            | "association"
            | "federation"
            | "bureau"
    ) && run.last().is_some_and(field)
        && field(next)
}

/// Words that with "of" and a name make a place's name.
fn is_landform(lower: &str) -> bool {
    matches!(
        lower,
        "hook"
            | "isle"
            | "bay"
            | "gulf"
            | "strait"
            | "straits"
            | "mull"
            | "kyle"
            | "firth"
            | "cape"
            | "horn"
            | "bridge"
            | "forest"
            | "vale"
            | "sea"
            | "point"
            | "bight"
            | "sound"
            | "isles"
            | "rock"
            | "port"
    )
}

/// Rivers and other waters that towns are named after.
fn is_water(lower: &str) -> bool {
    matches!(
        lower,
        "trent"
            | "thames"
            | "tyne"
            | "tees"
            | "avon"
            | "sea"
            | "humber"
            | "wye"
            | "severn"
            | "dee"
            | "solent"
            | "water"
            | "ouse"
            | "mersey"
            | "tweed"
            | "naze"
            | "stour"
            | "hudson"
            | "main"
            | "oder"
    )
}

/// "Hook of Holland", "Isle of Wight": the gazetteer knows the whole.
fn place_of(tokens: &[Token], start: usize, end: usize, last: usize) -> bool {
    let gazetteer = crate::gazetteer::Gazetteer::global();
    let mut name = String::new();
    for token in &tokens[start.max(end.saturating_sub(2))..=last] {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&token.written());
    }
    !gazetteer.lookup(&name).is_empty()
}
