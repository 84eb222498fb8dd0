//! The answers of an article: which words of the table its sentences hold, whether they are denied, and of what they tell.
//!
//! Left out is what is no answer of the article's day: what is wished, feared or asked for, what was so once or until then, what
//! is told of some of many.

use super::having;
use super::table::{self, Of, Place, Wording};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::lexicon::{office, person_noun};
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup, Voice};
use crate::check::order::event::Dated;
use crate::check::order::reader::Reader;
use crate::check::outcome::Thing;
use crate::check::support;
use crate::graph::{Around, Identity, Story, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// One answer.
pub(super) struct Answer {
    pub(super) article: usize,
    pub(super) wording: &'static Wording,
    /// The question, and what is had where that is asked.
    pub(super) class: CompactString,
    pub(super) holds: bool,
    /// Still to come.
    pub(super) planned: bool,
    /// Not so until it was written.
    pub(super) so_far: bool,
    /// Of what; none where the words say it, or where nothing of its sort is named.
    pub(super) topics: Vec<Thing>,
    /// Who or what acts in its clause, where the words themselves say of what they tell.
    pub(super) actors: Vec<Thing>,
    /// Nouns for what it is about: "split over the bus lane", "guilty to fraud".
    pub(super) matters: Vec<CompactString>,
    /// Where it is, as named: "at the plant in Linz".
    pub(super) sites: Vec<Thing>,
    /// Told of another time, of a part, or as what is held to be so: held against nothing, but known to its article.
    pub(super) void: bool,
    /// Told by more than one word.
    pub(super) several: bool,
    /// Told of the moment of telling.
    pub(super) present: bool,
    /// When, as its sentence says.
    pub(super) when: Vec<Dated>,
    /// Bytes of the words.
    pub(super) words: Span,
    /// Bytes of the clause.
    pub(super) span: Span,
    pub(super) speaker: Option<Identity>,
    /// Whether it is told as what somebody says or found.
    pub(super) reported: bool,
    pub(super) around: OnceLock<Around>,
}

impl Answer {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.words))
    }
}

/// Words by which a clause tells of another time than that of the news, of a part, or of what may be.
#[rustfmt::skip]
const APART: &[&str] = &[
    "until", "till", "since", "initially", "originally", "previously", "earlier", "once", "formerly", "former", "previous", "used",
    "later", "now", "then", "again", "longer", "anymore", "if", "unless", "whether", "would", "might", "may", "should",
    "must", "half", "part", "partly", "partially", "many", "several", "mostly", "largely", "nearly", "almost", "other", "others",
    "another", "second", "third", "fourth", "usually", "often", "sometimes", "normally", "always", "elsewhere",
    "eventually", "rest", "remaining", "most", "although", "otherwise", "like", "unlike", "ever",
];
/// Verbs and nouns of what is only held to be so.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "claim", "allege", "accuse", "suspect", "believe", "think", "fear", "suggest", "allegation", "allegedly", "reportedly",
    "apparently", "rumour", "rumor", "accusation", "hope", "wish", "demand", "want", "urge", "ask", "consider", "potential",
    "wonder", "doubt", "possible", "possibly", "perhaps", "probably", "maybe", "suspicion", "expect", "likely", "call", "seem",
    "imagine", "critic", "need", "require", "prefer", "preference", "deny", "decide", "argue", "pretend", "advise", "recommend", "propose",
];

/// Those of them that say so as nouns too: "the suspect" is no suspicion.
const DOUBTS: &[&str] =
    &["claim", "allegation", "rumour", "rumor", "accusation", "hope", "wish", "suspicion", "doubt", "preference"];

/// Verbs of what somebody says or found.
pub(super) const REPORTS: &[&str] = &[
    "say", "find", "conclude", "tell", "report", "state", "insist", "announce", "show", "rule", "decide", "add",
    "write", "maintain",
];

/// The answers of an article.
pub(super) fn read(reader: &Reader) -> Vec<Answer> {
    let article = reader.article;
    let mut list = Vec::new();
    for sentence in &article.sentences {
        let asks = article.tokens[sentence.tokens.clone()].last().is_some_and(|token| token.lower == "?");
        if asks {
            continue;
        }
        let found = table::found(&article.tokens, sentence.tokens.clone());
        list.extend(found.into_iter().filter_map(|(wording, places)| answer(reader, wording, &places)));
    }
    list.extend(having::read(reader));
    list
}

fn answer(reader: &Reader, wording: &'static Wording, places: &[usize]) -> Option<Answer> {
    let article = reader.article;
    let (&first, &last) = places.first().zip(places.last())?;
    let words = article.tokens[first].span.join(article.tokens[last].span);
    let clause = clause_of(reader, words)?;
    let group = reader.group(clause.verb);
    // What is acted upon is known where the words hold the verb: "fire" is no dismissal.
    let acts = places.iter().any(|at| group.tokens.contains(at));
    if wording.place == Place::Object && !acts {
        return None;
    }
    let planned = told(reader, clause, group, first)?;
    let from = article.tokens.partition_point(|token| token.span.start < clause.span.start).min(first);
    let void = apart(reader, places, from..last + 1, clause);
    let holds = match denials(reader, clause, group, places, from) {
        0 => wording.holds,
        1 if wording.deniable => !wording.holds,
        _ => return None,
    };
    let topics = topics(reader, wording, clause, group, places)?;
    let sentence = support::sentence(article, words);
    Some(Answer {
        article: reader.at,
        wording,
        class: wording.question.into(),
        holds,
        planned,
        so_far: yet(reader, clause, group),
        actors: actors(reader, clause, group, places),
        matters: matters(reader, wording, clause, places),
        sites: governed(reader, clause, &["at", "in", "near", "outside", "inside"])
            .filter_map(|phrase| Thing::read(reader, phrase))
            .filter(Thing::named)
            .collect(),
        void,
        several: places.len() > 1,
        present: group.tense == Tense::Present && !group.perfect,
        topics,
        when: support::times(article, sentence)
            .filter(|time| time.duration.is_none())
            .filter_map(|time| reader.date(time))
            .collect(),
        words,
        span: if clause.span.contains(words) { clause.span } else { words },
        speaker: reader.speaker(clause),
        reported: clause.attribution.is_some() || above(reader, clause).any(|verb| REPORTS.contains(&verb)),
        around: OnceLock::new(),
    })
}

/// The smallest clause around some words, else the one that they follow.
fn clause_of<'r>(reader: &'r Reader, words: Span) -> Option<&'r Clause> {
    let sentence = support::sentence_at(reader.article, words.start);
    let before = || {
        let begun = support::clauses(reader.article, sentence).filter(|clause| clause.span.start <= words.start);
        begun.max_by_key(|clause| (clause.span.end > words.start, clause.span.start))
    };
    support::clause(reader.article, words).or_else(before).or_else(|| support::clauses(reader.article, sentence).next())
}

/// Whether the clause looks ahead; `None` where it tells nothing.
pub(super) fn told(reader: &Reader, clause: &Clause, group: &VerbGroup, first: usize) -> Option<bool> {
    if clause.link == ClauseLink::Conditional {
        return None;
    }
    let wanted = group.form == VerbForm::Infinitive && first >= group.tokens.start && !enough(reader, group);
    // "Her decision not to sign": what hangs on a noun is not told.
    let hangs = (1..3)
        .any(|back| group.tokens.start.checked_sub(back).is_some_and(|at| reader.article.tokens[at].tag.is_noun()));
    if wanted && hangs {
        return None;
    }
    let had = group.tense == Tense::Past && group.perfect && group.modality == Modality::Hypothetical;
    match clause.modality {
        _ if had => None,
        Modality::Actual if wanted && group.embedding.is_none() => None,
        Modality::Actual => Some(group.tense == Tense::Future),
        Modality::Unable | Modality::Refused => Some(false),
        // "Had to leave" and "was to leave" look back.
        Modality::Planned => Some(group.tense != Tense::Past),
        Modality::Intended if enough(reader, group) => Some(false),
        // "They could swim", "could not walk": what somebody was able to do.
        Modality::Possible => {
            let able = reader.article.tokens[group.tokens.clone()]
                .iter()
                .any(|token| matches!(token.lower.as_str(), "could" | "can" | "cannot"));
            (able && first <= group.tokens.end).then_some(false)
        }
        _ => None,
    }
}

/// "Has not yet lodged it", "has never paid": so far.
pub(super) fn yet(reader: &Reader, clause: &Clause, group: &VerbGroup) -> bool {
    let tokens = &reader.article.tokens;
    let negative = group.polarity == Polarity::Negative || clause.polarity == Polarity::Negative;
    let said = group.tokens.start.saturating_sub(2)..(group.tokens.end + 2).min(tokens.len());
    negative && group.perfect && group.tense == Tense::Present || said.into_iter().any(|at| tokens[at].lower == "yet")
}

/// "Serious enough to require it": what is denied of the one is denied of the other.
fn enough(reader: &Reader, group: &VerbGroup) -> bool {
    let tokens = &reader.article.tokens;
    group.form == VerbForm::Infinitive
        && group.tokens.start.checked_sub(1).is_some_and(|before| tokens[before].lower == "enough")
}

/// Words behind an answer that belong to it though no clause holds them.
const CLOSE: usize = 2;

/// Whether the words are told of another time, of a part, or as what somebody holds to be so.
pub(super) fn apart(reader: &Reader, places: &[usize], clause: Range<usize>, own: &Clause) -> bool {
    let tokens = &reader.article.tokens;
    let end = tokens.partition_point(|token| token.span.start < own.span.end);
    let mark = |at: &usize| tokens[*at].tag == Tag::Punctuation;
    let close =
        (clause.end..tokens.len().min(clause.end + CLOSE)).find(mark).unwrap_or(tokens.len().min(clause.end + CLOSE));
    let sentence = reader.article.sentences[own.sentence].tokens.end;
    let within = clause.start..end.max(clause.end).max(close).min(sentence);
    // "Children, who until now were exempt, will be charged": what stands in a clause of its own tells of something else.
    let inner: Vec<Span> = support::clauses(reader.article, own.sentence)
        .filter(|other| own.span.contains(other.span) && other.span.len() < own.span.len())
        .map(|other| other.span)
        .filter(|span| !places.iter().any(|&at| span.contains(tokens[at].span)))
        .collect();
    let free = |at: &usize| !places.contains(at) && !inner.iter().any(|span| span.contains(tokens[*at].span));
    let counted = |at: usize| tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Number);
    let word = |at: usize| tokens[at].lower.as_str();
    let behind = |at: usize, back: usize| at.checked_sub(back).map_or("", &word);
    within.clone().filter(free).any(|at| {
        APART.contains(&word(at)) && !(word(at) == "once" && behind(at, 1) == "at")
            || word(at) == "first" && behind(at, 1) == "at"
            || YOUNG.contains(&word(at)) && behind(at, 1) == "a" && behind(at, 2) == "as"
            || word(at) == "some" && !counted(at)
            || HELD.contains(&tokens[at].lemma.as_str())
                && (!tokens[at].tag.is_noun() || DOUBTS.contains(&tokens[at].lemma.as_str()))
    }) || !enough(reader, reader.group(own.verb)) && above(reader, own).any(|verb| HELD.contains(&verb))
}

/// What somebody was before he was grown up.
const YOUNG: &[&str] = &["boy", "girl", "child", "student", "teenager", "youth"];

/// The verbs of the clauses on which one hangs.
pub(super) fn above<'r>(reader: &'r Reader, clause: &'r Clause) -> impl Iterator<Item = &'r str> {
    let clauses = &reader.article.clauses;
    let up = move |clause: &&'r Clause| clause.parent.and_then(|parent| clauses.get(parent));
    std::iter::successors(up(&clause), up).take(4).map(|clause| reader.group(clause.verb).lemma.as_str())
}

/// How often the words are denied: by words before them, by who does it, by a verb around them.
fn denials(reader: &Reader, clause: &Clause, group: &VerbGroup, places: &[usize], from: usize) -> usize {
    let tokens = &reader.article.tokens;
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return 0 };
    let start = if enough(reader, group) { reader.article.sentences[clause.sentence].tokens.start } else { from };
    let only = |at: usize| tokens.get(at + 1).is_some_and(|next| next.lower == "only");
    // A comma or "but" ends what a word denies, unless its verb comes behind it.
    let cut = |at: usize| matches!(tokens[at].lower.as_str(), "," | "but" | ";" | "and") && at < group.tokens.start;
    let reach = (start..first).rev().find(|&at| cut(at) && group.tokens.start <= first).map_or(start, |at| at + 1);
    let reach = if enough(reader, group) { start } else { reach };
    let words = (reach..=last).filter(|at| !places.contains(at) && table::denies(&tokens[*at]) && !only(*at)).count();
    let own = places.iter().any(|&at| table::denies(&tokens[at]));
    let refused = matches!(clause.modality, Modality::Unable | Modality::Refused) && group.tokens.start <= last;
    let embedded =
        words == 0 && !own && (group.polarity == Polarity::Negative || clause.polarity == Polarity::Negative);
    words.max(usize::from((refused && !own && !places.contains(&group.tokens.start)) || embedded))
}

/// Of what the words tell; `None` where that is asked for and not named.
fn topics(
    reader: &Reader,
    wording: &Wording,
    clause: &Clause,
    group: &VerbGroup,
    places: &[usize],
) -> Option<Vec<Thing>> {
    let phrases = &reader.article.phrases;
    let things =
        |list: &[usize]| -> Vec<Thing> { list.iter().filter_map(|&phrase| Thing::read(reader, phrase)).collect() };
    let own = |phrase: usize| places.iter().any(|at| phrases[phrase].tokens.contains(at));
    let subject =
        if group.voice == Voice::Passive && !clause.objects.is_empty() { &clause.objects } else { &clause.subjects };
    // "Declined to answer": whoever declined.
    let above = || clause.parent.and_then(|parent| reader.article.clauses.get(parent)).map(|clause| &clause.subjects);
    let subject = if subject.is_empty() { above().unwrap_or(subject) } else { subject };
    let stands: Vec<usize> = match wording.place {
        Place::Subject => subject.iter().copied().filter(|&phrase| !own(phrase)).collect(),
        Place::Object => {
            clause.objects.iter().chain(&clause.recipients).copied().filter(|&phrase| !own(phrase)).collect()
        }
        Place::Beside => {
            let last = *places.last()?;
            reader.phrase_at(last).or_else(|| reader.phrase_at(last + 1)).into_iter().collect()
        }
    };
    let of_sort = |phrase: &usize, sort: &str| {
        let noun = &phrases[*phrase];
        let head = &reader.article.tokens[noun.head];
        table::of_sort(sort, &head.lemma) || table::of_sort(sort, &head.lower)
    };
    match wording.of {
        Of::Own => Some(Vec::new()),
        Of::Person => {
            let people: Vec<Thing> = things(&stands)
                .into_iter()
                .filter(|thing| thing.person)
                .filter(|thing| thing.part.party.is_some() || !deputy(wording, &thing.part.head))
                .collect();
            let tokens = &reader.article.tokens;
            let other = stands.iter().any(|&phrase| {
                let head = &tokens[phrases[phrase].head];
                let own = deputy(wording, &head.lemma);
                !own && (somebody(&head.lemma) || head.tag == Tag::Number || phrases[phrase].plural)
            });
            if people.is_empty() && !other && wording.place == Place::Subject {
                only_person(reader, clause)
            } else {
                Some(people)
            }
        }
        Of::Any | Of::Thing => {
            let fits = |thing: &Thing| wording.of == Of::Any || !thing.person;
            let list: Vec<Thing> = things(&stands).into_iter().filter(fits).collect();
            (!list.is_empty()).then_some(list)
        }
        Of::Sort(sort) => {
            let list: Vec<usize> = stands.into_iter().filter(|phrase| of_sort(phrase, sort)).collect();
            let list = things(&list);
            (!list.is_empty()).then_some(list)
        }
        Of::Lone(sort) | Of::Loose(sort) => {
            let around = |span: Span| -> Vec<usize> {
                let first = phrases.partition_point(|phrase| phrase.span.start < span.start);
                let inside = (first..phrases.len()).take_while(|&phrase| phrases[phrase].span.start < span.end);
                inside.filter(|phrase| of_sort(phrase, sort)).collect()
            };
            let mut list = around(clause.span);
            if list.is_empty() {
                list = around(reader.article.sentences[clause.sentence].span);
            }
            let mut list = things(&list);
            if sort == "folk" {
                list.extend(things(&stands));
            }
            (!list.is_empty() || matches!(wording.of, Of::Loose(_))).then_some(list)
        }
    }
}

/// Who or what acts in the clause, nobody and pronouns left out.
fn actors(reader: &Reader, clause: &Clause, group: &VerbGroup, places: &[usize]) -> Vec<Thing> {
    let phrases = &reader.article.phrases;
    let acts = if group.voice == Voice::Passive { &[][..] } else { &clause.subjects };
    let own = |phrase: usize| places.iter().any(|at| phrases[phrase].tokens.contains(at));
    let told = |&&phrase: &&usize| !own(phrase) && phrases[phrase].determination != Determination::Negative;
    acts.iter().filter(told).filter_map(|&phrase| Thing::read(reader, phrase)).collect()
}

/// The phrases of a clause behind some prepositions, times left out.
pub(super) fn governed<'r>(
    reader: &'r Reader,
    clause: &'r Clause,
    prepositions: &'r [&str],
) -> impl Iterator<Item = usize> + 'r {
    let phrases = &reader.article.phrases;
    let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
    let direct = adjuncts.filter(|adjunct| prepositions.contains(&adjunct.preposition.as_str()));
    let near = clause.objects.iter().chain(&clause.subjects).chain(&clause.complement);
    let hanging = near.flat_map(|&phrase| &phrases[phrase].complements);
    let hanging = hanging.filter(|(preposition, _)| prepositions.contains(&preposition.as_str()));
    direct.filter_map(|adjunct| adjunct.phrase).chain(hanging.map(|&(_, inner)| inner))
}

/// Words of a charge that stand for any.
const ANY_CHARGE: &[&str] = &["charge", "count", "offence", "allegation", "question", "crime", "accusation"];

/// Nouns for what it is about.
fn matters(reader: &Reader, wording: &Wording, clause: &Clause, places: &[usize]) -> Vec<CompactString> {
    let tokens = &reader.article.tokens;
    let voted =
        matches!(wording.of, Of::Lone("verdict" | "sitting")) || matches!(wording.question, "abstained" | "carried");
    let prepositions: &[&str] = match wording.question {
        "plea" => &["to", "over", "about"],
        _ if voted => &["over", "about", "against", "on"],
        _ => &["over", "about"],
    };
    let decided = clause.objects.iter().copied().filter(|_| voted);
    let phrases = governed(reader, clause, prepositions).chain(decided);
    let heads = phrases.map(|phrase| reader.article.phrases[phrase].head).filter(|head| !places.contains(head));
    let nouns = heads.map(|head| &tokens[head]).filter(|token| token.tag.is_noun() && !token.tag.is_proper());
    let sort = |lemma: &str| matches!(wording.of, Of::Lone(sort) if table::of_sort(sort, lemma) && lemma != "budget");
    let all: Vec<CompactString> = nouns.map(|token| token.lemma.clone()).filter(|lemma| !sort(lemma)).collect();
    if all.iter().any(|noun| ANY_CHARGE.contains(&noun.as_str())) { Vec::new() } else { all }
}

/// Who acts for the one who is told of, or upon him: lawyers appeal, officers arrest.
fn deputy(wording: &Wording, lemma: &str) -> bool {
    match wording.question {
        "appealed" => matches!(lemma, "lawyer" | "counsel" | "barrister" | "solicitor" | "attorney"),
        "surrendered" | "handcuffed" | "resisted" => matches!(lemma, "police" | "officer" | "detective"),
        _ => false,
    }
}

fn somebody(lemma: &str) -> bool {
    person_noun(lemma) || lemma == "people" || office(lemma).is_some()
}

/// The only person that a sentence names, where its subject is nobody: "there was no alcohol in Holt's blood".
fn only_person(reader: &Reader, clause: &Clause) -> Option<Vec<Thing>> {
    let article = reader.article;
    let span = article.sentences[clause.sentence].span;
    let people: BTreeSet<Identity> = support::people(reader.story, reader.at, span).map(|(party, _)| party).collect();
    if people.len() != 1 {
        return None;
    }
    let first = article.phrases.partition_point(|phrase| phrase.span.start < span.start);
    let inside = (first..article.phrases.len()).take_while(|&at| article.phrases[at].span.start < span.end);
    let things = inside.filter_map(|phrase| Thing::read(reader, phrase));
    let list: Vec<Thing> =
        things.filter(|thing| thing.person && thing.part.party.is_some_and(|party| people.contains(&party))).collect();
    (!list.is_empty()).then_some(list)
}
