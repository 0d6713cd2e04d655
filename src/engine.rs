//! The Rego engine: this file and its folder are all that knows Regorus.
//!
//! One engine holds the pack's rules and data and is prepared once; clones are cheap and evaluate
//! dossier after dossier. All packages asked for are evaluated by one query, so that shared helpers
//! are computed once; where a rule raises, the packages are halved until it is alone in its own, and
//! only there the clauses are asked one by one, which computes the helpers anew for each.
//! The interpreter is used, never the RVM or `CompiledPolicy`, which give other results.
//!
//! Rules may come from strangers: they run on threads of their own that can be left alone (`runner`),
//! within limits on time, memory and sizes (`limits`, `guards`), without clock, network and chance
//! (`forbidden`). Only plain values, of a bounded size, leave these threads.

mod ask;
mod complaint;
pub mod coverage;
pub mod forbidden;
mod guards;
pub mod limits;
mod load;
mod profile;
mod runner;
mod spell;
mod syntax;
mod trouble;
mod value;

use regorus::utils::limits::ExecutionTimerConfig;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::outcome::Outcome;
use crate::pack::Clause;
use limits::PATIENCE;
use runner::{Lost, Runner};
use spell::Spelling;
use trouble::Trouble;
use value::{TooLarge, json, member, outcome};

pub use ask::{Asked, Raised};
pub use load::{builtin_arguments, parse};
pub use runner::expect_panics;

/// A prepared engine.
#[derive(Clone)]
pub struct Engine {
    runner: Runner,
    spelling: Arc<Spelling>,
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
    /// Rules of earlier dossiers cannot be stopped and still run.
    #[error(
        "not evaluated: rules that cannot be stopped still run for {} dossiers before it; look for a rule that takes long in a single step",
        limits::LEFT_ALONE
    )]
    Crowded,
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
        let shared = limits::in_company();
        match self.attempt(evidence, clauses, rule, false) {
            Ok(done) => return Ok(done),
            Err(Stop::Error(error)) => return Err(error),
            Err(Stop::Memory) => drop(shared),
        }
        // Others may have taken the memory. Alone, whatever takes too much is to blame.
        let _alone = limits::alone();
        self.runner.renew();
        self.attempt(evidence, clauses, rule, true)
            .map_err(|stop| match stop {
                Stop::Error(error) => error,
                Stop::Memory => EngineError::TimedOut(self.limit),
            })
    }

    fn attempt(
        &mut self,
        evidence: &Value,
        clauses: &[&Clause],
        rule: Option<&str>,
        is_alone: bool,
    ) -> Result<(Vec<Outcome>, Option<RuleValue>), Stop> {
        let deadline = Instant::now() + self.limit;
        self.set_input(evidence);
        let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for clause in clauses {
            let rules = wanted.entry(&clause.package).or_default();
            rules.push(&clause.rule);
        }
        wanted.extend(rule.map(|rule| (rule, Vec::new())));
        let wanted: Vec<(&str, Vec<&str>)> = wanted.into_iter().collect();
        let mut found = Found::default();
        self.collect(&wanted, deadline, is_alone, &mut found)?;
        let mut outcomes = Vec::with_capacity(clauses.len());
        for clause in clauses {
            let path = path(clause);
            let value = if found.evaluated.contains(&clause.package) {
                Ok(found.values.remove(&path))
            } else {
                self.rule_alone(&path, deadline, is_alone)?
            };
            outcomes.push(match value {
                Ok(Some(Ok(value))) => outcome(clause, value),
                Ok(Some(Err(large))) => Outcome::error(format!("rule `{path}` {large}")),
                Ok(None) => Outcome::undefined(),
                Err(said) => Outcome::error(said),
            });
        }
        let Some(path) = rule else {
            return Ok((outcomes, None));
        };
        let value = if found.evaluated.contains(path) {
            Ok(found.values.remove(path))
        } else {
            self.rule_alone(path, deadline, is_alone)?
        };
        let value = value.and_then(|value| {
            let large = |large| format!("rule `{path}` {large}");
            value.transpose().map_err(large)
        });
        Ok((outcomes, Some(value)))
    }

    /// Sets the input for what is asked next.
    pub fn set_input(&mut self, input: &Value) {
        // Straight from the borrowed value: a copy of the evidence would cost more than the conversion.
        let value = regorus::Value::deserialize(input);
        let value = value.unwrap_or_else(|_| regorus::Value::from(input.clone()));
        self.runner
            .change(move |engine| engine.set_input(value.clone()));
    }

    /// The values of the rules in the packages in which nothing raises; those of a path without rules as
    /// a whole.
    fn collect(
        &mut self,
        wanted: &[(&str, Vec<&str>)],
        deadline: Instant,
        is_alone: bool,
        found: &mut Found,
    ) -> Result<(), Stop> {
        let paths = wanted.iter().map(|(path, _)| self.spelling.dotted(path));
        let query = query(paths);
        let owned: Vec<(String, Vec<String>)> = wanted
            .iter()
            .map(|(path, rules)| {
                let rules = rules.iter().map(|rule| (*rule).to_owned());
                ((*path).to_owned(), rules.collect())
            })
            .collect();
        let asked = self.query(deadline, move |engine| {
            let results = engine.eval_query(query, false)?;
            let first = results.result.into_iter().next();
            let values = first.map(|result| result.expressions).unwrap_or_default();
            // A package that does not exist leaves the whole query without a result.
            Ok((values.len() == owned.len()).then(|| {
                let values = values.iter().map(|expression| &expression.value);
                Found::new(owned, values)
            }))
        })?;
        match asked {
            Ok(Some(more)) => {
                found.evaluated.extend(more.evaluated);
                found.values.extend(more.values);
                return Ok(());
            }
            Ok(None) => {}
            Err(trouble) => trouble.stop(is_alone)?,
        }
        if wanted.len() > 1 {
            let (left, right) = wanted.split_at(wanted.len() / 2);
            self.collect(left, deadline, is_alone, found)?;
            self.collect(right, deadline, is_alone, found)?;
        }
        Ok(())
    }

    /// The value of one rule, by a query of its own, or what is said about it.
    fn rule_alone(
        &mut self,
        path: &str,
        deadline: Instant,
        is_alone: bool,
    ) -> Result<Result<Option<Given>, String>, Stop> {
        let rule = format!("data.{}", self.spelling.dotted(path));
        let asked = self.query(deadline, move |engine| {
            Ok(match engine.eval_rule(rule)? {
                regorus::Value::Undefined => None,
                value => Some(json(&value)),
            })
        })?;
        Ok(match asked {
            Ok(value) => Ok(value),
            Err(trouble) => {
                trouble.stop(is_alone)?;
                Err(trouble.to_string())
            }
        })
    }

    /// Asks the engine within what is left of the time: its own timer starts anew with each query.
    fn query<T: Send + 'static>(
        &mut self,
        deadline: Instant,
        ask: impl FnOnce(&mut regorus::Engine) -> Result<T, Failure> + Send + 'static,
    ) -> Result<Result<T, Trouble>, EngineError> {
        let late = EngineError::TimedOut(self.limit);
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(late);
        }
        let spelling = Arc::clone(&self.spelling);
        let asked = self.runner.run(left + PATIENCE, move |engine| {
            set_timer(engine, left);
            let asked = ask(engine).map_err(|error| Trouble::of(&error, &spelling));
            // What nobody has taken, nobody reads.
            let _ = engine.take_prints();
            asked
        });
        match asked {
            Ok(Err(Trouble::Time)) | Err(Lost::Late) => Err(late),
            Ok(Err(Trouble::Memory)) => {
                self.runner.renew();
                Ok(Err(Trouble::Memory))
            }
            Ok(asked) => Ok(asked),
            Err(Lost::Broken) => Ok(Err(Trouble::Broken)),
            Err(Lost::Crowded) => Err(EngineError::Crowded),
        }
    }
}

/// Why an attempt did not come to its end.
enum Stop {
    Error(EngineError),
    Memory,
}

impl From<EngineError> for Stop {
    fn from(error: EngineError) -> Self {
        Self::Error(error)
    }
}

/// The value of a rule, if it is none too large.
type Given = Result<Value, TooLarge>;

/// What was asked for together.
#[derive(Default)]
struct Found {
    /// The packages in which nothing raised, and the paths asked for as a whole.
    evaluated: BTreeSet<String>,
    /// The values of their rules that are defined, by path.
    values: BTreeMap<String, Given>,
}

impl Found {
    fn new<'v>(
        wanted: Vec<(String, Vec<String>)>,
        values: impl Iterator<Item = &'v regorus::Value>,
    ) -> Self {
        let mut found = Self::default();
        for ((path, rules), value) in wanted.into_iter().zip(values) {
            if rules.is_empty() {
                found.values.insert(path.clone(), json(value));
            }
            for rule in rules {
                if let Some(value) = member(value, &rule) {
                    found.values.insert(format!("{path}.{rule}"), json(value));
                }
            }
            found.evaluated.insert(path);
        }
        found
    }
}

fn path(clause: &Clause) -> String {
    format!("{}.{}", clause.package, clause.rule)
}

fn set_timer(engine: &mut regorus::Engine, limit: Duration) {
    let check_interval = NonZeroU32::MIN.saturating_add(63);
    engine.set_execution_timer_config(ExecutionTimerConfig {
        limit,
        check_interval,
    });
}

type Failure = anyhow::Error;

/// One query for all packages, each on a line of its own: the engine takes lines of 1,024 columns.
fn query(packages: impl Iterator<Item = String>) -> String {
    let packages: Vec<String> = packages.map(|package| format!("data.{package}")).collect();
    packages.join(";\n")
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_query_for_many_packages_has_short_lines() {
        let package = "ciieval.assurance.project_management.change_management";
        let query = query(std::iter::repeat_n(package.to_owned(), 400));
        assert!(query.lines().all(|line| line.len() < 100));
    }
}
