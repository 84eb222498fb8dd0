use crosscheck::annotate::*;
use crosscheck::source::*;
use crosscheck::{pipeline, pack::Library, ingest};
use std::sync::Arc;
use std::time::Instant;
fn main() {
    let pieces = ["“", "“a” ", "a, ", "Aa Ba ", "Ana Ruiz ", "Ana Ruiz met Li Wei in Paris. ", "“It is so,” Ana Ruiz said. ", "7", "12 3,400 ", "(", "on Tuesday at 6pm ", "has been going to have ", "and ", "king of the house of ", "in ", ".", "A.\n", "He said she met him. ", "Ana Ruiz, the mayor, ", "who said that he ","'","\"", "\"a, ","-","a b\n", "A", "a", "the ", "Mr ", "he had ","$","12 to ","1,", "said ", "and Ana Ruiz ", "if ", "not ", "é", "\n\nA man died.\n\n"];
    let arg = std::env::args().nth(1);
    let size: usize = std::env::args().nth(2).and_then(|a| a.parse().ok()).unwrap_or(1<<15);
    let packs = Library::builtin().unwrap();
    for piece in pieces {
        if let Some(a) = &arg { if a != "all" && a != piece { continue } }
        let mut row = String::new();
        for size in [size, size*4] {
            let text = piece.repeat(size / piece.len());
            let mut t = Instant::now();
            let mut lap = |n: &str, row: &mut String| { let e = t.elapsed().as_millis(); if e > 25 { row.push_str(&format!(" {n}:{e}")); } t = Instant::now(); };
            let blocks = ingest::blocks(&text, 0); lap("blocks", &mut row);
            let _ = blocks;
            let b: Vec<Block> = { let mut s = 0; text.split_inclusive('\n').map(|l| { let sp = Span::new(s, s + l.len()).trimmed(&text); s += l.len(); Block { span: sp, kind: BlockKind::Paragraph } }).filter(|b| !b.span.is_empty()).collect() };
            let document = Arc::new(Document { path: "a".into(), text: text.clone(), origin: Origin::Stored, title: None, source: None, published: None, draft: false, blocks: b });
            let (mut tokens, sentences) = segment::segment(&document); lap("segment", &mut row);
            tag::tag(&text, &mut tokens, &sentences); lap("tag", &mut row);
            let times = times::times(&document, &tokens, &sentences); lap("times", &mut row);
            quantities::quantities(&text, &tokens, &sentences, &times); lap("quantities", &mut row);
            quotes::quotes(&document, &tokens, &sentences); lap("quotes", &mut row);
            verbs::verb_groups(&text, &tokens, &sentences); lap("verbs", &mut row);
            let o = pipeline::understand(vec![document]); lap("annotate", &mut row);
            let claims = crosscheck::extract::claims(&o.articles[0], DocumentId(0), &packs); lap("extract", &mut row);
            let o = pipeline::Outcome { claims, library: packs.clone(), ..o }; lap("clone", &mut row);
            let story = o.story(); lap("story", &mut row);
            crosscheck::check::check(&story); lap("check", &mut row);
            let _ = o.knowledge(&story); lap("knowledge", &mut row);
            row.push_str(" |");
        }
        println!("{piece:?}: {row}");
    }
}
