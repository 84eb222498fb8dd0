//! Who acts: for each verb group of a sentence a draft with the noun phrases that are its subject, and how its clause hangs
//! on the others.
//!
//! Finite verbs are for [`super::finite`]; infinitives, words in "-ing" and participles take their subject from the verb
//! or noun they hang on. What stays unclear gets no subject.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::finite::{finite, nearest_before};
use super::left::opening;
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::verb::{VerbForm, Voice};

/// A clause while it is being put together.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Index of the verb group.
    pub(super) verb: usize,
    /// Place of the verb in the chunk list.
    pub(super) at: usize,
    /// Place of the first chunk that belongs to the clause.
    pub(super) from: usize,
    /// The grammatical subject; not yet turned round for passives.
    pub(super) subjects: Vec<usize>,
    /// The antecedent of "whom", "which", "where" when it is not the subject: its wh-word and phrase.
    pub(super) gap: Option<(String, usize)>,
    /// Index of the clause it hangs on, in the same list.
    pub(super) parent: Option<usize>,
    pub(super) link: ClauseLink,
    /// The preposition before a gerund ("after meeting", "without meeting").
    pub(super) opener: Option<String>,
    /// The subject stands to the right of the verb ("said X").
    pub(super) inverted: bool,
    /// "Had she …", "Did he …": nothing is asserted.
    pub(super) hypothetical: bool,
    /// Taken for a past participle, but it is the sentence's finite verb ("The craft, built in Govan, set down").
    pub(super) past: bool,
}

/// One draft a verb group, in order.
pub(super) fn drafts(chunks: &[Chunk], layers: &Layers) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        let Kind::Verb(verb) = chunk.kind else { continue };
        let mut draft = Draft {
            verb,
            at,
            from: at,
            subjects: Vec::new(),
            gap: None,
            parent: None,
            link: ClauseLink::Main,
            opener: None,
            inverted: false,
            hypothetical: false,
            past: false,
        };
        match layers.groups[verb].form {
            VerbForm::Finite => finite(chunks, layers, &drafts, &mut draft),
            VerbForm::Infinitive => infinitive(chunks, layers, &drafts, &mut draft),
            VerbForm::Gerund => gerund(chunks, layers, &drafts, &mut draft),
            VerbForm::Participle => participle(chunks, layers, &drafts, &mut draft),
        }
        drafts.push(draft);
    }
    inherit_forward(chunks, layers, &mut drafts);
    drafts
}

pub(super) fn is_verb(chunk: &Chunk) -> bool {
    matches!(chunk.kind, Kind::Verb(_))
}

/// Whether the phrase at `at` is the complement of a preposition ("of the fund").
pub(super) fn governed(chunks: &[Chunk], at: usize) -> bool {
    at > 0 && matches!(chunks[at - 1].kind, Kind::Preposition(_))
}

pub(super) fn is_time(chunks: &[Chunk], layers: &Layers, at: usize) -> bool {
    matches!(chunks[at].kind, Kind::Phrase(phrase) if layers.phrases[phrase].time.is_some())
}

fn infinitive(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    draft.link = ClauseLink::Open;
    draft.parent = nearest_before(chunks, drafts, draft.at);
    let Some(parent) = draft.parent else { return };
    let lemma = layers.groups[drafts[parent].verb].lemma.as_str();
    // "told her not to go"
    let denied = |at: &usize| matches!(&chunks[*at].kind, Kind::Word(word) if matches!(word.as_str(), "not" | "never"));
    let left = draft.at.checked_sub(1).map(|at| at - usize::from(at > 0 && denied(&at)));
    // "asked her to go", "Were the sides to fail"
    if let Some((Kind::Phrase(phrase), left)) = left.map(|left| (&chunks[left].kind, left))
        && (crate::annotate::verbs::controls_object(lemma)
            || drafts[parent].hypothetical && drafts[parent].at + 2 == draft.at)
        && !governed(chunks, left)
    {
        draft.subjects = vec![*phrase];
        return;
    }
    draft.subjects.clone_from(&drafts[parent].subjects);
}

fn gerund(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    draft.link = ClauseLink::Open;
    draft.parent = nearest_before(chunks, drafts, draft.at);
    let left = draft.at.checked_sub(1).map(|at| &chunks[at].kind);
    match left {
        Some(Kind::Preposition(word)) => {
            draft.opener = Some(word.to_string());
            draft.from = draft.at - 1;
            draft.link = match word.as_str() {
                "after" | "since" => ClauseLink::After,
                "before" => ClauseLink::Before,
                "while" | "when" | "on" => ClauseLink::While,
                _ => ClauseLink::Open,
            };
            // "prevent attackers from entering": they do not enter.
            let kept = draft.parent.is_some_and(|parent| keeps_from(&layers.groups[drafts[parent].verb].lemma));
            if let Some(Kind::Phrase(phrase)) = draft.at.checked_sub(2).map(|at| &chunks[at].kind)
                && word == "from"
                && kept
                && !governed(chunks, draft.at - 2)
            {
                draft.subjects = vec![*phrase];
                return;
            }
        }
        Some(Kind::Subordinator(word, link)) => {
            draft.opener = Some(word.to_string());
            draft.from = draft.at - 1;
            draft.link = *link;
        }
        // "the man carrying a bag": the noun acts.
        Some(Kind::Phrase(phrase))
            if layers.phrases[*phrase].time.is_none() && !elsewhere(chunks, layers, drafts, draft, *phrase) =>
        {
            draft.subjects = vec![*phrase];
            draft.link = ClauseLink::Relative;
            draft.from = draft.at - 1;
            return;
        }
        _ => {}
    }
    if let Some(parent) = draft.parent {
        draft.subjects.clone_from(&drafts[parent].subjects);
    }
}

fn keeps_from(lemma: &str) -> bool {
    matches!(
        lemma,
        "prevent" | "stop" | "ban" | "bar" | "keep" | "block" | "deter" | "discourage" | "prohibit" | "save"
    )
}

/// "went from door to door handing out leaflets": behind a preposition and a mere thing, whoever acts in the clause does.
fn elsewhere(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &Draft, phrase: usize) -> bool {
    let thing = layers.phrases[phrase].mention.is_none() && layers.phrases[phrase].determination == Determination::Bare;
    let acts = |&subject: &usize| {
        let mention = layers.phrases[subject].mention.map(|mention| layers.mentions[mention].kind);
        matches!(mention, Some(EntityKind::Person | EntityKind::Group))
    };
    let parent = draft.parent.map(|parent| &drafts[parent]);
    let to = draft.at >= 2 && matches!(&chunks[draft.at - 2].kind, Kind::Preposition(word) if word == "to");
    thing && to && parent.is_some_and(|parent| parent.subjects.iter().any(acts))
}

fn participle(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    if past_after_parenthesis(chunks, layers, drafts, draft.at) {
        draft.past = true;
        finite(chunks, layers, drafts, draft);
        return;
    }
    draft.link = ClauseLink::Relative;
    draft.parent = nearest_before(chunks, drafts, draft.at);
    // "was found burned": what was found was burned.
    if let (Some(Kind::Verb(_)), Some(parent)) = (draft.at.checked_sub(1).map(|at| &chunks[at].kind), draft.parent) {
        draft.subjects.clone_from(&drafts[parent].subjects);
        return;
    }
    let mut left = draft.at;
    while left > 0 {
        left -= 1;
        match &chunks[left].kind {
            Kind::Phrase(phrase) if layers.phrases[*phrase].time.is_none() => {
                draft.subjects = vec![*phrase];
                draft.from = left;
                return;
            }
            Kind::Comma | Kind::Phrase(_) | Kind::Word(_) => {}
            _ => return,
        }
    }
}

/// Whether a form that is past and participle alike stands where only a finite verb can: behind the comma that closes
/// a parenthesis after the subject, in a sentence that has no finite verb of its own yet.
fn past_after_parenthesis(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], at: usize) -> bool {
    let Kind::Verb(group) = chunks[at].kind else { return false };
    let group = &layers.groups[group];
    let comma = at > 0 && matches!(chunks[at - 1].kind, Kind::Comma) && opening(chunks, layers, at - 1).is_some();
    let main =
        drafts.iter().any(|draft| draft.link == ClauseLink::Main && layers.groups[draft.verb].form == VerbForm::Finite);
    let word = crate::annotate::tag::Word::find(&layers.tokens[group.main].lower);
    comma && !main && group.tokens.len() <= 2 && word.is_some_and(|word| word.can_be(crate::annotate::tag::Word::PAST))
}

/// "Meeting in Bern, the ministers agreed": a participle without a subject takes the next finite verb's.
fn inherit_forward(chunks: &[Chunk], layers: &Layers, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let form = layers.groups[drafts[at].verb].form;
        if !drafts[at].subjects.is_empty() || !matches!(form, VerbForm::Gerund | VerbForm::Participle) {
            continue;
        }
        let next = (at + 1..drafts.len()).find(|&next| {
            layers.groups[drafts[next].verb].form == VerbForm::Finite
                && drafts[next].link == ClauseLink::Main
                && chunks[drafts[next].at].quote == chunks[drafts[at].at].quote
        });
        if let Some(next) = next.filter(|&next| !of_its_noun(chunks, &drafts[at], &drafts[next])) {
            let subjects = drafts[next].subjects.clone();
            drafts[at].subjects = subjects;
            drafts[at].parent = Some(next);
        }
    }
}

/// "The vote on closing the pool was put off": the verb in "-ing" hangs on the noun, which closes nothing.
fn of_its_noun(chunks: &[Chunk], gerund: &Draft, next: &Draft) -> bool {
    let noun = gerund.at.checked_sub(2).map(|at| &chunks[at].kind);
    let time = matches!(gerund.link, ClauseLink::After | ClauseLink::Before);
    gerund.opener.is_some() && !time && matches!(noun, Some(Kind::Phrase(phrase)) if next.subjects.contains(phrase))
}

/// Whether the grammatical subject is acted upon.
pub(super) fn passive(layers: &Layers, draft: &Draft) -> bool {
    layers.groups[draft.verb].voice == Voice::Passive && !draft.past
}
