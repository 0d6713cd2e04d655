//! From the paths of a command line to dossiers: files, folder dossiers and directories of both.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::locate::Format;
use super::problem::Problem;

/// The folder inside of a folder dossier whose files are evidence, not parts of the dossier.
const ATTACHMENTS: &str = "attachments";

/// One dossier: a file, or a folder with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it, with `/` between folders.
    pub path: String,
    /// The files to read with the names to show them by, `dossier.yaml` first.
    pub files: Vec<SourceFile>,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// One file of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it is.
    pub path: PathBuf,
    /// The path to show.
    pub shown: String,
    /// The name inside the dossier.
    pub name: String,
    /// What it is written in.
    pub format: Format,
}

/// What was found at the paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The dossiers, in the order of the paths and of names below them.
    pub sources: Vec<Source>,
    /// Files below a directory that are no dossiers.
    pub passed_over: Vec<String>,
    /// Paths that are missing, cannot be read or have no dossier.
    pub problems: Vec<Problem>,
}

/// The dossiers at `paths`. A path is a `.yaml`, `.yml` or `.json` file; a folder with a
/// `dossier.yaml`, which together with the other YAML and JSON files in it is one dossier; or a
/// directory of such files and folders. Hidden files and symbolic links below a directory are
/// left out, as are `*.expected.yaml` and the like.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut seen = HashSet::new();
    if paths.is_empty() {
        found.problems.push(Problem::new(
            "",
            "no path was given: name a dossier or a directory",
        ));
    }
    for path in paths {
        let mut here = Found::default();
        look(path, &mut here);
        if here.sources.is_empty() && here.problems.is_empty() {
            here.problems
                .push(Problem::new(&shown(path), "no dossier was found in it"));
        }
        let new = |source: &Source| seen.insert(identity(source));
        found.sources.extend(here.sources.into_iter().filter(new));
        found.passed_over.append(&mut here.passed_over);
        found.problems.append(&mut here.problems);
    }
    found
}

fn look(path: &Path, found: &mut Found) {
    let name = shown(path);
    let problem = match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Problem::new(&name, "there is no such file or directory")
        }
        Err(error) => Problem::new(&name, format!("cannot be read: {error}")),
        Ok(kind) if kind.is_dir() => return walk(path, found),
        Ok(kind) if kind.is_file() => match format(path) {
            Some(format) => return found.sources.push(single(path, format)),
            None => Problem::new(
                &name,
                "is no dossier: its name must end in .yaml, .yml or .json",
            ),
        },
        Ok(_) => Problem::new(&name, "is neither a file nor a directory"),
    };
    found.problems.push(problem);
}

/// Finds the dossiers below a directory, and the directory itself if it is one.
fn walk(root: &Path, found: &mut Found) {
    let mut entries = WalkDir::new(root).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Err(error) => found.problems.push(unreadable(root, &error)),
            Ok(entry) if is_hidden(&entry) => skip(&mut entries, &entry),
            Ok(entry) if entry.file_type().is_dir() => {
                if is_folder_dossier(entry.path()) {
                    folder(entry.path(), found);
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => match candidate(&entry) {
                Some(format) => found.sources.push(single(entry.path(), format)),
                None => found.passed_over.push(shown(entry.path())),
            },
        }
    }
}

/// Collects the parts of a folder dossier.
fn folder(root: &Path, found: &mut Found) {
    let mut files = Vec::new();
    let mut entries = WalkDir::new(root).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Err(error) => found.problems.push(unreadable(root, &error)),
            Ok(entry) if is_hidden(&entry) => skip(&mut entries, &entry),
            Ok(entry) if entry.file_type().is_dir() => {
                if entry.depth() > 0 && entry.file_name() == ATTACHMENTS {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => match candidate(&entry) {
                Some(format) => files.push(SourceFile {
                    name: shown(entry.path().strip_prefix(root).unwrap_or(entry.path())),
                    shown: shown(entry.path()),
                    path: entry.into_path(),
                    format,
                }),
                None => found.passed_over.push(shown(entry.path())),
            },
        }
    }
    files.sort_by_key(|file| (!is_main(&file.name), file.name.clone()));
    found.sources.push(Source {
        path: shown(root),
        files,
        is_folder: true,
    });
}

fn single(path: &Path, format: Format) -> Source {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let file = SourceFile {
        path: path.to_owned(),
        shown: shown(path),
        name: name.unwrap_or_default(),
        format,
    };
    Source {
        path: shown(path),
        files: vec![file],
        is_folder: false,
    }
}

fn is_main(name: &str) -> bool {
    matches!(name, "dossier.yaml" | "dossier.yml" | "dossier.json")
}

fn is_folder_dossier(folder: &Path) -> bool {
    ["dossier.yaml", "dossier.yml", "dossier.json"]
        .iter()
        .any(|name| folder.join(name).is_file())
}

/// The format of a file below a directory that is taken for a dossier.
fn candidate(entry: &DirEntry) -> Option<Format> {
    let stem = entry.path().file_stem()?.to_string_lossy();
    if entry.file_type().is_file() && !stem.ends_with(".expected") {
        format(entry.path())
    } else {
        None
    }
}

fn format(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "yaml" | "yml" => Some(Format::Yaml),
        "json" => Some(Format::Json),
        _ => None,
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

fn skip(entries: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
    }
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Problem {
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    Problem::new(
        &shown(error.path().unwrap_or(root)),
        format!("cannot be read: {reason}"),
    )
}

/// What tells two dossiers apart, however their paths are written.
fn identity(source: &Source) -> (Option<PathBuf>, bool) {
    let path = source
        .files
        .first()
        .map(|file| std::fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone()));
    (path, source.is_folder)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .replace(std::path::MAIN_SEPARATOR, "/")
}
