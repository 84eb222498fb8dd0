//! What stands where in an article: the sentence and clause of a byte, and the mentions, figures and times within a span.

use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{EntityKind, Mention, MentionForm};
use crate::annotate::quantity::Quantity;
use crate::annotate::time::TimeMention;
use crate::annotate::token::Token;
use crate::graph::{Identity, Story};
use crate::source::Span;

/// Index of the sentence that a byte lies in, or else of the next; the number of sentences where none comes any more.
pub(in crate::check) fn sentence_at(article: &Article, byte: usize) -> usize {
    article.sentences.partition_point(|sentence| sentence.span.end <= byte)
}

/// The tokens of the sentence that a byte lies in; none where there is no sentence.
pub(in crate::check) fn tokens(article: &Article, byte: usize) -> &[Token] {
    let sentence = article.sentences.get(sentence_at(article, byte));
    sentence.map_or(&[], |sentence| &article.tokens[sentence.tokens.clone()])
}

/// "Was arrested again and remains in custody": whether the sentence that a span begins in tells of a second time.
pub(in crate::check) fn once_more(article: &Article, span: Span) -> bool {
    let again = |word: &str| matches!(word, "again" | "rearrested" | "re-arrested" | "recaptured" | "readmitted");
    tokens(article, span.start).iter().any(|token| again(&token.lower))
}

/// The sentence that a span begins in; the span itself where there is none.
pub(in crate::check) fn sentence(article: &Article, span: Span) -> Span {
    article.sentences.get(sentence_at(article, span.start)).map_or(span, |sentence| sentence.span)
}

/// The clauses of a sentence, by its index.
pub(in crate::check) fn clauses(article: &Article, sentence: usize) -> impl Iterator<Item = &Clause> {
    let first = article.clauses.partition_point(|clause| clause.sentence < sentence);
    article.clauses[first..].iter().take_while(move |clause| clause.sentence == sentence)
}

/// The smallest clause that holds a span.
pub(in crate::check) fn clause(article: &Article, span: Span) -> Option<&Clause> {
    let own = clauses(article, sentence_at(article, span.start)).filter(|clause| clause.span.contains(span));
    own.min_by_key(|clause| clause.span.len())
}

/// The mentions that begin within a span.
pub(in crate::check) fn mentions(article: &Article, span: Span) -> impl Iterator<Item = &Mention> {
    let first = article.mentions.partition_point(|mention| mention.span.start < span.start);
    article.mentions[first..].iter().take_while(move |mention| mention.span.start < span.end)
}

/// The figures that begin within a span.
pub(in crate::check) fn figures(article: &Article, span: Span) -> &[Quantity] {
    let first = article.quantities.partition_point(|figure| figure.span.start < span.start);
    let list = &article.quantities[first..];
    &list[..list.partition_point(|figure| figure.span.start < span.end)]
}

/// The people that are named within a span, at each of their names.
pub(in crate::check) fn people<'s>(
    story: &'s Story,
    at: usize,
    span: Span,
) -> impl Iterator<Item = (Identity, &'s Mention)> {
    let named = mentions(&story.articles[at], span)
        .filter(|mention| mention.form == MentionForm::Name && mention.kind == EntityKind::Person);
    named.filter_map(move |mention| Some((story.identities.of(at, mention.entity?)?, mention)))
}

/// The people that an article names, at each of their names.
pub(in crate::check) fn everybody<'s>(story: &'s Story, at: usize) -> impl Iterator<Item = (Identity, &'s Mention)> {
    people(story, at, Span::new(0, story.articles[at].document.text.len()))
}

/// The times that begin within a span.
pub(in crate::check) fn times(article: &Article, span: Span) -> impl Iterator<Item = &TimeMention> {
    let first = article.times.partition_point(|time| time.span.start < span.start);
    article.times[first..].iter().take_while(move |time| time.span.start < span.end)
}

/// Bytes between a figure and the total that it is a part of.
const NEAR_TOTAL: usize = 40;

/// "26 of the airline's 41 flights": the total of which the figure at `figure` is a part.
pub(in crate::check) fn total(article: &Article, figure: Span) -> Option<&Quantity> {
    let next = article.quantities.partition_point(|quantity| quantity.span.start < figure.end);
    let total = article.quantities.get(next)?;
    let between = article.document.text.get(figure.end..total.span.start)?;
    (between.len() < NEAR_TOTAL && between.starts_with(" of ")).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;

    #[test]
    fn what_stands_in_a_sentence_is_found_and_nothing_beside_it() {
        let article = read("Six boats sank. Nine men swam to two islands.");
        let second = article.sentences[1].span;
        let words = |tokens: &[Token]| tokens.iter().map(|token| token.lower.to_string()).collect::<Vec<_>>();
        assert_eq!(words(&tokens(&article, 0)[..3]), ["six", "boats", "sank"]);
        assert_eq!(words(&tokens(&article, second.start)[..2]), ["nine", "men"]);
        assert_eq!(words(tokens(&article, article.document.text.len())), [""; 0]);
        let starts: Vec<usize> = figures(&article, second).iter().map(|figure| figure.span.start).collect();
        assert_eq!(starts, [second.start, article.document.text.find("two").unwrap()]);
    }
}
