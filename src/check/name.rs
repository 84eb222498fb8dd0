//! One person's name in two spellings.
//!
//! Works on identities that [`crate::graph`] has already found to be one person: by the other name, in one article
//! or across articles. Accents, initials, nicknames and plurals are no difference.

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::entities::{fold, near_spelling};
use crate::annotate::lexicon;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::graph::{Identity, Party, Story};
use std::collections::BTreeMap;

/// The conflicts of spelling in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let spellings = spellings(story);
    let mut conflicts = Vec::new();
    for (identity, words) in &spellings {
        let party = story.identities.party(*identity);
        let list: Vec<&String> = words.keys().collect();
        for (at, one) in list.iter().enumerate() {
            for two in &list[at + 1..] {
                if differs(one, two) {
                    conflicts.push(conflict(story, party, (one, &words[*one]), (two, &words[*two])));
                }
            }
        }
    }
    conflicts
}

/// Whether two folded words are two spellings of one name.
fn differs(a: &str, b: &str) -> bool {
    let plural = |long: &str, short: &str| long.strip_suffix('s') == Some(short);
    near_spelling(a, b) && !plural(a, b) && !plural(b, a) && !lexicon::same_given_name(a, b)
}

/// For each person, each folded word of the name with where it stands.
fn spellings(story: &Story) -> BTreeMap<Identity, BTreeMap<String, Vec<(Place, String)>>> {
    let mut found: BTreeMap<Identity, BTreeMap<String, Vec<(Place, String)>>> = BTreeMap::new();
    for (at, article) in story.articles.iter().enumerate() {
        for mention in article.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            let Some(identity) = mention.entity.and_then(|entity| story.identities.of(at, entity)) else { continue };
            if mention.kind != EntityKind::Person {
                continue;
            }
            for word in article.document.slice(mention.span).split_whitespace() {
                let place = Place { article: at, span: mention.span, rule: "core/name".to_owned() };
                found.entry(identity).or_default().entry(fold(word)).or_default().push((place, word.to_owned()));
            }
        }
    }
    found
}

type Spelling<'a> = (&'a str, &'a Vec<(Place, String)>);

fn conflict(story: &Story, party: &Party, one: Spelling, two: Spelling) -> Conflict {
    let written = |spelling: &Spelling| spelling.1.first().map_or(spelling.0.to_owned(), |(_, word)| word.clone());
    let (a, b) = (written(&one), written(&two));
    let side = |spelling: &Spelling, written: &str| {
        support::side(story, written, spelling.1.iter().map(|(place, _)| place.clone()).collect())
    };
    let sides = vec![side(&one, &a), side(&two, &b)];
    let mut explanation = vec![
        format!("both name one person: {}", party.name),
        format!("“{a}” and “{b}” differ by one letter or by two that changed places; the rest of the name agrees"),
    ];
    explanation.extend(party.reasons.iter().cloned());
    explanation.push("a person has one spelling of the name".to_owned());
    Conflict {
        check: Check::Name,
        severity: Severity::Error,
        message: format!("{} is spelt “{a}” and “{b}”", party.name),
        explanation,
        sides,
    }
}
