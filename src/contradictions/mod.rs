//! Contradictions inside a dossier that no single clause sees: a file for each kind. They decide nothing by
//! themselves; a scheme can make them errors. `docs/trust.md` says what is compared and where the boundaries
//! are.

mod certificate_holder;
mod certificate_number;
pub(crate) mod facts;
mod full_time;
mod not_employed;
mod project_dates;
mod same_person;

use serde_json::Value;

use crate::observation::Observation;

/// All contradictions in evidence that meets the schema, kind by kind, each in the order of the dossier.
#[must_use]
pub fn find(evidence: &Value) -> Vec<Observation> {
    let kinds = [
        same_person::find,
        full_time::find,
        certificate_holder::find,
        certificate_number::find,
        project_dates::find,
        not_employed::find,
    ];
    kinds.iter().flat_map(|find| find(evidence)).collect()
}
