//! One line on how far a long run is, on a terminal only, gone when the run is.

use crate::pipeline::{Progress, Stage};
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// Shorter runs say nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line is drawn.
const PACE: Duration = Duration::from_millis(100);
/// To the start of the line, and clears it.
const CLEAR: &str = "\r\u{1b}[K";

/// Runs `work`; where standard error is a terminal and it takes long, shows how far it is.
pub(super) fn shown<T>(progress: &Progress, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, wait) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut pause = PATIENCE;
            let mut drawn = false;
            while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                // Nobody is left to tell where standard error is closed.
                let _ = write!(io::stderr(), "{CLEAR}{}", line(progress));
                pause = PACE;
                drawn = true;
            }
            if drawn {
                let _ = write!(io::stderr(), "{CLEAR}");
            }
        });
        let result = work();
        drop(done);
        result
    })
}

fn line(progress: &Progress) -> String {
    match progress.now() {
        (Stage::Reading, ..) => "reading files …".to_owned(),
        (Stage::Annotating, done, total) => format!("reading articles: {done} of {total}"),
        (Stage::Comparing, ..) => "comparing claims …".to_owned(),
    }
}
