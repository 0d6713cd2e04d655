//! Caches that runs share, and runs that are killed while they write to one: reports are those of a fresh run.

use super::table::note;
use super::{check, dossiers, duration, killed, text};
use oorandom::Rand64;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn with(dossiers: &Path, cache: &Path) -> Command {
    let arguments = ["--format", "json", "--cache", text(cache)];
    check(dossiers, &arguments.map(str::to_owned))
}

fn fresh(dossiers: &Path) -> Vec<u8> {
    let json = ["--format", "json"].map(str::to_owned);
    check(dossiers, &json).output().unwrap().stdout
}

#[test]
fn two_runs_with_one_cache_write_the_report_of_a_fresh_one() {
    let folder = tempfile::tempdir().unwrap();
    let all = folder.path().join("d");
    dossiers(&all, 30);
    let expected = fresh(&all);
    let mut same = 0;
    for number in 0..20 {
        // Every other time it is warm.
        let cache = folder.path().join(format!("cache{}", number / 2));
        let start = || {
            with(&all, &cache)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let runs = [start(), start()];
        for run in runs {
            let output = run.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            assert!(output.stdout == expected, "another report");
            same += 1;
        }
    }
    note(
        "two runs with one cache at once",
        20,
        &format!("{same} reports, each byte for byte that of a run without a cache"),
    );
}

#[test]
fn a_kill_while_results_are_kept_changes_no_later_report() {
    let folder = tempfile::tempdir().unwrap();
    let all = folder.path().join("d");
    dossiers(&all, 30);
    let expected = fresh(&all);
    let cache = folder.path().join("cache");
    let clear = || {
        let _ = fs::remove_dir_all(&cache);
    };
    let takes = duration(&|| {
        clear();
        with(&all, &cache)
    });
    let mut random = Rand64::new(11);
    let (mut kills, mut tries, mut begun) = (0, 0, 0);
    while kills < 40 {
        tries += 1;
        assert!(tries < 4000, "runs are over before they are killed");
        clear();
        let moment = takes.mul_f64(0.2 + 0.8 * random.rand_float());
        if !killed(&mut with(&all, &cache), moment) {
            continue;
        }
        kills += 1;
        let entries = walkdir::WalkDir::new(&cache).into_iter().flatten();
        begun += u64::from(
            entries
                .filter(|entry| entry.path().extension().is_some_and(|it| it == "result"))
                .count()
                > 0,
        );
        let output = with(&all, &cache).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(output.stdout == expected, "another report");
    }
    assert!(begun > 0, "no kill came while results were kept");
    note(
        "`kill -9` while results go to a cache",
        kills,
        &format!(
            "the next run with that cache writes the report of a fresh one, byte for byte, {kills} times; {begun} caches had results in them"
        ),
    );
}
