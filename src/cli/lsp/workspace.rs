//! What an editor's session is about: its folder, the settings in force, and the articles that are read.

use super::findings::Diagnostics;
use super::server::Server;
use super::{place, settings};
use crate::cli::job;
use crate::config::{self, Config};
use crate::decisions;
use crate::ingest;
use crate::pipeline::Options;
use lsp_types::InitializeParams;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

impl Server<'_> {
    /// Reads the settings anew, and tells what does not hold in those and in the files that are open.
    pub(super) fn settings(&mut self, found: &mut Diagnostics) {
        let file = config::find(&self.files.root).map(|file| self.files.absolute(&file));
        match file.as_deref().map(|file| config::load(&self.files.shown(file))) {
            None => self.config = Config::default(),
            Some(Ok(config)) => self.config = config,
            // The last that held stay in force.
            Some(Err(_)) => {}
        }
        let decided = self.files.absolute(&job::accepted_file(&self.config));
        let stored: BTreeSet<PathBuf> = file.into_iter().chain([decided]).collect();
        for path in stored.iter().filter(|path| !self.files.open.contains_key(*path)) {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            if let Some(list) = settings::diagnostics(path, &text).filter(|list| !list.is_empty()) {
                found.entry(path.clone()).or_default().extend(list);
            }
        }
        for (path, open) in &self.files.open {
            if let Some(list) = settings::diagnostics(path, &open.text) {
                found.entry(path.clone()).or_default().extend(list);
            }
        }
    }

    /// What to read: what the settings name and what is open; without settings, the articles beside those that are open.
    pub(super) fn options(&self) -> Options {
        let config = self.config.clone();
        let articles = self.files.open.keys().filter(|path| ingest::is_article(path));
        let articles: Vec<PathBuf> = articles.map(|path| self.files.shown(path)).collect();
        let mut paths: Vec<PathBuf> = config.sources.iter().chain(&config.archive).cloned().collect();
        if paths.is_empty() {
            let folders: BTreeSet<&Path> = articles.iter().map(|path| decisions::folder_of(path)).collect();
            paths.extend(folders.into_iter().flat_map(beside));
        }
        let drafts: Vec<PathBuf> = config.drafts.iter().filter(|path| path.exists()).cloned().collect();
        paths.extend(articles);
        Options { paths, drafts, packs: config.packs.clone(), config, ..Options::default() }
    }
}

/// The folder that the editor works in.
pub(super) fn root(params: &InitializeParams) -> PathBuf {
    let folders = params.workspace_folders.as_ref().and_then(|folders| folders.first());
    #[expect(deprecated, reason = "editors that know no workspace folders name the folder so")]
    let uri = folders.map(|folder| &folder.uri).or(params.root_uri.as_ref());
    let here = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let root = uri.and_then(place::path_of).filter(|path| path.is_dir()).unwrap_or_else(here);
    root.canonicalize().unwrap_or(root)
}

/// The articles in a folder, those in folders below it left out.
fn beside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries.filter(|path| ingest::is_article(path) && path.is_file()).collect();
    found.retain(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    found.sort();
    found
}
