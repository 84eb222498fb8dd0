//! What a clause asserts, and in whose words: polarity, modality and attribution after everything around it.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::subjects::Draft;
use crate::annotate::clause::{Attribution, Clause, ClauseLink};
use crate::annotate::mention::Determination;
use crate::annotate::verb::{Modality, Polarity, VerbForm};

/// Sets polarity and modality of `clause` from its verb, its arguments and its place.
pub(super) fn assess(chunks: &[Chunk], layers: &Layers, draft: &Draft, question: bool, clause: &mut Clause) {
    let group = &layers.groups[draft.verb];
    clause.polarity = group.polarity;
    clause.modality = group.modality;
    let negative = |phrase: &usize| layers.phrases[*phrase].determination == Determination::Negative;
    if clause.subjects.iter().chain(&clause.objects).chain(&clause.complement).any(negative) {
        clause.polarity = clause.polarity.reversed();
    }
    // "It was not she who signed."
    if clause.link == ClauseLink::Relative
        && matches!(chunks[draft.from].kind, Kind::Wh(_))
        && super::clefts::denied(chunks, layers, draft.from)
    {
        clause.polarity = clause.polarity.reversed();
    }
    let unsaid = match (group.form, draft.opener.as_deref()) {
        // "accused of stealing", "barred from entering": nobody says that it happened.
        (VerbForm::Gerund, Some("of" | "from" | "about" | "against" | "to" | "at" | "into")) => true,
        _ => draft.hypothetical || question || clause.link == ClauseLink::Conditional,
    };
    if unsaid {
        clause.modality = Modality::Hypothetical;
    } else if group.form == VerbForm::Infinitive && group.embedding.is_none() && clause.modality == Modality::Actual {
        // "went to London to meet …": a purpose, not an event.
        clause.modality = Modality::Intended;
    }
    // "her decision not to sign" tells that she did not.
    let decided = chunks[..draft.at].iter().rev().take(2).any(|chunk| matches!(chunk.kind, Kind::Phrase(phrase)
            if matches!(layers.tokens[layers.phrases[phrase].head].lemma.as_str(), "decision" | "choice" | "refusal" | "reluctance")));
    if decided && group.form == VerbForm::Infinitive && group.polarity == Polarity::Negative {
        clause.modality = Modality::Refused;
    }
    if clause.modality != Modality::Hypothetical && inverted_condition(chunks, layers, draft) {
        clause.modality = Modality::Hypothetical;
    }
}

/// "Had she not cut …", "Were the sides to fail", "Should shareholders wave it through": the auxiliary leads.
fn inverted_condition(chunks: &[Chunk], layers: &Layers, draft: &Draft) -> bool {
    let start = draft.from;
    let Some(lead) = start.checked_sub(1) else { return false };
    let Kind::Verb(group) = chunks[lead].kind else { return false };
    let group = &layers.groups[group];
    let first = &layers.tokens[group.tokens.start];
    let leads = lead == 0 || matches!(chunks[lead - 1].kind, Kind::Mark | Kind::Comma | Kind::Stop);
    group.tokens.len() == 1
        && leads
        && matches!(first.lower.as_str(), "had" | "were" | "should" | "did" | "does" | "do")
}

/// Passes hypotheticals down: what hangs on an unasserted clause is unasserted, and so is the main clause of a
/// condition when it says "would".
pub(super) fn spread(layers: &Layers, clauses: &mut [Clause]) {
    let conditional: Vec<usize> = clauses
        .iter()
        .filter(|clause| clause.link == ClauseLink::Conditional || clause.modality == Modality::Hypothetical)
        .map(|clause| clause.sentence)
        .collect();
    for index in 0..clauses.len() {
        let clause = &clauses[index];
        let group = &layers.groups[clause.verb];
        let first = layers.tokens[group.tokens.start].lower.as_str();
        let would = matches!(first, "would" | "'d" | "might" | "could");
        if would && conditional.binary_search(&clause.sentence).is_ok() && clause.attribution.is_none() {
            clauses[index].modality = Modality::Hypothetical;
            continue;
        }
        if let Some(parent) = clause.parent {
            let open = matches!(clause.link, ClauseLink::Open | ClauseLink::Reported);
            if open && parent < index && clauses[parent].modality == Modality::Hypothetical {
                clauses[index].modality = Modality::Hypothetical;
            }
        }
        // "denied that …", "doubts whether …"
        if clauses[index].link == ClauseLink::Reported
            && let Some(parent) = clauses[index].parent
        {
            let cue = layers.groups[clauses[parent].verb].lemma.as_str();
            match cue {
                "deny" | "reject" | "dismiss" | "refute" | "dispute" => {
                    clauses[index].polarity = clauses[index].polarity.reversed();
                }
                "doubt" | "wonder" | "ask" | "wish" | "pretend" | "imagine" | "fear" | "suggest" | "hope" => {
                    clauses[index].modality = Modality::Hypothetical;
                }
                _ => {}
            }
        }
    }
}

/// Gives each clause of a sentence the speaker in whose words it stands.
pub(super) fn attribute(chunks: &[Chunk], drafts: &[Draft], layers: &Layers, clauses: &mut [Clause]) {
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(quote) = chunks[draft.at].quote {
            let text = layers.quotes[quote].speaker_text;
            clauses[index].attribution = Some(match text {
                Some(text) => Attribution { speaker: mention_at(layers, text), text, direct: true },
                None => Attribution { speaker: None, text: layers.quotes[quote].span, direct: true },
            });
            continue;
        }
        if let Some(adjunct) = clauses[index].adjuncts.iter().find(|adjunct| adjunct.preposition == "according to")
            && let Some(phrase) = adjunct.phrase
        {
            clauses[index].attribution = Some(speaker(layers, phrase));
            continue;
        }
        let Some(parent) = clauses[index].parent else { continue };
        let reported = clauses[index].link == ClauseLink::Reported;
        let cue = &clauses[parent];
        if reported && parent < drafts.len() && (is_speech(layers, cue.verb) || is_view(layers, cue.verb)) {
            let phrase = cue.subjects.first().or_else(|| cue.recipients.first()).copied();
            clauses[index].attribution = Some(match phrase {
                Some(phrase) => speaker(layers, phrase),
                None => Attribution { speaker: None, text: layers.groups[cue.verb].span, direct: false },
            });
        } else if parent < index {
            let attribution = clauses[parent].attribution.clone();
            clauses[index].attribution = attribution;
        }
    }
    trailing(chunks, drafts, layers, clauses);
}

/// "The blast killed one, officials said.": the cue comes last and holds for the clauses before it.
fn trailing(chunks: &[Chunk], drafts: &[Draft], layers: &Layers, clauses: &mut [Clause]) {
    for (index, draft) in drafts.iter().enumerate() {
        let comma = draft.from > 0 && matches!(chunks[draft.from - 1].kind, Kind::Comma | Kind::Mark);
        let bare = clauses[index].objects.is_empty();
        if index == 0 || !comma || !bare || !is_speech(layers, draft.verb) || chunks[draft.at].quote.is_some() {
            continue;
        }
        let Some(&phrase) = clauses[index].subjects.first() else { continue };
        let own = clauses.iter().any(|clause| clause.link == ClauseLink::Reported && clause.parent == Some(index));
        if own {
            continue;
        }
        let attribution = speaker(layers, phrase);
        for clause in &mut clauses[..index] {
            if clause.attribution.is_none() {
                clause.attribution = Some(attribution.clone());
            }
        }
    }
}

fn is_speech(layers: &Layers, group: usize) -> bool {
    crate::annotate::quotes::is_speech_verb(&layers.groups[group].lemma)
}

/// "Detectives believe that …": what somebody thinks is theirs as much as what they say.
fn is_view(layers: &Layers, group: usize) -> bool {
    matches!(
        layers.groups[group].lemma.as_str(),
        "believe"
            | "think"
            | "suspect"
            | "estimate"
            | "predict"
            | "expect"
            | "assume"
            | "conclude"
            | "feel"
            | "understand"
    )
}

fn speaker(layers: &Layers, phrase: usize) -> Attribution {
    let phrase = &layers.phrases[phrase];
    Attribution { speaker: phrase.mention, text: phrase.span, direct: false }
}

fn mention_at(layers: &Layers, span: crate::source::Span) -> Option<usize> {
    let first = layers.mentions.partition_point(|mention| mention.span.end <= span.start);
    (first..layers.mentions.len()).take_while(|&index| layers.mentions[index].span.start < span.end).next()
}
