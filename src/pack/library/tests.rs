//! Packs that load, and the problems of those that do not.

use super::*;

#[track_caller]
fn problems(text: &str) -> Vec<PackError> {
    Library::from_texts(&[("p.yaml", text)], false).err().unwrap_or_default()
}

const HEAD: &str = "pack: p\npredicates:\n  meet: {roles: {agent: person, with: person, place: place}}\n";

#[track_caller]
fn assert_problem(body: &str, message: &str, place: (usize, usize)) {
    let found = problems(&format!("{HEAD}{body}"));
    let one = found.iter().find(|problem| problem.message.contains(message));
    assert_eq!(one.map(|problem| (problem.line, problem.column)), Some(place), "{found:?}");
}

#[test]
fn the_built_in_packs_load() {
    if let Err(errors) = Library::builtin() {
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        unreachable!("{}", text.join("\n"));
    }
}

#[test]
fn every_problem_is_reported_at_its_place() {
    assert_problem("clams: []\n", "unknown key `clams`", (4, 1));
    let rule = |text: &str| format!("claims:\n  - {{id: a, predicate: meet, match: '{text}'}}\n");
    assert_problem(&rule("{agnt:person} <meet> {with:person}"), "no role `agnt`", (5, 39));
    assert_problem(&rule("{agent:persn} <meet>"), "unknown type `persn`", (5, 45));
    assert_problem(&rule("{agent:person} <@verbs>"), "no word list `@verbs`", (5, 54));
    assert_problem(&rule("{agent:person} <meet"), "`>` is missing", (5, 53));
    assert_problem(&rule("talks /a(/"), "bad regular expression", (5, 44));
    assert_problem(&rule("{agent:person} {with:person}"), "no word by which to find it", (5, 37));
    assert_problem(&rule("{agent:money} <meet>"), "a money cannot fill `agent`", (5, 39));
    assert_problem("claims: [{id: a, predicate: met, match: talks}]\n", "no predicate `met`", (4, 29));
}

#[test]
fn all_problems_come_at_once() {
    let text = format!(
        "{HEAD}vars: {{a: ['@b']}}\nclaims:\n  - {{id: a, predicate: met, match: x}}\n  - {{id: b, predicate: meet, match: '{{x:person}} <go>', when: {{voice: actve}}}}\n"
    );
    let found: Vec<String> = problems(&text).into_iter().map(|problem| problem.message).collect();
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn declared_logic_is_resolved() {
    let text = "pack: p\npredicates:\n  be_at: {kind: state, roles: {agent: person, place: place, time: time}, one: [place]}\n  go:\n    roles: {agent: person, from: place, time: time}\n    presupposes: {be_at: [agent at from until time]}\n    opposite: stay\n  stay: {roles: {agent: person, place: place}}\n";
    let library = Library::from_texts(&[("p.yaml", text)], false).unwrap_or_default();
    let go = &library.predicates["go"];
    assert_eq!(go.presupposes[0].bindings.len(), 3);
    assert_eq!(go.presupposes[0].bindings[2].relation, crate::annotate::time::TimeRelation::Until);
    assert_eq!(library.predicates["stay"].opposite, ["go"]);
    assert_eq!(library.predicates["be_at"].key, ["agent"]);
}

#[test]
fn who_holds_an_office_does_not_say_which_it_is() {
    let text = "pack: p\npredicates:\n  run: {roles: {agent: person, ship: any}, key: [agent, ship], single_holder: agent}\n  own: {roles: {agent: person, ship: any}, single_holder: agent}\n";
    let library = Library::from_texts(&[("p.yaml", text)], false).unwrap_or_default();
    for name in ["run", "own"] {
        let predicate = &library.predicates[name];
        assert_eq!((predicate.key.as_slice(), predicate.has_one("agent")), (&["ship".into()][..], true), "{name}");
    }
}

#[test]
fn a_rule_of_an_unknown_predicate_tells_its_other_problems_too() {
    let found = problems(&format!(
        "{HEAD}claims:\n  - {{id: a, predicate: met, match: '{{agent:persn}} <meet>'}}\n  - {{id: b, predicate: meet, match: '{{agent:person}} <see>', after: a}}\n"
    ));
    let messages: Vec<&str> = found.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["no predicate `met`", "unknown type `persn`"]);
}

#[test]
fn a_file_takes_the_place_of_the_built_in_pack_of_its_name() {
    let library = Library::from_texts(&[("my/travel.yaml", "pack: travel # mine\nneeds: [core]\n")], true);
    let packs = library.unwrap_or_default().packs;
    let travel: Vec<&str> = packs.iter().filter(|pack| pack.name == "travel").map(|pack| pack.path.as_str()).collect();
    assert_eq!(travel, ["my/travel.yaml"]);
}

#[test]
fn a_pack_that_needs_itself_is_refused() {
    assert!(problems("pack: p\nneeds: q\n")[0].message.contains("`q` is needed"));
}
