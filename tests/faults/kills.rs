//! Kills at any moment: what has a name is whole.

use super::table::note;
use super::{
    check, dossiers, drafts, duration, killed, killed_after, outputs, reports, rest, text,
};
use crate::common::command;
use oorandom::Rand64;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// What stands where a signature or a key goes: others come each time.
const ANY: &str = "untrusted comment: of an earlier run\n";

/// How many runs must be hit while they run.
const KILLS: u64 = 200;

/// Kills a run: every other time at any moment, else after `sign` told that files are being written. `takes` is how
/// long it goes on from its start, and from there.
fn hit(
    random: &mut Rand64,
    number: u64,
    run: &dyn Fn() -> Command,
    sign: &dyn Fn() -> bool,
    takes: (Duration, Duration),
) -> bool {
    let part = random.rand_float();
    if number.is_multiple_of(2) {
        killed(&mut run(), takes.0.mul_f64(part))
    } else {
        killed_after(&mut run(), sign, takes.1.mul_f64(part))
    }
}

fn inode(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|it| it.ino())
}

#[test]
fn a_kill_leaves_the_old_or_the_new_report() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (folder.path().join("before"), folder.path().join("after"));
    dossiers(&before, 2);
    dossiers(&after, 3);
    let output = folder.path().join("reports");
    fs::create_dir(&output).unwrap();
    let files = reports(&output);
    let written = |dossiers: &Path| -> Vec<Vec<u8>> {
        let ran = check(dossiers, &outputs(&output)).output().unwrap();
        assert_eq!(ran.status.code(), Some(0), "{ran:?}");
        files.iter().map(|file| fs::read(file).unwrap()).collect()
    };
    let (old, new) = (written(&before), written(&after));
    assert!(old.iter().zip(&new).all(|(old, new)| old != new));
    let run = || check(&after, &outputs(&output));
    // The first of the reports is another file once it has its name.
    let first = std::cell::Cell::new(inode(&files[0]));
    let is_named = || inode(&files[0]) != first.get();
    let restored = || {
        for (file, old) in files.iter().zip(&old) {
            fs::write(file, old).unwrap();
        }
        first.set(inode(&files[0]));
    };
    restored();
    let restored_run = || {
        restored();
        run()
    };
    let takes = (duration(&run), rest(&restored_run, &is_named));
    let mut random = Rand64::new(2026);
    let (mut kills, mut tries, mut kept, mut replaced, mut left, mut between) = (0, 0, 0, 0, 0, 0);
    while kills < KILLS {
        tries += 1;
        assert!(tries < 50 * KILLS, "runs are over before they are killed");
        restored();
        if !hit(&mut random, kills, &run, &is_named, takes) {
            continue;
        }
        kills += 1;
        let mut news = 0;
        for (number, file) in files.iter().enumerate() {
            let found = fs::read(file).unwrap();
            if found == new[number] {
                news += 1;
            } else {
                assert!(found == old[number], "{} is broken", file.display());
                kept += 1;
            }
        }
        replaced += news;
        between += u64::from(news > 0 && news < files.len());
        left += drafts(&output);
        assert_eq!(fs::read_dir(&output).unwrap().count(), files.len());
    }
    // With drafts left behind: they are hidden and no dossiers.
    fs::write(output.join(".ciieval-abc123.draft"), "x").unwrap();
    assert_eq!(written(&after), new);
    assert!(kept > 0 && left > 0);
    note(
        "`kill -9` during `check`, eleven reports over older ones",
        kills,
        &format!(
            "{} files intact: {kept} old, {replaced} new; 0 broken; {between} kills hit between two reports; {left} drafts left behind",
            kept + replaced as u64
        ),
    );
}

#[test]
fn a_kill_leaves_other_files_whole_or_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    dossiers(&at("d"), 1);
    let dossier = at("d/000.json");
    let made = command(&["keygen", text(&at("k")), "--no-password"])
        .output()
        .unwrap();
    assert!(made.status.success());
    let pack = ["--policies", "tests/packs/standard"];
    let with = |arguments: &[&str]| command(&[arguments, &pack[..]].concat());
    let runs: [(&str, &str, &dyn Fn() -> Command); 4] = [
        ("d.xlsx", "d.xlsx", &|| {
            with(&["convert", text(&dossier), text(&at("d.xlsx")), "--force"])
        }),
        ("new.yaml", "", &|| {
            with(&[
                "init",
                "--class",
                "alpha",
                "--date",
                "2026-06-30",
                "-o",
                text(&at("new.yaml")),
            ])
        }),
        ("s.minisig", ANY, &|| {
            command(&[
                "sign",
                text(&dossier),
                "--key",
                text(&at("k.key")),
                "-o",
                text(&at("s.minisig")),
            ])
        }),
        ("n.key", ANY, &|| {
            command(&["keygen", text(&at("n")), "--no-password", "--force"])
        }),
    ];
    let mut random = Rand64::new(7);
    let (mut kills, mut kept, mut replaced, mut left) = (0, 0, 0, 0);
    for (file, old, run) in runs {
        let file = at(file);
        let clear = || {
            let _ = fs::remove_file(&file);
            if !old.is_empty() {
                fs::write(&file, old).unwrap();
            }
        };
        clear();
        let has_draft = || {
            let mut entries = fs::read_dir(folder.path()).unwrap().flatten();
            entries.any(|entry| entry.path().extension().is_some_and(|it| it == "draft"))
        };
        let takes = duration(run);
        let cleared_run = || {
            clear();
            run()
        };
        let takes = (takes, rest(&cleared_run, &has_draft));
        let whole = fs::read(&file).unwrap();
        // Signatures and keys are others each time, and as long.
        let is_new = |found: &[u8]| found == whole || old == ANY && found.len() == whole.len();
        let (mut hits, mut tries) = (0, 0);
        while hits < 20 {
            tries += 1;
            assert!(tries < 4000, "runs are over before they are killed");
            clear();
            if !hit(&mut random, hits, run, &has_draft, takes) {
                continue;
            }
            hits += 1;
            match fs::read(&file) {
                Ok(found) if is_new(&found) => replaced += 1,
                Ok(found) => {
                    assert!(
                        !old.is_empty() && found == old.as_bytes(),
                        "{} is broken",
                        file.display()
                    );
                    kept += 1;
                }
                Err(_) => {
                    assert!(old.is_empty(), "{} is gone", file.display());
                    kept += 1;
                }
            }
            left += drafts(folder.path());
        }
        kills += hits;
    }
    note(
        "`kill -9` during `convert`, `init`, `sign`, `keygen`",
        kills,
        &format!(
            "{kept} files as they were, {replaced} new and whole; 0 broken; {left} drafts left behind"
        ),
    );
}
