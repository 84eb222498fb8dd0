//! The clocks of places: what a clock time means where the story happens, or where it was filed.
//!
//! A phrase seldom names its zone. A report from Lima and one from London of one moment give two clock times, and who
//! reads them has to know on whose clock; here is only told which clocks there are.

use super::zone;
use crate::gazetteer::{Context, Gazetteer, PlaceId};
use crate::source::Document;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The distance from UTC that clocks in a place show at a civil time; `None` for countries of several zones.
#[must_use]
pub fn clock_at(place: PlaceId, time: DateTime) -> Option<Offset> {
    zone::offset_at(Gazetteer::global().zone(place)?, time)
}

/// The place that the article's dateline names ("LIMA, March 4 —"), where it is known.
#[must_use]
pub fn filed_from(document: &Document) -> Option<PlaceId> {
    let line = crate::ingest::document_dateline(&document.text, &document.blocks)?;
    let (name, qualifier) = match line.place.of(&document.text).split_once(',') {
        Some((name, qualifier)) => (name, Some(qualifier.trim())),
        None => (line.place.of(&document.text), None),
    };
    let gazetteer = Gazetteer::global();
    let context = Context { qualifier, named: &[] };
    gazetteer.resolve(&titled(name), &context)
}

/// "NEW YORK" as names are spelt.
fn titled(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Block, BlockKind, Span};
    use jiff::civil::date;

    #[test]
    fn clocks_go_by_place_and_season() {
        let gazetteer = Gazetteer::global();
        let lima = gazetteer.resolve("Lima", &Context::default()).expect("known");
        let london = gazetteer.resolve("London", &Context::default()).expect("known");
        let hours = |place, month| clock_at(place, date(2025, month, 4).at(12, 0, 0, 0)).map(Offset::seconds);
        assert_eq!(hours(lima, 7), Some(-5 * 3600));
        assert_eq!((hours(london, 1), hours(london, 7)), (Some(0), Some(3600)));
        let states = gazetteer.resolve("United States", &Context::default()).expect("known");
        assert_eq!(hours(states, 7), None);
    }

    #[test]
    fn a_dateline_tells_where_it_was_filed() {
        let filed = |line: &str| {
            let text = format!("{line}Two ministers met in Oslo.");
            let mut document = (*crate::testing::document("a.txt", "", &text)).clone();
            let (head, rest) = (Span::new(0, line.len()), Span::new(line.len(), text.len()));
            document.blocks =
                vec![Block { span: head, kind: BlockKind::Metadata }, Block { span: rest, kind: BlockKind::Paragraph }];
            filed_from(&document).map(|place| Gazetteer::global().name(place))
        };
        assert_eq!(filed("LIMA, March 4 (HCN) — "), Some("Lima".to_owned()));
        assert_eq!(filed("Updated at noon. "), None);
    }
}
