//! Lines: their length, and white space as `opa fmt` writes it.

use crate::pack::PackError;
use crate::pack::source::SourceFile;

/// Longest line Regorus takes.
const LONGEST_LINE: usize = 1024;

pub(super) fn problems(file: &SourceFile) -> Vec<PackError> {
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            let problem = if line.chars().count() > LONGEST_LINE {
                format!("line is longer than {LONGEST_LINE} columns, which Regorus does not read")
            } else if line.ends_with([' ', '\t']) {
                "line ends with white space".to_owned()
            } else if line.starts_with("  ") {
                "indent with tabs, as `opa fmt` does".to_owned()
            } else {
                return None;
            };
            Some(PackError::new(&file.path, &problem).at(index + 1))
        })
        .collect()
}
