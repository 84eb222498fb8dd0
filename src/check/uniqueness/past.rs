//! "Measles killed him in 2009" against "the first to die of measles this century": what was there before, told plainly.
//!
//! No word of the sentence says that it is a precedent, so that everything else has to: it names a year before the news,
//! which the claim covers, and each thing that the claim is about, in its own words or what papers exchange for them.
//! Whatever came to nothing, and what others than the claim's own party won, is none.

use super::line::Line;
use super::told::{Kind, Mark, Told, quoted, read};
use super::window::{Window, year};
use super::words::alike;
use crate::annotate::mention::{EntityKind, Mention};
use crate::annotate::time::MONTHS;
use crate::check::conflict::Conflict;
use crate::check::support::tokens;
use crate::graph::{Identity, Likeness, Story, compare_parties};
use crate::source::Span;

/// Most sentences with a year of an article, and most claims of a story, that are compared.
const MOST: usize = 60;
const MOST_CLAIMS: usize = 40;
/// Most of the sentences with a year of all articles.
const MOST_PAST: usize = 1000;
/// How many parties two articles share that are of one story.
const STORY: f32 = 1.0;

/// Words of what came to nothing, or says nothing of an event in that year.
#[rustfmt::skip]
const IDLE: &[&str] = &[
    "nearly", "almost", "averted", "without", "threatened", "planned", "not", "n't", "never", "no", "nobody",
    "nor", "neither", "born", "founded", "built", "lost", "losing", "defeat",
    "runners-up", "runner-up", "beaten", "denied", "refused", "tried", "attempted", "hoped", "wanted", "since",
    "first", "if", "unless", "instead", "abandoned", "cancelled", "rejected", "survived", "recovered", "missed",
];
/// Words of what is to come, in the words around the year.
const AHEAD: &[&str] = &["will", "would", "could", "might"];
/// Words before a year that put something into it, the names of the months apart.
const AT: &[&str] = &[
    "in",
    "the",
    "from",
    "of",
    "during",
    "back",
    "summer",
    "winter",
    "spring",
    "autumn",
    "'s",
    "between",
    "until",
    "till",
    "remember",
    "remembers",
    "remembered",
    "recall",
    "recalls",
    "recalled",
    "and",
    "–",
    "-",
    "(",
    "early",
    "late",
    "mid",
    "to",
];

/// Words before whoever somebody else prevailed over.
const AGAINST: &[&str] = &["against", "over", "beat", "beating", "at", "to", "by", "from", "defeated", "defeating"];

/// A year, or the last of a decade: "1998", "1990s", "Fifties".
fn then(word: &str) -> Option<i16> {
    let decade = || {
        let named = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        let spelt = named.iter().position(|name| *name == word).and_then(|at| i16::try_from(at).ok());
        let figures = || word.strip_suffix('s').and_then(year).map(|year| year + 9);
        spelt.map(|at| 1929 + 10 * at).or_else(figures)
    };
    year(word).or_else(decade)
}

/// Whether a word before a year puts something into it.
fn dates(word: &str) -> bool {
    AT.contains(&word) || MONTHS.split(' ').any(|month| month == word)
}

/// The sentences of an article that tell of something in an earlier year.
pub(super) fn told(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let Some(now) = article.document.published.map(|published| published.date.year()) else { return Vec::new() };
    let mut found = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let line = Line { words: &article.tokens[sentence.tokens.clone()], from: sentence.tokens.start };
        let place = (1..line.words.len())
            .find(|&at| then(line.lower(at)).is_some_and(|told| told < now) && dates(line.before(at, 1)));
        let Some(place) = place.filter(|_| found.len() < MOST) else { continue };
        let told = then(line.lower(place));
        let past = line.words.iter().any(|token| token.tag == crate::annotate::token::Tag::VerbPast);
        let failed = (0..line.words.len()).any(|at| line.lemma(at) == "fail" && line.lower(at + 1) == "to");
        // "Opened in 1961" is of the thing, "the king opened it" of the king.
        let opened = (1..line.words.len()).any(|at| {
            let before = &line.words[at - 1];
            line.lower(at) == "opened" && (before.tag.is_verb() || before.tag.is_noun() && !before.tag.is_proper())
        });
        let own = line.segment(place);
        let idle = failed || opened || line.has(own, AHEAD) || line.has(0..line.words.len(), IDLE);
        if past && !idle && !quoted(article, line.words[place].span) {
            let kind = Kind::Past(told.unwrap_or(now));
            let mark = Mark { kind, at: place, of: (0..line.words.len()).collect(), keys: Vec::new(), weak: true };
            found.push(read(story, at, index, &line, mark));
        }
    }
    found
}

/// The conflicts between firsts and what was there in an earlier year.
pub(super) fn conflicts(story: &Story, all: &[Told]) -> Vec<Conflict> {
    let claims: Vec<&Told> = all.iter().filter(|told| told.kind == Kind::First).take(MOST_CLAIMS).collect();
    if claims.is_empty() {
        return Vec::new();
    }
    let past: Vec<Told> = (0..story.articles.len()).flat_map(|at| told(story, at)).take(MOST_PAST).collect();
    let mut found = Vec::new();
    for claim in claims {
        let other = past.iter().find(|past| past.article != claim.article && precedes(story, all, claim, past));
        found.extend(other.map(|past| super::judge::conflict(story, claim, past)));
    }
    found
}

fn precedes(story: &Story, all: &[Told], claim: &Told, past: &Told) -> bool {
    let Kind::Past(told) = past.kind else { return false };
    let covered = match claim.window {
        Window::Ever => true,
        Window::Since(since) => told > since,
        Window::Period("century") => told >= 2000,
        Window::Period(_) | Window::Unknown => false,
    };
    let knows = || {
        all.iter().any(|told| {
            let same = told.keys.iter().any(|key| claim.keys.iter().any(|mine| alike(key, mine)));
            told.article == past.article && told.kind == Kind::First && same
        })
    };
    covered
        && claim.scope.met_in_full(story, &past.sentence, &past.around)
        && whose(story, claim, past)
        && one_story(story, claim.article, past.article)
        && !knows()
        && !another_month(story, claim, past)
        && !studied_elsewhere(story, claim, past)
}

/// "No snow in April since 1975", "snow fell in January 2008": the claim is of one month of all years.
fn another_month(story: &Story, claim: &Told, past: &Told) -> bool {
    let months = |told: &Told| -> Vec<(usize, &str)> {
        let tokens = tokens(&story.articles[told.article], told.span.start).iter().enumerate();
        let month = tokens.filter(|(_, token)| MONTHS.split(' ').any(|month| month == token.lower));
        month.map(|(at, token)| (at, token.lower.as_str())).collect()
    };
    let words = tokens(&story.articles[claim.article], claim.span.start);
    let every = |at: usize| {
        let lower = |at: usize| words.get(at).map_or("", |token| token.lower.as_str());
        let day = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
        at.checked_sub(1).is_some_and(|before| lower(before) == "in") && !day(lower(at + 1))
    };
    let own: Vec<&str> = months(claim).into_iter().filter(|(at, _)| every(*at)).map(|(_, month)| month).collect();
    let told = months(past);
    !own.is_empty() && !told.is_empty() && !told.iter().any(|(_, month)| own.contains(month))
}

/// "The first graduate of the college to lead it": whoever studied at another is none.
fn studied_elsewhere(story: &Story, claim: &Told, past: &Told) -> bool {
    if !claim.keys.iter().any(|key| matches!(key.as_str(), "graduate" | "student" | "pupil" | "alumnus")) {
        return false;
    }
    let words = tokens(&story.articles[past.article], past.span.start);
    let known = |lower: &str| story.articles[claim.article].tokens.iter().any(|token| token.lower == lower);
    words.windows(3).any(|three| {
        let [study, at, name] = three else { return false };
        alike("graduate", &study.lemma)
            && matches!(at.lower.as_str(), "at" | "from" | "of")
            && name.capital
            && !known(&name.lower)
    })
}

/// Whether whoever did it then may be what the claim leaves no room for: the party itself, of "the club's first trophy";
/// somebody else, of "the first woman to".
fn whose(story: &Story, claim: &Told, past: &Told) -> bool {
    let article = &story.articles[past.article];
    let same = |one: Identity, two: Identity| {
        let name = |party: Identity| &story.identities.party(party).name;
        // "Oslo" for the Oslo Rovers, who are a body.
        compare_parties(&story.identities, one, two) == Likeness::Same || name(two).starts_with(name(one).as_str())
    };
    let first = article.mentions.partition_point(|mention| mention.span.start < past.span.start);
    let inside = || article.mentions[first..].iter().take_while(|mention| mention.span.end <= past.span.end);
    let acting = |mention: &&Mention| {
        let before = article.document.slice(Span::new(past.span.start, mention.span.start)).trim_end().to_lowercase();
        let behind = article.document.slice(Span::new(mention.span.end, past.span.end));
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        !AGAINST.contains(&word) && !behind.starts_with("'s expense") && !behind.starts_with("’s expense")
    };
    let identity = |mention: &Mention| story.identities.of(past.article, mention.entity?);
    match (claim.subject, claim.own) {
        (Some(subject), true) => inside().filter(acting).filter_map(identity).any(|party| same(party, subject)),
        // "the first time that the lamp has failed": another lamp has a name of its own.
        (None, true) => {
            let named = claim.scope.doers(story).next();
            let acts = |doer: Identity| inside().filter(acting).filter_map(identity).any(|party| same(party, doer));
            named.is_some_and(acts) || !names_another(story, claim, past)
        }
        (Some(subject), false) => {
            past.sentence.kin() || !past.sentence.parties.iter().any(|party| same(*party, subject))
        }
        (None, false) => true,
    }
}

/// Whether a sentence names anything that the claim's article does not.
fn names_another(story: &Story, claim: &Told, past: &Told) -> bool {
    let tokens = &story.articles[past.article].tokens;
    let first = tokens.partition_point(|token| token.span.start < past.span.start);
    let named = tokens[first..].iter().take_while(|token| token.span.end <= past.span.end).skip(1);
    let known = |lower: &str| story.articles[claim.article].tokens.iter().any(|token| token.lower == lower);
    named.filter(|token| token.capital && token.lower.len() > 1).any(|token| !known(&token.lower))
}

/// Whether two articles name enough of the same parties to be of one story.
pub(super) fn one_story(story: &Story, a: usize, b: usize) -> bool {
    let parties = |at: usize| story.identities.of_article(at).iter().take(200).copied();
    let mut shared = 0.0;
    for one in parties(a) {
        if parties(b).any(|two| one == two) {
            shared += if story.identities.party(one).kind == EntityKind::Place { 0.5 } else { 1.0 };
        }
    }
    shared >= STORY
}
