//! A run taken apart: what stands before the name, the name, and what it seems to name.

use super::bare::Bare;
use super::{Guess, Name};
use crate::annotate::lexicon;
use crate::annotate::tag;
use crate::annotate::token::Token;
use crate::gazetteer::PlaceId;
use crate::source::Document;
use std::ops::Range;

/// The name in a run; `None` where there is only an office ("the Prime Minister") or an adjective of place.
pub(super) fn split(
    document: &Document,
    tokens: &[Token],
    run: Range<usize>,
    sentence: usize,
    places: &mut Bare<'_>,
) -> Option<Name> {
    let before = (run.start > sentence).then(|| &tokens[run.start - 1]);
    // "HMS Marl Star" is the "Marl Star".
    let ship = run.len() > 1 && is_ship_prefix(document.slice(tokens[run.start].span));
    let run = run.start + usize::from(ship)..run.end;
    let article =
        ship || before.is_some_and(|token| token.lower == "the" || !token.capital && bears_name(&token.lower));
    let whole = |range: Range<usize>, guess: Guess| Name {
        honorifics: range.start..range.start,
        core: range,
        office: None,
        of: None,
        guess,
    };
    let last = &tokens[run.end - 1];
    let determined = article || run.start > sentence && matches!(tokens[run.start - 1].lower.as_str(), "a" | "an");
    if run.len() == 1
        && (article && lexicon::body_noun(&last.lower)
            || determined && places.gazetteer.demonym(&last.written()).is_some())
    {
        // "the Company", "the Council": a description that happens to be capitalised; so is "the Dane".
        return None;
    }
    if run.len() > 1 && lexicon::body_suffix(&last.lower) && lexicon::honorific(&tokens[run.start].lower).is_none() {
        return Some(whole(run, Guess::Body));
    }
    if let Some(place) = place(document, tokens, &run, places)
        && (run.len() > 1 || !lexicon::is_given_name(&tokens[run.start].lower))
    {
        return Some(whole(run, Guess::Place(place)));
    }
    let (office, of, mut start) = leading_office(tokens, &run);
    let mut honorifics = start..start + honorific_count(&tokens[start..run.end]);
    start = honorifics.end;
    if start >= run.end {
        // Nothing but titles is a description, which the entity layer reads from its noun phrase; not so the
        // "Ministry of Justice".
        let body = run.len() > 2 && heads_body(&tokens[run.clone()]);
        return body.then(|| whole(run, Guess::Body));
    }
    let mut core = start..run.end;
    let gazetteer = places.gazetteer;
    let titled = office.is_some() || !honorifics.is_empty();
    // "the Danish House": what ordinary words name is named with its adjective.
    let thing = core.len() == 2
        && tag::is_common_word(&tokens[core.end - 1].lower)
        && !lexicon::is_given_name(&tokens[core.end - 1].lower);
    if !titled && core.len() > 1 && !thing && gazetteer.demonym(&tokens[core.start].written()).is_some() {
        // "Norwegian Ingrid Olsen": the adjective is no part of the name.
        core.start += 1;
        honorifics = core.start..core.start;
    } else if !titled
        && !thing
        && gazetteer.demonym(&tokens[core.start].written()).is_some()
        && gazetteer.lookup(&tokens[core.start].written()).is_empty()
    {
        return None;
    }
    let guess = if titled && honorifics.is_empty() && lexicon::body_suffix(&last.lower) {
        Guess::Body
    } else if titled {
        Guess::Person
    } else {
        guess(document, tokens, &core, places, article)
    };
    Some(Name { core, honorifics, office, of, guess })
}

/// The office at the front of a run or inside it: office, what stands before it, and where the rest begins.
fn leading_office(tokens: &[Token], run: &Range<usize>) -> (Option<Range<usize>>, Option<Range<usize>>, usize) {
    for start in run.clone() {
        if let Some((length, _)) = lexicon::office_at(&tokens[start..run.end]) {
            let of = (start > run.start).then_some(run.start..start);
            return (Some(start..start + length), of, start + length);
        }
        if lexicon::honorific(&tokens[start].lower).is_some() {
            break;
        }
    }
    (None, None, run.start)
}

fn honorific_count(tokens: &[Token]) -> usize {
    tokens.iter().take_while(|token| lexicon::honorific(&token.lower).is_some()).count()
}

fn place(document: &Document, tokens: &[Token], range: &Range<usize>, places: &mut Bare<'_>) -> Option<PlaceId> {
    let span = tokens[range.start].span.join(tokens[range.end - 1].span);
    places.place(document.slice(span))
}

/// "Bank of …", "Department for …"
fn heads_body(words: &[Token]) -> bool {
    lexicon::body_head(&words[0].lower) && matches!(words[1].lower.as_str(), "of" | "for")
}

/// What stands before the name of a ship.
fn is_ship_prefix(written: &str) -> bool {
    matches!(
        written,
        "HMS"
            | "USS"
            | "HNLMS"
            | "HMAS"
            | "HMCS"
            | "HMNZS"
            | "HDMS"
            | "HNoMS"
            | "HSwMS"
            | "INS"
            | "FGS"
            | "ITS"
            | "USNS"
            | "USCGC"
            | "RMS"
            | "SS"
            | "MV"
            | "MS"
            | "MT"
            | "MSC"
            | "RRS"
            | "RV"
            | "KRI"
            | "BRP"
            | "ROKS"
            | "JS"
            | "TCG"
            | "ORP"
            | "ARA"
            | "RFA"
    )
}

/// Things that bear names like people: "the merchant vessel Marl Star", "the storm Ana".
fn bears_name(noun: &str) -> bool {
    matches!(
        noun,
        "vessel"
            | "ship"
            | "boat"
            | "ferry"
            | "frigate"
            | "trawler"
            | "tanker"
            | "freighter"
            | "yacht"
            | "tug"
            | "tugboat"
            | "liner"
            | "destroyer"
            | "corvette"
            | "submarine"
            | "barge"
            | "schooner"
            | "lifeboat"
            | "dredger"
            | "minesweeper"
            | "icebreaker"
            | "spacecraft"
            | "probe"
            | "rover"
            | "lander"
            | "satellite"
            | "storm"
            | "hurricane"
            | "cyclone"
            | "typhoon"
            | "racehorse"
            | "mare"
            | "gelding"
            | "colt"
            | "filly"
            | "steamer"
            | "cutter"
            | "catamaran"
            | "bulker"
            | "whaler"
            | "locomotive"
    )
}

/// What the words of a name by themselves suggest.
fn guess(document: &Document, tokens: &[Token], core: &Range<usize>, places: &mut Bare<'_>, article: bool) -> Guess {
    let words = &tokens[core.clone()];
    let last = &words[words.len() - 1];
    if words.len() > 1 && lexicon::body_suffix(&last.lower) {
        return Guess::Body;
    }
    if lexicon::is_body_acronym(document.slice(last.span)).is_some() || words.len() > 1 && heads_body(words) {
        return Guess::Body;
    }
    if let Some(place) = place(document, tokens, core, places) {
        return Guess::Place(place);
    }
    // "Marl Town": no place of the gazetteer, so its club.
    let club = words.len() == 2 && last.lower == "town";
    if club || words.iter().any(|token| token.lower == "&") {
        return Guess::Body;
    }
    if words.len() > 1 && !article {
        if lexicon::is_given_name(&words[0].lower) {
            return Guess::Person;
        }
        // "T. J. Whitcombe": only people go by initials. "Zofia Dam Olsen": the first word decides; "Salt Road" and
        // "Green Door" begin with English words.
        let initial = words[0].lower.ends_with('.') && words[0].lower.chars().count() == 2;
        let surname = words.len() <= 3 && lexicon::is_surname(&last.lower);
        let strange = !tag::is_word(&words[0].lower) || surname && !tag::is_common_word(&words[0].lower);
        if initial || strange && words.len() <= 4 {
            return Guess::LikelyPerson;
        }
    }
    Guess::Unknown
}
