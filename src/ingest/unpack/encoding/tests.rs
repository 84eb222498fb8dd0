use super::*;
use proptest::prelude::*;

#[track_caller]
fn assert_text(bytes: &[u8], text: &str) {
    assert_eq!(decode(bytes, None).unwrap().text, text);
}

#[test]
fn what_the_bytes_say() {
    assert_text("café".as_bytes(), "café");
    assert_text(b"\xff\xfec\0a\0f\0\xe9\0", "café");
    assert_text(b"\xfe\xff\0c\0a\0f\0\xe9", "café");
    assert_text(b"T\0w\0o\0 \0f\0e\0l\0l\0", "Two fell");
    assert_text(
        b"\x93We will not,\x94 she said in the caf\xe9 \x96 twice.",
        "“We will not,” she said in the café – twice.",
    );
}

#[test]
fn what_the_file_declares_goes_before_a_guess() {
    let page = |charset: &str| [b"<meta charset=\"", charset.as_bytes(), b"\">\xb9"].concat();
    assert!(decode(&page("iso-8859-2"), None).unwrap().text.ends_with('š'), "Latin 2");
    assert!(decode(&page("windows-1252"), None).unwrap().text.ends_with('¹'), "Windows Latin 1");
    assert_text(
        b"<?xml version='1.0' encoding='ISO-8859-2'?><p>\xb9</p>",
        "<?xml version='1.0' encoding='ISO-8859-2'?><p>š</p>",
    );
    assert_eq!(decode(b"\xb9", Some("iso-8859-2")).unwrap().text, "š");
    // A page that says Latin 1 and is UTF-8 all the same.
    assert_text("<meta charset=latin1>café".as_bytes(), "<meta charset=latin1>café");
}

#[test]
fn a_torn_character_does_not_make_another_encoding() {
    let mut bytes = "“Ça suffit”, dit-il à l’été. Déjà vu, œuvre, garçon.".as_bytes().to_vec();
    bytes.push(0xc3);
    assert!(decode(&bytes, None).unwrap().text.starts_with("“Ça suffit”"));
}

#[test]
fn what_is_no_text_is_refused() {
    assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None).unwrap_err().starts_with("the file is not text"));
    assert!(decode(&[1; 99], None).is_err());
}

proptest! {
    #[test]
    fn every_character_leads_to_its_bytes(text in "[a-zéœ“š€\n ]{0,80}", pick in 0usize..3) {
        let encoding = [encoding_rs::WINDOWS_1252, encoding_rs::GBK, encoding_rs::GB18030][pick];
        let (bytes, _, failed) = encoding.encode(&text);
        prop_assume!(!failed);
        let decoded = trace(&bytes, encoding);
        prop_assert_eq!(decoded.text(), &text);
        let mut whole = Traced::default();
        whole.push_same(&text, 0);
        let (text, map) = whole.into_map(text.as_bytes(), Some(&decoded));
        for (at, character) in text.char_indices() {
            let place = map.place(&text, Span::new(at, at + character.len_utf8()));
            let stored = &bytes[place.start.byte..place.end.byte];
            prop_assert_eq!(encoding.decode_without_bom_handling(stored).0, character.to_string());
            prop_assert_eq!(place.start.position, crate::source::LineIndex::new(&text).position(&text, at));
        }
    }

    #[test]
    fn any_bytes_can_be_given(bytes in proptest::collection::vec(any::<u8>(), 0..99)) {
        if let Ok(Decoded { text, trace: Some(trace), .. }) = decode(&bytes, None) {
            let mut whole = Traced::default();
            whole.push_same(&text, 0);
            let (text, map) = whole.into_map(text.as_bytes(), Some(&trace));
            for (at, character) in text.char_indices() {
                let place = map.place(&text, Span::new(at, at + character.len_utf8()));
                prop_assert!(place.start.byte <= place.end.byte && place.end.byte <= bytes.len());
            }
        }
    }
}
