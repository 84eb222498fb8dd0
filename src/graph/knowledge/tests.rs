use super::*;
use crate::pipeline::Outcome;
use crate::source::Span;
use crate::testing;

const MET: &str = "Ana Ruiz met Li Wei in Paris on Tuesday.\n";
const DENIED: &str = "On Tuesday Ana Ruiz did not meet Li Wei.\n";
const ALONE: &str = "Omar Haddad met Ana Ruiz in Berlin.\n";

fn drawn(outcome: &Outcome) -> Knowledge {
    outcome.knowledge(&outcome.story())
}

fn meetings(knowledge: &Knowledge) -> Vec<NodeId> {
    let meets = |node: &Node| matches!(node, Node::Occurrence { predicate } if predicate == "meet");
    knowledge.nodes().filter(|(_, node)| meets(node)).map(|(id, _)| id).collect()
}

#[test]
fn support_counts_each_side() {
    let knowledge = drawn(&testing::outcome(&[MET, DENIED]));
    let [meeting] = meetings(&knowledge)[..] else { unreachable!("one meeting") };
    let support = knowledge.support(meeting);
    assert_eq!((support.affirmed, support.denied, support.sources), (1, 1, 2));
    assert_eq!(knowledge.claims_of(meeting).len(), 2);
}

#[test]
fn what_one_source_alone_reports_is_told() {
    let knowledge = drawn(&testing::outcome(&[MET, DENIED, ALONE]));
    let exclusive = knowledge.exclusive();
    let meetings = meetings(&knowledge);
    assert_eq!(meetings.iter().map(|meeting| exclusive.contains(meeting)).collect::<Vec<_>>(), [false, true]);
    assert_eq!(drawn(&testing::outcome(&[ALONE])).exclusive(), [], "alone in the run is not alone in the news");
}

#[test]
fn places_lie_in_places_up_to_the_country() {
    let knowledge = drawn(&testing::outcome(&[MET]));
    let name = |id| match knowledge.get(id) {
        Some(Node::Place { name, .. }) => name.clone(),
        _ => String::new(),
    };
    let within = knowledge.edges().filter(|(_, _, edge)| **edge == Edge::Within);
    let pairs: Vec<(String, String)> = within.map(|(inner, outer, _)| (name(inner), name(outer))).collect();
    assert_eq!(pairs.last().map(|(_, outer)| outer.as_str()), Some("France"), "{pairs:?}");
    assert!(pairs.windows(2).all(|pair| pair[0].1 == pair[1].0), "a chain: {pairs:?}");
}

#[test]
fn a_disagreement_ties_the_claims_of_its_passages() {
    let outcome = testing::outcome(&[MET, DENIED]);
    let story = outcome.story();
    let mut knowledge = Knowledge::new(&story);
    let sides = story.facts.iter().filter(|fact| fact.predicate == "meet");
    let sides: Vec<_> = sides.map(|fact| vec![(fact.article, fact.span, fact.rule.as_str())]).collect();
    knowledge.disagree(&Disagreement { about: "polarity", severity: "error", message: "m", sides });
    let unread = vec![vec![(0, Span::new(0, 1), "core/name")], vec![(1, Span::new(0, 1), "core/name")]];
    knowledge.disagree(&Disagreement { about: "name", severity: "error", message: "m", sides: unread });
    let tied: Vec<_> = knowledge
        .edges()
        .filter_map(|(from, to, edge)| match edge {
            Edge::Conflicts { about, .. } => Some((*about, from, to)),
            _ => None,
        })
        .collect();
    assert_eq!(tied.len(), 2, "{tied:?}");
    assert!(matches!(tied[0], ("polarity", NodeId::Claim(_), NodeId::Claim(_))), "{tied:?}");
    assert_eq!(tied[1], ("name", NodeId::Source(0), NodeId::Source(1)));
}
