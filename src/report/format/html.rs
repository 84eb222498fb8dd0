//! `--format html`: one page that needs nothing but itself, for editors who share a finding.
//!
//! It works from a disk, on a phone and on paper, in light and dark, with the keyboard and a screen reader; a policy in
//! its head forbids it every connection. Style, script and template are files beside this one. The template escapes
//! whatever is put into it; hidden characters are made visible before, and text of the articles is isolated from the
//! direction of the page (`bdi`, `dir="auto"`).

mod article;
mod desk;
mod picture;
mod side;
mod timeline;
mod view;

use crate::report::{Look, Report};
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, context};
use std::io::{self, Write};

/// Each template by the name that others include it by.
const TEMPLATES: [(&str, &str); 6] = [
    ("report.html", include_str!("html/page/report.html")),
    ("filters.html", include_str!("html/page/filters.html")),
    ("conflict.html", include_str!("html/page/conflict.html")),
    ("timeline.html", include_str!("html/page/timeline.html")),
    ("picture.html", include_str!("html/page/picture.html")),
    ("article.html", include_str!("html/page/article.html")),
];
const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");
/// The hashes of style and script (SHA-256, base64), by which the page's policy knows them: nothing else may act on the
/// page, not even if it got into its markup. A test holds them to the files.
const STYLE_HASH: &str = "TG4imhzTgOdptSPfq2fCVqOvyvo8hmWnJuA67fY0X8g=";
const SCRIPT_HASH: &str = "MgCPaEQvD+gu7FteuwdbVqwbZVgvcaX9wXuLS65u5vQ=";

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.map_err(io::Error::other)?);
    for (name, template) in TEMPLATES {
        environment.add_template(name, template).map_err(io::Error::other)?;
    }
    let context = context! {
        policy => format!(
            "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; \
             base-uri 'none'; form-action 'none'"
        ),
        style => STYLE,
        script => SCRIPT,
        tool => format!("{} {}", report.tool.name, report.tool.version),
        summary => super::summary(report),
        ..view::page(report)
    };
    let page = environment.get_template("report.html").and_then(|template| template.render(context));
    writeln!(out, "{}", page.map_err(io::Error::other)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::unsupported::Kind;
    use crate::report::{Acceptance, MissingEntry, UnsupportedEntry, sample};
    use std::collections::BTreeSet;

    fn written() -> String {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
        let lead = format!(" {name}=\"");
        page.split(&lead).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn ids_are_unique_and_links_lead_somewhere() {
        let page = written();
        let ids = attributes(&page, "id");
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len());
        let links = attributes(&page, "href");
        assert!(links.len() > 10);
        for link in links.iter().chain(&attributes(&page, "aria-labelledby")) {
            assert!(distinct.contains(link.trim_start_matches('#')), "{link}");
        }
    }

    #[test]
    fn nothing_of_an_article_is_markup() {
        let page = written();
        assert_eq!(page.matches("<script>").count(), 1);
        assert!(page.contains("&lt;script&gt;alert"));
        assert!(!page.contains("<b>or") && !page.contains("<i>steps"));
    }

    #[test]
    fn it_needs_nothing_but_itself() {
        let page = written();
        for outside in ["http://", "https://", "src=", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn the_policy_knows_style_and_script() {
        for (file, text, hash) in [("style.css", STYLE, STYLE_HASH), ("script.js", SCRIPT, SCRIPT_HASH)] {
            let digest = <sha2::Sha256 as sha2::Digest>::digest(text.as_bytes());
            assert_eq!(base64(&digest), hash, "{file} has changed: write the left hash into html.rs");
        }
        assert!(!written().contains(" style=") && !written().contains(" onclick="), "the policy would not let it act");
    }

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let packed = bytes.chunks(3).flat_map(|chunk| {
            let bits = chunk.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
            let letter = move |at: usize| char::from(LETTERS[(bits >> (18 - 6 * at)) as usize & 63]);
            (0..4).map(move |at| if at <= chunk.len() { letter(at) } else { '=' })
        });
        packed.collect()
    }

    #[test]
    fn what_the_desk_decided_is_shown() {
        let mut report = sample::report();
        let entry = report.conflicts[0].clone();
        let accepted = Acceptance { reason: Some("<seen>".into()), by: None, until: None, baseline: false };
        report.accept(&[(entry.id, accepted)].into());
        let passage = entry.sides[0].passages[0].clone();
        let text = "Li Wei".to_owned();
        let missing = MissingEntry {
            kind: Kind::Name,
            text,
            start: 0,
            end: 0,
            line: 1,
            column: 1,
            span: crate::source::Span::new(0, 0),
        };
        report.unsupported.push(UnsupportedEntry { message: "no source".into(), passage, missing: vec![missing] });
        let mut out = Vec::new();
        write(&report, Look::default(), &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(page.contains("<h2 id=\"accepted\">Accepted</h2>") && page.contains("accepted: &lt;seen&gt;"));
        assert!(page.contains("<h1>3 conflicts in"), "what is accepted does not count");
        assert!(page.contains("<h2 id=\"unsupported\">") && page.contains("<mark>Li Wei</mark>"));
    }

    #[test]
    fn tags_are_balanced() {
        let page = written();
        for tag in [
            "section",
            "article",
            "p",
            "mark",
            "strong",
            "bdi",
            "figure",
            "ol",
            "ul",
            "li",
            "svg",
            "g",
            "text",
            "div",
            "h3",
            "h4",
            "blockquote",
            "details",
            "label",
            "q",
        ] {
            let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }

    #[test]
    fn the_articles_are_shown_whole_with_every_passage_marked() {
        let page = written();
        assert!(page.contains("By our correspondent"));
        let report = sample::report();
        for passage in report.conflicts.iter().flat_map(crate::report::ConflictEntry::passages) {
            assert!(
                page.contains(&format!("<a id=\"p-{}-{}-{}\"", passage.document, passage.span.start, passage.span.end))
            );
        }
    }
}
