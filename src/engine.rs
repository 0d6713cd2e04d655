//! The Rego engine: the only file that knows Regorus.
//!
//! One engine holds the pack's rules and data and is prepared once; clones are cheap and evaluate
//! dossier after dossier. All packages asked for are evaluated by one query, so that shared helpers
//! are computed once; where a rule raises, the packages are halved until it is alone in its own, and
//! only there the clauses are asked one by one, which computes the helpers anew for each.
//! The interpreter is used, never the RVM or `CompiledPolicy`, which give other results.

mod complaint;
mod profile;

use regorus::LimitError;
use regorus::utils::limits::ExecutionTimerConfig;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use crate::outcome::{Outcome, Status};
use crate::pack::source::SourceFile;
use crate::pack::{Clause, Pack, PackError};
use complaint::Complaint;

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
        "evaluation took longer than {0:?} and was stopped: raise `--timeout`, or look for a rule that loops"
    )]
    TimedOut(Duration),
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
                problems.push(pack_error(&module.path, &error));
            }
        }
        if let Err(error) = inner.add_data(regorus::Value::from(pack.data.clone())) {
            problems.push(pack_error("data", &error));
        }
        if problems.is_empty() {
            // Prepares the rules, which finds what the parser lets through, such as unsafe variables.
            problems.extend(
                inner
                    .eval_query("true".to_owned(), false)
                    .err()
                    .map(|error| pack_error("rules", &error)),
            );
        }
        if problems.is_empty() {
            Ok(Self { inner, limit })
        } else {
            Err(problems)
        }
    }

    /// Evaluates the clauses against the evidence, in their order.
    ///
    /// # Errors
    /// The time limit. A rule that raises is no error here: its
    /// clause has the status `error`.
    pub fn evaluate(
        &mut self,
        evidence: &Value,
        clauses: &[&Clause],
    ) -> Result<Vec<Outcome>, EngineError> {
        let deadline = Instant::now() + self.limit;
        self.set_input(evidence);
        let mut packages: Vec<&str> = clauses
            .iter()
            .map(|clause| clause.package.as_str())
            .collect();
        packages.sort_unstable();
        packages.dedup();
        let mut values = BTreeMap::new();
        self.collect(&packages, deadline, &mut values)?;
        clauses
            .iter()
            .map(|clause| {
                match values
                    .get(clause.package.as_str())
                    .map(|package| member(package, &clause.rule))
                {
                    Some(Some(value)) => Ok(outcome(clause, json(value))),
                    Some(None) => Ok(Outcome::undefined()),
                    None => self.evaluate_alone(clause, deadline),
                }
            })
            .collect()
    }

    /// The value of one rule, by its path below `data`; `None` where it is undefined.
    ///
    /// # Errors
    /// What the engine says about a rule that raises or does not exist.
    pub fn rule(&mut self, path: &str) -> Result<Option<Value>, String> {
        self.set_timer(self.limit);
        match self.inner.eval_rule(format!("data.{path}")) {
            Ok(regorus::Value::Undefined) => Ok(None),
            Ok(value) => Ok(Some(json(&value))),
            Err(error) => Err(Complaint::read(&format!("{error:#}")).to_string()),
        }
    }

    /// Sets the input for `rule`.
    pub fn set_input(&mut self, input: &Value) {
        // Straight from the borrowed value: a copy of the evidence would cost more than the conversion.
        let value = regorus::Value::deserialize(input);
        self.inner
            .set_input(value.unwrap_or_else(|_| regorus::Value::from(input.clone())));
    }

    /// The values of the packages in which nothing raises.
    fn collect<'a>(
        &mut self,
        packages: &[&'a str],
        deadline: Instant,
        values: &mut BTreeMap<&'a str, regorus::Value>,
    ) -> Result<(), EngineError> {
        self.bound(deadline)?;
        match self.inner.eval_query(query(packages), false) {
            Err(error) => self.stop_if_timed_out(&error)?,
            Ok(results) => {
                let expressions = results
                    .result
                    .into_iter()
                    .next()
                    .map(|result| result.expressions);
                // A package that does not exist leaves the whole query without a result.
                if let Some(found) = expressions.filter(|found| found.len() == packages.len()) {
                    values.extend(
                        packages
                            .iter()
                            .copied()
                            .zip(found.into_iter().map(|expression| expression.value)),
                    );
                    return Ok(());
                }
            }
        }
        if packages.len() > 1 {
            let (left, right) = packages.split_at(packages.len() / 2);
            self.collect(left, deadline, values)?;
            self.collect(right, deadline, values)?;
        }
        Ok(())
    }

    fn evaluate_alone(
        &mut self,
        clause: &Clause,
        deadline: Instant,
    ) -> Result<Outcome, EngineError> {
        self.bound(deadline)?;
        match self
            .inner
            .eval_rule(format!("data.{}.{}", clause.package, clause.rule))
        {
            Ok(regorus::Value::Undefined) => Ok(Outcome::undefined()),
            Ok(value) => Ok(outcome(clause, json(&value))),
            Err(error) => {
                self.stop_if_timed_out(&error)?;
                Ok(Outcome::error(
                    Complaint::read(&format!("{error:#}")).to_string(),
                ))
            }
        }
    }

    /// Gives the next query what is left of the time: the engine's timer starts anew with each query.
    fn bound(&mut self, deadline: Instant) -> Result<(), EngineError> {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(EngineError::TimedOut(self.limit));
        }
        self.set_timer(left);
        Ok(())
    }

    fn set_timer(&mut self, limit: Duration) {
        let check_interval = NonZeroU32::MIN.saturating_add(63);
        self.inner.set_execution_timer_config(ExecutionTimerConfig {
            limit,
            check_interval,
        });
    }

    fn stop_if_timed_out(&self, error: &Failure) -> Result<(), EngineError> {
        match error.downcast_ref::<LimitError>() {
            Some(_) => Err(EngineError::TimedOut(self.limit)),
            None => Ok(()),
        }
    }
}

type Failure = anyhow::Error;

/// One query for all packages, each on a line of its own: the engine takes lines of 1,024 columns.
fn query(packages: &[&str]) -> String {
    let packages: Vec<String> = packages
        .iter()
        .map(|package| format!("data.{package}"))
        .collect();
    packages.join(";\n")
}

fn json(value: &regorus::Value) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A rule's value as an outcome; a value of another shape, or one that its own checks contradict, is an
/// error of the rule.
fn outcome(clause: &Clause, value: Value) -> Outcome {
    match serde_json::from_value::<Outcome>(value) {
        Ok(outcome) if outcome.status.counts() && !outcome.is_borne_out() => {
            Outcome::error("the rule lets the clause count though a check is not met".to_owned())
        }
        Ok(outcome) if outcome.status != Status::Error => outcome,
        Ok(_) => {
            Outcome::error("the rule gave the status `error`, which only the host sets".to_owned())
        }
        Err(error) => Outcome::error(format!(
            "rule `{}.{}` gave no outcome: {error}",
            clause.package, clause.rule
        )),
    }
}

fn member<'a>(package: &'a regorus::Value, rule: &str) -> Option<&'a regorus::Value> {
    package.as_object().ok()?.get(&regorus::Value::from(rule))
}

fn pack_error(file: &str, error: &Failure) -> PackError {
    let complaint = Complaint::read(&format!("{error:#}"));
    match complaint.place {
        Some(place) => PackError::new(&place.file, &complaint.message).at(place.line),
        None => PackError::new(file, &complaint.message),
    }
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_query_for_many_packages_has_short_lines() {
        let query = query(&["ciieval.assurance.project_management.change_management"; 400]);
        assert!(query.lines().all(|line| line.len() < 100));
    }
}
