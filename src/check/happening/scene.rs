//! Where and for whom a clause tells that something happened, beside the places that the gazetteer knows: what is left,
//! scenes, houses and names that no list has.

use super::place::{AT, Where, where_of};
use crate::annotate::clause::Clause;
use crate::check::order::event::Part;
use crate::check::order::reader::Reader;
use crate::check::whereabouts::{self, Site};
use crate::source::Span;

/// Classes of what leaves a place, or is brought out of it.
const OUT_OF: &[&str] = &["leave", "lift off", "rescue", "discover", "send"];

/// "Sailed from Rotterdam", "left Hamburg": the places that are left, where any are named.
pub(super) fn from(reader: &Reader, clause: &Clause, class: &str) -> Option<Vec<Where>> {
    if !OUT_OF.contains(&class) {
        return None;
    }
    let out = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && adjunct.preposition == "from");
    let out = out.filter_map(|adjunct| Some((adjunct.phrase?, adjunct.span)));
    let left =
        clause.objects.iter().filter(|_| class == "leave").map(|&object| (object, reader.article.phrases[object].span));
    let found: Vec<Where> = out.chain(left).filter_map(|(phrase, span)| where_of(reader, "in", phrase, span)).collect();
    (!found.is_empty()).then_some(found)
}

/// The places behind the verb, and behind what it acts upon, that only their nouns tell, or names with a noun.
pub(super) fn sites(reader: &Reader, clause: &Clause, class: &str) -> Vec<(Site, Span)> {
    let out = OUT_OF.contains(&class) && class != "leave";
    let at = |preposition: &str| AT.contains(&preposition) || preposition == "outside" || out && preposition == "from";
    let own = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && at(&adjunct.preposition));
    let own = own.filter_map(|adjunct| adjunct.phrase);
    let behind = clause.objects.iter().flat_map(|&object| &reader.article.phrases[object].complements);
    let behind = behind.filter(|(preposition, _)| at(preposition)).map(|&(_, phrase)| phrase);
    let mut found = Vec::new();
    for phrase in own.chain(behind) {
        whereabouts::sites(reader, "in", phrase, 0, &mut found);
    }
    // "In the Family" names no place that could be told from others, "at Valdermo" does.
    let bare = |span: Span| reader.article.document.slice(span).starts_with(char::is_uppercase);
    found.retain(|(site, span)| match site {
        Site::Scene(_) | Site::Named(Some(_), _) => true,
        Site::Named(None, _) => bare(*span),
        Site::Known(..) => false,
    });
    found
}

/// The sorts of people or things that a clause says something is done to: "to cars".
pub(super) fn users(reader: &Reader, clause: &Clause) -> Vec<Part> {
    let to = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && adjunct.preposition == "to");
    to.filter_map(|adjunct| reader.part(adjunct.phrase?)).filter(|part| part.plural && part.party.is_none()).collect()
}
