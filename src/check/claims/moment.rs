//! Of which days a claim speaks, and whether of one occurrence: news of now, background, what happens every year.
//!
//! Two claims that are not both of the news are rarely of one occurrence, whatever they share. Nothing here compares
//! more than times; [`super::judge`] weighs the rest.

use crate::annotate::clause::ClauseLink;
use crate::annotate::time::{Grain, TimeRelation};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::Tense;
use crate::check::support;
use crate::graph::{Fact, Story, When};
use crate::pack::{Lasting, Predicate};
use crate::source::Span;

/// Whether one claim is dated long before its article and the other not: what a paper does not date is news, so that the
/// dated one is another, earlier event.
pub(super) fn stale(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>) -> bool {
    if predicate.is_some_and(|predicate| predicate.lasts == Lasting::Always) {
        return false;
    }
    let old = |fact: &Fact, when: When| {
        let published = story.articles[fact.article].document.published?.date;
        Some((published - when.value.to?.date()).get_days() > 120)
    };
    let old = |fact: &Fact| {
        let when = named_time(story, fact)?;
        old(fact, when).or(Some(when.value.grain >= Grain::Month))
    };
    match (named_time(story, a), named_time(story, b)) {
        (Some(_), None) => old(a) == Some(true),
        (None, Some(_)) => old(b) == Some(true),
        (Some(_), Some(_)) => old(a).zip(old(b)).is_some_and(|(one, two)| one != two),
        (None, None) => false,
    }
}

/// Bytes from a sentence's start within which a time opens it.
const OPENING: usize = 6;

/// The claim's time, or the one that its words name though it is not known to be the claim's own.
fn named_time(story: &Story, fact: &Fact) -> Option<When> {
    if fact.when.is_some() {
        return fact.when;
    }
    let article = &story.articles[fact.article];
    let zone = article.document.published.and_then(|published| published.offset);
    // "In February, a quake hit the town, measuring 6.1": what opens a sentence dates all of it.
    let start = support::sentence(article, fact.span).start;
    let first = support::times(article, Span::new(start, start + OPENING)).next();
    let opening = first.filter(|time| time.duration.is_none());
    if !fact.dated || opening.is_some() {
        let value = opening.and_then(|time| time.value.map(|value| (time, value)));
        return value.map(|(time, value)| When {
            value,
            relation: time.relation,
            zone,
            local: [None; 2],
            span: time.span,
        });
    }
    let first = article.times.partition_point(|time| time.span.end <= fact.span.start);
    let inside = article.times[first..].iter().take_while(|time| time.span.start < fact.span.end);
    let mut named = inside.filter(|time| time.duration.is_none());
    match (named.next(), named.next()) {
        (Some(time), None) => {
            time.value.map(|value| When { value, relation: time.relation, zone, local: [None; 2], span: time.span })
        }
        _ => None,
    }
}

/// Whether the times that the words of two claims name, though not known to be their own, lie more than two weeks apart.
///
/// A weekday may have been read as last week's or next week's.
pub(super) fn named_apart(story: &Story, a: &Fact, b: &Fact) -> bool {
    let (Some(x), Some(y)) = (named_time(story, a), named_time(story, b)) else { return false };
    let apart = |one: &When, two: &When| {
        one.value.to.zip(two.value.from).is_some_and(|(end, start)| (start.date() - end.date()).get_days() > 14)
    };
    let during = x.relation == TimeRelation::During && y.relation == TimeRelation::During;
    during && (a.when.is_none() || b.when.is_none()) && (apart(&x, &y) || apart(&y, &x))
}

/// "three times", "every year", "often": speaks of several occurrences, each with its own people, places and figures.
pub(super) fn repeated(story: &Story, fact: &Fact) -> bool {
    let article = &story.articles[fact.article];
    let from = article.tokens.partition_point(|token| token.span.start < fact.span.start);
    let tokens = &article.tokens[from..];
    let tokens = &tokens[..tokens.partition_point(|token| token.span.start < fact.span.end)];
    let counted = |word: &Token| {
        word.tag == Tag::Number || matches!(word.lower.as_str(), "many" | "several" | "few" | "countless" | "numerous")
    };
    tokens.iter().enumerate().any(|(at, token)| match token.lower.as_str() {
        "twice" | "thrice" | "often" | "usually" | "regularly" | "frequently" | "repeatedly" | "sometimes" => true,
        "times" => at > 0 && counted(&tokens[at - 1]),
        "every" | "each" => tokens.get(at + 1).is_some_and(|next| {
            matches!(next.lemma.as_str(), "year" | "month" | "week" | "day" | "season" | "summer" | "winter" | "time")
        }),
        _ => false,
    })
}

/// "last season", "in the previous campaign": of another round than the news.
pub(super) fn of_last_round(story: &Story, fact: &Fact) -> bool {
    let span = support::sentence(&story.articles[fact.article], fact.span);
    let words = story.slice(fact.article, span).to_lowercase();
    ["last season", "last term", "last campaign", "previous season", "previous campaign", "reverse fixture"]
        .iter()
        .any(|round| words.contains(round))
}

/// Whether the claim's words name a time long before its article, though it is not the claim's own.
pub(super) fn speaks_of_old(story: &Story, fact: &Fact) -> bool {
    let article = &story.articles[fact.article];
    let Some(published) = article.document.published else { return false };
    let first = article.times.partition_point(|time| time.span.end <= fact.span.start);
    article.times[first..].iter().take_while(|time| time.span.start < fact.span.end).any(|time| {
        let until = time.value.and_then(|value| value.to);
        until.is_some_and(|until| (published.date - until.date()).get_days() > 120)
    })
}

/// Told in passing ("when he received a five-year sentence", "had been sentenced"): it may be of another time.
pub(super) fn in_passing(story: &Story, fact: &Fact) -> bool {
    let Some(clause) = story.claims[fact.claim].clause else { return false };
    let article = &story.articles[fact.article];
    let clause = &article.clauses[clause];
    let group = &article.verb_groups[clause.verb];
    clause.link == ClauseLink::While || group.perfect && group.tense == Tense::Past
}

/// "And last month …", "in July": of another day than the article's news, told beside it.
pub(super) fn passed(story: &Story, fact: &Fact) -> bool {
    let published = story.articles[fact.article].document.published;
    let (Some(when), Some(published)) = (fact.when, published) else { return false };
    let over = when.value.to.is_some_and(|until| (published.date - until.date()).get_days() > 7);
    when.relation == TimeRelation::During && (over || when.value.grain >= Grain::Month)
}

/// "has not been hit in 25 years", "had never met": denies it for a time that ends with the event told.
pub(super) fn so_far(story: &Story, fact: &Fact) -> bool {
    let Some(index) = story.claims[fact.claim].clause else { return false };
    let article = &story.articles[fact.article];
    let clause = &article.clauses[index];
    let lasting = clause.adjuncts.iter().any(|adjunct| {
        adjunct.time.is_some_and(|time| article.times[time].duration.is_some())
            || matches!(adjunct.preposition.as_str(), "since" | "until" | "before" | "by")
    });
    article.verb_groups[clause.verb].perfect && lasting
}

/// "the previous day", "hours later": dated by another event, which may have been misread.
pub(super) fn told_relatively(story: &Story, fact: &Fact) -> bool {
    fact.when.is_some_and(|when| {
        let words = story.slice(fact.article, when.span).to_lowercase();
        let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
        words.iter().enumerate().any(|(at, word)| match *word {
            "previous" | "following" | "later" | "earlier" => true,
            // "shortly after nine" is told by the clock.
            "before" | "after" => words.get(at + 1).is_none_or(|next| !told_by_clock(next)),
            _ => false,
        })
    })
}

/// What a clock shows or the sun makes known: "9", "nine", "noon", "dawn".
fn told_by_clock(word: &str) -> bool {
    const HOURS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "noon",
        "midday",
        "midnight",
        "dawn",
        "dusk",
        "daybreak",
        "sunrise",
        "sunset",
        "nightfall",
        "dark",
    ];
    word.starts_with(|first: char| first.is_ascii_digit()) || HOURS.contains(&word)
}
