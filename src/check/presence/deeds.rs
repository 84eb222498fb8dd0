//! Presence told by a deed: whoever addressed a dinner in Leeds at eight was in Leeds at eight.
//!
//! Only verbs of `rules/english/bodily-verbs.csv`, only what is told to have happened, and only with a time of its own
//! clause: nothing follows from what somebody did by telephone, decree or deputy.

use super::Presence;
use crate::annotate::mention::EntityKind;
use crate::annotate::time::Grain;
use crate::check::happening::{self, Happening};
use crate::check::order::event::Part;
use crate::check::order::reader::of_all;
use crate::gazetteer::table::Table;
use crate::graph::{Identity, Story};

static VERBS: Table = Table::new(include_str!("../../../rules/english/bodily-verbs.csv"), ',');

/// Whom a verb puts bodily where it happens: its "agent", its "theme", or "both".
pub(in crate::check) fn deed(lemma: &str) -> Option<&'static str> {
    VERBS.find(lemma).next().map(|row| row.field(1))
}

/// Everybody whom a deed puts somewhere at some time.
pub(super) fn presences(story: &Story) -> Vec<Presence> {
    of_all(story, happening::read).iter().flat_map(|happening| of(story, happening)).collect()
}

fn of(story: &Story, happening: &Happening) -> Vec<Presence> {
    let Some(who) = deed(&happening.lemma) else { return Vec::new() };
    let (Some(dated), [place, ..]) = (happening.when(), happening.places.as_slice()) else { return Vec::new() };
    if happening.planned || happening.borrowed || place.near || happening.event.noun {
        return Vec::new();
    }
    let event = &happening.event;
    let agents = event.agents.iter().filter(|_| who != "theme");
    let themes = event.themes.iter().filter(|_| who != "agent");
    let person = |part: &Part| -> Option<Identity> {
        part.party.filter(|party| part.sure && story.identities.party(*party).kind == EntityKind::Person)
    };
    let throughout = happening.lemma == "spend" && dated.value.grain <= Grain::Day;
    agents
        .chain(themes)
        .filter_map(person)
        .map(|person| Presence {
            article: event.article,
            span: event.span,
            rule: "core/presence".into(),
            zone: dated.zone,
            attends: false,
            person,
            place: place.place,
            when: Some(dated.value),
            throughout,
            leaving: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    #[test]
    fn the_table_is_sorted() {
        assert!(VERBS.disorder().is_none(), "{:?}", VERBS.disorder().map(|(a, b)| (a.line, b.line)));
    }

    #[test]
    fn a_deed_at_an_hour_puts_somebody_in_a_place() {
        let dinner = "Judge Petra Holm addressed a dinner in Sacramento at 8pm on Tuesday.";
        assert_conflict(
            Check::Place,
            Severity::Error,
            dinner,
            "Judge Petra Holm was seen in Denver on Tuesday evening.",
        );
        assert_quiet(dinner, "Judge Petra Holm was seen in Denver on Tuesday morning.");
        assert_quiet(dinner, "Judge Petra Holm won praise in Denver on Tuesday evening.");
    }
}
