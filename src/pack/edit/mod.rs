//! Packs in an editor: what is wrong with one while it is written, what can stand at the cursor, what a key is for.
//!
//! Problems are those of loading and of `pack lint`, for a text that may not be saved. What can stand at the cursor is
//! told from the shape of packs ([`super::shape`]) and the lines above, since a pack that is being written is seldom
//! YAML.

mod complete;
mod names;
mod outline;

pub use complete::{Completion, CompletionKind, complete, key_about};

use super::builtin;
use super::error::{PackError, PackFile};
use super::library::{Library, pack_files};
use super::lint::Lexicon;
use std::path::Path;

/// Problems of one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// What keeps it from being loaded.
    pub errors: Vec<PackError>,
    /// What could be better; only where it can be loaded.
    pub warnings: Vec<PackError>,
}

/// Whether a file of that name and text is a pack, and not the settings or other YAML.
#[must_use]
pub fn is_pack(path: &Path, text: &str) -> bool {
    let yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let named = path.file_name().is_some_and(|name| name == "pack.yaml");
    yaml && (named || outline::pack_name(text).is_some())
}

/// What is wrong with the pack `text`, as it would be in the file at `path`, beside the built-in packs and those at
/// `others`. `lexicon` is as for [`super::lint`].
#[must_use]
pub fn problems(path: &Path, text: &str, others: &[&Path], lexicon: &Lexicon) -> Problems {
    let shown = path.to_string_lossy();
    let name = outline::pack_name(text).unwrap_or_default();
    let known = builtin::PACKS.iter().filter(|pack| pack.name != name);
    let mut files: Vec<PackFile> =
        known.map(|pack| PackFile::new(&format!("builtin:{}", pack.name), pack.text)).collect();
    for other in others.iter().flat_map(|other| pack_files(other)).filter(|other| !same(other, path)) {
        // One that cannot be read is told where it is loaded.
        files.extend(std::fs::read_to_string(&other).map(|text| PackFile::new(&other.to_string_lossy(), &text)));
    }
    let own = PackFile::new(&shown, text);
    files.push(own.clone());
    match Library::compile(&files) {
        Err(errors) => {
            Problems { errors: errors.into_iter().filter(|error| error.path == shown).collect(), ..Problems::default() }
        }
        Ok(library) => {
            let tests = std::fs::read_to_string(path.with_file_name("tests.yaml")).unwrap_or_default();
            Problems {
                warnings: super::lint::warnings_of(&library, name, &own, &tests, lexicon),
                ..Problems::default()
            }
        }
    }
}

fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Problems {
        problems(Path::new("p/pack.yaml"), text, &[], &Lexicon::ENGLISH)
    }

    #[test]
    fn a_pack_that_is_not_saved_is_checked() {
        let broken = found("pack: p\nclams: []\n");
        assert_eq!(broken.errors.len(), 1);
        assert_eq!((broken.errors[0].line, broken.errors[0].column), (2, 1));
        let idle = found("pack: p\nneeds: [core]\nvars: {idle: [x]}\n");
        assert_eq!(idle.errors, []);
        assert!(idle.warnings.iter().any(|warning| warning.message.contains("`@idle` is not used")));
    }

    #[test]
    fn a_built_in_pack_can_be_worked_on() {
        let meetings = builtin::PACKS.iter().find(|pack| pack.name == "meetings").unwrap();
        assert_eq!(
            problems(Path::new("rules/meetings/pack.yaml"), meetings.text, &[], &Lexicon::ENGLISH),
            Problems::default()
        );
    }

    #[test]
    fn only_packs_are_taken_for_packs() {
        assert!(is_pack(Path::new("x/pack.yaml"), ""));
        assert!(is_pack(Path::new("house.yml"), "# ours\npack: house\n"));
        assert!(!is_pack(Path::new("crosscheck.yaml"), "packs: [house.yml]\n"));
        assert!(!is_pack(Path::new("a.txt"), "pack: house\n"));
    }
}
