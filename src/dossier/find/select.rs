//! What a search takes and what it leaves out.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Path, PathBuf};

use crate::dossier::Limits;

/// Choices of a search below directories; by default everything but hidden files and links.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is taken, files and folder dossiers; none for everything.
    pub include: Globs,
    /// What is left out, files and whole folders. What is named on the command line itself is taken.
    pub exclude: Globs,
    /// Whether hidden files and folders are looked at.
    pub hidden: bool,
    /// Whether symbolic links are followed.
    pub follow_links: bool,
    /// What standard input holds; none to tell by its first lines.
    pub stdin: Option<StdinFormat>,
    /// Files that are no dossiers because reports go there.
    pub reports: Vec<PathBuf>,
    /// What reading a dossier may cost.
    pub limits: Limits,
}

/// What standard input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum StdinFormat {
    /// One YAML dossier
    Yaml,
    /// One JSON dossier
    Json,
    /// A JSON dossier on each line
    Ndjson,
}

/// A pattern of file names or of paths below the directory that is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob(globset::Glob);

/// The pattern as it is looked for.
impl std::fmt::Display for Glob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.glob())
    }
}

impl Glob {
    /// A pattern: `*` and `?` stand for characters of one name, `**` for folders, `{a,b}` for either.
    /// Without a `/` it is about names anywhere, with one about the whole path.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: &str) -> Result<Self, String> {
        let anchored = text
            .strip_prefix("./")
            .unwrap_or(text)
            .trim_end_matches('/');
        let pattern = match anchored.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None if anchored.contains('/') => anchored.to_owned(),
            None => format!("**/{anchored}"),
        };
        if anchored.is_empty() {
            return Err("give a pattern, as in `2026-*` or `north/**/*.json`".to_owned());
        }
        let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
        glob.map(Self).map_err(|error| error.kind().to_string())
    }
}

/// Patterns of which one has to match.
#[derive(Clone, Debug, Default)]
pub struct Globs(GlobSet);

impl Globs {
    /// The patterns together.
    ///
    /// # Errors
    /// Patterns that are too large together.
    pub fn new(globs: &[Glob]) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            set.add(glob.0.clone());
        }
        set.build().map(Self).map_err(|error| error.to_string())
    }
}

impl Search {
    pub(super) fn is_report(&self, path: &Path) -> bool {
        let mut alike = self
            .reports
            .iter()
            .filter(|report| report.file_name() == path.file_name())
            .peekable();
        alike.peek().is_some() && {
            let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            alike.any(|report| *report == path)
        }
    }

    pub(super) fn includes(&self, path: &Path) -> bool {
        self.include.0.is_empty() || self.include.0.is_match(path)
    }

    pub(super) fn excludes(&self, path: &Path) -> bool {
        self.exclude.0.is_match(path)
    }
}
