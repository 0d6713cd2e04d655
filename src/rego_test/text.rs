//! The text format: what failed and why, then counts, then what is not covered.

use std::fmt::Write as _;

use super::model::{Coverage, Failure, TestReport, TestResult, TestStatus, Unmet};
use crate::report::text::safe::safe;

/// The report as text; `verbose` lists tests that passed too, and files that are covered.
#[must_use]
pub fn render(report: &TestReport, verbose: bool) -> String {
    let mut text = String::new();
    for test in &report.tests {
        if verbose || test.status != TestStatus::Passed {
            one(&mut text, test);
        }
    }
    let summary = report.summary;
    let _ = write!(text, "{} passed, {} failed", summary.passed, summary.failed);
    if summary.skipped > 0 {
        let _ = write!(text, ", {} skipped", summary.skipped);
    }
    text.push('\n');
    for file in &report.files_without_tests {
        line(&mut text, 0, &format!("note: {file} has no tests"));
    }
    if let Some(coverage) = &report.coverage {
        covered(&mut text, coverage, verbose);
    }
    text
}

fn one(text: &mut String, result: &TestResult) {
    let TestResult {
        file,
        line: number,
        status,
        failure,
        ..
    } = result;
    let said = match (status, failure) {
        (TestStatus::Passed, _) => "passed",
        (TestStatus::Skipped, _) => "is skipped",
        (TestStatus::Failed, failure) => failure.as_ref().map_or("failed", |it| &it.message),
    };
    line(
        text,
        0,
        &format!("{file}:{number}: {} {said}", result.rule()),
    );
    for unmet in failure.iter().flat_map(|failure| &failure.at) {
        line(text, 1, &place(unmet));
        for value in values(unmet) {
            line(text, 2, &value);
        }
    }
    for printed in &result.printed {
        line(text, 1, &format!("printed {printed}"));
    }
}

/// The failure in lines without indentation, for formats that have it as one text.
pub(super) fn details(failure: &Failure) -> Vec<String> {
    let places = failure.at.iter().flat_map(|unmet| {
        let values = values(unmet).into_iter().map(|value| format!("  {value}"));
        std::iter::once(place(unmet))
            .chain(values)
            .collect::<Vec<_>>()
    });
    places.collect()
}

fn place(unmet: &Unmet) -> String {
    format!(
        "{}:{}: {}",
        unmet.file,
        unmet.line,
        on_one_line(&unmet.source)
    )
}

fn values(unmet: &Unmet) -> Vec<String> {
    let values = unmet.values.iter().map(|part| {
        let value = part.value.as_deref().unwrap_or("undefined");
        format!("{} is {value}", on_one_line(&part.expression))
    });
    values.collect()
}

/// A source text of several lines by its first.
fn on_one_line(source: &str) -> String {
    match source.split_once('\n') {
        Some((first, _)) => format!("{} …", first.trim_end()),
        None => source.to_owned(),
    }
}

fn covered(text: &mut String, coverage: &Coverage, verbose: bool) {
    let (lines, clauses) = (&coverage.lines, &coverage.clauses);
    let whole = format!(
        "coverage: {} of {} lines ({} %), {} of {} clause rules",
        lines.covered, lines.total, lines.percent, clauses.covered, clauses.total
    );
    line(text, 0, &whole);
    for file in coverage.files.iter().filter(|_| verbose) {
        let of = &file.lines;
        let share = format!(
            "{}: {} of {} lines ({} %)",
            file.file, of.covered, of.total, of.percent
        );
        line(text, 1, &share);
    }
    for file in &coverage.files {
        for range in &file.not_covered {
            line(text, 0, &format!("not covered: {}:{range}", file.file));
        }
    }
    for it in &coverage.clauses_not_covered {
        let place = format!(
            "not covered: {}:{}: no test evaluates `{}`, the rule of clause {}",
            it.file, it.line, it.rule, it.clause
        );
        line(text, 0, &place);
    }
    if let Some(threshold) = coverage.threshold.filter(|_| !coverage.met) {
        let missed = format!(
            "coverage is too low: {} % of lines, and {threshold} % are required",
            lines.percent
        );
        line(text, 0, &missed);
    }
}

fn line(text: &mut String, depth: usize, said: &str) {
    let _ = writeln!(text, "{}{}", "    ".repeat(depth), safe(said));
}
