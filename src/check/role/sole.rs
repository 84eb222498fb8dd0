//! Two people in one role of a thing that has no name of its own: the ferry's captain, the county engineer.
//!
//! [`super::holders`] knows whose an office is by name. Here the role's noun and that of its thing are known
//! (`rules/english/sole-roles.csv`), and that reports of one story speak of one such thing has to be shown: by the noun, by
//! what stands around, and by neither article knowing of a second one.

use super::holding::{Held, House, holder};
use super::{APART_DAYS, days_apart};
use crate::annotate::Article;
use crate::annotate::mention::Determination;
use crate::annotate::token::{Tag, Token};
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::check::table::{Classes, rows};
use crate::graph::{Identity, Story, shared, surroundings};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What two passages share around them that tell of one thing: where both name it by one noun, and where one does not.
const CONTEXT_NAMED: f32 = 1.5;
const CONTEXT_BARE: f32 = 2.0;
/// Of a role that has more holders than this only the first are compared.
const LARGEST_BUCKET: usize = 20;

/// A row of the table.
struct Row {
    kinds: Vec<&'static str>,
    things: Vec<&'static str>,
}

impl Row {
    fn knows(&self, noun: &str) -> bool {
        self.kinds.contains(&noun) || self.things.contains(&noun)
    }
}

/// The rows, and by title which of them it stands in.
static ROWS: LazyLock<(Vec<Row>, Classes)> = LazyLock::new(|| {
    let text = include_str!("../../../rules/english/sole-roles.csv");
    let titles = Classes::new(rows(text).filter_map(|row| row.split(',').next()));
    let words = |field: &'static str| field.split('|').filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let list = rows(text).map(|row| {
        let mut fields = row.split(',').skip(1);
        let [kinds, things] = [(); 2].map(|()| words(fields.next().unwrap_or_default()));
        Row { kinds, things }
    });
    (list.collect(), titles)
});

/// Somebody in a role.
struct Role<'h> {
    held: &'h Held,
    row: usize,
    /// The noun of what the role is of, where it is said.
    thing: Option<&'static str>,
}

/// The conflicts of roles that have one holder; whom `handovers` names is left out.
pub(super) fn conflicts(story: &Story, held: &[Held], handovers: &BTreeSet<Identity>) -> Vec<Conflict> {
    let mut by_row: BTreeMap<usize, Vec<Role>> = BTreeMap::new();
    for one in held.iter().filter(|one| one.office.standing.is_none() && !handovers.contains(&one.person)) {
        let title = one.office.title.to_lowercase();
        for &row in ROWS.1.of(&title) {
            let list = by_row.entry(row).or_default();
            if let Some(role) = read(story, one, row).filter(|_| list.len() < LARGEST_BUCKET) {
                list.push(role);
            }
        }
    }
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for list in by_row.values() {
        for (at, one) in list.iter().enumerate() {
            let against = list[at + 1..].iter().find(|two| two_holders(story, one, two, list));
            if let Some(two) = against {
                let mut people = [one.held.person, two.held.person];
                people.sort_unstable();
                if seen.insert(people) {
                    found.push(conflict(story, one, two));
                }
            }
        }
    }
    found
}

/// The role that an introduction names, where there is no room for a second holder.
fn read<'h>(story: &Story, held: &'h Held, row: usize) -> Option<Role<'h>> {
    let article = &story.articles[held.article];
    let phrase = holder(article, held.office.span)?;
    let tokens = &article.tokens[phrase.tokens.clone()];
    let office = tokens.iter().position(|token| token.span.start >= held.office.span.start)?;
    let (before, rest) = tokens.split_at(office);
    let indefinite = phrase.determination == Determination::Indefinite || phrase.plural;
    let former =
        before.iter().chain(rest).any(|token| matches!(token.lower.as_str(), "former" | "co" | "second" | "other"));
    if indefinite || former {
        return None;
    }
    let known = |token: &Token| {
        let row = &ROWS.0[row];
        row.kinds.iter().chain(&row.things).find(|noun| token.lemma == **noun || token.lower == **noun).copied()
    };
    let behind = phrase
        .complements
        .iter()
        .filter(|(preposition, _)| matches!(preposition.as_str(), "of" | "at" | "for" | "on"))
        .find_map(|&(_, inner)| known(&article.tokens[article.phrases[inner].head]));
    let thing = before.iter().rev().find_map(known).or_else(|| own(article, held).and_then(&known)).or(behind);
    // "The engineer" may be anybody's, "the county engineer" is one.
    let area = ROWS.0[row].kinds.first() == Some(&"county");
    let beside = before.last().and_then(known).is_some();
    (!area || beside).then_some(Role { held, row, thing })
}

/// The noun before "'s" right before the office: "the ferry's captain".
fn own<'a>(article: &'a Article, held: &Held) -> Option<&'a Token> {
    let at = article.tokens.partition_point(|token| token.span.start < held.office.span.start);
    let ending = at.checked_sub(1).filter(|&at| article.tokens[at].tag == Tag::PossessiveEnding)?;
    article.tokens.get(ending.checked_sub(1)?)
}

fn two_holders(story: &Story, one: &Role, two: &Role, all: &[Role]) -> bool {
    let (a, b) = (one.held, two.held);
    if a.article == b.article || a.person == b.person || days_apart(story, a.article, b.article) > APART_DAYS {
        return false;
    }
    let guessed = a.guessed || b.guessed;
    if !guessed && matches!((&a.of, &b.of), (Some(House::Known(x)), Some(House::Known(y))) if x != y) {
        return false;
    }
    let row = &ROWS.0[one.row];
    let apart = |x: &str, y: &str| x != y && row.things.contains(&x) && row.things.contains(&y);
    let named = match (one.thing, two.thing) {
        (Some(x), Some(y)) if apart(x, y) => return false,
        (Some(x), Some(y)) => x == y,
        _ => false,
    };
    let articles = [a.article, b.article].map(|at| &story.articles[at]);
    if one.thing.or(two.thing).is_none() || !named && several(row, articles) || plural(row, articles, one) {
        return false;
    }
    // An article that knows of two holders speaks of two things.
    let sole = |role: &Role| {
        all.iter().all(|other| other.held.article != role.held.article || other.held.person == role.held.person)
    };
    let around = |held: &Held| surroundings(story, held.article, held.span);
    let needed = if named { CONTEXT_NAMED } else { CONTEXT_BARE };
    sole(one) && sole(two) && shared(story, (a.article, &around(a)), (b.article, &around(b))) >= needed
}

/// Whether the articles name more than one of the things that the role may be of.
fn several(row: &Row, articles: [&Article; 2]) -> bool {
    let nouns = articles.iter().flat_map(|article| &article.tokens).map(|token| token.lemma.as_str());
    let named: BTreeSet<&str> = nouns.filter(|noun| row.things.contains(noun)).collect();
    named.len() > 1
}

/// Whether an article speaks of several holders or things: "the captains", "both buses".
fn plural(row: &Row, articles: [&Article; 2], role: &Role) -> bool {
    let title = role.held.office.title.to_lowercase();
    let last = title.rsplit(' ').next().unwrap_or_default();
    let mut tokens = articles.iter().flat_map(|article| &article.tokens);
    tokens.any(|token| {
        matches!(token.tag, Tag::NounPlural)
            && (token.lemma == last || row.knows(&token.lemma) && role.thing == Some(token.lemma.as_str()))
    })
}

fn conflict(story: &Story, one: &Role, two: &Role) -> Conflict {
    let name = |role: &Role| story.identities.party(role.held.person).name.clone();
    let title = one.held.office.title.to_lowercase();
    let thing = one.thing.or(two.thing).unwrap_or_default();
    let side = |role: &Role| {
        let place = Place { article: role.held.article, span: role.held.span, rule: "core/office".to_owned() };
        support::side(story, name(role), vec![place])
    };
    Conflict {
        check: Check::Role,
        severity: Severity::Warning,
        message: format!("{title} ({thing}) is {} or {}", name(one), name(two)),
        explanation: vec![
            format!("articles of the same weeks introduce {} and {} as {title}", name(one), name(two)),
            format!("what stands around them tells of one {thing}, and neither article knows of a second {title}"),
        ],
        sides: vec![side(one), side(two)],
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const LIND: &str = "The ferry struck a rock off Brenn on Monday. The ferry's captain, Mia Lind, told \
                        the coast guard of Brenn that a light was out.";

    #[test]
    fn a_ferry_has_one_captain() {
        let other = |whose: &str| {
            format!("The ferry struck a rock off Brenn on Monday. {whose}, Jens Holt, called the coast guard of Brenn.")
        };
        assert_conflict(Check::Role, Severity::Warning, LIND, &other("The captain of the ferry"));
        assert_quiet(LIND, &other("The captain of a tug"));
        assert_quiet(LIND, &other("The tug's captain"));
        assert_quiet(LIND, &other("The former captain of the ferry"));
        assert_quiet(LIND, &other("A captain"));
        assert_quiet(LIND, &other("Both ferries were in port. The captain of the second ferry"));
    }

    #[test]
    fn a_county_has_one_engineer() {
        let lind = "“It was not safe,” said Mia Lind, the Ardley County engineer, of the bridge in Brenn on Monday.";
        let other = |who: &str| format!("The bridge in Brenn has a crack, according to Jens Holt, {who}, on Monday.");
        assert_conflict(Check::Role, Severity::Warning, lind, &other("the county engineer"));
        assert_quiet(lind, &other("an engineer with the county"));
        assert_quiet(lind, &other("the engineer"));
        assert_quiet(lind, &other("the deputy county engineer"));
    }
}
