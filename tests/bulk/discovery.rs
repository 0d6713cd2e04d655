//! Which files are taken for dossiers, and that no other is left out in silence.

use super::{read, text};
use crate::common::{Ran, check, evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn tree(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        write(folder.path(), file, &evidence(&json!({})));
    }
    folder
}

fn run(root: &Path, arguments: &[&str]) -> (Ran, Vec<String>) {
    let mut all = vec![text(root), "--format", "json"];
    all.extend(arguments);
    let ran = check(&all);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_default();
    let inside = format!("{}/", root.display());
    let path = |dossier: &Value| dossier["path"].as_str().unwrap().replace(&inside, "");
    let dossiers = report["dossiers"].as_array();
    let paths = dossiers.map(|all| all.iter().map(path).collect());
    (ran, paths.unwrap_or_default())
}

#[test]
fn patterns_choose_dossiers_below_folders() {
    let folder = tree(&[
        "2025-a.json",
        "2026-a.json",
        "north/2026-b.json",
        "north/x/2026-c.json",
        "south/2026-d.json",
        "south/drafts/2026-e.json",
        "2026-f/dossier.json",
        "2026-f/2025-people.txt",
    ]);
    let root = folder.path();
    let taken = |arguments: &[&str]| run(root, arguments).1.join(" ");
    assert_eq!(
        taken(&["--include", "2026-*"]),
        "2026-a.json 2026-f north/2026-b.json north/x/2026-c.json south/2026-d.json south/drafts/2026-e.json"
    );
    assert_eq!(taken(&["--include", "/2026-*"]), "2026-a.json 2026-f");
    assert_eq!(taken(&["--include", "north/*.json"]), "north/2026-b.json");
    assert_eq!(
        taken(&["--include", "north/**", "--exclude", "x/"]),
        "north/2026-b.json"
    );
    assert_eq!(
        taken(&["--exclude", "{north,drafts}", "--exclude", "2025*"]),
        "2026-a.json 2026-f south/2026-d.json"
    );
    // What is named itself is taken.
    let named = root.join("2025-a.json");
    let (ran, _) = run(&root.join("north"), &[text(&named), "--exclude", "2025*"]);
    assert!(ran.out.contains("2025-a.json"), "{}", ran.out);
    let (ran, none) = run(root, &["--include", "2027-*"]);
    assert_eq!((ran.code, none.len()), (3, 0));
    assert!(
        ran.err.contains("no dossier was found in it"),
        "{}",
        ran.err
    );
}

#[test]
fn a_pattern_that_is_none_is_told_at_once() {
    for pattern in ["[a", "{a", "", "/"] {
        let (ran, _) = run(Path::new("missing"), &["--include", pattern]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{pattern}");
        assert!(ran.err.contains("--include"), "{}", ran.err);
    }
}

#[test]
fn hidden_files_and_links_are_looked_at_when_asked_for() {
    let folder = tree(&["a.json", ".b.json", ".c/d.json"]);
    let root = folder.path();
    assert_eq!(run(root, &[]).1, ["a.json"]);
    assert_eq!(
        run(root, &["--hidden"]).1,
        [".b.json", ".c/d.json", "a.json"]
    );
    #[cfg(unix)]
    {
        let other = tree(&["e.json"]);
        std::os::unix::fs::symlink(other.path(), root.join("f")).unwrap();
        std::os::unix::fs::symlink("a.json", root.join("g.json")).unwrap();
        let (ran, plain) = run(root, &[]);
        assert_eq!(plain, ["a.json"]);
        assert!(
            ran.err.contains("symbolic link")
                && ran.err.contains("/f`")
                && ran.err.contains("/g.json`"),
            "{}",
            ran.err
        );
        // The second name of a dossier is no second dossier.
        assert_eq!(run(root, &["--follow-links"]).1, ["a.json", "f/e.json"]);
        std::os::unix::fs::symlink(root, root.join("h")).unwrap();
        let (ran, found) = run(root, &["--follow-links"]);
        assert_eq!(
            (ran.code, found.len()),
            (3, 2),
            "a link that leads into itself"
        );
        assert!(ran.err.contains("/h: cannot be read"), "{}", ran.err);
    }
}

#[test]
fn what_is_passed_over_is_told_without_a_flood_and_listed_in_full() {
    let folder = tree(&["a.json"]);
    for n in 0..300 {
        fs::write(folder.path().join(format!("scan-{n:03}.pdf")), "").unwrap();
    }
    fs::write(folder.path().join("a.expected.yaml"), "").unwrap();
    let (ran, _) = run(folder.path(), &[]);
    assert_eq!((ran.code, ran.err.lines().count()), (0, 3), "{}", ran.err);
    assert!(
        ran.err.contains("scan-004.pdf` and 295 more\n"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("a.expected.yaml`\n"), "{}", ran.err);
    let list = folder.path().join("list.txt");
    for _ in 0..2 {
        let (ran, _) = run(folder.path(), &["--passed-over", text(&list)]);
        assert_eq!(ran.code, 0);
        let listed = read(&list);
        let why = "\tits name does not end in .yaml, .yml, .json, .xlsx, .ndjson or .jsonl\n";
        assert_eq!(
            listed.matches(why).count() - listed.matches("list.txt").count(),
            300
        );
        assert!(listed.contains("a.expected.yaml\tis named as an expected result\n"));
    }
}

#[test]
fn a_report_beside_the_dossiers_is_not_taken_for_one() {
    let folder = tree(&["a.json"]);
    let report = folder.path().join("report.json");
    let output = format!("json={}", text(&report));
    let first = check(&[text(folder.path()), "-o", &output]);
    let of_first = read(&report);
    let second = check(&[text(folder.path()), "-o", &output]);
    assert_eq!((first.code, second.code), (0, 0), "{}", second.err);
    assert_eq!(of_first, read(&report));
    assert!(
        second.err.contains("where a report of this run goes"),
        "{}",
        second.err
    );
    #[cfg(target_os = "linux")]
    {
        let redirected = std::fs::File::create(folder.path().join("redirected.json")).unwrap();
        let ran = check_into(redirected, folder.path());
        assert_eq!(ran, Some(0), "the shell's redirection is one too");
    }
}

/// The exit code of a run whose standard output is a file.
#[cfg(target_os = "linux")]
fn check_into(file: std::fs::File, folder: &Path) -> Option<i32> {
    let arguments = [
        "check",
        text(folder),
        "--exclude",
        "report.json",
        "--policies",
        "tests/packs/standard",
        "--format",
        "json",
    ];
    let mut command = crate::common::command(&arguments);
    command.stdout(file).output().unwrap().status.code()
}
