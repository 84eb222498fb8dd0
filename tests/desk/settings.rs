//! `crosscheck.yaml`: what a desk sets, and every way to get it wrong.

use super::support::Desk;

#[test]
fn folders_have_roles() {
    let desk = Desk::new();
    desk.write("old/a.txt", &desk.read("wire/a.txt"));
    desk.write("old/b.txt", &desk.read("wire/b.txt"));
    desk.write("crosscheck.yaml", "archive: [old]\n");
    assert_eq!(desk.run(&["check"]).code, Some(0), "the archive alone makes no conflict");
    desk.write("desk/draft.txt", "Ana Ruiz never met Li Wei in Paris on Tuesday.\n");
    desk.write("crosscheck.yaml", "archive: [old]\ndrafts: [desk]\n");
    let report = desk.report(&[]);
    assert_eq!(report["summary"]["documents"], 3);
    assert_eq!(report["conflicts"].as_array().map(Vec::len), Some(1), "{report}");
}

#[test]
fn a_folder_of_the_desk_may_be_empty() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path().join("old")).unwrap();
    desk.write("crosscheck.yaml", "sources: [wire]\narchive: [old]\n");
    assert_eq!(desk.run(&["check"]).code, Some(1), "the archive fills in time");
    desk.write("crosscheck.yaml", "sources: [wire]\narchive: [gone]\n");
    assert!(desk.run(&["check"]).err.contains("gone: no such file or folder"));
}

#[test]
fn the_desk_teaches_names_and_places() {
    let desk = Desk::new();
    desk.write("n/a.txt", "Ana Ruiz met Omar Haddad in Lyon on Tuesday.\n");
    desk.write("n/b.txt", "Berta Lind did not meet Omar Haddad in Lyon on Tuesday.\n");
    assert_eq!(desk.run(&["check", "n"]).code, Some(0), "these are two people");
    desk.write("crosscheck.yaml", "aliases: {Ana Ruiz: [Berta Lind]}\n");
    let ended = desk.run(&["check", "n"]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.out, ended.err);
    let claims = |desk: &Desk| desk.run(&["claims", "p.txt"]).out;
    desk.write("p.txt", "Ana Ruiz met Li Wei in Zuckerhalle Nord.\n");
    assert!(!claims(&desk).contains("Lyon"));
    desk.write("crosscheck.yaml", "places: {Zuckerhalle Nord: Lyon}\n");
    assert!(claims(&desk).contains("\"within\":[\"Lyon\""), "{}", claims(&desk));
}

#[test]
fn articles_in_other_languages_can_be_left_out() {
    let desk = Desk::new();
    let swedish = "Hamnchefen träffade fackförbunden på tisdagen och lovade dem ett svar före veckans slut, sade hennes kansli \
        i ett uttalande som inte gav några fler upplysningar om samtalen. Förbunden väntar sig att förhandlingarna återupptas \
        på måndag, och att färjorna går som vanligt under hela nästa vecka, skriver tidningen.\n";
    desk.write("wire/c.txt", swedish);
    assert_eq!(desk.report(&["wire"])["summary"]["documents"], 3);
    desk.write("crosscheck.yaml", "ignore_languages: [sv, fr]\n");
    let ended = desk.run(&["check", "wire"]);
    assert!(ended.err.starts_with("left out: wire/c.txt (Swedish)\n2 articles, "), "{}", ended.err);
}

#[test]
fn settings_that_do_not_hold_are_told_with_their_places() {
    let desk = Desk::new();
    desk.write(
        "crosscheck.yaml",
        "zones: {'wire/*': Mars/Olympus}\nplaces:\n  the hall: Nowhereville\nignore_languages: [en, xx]\n",
    );
    let ended = desk.run(&["check", "wire"]);
    assert_eq!(ended.code, Some(2));
    for told in [
        "crosscheck.yaml:1:19: 'Mars/Olympus' is no time zone",
        "crosscheck.yaml:3:3: 'the hall' is no name of a place",
        "crosscheck.yaml:3:13: the place 'Nowhereville' is not known",
        "crosscheck.yaml:4:20: English cannot be left out",
        "crosscheck.yaml:4:24: unknown language 'xx'",
    ] {
        assert!(ended.err.contains(told), "{told}\n{}", ended.err);
    }
    desk.write("crosscheck.yaml", "archiv: [old]\n");
    desk.refuses(
        &["check", "wire"],
        "error: crosscheck.yaml:1:1: unknown key 'archiv'\n  help: did you mean 'archive'?",
    );
}

#[test]
fn zones_date_clocks() {
    let desk = Desk::new();
    let times = |zone: &str| {
        desk.write("crosscheck.yaml", &format!("zones: {{'z/b.txt': {zone}}}\ndates: {{'z/*': 2025-03-04}}\n"));
        desk.run(&["check", "z"]).code
    };
    desk.write(
        "z/a.txt",
        "---\ndate: 2025-03-04T20:00+00:00\n---\nAna Ruiz met Li Wei in Paris at 10:00 on Tuesday.\n",
    );
    desk.write("z/b.txt", "---\ndate: 2025-03-04\n---\nAna Ruiz met Li Wei in Paris at 11:00 on Tuesday.\n");
    assert_eq!(times("UTC"), Some(1));
    assert_eq!(times("Europe/Paris"), Some(0), "eleven there is ten in UTC");
}
