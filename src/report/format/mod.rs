//! The output formats: one file each, and one line each in [`FORMATS`].

mod csv;
mod github;
mod html;
mod json;
mod junit;
mod markdown;
mod sarif;
mod text;

use super::Report;
use std::fmt;
use std::io::{self, Write};

pub use json::compact;
pub(crate) use json::pretty;
pub use text::summary;

/// What formats with named checks call that which no source carries.
const UNSUPPORTED: &str = "unsupported";

/// How the reader sees the output; only formats for a terminal look at it.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The width in columns to wrap at.
    pub width: usize,
    /// Whether to write ANSI colours.
    pub color: bool,
}

impl Default for Look {
    /// What a file or a pipe gets: 100 columns, no colour.
    fn default() -> Self {
        Self { width: 100, color: false }
    }
}

/// One way of writing a report.
pub struct Format {
    /// Its name in `--format`; its file is named alike.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Whether it shows the report's [`super::Readings`], which are to be filled in then.
    pub draws: bool,
    writer: Writer,
}

type Writer = fn(&Report, Look, &mut dyn Write) -> io::Result<()>;

impl Format {
    const fn new(name: &'static str, about: &'static str, writer: Writer) -> Self {
        Self { name, about, draws: false, writer }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Writes the whole report.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
        (self.writer)(report, look, out)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

/// Every format, in the order in which they are listed to people; the first is the default.
pub const FORMATS: &[Format] = &[
    Format::new("text", "for the terminal: every passage quoted and marked", text::write),
    Format::new("json", "for scripts: the whole report as one object", json::write),
    Format::new("sarif", "for code scanning and editors: SARIF 2.1.0", sarif::write),
    Format::new("github", "for GitHub Actions: annotations on the files", github::write),
    Format::new("markdown", "for a pull request or a ticket", markdown::write),
    Format::new("junit", "for build servers: JUnit XML", junit::write),
    Format {
        draws: true,
        ..Format::new("html", "for the browser: one page that needs nothing but itself", html::write)
    },
    Format::new("csv", "for a spreadsheet: one row a passage", csv::write),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{escape, sample};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_file_is_registered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/format");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let rust = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
        let stems = rust.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned());
        let written: BTreeSet<String> = stems.filter(|stem| stem != "mod").collect();
        let registered: BTreeSet<String> = FORMATS.iter().map(|format| format.name.to_owned()).collect();
        assert_eq!(written, registered);
    }

    #[test]
    fn nothing_hidden_gets_through_any_format() {
        let report = sample::report();
        assert!(report.conflicts.iter().any(|conflict| conflict.message.chars().any(escape::is_hidden)));
        for format in FORMATS {
            let mut out = Vec::new();
            format.write(&report, Look::default(), &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            let hidden = text.chars().find(|&c| escape::is_hidden(c) && !"\n\t\r".contains(c));
            assert_eq!(hidden, None, "{}", format.name);
        }
    }

    #[test]
    fn a_report_of_nothing_can_be_written() {
        for format in FORMATS {
            let report = crate::report::build(&[], &[], Vec::new(), 0);
            format.write(&report, Look::default(), &mut Vec::new()).unwrap();
        }
    }
}
