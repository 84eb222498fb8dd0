//! The verbs that introduce quoted words, by form.
//!
//! The table is data (`rules/english/speech-verbs.csv`); here it becomes a lookup from a form to its frame. Whether a
//! form is a verb in its sentence, and whose words follow, is for [`super::attribute`] to say.

use crate::hash::Map;
use std::sync::LazyLock;

/// How a verb takes the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// The words are its object: said, insisted, wrote.
    Say,
    /// An addressee comes first: told, assured.
    Tell,
    /// What is called or judged comes first: called, described, accused.
    Label,
    /// A way of speaking; counts only beside the words: laughed, went on.
    Manner,
    /// Gives a name or title, and is no speech: dubbed, titled.
    Name,
}

/// The form of a verb, as far as it can be seen without a tagger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// say
    Base,
    /// says, said
    Finite,
    /// written: not the past form as well
    Participle,
    /// saying
    Gerund,
}

const TABLE: &str = include_str!("../../../rules/english/speech-verbs.csv");

static FORMS: LazyLock<Map<&'static str, (Frame, Form)>> = LazyLock::new(|| {
    let mut forms = Map::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',').map(str::trim);
        let (base, third, past) = (cells.next(), cells.next(), cells.next());
        let (participle, gerund) = (cells.next(), cells.next());
        let Some(frame) = cells.next().and_then(frame) else { continue };
        // Earlier entries win: `read` is a past form before it is a base form.
        let all = [
            (past, Form::Finite),
            (third, Form::Finite),
            (participle, Form::Participle),
            (gerund, Form::Gerund),
            (base, Form::Base),
        ];
        for (form, kind) in all {
            if let Some(form) = form {
                forms.entry(form).or_insert((frame, kind));
            }
        }
    }
    forms
});

fn frame(cell: &str) -> Option<Frame> {
    Some(match cell {
        "say" => Frame::Say,
        "tell" => Frame::Tell,
        "label" => Frame::Label,
        "manner" => Frame::Manner,
        "name" => Frame::Name,
        _ => return None,
    })
}

/// The frame and form of a lower-case word, if it is a form of a verb of the table.
pub(super) fn cue(lower: &str) -> Option<(Frame, Form)> {
    FORMS.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_understood() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert!(frame(cells[5]).is_some(), "{line}");
            assert!(cue(cells[2]).is_some(), "{line}");
        }
    }

    #[test]
    fn forms_are_told_apart() {
        assert_eq!(cue("said"), Some((Frame::Say, Form::Finite)));
        assert_eq!(cue("written"), Some((Frame::Say, Form::Participle)));
        assert_eq!(cue("telling"), Some((Frame::Tell, Form::Gerund)));
        assert_eq!(cue("table"), None);
    }
}
