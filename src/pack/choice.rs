//! Which packs a run uses, from what was asked for: names of built-in packs, and paths.
//!
//! A path adds to the built-in packs; a name takes the place of them all, and is joined by the packs it needs. What
//! to ask for is decided by the command line and the settings.

use super::Library;
use super::builtin;
use super::error::{PackError, PackFile, did_you_mean};
use super::library::{pack_files, unreadable};
use super::node::{self, Node};
use std::collections::BTreeSet;
use std::path::Path;

impl Library {
    /// Compiles the packs asked for; all built-in ones where no name is among them.
    ///
    /// A choice is the name of a built-in pack, or the path of a `pack.yaml`, of a folder that holds one, or of a folder
    /// of such folders.
    ///
    /// # Errors
    /// All problems of all packs, sorted by file and place; a name that no pack bears, a file that cannot be read.
    pub fn choose<S: AsRef<str>>(choices: &[S]) -> Result<Self, Vec<PackError>> {
        let mut problems = Vec::new();
        let mut names = BTreeSet::new();
        let mut files = Vec::new();
        for choice in choices.iter().map(AsRef::as_ref) {
            if is_path(choice) {
                read(Path::new(choice), &mut files, &mut problems);
            } else if is_builtin(choice) {
                names.insert(choice.to_owned());
            } else {
                problems.push(unknown(choice));
            }
        }
        if !problems.is_empty() {
            problems.sort();
            problems.dedup();
            return Err(problems);
        }
        if !names.is_empty() {
            names.extend(files.iter().flat_map(needs));
            add_needs(&mut names);
        }
        let wanted = |pack: &&builtin::Builtin| names.is_empty() || names.contains(pack.name);
        let mut all: Vec<PackFile> = builtin::PACKS
            .iter()
            .filter(wanted)
            .map(|pack| PackFile::new(&format!("builtin:{}", pack.name), pack.text))
            .collect();
        all.extend(files);
        Self::compile(&all)
    }
}

/// Whether a choice is a path: it looks like one, or lies there and is no built-in pack's name.
fn is_path(choice: &str) -> bool {
    let path = Path::new(choice);
    let yaml = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml"));
    yaml || choice.contains(['/', '\\']) || !is_builtin(choice) && path.exists()
}

fn is_builtin(name: &str) -> bool {
    builtin::PACKS.iter().any(|pack| pack.name == name)
}

fn read(path: &Path, files: &mut Vec<PackFile>, problems: &mut Vec<PackError>) {
    for file in pack_files(path) {
        let known = file.to_string_lossy();
        if files.iter().any(|other: &PackFile| other.path == known) {
            continue;
        }
        match std::fs::read_to_string(&file) {
            Ok(text) => files.push(PackFile::new(&known, &text)),
            Err(error) => problems.push(unreadable(&file, &error)),
        }
    }
}

/// The packs that a file says it needs; none where it cannot be parsed, which compiling will report.
fn needs(file: &PackFile) -> Vec<String> {
    let root = node::parse(file).ok();
    let list = root.as_ref().and_then(|root| root.get("needs"));
    list.map(|list: &Node| list.texts().map(str::to_owned).collect()).unwrap_or_default()
}

fn add_needs(names: &mut BTreeSet<String>) {
    let mut open: Vec<String> = names.iter().cloned().collect();
    while let Some(name) = open.pop() {
        let Some(pack) = builtin::PACKS.iter().find(|pack| pack.name == name) else { continue };
        open.extend(needs(&PackFile::new(pack.name, pack.text)).into_iter().filter(|need| names.insert(need.clone())));
    }
}

fn unknown(name: &str) -> PackError {
    let guess = did_you_mean(name, builtin::PACKS.iter().map(|pack| pack.name));
    PackError {
        path: name.to_owned(),
        line: 0,
        column: 0,
        message: "there is neither a built-in pack of this name nor such a file".to_owned(),
        help: if guess.is_empty() { "give the path of a pack.yaml".to_owned() } else { guess },
        snippet: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packs(choices: &[&str]) -> Vec<String> {
        let library = Library::choose(choices).unwrap();
        library.packs.iter().map(|pack| pack.name.to_string()).collect()
    }

    #[test]
    fn without_a_choice_all_built_in_packs_are_used() {
        assert_eq!(packs(&[]).len(), builtin::PACKS.len());
    }

    #[test]
    fn a_name_brings_what_it_needs_and_nothing_else() {
        assert_eq!(packs(&["core"]), ["core"]);
        assert_eq!(packs(&["meetings"]), ["core", "meetings"]);
    }

    #[test]
    fn a_path_adds_to_the_built_in_packs() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("house.yaml");
        std::fs::write(&file, "pack: house\nneeds: [core]\n").unwrap();
        let path = file.to_string_lossy();
        assert_eq!(packs(&[&path]).len(), builtin::PACKS.len() + 1);
        assert_eq!(packs(&[&path, &path, "core"]), ["core", "house"]);
    }

    #[test]
    fn every_choice_that_is_no_pack_is_told() {
        let found = Library::choose(&["meetngs", "no/such/pack.yaml"]).err().unwrap_or_default();
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].help, "did you mean `meetings`?");
        assert!(found[1].message.starts_with("the pack cannot be read"));
    }
}
