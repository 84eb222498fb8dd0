//! Words by which a passage is not of the event itself: of another hour, of who went early, of who took part by wire.

use crate::check::attendance::Evidence;
use crate::check::attended::within;
use crate::check::support;
use crate::graph::Story;
use crate::source::Span;

/// Words by which a passage is not of the hour of the event, or not for all of it.
pub(super) const ANOTHER_TIME: &[&str] = &[
    "at first",
    "until",
    "till",
    "initially",
    "to begin with",
    "last year",
    "last month",
    "last week",
    "last season",
    "last time",
    "years ago",
    "a year ago",
    "usually",
    "always",
    "often",
    "sometimes",
    "every year",
    "every week",
    "every day",
    "rehearsal",
    "once",
    "ever since",
    "no longer",
    "later joined",
    "late for",
    "next year",
];
/// Words of those who went before the end.
const LEAVING: &[&str] =
    &["left before", "left early", "left at the interval", "left at half-time", "before leaving", "left after an hour"];
/// Words of those who take part without being there.
pub(super) const BY_WIRE: &[&str] = &[
    "video",
    "recorded",
    "videolink",
    "by telephone",
    "by phone",
    "by letter",
    "in a letter",
    "in a message",
    "in a statement",
    "written statement",
    "on a screen",
    "on screen",
    "big screen",
    "via zoom",
    "by zoom",
    "over zoom",
    "remotely",
    "online",
    "in writing",
    "by email",
    "telephone line",
];

/// Whether a passage has any of some words; what other clauses of its sentence say is left out.
pub(super) fn says(story: &Story, told: &Evidence, list: &[&str]) -> bool {
    let article = &story.articles[told.article];
    let sentence = support::sentence(article, Span::new(told.at, told.at + 1));
    let mut text = article.document.slice(sentence).to_ascii_lowercase().into_bytes();
    let others = support::clauses(article, support::sentence_at(article, told.at));
    for other in others.filter(|other| !other.span.contains(Span::new(told.at, told.at + 1))) {
        let place = |byte: usize| byte.saturating_sub(sentence.start);
        if let Some(words) = text.get_mut(place(other.span.start)..place(other.span.end)) {
            words.fill(b' ');
        }
    }
    let text = String::from_utf8_lossy(&text);
    list.iter().any(|words| within(&text, words))
}

/// Whether the sentence of a passage tells that somebody went before it was over.
pub(super) fn leaves(story: &Story, told: &Evidence) -> bool {
    let text = story.slice(told.article, support::sentence(&story.articles[told.article], told.span)).to_lowercase();
    LEAVING.iter().any(|words| within(&text, words))
}
