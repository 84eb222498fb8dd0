//! Posts as the words beside a name tell them: behind it or before it.

use super::Post;
use super::words::{Read, Reader};
use crate::annotate::token::Tag;
use crate::check::support::{everybody, sentence_at};
use crate::graph::Story;
use std::ops::Range;

/// Verbs of being at the head of something.
const RUNNING: &[&str] = &["run", "head", "lead", "direct", "oversee", "manage"];
/// Most posts of an article that are read.
const MOST: usize = 100;

/// The posts of an article.
pub(super) fn posts(story: &Story, at: usize) -> Vec<Post> {
    let article = &story.articles[at];
    let mut found = Vec::new();
    for (person, mention) in everybody(story, at) {
        let Some(sentence) = article.sentences.get(sentence_at(article, mention.span.start)) else { continue };
        let first = article.tokens.partition_point(|token| token.span.start < mention.span.start);
        let behind = article.tokens.partition_point(|token| token.span.start < mention.span.end);
        let reader = Reader { story, at, article, end: sentence.tokens.end };
        let read = reader.behind(behind).or_else(|| reader.before(sentence.tokens.start..first));
        if let Some(read) = read.filter(|read| !read.matter.is_empty() && found.len() < MOST) {
            let span = read.span.join(mention.span);
            found.push(Post {
                person,
                article: at,
                rank: read.rank,
                deputy: read.deputy,
                matter: read.matter,
                house: read.house,
                span,
            });
        }
    }
    found
}

impl Reader<'_> {
    /// ", 54, director of nursing at …", ", who runs …", "is head of …" behind a name.
    fn behind(&self, from: usize) -> Option<Read> {
        let mut at = from;
        let comma = matches!(self.lower(at), "," | "(");
        at += usize::from(comma);
        let age = comma && self.token(at).is_some_and(|token| token.tag == Tag::Number);
        if age && self.lower(at + 1) == "," {
            at += 2;
        }
        let who = self.lower(at) == "who";
        at += usize::from(who);
        if who || !comma {
            let verb = self.token(at)?;
            if RUNNING.contains(&verb.lemma.as_str()) && verb.tag == Tag::VerbThird {
                return self.matter_run(at + 1);
            }
            let length = match [self.lower(at), self.lower(at + 1), self.lower(at + 2)] {
                ["is", "in", "charge"] if self.lower(at + 3) == "of" => {
                    return self.matter_run(at + 4);
                }
                ["has", "charge", "of"] | ["is", "responsible", "for"] => return self.matter_run(at + 3),
                ["has", "been" | "served" | "worked", "as"] => 3,
                ["has", "been", _] | ["serves" | "works", "as", _] => 2,
                ["is", ..] => 1,
                _ => return None,
            };
            return self.post(at + length);
        }
        self.post(at)
    }

    /// "the hospital's head of infection control, Dr …", "finance chief …" before a name.
    fn before(&self, tokens: Range<usize>) -> Option<Read> {
        let last = tokens.end.checked_sub(1)?;
        let end = if self.lower(last) == "," { last } else { tokens.end };
        let start = (tokens.start.max(end.saturating_sub(10))..end)
            .rev()
            .take_while(|&at| !matches!(self.lower(at), "," | ";" | ":" | "“" | "\"" | "(") && !self.verb(at))
            .last()?;
        (start..end).find_map(|from| self.post(from).filter(|read| read.end == end))
    }

    fn verb(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.tag.is_finite())
    }
}
