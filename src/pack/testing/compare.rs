//! A claim as an example writes it, and the difference between what was expected and what was found.

use crate::annotate::Article;
use crate::annotate::time::{Grain, TimeValue};
use crate::annotate::verb::{Modality, Polarity};
use crate::extract::{Claim, Value};
use crate::pack::node::Node;
use crate::pack::values;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A claim in words: each role with the texts that fill it. A filler can be written in several ways (as worded,
/// by the entity's name, as an ISO date); any of them will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimText {
    /// Roles, and `polarity`, `modality`, `status` and `speaker` where they are not the usual ones.
    pub roles: BTreeMap<String, Vec<Vec<String>>>,
}

impl ClaimText {
    /// What an example may state of a claim beside its roles.
    pub(super) const MANNER: &'static [&'static str] = &["polarity", "modality", "status", "speaker"];

    /// As an example writes it.
    pub(super) fn read(node: &Node) -> Self {
        let mut roles = BTreeMap::new();
        for (role, value) in node.entries() {
            let fillers: Vec<Vec<String>> = value.texts().map(|text| vec![text.to_owned()]).collect();
            let usual = matches!(
                (role.text(), value.text()),
                (Some("polarity"), Some("positive")) | (Some("modality"), Some("actual"))
            );
            if !usual {
                roles.insert(role.text().unwrap_or("").to_owned(), fillers);
            }
        }
        Self { roles }
    }

    /// As the program found it.
    #[must_use]
    pub fn of(article: &Article, claim: &Claim) -> Self {
        let mut roles: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for filler in &claim.roles {
            let mut ways = vec![filler.span.of(&article.document.text).to_owned()];
            match filler.value {
                Value::Mention(mention) => {
                    let entity = article.mentions.get(mention).and_then(|mention| mention.entity);
                    if let Some(entity) = entity.and_then(|entity| article.entities.get(entity.0 as usize)) {
                        ways.insert(0, entity.name.clone());
                        ways.extend(entity.names.iter().cloned());
                    }
                }
                Value::Time(time) => {
                    if let Some(value) = article.times.get(time).and_then(|time| time.value) {
                        ways.extend(iso(&value));
                    }
                }
                Value::Quantity(quantity) => {
                    if let Some(quantity) = article.quantities.get(quantity) {
                        ways.push(quantity.low.to_string());
                    }
                }
                Value::Phrase(_) | Value::Quote(_) | Value::Words => {}
            }
            roles.entry(filler.role.to_string()).or_default().push(ways);
        }
        let mut manner = |name: &str, value: &str| {
            roles.insert(name.to_owned(), vec![vec![value.to_owned()]]);
        };
        if claim.polarity == Polarity::Negative {
            manner("polarity", values::polarity_name(claim.polarity));
        }
        if claim.modality != Modality::Actual {
            manner("modality", values::modality_name(claim.modality));
        }
        if let Some(status) = claim.status {
            manner("status", values::status_name(status));
        }
        if let Some(speaker) = &claim.attribution {
            manner("speaker", speaker.span.of(&article.document.text));
        }
        Self { roles }
    }

    /// Whether `found` is what is expected here. A speaker need not be named.
    fn fits(&self, found: &Self) -> bool {
        self.differing(found).is_empty()
    }

    /// The roles in which `found` is not what is expected here.
    fn differing<'a>(&'a self, found: &'a Self) -> Vec<&'a str> {
        let roles: BTreeSet<&String> = self.roles.keys().chain(found.roles.keys()).collect();
        let differs = |role: &&String| match (self.roles.get(*role), found.roles.get(*role)) {
            (Some(expected), Some(fillers)) => !filled(expected, fillers),
            (None, _) => *role != "speaker",
            (Some(_), None) => true,
        };
        roles.into_iter().filter(differs).map(String::as_str).collect()
    }

    /// What fills one role, in words.
    fn written(&self, role: &str) -> String {
        let Some(fillers) = self.roles.get(role) else { return "nothing".to_owned() };
        let texts = fillers.iter().map(|ways| match ways.as_slice() {
            [words, value, ..] if role == "time" => format!("{words} = {value}"),
            ways => ways.first().cloned().unwrap_or_default(),
        });
        let texts: Vec<String> = texts.collect();
        if let [one] = texts.as_slice() { one.clone() } else { format!("[{}]", texts.join(", ")) }
    }
}

/// Whether every filler expected is there, and no more.
fn filled(expected: &[Vec<String>], found: &[Vec<String>]) -> bool {
    let there = |wanted: &Vec<String>| {
        let wanted = wanted.first();
        found.iter().any(|ways| wanted.is_some_and(|wanted| ways.iter().any(|way| same(way, wanted))))
    };
    expected.len() == found.len() && expected.iter().all(there)
}

impl fmt::Display for ClaimText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let roles: Vec<String> = self.roles.keys().map(|role| format!("{role}: {}", self.written(role))).collect();
        write!(formatter, "{{{}}}", roles.join(", "))
    }
}

/// Whether two wordings are the same; the article of a name is part of none.
fn same(way: &str, wanted: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'");
    let (way, wanted) = (words(way), words(wanted));
    way.strip_prefix("the ").unwrap_or(&way) == wanted.strip_prefix("the ").unwrap_or(&wanted)
}

/// A time as ISO 8601 writes it, as precisely as it is known; then the other ways in which an example may write it.
fn iso(value: &TimeValue) -> Vec<String> {
    let Some(from) = value.from else { return Vec::new() };
    let date = from.date();
    let day = date.to_string();
    let month = format!("{:04}-{:02}", date.year(), date.month());
    let year = format!("{:04}", date.year());
    let moment = format!("{date}T{:02}:{:02}", from.hour(), from.minute());
    match value.grain {
        Grain::Year | Grain::Decade => vec![year, month, day, moment],
        Grain::Month | Grain::Season | Grain::Quarter => vec![month, year, day, moment],
        Grain::Day | Grain::Days | Grain::Week => vec![day, month, year, moment],
        _ => vec![moment, day, month, year],
    }
}

/// What is missing (`-`), what is too much (`+`), and in what the two of them differ that are most alike (`≠`); nothing
/// where all is as expected.
pub(super) fn difference(expected: &[ClaimText], found: &[ClaimText]) -> Vec<String> {
    let mut left: Vec<&ClaimText> = found.iter().collect();
    let mut missing = Vec::new();
    for claim in expected {
        match left.iter().position(|found| claim.fits(found)) {
            Some(at) => {
                left.remove(at);
            }
            None => missing.push(claim),
        }
    }
    let mut lines = Vec::new();
    for claim in missing {
        lines.push(format!("- {claim}"));
        let nearest = (0..left.len()).min_by_key(|&at| claim.differing(left[at]).len());
        if let Some(at) = nearest.filter(|&at| claim.differing(left[at]).len() <= claim.roles.len().div_ceil(2)) {
            let other = left.remove(at);
            lines.push(format!("+ {other}"));
            lines.extend(
                claim
                    .differing(other)
                    .into_iter()
                    .map(|role| format!("  ≠ {role}: expected {}, found {}", claim.written(role), other.written(role))),
            );
        }
    }
    lines.extend(left.iter().map(|claim| format!("+ {claim}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(roles: &[(&str, &str)]) -> ClaimText {
        let roles = roles.iter().map(|(role, text)| ((*role).to_owned(), vec![vec![(*text).to_owned()]]));
        ClaimText { roles: roles.collect() }
    }

    #[test]
    fn a_difference_names_the_role_in_which_two_claims_differ() {
        let expected = [claim(&[("agent", "Ana"), ("place", "Oslo")]), claim(&[("agent", "Li")])];
        let found = [claim(&[("agent", "ana"), ("place", "Paris")]), claim(&[("who", "Bo"), ("speaker", "she")])];
        assert_eq!(
            difference(&expected, &found),
            [
                "- {agent: Ana, place: Oslo}",
                "+ {agent: ana, place: Paris}",
                "  ≠ place: expected Oslo, found Paris",
                "- {agent: Li}",
                "+ {speaker: she, who: Bo}",
            ]
        );
        assert!(difference(&expected, &expected).is_empty());
    }
}
