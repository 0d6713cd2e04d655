//! Running the Rego tests beside rules, as OPA does: every rule named `test_…` must give true. Says
//! which statement of a failed test is not met, and which lines and clauses no test evaluates.

mod coverage;
mod explain;
mod find;
pub mod junit;
pub mod model;
mod percent;
mod probe;
mod run;
pub mod text;

use std::time::Duration;

use crate::engine::{Asked, Engine};
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError};
use crate::report::model::{PackReport, Tool};
use explain::{raised, unmet};
use find::Test;
use model::{Failure, FailureKind, SCHEMA, Summary, TestReport, TestResult, TestStatus};
pub use percent::Percent;

/// The published JSON Schema of the JSON format.
pub const JSON_SCHEMA: &str = include_str!("../../schemas/test.schema.json");

/// How tests are run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The longest a test may take.
    pub limit: Duration,
    /// Only tests whose path, with or without `data.`, matches.
    pub run: Option<regex::Regex>,
    /// Whether to say what the tests evaluate.
    pub coverage: bool,
    /// The least share of lines that the tests are to evaluate.
    pub threshold: Option<Percent>,
}

/// Runs the tests of the packs, in the order of files and lines.
///
/// # Errors
/// Every Rego file that does not parse, and a pack in which no test is found.
pub fn run(pack: &Pack, options: &Options) -> Result<TestReport, Vec<PackError>> {
    let files: Vec<&SourceFile> = pack.files().collect();
    let (mut engine, program) = Engine::with_files(&files, &pack.data, options.limit)?;
    let all = find::tests(&program);
    if !all.iter().any(|test| pack.is_on_top(&test.file)) {
        return Err(vec![no_tests(pack)]);
    }
    let tests: Vec<&Test> = all
        .iter()
        .filter(|test| options.chooses(&test.path().join(".")))
        .collect();
    engine.set_input(&serde_json::json!({}));
    let wanted = options.coverage || options.threshold.is_some();
    if wanted {
        engine.note_coverage();
    }
    let asked: Vec<&Test> = tests.iter().copied().filter(|test| !test.waits()).collect();
    let (answers, covered) = run::run(&engine, &asked);
    let mut answers = answers.into_iter();
    let answered = tests.iter().map(|test| {
        let answer = if test.waits() { None } else { answers.next() };
        (*test, answer)
    });
    let tests = results(pack, &program, answered.collect(), options.limit);
    let coverage = wanted.then(|| coverage::coverage(pack, &program, &covered, options.threshold));
    Ok(TestReport {
        schema: SCHEMA,
        tool: Tool::this(),
        packs: pack.identities.iter().map(PackReport::from).collect(),
        summary: summary(&tests),
        tests,
        files_without_tests: find::files_without_tests(&program, &pack.tests),
        coverage,
    })
}

impl Options {
    fn chooses(&self, path: &str) -> bool {
        self.run.as_ref().is_none_or(|pattern| {
            pattern.is_match(path) || pattern.is_match(&format!("data.{path}"))
        })
    }
}

fn no_tests(pack: &Pack) -> PackError {
    let prefix = pack.identities.last().map(|top| top.prefix.as_str());
    PackError::new(
        prefix.unwrap_or_default(),
        "has no tests: write rules named `test_…` in files named `…_test.rego`",
    )
}

/// The results of the tests with what they answered; of those that wait nothing was asked.
fn results(
    pack: &Pack,
    program: &crate::rego::Program,
    answered: Vec<(&Test, Option<Asked>)>,
    limit: Duration,
) -> Vec<TestResult> {
    let failed: Vec<(usize, &Test)> = answered
        .iter()
        .enumerate()
        .filter(|(_, (_, asked))| {
            let answer = asked.as_ref().map(|asked| &asked.answer);
            matches!(answer, Some(Ok(value)) if *value != Some(true.into()))
        })
        .map(|(number, (test, _))| (number, *test))
        .collect();
    let mut unmet = unmet(pack, program, &failed, limit);
    let results = answered.into_iter().enumerate();
    results
        .map(|(number, (test, asked))| {
            let failure = asked.as_ref().and_then(|asked| match &asked.answer {
                Ok(Some(serde_json::Value::Bool(true))) => None,
                Ok(value) => Some(Failure {
                    kind: FailureKind::NotTrue,
                    message: match value {
                        Some(value) => format!("gave {value}, not true"),
                        None => "is not true".to_owned(),
                    },
                    at: unmet.remove(&number).unwrap_or_default(),
                }),
                Err(error) => Some(Failure {
                    kind: FailureKind::Raised,
                    message: error.to_string(),
                    at: raised(pack, error),
                }),
            });
            TestResult {
                package: test.package.join("."),
                name: test.name.clone(),
                file: test.file.clone(),
                line: test.line,
                status: match (&asked, &failure) {
                    (None, _) => TestStatus::Skipped,
                    (_, None) => TestStatus::Passed,
                    (_, Some(_)) => TestStatus::Failed,
                },
                failure,
                printed: asked.map(|asked| asked.printed).unwrap_or_default(),
            }
        })
        .collect()
}

fn summary(tests: &[TestResult]) -> Summary {
    let count = |status| tests.iter().filter(|test| test.status == status).count();
    Summary {
        passed: count(TestStatus::Passed),
        failed: count(TestStatus::Failed),
        skipped: count(TestStatus::Skipped),
    }
}
