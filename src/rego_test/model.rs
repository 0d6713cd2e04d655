//! The result of a run of tests: what the JSON format publishes and the other formats read.
//!
//! These structs are a contract, described by `schemas/test.schema.json`. There is no time and no
//! machine in them: the same pack gives the same bytes.

use serde::Serialize;

use super::percent::Percent;
use crate::report::model::{PackReport, Tool};

/// Name and version of the contract.
pub const SCHEMA: &str = "ciieval/test/v1";

/// Everything one run found out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TestReport {
    /// Name and version of the contract.
    pub schema: &'static str,
    /// The program that ran the tests.
    pub tool: Tool,
    /// All packs, in the order in which they lie over each other.
    pub packs: Vec<PackReport>,
    /// How many tests ended how.
    pub summary: Summary,
    /// The tests, by file and line.
    pub tests: Vec<TestResult>,
    /// Test files with no test that no other file reads.
    pub files_without_tests: Vec<String>,
    /// What the tests evaluated, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
}

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Tests that gave true.
    pub passed: usize,
    /// Tests that gave something else, or raised.
    pub failed: usize,
    /// Tests named `todo_test_…`, which are not run.
    pub skipped: usize,
}

/// One test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TestResult {
    /// Package of the test, as `regional.capital_test`.
    pub package: String,
    /// Name of the rule.
    pub name: String,
    /// File that holds it.
    pub file: String,
    /// Line of the rule, from 1.
    pub line: usize,
    /// How it ended.
    pub status: TestStatus,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// What `print` wrote in it, line by line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<String>,
}

/// How a test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TestStatus {
    /// It gave true.
    Passed,
    /// It gave something else, or raised.
    Failed,
    /// It is named `todo_test_…`.
    Skipped,
}

/// Why a test failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Whether it gave a value or raised.
    pub kind: FailureKind,
    /// In words.
    pub message: String,
    /// The first statement of each body that is not met, and what raised.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<Unmet>,
}

/// How a test failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// It gave another value than true, or none.
    NotTrue,
    /// It raised.
    Raised,
}

/// A line of a test that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unmet {
    /// Its file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is written there.
    pub source: String,
    /// What the parts of the statement gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Part>,
}

/// What a part of a statement gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The part, as it is written.
    pub expression: String,
    /// Its value as JSON, cut where it is long; `null` where it is undefined.
    pub value: Option<String>,
}

/// What the tests evaluated of the rules of the pack that is tested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The share of lines asked for, in per cent.
    pub threshold: Option<Percent>,
    /// Whether as many lines were evaluated; true where none were asked for.
    pub met: bool,
    /// Lines of all files.
    pub lines: Share,
    /// Clause rules.
    pub clauses: Share,
    /// Clauses whose rule no test evaluated.
    pub clauses_not_covered: Vec<ClausePlace>,
    /// The files with rules; those with tests do not count.
    pub files: Vec<FileCoverage>,
}

/// How much of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many were evaluated.
    pub covered: usize,
    /// Of how many.
    pub total: usize,
    /// The share in per cent, cut to two decimal places.
    pub percent: Percent,
}

/// Where a clause's rule is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClausePlace {
    /// Clause id.
    pub clause: String,
    /// Path of its rule below `data`.
    pub rule: String,
    /// File of the rule.
    pub file: String,
    /// Line of its annotation, from 1.
    pub line: usize,
}

/// What the tests evaluated of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileCoverage {
    /// The file.
    pub file: String,
    /// Its lines.
    pub lines: Share,
    /// Lines that no test evaluated; what lies between and cannot be evaluated is in the ranges too.
    pub not_covered: Vec<LineRange>,
}

/// Lines from a first to a last, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LineRange {
    /// The first.
    pub from: usize,
    /// The last.
    pub until: usize,
}

impl TestResult {
    /// The path of the rule below `data`.
    #[must_use]
    pub fn rule(&self) -> String {
        format!("{}.{}", self.package, self.name)
    }
}

impl TestReport {
    /// Whether every test passed and enough lines were evaluated.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.summary.failed == 0 && self.coverage.as_ref().is_none_or(|coverage| coverage.met)
    }
}

impl Share {
    /// `covered` of `total`.
    #[must_use]
    pub fn new(covered: usize, total: usize) -> Self {
        Self {
            covered,
            total,
            percent: Percent::of(covered, total),
        }
    }
}

impl std::fmt::Display for LineRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.from == self.until {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{}-{}", self.from, self.until)
        }
    }
}
