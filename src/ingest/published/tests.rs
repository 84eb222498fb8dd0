use super::*;

#[track_caller]
fn assert_published(text: &str, expected: &str) {
    let found = find(text).map_or("none".to_owned(), |published| {
        let time = published.time.map_or(String::new(), |time| time.strftime(" %H:%M").to_string());
        let offset = published.offset.map_or(String::new(), |offset| format!(" {}", offset.seconds() / 60));
        format!("{}{time}{offset}", published.date)
    });
    assert_eq!(found, expected, "{text}");
}

#[test]
fn machine_dates() {
    assert_published("2025-05-13", "2025-05-13");
    assert_published("2025-09-15T17:20-05:00", "2025-09-15 17:20 -300");
    assert_published("2025-11-12T07:00:00Z", "2025-11-12 07:00 0");
    assert_published("2025-13-40", "none");
}

#[test]
fn dates_as_outlets_write_them() {
    assert_published("May 13, 2025", "2025-05-13");
    assert_published("18 September 2013 Last updated at 13:59 GMT", "2013-09-18 13:59 0");
    assert_published("September 18th, 2013, 05:31 GMT", "2013-09-18 05:31 0");
    assert_published("Published: Tuesday, Dec. 20 2005 12:00 a.m. MST", "2005-12-20 00:00 -420");
    assert_published("Edited on Mon Dec-19-05 03:49 PM", "2005-12-19 15:49");
    assert_published("August 7, 2012-5:46 pm", "2012-08-07 17:46");
    assert_published("4 October 2013, 18:07 (GMT+05: 00)", "2013-10-04 18:07 300");
    assert_published("10:24 AM, MON 22 JUL 2013", "2013-07-22 10:24");
    assert_published("Embargoed until 9.45pm, Tuesday 12 November 2024", "2024-11-12 21:45");
}

#[test]
fn numbers_are_read_by_the_side_of_the_atlantic_or_not_at_all() {
    assert_published("11/30/09 05:40 PM ET", "2009-11-30 17:40");
    assert_published("27/09/2013", "2013-09-27");
    assert_published("05/03/2013 at 11:00 AM EDT", "2013-05-03 11:00 -240");
    assert_published("05/03/2013 11:00 GMT", "2013-03-05 11:00 0");
    assert_published("05/03/2013", "none");
    assert_published("no date in 2013", "none");
}
