//! Both parsers read alike whatever this one reads.

use super::*;
use crate::pack::builtin::PACKS;
use crate::pack::error::PackFile;
use crate::pack::node;
use proptest::prelude::*;

/// A line for each node: where it stands and what it is.
fn lines(node: &Node, out: &mut String) {
    let scalar = node.text().map_or_else(|| node.noun().to_owned(), |text| format!("{text:?}"));
    out.push_str(&format!("{}..{} {scalar}\n", node.span.start, node.span.end));
    match &node.value {
        NodeValue::List(items) => items.iter().for_each(|item| lines(item, out)),
        NodeValue::Map(entries) => entries.iter().for_each(|(key, value)| {
            lines(key, out);
            lines(value, out);
        }),
        _ => {}
    }
    out.push_str("end\n");
}

/// Compares both readings; `false` where this parser gives none.
#[track_caller]
fn assert_alike(text: &str) -> bool {
    let Some(node) = parse(text) else { return false };
    let (mut plain, mut full) = (String::new(), String::new());
    lines(&node, &mut plain);
    match node::parse_fully(&PackFile::new("p.yaml", text)) {
        Ok(node) => lines(&node, &mut full),
        Err(error) => full = error.to_string(),
    }
    let different = plain.lines().zip(full.lines()).enumerate().find(|(_, (plain, full))| plain != full);
    assert_eq!(different, None, "{text}");
    assert_eq!(plain, full);
    true
}

#[test]
fn every_pack_of_the_program_is_plain_and_read_alike() {
    for pack in PACKS {
        // A pack that is not plain loads all the same, but slows down every start of the program.
        assert!(assert_alike(pack.text), "{} is not plain", pack.name);
        assert_alike(pack.tests);
    }
}

#[test]
fn what_is_not_plain_is_left_to_the_full_parser() {
    for text in [
        "a: &x b",
        "a: *x",
        "a: !t b",
        "a: |\n  b",
        "a: >\n  b",
        "a: b\n  c",
        "a: 'b\n  c'",
        "a: \"\\n\"",
        "a:\nb: c",
        "a: 1\na: 2",
        "? a",
        "<<: {a: b}",
        "a: [b, , c]",
        "a: {b}",
        "a: [b",
        "a: ~",
        "--- a",
        "a: b: c",
        "a: - b",
        "a:\tb",
        "a: b\r\n",
        "",
        "[a: b]",
        "a: [b\n]",
        "- a\nb: c",
        "a: b\n c: d",
        " a: b\nc: d",
    ] {
        assert!(parse(text).is_none(), "{text:?}");
    }
}

const SAMPLE: &str = "# c\npack: p # d\nneeds: [core, 'it''s']\nvars:\n  a: [b c, \"d \\\" e\", @f]\n\nclaims:\n- id: x\n  match:\n    - '{a:person} <go|run> #1'\n    - \"/b+/\"\n  set: {polarity: negative, status: held,\n    n: 1.10}\n- - y\n  - -z: q\n";

proptest! {
    #[test]
    fn damaged_yaml_is_read_as_the_full_parser_reads_it(
        damage in prop::collection::vec((0..SAMPLE.len(), 0..3_usize, "[-\\[\\]{}:,#'\"&*!|>? \n\\\\a0~.@%`é\t]{0,3}"), 1..4)
    ) {
        let mut text = SAMPLE.to_owned();
        for (at, gone, new) in damage {
            let at = at.min(text.len());
            let end = (at + gone).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, &new);
            }
        }
        assert_alike(&text);
    }
}
