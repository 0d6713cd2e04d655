//! Areas and clauses: ids are well formed, every area has its package and rules, and every clause lies
//! in an area.

use std::collections::BTreeMap;

use super::Linted;
use crate::pack::consistency::{error, place};
use crate::pack::manifest::Area;
use crate::pack::{Clause, PackError};

pub(super) fn problems(linted: Linted<'_>) -> Vec<PackError> {
    let mut problems = Vec::new();
    let mut areas: BTreeMap<&str, &Area> = BTreeMap::new();
    for (file, manifest) in &linted.pack.manifests {
        for (index, term) in manifest.terms.iter().enumerate() {
            let at = place("terms", index).key("areas");
            for (index, area) in term.areas.iter().enumerate() {
                let mut say = |message: &str| problems.push(error(file, &at.index(index), message));
                if areas.insert(&area.clause, area).is_some() {
                    say(&format!("area {} is listed twice", area.clause));
                }
                let package: Vec<String> = area.package.split('.').map(str::to_owned).collect();
                if !linted.program.has_package(&package) {
                    say(&format!(
                        "area {} is decided by package `{}`, which no file declares",
                        area.clause, area.package
                    ));
                } else if linted
                    .pack
                    .catalogue
                    .clauses_of_area(&area.clause)
                    .next()
                    .is_none()
                {
                    say(&format!(
                        "area {} has no clause rules where the manifest lists {}",
                        area.clause, area.clauses
                    ));
                }
            }
        }
    }
    for clause in linted.pack.catalogue.clauses.values() {
        if let Some(message) = wrong_place(clause, &areas) {
            problems.push(PackError::new(&clause.file, &message).at(clause.line));
        }
    }
    problems
}

/// What is wrong with the id of a clause or the package of its rule.
fn wrong_place(clause: &Clause, areas: &BTreeMap<&str, &Area>) -> Option<String> {
    let id = clause.id.as_str();
    if !is_well_formed(id) {
        return Some(format!(
            "`{id}` is no clause id: write the number of its area, a dot and a letter, as `8.1.d`"
        ));
    }
    let area = id.rsplit_once('.').map_or("", |(area, _)| area);
    let Some(area) = areas.get(area) else {
        return Some(format!(
            "clause {id} lies in area {area}, which no term has: it is never evaluated"
        ));
    };
    // A pack that replaces a clause of another does so in a package of its own.
    (!clause.replaces && clause.package != area.package).then(|| {
        format!(
            "clause {id} is decided in package `{}`, and its area by `{}`",
            clause.package, area.package
        )
    })
}

/// Numbers or words parted by dots, and letters at the end.
fn is_well_formed(id: &str) -> bool {
    let Some((area, letters)) = id.rsplit_once('.') else {
        return false;
    };
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    area.split('.').all(is_part)
        && !letters.is_empty()
        && letters.chars().all(|c| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn an_id_is_the_number_of_an_area_and_a_letter() {
        for id in ["8.1.d", "9.1.1.b", "1.a", "R.2.aa"] {
            assert!(is_well_formed(id), "{id}");
        }
        for id in [
            "", "8.1", "8.1.", ".a", "8..a", "8.1.D", "8.1.4", "8 .1.d", "８.1.d",
        ] {
            assert!(!is_well_formed(id), "{id}");
        }
    }
}
