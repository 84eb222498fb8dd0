//! The event that a verb or a noun names: its class, those who have a part in it, and what tells it from others.
//!
//! Light verbs hand over to their nouns ("gave evidence"), idioms are read as one verb ("gave way"). Whether it happened
//! is not asked here.

use super::super::event::{Event, Part};
use super::super::lexicon::{self, Needs};
use super::Reader;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::Determination;
use crate::annotate::verb::{VerbForm, VerbGroup, Voice};
use compact_str::CompactString;

/// Words that pick one event out of several of its kind.
const MARKS: &[&str] = &[
    "another", "other", "second", "third", "fourth", "fifth", "next", "previous", "earlier", "later", "former",
    "final", "last", "latest", "new", "separate", "further", "repeat", "fresh", "again", "once",
];

/// Verbs of little meaning that name an event where something is acted upon.
fn passive_event(verb: &VerbGroup) -> bool {
    verb.voice == Voice::Passive
        && verb.form == VerbForm::Finite
        && matches!(verb.lemma.as_str(), "read" | "hear" | "see" | "take" | "hold" | "bring" | "put" | "show" | "give")
}

impl Reader<'_> {
    /// The event of a verb group, whether or not it happened; light verbs hand over to their nouns.
    pub(in crate::check) fn verb_event(&self, group: usize) -> Option<Event> {
        let clause = self.clause(group)?;
        let verb = self.group(group);
        if lexicon::is_light(&verb.lemma) {
            let noun = clause.objects.iter().find_map(|&object| self.noun_event(object));
            if let Some(mut event) = noun {
                event.agents = self.parts(&clause.subjects);
                event.others.extend(self.parts(&clause.recipients));
                return Some(self.within(event, clause));
            }
        }
        let held = verb.voice == Voice::Passive && lexicon::is_held(&verb.lemma);
        if held && let Some(event) = clause.objects.iter().find_map(|&object| self.noun_event(object)) {
            return Some(self.within(event, clause));
        }
        let place = |&object: &usize| self.article.tokens[self.article.phrases[object].head].lower == "place";
        let takes_place = verb.lemma == "take" && clause.objects.iter().any(place);
        if (takes_place || lexicon::is_happening(&verb.lemma))
            && let Some(event) = clause.subjects.iter().find_map(|&subject| self.noun_event(subject))
        {
            return Some(self.within(event, clause));
        }
        // "wrote to", "crashed into": what the preposition governs is acted upon.
        let governed = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none()).find_map(|adjunct| {
            let (class, needs) = lexicon::verb_with(&verb.lemma, &adjunct.preposition)?;
            Some((class, needs, self.part(adjunct.phrase?)?))
        });
        let idiom = self.idiom(clause, verb);
        let figurative = idiom.is_some();
        let governed = governed.map(|(class, needs, theme)| (class, needs, Some(theme)));
        let (class, needs, theme) = match idiom.or(governed) {
            Some(found) => found,
            None => match lexicon::verb(&verb.lemma) {
                Some((class, needs)) => (class, needs, None),
                // "The verdict was read": in the passive such verbs are events of their objects.
                None if passive_event(verb) && clause.objects.len() == 1 => (verb.lemma.as_str(), Needs::Theme, None),
                None => return None,
            },
        };
        let mut event = self.event(verb.main, class, needs);
        let none = clause.subjects.is_empty() && clause.objects.is_empty();
        let subject: Vec<usize> = self.apposed(verb.tokens.start).filter(|_| none).into_iter().collect();
        if verb.voice == Voice::Active {
            event.agents = self.parts(if none { &subject } else { &clause.subjects });
        } else {
            event.agents = self.parts(&clause.subjects);
        }
        let whole = figurative && verb.voice == Voice::Active;
        let acted_upon = match (none && verb.voice == Voice::Passive, whole) {
            (true, _) => &subject,
            (_, true) => &Vec::new(),
            _ => &clause.objects,
        };
        event.themes = theme.map_or_else(|| self.parts(acted_upon), |theme| vec![theme]);
        if needs == Needs::Actor && event.agents.is_empty() && verb.form == VerbForm::Participle {
            // "Ruiz resigned before …", read as a participle: nobody is resigned.
            event.agents = std::mem::take(&mut event.themes);
        }
        event.others = self.adjuncts(clause);
        event.others.extend(self.parts(&clause.recipients));
        if needs == Needs::Parties {
            event.themes.extend(self.governed(clause, &["with"]));
        }
        if lexicon::is_turned(&verb.lemma) && verb.voice == Voice::Active && class == "inform" {
            // "Parliament learned of it from the minister": whoever learns is told.
            event.themes = std::mem::take(&mut event.agents);
            event.agents = self.governed(clause, &["from"]);
        }
        event.marks = self.marks(verb.tokens.start, verb.tokens.end + 1);
        self.place(&mut event, clause);
        Some(event)
    }

    /// "Gave way", "put their names to it", "came into force", "was laid to rest": a verb with its noun is one verb.
    fn idiom(&self, clause: &Clause, verb: &VerbGroup) -> Option<(&'static str, Needs, Option<Part>)> {
        let head = |phrase: usize| self.article.tokens[self.article.phrases[phrase].head].lemma.as_str();
        if verb.lemma == "rest" && verb.tokens.len() > 2 {
            let words = &self.article.tokens[verb.tokens.clone()];
            let laid = words.iter().any(|token| token.lower == "laid");
            return laid
                .then(|| lexicon::verb_of(&["lay to rest"]))
                .flatten()
                .map(|(class, needs)| (class, needs, None));
        }
        // "made the plan public"
        let words = self.article.tokens[verb.tokens.end..].iter().take_while(|token| clause.span.contains(token.span));
        if verb.lemma == "make" && words.clone().any(|token| token.lower == "public") {
            let object = clause.objects.first().and_then(|&object| self.part(object));
            return lexicon::verb_of(&["make public"]).map(|(class, needs)| (class, needs, object));
        }
        let around = |adjunct: &crate::annotate::clause::Adjunct| {
            let noun = head(adjunct.phrase?);
            let (class, needs) = lexicon::verb_of(&[&verb.lemma, &adjunct.preposition, noun])?;
            Some((class, needs, None))
        };
        let governed = clause.adjuncts.iter().find_map(around);
        governed.or_else(|| {
            let (object, (class, needs)) = clause
                .objects
                .iter()
                .find_map(|&object| Some((object, lexicon::verb_of(&[&verb.lemma, head(object)])?)))?;
            let to = |(preposition, _): &&(CompactString, usize)| preposition == "to" || preposition == "of";
            let inside = self.article.phrases[object].complements.iter().find(to).map(|&(_, inner)| inner);
            let beside = clause.adjuncts.iter().find(|adjunct| adjunct.preposition == "to" && adjunct.time.is_none());
            let theme = inside.or_else(|| beside.and_then(|adjunct| adjunct.phrase));
            Some((class, needs, theme.and_then(|phrase| self.part(phrase))))
        })
    }

    /// The subject of a verb that a parenthesis between commas parts from it ("the last precinct, Mill Lane, had …").
    fn apposed(&self, verb: usize) -> Option<usize> {
        let comma = |at: usize| self.article.tokens.get(at).is_some_and(|token| token.lower == ",");
        let inner = verb.checked_sub(2).filter(|_| comma(verb - 1)).and_then(|at| self.phrase_at(at))?;
        let open = self.article.phrases[inner].tokens.start.checked_sub(1).filter(|&at| comma(at))?;
        self.phrase_at(open.checked_sub(1)?)
    }

    /// The event that a noun phrase names ("the resignation of the mayor").
    pub(in crate::check) fn noun_event(&self, phrase: usize) -> Option<Event> {
        let noun = &self.article.phrases[phrase];
        let head = &self.article.tokens[noun.head];
        let (class, needs) = lexicon::verb(lexicon::nominal(&head.lemma)?)?;
        if noun.plural && head.lemma != head.lower || noun.determination == Determination::Negative {
            return None;
        }
        let mut event = self.event(noun.head, class, needs);
        event.span = noun.span;
        event.noun = true;
        event.indefinite = noun.determination != Determination::Definite;
        let possessor = noun.possessor.map(|mention| self.mention(mention));
        let of: Vec<Part> = self.complements(phrase, &["of", "against", "on", "with", "between", "for"]);
        let by: Vec<Part> = self.complements(phrase, &["by"]);
        event.agents = by;
        if needs == Needs::Actor {
            event.agents.extend(possessor);
            event.agents.extend(of);
        } else {
            event.themes = of;
            event.others.extend(possessor);
        }
        event.others.extend(self.complements(phrase, &["in", "at", "over"]));
        if event.themes.is_empty() && needs == Needs::Theme {
            event.themes = self.relative_objects(phrase);
        }
        event.marks = self.marks(noun.tokens.start, noun.head);
        if let Some(group) = self.group_at(noun.tokens.end).map(|index| self.group(index))
            && group.form == VerbForm::Infinitive
        {
            event.contents.extend(lexicon::verb(&group.lemma).map(|(class, _)| CompactString::from(class)));
        }
        Some(event)
    }

    /// "The raid that closed the port": what the relative clause of a noun acts upon.
    fn relative_objects(&self, phrase: usize) -> Vec<Part> {
        let noun = &self.article.phrases[phrase];
        let group =
            (noun.tokens.end..(noun.tokens.end + 3).min(self.article.tokens.len())).find_map(|at| self.group_at(at));
        let clause = group.and_then(|group| self.clause(group));
        let relative = clause.filter(|clause| clause.link == ClauseLink::Relative && clause.subjects.contains(&phrase));
        relative.map_or_else(Vec::new, |clause| self.parts(&clause.objects))
    }

    fn event(&self, anchor: usize, class: &str, needs: Needs) -> Event {
        Event {
            article: self.at,
            anchor,
            word: anchor,
            class: class.into(),
            needs,
            agents: Vec::new(),
            themes: Vec::new(),
            others: Vec::new(),
            contents: Vec::new(),
            marks: Vec::new(),
            dated: None,
            span: self.article.tokens[anchor].span,
            noun: false,
            indefinite: false,
            reported: false,
            speaker: None,
        }
    }

    /// An event of a class that only its verb group's clause tells of: "it happened at noon".
    pub(in crate::check) fn event_of(&self, group: usize, class: &str) -> Option<Event> {
        let clause = self.clause(group)?;
        let event = self.event(self.group(group).main, class, lexicon::needs(class)?);
        Some(self.within(event, clause))
    }

    /// An event that a noun names, with what its clause adds.
    pub(in crate::check) fn within(&self, mut event: Event, clause: &Clause) -> Event {
        event.others.extend(self.adjuncts(clause));
        self.place(&mut event, clause);
        event
    }

    /// Time, extent and speaker, from the clause.
    fn place(&self, event: &mut Event, clause: &Clause) {
        event.span = clause.span.join(event.span);
        event.dated = self.dated(clause);
        if clause.attribution.is_some() {
            event.reported = true;
            event.speaker = self.speaker(clause);
        }
        // "gave the order … to leave": infinitives that hang on the clause.
        let this = self.clause_of[clause.verb];
        let after = this.map_or(self.article.clauses.len(), |this| this + 1);
        for other in self.article.clauses[after..].iter().take(2).filter(|other| other.parent == this) {
            let verb = self.group(other.verb);
            if verb.form == VerbForm::Infinitive {
                event.contents.extend(lexicon::verb(&verb.lemma).map(|(class, _)| CompactString::from(class)));
            }
        }
    }

    fn marks(&self, from: usize, to: usize) -> Vec<CompactString> {
        let tokens = &self.article.tokens[from..to.min(self.article.tokens.len())];
        let mut marks: Vec<CompactString> = tokens
            .iter()
            .filter(|token| MARKS.contains(&token.lower.as_str()))
            .map(|token| token.lower.clone())
            .collect();
        marks.sort();
        marks
    }
}
