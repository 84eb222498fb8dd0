//! The best local alignment of two lists of words (Smith and Waterman, 1981).

use super::words::Word;

/// The pairs of words of the best local alignment, in order.
///
/// A match earns 2, a word without partner costs 1 and nothing at a gap, a changed word costs 1.
pub(super) fn pairs(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut score = vec![0i32; (a.len() + 1) * width];
    let mut best = (0, 0, 0);
    let gap = |words: &[Word], at: usize| words.get(at).is_some_and(|word| word.gap);
    let step = |score: &[i32], i: usize, j: usize| -> (i32, Step) {
        let diagonal = score[(i - 1) * width + j - 1];
        let both = if a[i - 1].same(&b[j - 1]) { diagonal + 2 } else { diagonal - 1 };
        // At a gap of the other side words may be missing for nothing.
        let skip_a = score[(i - 1) * width + j] - i32::from(!gap(b, j));
        let skip_b = score[i * width + j - 1] - i32::from(!gap(a, i));
        if both >= skip_a && both >= skip_b {
            (both, Step::Both)
        } else if skip_a >= skip_b {
            (skip_a, Step::SkipA)
        } else {
            (skip_b, Step::SkipB)
        }
    };
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let value = step(&score, i, j).0.max(0);
            score[i * width + j] = value;
            if value > best.0 {
                best = (value, i, j);
            }
        }
    }
    let (_, mut i, mut j) = best;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 && score[i * width + j] > 0 {
        match step(&score, i, j).1 {
            Step::Both => {
                if a[i - 1].same(&b[j - 1]) {
                    pairs.push((i - 1, j - 1));
                }
                (i, j) = (i - 1, j - 1);
            }
            Step::SkipA => i -= 1,
            Step::SkipB => j -= 1,
        }
    }
    pairs.reverse();
    pairs
}

enum Step {
    Both,
    SkipA,
    SkipB,
}
