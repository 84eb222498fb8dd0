//! What the editor asks for: explanations, what can be done, completions, and the doing of it.

use super::server::Server;
use super::{findings, packs, place};
use crate::cli::{accept, job, output};
use crate::decisions;
use crate::pack::edit;
use lsp_server::{ErrorCode, Request, Response};
use lsp_types::request::Request as _;
use lsp_types::{
    CodeActionOrCommand, CodeActionParams, CompletionParams, CompletionResponse, ExecuteCommandParams, Hover,
    HoverContents, HoverParams, MarkupContent, MarkupKind, MessageType, Position, Range, ShowDocumentParams,
    TextDocumentPositionParams, Uri, request,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// The reason of what is accepted at the touch of a key; the entry is there to say more.
const REASON: &str = "accepted in the editor";

impl Server<'_> {
    /// Answers one request.
    pub(super) fn request(&mut self, request: Request) {
        let Request { id, method, params, .. } = request;
        let answer = match method.as_str() {
            request::HoverRequest::METHOD => {
                answered(params, |params: HoverParams| Ok(self.hover(&params.text_document_position_params)))
            }
            request::CodeActionRequest::METHOD => {
                answered(params, |params: CodeActionParams| Ok(self.actions(&params)))
            }
            request::Completion::METHOD => {
                answered(params, |params: CompletionParams| Ok(self.completions(&params.text_document_position)))
            }
            request::ExecuteCommand::METHOD => answered(params, |params: ExecuteCommandParams| self.execute(&params)),
            other => Err((ErrorCode::MethodNotFound, format!("'{other}' is not known here"))),
        };
        let response = match answer {
            Ok(value) => Response::new_ok(id, value),
            Err((code, message)) => Response::new_err(id, code as i32, message),
        };
        self.send(response.into());
    }

    /// The path and the text of a file that is open.
    fn open(&self, uri: &Uri) -> Option<(PathBuf, &str)> {
        let path = self.files.absolute(&place::path_of(uri)?);
        let text = self.files.open.get(&path)?.text.as_str();
        Some((path, text))
    }

    fn hover(&self, at: &TextDocumentPositionParams) -> Option<Hover> {
        let uri = &at.text_document.uri;
        let (path, text) = self.open(uri)?;
        if edit::is_pack(&path, text) {
            return packs::hover(text, at.position).map(|about| shown(about, None));
        }
        let mut touched = self.told.get(&path)?.iter().filter(|known| place::touches(known.range, at.position));
        // The narrowest passage is the one that is pointed at.
        let nearest = touched.by_ref().min_by_key(|known| (size(known.range), known.message.clone()))?;
        let id = nearest.data.as_ref()?["id"].as_str()?;
        let conflict = self.report.conflicts.iter().find(|conflict| conflict.id == id)?;
        Some(shown(findings::hover(conflict), Some(nearest.range)))
    }

    fn actions(&self, params: &CodeActionParams) -> Vec<CodeActionOrCommand> {
        let path = place::path_of(&params.text_document.uri).map(|path| self.files.absolute(&path));
        let told = path.and_then(|path| self.told.get(&path));
        let found = told.map(|told| findings::actions(told, &self.report, params.range)).unwrap_or_default();
        found.into_iter().map(CodeActionOrCommand::CodeAction).collect()
    }

    fn completions(&self, at: &TextDocumentPositionParams) -> Option<CompletionResponse> {
        let (path, text) = self.open(&at.text_document.uri)?;
        edit::is_pack(&path, text).then(|| CompletionResponse::Array(packs::completions(text, at.position)))
    }

    /// Accepts a conflict, or takes the entry out again.
    fn execute(&mut self, params: &ExecuteCommandParams) -> Result<Option<()>, (ErrorCode, String)> {
        let argument = |at: usize| params.arguments.get(at).and_then(serde_json::Value::as_str);
        let id = argument(0).ok_or((ErrorCode::InvalidParams, "the conflict's id is missing".to_owned()))?;
        let failed = |message: String| (ErrorCode::RequestFailed, message);
        let file = self.files.absolute(&job::accepted_file(&self.config));
        let text = match self.files.open.get(&file) {
            // What stands in the editor would be written over.
            Some(open) if std::fs::read_to_string(&file).ok().as_ref() != Some(&open.text) => {
                return Err(failed(format!("save '{}' first", self.files.shown(&file).display())));
            }
            _ => std::fs::read_to_string(&file).unwrap_or_default(),
        };
        decisions::parse(&text).map_err(|_| failed(format!("mend '{}' first", self.files.shown(&file).display())))?;
        let text = match params.command.as_str() {
            findings::ACCEPT => {
                let conflict = self.report.conflicts.iter().find(|conflict| conflict.id == id);
                let conflict = conflict.ok_or_else(|| failed("the conflict is gone".to_owned()))?;
                let mut decision = accept::entry(conflict, &self.report, decisions::folder_of(&file));
                decision.reason = Some(argument(1).unwrap_or(REASON).to_owned());
                decision.accepted = Some(job::today());
                decisions::added(&text, &decision)
            }
            findings::REMOVE => {
                decisions::removed(&text, id).ok_or_else(|| failed("the conflict is not accepted".to_owned()))?
            }
            other => return Err((ErrorCode::InvalidParams, format!("'{other}' is not known here"))),
        };
        output::to(Some(&file), |out| out.write_all(text.as_bytes())).map_err(|error| failed(error.message))?;
        if params.command == findings::ACCEPT {
            self.show_entry(&file, &text, id);
        }
        self.check();
        Ok(None)
    }

    /// Leads the editor to the entry, where the reason is to be written.
    fn show_entry(&mut self, file: &std::path::Path, text: &str, id: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let entry = lines.iter().rposition(|line| line.contains(id)).unwrap_or_default();
        let reason = Position::new(entry as u32 + 1, 0);
        let name = self.files.shown(file);
        self.say(MessageType::INFO, format!("accepted in {}; write the reason there", name.display()));
        if let Some(uri) = self.files.uri(file).filter(|_| self.shows_files) {
            self.ask::<request::ShowDocument>(ShowDocumentParams {
                uri,
                external: Some(false),
                take_focus: Some(false),
                selection: Some(Range::new(reason, reason)),
            });
        }
    }
}

fn answered<P: DeserializeOwned, R: Serialize>(
    params: serde_json::Value,
    answer: impl FnOnce(P) -> Result<R, (ErrorCode, String)>,
) -> Result<serde_json::Value, (ErrorCode, String)> {
    let params = serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
    let result = answer(params)?;
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

fn shown(value: String, range: Option<Range>) -> Hover {
    Hover { contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }), range }
}

/// How much of the text a range takes, lines first.
fn size(range: Range) -> (u32, u32) {
    let lines = range.end.line.saturating_sub(range.start.line);
    (lines, if lines == 0 { range.end.character.saturating_sub(range.start.character) } else { 0 })
}
