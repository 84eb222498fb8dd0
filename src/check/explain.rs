//! The examples in the checks' explanations, as data, so that they can be held against what the checks do.

use super::Check;

/// Two pairs of passages, each pair as two reports of one story would have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Examples {
    /// A pair for which the check fires.
    pub fires: [&'static str; 2],
    /// A pair for which it does not.
    pub silent: [&'static str; 2],
}

/// The examples of a check; `None` where its text does not hold two pairs, which a test rules out.
#[must_use]
pub fn examples(check: Check) -> Option<Examples> {
    let (_, text) = check.explanation().split_once("\n## Fires\n")?;
    let (fires, silent) = text.split_once("\n## Does not fire\n")?;
    Some(Examples { fires: pair(fires)?, silent: pair(silent)? })
}

/// The first two quoted lines.
fn pair(text: &'static str) -> Option<[&'static str; 2]> {
    let mut quoted = text.lines().filter_map(|line| line.strip_prefix("> "));
    Some([quoted.next()?, quoted.next()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn the_checks_do_as_their_explanations_say() {
        for &check in Check::ALL {
            let Some(Examples { fires, silent }) = examples(check) else { unreachable!("{check}") };
            let found = |[one, two]: [&str; 2]| {
                let found = testing::conflicts(&[("a.txt", testing::DAY, one), ("b.txt", testing::DAY, two)]);
                found.iter().map(|conflict| conflict.check).collect::<Vec<_>>()
            };
            assert_eq!(found(fires), [check], "{fires:?}");
            assert_eq!(found(silent), [], "{check}: {silent:?}");
        }
    }

    #[test]
    fn every_check_has_two_pairs() {
        for &check in Check::ALL {
            let found = examples(check);
            assert!(found.is_some_and(|pairs| pairs.fires != pairs.silent), "{check}: {found:?}");
        }
    }
}
