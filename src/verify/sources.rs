//! Which of the dossiers given are those of a report: by their digests, so that they are found wherever they lie
//! now, and else by their paths, which is where one lies that was changed.

use std::path::{Path, PathBuf};

use super::reported::Entry;
use crate::dossier::{Loaded, Search, Source, discover};
use crate::report::ErrorReport;

/// The dossiers given.
#[derive(Debug, Default)]
pub struct Sources {
    /// Those that were found.
    pub found: Vec<Found>,
    /// Paths that led to none.
    pub problems: Vec<ErrorReport>,
}

/// A dossier given.
#[derive(Debug)]
pub struct Found {
    /// Where it lies.
    pub source: Source,
    /// Its digest.
    pub sha256: String,
    /// Whether the report has it.
    pub used: bool,
}

impl Sources {
    /// The dossiers at paths; standard input is none, because it can be read only once.
    pub fn new(paths: &[PathBuf], search: &Search) -> Self {
        let mut sources = Self::default();
        let mut put = |item| {
            match item {
                crate::dossier::Item::Dossier(source) => {
                    let sha256 = Loaded::new(source.clone()).sha256;
                    sources.found.push(Found {
                        source,
                        sha256,
                        used: false,
                    });
                }
                crate::dossier::Item::Problem(problem) => sources.problems.push(problem.into()),
                crate::dossier::Item::PassedOver(..) => {}
            }
            std::ops::ControlFlow::Continue(())
        };
        let _ = discover(paths, search, &mut std::io::empty(), &mut put);
        sources
    }

    /// The number of the dossier that an entry of the report is about.
    pub fn take(&mut self, entry: &Entry) -> Option<usize> {
        let same = |found: &Found| found.sha256 == entry.sha256;
        let there = |found: &Found| found.source.path == entry.path;
        let named = |found: &Found| name(&found.source.path) == name(&entry.path);
        let find = |of: &dyn Fn(&Found) -> bool| self.found.iter().position(of);
        let number = find(&|it| same(it) && there(it))
            .or_else(|| find(&|it| same(it) && !it.used))
            // A report may have the same dossier twice.
            .or_else(|| find(&same))
            .or_else(|| find(&|it| there(it) && !it.used))
            .or_else(|| find(&|it| named(it) && !it.used))?;
        if let Some(found) = self.found.get_mut(number) {
            found.used = true;
        }
        Some(number)
    }
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A dossier as if it lay at another path, which is what its report then says: a file, a folder, or a line of a
/// file, as `file.ndjson:17`.
pub fn moved(source: &Source, path: &str) -> Source {
    let mut moved = Source {
        path: path.to_owned(),
        ..source.clone()
    };
    for file in &mut moved.files {
        if source.is_folder {
            let folder = path.trim_end_matches('/');
            file.shown = Path::new(folder)
                .join(&file.name)
                .to_string_lossy()
                .replace(std::path::MAIN_SEPARATOR, "/");
        } else if let (Some(_), Some((shown, line))) = (file.line, path.rsplit_once(':')) {
            shown.clone_into(&mut file.shown);
            file.line = line.parse().ok().or(file.line);
        } else {
            path.clone_into(&mut file.shown);
        }
    }
    moved
}
