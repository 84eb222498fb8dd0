//! Declared checks on a pack of their own: each relation firing and not firing, and what softens it.

use crate::pack::Library;
use crate::pack::testing::{CheckFound, Passage};
use crate::pipeline::try_check;

const PACK: &str = "pack: p
predicates:
  stay: {roles: {who: person, term: duration, place: place, time: time}, key: [who]}
  hire: {roles: {who: person, beds: count, place: place, time: time}, key: [who]}
  pay: {roles: {who: person, sum: money, to: person}, key: [who, to]}
claims:
  - {id: stayed, predicate: stay, match: '{who:person} <stay> [for {term:duration}]', attach: {place: in, time: any}}
  - {id: hired, predicate: hire, match: '{who:person} <hire> {beds:count of bed}', attach: {place: in, time: any}}
  - {id: paid, predicate: pay, match: '{who:person} <pay> {to:person} {sum:money}'}
checks:
  - {id: longer, check: time, compare: stay, conflict: term exceeds, message: '{who} stayed {term} or {other.term}'}
  - {id: where, check: place, compare: [stay, hire], same: who, conflict: place disjoint}
  - {id: whether, check: polarity, compare: pay, conflict: polarity opposite, unless: two speakers, severity: error}
  - {id: sum, check: quantity, compare: pay, conflict: sum differs, unless: [later update, approximate]}
  - {id: early, check: order, compare: [stay, hire], same: [who, place], conflict: time precedes}
";

#[track_caller]
fn found(check: &str, passages: &[(&str, &str)]) -> CheckFound {
    let library = match Library::from_texts(&[("p.yaml", PACK)], false) {
        Ok(library) => library,
        Err(problems) => unreachable!("{problems:?}"),
    };
    let passages: Vec<Passage> = passages
        .iter()
        .map(|(day, text)| Passage { text: (*text).to_owned(), published: day.parse().ok(), source: None })
        .collect();
    try_check(&library, &passages, check)
}

#[track_caller]
fn severities(check: &str, passages: &[(&str, &str)]) -> Vec<&'static str> {
    found(check, passages).conflicts.into_iter().map(|(severity, _)| severity).collect()
}

const DAY: &str = "2026-03-05";

#[test]
fn lengths_exceed_one_another_whichever_comes_first() {
    let (long, short) = ((DAY, "Ana Ruiz stayed for six weeks."), (DAY, "Ana Ruiz stayed for two weeks."));
    for passages in [[long, short], [short, long]] {
        let found = found("p/longer", &passages);
        assert_eq!(found.conflicts, [("warning", "Ana Ruiz stayed six weeks or two weeks".to_owned())]);
    }
    assert_eq!(severities("p/longer", &[long, (DAY, "Ana Ruiz stayed for 42 days.")]), [""; 0]);
    assert_eq!(severities("p/longer", &[long, (DAY, "Li Wei stayed for two weeks.")]), [""; 0]);
}

#[test]
fn places_conflict_where_neither_holds_the_other() {
    let stayed = (DAY, "Ana Ruiz stayed in Paris.");
    assert_eq!(severities("p/where", &[stayed, (DAY, "Ana Ruiz hired 12 beds in Lima.")]), ["warning"]);
    let inside = found("p/where", &[stayed, (DAY, "Ana Ruiz hired 12 beds in France.")]);
    assert_eq!((inside.compared, inside.conflicts.len()), (1, 0));
}

#[test]
fn two_speakers_make_a_note() {
    let paid = "Ana Ruiz paid Li Wei £300.";
    assert_eq!(severities("p/whether", &[(DAY, paid), (DAY, "Ana Ruiz did not pay Li Wei £300.")]), ["error"]);
    let said = [
        (DAY, "Omar Haddad said Ana Ruiz paid Li Wei £300."),
        (DAY, "Mia Falk said Ana Ruiz did not pay Li Wei £300."),
    ];
    assert_eq!(severities("p/whether", &said), ["note"]);
}

#[test]
fn an_update_and_an_approximation_make_a_note() {
    let (one, two) = ("Ana Ruiz paid Li Wei £300.", "Ana Ruiz paid Li Wei £500.");
    assert_eq!(severities("p/sum", &[(DAY, one), (DAY, two)]), ["warning"]);
    assert_eq!(severities("p/sum", &[(DAY, one), ("2026-03-06", two)]), ["note"]);
    assert_eq!(severities("p/sum", &[(DAY, one), (DAY, "Ana Ruiz paid Li Wei about £500.")]), ["note"]);
    assert_eq!(severities("p/sum", &[(DAY, one), (DAY, "Ana Ruiz will pay Li Wei £500.")]), [""; 0]);
}

#[test]
fn one_time_precedes_another_in_one_direction_only() {
    let pair = |stayed: &str, hired: &str| {
        let texts =
            [format!("Ana Ruiz stayed in Paris on {stayed}."), format!("Ana Ruiz hired 12 beds in Paris on {hired}.")];
        severities("p/early", &[(DAY, &texts[0]), (DAY, &texts[1])])
    };
    assert_eq!(pair("3 May 2025", "9 May 2025"), ["warning"]);
    assert_eq!(pair("9 May 2025", "3 May 2025"), [""; 0]);
}
