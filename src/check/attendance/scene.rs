//! Where a clause puts somebody: at the scene of an event, or away from it, by verbs and what hangs on them
//! (`rules/english/scenes.csv`).
//!
//! "Cut the ribbon", "was helped down from the stand", "followed it on the radio", "a letter from her was read": one row a
//! sort of deed, so that a wording nobody listed is read by its parts. Only what is told to have happened counts. Whether two passages are of one event is asked in
//! [`super::one`].

mod fit;

use self::fit::{fits, matched, verb_fits};
use super::evidence::by_wire;
use crate::annotate::clause::Clause;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::check::attended::{Told, person_of, reaches};
use crate::check::order::reader::Reader;
use crate::check::table::rows;
use crate::hash::Map;
use std::sync::LazyLock;

/// Whose whereabouts a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Subject,
    Object,
    /// Whoever owns the matched phrase.
    Owner,
    /// Whom the matched phrase comes from.
    From,
    /// Whose the seat is that is the subject.
    Seat,
}

/// What else has to hold of the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Only {
    Always,
    PastPerfect,
    Past,
    Passive,
    /// Not sent to others than those who gathered.
    Alone,
    /// Not on the way back.
    Outward,
    /// Nothing but the event is heard of.
    OfIt,
}

/// One row of the table.
struct Row {
    there: bool,
    who: Who,
    only: Only,
    links: Vec<&'static str>,
    heads: Vec<&'static str>,
    people: bool,
}

struct Scenes {
    rows: Vec<Row>,
    /// By the first word of a verb: the words behind it and the row.
    verbs: Map<&'static str, Vec<(Vec<&'static str>, usize)>>,
    seats: Vec<&'static str>,
}

static SCENES: LazyLock<Scenes> = LazyLock::new(|| Scenes::new(include_str!("../../../rules/english/scenes.csv")));

impl Scenes {
    fn new(text: &'static str) -> Self {
        let mut lists: Map<&str, Vec<&'static str>> = Map::default();
        let mut scenes = Self { rows: Vec::new(), verbs: Map::default(), seats: Vec::new() };
        for row in rows(text) {
            let fields: Vec<&'static str> = row.split(',').collect();
            let [side, who, only, verbs, links, heads] = fields[..] else { continue };
            if side == "list" {
                lists.insert(who, heads.split('|').collect());
                continue;
            }
            let words = |word: &'static str| match word.strip_prefix('@') {
                Some(name) => lists.get(name).cloned().unwrap_or_default(),
                None => vec![word],
            };
            let at = scenes.rows.len();
            scenes.rows.push(Row {
                there: side == "there",
                who: match who {
                    "object" => Who::Object,
                    "owner" => Who::Owner,
                    "from" => Who::From,
                    "seat" => Who::Seat,
                    _ => Who::Subject,
                },
                only: match only {
                    "had" => Only::PastPerfect,
                    "past" => Only::Past,
                    "passive" => Only::Passive,
                    "alone" => Only::Alone,
                    "out" => Only::Outward,
                    "it" => Only::OfIt,
                    _ => Only::Always,
                },
                links: links.split('|').collect(),
                heads: heads.split('|').flat_map(words).collect(),
                people: heads.split('|').any(|word| word == "@people"),
            });
            for verb in verbs.split('|') {
                let mut words = verb.split(' ');
                let first = words.next().unwrap_or_default();
                scenes.verbs.entry(first).or_default().push((words.collect(), at));
            }
        }
        scenes.seats = lists.get("seat").cloned().unwrap_or_default();
        scenes
    }
}

/// Whomever the clauses of an article put at a scene, or away from it.
pub(super) fn told(reader: &Reader) -> Vec<Told> {
    reader.article.clauses.iter().flat_map(|clause| of_clause(reader, clause)).collect()
}

fn of_clause(reader: &Reader, clause: &Clause) -> Vec<Told> {
    let group = reader.group(clause.verb);
    let direct = clause.attribution.as_ref().is_some_and(|attribution| attribution.direct);
    // "Had to turn back": he did.
    let had_to = group.embedding.as_deref() == Some("have") && reader.article.tokens[group.tokens.start].lower == "had";
    let actual = clause.modality == Modality::Actual || clause.modality == Modality::Planned && had_to;
    let idle = clause.polarity == Polarity::Negative || !actual;
    if direct || idle || group.tense == Tense::Future || reader.quoted(group.main) {
        return Vec::new();
    }
    let happened = had_to || reader.happened(clause.verb, false);
    let lemma = group.lemma.as_str();
    let first = lemma.split(' ').next().unwrap_or_default();
    let Some(candidates) = SCENES.verbs.get(first).filter(|_| happened) else { return Vec::new() };
    for (rest, at) in candidates {
        let row = &SCENES.rows[*at];
        if !verb_fits(reader, group, rest) || !fits(reader, clause, group, row) {
            continue;
        }
        let Some(phrase) = matched(reader, clause, group, row) else { continue };
        let people = people(reader, clause, row, phrase);
        if !people.is_empty() {
            let remote = row.there && by_wire(lemma);
            let told = |person| Told { person, there: row.there, remote, span: clause.span, at: group.span.start };
            return people.into_iter().map(told).collect();
        }
    }
    Vec::new()
}

/// Those of whom a row tells.
fn people(reader: &Reader, clause: &Clause, row: &Row, phrase: Option<usize>) -> Vec<crate::graph::Identity> {
    let article = reader.article;
    let of_mention = |mention: usize| person_of(reader.story, reader.at, mention);
    // "Her publisher, Max Lohr, wept": the name may stand in apposition.
    let named = |phrase: usize| {
        let phrase = &article.phrases[phrase];
        let apposed = phrase.apposition.and_then(|other| article.phrases.get(other)).and_then(|other| other.mention);
        [apposed, phrase.mention].into_iter().flatten().find_map(of_mention)
    };
    let owner = |phrase: usize| {
        let noun = &article.phrases[phrase];
        let of = noun.complements.iter().find(|(word, _)| word == "of").map(|&(_, inner)| inner);
        noun.possessor.and_then(of_mention).or_else(|| of.and_then(named))
    };
    let from = |phrase: usize| {
        let from = article.phrases[phrase].complements.iter().find(|(word, _)| word == "from");
        from.and_then(|&(_, inner)| named(inner))
    };
    match row.who {
        Who::Subject => {
            let group = reader.group(clause.verb);
            let subjects = clause.subjects.iter().copied().filter(|&phrase| reaches(article, phrase, group));
            subjects.filter_map(named).collect()
        }
        Who::Object => clause.objects.iter().filter_map(|&phrase| named(phrase)).collect(),
        Who::Owner => phrase.and_then(owner).into_iter().collect(),
        Who::From => {
            // "A letter was read from her", too.
            let apart = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "from");
            let apart = apart.filter_map(|adjunct| adjunct.phrase).find_map(named);
            phrase.and_then(from).or(apart).into_iter().collect()
        }
        Who::Seat => {
            let is_seat =
                |phrase: &usize| SCENES.seats.contains(&article.tokens[article.phrases[*phrase].head].lemma.as_str());
            clause.subjects.iter().copied().filter(is_seat).filter_map(owner).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::assert_columns;

    #[test]
    fn every_row_is_whole_and_refers_to_lists_that_there_are() {
        const TEXT: &str = include_str!("../../../rules/english/scenes.csv");
        let sides: &[&str] = &["there", "away", "list"];
        assert_columns(TEXT, &[sides, &[], &[], &[], &[], &[]]);
        let lists: Vec<&str> = rows(TEXT).filter_map(|row| row.strip_prefix("list,")?.split(',').next()).collect();
        for word in rows(TEXT).filter_map(|row| row.rsplit(',').next()).flat_map(|heads| heads.split('|')) {
            let list = word.strip_prefix('@').filter(|list| *list != "people");
            assert!(list.is_none_or(|list| lists.contains(&list)), "{word}");
        }
    }
}
