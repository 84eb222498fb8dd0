//! The same input gives the same bytes, whatever the order of the paths and the number of threads.
// A test that cannot run its command has failed.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

fn output(subcommand: &[&str], paths: &[String], threads: &str) -> Vec<u8> {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("crosscheck"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("RAYON_NUM_THREADS", threads);
    let output = command.args(subcommand).args(paths).output().unwrap();
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut paths: Vec<String> = names
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|found| found == "txt"))
        .map(|name| format!("seeds/{name}"))
        .collect();
    paths.sort();
    paths
}

#[test]
fn neither_order_nor_threads_show() {
    let paths = articles();
    assert_eq!(paths.len(), 5);
    let mut turned = paths.clone();
    turned.reverse();
    turned.swap(1, 3);
    for subcommand in [
        &["check", "--format", "json"] as &[&str],
        &["check", "--format", "text"],
        &["check", "--format", "html"],
        &["claims"],
        &["annotate"],
        &["graph", "--format", "json"],
        &["graph", "--format", "svg"],
    ] {
        let first = output(subcommand, &paths, "1");
        assert!(first == output(subcommand, &turned, "1"), "{subcommand:?}: the order of the paths shows");
        assert!(first == output(subcommand, &turned, "7"), "{subcommand:?}: the number of threads shows");
        let folder = output(subcommand, &["seeds".to_owned()], "2");
        assert!(first == folder, "{subcommand:?}: a folder and its files differ");
    }
}
