use super::*;
use crate::ingest::unpack::Kind;
use proptest::prelude::*;

/// The tree as brackets.
fn shape(source: &str) -> String {
    let tree = parse(source).unwrap();
    let mut shown = String::new();
    let mut ends: Vec<usize> = Vec::new();
    for (at, node) in tree.nodes().iter().enumerate() {
        while ends.last() == Some(&at) {
            ends.pop();
            shown.push(')');
        }
        match &node.kind {
            Kind::Text(span, _) => shown.push_str(span.of(source)),
            Kind::Element(element) => {
                shown.push_str(&format!("{}(", element.name));
                ends.push(node.end);
            }
        }
    }
    shown + &")".repeat(ends.len())
}

#[test]
fn ends_that_are_left_out() {
    assert_eq!(shape("<p>One<p>Two<ul><li>a<li>b</ul>"), "p(One)p(Two)ul(li(a)li(b))");
    assert_eq!(shape("<div><p>One<br>Two</div>Three"), "div(p(Onebr()Two))Three");
    assert_eq!(shape("<table><tr><td>a<td>b<tr><td>c</table>d"), "table(tr(td(a)td(b))tr(td(c)))d");
}

#[test]
fn ends_that_were_never_opened() {
    assert_eq!(shape("a</p>b</div>c"), "abc");
    assert_eq!(shape("<b><p>One</b> two</p>"), "b(p(One two))");
}

#[test]
fn scripts_hold_no_tags() {
    assert_eq!(shape("<script>if (a<b) '<p>'</script><p>x"), "script(if (a<b) '<p>')p(x)");
    assert_eq!(shape("<!-- <p> --><p>x"), "p(x)");
}

#[test]
fn attributes_have_their_references_resolved() {
    let tree = parse("<meta property=og:title content='A &amp; B' onclick=x>").unwrap();
    let element = tree.element(0).unwrap();
    assert_eq!(element.attribute("content"), Some("A & B"));
    assert_eq!(element.attribute("onclick"), None);
    assert!(element.says("property", "OG:Title"));
}

#[test]
fn depth_and_number_are_bounded() {
    let source = "<div>".repeat(100_000);
    let deep = parse(&source).unwrap();
    assert!(deep.nodes().len() <= 200);
    assert!(parse(&"<br>".repeat(600_000)).unwrap_err().contains("elements"));
}

proptest! {
    #[test]
    fn texts_lie_between_the_tags(source in "([a-z &;é]{0,6}|</?(p|b|div|td|tr|li)>|<!--x-->|<img alt='é>'>|<|>){0,20}") {
        let tree = parse(&source).unwrap();
        let mut last = 0;
        for (at, node) in tree.nodes().iter().enumerate() {
            prop_assert!(node.end > at && node.parent <= at && node.end <= tree.nodes().len());
            if let Kind::Text(span, _) = node.kind {
                prop_assert!(span.start >= last && source.get(span.range()).is_some());
                prop_assert!(!span.of(&source).contains("<p>") && !span.of(&source).contains("<!--x"));
                last = span.end;
            }
        }
    }
}
