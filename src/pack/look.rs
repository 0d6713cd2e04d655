//! What is found in each file of a pack by itself: what keeps it from being read, or its annotations.

use super::catalogue::{self, Found};
use super::source::SourceFile;
use super::{PackError, limits};
use crate::beside::beside;

/// The annotations of rules, none in files of another kind, or why the file is not read.
type Looked = Result<Vec<Found>, PackError>;

/// Looks at the files, each with its path inside the pack; those that are ours are taken as they are.
pub(super) fn look_at(files: &[(String, SourceFile)], is_ours: bool) -> Vec<Looked> {
    let look = |files: &[(String, SourceFile)]| -> Vec<Looked> {
        files.iter().map(|(_, file)| one(file, is_ours)).collect()
    };
    // Halves at a time: annotations are most of what reading a pack takes.
    let (first, second) = files.split_at(files.len() / 2);
    let (first_looked, second_looked) = beside(|| look(first), || look(second));
    let mut looked = first_looked.unwrap_or_else(|_| {
        let failed = |(_, file): &(String, SourceFile)| {
            Err(PackError::new(&file.path, "could not be looked at"))
        };
        first.iter().map(failed).collect()
    });
    looked.extend(second_looked);
    looked
}

fn one(file: &SourceFile, is_ours: bool) -> Looked {
    if !is_ours && let Some(problem) = limits::objection(file) {
        return Err(problem);
    }
    if file.is_rego() && !file.is_test() {
        catalogue::annotated(file)
    } else {
        Ok(Vec::new())
    }
}
