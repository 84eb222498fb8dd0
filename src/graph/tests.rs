//! Who is who across articles, and which articles count once.

use super::{Likeness, compare, compare_parties};
use crate::annotate::mention::EntityKind;
use crate::testing::{DAY, story};
use proptest::prelude::*;

fn articles<'a>(texts: &[&'a str]) -> Vec<(&'a str, &'a str, &'a str)> {
    ["a.txt", "b.txt", "c.txt", "d.txt"].iter().zip(texts).map(|(path, text)| (*path, DAY, *text)).collect()
}

/// Holds the parties of some articles, those of one kind, against their names.
#[track_caller]
fn assert_parties(texts: &[&str], kind: EntityKind, expected: &[&str]) {
    let outcome = story(&articles(texts));
    let story = outcome.story();
    let found: Vec<&str> =
        story.identities.parties.iter().filter(|party| party.kind == kind).map(|party| party.name.as_str()).collect();
    assert_eq!(found, expected, "{texts:?}");
}

#[track_caller]
fn assert_people(texts: &[&str], expected: &[&str]) {
    assert_parties(texts, EntityKind::Person, expected);
}

#[test]
fn full_and_short_names_are_one() {
    assert_people(&["Ana Ruiz left.", "Ms Ruiz left."], &["Ana Ruiz"]);
    assert_people(&["Ms Ruiz left.", "Ana Ruiz left."], &["Ana Ruiz"]);
    assert_people(&["Ana Ruiz left.", "Ana Maria Ruiz left."], &["Ana Maria Ruiz"]);
    assert_people(&["Robert Tarrant left.", "Bob Tarrant left."], &["Robert Tarrant"]);
    assert_people(&["Mary K. Ostrander left.", "Mary Ostrander left."], &["Mary K. Ostrander"]);
}

#[test]
fn a_slip_is_one_person() {
    assert_people(&["Hannah Brandt left.", "Hannah Brant left."], &["Hannah Brandt"]);
}

#[test]
fn different_people_stay_apart() {
    assert_people(&["Ana Ruiz left.", "Marta Ruiz left."], &["Ana Ruiz", "Marta Ruiz"]);
    assert_people(&["Ana Ruiz left.", "Mr Ruiz left."], &["Ana Ruiz", "Ruiz"]);
    assert_people(&["Ana Ruiz met Marta Ruiz.", "Ms Ruiz left."], &["Ana Ruiz", "Marta Ruiz", "Ruiz"]);
    assert_people(&["Hannah Brandt left.", "Hannah Morrow left."], &["Hannah Brandt", "Hannah Morrow"]);
}

#[test]
fn bodies_go_by_short_names_and_initials() {
    assert_parties(
        &["Brindle Foods Ltd cut jobs.", "Brindle Foods Ltd sued."],
        EntityKind::Body,
        &["Brindle Foods Ltd"],
    );
    assert_parties(
        &["The Harbour Safety Board met.", "A report by the HSB came."],
        EntityKind::Body,
        &["Harbour Safety Board"],
    );
    assert_parties(
        &["Ashby Council met.", "Leeds Council met."],
        EntityKind::Body,
        &["Ashby Council", "Leeds Council"],
    );
}

#[test]
fn groups_of_the_same_people_are_one() {
    let texts = ["Ana Ruiz met Li Wei. The pair left.", "Li Wei met Ana Ruiz. The two left."];
    assert_parties(&texts, EntityKind::Group, &["Ana Ruiz and Li Wei"]);
}

#[test]
fn a_place_inside_another_agrees_with_it() {
    let outcome = story(&articles(&["She flew to Geneva, Switzerland and Lyon."]));
    let story = outcome.story();
    let identity = |name: &str| {
        let at = story.identities.parties.iter().position(|party| party.name == name).unwrap();
        super::Identity(at as u32)
    };
    let likeness = |one, two| compare_parties(&story.identities, identity(one), identity(two));
    assert_eq!(likeness("Geneva", "Switzerland"), Likeness::Same);
    assert_eq!(likeness("Geneva", "Lyon"), Likeness::Different);
}

#[test]
fn copies_of_a_wire_text_count_once() {
    let wire = "Two men drowned in the harbour on Monday night after their small boat struck a buoy and sank.";
    let own = "A boat sank in the harbour. The crew, two brothers from the town, had set out at dusk to fish.";
    let outcome = story(&articles(&[wire, wire, own]));
    let story = outcome.story();
    assert_eq!(story.sources.independent(0..3), 2);
    assert_eq!(story.sources.group(1), 0);
    assert_eq!(story.sources.group(2), 2);
}

#[test]
fn a_shared_quotation_is_no_copy() {
    let quote = "“We will not leave this harbour until every last one of our people has been found alive,”";
    let (one, two) = (format!("{quote} said Ana Ruiz."), format!("Ruiz spoke at dusk. {quote} she said to us."));
    let outcome = story(&articles(&[&one, &two]));
    assert_eq!(outcome.story().sources.independent(0..2), 2);
}

/// Words of which small stories are made that touch everything identities go by.
fn sentence() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec![
        "Ana Ruiz",
        "Ms Ruiz",
        "Marta Ruiz",
        "Ana Maria Ruiz",
        "Hannah Brandt",
        "Hannah Brant",
        "Brindle Foods Ltd",
        "the company",
        "she",
        "The pair",
        "Geneva",
    ]);
    let verb = prop::sample::select(vec!["met", "did not meet", "praised", "will meet", "sued"]);
    let rest = prop::sample::select(vec!["", " in Geneva", " in Lyon on Tuesday", " on Monday", ", officials said"]);
    (who.clone(), verb, who, rest).prop_map(|(one, verb, two, rest)| format!("{one} {verb} {two}{rest}."))
}

fn told() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::collection::vec(sentence(), 1..4).prop_map(|list| list.join(" ")), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn identities_are_a_partition(texts in told()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let outcome = story(&articles(&texts));
        let story = outcome.story();
        let mut members: Vec<_> =
            story.identities.parties.iter().flat_map(|party| party.members.iter().copied()).collect();
        let count = members.len();
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len(), count, "an entity is in two parties");
        prop_assert_eq!(count, story.articles.iter().map(|article| article.entities.len()).sum::<usize>());
        for (index, party) in story.identities.parties.iter().enumerate() {
            for &(article, entity) in &party.members {
                prop_assert_eq!(story.identities.of(article, entity), Some(super::Identity(index as u32)));
            }
        }
    }

    #[test]
    fn comparing_is_symmetric(texts in told()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let outcome = story(&articles(&texts));
        let story = outcome.story();
        for a in &story.facts {
            for b in story.facts.iter().filter(|b| b.predicate == a.predicate) {
                let predicate = story.library.predicates.get(&a.predicate);
                let (there, back) = (compare(&story, a, b, predicate), compare(&story, b, a, predicate));
                prop_assert_eq!(there.time, back.time);
                prop_assert!((there.agreement() - back.agreement()).abs() < 1e-4, "{:?} {:?}", there, back);
            }
        }
    }
}

#[test]
fn names_that_a_pack_declares_are_one() {
    let pack =
        "pack: p\nneeds: [core]\nentities:\n  - {name: Ana Ruiz, kind: person, aliases: [Ana Prieto, Iron Duchess]}\n";
    let library = crate::pack::Library::from_texts(&[("p.yaml", pack)], true).unwrap();
    let parties = |texts: [&str; 2]| {
        let documents =
            articles(&texts).iter().map(|(path, day, text)| crate::testing::document(path, day, text)).collect();
        let outcome = crate::pipeline::finish(crate::pipeline::understand(documents), library.clone());
        outcome.story().identities.parties.len()
    };
    assert_eq!(parties(["Ana Prieto left.", "Ana Ruiz left."]), 1);
    assert_eq!(parties(["The Iron Duchess resigned.", "Ana Ruiz resigned."]), 1);
    assert_eq!(parties(["Marta Prieto left.", "Ana Ruiz left."]), 2);
}
