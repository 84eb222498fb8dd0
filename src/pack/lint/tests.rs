//! Warnings that come, and packs that are left alone.

use super::*;

#[track_caller]
fn messages(pack: &str, tests: &str) -> Vec<String> {
    let library = Library::from_texts(&[("p.yaml", pack)], false).unwrap_or_default();
    let file = PackFile::new("p.yaml", pack);
    let lexicon = Lexicon {
        verb: |verb| match verb {
            "meeet" => None,
            "met" => Some("meet".into()),
            verb => Some(verb.into()),
        },
        is_word: |word| word != "tlaks",
    };
    warnings_of(&library, "p", &file, tests, &lexicon).into_iter().map(|warning| warning.message).collect()
}

const HEAD: &str =
    "pack: p\nversion: 1.0.0\nabout: x\nlicence: MIT\npredicates: {meet: {roles: {agent: party, with: party}}}\n";

#[test]
fn what_is_unused_untested_or_unknown_is_named() {
    let pack = format!(
        "{HEAD}vars: {{idle: [x]}}\nclaims:\n  - {{id: a, predicate: meet, match: '{{agent:party}} <meeet> {{with:party}}'}}\n"
    );
    let found = messages(&pack, "");
    assert_eq!(found.len(), 4, "{found:?}");
    for words in ["`@idle` is not used", "`meeet` is no verb", "no example that fires", "no example that must not fire"]
    {
        assert!(found.iter().any(|message| message.contains(words)), "{words}: {found:?}");
    }
}

#[test]
fn a_tested_rule_of_known_words_is_left_alone() {
    let pack =
        format!("{HEAD}claims:\n  - {{id: a, predicate: meet, match: '{{agent:party}} <meet> {{with:party}}'}}\n");
    let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
    assert_eq!(messages(&pack, tests), Vec::<String>::new());
}

#[test]
fn what_is_never_reached_refused_by_its_own_rule_or_misspelt_is_named() {
    let pack = format!(
        "{HEAD}vars: {{nouns: [tlaks]}}\nclaims:\n  - id: a\n    predicate: meet\n    match:\n      - '{{agent:party}} <meet> {{with:party}}'\n      - '{{agent:party}} <meet> {{with:party}} in {{:place}}'\n      - '{{agent:party}} <hold> {{:thing of @nouns}} with {{with:party}}'\n    unless: [tlaks]\n"
    );
    let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
    let found = messages(&pack, tests);
    assert_eq!(found.len(), 3, "{found:?}");
    for words in ["is never reached", "can never match: `unless`", "`tlaks` is no word"] {
        assert!(found.iter().any(|message| message.contains(words)), "{words}: {found:?}");
    }
}

#[test]
fn a_narrower_pattern_before_a_wider_is_left_alone_and_a_role_nobody_fills_is_not() {
    let pack = "pack: p\nversion: 1.0.0\nabout: x\nlicence: MIT\npredicates: {meet: {roles: {agent: party, with: party, place: place}}}\nclaims:\n  - id: a\n    predicate: meet\n    match:\n      - '{agent:party} <meet> {with:party} in {:place}'\n      - '{agent:party} <meet> {with:party}'\n";
    let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
    assert_eq!(messages(pack, tests), ["no rule fills the role `place` of `meet`"]);
}

#[test]
fn a_form_that_is_no_dictionary_form_and_a_phrase_of_everyday_words_are_named() {
    let pack = format!(
        "{HEAD}claims:\n  - {{id: a, predicate: meet, match: ['{{agent:party}} <met> {{with:party}}', '{{agent:party}} of {{with:party}}']}}\n"
    );
    let tests = "claims: {a: [{text: x, claims: [{agent: y}]}, {text: z, claims: []}]}";
    let found = messages(&pack, tests);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("`met` is not a verb's dictionary form") && found[1].contains("nearly every sentence"));
}

#[test]
fn a_pack_says_what_it_is_and_a_check_has_examples() {
    let pack = "pack: p\npredicates: {count: {roles: {what: thing, number: count}}}\nclaims:\n  - {id: a, predicate: count, match: '{what:thing} <number> {number:count}'}\nchecks:\n  - {id: c, check: quantity, compare: count, conflict: number differs}\n";
    let tests = "claims: {a: [{text: x, claims: [{what: y}]}, {text: z, claims: []}]}\nchecks: {c: [{passages: [x, y], conflict: true}]}";
    assert_eq!(
        messages(pack, tests),
        [
            "the pack has no `version`",
            "the pack has no `about`",
            "the pack has no `licence`",
            "the check `c` has no example that must not conflict",
        ]
    );
}

#[test]
fn a_pack_that_does_not_load_tells_its_warnings_too() {
    let Ok(folder) = tempfile::tempdir() else { return };
    let file = folder.path().join("pack.yaml");
    let pack = "pack: p\nversion: 1.0.0\nabout: x\nlicence: MIT\nvars: {ships: [tankerr]}\nclaims: [{id: a, predicate: no_such, match: '{:any of @ships} <sail>'}]\n";
    assert!(std::fs::write(&file, pack).is_ok());
    let found = lint(&[&file], &Lexicon::ENGLISH).err().unwrap_or_default();
    let messages: Vec<&str> = found.iter().map(|problem| problem.message.as_str()).collect();
    assert!(messages.contains(&"`tankerr` is no word of the lexicon") && messages.len() == 4, "{messages:?}");
}
