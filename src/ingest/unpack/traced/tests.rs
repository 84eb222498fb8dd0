use super::*;
use proptest::prelude::*;

/// "&" for each "&amp;", one space for a run of them, nothing for brackets and what they hold.
fn step(text: &str) -> Traced {
    let mut made = Traced::default();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let spaces = rest.len() - rest.trim_start().len();
        let length = if rest.starts_with("&amp;") {
            made.push_unit("&", Span::new(at, at + 5));
            5
        } else if spaces > 0 {
            made.push_unit(" ", Span::new(at, at + spaces));
            spaces
        } else if rest.starts_with('<') {
            rest.find('>').map_or(rest.len(), |end| end + 1)
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            made.push_same(&rest[..length], at);
            length
        };
        at += length;
    }
    made
}

#[test]
fn two_steps_lead_back_to_the_first() {
    let file = "<p>Marks  &amp;amp; Sp&amp;ncer</p>";
    let first = step(file);
    let second = step(first.text()).through(&first);
    assert_eq!(second.text(), "Marks & Sp&ncer");
    let (text, map) = second.into_map(file.as_bytes(), None);
    let shown = |span: std::ops::Range<usize>| {
        let place = map.place(&text, span.into());
        &file[place.start.byte..place.end.byte]
    };
    assert_eq!(shown(0..5), "Marks");
    assert_eq!(shown(6..7), "&amp;amp;");
    assert_eq!(shown(0..7), "Marks  &amp;amp;");
    assert_eq!(shown(8..15), "Sp&amp;ncer");
}

#[test]
fn lines_and_columns_are_those_of_the_file() {
    let file = format!("{}\n\n  <b>é here", "word ".repeat(1000));
    let (text, map) = step(&file).into_map(file.as_bytes(), None);
    let at = text.find("here").unwrap();
    let spot = map.start(&text, at);
    assert_eq!((spot.position.line, spot.position.column), (3, 8));
    assert_eq!(spot.byte, file.find("here").unwrap());
}

proptest! {
    #[test]
    fn every_offset_leads_to_its_own_character(file in "([a-zé\n ]|&amp;|<[a-z]*>){0,60}") {
        let first = step(&file);
        let (text, map) = step(first.text()).through(&first).into_map(file.as_bytes(), None);
        let lines = crate::source::LineIndex::new(&file);
        for (at, character) in text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
            let place = map.place(&text, Span::new(at, at + character.len_utf8()));
            prop_assert_eq!(file.get(place.start.byte..place.end.byte), Some(&*character.to_string()));
            prop_assert_eq!(place.start.position, lines.position(&file, place.start.byte));
            prop_assert_eq!(place.end.position, lines.position(&file, place.end.byte));
        }
    }
}
