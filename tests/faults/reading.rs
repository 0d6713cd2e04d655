//! Dossiers that change, vanish and come back while runs read them: a result is always that of one moment.

use super::table::note;
use super::{check, text};
use crate::common::evidence;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Two versions of a dossier, large enough that reading takes a while.
fn versions() -> [Vec<u8>; 2] {
    ["甲", "乙"].map(|name| {
        let person = |n| json!({"id": format!("p{n}"), "name": "张三", "nationality": "CN"});
        let people: Vec<Value> = (0..3_000).map(person).collect();
        let patch = json!({"provider": {"name": name}, "people": people});
        evidence(&patch).to_string().into_bytes()
    })
}

fn digest(bytes: &[u8]) -> String {
    ciieval::pack::source::hex(&Sha256::digest(bytes))
}

/// Runs while `disturb` is called over and over; how many saw a version, and how many an error.
fn runs(file: &Path, times: u64, disturb: impl Fn(u64) + Sync) -> (u64, u64) {
    let digests = versions().map(|version| digest(&version));
    let done = AtomicBool::new(false);
    let (mut seen, mut errors) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                disturb(number);
            }
        });
        for _ in 0..times {
            let format = ["--format".to_owned(), "json".to_owned()];
            let ran = check(file, &format).output().unwrap();
            let report: Value = serde_json::from_slice(&ran.stdout).unwrap();
            if let Some(dossier) = report["dossiers"].get(0) {
                assert_eq!(ran.status.code(), Some(0));
                let digest = dossier["sha256"].as_str().unwrap();
                assert!(
                    digests.iter().any(|it| it == digest),
                    "a result of no version"
                );
                seen += 1;
            } else {
                assert_eq!(ran.status.code(), Some(3));
                let path = report["errors"][0]["path"].as_str().unwrap();
                assert_eq!(path, text(file));
                errors += 1;
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    (seen, errors)
}

#[test]
fn a_dossier_that_changes_while_it_is_read_gives_one_version_or_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    let versions = versions();
    fs::write(&path, &versions[0]).unwrap();
    let (seen, errors) = runs(&path, 60, |number| {
        // In place, in pieces, as a program saves that knows no better.
        let version = &versions[usize::from(number % 2 == 0)];
        let mut file = fs::File::options().write(true).open(&path).unwrap();
        file.set_len(0).unwrap();
        file.rewind().unwrap();
        for piece in version.chunks(version.len() / 8 + 1) {
            file.write_all(piece).unwrap();
            std::thread::sleep(std::time::Duration::from_micros(300));
        }
        std::thread::sleep(std::time::Duration::from_millis(number % 5));
    });
    assert!(seen > 0 && errors > 0, "{seen} seen, {errors} errors");
    note(
        "dossier changes while it is read",
        seen + errors,
        &format!(
            "{seen} results, each of one whole version by its digest; {errors} errors with exit code 3; 0 mixtures"
        ),
    );
}

#[test]
fn a_dossier_that_vanishes_gives_a_result_or_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let (path, aside) = (folder.path().join("a.json"), folder.path().join("aside"));
    fs::write(&path, &versions()[0]).unwrap();
    let (seen, errors) = runs(&path, 60, |number| {
        fs::rename(&path, &aside).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(number % 15));
        fs::rename(&aside, &path).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(15 - number % 15));
    });
    assert!(seen > 0 && errors > 0, "{seen} seen, {errors} errors");
    note(
        "dossier vanishes and comes back during the run",
        seen + errors,
        &format!("{seen} results, {errors} errors with exit code 3; nothing in between"),
    );
}
