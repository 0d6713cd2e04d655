//! From the paths of a command line to dossiers: files, folder dossiers, directories of both, files
//! with a dossier on each line, and standard input.
//!
//! What is found is handed out as it is found, always in the same order: that of the paths, and of
//! names below them.

mod lines;
mod select;
mod stdin;
mod walk;

use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::BufRead;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::limits::Limits;
use super::locate::Format;
use super::problem::Problem;
pub use select::{Glob, Globs, Search, StdinFormat};

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// One dossier: a file, a folder with its parts, or a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it, with `/` between folders; of a line, with its number, as
    /// `file.ndjson:17`.
    pub path: String,
    /// The files to read with the names to show them by, `dossier.yaml` first.
    pub files: Vec<SourceFile>,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// What reading it may cost.
    pub limits: Limits,
}

/// One file of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Where its text is.
    pub content: Content,
    /// The path to show.
    pub shown: String,
    /// The name inside the dossier.
    pub name: String,
    /// What it is written in.
    pub format: Format,
    /// The line of the file that the dossier is, from 1; none where it is the whole file.
    pub line: Option<usize>,
}

/// The text of a file, or where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A file to be read.
    File(PathBuf),
    /// What has been read already.
    Bytes(Vec<u8>),
    /// A text that was too large to be kept.
    TooLarge,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A dossier.
    Dossier(Source),
    /// A file below a directory that is no dossier, and why.
    PassedOver(String, &'static str),
    /// A path that is missing, cannot be read or has no dossier.
    Problem(Problem),
}

/// What was found at the paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The dossiers.
    pub sources: Vec<Source>,
    /// Files below a directory that are no dossiers.
    pub passed_over: Vec<String>,
    /// Paths that are missing, cannot be read or have no dossier.
    pub problems: Vec<Problem>,
}

/// The dossiers at `paths`, all at once. A path is a file `.yaml`, `.yml`, `.json` or `.xlsx`; a file `.ndjson`
/// or `.jsonl` with a JSON dossier on each line; a folder with a `dossier.yaml`, which together with
/// the other YAML and JSON files in it is one dossier; or a directory of such files and folders.
/// Hidden files and symbolic links below a directory are left out, as are `*.expected.yaml` and the
/// like. The path `-` reads standard input.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Found {
    find_with(paths, &Search::default())
}

/// The same, with choices.
#[must_use]
pub fn find_with(paths: &[PathBuf], search: &Search) -> Found {
    let mut found = Found::default();
    let mut collect = |item| {
        match item {
            Item::Dossier(source) => found.sources.push(source),
            Item::PassedOver(path, _) => found.passed_over.push(path),
            Item::Problem(problem) => found.problems.push(problem),
        }
        ControlFlow::Continue(())
    };
    let _ = discover(paths, search, &mut std::io::stdin().lock(), &mut collect);
    found
}

/// Hands what is at `paths` to `emit`, one by one, until that breaks off. `stdin` is read where `-`
/// is among the paths.
pub fn discover(
    paths: &[PathBuf],
    search: &Search,
    stdin: &mut dyn BufRead,
    emit: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if paths.is_empty() {
        let message = "no path was given: name a dossier or a directory";
        return emit(Item::Problem(Problem::new("", message)));
    }
    // Nothing is found twice below one path, unless links lead there.
    let seen = (paths.len() > 1 || search.follow_links).then(HashSet::new);
    let mut discovery = Discovery {
        search,
        seen,
        anything: false,
        emit,
    };
    for path in paths {
        discovery.anything = false;
        discovery.look(path, stdin)?;
        if !discovery.anything {
            let message = "no dossier was found in it";
            discovery.problem(Problem::new(&shown(path), message))?;
        }
    }
    ControlFlow::Continue(())
}

/// A search under way.
struct Discovery<'a> {
    search: &'a Search,
    /// What has been found, where something could be found twice.
    seen: Option<HashSet<[u8; 32]>>,
    /// Whether the path at hand had a dossier or a problem.
    anything: bool,
    emit: &'a mut dyn FnMut(Item) -> ControlFlow<()>,
}

impl Discovery<'_> {
    fn look(&mut self, path: &Path, stdin: &mut dyn BufRead) -> ControlFlow<()> {
        let name = shown(path);
        if name == STDIN {
            return if self.is_new(path, false) {
                self.stdin(stdin)
            } else {
                let message = "is given twice: standard input can be read once";
                self.problem(Problem::new(&name, message))
            };
        }
        let problem = match std::fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Problem::new(&name, "there is no such file or directory")
            }
            Err(error) => Problem::new(&name, format!("cannot be read: {error}")),
            Ok(kind) if kind.is_dir() => return self.walk(path),
            Ok(kind) if kind.is_file() => match Kind::of(path) {
                Some(kind) => return self.file(path, kind),
                None => Problem::new(&name, other_kind(path)),
            },
            Ok(_) => Problem::new(&name, "is neither a file nor a directory"),
        };
        self.problem(problem)
    }

    /// The dossier or dossiers in a file.
    fn file(&mut self, path: &Path, kind: Kind) -> ControlFlow<()> {
        if !self.is_new(path, false) {
            self.anything = true;
            return ControlFlow::Continue(());
        }
        if self.search.is_report(path) {
            return self.pass_over(path, "is where a report of this run goes");
        }
        match kind {
            Kind::Whole(format) => self.dossier(Source {
                limits: self.search.limits,
                ..single(path, format)
            }),
            Kind::Lines => self.file_of_lines(path),
        }
    }

    fn dossier(&mut self, source: Source) -> ControlFlow<()> {
        self.anything = true;
        (self.emit)(Item::Dossier(source))
    }

    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        self.anything = true;
        (self.emit)(Item::Problem(problem))
    }

    fn pass_over(&mut self, path: &Path, why: &'static str) -> ControlFlow<()> {
        (self.emit)(Item::PassedOver(shown(path), why))
    }

    /// Whether a file or folder is met for the first time, however its path is written.
    fn is_new(&mut self, path: &Path, is_folder: bool) -> bool {
        let Some(seen) = &mut self.seen else {
            return true;
        };
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut hasher = Sha256::new();
        hasher.update([u8::from(is_folder)]);
        hasher.update(path.as_os_str().as_encoded_bytes());
        seen.insert(hasher.finalize().into())
    }
}

/// What a file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Whole(Format),
    Lines,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Self::Whole(Format::Yaml)),
            "json" => Some(Self::Whole(Format::Json)),
            "ndjson" | "jsonl" => Some(Self::Lines),
            "xlsx" => Some(Self::Whole(Format::Workbook)),
            _ => None,
        }
    }
}

impl Source {
    /// A file of text by itself; none where its name does not say what it is written in.
    #[must_use]
    pub fn file(path: &Path) -> Option<Self> {
        match Kind::of(path)? {
            Kind::Whole(format) if format != Format::Workbook => Some(single(path, format)),
            _ => None,
        }
    }
}

/// Why a file that was named is no dossier, and what to do.
fn other_kind(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.unwrap_or_default().to_ascii_lowercase().as_str() {
        "csv" | "tsv" => {
            "is a table of text, which cannot hold a dossier: `ciieval init --format xlsx -o dossier.xlsx` makes a workbook to paste its columns into (open a table in GBK with Excel, which knows its encoding)"
        }
        "xls" | "xlsm" | "xlsb" | "ods" | "et" | "numbers" => {
            "is a spreadsheet in another format: save it as Excel Workbook (.xlsx)"
        }
        _ => {
            "is no dossier: its name must end in .yaml, .yml, .json or .xlsx, or in .ndjson or .jsonl with one on each line"
        }
    }
}

fn single(path: &Path, format: Format) -> Source {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let file = SourceFile {
        content: Content::File(path.to_owned()),
        shown: shown(path),
        name: name.unwrap_or_default(),
        format,
        line: None,
    };
    Source {
        path: shown(path),
        files: vec![file],
        is_folder: false,
        limits: Limits::DEFAULT,
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .replace(std::path::MAIN_SEPARATOR, "/")
}
