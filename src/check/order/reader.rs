//! The events that an article's clauses and event nouns name, in the story's terms.
//!
//! Only what the article says to have happened is an event here: plans, denials, conditions and words between quotation
//! marks are left out.

use super::event::{Dated, Event, Part};
use super::lexicon::{self, Needs};
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{Determination, EntityKind, MentionForm};
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup, Voice};
use crate::graph::Story;
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

/// Reads one article's events.
pub(super) struct Reader<'a> {
    pub(super) story: &'a Story<'a>,
    pub(super) article: &'a Article,
    pub(super) at: usize,
    /// For each token, the verb group that it belongs to.
    group_of: Vec<Option<usize>>,
    /// For each token, the outermost noun phrase that it belongs to.
    phrase_of: Vec<Option<usize>>,
    /// For each verb group, its clause.
    clause_of: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(story: &'a Story<'a>, at: usize) -> Self {
        let article = &story.articles[at];
        let mut group_of = vec![None; article.tokens.len()];
        for (index, group) in article.verb_groups.iter().enumerate() {
            group_of[group.tokens.clone()].fill(Some(index));
        }
        let mut phrase_of: Vec<Option<usize>> = vec![None; article.tokens.len()];
        for (index, phrase) in article.phrases.iter().enumerate() {
            for place in &mut phrase_of[phrase.tokens.clone()] {
                place.get_or_insert(index);
            }
        }
        let mut clause_of = vec![None; article.verb_groups.len()];
        for (index, clause) in article.clauses.iter().enumerate() {
            clause_of[clause.verb] = Some(index);
        }
        Self { story, article, at, group_of, phrase_of, clause_of }
    }

    pub(super) fn group_at(&self, token: usize) -> Option<usize> {
        self.group_of.get(token).copied().flatten()
    }

    pub(super) fn phrase_at(&self, token: usize) -> Option<usize> {
        self.phrase_of.get(token).copied().flatten()
    }

    pub(super) fn group(&self, index: usize) -> &'a VerbGroup {
        &self.article.verb_groups[index]
    }

    pub(super) fn clause(&self, group: usize) -> Option<&'a Clause> {
        self.clause_of[group].map(|index| &self.article.clauses[index])
    }

    /// Whether the token stands between the marks of a quotation of speech.
    pub(super) fn quoted(&self, token: usize) -> bool {
        let span = self.article.tokens[token].span;
        let next = self.article.quotes.partition_point(|quote| quote.outer.end <= span.start);
        self.article.quotes.get(next).is_some_and(|quote| quote.speech && quote.span.contains(span))
    }

    /// Whether the group says that something happened; `denied` where "not … until" is being read.
    pub(super) fn happened(&self, group: usize, denied: bool) -> bool {
        let verb = self.group(group);
        let Some(clause) = self.clause(group) else { return false };
        let embedded = verb.embedding.as_deref().is_none_or(|embedding| {
            matches!(embedding, "begin" | "start" | "manage" | "get" | "succeed in" | "proceed" | "go on" | "go")
        });
        let past = match verb.form {
            VerbForm::Finite => verb.tense == Tense::Past || verb.tense == Tense::Present && verb.perfect,
            VerbForm::Gerund => true,
            VerbForm::Participle => verb.voice == Voice::Passive,
            VerbForm::Infinitive => false,
        };
        let wanted = if denied { Polarity::Negative } else { Polarity::Positive };
        past && embedded && clause.polarity == wanted && clause.modality == Modality::Actual && !self.quoted(verb.main)
    }

    /// The event of a verb group, whether or not it happened; light verbs hand over to their nouns.
    pub(super) fn verb_event(&self, group: usize) -> Option<Event> {
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
        if lexicon::is_happening(&verb.lemma)
            && let Some(event) = clause.subjects.iter().find_map(|&subject| self.noun_event(subject))
        {
            return Some(self.within(event, clause));
        }
        // "wrote to", "crashed into": what the preposition governs is acted upon.
        let governed = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none()).find_map(|adjunct| {
            let (class, needs) = lexicon::verb_with(&verb.lemma, &adjunct.preposition)?;
            Some((class, needs, self.part(adjunct.phrase?)?))
        });
        let (class, needs, theme) = match governed {
            Some((class, needs, theme)) => (class, needs, Some(theme)),
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
        let acted_upon = if none && verb.voice == Voice::Passive { &subject } else { &clause.objects };
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
        event.marks = self.marks(verb.tokens.start, verb.tokens.end + 1);
        self.place(&mut event, clause);
        Some(event)
    }

    /// The subject of a verb that a parenthesis between commas parts from it ("the last precinct, Park Point, had …").
    fn apposed(&self, verb: usize) -> Option<usize> {
        let comma = |at: usize| self.article.tokens.get(at).is_some_and(|token| token.lower == ",");
        let inner = verb.checked_sub(2).filter(|_| comma(verb - 1)).and_then(|at| self.phrase_at(at))?;
        let open = self.article.phrases[inner].tokens.start.checked_sub(1).filter(|&at| comma(at))?;
        self.phrase_at(open.checked_sub(1)?)
    }

    /// The event that a noun phrase names ("the resignation of the mayor").
    pub(super) fn noun_event(&self, phrase: usize) -> Option<Event> {
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
        event.marks = self.marks(noun.tokens.start, noun.head);
        if let Some(group) = self.group_at(noun.tokens.end).map(|index| self.group(index))
            && group.form == VerbForm::Infinitive
        {
            event.contents.extend(lexicon::verb(&group.lemma).map(|(class, _)| CompactString::from(class)));
        }
        Some(event)
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

    /// An event that a noun names, with what its clause adds.
    pub(super) fn within(&self, mut event: Event, clause: &Clause) -> Event {
        event.others.extend(self.adjuncts(clause));
        self.place(&mut event, clause);
        event
    }

    /// Time, extent and speaker, from the clause.
    fn place(&self, event: &mut Event, clause: &Clause) {
        event.span = clause.span.join(event.span);
        event.dated = self.dated(clause);
        if let Some(attribution) = &clause.attribution {
            event.reported = true;
            event.speaker = attribution.speaker.and_then(|mention| self.mention(mention).party);
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

    fn dated(&self, clause: &Clause) -> Option<Dated> {
        let zone = self.article.document.published.and_then(|published| published.offset);
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| !matches!(adjunct.preposition.as_str(), "for" | "from" | "of" | "over" | "within"))
            .filter_map(|adjunct| self.article.times.get(adjunct.time?))
            .filter(|time| time.duration.is_none())
            .filter_map(|time| time.value.map(|value| Dated { value, relation: time.relation, zone }))
            .min_by_key(|dated| dated.value.grain)
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

    fn adjuncts(&self, clause: &Clause) -> Vec<Part> {
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| {
                adjunct.time.is_none() && !matches!(adjunct.preposition.as_str(), "before" | "after" | "when")
            })
            .filter_map(|adjunct| adjunct.phrase)
            .filter_map(|phrase| self.part(phrase))
            .collect()
    }

    fn governed(&self, clause: &Clause, prepositions: &[&str]) -> Vec<Part> {
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.time.is_none() && prepositions.contains(&adjunct.preposition.as_str()))
            .filter_map(|adjunct| self.part(adjunct.phrase?))
            .collect()
    }

    fn complements(&self, phrase: usize, prepositions: &[&str]) -> Vec<Part> {
        self.article.phrases[phrase]
            .complements
            .iter()
            .filter(|(preposition, _)| prepositions.contains(&preposition.as_str()))
            .filter_map(|&(_, index)| self.part(index))
            .collect()
    }

    pub(super) fn parts(&self, phrases: &[usize]) -> Vec<Part> {
        phrases.iter().filter_map(|&phrase| self.part(phrase)).collect()
    }

    fn mention(&self, mention: usize) -> Part {
        let mention = &self.article.mentions[mention];
        let party = mention.entity.and_then(|entity| self.story.identities.of(self.at, entity));
        Part {
            party,
            sure: mention.form != MentionForm::Description,
            head: CompactString::default(),
            modifiers: Vec::new(),
            definite: true,
            plural: mention.kind == EntityKind::Group,
            unknown: party.is_none(),
            span: mention.span,
        }
    }

    /// A noun phrase as a part; `None` for times and quantities alone.
    pub(super) fn part(&self, index: usize) -> Option<Part> {
        let phrase = &self.article.phrases[index];
        if phrase.time.is_some() || phrase.determination == Determination::Negative {
            return None;
        }
        let head = &self.article.tokens[phrase.head];
        let mut part = match phrase.mention {
            Some(mention) => self.mention(mention),
            None => Part {
                party: None,
                sure: false,
                head: CompactString::default(),
                modifiers: Vec::new(),
                definite: true,
                plural: phrase.plural,
                unknown: head.tag == Tag::Pronoun,
                span: phrase.span,
            },
        };
        if !head.tag.is_proper() && head.tag != Tag::Pronoun {
            part.head.clone_from(&head.lemma);
            part.unknown = false;
        }
        part.span = phrase.span;
        part.plural |= phrase.plural;
        part.definite = part.party.is_some() || phrase.determination == Determination::Definite;
        part.modifiers = self.article.tokens[phrase.tokens.start..phrase.head]
            .iter()
            .filter(|token| token.tag.is_adjective() || token.tag.is_noun() || token.tag == Tag::Number)
            .map(|token| token.lemma.clone())
            .collect();
        for word in part.modifiers.iter_mut().filter(|word| word.as_str() == "final") {
            *word = "last".into();
        }
        part.modifiers.sort();
        part.modifiers.dedup();
        Some(part)
    }
}
