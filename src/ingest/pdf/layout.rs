//! Runs of glyphs to lines, lines to paragraphs, by how far apart they stand.

/// Glyphs that were shown at once.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Run {
    pub(in crate::ingest) text: String,
    /// Where they begin and end, and the line they stand on; y grows upwards.
    pub(in crate::ingest) x: f32,
    pub(in crate::ingest) end: f32,
    pub(in crate::ingest) y: f32,
    pub(in crate::ingest) size: f32,
}

/// A line of text.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Line {
    pub(in crate::ingest) run: Run,
    /// Whether it begins a page.
    pub(in crate::ingest) first: bool,
}

/// A paragraph, and whether it is set so large that it is a heading.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Paragraph {
    pub(in crate::ingest) text: String,
    pub(in crate::ingest) heading: bool,
}

/// A gap of so much of the size is a space between words.
const SPACE: f32 = 0.17;
/// A wider one parts columns.
const COLUMN: f32 = 4.0;
/// Lines of a paragraph are at most so much further apart than its other lines.
const LOOSE: f32 = 1.25;
/// A line that ends so much (of the widest) before the others ends its paragraph.
const SHORT: f32 = 0.85;
/// A heading is so much larger than the text.
const LARGE: f32 = 1.15;

/// Adds the lines that a page's runs make, in the order in which the page shows them.
pub(super) fn lines(runs: Vec<Run>, lines: &mut Vec<Line>) {
    let start = lines.len();
    for run in runs {
        let new = lines.len() == start;
        match lines.last_mut().filter(|line| !new && follows(&line.run, &run)) {
            Some(line) => {
                let gap = run.x - line.run.end;
                let parted = line.run.text.ends_with(' ') || run.text.starts_with(' ');
                if gap > SPACE * run.size && !parted {
                    line.run.text.push(' ');
                }
                line.run.text.push_str(&run.text);
                line.run.end = line.run.end.max(run.end);
                line.run.size = line.run.size.max(run.size);
            }
            None => lines.push(Line { run, first: new }),
        }
    }
    lines.retain(|line| !line.run.text.trim().is_empty());
}

/// Whether a run goes on with a line: on its height, and neither before it nor in another column.
fn follows(line: &Run, run: &Run) -> bool {
    let size = line.size.max(run.size);
    (line.y - run.y).abs() < size * 0.4 && run.x > line.end - size && run.x < line.end + size * COLUMN
}

/// The paragraphs that lines make.
pub(in crate::ingest) fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let usual_size = weighted_median(lines.iter().map(|line| (line.run.size, line.run.text.len())));
    let gaps = lines
        .windows(2)
        .filter(|pair| !pair[1].first)
        .map(|pair| (pair[0].run.y - pair[1].run.y, pair[1].run.text.len()));
    let usual_gap = weighted_median(gaps.filter(|(gap, _)| *gap > 0.0)).max(usual_size);
    let widest = lines.iter().map(|line| line.run.end).fold(0.0, f32::max);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let joined = before.is_some_and(|before| joins(before, line, usual_gap, widest));
        match found.last_mut().filter(|_| joined) {
            Some(last) => join(&mut last.text, &line.run.text),
            None => found
                .push(Paragraph { text: line.run.text.trim().to_owned(), heading: line.run.size > usual_size * LARGE }),
        }
        before = Some(line);
    }
    found
}

fn joins(before: &Line, line: &Line, usual_gap: f32, widest: f32) -> bool {
    let (above, below) = (&before.run, &line.run);
    if (above.size - below.size).abs() > above.size.max(below.size) * 0.1 {
        return false;
    }
    let ends = above.text.trim_end().ends_with(['.', '!', '?', '”', '"', '’', ':']);
    let short = above.end < widest * SHORT;
    if line.first || above.y <= below.y {
        // The next page or column goes on in the middle of a sentence.
        return !ends;
    }
    above.y - below.y < usual_gap.min(above.size * 2.2) * LOOSE && !(ends && short)
}

/// Puts a line behind those above it; a word that was broken is one word again.
fn join(text: &mut String, line: &str) {
    let line = line.trim();
    let broken = text.ends_with('\u{ad}')
        || (text.ends_with('-')
            && line.starts_with(char::is_lowercase)
            && text.chars().rev().nth(1).is_some_and(char::is_lowercase));
    if broken {
        text.pop();
    } else {
        text.push(' ');
    }
    text.push_str(line);
}

/// The value below which half of the weight lies; 0 of nothing.
fn weighted_median(values: impl Iterator<Item = (f32, usize)>) -> f32 {
    let mut values: Vec<(f32, usize)> = values.collect();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut passed = 0;
    for (value, weight) in values {
        passed += weight;
        if passed > half {
            return value;
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f32, y: f32) -> Run {
        Run { text: text.to_owned(), x, end: x + text.chars().count() as f32 * 5.0, y, size: 10.0 }
    }

    fn read(runs: Vec<Run>) -> Vec<String> {
        let mut found = Vec::new();
        lines(runs, &mut found);
        paragraphs(&found).into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn gaps_make_words_lines_and_paragraphs() {
        let text = read(vec![
            run("The harbour", 0.0, 100.0),
            run("wall", 58.0, 100.0),
            run("fell on Monday eve-", 0.0, 88.0),
            run("ning in the", 0.0, 76.0),
            run("storm.", 60.0, 76.0),
            run("Nobody was there at all.", 0.0, 52.0),
        ]);
        assert_eq!(text, ["The harbour wall fell on Monday evening in the storm.", "Nobody was there at all."]);
    }

    #[test]
    fn pieces_of_a_word_are_one_word() {
        assert_eq!(read(vec![run("harb", 0.0, 9.0), run("our", 20.0, 9.0)]), ["harbour"]);
    }
}
