//! `crosscheck watch` from outside: an edit is followed by a new report, Ctrl-C by a clean end.
#![cfg(unix)]

use std::fs;
use support::{WAITING, Watch};

#[cfg(test)]
mod support {
    use std::fs;
    use std::io::{BufRead, BufReader, Read};
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::sync::mpsc::{self, Receiver};
    use std::time::{Duration, Instant};
    use tempfile::TempDir;

    /// A slow machine may take this long; a run takes a fraction of a second.
    const PATIENCE: Duration = Duration::from_secs(60);

    /// The end of each round.
    pub(crate) const WAITING: &str = "waiting for changes";

    pub(crate) struct Watch {
        folder: TempDir,
        pub(crate) child: Child,
        lines: Receiver<String>,
    }

    impl Watch {
        /// Two articles that agree, watched.
        pub(crate) fn start(arguments: &[&str]) -> Self {
            let folder = TempDir::new().unwrap();
            fs::create_dir(folder.path().join("wire")).unwrap();
            let article = "Ana Ruiz met Li Wei in Paris on Tuesday.\n";
            fs::write(folder.path().join("wire/a.txt"), article).unwrap();
            fs::write(folder.path().join("wire/b.txt"), article).unwrap();
            let mut child = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"))
                .current_dir(folder.path())
                .arg("watch")
                .args(arguments)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let (send, lines) = mpsc::channel();
            follow(child.stdout.take().unwrap(), "out", send.clone());
            follow(child.stderr.take().unwrap(), "err", send);
            Self { folder, child, lines }
        }

        pub(crate) fn path(&self) -> &Path {
            self.folder.path()
        }

        pub(crate) fn write(&self, name: &str, text: &str) {
            fs::write(self.path().join(name), text).unwrap();
        }

        /// The lines, as "out: …" or "err: …", up to where each of `words` stood in one; the two streams come in any order.
        #[track_caller]
        pub(crate) fn until(&self, words: &[&str]) -> Vec<String> {
            let mut seen: Vec<String> = Vec::new();
            let start = Instant::now();
            while !words.iter().all(|words| seen.iter().any(|line| line.contains(words))) {
                match self.lines.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                    Ok(line) => seen.push(line),
                    Err(error) => panic!("{words:?} was not written, {error}: {seen:#?}"),
                }
            }
            seen
        }

        /// Interrupts it and gives the exit code.
        pub(crate) fn end(mut self) -> Option<i32> {
            let id = self.child.id().to_string();
            assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
            self.child.wait().unwrap().code()
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    fn follow(stream: impl Read + Send + 'static, name: &'static str, to: mpsc::Sender<String>) {
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if to.send(format!("{name}: {line}")).is_err() {
                    return;
                }
            }
        });
    }
}

#[test]
fn an_edit_is_followed_by_a_new_report_and_ctrl_c_by_a_clean_end() {
    let watch = Watch::start(&["wire"]);
    watch.until(&[": no conflicts", WAITING]);

    watch.write("wire/b.txt", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
    // Only what changed is read.
    watch.until(&["out: error[polarity]: ", "out:   id: ", ": 1 article read in "]);

    watch.write("wire/c.txt", "It rained in Paris on Tuesday.\n");
    watch.until(&["3 articles, ", WAITING]);
    assert_eq!(watch.end(), Some(0));
}

#[test]
fn an_editor_that_replaces_the_file_is_seen() {
    let watch = Watch::start(&["--draft", "wire/b.txt", "wire/a.txt"]);
    watch.until(&[WAITING]);
    watch.write("b.tmp", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
    fs::rename(watch.path().join("b.tmp"), watch.path().join("wire/b.txt")).unwrap();
    watch.until(&["out: error[polarity]: "]);
}

#[test]
fn settings_and_decisions_are_followed_and_broken_ones_told() {
    let watch = Watch::start(&["wire"]);
    watch.until(&[WAITING]);
    watch.write("wire/b.txt", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
    let seen = watch.until(&["out:   id: ", WAITING]);
    let id = seen.iter().find_map(|line| line.strip_prefix("out:   id: ")).unwrap().to_owned();
    watch.write("crosscheck-accepted.yaml", "- idd: 1\n");
    watch.until(&["err: error: crosscheck-accepted.yaml:1:3: unknown key 'idd'"]);
    watch.write("crosscheck-accepted.yaml", &format!("- id: {id}\n  reason: seen\n"));
    watch.until(&["out: accepted[polarity]: ", "no conflicts; 1 accepted"]);
}

#[test]
fn the_report_can_go_to_a_file() {
    let watch = Watch::start(&["--format", "json", "--output", "report.json", "wire"]);
    watch.until(&[WAITING]);
    let conflicts = || fs::read_to_string(watch.path().join("report.json")).unwrap().matches("\"check\"").count();
    assert_eq!(conflicts(), 0);
    watch.write("wire/b.txt", "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n");
    let seen = watch.until(&[WAITING]);
    assert_eq!(conflicts(), 1);
    assert!(seen.iter().all(|line| line.starts_with("err: ")), "{seen:#?}");
}

#[test]
fn what_cannot_begin_ends() {
    let mut watch = Watch::start(&["--draft", "wire/b.txt", "--unsupported"]);
    watch.until(&["err: error: '--unsupported' needs sources"]);
    assert_eq!(watch.child.wait().unwrap().code(), Some(2));
}
