//! The rules' clauses against the totals that the standard prints.

use crate::dossier::DataPath;
use crate::pack::consistency::error;
use crate::pack::manifest::Totals;
use crate::pack::{Pack, PackError};

/// What came of the comparison.
#[derive(Default)]
pub(super) struct Compared {
    /// Differences that nothing explains, and explanations of none.
    pub problems: Vec<PackError>,
    /// Differences that the annotation of a clause explains.
    pub notes: Vec<PackError>,
}

pub(super) fn compare(pack: &Pack) -> Compared {
    let mut compared = Compared::default();
    for (file, manifest) in &pack.manifests {
        for (group, totals) in &manifest.printed_totals {
            let at = DataPath::default().key("printed_totals").key(group);
            let (clauses, mandatory) = counted(pack, &totals.clause);
            let differs = (clauses, mandatory) != (totals.clauses, totals.mandatory);
            let difference = format!(
                "`{group}` prints {} clauses and {} mandatory ones, the rules decide {clauses} and {mandatory}",
                totals.clauses, totals.mandatory
            );
            match (differs, &totals.explained_by, explanation(pack, totals)) {
                (false, None, _) => {}
                (true, Some(id), Some(place)) => {
                    let message =
                        format!("{difference}: explained under `differs` of clause {id} ({place})");
                    compared.notes.push(error(file, &at, &message));
                }
                (true, Some(id), None) => {
                    let message =
                        format!("{difference}; clause {id} has no `differs` that explains it");
                    compared.problems.push(error(file, &at, &message));
                }
                (true, None, _) => {
                    let message =
                        format!("{difference}: `explained_by` names the clause that says why");
                    compared.problems.push(error(file, &at, &message));
                }
                (false, Some(_), _) => {
                    let message = format!(
                        "`{group}` has `explained_by`, and the rules have the totals it prints"
                    );
                    compared.problems.push(error(file, &at, &message));
                }
            }
        }
    }
    compared
}

/// Clauses and mandatory clauses below a number of the standard.
fn counted(pack: &Pack, number: &str) -> (usize, usize) {
    let clauses = pack.catalogue.clauses.values().filter(|clause| {
        let rest = clause.id.as_str().strip_prefix(number);
        rest.is_some_and(|rest| rest.starts_with('.'))
    });
    clauses.fold((0, 0), |(all, mandatory), clause| {
        (all + 1, mandatory + usize::from(clause.mandatory))
    })
}

/// Where the clause stands that explains the difference.
fn explanation(pack: &Pack, totals: &Totals) -> Option<String> {
    let id = totals.explained_by.as_ref()?;
    let mut clauses = pack.catalogue.clauses.values();
    let clause = clauses.find(|clause| clause.id.as_str() == id && clause.differs.is_some())?;
    Some(format!("{}:{}", clause.file, clause.line))
}
