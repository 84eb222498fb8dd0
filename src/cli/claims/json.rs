//! A claim as one line of JSON.
//!
//! A role is an object; what else fills it stands in the object's `more`, so that a reader who wants one filler need
//! not tell one from several. Times stand under `time`, the most precise one; a place of the gazetteer stands under
//! `place` with what it lies in, and among the roles as it is worded.

use super::view::View;
use crate::cli::annotate::{moment, variant};
use crate::extract::Filler;
use crate::report::format::compact;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes one line.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claim = view.claim;
    let roles: Map<String, Value> =
        view.roles().into_iter().map(|(role, fillers)| (role.to_owned(), fill(view, &fillers))).collect();
    let time = view.time().map(|time| {
        let value = time.value;
        json!({
            "text": view.text(time.span),
            "from": moment(value.and_then(|value| value.from)),
            "to": moment(value.and_then(|value| value.to)),
            "relation": variant(time.relation),
        })
    });
    let place = view.document.shown(claim.span);
    let line = json!({
        "id": view.id,
        "predicate": claim.predicate.as_str(),
        "roles": roles,
        "polarity": variant(claim.polarity),
        "modality": variant(claim.modality),
        "attribution": view.speaker().map(|(speaker, direct)| json!({"speaker": speaker, "direct": direct})),
        "time": time,
        "place": view.place().map(|(entity, within)| json!({"entity": entity, "within": within})),
        "status": claim.status.map(variant),
        "path": view.document.path,
        "start": place.start,
        "end": place.end,
        "text": view.text(claim.span),
        "rule": claim.rule.as_str(),
    });
    compact(&line, out)
}

fn fill(view: &View<'_>, fillers: &[&Filler]) -> Value {
    let mut all = fillers.iter().map(|filler| {
        let place = view.document.shown(filler.span);
        json!({
            "entity": view.entity(filler),
            "text": view.text(filler.span),
            "start": place.start,
            "end": place.end,
        })
    });
    let mut first = all.next().unwrap_or_default();
    let more: Vec<Value> = all.collect();
    if let (Value::Object(first), false) = (&mut first, more.is_empty()) {
        first.insert("more".into(), Value::Array(more));
    }
    first
}
