use super::{Kind, unsupported};
use crate::source::Document;
use crate::testing;
use std::sync::Arc;

const SOURCE: &str = "Ana Ruiz, the port director, met Li Wei in Visby on Tuesday.\n\
    “We will not raise the fees,” Ruiz said, “before the new quay is open.”\n\
    At least 120 dockers were there, and the quay will cost 3.4 million euros.\n";

/// The words that a draft has and [`SOURCE`] does not.
fn found(draft: &str) -> Vec<(Kind, String)> {
    let source = testing::document("wire.txt", testing::DAY, SOURCE);
    let draft = testing::document("draft.txt", testing::DAY, draft);
    let draft = Arc::new(Document { draft: true, ..draft.as_ref().clone() });
    let library = crate::pack::Library::builtin().unwrap();
    let outcome = crate::pipeline::finish(crate::pipeline::understand(vec![draft, source]), library);
    let list = unsupported(&outcome.story(), &outcome.conflicts);
    let missing = list.iter().flat_map(|entry| &entry.missing);
    missing.map(|missing| (missing.kind, outcome.documents[0].slice(missing.passage.span).to_owned())).collect()
}

#[track_caller]
fn assert_found(draft: &str, expected: &[(Kind, &str)]) {
    let expected: Vec<(Kind, String)> = expected.iter().map(|&(kind, words)| (kind, words.to_owned())).collect();
    assert_eq!(found(draft), expected, "{draft}");
}

#[test]
fn what_the_source_says_is_carried() {
    assert_found("Li Wei and Ana Ruiz met in Visby, Sweden, on 18 November.\n", &[]);
    assert_found("About 120 dockers came; more than 100 stayed. The quay costs €3.4m.\n", &[]);
    assert_found("“We will not raise the fees before the new quay is open,” Ruiz said.\n", &[]);
}

#[test]
fn a_name_that_no_source_has_is_told_once() {
    assert_found("Omar Haddad met Li Wei. Haddad smiled.\n", &[(Kind::Name, "Omar Haddad")]);
    assert_found("Ana Ruiz met Li Wei in Oslo.\n", &[(Kind::Name, "Oslo")]);
}

#[test]
fn a_figure_has_to_count_the_same_thing() {
    assert_found("The quay will cost 5.1 million euros.\n", &[(Kind::Number, "5.1 million euros")]);
    assert_found("Some 120 cranes stood still.\n", &[(Kind::Number, "Some 120")]);
    assert_found("There were 900 dockers.\n", &[(Kind::Number, "900")]);
}

#[test]
fn a_day_that_no_source_has_is_told() {
    assert_found("The quay opened on 3 October.\n", &[(Kind::Date, "3 October")]);
    assert_found("Ana Ruiz met Li Wei recently.\n", &[]);
}

#[test]
fn a_quotation_in_words_of_its_own_is_told_whole() {
    let draft = "“The union has asked for 14 meetings in Oslo,” Ruiz said.\n";
    assert_found(draft, &[(Kind::Quotation, "The union has asked for 14 meetings in Oslo,")]);
}

#[test]
fn without_sources_nothing_is_told() {
    let outcome = testing::story(&[("a.txt", testing::DAY, "Omar Haddad met Li Wei.\n")]);
    assert_eq!(unsupported(&outcome.story(), &[]), []);
}
