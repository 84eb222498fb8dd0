//! What people get wrong: an error that names the place and the remedy, and no panic.

use super::support::{crosscheck, desk, run};
use std::fs;
use std::process::Stdio;

/// Runs, and expects a failure that says so much.
#[track_caller]
fn told(folder: &std::path::Path, arguments: &[&str], message: &str) {
    let ended = run(folder, arguments);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(ended.err.contains(message), "{}", ended.err);
}

#[test]
fn what_is_no_article_is_told_and_the_rest_is_checked() {
    let folder = desk();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("empty.txt", b"");
    write("noise.txt", &(0..=255).collect::<Vec<u8>>());
    write("torn.docx", b"PK\x03\x04 and no more");
    told(folder.path(), &["check", "nowhere"], "nowhere: no such file or folder; check the spelling");
    told(folder.path(), &["check", "empty.txt"], "empty.txt: the article has no text; leave it out or fill it");
    told(folder.path(), &["check", "noise.txt"], "noise.txt: the file is not text");
    told(folder.path(), &["check", "torn.docx"], "torn.docx: no Word document, or one that is broken or cut off");
    told(folder.path(), &["check", "."], "1 article, ");
    // Nothing read is not the same as nothing found.
    told(folder.path(), &["check", "empty.txt"], "nothing to compare; 1 article not read");
}

#[test]
fn a_folder_without_articles_is_told() {
    let folder = desk();
    fs::create_dir(folder.path().join("none")).unwrap();
    told(folder.path(), &["check", "none"], "none: the folder holds no articles; formats read are text (.txt, ");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_opened_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = desk();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(closed.join("b.txt"), "It rained.\n").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).unwrap();
    // Root may open everything; there is nothing to see then.
    if fs::read_dir(&closed).is_err() {
        told(
            folder.path(),
            &["check", "."],
            "closed: the folder cannot be read (permission denied); check its permissions",
        );
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = desk();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = crosscheck(folder.path());
    let output = command.args(["check", "--format", "json", "a.txt"]).stdout(Stdio::from(full)).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}

#[test]
fn lists_and_mappings_of_the_settings_are_asked_for_in_words() {
    let folder = desk();
    let write = |text: &str| fs::write(folder.path().join("crosscheck.yaml"), text).unwrap();
    write("aliases: {Ana Ruiz: La Grise}\n");
    told(
        folder.path(),
        &["check", "."],
        "crosscheck.yaml:1:21: a list is wanted here\n  help: write it in brackets: [one",
    );
    write("levels: [name]\n");
    told(folder.path(), &["check", "."], "crosscheck.yaml:1:9: keys with values are wanted here");
}
