//! Who was at a gathering and who was not, by the wordings that papers have for it: "sent a video message", "was notable
//! for his absence", "watched from the front row", "shook hands with" (`rules/english/attendance.csv`).
//!
//! Read from clauses and from the words beside a name, not from claims: what counts is often an idiom that no predicate
//! has. Quotations are left out, and so is what was planned, wished or supposed. Which gathering it was is for
//! [`super::attendance`] to find out.

use super::support;
use super::table::Sorts;
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbGroup, Voice};
use crate::graph::{Identity, Story};
use crate::source::Span;
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Somebody there or away, at the words that say so.
pub(super) struct Told {
    pub(super) person: Identity,
    pub(super) there: bool,
    /// Whether somebody away took part by wire, or somebody there did what may be done by wire.
    pub(super) remote: bool,
    pub(super) span: Span,
    /// The byte at which the verb, or what stands beside the name, begins.
    pub(super) at: usize,
}

/// The words of the table by their sort.
static WORDS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../rules/english/attendance.csv")));

/// The words of a sort.
fn words(sort: &str) -> &'static [&'static str] {
    WORDS.words(sort)
}

/// Words of a title before a name, at most.
const MOST_TITLES: usize = 5;

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
    if quoted || group.tense == Tense::Future {
        return Vec::new();
    }
    let text = rest(article, clause);
    // "nowhere to be seen" is no plan.
    if !unable
        && clause.modality != Modality::Actual
        && !["nowhere to be", "not there to"].iter().any(|words| within(&text, words))
    {
        return Vec::new();
    }
    let said = Said::read(&text);
    let acts = words("deed").contains(&group.lemma.as_str());
    let remote = said.remote;
    let there = if unable || clause.polarity == Polarity::Negative {
        // "Would not name them in court" says nothing of who was there.
        let bare = clause.adjective.is_none() && clause.complement.is_none();
        let alone = bare && clause.objects.is_empty() && words("alone").contains(&group.lemma.as_str());
        if !alone && (!said.denied || !words("going").contains(&group.lemma.as_str())) {
            return Vec::new();
        }
        false
    } else if remote || said.away {
        false
    } else if acts || said.there {
        true
    } else {
        return Vec::new();
    };
    // "Her publisher, Max Lohr, wept": the name may stand in apposition.
    let named = |phrase: usize| {
        let phrase = &article.phrases[phrase];
        let apposed = phrase.apposition.and_then(|other| article.phrases.get(other)).and_then(|other| other.mention);
        [apposed, phrase.mention].into_iter().flatten().find_map(|mention| person_of(story, at, mention))
    };
    // "was held up in Rotterdam by fog"
    let passive = group.voice == Voice::Passive && !acts;
    let whose = if passive { &clause.objects } else { &clause.subjects };
    let at = group.span.start;
    let people = whose.iter().filter(|&&phrase| reaches(article, phrase, group)).filter_map(|&phrase| named(phrase));
    people.map(|person| Told { person, there, remote: !there && remote, span: clause.span, at }).collect()
}

/// Whether nothing parts a phrase from a verb behind it: over a semicolon a subject is read wrongly.
pub(super) fn reaches(article: &Article, phrase: usize, group: &VerbGroup) -> bool {
    let from = article.phrases[phrase].tokens.end;
    let between = article.tokens.get(from..group.tokens.start).unwrap_or_default();
    !between.iter().any(|token| matches!(token.lower.as_str(), ";" | ":"))
}

/// Which sorts of idiom the words of a clause hold.
#[derive(Default)]
struct Said {
    away: bool,
    remote: bool,
    denied: bool,
    there: bool,
}

/// The sorts of idiom that are looked for in clauses.
const IN_CLAUSES: [&str; 4] = ["away", "remote", "denied", "there"];

/// All idioms of clauses, found in one pass, and the index of each one's sort.
static IDIOMS: LazyLock<Option<(AhoCorasick, Vec<usize>)>> = LazyLock::new(|| {
    let idioms =
        IN_CLAUSES.iter().enumerate().flat_map(|(sort, name)| words(name).iter().map(move |words| (sort, *words)));
    let (sorts, idioms): (Vec<usize>, Vec<&str>) = idioms.unzip();
    AhoCorasick::new(idioms).ok().map(|automaton| (automaton, sorts))
});

impl Said {
    fn read(text: &str) -> Self {
        let mut found = [false; IN_CLAUSES.len()];
        if let Some((automaton, sorts)) = IDIOMS.as_ref() {
            let matches = automaton.find_overlapping_iter(text);
            for idiom in matches.filter(|idiom| own_words(text, idiom.start(), idiom.end())) {
                found[sorts[idiom.pattern().as_usize()]] = true;
            }
        }
        let [away, remote, denied, there] = found;
        Self { away, remote, denied, there }
    }
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
pub(super) fn within(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| own_words(text, at, at + words.len()))
}

/// Whether no letter or digit touches the bytes `start..end` of a text.
fn own_words(text: &str, start: usize, end: usize) -> bool {
    let letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
    !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
}

/// The person that a mention stands for.
pub(super) fn person_of(story: &Story, at: usize, mention: usize) -> Option<Identity> {
    let identity = story.identities.of(at, story.articles[at].mentions[mention].entity?)?;
    (story.identities.party(identity).kind == EntityKind::Person).then_some(identity)
}

/// "Notable for his absence was Ana Ruiz", "Ana Ruiz's chair remained empty", "with the exception of Ana Ruiz".
fn beside_names(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let mut found = Vec::new();
    let usable = |person: Identity| story.identities.party(person).kind == EntityKind::Person;
    for (person, mention) in support::everybody(story, at).filter(|(person, _)| usable(*person)) {
        if quoted(article, mention.span) {
            continue;
        }
        let sentence = support::sentence(article, mention.span);
        let before = article.document.slice(Span::new(sentence.start, mention.span.start.max(sentence.start)));
        let behind = article.document.slice(Span::new(mention.span.end.min(sentence.end), sentence.end));
        let (before, behind) = (before.to_lowercase(), behind.to_lowercase());
        let there = match () {
            () if away(&before, &behind) => false,
            () if in_front(&before) || one_of_many(&before) => true,
            () => continue,
        };
        found.push(Told { person, there, remote: false, span: sentence, at: mention.span.start });
    }
    found
}

fn away(before: &str, behind: &str) -> bool {
    let before = before.trim_end();
    // "no sign of the former premier, …": an office may stand before the name.
    let ends = |sort: &str| {
        words(sort).iter().any(|words| {
            before.rfind(words).is_some_and(|at| {
                let between = &before[at + words.len()..];
                let between = between.trim_end_matches(',');
                between.split_whitespace().count() <= MOST_TITLES && !between.contains([',', ';', ':'])
            })
        })
    };
    let empty = |text: &str| words("empty").iter().any(|word| within(text, word));
    let seat = words("seat").iter().any(|seat| {
        ["'s ", "’s "].iter().any(|owner| behind.strip_prefix(owner).is_some_and(|rest| rest.starts_with(seat)))
    });
    // Whoever came in the end is told of as missing too.
    if ["at first", "until", "to begin with", "initially"].iter().any(|word| within(behind, word)) {
        return false;
    }
    // "Of the composer, Ana Ruiz, there was no sign."
    let of = before.strip_suffix(',').unwrap_or(before);
    let of = of.rfind("of").filter(|&at| own_words(of, at, at + 2)).map(|at| &of[at + 2..]);
    let of = of.is_some_and(|title| title.split_whitespace().count() <= MOST_TITLES && !title.contains(','));
    let no_sign = of && behind.trim_start_matches([',', ' ']).starts_with("there was no sign");
    no_sign
        || ends("but")
        || before.contains(" absence was") && (before.contains("notable") || before.contains("conspicuous"))
        || before.starts_with("notable for") && before.contains("absence was")
        || before.starts_with("notable by") && before.contains("absence was")
        || before.starts_with("conspicuous by") && before.contains("absence was")
        || before.starts_with("the absence of") && within(behind, "noted")
        || seat && empty(behind)
        || ends("kept") && empty(&format!("{before} {behind}"))
}

/// "All five directors attended, among them …"
fn one_of_many(before: &str) -> bool {
    let before = before.trim_end();
    let many = words("some").iter().find_map(|some| before.strip_suffix(some));
    many.is_some_and(|many| {
        let none = ["not ", "n't ", "nobody", "no one", "never "].iter().any(|word| many.contains(word));
        !none && words("came").iter().any(|came| within(many, came))
    })
}

/// "In the front row were …", "with X in the front row"
fn in_front(before: &str) -> bool {
    let before = before.trim_end();
    words("stood").iter().any(|verb| {
        let place = before.strip_suffix(verb).and_then(|before| before.strip_suffix(' '));
        place.is_some_and(|place| words("row").iter().any(|row| place.ends_with(row)))
    })
}

fn quoted(article: &Article, span: Span) -> bool {
    let at = article.quotes.partition_point(|quote| quote.span.end <= span.start);
    article.quotes.get(at).is_some_and(|quote| quote.span.contains(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_words_of_every_sort_and_none_twice() {
        let sorts = [
            "away", "remote", "denied", "there", "deed", "but", "seat", "kept", "empty", "row", "stood", "some",
            "came", "going", "alone",
        ];
        WORDS.assert_sorts(&sorts);
    }
}
