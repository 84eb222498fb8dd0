use super::*;

#[test]
fn glyphs_by_name() {
    assert_eq!(named("quoteright").as_deref(), Some("’"));
    assert_eq!(named("uni2019").as_deref(), Some("’"));
    assert_eq!(named("A").as_deref(), Some("A"));
    assert_eq!(named("g123"), None);
}

#[test]
fn titles() {
    assert_eq!(document_text(b"\xfe\xff\0W\0a\0l\0l"), "Wall");
    assert_eq!(document_text(b"caf\xe9"), "café");
}
