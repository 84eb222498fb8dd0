//! Where each node of a layered drawing stands: its layer is given, its row is chosen so that few lines cross.
//!
//! Rows follow the barycentre of neighbours (Sugiyama, Tagawa and Toda, 1981), a fixed number of sweeps to the right
//! and to the left, and rows never overlap. Time grows with the lines, and with the nodes of a layer times their
//! logarithm.

/// Sweeps over all layers, there and back.
const SWEEPS: usize = 4;

/// The row of each node, from 0; each row of a layer holds one node at most.
///
/// `layers` gives each node's layer, `lines` the pairs of nodes that are tied.
pub(super) fn rows(layers: &[usize], lines: &[(usize, usize)]) -> Vec<usize> {
    let count = layers.iter().max().map_or(0, |&last| last + 1);
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); count];
    layers.iter().enumerate().for_each(|(node, &layer)| columns[layer].push(node));
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); layers.len()];
    for &(one, other) in lines.iter().filter(|(one, other)| layers[*one] != layers[*other]) {
        neighbours[one].push(other);
        neighbours[other].push(one);
    }
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut place = vec![0.0_f64; layers.len()];
    for column in &columns {
        spread(column, tallest, &mut place);
    }
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        for step in 0..count {
            let layer = if forward { step } else { count - 1 - step };
            let weight = |&node: &usize| {
                let seen = neighbours[node].iter().filter(|&&other| (layers[other] < layer) == forward);
                let (sum, number) = seen.fold((0.0, 0), |(sum, number), &other| (sum + place[other], number + 1));
                if number == 0 { place[node] } else { sum / f64::from(number) }
            };
            let mut weighed: Vec<(f64, usize)> = columns[layer].iter().map(|node| (weight(node), *node)).collect();
            weighed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            columns[layer] = weighed.into_iter().map(|(_, node)| node).collect();
            spread(&columns[layer], tallest, &mut place);
        }
    }
    place.iter().map(|&place| place as usize).collect()
}

/// Spreads a column evenly over the height of the tallest.
fn spread(column: &[usize], tallest: usize, place: &mut [f64]) {
    let height = column.len().max(1);
    for (number, &node) in column.iter().enumerate() {
        place[node] = ((2 * number + 1) * tallest / (2 * height)) as f64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn lines_that_would_cross_are_untangled() {
        // Two columns of two, tied crosswise.
        let rows = rows(&[0, 0, 1, 1], &[(0, 3), (1, 2)]);
        assert_eq!((rows[0] < rows[1]), (rows[3] < rows[2]));
    }

    proptest! {
        #[test]
        fn no_two_nodes_share_a_place(
            layers in proptest::collection::vec(0usize..5, 1..60),
            lines in proptest::collection::vec((0usize..60, 0usize..60), 0..90),
        ) {
            let lines: Vec<_> =
                lines.into_iter().filter(|&(a, b)| a < layers.len() && b < layers.len()).collect();
            let rows = rows(&layers, &lines);
            let places: BTreeSet<_> = layers.iter().zip(&rows).collect();
            prop_assert_eq!(places.len(), layers.len());
        }
    }
}
