//! Chromium without a window, driven over a pair of pipes by its own protocol: no driver, no port, no library.
//!
//! <https://chromedevtools.github.io/devtools-protocol/>: messages are JSON, each ends in a zero byte. The shell connects
//! two named pipes to the file numbers where the browser expects them, which Rust's standard library cannot.

use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/// The browser on this machine: `$CHROMIUM`, or one of the usual names on the path.
pub(crate) fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = || std::env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    std::env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| on_path().find(|candidate| candidate.is_file()))
}

/// A running browser with one page.
pub(crate) struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    session: Option<String>,
    last: u64,
    /// What pages wrote to their consoles, broken policies included.
    pub(crate) complaints: Vec<String>,
    _folder: TempDir,
}

impl Browser {
    /// Starts it with an empty page.
    pub(crate) fn start(program: &Path) -> Self {
        let folder = TempDir::new().unwrap();
        let [to, from] = ["to", "from"].map(|name| folder.path().join(name));
        assert!(Command::new("mkfifo").args([&to, &from]).status().unwrap().success());
        let flags = "--headless --no-sandbox --disable-gpu --hide-scrollbars --disable-dev-shm-usage --no-first-run \
                     --disable-background-networking --disable-extensions --remote-debugging-pipe";
        let log = File::create(folder.path().join("log")).unwrap();
        let child = Command::new("sh")
            .args(["-c", &format!("exec \"$0\" {flags} --user-data-dir=\"$3\" about:blank 3<\"$1\" 4>\"$2\"")])
            .args([program, &to, &from, &folder.path().join("profile")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        // Opening a pipe waits for the other end, which the shell opens in this order.
        let to = File::options().write(true).open(to).unwrap();
        let from = BufReader::new(File::open(from).unwrap());
        let complaints = Vec::new();
        let mut browser = Self { child, to, from, session: None, last: 0, complaints, _folder: folder };
        let targets = browser.send("Target.getTargets", &json!({}));
        let pages = targets["targetInfos"].as_array().unwrap();
        let page = &pages.iter().find(|target| target["type"] == "page").unwrap()["targetId"];
        let attached = browser.send("Target.attachToTarget", &json!({"targetId": page, "flatten": true}));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            browser.send(&format!("{domain}.enable"), &json!({}));
        }
        browser
    }

    /// Sends a command and waits for its answer.
    #[track_caller]
    pub(crate) fn send(&mut self, method: &str, parameters: &Value) -> Value {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let mut answer = self.receive();
            if answer["id"] == self.last {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].take();
            }
        }
    }

    #[track_caller]
    fn receive(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).unwrap();
        assert!(bytes.pop().is_some(), "the browser went away");
        let message: Value = serde_json::from_slice(&bytes).unwrap();
        match message["method"].as_str() {
            Some("Log.entryAdded") => self.complaints.push(message["params"]["entry"]["text"].to_string()),
            Some("Runtime.exceptionThrown") => self.complaints.push(message["params"].to_string()),
            Some("Page.javascriptDialogOpening") => self.complaints.push("a dialog opened".to_owned()),
            _ => {}
        }
        message
    }

    /// Opens a file and waits until it is there.
    #[track_caller]
    pub(crate) fn open(&mut self, file: &Path) {
        self.send("Page.navigate", &json!({"url": format!("file://{}", file.display())}));
        self.evaluate(
            "new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))",
        );
    }

    /// The value of an expression on the page; a promise is waited for.
    #[track_caller]
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let parameters = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut answer = self.send("Runtime.evaluate", &parameters);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].take()
    }

    /// Presses a key and lets go of it.
    #[track_caller]
    pub(crate) fn press(&mut self, key: &str, code: u32) {
        for sort in ["keyDown", "keyUp"] {
            let mut event = json!({"type": sort, "key": key, "code": key, "windowsVirtualKeyCode": code});
            if key == "Enter" && sort == "keyDown" {
                event["text"] = json!("\r");
            }
            self.send("Input.dispatchKeyEvent", &event);
        }
    }

    /// Gives the page another size and scheme of colours, "light" or "dark".
    #[track_caller]
    pub(crate) fn look(&mut self, (width, height): (u32, u32), scheme: &str) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.send("Emulation.setDeviceMetricsOverride", &metrics);
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.send("Emulation.setEmulatedMedia", &json!({"features": features}));
    }

    /// The visible part of the page as PNG.
    #[track_caller]
    pub(crate) fn picture(&mut self) -> Vec<u8> {
        let answer = self.send("Page.captureScreenshot", &json!({"format": "png"}));
        unpacked(answer["data"].as_str().unwrap())
    }

    /// The page on paper as PDF.
    #[track_caller]
    pub(crate) fn print(&mut self) -> Vec<u8> {
        let answer = self.send("Page.printToPDF", &json!({"printBackground": false, "preferCSSPageSize": true}));
        unpacked(answer["data"].as_str().unwrap())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.to.write_all(b"{\"id\":0,\"method\":\"Browser.close\"}\0");
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a file beside this one's package.
pub(crate) fn file(path: &str) -> PathBuf {
    fs::canonicalize(env!("CARGO_MANIFEST_DIR")).unwrap().join(path)
}

/// Base64 (RFC 4648) unpacked.
fn unpacked(text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values = text.bytes().filter_map(|byte| LETTERS.iter().position(|&letter| letter == byte));
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0, 0_u32);
    for value in values {
        held = held << 6 | value as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    bytes
}
