//! Whom a clause brings to an office, and to which.

use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::lexicon;
use crate::annotate::mention::{EntityKind, Office};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::check::role::holding::{Held, House, Houses};
use crate::graph::Story;
use compact_str::CompactString;

/// Verbs whose subject comes to an office…
const COMING: &[&str] = &["become", "take over", "step up", "get", "land", "start", "take", "assume"];
/// …those that say so only of what is to be…
const STANDING: &[&str] = &["be", "serve", "act", "continue", "remain", "stay"];
/// …and those whose object is given one.
#[rustfmt::skip]
const GIVING: &[&str] = &[
    "appoint", "name", "elect", "choose", "pick", "select", "make", "install", "promote", "confirm", "nominate",
    "hire", "unveil", "announce", "reappoint", "designate",
];
/// Words that may stand between the verb and the office.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "as", "to", "be", "the", "a", "an", "its", "their", "his", "her", "our", "new", "next", "first", "full-time",
    "of", "job", "post", "role", "position", "part", "overall", "club", "party", "company", "group",
];

/// Everybody whom a clause of the news brings to an office.
pub(in crate::check::role) fn appointed(story: &Story, houses: &Houses) -> Vec<Held> {
    let mut list = Vec::new();
    for (at, article) in story.articles.iter().enumerate() {
        list.extend(article.clauses.iter().filter_map(|clause| of_clause(story, houses, at, clause)));
    }
    list
}

fn of_clause(story: &Story, houses: &Houses, at: usize, clause: &Clause) -> Option<Held> {
    let article = &story.articles[at];
    let group = &article.verb_groups[clause.verb];
    let verb = group.lemma.as_str();
    let planned = clause.modality == Modality::Planned;
    let giving = GIVING.contains(&verb);
    if !(giving || COMING.contains(&verb) || planned && STANDING.contains(&verb))
        || clause.polarity != Polarity::Positive
        || !(planned || clause.modality == Modality::Actual)
        || clause.attribution.as_ref().is_some_and(|attribution| attribution.direct)
        || group.tense == Tense::Past && !group.perfect && of_another_time(article, clause)
    {
        return None;
    }
    let [one] = (if giving { &clause.objects } else { &clause.subjects }).as_slice() else { return None };
    let phrase = &article.phrases[*one];
    let person = story.identities.of(at, article.mentions[phrase.mention?].entity?)?;
    if story.identities.party(person).kind != EntityKind::Person {
        return None;
    }
    // "appointed Ana Ruiz chief executive", "Ana Ruiz was appointed chief executive"
    let behind = if giving && group.voice == Voice::Active { phrase.tokens.end } else { 0 };
    let office = office_behind(article, group.tokens.end.max(behind), clause)?;
    let owner = houses.owner(at, &office);
    let guessed = owner.as_ref().is_some_and(|owner| owner.guessed);
    let of = owner.map(|owner| House::Known(owner.house)).or_else(|| houses.described(at, office.span));
    let only = of.is_some();
    let span = phrase.span.join(clause.span);
    Some(Held { person, article: at, office, of, guessed, only, span })
}

/// "in 2019", "four years ago": not of the news.
fn of_another_time(article: &Article, clause: &Clause) -> bool {
    let sentence = &article.sentences[clause.sentence];
    let year = |token: &Token| {
        token.lower.len() == 4 && token.lower.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
    };
    article.tokens[sentence.tokens.clone()]
        .iter()
        .any(|token| year(token) || matches!(token.lower.as_str(), "ago" | "previously" | "then" | "until" | "earlier"))
}

/// The office within a few words behind the verb.
fn office_behind(article: &Article, from: usize, clause: &Clause) -> Option<Office> {
    let end = article.sentences[clause.sentence].tokens.end;
    let mut standing = None;
    for at in from..end.min(from + 6) {
        let rest = &article.tokens[at..end];
        if let Some((length, office)) = lexicon::office_at(rest).filter(|(_, office)| !office.plural) {
            let span = rest[0].span.join(rest[length - 1].span);
            return Some(Office { title: office.canonical.into(), of: None, standing, span, inferred: false });
        }
        if let Some((length, title)) = portfolio(rest) {
            let span = rest[0].span.join(rest[length - 1].span);
            return Some(Office { title: title.into(), of: None, standing, span, inferred: false });
        }
        let word = rest[0].lower.as_str();
        if let Some(known) = lexicon::standing(word) {
            standing = known.standing.map(|_| CompactString::from(known.canonical));
        } else if !(BETWEEN.contains(&word) || rest[0].tag == Tag::PossessiveEnding || rest[0].capital) {
            return None;
        }
    }
    None
}

/// "Finance ministry", "ministry of finance", "interior portfolio": of how many tokens it is, and whose it is.
fn portfolio(tokens: &[Token]) -> Option<(usize, &'static str)> {
    const MINISTRIES: &[&str] = &["ministry", "portfolio", "brief", "department"];
    let lower = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let minister = |department: &str| lexicon::office(&format!("{department} minister")).map(|known| known.canonical);
    if MINISTRIES.contains(&lower(0)) && lower(1) == "of" {
        let at = if lower(2) == "the" { 3 } else { 2 };
        return minister(lower(at)).map(|title| (at + 1, title));
    }
    let end = (1..4).find(|&at| MINISTRIES.contains(&lower(at)))?;
    let department = tokens[..end].iter().map(|token| token.lower.as_str()).collect::<Vec<_>>().join(" ");
    minister(&department).map(|title| (end + 1, title))
}
