//! From the lines that tests evaluated to what of the pack they cover.

use std::collections::BTreeSet;

use super::model::{ClausePlace, Coverage, FileCoverage, LineRange, Share};
use super::percent::Percent;
use crate::engine::coverage::{Lines, lines_of_module, lines_of_rule};
use crate::pack::{Clause, Pack};
use crate::rego::Program;

/// What the lines are of the pack that lies on top: its rules, and the clauses that they decide.
pub(super) fn coverage(
    pack: &Pack,
    program: &Program,
    covered: &Lines,
    threshold: Option<Percent>,
) -> Coverage {
    let nothing = BTreeSet::new();
    let tested = |file: &str| pack.is_on_top(file);
    let modules = program.modules().iter().filter(|module| {
        tested(&module.file) && pack.modules.iter().any(|file| file.path == module.file)
    });
    let files: Vec<FileCoverage> = modules
        .map(|module| {
            let lines = lines_of_module(module);
            let evaluated = covered.get(&module.file).unwrap_or(&nothing);
            let reached = lines.intersection(evaluated).count();
            FileCoverage {
                file: module.file.clone(),
                lines: Share::new(reached, lines.len()),
                not_covered: ranges(&lines, evaluated),
            }
        })
        .collect();
    let clauses: Vec<_> = pack
        .catalogue
        .clauses
        .values()
        .filter(|clause| tested(&clause.file))
        .collect();
    let is_evaluated = |clause: &Clause| {
        let path: Vec<String> = clause
            .package
            .split('.')
            .chain([clause.rule.as_str()])
            .map(str::to_owned)
            .collect();
        program.definitions(&path).any(|definition| {
            let evaluated = covered.get(&definition.module.file).unwrap_or(&nothing);
            !lines_of_rule(definition.rule).is_disjoint(evaluated)
        })
    };
    let clauses_not_covered: Vec<ClausePlace> = clauses
        .iter()
        .filter(|clause| !is_evaluated(clause))
        .map(|clause| ClausePlace {
            clause: clause.id.to_string(),
            rule: format!("{}.{}", clause.package, clause.rule),
            file: clause.file.clone(),
            line: clause.line,
        })
        .collect();
    let lines = files.iter().fold((0, 0), |(reached, all), file| {
        (reached + file.lines.covered, all + file.lines.total)
    });
    let lines = Share::new(lines.0, lines.1);
    Coverage {
        threshold,
        met: threshold.is_none_or(|threshold| lines.percent >= threshold),
        lines,
        clauses: Share::new(clauses.len() - clauses_not_covered.len(), clauses.len()),
        clauses_not_covered,
        files,
    }
}

/// The lines that were not evaluated; those next to each other but for lines that cannot be, together.
fn ranges(lines: &BTreeSet<usize>, evaluated: &BTreeSet<usize>) -> Vec<LineRange> {
    let mut ranges: Vec<LineRange> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let missed = !evaluated.contains(line);
        match ranges.last_mut() {
            Some(range) if missed && goes_on => range.until = *line,
            _ if missed => ranges.push(LineRange {
                from: *line,
                until: *line,
            }),
            _ => {}
        }
        goes_on = missed;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn lines_that_cannot_be_evaluated_do_not_part_a_range() {
        let shown = |lines: &[usize], evaluated: &[usize]| -> Vec<String> {
            let ranges = ranges(
                &lines.iter().copied().collect(),
                &evaluated.iter().copied().collect(),
            );
            ranges.iter().map(ToString::to_string).collect()
        };
        assert_eq!(shown(&[1, 2, 5, 6, 9], &[2]), ["1", "5-9"]);
        assert_eq!(shown(&[1, 2, 5], &[1, 2, 5]), [""; 0]);
        assert_eq!(shown(&[3], &[]), ["3"]);
    }
}
