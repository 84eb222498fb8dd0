use super::*;
use crate::check::Severity;

fn problems(text: &str) -> Vec<(u64, u64, String)> {
    let found = parse(text, Path::new("")).unwrap_err();
    found.into_iter().map(|problem| (problem.line, problem.column, problem.message)).collect()
}

#[test]
fn an_empty_file_sets_nothing() {
    for text in ["", "# nothing yet\n", "{}\n"] {
        assert_eq!(parse(text, Path::new("")).unwrap().levels, Levels::default());
    }
}

#[test]
fn everything_can_be_set() {
    let text = "packs: [sport, rules/local.yaml]\nlevels: {name: note, quote: 'off'}\nselect: [name]\nignore: [time]\n\
        dates: {'archive/*.txt': 2024-09-26}\naliases: {Ana Ruiz: [A. Ruiz]}\ndrafts: [desk]\nsources: [wire]\n";
    let config = parse(text, Path::new("/news")).unwrap();
    assert_eq!(config.packs, ["sport", "/news/rules/local.yaml"]);
    assert_eq!(config.levels.of(Check::Name), Level::At(Severity::Note));
    assert_eq!(config.levels.of(Check::Place), Level::Off);
    assert_eq!(config.date_of(Path::new("/news/archive/a.txt")), Some(jiff::civil::date(2024, 9, 26)));
    assert_eq!(config.date_of(Path::new("/news/wire/a.txt")), None);
    assert_eq!(config.aliases["Ana Ruiz"], ["A. Ruiz"]);
    assert_eq!((config.drafts, config.sources), (vec!["/news/desk".into()], vec!["/news/wire".into()]));
}

#[test]
fn every_problem_is_given_with_its_place() {
    let text = "levels:\n  nam: note\n  quote: loud\nselect: [tim]\ndates:\n  '[': 2024-02-30\n";
    let found = problems(text);
    let places: Vec<(u64, u64)> = found.iter().map(|&(line, column, _)| (line, column)).collect();
    assert_eq!(places, [(2, 3), (3, 10), (4, 10), (6, 3), (6, 8)], "{found:?}");
    assert_eq!(found[0].2, "unknown check 'nam'");
}

#[test]
fn what_the_yaml_reader_rejects_has_a_place_too() {
    let one = |text| problems(text).remove(0);
    assert_eq!(one("packs: []\nlevel: {}\n"), (2, 1, "unknown key 'level'".to_owned()));
    assert_eq!(one("packs: []\npacks: []\n"), (2, 1, "key 'packs' is given twice".to_owned()));
    let (line, column, message) = one("select: [\n  {a: b}]\n");
    assert_eq!((line, column), (2, 3));
    assert!(!message.contains("line 2"), "{message}");
}

#[test]
fn a_slip_in_a_key_is_answered_with_the_right_one() {
    let found = parse("level: {}", Path::new("")).unwrap_err();
    assert_eq!(found[0].help.as_deref(), Some("did you mean 'levels'?"));
}

#[test]
fn a_folder_with_brackets_is_no_pattern() {
    let config = parse("dates: {'*.txt': 2024-09-26}", Path::new("/[a]")).unwrap();
    assert!(config.date_of(Path::new("/[a]/x.txt")).is_some());
    assert!(config.date_of(Path::new("/a/x.txt")).is_none());
}

#[test]
fn the_nearest_file_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(folder.path().join(FILE_NAME), "").unwrap();
    assert_eq!(find(&deep), Some(Path::new("../..").join(FILE_NAME)));
    std::fs::write(folder.path().join("a").join(FILE_NAME), "").unwrap();
    assert_eq!(find(&deep), Some(Path::new("..").join(FILE_NAME)));
    assert_eq!(find(&folder.path().join("a")), Some(FILE_NAME.into()));
}

#[test]
fn a_pattern_matches_however_the_article_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("archive/deep");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(folder.path().join("archive/a.txt"), "").unwrap();
    std::fs::write(deep.join("b.txt"), "").unwrap();
    let config = parse("dates: {'archive/*.txt': 2024-09-26}", folder.path()).unwrap();
    assert!(config.date_of(&deep.join("../a.txt")).is_some());
    assert!(config.date_of(&deep.join("b.txt")).is_none(), "a star stays in its folder");
}
