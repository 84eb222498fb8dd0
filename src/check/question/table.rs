//! The words of both answers to each question, read from the table; [`super::found`] looks for them among an article's tokens.

use crate::check::table::{Sorts, rows};
use crate::hash::Map;
use std::sync::LazyLock;

/// Of what a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Somebody.
    Person,
    /// Whatever the clause tells of, people or not.
    Any,
    /// The same, but for people.
    Thing,
    /// The words say it.
    Own,
    /// A thing of a sort.
    Sort(&'static str),
    /// Whatever of a sort is told of: a story has one.
    Lone(&'static str),
    /// The same; one of the two passages need not name it.
    Loose(&'static str),
}

/// Where that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the grammatical subject.
    Subject,
    /// It is acted upon.
    Object,
    /// It stands with the last of the words, or right behind them.
    Beside,
}

/// One wording of an answer.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) question: &'static str,
    pub(super) of: Of,
    pub(super) place: Place,
    /// Whether it answers yes.
    pub(super) holds: bool,
    /// Whether denying it is the other answer.
    pub(super) deniable: bool,
    /// Whether it is of the one occurrence that the story is about, whatever its date.
    pub(super) once: bool,
    /// Whether it is what parties dispute, so that what the one says is held against no other's word.
    pub(super) disputed: bool,
    pub(super) elements: Vec<Element>,
}

#[derive(Debug)]
pub(super) enum Element {
    Words(Vec<&'static str>),
    Number,
    Score,
    Gap,
}

static TEXT: &str = include_str!("../../../rules/english/questions.csv");
static TOPICS: LazyLock<Sorts> =
    LazyLock::new(|| Sorts::new(include_str!("../../../rules/english/question-topics.csv")));
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// Whether a noun is of a sort of the table.
pub(super) fn of_sort(sort: &str, lemma: &str) -> bool {
    TOPICS.words(sort).contains(&lemma)
}

/// The question whether something was had or done to something at all, which needs no words of the table.
pub(super) static HAVING: Wording = Wording {
    question: "has",
    of: Of::Any,
    place: Place::Subject,
    holds: true,
    deniable: true,
    once: false,
    disputed: false,
    elements: Vec::new(),
};

pub(super) struct Table {
    pub(super) wordings: Vec<Wording>,
    /// Wordings by their first word; figures under "#", scores under "5-4".
    pub(super) first: Map<&'static str, Vec<usize>>,
}

impl Table {
    fn new() -> Self {
        let mut names: Map<&str, Vec<&'static str>> = Map::default();
        let mut wordings = Vec::new();
        for row in rows(TEXT) {
            let fields: Vec<&'static str> = row.split(',').collect();
            let &[question, of, side, words] = fields.as_slice() else { continue };
            if question.starts_with('@') {
                names.insert(question, words.split('|').collect());
                continue;
            }
            wordings.extend(words.split('|').map(|words| wording(&names, question, of, side, words)));
        }
        let mut first: Map<&'static str, Vec<usize>> = Map::default();
        for (at, wording) in wordings.iter().enumerate() {
            match wording.elements.first() {
                Some(Element::Words(words)) => {
                    for word in words {
                        first.entry(word).or_default().push(at);
                    }
                }
                Some(Element::Number) => first.entry("#").or_default().push(at),
                Some(Element::Score) => first.entry("5-4").or_default().push(at),
                _ => {}
            }
        }
        Self { wordings, first }
    }
}

fn wording(
    names: &Map<&str, Vec<&'static str>>,
    question: &'static str,
    of: &'static str,
    side: &str,
    words: &'static str,
) -> Wording {
    let mut place = Place::Subject;
    let mut elements = Vec::new();
    for word in words.split(' ') {
        let (word, beside) = word.strip_suffix('^').map_or((word, false), |word| (word, true));
        if beside || word == "^" {
            place = Place::Beside;
        }
        match word {
            ">" => place = Place::Object,
            "" => {}
            ".." => elements.push(Element::Gap),
            "#" => elements.push(Element::Number),
            "5-4" => elements.push(Element::Score),
            name if name.starts_with('@') => {
                elements.push(Element::Words(names.get(name).cloned().unwrap_or_default()));
            }
            word => elements.push(Element::Words(word.split('/').collect())),
        }
    }
    let (of, disputed) = of.strip_prefix('~').map_or((of, false), |of| (of, true));
    let (of, once) = of.strip_prefix('=').map_or((of, false), |of| (of, true));
    let of = match of.split_at(1) {
        ("*", sort) => Of::Lone(sort),
        ("+", sort) => Of::Loose(sort),
        _ => match of {
            "person" => Of::Person,
            "any" | "party" | "agent" => Of::Any,
            "thing" | "body" => Of::Thing,
            "self" => Of::Own,
            sort => Of::Sort(sort),
        },
    };
    Wording {
        question,
        of,
        place,
        holds: side.starts_with('+'),
        deniable: !side.ends_with('!'),
        once,
        disputed,
        elements,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_row_is_whole() {
        let sorts: Vec<&str> = rows(include_str!("../../../rules/english/question-topics.csv"))
            .filter_map(|row| Some(row.split_once(',')?.0))
            .collect();
        TOPICS.assert_sorts(&sorts);
        for wording in &TABLE.wordings {
            assert!(!wording.elements.is_empty() && !matches!(wording.elements[0], Element::Gap), "{wording:?}");
            let known =
                wording.elements.iter().all(|element| !matches!(element, Element::Words(words) if words.is_empty()));
            assert!(known, "{wording:?}");
            if let Of::Sort(sort) | Of::Lone(sort) | Of::Loose(sort) = wording.of {
                assert!(sorts.contains(&sort), "{sort}");
            }
        }
    }

    #[test]
    fn each_question_has_both_answers_and_no_words_answer_both_ways() {
        let mut sides: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        let mut words: BTreeMap<(&str, &str), bool> = BTreeMap::new();
        for row in rows(TEXT) {
            let fields: Vec<&str> = row.split(',').collect();
            assert_eq!(fields.len(), 4, "{row}");
            if fields[0].starts_with('@') {
                continue;
            }
            assert!(matches!(fields[2], "+" | "-" | "+!" | "-!"), "{row}");
            let holds = fields[2].starts_with('+');
            sides.entry(fields[0]).or_default()[usize::from(holds)] += 1;
            for one in fields[3].split('|') {
                assert!(!one.is_empty(), "{row}");
                let before = words.insert((fields[0], one), holds);
                assert!(before.is_none(), "{one} stands twice under {}", fields[0]);
            }
        }
        assert!(sides.len() > 120);
        assert!(sides.values().all(|[no, yes]| *no > 0 && *yes > 0));
    }
}
