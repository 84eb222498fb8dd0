use crosscheck::*;
use std::sync::Arc;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let t = std::time::Instant::now();
    let library = match pack::Library::builtin() { Ok(l) => l, Err(e) => { for e in e { println!("{e}"); } return; } };
    eprintln!("load {:?} rules {} predicates {}", t.elapsed(), library.rules.len(), library.predicates.len());
    let open = args.iter().any(|a| a == "--open");
    let uncovered = args.iter().any(|a| a == "--uncovered");
    let paths: Vec<std::path::PathBuf> = args.iter().filter(|a| !a.starts_with("--")).map(|a| a.into()).collect();
    let read = ingest::read(&paths, &Default::default());
    let mut count = std::collections::BTreeMap::<String, usize>::new();
    for (i, d) in read.documents.into_iter().enumerate() {
        let a = annotate::annotate(Arc::new(d));
        let t = std::time::Instant::now();
        let claims = extract::claims(&a, source::DocumentId(i as u32), &library);
        eprintln!("{} claims {} in {:?}", a.document.path, claims.len(), t.elapsed());
        for c in &claims {
            *count.entry(c.rule.to_string()).or_default() += 1;
            if uncovered { continue; }
            if c.rule == "core/open" && !open { continue; }
            println!("{} {:?}{:?}{} [{}] «{}»", c.rule, c.polarity, c.modality, c.status.map_or(String::new(), |s| format!(" {s:?}")), c.predicate, c.span.of(&a.document.text).replace('\n', " "));
            for r in &c.roles { print!("    {}={}{}", r.role, r.span.of(&a.document.text).replace('\n', " "), match r.value { extract::Value::Mention(m) => a.mentions[m].entity.map_or("?".into(), |e| format!(" [{:?} {}]", a.entities[e.0 as usize].kind, a.entities[e.0 as usize].name)), v => format!(" {v:?}") }); }
            println!();
        }
        if uncovered {
            for (ci, c) in a.clauses.iter().enumerate() {
                if claims.iter().any(|k| k.clause == Some(ci) && k.rule != "core/open") { continue; }
                let g = &a.verb_groups[c.verb];
                let p = |v: &Vec<usize>| v.iter().map(|&i| a.phrases[i].span.of(&a.document.text).replace('\n', " ")).collect::<Vec<_>>().join(" + ");
                println!("{}\t{}\t{}\t{}", g.lemma, p(&c.subjects), p(&c.objects), c.span.of(&a.document.text).replace('\n', " "));
            }
        }
    }
    for (k, v) in count { eprintln!("{v:5} {k}"); }
}
