//! Results of earlier runs: the same bytes, and never trusted when something is wrong with them.

use super::{lines, mixed, text};
use crate::common::{Ran, check, ciieval, evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder of dossiers and one for results.
fn folders(count: usize) -> (TempDir, TempDir) {
    (mixed(count), tempfile::tempdir().unwrap())
}

fn run(dossiers: &Path, cache: &Path, arguments: &[&str]) -> Ran {
    let mut all = vec![text(dossiers), "--cache", text(cache), "--format", "json"];
    all.extend(arguments);
    check(&all)
}

/// A way to damage an entry: what stands there instead.
type Way<'a> = &'a dyn Fn(&PathBuf) -> Vec<u8>;

fn entries(cache: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = walkdir::WalkDir::new(cache)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "result")
        })
        .collect();
    entries.sort();
    entries
}

fn assert_kept(ran: &Ran, said: &str) {
    assert!(
        ran.err
            .contains(&format!("note: {said} results were in the cache\n")),
        "{}",
        ran.err
    );
}

#[test]
fn a_result_that_was_kept_has_the_same_bytes() {
    let (dossiers, cache) = folders(24);
    for format in ["json", "ndjson", "text"] {
        let fresh = check(&[text(dossiers.path()), "--format", format, "--all"]);
        for said in ["", "20 of 24"] {
            let arguments = [
                text(dossiers.path()),
                "--cache",
                text(cache.path()),
                "--format",
                format,
                "--all",
            ];
            let ran = check(&arguments);
            assert!(ran.out == fresh.out && ran.code == fresh.code, "{format}");
            assert!(ran.err.starts_with(fresh.err.lines().next().unwrap()));
            if !said.is_empty() {
                assert_kept(&ran, said);
            }
        }
    }
    assert_eq!(
        entries(cache.path()).len(),
        20,
        "bad dossiers are looked at each time"
    );
}

/// What belongs to several classes: where people count, conclusions of others, and no decision.
#[test]
fn what_is_kept_of_several_classes_has_the_same_bytes() {
    let conclusion = json!({
        "class": "gamma", "standard": "X 00007-2022", "issuer": "某机构", "number": "G-1",
        "result": "pass", "concluded_on": "2024-01-01"
    });
    let mut elsewhere = evidence(&json!({"assessment": {"classes": ["alpha", "gamma"]}}));
    elsewhere["external_conclusions"] = json!([conclusion]);
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "elsewhere.json", &elsewhere);
    let raises = json!({"provider": {"name": "raises"}});
    write(folder.path(), "raises.json", &evidence(&raises));
    let test_pack = ["--policies", "tests/packs/standard"];
    let raising = ["--policies", "tests/packs/reuse_raising"];
    for (what, packs, marks) in [
        (
            text(folder.path()),
            [test_pack, raising].concat(),
            ["\"standing\": \"", "\"reuse_error\": \""],
        ),
        (
            "fixtures/dossiers/tianqing.yaml",
            Vec::new(),
            ["\"not_counted_in\": [\n", "\"most_classes\": 3"],
        ),
    ] {
        let cache = tempfile::tempdir().unwrap();
        for format in ["json", "text"] {
            let mut arguments = vec!["check", what, "--format", format, "--all"];
            arguments.extend(&packs);
            let fresh = ciieval(&arguments);
            arguments.extend(["--cache", text(cache.path())]);
            for _ in 0..2 {
                let ran = ciieval(&arguments);
                assert_eq!(ran.code, fresh.code, "{}", ran.err);
                assert!(ran.out == fresh.out, "{what} as {format}");
            }
            if format == "json" {
                for mark in marks {
                    assert!(fresh.out.contains(mark), "no {mark} in {}", fresh.out);
                }
            }
        }
    }
}

#[test]
fn a_damaged_or_foreign_entry_is_worked_out_again() {
    let (dossiers, cache) = folders(12);
    let fresh = run(dossiers.path(), cache.path(), &[]);
    assert_kept(&fresh, "0 of 12");
    let entries = entries(cache.path());
    assert_eq!(entries.len(), 10);
    let whole = |path: &PathBuf| fs::read(path).unwrap();
    let ways: [Way; 6] = [
        &|path| {
            let mut bytes = whole(path);
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        },
        &|path| whole(path)[..whole(path).len() - 1].to_vec(),
        &|path| [whole(path), vec![b' ']].concat(),
        &|_| Vec::new(),
        &|_| b"something else\n".to_vec(),
        // Whole, but of another dossier.
        &|path| whole(entries.iter().find(|other| *other != path).unwrap()),
    ];
    for damage in ways {
        let damaged: Vec<Vec<u8>> = entries.iter().map(damage).collect();
        for (path, bytes) in entries.iter().zip(damaged) {
            fs::write(path, bytes).unwrap();
        }
        let again = run(dossiers.path(), cache.path(), &[]);
        assert_kept(&again, "0 of 12");
        assert!(again.out == fresh.out);
        let repaired = run(dossiers.path(), cache.path(), &[]);
        assert_kept(&repaired, "10 of 12");
        assert!(repaired.out == fresh.out);
    }
}

#[test]
fn a_result_is_taken_for_the_same_content_and_question_only() {
    let folder = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "a.json", &evidence(&json!({})));
    let kept = |arguments: &[&str]| {
        let ran = run(folder.path(), cache.path(), arguments);
        ran.err.contains("note: 1 of 1 results were in the cache\n")
    };
    assert!(!kept(&[]) && kept(&[]));
    assert!(!kept(&["--class", "alpha"]) && kept(&["--class", "alpha"]));
    let other = ["--policies", "tests/packs/override"];
    assert!(!kept(&other) && kept(&other));
    // What a report shows of a result changes nothing in it.
    assert!(kept(&[
        "--jobs",
        "1",
        "--timeout",
        "5",
        "-o",
        "text=/dev/null"
    ]));
    fs::rename(&path, folder.path().join("b.json")).unwrap();
    let moved = run(folder.path(), cache.path(), &[]);
    assert_kept(&moved, "1 of 1");
    let report: Value = serde_json::from_str(&moved.out).unwrap();
    assert!(
        report["dossiers"][0]["path"]
            .as_str()
            .unwrap()
            .ends_with("b.json")
    );
    let spaced = evidence(&json!({})).to_string() + " ";
    fs::write(folder.path().join("b.json"), spaced).unwrap();
    assert!(!kept(&[]));
}

#[test]
fn an_error_of_a_line_moves_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let both = json!({"assessment": {"classes": ["alpha", "beta"]}});
    let file = folder.path().join("a.ndjson");
    for (said, input) in [
        ("0 of 1", lines(std::slice::from_ref(&both))),
        ("1 of 2", lines(&[json!({}), both])),
    ] {
        fs::write(&file, &input).unwrap();
        let ran = run(&file, cache.path(), &[]);
        assert_kept(&ran, said);
        let fresh = check(&[text(&file), "--format", "json"]);
        assert_eq!(ran.out, fresh.out);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["errors"][0]["line"], input.lines().count());
    }
}

#[test]
fn the_cache_keeps_to_its_size_and_to_its_own_files() {
    let (dossiers, cache) = folders(60);
    let foreign = cache.path().join("ab");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("notes.result"), "x".repeat(1 << 20)).unwrap();
    let limit = 24_000;
    let ran = run(dossiers.path(), cache.path(), &["--cache-size", "24kB"]);
    let size = |cache: &Path| -> u64 {
        let own = entries(cache)
            .into_iter()
            .filter(|path| !path.ends_with("notes.result"));
        own.map(|path| path.metadata().unwrap().len()).sum()
    };
    let used = size(cache.path());
    assert!(used <= limit && used > limit / 2, "{used}");
    assert!(foreign.join("notes.result").exists());
    let again = run(dossiers.path(), cache.path(), &["--cache-size", "24kB"]);
    assert!(ran.out == again.out);
    // A smaller size is kept to from the start.
    run(
        &dossiers.path().join("none"),
        cache.path(),
        &["--cache-size", "5kB"],
    );
    assert!(size(cache.path()) <= 5_000);
    for wrong in ["much", "-1"] {
        assert_eq!(
            run(
                dossiers.path(),
                cache.path(),
                &[&format!("--cache-size={wrong}")]
            )
            .code,
            2
        );
    }
}

#[test]
fn what_was_used_last_is_kept_longest() {
    let folder = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let path = |n: usize| folder.path().join(format!("{n}.json"));
    for n in 0..6 {
        let name = json!({"provider": {"name": format!("{n}")}});
        write(folder.path(), &format!("{n}.json"), &evidence(&name));
        run(&path(n), cache.path(), &[]);
    }
    assert_kept(&run(&path(0), cache.path(), &[]), "1 of 1");
    let one = entries(cache.path())[0].metadata().unwrap().len();
    let room = format!("{}B", one * 5);
    run(Path::new("missing"), cache.path(), &["--cache-size", &room]);
    assert_kept(&run(&path(1), cache.path(), &[]), "0 of 1");
    assert_kept(&run(&path(0), cache.path(), &[]), "1 of 1");
}

#[test]
fn two_runs_may_share_a_cache() {
    let (dossiers, cache) = folders(60);
    let fresh = check(&[text(dossiers.path()), "--format", "json"]);
    for _ in 0..2 {
        let runs: Vec<Ran> = std::thread::scope(|scope| {
            let run = || run(dossiers.path(), cache.path(), &["--cache-size", "60kB"]);
            let running: Vec<_> = (0..3).map(|_| scope.spawn(run)).collect();
            running.into_iter().map(|run| run.join().unwrap()).collect()
        });
        assert!(
            runs.iter()
                .all(|ran| ran.out == fresh.out && ran.code == fresh.code)
        );
    }
    let drafts = walkdir::WalkDir::new(cache.path()).into_iter().flatten();
    assert!(
        !drafts
            .into_iter()
            .any(|entry| entry.file_name().to_string_lossy().starts_with('.') && entry.depth() > 0)
    );
}

#[test]
fn a_folder_that_cannot_be_used_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let ran = run(Path::new("missing.yaml"), &file, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let said = format!("error: results cannot be kept in `{}`: ", file.display());
    assert!(ran.err.starts_with(&said), "{}", ran.err);
}
