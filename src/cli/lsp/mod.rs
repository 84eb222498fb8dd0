//! `crosscheck lsp`: conflicts in the editor, by the Language Server Protocol over standard input and output.
//!
//! Whatever is typed is checked as soon as the keys rest, against the sources that the settings name, or the articles
//! beside the open one. Settings, decisions and packs are checked as well. The server changes no article; accepting a
//! conflict adds to the file of decisions, as on the command line.

mod answers;
mod files;
mod findings;
mod packs;
mod place;
mod server;
mod settings;

use super::{Ending, Failed};
use lsp_server::{Connection, Message};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, ExecuteCommandOptions,
    HoverProviderCapability, InitializeParams, PositionEncodingKind, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
};
use server::{Next, Server};
use std::time::Duration;

/// The keys rest this long before anything is checked.
const REST: Duration = Duration::from_millis(150);

/// Serve an editor: diagnostics, explanations and quick fixes over standard input and output
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples (settings for VS Code, Neovim, Helix and Zed are in the README):\n  \
    crosscheck lsp --stdio")]
pub(super) struct Args {
    /// Speak over standard input and output, which is what it does anyway; some editors insist
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(_: &Args) -> Result<Ending, Failed> {
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection);
    // The threads end when the connection is gone.
    drop(connection);
    threads.join().map_err(|error| Failed::new(format!("cannot talk to the editor: {error}")))?;
    served
}

fn serve(connection: &Connection) -> Result<Ending, Failed> {
    let broken = |error: &dyn std::fmt::Display| {
        Failed::new(format!("the editor broke off: {error}"))
            .with_help("this command is for editors to start; see the README for their settings")
    };
    let (id, params) = connection.initialize_start().map_err(|error| broken(&error))?;
    let params: InitializeParams = serde_json::from_value(params).map_err(|error| broken(&error))?;
    let result = serde_json::json!({
        "capabilities": capabilities(),
        "serverInfo": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
    });
    connection.initialize_finish(id, result).map_err(|error| broken(&error))?;
    let mut server = Server::new(connection, &params);
    server.watch_files(&params);
    loop {
        let message = if server.is_due() {
            connection.receiver.recv_timeout(REST).ok()
        } else {
            match connection.receiver.recv() {
                Ok(message) => Some(message),
                Err(_) => return Ok(Ending::Clean),
            }
        };
        match message {
            None => server.check(),
            Some(Message::Request(request)) => {
                if connection.handle_shutdown(&request).map_err(|error| broken(&error))? {
                    return Ok(Ending::Clean);
                }
                server.request(request);
            }
            Some(Message::Notification(notification)) => {
                if server.notification(notification) == Next::End {
                    return Ok(Ending::Clean);
                }
            }
            Some(Message::Response(_)) => {}
        }
    }
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::FULL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["@", "{", ":", " "].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: vec![findings::ACCEPT.to_owned(), findings::REMOVE.to_owned()],
            ..ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}
