//! A new pack: one rule with its tests and a README, which passes as it is written.

use std::io;
use std::path::{Path, PathBuf};

const PACK: &str = "# yaml-language-server: $schema=pack.schema.json
pack: NAME
version: 0.1.0
about: What this pack is for, in one line.
licence: CC0-1.0
needs: [core]

# Word lists, used in patterns as @name.
vars:
  lend_verbs: [lend, loan, lend out]

# What can be claimed, and its logic.
predicates:
  NAME_lend:
    about: Somebody lends something to somebody.
    roles: {lender: party, borrower: party, thing: any, place: place, time: time}
    one: [place, time]
    key: [lender, borrower, thing]
    label: \"{lender} lent {thing} to {borrower}\"

# How text makes a claim.
claims:
  - id: lent
    predicate: NAME_lend
    match:
      - '{lender:party} <@lend_verbs> {thing:thing} to {borrower:party}'
    attach: {place: \"in|at\", time: any}
";

const TESTS: &str = "# yaml-language-server: $schema=tests.schema.json
claims:
  lent:
    - text: Ana Ruiz lent the painting to Li Wei on Tuesday.
      published: 2026-03-05
      claims: [{lender: Ana Ruiz, borrower: Li Wei, thing: the painting, time: 2026-03-03}]
    - text: Ana Ruiz did not lend the painting to Li Wei.
      claims: [{lender: Ana Ruiz, borrower: Li Wei, thing: the painting, polarity: negative}]
    - text: The music lends itself to dancing.
      claims: []
";

const README: &str = "# NAME

What this pack is for, and who keeps it. In this folder:

    crosscheck pack test .
    crosscheck pack lint .

and to use it, with the path of this folder:

    crosscheck check --pack path/to/NAME articles/
";

/// The files of a new pack of this name: path below its folder, and text.
#[must_use]
pub fn files(name: &str) -> [(&'static str, String); 5] {
    let identifier = name.replace('-', "_");
    let fill = |text: &str| text.replace("NAME_", &format!("{identifier}_")).replace("NAME", name);
    let schema = |schema: &serde_json::Value| serde_json::to_string_pretty(schema).unwrap_or_default() + "\n";
    [
        ("pack.yaml", fill(PACK)),
        ("tests.yaml", fill(TESTS)),
        ("README.md", fill(README)),
        ("pack.schema.json", schema(&super::schema())),
        ("tests.schema.json", schema(&super::tests_schema())),
    ]
}

/// Writes a new pack into `folder`, which must not exist; its name is the folder's.
///
/// # Errors
/// The folder exists, has no usable name, or cannot be written.
pub fn write(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or("");
    let usable = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !usable {
        let message = format!("`{name}` is no name for a pack: use lower-case letters, digits and hyphens");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    if folder.exists() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("{} exists already", folder.display())));
    }
    std::fs::create_dir_all(folder)?;
    let mut written = Vec::new();
    for (path, text) in files(name) {
        let path = folder.join(path);
        std::fs::write(&path, text)?;
        written.push(path);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use crate::pack::testing;

    #[test]
    fn a_new_pack_passes_its_own_tests_and_lint() {
        let Ok(folder) = tempfile::tempdir() else { return };
        let path = folder.path().join("art-loans");
        assert_eq!(super::write(&path).map(|written| written.len()).ok(), Some(5));
        let results = match testing::run(&[&path], false, None) {
            Ok(results) => results,
            Err(errors) => unreachable!("{errors:?}"),
        };
        assert_eq!(results.len(), 3);
        assert!(results.iter().all(|result| !result.failed()), "{results:?}");
        let warnings = crate::pack::lint(&[&path], &crate::pack::Lexicon::ENGLISH).unwrap_or_default();
        assert!(warnings.is_empty(), "{warnings:?}");
        assert!(super::write(&path).is_err());
    }
}
