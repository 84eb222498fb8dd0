use super::*;
use crate::annotate::token::Tag;
use crate::source::Block;

/// Tokens of the shape layer 1 gives, without tags: enough to test this layer alone.
pub(crate) fn crude(text: &str) -> (Document, Vec<Token>) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        start += line.len();
    }
    let document = Document {
        path: "-".into(),
        text: text.into(),
        origin: crate::source::Origin::Stored,
        title: None,
        source: None,
        published: None,
        draft: false,
        blocks,
    };
    let pattern = regex::Regex::new(
        r"(?i)(?:mr|mrs|ms|dr|lt|st|jr|gen|sen|rep|gov|sgt|prof|no|inc|co)\.|(?:\p{L}\.){2,}|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[£$€]?\d[\d,.:]*\d|\p{L}+(?:[-]\p{L}+)*|[\d\p{L}]+(?:-[\p{L}\d]+)*|\.\.\.|--|''|``|\S",
    )
    .expect("pattern");
    let tokens = pattern
        .find_iter(text)
        .map(|found| {
            let lower = found.as_str().to_lowercase().replace('’', "'");
            Token {
                span: found.range().into(),
                tag: Tag::Other,
                lower: lower.as_str().into(),
                lemma: lower.as_str().into(),
                capital: found.as_str().starts_with(char::is_uppercase),
            }
        })
        .collect();
    (document, tokens)
}

fn read(text: &str) -> (Document, Vec<Quote>) {
    let (document, tokens) = crude(text);
    let found = quotes(&document, &tokens, &[]);
    (document, found)
}

#[test]
#[ignore = "prints"]
#[allow(clippy::print_stdout, clippy::unwrap_used)]
fn dump() {
    let path = std::env::var("QUOTES_IN").unwrap();
    for (number, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let (document, found) = read(value["text"].as_str().unwrap());
        let all = std::env::var("QUOTES_ALL").is_ok();
        let list: Vec<_> = found
            .iter()
            .filter(|quote| all || quote.speech)
            .map(|quote| {
                serde_json::json!({"start": quote.span.start, "end": quote.span.end, "direct": true, "speech": quote.speech, "text": document.slice(quote.span),
                "cue": quote.cue.map(|s| document.slice(s)), "reason": quote.reason, "continues": quote.continues, "speaker": null, "speaker_text": quote.speaker_text.map(|s| document.slice(s))})
            })
            .collect();
        println!("@@{}", serde_json::json!({"path": format!("x#{number}"), "quotes": list}));
    }
}

#[test]
#[ignore = "prints"]
#[allow(clippy::print_stdout, clippy::unwrap_used)]
fn dump_clusters() {
    use crate::check::wording::{Passage, Verdict, clusters};
    let path = std::env::var("QUOTES_IN").unwrap();
    let mut groups: std::collections::BTreeMap<String, Vec<(String, Document, Vec<Quote>)>> =
        std::collections::BTreeMap::new();
    for line in std::fs::read_to_string(&path).unwrap().lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let (document, found) = read(value["text"].as_str().unwrap());
        let doc = value["doc"].as_str().unwrap().to_owned();
        let group = doc.rsplit_once('/').unwrap().0.to_owned();
        groups.entry(group).or_default().push((doc, document, found));
    }
    for (group, articles) in &groups {
        let mut passages = Vec::new();
        for (number, (_, document, found)) in articles.iter().enumerate() {
            let mut chains: Vec<Vec<usize>> = Vec::new();
            for (at, quote) in found.iter().enumerate() {
                if !quote.speech {
                    continue;
                }
                let chain = quote.continues.and_then(|e| chains.iter_mut().find(|c| c.last() == Some(&e)));
                match chain {
                    Some(c) => c.push(at),
                    None => chains.push(vec![at]),
                }
            }
            for chain in chains {
                passages.push((number, Passage::of(&document.text, chain.iter().map(|&q| found[q].span))));
            }
        }
        println!("@@ {group}");
        for cluster in clusters(passages, crate::check::wording::Severity::Function) {
            println!(
                "@@   {} members, sides {}{}",
                cluster.members.len(),
                cluster.variants.len(),
                if cluster.changes.is_empty() { "" } else { "  <<<<" }
            );
            if cluster.changes.is_empty() && std::env::var("CL_ALL").is_err() {
                continue;
            }
            for m in &cluster.members {
                println!(
                    "@@     {:?} {} «{}»",
                    m.variant,
                    articles[m.key].0.rsplit('/').next().unwrap(),
                    articles[m.key].1.slice(m.span).replace('\n', " ")
                );
            }
            for c in &cluster.changes {
                if let Verdict::Reworded { differences, severity } = &c.alignment.verdict {
                    let (x, y) =
                        (&articles[cluster.members[c.first].key].1, &articles[cluster.members[c.second].key].1);
                    println!(
                        "@@       change {severity:?} {:?}",
                        differences.iter().map(|d| (x.slice(d.a), y.slice(d.b))).collect::<Vec<_>>()
                    );
                }
            }
        }
    }
}
