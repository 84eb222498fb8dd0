use super::Table;

static TABLE: Table = Table::new("# head\n# second\nash,1\nbeech,2\nbeech,3\nbeech tree,4\nyew,5\n", ',');

fn found(key: &str) -> Vec<&'static str> {
    TABLE.find(key).map(|row| row.field(1)).collect()
}

#[test]
fn finds_first_last_repeated_and_nothing_else() {
    assert_eq!(found("ash"), ["1"]);
    assert_eq!(found("beech"), ["2", "3"]);
    assert_eq!(found("yew"), ["5"]);
    assert!(found("bee").is_empty());
    assert!(found("zelkova").is_empty());
    assert!(found("").is_empty());
    assert!(found("# head").is_empty());
}

#[test]
fn knows_prefixes() {
    assert!(TABLE.has_prefix("beech"));
    assert!(TABLE.has_prefix("beech tree"));
    assert!(!TABLE.has_prefix("ash tree"));
    assert!(!TABLE.has_prefix("z"));
}

#[test]
fn a_row_is_found_again_by_its_offset() {
    for row in TABLE.rows() {
        assert_eq!(TABLE.row(row.offset).map(|again| again.line), Some(row.line));
    }
    assert!(TABLE.row(10_000).is_none());
}

#[test]
fn the_fence_answers_as_the_search_does() {
    let mut keys: Vec<String> = (0..3000_u32).map(|number| format!("{:x}{:o}", number * 7919, number)).collect();
    keys.extend(["long common head a", "long common head b", "long common heads"].map(str::to_owned));
    keys.sort();
    let rows: Vec<String> = keys.iter().map(|key| format!("{key},{}", key.len())).collect();
    let text: &'static str = format!("# head\n{}\n", rows.join("\n")).leak();
    let fenced = Table::new(text, ',');
    for _ in 0..text.len() / super::BYTES_PER_SEARCH + 2 {
        fenced.get("0");
    }
    assert!(fenced.fence.get().is_some());
    let words = keys.iter().flat_map(|key| [key.clone(), format!("{key}0"), key[1..].to_owned()]);
    for words in words.chain(["", "#", "zz", "long common head", "long common headz"].map(str::to_owned)) {
        let fresh = Table::new(text, ',');
        let lines = |table: &Table| table.find(&words).map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines(&fenced), lines(&fresh), "{words}");
        assert_eq!(fenced.has_prefix(&words), Table::new(text, ',').has_prefix(&words), "{words}");
    }
}
