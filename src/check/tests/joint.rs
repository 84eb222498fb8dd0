//! What holds for all checks: sides, sources, identifiers, order, and the examples that `explain` shows.

use crate::check::{Check, Severity, examples};
use crate::testing::{DAY, Found, assert_quiet, conflicts};

const GENEVA: &str = "Ana Ruiz met Li Wei in Geneva on Tuesday evening.";
const LYON: &str = "Ana Ruiz met Li Wei in Lyon on Tuesday evening.";

/// Everything about a conflict but the order of its sides.
fn shown(found: &[Found]) -> Vec<(Check, Severity, String, Vec<(String, usize)>)> {
    let mut list: Vec<_> = found
        .iter()
        .map(|conflict| {
            let mut sides: Vec<_> = conflict.sides.iter().map(|(value, count, _)| (value.clone(), *count)).collect();
            sides.sort();
            (conflict.check, conflict.severity, conflict.id.clone(), sides)
        })
        .collect();
    list.sort();
    list
}

#[test]
fn every_side_has_its_passages_and_its_sources() {
    let found = conflicts(&[
        ("a.txt", DAY, GENEVA),
        ("b.txt", DAY, LYON),
        ("c.txt", DAY, "The rain had not stopped for days. Li Wei met Ana Ruiz in Lyon on Tuesday evening."),
    ]);
    let [conflict] = found.as_slice() else { panic!("{found:#?}") };
    let mut sides: Vec<_> =
        conflict.sides.iter().map(|(value, sources, list)| (value.as_str(), *sources, list.len())).collect();
    sides.sort_unstable();
    assert_eq!(sides, [("Geneva", 1, 1), ("Lyon", 2, 2)]);
}

#[test]
fn copies_count_once() {
    let wire = "Officials in both capitals had waited for weeks to hear of it. Ana Ruiz met Li Wei in Lyon on Tuesday evening.";
    let found = conflicts(&[("a.txt", DAY, GENEVA), ("b.txt", DAY, wire), ("c.txt", DAY, wire)]);
    let [conflict] = found.as_slice() else { panic!("{found:#?}") };
    let lyon = conflict.sides.iter().find(|(value, ..)| value == "Lyon").unwrap();
    assert_eq!((lyon.1, lyon.2.len()), (1, 2));
}

#[test]
fn a_passage_is_the_clause() {
    let found = conflicts(&[("a.txt", DAY, &format!("It rained. {GENEVA} Nobody spoke.")), ("b.txt", DAY, LYON)]);
    let passages: Vec<&str> = found[0].sides.iter().flat_map(|side| &side.2).map(String::as_str).collect();
    assert_eq!(
        passages,
        [
            "a.txt “Ana Ruiz met Li Wei in Geneva on Tuesday evening”",
            "b.txt “Ana Ruiz met Li Wei in Lyon on Tuesday evening”"
        ]
    );
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let articles = [
        ("a.txt", DAY, GENEVA),
        ("b.txt", DAY, LYON),
        ("c.txt", DAY, "Ana Ruiz, 54, did not meet Li Wei in Lyon on Tuesday evening."),
        ("d.txt", DAY, "Ana Ruiz, 45, resigned."),
    ];
    let expected = shown(&conflicts(&articles));
    assert!(expected.len() > 1, "{expected:#?}");
    for turn in 1..articles.len() {
        let mut turned = articles;
        turned.rotate_left(turn);
        assert_eq!(shown(&conflicts(&turned)), expected);
    }
    let mut reversed = articles;
    reversed.reverse();
    assert_eq!(shown(&conflicts(&reversed)), expected);
}

#[test]
fn an_identifier_outlives_what_stands_around() {
    let before = conflicts(&[("a.txt", DAY, GENEVA), ("b.txt", DAY, LYON)]);
    let after = conflicts(&[
        ("x.txt", DAY, &format!("The night was cold.\nNobody slept.\n{GENEVA}")),
        ("y.txt", DAY, &format!("{LYON}\nSnow fell.")),
    ]);
    assert_eq!(before[0].id, after[0].id);
}

#[test]
fn one_article_agrees_with_itself() {
    for text in [GENEVA, "Hannah Brandt, 54, left. Brandt, 54, came.", "“We won,” said Ana Ruiz. “We won,” she said."]
    {
        assert_eq!(conflicts(&[("a.txt", DAY, text)]), [], "{text}");
        assert_quiet(text, text);
    }
}

#[test]
fn nothing_comes_of_nothing() {
    assert_eq!(conflicts(&[]), []);
    assert_quiet("", "");
    assert_quiet("!", "“");
}

#[test]
fn the_examples_of_explain_do_what_they_say() {
    for &check in Check::ALL {
        let shown = examples(check).unwrap();
        let [one, two] = shown.fires;
        let found = conflicts(&[("a.txt", DAY, one), ("b.txt", DAY, two)]);
        assert!(found.iter().any(|conflict| conflict.check == check), "{check}: {one} / {two}\n{found:#?}");
        let [one, two] = shown.silent;
        assert_quiet(one, two);
    }
}
