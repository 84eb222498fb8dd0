//! Called off or put off in one article, told of as held in another, in whatever words.
//!
//! "The strike on Thursday was suspended" against "teachers walked out on Thursday": no word is shared but the day and
//! those who take part. An event is told of as held where something begins, ends or is attended that bears its noun, or
//! where those who were to take part did what such an event consists of (`rules/english/held-events.csv`). Both have to
//! name the day ([`day`]), since what is put off is held on another. The passages are found by [`read`](mod@read).

mod day;
mod read;

use super::thing::{Sameness, Thing, same};
use crate::annotate::time::Grain;
use crate::annotate::token::Token;
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::likeness::like;
use crate::check::support::{self, of_article, one_day};
use crate::check::table::{Classes, rows};
use crate::graph::{Around, Identity, Likeness, Story, compare_parties, shared, strangers, surroundings};
use crate::source::Span;
use compact_str::CompactString;
pub(in crate::check) use day::only_day;
pub(super) use read::read;
use std::sync::{LazyLock, OnceLock};

/// Kinds of events by noun, and by the verbs that tell of them.
struct Kinds {
    nouns: Classes,
    verbs: Classes,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let rows = || rows(include_str!("../../../rules/english/held-events.csv")).filter_map(|row| row.split_once(','));
    Kinds { nouns: Classes::new(rows().map(|(nouns, _)| nouns)), verbs: Classes::new(rows().map(|(_, verbs)| verbs)) }
});

/// An event that an article tells of, off or held.
pub(super) struct Event {
    pub(super) article: usize,
    /// Whether it was called off or put off.
    pub(super) off: bool,
    /// Whether the day is told by the day of the week alone.
    weekday: bool,
    /// Whether it may have begun before it was broken off.
    broken: bool,
    /// The event's noun, where it bears one.
    thing: Option<Thing>,
    /// The verb that tells of it, or that its noun stands for.
    verb: CompactString,
    /// Whether the verb alone tells of it.
    by_verb: bool,
    /// Those who take part, and what it is done to.
    parts: Vec<Part>,
    /// What it is about ("the vote on the budget"), or what its verb acts upon.
    about: Vec<Part>,
    /// Nouns for people that tell whose it is: "the children's race".
    of: Vec<CompactString>,
    /// Who and what is named in its sentence, places left out.
    names: Vec<Identity>,
    /// The places that are named there.
    places: Vec<Identity>,
    /// What it was to be done to, or what did it.
    things: Vec<Thing>,
    /// The people, by their sort, who were to do it or did it.
    doers: Vec<Part>,
    when: Dated,
    /// Bytes of what tells of it with names.
    pub(super) told: Span,
    pub(super) span: Span,
    around: OnceLock<Around>,
}

impl Event {
    fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// Nouns of what befalls a thing: it is one event only where the thing is one.
const THEMED: &[&str] =
    &["closure", "shutdown", "demolition", "harvest", "auction", "sale", "execution", "transfer", "merger"];
/// How much of their surroundings the two share: where the noun is one and known, where it is a noun only, where the
/// verb alone tells of it, of those who take part, of
/// somebody who is named, of a thing that is known, of what it is about, or of nobody.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.5;
const CONTEXT_VERB: f32 = 1.5;
const CONTEXT_NAMED: f32 = 1.0;
const CONTEXT_THING: f32 = 0.5;
const CONTEXT_ABOUT: f32 = 0.0;
const CONTEXT_ACT: f32 = 2.0;

/// Whether `held` tells that what was off took place, or why not; `all` are the events of every article, in their order.
pub(super) fn judge(story: &Story, off: &Event, held: &Event, all: &[Event]) -> Result<(), &'static str> {
    if off.article == held.article || !off.off || held.off {
        return Err("it takes one article that has it called off and another that has it held");
    }
    let year = || none_that_year(story, off, held);
    let day = same_day(off.when, held.when) || off.weekday && same_weekday(off.when, held.when);
    if !day && !year() {
        return Err("they are not of one day");
    }
    if !places_allow(story, off, held) {
        return Err("they name different places");
    }
    let Some(needed) = identity(story, off, held) else { return Err("they are not known to be one event") };
    if shared(story, (off.article, off.around(story)), (held.article, held.around(story))) < needed {
        return Err("too little of what stands around them agrees");
    }
    // An article that tells of both tells how the one came after the other.
    let knows = |article: usize, wanted: bool| {
        of_article(all, article, |other| other.article).iter().any(|other| {
            other.off == wanted && {
                let (one, two) = if wanted { (other, held) } else { (off, other) };
                one.article != two.article && identity(story, one, two).is_some() || kin(off, other)
            }
        })
    };
    if knows(held.article, true) || off.broken && knows(off.article, false) {
        return Err("one of the articles tells of both");
    }
    Ok(())
}

/// Whether two times are of one day: "Monday night" is not of Tuesday, though it ends there.
fn same_day(a: Dated, b: Dated) -> bool {
    match (a.value.from, b.value.from) {
        (Some(x), Some(y)) if a.value.grain.max(b.value.grain) <= Grain::Day => x.date() == y.date(),
        _ => one_day(Some(a), Some(b)),
    }
}

/// "There was no Harvest Fair this year" against a day of that year.
fn none_that_year(story: &Story, off: &Event, held: &Event) -> bool {
    let (Some(noun), Some(thing)) = (&off.thing, &held.thing) else { return false };
    let year = |event: &Event| event.when.value.from.map(|from| from.date().year());
    off.when.value.grain == Grain::Year
        && held.when.value.grain <= Grain::Days
        && year(off).is_some_and(|off| year(held) == Some(off))
        && same(story, noun, thing) == Some(Sameness::Known)
}

/// "Wednesday's vote was put off" may be read of next Wednesday.
fn same_weekday(a: Dated, b: Dated) -> bool {
    let days = a.value.from.zip(b.value.from).map(|(x, y)| (x.date() - y.date()).get_days().abs());
    a.value.grain.max(b.value.grain) <= Grain::Day && days == Some(7)
}

/// Whether the places that the two clauses name may be one: some place that both name, or none of one of them.
fn places_allow(story: &Story, a: &Event, b: &Event) -> bool {
    let one = |x: &Identity| b.places.iter().any(|y| compare_parties(&story.identities, *x, *y) == Likeness::Same);
    b.places.is_empty() || a.places.is_empty() || a.places.iter().any(one)
}

/// Two events of one noun.
fn kin(a: &Event, b: &Event) -> bool {
    matches!((&a.thing, &b.thing), (Some(x), Some(y)) if x.part.head == y.part.head)
        && a.off == b.off
        && !std::ptr::eq(a, b)
}

/// "Voted to close the pool" beside "the vote on the budget": whether what was voted is told, and names nothing of it.
fn voted_on_another(off: &Event, held: &Event, sentence: &[Token]) -> bool {
    let to_do = |two: &[Token]| two[0].lower == "to" && two[1].tag.is_verb();
    let told = held.verb == "vote" && sentence.windows(2).any(to_do);
    let means = |head: &str, token: &Token| token.lemma == head || lexicon::nominal(head) == Some(token.lemma.as_str());
    let named = |part: &Part| part.head.is_empty() || sentence.iter().any(|token| means(&part.head, token));
    told && !off.about.is_empty() && !off.about.iter().any(named)
}

/// What has to stand around the two for them to be one event; `None` where nothing says so.
fn identity(story: &Story, off: &Event, held: &Event) -> Option<f32> {
    let noun = off.thing.as_ref()?;
    let sentence = support::tokens(&story.articles[held.article], held.span.start);
    let numbered = noun.label.as_ref().is_none_or(|label| sentence.iter().any(|token| token.lower == *label));
    if !numbered || !off.of.iter().all(|noun| sentence.iter().any(|token| token.lemma == *noun)) {
        return None;
    }
    let known_by_others = || !strangers(story, (off.article, off.told), (held.article, held.span));
    if let Some(thing) = &held.thing {
        if off.broken
            && !matches!(held.verb.as_str(), "win" | "lose" | "end" | "finish" | "complete" | "raise" | "conclude")
        {
            return None;
        }
        let known = same(story, noun, thing).map(|sameness| match sameness {
            Sameness::Known => CONTEXT_KNOWN,
            Sameness::Noun => CONTEXT_NOUN,
        });
        // "All surgery was called off", "the operations went ahead"
        let one_kind = KINDS.nouns.share(&noun.part.head, &thing.part.head) && noun.part.head != thing.part.head;
        return known.or_else(|| match () {
            () if one_kind && named_alike(story, off, held) => Some(CONTEXT_NOUN),
            () if one_kind && known_by_others() => Some(CONTEXT_VERB),
            () => None,
        });
    }
    // "The vote on the budget" is not the one that passed the pensions bill.
    let one = |x: &Part, y: &Part| {
        like(story, x, y) == Likeness::Same || !x.head.is_empty() && lexicon::noun(&x.head) == lexicon::noun(&y.head)
    };
    let about = off.about.iter().any(|x| held.about.iter().any(|y| one(x, y)));
    if !off.about.is_empty() && !held.about.is_empty() && !about {
        return None;
    }
    if held.about.is_empty() && voted_on_another(off, held, sentence) {
        return None;
    }
    let named = || off.names.iter().any(|name| held.names.contains(name));
    let shares = || {
        let telling = |part: &&Part| part.party.is_some() || part.definite || part.plural;
        off.parts
            .iter()
            .filter(telling)
            .any(|x| held.parts.iter().filter(telling).any(|y| like(story, x, y) == Likeness::Same || bare_same(x, y)))
    };
    let kinds = KINDS.nouns.of(&noun.part.head);
    let tells = KINDS.verbs.of(&held.verb).iter().any(|kind| kinds.contains(kind));
    let verb = !off.verb.is_empty()
        && (off.verb == held.verb
            || lexicon::classes(&off.verb).iter().any(|class| lexicon::classes(&held.verb).contains(class)));
    let one_act = held.by_verb && (tells || verb);
    // "The firefighters were to walk out" against "teachers walked out".
    if !off.doers.is_empty()
        && !held.doers.is_empty()
        && !off.doers.iter().any(|x| held.doers.iter().any(|y| one(x, y)))
    {
        return None;
    }
    if THEMED.contains(&noun.part.head.as_str()) {
        let things = off.things.iter().flat_map(|x| held.things.iter().filter_map(|y| same(story, x, y)));
        let needed = |sameness| if sameness == Sameness::Known { CONTEXT_THING } else { CONTEXT_VERB };
        return things.max().filter(|_| one_act).map(needed);
    }
    match () {
        () if one_act && about && known_by_others() && !off.broken => Some(CONTEXT_ABOUT),
        () if one_act && named() && !off.broken => Some(CONTEXT_NAMED),
        () if one_act && (named() || shares()) => Some(CONTEXT_VERB),
        () if one_act && known_by_others() && !off.broken => Some(CONTEXT_ACT),
        () => None,
    }
}

/// Whether both sentences name one, person, body or place, and neither a place of its own beside it.
fn named_alike(story: &Story, a: &Event, b: &Event) -> bool {
    let same = |x: &Identity, y: &Identity| compare_parties(&story.identities, *x, *y) == Likeness::Same;
    let all = |event: &Event| event.names.iter().chain(&event.places).copied().collect::<Vec<_>>();
    let (one, two) = (all(a), all(b));
    one.iter().any(|x| two.iter().any(|y| same(x, y)))
}

/// "Teachers" and "teachers": a sort of people, of whom the day and the place tell which.
fn bare_same(x: &Part, y: &Part) -> bool {
    !x.head.is_empty() && x.head == y.head && x.plural && y.plural
}
