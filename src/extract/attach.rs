//! Adjuncts that fill roles: where, when, with whom.

use super::View;
use super::fill::Filling;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, VerbForm};
use crate::pack::{Attachment, SlotType};
use compact_str::CompactString;

impl View<'_> {
    /// What fills the attachment's role in a clause, apart from the noun phrases already `used`.
    pub(super) fn attached(self, attachment: &Attachment, clause: &Clause, used: &[usize]) -> Vec<Filling> {
        if matches!(attachment.slot_type, SlotType::Time | SlotType::Duration) {
            return self.attached_time(attachment, clause, used).into_iter().collect();
        }
        let allowed = |preposition: &CompactString| match &attachment.prepositions {
            Some(words) => words.contains(preposition),
            None => true,
        };
        let own =
            clause.adjuncts.iter().filter(|adjunct| allowed(&adjunct.preposition)).filter_map(|adjunct| adjunct.phrase);
        // "The meeting in Geneva was called off": the adjunct of a noun that is no person.
        let nouns = clause.objects.iter().chain(&clause.subjects).filter_map(|&noun| self.article.phrases.get(noun));
        let of_nouns = nouns
            .filter(|noun| !matches!(self.kind(noun), Some(EntityKind::Person | EntityKind::Group | EntityKind::Body)))
            .flat_map(|noun| noun.complements.iter())
            .filter(|(preposition, _)| preposition != "of" && allowed(preposition))
            .map(|(_, phrase)| *phrase);
        let fits = own.chain(of_nouns).filter(|phrase| !used.contains(phrase));
        let mut fillings: Vec<Filling> =
            fits.filter_map(|phrase| self.fill_type(attachment.slot_type, phrase)).collect();
        if fillings.is_empty() && !attachment.verbs.is_empty() {
            fillings = self.acted_upon(attachment, clause, used);
        }
        if fillings.is_empty() && attachment.slot_type == SlotType::Place {
            fillings = self.place_meanwhile(clause, &allowed);
        }
        if attachment.slot_type == SlotType::Place {
            // "at his mother's flat in Kendal": the place with a name is the one that can be compared.
            fillings.sort_by_key(|filling| !self.names_mention(filling.value));
        }
        if attachment.slot_type == SlotType::Place || !attachment.slot_type.is_phrase() {
            fillings.truncate(1);
        }
        fillings
    }

    /// "voted to close the library", "in favour of closing the library": what the verb behind the preposition acts on.
    fn acted_upon(self, attachment: &Attachment, clause: &Clause, used: &[usize]) -> Vec<Filling> {
        let clauses = &self.article.clauses;
        let first = clauses.partition_point(|other| other.sentence < clause.sentence);
        let of_sentence = clauses[first..].iter().take_while(|other| other.sentence == clause.sentence);
        let hangs = |other: &&Clause| {
            let above = other.parent.and_then(|parent| clauses.get(parent));
            other.link == ClauseLink::Open && above.is_some_and(|above| above.verb == clause.verb)
        };
        let mut open = of_sentence.filter(hangs).filter(|other| self.opens_with(attachment, other));
        let Some(open) = open.next() else { return Vec::new() };
        let acted = open.objects.iter().chain(&open.complement).filter(|phrase| !used.contains(phrase));
        acted.filter_map(|&phrase| self.fill_type(attachment.slot_type, phrase)).take(1).collect()
    }

    /// Whether a clause begins with one of the prepositions that the attachment takes before a verb.
    fn opens_with(self, attachment: &Attachment, clause: &Clause) -> bool {
        let Some(group) = self.article.verb_groups.get(clause.verb) else { return false };
        if group.form == VerbForm::Infinitive {
            return attachment.verbs.iter().any(|word| word == "to");
        }
        let before = self.article.tokens.get(..group.tokens.start).unwrap_or_default();
        attachment.verbs.iter().any(|preposition| {
            let words = || preposition.split(' ').rev();
            before.len() >= words().count() && words().zip(before.iter().rev()).all(|(word, token)| word == token.lower)
        })
    }

    /// "was arrested as he boarded a ferry at Dover": what somebody does meanwhile is in the same place.
    fn place_meanwhile(self, clause: &Clause, allowed: &dyn Fn(&CompactString) -> bool) -> Vec<Filling> {
        let own = clause.objects.iter().chain(&clause.subjects).filter_map(|&phrase| self.entity(phrase));
        let people: Vec<_> = own.collect();
        let last = self.article.clauses.partition_point(|other| other.sentence <= clause.sentence);
        let first = self.article.clauses.partition_point(|other| other.sentence < clause.sentence);
        self.article.clauses[first..last]
            .iter()
            .filter(|other| {
                let meanwhile = matches!(other.link, ClauseLink::While | ClauseLink::Open);
                let after = other.span.start >= clause.span.start;
                let same =
                    other.subjects.iter().filter_map(|&phrase| self.entity(phrase)).any(|who| people.contains(&who));
                meanwhile && after && same && other.modality != Modality::Hypothetical
            })
            .flat_map(|other| &other.adjuncts)
            .filter(|adjunct| allowed(&adjunct.preposition))
            .filter_map(|adjunct| self.fill_type(SlotType::Place, adjunct.phrase?))
            .take(1)
            .collect()
    }

    fn entity(self, phrase: usize) -> Option<crate::annotate::mention::EntityId> {
        let mention = self.article.phrases.get(phrase)?.mention?;
        self.article.mentions.get(mention)?.entity
    }

    /// The most precise time among the clause's own, failing that one inside its nouns ("Friday's strike").
    fn attached_time(self, attachment: &Attachment, clause: &Clause, used: &[usize]) -> Option<Filling> {
        let allowed = |preposition: &CompactString| match &attachment.prepositions {
            Some(words) => words.contains(preposition),
            None => true,
        };
        let own = clause
            .adjuncts
            .iter()
            .filter(|adjunct| allowed(&adjunct.preposition))
            .filter_map(|adjunct| adjunct.time)
            .filter(|&time| self.fill_time(attachment.slot_type, time).is_some())
            .min_by_key(|&time| {
                self.article
                    .times
                    .get(time)
                    .and_then(|time| time.value)
                    .map_or((1, None), |value| (0, Some(value.grain)))
            });
        if let Some(time) = own {
            return self.fill_time(attachment.slot_type, time);
        }
        // "on a four-year contract": a length may stand in the phrase behind its preposition.
        let behind = clause.adjuncts.iter().filter(|adjunct| {
            attachment.slot_type == SlotType::Duration
                && attachment.prepositions.is_some()
                && allowed(&adjunct.preposition)
        });
        let behind = behind.filter_map(|adjunct| adjunct.phrase.as_ref());
        let nouns = clause.objects.iter().chain(&clause.subjects).chain(used).chain(behind);
        let spans = nouns.filter_map(|&noun| self.article.phrases.get(noun)).map(|noun| noun.span);
        spans
            .flat_map(|span| {
                let first = self.article.times.partition_point(|time| time.span.start < span.start);
                (first..self.article.times.len()).take_while(move |&at| self.article.times[at].span.end <= span.end)
            })
            .find_map(|time| self.fill_time(attachment.slot_type, time))
    }
}
