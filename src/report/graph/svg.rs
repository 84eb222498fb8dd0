//! `--format svg`: the graph as a picture, sources on the left, places on the right.
//!
//! The layers are those of the story, so no general layout is needed: a node's column is its sort, [`layout`] finds
//! its row. Lines within a column bow out to the right. The picture needs nothing outside itself.

use super::{LAYERS, cut, edge, label, layer, layout, xml};
use crate::graph::{Edge, Knowledge, Node, NodeId};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Pixels from one row to the next, and of a box.
const ROW: usize = 26;
const BOX: usize = 20;
/// Left edge and width of each column, and the characters that fit in.
const COLUMNS: [(usize, usize, usize); LAYERS.len()] =
    [(20, 180, 26), (280, 420, 64), (790, 140, 20), (1020, 200, 29), (1310, 200, 29)];
const WIDTH: usize = 1600;
const TOP: usize = 50;
const FILLS: [&str; LAYERS.len()] = ["#dbe9f6", "#f7f7f7", "#fdf0d5", "#e2f0d9", "#eadcf4"];
const HEADINGS: [&str; LAYERS.len()] = ["Sources", "Claims", "Occurrences", "People, bodies, things", "Places"];

pub(super) fn write(knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
    let nodes: Vec<(NodeId, &Node)> = knowledge.nodes().collect();
    let numbers: BTreeMap<NodeId, usize> = nodes.iter().enumerate().map(|(number, (id, _))| (*id, number)).collect();
    let layers: Vec<usize> = nodes.iter().map(|(id, _)| layer(*id)).collect();
    let edges: Vec<(usize, usize, &Edge)> = knowledge
        .edges()
        .filter_map(|(from, to, what)| Some((*numbers.get(&from)?, *numbers.get(&to)?, what)))
        .collect();
    let lines: Vec<(usize, usize)> = edges.iter().map(|&(from, to, _)| (from, to)).collect();
    let rows = layout::rows(&layers, &lines);
    let height = TOP + (rows.iter().max().map_or(0, |last| last + 1)) * ROW + 20;
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">"
    )?;
    writeln!(out, "<title>Knowledge graph</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>")?;
    for ((left, ..), heading) in COLUMNS.iter().zip(HEADINGS) {
        writeln!(out, "<text x=\"{left}\" y=\"30\" font-size=\"15\" font-weight=\"bold\">{heading}</text>")?;
    }
    for &(from, to, what) in &edges {
        line(out, (layers[from], rows[from]), (layers[to], rows[to]), what)?;
    }
    for (number, (_, what)) in nodes.iter().enumerate() {
        shape(out, layers[number], rows[number], what)?;
    }
    writeln!(out, "</svg>")
}

fn middle(row: usize) -> usize {
    TOP + row * ROW + BOX / 2
}

fn line(out: &mut dyn Write, from: (usize, usize), to: (usize, usize), what: &Edge) -> io::Result<()> {
    let ((one, y), (two, end)) = if from.0 <= to.0 { (from, to) } else { (to, from) };
    let (start, stop) = (COLUMNS[one].0 + COLUMNS[one].1, COLUMNS[two].0);
    let (y, end) = (middle(y), middle(end));
    let (color, width) = if matches!(what, Edge::Conflicts { .. }) { ("#c00000", 2) } else { ("#9a9a9a", 1) };
    let dash =
        if matches!(what, Edge::SharesText | Edge::Member | Edge::SaidBy) { " stroke-dasharray=\"4 3\"" } else { "" };
    let path = if one == two {
        let bow = start + 60;
        format!("M{start} {y}C{bow} {y} {bow} {end} {start} {end}")
    } else {
        let half = usize::midpoint(start, stop);
        format!("M{start} {y}C{half} {y} {half} {end} {stop} {end}")
    };
    let (sort, _) = edge(what);
    let title = match what {
        Edge::Role(role) => xml(role),
        Edge::Conflicts { message, .. } => xml(message),
        _ => sort.to_owned(),
    };
    writeln!(
        out,
        "<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"{dash}><title>{title}</title></path>"
    )
}

fn shape(out: &mut dyn Write, layer: usize, row: usize, node: &Node) -> io::Result<()> {
    let (left, width, characters) = COLUMNS[layer];
    let (top, fill) = (TOP + row * ROW, FILLS[layer]);
    let whole = label(node).split_whitespace().collect::<Vec<_>>().join(" ");
    let (short, whole) = (xml(&cut(&whole, characters)), xml(&whole));
    writeln!(out, "<g><title>{whole}</title>")?;
    writeln!(
        out,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{BOX}\" rx=\"4\" fill=\"{fill}\" stroke=\"#808080\"/>"
    )?;
    let (x, y) = (left + 6, top + 14);
    writeln!(out, "<text x=\"{x}\" y=\"{y}\">{short}</text></g>")
}
