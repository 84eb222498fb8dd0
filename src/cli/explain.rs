//! `crosscheck explain`: what a check means.

use super::{Ending, Failed, output};
use crate::check::Check;
use unicode_width::UnicodeWidthStr;

/// Explain what a check means, with an example that fires and one that does not
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck explain participant")]
pub(super) struct Args {
    /// The check; without one, all are listed
    #[arg(value_parser = super::job::checks())]
    check: Option<Check>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let width = output::look().width.min(100);
    output::to(None, |out| match args.check {
        Some(check) => out.write_all(wrapped(check.explanation(), width).as_bytes()),
        None => Check::ALL.iter().try_for_each(|check| writeln!(out, "{check:<14}{}", check.about())),
    })?;
    Ok(Ending::Clean)
}

/// Markdown whose paragraphs are one line each, wrapped; it stays Markdown.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let lead = if line.starts_with("> ") { "> " } else { "" };
        let mut used = 0;
        for word in line.split(' ') {
            let columns = word.width();
            if used > lead.len() && used + 1 + columns > width {
                out.push('\n');
                out.push_str(lead);
                used = lead.len();
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += columns;
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn quotations_stay_quotations() {
        let text = "# a\n\n> one two three four\n\nfive six seven eight\n";
        assert_eq!(wrapped(text, 12), "# a\n\n> one two\n> three four\n\nfive six\nseven eight\n");
        assert_eq!(wrapped(text, 100), text);
    }
}
