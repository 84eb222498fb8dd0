//! A client that speaks the protocol over standard input and output, as an editor does.

use lsp_server::{Message, Notification, Request, RequestId, Response};
use lsp_types::{Diagnostic, Position, PublishDiagnosticsParams, Range};
use serde_json::{Value, json};
use std::fs;
use std::io::BufReader;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use tempfile::TempDir;

/// A slow machine may take this long; an answer takes a fraction of a second.
const PATIENCE: Duration = Duration::from_mins(1);

/// An editor in a folder of its own.
pub(crate) struct Client {
    pub(crate) folder: TempDir,
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Message>,
    next: i32,
    told: Vec<PublishDiagnosticsParams>,
    /// Messages and requests of the server, in order, responses and diagnostics left out.
    pub(crate) heard: Vec<(String, Value)>,
}

impl Client {
    /// Starts the server over some files, and shakes hands.
    pub(crate) fn start(files: &[(&str, &str)], options: &Value) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (send, messages) = mpsc::channel();
        std::thread::spawn(move || {
            while let Ok(Some(message)) = Message::read(&mut output) {
                if send.send(message).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        let mut client = Self { folder, child, input, messages, next: 0, told: Vec::new(), heard: Vec::new() };
        let capabilities = json!({
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}},
            "window": {"showDocument": {"support": true}},
        });
        let root = client.uri("");
        let folders = json!([{"uri": root.trim_end_matches('/'), "name": "desk"}]);
        let params = json!({
            "processId": null, "capabilities": capabilities, "workspaceFolders": folders, "initializationOptions": options,
        });
        let answer = client.ask("initialize", params);
        assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
        assert_eq!(answer["serverInfo"]["name"], "crosscheck");
        client.tell("initialized", json!({}));
        client
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        format!("file://{}/{}", self.folder.path().canonicalize().unwrap().display(), name.replace(' ', "%20"))
    }

    fn send(&mut self, message: &Message) {
        message.write(self.input.as_mut().unwrap()).unwrap();
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&Notification::new(method.to_owned(), params).into());
    }

    fn next(&mut self) -> Message {
        self.messages.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{error}: {:?}", self.heard))
    }

    /// The whole response to a request.
    pub(crate) fn respond(&mut self, method: &str, params: Value) -> Response {
        self.next += 1;
        let id = RequestId::from(self.next);
        self.send(&Request::new(id.clone(), method.to_owned(), params).into());
        loop {
            match self.next() {
                Message::Response(response) if response.id == id => return response,
                other => self.hear(other),
            }
        }
    }

    /// The result of a request that must not fail.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        let response = serde_json::to_value(self.respond(method, params)).unwrap();
        assert_eq!(response.get("error"), None, "{method}");
        response["result"].clone()
    }

    fn hear(&mut self, message: Message) {
        match message {
            Message::Notification(told) if told.method == "textDocument/publishDiagnostics" => {
                self.told.push(serde_json::from_value(told.params).unwrap());
            }
            Message::Notification(told) => self.heard.push((told.method, told.params)),
            Message::Request(request) => {
                self.heard.push((request.method, request.params));
                self.send(&Response::new_ok(request.id, Value::Null).into());
            }
            Message::Response(_) => {}
        }
    }

    /// The next diagnostics of a file that are told and were not yet asked for here.
    pub(crate) fn diagnostics(&mut self, name: &str) -> Vec<Diagnostic> {
        let uri = self.uri(name);
        loop {
            if let Some(at) = self.told.iter().position(|told| told.uri.as_str() == uri) {
                return self.told.remove(at).diagnostics;
            }
            let message = self.next();
            self.hear(message);
        }
    }

    pub(crate) fn open(&mut self, name: &str, text: &str) {
        let document = json!({"uri": self.uri(name), "languageId": "plaintext", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(crate) fn edit(&mut self, name: &str, version: i32, text: &str) {
        let document = json!({"uri": self.uri(name), "version": version});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": [{"text": text}]}));
    }

    pub(crate) fn hover(&mut self, name: &str, place: Position) -> Value {
        let document = json!({"uri": self.uri(name)});
        self.ask("textDocument/hover", json!({"textDocument": document, "position": place}))
    }

    pub(crate) fn actions(&mut self, name: &str, range: Range) -> Vec<Value> {
        let params = json!({"textDocument": {"uri": self.uri(name)}, "range": range, "context": {"diagnostics": []}});
        self.ask("textDocument/codeAction", params).as_array().unwrap().clone()
    }

    pub(crate) fn run(&mut self, action: &Value) -> Response {
        let command = json!({"command": action["command"]["command"], "arguments": action["command"]["arguments"]});
        self.respond("workspace/executeCommand", command)
    }

    pub(crate) fn completions(&mut self, name: &str, place: Position) -> Vec<String> {
        let params = json!({"textDocument": {"uri": self.uri(name)}, "position": place});
        let found = self.ask("textDocument/completion", params);
        found.as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    /// Says goodbye and gives the exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        self.input = None;
        self.child.wait().unwrap().code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn range(line: u32, from: u32, to: u32) -> Range {
    Range::new(Position::new(line, from), Position::new(line, to))
}
