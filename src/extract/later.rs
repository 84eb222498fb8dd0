//! Rules that use what an earlier rule found: "Ruiz met Wei in Oslo. The talks lasted three hours."
//!
//! Such rules run after those they wait for, level by level, and only in sentences where one of these found something or
//! in the sentence after it. A rule that does not find what it waits for makes no claim.

use super::{Claim, Filler, View, clauses, sentences};
use crate::pack::CompiledRule;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Claims of one sentence that later rules may use; more of one sentence are no news.
const MOST: usize = 32;

/// What earlier rules found, by sentence.
#[derive(Default)]
pub(super) struct Earlier(BTreeMap<usize, Vec<(CompactString, usize, Vec<Filler>)>>);

impl Earlier {
    /// What a rule can use of some claims.
    pub(super) fn of(rule: &CompiledRule, claims: &[Claim]) -> Self {
        Self::among(&rule.after.iter().collect(), claims)
    }

    fn among(awaited: &BTreeSet<&CompactString>, claims: &[Claim]) -> Self {
        let mut earlier = Self::default();
        for claim in claims.iter().filter(|claim| awaited.contains(&claim.rule)) {
            let list = earlier.0.entry(claim.sentence).or_default();
            if list.len() < MOST {
                list.push((claim.rule.clone(), claim.span.start, claim.roles.clone()));
            }
        }
        earlier
    }
}

/// Adds the claims of all rules that wait for others.
pub(super) fn claims(view: View<'_>, found: &mut Vec<Claim>) {
    for level in 1..=view.library.levels() {
        let awaited: BTreeSet<&CompactString> =
            view.library.rules.iter().filter(|rule| rule.level == level).flat_map(|rule| &rule.after).collect();
        let earlier = Earlier::among(&awaited, found);
        let places: BTreeSet<usize> = earlier.0.keys().flat_map(|&sentence| [sentence, sentence + 1]).collect();
        let view = View { level, earlier: Some(&earlier), ..view };
        for sentence in places {
            let first = view.article.clauses.partition_point(|clause| clause.sentence < sentence);
            let all = view.article.clauses[first..].iter();
            let count = all.take_while(|clause| clause.sentence == sentence).count();
            for clause in first..first + count {
                clauses::claims(view, clause, found);
            }
            sentences::claims(view, sentence, found);
        }
    }
}

impl View<'_> {
    /// Adds to `roles` what the nearest earlier claim gives them; `false` where the rule waits for one and there is none.
    ///
    /// The nearest is the last that begins at or before byte `start` in the same sentence, failing that the last of the
    /// sentence before.
    pub(super) fn take(self, rule: &CompiledRule, sentence: usize, start: usize, roles: &mut Vec<Filler>) -> bool {
        if rule.after.is_empty() {
            return true;
        }
        let Some(earlier) = self.earlier else { return false };
        let of = |sentence: usize| earlier.0.get(&sentence).map_or(&[][..], Vec::as_slice);
        let awaited = |(id, _, _): &&(CompactString, usize, Vec<Filler>)| rule.after.contains(id);
        let here = of(sentence).iter().filter(|(_, at, _)| *at <= start);
        let before = sentence.checked_sub(1).map_or(&[][..], of).iter();
        let Some((_, _, fillers)) = before.filter(awaited).chain(here.filter(awaited)).max_by_key(|(_, at, _)| *at)
        else {
            return false;
        };
        for (own, theirs) in &rule.take {
            if roles.iter().all(|filler| filler.role != *own) {
                let taken = fillers.iter().filter(|filler| filler.role == *theirs);
                roles.extend(taken.map(|filler| Filler { role: own.clone(), ..filler.clone() }));
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::claims;
    use crate::pack::Library;
    use crate::pack::testing::ClaimText;
    use crate::source::DocumentId;
    use crate::testing::read;

    const PACK: &str = "pack: p
predicates:
  meet: {roles: {agent: person, with: person}}
  length: {roles: {agent: person, with: person, duration: duration}}
  fruit: {roles: {who: person, what: thing}}
claims:
  - {id: fruit, predicate: fruit, match: '{:thing of talk} <yield> {what:thing}', after: lasted, take: {who: agent}}
  - {id: lasted, predicate: length, match: '{:thing of talk} <last> {duration:duration}', after: met, take: [agent, with]}
  - {id: met, predicate: meet, match: '{agent:person} <meet> {with:person}'}
";

    #[track_caller]
    fn found(text: &str, predicate: &str) -> Vec<String> {
        let library = match Library::from_texts(&[("p.yaml", PACK)], false) {
            Ok(library) => library,
            Err(problems) => unreachable!("{problems:?}"),
        };
        let article = read(text);
        let claims = claims(&article, DocumentId(0), &library);
        let own = claims.iter().filter(|claim| claim.predicate == predicate);
        own.map(|claim| ClaimText::of(&article, claim).to_string()).collect()
    }

    #[test]
    fn a_rule_takes_roles_of_what_stands_before_it() {
        let met = "Ana Ruiz met Li Wei in Oslo.";
        let length = ["{agent: Ana Ruiz, duration: three hours, with: Li Wei}"];
        assert_eq!(found(&format!("{met} The talks lasted three hours."), "length"), length);
        assert_eq!(found(&format!("{met} It rained. The talks lasted three hours."), "length"), [""; 0]);
        assert_eq!(found("The talks lasted three hours.", "length"), [""; 0]);
    }

    #[test]
    fn the_nearest_is_taken_and_levels_build_on_one_another() {
        let text =
            "Mia Falk met Omar Haddad. Ana Ruiz met Li Wei. The talks lasted three hours. The talks yielded a map.";
        assert_eq!(found(text, "length"), ["{agent: Ana Ruiz, duration: three hours, with: Li Wei}"]);
        assert_eq!(found(text, "fruit"), ["{what: a map, who: Ana Ruiz}"]);
    }

    #[test]
    fn rules_that_wait_for_one_another_are_refused() {
        let text = PACK.replace("match: '{agent:person} <meet>", "after: fruit, match: '{agent:person} <meet>");
        let problems = Library::from_texts(&[("p.yaml", &text)], false).err().unwrap_or_default();
        assert!(problems.iter().any(|problem| problem.message.contains("wait for one another")), "{problems:?}");
    }
}
