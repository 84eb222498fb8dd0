//! What a declared check says: its message with the claims' words in it, and the steps that led there.

use super::Finding;
use super::relation::Difference;
use crate::annotate::verb::Polarity;
use crate::check::support;
use crate::extract::Filler;
use crate::graph::{Fact, Story, Term};
use crate::pack::{PackCheck, Relation};
use crate::source::Span;

/// What each claim answers to the question of the check.
pub(super) fn values(story: &Story, check: &PackCheck, (a, b): (&Fact, &Fact), difference: &Difference) -> [String; 2] {
    if difference.relation == Relation::Opposite {
        let denied = |fact: &Fact| match fact.polarity {
            Polarity::Negative => format!("not: {}", fact.predicate),
            Polarity::Positive => fact.predicate.to_string(),
        };
        return [denied(a), denied(b)];
    }
    let named = |fact: &Fact, role: &str, span: Option<Span>| {
        let value = span.map_or_else(String::new, |span| support::words(&story.articles[fact.article], span, 60));
        let party = fact.roles.iter().find(|filled| filled.name == role && Some(filled.span) == span);
        match party.map(|filled| &filled.term) {
            Some(Term::Party(identity)) => story.identities.party(*identity).name.clone(),
            _ => value,
        }
    };
    let spans = difference.spans;
    let mut one = named(a, &difference.roles.left, spans.map(|spans| spans.0));
    let mut two = named(b, &difference.roles.right, spans.map(|spans| spans.1));
    // Two predicates may answer in the same words, "18 months" of one thing and of another.
    if check.compare.0 != check.compare.1 {
        one = format!("{}: {one}", difference.roles.left);
        two = format!("{}: {two}", difference.roles.right);
    }
    [one, two]
}

/// The check's message, `{role}` and `{other.role}` filled in; the clause in question where the pack gives none.
pub(super) fn message(story: &Story, check: &PackCheck, (a, b): (&Fact, &Fact), difference: &Difference) -> String {
    if check.message.is_empty() {
        let [one, two] = values(story, check, (a, b), difference);
        return format!("{one} or {two}: “{}”", support::words(&story.articles[a.article], a.span, 90));
    }
    let mut text = String::new();
    let mut rest = check.message.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        let words = match name.strip_prefix("other.") {
            Some(role) => filled(story, b, role),
            None => filled(story, a, name),
        };
        text.push_str(&words);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The words of a role, a party by its name; "…" where the claim does not fill it.
fn filled(story: &Story, fact: &Fact, role: &str) -> String {
    let named = fact.roles.iter().find(|filled| filled.name == role);
    if let Some(Term::Party(identity)) = named.map(|filled| &filled.term) {
        return story.identities.party(*identity).name.clone();
    }
    let filler = story.claims[fact.claim].roles.iter().find(|filler| filler.role == role);
    filler.map_or_else(
        || "…".to_owned(),
        |filler: &Filler| support::words(&story.articles[fact.article], filler.span, 60),
    )
}

/// The steps: what each claim says, in what they agree, what softens it, and the law.
pub(super) fn explanation(story: &Story, check: &PackCheck, (a, b): (&Fact, &Fact), finding: &Finding) -> Vec<String> {
    let mut lines: Vec<String> = [a, b]
        .iter()
        .map(|fact| {
            let article = &story.articles[fact.article];
            let roles = story.claims[fact.claim].roles.iter();
            let roles: Vec<String> =
                roles.map(|filler| format!("{} “{}”", filler.role, support::words(article, filler.span, 40))).collect();
            format!("{}: {} claims {}: {}", support::outlet(article), fact.rule, fact.predicate, roles.join(", "))
        })
        .collect();
    let same: Vec<String> =
        check
            .same
            .iter()
            .map(|pair| {
                if pair.left == pair.right { pair.left.to_string() } else { format!("{} = {}", pair.left, pair.right) }
            })
            .collect();
    if !same.is_empty() {
        lines.push(format!("they agree in {}, so it is taken for one occurrence", support::join(&same)));
    }
    lines.extend(finding.softened.iter().map(|reason| format!("only worth a look, since {reason}")));
    if !check.why.is_empty() {
        lines.push(check.why.clone());
    }
    lines.push(format!("the check is {}", check.id));
    lines
}
