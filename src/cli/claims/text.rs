//! Claims to read: each article, and under it its claims in the order of the text.

use super::view::View;
use crate::cli::annotate::variant;
use crate::report::escape;
use crate::source::LineIndex;
use std::io::{self, Write};

/// Writes the claims of all articles.
pub(super) fn write<'a>(views: impl Iterator<Item = View<'a>>, out: &mut dyn Write) -> io::Result<()> {
    let mut here: Option<(&str, LineIndex)> = None;
    for view in views {
        let path = view.document.path.as_str();
        if here.as_ref().is_none_or(|(shown, _)| *shown != path) {
            let gap = if here.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{}", escape::line(path))?;
            here = Some((path, LineIndex::new(&view.document.text)));
        }
        let line = match view.document.map() {
            Some(map) => map.start(&view.document.text, view.claim.span.start).position.line,
            None => here.as_ref().map_or(1, |(_, lines)| lines.line_of(view.claim.span.start)),
        };
        writeln!(out, "\n  {line}: {}", escape::line(view.text(view.claim.span)))?;
        writeln!(out, "    {}", said(&view))?;
        writeln!(out, "    {}", escape::line(&view.claim.rule))?;
    }
    Ok(())
}

/// "meet(agent: Ana Ruiz, with: Li Wei) negative, planned; Tuesday; in Visby, Sweden; says Ana Ruiz".
fn said(view: &View<'_>) -> String {
    let roles = view.roles().into_iter().map(|(role, fillers)| {
        let names = fillers.iter().map(|filler| view.entity(filler).unwrap_or_else(|| view.text(filler.span)));
        format!("{role}: {}", names.map(escape::line).collect::<Vec<_>>().join(" + "))
    });
    let mut parts = vec![format!("{}({})", escape::line(&view.claim.predicate), roles.collect::<Vec<_>>().join(", "))];
    parts.push(format!("{}, {}", variant(view.claim.polarity), variant(view.claim.modality)));
    parts.extend(view.claim.status.map(variant));
    parts.extend(view.time().map(|time| format!("{} {}", variant(time.relation), escape::line(view.text(time.span)))));
    parts.extend(view.place().map(|(name, within)| format!("in {}", [vec![name], within].concat().join(", "))));
    parts.extend(view.speaker().map(|(speaker, direct)| {
        format!("{} {}", if direct { "in the words of" } else { "according to" }, escape::line(speaker))
    }));
    parts.join("; ")
}
