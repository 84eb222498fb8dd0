//! Two places, times, figures or parties of which one occurrence has one.

use super::Finding;
use super::occurrence::{ANOTHER_TIME, PLANNED_CONTEXT, SOME_CONTEXT, both_planned, by_name, same_occurrence};
use super::pair::Pair;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::quantity::{Comparison, Quantity};
use crate::annotate::time::Grain;
use crate::annotate::verb::Polarity;
use crate::check::claims::moment::{in_passing, told_relatively};
use crate::check::conflict::{Check, Severity};
use crate::check::support;
use crate::graph::{Compared, Fact, Likeness, Role, Story, Term, compare_parties, parties_around};
use crate::pack::{Lasting, PredicateKind};

/// Two places, times, figures or parties for one occurrence.
pub(super) fn one_value(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, ref comparing, .. } = *pair;
    let planned = both_planned(pair);
    if a.polarity != b.polarity || a.polarity == Polarity::Negative || !pair.both_happened() && !planned {
        return None;
    }
    if a.status.is_some() || b.status.is_some() {
        return None;
    }
    let different: Vec<&Compared> =
        comparing.roles.iter().filter(|role| role.likeness == Likeness::Different).collect();
    match (different.as_slice(), comparing.time) {
        ([], Likeness::Different) if !told_relatively(story, a) && !told_relatively(story, b) => time(pair),
        ([one], Likeness::Same | Likeness::Unknown) => role(pair, one),
        _ => None,
    }
}

fn time(pair: &Pair) -> Option<Finding> {
    let Pair { a, b, predicate, ref comparing, .. } = *pair;
    let once = predicate.is_some_and(|predicate| {
        predicate.has_one("time") && (predicate.lasts == Lasting::Always || predicate.kind == PredicateKind::Event)
    });
    if !once || !pair.across() || !same_occurrence(pair, "time") {
        return None;
    }
    let (x, y) = (a.when.as_ref()?, b.when.as_ref()?);
    // A year against another year is another time round; within a news cycle it is one event.
    let grain = x.value.grain.max(y.value.grain);
    // "The first to die this century" says of which years there was no other, not when it was.
    if grain > Grain::Year {
        return None;
    }
    let coarse = grain > Grain::Month;
    let lasting = predicate.is_some_and(|predicate| predicate.lasts == Lasting::Always);
    // The same month of another year is a slip sooner than another time.
    let apart = x.value.from.zip(y.value.from).is_some_and(|(one, two)| {
        (one.date() - two.date()).get_days().abs() > ANOTHER_TIME && one.month() != two.month()
    });
    if (coarse || apart) && !lasting {
        return None;
    }
    Some(Finding {
        check: Check::Time,
        severity: Severity::Error,
        role: "time".to_owned(),
        fillers: None,
        comparing: comparing.clone(),
        law: "one occurrence has one time".to_owned(),
    })
}

fn role(pair: &Pair, one: &Compared) -> Option<Finding> {
    let Pair { story, a, b, predicate, ref comparing, .. } = *pair;
    let (mine, theirs) = (&a.roles[one.first], &b.roles[one.second]);
    let figure = matches!(mine.term, Term::Quantity(_));
    let place = matches!((&mine.term, &theirs.term), (Term::Party(x), Term::Party(_))
        if story.identities.party(*x).kind == EntityKind::Place);
    let declared = predicate.is_some_and(|predicate| predicate.has_one(&one.role));
    if !declared && predicate.is_some() || predicate.is_none() && !(figure || one.role == "place") {
        return None;
    }
    if !same_occurrence(pair, &one.role) {
        return None;
    }
    if predicate.is_none() && !pair.across() {
        return None;
    }
    // What rests on a common noun alone ("a quake", "the ceremony") may be another one.
    if !by_name(a, comparing) && pair.across() && pair.context() < SOME_CONTEXT {
        return None;
    }
    let party = comparing
        .roles
        .iter()
        .any(|role| role.likeness == Likeness::Same && matches!(a.roles[role.first].term, Term::Party(_)));
    // What holds for good holds of what has a name: "the film" may be another film on the same day.
    let for_good = predicate.is_some_and(|predicate| predicate.lasts == Lasting::Always);
    if figure && !party && pair.across() && (names_more(story, a, b) || names_more(story, b, a)) {
        return None;
    }
    let known = figure && pair.context() >= WELL_KNOWN;
    if !party && (a.dated != b.dated && !known || for_good) {
        return None;
    }
    if figure && (beyond_total(story, (a, mine), (b, theirs)) || beyond_total(story, (b, theirs), (a, mine))) {
        return None;
    }
    if figure && (gives_both(story, a, mine, (b, theirs)) || gives_both(story, b, theirs, (a, mine))) {
        return None;
    }
    let dated = comparing.time == Likeness::Same;
    if figure && !dated && (in_passing(story, a) || in_passing(story, b)) {
        return None;
    }
    // What is still to come is known by what stands around it; a figure of it may be that of a part.
    if !pair.both_happened() && (figure || pair.context() < PLANNED_CONTEXT) {
        return None;
    }
    let check = if figure {
        Check::Quantity
    } else if one.role == "place" || place {
        Check::Place
    } else if predicate.is_some_and(|predicate| predicate.single_holder.contains(&one.role)) {
        Check::Role
    } else {
        Check::Participant
    };
    Some(Finding {
        check,
        severity: if declared { Severity::Error } else { Severity::Warning },
        role: one.role.to_string(),
        fillers: Some((one.first, one.second)),
        comparing: comparing.clone(),
        law: format!("one occurrence has one {}", one.role),
    })
}

/// "26 of the airline's 41 flights from Porto" beside "214 flights": whether a figure is a part of a total that the other
/// lies beyond.
fn beyond_total(story: &Story, (fact, own): (&Fact, &Role), (other, theirs): (&Fact, &Role)) -> bool {
    let (Term::Quantity(own), Term::Quantity(theirs)) = (&own.term, &theirs.term) else { return false };
    let article = &story.articles[fact.article];
    let value = story.articles[other.article].quantities[*theirs].low;
    support::total(article, article.quantities[*own].span).is_some_and(|total| total.high < value)
}

/// "£40,000 in damages and £90,000 in costs": the claim's sentence gives the other claim's figure beside its own.
fn gives_both(story: &Story, fact: &Fact, own: &Role, (other, theirs): (&Fact, &Role)) -> bool {
    let (Term::Quantity(own), Term::Quantity(theirs)) = (&own.term, &theirs.term) else { return false };
    let article = &story.articles[fact.article];
    let wanted = &story.articles[other.article].quantities[*theirs];
    let beside = support::figures(article, support::sentence(article, article.quantities[*own].span));
    let same = |quantity: &&Quantity| quantity.unit == wanted.unit && quantity.counted == wanted.counted;
    beside.iter().filter(same).any(|quantity| quantity.compare(wanted) == Comparison::Same)
}

/// Whether the words of a claim name somebody or something that the passage around the other does not: "2,500 people from
/// the village of Ash" are some of the 9,000 of the valley.
fn names_more(story: &Story, a: &Fact, b: &Fact) -> bool {
    let article = &story.articles[a.article];
    let first = article.mentions.partition_point(|mention| mention.span.start < a.span.start);
    let own = article.mentions[first..].iter().take_while(|mention| mention.span.start < a.span.end);
    let named = own.filter(|mention| mention.form == MentionForm::Name);
    let mut parties = named.filter_map(|mention| story.identities.of(a.article, mention.entity?));
    parties.any(|party| {
        parties_around(story, b).all(|other| compare_parties(&story.identities, party, other) != Likeness::Same)
    })
}

/// How much of their surroundings two claims share that name no party themselves, and of which one only is dated.
const WELL_KNOWN: f32 = 2.5;
