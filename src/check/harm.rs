//! "Nobody was hurt" against somebody who was: harm has many words, and none of them is that of its denial.
//!
//! The packs hold a denial against the verbs of harm. A broken spine, a bed in intensive care or a condition that doctors call
//! grave tell of it too (`rules/english/harm.csv`). A denial says how grave the harm would have to be ("seriously hurt",
//! "killed") and of whom it speaks ("none of the passengers"); only harm that it leaves no room for is held against it.

use super::conflict::{Check, Conflict};
use super::order::reader::{Reader, of_all};
use super::support;
use super::table::Sorts;
use super::whereabouts::exclusive;
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::{office, person_noun};
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity};
use crate::graph::{Around, Identity, Story, shared, surroundings, synonyms};
use crate::source::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use compact_str::CompactString;
use std::sync::{LazyLock, OnceLock};

/// How much of their surroundings two passages share that tell of one event.
const CONTEXT: f32 = 1.5;
/// More, where the denial names nobody of whom it speaks.
const CONTEXT_BARE: f32 = 2.0;
/// Days between the reports, and between the harm and its report.
const DAYS: i32 = 5;
/// Denials, and tellings of harm, of a story that are compared.
const MOST: usize = 60;

/// How grave harm is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Hurt,
    Serious,
    Killed,
}

/// What an article tells of harm.
struct Told {
    article: usize,
    grade: Grade,
    /// Whether nobody came to harm so grave.
    denied: bool,
    /// The noun of those of whom it is denied; none where it is of everybody.
    of: Option<CompactString>,
    span: Span,
    speaker: Option<Identity>,
    around: OnceLock<Around>,
}

impl Told {
    fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

static WORDS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../rules/english/harm.csv")));

fn is(word: &str, sort: &str) -> bool {
    WORDS.words(sort).contains(&word)
}

/// The phrases for a state, each with how grave it is; `None` if they cannot be searched for.
static STATES: LazyLock<Option<(AhoCorasick, usize)>> = LazyLock::new(|| {
    let (serious, slight) = (WORDS.words("serious"), WORDS.words("slight"));
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(serious.iter().chain(slight))
        .ok()?;
    Some((search, serious.len()))
});

/// The conflicts between what is told of harm and its denials.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let told = of_all(story, read);
    let denials = told.iter().filter(|one| one.denied).take(MOST);
    let harms: Vec<&Told> = told.iter().filter(|one| !one.denied).take(MOST).collect();
    let mut found = Vec::new();
    for denial in denials {
        let against = harms.iter().find(|harm| contradicts(story, denial, harm, &harms));
        found.extend(against.map(|harm| conflict(story, denial, harm)));
    }
    found
}

fn read(reader: &Reader) -> Vec<Told> {
    let clauses = || reader.article.clauses.iter();
    let mut list: Vec<Told> = clauses().filter_map(|clause| denial(reader, clause)).collect();
    list.extend(clauses().filter_map(|clause| befell(reader, clause)));
    list.extend(states(reader));
    list
}

fn told(reader: &Reader, clause: &Clause, grade: Grade, denied: bool, of: Option<CompactString>) -> Told {
    let speaker = reader.speaker(clause);
    Told { article: reader.at, grade, denied, of, span: clause.span, speaker, around: OnceLock::new() }
}

/// "None of those on board was seriously hurt", "the passengers were unharmed", "there were no injuries".
fn denial(reader: &Reader, clause: &Clause) -> Option<Told> {
    let group = reader.group(clause.verb);
    if clause.modality != Modality::Actual || reader.quoted(group.main) {
        return None;
    }
    let phrases = || clause.subjects.iter().chain(&clause.objects).chain(&clause.complement).copied();
    let none = |phrase: &usize| reader.article.phrases[*phrase].determination == Determination::Negative;
    let head = |phrase: usize| &reader.article.tokens[reader.article.phrases[phrase].head];
    let tokens = || reader.article.tokens.iter().skip(group.tokens.start).take(group.tokens.len() + 2);
    // "No injuries were reported."
    let noun = phrases().filter(none).find_map(|phrase| {
        let lemma = head(phrase).lemma.as_str();
        let grade = if is(lemma, "none") { Grade::Hurt } else { Grade::Killed };
        (is(lemma, "none") || is(lemma, "none-killed")).then_some(grade)
    });
    if let Some(grade) = noun.filter(|_| clause.polarity == Polarity::Positive || group.polarity == Polarity::Positive)
    {
        return Some(told(reader, clause, grade, true, None));
    }
    let whole = clause.polarity == Polarity::Positive && tokens().any(|token| is(&token.lower, "whole"));
    let hurt = is(&group.lemma, "hurt") || is(&group.lemma, "killed");
    let whom = if whole {
        let all = |phrase: &usize| reader.article.phrases[*phrase].plural || is_many(&head(*phrase).lower);
        phrases().find(all)?
    } else {
        phrases().find(none).filter(|_| hurt)?
    };
    let badly = tokens().any(|token| is(&token.lower, "grave"));
    let grade = match (is(&group.lemma, "killed"), badly) {
        (true, _) => Grade::Killed,
        (_, true) => Grade::Serious,
        _ => Grade::Hurt,
    };
    Some(told(reader, clause, grade, true, scope(reader, whom)))
}

fn somebody(lemma: &str) -> bool {
    person_noun(lemma) || lemma == "people" || office(lemma).is_some()
}

/// Whether a word in the singular stands for several.
fn is_many(word: &str) -> bool {
    is_all(word) || matches!(word, "crew" | "family" | "team" | "party" | "pair" | "couple")
}

fn is_all(word: &str) -> bool {
    matches!(word, "everyone" | "everybody" | "all")
}

/// The noun of those of whom a phrase speaks: "none of the children", "no passengers", "none of those on board".
fn scope(reader: &Reader, phrase: usize) -> Option<CompactString> {
    let article = reader.article;
    let noun = &article.phrases[phrase];
    let head = &article.tokens[noun.head];
    let of = noun.complements.iter().find(|(preposition, _)| preposition == "of").map(|&(_, inner)| inner);
    let bare = matches!(head.lower.as_str(), "none" | "nobody" | "people" | "one" | "no-one") || is_all(&head.lower);
    let own = matches!(head.tag, Tag::Noun | Tag::NounPlural) && !bare;
    // "All 22 crew members"
    let before = noun.head.checked_sub(1).map(|at| &article.tokens[at]);
    let head = before
        .filter(|token| head.lemma == "member" && (token.tag.is_noun() || is(&token.lower, "crew")))
        .unwrap_or(head);
    match of.filter(|_| !own) {
        Some(inner) => Some(article.tokens[article.phrases[inner].head].lemma.clone()),
        None => own.then(|| head.lemma.clone()),
    }
}

/// "The explosion killed a cleaner", "two shoppers were hurt", "a cleaner died".
fn befell(reader: &Reader, clause: &Clause) -> Option<Told> {
    let group = reader.group(clause.verb);
    let killed = is(&group.lemma, "killed");
    let told_of = clause.modality == Modality::Actual && clause.polarity == Polarity::Positive;
    if !told_of || reader.quoted(group.main) || !killed && !is(&group.lemma, "hurt") {
        return None;
    }
    let dies = killed && clause.objects.is_empty();
    let whom = *if dies { &clause.subjects } else { &clause.objects }.first()?;
    let phrase = &reader.article.phrases[whom];
    let lemma = &reader.article.tokens[phrase.head].lemma;
    let grade = if killed { Grade::Killed } else { Grade::Hurt };
    let none = phrase.determination == Determination::Negative;
    (somebody(lemma) && !none).then(|| told(reader, clause, grade, false, Some(lemma.clone())))
}

/// The states that the article's own words tell of.
fn states(reader: &Reader) -> Vec<Told> {
    let article = reader.article;
    let Some((search, serious)) = STATES.as_ref() else { return Vec::new() };
    let mut found: Vec<Told> = Vec::new();
    for state in search.find_iter(&article.document.text) {
        let Some(clause) = around(article, state.start()) else { continue };
        let whole = |at: usize| !article.document.text[at..].starts_with(char::is_alphanumeric);
        let before = &article.document.text[clause.span.start..state.start()].to_lowercase();
        let denied = before.split(|c: char| !c.is_alphanumeric()).any(|word| {
            matches!(
                word,
                "no" | "not" | "nobody" | "none" | "without" | "never" | "if" | "could" | "risk" | "avoid" | "neither"
            )
        });
        let told_of = clause.modality == Modality::Actual && clause.polarity == Polarity::Positive;
        let grade = if state.pattern().as_usize() < *serious { Grade::Serious } else { Grade::Hurt };
        if !denied && told_of && whole(state.end()) && !reader.quoted(reader.group(clause.verb).main) {
            found.push(told(reader, clause, grade, false, victim(reader, clause)));
        }
    }
    found
}

/// The last clause of a sentence that begins before a byte of it.
fn around(article: &Article, byte: usize) -> Option<&Clause> {
    let sentence = support::sentence_at(article, byte);
    let clauses = support::clauses(article, sentence).filter(|clause| clause.span.start <= byte);
    clauses.max_by_key(|clause| (clause.span.end > byte, clause.span.start))
}

/// The noun of whoever came to harm, or nothing where only a name or a number says who.
fn victim(reader: &Reader, clause: &Clause) -> Option<CompactString> {
    let phrases = clause.subjects.iter().chain(&clause.objects);
    let nouns = phrases.map(|&phrase| &reader.article.tokens[reader.article.phrases[phrase].head].lemma);
    nouns.filter(|lemma| somebody(lemma)).map(CompactString::clone).next()
}

/// Whether harm is told of that a denial leaves no room for.
fn contradicts(story: &Story, denial: &Told, harm: &Told, harms: &[&Told]) -> bool {
    if harm.article == denial.article
        || harm.grade < denial.grade
        || support::far(story, harm.article, denial.article, DAYS)
    {
        return false;
    }
    let published = |one: &Told| support::published(story, one.article);
    // What was hoped early is known better later.
    if published(harm).zip(published(denial)).is_some_and(|(harm, denial)| harm > denial) {
        return false;
    }
    let article = &story.articles[harm.article];
    let sentence = support::sentence(article, harm.span);
    let past = support::times(article, sentence).any(|time| {
        let days = |published: jiff::civil::Date| {
            time.value.and_then(|value| value.to).map(|to| (published - to.date()).get_days())
        };
        published(harm).and_then(days).is_some_and(|days| days > DAYS)
    });
    // An article that tells of slighter and graver harm itself is read with care.
    let knows = harms.iter().any(|other| other.article == denial.article && other.grade >= denial.grade);
    let around = shared(story, (denial.article, denial.around(story)), (harm.article, harm.around(story)));
    let needed = if denial.of.is_some() { CONTEXT } else { CONTEXT_BARE };
    !past && !knows && among(article, denial, harm) && !elsewhere(story, denial, harm) && around >= needed
}

/// "The fire at the mill", "a fire at a barn".
fn elsewhere(story: &Story, denial: &Told, harm: &Told) -> bool {
    let nouns = |one: &Told| {
        let tokens = support::tokens(&story.articles[one.article], one.span.start).iter();
        tokens.filter(|token| token.tag.is_noun()).map(|token| token.lemma.as_str()).collect::<Vec<_>>()
    };
    let (one, two) = (nouns(denial), nouns(harm));
    one.iter().any(|x| !two.contains(x) && two.iter().any(|y| !one.contains(y) && exclusive(x, y)))
}

/// Whether the one who came to harm is of those of whom it is denied.
fn among(article: &Article, denial: &Told, harm: &Told) -> bool {
    let outside = harm.of.as_ref().is_some_and(|noun| is(noun, "rescuers"));
    let Some(noun) = &denial.of else { return true };
    if matches!(noun.as_str(), "board" | "those" | "aboard") {
        return !outside;
    }
    let crew = is(noun, "crew");
    let one = |word: &str| word == noun || synonyms(word, noun) || crew && is(word, "crew");
    let said = support::tokens(article, harm.span.start).iter().any(|token| one(&token.lemma));
    !outside && said
}

fn conflict(story: &Story, denial: &Told, harm: &Told) -> Conflict {
    let place = |one: &Told| support::passage(story, one.article, one.span, "core/harm");
    let words = |one: &Told| support::words(&story.articles[one.article], one.span, 90);
    let outlet = |one: &Told| support::outlet(&story.articles[one.article]).to_owned();
    Conflict {
        check: Check::Polarity,
        severity: support::spoken(denial.speaker, harm.speaker),
        message: format!("“{}” against “{}”", words(denial), words(harm)),
        explanation: vec![
            format!("{}: “{}” tells that nobody came to such harm", outlet(denial), words(denial)),
            format!("{}: “{}” tells of harm as grave", outlet(harm), words(harm)),
            "what is named around them agrees, and neither article tells of a change".to_owned(),
            "where somebody is hurt it cannot be that nobody is".to_owned(),
        ],
        sides: vec![
            support::side(story, "nobody", vec![place(denial)]),
            support::side(story, "somebody", vec![place(harm)]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Severity;
    use crate::testing::{assert_conflict, assert_quiet};

    const NONE: &str = "The express from Lund left the rails near Brenn on Sunday. None of those on board was seriously hurt, \
                        the mayor of Brenn, Ida Wren, said.";

    #[test]
    fn a_broken_spine_is_serious() {
        let harm = |who: &str| {
            format!("The express from Lund came off the rails near Brenn on Sunday. {who}, the mayor, Ida Wren, said.")
        };
        assert_conflict(Check::Polarity, Severity::Warning, NONE, &harm("A woman of 34 has a broken spine"));
        assert_conflict(Check::Polarity, Severity::Warning, NONE, &harm("Two passengers are in intensive care"));
        assert_quiet(NONE, &harm("Nineteen passengers had cuts and bruises"));
        assert_quiet(NONE, &harm("A firefighter who slipped is in intensive care"));
        assert_quiet(NONE, &harm("Nobody has a broken leg"));
        assert_quiet(NONE, &harm("A woman got a broken spine in another derailment in 2019"));
    }

    #[test]
    fn the_denial_says_of_whom_it_is() {
        let none = "None of the children was hurt when the school bus hit a wall in Brenn on Monday.";
        let harm = |who: &str| format!("The school bus hit a wall in Brenn on Monday. {who} is in intensive care.");
        assert_conflict(Check::Polarity, Severity::Warning, none, &harm("One of the children"));
        assert_quiet(none, &harm("The driver"));
        let crew = "The crew of the trawler Solveig escaped unhurt off Malmo on Monday.";
        let deck = |who: &str| format!("The trawler Solveig sank off Malmo on Monday. {who} is in intensive care.");
        assert_conflict(Check::Polarity, Severity::Warning, crew, &deck("A deckhand"));
        assert_quiet(crew, &deck("A passenger"));
    }

    #[test]
    fn the_table_has_words_of_every_sort() {
        WORDS.assert_sorts(&[
            "hurt",
            "killed",
            "none",
            "none-killed",
            "whole",
            "grave",
            "serious",
            "slight",
            "rescuers",
            "crew",
        ]);
        assert!(STATES.is_some());
    }
}
