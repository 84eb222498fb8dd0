//! Which files hold packs, and in which order they are compiled.

use super::PackInfo;
use crate::pack::compile::Source;
use crate::pack::error::{PackError, PackFile, did_you_mean};
use crate::pack::node::Node;
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name after `pack:` at the start of a line, without parsing the whole.
pub(in crate::pack) fn declared_name(text: &str) -> Option<&str> {
    let value = text.lines().find_map(|line| line.strip_prefix("pack:"))?;
    Some(value.split('#').next().unwrap_or("").trim().trim_matches(['"', '\'']))
}

pub(in crate::pack) fn unreadable(path: &Path, error: &std::io::Error) -> PackError {
    PackError {
        path: path.to_string_lossy().into_owned(),
        line: 0,
        column: 0,
        message: format!("the pack cannot be read: {error}"),
        help: "give a pack.yaml, its folder, or a folder that holds such folders".to_owned(),
        snippet: String::new(),
    }
}

/// How deep below a folder packs are looked for: a checkout may hold them in `packs/` or `desk/packs/`.
const DEEPEST: usize = 3;

/// The pack files under a path: the file itself, its `pack.yaml`, or those of the folders below it, sorted. Folders whose
/// name begins with a dot are left out, and nothing is looked for below a folder that holds a pack.
pub(in crate::pack) fn pack_files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    below(path, DEEPEST, &mut files);
    files.sort();
    // A link may lead to a pack that is found without it, too.
    let mut seen = BTreeSet::new();
    files.retain(|file| std::fs::canonicalize(file).map_or(true, |file| seen.insert(file)));
    if files.is_empty() { vec![path.join("pack.yaml")] } else { files }
}

fn below(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let own = folder.join("pack.yaml");
    if own.is_file() {
        files.push(own);
        return;
    }
    if depth == 0 {
        return;
    }
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        if !hidden(&entry.file_name()) && entry.path().is_dir() {
            below(&entry.path(), depth - 1, files);
        }
    }
}

pub(super) fn info(source: &Source<'_>) -> PackInfo {
    let text = |key: &str| source.root.get(key).and_then(Node::text).unwrap_or("").to_owned();
    PackInfo {
        name: source.name.clone(),
        version: text("version"),
        about: text("about"),
        licence: text("licence"),
        needs: source.root.get("needs").map(|node| node.texts().map(CompactString::from).collect()).unwrap_or_default(),
        path: source.file.path.clone(),
    }
}

/// The packs such that each comes after those it needs, otherwise as they were given.
pub(super) fn in_order<'a>(roots: &'a [(&'a PackFile, Node)], problems: &mut Vec<PackError>) -> Vec<Source<'a>> {
    let mut waiting: Vec<Source<'a>> = Vec::new();
    for (file, root) in roots {
        let name: CompactString = root.get("pack").and_then(Node::text).unwrap_or("").into();
        if let Some(other) = waiting.iter().find(|other| other.name == name) {
            let at = root.get("pack").map_or(Span::new(0, 0), |node| node.span);
            let message = format!("a pack `{name}` was loaded from {} already", other.file.path);
            problems.push(file.error(at, message, "give it another name"));
            continue;
        }
        waiting.push(Source { name, file, root });
    }
    let mut done: BTreeSet<CompactString> = BTreeSet::new();
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let ready = |source: &Source<'_>| {
            source.root.get("needs").is_none_or(|needs| needs.texts().all(|need| done.contains(need)))
        };
        let Some(at) = waiting.iter().position(ready) else { break };
        let source = waiting.remove(at);
        done.insert(source.name.clone());
        ordered.push(source);
    }
    for source in waiting {
        for need in source.root.get("needs").map_or(&[][..], Node::items) {
            let name = need.text().unwrap_or("");
            if !done.contains(name) {
                let help = did_you_mean(name, done.iter().map(CompactString::as_str));
                let message = format!("the pack `{name}` is needed, and is not loaded or needs this one");
                problems.push(source.file.error(need.span, message, help));
            }
        }
        ordered.push(source);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packs_of_a_checkout_are_found_wherever_it_keeps_them() {
        let Ok(folder) = tempfile::tempdir() else { return };
        for pack in ["house", "desk/packs/art", ".git/packs/art", "a/b/c/too-deep", "house/inner"] {
            let path = folder.path().join(pack);
            let written = std::fs::create_dir_all(&path).and_then(|()| std::fs::write(path.join("pack.yaml"), ""));
            assert!(written.is_ok());
        }
        let found = pack_files(folder.path());
        let found: Vec<_> = found.iter().filter_map(|file| file.strip_prefix(folder.path()).ok()).collect();
        assert_eq!(found, [Path::new("desk/packs/art/pack.yaml"), Path::new("house/pack.yaml")]);
    }
}
