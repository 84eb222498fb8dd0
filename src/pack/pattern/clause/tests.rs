use super::*;
use crate::pack::pattern::{Pattern, Scope};
use std::collections::BTreeMap;

fn clause(text: &str) -> ClausePattern {
    let vars = BTreeMap::new();
    match Pattern::compile(text, &Scope::new(&vars)) {
        Ok(Pattern::Clause(pattern)) => pattern,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_light_verb_is_verb_noun_and_preposition() {
    let pattern = clause("{agent:person} <meet|hold talks with|sit down with> {with:person}");
    assert_eq!(pattern.verbs.len(), 4);
    assert_eq!(pattern.verbs[1].preposition.as_deref(), Some("with"));
    assert_eq!(pattern.verbs[1].words.len(), 1);
    assert_eq!(pattern.verbs[2].particle.as_deref(), Some("down"));
    assert_eq!(pattern.verbs[2].preposition.as_deref(), Some("with"));
}

#[test]
fn words_before_a_slot_are_its_preposition() {
    let pattern = clause("{a:party} <buy> {b:any} [(from|of) {c:party}] in front of {d:place}");
    assert!(matches!(&pattern.parts[0], (Part::Bare(_), true)));
    assert!(matches!(&pattern.parts[1], (Part::Prepositional(words, _), false) if words.len() == 2));
    assert!(matches!(&pattern.parts[2], (Part::Prepositional(words, _), true) if words[0] == "in front of"));
}

#[test]
fn words_with_no_slot_after_them_stand_for_themselves() {
    let pattern = clause("{a:person} <be> (dead|alive)");
    assert!(matches!(&pattern.parts[0], (Part::Bare(Argument::Words(words)), true) if words.contains("dead")));
}

#[test]
fn a_preposition_stands_on_the_side_of_the_bracket_where_its_slot_is() {
    let vars = BTreeMap::new();
    let refused = |text: &str| Pattern::compile(text, &Scope::new(&vars)).is_err();
    assert!(refused("{a:party} <open> [{n:count of gate} of] {b:thing}"));
    assert!(!refused("{a:party} <open> [{n:count of gate}] [of {b:thing}] [down]"));
}

#[test]
fn two_verbs_are_refused() {
    let vars = BTreeMap::new();
    let scope = Scope::new(&vars);
    let problems = Pattern::compile("{a:person} <want> to <go>", &scope).err();
    assert_eq!(problems.map(|problems| problems[0].at), Some(21));
}
