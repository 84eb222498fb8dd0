//! Whether two answers are of one thing, one time, and not both to be had.

use super::having;
use super::read::Answer;
use super::table::{Of, Place, Wording, of_sort};
use crate::annotate::time::Grain;
use crate::check::order::event::Dated;
use crate::check::order::lexicon;
use crate::check::order::likeness::of_a_row;
use crate::check::outcome::{Sameness, Thing, same};
use crate::check::support::{ONE_DAY, far, of_article, old, once_more, tokens};
use crate::graph::{Likeness, Story, compare_parties, contrasting, lead, shared, strangers, synonyms};
use compact_str::CompactString;

/// How much of their surroundings two answers share: where what they are of is known, or known by its noun only, or by the story.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.5;
const CONTEXT_STORY: f32 = 1.5;
const CONTEXT_ALL: f32 = 2.0;
/// Of it, how much what their articles begin with may make up for.
const LEADS: f32 = 0.5;
/// Days between the reports, and between an answer and its report.
const DAYS: i32 = 5;
const NEWS: i32 = 45;

/// The first condition that failed; `all` are the answers to their question, in the order of articles.
pub(super) fn judge(story: &Story, a: &Answer, b: &Answer, all: &[&Answer]) -> Result<(), &'static str> {
    let never = |failed: bool, reason: &'static str| if failed { Err(reason) } else { Ok(()) };
    never(a.article == b.article, "they stand in one article")?;
    never(a.void || b.void, "one is told of another time, of a part, or as what is held to be so")?;
    never(a.holds == b.holds, "both give one answer")?;
    never(a.planned != b.planned && (past(a) || past(b)), "one looks ahead, the other back")?;
    never(a.planned && b.so_far || b.planned && a.so_far, "what is to come may not yet be so")?;
    never(narrowed(story, a) != narrowed(story, b), "one is told of some only")?;
    never(far(story, a.article, b.article, DAYS), "the articles are of different weeks")?;
    never(two_times(story, a, b), "they are of different times")?;
    let second = |answer: &Answer| once_more(&story.articles[answer.article], answer.span);
    never(second(a) || second(b), "one tells of a second time")?;
    let own_words = a.reported && b.reported && (a.speaker.is_none() || a.speaker != b.speaker);
    never(a.wording.disputed && own_words, "it is one's word against another's")?;
    never(!having::same_kind(a, b), "what is denied is narrower than what is told")?;
    never(two_actors(story, a, b), "they are told of two")?;
    never(two_matters(a, b), "they are of different matters")?;
    let strange = |x: &Thing| b.sites.iter().all(|y| x.apart(story, y));
    never(!a.sites.is_empty() && !b.sites.is_empty() && a.sites.iter().all(strange), "they are of different places")?;
    never(contrasted(story, a, b), "words of a contrast tell them apart")?;
    never(!a.wording.once && (since(a, b) || since(b, a)), "the one was so then, the other is so now")?;
    let needed = of_one(story, a, b)?;
    let (one, two) = ((a.article, a.span), (b.article, b.span));
    never(placed(a) && !one_place(story, a, b), "nothing tells that it is of one place")?;
    let known = a.topics.iter().chain(&b.topics).filter(|topic| topic.named()).count() > 1;
    never(!known && strangers(story, one, two), "each names somebody of whom the other article knows nothing")?;
    let day = if a.around(story).shares_day(b.around(story)) { ONE_DAY } else { 0.0 };
    let near = shared(story, (a.article, a.around(story)), (b.article, b.around(story))) + day;
    let whole = || shared(story, (a.article, &lead(story, a.article)), (b.article, &lead(story, b.article))) * LEADS;
    never(near < needed && near + whole() < needed, "too little of what stands around them agrees")?;
    never(
        told_both(story, all, a) || told_both(story, all, b),
        "one article tells of both, as of two times or two parts",
    )
}

/// Whether it is asked of many places: what is found in the one may be missing in the other.
fn placed(answer: &Answer) -> bool {
    matches!(answer.wording.of, Of::Lone("germ") | Of::Loose("spill" | "site"))
}

/// Whether the sentences of two answers share a noun that is no topic of theirs.
fn one_place(story: &Story, a: &Answer, b: &Answer) -> bool {
    let nouns = |answer: &Answer| -> Vec<&str> {
        let article = &story.articles[answer.article];
        let own = tokens(article, answer.words.start).iter();
        let asked = |lemma: &str| match answer.wording.of {
            Of::Lone(sort) | Of::Loose(sort) => of_sort(sort, lemma),
            _ => false,
        };
        let said = own.filter(|token| token.tag.is_noun() && !answer.words.contains(token.span));
        said.map(|token| token.lemma.as_str()).filter(|lemma| !asked(lemma) && !VAGUE.contains(lemma)).collect()
    };
    let (x, y) = (nouns(a), nouns(b));
    x.iter().any(|one| y.iter().any(|two| one == two || synonyms(one, two)))
}

/// Nouns that place nothing.
const VAGUE: &[&str] = &[
    "test",
    "sample",
    "result",
    "water",
    "department",
    "authority",
    "laboratory",
    "official",
    "case",
    "patient",
    "people",
];

/// Whether each names who acts, and nothing makes them one.
fn two_actors(story: &Story, a: &Answer, b: &Answer) -> bool {
    let one = |x: &Thing, y: &Thing| {
        let near = !x.part.head.is_empty() && (x.part.head == y.part.head || synonyms(&x.part.head, &y.part.head));
        x.shares(story, y) || near || x.person != y.person && (x.person || y.person) && !x.apart(story, y)
    };
    a.wording.of == Of::Own
        && !a.actors.is_empty()
        && !b.actors.is_empty()
        && !a.actors.iter().any(|x| b.actors.iter().any(|y| one(x, y)))
        && a.actors.iter().chain(&b.actors).all(|actor| !actor.person || actor.named())
}

/// Whether each names what it is about, and nothing of it is the same.
fn two_matters(a: &Answer, b: &Answer) -> bool {
    let same = |x: &CompactString| b.matters.iter().any(|y| x == y || synonyms(x, y));
    !a.matters.is_empty() && !b.matters.is_empty() && !a.matters.iter().any(same)
}

/// "Unbeaten at home", "lost away"; "in the final", "in the semi-final".
fn contrasted(story: &Story, a: &Answer, b: &Answer) -> bool {
    let words = |answer: &Answer| -> Vec<&str> {
        let own = tokens(&story.articles[answer.article], answer.words.start).iter();
        own.map(|token| token.lemma.as_str()).collect()
    };
    let (x, y) = (words(a), words(b));
    let apart = |one: &&str| !y.contains(one) && y.iter().any(|two| !x.contains(two) && contrasting(one, two));
    x.iter().any(apart)
}

/// Whether one is dated to a day that is past, and the other told of the moment of telling.
fn since(then: &Answer, now: &Answer) -> bool {
    !then.when.is_empty() && !then.present && now.present && now.when.is_empty()
}

fn past(answer: &Answer) -> bool {
    !answer.planned && !answer.when.is_empty()
}

/// How much of the surroundings has to agree for them to be of one thing.
fn of_one(story: &Story, a: &Answer, b: &Answer) -> Result<f32, &'static str> {
    let each = || a.topics.iter().flat_map(|x| b.topics.iter().map(move |y| (x, y)));
    match a.wording.of {
        // "Nobody called an ambulance": whoever it is that did.
        Of::Any if having::nobody(a) || having::nobody(b) => {
            if having::one_of_all(story, a, b) {
                Ok(CONTEXT_ALL)
            } else {
                Err("whoever did it may be of others")
            }
        }
        Of::Own => Ok(CONTEXT_STORY),
        _ if a.wording.place == Place::Beside && b.wording.place == Place::Beside => {
            let fits = each().any(|(x, y)| fits(story, a.wording, x, y));
            if fits { Ok(CONTEXT_NOUN) } else { Err("they are told of different things") }
        }
        Of::Lone(_) | Of::Loose(_) => {
            let bare = a.topics.is_empty() && b.topics.is_empty();
            let fits = a.topics.is_empty() || b.topics.is_empty() || each().any(|(x, y)| fits(story, a.wording, x, y));
            match (fits, bare) {
                (true, true) if !(a.several && b.several) => Err("of what it is told is not named"),
                (true, true) => Ok(CONTEXT_ALL),
                (true, false) => Ok(CONTEXT_STORY),
                _ => Err("they are told of different things"),
            }
        }
        _ => match each().filter(|(x, y)| !x.apart(story, y)).filter_map(|(x, y)| same(story, x, y)).max() {
            Some(Sameness::Known) => Ok(CONTEXT_KNOWN),
            Some(Sameness::Noun) => Ok(CONTEXT_NOUN),
            None if each().any(|(x, y)| one_name(story, a.wording, x, y)) => Ok(CONTEXT_NOUN),
            None => Err("they are not known to be of one person or thing"),
        },
    }
}

/// "Guide Ana Ruiz" and "Ana Ruiz"; of one sort, whatever bears one name: the cell, and the cell door, of Dean Holt.
fn one_name(story: &Story, wording: &Wording, a: &Thing, b: &Thing) -> bool {
    let name = |thing: &Thing| thing.part.party.map(|party| story.identities.party(party).name.as_str());
    let ends = |long: &str, short: &str| {
        short.contains(' ') && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' ')) || long == short
    };
    let named = name(a).zip(name(b)).is_some_and(|(x, y)| ends(x, y) || ends(y, x));
    named || matches!(wording.of, Of::Sort(_)) && a.shares(story, b) && fits(story, wording, a, b)
}

/// Sorts of which the words stand for parts of one thing: the court, the case, the trial.
const JOINT: &[&str] = &["sitting", "verdict", "fire", "germ", "drug", "admission", "lamp", "spill", "folk", "site"];

/// For whom, or when, something is so: "free for children", "free on Sundays".
#[rustfmt::skip]
const NARROWED: &[&str] = &[
    "child", "adult", "student", "pupil", "pensioner", "member", "senior", "resident", "under-16s", "under-18s", "under-12s",
    "weekend", "weekday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "local", "citizen",
    "nurse", "teacher", "holder", "toddler", "baby", "veteran", "refugee", "family", "group", "school", "carer",
];

/// The words of a clause that narrow whom admission is asked of.
fn narrowed<'s>(story: &'s Story, answer: &Answer) -> Vec<&'s str> {
    if !matches!(answer.wording.of, Of::Loose("admission")) {
        return Vec::new();
    }
    let article = &story.articles[answer.article];
    let own = tokens(article, answer.words.start).iter();
    let mut found: Vec<&str> = own
        .flat_map(|token| [token.lemma.as_str(), token.lower.as_str()])
        .filter(|word| NARROWED.contains(word))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Words for whoever lives somewhere, and for where.
const ANYBODY: &[&str] = &[
    "people",
    "family",
    "household",
    "resident",
    "person",
    "villager",
    "inhabitant",
    "everyone",
    "everybody",
    "nobody",
    "village",
    "town",
    "street",
    "community",
    "neighbour",
    "home",
    "district",
    "hamlet",
    "suburb",
    "quarter",
    "homeowner",
    "citizen",
    "anyone",
];

/// Whether two of a sort may be one: no names, numbers or places in a row that tell them apart.
fn fits(story: &Story, wording: &Wording, a: &Thing, b: &Thing) -> bool {
    if let (Some(x), Some(y)) = (a.part.party, b.part.party) {
        return compare_parties(&story.identities, x, y) != Likeness::Different;
    }
    let near = a.part.head == b.part.head
        || lexicon::noun(&a.part.head) == lexicon::noun(&b.part.head)
        || synonyms(&a.part.head, &b.part.head);
    let anybody = |thing: &Thing| ANYBODY.contains(&thing.part.head.as_str());
    let folk = matches!(wording.of, Of::Loose("folk")) || a.person && b.person;
    if folk && !near && !(anybody(a) && anybody(b)) {
        return false;
    }
    let joint = matches!(wording.of, Of::Lone(sort) | Of::Loose(sort) | Of::Sort(sort) if JOINT.contains(&sort));
    (joint || near) && of_a_row(&a.part) == of_a_row(&b.part) && !a.apart(story, b)
}

/// Whether each is dated, and no day is both's; or one is of long ago.
fn two_times(story: &Story, a: &Answer, b: &Answer) -> bool {
    let disjoint = |x: &Dated, y: &Dated| x.value.disjoint(&y.value, x.zone, y.zone);
    let apart =
        !a.when.is_empty() && !b.when.is_empty() && a.when.iter().all(|x| b.when.iter().all(|y| disjoint(x, y)));
    let past = |answer: &Answer, other: &Answer| {
        let long_ago = |when: &Dated| old(story, answer.article, when, answer.planned, NEWS);
        other.when.is_empty() && !answer.when.is_empty() && answer.when.iter().all(long_ago)
    };
    let years = |answer: &Answer| answer.when.iter().any(|when| when.value.grain > Grain::Month);
    let once = a.wording.once && !years(a) && !years(b);
    apart || !once && (past(a, b) || past(b, a))
}

/// Whether the article of an answer gives the other answer too about what may be the same.
fn told_both(story: &Story, all: &[&Answer], own: &Answer) -> bool {
    let beside = of_article(all, own.article, |answer| answer.article);
    let like = |other: &Answer| {
        let mut each = own.topics.iter().flat_map(|x| other.topics.iter().map(move |y| (x, y)));
        own.topics.is_empty() || other.topics.is_empty() || each.any(|(x, y)| fits(story, own.wording, x, y))
    };
    beside.iter().any(|other| other.holds != own.holds && like(other))
}
