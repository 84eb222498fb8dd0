//! What holds for good: who made a work, when it came out, when somebody was born.
//!
//! Claims of predicates that last for good need no date and no occasion to be held against one another, only a name:
//! that of a party, or a title that no layer takes for one. "X is a film directed by Y" claims of X what its words
//! claim of a film.

use super::date::Date;
use super::subject::{self, Key};
use crate::annotate::Article;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::verb::{Modality, Polarity};
use crate::check::conflict::Check;
use crate::check::support;
use crate::extract::{Claim, Value};
use crate::graph::{Fact, Likeness, Story, Term, compare, compare_parties, told_apart};
use crate::pack::{Lasting, Predicate};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// Something that is so for good.
pub(super) struct Lasts {
    pub(super) article: usize,
    pub(super) span: Span,
    pub(super) rule: CompactString,
    pub(super) predicate: CompactString,
    pub(super) keys: BTreeSet<Key>,
    pub(super) name: String,
    /// The dates that its words name.
    dates: Vec<Date>,
    /// Index of the claim, unless it was read from a bracket behind a name.
    fact: Option<usize>,
}

/// Everything of that sort that the articles claim.
pub(super) fn claims(story: &Story) -> Vec<Lasts> {
    let facts = story.facts.iter().enumerate();
    let mut list: Vec<Lasts> = facts.filter_map(|(index, fact)| claim(story, index, fact)).collect();
    for at in 0..story.articles.len() {
        lifespans(story, at, &mut list);
    }
    list
}

fn claim(story: &Story, index: usize, fact: &Fact) -> Option<Lasts> {
    let predicate = story.library.predicates.get(&fact.predicate)?;
    let direct = fact.speaker.as_ref().is_some_and(|speaker| speaker.direct);
    let [key] = predicate.key.as_slice() else { return None };
    if predicate.lasts != Lasting::Always
        || predicate.one.is_empty()
        || fact.polarity == Polarity::Negative
        || fact.modality != Modality::Actual
        || fact.status.is_some()
        || direct
    {
        return None;
    }
    let article = &story.articles[fact.article];
    let claim = &story.claims[fact.claim];
    let filler = claim.roles.iter().find(|filler| filler.role == *key)?;
    let subject = subject::of_words(story, fact.article, claim.clause, filler.span)?;
    let dates = if predicate.has_one("time") { dates(article, claim, fact.span) } else { Vec::new() };
    Some(Lasts {
        article: fact.article,
        span: short_sentence(article, fact.span),
        rule: fact.rule.clone(),
        predicate: fact.predicate.clone(),
        keys: subject.keys,
        name: subject.name,
        dates,
        fact: Some(index),
    })
}

fn short_sentence(article: &Article, span: Span) -> Span {
    let sentence = support::sentence(article, span);
    if sentence.len() <= 220 { sentence } else { span }
}

/// The dates of a claim: those of its time, else a decade that its words name.
fn dates(article: &Article, claim: &Claim, span: Span) -> Vec<Date> {
    let times = claim.roles.iter().filter(|filler| matches!(filler.value, Value::Time(_)));
    let named: Vec<Date> = times.flat_map(|filler| Date::read(tokens(article, filler.span))).collect();
    if named.is_empty() {
        return Date::read(tokens(article, span)).into_iter().filter(|date| date.decade.is_some()).take(1).collect();
    }
    named
}

fn tokens(article: &Article, span: Span) -> &[crate::annotate::token::Token] {
    let from = article.tokens.partition_point(|token| token.span.start < span.start);
    let to = article.tokens.partition_point(|token| token.span.start < span.end);
    article.tokens.get(from..to).unwrap_or_default()
}

/// "Ana Ruiz (born 4 May 1967)", "Ana Ruiz (April 8, 1974 – February 2, 2013)": brackets behind a name.
fn lifespans(story: &Story, at: usize, list: &mut Vec<Lasts>) {
    let article = &story.articles[at];
    for mention in &article.mentions {
        let person = mention.kind == EntityKind::Person && mention.form == MentionForm::Name;
        let Some(identity) = mention.entity.filter(|_| person).and_then(|entity| story.identities.of(at, entity))
        else {
            continue;
        };
        let from = article.tokens.partition_point(|token| token.span.start < mention.span.end);
        let rest = article.tokens.get(from..).unwrap_or_default();
        // "Maurice Macmillan, 1st Earl of Stockton, (10 February 1894 …"
        let open = rest.iter().take(8).position(|token| token.lower == "(");
        let Some(open) = open.filter(|&open| open == 0 || rest[0].lower == ",") else { continue };
        let inside = &rest[open + 1..];
        let Some(close) = inside.iter().take(60).position(|token| token.lower == ")") else { continue };
        let inside = &inside[..close];
        let dates = Date::read(inside);
        let has = |words: &[&str]| inside.iter().any(|token| words.contains(&token.lower.as_str()));
        let dash = inside.iter().any(|token| token.lower.chars().any(|letter| matches!(letter, '–' | '—' | '-' | '−')));
        let span = mention.span.join(rest[open + 1 + close].span);
        let mut add = |predicate: &str, date: Date| {
            list.push(Lasts {
                article: at,
                span,
                rule: "background/lifespan".into(),
                predicate: predicate.into(),
                keys: BTreeSet::from([Key::Party(identity.0)]),
                name: story.identities.party(identity).name.clone(),
                dates: vec![date],
                fact: None,
            });
        };
        match dates.as_slice() {
            [born, died] if dash && born.year.is_some() && died.year.is_some() => {
                add("be_born", *born);
                add("died", *died);
            }
            [born] if has(&["born", "b."]) => add("be_born", *born),
            [died] if has(&["died", "d."]) => add("died", *died),
            _ => {}
        }
    }
}

/// In what two of them contradict each other: the check, what each says, and why it cannot be.
pub(super) fn judge(story: &Story, a: &Lasts, b: &Lasts) -> Option<(Check, [Span; 2], String)> {
    if a.predicate != b.predicate {
        return None;
    }
    let predicate = story.library.predicates.get(&a.predicate)?;
    roles(story, predicate, a, b).or_else(|| {
        let apart = a.dates.iter().all(|one| b.dates.iter().all(|two| one.excludes(*two)));
        let dated = !a.dates.is_empty() && !b.dates.is_empty();
        let elsewhere =
            [a, b].map(|side| side.fact.is_some_and(|fact| story.facts[fact].terms("place").next().is_some()));
        // A film comes out in each country on a day of its own.
        let local = predicate.roles.contains_key("place") && !predicate.has_one("place") && elsewhere == [true, true];
        (apart && dated && !local).then(|| (Check::Time, [a.span, b.span], "it happens once, on one day".to_owned()))
    })
}

/// Roles of which there is one, filled by two parties or places.
fn roles(story: &Story, predicate: &Predicate, a: &Lasts, b: &Lasts) -> Option<(Check, [Span; 2], String)> {
    let (one, two) = (&story.facts[a.fact?], &story.facts[b.fact?]);
    // "recorded the song in 1974", "recorded it in 1990": twice, where nothing says that it happens once.
    let comparing = compare(story, one, two, Some(predicate));
    let again = comparing.time == Likeness::Different && !predicate.has_one("time");
    if again || told_apart(story, one, two, Some(predicate), &comparing, "") {
        return None;
    }
    for role in predicate.one.iter().filter(|role| *role != "time") {
        let fillers =
            |fact: &Fact| fact.roles.iter().filter(|filled| filled.name == *role).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (fillers(one), fillers(two));
        let likeness = |x: &Term, y: &Term| match (x, y) {
            (Term::Party(x), Term::Party(y)) => compare_parties(&story.identities, *x, *y),
            _ => Likeness::Unknown,
        };
        let apart = mine.iter().all(|x| theirs.iter().all(|y| likeness(&x.term, &y.term) == Likeness::Different));
        if let (Some(x), Some(y), true) = (mine.first(), theirs.first(), apart) {
            let check = if role == "place" { Check::Place } else { Check::Participant };
            return Some((check, [x.span, y.span], format!("it has one {role}, for good")));
        }
    }
    None
}
