//! Ctrl-C: what is half written goes, and nobody waits.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

/// The exit code of a program that was interrupted, by the shells' convention.
const INTERRUPTED: i32 = 130;

static SET: Once = Once::new();
static HALF_WRITTEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file that is removed when the run is interrupted, until this is dropped.
pub(super) struct Guard(PathBuf);

/// Guards a file that is being written.
pub(super) fn guard(path: &Path) -> Guard {
    SET.call_once(|| {
        // Where no handler can be set, an interrupt leaves the file under its temporary name, and never a half of the real one.
        let _ = ctrlc::set_handler(|| {
            remove_all();
            std::process::exit(INTERRUPTED);
        });
    });
    HALF_WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    Guard(path.to_owned())
}

/// Calls `interrupted` at every Ctrl-C instead of ending the program; half-written files go all the same.
pub(super) fn catch(mut interrupted: impl FnMut() + Send + 'static) {
    SET.call_once(|| {
        let _ = ctrlc::set_handler(move || {
            remove_all();
            interrupted();
        });
    });
}

fn remove_all() {
    for path in HALF_WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        let _ = std::fs::remove_file(path);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        HALF_WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).retain(|path| *path != self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_goes_and_what_is_not_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (half, whole) = (folder.path().join("half"), folder.path().join("whole"));
        std::fs::write(&half, "").unwrap();
        std::fs::write(&whole, "").unwrap();
        drop(guard(&whole));
        let _guard = guard(&half);
        HALF_WRITTEN.lock().unwrap().retain(|path| path.starts_with(folder.path()));
        remove_all();
        assert!(whole.exists() && !half.exists());
    }
}
