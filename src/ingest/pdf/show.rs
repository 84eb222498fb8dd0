//! A page's content, run through for the text it shows.

use super::font::Font;
use super::layout::{Line, Run};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Object;
use hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Text that a page shows beyond is passed over.
const MOST: usize = 200_000;
/// Saved states are kept so deep.
const DEEPEST: usize = 100;

/// Six numbers: x' = a x + c y + e, y' = b x + d y + f.
type Matrix = [f32; 6];
const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `inner`, then `outer`.
fn times(inner: Matrix, outer: Matrix) -> Matrix {
    let row = |x: f32, y: f32| [x * outer[0] + y * outer[2], x * outer[1] + y * outer[3]];
    let (across, up, origin) = (row(inner[0], inner[1]), row(inner[2], inner[3]), row(inner[4], inner[5]));
    [across[0], across[1], up[0], up[1], origin[0] + outer[4], origin[1] + outer[5]]
}

/// Adds the lines of a page.
pub(super) fn page(page: &Page<'_>, lines: &mut Vec<Line>) {
    let Some(content) = page.page_stream() else { return };
    let mut shower = Shower::new(page.resources());
    let mut operations = TypedIter::new(content);
    while let Some(operation) = operations.next() {
        shower.operation(&operation);
        if shower.runs.len() >= MOST {
            break;
        }
    }
    super::layout::lines(shower.runs, lines);
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    leading: f32,
    between_characters: f32,
    between_words: f32,
    stretch: f32,
}

struct Shower<'a> {
    resources: &'a Resources<'a>,
    fonts: BTreeMap<String, Option<Rc<Font>>>,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    text: Matrix,
    runs: Vec<Run>,
}

impl<'a> Shower<'a> {
    fn new(resources: &'a Resources<'a>) -> Self {
        let state = State {
            page: SAME,
            font: None,
            size: 1.0,
            leading: 0.0,
            between_characters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
        };
        Self { resources, fonts: BTreeMap::new(), state, saved: Vec::new(), line: SAME, text: SAME, runs: Vec::new() }
    }

    fn operation(&mut self, operation: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Do;
        match operation {
            Do::SaveState(_) if self.saved.len() < DEEPEST => self.saved.push(self.state.clone()),
            Do::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Do::Transform(to) => {
                let by = [to.0, to.1, to.2, to.3, to.4, to.5].map(|number| number.as_f32());
                self.state.page = times(by, self.state.page);
            }
            Do::BeginText(_) => (self.line, self.text) = (SAME, SAME),
            Do::TextFont(font) => {
                self.state.size = font.1.as_f32();
                let known = self.fonts.entry(font.0.as_str().to_owned());
                let resources = self.resources;
                self.state.font =
                    known.or_insert_with(|| resources.get_font(font.0).map(|font| Rc::new(Font::new(&font)))).clone();
            }
            Do::CharacterSpacing(by) => self.state.between_characters = by.0.as_f32(),
            Do::WordSpacing(by) => self.state.between_words = by.0.as_f32(),
            Do::HorizontalScaling(by) => self.state.stretch = by.0.as_f32() / 100.0,
            Do::TextLeading(by) => self.state.leading = by.0.as_f32(),
            Do::NextLine(by) => self.next_line(by.0.as_f32(), by.1.as_f32()),
            Do::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f32();
                self.next_line(by.0.as_f32(), by.1.as_f32());
            }
            Do::SetTextMatrix(to) => {
                self.line = [to.0, to.1, to.2, to.3, to.4, to.5].map(|number| number.as_f32());
                self.text = self.line;
            }
            Do::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Do::ShowText(shown) => self.show(shown.0.as_bytes()),
            Do::NextLineAndShowText(shown) => {
                self.next_line(0.0, -self.state.leading);
                self.show(shown.0.as_bytes());
            }
            Do::ShowTextWithParameters(shown) => {
                self.state.between_words = shown.0.as_f32();
                self.state.between_characters = shown.1.as_f32();
                self.next_line(0.0, -self.state.leading);
                self.show(shown.2.as_bytes());
            }
            Do::ShowTexts(shown) => {
                for object in shown.0.iter::<Object<'_>>() {
                    match object {
                        Object::String(string) => self.show(string.as_bytes()),
                        Object::Number(by) => {
                            self.advance(-by.as_f32() / 1000.0 * self.state.size * self.state.stretch);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn advance(&mut self, by: f32) {
        self.text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }

    fn show(&mut self, string: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        let place = times(self.text, self.state.page);
        let mut text = String::new();
        let mut width = 0.0;
        for glyph in font.glyphs(string) {
            text.push_str(&glyph.text);
            let space = if glyph.space { self.state.between_words } else { 0.0 };
            width +=
                (glyph.width / 1000.0 * self.state.size + self.state.between_characters + space) * self.state.stretch;
        }
        self.advance(width);
        let end = times(self.text, self.state.page);
        // Text that runs upwards or downwards is no part of the story.
        let level = place[1].abs() < place[0].abs() * 0.2;
        let size = (self.state.size * place[3]).abs();
        if level && !text.is_empty() && [place[4], place[5], end[4], size].iter().all(|number| number.is_finite()) {
            self.runs.push(Run { text, x: place[4], end: end[4], y: place[5], size });
        }
    }
}
