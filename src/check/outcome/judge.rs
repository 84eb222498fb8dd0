//! Whether two answers are about one thing, at one time, and exclude each other.
//!
//! Precision first: the thing has to be known by a name or by what hangs on its noun, or what stands around has to agree
//! the more; nobody known to be another may have decided; and an article that tells of both answers tells a story of two
//! times, so that neither is held against another's.

use super::read::Answer;
use super::thing::{Sameness, Thing, same};
use crate::annotate::verb::Tense;
use crate::check::conflict::Check;
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::likeness::parts;
use crate::check::support::{ONE_DAY, far, of_article, old, once_more, one_day, published, tokens};
use crate::check::table::Sorts;
use crate::graph::{Likeness, Story, shared, strangers, synonyms};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How much of their surroundings two answers share: about a thing that is known, or by its noun alone.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 2.0;
const CONTEXT_SUIT: f32 = 1.25;
/// More where the thing is known, but those who decided are not known to be the same.
const CONTEXT_ACTORS: f32 = 0.5;
/// Where the verb stands in no row of the table.
const CONTEXT_ANY: f32 = 2.0;
/// Days between the reports of one event, and between an event and its report.
const DAYS: i32 = 10;
const NEWS: i32 = 45;

/// Nouns that tell two answers apart, or do not.
static NOUNS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../../rules/english/outcome-nouns.csv")));

/// The two things, where the answers contradict each other, else the first condition that failed; `all` are those of their
/// class, in the order of articles.
pub(super) fn judge<'s>(
    story: &Story,
    a: &'s Answer,
    b: &'s Answer,
    all: &[&Answer],
) -> Result<[&'s Thing; 2], &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.class != b.class, "they answer two questions")?;
    never(a.holds == b.holds, "both give one answer")?;
    never(a.article == b.article, "they stand in one article")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different weeks")?;
    never(!times_allow(story, a, b), "they may be of different times")?;
    let ended = a.check == Check::Polarity && (a.until.is_some() || b.until.is_some());
    never(ended, "one tells until when it was so")?;
    // A search that was called off has been made.
    let ended = |answer: &Answer| answer.things.iter().any(|thing| ends(&thing.part.head));
    never(a.class == "complete" && (ended(a) || ended(b)), "it ends when it is called off")?;
    never(a.class == "prosecute" && two_offences(story, a, b), "they name different offences")?;
    never(a.class == "post" && two_offices(a, b), "they are of different offices")?;
    let second_time = |answer: &Answer| !answer.holds && once_more(&story.articles[answer.article], answer.span);
    never(second_time(a) || second_time(b), "one tells of a second time")?;
    let (x, y, sameness) = pair(story, a, b).ok_or("they are not known to be about one thing")?;
    let actors = parts(story, &a.agents, &b.agents);
    never(actors == Some(Likeness::Different) || two_sorts(a, b), "two have decided, each for themselves")?;
    let refused = (a.refused || b.refused) && actors != Some(Likeness::Same);
    never(refused, "whoever would not is not known to be whoever did")?;
    // A verb of no row is done by many to many: who did it has to be one, or the thing has to be known.
    let dated = a.when.is_some() == b.when.is_some() || a.asked || b.asked;
    let vague = a.any && (!dated || actors != Some(Likeness::Same) && sameness == Sameness::Noun);
    never(vague, "of so common a verb, who did it to what, and when, is not known well enough")?;
    let day = if one_day(a.when, b.when) { ONE_DAY } else { 0.0 };
    let common = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    never(common < needed(a, actors, sameness), "too little of what stands around them agrees")?;
    let strange =
        a.class != "lawsuit" && !(x.named() && y.named()) && strangers(story, (a.article, a.span), (b.article, b.span));
    never(strange, "each names somebody of whom the other article knows nothing")?;
    never(told_both(all, a, x) || told_both(all, b, y), "one article tells of both, as of two times")?;
    Ok([x, y])
}

/// How much of their surroundings two answers have to share.
fn needed(a: &Answer, actors: Option<Likeness>, sameness: Sameness) -> f32 {
    match sameness {
        _ if a.any => CONTEXT_ANY,
        Sameness::Known if actors == Some(Likeness::Unknown) => CONTEXT_KNOWN + CONTEXT_ACTORS,
        Sameness::Known => CONTEXT_KNOWN,
        // Of suits and claims a report knows one.
        Sameness::Noun if a.class == "lawsuit" => CONTEXT_SUIT,
        Sameness::Noun => CONTEXT_NOUN,
    }
}

/// Whether the article of an answer gives the other answer too about such a thing.
fn told_both(all: &[&Answer], own: &Answer, thing: &Thing) -> bool {
    let like = |other: &Thing| {
        other.part.head == thing.part.head || other.part.party.is_some() && other.part.party == thing.part.party
    };
    let beside = of_article(all, own.article, |other| other.article);
    beside.iter().any(|other| other.holds != own.holds && other.things.iter().any(like))
}

/// "Resigned as chairman", "remains a director": each names an office, and none is both's.
fn two_offices(a: &Answer, b: &Answer) -> bool {
    let named = |answer: &Answer| !answer.office.is_empty();
    let shared = a.office.iter().any(|one| b.office.iter().any(|two| one == two || synonyms(one, two)));
    named(a) && named(b) && !shared
}

/// Whether a noun is one for what has been under way when it is called off.
pub(super) fn ends(noun: &str) -> bool {
    NOUNS.words("ended").contains(&noun)
}

/// Whether the sentences of two answers name offences, and none in common.
fn two_offences(story: &Story, a: &Answer, b: &Answer) -> bool {
    let named = |answer: &Answer| -> BTreeSet<&str> {
        let article = &story.articles[answer.article];
        let lemmas = tokens(article, answer.span.start).iter().map(|token| token.lemma.as_str());
        lemmas.filter(|lemma| NOUNS.words("offence").contains(lemma)).collect()
    };
    let (one, two) = (named(a), named(b));
    !one.is_empty() && !two.is_empty() && one.is_disjoint(&two)
}

/// "Pilots" and "cleaners": people of two sorts decide for themselves.
fn two_sorts(a: &Answer, b: &Answer) -> bool {
    let anybody = NOUNS.words("anybody");
    let sort = |part: &Part| part.plural && !part.head.is_empty() && !anybody.contains(&part.head.as_str());
    let (Some(x), Some(y)) = (a.agents.iter().find(|part| sort(part)), b.agents.iter().find(|part| sort(part))) else {
        return false;
    };
    lexicon::noun(&x.head) != lexicon::noun(&y.head) && !synonyms(&x.head, &y.head)
}

/// The two things that are one, best known first.
fn pair<'s>(story: &Story, a: &'s Answer, b: &'s Answer) -> Option<(&'s Thing, &'s Thing, Sameness)> {
    let each = a.things.iter().flat_map(|x| b.things.iter().map(move |y| (x, y)));
    each.filter_map(|(x, y)| Some((x, y, same(story, x, y)?))).max_by_key(|&(_, _, sameness)| sameness)
}

/// Whether both may be told of one time, and the one that was so earlier is not the older news.
fn times_allow(story: &Story, a: &Answer, b: &Answer) -> bool {
    let old = |answer: &Answer, when: &Dated| old(story, answer.article, when, answer.planned, NEWS);
    match (&a.when, &b.when) {
        (Some(x), Some(y)) if x.value.disjoint(&y.value, x.zone, y.zone) && a.check == Check::Polarity => return false,
        (Some(x), None) if old(a, x) || b.dated => return false,
        (None, Some(y)) if old(b, y) || a.dated => return false,
        _ => {}
    }
    for (pending, settled) in [(a, b), (b, a)] {
        if pending.so_far && !later(story, pending, settled) {
            return false;
        }
    }
    if a.check == Check::Polarity {
        // A plan that was dropped, or made since.
        return a.planned == b.planned || later(story, if a.planned { a } else { b }, if a.planned { b } else { a });
    }
    let (settled, pending) = if a.holds { (a, b) } else { (b, a) };
    // "Will start" and "has not started" agree; "was still shut" is of a moment of which nothing is known.
    if settled.planned && (pending.so_far || pending.state.is_some()) {
        return false;
    }
    if pending.state == Some(Tense::Past) {
        let still = pending.when.and_then(|when| when.value.from).map(jiff::civil::DateTime::date);
        let since = settled.when.and_then(|when| when.value.to).map(jiff::civil::DateTime::date);
        return still.zip(since.or(published(story, settled.article))).is_some_and(|(still, since)| since <= still);
    }
    // "Put off until July" excludes a decision of the same week, known only by the week.
    let since = settled.when.and_then(|when| when.value.from).map(jiff::civil::DateTime::date);
    let put_off = pending.until.zip(published(story, pending.article));
    if put_off.zip(since).is_some_and(|((until, written), since)| since <= written && since < until) {
        return true;
    }
    later(story, pending, settled)
}

/// Whether `pending` was written on or after the day on which the other is said to have been settled.
fn later(story: &Story, pending: &Answer, settled: &Answer) -> bool {
    let Some(written) = published(story, pending.article) else { return false };
    let until = settled.when.and_then(|when| when.value.to).map(jiff::civil::DateTime::date);
    until.or_else(|| published(story, settled.article)).is_some_and(|settled| settled <= written)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_has_words_of_every_sort() {
        super::NOUNS.assert_sorts(&["offence", "anybody", "ended"]);
    }
}
