//! Lint of a pack: what engines accept in silence and a reader would not want, and what does not fit
//! together between rules, annotations and manifests.

mod catalogue;
mod clauses;
mod functions;
mod layout;
mod names;
mod totals;
mod values;

use std::time::Duration;

use crate::engine::{Engine, parse};
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError};
use crate::rego::Program;

/// What lint has to say, ordered by file and line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is to be mended.
    pub problems: Vec<PackError>,
    /// What looks wrong and is explained.
    pub notes: Vec<PackError>,
}

/// A pack with the trees of its rules.
#[derive(Clone, Copy)]
struct Linted<'p> {
    pack: &'p Pack,
    program: &'p Program,
}

/// Everything to mend in the pack.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn lint(pack: &Pack) -> Result<Findings, Vec<PackError>> {
    let files: Vec<&SourceFile> = pack.files().collect();
    // Preparing the rules finds what the parser lets through: unsafe variables, and rules that lead back
    // to themselves.
    let (program, mut problems) =
        match Engine::with_files(&files, &pack.data, Duration::from_secs(1)) {
            Ok((_, program)) => (program, Vec::new()),
            Err(problems) => (parse(&files)?, problems),
        };
    let linted = Linted {
        pack,
        program: &program,
    };
    let mut totals = totals::compare(pack);
    // Whoever lays a pack over another knows the other's notes.
    totals.notes.retain(|note| pack.is_on_top(&note.file));
    problems.extend(pack.inconsistencies());
    problems.extend(files.iter().flat_map(|file| layout::problems(file)));
    problems.extend(names::problems(linted));
    problems.extend(functions::problems(linted));
    problems.extend(clauses::problems(linted));
    problems.extend(catalogue::problems(linted));
    problems.extend(totals.problems);
    Ok(Findings {
        problems: sorted(problems),
        notes: sorted(totals.notes),
    })
}

fn sorted(mut found: Vec<PackError>) -> Vec<PackError> {
    found.sort_by(|a, b| (&a.file, a.line, &a.message).cmp(&(&b.file, b.line, &b.message)));
    found.dedup();
    found
}
