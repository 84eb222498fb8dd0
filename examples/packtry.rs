//! scratch: TSV `rule<TAB>sentence` to tests.yaml
use crosscheck::*;
use std::sync::Arc;
use crosscheck::annotate::time::Grain;
fn yaml(s: &str) -> String { let s = s.replace('\n', " "); if s.is_empty() || s.contains([':', '#', '{', '}', '[', ']', ',', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`']) || s.starts_with('-') { serde_json::to_string(&s).unwrap() } else { s } }
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let t = std::time::Instant::now();
    let packs: Vec<String> = Vec::new();
    let library = match pack::Library::load(&packs, true) { Ok(l) => l, Err(e) => { for e in e { println!("{e}"); } std::process::exit(2) } };
    eprintln!("load {:?} rules {} predicates {}", t.elapsed(), library.rules.len(), library.predicates.len());
    if args[0] == "--files" {
        for (i, d) in ingest::read(&args[1..].iter().map(Into::into).collect::<Vec<std::path::PathBuf>>(), &Default::default()).documents.into_iter().enumerate() {
            println!("=== {}", d.path);
            let a = annotate::annotate(Arc::new(d));
            for c in extract::claims(&a, source::DocumentId(i as u32), &library) {
                if c.rule == "core/open" { continue; }
                println!("{}  «{}»\n      {}", c.rule, c.span.of(&a.document.text).replace('\n', " "), show(&a, &c));
            }
        }
        return;
    }
    let text = std::fs::read_to_string(&args[1]).unwrap();
    let only = args.get(2);
    let mut last = String::new();
    println!("claims:");
    for line in text.lines() {
        let Some((rule, sentence)) = line.split_once('\t') else { continue };
        let (miss, sentence) = match sentence.strip_prefix('!') { Some(s) => (true, s), None => (false, sentence) };
        if only.is_some_and(|o| o != rule) { continue; }
        let full = format!("{}/{rule}", args[0]);
        let Some(r) = library.rules.iter().find(|r| r.id == full) else { println!("# NO RULE {rule}"); continue };
        if rule != last { println!("  {rule}:"); last = rule.to_string(); }
        let doc = source::Document { path: "e".into(), text: sentence.to_owned(), origin: source::Origin::Stored, title: None, source: None, published: Some(source::Published { date: "2026-03-05".parse().unwrap(), time: None, offset: None, assumed: false }), draft: false, blocks: vec![source::Block { span: source::Span::new(0, sentence.len()), kind: source::BlockKind::Paragraph }] };
        let a = annotate::annotate(Arc::new(doc));
        let all = extract::claims(&a, source::DocumentId(0), &library);
        let own: Vec<_> = all.iter().filter(|c| c.predicate == r.predicate && !c.rule.ends_with("/open")).collect();
        let bad = if own.is_empty() != miss { "  # XXX" } else { "" };
        println!("    - text: {}{bad}", yaml(sentence));
        println!("      published: 2026-03-05");
        if own.is_empty() { println!("      claims: []"); } else { println!("      claims:"); for c in &own { println!("        - {}{}", show(&a, c), if c.rule == full { "" } else { "  # other rule" }); } }
        for c in all.iter().filter(|c| c.predicate != r.predicate && !c.rule.ends_with("/open")) { println!("      #   {} {}", c.rule, show(&a, c)); }
        if !bad.is_empty() { for c in &a.clauses { let p = |v: &[usize]| v.iter().map(|&i| a.phrases[i].span.of(sentence)).collect::<Vec<_>>().join(" + ");
            println!("      #     {:?} {} {:?}({}; {}; {}) [{}] compl {} adj {:?}", c.link, a.verb_groups[c.verb].lemma, c.modality, p(&c.subjects), p(&c.objects), p(&c.recipients), c.adjuncts.iter().map(|j| j.span.of(sentence)).collect::<Vec<_>>().join(", "), p(c.complement.as_slice()), c.adjective.map(|t| a.tokens[t].lower.clone())); } }
    }
}
fn show(a: &annotate::Article, c: &extract::Claim) -> String {
    let mut parts: Vec<(String, Vec<String>)> = Vec::new();
    let text = &a.document.text;
    for r in &c.roles {
        let s = match r.value { extract::Value::Time(t) => match a.times[t].value { Some(v) if v.from.is_some() => { let f = v.from.unwrap(); match v.grain { Grain::Minute | Grain::Hour | Grain::DayPart => format!("{}T{:02}:{:02}", f.date(), f.hour(), f.minute()), Grain::Month => format!("{:04}-{:02}", f.year(), f.month()), Grain::Year => format!("{:04}", f.year()), _ => f.date().to_string() } }, _ => r.span.of(text).to_owned() }, _ => r.span.of(text).to_owned() };
        match parts.iter_mut().find(|p| p.0 == r.role.as_str()) { Some(p) => p.1.push(yaml(&s)), None => parts.push((r.role.to_string(), vec![yaml(&s)])) }
    }
    if c.polarity == annotate::verb::Polarity::Negative { parts.push(("polarity".into(), vec!["negative".into()])); }
    if c.modality != annotate::verb::Modality::Actual { parts.push(("modality".into(), vec![format!("{:?}", c.modality).to_lowercase()])); }
    if let Some(s) = c.status { parts.push(("status".into(), vec![format!("{s:?}").to_lowercase()])); }
    format!("{{{}}}", parts.iter().map(|(k, v)| if v.len() == 1 { format!("{k}: {}", v[0]) } else { format!("{k}: [{}]", v.join(", ")) }).collect::<Vec<_>>().join(", "))
}
