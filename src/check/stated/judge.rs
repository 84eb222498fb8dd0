//! Whether one source is reported as having said a thing and its denial, of one time.

use super::read::Statement;
use crate::check::order::likeness::parts;
use crate::check::support::{far, of_article, published};
use crate::graph::{Likeness, Story, shared, strangers, synonyms};
use compact_str::CompactString;

/// How much of their surroundings two statements share, and what each word that both have says.
const CONTEXT: f32 = 1.0;
const WORD: f32 = 0.25;
/// Days between two reports: what was not so may have come about since.
const DAYS: i32 = 1;
/// Most words that are affirmed beyond those denied.
const MOST_BEYOND: usize = 6;

/// The first condition that failed; `told` affirms, `denied` denies, `all` are all statements in the order of articles.
pub(super) fn judge(
    story: &Story,
    told: &Statement,
    denied: &Statement,
    all: &[Statement],
) -> Result<(), &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(told.source != denied.source, "two sources say it")?;
    never(told.article == denied.article, "they stand in one article")?;
    never(told.planned != denied.planned, "one is still to come")?;
    never(told.bound || denied.bound, "a condition, a part or a degree is named")?;
    let has = |word: &CompactString| told.words.contains(word) || told.words.iter().any(|other| synonyms(word, other));
    never(!denied.words.iter().all(has), "something is denied that is not affirmed")?;
    let few = denied.words.len() < if denied.of_oneself && told.of_oneself { 1 } else { 2 };
    never(few, "too few words are denied")?;
    never(told.words.len() > denied.words.len() + MOST_BEYOND, "much more is affirmed than denied")?;
    let actors = parts(story, &told.subjects, &denied.subjects);
    let pronoun = told.subjects.iter().chain(&denied.subjects).any(|part| part.unknown || part.head.is_empty());
    never(actors == Some(Likeness::Different), "two act")?;
    never(pronoun && told.of_oneself != denied.of_oneself, "it is not known who is meant")?;
    never(far(story, told.article, denied.article, DAYS), "the articles are of different days")?;
    let days = published(story, told.article) != published(story, denied.article);
    never(denied.so_far && days, "what was not so yet may have come about")?;
    let zone =
        |statement: &Statement| story.articles[statement.article].document.published.and_then(|date| date.offset);
    let apart = !told.times.is_empty()
        && !denied.times.is_empty()
        && told.times.iter().any(|one| denied.times.iter().all(|two| one.disjoint(two, zone(told), zone(denied))));
    never(apart || !denied.times.is_empty() && told.times.is_empty(), "they are of different times")?;
    let common = shared(story, (told.article, told.around(story)), (denied.article, denied.around(story)));
    never(common + WORD * (denied.words.len() as f32) < CONTEXT, "too little of what stands around them agrees")?;
    let strange = strangers(story, (told.article, told.span), (denied.article, denied.span));
    never(strange, "each names somebody of whom the other article knows nothing")?;
    never(both(all, told, denied), "one article tells of both")
}

/// Whether the article of one of two statements also tells the other.
fn both(all: &[Statement], told: &Statement, denied: &Statement) -> bool {
    let tells = |article: usize, holds: bool| {
        let beside = of_article(all, article, |statement| statement.article).iter();
        beside
            .filter(|other| other.holds == holds)
            .any(|other| denied.words.iter().all(|word| other.words.contains(word)))
    };
    tells(told.article, false) || tells(denied.article, true)
}
