//! Dossiers are found, read and located.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ciieval::dossier::{Dossier, Loaded, Places, find, read};
use ciieval::pack::Pack;
use ciieval::schema::Schema;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const HEAD: &str = "schema: ciieval/dossier/v1\n\
    assessment: {reference_date: 2026-06-30, classes: [consulting]}\n\
    provider: {name: 云岭安全咨询有限公司}\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn found(folder: &Path, paths: &[PathBuf]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let found = find(paths);
    let inside = format!("{}/", folder.display());
    let short = |text: String| text.replace(&inside, "");
    (
        found
            .sources
            .into_iter()
            .map(|source| short(source.path))
            .collect(),
        found.passed_over.into_iter().map(short).collect(),
        found
            .problems
            .into_iter()
            .map(|problem| short(problem.to_string()))
            .collect(),
    )
}

fn dossier(path: PathBuf) -> Dossier {
    let schema = Schema::new(&Pack::open(&[]).unwrap()).unwrap();
    read(&find(&[path]).sources[0], &schema).unwrap()
}

#[test]
fn a_directory_yields_files_and_folders_by_name() {
    let folder = folder(&[
        ("b.yaml", HEAD),
        ("a.JSON", "{}"),
        ("c/dossier.yml", HEAD),
        ("c/people.json", "{}"),
        ("c/attachments/scan.yaml", "x"),
        ("c/README.md", "x"),
        ("d/e/f.yml", HEAD),
        (".hidden.yaml", HEAD),
        (".git/x.yaml", HEAD),
        ("README.md", "x"),
        ("b.expected.yaml", "x"),
    ]);
    let (sources, passed_over, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(sources, ["a.JSON", "b.yaml", "c", "d/e/f.yml"]);
    assert_eq!(passed_over, ["README.md", "b.expected.yaml", "c/README.md"]);
    assert!(problems.is_empty());
}

#[test]
fn a_dossier_is_found_once_and_paths_keep_their_order() {
    let folder = folder(&[("b.yaml", HEAD), ("a.yaml", HEAD), ("c/dossier.yaml", HEAD)]);
    let root = folder.path();
    let paths = [
        root.join("c"),
        root.join("b.yaml"),
        root.join("c/../b.yaml"),
        root.join("none"),
        root.into(),
    ];
    let (sources, _, problems) = found(root, &paths);
    assert_eq!(sources, ["c", "b.yaml", "a.yaml"]);
    assert_eq!(problems, ["none: there is no such file or directory"]);
}

#[test]
fn no_path_and_no_dossier_are_problems() {
    assert_eq!(find(&[]).problems.len(), 1);
    let folder = folder(&[("README.md", "x")]);
    let (sources, _, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert!(sources.is_empty());
    assert_eq!(problems.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_below_a_directory_is_passed_over() {
    let folder = folder(&[("a.yaml", HEAD)]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    std::os::unix::fs::symlink("a.yaml", folder.path().join("b.yaml")).unwrap();
    let (sources, passed_over, _) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(
        (sources, passed_over),
        (vec!["a.yaml".into()], vec!["b.yaml".into(), "loop".into()])
    );
}

#[test]
fn a_file_is_read_and_its_values_are_located() {
    let text = format!(
        "{HEAD}people:\n  - &a\n    id: p-1\n    name: 张三\n    employment: {{from: 2020-01-01}}\n  \
         - {{<<: *a, id: p-2}}\n"
    );
    let folder = folder(&[("a.yaml", &text)]);
    let dossier = dossier(folder.path().join("a.yaml"));
    assert_eq!(dossier.sha256.len(), 64);
    assert_eq!(
        dossier.evidence["people"][1]["employment"]["from"],
        "2020-01-01"
    );
    let at = |path: &str| {
        dossier
            .places
            .locate(path)
            .map(|place| (place.line, place.column))
    };
    assert_eq!(at("people"), Some((5, 3)));
    assert_eq!(at("people[0].name"), Some((7, 11)));
    assert_eq!(at("people[0].employment.from"), Some((8, 24)));
    assert_eq!(at("people[1].id"), Some((9, 18)));
    assert_eq!(
        at("people[1].employment.from"),
        Some((8, 24)),
        "merged from the alias"
    );
    assert_eq!(
        at("people[1].education.level"),
        Some((9, 5)),
        "the nearest around it"
    );
    assert_eq!(at("projects[0]"), None);
    assert_eq!(at("people[x"), None);
}

#[test]
fn a_folder_is_merged_and_its_values_are_located_in_their_files() {
    let folder = folder(&[
        ("x/dossier.yaml", HEAD),
        (
            "x/more/people.json",
            "{\"people\": [\n  {\"id\": \"p-1\", \"name\": \"张三\"}]}",
        ),
    ]);
    let dossier = dossier(folder.path().join("x"));
    let place = dossier.places.locate("people[0].name").unwrap();
    assert!(place.file.ends_with("x/more/people.json"));
    assert_eq!((place.line, place.column), (2, 25));
    assert!(
        dossier
            .places
            .locate("provider.name")
            .unwrap()
            .file
            .ends_with("x/dossier.yaml")
    );
    assert_eq!(dossier.evidence["people"][0]["name"], "张三");

    let source = find(&[folder.path().join("x")]).sources.remove(0);
    let schema = Schema::new(&Pack::open(&[]).unwrap()).unwrap();
    let places = Places::new(&Loaded::new(source), &schema);
    for path in ["people[0].name", "provider.name", "projects"] {
        assert_eq!(places.locate(path), dossier.places.locate(path), "{path}");
    }
}

#[test]
fn the_digest_of_a_file_is_that_of_its_bytes_and_of_a_folder_also_of_its_names() {
    let one = folder(&[
        ("a.yaml", HEAD),
        ("x/dossier.yaml", HEAD),
        ("y/dossier.yml", HEAD),
    ]);
    let digest = |name: &str| dossier(one.path().join(name)).sha256;
    let bytes = std::fs::read(one.path().join("a.yaml")).unwrap();
    let expected = ciieval::pack::source::hex(&<sha2::Sha256 as sha2::Digest>::digest(bytes));
    assert_eq!(digest("a.yaml"), expected);
    assert_ne!(digest("x"), digest("y"));
}

#[test]
fn both_formats_give_the_same_evidence() {
    let yaml = format!("{HEAD}software: [{{name: x, licence: commercial, seats: 0x10}}]\n");
    let value: serde_json::Value = serde_yaml::from_str(&yaml).unwrap();
    let one = folder(&[("a.yaml", &yaml), ("b.json", &value.to_string())]);
    let read = |name: &str| dossier(one.path().join(name)).evidence;
    assert_eq!(read("a.yaml"), read("b.json"));
    assert_eq!(read("a.yaml")["software"][0]["seats"], 16);
}
