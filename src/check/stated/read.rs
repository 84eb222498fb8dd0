//! What an article reports somebody to have said, each statement with its source and its words.

use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::quotes::is_speech_verb;
use crate::annotate::time::TimeValue;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbGroup};
use crate::check::order::event::Part;
use crate::check::order::reader::Reader;
use crate::check::support::{sentence, times};
use crate::check::wording::BINDING;
use crate::graph::{Around, Identity, Story, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Party(Identity),
    /// A body that is known by a noun: "police", "the ministry".
    Noun(CompactString),
}

/// Something said.
pub(super) struct Statement {
    pub(super) article: usize,
    pub(super) source: Source,
    pub(super) holds: bool,
    /// Still to come.
    pub(super) planned: bool,
    /// Not so until it was said: "had not been found".
    pub(super) so_far: bool,
    /// Who acts in it.
    pub(super) subjects: Vec<Part>,
    /// Lemmas of its words with a meaning of their own.
    pub(super) words: BTreeSet<CompactString>,
    /// Whether it is about whoever says it ("that he would resign").
    pub(super) of_oneself: bool,
    /// Words that make it another thing: a condition, a part, a first time.
    pub(super) bound: bool,
    /// The times of its sentence.
    pub(super) times: Vec<TimeValue>,
    /// Bytes of the clause.
    pub(super) span: Span,
    around: OnceLock<Around>,
}

impl Statement {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// Nouns for bodies that speak with one voice, where no name is given.
const BODIES: &[&str] = &[
    "police",
    "ministry",
    "government",
    "council",
    "company",
    "airline",
    "bank",
    "hospital",
    "school",
    "university",
    "club",
    "union",
    "court",
    "coroner",
    "brigade",
    "regulator",
    "watchdog",
    "report",
    "inquiry",
    "inquest",
    "army",
    "navy",
    "coastguard",
    "church",
    "museum",
    "theatre",
    "embassy",
    "committee",
    "commission",
    "prosecution",
    "defence",
    "investigator",
    "prosecutor",
    "detective",
    "firm",
    "operator",
    "manufacturer",
    "federation",
    "association",
    "agency",
    "mayor",
    "minister",
    "coach",
    "captain",
    "judge",
    "headteacher",
    "bishop",
    "chairman",
    "scientist",
    "researcher",
    "organiser",
    "organizer",
    "study",
    "auditor",
    "chief",
];

/// Verbs by which a body says what it found out.
const FINDING: &[&str] =
    &["find", "conclude", "rule", "establish", "determine", "admit", "confess", "deny", "recall", "confirm", "decide"];

/// Words that bind a statement wherever in its sentence they stand.
const CONDITIONS: &[&str] =
    &["if", "when", "until", "till", "unless", "before", "after", "once", "except", "without", "whether", "because"];

/// More words than [`BINDING`] in its own clause that bind it: a part, a degree, another time.
const BOUND: &[&str] = &[
    "fully",
    "entirely",
    "solely",
    "directly",
    "immediately",
    "initially",
    "first",
    "originally",
    "previously",
    "then",
    "other",
    "further",
    "more",
    "most",
    "many",
    "much",
    "nearly",
    "almost",
    "could",
    "might",
    "may",
    "should",
    "so",
    "also",
    "even",
    "third",
    "another",
    "different",
    "same",
    "some",
    "themselves",
    "himself",
    "herself",
    "itself",
    "rather",
    "instead",
    "either",
    "significant",
    "significantly",
    "serious",
    "seriously",
    "deliberately",
    "intentionally",
    "new",
];

const DENIALS: &[&str] = &["not", "n't", "no", "none", "nothing", "nobody", "never", "neither", "nor", "nowhere"];

/// The statements of an article.
pub(super) fn read(reader: &Reader) -> Vec<Statement> {
    reader.article.clauses.iter().filter_map(|clause| statement(reader, clause)).collect()
}

fn statement(reader: &Reader, clause: &Clause) -> Option<Statement> {
    let group = reader.group(clause.verb);
    let told = matches!(clause.modality, Modality::Actual | Modality::Planned | Modality::Unable | Modality::Refused);
    let speech = is_speech_verb(&group.lemma) && clause.attribution.is_none() && group.embedding.is_none();
    if !told || speech || matches!(clause.link, ClauseLink::Conditional | ClauseLink::Relative | ClauseLink::Open) {
        return None;
    }
    // "Said that she did not think that he had won": what is thought is not stated.
    let above = clause.parent.map(|parent| reader.group(reader.article.clauses[parent].verb).lemma.as_str());
    let stated = above.is_none_or(|verb| is_speech_verb(verb) || FINDING.contains(&verb));
    if !stated || clause.attribution.as_ref().is_some_and(|attribution| attribution.direct) {
        return None;
    }
    let (teller, parent_denies) = teller(reader, clause, group)?;
    let source = source(&teller)?;
    let tokens: Vec<&Token> = tokens(reader, clause.span).filter(|token| !teller.span.contains(token.span)).collect();
    let denials = tokens.iter().filter(|token| DENIALS.contains(&token.lower.as_str())).count();
    let negative = clause.polarity == Polarity::Negative
        || matches!(clause.modality, Modality::Unable | Modality::Refused)
        || denials == 1;
    // Two denials are too many to be sure what is left of them.
    if denials + usize::from(parent_denies) > 1 {
        return None;
    }
    let subjects = reader.parts(&clause.subjects);
    let own = |part: &Part| part.party.is_some() && part.party == teller.party;
    let around = sentence(reader.article, clause.span);
    Some(Statement {
        article: reader.at,
        holds: !(negative || parent_denies),
        planned: clause.modality == Modality::Planned || group.tense == Tense::Future,
        so_far: group.perfect,
        of_oneself: subjects.iter().any(own),
        bound: tokens.iter().any(|token| [BINDING, BOUND].iter().any(|list| list.contains(&token.lower.as_str())))
            || times(reader.article, clause.span).any(|time| time.duration.is_some())
            || self::tokens(reader, around).any(|token| CONDITIONS.contains(&token.lower.as_str())),
        words: words(&tokens, group),
        subjects,
        source,
        times: times(reader.article, around).filter_map(|time| time.value).collect(),
        span: clause.span,
        around: OnceLock::new(),
    })
}

/// Who says what a clause tells, and whether it is said by denying it: "found no evidence that".
fn teller(reader: &Reader, clause: &Clause, group: &VerbGroup) -> Option<(Part, bool)> {
    if let Some(attribution) = &clause.attribution {
        let first = reader.article.tokens.partition_point(|token| token.span.end <= attribution.text.start);
        let mut part = reader.part(reader.phrase_at(first)?)?;
        part.party = reader.speaker(clause).or(part.party);
        return Some((part, false));
    }
    let parent = clause.parent.map(|parent| &reader.article.clauses[parent]);
    if let Some(parent) = parent.filter(|_| clause.link == ClauseLink::Reported) {
        let verb = reader.group(parent.verb);
        let finds = FINDING.contains(&verb.lemma.as_str()) && parent.modality == Modality::Actual;
        let part = reader.parts(&parent.subjects).into_iter().next().filter(|_| finds)?;
        return Some((part, parent.polarity == Polarity::Negative));
    }
    let admits =
        group.embedding.as_deref().is_some_and(|verb| matches!(verb, "admit" | "deny" | "confess to" | "confess"));
    let part = reader.parts(&clause.subjects).into_iter().next().filter(|_| admits)?;
    Some((part, false))
}

fn source(teller: &Part) -> Option<Source> {
    if let Some(party) = teller.party {
        return Some(Source::Party(party));
    }
    let one = !teller.unknown && BODIES.contains(&teller.head.as_str());
    one.then(|| {
        let mut words: Vec<&str> = teller.modifiers.iter().map(CompactString::as_str).collect();
        words.push(&teller.head);
        Source::Noun(words.join(" ").into())
    })
}

fn tokens<'r>(reader: &'r Reader, span: Span) -> impl Iterator<Item = &'r Token> {
    let first = reader.article.tokens.partition_point(|token| token.span.start < span.start);
    reader.article.tokens[first..].iter().take_while(move |token| token.span.end <= span.end)
}

/// Verbs that say no more than their nouns do.
const LIGHT: &[&str] = &["be", "have", "do", "make", "get", "will", "go", "take", "deny", "admit", "confess"];

/// Words of a denial or of counting that are no part of what is denied.
const EMPTY: &[&str] = &["such", "evidence", "ever", "own", "there", "yes", "no"];

fn words(tokens: &[&Token], group: &VerbGroup) -> BTreeSet<CompactString> {
    let content = |token: &&&Token| {
        let tag = token.tag;
        let kind = tag.is_noun()
            || tag.is_verb()
            || tag.is_adjective()
            || tag == Tag::Number
            || tag.is_adverb() && token.lower.ends_with("ly");
        kind && !LIGHT.contains(&token.lemma.as_str())
            && !EMPTY.contains(&token.lemma.as_str())
            && !DENIALS.contains(&token.lower.as_str())
    };
    let lemma = |token: &&Token| token.lemma.clone();
    let mut words: BTreeSet<CompactString> = tokens.iter().filter(content).map(lemma).collect();
    if !LIGHT.contains(&group.lemma.as_str()) {
        words.insert(group.lemma.clone());
    }
    words
}
