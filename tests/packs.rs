//! The built-in packs as their authors keep them: what each finds in the articles of its folder, by the same snapshots
//! that `crosscheck pack test rules/` reads; no warnings; and the examples of `rules/README.md`, run.
//!
//! After a change that is meant to move them: `crosscheck pack test rules --review`.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crosscheck::pack::Library;
use crosscheck::pack::testing;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(&["rules"], true).unwrap());

/// The name of a pack and the file it lies in.
fn packs() -> Vec<(String, PathBuf)> {
    LIBRARY.packs.iter().map(|pack| (pack.name.to_string(), PathBuf::from(&pack.path))).collect()
}

#[test]
fn what_each_pack_finds_in_its_articles() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (pack, path) in packs() {
        let info = LIBRARY.packs.iter().find(|info| info.name == pack).unwrap();
        let snapshots = testing::snapshots(&LIBRARY, info);
        assert!(!snapshots.is_empty(), "{pack} has no article");
        settings.set_snapshot_path(Path::new("..").join(path.parent().unwrap()).join("snapshots"));
        for snapshot in snapshots {
            let name = snapshot.path.file_stem().unwrap().to_string_lossy().into_owned();
            let found = snapshot.found.unwrap_or_else(|| panic!("{} is left over", snapshot.path.display()));
            settings.bind(|| insta::assert_snapshot!(name, found));
        }
    }
}

#[test]
fn the_program_and_the_insta_files_agree() {
    let left = testing::pending(&["rules"]).unwrap();
    let paths: Vec<_> = left.iter().map(|snapshot| &snapshot.path).collect();
    assert!(paths.is_empty(), "review these: {paths:?}");
}
