//! Whether two claims are of one occurrence and contradict each other there.
//!
//! Precision first: what is not known to agree does not agree. One difference is what a conflict is made of, two mean
//! another event, and a figure, place or time is held against another only where the predicate says that one
//! occurrence has one of it, or the wording leaves no other reading.

use super::moment::{
    in_passing, named_apart, of_last_round, passed, repeated, so_far, speaks_of_old, stale, told_relatively,
};
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::quantity::{Comparison, Quantity};
use crate::annotate::time::Grain;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::check::conflict::{Check, Severity};
use crate::extract::Status;
use crate::graph::{
    Compared, Comparing, Fact, Likeness, Role, Story, Term, compare, compare_parties, context, of_strangers, only_one,
    out_of_news, parties_around, told_apart,
};
use crate::pack::{Lasting, Predicate, PredicateKind};

/// What two claims contradict each other in.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) check: Check,
    pub(super) severity: Severity,
    /// The role that differs; empty for polarity, time and status.
    pub(super) role: String,
    /// Indices of the differing fillers in the two claims.
    pub(super) fillers: Option<(usize, usize)>,
    pub(super) comparing: Comparing,
    /// The law that is broken, one line.
    pub(super) law: String,
}

/// How much of their surroundings two claims share that have no more than a common noun in common.
const SOME_CONTEXT: f32 = 0.75;

/// Stands for no role: the question is whether it was so.
const POLARITY: &str = "?";

/// Days between two times of which each may well be that of an occurrence of its own.
const ANOTHER_TIME: i32 = 60;

/// The agreement that says two claims of a verb no pack knows are of one occurrence.
const OPEN_AGREEMENT: f32 = 2.0;

/// How much of their surroundings two claims share that name no party themselves, and of which one only is dated.
const WELL_KNOWN: f32 = 2.5;

/// How much of their surroundings two claims of what is still to come share.
const PLANNED_CONTEXT: f32 = 1.5;

/// How much of their surroundings two claims share that name one occurrence differently; more where the question is
/// whether it was so at all.
const CONTEXT: f32 = 2.0;
const CONTEXT_POLARITY: f32 = 2.5;

/// The conflict between two claims, if there is one.
pub(super) fn judge(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>) -> Option<Finding> {
    if a.predicate != b.predicate {
        return opposite(story, a, b, predicate?);
    }
    // Ages are the check of their own that knows who is who by them.
    if a.predicate == "be_age" {
        return None;
    }
    let comparing = compare(story, a, b, predicate);
    if of_last_round(story, a) != of_last_round(story, b)
        || stale(story, a, b, predicate)
        || named_apart(story, a, b)
        || repeated(story, a)
        || repeated(story, b)
    {
        return None;
    }
    let finding = swapped(story, a, b, predicate, &comparing)
        .or_else(|| turned(story, a, b, predicate, &comparing))
        .or_else(|| status(story, a, b, predicate, &comparing))
        .or_else(|| polarity(story, a, b, predicate, &comparing))
        .or_else(|| one_value(story, a, b, predicate, &comparing))
        .or_else(|| same_failure(story, a, b, &comparing))?;
    Some(soften(story, a, b, finding))
}

/// Whether the claims agree in everything that says which occurrence it is.
fn same_occurrence(
    story: &Story,
    a: &Fact,
    b: &Fact,
    predicate: Option<&Predicate>,
    comparing: &Comparing,
    except: &str,
) -> bool {
    let Some(predicate) = predicate else {
        return open_occurrence(comparing, except);
    };
    if told_apart(story, a, b, Some(predicate), comparing, except) {
        return false;
    }
    if by_key(a, b, predicate, comparing, except) {
        return true;
    }
    by_context(story, a, b, predicate, comparing, except)
}

/// Nothing known differs, each article tells of one such occurrence and of the same days, and what stands around the
/// claims is the same. Where the question is whether it was so at all, everything that both name has to agree.
fn by_context(story: &Story, a: &Fact, b: &Fact, predicate: &Predicate, comparing: &Comparing, except: &str) -> bool {
    let event = predicate.kind == PredicateKind::Event;
    let value = !matches!(except, "" | POLARITY);
    let (mut unknown, mut agrees) = (false, value);
    for role in comparing.roles.iter().filter(|role| role.role != except) {
        match role.likeness {
            Likeness::Same => agrees |= role.weight >= 0.5,
            Likeness::Unknown => unknown = true,
            Likeness::Different => return false,
        }
    }
    let needed = if value { CONTEXT } else { CONTEXT_POLARITY };
    let undated = |fact: &Fact| fact.dated && fact.when.is_none();
    a.article != b.article
        && event
        && agrees
        && !undated(a)
        && !undated(b)
        && (value || !unknown)
        && (predicate.lasts == Lasting::Always || !passed(story, a) && !passed(story, b))
        && !out_of_news(story, a, b)
        && !out_of_news(story, b, a)
        && context(story, a, b) >= needed
        && only_one(story, a)
        && only_one(story, b)
}

/// Whether the roles of the predicate's key agree.
fn by_key(a: &Fact, b: &Fact, predicate: &Predicate, comparing: &Comparing, except: &str) -> bool {
    let mut agreement = 0.0;
    let mut filled = 0;
    for role in predicate.key.iter().filter(|role| *role != except) {
        match comparing.role(role) {
            Some(compared) if compared.likeness == Likeness::Same => agreement += compared.weight,
            Some(_) => return false,
            None => {}
        }
        filled += usize::from(a.terms(role).next().is_some() || b.terms(role).next().is_some());
    }
    // A key of which only a part is named on both sides needs a time or place that agrees beside it.
    let beside: f32 = comparing
        .roles
        .iter()
        .filter(|role| !predicate.is_key(&role.role) && role.role != except && role.likeness == Likeness::Same)
        .map(|role| role.weight * 0.5)
        .sum();
    let time = if comparing.time == Likeness::Same && except != "time" { 0.5 } else { 0.0 };
    // Whether it was so at all does not wait for both papers to name everything.
    let both = predicate.key.iter().filter(|role| comparing.role(role).is_some()).count();
    let filled = if except == POLARITY { both } else { filled };
    let needed = if filled > 1 { 1.6 } else { 0.9 };
    agreement >= 0.5 && agreement + beside + time >= needed
}

/// Claims of a bare verb: the one who acts is the same, what it is about is the same, and nothing else named differs.
fn open_occurrence(comparing: &Comparing, except: &str) -> bool {
    let mut agreement = 0.0;
    for role in comparing.roles.iter().filter(|role| role.role != except) {
        match role.likeness {
            Likeness::Same => agreement += role.weight,
            Likeness::Different | Likeness::Unknown => return false,
        }
    }
    agreement >= OPEN_AGREEMENT
}

/// "A beat B" against "B beat A".
fn swapped(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>, comparing: &Comparing) -> Option<Finding> {
    if a.polarity != b.polarity || !both_happened(a, b) {
        return None;
    }
    let pairs: Vec<(String, String)> = match predicate {
        Some(predicate) => {
            let parties: Vec<&str> = predicate
                .roles
                .keys()
                .map(compact_str::CompactString::as_str)
                .filter(|role| predicate.mirrored(role).is_none())
                .collect();
            parties
                .iter()
                .enumerate()
                .flat_map(|(at, one)| parties[at + 1..].iter().map(|two| ((*one).to_owned(), (*two).to_owned())))
                .collect()
        }
        None => vec![("agent".to_owned(), "object".to_owned())],
    };
    for (one, two) in pairs {
        let (Some(x), Some(y)) = (a.parties(&one).next(), a.parties(&two).next()) else { continue };
        let turned = b.parties(&one).next() == Some(y) && b.parties(&two).next() == Some(x);
        let kinds = [x, y].iter().all(|party| {
            matches!(story.identities.party(*party).kind, EntityKind::Person | EntityKind::Body | EntityKind::Place)
        });
        // Two sides turned round and another score besides are another match.
        let others = comparing
            .roles
            .iter()
            .any(|role| role.role != one && role.role != two && role.likeness == Likeness::Different);
        if turned && !others && x != y && kinds && comparing.time != Likeness::Different && a.article != b.article {
            let role_at = |fact: &Fact| fact.roles.iter().position(|role| role.name == one);
            return Some(Finding {
                check: Check::Participant,
                severity: Severity::Error,
                role: one.clone(),
                fillers: role_at(a).zip(role_at(b)),
                comparing: comparing.clone(),
                law:
                    "the roles are swapped: each is said to have done to the other what the other is said to have done"
                        .to_owned(),
            });
        }
    }
    None
}

/// Roles of which whoever fills the one in an occurrence does not fill the other.
const OPPOSED: &[(&str, &str)] = &[("winner", "loser"), ("agent", "opponent"), ("by", "who"), ("buyer", "seller")];

/// "Elected mayor" against "was beaten": in one occurrence on either side, whatever else the papers name.
fn turned(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>, comparing: &Comparing) -> Option<Finding> {
    let agrees = a.polarity == Polarity::Positive
        && b.polarity == Polarity::Positive
        && both_happened(a, b)
        && a.article != b.article
        && comparing.time != Likeness::Different
        && context(story, a, b) >= CONTEXT_POLARITY;
    if !agrees || predicate.is_none() {
        return None;
    }
    let (one, two, party) = OPPOSED.iter().flat_map(|&(x, y)| [(x, y), (y, x)]).find_map(|(one, two)| {
        let party = a.parties(one).next().filter(|party| b.parties(two).next() == Some(*party))?;
        // Whoever won one match and lost another met two others.
        let others = a.parties(two).next().zip(b.parties(one).next());
        let met = others.is_none_or(|(x, y)| x == y) && !b.parties(one).any(|other| other == party);
        met.then_some((one, two, party))
    })?;
    let differs = |role: &Compared| role.role != one && role.role != two && role.likeness == Likeness::Different;
    if comparing.roles.iter().any(differs) {
        return None;
    }
    let named = matches!(story.identities.party(party).kind, EntityKind::Person | EntityKind::Body);
    let place = |fact: &Fact, role: &str| fact.roles.iter().position(|filled| filled.name == role);
    (named && only_one(story, a) && only_one(story, b)).then(|| Finding {
        check: Check::Participant,
        severity: Severity::Warning,
        role: one.to_owned(),
        fillers: place(a, one).zip(place(b, one)),
        comparing: comparing.clone(),
        law: format!("the {one} of an occurrence is not its {two}"),
    })
}

/// Told as called off, or as a plan that came to nothing.
pub(super) fn called_off(story: &Story, fact: &Fact) -> bool {
    fact.status == Some(Status::Cancelled) || unrealised(story, fact)
}

/// "was to have toured": planned, and told as a plan that came to nothing.
fn unrealised(story: &Story, fact: &Fact) -> bool {
    let Some(index) = story.claims[fact.claim].clause else { return false };
    let article = &story.articles[fact.article];
    let group = &article.verb_groups[article.clauses[index].verb];
    fact.modality == Modality::Planned
        && fact.polarity == Polarity::Positive
        && group.perfect
        && group.tense == Tense::Past
}

fn both_happened(a: &Fact, b: &Fact) -> bool {
    a.modality == Modality::Actual && b.modality == Modality::Actual
}

/// Whether both are told as arranged in articles of one day, or one as arranged and the other as done there: a plan that
/// changes needs days. "Was to have come" is told of plans that did change.
fn both_planned(story: &Story, a: &Fact, b: &Fact) -> bool {
    let published = |fact: &Fact| story.articles[fact.article].document.published.map(|published| published.date);
    let arranged = |fact: &Fact| fact.modality == Modality::Planned && fact.tense != Tense::Past;
    let told = |fact: &Fact| arranged(fact) || fact.modality == Modality::Actual;
    (arranged(a) || arranged(b)) && told(a) && told(b) && a.article != b.article && published(a) == published(b)
}

/// Called off against went ahead.
fn status(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>, comparing: &Comparing) -> Option<Finding> {
    let off = |fact: &Fact| called_off(story, fact);
    let ran = |fact: &Fact| {
        fact.status != Some(Status::Cancelled)
            && fact.status != Some(Status::Postponed)
            && fact.modality == Modality::Actual
            && fact.polarity == Polarity::Positive
    };
    // "Will take place as planned" on the day on which another paper has it called off.
    let arranged = |fact: &Fact| {
        fact.status.is_none()
            && fact.modality == Modality::Planned
            && fact.polarity == Polarity::Positive
            && !unrealised(story, fact)
    };
    let still = (off(a) && arranged(b) || off(b) && arranged(a))
        && both_planned(story, a, b)
        && context(story, a, b) >= PLANNED_CONTEXT;
    // "Cancelled in 2021 and 2022" is dated, though no one date came of it.
    let stands =
        (off(a) && ran(b) || off(b) && ran(a) || still) && !speaks_of_old(story, a) && !speaks_of_old(story, b);
    if !stands || comparing.time == Likeness::Different || !same_occurrence(story, a, b, predicate, comparing, "") {
        return None;
    }
    Some(Finding {
        check: Check::Status,
        severity: Severity::Error,
        role: String::new(),
        fillers: None,
        comparing: comparing.clone(),
        law: "what was called off did not take place".to_owned(),
    })
}

/// Happened against did not.
fn polarity(
    story: &Story,
    a: &Fact,
    b: &Fact,
    predicate: Option<&Predicate>,
    comparing: &Comparing,
) -> Option<Finding> {
    if a.polarity == b.polarity || !a.is_actual() || !b.is_actual() || comparing.time == Likeness::Different {
        return None;
    }
    let unknown = comparing.roles.iter().any(|role| role.likeness != Likeness::Same);
    if unknown || !same_occurrence(story, a, b, predicate, comparing, POLARITY) {
        return None;
    }
    if !by_name(a, comparing)
        && a.article != b.article
        && (context(story, a, b) < SOME_CONTEXT || of_strangers(story, a, b))
    {
        return None;
    }
    // "has not been hit in 25 years" speaks of the time before.
    let negative = if a.polarity == Polarity::Negative { a } else { b };
    if so_far(story, negative) {
        return None;
    }
    // "has not met" of last week and "met" of today are an update; in one article they are a story told.
    let undated = a.when.is_none() || b.when.is_none();
    if a.article == b.article && (undated || comparing.time != Likeness::Same) {
        return None;
    }
    if predicate.is_none() && (a.tense != b.tense || a.modality != Modality::Actual || b.modality != Modality::Actual) {
        return None;
    }
    let attendance = matches!(a.predicate.as_str(), "attend" | "present");
    Some(Finding {
        check: if attendance { Check::Attendance } else { Check::Polarity },
        severity: if predicate.is_some() { Severity::Error } else { Severity::Warning },
        role: String::new(),
        fillers: None,
        comparing: comparing.clone(),
        law: "it cannot both have been so and not have been so".to_owned(),
    })
}

/// Predicates that cannot hold of one occurrence ("deny", "admit").
fn opposite(story: &Story, a: &Fact, b: &Fact, predicate: &Predicate) -> Option<Finding> {
    let told = a.article != b.article && context(story, a, b) >= PLANNED_CONTEXT;
    if a.dated != b.dated && !told
        || stale(story, a, b, Some(predicate))
        || in_passing(story, a) && in_passing(story, b)
    {
        return None;
    }
    if !predicate.opposite.contains(&b.predicate) || a.polarity != b.polarity || !both_happened(a, b) {
        return None;
    }
    if a.polarity == Polarity::Negative || a.article == b.article {
        return None;
    }
    let comparing = compare(story, a, b, Some(predicate));
    let differs = comparing.roles.iter().any(|role| role.likeness == Likeness::Different);
    if differs
        || comparing.time == Likeness::Different
        || !same_occurrence(story, a, b, Some(predicate), &comparing, "")
    {
        return None;
    }
    if !by_name(a, &comparing) && of_strangers(story, a, b) {
        return None;
    }
    let finding = Finding {
        check: Check::Polarity,
        severity: Severity::Warning,
        role: String::new(),
        fillers: None,
        comparing,
        law: format!("“{}” and “{}” exclude each other", a.predicate, b.predicate),
    };
    Some(soften(story, a, b, finding))
}

/// Two places, times, figures or parties for one occurrence.
fn one_value(
    story: &Story,
    a: &Fact,
    b: &Fact,
    predicate: Option<&Predicate>,
    comparing: &Comparing,
) -> Option<Finding> {
    let planned = both_planned(story, a, b);
    if a.polarity != b.polarity || a.polarity == Polarity::Negative || !both_happened(a, b) && !planned {
        return None;
    }
    if a.status.is_some() || b.status.is_some() {
        return None;
    }
    let different: Vec<&Compared> =
        comparing.roles.iter().filter(|role| role.likeness == Likeness::Different).collect();
    match (different.as_slice(), comparing.time) {
        ([], Likeness::Different) if !told_relatively(story, a) && !told_relatively(story, b) => {
            time(story, a, b, predicate, comparing)
        }
        ([one], Likeness::Same | Likeness::Unknown) => role(story, a, b, predicate, comparing, one),
        _ => None,
    }
}

fn time(story: &Story, a: &Fact, b: &Fact, predicate: Option<&Predicate>, comparing: &Comparing) -> Option<Finding> {
    let once = predicate.is_some_and(|predicate| {
        predicate.has_one("time") && (predicate.lasts == Lasting::Always || predicate.kind == PredicateKind::Event)
    });
    if !once || a.article == b.article || !same_occurrence(story, a, b, predicate, comparing, "time") {
        return None;
    }
    let (x, y) = (a.when.as_ref()?, b.when.as_ref()?);
    // A year against another year is another time round; within a news cycle it is one event.
    let coarse = x.value.grain.max(y.value.grain) > Grain::Month;
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

fn role(
    story: &Story,
    a: &Fact,
    b: &Fact,
    predicate: Option<&Predicate>,
    comparing: &Comparing,
    one: &Compared,
) -> Option<Finding> {
    let (mine, theirs) = (&a.roles[one.first], &b.roles[one.second]);
    let figure = matches!(mine.term, Term::Quantity(_));
    let place = matches!((&mine.term, &theirs.term), (Term::Party(x), Term::Party(_))
        if story.identities.party(*x).kind == EntityKind::Place);
    let declared = predicate.is_some_and(|predicate| predicate.has_one(&one.role));
    if !declared && predicate.is_some() || predicate.is_none() && !(figure || one.role == "place") {
        return None;
    }
    if !same_occurrence(story, a, b, predicate, comparing, &one.role) {
        return None;
    }
    if predicate.is_none() && a.article == b.article {
        return None;
    }
    // What rests on a common noun alone ("a quake", "the ceremony") may be another one.
    if !by_name(a, comparing) && a.article != b.article && context(story, a, b) < SOME_CONTEXT {
        return None;
    }
    let party = comparing
        .roles
        .iter()
        .any(|role| role.likeness == Likeness::Same && matches!(a.roles[role.first].term, Term::Party(_)));
    // What holds for good holds of what has a name: "the film" may be another film on the same day.
    let for_good = predicate.is_some_and(|predicate| predicate.lasts == Lasting::Always);
    if figure && !party && a.article != b.article && (names_more(story, a, b) || names_more(story, b, a)) {
        return None;
    }
    let known = figure && context(story, a, b) >= WELL_KNOWN;
    if !party && (a.dated != b.dated && !known || for_good) {
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
    if !both_happened(a, b) && (figure || context(story, a, b) < PLANNED_CONTEXT) {
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

/// "£40,000 in damages and £90,000 in costs": the claim's sentence gives the other claim's figure beside its own.
fn gives_both(story: &Story, fact: &Fact, own: &Role, (other, theirs): (&Fact, &Role)) -> bool {
    let (Term::Quantity(own), Term::Quantity(theirs)) = (&own.term, &theirs.term) else { return false };
    let article = &story.articles[fact.article];
    let wanted = &story.articles[other.article].quantities[*theirs];
    let at = article.quantities[*own].span.start;
    let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= at);
    let Some(sentence) = article.sentences.get(sentence) else { return false };
    let first = article.quantities.partition_point(|quantity| quantity.span.start < sentence.span.start);
    let beside = article.quantities[first..].iter().take_while(|quantity| quantity.span.start < sentence.span.end);
    let same = |quantity: &&Quantity| quantity.unit == wanted.unit && quantity.counted == wanted.counted;
    beside.filter(same).any(|quantity| quantity.compare(wanted) == Comparison::Same)
}

/// Whether the claims agree in more than a common noun: a party, a figure, a number that was called.
fn by_name(a: &Fact, comparing: &Comparing) -> bool {
    let known = |role: &Compared| match &a.roles[role.first].term {
        Term::Noun(noun) => noun.head.starts_with(|first: char| first.is_ascii_digit()),
        _ => true,
    };
    comparing.roles.iter().any(|role| role.likeness == Likeness::Same && known(role))
}

/// Two people who are each said to have failed at one and the same thing, in the same verb: one of the names is wrong.
/// What did not happen has no place or time to tell two events apart, so the words have to agree instead.
fn same_failure(story: &Story, a: &Fact, b: &Fact, comparing: &Comparing) -> Option<Finding> {
    let failed = |fact: &Fact| matches!(fact.modality, Modality::Unable | Modality::Refused);
    if !failed(a) || a.modality != b.modality || a.polarity != b.polarity || comparing.time == Likeness::Different {
        return None;
    }
    let different: Vec<&Compared> =
        comparing.roles.iter().filter(|role| role.likeness == Likeness::Different).collect();
    let [one] = different.as_slice() else { return None };
    let people = matches!((&a.roles[one.first].term, &b.roles[one.second].term), (Term::Party(x), Term::Party(y))
        if story.identities.party(*x).kind == EntityKind::Person && story.identities.party(*y).kind == EntityKind::Person);
    let others =
        comparing.roles.iter().filter(|role| role.role != one.role).all(|role| role.likeness == Likeness::Same);
    let agree = comparing.roles.iter().any(|role| role.likeness == Likeness::Same && role.weight >= 1.0);
    (people && others && agree && shared_words(story, a, b) >= 0.5).then(|| Finding {
        check: Check::Participant,
        severity: Severity::Warning,
        role: one.role.to_string(),
        fillers: Some((one.first, one.second)),
        comparing: comparing.clone(),
        law: "the words are nearly the same, so that one failure is told of two people".to_owned(),
    })
}

/// The share of the shorter clause's content words that the other has too.
fn shared_words(story: &Story, a: &Fact, b: &Fact) -> f32 {
    let words = |fact: &Fact| -> std::collections::BTreeSet<compact_str::CompactString> {
        let article = &story.articles[fact.article];
        let from = article.tokens.partition_point(|token| token.span.start < fact.span.start);
        article.tokens[from..]
            .iter()
            .take_while(|token| token.span.end <= fact.span.end)
            .filter(|token| token.tag.is_noun() || token.tag.is_verb() || token.tag.is_adjective())
            .map(|token| token.lemma.clone())
            .collect()
    };
    let (x, y) = (words(a), words(b));
    let shared = x.intersection(&y).count() as f32;
    shared / x.len().min(y.len()).max(1) as f32
}

/// Whose claims they are: what one speaker says and another denies is news, an update is no error.
fn soften(story: &Story, a: &Fact, b: &Fact, mut finding: Finding) -> Finding {
    let direct = |fact: &Fact| fact.speaker.as_ref().is_some_and(|speaker| speaker.direct);
    let known = |fact: &Fact| fact.speaker.as_ref().and_then(|speaker| speaker.identity);
    if direct(a) || direct(b) {
        finding.severity = Severity::Note;
    } else if let (Some(x), Some(y)) = (known(a), known(b)) {
        if x != y {
            finding.severity = Severity::Note;
        }
    } else if (a.speaker.is_some() || b.speaker.is_some()) && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
    }
    let predicate = story.library.predicates.get(&a.predicate);
    // What is so today need not have been so yesterday.
    let published = |fact: &Fact| story.articles[fact.article].document.published.map(|published| published.date);
    let days = published(a).zip(published(b)).is_some_and(|(one, two)| one != two);
    let state =
        predicate.is_some_and(|predicate| predicate.kind == PredicateKind::State && predicate.lasts == Lasting::Day);
    if finding.check == Check::Polarity && state && days && finding.comparing.time != Likeness::Same {
        finding.severity = Severity::Note;
    }
    let grows = predicate.is_some_and(|predicate| predicate.cumulative.iter().any(|role| *role == finding.role));
    if grows && may_have_grown(story, a, b, &finding) {
        finding.severity = Severity::Note;
    }
    finding
}

/// Whether a figure can have grown between the two articles: the later has the higher one, or nobody knows the order.
fn may_have_grown(story: &Story, a: &Fact, b: &Fact, finding: &Finding) -> bool {
    let published = |fact: &Fact| story.articles[fact.article].document.published;
    let (Some(x), Some(y), Some((first, second))) = (published(a), published(b), finding.fillers) else { return true };
    let figure = |fact: &Fact, filler: usize| match fact.roles[filler].term {
        Term::Quantity(quantity) => story.articles[fact.article].quantities[quantity].low,
        _ => 0.0,
    };
    let (one, two) = (figure(a, first), figure(b, second));
    match (x.date, x.time).cmp(&(y.date, y.time)) {
        std::cmp::Ordering::Less => two > one,
        std::cmp::Ordering::Greater => one > two,
        std::cmp::Ordering::Equal => false,
    }
}
