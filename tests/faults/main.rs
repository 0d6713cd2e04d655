//! Faults, each really brought about: kills, full disks, folders that cannot be written to, readers that leave,
//! files that change and vanish, runs that share a cache. What came of them is the table in `docs/trust.md`.
//! `make faults` repeats all of it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod access;
mod cache;
mod disk;
mod kills;
mod reading;
mod table;

use common::{command, evidence, write};
use serde_json::json;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Every format of reports.
pub(crate) const FORMATS: [&str; 11] = [
    "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github", "markdown",
];

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The files of reports in a folder, one of each format.
pub(crate) fn reports(folder: &Path) -> Vec<PathBuf> {
    let file = |format: &&str| folder.join(format!("report.{format}"));
    FORMATS.iter().map(file).collect()
}

/// The arguments that write them.
pub(crate) fn outputs(folder: &Path) -> Vec<String> {
    let of = |format: &&str| {
        let file = folder.join(format!("report.{format}"));
        ["-o".to_owned(), format!("{format}={}", text(&file))]
    };
    FORMATS.iter().flat_map(of).collect()
}

/// So many dossiers in a folder that is made.
pub(crate) fn dossiers(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..count {
        let patch = json!({"provider": {"name": format!("第{number}安全服务有限公司")}});
        write(folder, &format!("{number:03}.json"), &evidence(&patch));
    }
}

/// `ciieval check` on dossiers by the test pack, quietly.
pub(crate) fn check(dossiers: &Path, more: &[String]) -> Command {
    let pack = ["--policies", "tests/packs/standard", "-q"];
    let mut command = command(&[&["check", text(dossiers)], &pack[..]].concat());
    command.args(more);
    command
}

/// How many drafts are in a folder; they are removed.
pub(crate) fn drafts(folder: &Path) -> u64 {
    let mut drafts = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with(".ciieval-") && path.extension().is_some_and(|it| it == "draft") {
            fs::remove_file(&path).unwrap();
            drafts += 1;
        }
    }
    drafts
}

/// How long a command takes, the best of three.
pub(crate) fn duration(run: &dyn Fn() -> Command) -> Duration {
    let one = |_| {
        let start = Instant::now();
        run().output().unwrap();
        start.elapsed()
    };
    (0..3).map(one).min().unwrap()
}

/// Starts a command, silently.
fn started(command: &mut Command) -> Child {
    let silent = command.stdout(Stdio::null()).stderr(Stdio::null());
    silent.stdin(Stdio::null()).spawn().unwrap()
}

/// Kills a program with a signal that nothing can catch; whether it was still running.
fn kill(mut child: Child) -> bool {
    let _ = child.kill();
    child.wait().unwrap().signal() == Some(9)
}

/// Starts a command and kills it after a while; whether it was still running then.
pub(crate) fn killed(command: &mut Command, after: Duration) -> bool {
    let child = started(command);
    std::thread::sleep(after);
    kill(child)
}

/// Starts a command, waits until it has come as far as `sign` tells, and kills it a while after that.
pub(crate) fn killed_after(
    command: &mut Command,
    sign: &dyn Fn() -> bool,
    after: Duration,
) -> bool {
    let mut child = started(command);
    while !sign() {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::yield_now();
    }
    std::thread::sleep(after);
    kill(child)
}

/// How long a command goes on after `sign` tells that it has come so far. On a busy machine a run may be over
/// before anybody has looked.
pub(crate) fn rest(command: &dyn Fn() -> Command, sign: &dyn Fn() -> bool) -> Duration {
    let one = |_| {
        let mut child = started(&mut command());
        while !sign() {
            if child.try_wait().unwrap().is_some() {
                return None;
            }
            std::thread::yield_now();
        }
        let start = Instant::now();
        child.wait().unwrap();
        Some(start.elapsed())
    };
    (0..200).find_map(one).unwrap()
}
