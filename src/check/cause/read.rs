//! Which causes an article tells, of what, and in whose words.

use super::table::{self, Class};
use crate::annotate::clause::Clause;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup};
use crate::check::order::event::{Dated, Part};
use crate::check::order::reader::Reader;
use crate::check::outcome::{Thing, when};
use crate::check::support::sentence;
use crate::graph::{Around, Story, surroundings};
use crate::source::Span;
use std::sync::OnceLock;

/// One event and what brought it about.
pub(super) struct Cause {
    pub(super) article: usize,
    /// The sort of event.
    pub(super) effect: &'static str,
    /// What was brought about; whoever died, of a death.
    pub(super) thing: Thing,
    pub(super) classes: Vec<&'static Class>,
    /// Bytes of the words for the cause.
    pub(super) by: Span,
    pub(super) when: Option<Dated>,
    /// Whose words it is in; empty where the article tells it itself.
    pub(super) teller: Vec<Part>,
    /// Bytes of the clause.
    pub(super) span: Span,
    around: OnceLock<Around>,
}

impl Cause {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }

    pub(super) fn names(&self) -> Vec<&'static str> {
        self.classes.iter().map(|class| class.name).collect()
    }
}

/// Words by which a sentence tells a suspicion, a first thought or a question.
const HEDGES: &[&str] = &[
    "may",
    "might",
    "could",
    "possibly",
    "perhaps",
    "believe",
    "think",
    "suspect",
    "suspicion",
    "initial",
    "initially",
    "first",
    "rumour",
    "rumor",
    "theory",
    "whether",
    "if",
    "probably",
    "likely",
    "apparently",
    "suggest",
    "suggestion",
    "possible",
    "investigate",
    "originally",
    "early",
    "seem",
    "appear",
    "presumably",
    "speculation",
    "question",
    "rule",
    "allege",
    "allegedly",
    "reportedly",
    "fear",
    "former",
    "previous",
    "similar",
    "same",
    "another",
    "like",
    "doubt",
    "deny",
    "wrongly",
    "mistakenly",
    "contrary",
];

/// The causes that an article tells.
pub(super) fn read(reader: &Reader) -> Vec<Cause> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        let told =
            (clause.modality == Modality::Actual || to_blame(reader, group)) && clause.polarity == Polarity::Positive;
        let form = matches!(group.form, VerbForm::Finite | VerbForm::Participle) && group.tense != Tense::Future;
        if told && form && !reader.quoted(group.main) && !hedged(reader, clause) {
            list.extend(links(reader, clause, group).and_then(|link| cause(reader, clause, &link)));
        }
    }
    list
}

/// "Fog was to blame for the crash."
fn to_blame(reader: &Reader, group: &VerbGroup) -> bool {
    let tokens = &reader.article.tokens[group.tokens.start.saturating_sub(2)..group.tokens.end];
    let words: Vec<&str> = tokens.iter().map(|token| token.lemma.as_str()).collect();
    words.windows(3).any(|words| words == ["be", "to", "blame"])
}

fn hedged(reader: &Reader, clause: &Clause) -> bool {
    let sentence = &reader.article.sentences[clause.sentence];
    let mut tokens = reader.article.tokens[sentence.tokens.clone()].iter();
    tokens.any(|token| HEDGES.contains(&token.lemma.as_str()))
}

/// Phrases for what was brought about and for what did it.
struct Link {
    effects: Vec<usize>,
    causes: Vec<usize>,
    /// Words of the verb that name the cause themselves: "was lit deliberately", "drowned".
    words: Vec<&'static str>,
    /// The sort of event, where the verb tells it.
    effect: Option<&'static str>,
    /// Whether the subject makes the claim: "police blamed".
    claimed: bool,
    /// Prepositions of which one leads to the cause, where no phrase was read behind it.
    leads: &'static [&'static str],
}

impl Link {
    fn of(effects: &[usize], causes: Vec<usize>) -> Self {
        Self { effects: effects.to_vec(), causes, words: Vec::new(), effect: None, claimed: false, leads: &[] }
    }
}

/// How a clause ties an event to its cause.
fn links(reader: &Reader, clause: &Clause, group: &VerbGroup) -> Option<Link> {
    let governed = |prepositions: &[&str]| -> Vec<usize> {
        let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
        adjuncts
            .filter(|adjunct| prepositions.contains(&adjunct.preposition.as_str()))
            .filter_map(|adjunct| adjunct.phrase)
            .chain(inner(reader, &clause.objects, prepositions))
            .collect()
    };
    let adverb = |word: &str| {
        let end = reader.article.sentences[clause.sentence].tokens.end.min(group.tokens.end + 3);
        reader.article.tokens[group.tokens.start..end].iter().any(|token| token.lower == word)
    };
    let (subjects, objects) = (&clause.subjects, &clause.objects);
    if to_blame(reader, group) {
        return Some(Link::of(&governed(&["for"]), subjects.clone()));
    }
    match group.lemma.as_str() {
        "start" | "light" | "set" if adverb("deliberately") || adverb("intentionally") => {
            let effects = if objects.is_empty() { subjects } else { objects };
            Some(Link { words: vec!["arson"], ..Link::of(effects, Vec::new()) })
        }
        "cause" | "start" | "trigger" | "spark" | "ignite" | "set off" | "touch off" | "bring about" => {
            Some(Link { leads: &["by"], ..Link::of(objects, subjects.clone()) })
        }
        "lead" | "contribute" | "result" if !subjects.is_empty() => {
            let from = governed(&["from"]);
            if from.is_empty() {
                Some(Link::of(&governed(&["to", "in"]), subjects.clone()))
            } else {
                Some(Link::of(subjects, from))
            }
        }
        "blame" | "pin" | "put" | "attribute" | "trace" | "trace back" | "ascribe" | "put down" => {
            let (on, for_) = (governed(&["on", "to"]), governed(&["for"]));
            let link = if for_.is_empty() { Link::of(objects, on) } else { Link::of(&for_, objects.clone()) };
            Some(Link { claimed: true, leads: if for_.is_empty() { &["to", "on"] } else { &[] }, ..link })
        }
        "stem" | "come" | "begin" | "result from" | "come from" | "arise" | "originate" => {
            Some(Link::of(subjects, governed(&["from", "with"])))
        }
        "die" | "succumb" | "perish" => Some(Link {
            effect: Some("death"),
            leads: &["of", "from", "to"],
            ..Link::of(subjects, governed(&["from", "to"]))
        }),
        "drown" => Some(Link {
            effect: Some("death"),
            words: vec!["drown"],
            ..Link::of(if objects.is_empty() { subjects } else { objects }, Vec::new())
        }),
        "freeze" if adverb("death") => {
            Some(Link { effect: Some("death"), words: vec!["cold"], ..Link::of(subjects, Vec::new()) })
        }
        "miss" | "sit out" => Some(Link {
            effect: Some("absence"),
            ..Link::of(subjects, governed(&["with", "because of", "through", "due to", "owing to"]))
        }),
        "be" => be(reader, clause, &governed(&["to", "down to", "due to", "because of", "for"])),
        _ => None,
    }
}

/// "The cause of the fire was …", "… was to blame for the fire", "the fire was due to …".
fn be(reader: &Reader, clause: &Clause, governed: &[usize]) -> Option<Link> {
    let token = |phrase: usize| &reader.article.tokens[reader.article.phrases[phrase].head];
    let subject = *clause.subjects.first()?;
    let of: Vec<usize> = inner(reader, &[subject], &["of"]);
    if matches!(token(subject).lemma.as_str(), "cause" | "source" | "culprit" | "reason") {
        return Some(Link::of(&of, clause.complement.into_iter().collect()));
    }
    if let Some(complement) = clause.complement
        && matches!(token(complement).lemma.as_str(), "cause" | "source" | "culprit")
    {
        return Some(Link::of(&inner(reader, &[complement], &["of"]), clause.subjects.clone()));
    }
    let responsible = clause.adjective.is_some_and(|at| reader.article.tokens[at].lower == "responsible");
    if responsible {
        return Some(Link::of(governed, clause.subjects.clone()));
    }
    let due = clause.adjective.is_some_and(|at| reader.article.tokens[at].lower == "due");
    let by_preposition = clause
        .adjuncts
        .iter()
        .any(|adjunct| matches!(adjunct.preposition.as_str(), "down to" | "due to" | "because of" | "owing to"));
    (due || by_preposition).then(|| Link::of(&clause.subjects, governed.to_vec()))
}

/// Phrases that hang on others by one of some prepositions.
fn inner(reader: &Reader, phrases: &[usize], prepositions: &[&str]) -> Vec<usize> {
    let all = phrases.iter().flat_map(|&phrase| &reader.article.phrases[phrase].complements);
    all.filter(|(preposition, _)| prepositions.contains(&preposition.as_str())).map(|&(_, inner)| inner).collect()
}

fn cause(reader: &Reader, clause: &Clause, link: &Link) -> Option<Cause> {
    let (effect, thing) = link.effects.iter().find_map(|&phrase| {
        let head = &reader.article.tokens[reader.article.phrases[phrase].head];
        let place = reader.article.phrases[phrase].head;
        let before =
            place.checked_sub(1).map(|before| format!("{} {}", reader.article.tokens[before].lemma, head.lemma));
        let named = || before.and_then(|words| table::effect(&words)).or_else(|| table::effect(&head.lemma));
        let effect = link.effect.or_else(named)?;
        let people = matches!(effect, "death" | "absence") && link.effect.is_some();
        let thing =
            Thing::read(reader, phrase).filter(|thing| !people || thing.part.party.is_some() && !thing.part.plural)?;
        Some((effect, thing))
    })?;
    let mut words: Vec<&str> = link.words.clone();
    let mut by = reader.group(clause.verb).span;
    for (at, &phrase) in link.causes.iter().enumerate() {
        let whole = whole(reader, phrase, &link.effects);
        by = if at == 0 { whole } else { by.join(whole) };
        let first = reader.article.tokens.partition_point(|token| token.span.start < whole.start);
        let tokens = reader.article.tokens[first..].iter().take_while(|token| token.span.end <= whole.end);
        words.extend(tokens.map(|token| token.lemma.as_str()));
        words.push(",");
    }
    if link.causes.is_empty()
        && let Some(lead) = following(reader, clause, link.leads)
    {
        let tokens = &reader.article.tokens[lead];
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            by = first.span.join(last.span);
        }
        words.extend(tokens.iter().map(|token| token.lemma.as_str()));
    }
    let classes = table::classes(effect, &words);
    let attribution = clause.attribution.as_ref();
    let teller = if link.claimed {
        reader.parts(&clause.subjects)
    } else {
        let phrase = attribution.and_then(|attribution| {
            let first = reader.article.tokens.partition_point(|token| token.span.end <= attribution.text.start);
            reader.phrase_at(first)
        });
        // "It said": the report that is spoken of.
        let it =
            |part: &Part| part.party.is_none() && reader.article.document.slice(part.span).eq_ignore_ascii_case("it");
        phrase.and_then(|phrase| reader.part(phrase)).filter(|part| !it(part)).into_iter().collect()
    };
    (!classes.is_empty()).then(|| Cause {
        article: reader.at,
        effect,
        thing,
        classes,
        by,
        when: when(reader, clause).filter(|_| clause.modality == Modality::Actual),
        teller,
        span: clause.span.join(sentence(reader.article, clause.span)),
        around: OnceLock::new(),
    })
}

/// Bytes of a phrase with what hangs on it, what was brought about left out.
fn whole(reader: &Reader, phrase: usize, effects: &[usize]) -> Span {
    let own = &reader.article.phrases[phrase];
    let inner = own.complements.iter().map(|&(_, inner)| inner).filter(|inner| !effects.contains(inner));
    inner.fold(own.span, |span, inner| span.join(reader.article.phrases[inner].span))
}

/// Most words of a cause that no phrase was read of.
const REACH: usize = 6;

/// The tokens behind the first of some prepositions that follows the verb, up to the next mark.
fn following(reader: &Reader, clause: &Clause, leads: &[&str]) -> Option<std::ops::Range<usize>> {
    let (tokens, start) = (&reader.article.tokens, reader.group(clause.verb).tokens.end);
    let end = reader.article.sentences[clause.sentence].tokens.end.min(start + REACH);
    let lead = (start..end).find(|&at| leads.contains(&tokens[at].lower.as_str()))? + 1;
    let last = reader.article.sentences[clause.sentence].tokens.end.min(lead + REACH);
    let stop = (lead..last).find(|&at| tokens[at].tag == Tag::Punctuation).unwrap_or(last);
    (lead < stop).then_some(lead..stop)
}
