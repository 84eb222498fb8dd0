//! Who was at a gathering and who was not, by the wordings that papers have for it: "sent a video message", "was notable
//! for his absence", "watched from the front row", "shook hands with".
//!
//! Read from clauses and from the words beside a name, not from claims: what counts is often an idiom that no predicate
//! has. Quotations are left out, and so is what was planned, wished or supposed. Which gathering it was is for
//! [`super::attendance`] to find out.

use super::support;
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::graph::{Identity, Story};
use crate::source::Span;

/// Somebody there or away, at the words that say so.
pub(super) struct Told {
    pub(super) person: Identity,
    pub(super) there: bool,
    /// Whether somebody away took part by wire, as whoever "spoke" may have.
    pub(super) remote: bool,
    pub(super) span: Span,
}

/// Wordings of a clause by which its subject was away.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "absent", "nowhere to be seen", "conspicuous by", "notable by his absence", "notable by her absence",
    "for his absence", "for her absence", "stayed away", "stayed outside", "remained outside", "waited outside",
    "stayed at home", "remained at home", "was at home", "in hospital", "in bed", "too ill to", "too unwell to",
    "too sick to", "too frail to", "too weak to", "sent a video message", "sent a recorded message", "sent his apologies",
    "sent her apologies", "sent apologies", "sent his regrets", "sent her regrets", "sent regrets", "sent a telegram",
    "by video link", "via video link", "by video-link", "via video-link", "by video from", "via video", "by telephone from",
    "by phone from", "over the telephone", "on a screen", "on a big screen", "from a hospital bed", "from his hospital bed",
    "from her hospital bed", "declined the invitation", "declined an invitation", "turned down the invitation",
    "turned down an invitation", "spoke by video", "appeared by video", "was held up in", "was stranded in",
    "was stuck in", "was kept away", "stayed behind", "missing from the", "was turned away at the door", "was barred from the",
    "on the radio", "on television", "on tv", "from a ward", "from a hospital", "from hospital", "from his sickbed",
    "from her sickbed", "turned back", "turn back", "snowed in", "laid up", "at home with", "in quarantine", "in isolation",
    "sent his good wishes", "sent her good wishes", "sent good wishes", "good wishes by telephone",
];
/// Those of them by which the subject took part all the same.
#[rustfmt::skip]
const REMOTE: &[&str] = &[
    "by video link", "via video link", "by video-link", "via video-link", "by video from", "via video",
    "by telephone from", "by phone from", "over the telephone", "on a screen", "on a big screen", "spoke by video",
    "appeared by video",
];
/// Wordings that put the subject of a denial away.
#[rustfmt::skip]
const DENIED: &[&str] = &[
    "attend", "turn up", "show up", "make the trip", "make the journey", "make it to", "come", "there", "present",
    "in the hall", "in the room", "in the audience", "in the chamber", "in the theatre", "in the theater", "in the stadium",
    "in court", "in the building", "in the crowd", "among those", "among the guests", "among the mourners", "on the stage",
    "on stage", "take part", "nowhere", "be seen", "travel to", "come to", "go to", "fly to",
];
/// Wordings of a clause by which its subject was there in the body.
#[rustfmt::skip]
const THERE: &[&str] = &[
    "the front row", "second row", "third row", "the back row", "fourth row", "shook hands", "shakes hands", "on stage",
    "on the stage", "on to the stage", "onto the stage", "took his place", "took her place", "took his seat",
    "took her seat", "in the hall", "in the room", "in the audience", "in the chamber", "in the stands", "from the balcony",
    "from the gallery", "at the back of the", "among the guests", "among the mourners", "among the crowd",
    "among the spectators", "among the delegates", "among those present", "among the first to shake",
    "among the first to congratulate", "arrived late", "entered the hall", "entered the room", "entered the chamber",
    "entered the church", "left without speaking", "left early", "stood at the back", "stood near the back", "sat near the back", "sat at the back", "led the applause", "sat beside",
    "sat between", "sat next to", "sat opposite", "sat behind", "sat in on", "sat at the", "looked on", "looks on",
    "collecting her trophy", "collecting his trophy", "collected her trophy", "collected his trophy", "received a standing",
    "from the stand", "from the stands", "in the stand", "royal box", "from the touchline", "from the terraces",
    "handed over the trophy", "handed over the cup", "handed over the prize", "presented the trophy", "presented the cup",
    "presented the prize", "presented the medals", "cut the ribbon", "lifted the trophy", "lifted the cup", "in the interval",
    "shook the", "on both cheeks", "one of the guests", "up the steps of the stage", "in the congregation", "posed for pictures with the winner",
];
/// Verbs of the same.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "embrace", "hug", "kiss", "applaud", "clap", "greet", "toast", "kneel", "bow", "mingle", "weep", "sob", "curtsy",
    "curtsey", "listen",
];
/// Words of a title before a name, at most.
const MOST_TITLES: usize = 5;
/// Nouns whose emptiness says that somebody is away.
const SEATS: &[&str] = &["seat", "chair", "place", "lectern", "armchair", "desk"];

/// Everybody told of as there or away in an article.
pub(super) fn told(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let mut found: Vec<Told> = article.clauses.iter().flat_map(|clause| of_clause(story, at, clause)).collect();
    found.extend(beside_names(story, at));
    found
}

fn of_clause(story: &Story, at: usize, clause: &Clause) -> Vec<Told> {
    let article = &story.articles[at];
    let group = &article.verb_groups[clause.verb];
    let quoted = clause.attribution.as_ref().is_some_and(|attribution| attribution.direct);
    let unable = matches!(clause.modality, Modality::Unable | Modality::Refused);
    let text = rest(article, clause);
    // "nowhere to be seen" is no plan.
    let told = unable || clause.modality == Modality::Actual || within(&text, "nowhere to be");
    if quoted || group.tense == Tense::Future || !told {
        return Vec::new();
    }
    let has = |list: &[&str]| list.iter().any(|words| within(&text, words));
    let there = if unable || clause.polarity == Polarity::Negative {
        if !has(DENIED) {
            return Vec::new();
        }
        false
    } else if has(AWAY) {
        false
    } else if has(THERE) || DEEDS.contains(&group.lemma.as_str()) {
        true
    } else {
        return Vec::new();
    };
    // "Her publisher, Max Lohr, wept": the name may stand in apposition.
    let named = |phrase: usize| {
        let phrase = &article.phrases[phrase];
        let apposed = phrase.apposition.and_then(|other| article.phrases.get(other)).and_then(|other| other.mention);
        [phrase.mention, apposed].into_iter().flatten().find_map(|mention| person(story, at, mention))
    };
    // "was held up in Rotterdam by fog"
    let passive = group.voice == Voice::Passive && !DEEDS.contains(&group.lemma.as_str());
    let whose = if passive { &clause.objects } else { &clause.subjects };
    let people = whose.iter().filter_map(|&phrase| named(phrase));
    people.map(|person| Told { person, there, remote: !there && has(REMOTE), span: clause.span }).collect()
}

/// The words of a clause from its verb on, and those behind it up to a joint of the sentence, in lower case.
fn rest(article: &Article, clause: &Clause) -> String {
    let group = &article.verb_groups[clause.verb];
    let end = clause.span.end.max(group.span.end);
    let sentence = article.sentences.get(clause.sentence).map_or(end, |sentence| sentence.span.end);
    let words = |from: usize, to: usize| article.document.slice(Span::new(from, to)).to_lowercase();
    let mut text = words(group.span.start, end);
    if end < sentence {
        let behind = words(end, sentence);
        let joint =
            [",", ";", ":", ".", " and ", " but ", " while ", "("].iter().filter_map(|joint| behind.find(joint)).min();
        text.push_str(&behind[..joint.unwrap_or(behind.len())]);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words stand in a text as words of their own.
fn within(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + words.len()..].chars().next())
    })
}

fn person(story: &Story, at: usize, mention: usize) -> Option<Identity> {
    let identity = story.identities.of(at, story.articles[at].mentions[mention].entity?)?;
    (story.identities.party(identity).kind == EntityKind::Person).then_some(identity)
}

/// "Notable for his absence was Ana Ruiz", "Ana Ruiz's chair remained empty", "with the exception of Ana Ruiz".
fn beside_names(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let mut found = Vec::new();
    for (index, mention) in article.mentions.iter().enumerate() {
        if mention.form != MentionForm::Name || mention.kind != EntityKind::Person || quoted(article, mention.span) {
            continue;
        }
        let sentence = support::sentence(article, mention.span);
        let before = article.document.slice(Span::new(sentence.start, mention.span.start.max(sentence.start)));
        let behind = article.document.slice(Span::new(mention.span.end.min(sentence.end), sentence.end));
        let (before, behind) = (before.to_lowercase(), behind.to_lowercase());
        let there = match () {
            () if away(&before, &behind) => false,
            () if in_front(&before) => true,
            () => continue,
        };
        if let Some(person) = person(story, at, index) {
            found.push(Told { person, there, remote: false, span: sentence });
        }
    }
    found
}

fn away(before: &str, behind: &str) -> bool {
    let before = before.trim_end();
    // "no sign of the former premier, …": an office may stand before the name.
    let ends = |list: &[&str]| {
        list.iter().any(|words| {
            before.rfind(words).is_some_and(|at| {
                let between = &before[at + words.len()..];
                let between = between.trim_end_matches(',');
                between.split_whitespace().count() <= MOST_TITLES && !between.contains([',', ';', ':'])
            })
        })
    };
    let empty = |text: &str| ["empty", "vacant", "unoccupied"].iter().any(|word| within(text, word));
    let seat = SEATS.iter().any(|seat| {
        ["'s ", "’s "].iter().any(|owner| behind.strip_prefix(owner).is_some_and(|rest| rest.starts_with(seat)))
    });
    ends(&[
        "no sign of",
        "with the exception of",
        "except for",
        "except",
        "one was missing:",
        "missing was",
        "absent was",
    ]) || before.contains(" absence was") && (before.contains("notable") || before.contains("conspicuous"))
        || before.starts_with("notable for") && before.contains("absence was")
        || before.starts_with("notable by") && before.contains("absence was")
        || before.starts_with("conspicuous by") && before.contains("absence was")
        || before.starts_with("the absence of") && within(behind, "noted")
        || seat && empty(behind)
        || ends(&["reserved for", "kept for", "name of"]) && empty(&format!("{before} {behind}"))
}

/// "In the front row were …", "with X in the front row"
fn in_front(before: &str) -> bool {
    let before = before.trim_end();
    ["front row", "second row", "on the stage", "in the audience"]
        .iter()
        .any(|row| ["was", "were", "sat", "stood"].iter().any(|verb| before.ends_with(&format!("{row} {verb}"))))
}

fn quoted(article: &Article, span: Span) -> bool {
    let at = article.quotes.partition_point(|quote| quote.span.end <= span.start);
    article.quotes.get(at).is_some_and(|quote| quote.span.contains(span))
}
