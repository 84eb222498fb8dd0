//! Tests over the data as shipped.

use super::data::{
    ABBREVIATIONS, AREAS, CITIES, COMMON_WORDS, DEMONYMS, LANDMARKS, METROPOLISES, NAMES, REGIONS, Record, SEATS,
};
use super::{Context, Gazetteer, PlaceId, PlaceKind, normalise};

fn places() -> &'static Gazetteer {
    Gazetteer::global()
}

#[track_caller]
fn place(name: &str) -> PlaceId {
    places().resolve(name, &Context::default()).unwrap_or_else(|| panic!("{name} is not resolved"))
}

/// The name with the state or country it lies in.
fn described(id: PlaceId) -> String {
    let parent = places()
        .parents(id)
        .into_iter()
        .find(|&p| matches!(places().kind(p), Some(PlaceKind::State | PlaceKind::Country)));
    format!("{}, {}", places().name(id), parent.map(|p| places().name(p)).unwrap_or_default())
}

#[track_caller]
fn assert_resolves(name: &str, qualifier: Option<&str>, named: &[&str], expected: Option<&str>) {
    let named: Vec<(PlaceId, u32)> = named.iter().map(|name| (place(name), 2)).collect();
    let found = places().resolve(name, &Context { qualifier, named: &named });
    assert_eq!(found.map(described).as_deref(), expected, "{name} {qualifier:?}");
}

#[test]
fn tables_are_sorted() {
    for table in
        [&ABBREVIATIONS, &AREAS, &CITIES, &COMMON_WORDS, &DEMONYMS, &LANDMARKS, &METROPOLISES, &NAMES, &REGIONS, &SEATS]
    {
        assert!(table.rows().next().is_some());
        if let Some((one, other)) = table.disorder() {
            panic!("{:?} stands before {:?}", one.line, other.line);
        }
    }
}

#[test]
fn keys_are_normalised() {
    for table in [&CITIES, &COMMON_WORDS, &DEMONYMS, &LANDMARKS, &NAMES, &REGIONS, &SEATS] {
        for row in table.rows() {
            assert_eq!(normalise(row.key()), row.key(), "{}", row.line);
        }
    }
    for table in [&LANDMARKS, &REGIONS] {
        for row in table.rows() {
            assert_eq!(normalise(row.field(1)), row.key(), "{}", row.line);
        }
    }
    for row in CITIES.rows().filter(|row| !matches!(row.field(1), "" | "=")) {
        assert_eq!(normalise(row.field(1)), row.key(), "{}", row.line);
    }
}

#[test]
fn references_lead_somewhere() {
    let references = NAMES.rows().map(|row| row.field(1)).chain(DEMONYMS.rows().map(|row| row.field(1)));
    let references = references.chain(METROPOLISES.rows().map(|row| row.field(2)));
    let references = references.chain(CITIES.rows().filter(|row| row.field(1) == "=").map(|row| row.field(2)));
    let references = references.chain(LANDMARKS.rows().flat_map(|row| row.field(2).split(';')));
    let references = references.chain(REGIONS.rows().flat_map(|row| Record::Region(row).codes()));
    let references = references.chain(ABBREVIATIONS.rows().map(|row| row.field(1)));
    for reference in references {
        assert!(Record::referred(reference).is_some(), "{reference}");
    }
}

#[test]
fn every_row_has_its_fields() {
    for record in
        CITIES.rows().filter(|row| row.field(1) != "=").map(Record::City).chain(AREAS.rows().map(Record::Area))
    {
        assert!(record.population().is_some() && record.coordinates().is_some(), "{record:?}");
        assert!(!record.codes()[0].is_empty(), "{record:?}");
    }
    for record in LANDMARKS.rows().map(Record::Landmark).chain(REGIONS.rows().map(Record::Region)) {
        assert!(record.coordinates().is_some() && !record.codes().is_empty(), "{record:?}");
    }
}

#[test]
fn metropolises_are_the_areas_meant() {
    for row in METROPOLISES.rows() {
        let area = Record::area(row.key()).map(Record::name);
        assert_eq!(area.as_deref(), Some(row.field(1)));
    }
}

#[test]
fn a_landmark_is_near_what_it_lies_in() {
    for row in LANDMARKS.rows() {
        let landmark = Record::Landmark(row);
        for holder in landmark.holders().into_iter().filter(|holder| !matches!(holder, Record::Area(_))) {
            let distance = places().distance_km(landmark.id(), holder.id());
            assert!(distance.is_some_and(|distance| distance < 75.0), "{} is {distance:?} km away", row.line);
        }
    }
}

#[test]
fn no_name_is_longer_than_the_longest_match() {
    for table in [&CITIES, &NAMES, &REGIONS, &LANDMARKS] {
        for row in table.rows().filter(|row| row.key().split(' ').count() > 8) {
            assert_eq!(row.field(1), "=", "{}", row.line);
        }
    }
}

#[test]
fn spellings_lead_to_one_place() {
    assert_eq!(place("Tórshavn"), place("Torshavn"));
    assert_eq!(place("Kiev"), place("Kyiv"));
    assert_eq!(place("St Petersburg"), place("Saint Petersburg"));
    assert_eq!(place("The Hague"), place("the Hague"));
    assert_eq!(place("Élysée Palace"), place("Elysée"));
    assert!(places().lookup("paris").is_empty());
    assert!(places().lookup("Qwertyville").is_empty());
    assert!(places().lookup("").is_empty());
}

#[test]
fn the_longest_name_wins() {
    let found = |text: &str| places().longest_match(text.split(' ')).map(|(count, ids)| (count, places().name(ids[0])));
    assert_eq!(found("Newcastle upon Tyne was").map(|f| f.0), Some(3));
    assert_eq!(found("New York on Monday").map(|f| f.0), Some(2));
    assert_eq!(found("King 's Cross station yesterday"), Some((3, "King's Cross".to_owned())));
    assert_eq!(found("The Hague court"), Some((2, "The Hague".to_owned())));
    assert_eq!(found("The Reading of"), None);
    assert_eq!(found("White House officials"), Some((2, "White House".to_owned())));
    assert_eq!(found("york on Monday"), None);
    assert_eq!(found("St. Louis police").map(|f| f.0), Some(2));
    assert_eq!(found("Bosnia and Herzegovina and").map(|f| f.0), Some(3));
    assert_eq!(found("Oslo and Bergen").map(|f| f.0), Some(1));
}

#[test]
fn short_forms_in_capitals_are_no_words() {
    assert!(!places().lookup("ACT").is_empty() && places().lookup("Act").is_empty());
    assert!(!places().lookup("US").is_empty() && places().lookup("Us").is_empty());
    let valley = places().longest_match(["Valley"].into_iter()).map(|(_, ids)| ids).unwrap_or_default();
    assert!(valley.iter().all(|&id| places().name(id) != "The Valley"));
}

#[test]
fn places_lie_in_places() {
    let tower = place("Trump Tower");
    for outer in ["New York", "United States", "North America"] {
        assert!(places().contains(place(outer), tower), "{outer}");
    }
    assert!(!places().contains(place("Washington"), tower));
    assert!(places().contains(place("London"), place("Downing Street")));
    assert!(places().contains(place("New York"), place("Brooklyn")));
    assert!(places().contains(place("Middle East"), place("Amman")));
    assert!(places().contains(place("Scandinavia"), place("Oslo")));
    assert!(places().contains(place("Kent"), place("Canterbury")));
    assert!(!places().contains(place("Kent"), place("Leeds")));
    assert!(places().contains(place("Yorkshire"), place("Leeds")));
    let parents: Vec<String> = places().parents(tower).into_iter().map(|id| places().name(id)).collect();
    assert_eq!(parents, ["New York City", "New York", "United States", "Asia-Pacific", "North America"]);
}

#[test]
fn disjoint_places_cannot_be_confused() {
    for (one, other) in [
        ("New York", "Washington"),
        ("Trump Tower", "White House"),
        ("Downing Street", "Chequers"),
        ("France", "Germany"),
        ("Kansas", "Topeka"),
        ("Kent", "Leeds"),
        ("Geneva", "Zurich"),
        ("Scandinavia", "Italy"),
        ("Donbas", "Lviv"),
        ("Cotswolds", "Edinburgh"),
        ("Heathrow", "Manchester"),
    ] {
        let expected = (one, other) != ("Kansas", "Topeka");
        assert_eq!(places().disjoint(place(one), place(other)), expected, "{one} {other}");
        assert_eq!(places().disjoint(place(other), place(one)), expected, "{other} {one}");
    }
}

#[test]
fn what_may_be_one_place_is_not_disjoint() {
    for (one, other) in [
        ("New York", "Trump Tower"),
        ("Salford", "Manchester"),
        ("Pentagon", "Washington"),
        ("Gatwick", "London"),
        ("Westminster", "London"),
        ("Cotswolds", "Oxford"),
        ("Europe", "Turkey"),
        ("Balkans", "European Union"),
        ("No 10", "Downing Street"),
        ("London", "England"),
        ("London", "London"),
    ] {
        assert!(!places().disjoint(place(one), place(other)), "{one} {other}");
    }
}

#[test]
fn distances_follow_the_sphere() {
    let distance = |one: &str, other: &str| places().distance_km(place(one), place(other)).map(f64::round);
    assert!(distance("New York", "Washington").is_some_and(|km| (km - 328.0).abs() < 5.0));
    assert!(distance("London", "Sydney").is_some_and(|km| (km - 16_990.0).abs() < 60.0));
    assert_eq!(distance("Paris", "Paris"), Some(0.0));
}

#[test]
fn zones_come_from_the_place_or_what_it_lies_in() {
    let zone = |name: &str| places().zone(place(name));
    assert_eq!(zone("Trump Tower"), Some("America/New_York"));
    assert_eq!(zone("Glasgow"), Some("Europe/London"));
    assert_eq!(zone("Tbilisi"), Some("Asia/Tbilisi"));
    assert_eq!(zone("United States"), None);
    assert_eq!(zone("Middle East"), None);
}

#[test]
fn demonyms_lead_to_places() {
    let of = |word: &str| places().demonym(word).map(|id| places().name(id));
    assert_eq!(of("French").as_deref(), Some("France"));
    assert_eq!(of("Scots").as_deref(), Some("Scotland"));
    assert_eq!(of("Londoners").as_deref(), Some("London"));
    assert_eq!(of("Kenyan").as_deref(), Some("Kenya"));
    assert_eq!(of("Texan").as_deref(), Some("Texas"));
    assert_eq!(of("polish"), None);
    assert_eq!(of("Reader"), None);
}

#[test]
fn some_names_stand_for_bodies() {
    for name in ["White House", "Downing Street", "Kremlin", "Brussels", "Washington", "Tokyo"] {
        assert!(places().is_metonym(place(name)), "{name}");
    }
    for name in ["Trump Tower", "Manchester", "France", "Wembley"] {
        assert!(!places().is_metonym(place(name)), "{name}");
    }
}

#[test]
fn qualifiers_decide() {
    assert_resolves("Salina", Some("Kan."), &[], Some("Salina, Kansas"));
    assert_resolves("Portland", Some("Maine"), &[], Some("Portland, Maine"));
    assert_resolves("Paris", Some("Texas"), &[], Some("Paris, Texas"));
    assert_resolves("Paris", Some("France"), &[], Some("Paris, Ile-de-France"));
    assert_resolves("Springfield", Some("IL"), &[], Some("Springfield, Illinois"));
    assert_resolves("London", Some("Ont."), &[], Some("London, Ontario"));
    assert_resolves("Athens", Some("Ohio"), &[], Some("Athens, Ohio"));
    assert_resolves("Oslo", Some("Kansas"), &[], None);
    // A qualifier that is no place decides nothing.
    assert_resolves("Oslo", Some("Tuesday"), &[], Some("Oslo, Oslo"));
}

#[test]
fn surroundings_decide_where_size_does_not() {
    assert_resolves("Abilene", None, &["Wichita", "Kansas", "Topeka"], Some("Abilene, Kansas"));
    assert_resolves("Abilene", None, &["Dallas", "Texas"], Some("Abilene, Texas"));
    assert_resolves("Lindsborg", None, &["Wichita", "Kansas"], Some("Lindsborg, Kansas"));
    assert_resolves("Portland", None, &["Maine", "Boston"], Some("Portland, Maine"));
    assert_resolves("London", None, &["Kentucky"], Some("London, England"));
    assert_resolves("Cambridge", None, &["Boston"], Some("Cambridge, Massachusetts"));
    assert_resolves("Cambridge", None, &[], Some("Cambridge, England"));
    assert_resolves("Perth", None, &["Edinburgh"], Some("Perth, Scotland"));
    assert_resolves("Telavi", None, &["Tbilisi"], Some("Telavi, Kakheti"));
    assert_resolves("San Jose", None, &[], Some("San Jose, California"));
    assert_resolves("San Jose", None, &["Costa Rica"], Some("San José, San Jose"));
    assert_resolves("Georgia", None, &["Tbilisi"], Some("Georgia, "));
    assert_resolves("Georgia", None, &["Atlanta"], Some("Georgia, United States"));
}

#[test]
fn what_cannot_be_known_stays_open() {
    assert_resolves("Springfield", None, &[], None);
    assert_resolves("Georgia", None, &[], None);
    assert_resolves("Lindsborg", None, &[], None);
    assert_resolves("Of", None, &[], None);
    assert_resolves("Unity", None, &[], None);
    assert_resolves("Telavi", None, &[], None);
}

#[test]
fn everyday_words_are_known_as_such() {
    for name in ["Reading", "Bath", "Mobile", "Of", "Most", "Date"] {
        assert!(places().also_common_word(name), "{name}");
    }
    for name in ["Oslo", "China", "Leeds", "Turkey"] {
        assert!(!places().also_common_word(name), "{name}");
    }
}

#[test]
fn the_desk_has_places_of_its_own() {
    let gazetteer = Gazetteer::global();
    let context = Context::default();
    let paris = gazetteer.resolve("Paris", &context).unwrap();
    gazetteer.set_own(&[("Zuckerhalle am Wehr".to_owned(), paris)]);
    let hall = gazetteer.resolve("Zuckerhalle am Wehr", &context).unwrap();
    assert_eq!(gazetteer.name(hall), "Zuckerhalle am Wehr");
    assert!(gazetteer.contains(paris, hall) && !gazetteer.contains(hall, paris));
    let found = gazetteer.longest_match(["Zuckerhalle", "am", "Wehr", "on"].into_iter());
    assert_eq!(found.map(|(words, _)| words), Some(3));
    let berlin = gazetteer.resolve("Berlin", &context).unwrap();
    assert!(gazetteer.disjoint(hall, berlin));
    gazetteer.set_own(&[]);
    assert_eq!(gazetteer.resolve("Zuckerhalle am Wehr", &context), None);
}
