//! Who acts: for each verb group of a sentence, the noun phrases to its left (or, inverted, to its right) that
//! are its subject, and how its clause hangs on the others.
//!
//! One look back from each verb, never past a semicolon or a quotation mark that is not its own; parentheses
//! between commas are stepped over. What stays unclear gets no subject.

use super::Layers;
use super::chunks::{Chunk, Kind};
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::token::Tag;
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

/// What the look back from a finite verb came to.
enum Left {
    /// The place of the subject phrase nearest the verb.
    Phrase(usize),
    /// The noun that a relative clause without commas says something of ("A strike that would have … was called off").
    Antecedent(usize),
    /// A coordinator: the subject is the previous clause's.
    Shared { comma: bool },
    /// The place of a wh-word.
    Wh(usize),
    /// Nothing.
    None,
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

fn is_verb(chunk: &Chunk) -> bool {
    matches!(chunk.kind, Kind::Verb(_))
}

/// Whether the phrase at `at` is the complement of a preposition ("of the fund").
fn governed(chunks: &[Chunk], at: usize) -> bool {
    at > 0 && matches!(chunks[at - 1].kind, Kind::Preposition(_))
}

fn is_time(chunks: &[Chunk], layers: &Layers, at: usize) -> bool {
    matches!(chunks[at].kind, Kind::Phrase(phrase) if layers.phrases[phrase].time.is_some())
}

/// The look back from a finite verb at `at`.
fn look_left(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], at: usize) -> Left {
    let own = chunks[at].quote;
    let mut place = at;
    let mut comma = false;
    while place > 0 {
        place -= 1;
        let chunk = &chunks[place];
        if chunk.quote != own && !matches!(chunk.kind, Kind::Phrase(_)) {
            return Left::None;
        }
        match &chunk.kind {
            Kind::Phrase(_) if governed(chunks, place) => place -= 1,
            Kind::Phrase(_) if is_time(chunks, layers, place) && place > 0 => {}
            // "A craft the size of a shed": a measure of the noun before it.
            Kind::Phrase(phrase)
                if place > 0 && is_measure(layers, *phrase) && matches!(chunks[place - 1].kind, Kind::Phrase(_)) => {}
            Kind::Phrase(_) => match modified(chunks, layers, place) {
                Some(verb) => place = verb,
                None => {
                    return relative_of(chunks, layers, drafts, place).map_or(Left::Phrase(place), Left::Antecedent);
                }
            },
            Kind::Comma => match opening(chunks, layers, place) {
                Some(before) => {
                    comma = true;
                    place = before;
                }
                None if place + 1 == at && joined_verb_follows(chunks, at) => return Left::Shared { comma },
                None => return Left::None,
            },
            Kind::Coordinator(_) => {
                let comma = comma || place > 0 && matches!(chunks[place - 1].kind, Kind::Comma);
                return Left::Shared { comma };
            }
            Kind::Wh(_) => return Left::Wh(place),
            Kind::Verb(group) if modifies(chunks, layers, place, *group) => {}
            Kind::Verb(_) => {
                return relative_of(chunks, layers, drafts, place + 1).map_or(Left::None, Left::Antecedent);
            }
            Kind::Subordinator(..) | Kind::Stop | Kind::Mark => return Left::None,
            Kind::Word(_) | Kind::Adjective(_) | Kind::Preposition(_) => {}
        }
    }
    Left::None
}

/// "…, thanked the crew and left": verbs in a row of which the one at `at` is not the last.
fn joined_verb_follows(chunks: &[Chunk], at: usize) -> bool {
    let rest = chunks[at + 1..].iter().take(12);
    let mut joined =
        rest.skip_while(|chunk| matches!(chunk.kind, Kind::Phrase(_) | Kind::Preposition(_) | Kind::Comma));
    matches!(joined.next().map(|chunk| &chunk.kind), Some(Kind::Coordinator(_))) && joined.next().is_some_and(is_verb)
}

fn is_measure(layers: &Layers, phrase: usize) -> bool {
    let head = layers.tokens[layers.phrases[phrase].head].lemma.as_str();
    matches!(head, "size" | "height" | "length" | "width" | "weight" | "age" | "shape" | "colour" | "color")
}

/// For a phrase at `place` that is the object in a relative clause without commas, what that clause says something of.
fn relative_of(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], place: usize) -> Option<usize> {
    let verb = place.checked_sub(1)?;
    let draft = drafts.iter().rev().find(|draft| draft.at == verb)?;
    if let (ClauseLink::Relative, Some((word, noun))) = (draft.link, &draft.gap)
        && word == "that"
        && !governed(chunks, draft.from.saturating_sub(1))
    {
        // "The car she drove was stolen."
        return Some(*noun);
    }
    let wh = matches!(chunks[draft.from].kind, Kind::Wh(_)) && draft.gap.is_none();
    let comma = draft.from > 0 && matches!(chunks[draft.from - 1].kind, Kind::Comma);
    if draft.link != ClauseLink::Relative || !wh || comma || reports(layers, draft.verb) {
        return None;
    }
    draft.subjects.first().copied()
}

/// Whether the verb at `place` says something of the noun before it ("a strike held in Leeds", "a plan to close it").
fn modifies(chunks: &[Chunk], layers: &Layers, place: usize, group: usize) -> bool {
    layers.groups[group].form != VerbForm::Finite && place > 0 && matches!(chunks[place - 1].kind, Kind::Phrase(_))
}

/// For the object of a verb that says something of an earlier noun ("a car matching the description"), the place of
/// that verb: the noun is the subject of what follows, not the object.
fn modified(chunks: &[Chunk], layers: &Layers, place: usize) -> Option<usize> {
    let verb = place.checked_sub(1)?;
    match chunks[verb].kind {
        Kind::Verb(group) if modifies(chunks, layers, verb, group) => Some(verb),
        _ => None,
    }
}

/// For the comma that closes a parenthesis, the place of the comma that opens it.
///
/// A parenthesis is an age, an apposition, a relative or participle clause, or a phrase by preposition.
fn opening(chunks: &[Chunk], layers: &Layers, close: usize) -> Option<usize> {
    let mut place = close;
    let mut before = None;
    while place > 0 {
        place -= 1;
        match &chunks[place].kind {
            Kind::Comma if place + 1 == close => {}
            Kind::Comma => {
                let parenthesis = match &chunks[place + 1].kind {
                    Kind::Wh(_) | Kind::Preposition(_) => true,
                    Kind::Verb(group) => layers.groups[*group].form != VerbForm::Finite,
                    Kind::Phrase(_) | Kind::Word(_) | Kind::Adjective(_) => {
                        !chunks[place + 1..close].iter().any(|chunk| {
                            matches!(chunk.kind, Kind::Verb(group) if layers.groups[group].form == VerbForm::Finite)
                        }) || chunks[place + 1..close].iter().any(|chunk| matches!(chunk.kind, Kind::Wh(_)))
                    }
                    _ => false,
                };
                if parenthesis && place > 0 && matches!(chunks[place - 1].kind, Kind::Phrase(_)) {
                    before = Some(place);
                    // "Ruiz, 47, who …, left": step over every parenthesis down to the name.
                    if !goes_on_left(chunks, layers, place) {
                        return before;
                    }
                } else if before.is_some() {
                    return before;
                } else if !parenthesis {
                    return None;
                }
            }
            Kind::Stop | Kind::Mark => return before,
            _ => {}
        }
    }
    before
}

/// Whether the phrase before the comma at `place` is itself a parenthesis: an age, or in apposition to what is left
/// of its own comma.
fn goes_on_left(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let (Some(comma), Some(head)) = (place.checked_sub(2), place.checked_sub(3)) else { return false };
    let (Kind::Phrase(inner), Kind::Phrase(left)) = (&chunks[place - 1].kind, &chunks[head].kind) else { return false };
    let number = layers.tokens[layers.phrases[*inner].head].tag == crate::annotate::token::Tag::Number;
    matches!(chunks[comma].kind, Kind::Comma) && (number || layers.phrases[*left].apposition == Some(*inner))
}

fn finite(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    match look_left(chunks, layers, drafts, draft.at) {
        Left::Phrase(place) => {
            draft.subjects = coordinated(chunks, layers, place, &mut draft.from);
            hang(chunks, layers, drafts, draft);
        }
        Left::Antecedent(phrase) => {
            draft.subjects = vec![phrase];
            let own = |chunk: &Chunk| matches!(chunk.kind, Kind::Phrase(other) if other == phrase);
            if let Some(place) = chunks[..draft.at].iter().rposition(own) {
                draft.from = place;
                hang(chunks, layers, drafts, draft);
            }
        }
        Left::Shared { comma } => {
            let earlier = drafts.iter().rposition(|earlier| {
                layers.groups[earlier.verb].form == VerbForm::Finite
                    && !(comma && earlier.link == ClauseLink::Relative)
                    && chunks[earlier.at].quote == chunks[draft.at].quote
            });
            if let Some(earlier) = earlier {
                let other = &drafts[earlier];
                draft.subjects.clone_from(&other.subjects);
                draft.parent = other.parent;
                draft.link = other.link;
            }
        }
        Left::Wh(place) => {
            draft.from = place;
            draft.link = ClauseLink::Relative;
            match antecedent(chunks, layers, place) {
                Some(phrase) => draft.subjects = vec![phrase],
                None => draft.hypothetical = free_relative(chunks, place),
            }
        }
        Left::None => {
            if let Some(Kind::Phrase(phrase)) = chunks.get(draft.at + 1).map(|chunk| &chunk.kind)
                && inverts(chunks, layers, draft.at)
            {
                draft.subjects = vec![*phrase];
                draft.inverted = true;
            }
        }
    }
    inverted_question(chunks, layers, draft);
}

/// "What happened" stands for an event; "who won" after a verb of asking asserts nothing.
fn free_relative(chunks: &[Chunk], place: usize) -> bool {
    !matches!(&chunks[place].kind, Kind::Wh(word) if word == "what")
}

/// "…," said X; "Behind him stood X".
fn inverts(chunks: &[Chunk], layers: &Layers, at: usize) -> bool {
    let Kind::Verb(group) = chunks[at].kind else { return false };
    let speech = crate::annotate::quotes::is_speech_verb(&layers.groups[group].lemma);
    speech && (at == 0 || matches!(chunks[at - 1].kind, Kind::Mark | Kind::Comma | Kind::Word(_)))
}

/// "Had she cut …", "Did he say …": the auxiliary stands before the subject.
fn inverted_question(chunks: &[Chunk], layers: &Layers, draft: &mut Draft) {
    let group = &layers.groups[draft.verb];
    let bare = matches!(group.lemma.as_str(), "have" | "do" | "be" | "will" | "should" | "can" | "may" | "must")
        && group.tokens.len() == 1;
    if !bare || !draft.subjects.is_empty() {
        return;
    }
    let follows = matches!(
        (chunks.get(draft.at + 1).map(|c| &c.kind), chunks.get(draft.at + 2).map(|c| &c.kind)),
        (Some(Kind::Phrase(_)), Some(Kind::Verb(_)))
    );
    draft.hypothetical = draft.hypothetical || follows;
}

/// How a finite clause with its own subject hangs on the sentence: from what stands before the subject.
fn hang(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    let Some(before) = draft.from.checked_sub(1) else { return };
    match &chunks[before].kind {
        Kind::Subordinator(_, link) => {
            draft.link = *link;
            draft.from = before;
            if *link == ClauseLink::Reported {
                draft.parent = nearest_before(chunks, drafts, before);
            }
        }
        Kind::Wh(word) => {
            draft.link = ClauseLink::Relative;
            draft.from = before;
            if word != "whose" {
                if let Some(phrase) = antecedent(chunks, layers, before) {
                    draft.gap = Some((word.to_string(), phrase));
                } else {
                    draft.hypothetical = free_relative(chunks, before) && !matches!(word.as_str(), "where");
                }
            }
        }
        Kind::Verb(group) if reports(layers, *group) => {
            draft.link = ClauseLink::Reported;
            draft.parent = nearest_before(chunks, drafts, draft.from);
        }
        Kind::Phrase(noun) => {
            let governor = before.checked_sub(1).map(|left| &chunks[left].kind);
            if let Some(Kind::Verb(group)) = governor
                && reports(layers, *group)
                && (addresses(layers, *group) || !contact(chunks, layers, before))
            {
                // "told the court he …": the addressee stands between.
                draft.link = ClauseLink::Reported;
                draft.parent = nearest_before(chunks, drafts, draft.from);
            } else if contact(chunks, layers, before) {
                draft.link = ClauseLink::Relative;
                let head = layers.tokens[layers.phrases[*noun].head].lemma.as_str();
                // "the second time the firm was fined"
                let when = matches!(head, "time" | "day" | "moment" | "year" | "week" | "month" | "way" | "reason");
                draft.gap = (!when).then(|| ("that".to_owned(), *noun));
            }
        }
        _ => {}
    }
}

/// Verbs of saying whose object is spoken to.
fn addresses(layers: &Layers, group: usize) -> bool {
    matches!(
        layers.groups[group].lemma.as_str(),
        "tell" | "inform" | "warn" | "assure" | "remind" | "promise" | "advise" | "notify" | "ask" | "persuade" | "convince"
            | "show" | "teach" | "text" | "email"
    )
}

/// "a coin she found", "a charge the government rejects": whether the noun at `place`, right before a subject, is what
/// the clause says something of.
fn contact(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let (Kind::Phrase(noun), Some(Kind::Phrase(subject))) = (&chunks[place].kind, chunks.get(place + 1).map(|c| &c.kind))
    else {
        return false;
    };
    let (noun, subject) = (&layers.phrases[*noun], &layers.phrases[*subject]);
    let common = matches!(layers.tokens[noun.head].tag, Tag::Noun | Tag::NounPlural);
    // "In the morning the firm said": what opens the sentence belongs to the verb.
    let fronted = place > 0 && governed(chunks, place) && !chunks[..place].iter().any(is_verb);
    common && noun.time.is_none() && !fronted && subject.determination == Determination::Definite
}

fn reports(layers: &Layers, group: usize) -> bool {
    let lemma = layers.groups[group].lemma.as_str();
    crate::annotate::quotes::is_speech_verb(lemma) || crate::annotate::verbs::is_attitude(lemma)
}

fn nearest_before(chunks: &[Chunk], drafts: &[Draft], at: usize) -> Option<usize> {
    let quote = chunks[at].quote;
    drafts.iter().rposition(|earlier| earlier.at < at && chunks[earlier.at].quote == quote)
}

/// The phrase that a wh-word at `place` stands for: the nearest to its left, for "who" the nearest person, for
/// "which" what lies in a place rather than the place.
fn antecedent(chunks: &[Chunk], layers: &Layers, place: usize) -> Option<usize> {
    if matches!(&chunks[place].kind, Kind::Wh(word) if word == "what") {
        return None;
    }
    let which = matches!(&chunks[place].kind, Kind::Wh(word) if word == "which" || word == "that");
    let person = matches!(&chunks[place].kind, Kind::Wh(word) if word == "who" || word == "whom");
    let mut nearest = None;
    for at in (0..place).rev() {
        match chunks[at].kind {
            // "Alvey, 34, who"
            Kind::Phrase(phrase) if layers.tokens[layers.phrases[phrase].head].tag == Tag::Number && at > 0 => {}
            Kind::Phrase(phrase) => {
                let mention = layers.phrases[phrase].mention.map(|mention| &layers.mentions[mention]);
                let placed = located(chunks, at)
                    && mention.is_some_and(|m| matches!(m.kind, EntityKind::Place | EntityKind::Thing));
                if which && placed {
                    nearest = nearest.or(Some(phrase));
                    continue;
                }
                let human = mention.is_some_and(|m| matches!(m.kind, EntityKind::Person | EntityKind::Group));
                if !person || human {
                    return if which && governed(chunks, at) { nearest.or(Some(phrase)) } else { Some(phrase) };
                }
                nearest = nearest.or(Some(phrase));
                if at == 0 || !matches!(chunks[at - 1].kind, Kind::Preposition(_) | Kind::Comma) {
                    return nearest;
                }
            }
            Kind::Comma | Kind::Preposition(_) | Kind::Mark => {}
            _ => return nearest,
        }
    }
    nearest
}

/// "the fire on Pen Road": the phrase at `at` says where the noun right before its preposition is.
fn located(chunks: &[Chunk], at: usize) -> bool {
    let preposition = at.checked_sub(1).map(|left| &chunks[left].kind);
    matches!(preposition, Some(Kind::Preposition(word)) if matches!(word.as_str(), "in" | "on" | "at" | "near"))
        && at >= 2
        && matches!(chunks[at - 2].kind, Kind::Phrase(_))
}

/// The subject at `place` with what is coordinated with it to its left; `from` moves to its first chunk.
fn coordinated(chunks: &[Chunk], layers: &Layers, place: usize, from: &mut usize) -> Vec<usize> {
    let phrase_at = |at: usize| match chunks[at].kind {
        Kind::Phrase(phrase) if !governed(chunks, at) && !is_time(chunks, layers, at) => Some(phrase),
        _ => None,
    };
    let mut list: Vec<usize> = phrase_at(place).into_iter().collect();
    *from = place;
    // A verb earlier in the clause means that "and" joins clauses, not subjects.
    let verb_before = chunks[..place]
        .iter()
        .rev()
        .take_while(|chunk| !matches!(chunk.kind, Kind::Stop | Kind::Subordinator(..) | Kind::Wh(_) | Kind::Mark))
        .any(is_verb);
    if verb_before {
        return apposed_left(chunks, layers, place, from).map_or(list, |head| vec![head]);
    }
    let mut at = place;
    let mut conjunction = false;
    while at >= 2 {
        match &chunks[at - 1].kind {
            Kind::Coordinator(word) if word == "and" || word == "or" || word == "nor" => conjunction = true,
            Kind::Comma if conjunction => {}
            _ => break,
        }
        let mut left = at - 2;
        if matches!(chunks[left].kind, Kind::Comma) && left > 0 {
            left -= 1;
        }
        // "A of B and C of D": step over the complement to the head.
        while left >= 2 && matches!(chunks[left].kind, Kind::Phrase(_)) && governed(chunks, left) {
            left -= 2;
        }
        let Some(phrase) = phrase_at(left) else { break };
        list.insert(0, phrase);
        *from = left;
        at = left;
    }
    if list.len() == 1
        && let Some(head) = apposed_left(chunks, layers, place, from)
    {
        return vec![head];
    }
    list
}

/// "the chairman, Ana Ruiz," before a verb: the look back stopped at the last phrase of a chain of
/// appositions without a closing comma ("his wife, Joyce, came" is handled by the parenthesis rule).
fn apposed_left(chunks: &[Chunk], layers: &Layers, place: usize, from: &mut usize) -> Option<usize> {
    let Kind::Phrase(phrase) = chunks[place].kind else { return None };
    if place < 2 || !matches!(chunks[place - 1].kind, Kind::Comma) {
        return None;
    }
    let Kind::Phrase(left) = chunks[place - 2].kind else { return None };
    if layers.phrases[left].apposition == Some(phrase) {
        *from = place - 2;
        return Some(left);
    }
    None
}

fn infinitive(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    draft.link = ClauseLink::Open;
    draft.parent = nearest_before(chunks, drafts, draft.at);
    let Some(parent) = draft.parent else { return };
    let lemma = layers.groups[drafts[parent].verb].lemma.as_str();
    let left = draft.at.checked_sub(1).map(|at| &chunks[at].kind);
    // "asked her to go", "Were the sides to fail"
    if let Some(Kind::Phrase(phrase)) = left
        && (crate::annotate::verbs::controls_object(lemma)
            || drafts[parent].hypothetical && drafts[parent].at + 2 == draft.at)
        && !governed(chunks, draft.at - 1)
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
        }
        Some(Kind::Subordinator(word, link)) => {
            draft.opener = Some(word.to_string());
            draft.from = draft.at - 1;
            draft.link = *link;
        }
        // "the man carrying a bag": the noun acts.
        Some(Kind::Phrase(phrase)) if layers.phrases[*phrase].time.is_none() => {
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
        if let Some(next) = next {
            let subjects = drafts[next].subjects.clone();
            drafts[at].subjects = subjects;
            drafts[at].parent = Some(next);
        }
    }
}

/// Whether the grammatical subject is acted upon.
pub(super) fn passive(layers: &Layers, draft: &Draft) -> bool {
    layers.groups[draft.verb].voice == Voice::Passive && !draft.past
}
