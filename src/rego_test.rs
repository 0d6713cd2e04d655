//! Running Rego unit tests: rules named `test_*`, as OPA does.

use std::time::Duration;

use crate::engine::Engine;
use crate::pack::source::SourceFile;
use crate::pack::{Pack, PackError, annotation};

/// The result of one test rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestResult {
    /// Path of the rule below `data`.
    pub rule: String,
    /// File that holds it.
    pub file: String,
    /// Line of the rule, from 1.
    pub line: usize,
    /// `None` where the test passed, else why it failed.
    pub failure: Option<String>,
}

/// Runs the tests of the pack, in the order of files and lines.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn run(pack: &Pack, limit: Duration) -> Result<Vec<TestResult>, Vec<PackError>> {
    let mut engine = Engine::with_modules(pack, &pack.tests, limit)?;
    engine.set_input(&serde_json::json!({}));
    Ok(pack
        .tests
        .iter()
        .flat_map(tests_of)
        .map(|(rule, file, line)| {
            let failure = match engine.rule(&rule) {
                Ok(Some(serde_json::Value::Bool(true))) => None,
                Ok(Some(value)) => Some(format!("gave {value}, not true")),
                Ok(None) => Some("is not true".to_owned()),
                Err(message) => Some(message),
            };
            TestResult {
                rule,
                file,
                line,
                failure,
            }
        })
        .collect())
}

fn tests_of(file: &SourceFile) -> Vec<(String, String, usize)> {
    let package = annotation::package(&file.text).unwrap_or_default();
    let names = file.text.lines().enumerate().filter_map(|(index, line)| {
        let end = line
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(line.len());
        let name = line.get(..end).filter(|name| name.starts_with("test_"))?;
        Some((format!("{package}.{name}"), file.path.clone(), index + 1))
    });
    names.collect()
}
