//! Who speaks for which side in court: "for the defence, Ana Ruiz KC said", "Ana Ruiz, prosecuting,", "Li Wei, who
//! represents the accused".
//!
//! Papers rarely call counsel by an office, so that the side is read from the words beside the name. It makes an office of
//! it, which excludes that of the other side.

use super::holding::Held;
use crate::annotate::Article;
use crate::annotate::mention::Office;
use crate::check::support::{everybody, sentence_at};
use crate::graph::Story;
use crate::source::Span;

/// Words between a name and the verb that say for which side it speaks, and words before a name.
#[rustfmt::skip]
const DEFENDING: &[&str] = &[
    "for the defence", "for the defense", "defending", "for the accused", "for the defendant", "for the defendants",
    "counsel for the defence", "on behalf of the accused", "on behalf of the defendant", "who represents the accused",
    "who represents the defendant", "who is defending", "who was defending", "who defends", "who is representing the accused",
];
#[rustfmt::skip]
const PROSECUTING: &[&str] = &[
    "for the prosecution", "for the crown", "prosecuting", "on behalf of the crown", "on behalf of the prosecution",
    "who is prosecuting", "who was prosecuting", "who leads the prosecution", "who is leading the prosecution",
    "opening the case for the prosecution", "opening for the crown", "for the people",
];
/// Beginnings of what stands before "the defence" and before a name.
const SPEAKING: &[&str] = &["speaking", "appearing", "acting", "", "closing", "opening", "summing up"];

/// Everybody whom an article has on one side of a trial.
pub(super) fn counsel(story: &Story) -> Vec<Held> {
    let mut list = Vec::new();
    for (at, article) in story.articles.iter().enumerate() {
        for (person, mention) in everybody(story, at) {
            let span = mention.span;
            let Some(title) = side(article, span) else { continue };
            let office = Office { title: title.into(), of: None, standing: None, span, inferred: false };
            list.push(Held { person, article: at, office, of: None, guessed: false, only: false, span });
        }
    }
    list
}

/// The office of counsel that the words before and behind a name give.
fn side(article: &Article, name: Span) -> Option<&'static str> {
    let sentence = article.sentences.get(sentence_at(article, name.start))?.span;
    let slice = |from: usize, to: usize| article.document.slice(Span::new(from, to.max(from))).to_lowercase();
    let before = slice(sentence.start.min(name.start), name.start);
    let behind = slice(name.end, sentence.end.max(name.end));
    // "Ana Ruiz KC, for the defence, said"
    let behind = behind.trim_start_matches([' ', ',']).trim_start_matches("kc").trim_start_matches("qc");
    let behind = behind.trim_start_matches([' ', ',', '(']);
    let opens = |words: &&str| {
        behind.strip_prefix(*words).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '.', ')', ' ']))
    };
    // "Speaking for the defence, Ana Ruiz said": the name is the subject behind the comma.
    let before = before.trim_start_matches(['“', '"', ' ']).trim_end();
    let led = |words: &&str| {
        before
            .strip_suffix(',')
            .is_some_and(|before| SPEAKING.iter().any(|speaking| before == format!("{speaking} {words}").trim_start()))
    };
    let of = |list: &[&'static str]| list.iter().any(|words| opens(words) || led(words));
    match (of(DEFENDING), of(PROSECUTING)) {
        (true, false) => Some("defence lawyer"),
        (false, true) => Some("prosecutor"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    #[test]
    fn nobody_speaks_for_both_sides() {
        let lowe = "Speaking for the defence, Ana Ruiz KC told the jury on Monday that the driver had been foolish.";
        assert_conflict(
            Check::Role,
            Severity::Error,
            lowe,
            "Prosecutor Ana Ruiz KC told the jury on Monday that he lied.",
        );
        assert_conflict(
            Check::Role,
            Severity::Error,
            lowe,
            "Ana Ruiz KC, prosecuting, told the jury that he had lied.",
        );
        assert_quiet(lowe, "Ana Ruiz KC, for the defence, told the jury on Monday that he had lied to nobody.");
        assert_quiet(lowe, "Tom Lind, prosecuting, told the jury on Monday that he had lied to everybody.");
        assert_quiet(lowe, "After Ana Ruiz KC, defending a mother's right to speak, had sat down, the jury laughed.");
    }
}
