//! The state of one editor's session: what is open, what was found, what was told.

use super::files::{Files, Open};
use super::findings::{self, Diagnostics};
use super::{packs, place, settings};
use crate::cli::job;
use crate::config::{self, Config};
use crate::decisions;
use crate::desk::Desk;
use crate::ingest;
use crate::pack::edit;
use crate::pipeline::{Options, Session};
use crate::report::{self, Report};
use lsp_server::{Connection, Message, Notification, Request};
use lsp_types::notification::Notification as _;
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWatchedFilesRegistrationOptions,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, FileSystemWatcher, GlobPattern,
    InitializeParams, MessageType, PublishDiagnosticsParams, Registration, RegistrationParams, ShowMessageParams, Uri,
    notification, request,
};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Go,
    End,
}

/// One editor's session.
pub(super) struct Server<'a> {
    pub(super) connection: &'a Connection,
    pub(super) files: Files,
    session: Session,
    /// The settings that are in force: the last that held.
    pub(super) config: Config,
    pub(super) report: Report,
    /// What was told of each file.
    pub(super) told: Diagnostics,
    /// Whether the editor can show a file when it is asked to.
    pub(super) shows_files: bool,
    unsupported: bool,
    due: bool,
    requests: i32,
}

impl<'a> Server<'a> {
    pub(super) fn new(connection: &'a Connection, params: &InitializeParams) -> Self {
        let root = root(params);
        // Articles are named from here, as on the command line; where the folder is gone they keep their whole paths.
        let _ = std::env::set_current_dir(&root);
        let window = params.capabilities.window.as_ref();
        Self {
            connection,
            files: Files { root, open: BTreeMap::new() },
            session: Session::default(),
            config: Config::default(),
            report: report::build(&[], &[], Vec::new(), 0),
            told: Diagnostics::new(),
            shows_files: window.and_then(|window| window.show_document.as_ref()).is_some_and(|show| show.support),
            unsupported: params.initialization_options.as_ref().is_some_and(|options| options["unsupported"] == true),
            due: false,
            requests: 0,
        }
    }

    /// Whether something changed that was not checked yet.
    pub(super) fn is_due(&self) -> bool {
        self.due
    }

    /// Asks the editor to tell of files that change behind its back.
    pub(super) fn watch_files(&mut self, params: &InitializeParams) {
        let workspace = params.capabilities.workspace.as_ref();
        let watching = workspace.and_then(|workspace| workspace.did_change_watched_files);
        if watching.is_none_or(|watching| watching.dynamic_registration != Some(true)) {
            return;
        }
        let watchers = vec![FileSystemWatcher { glob_pattern: GlobPattern::String("**/*".to_owned()), kind: None }];
        let registration = Registration {
            id: "files".to_owned(),
            method: notification::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok(),
        };
        self.ask::<request::RegisterCapability>(RegistrationParams { registrations: vec![registration] });
    }

    /// Takes in what the editor tells. What is not understood is passed over, as the protocol asks.
    pub(super) fn notification(&mut self, told: Notification) -> Next {
        match told.method.as_str() {
            notification::Exit::METHOD => return Next::End,
            notification::DidOpenTextDocument::METHOD => {
                if let Some(DidOpenTextDocumentParams { text_document: open }) = read(told) {
                    self.take(open.uri, open.text, open.version);
                }
            }
            notification::DidChangeTextDocument::METHOD => {
                if let Some(DidChangeTextDocumentParams { text_document, mut content_changes }) = read(told)
                    && let Some(change) = content_changes.pop()
                {
                    self.take(text_document.uri, change.text, text_document.version);
                }
            }
            notification::DidCloseTextDocument::METHOD => {
                if let Some(DidCloseTextDocumentParams { text_document }) = read(told)
                    && let Some(path) = place::path_of(&text_document.uri)
                {
                    let path = self.files.absolute(&path);
                    self.files.open.remove(&path);
                    self.session.close(&path);
                    self.due = true;
                }
            }
            notification::DidSaveTextDocument::METHOD => {
                if let Some(DidSaveTextDocumentParams { text_document, .. }) = read(told) {
                    self.changed(&text_document.uri);
                }
            }
            notification::DidChangeWatchedFiles::METHOD => {
                if let Some(DidChangeWatchedFilesParams { changes }) = read(told) {
                    for change in &changes {
                        self.changed(&change.uri);
                    }
                }
            }
            _ => {}
        }
        Next::Go
    }

    fn take(&mut self, uri: Uri, text: String, version: i32) {
        if let Some(path) = place::path_of(&uri) {
            let path = self.files.absolute(&path);
            if ingest::is_article(&path) {
                self.session.open(&path, &text);
            }
            self.files.open.insert(path, Open { uri, text, version });
            self.due = true;
        }
    }

    /// A file changed on disk.
    fn changed(&mut self, uri: &Uri) {
        let Some(path) = place::path_of(uri) else { return };
        let path = self.files.absolute(&path);
        let yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
        if yaml && path.file_name().is_none_or(|name| name != decisions::FILE_NAME) {
            // Settings or a pack: what was read by the old ones no longer holds.
            self.session.forget_all();
        }
        self.session.forget(&path);
        self.due |= yaml || ingest::is_article(&path);
    }

    /// Checks everything again and tells the editor what has changed.
    pub(super) fn check(&mut self) {
        self.due = false;
        let mut found = Diagnostics::new();
        self.settings(&mut found);
        let options = self.options();
        if options.paths.is_empty() && options.drafts.is_empty() {
            self.report = report::build(&[], &[], Vec::new(), 0);
        } else if let Err(error) = self.articles(&options) {
            self.say(MessageType::ERROR, error);
        }
        for (path, list) in findings::diagnostics(&self.report, &self.files) {
            found.entry(path).or_default().extend(list);
        }
        let others: Vec<&Path> = self.config.packs.iter().map(Path::new).filter(|path| path.exists()).collect();
        for (path, open) in &self.files.open {
            if edit::is_pack(path, &open.text) {
                found.entry(path.clone()).or_default().extend(packs::diagnostics(path, &open.text, &others));
            }
        }
        self.publish(found);
    }

    /// Reads the settings anew, and tells what does not hold in those and in the files that are open.
    fn settings(&mut self, found: &mut Diagnostics) {
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
    fn options(&self) -> Options {
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

    fn articles(&mut self, options: &Options) -> Result<(), String> {
        let load = |path: &Path, baseline| decisions::load(path, baseline).ok();
        let accepted = load(&job::accepted_file(&self.config), false);
        let backlog = self.config.baseline.as_deref().and_then(|path| load(path, true));
        let mut desk = Desk::new(&self.config, accepted.into_iter().chain(backlog).collect(), job::today());
        desk.unsupported = self.unsupported && !options.drafts.is_empty();
        let outcome = self.session.run(options).map_err(|error| error.to_string())?;
        self.report = desk.finish(outcome).report;
        Ok(())
    }

    /// Tells of each file what is new, and of each that is clean again that it is.
    fn publish(&mut self, mut found: Diagnostics) {
        // A file that is open is told of even where nothing was ever found in it: the editor then knows it was looked at.
        for path in self.told.keys().chain(self.files.open.keys()) {
            found.entry(path.clone()).or_default();
        }
        for (path, diagnostics) in found.iter().filter(|(path, list)| self.told.get(*path) != Some(*list)) {
            let Some(uri) = self.files.uri(path) else { continue };
            let version = self.files.open.get(path).map(|open| open.version);
            let params = PublishDiagnosticsParams { uri, diagnostics: diagnostics.clone(), version };
            self.tell::<notification::PublishDiagnostics>(params);
        }
        self.told = found;
    }

    pub(super) fn say(&self, typ: MessageType, message: String) {
        self.tell::<notification::ShowMessage>(ShowMessageParams { typ, message });
    }

    fn tell<N: notification::Notification>(&self, params: N::Params) {
        self.send(Notification::new(N::METHOD.to_owned(), params).into());
    }

    /// Asks the editor for something whose answer changes nothing here.
    pub(super) fn ask<R: request::Request>(&mut self, params: R::Params) {
        self.requests += 1;
        self.send(Request::new(self.requests.into(), R::METHOD.to_owned(), params).into());
    }

    pub(super) fn send(&self, message: Message) {
        // An editor that is gone is noticed when the next message is read.
        let _ = self.connection.sender.send(message);
    }
}

pub(super) fn read<T: DeserializeOwned>(told: Notification) -> Option<T> {
    serde_json::from_value(told.params).ok()
}

/// The folder that the editor works in.
fn root(params: &InitializeParams) -> PathBuf {
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
