//! A simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991) and its contradictions.
//!
//! Nodes are events and one moment of reference; an edge from u to v with weight w says that v comes at most w seconds
//! after u. What cannot be is a cycle of negative weight. petgraph's Bellman-Ford tells whether there is one; the one
//! with the fewest steps is then sought by walks of growing length, since that is the one a reader can follow.

use petgraph::algo::find_negative_cycle;
use petgraph::graph::{DiGraph, NodeIndex};

/// The most steps a cycle is followed for.
const STEPS: usize = 8;

/// "`to` comes at most `seconds` after `from`."
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) seconds: i64,
}

/// The negative cycle with the fewest edges, as indices into `edges` in their order along the cycle; none where the
/// network is consistent or only longer cycles than a reader can follow contradict each other.
///
/// `nodes` is the number of nodes; edges that name others are left out. Takes time in the product of nodes and edges:
/// networks are kept small by the caller.
pub(super) fn shortest_contradiction(nodes: usize, edges: &[Edge]) -> Option<Vec<usize>> {
    if !contradictory(nodes, edges) {
        return None;
    }
    (0..nodes).filter_map(|start| cycle_through(nodes, edges, start)).min_by_key(Vec::len)
}

/// Whether any cycle is negative.
fn contradictory(nodes: usize, edges: &[Edge]) -> bool {
    let mut graph: DiGraph<(), f64> = DiGraph::with_capacity(nodes + 1, edges.len() + nodes);
    let list: Vec<NodeIndex> = (0..nodes).map(|_| graph.add_node(())).collect();
    for edge in edges {
        if let (Some(&from), Some(&to)) = (list.get(edge.from), list.get(edge.to)) {
            graph.add_edge(from, to, edge.seconds as f64);
        }
    }
    // Bellman-Ford sees what it can reach: a source before everything.
    let source = graph.add_node(());
    for &node in &list {
        graph.add_edge(source, node, 0.0);
    }
    find_negative_cycle(&graph, source).is_some()
}

/// The shortest negative closed walk through `start`.
fn cycle_through(nodes: usize, edges: &[Edge], start: usize) -> Option<Vec<usize>> {
    let mut distance: Vec<Option<i64>> = vec![None; nodes];
    *distance.get_mut(start)? = Some(0);
    let mut came: Vec<Vec<Option<usize>>> = Vec::with_capacity(STEPS);
    for _ in 0..STEPS {
        let mut next: Vec<Option<i64>> = vec![None; nodes];
        let mut by: Vec<Option<usize>> = vec![None; nodes];
        for (index, edge) in edges.iter().enumerate() {
            let Some(so_far) = distance.get(edge.from).copied().flatten() else { continue };
            let Some(slot) = next.get_mut(edge.to) else { continue };
            let reached = so_far.saturating_add(edge.seconds);
            if slot.is_none_or(|known| reached < known) {
                *slot = Some(reached);
                by[edge.to] = Some(index);
            }
        }
        came.push(by);
        if next[start].is_some_and(|length| length < 0) {
            return walk_back(edges, &came, start);
        }
        distance = next;
    }
    None
}

fn walk_back(edges: &[Edge], came: &[Vec<Option<usize>>], start: usize) -> Option<Vec<usize>> {
    let mut at = start;
    let mut cycle = Vec::with_capacity(came.len());
    for by in came.iter().rev() {
        let edge = by[at]?;
        cycle.push(edge);
        at = edges[edge].from;
    }
    cycle.reverse();
    Some(cycle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn before(first: usize, second: usize) -> Edge {
        Edge { from: second, to: first, seconds: -1 }
    }

    #[test]
    fn two_orders_of_two_events_contradict_each_other() {
        assert_eq!(shortest_contradiction(2, &[before(0, 1), before(1, 0)]).map(|cycle| cycle.len()), Some(2));
        assert_eq!(shortest_contradiction(2, &[before(0, 1), before(0, 1)]), None);
    }

    #[test]
    fn three_can_contradict_where_no_two_do() {
        let edges = [before(0, 1), before(1, 2), before(2, 0)];
        assert_eq!(shortest_contradiction(3, &edges).map(|cycle| cycle.len()), Some(3));
        assert_eq!(shortest_contradiction(3, &edges[..2]), None);
    }

    #[test]
    fn the_shortest_of_several_cycles_is_told() {
        let edges = [before(0, 1), before(1, 2), before(2, 0), before(1, 0)];
        assert_eq!(shortest_contradiction(3, &edges).map(|cycle| cycle.len()), Some(2));
    }

    #[test]
    fn lengths_can_contradict_each_other() {
        let edges = |most| [Edge { from: 0, to: 1, seconds: most }, Edge { from: 1, to: 0, seconds: -600 }];
        assert_eq!(shortest_contradiction(2, &edges(900)), None);
        assert!(shortest_contradiction(2, &edges(300)).is_some());
    }

    /// A time line of eight events and true statements on it.
    fn timelines() -> impl Strategy<Value = Vec<Edge>> {
        (
            proptest::collection::vec(0i64..100_000, 8),
            proptest::collection::vec((0usize..8, 0usize..8, 0i64..500), 0..30),
        )
            .prop_map(|(times, pairs)| {
                let edge = |(from, to, slack): (usize, usize, i64)| Edge {
                    from,
                    to,
                    seconds: times[to] - times[from] + slack,
                };
                pairs.into_iter().map(edge).collect()
            })
    }

    proptest! {
        #[test]
        fn what_is_true_of_one_time_line_never_contradicts_itself(edges in timelines()) {
            prop_assert_eq!(shortest_contradiction(8, &edges), None);
        }

        #[test]
        fn a_cycle_closes_and_is_negative(edges in proptest::collection::vec((0usize..6, 0usize..6, -50i64..50), 0..25)) {
            let edges: Vec<Edge> = edges.into_iter().map(|(from, to, seconds)| Edge { from, to, seconds }).collect();
            if let Some(cycle) = shortest_contradiction(6, &edges) {
                let total: i64 = cycle.iter().map(|&index| edges[index].seconds).sum();
                prop_assert!(total < 0);
                for (at, &index) in cycle.iter().enumerate() {
                    prop_assert_eq!(edges[index].to, edges[cycle[(at + 1) % cycle.len()]].from);
                }
            }
        }
    }
}
