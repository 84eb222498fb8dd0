//! Occurrences that a predicate tells apart by some of its roles ("apart" in a pack): what was voted on, what was paid for.
//!
//! Elsewhere two wordings that are not known to be one may still be one. Here they are two, unless one of them is a name
//! and the other a noun for things of the kind that bears it.

use super::Story;
use super::fact::{Fact, Noun, Term};
use super::identity::Party;
use super::likeness::Likeness;
use super::occurrence::Comparing;
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;
use crate::pack::Predicate;

/// Whether a role that the predicate declares `apart` is filled by both claims with what is not known to be one thing.
/// The role under question is left out.
#[must_use]
pub fn told_apart(
    story: &Story,
    a: &Fact,
    b: &Fact,
    predicate: Option<&Predicate>,
    comparing: &Comparing,
    except: &str,
) -> bool {
    let Some(predicate) = predicate else { return false };
    predicate.apart.iter().filter(|role| *role != except).filter_map(|role| comparing.role(role)).any(|role| match role
        .likeness
    {
        Likeness::Same => false,
        Likeness::Different => true,
        Likeness::Unknown => !may_be_one(story, &a.roles[role.first].term, &b.roles[role.second].term),
    })
}

fn may_be_one(story: &Story, one: &Term, two: &Term) -> bool {
    match (one, two) {
        (Term::Noun(noun), Term::Party(party)) | (Term::Party(party), Term::Noun(noun)) => {
            described(noun, story.identities.party(*party))
        }
        (Term::Noun(one), Term::Noun(two)) => one.pronoun || two.pronoun,
        _ => false,
    }
}

/// "the library" for the Harrow Library, "the singer" for Ana Ruiz.
fn described(noun: &Noun, party: &Party) -> bool {
    let kind = match party.kind {
        EntityKind::Person => lexicon::person_noun(&noun.head) || lexicon::office(&noun.head).is_some(),
        EntityKind::Body => lexicon::body_noun(&noun.head),
        _ => false,
    };
    noun.pronoun || kind || party.name.to_lowercase().split_whitespace().any(|word| word == noun.head)
}

#[cfg(test)]
mod tests {
    use crate::testing::found;

    #[test]
    fn what_was_voted_on_tells_votes_apart() {
        let voted = "Marl council voted 7-5 on Monday to close the Harrow Library.\n";
        assert!(found(voted, "Marl council voted 8-4 on Monday to close the library.\n") > 0);
        assert_eq!(found(voted, "Marl council voted 8-4 on Monday to raise parking fees.\n"), 0);
    }
}
