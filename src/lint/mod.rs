//! Lint of a pack: what engines accept in silence and a reader would not want, and what does not fit
//! together between rules, annotations and manifests.

mod cases;
mod catalogue;
mod clauses;
mod functions;
mod labels;
mod layout;
mod names;
mod opa;
mod totals;
mod values;

use std::time::Duration;

use crate::cases::Cases;
use crate::engine::{Engine, parse};
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError};
use crate::rego::Program;
use crate::rego::syntax::Module;

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

impl Linted<'_> {
    fn is_of_tests(self, module: &Module) -> bool {
        let mut tests = self.pack.tests.iter();
        tests.any(|file| file.path == module.file)
    }
}

/// How long rules may take with a case, or with a dossier that says nothing.
const LIMIT: Duration = Duration::from_secs(60);

/// Everything to mend in the pack, and what its cases do not show.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn lint(pack: &Pack, shown_by: Option<&Cases>) -> Result<Findings, Vec<PackError>> {
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
    problems.extend(pack.trespasses(&program));
    problems.extend(files.iter().flat_map(|file| layout::problems(file)));
    problems.extend(names::problems(linted));
    problems.extend(functions::problems(linted));
    problems.extend(opa::problems(linted));
    problems.extend(clauses::problems(linted));
    problems.extend(catalogue::problems(linted));
    problems.extend(totals.problems);
    if problems.is_empty() {
        problems.extend(labels::problems(pack, LIMIT)?);
    }
    if let Some(cases) = shown_by.filter(|_| problems.is_empty()) {
        problems.extend(cases::unshown(pack, cases, LIMIT)?);
    }
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
