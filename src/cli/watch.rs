//! `crosscheck watch`: the report again at every save.
//!
//! The file system says what changed; changes that come together are one. Only changed articles are read again. Settings
//! that are broken while somebody writes them are told, and the last good ones stay in force.

use super::check::{formats, tell};
use super::input::{self, Input};
use super::job::{Job, Ready};
use super::{Ending, Failed, complain, interrupt, output, remark};
use crate::desk::Finished;
use crate::pipeline::{Options, Session};
use crate::report::{self, FORMATS, Format, counted};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Editors write a file in several steps: this long nothing may happen before the files are read.
const QUIET: Duration = Duration::from_millis(40);
/// And after this long they are read whatever happens.
const LONGEST: Duration = Duration::from_millis(400);

/// Check again at every save, until Ctrl-C
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  crosscheck watch --draft draft.md wire/ notes/\n  \
    crosscheck watch --format html --output report.html wire/")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    job: Job,

    /// How to write the report
    #[arg(long, value_parser = formats(), default_value = FORMATS[0].name)]
    format: &'static Format,

    /// Write the report to this file, each time anew, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write no summaries
    #[arg(long, short)]
    quiet: bool,
}

/// What wakes the watch.
enum Wake {
    Changed(Vec<PathBuf>),
    Interrupted,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let (wake, woken) = mpsc::channel();
    let interrupted = wake.clone();
    interrupt::catch(move || drop(interrupted.send(Wake::Interrupted)));
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // A folder that can no longer be watched is looked through at the next change.
        let Ok(event) = event else { return };
        if !matches!(event.kind, EventKind::Access(_)) {
            drop(wake.send(Wake::Changed(event.paths)));
        }
    })
    .map_err(|error| Failed::new(format!("cannot watch files: {error}")))?;

    let mut ready = args.job.ready(&args.input)?;
    let mut folders = BTreeSet::new();
    watch(&mut watcher, args, &ready.options, &mut folders)?;
    let mut session = Session::default();
    let mut shown = None;
    loop {
        if let Err(failed) = again(args, &ready, &mut session, &mut shown) {
            if shown.is_none() {
                return Err(failed);
            }
            complain(&failed.to_string());
        }
        let Some(changed) = changes(&woken) else { return Ok(Ending::Clean) };
        for path in &changed {
            session.forget(path);
        }
        let reread = touch(&settings(&ready.options), &changed);
        if reread || touch(&args.job.decisions(&ready.options.config), &changed) {
            match args.job.ready(&args.input) {
                Ok(new) => ready = new,
                Err(failed) => complain(&failed.to_string()),
            }
        }
        if reread {
            session.forget_all();
        }
        // A folder that the settings name since is watched from now on.
        watch(&mut watcher, args, &ready.options, &mut folders)?;
    }
}

/// Runs once, and shows the report where it says something new.
fn again(args: &Args, ready: &Ready, session: &mut Session, shown: &mut Option<Vec<u8>>) -> Result<(), Failed> {
    let start = Instant::now();
    let outcome = session.run(&ready.options)?;
    let mut finished = ready.desk.finish(outcome);
    if args.format.draws {
        finished.report.readings = outcome.readings();
    }
    let to_screen = args.output.is_none();
    let look = if to_screen { output::look() } else { report::Look::default() };
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = args.format.write(&finished.report, look, &mut text);
    let new = shown.as_ref() != Some(&text);
    if new {
        input::report_failures(outcome);
        let clears = to_screen && io::stdout().is_terminal();
        output::to(args.output.as_deref(), |out| {
            if clears {
                out.write_all(b"\x1b[2J\x1b[3J\x1b[H")?;
            }
            out.write_all(&text)
        })?;
    }
    if !args.quiet && (new || session.annotated() > 0) {
        summarise(&finished, session.annotated(), start.elapsed());
    }
    *shown = Some(text);
    Ok(())
}

fn summarise(finished: &Finished, read: usize, took: Duration) {
    tell(finished);
    let time = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
    remark(&format!(
        "{time}: {} read in {:.2} s; waiting for changes, Ctrl-C ends",
        counted(read, "article"),
        took.as_secs_f64()
    ));
}

/// The files of the next change and of those that come with it; `None` when it is time to end.
fn changes(woken: &Receiver<Wake>) -> Option<BTreeSet<PathBuf>> {
    let mut changed = BTreeSet::new();
    match woken.recv() {
        Ok(Wake::Changed(paths)) => changed.extend(paths),
        Ok(Wake::Interrupted) | Err(_) => return None,
    }
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        match woken.recv_timeout(QUIET) {
            Ok(Wake::Changed(paths)) => changed.extend(paths),
            Ok(Wake::Interrupted) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    Some(changed)
}

/// What decides how articles are read: settings and packs.
fn settings(options: &Options) -> Vec<PathBuf> {
    let packs = options.packs.iter().map(PathBuf::from).filter(|pack| pack.exists());
    options.config.file.iter().cloned().chain(packs).collect()
}

/// Whether one of the files, or a file in one of the folders, is among those that changed.
fn touch(files: &[PathBuf], changed: &BTreeSet<PathBuf>) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| std::path::absolute(path).unwrap_or_default());
    let files: Vec<PathBuf> = files.iter().map(|path| real(path)).collect();
    changed.iter().map(|path| real(path)).any(|path| files.iter().any(|file| path.starts_with(file)))
}

/// Watches the folders of everything that is read. A file is watched by its folder, since editors replace files.
fn watch(
    watcher: &mut RecommendedWatcher,
    args: &Args,
    options: &Options,
    folders: &mut BTreeSet<PathBuf>,
) -> Result<(), Failed> {
    let settings = [settings(options), args.job.decisions(&options.config)].concat();
    let all = options.paths.iter().chain(&options.drafts).chain(&settings).filter(|path| path.as_os_str() != "-");
    let (trees, files): (Vec<&PathBuf>, Vec<&PathBuf>) = all.partition(|path| path.is_dir());
    let files = files.into_iter().map(|file| (crate::decisions::folder_of(file), RecursiveMode::NonRecursive));
    let trees = trees.into_iter().map(|folder| (folder.as_path(), RecursiveMode::Recursive));
    for (folder, mode) in trees.chain(files) {
        if folder.is_dir() && folders.insert(folder.to_owned()) {
            watcher.watch(folder, mode).map_err(|error| {
                Failed::new(format!("cannot watch '{}': {error}", folder.display()))
                    .with_help("watch fewer folders, or let the system watch more files")
            })?;
        }
    }
    Ok(())
}
