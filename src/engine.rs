//! The Rego engine: this file and its folder are all that knows Regorus.
//!
//! One engine holds the pack's rules and data and is prepared once; clones are cheap and evaluate
//! dossier after dossier. All packages asked for are evaluated by one query, so that shared helpers
//! are computed once; where a rule raises, the packages are halved until it is alone in its own, and
//! only there the clauses are asked one by one, which computes the helpers anew for each.
//! The interpreter is used, never the RVM or `CompiledPolicy`, which give other results.

mod ask;
mod complaint;
pub mod coverage;
mod load;
mod profile;
mod spell;
mod syntax;
mod value;

use regorus::LimitError;
use regorus::utils::limits::ExecutionTimerConfig;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use crate::outcome::Outcome;
use crate::pack::Clause;
use complaint::Complaint;
use value::{json, member, outcome};

pub use ask::{Asked, Raised};
pub use load::{builtin_arguments, is_forbidden, parse};

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

/// What a rule that is no clause gave: its value, nothing where it is undefined, or what it raised.
pub type RuleValue = Result<Option<Value>, String>;

impl Engine {
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
        Ok(self.evaluate_with(evidence, clauses, None)?.0)
    }

    /// The same, and the value of one more rule, by its path below `data`, from the same query.
    ///
    /// # Errors
    /// The time limit.
    pub fn evaluate_with(
        &mut self,
        evidence: &Value,
        clauses: &[&Clause],
        rule: Option<&str>,
    ) -> Result<(Vec<Outcome>, Option<RuleValue>), EngineError> {
        let deadline = Instant::now() + self.limit;
        self.set_input(evidence);
        let mut packages: Vec<&str> = clauses
            .iter()
            .map(|clause| clause.package.as_str())
            .chain(rule)
            .collect();
        packages.sort_unstable();
        packages.dedup();
        let mut values = BTreeMap::new();
        self.collect(&packages, deadline, &mut values)?;
        let outcomes = clauses
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
            .collect::<Result<_, _>>()?;
        let value = match rule {
            None => None,
            // Asked for by its own path: of its package, nothing else needs to be computed.
            Some(path) => Some(match values.get(path) {
                Some(value) => Ok(Some(json(value))),
                None => self.rule_alone(path, deadline)?,
            }),
        };
        Ok((outcomes, value))
    }

    /// Sets the input for what is asked next.
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
        let path = format!("{}.{}", clause.package, clause.rule);
        Ok(match self.rule_alone(&path, deadline)? {
            Ok(Some(value)) => outcome(clause, value),
            Ok(None) => Outcome::undefined(),
            Err(complaint) => Outcome::error(complaint),
        })
    }

    /// The value of one rule, by a query of its own.
    fn rule_alone(&mut self, path: &str, deadline: Instant) -> Result<RuleValue, EngineError> {
        self.bound(deadline)?;
        match self.inner.eval_rule(format!("data.{path}")) {
            Ok(regorus::Value::Undefined) => Ok(Ok(None)),
            Ok(value) => Ok(Ok(Some(json(&value)))),
            Err(error) => {
                self.stop_if_timed_out(&error)?;
                Ok(Err(Complaint::read(&format!("{error:#}")).to_string()))
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

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_query_for_many_packages_has_short_lines() {
        let query = query(&["ciieval.assurance.project_management.change_management"; 400]);
        assert!(query.lines().all(|line| line.len() < 100));
    }
}
