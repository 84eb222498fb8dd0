//! A claim as it is shown: names instead of numbers, and an identifier.

use crate::annotate::time::TimeMention;
use crate::extract::{Claim, Filler, Value};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Story, chain};
use crate::source::{Document, Span};
use std::collections::BTreeMap;

/// One claim with what is needed to show it.
pub(super) struct View<'a> {
    pub(super) id: String,
    pub(super) claim: &'a Claim,
    pub(super) document: &'a Document,
    story: &'a Story<'a>,
}

/// All claims of a story, in order.
pub(super) fn views<'a>(story: &'a Story<'a>) -> impl Iterator<Item = View<'a>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    story.claims.iter().filter_map(move |claim| {
        let document = &story.articles.get(claim.document.0 as usize)?.document;
        let mut id = identifier(document, claim);
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            id = format!("{id}-{times}");
        }
        Some(View { id, claim, document, story })
    })
}

/// An identifier of 32 hexadecimal digits that survives edits elsewhere in the article and moving its folder.
///
/// It depends on the file's name, the predicate, polarity and modality, and the words of the clause and of each role;
/// not on the rule, so that a rule may be renamed. The same sentence said twice in one article is told apart by `-2`.
fn identifier(document: &Document, claim: &Claim) -> String {
    let name = document.path.rsplit('/').next().unwrap_or(&document.path);
    let mut parts = vec![name.to_owned(), claim.predicate.to_string()];
    parts.push(format!("{:?} {:?}", claim.polarity, claim.modality));
    parts.push(document.slice(claim.span).split_whitespace().collect::<Vec<_>>().join(" "));
    for filler in &claim.roles {
        parts.push(filler.role.to_string());
        parts.push(document.slice(filler.span).split_whitespace().collect::<Vec<_>>().join(" "));
    }
    crate::fingerprint::of(parts.iter().map(String::as_str))
}

impl<'a> View<'a> {
    /// The words of a span.
    pub(super) fn text(&self, span: Span) -> &'a str {
        self.document.slice(span)
    }

    /// The name in the whole story of what fills a role, where it is known.
    pub(super) fn entity(&self, filler: &Filler) -> Option<&'a str> {
        let article = self.story.articles.get(self.claim.document.0 as usize)?;
        let mention = match filler.value {
            Value::Mention(mention) => mention,
            Value::Phrase(phrase) => article.phrases.get(phrase)?.mention?,
            _ => return None,
        };
        self.name(mention)
    }

    fn name(&self, mention: usize) -> Option<&'a str> {
        let at = self.claim.document.0 as usize;
        let entity = self.story.articles.get(at)?.mentions.get(mention)?.entity?;
        let identity = self.story.identities.of(at, entity)?;
        Some(&self.story.identities.party(identity).name)
    }

    /// Roles with their fillers in the order of names and text, times left out.
    pub(super) fn roles(&self) -> BTreeMap<&'a str, Vec<&'a Filler>> {
        let mut roles: BTreeMap<&str, Vec<&Filler>> = BTreeMap::new();
        for filler in self.claim.roles.iter().filter(|filler| !matches!(filler.value, Value::Time(_))) {
            roles.entry(&filler.role).or_default().push(filler);
        }
        roles
    }

    /// The most precise time it names.
    pub(super) fn time(&self) -> Option<&'a TimeMention> {
        let article = self.story.articles.get(self.claim.document.0 as usize)?;
        let times = self.claim.roles.iter().filter_map(|filler| match filler.value {
            Value::Time(time) => article.times.get(time),
            _ => None,
        });
        times.min_by_key(|time| time.value.map_or((true, None), |value| (false, Some(value.grain))))
    }

    /// Where it is claimed to have been: the name, and what that lies in, nearest first.
    pub(super) fn place(&self) -> Option<(String, Vec<String>)> {
        let gazetteer = Gazetteer::global();
        let place = self.claim.role("place").find_map(|filler| self.gazetteer_place(filler))?;
        Some((gazetteer.name(place), chain(place).into_iter().map(|outer| gazetteer.name(outer)).collect()))
    }

    fn gazetteer_place(&self, filler: &Filler) -> Option<PlaceId> {
        let at = self.claim.document.0 as usize;
        let article = self.story.articles.get(at)?;
        let mention = match filler.value {
            Value::Mention(mention) => mention,
            Value::Phrase(phrase) => article.phrases.get(phrase)?.mention?,
            _ => return None,
        };
        let identity = self.story.identities.of(at, article.mentions.get(mention)?.entity?)?;
        self.story.identities.party(identity).place
    }

    /// Who says so, by name where it is known, and whether word for word; `None` for the article's own voice.
    pub(super) fn speaker(&self) -> Option<(&'a str, bool)> {
        let speaker = self.claim.attribution.as_ref()?;
        let name = speaker.mention.and_then(|mention| self.name(mention));
        Some((name.unwrap_or_else(|| self.text(speaker.span)), speaker.direct))
    }
}
