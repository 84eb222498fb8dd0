//! Fonts: which text the codes of a string stand for, and how far each moves the pen.

use encoding_rs::{MACINTOSH, UTF_16BE, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::BTreeMap;

/// Widths of glyphs that a font may name.
const MOST: usize = 70_000;

/// A font, as far as text needs it.
#[derive(Debug)]
pub(super) struct Font {
    /// What the codes stand for, where the font says so itself.
    unicode: Option<CMap>,
    /// Whether codes are two bytes.
    wide: bool,
    /// Codes that stand for other characters than those of the font's encoding.
    differences: BTreeMap<u32, String>,
    macintosh: bool,
    /// In thousandths of the font's size.
    widths: BTreeMap<u32, f32>,
    usual_width: f32,
}

/// One glyph that is shown.
#[derive(Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// In thousandths of the font's size.
    pub(super) width: f32,
    /// Whether word spacing applies to it.
    pub(super) space: bool,
}

impl Font {
    /// Reads a font of a page's resources.
    pub(super) fn new(font: &Dict<'_>) -> Self {
        let name = |key: &str| font.get::<Name<'_>>(key).map(|name| name.as_str().to_owned());
        let wide = name("Subtype").as_deref() == Some("Type0");
        let unicode = font.get::<Stream<'_>>("ToUnicode").and_then(|stream| {
            let data = stream.decoded_data().ok()?;
            CMap::parse(&data, |_| None)
        });
        let encoding = font.get::<Dict<'_>>("Encoding");
        let base =
            name("Encoding").or_else(|| Some(encoding.as_ref()?.get::<Name<'_>>("BaseEncoding")?.as_str().to_owned()));
        let differences = encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
        let mut read = Self {
            unicode,
            wide,
            differences: differences.map(|array| differing(&array)).unwrap_or_default(),
            macintosh: base.as_deref() == Some("MacRomanEncoding"),
            widths: BTreeMap::new(),
            usual_width: 500.0,
        };
        read.measure(font);
        read
    }

    fn measure(&mut self, font: &Dict<'_>) {
        if !self.wide {
            let first = font.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
            let widths = font.get::<Array<'_>>("Widths");
            let widths = widths.iter().flat_map(|array| array.iter::<f32>().take(256));
            self.widths = (first..).zip(widths).collect();
            return;
        }
        let inner = font.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter::<Dict<'_>>().next());
        let Some(inner) = inner else { return };
        self.usual_width = inner.get::<f32>("DW").unwrap_or(1000.0);
        let Some(widths) = inner.get::<Array<'_>>("W") else { return };
        // "first [w w w]" or "first last w".
        let mut numbers: Vec<f32> = Vec::new();
        for object in widths.iter::<Object<'_>>() {
            match object {
                Object::Number(number) => numbers.push(number.as_f32()),
                Object::Array(list) => {
                    let first = numbers.pop().unwrap_or(0.0) as u32;
                    self.widths.extend((first..).zip(list.iter::<f32>().take(MOST)));
                    numbers.clear();
                }
                _ => {}
            }
            if let [first, last, width] = numbers[..] {
                self.widths.extend((first as u32..=(last as u32).min(0xffff)).map(|code| (code, width)));
                numbers.clear();
            }
            if self.widths.len() > MOST {
                return;
            }
        }
    }

    /// The glyphs of a string.
    pub(super) fn glyphs(&self, string: &[u8]) -> Vec<Glyph> {
        let step = if self.wide { 2 } else { 1 };
        string
            .chunks(step)
            .map(|code| {
                let code = code.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte));
                let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
                Glyph { text: self.text(code), width, space: code == 32 && !self.wide }
            })
            .collect()
    }

    /// What a code stands for; nothing where nobody can tell.
    fn text(&self, code: u32) -> String {
        match self.unicode.as_ref().and_then(|unicode| unicode.lookup_bf_string(code)) {
            Some(BfString::Char(character)) => return character.to_string(),
            Some(BfString::String(text)) => return text,
            None => {}
        }
        if let Some(text) = self.differences.get(&code) {
            return text.clone();
        }
        match u8::try_from(code) {
            Ok(byte) if !self.wide && byte >= 32 => {
                let encoding = if self.macintosh { MACINTOSH } else { WINDOWS_1252 };
                encoding.decode_without_bom_handling(&[byte]).0.into_owned()
            }
            _ => String::new(),
        }
    }
}

/// "code /name /name … code /name …".
fn differing(array: &Array<'_>) -> BTreeMap<u32, String> {
    let mut code = 0;
    let mut found = BTreeMap::new();
    for object in array.iter::<Object<'_>>().take(MOST) {
        match object {
            Object::Number(number) => code = number.as_f32() as u32,
            Object::Name(name) => {
                if let Some(text) = named(name.as_str()) {
                    found.insert(code, text);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    found
}

/// The characters of a glyph by its name in Adobe's list, as far as English text has them.
fn named(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let hex = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).ok()?).map(String::from);
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() == 4) {
        return hex(digits);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}

const NAMES: [(&str, &str); 64] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("equal", "="),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("bracketright", "]"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("bullet", "•"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("sterling", "£"),
    ("Euro", "€"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("aacute", "á"),
    ("agrave", "à"),
    ("adieresis", "ä"),
    ("odieresis", "ö"),
    ("udieresis", "ü"),
    ("aring", "å"),
    ("oslash", "ø"),
    ("ccedilla", "ç"),
    ("ntilde", "ñ"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ae", "æ"),
];

/// A string of the document's own: UTF-16 with its mark, else nearly Latin 1.
pub(super) fn document_text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests;
