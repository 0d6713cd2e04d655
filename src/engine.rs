//! The Rego engine: the only file that knows Regorus.
//!
//! One engine holds the pack's rules and data and is prepared once; clones are cheap and evaluate
//! dossier after dossier. All clauses asked for are evaluated by one query, so that shared helpers
//! are computed once; where a rule raises, the clauses are asked one by one to isolate it.
//! The interpreter is used, never the RVM or `CompiledPolicy`, which give other results.

use regorus::LimitError;
use regorus::utils::limits::ExecutionTimerConfig;
use serde_json::Value;
use std::num::NonZeroU32;
use std::time::Duration;

use crate::outcome::{Outcome, Status};
use crate::pack::source::SourceFile;
use crate::pack::{Clause, Pack, PackError};

/// A prepared engine.
#[derive(Clone)]
pub struct Engine {
    inner: regorus::Engine,
    limit: Duration,
}

/// Why a dossier could not be evaluated at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The time limit was hit.
    #[error(
        "evaluation took longer than {0:?} and was stopped: a rule may loop, or raise `--timeout`"
    )]
    TimedOut(Duration),
    /// The evidence could not be handed over.
    #[error("the evidence could not be handed to the rules: {0}")]
    Input(String),
}

/// Builtins that read the clock, the network or chance: calling one fails, because the same dossier
/// must give the same result.
const FORBIDDEN: [(&str, u8); 4] = [
    ("time.now_ns", 0),
    ("rand.intn", 2),
    ("http.send", 1),
    ("opa.runtime", 0),
];

impl Engine {
    /// An engine with the pack's rules, evaluating each dossier within `limit`.
    ///
    /// # Errors
    /// Every Rego file that does not parse.
    pub fn new(pack: &Pack, limit: Duration) -> Result<Self, Vec<PackError>> {
        Self::with_modules(pack, &[], limit)
    }

    /// The same with further modules, such as tests.
    ///
    /// # Errors
    /// Every Rego file that does not parse.
    pub fn with_modules(
        pack: &Pack,
        more: &[SourceFile],
        limit: Duration,
    ) -> Result<Self, Vec<PackError>> {
        let mut inner = regorus::Engine::new();
        let mut problems = Vec::new();
        for (name, arguments) in FORBIDDEN {
            let fail = move |_: Vec<regorus::Value>| {
                Err::<regorus::Value, _>(
                    std::io::Error::other(format!(
                        "`{name}` is not available: results depend on the dossier alone"
                    ))
                    .into(),
                )
            };
            let _ = inner.add_extension(name.to_owned(), arguments, Box::new(fail));
        }
        for module in pack.modules.iter().chain(more) {
            if let Err(error) = inner.add_policy(module.path.clone(), module.text.clone()) {
                problems.push(PackError::new(&module.path, &tidy(&format!("{error:#}"))));
            }
        }
        if let Err(error) = inner.add_data(regorus::Value::from(pack.data.clone())) {
            problems.push(PackError::new("data", &format!("{error:#}")));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if let Some(check_interval) = NonZeroU32::new(64) {
            inner.set_execution_timer_config(ExecutionTimerConfig {
                limit,
                check_interval,
            });
        }
        Ok(Self { inner, limit })
    }

    /// Evaluates the clauses against the evidence, in their order.
    ///
    /// # Errors
    /// The time limit, or evidence the engine does not take. A rule that raises is no error here: its
    /// clause has the status `error`.
    pub fn evaluate(
        &mut self,
        evidence: &Value,
        clauses: &[&Clause],
    ) -> Result<Vec<Outcome>, EngineError> {
        self.inner.set_input(regorus::Value::from(evidence.clone()));
        let mut packages: Vec<&str> = clauses
            .iter()
            .map(|clause| clause.package.as_str())
            .collect();
        packages.sort_unstable();
        packages.dedup();
        match self.query_packages(&packages) {
            Ok(values) => Ok(clauses
                .iter()
                .map(|clause| {
                    let package = packages
                        .iter()
                        .position(|package| *package == clause.package);
                    let value = package
                        .and_then(|at| values.get(at))
                        .and_then(|found| found.get(&clause.rule));
                    value.map_or_else(Outcome::undefined, |value| outcome(clause, value))
                })
                .collect()),
            Err(error) => {
                self.stop_if_timed_out(&error)?;
                clauses
                    .iter()
                    .map(|clause| self.evaluate_alone(clause))
                    .collect()
            }
        }
    }

    /// The value of one rule, by its path below `data`; `None` where it is undefined.
    ///
    /// # Errors
    /// What the engine says about a rule that raises or does not exist.
    pub fn rule(&mut self, path: &str) -> Result<Option<Value>, String> {
        match self.inner.eval_rule(format!("data.{path}")) {
            Ok(regorus::Value::Undefined) => Ok(None),
            Ok(value) => Ok(Some(json(&value))),
            Err(error) => Err(tidy(&format!("{error:#}"))),
        }
    }

    /// Sets the input for `rule`.
    pub fn set_input(&mut self, input: &Value) {
        self.inner.set_input(regorus::Value::from(input.clone()));
    }

    fn query_packages(&mut self, packages: &[&str]) -> Result<Vec<Value>, Failure> {
        let query: Vec<String> = packages
            .iter()
            .map(|package| format!("data.{package}"))
            .collect();
        let results = self.inner.eval_query(query.join("; "), false)?;
        Ok(results
            .result
            .first()
            .map(|result| {
                result
                    .expressions
                    .iter()
                    .map(|expression| json(&expression.value))
                    .collect()
            })
            .unwrap_or_default())
    }

    fn evaluate_alone(&mut self, clause: &Clause) -> Result<Outcome, EngineError> {
        match self
            .inner
            .eval_rule(format!("data.{}.{}", clause.package, clause.rule))
        {
            Ok(regorus::Value::Undefined) => Ok(Outcome::undefined()),
            Ok(value) => Ok(outcome(clause, &json(&value))),
            Err(error) => {
                self.stop_if_timed_out(&error)?;
                Ok(Outcome::error(tidy(&format!("{error:#}"))))
            }
        }
    }

    fn stop_if_timed_out(&self, error: &Failure) -> Result<(), EngineError> {
        match error.downcast_ref::<LimitError>() {
            Some(_) => Err(EngineError::TimedOut(self.limit)),
            None => Ok(()),
        }
    }
}

type Failure = anyhow::Error;

fn json(value: &regorus::Value) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A rule's value as an outcome; a value of another shape is an error of the rule.
fn outcome(clause: &Clause, value: &Value) -> Outcome {
    match serde_json::from_value::<Outcome>(value.clone()) {
        Ok(outcome) if outcome.status != Status::Error => outcome,
        Ok(_) => {
            Outcome::error("the rule gave the status `error`, which only the host sets".to_owned())
        }
        Err(error) => Outcome::error(format!(
            "rule `{}.{}` gave no outcome with `status` and `checks`: {error}",
            clause.package, clause.rule
        )),
    }
}

/// The engine's message without its picture of the source.
fn tidy(message: &str) -> String {
    let lines = message
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('|'));
    lines.collect::<Vec<_>>().join(" ")
}
