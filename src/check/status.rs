//! Announced as still to come after it took place, or was called off.
//!
//! A plan is overdue where its day lies before the article's own date; a plan contradicts an act where the act, of a
//! kind that is done once, is told for a day before the plan was written. "Called off" against "went ahead" of one
//! wording is for [`super::claims`].

use super::conflict::{Check, Conflict, Severity};
use super::support;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::extract::Status;
use crate::graph::{Fact, Likeness, Story, Term, compare, compare_times, synonyms};

/// Verbs for what is done once to a thing: what was collected cannot still be hoped to be collected.
const ONCE: &[&str] = &[
    "collect",
    "sign",
    "sell",
    "resign",
    "retire",
    "marry",
    "publish",
    "release",
    "hand over",
    "ratify",
    "bury",
    "demolish",
    "inherit",
    "die",
    "graduate",
    "unveil",
    "christen",
    "swear in",
    "crown",
    "acquire",
    "buy",
];

/// The conflicts of status in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = story.facts.iter().filter_map(|plan| overdue(story, plan)).collect();
    conflicts.extend(story.facts.iter().filter_map(|plan| done_before(story, plan)));
    conflicts
}

fn planned(fact: &Fact) -> bool {
    fact.modality == Modality::Planned && fact.polarity == Polarity::Positive && fact.speaker.is_none()
}

/// Whether the words before the verb look ahead from the day of writing, and not from a day in the past.
fn looks_ahead(story: &Story, fact: &Fact) -> bool {
    let Some(index) = story.claims[fact.claim].clause else { return false };
    let article = &story.articles[fact.article];
    let group = &article.verb_groups[article.clauses[index].verb];
    let first = article.tokens[group.tokens.start].lower.as_str();
    matches!(first, "will" | "'ll" | "is" | "are" | "'s" | "'re") && !group.perfect
}

/// A plan for a day that was over when the article came out, where another passage tells what became of it.
fn overdue(story: &Story, plan: &Fact) -> Option<Conflict> {
    let published = story.articles[plan.article].document.published.filter(|published| !published.assumed)?;
    let until = plan.when?.value.to?;
    if !planned(plan) || !looks_ahead(story, plan) || until.date() > published.date {
        return None;
    }
    let ends: Vec<(&Fact, &str)> = story
        .facts
        .iter()
        .filter(|other| other.article != plan.article)
        .filter_map(|other| became(story, plan, other).map(|what| (other, what)))
        .collect();
    let (_, what) = ends.first()?;
    let others = ends.iter().map(|(other, _)| support::place(story, other)).collect();
    let article = &story.articles[plan.article];
    Some(Conflict {
        check: Check::Status,
        severity: Severity::Error,
        message: format!("still to come after its day: “{}”", support::words(article, plan.span, 110)),
        explanation: vec![
            format!("the passage announces it for a day that ended on {}", until.date()),
            format!("its article came out on {}", published.date),
            format!("another article says that it {what}"),
        ],
        sides: vec![
            support::side(story, "still to come", vec![support::place(story, plan)]),
            support::side(story, (*what).to_owned(), others),
        ],
    })
}

/// What `other` says became of `plan`: called off, or happened.
fn became(story: &Story, plan: &Fact, other: &Fact) -> Option<&'static str> {
    let named = |fact: &Fact| {
        fact.roles.iter().any(|role| match &role.term {
            Term::Noun(noun) => noun.head == plan.predicate || synonyms(&noun.head, &plan.predicate),
            _ => false,
        })
    };
    if other.status == Some(Status::Cancelled) && named(other) {
        return Some("was called off");
    }
    if other.predicate != plan.predicate
        || other.modality != Modality::Actual
        || compare_times(plan, other) != Likeness::Same
    {
        return None;
    }
    let predicate = story.library.predicates.get(&plan.predicate);
    let comparing = compare(story, plan, other, predicate);
    let agrees = comparing.agreement() >= 1.0 && comparing.roles.iter().all(|role| role.likeness == Likeness::Same);
    (agrees && other.polarity == Polarity::Positive).then_some("took place")
}

/// A plan or hope for something that another article tells as done before.
fn done_before(story: &Story, plan: &Fact) -> Option<Conflict> {
    let published = story.articles[plan.article].document.published?;
    // "hopes to collect it" without a day looks ahead from the day of writing.
    let ahead_of = plan
        .when
        .and_then(|when| when.value.from)
        .map_or(plan.tense != Tense::Past && plan.when.is_none(), |from| from.date() > published.date);
    let ahead = matches!(plan.modality, Modality::Planned | Modality::Intended) && plan.polarity == Polarity::Positive;
    let verb = story.claims[plan.claim].clause.map(|clause| {
        let article = &story.articles[plan.article];
        article.verb_groups[article.clauses[clause].verb].lemma.clone()
    })?;
    if !ahead || !ONCE.contains(&verb.as_str()) || !ahead_of {
        return None;
    }
    let predicate = story.library.predicates.get(&plan.predicate);
    let done: Vec<&Fact> = story
        .facts
        .iter()
        .filter(|other| other.predicate == plan.predicate && other.article != plan.article)
        .filter(|other| other.modality == Modality::Actual && other.polarity == Polarity::Positive)
        .filter(|other| other.when.and_then(|when| when.value.to).is_some_and(|to| to.date() <= published.date))
        .filter(|other| {
            let comparing = compare(story, plan, other, predicate);
            comparing.agreement() >= 1.8 && comparing.roles.iter().all(|role| role.likeness == Likeness::Same)
        })
        .collect();
    let first = done.first()?;
    Some(Conflict {
        check: Check::Status,
        severity: Severity::Warning,
        message: format!(
            "done or still to come: “{}” against “{}”",
            support::words(&story.articles[first.article], first.span, 90),
            support::words(&story.articles[plan.article], plan.span, 90)
        ),
        explanation: vec![
            "both passages name the same people and things".to_owned(),
            format!("one tells it as done, the other, published on {}, as still to come", published.date),
            format!("to {verb} something is done once"),
        ],
        sides: vec![
            support::side(story, "done", done.iter().map(|fact| support::place(story, fact)).collect()),
            support::side(story, "still to come", vec![support::place(story, plan)]),
        ],
    })
}
