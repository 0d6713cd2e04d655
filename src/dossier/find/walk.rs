//! Directories: the dossiers below them, and the parts of folder dossiers.

use std::ops::ControlFlow;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

use super::{Content, Discovery, Kind, Search, Source, SourceFile, shown};
use crate::dossier::Limits;
use crate::dossier::locate::Format;
use crate::dossier::problem::Problem;
use crate::workbook;

/// The folder inside of a folder dossier whose files are evidence, not parts of the dossier.
const ATTACHMENTS: &str = "attachments";

impl Discovery<'_> {
    /// Finds the dossiers below a directory, and the directory itself if it is one.
    pub(super) fn walk(&mut self, root: &Path) -> ControlFlow<()> {
        let mut entries = walker(root, self.search);
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.problem(unreadable(root, &error))?;
                    continue;
                }
            };
            let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let below = entry.depth() > 0;
            if below && (self.is_hidden(&entry) || self.search.excludes(inside)) {
                skip(&mut entries, &entry);
            } else if entry.file_type().is_dir() {
                if is_folder_dossier(entry.path()) {
                    entries.skip_current_dir();
                    if !below || self.search.includes(inside) {
                        self.folder(entry.path())?;
                    }
                }
            } else if self.search.includes(inside) {
                match candidate(&entry) {
                    Ok(Kind::Whole(Format::Workbook))
                        if is_other_workbook(entry.path(), &self.search.limits) =>
                    {
                        let why = "is a workbook, but not of a dossier: it has no sheet `卷宗` or `dossier`";
                        self.pass_over(entry.path(), why)?;
                    }
                    Ok(kind) => self.file(entry.path(), kind)?,
                    Err(why) => self.pass_over(entry.path(), why)?,
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Collects the parts of a folder dossier. Where one cannot be seen, what it holds would be missed.
    fn folder(&mut self, root: &Path) -> ControlFlow<()> {
        if !self.is_new(root, true) {
            self.anything = true;
            return ControlFlow::Continue(());
        }
        let mut files = Vec::new();
        let mut is_whole = true;
        let mut entries = walker(root, self.search);
        while let Some(entry) = entries.next() {
            match entry {
                Err(error) => {
                    is_whole = false;
                    self.problem(unreadable(root, &error))?;
                }
                Ok(entry) if entry.depth() > 0 && self.is_hidden(&entry) => {
                    skip(&mut entries, &entry);
                }
                Ok(entry) if entry.file_type().is_dir() => {
                    if entry.depth() > 0 && entry.file_name() == ATTACHMENTS {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) => match candidate(&entry) {
                    Ok(Kind::Whole(Format::Workbook)) => {
                        let why =
                            "a workbook is a dossier of its own, not a part of a folder dossier";
                        self.pass_over(entry.path(), why)?;
                    }
                    Ok(Kind::Whole(format)) => files.push(SourceFile {
                        name: shown(entry.path().strip_prefix(root).unwrap_or(entry.path())),
                        shown: shown(entry.path()),
                        content: Content::File(entry.into_path()),
                        format,
                        line: None,
                    }),
                    Ok(Kind::Lines) => {
                        let why = "a folder dossier has no parts with a dossier on each line";
                        self.pass_over(entry.path(), why)?;
                    }
                    Err(why) => self.pass_over(entry.path(), why)?,
                },
            }
        }
        if !is_whole {
            return ControlFlow::Continue(());
        }
        files.sort_by_key(|file| (!is_main(&file.name), file.name.clone()));
        self.dossier(Source {
            path: shown(root),
            files,
            is_folder: true,
            limits: self.search.limits,
        })
    }

    fn is_hidden(&self, entry: &DirEntry) -> bool {
        !self.search.hidden && entry.file_name().to_string_lossy().starts_with('.')
    }
}

fn walker(root: &Path, search: &Search) -> walkdir::IntoIter {
    WalkDir::new(root)
        .follow_links(search.follow_links)
        .sort_by_file_name()
        .into_iter()
}

fn skip(entries: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
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

/// What a file below a directory holds, or why it is taken for no dossier.
fn candidate(entry: &DirEntry) -> Result<Kind, &'static str> {
    let stem = entry.path().file_stem().unwrap_or_default();
    if entry.file_type().is_symlink() {
        Err("is a symbolic link, which `--follow-links` follows")
    } else if !entry.file_type().is_file() {
        Err("is neither a file nor a directory")
    } else if stem.to_string_lossy().ends_with(".expected") {
        Err("is named as an expected result")
    } else if stem.to_string_lossy().starts_with("~$") {
        Err("is what Excel keeps while a workbook is open")
    } else {
        Kind::of(entry.path())
            .ok_or("its name does not end in .yaml, .yml, .json, .xlsx, .ndjson or .jsonl")
    }
}

/// Whether a file is a workbook that holds something else. One that cannot be read may be a dossier.
fn is_other_workbook(path: &Path, limits: &Limits) -> bool {
    matches!(workbook::is_dossier(path, limits), Ok(false))
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
