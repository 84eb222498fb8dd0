use super::*;
use proptest::prelude::*;

fn passage(text: &str, words: &str, line: usize) -> PassageEntry {
    let start = text.find(words).unwrap();
    PassageEntry {
        path: "a".into(),
        start,
        end: start + words.len(),
        line,
        column: 1,
        text: words.into(),
        rule: "p/r".into(),
        extracted: false,
        end_line: line,
        end_column: 1,
        document: 0,
        span: Span::new(start, start + words.len()),
    }
}

fn drawn(text: &str, words: &str) -> Vec<String> {
    let found = excerpts(text, &passage(text, words, 1));
    let draw = |piece: &Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
    found
        .iter()
        .map(|excerpt| format!("{} {}", excerpt.line, excerpt.pieces.iter().map(draw).collect::<String>()))
        .collect()
}

#[test]
fn a_short_line_is_shown_whole() {
    assert_eq!(drawn("one\nIt rained here.\n", "rained"), ["1 It [rained] here."]);
}

#[test]
fn a_long_line_is_cut_at_words_around_the_passage() {
    let text = format!("{}it rained {}", "before ".repeat(40), "after ".repeat(40));
    let drawn = drawn(&text, "it rained");
    assert!(drawn[0].starts_with("1 … before "), "{drawn:?}");
    assert!(drawn[0].ends_with(" after …"), "{drawn:?}");
    assert!(drawn[0].contains(" [it rained] ") && drawn[0].len() < 160, "{drawn:?}");
}

#[test]
fn lines_of_a_passage_keep_their_numbers() {
    assert_eq!(drawn("a x\r\n\ny b", "x\r\n\ny"), ["1 a [x]", "3 [y] b"]);
}

#[test]
fn a_monstrous_passage_is_cut_in_the_middle() {
    let text = "word ".repeat(100_000);
    let found = drawn(&text, &text);
    assert!(found[0].chars().count() < HEAD + TAIL + 20);
    let lines = "line\n".repeat(1000);
    assert_eq!(drawn(&lines, &lines).len(), LINES);
}

#[test]
fn wide_characters_take_two_columns() {
    let pieces = [plain(&"東京 ".repeat(10))];
    assert!(wrap(&pieces, 20).iter().all(|row| row.iter().map(|p| p.text.trim_end().width()).sum::<usize>() <= 20));
    assert_eq!(wrap(&pieces, 20).len(), 3);
}

proptest! {
    #[test]
    fn wrapping_loses_nothing_and_fits(text in "[a-z東 \u{202e}]{0,120}", more in "[a-z ]{0,80}", width in 20usize..60) {
        let pieces = [plain(&text), marked(&more)];
        let rows = wrap(&pieces, width);
        let joined: String = rows.iter().flatten().map(|piece| piece.text.as_str()).collect();
        prop_assert_eq!(joined, format!("{}{}", pieces[0].text, pieces[1].text));
        for row in rows {
            let line: String = row.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert!(line.trim_end().width() <= width, "{:?}", line);
        }
    }

    #[test]
    fn any_passage_can_be_shown(text in "\\PC{0,40}\n\\PC{0,80}", from in 0usize..200, to in 0usize..200) {
        let mut entry = passage("x", "x", 1);
        entry.span = Span::new(from.min(to), from.max(to));
        let _ = excerpts(&text, &entry);
    }
}
