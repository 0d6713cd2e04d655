//! What a dossier has and lacks for a clause.

use serde::Serialize;

use crate::dossier::{Dossier, Location};
use crate::engine::Engine;
use crate::evaluation::{self, EvaluationError};
use crate::outcome::Check;
use crate::pack::manifest::Class;
use crate::pack::{Clause, Pack};
use crate::report::DossierReport;
use crate::report::model::ClauseReport;

/// A clause in a dossier.
#[derive(Clone, Debug, Serialize)]
pub struct InDossier {
    /// The file or folder, as the user named it.
    pub path: String,
    /// The day from which every duration and validity is computed.
    pub reference_date: String,
    /// Name of the provider.
    pub provider: String,
    /// The class that it was evaluated for: the first of those applied for that has the clause.
    pub class: String,
    /// Whether the dossier applies for a class that has the clause.
    pub applied_for: bool,
    /// The outcome as in reports, with checks and findings.
    pub result: ClauseReport,
    /// Where in the files the places of its checks are, in their order; `null` where a check has none.
    pub places: Vec<Option<Place>>,
    /// What is needed for the clause to be satisfied: the checks by which it falls short.
    pub needed: Vec<Needed>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line, or the row of a sheet, from 1.
    pub line: usize,
    /// The column, in a text in characters, from 1.
    pub column: usize,
}

/// A check that is not met.
#[derive(Clone, Debug, Serialize)]
pub struct Needed {
    /// Its number among the checks, from 0.
    pub check: usize,
    /// Whether a finding of an assessor may settle it.
    pub may_be_settled: bool,
}

impl From<&Location> for Place {
    fn from(location: &Location) -> Self {
        Self {
            file: location.file.clone(),
            sheet: location.sheet.clone(),
            line: location.line,
            column: location.column,
        }
    }
}

impl Place {
    /// The same as a location.
    #[must_use]
    pub fn location(&self) -> Location {
        Location {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            line: self.line,
            column: self.column,
        }
    }
}

/// What the dossier has and lacks for the clause; none where no class has it.
///
/// # Errors
/// What keeps the rules from being run to their end.
pub fn in_dossier(
    pack: &Pack,
    clause: &Clause,
    engine: &mut Engine,
    dossier: &Dossier,
) -> Result<Option<InDossier>, EvaluationError> {
    let applied = evaluation::applied_for(&dossier.evidence);
    let has = |class: &&Class| {
        let mut terms = pack.catalogue.terms_of(class);
        let has = |term| {
            let mut clauses = pack.catalogue.clauses_of(term);
            clauses.any(|other| other.id == clause.id)
        };
        class.term.is_some() && terms.any(has)
    };
    let with_it: Vec<&Class> = pack.catalogue.classes.iter().filter(has).collect();
    let first = applied
        .iter()
        .find_map(|id| with_it.iter().find(|class| class.id == *id));
    let Some(class) = first.or(with_it.first()) else {
        return Ok(None);
    };
    let evaluated = evaluation::evaluate(engine, pack, &dossier.evidence, &[class])?;
    let report = DossierReport::new(
        &dossier.path,
        &dossier.sha256,
        &dossier.evidence,
        &evaluated,
    );
    let clauses = report
        .evaluations
        .iter()
        .flat_map(|evaluation| &evaluation.clauses);
    let Some(result) = clauses
        .into_iter()
        .find(|other| other.id == clause.id.as_str())
    else {
        return Ok(None);
    };
    let place = |check: &Check| dossier.places.locate(&check.path).as_ref().map(Place::from);
    let needed = result.checks.iter().enumerate();
    let needed = needed.filter(|(_, check)| !result.status.counts() && check.falls_short());
    Ok(Some(InDossier {
        path: report.path.clone(),
        reference_date: report.reference_date.clone(),
        provider: report.provider.name.clone(),
        class: class.id.clone(),
        applied_for: first.is_some(),
        places: result.checks.iter().map(place).collect(),
        needed: needed
            .map(|(number, check)| Needed {
                check: number,
                may_be_settled: check.may_be_settled(result.judgement),
            })
            .collect(),
        result: result.clone(),
    }))
}
