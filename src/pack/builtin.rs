//! The packs that are part of the program: one line each.

/// A pack in the program.
pub(crate) struct Builtin {
    /// Its folder under `rules/`.
    pub(crate) name: &'static str,
    /// Its pack.yaml.
    pub(crate) text: &'static str,
    /// Its tests.yaml, which only `pack test` reads.
    pub(crate) tests: &'static str,
}

macro_rules! packs {
    ($($name:literal),* $(,)?) => {
        &[$(Builtin {
            name: $name,
            text: include_str!(concat!("../../rules/", $name, "/pack.yaml")),
            tests: include_str!(concat!("../../rules/", $name, "/tests.yaml")),
        }),*]
    };
}

/// All of them; `core` first.
#[rustfmt::skip]
pub(crate) static PACKS: &[Builtin] = packs![
    "core",
    "meetings",
    "travel",
    "government",
    "elections",
    "sport",
    "labour-and-transport",
    "courts-and-crime",
    "disasters",
    "business",
    "science-and-health",
    "culture",
    "background",
    "verdicts",
    "decisions",
    "fates",
    "outcomes",
    "doers",
    "tallies",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_folder_with_a_pack_is_registered() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        let mut folders: Vec<String> = std::fs::read_dir(rules)
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .filter(|entry| entry.path().join("pack.yaml").is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        folders.sort();
        let mut registered: Vec<&str> = PACKS.iter().map(|pack| pack.name).collect();
        registered.sort_unstable();
        assert_eq!(folders, registered);
    }
}
