//! The `JUnit` format of test results: one suite for each file, one case for each test.

use std::io;

use super::model::{Failure, FailureKind, TestReport, TestResult, TestStatus};
use super::text::details;
use crate::junit::{self, Case, Ending, Suite, Trouble};
use crate::report::text::safe::safe;

/// The report as XML.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &TestReport) -> io::Result<String> {
    let suites: Vec<Suite> = report
        .tests
        .chunk_by(|one, next| one.file == next.file)
        .enumerate()
        .filter_map(|(id, tests)| suite(id, tests))
        .collect();
    Ok(junit::head()? + &junit::body(&suites)? + &junit::foot())
}

fn suite(id: usize, tests: &[TestResult]) -> Option<Suite> {
    let first = tests.first()?;
    let printed = tests.iter().flat_map(|test| &test.printed);
    let printed: Vec<String> = printed.map(|line| safe(line)).collect();
    Some(Suite {
        id: Some(id),
        package: first.package.clone(),
        name: first.file.clone(),
        cases: tests.iter().map(case).collect(),
        out: printed.join("\n"),
        ..Suite::default()
    })
}

fn case(test: &TestResult) -> Case {
    Case {
        class: test.package.clone(),
        name: test.name.clone(),
        ending: match (test.status, &test.failure) {
            (TestStatus::Skipped, _) => Ending::Skipped(None),
            (_, Some(failure)) => ending(test, failure),
            (_, None) => Ending::Passed,
        },
    }
}

fn ending(test: &TestResult, failure: &Failure) -> Ending {
    let message = format!("{}:{}: {}", test.file, test.line, failure.message);
    let trouble = |kind| Trouble {
        kind,
        lines: std::iter::once(message.clone())
            .chain(details(failure))
            .collect(),
        message: message.clone(),
    };
    match failure.kind {
        FailureKind::NotTrue => Ending::Failure(trouble("not_true")),
        FailureKind::Raised => Ending::Error(trouble("raised")),
    }
}
