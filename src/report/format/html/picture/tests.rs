use super::*;
use crate::report::sample;

fn party(id: &str, name: &str, role: &str) -> Party {
    Party { id: id.into(), name: name.into(), role: role.into(), kind: "person", within: Vec::new() }
}

fn read() -> Report {
    let mut report = sample::report();
    let conflict = report.conflicts[0].clone();
    for (side, says) in conflict.sides.iter().zip(["meet", "meet, denied"]) {
        for passage in &side.passages {
            let parties = vec![party("1", "Ana Ruiz", "agent"), party("2", "Li Wei", "with")];
            let reading = Reading { says: says.into(), parties, when: None };
            report.readings.insert((passage.document, passage.span.start, passage.span.end), reading);
        }
    }
    report
}

fn rows<'a>(picture: &'a Picture, class: &str) -> Vec<&'a str> {
    let nodes = picture.nodes.iter().filter(|node| node.class.starts_with(class));
    nodes.map(|node| node.rows[0].text.as_str()).collect()
}

#[test]
fn articles_passages_and_parties_are_drawn_and_tied() {
    let report = read();
    let picture = draw(&report, &report.conflicts[0]);
    assert_eq!(rows(&picture, "passage"), ["A meet", "A meet", "B meet, denied"]);
    assert_eq!(rows(&picture, "party"), ["● Ana Ruiz", "● Li Wei"]);
    assert_eq!(rows(&picture, "source").len(), 3);
    let lines = |class| picture.lines.iter().filter(|line| line.class == class).count();
    assert_eq!((lines('a'), lines('b')), (2 + 4, 1 + 2), "one from the article, one to each party");
    assert_eq!(picture.clashes.len(), 1);
}

#[test]
fn boxes_of_a_column_do_not_overlap_and_fit() {
    let report = read();
    for conflict in &report.conflicts {
        let picture = draw(&report, conflict);
        for (column, ..) in COLUMNS {
            let mut spans: Vec<(usize, usize)> = picture
                .nodes
                .iter()
                .filter(|node| node.x == column)
                .map(|node| (node.y, node.y + node.height))
                .collect();
            spans.sort_unstable();
            assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0), "{spans:?}");
            assert!(spans.last().is_none_or(|last| last.1 <= picture.height), "{spans:?} {}", picture.height);
        }
    }
}

#[test]
fn labels_are_cut_at_characters() {
    assert_eq!(tail(&"é".repeat(40), 30).chars().count(), 31);
    assert_eq!(head(&"é".repeat(40), 30).chars().count(), 31);
    assert_eq!(head("short", 30), "short");
}
