//! Where the time of a run goes: phases, packages and rules, summed over dossiers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::engine::{Engine, EngineError};
use crate::pack::Pack;
use crate::pack::manifest::Class;
use crate::pack::order::{RulePath, rules_in_order};

/// What a run does, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Packs, schema and rules are loaded.
    Start,
    /// Files become values.
    Read,
    /// The evidence is checked against the schema.
    Validate,
    /// Rules decide, and scores are computed.
    Evaluate,
    /// Reports are written.
    Report,
}

const PHASES: [(Phase, &str); 5] = [
    (Phase::Start, "start"),
    (Phase::Read, "read"),
    (Phase::Validate, "validate"),
    (Phase::Evaluate, "evaluate"),
    (Phase::Report, "report"),
];

/// Times of a run.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    phases: [Duration; PHASES.len()],
    dossiers: usize,
    rules: BTreeMap<RulePath, Option<Duration>>,
}

impl Profile {
    /// Does something and notes what it takes.
    pub fn time<T>(&mut self, phase: Phase, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        if let Some(sum) = self.phases.get_mut(phase as usize) {
            *sum += start.elapsed();
        }
        result
    }

    /// Evaluates the rules that the classes need once more, each by itself, and notes what they take.
    ///
    /// # Errors
    /// The time limit.
    pub fn rules(
        &mut self,
        engine: &Engine,
        pack: &Pack,
        evidence: &serde_json::Value,
        classes: &[&Class],
    ) -> Result<(), EngineError> {
        let catalogue = &pack.catalogue;
        let terms = classes.iter().flat_map(|class| catalogue.terms_of(class));
        let packages: BTreeSet<&str> = terms
            .flat_map(|term| catalogue.clauses_of(term))
            .map(|clause| clause.package.as_str())
            .collect();
        let rules = rules_in_order(&pack.modules, &packages);
        let times = engine.profile(evidence, &rules)?;
        for (rule, time) in rules.into_iter().zip(times) {
            let sum = self.rules.entry(rule).or_insert(Some(Duration::ZERO));
            *sum = sum.zip(time).map(|(sum, time)| sum + time);
        }
        self.dossiers += 1;
        Ok(())
    }

    /// Adds the times of another part of the run.
    pub fn add(&mut self, other: &Self) {
        for (sum, time) in self.phases.iter_mut().zip(other.phases) {
            *sum += time;
        }
        for (rule, time) in &other.rules {
            let sum = self
                .rules
                .entry(rule.clone())
                .or_insert(Some(Duration::ZERO));
            *sum = sum.zip(*time).map(|(sum, time)| sum + time);
        }
        self.dossiers += other.dossiers;
    }

    /// The times as a table: phases, then packages with their rules, the longest first. Every clause rule
    /// is listed; other rules of less than a thousandth are summed up.
    #[must_use]
    pub fn table(&self, pack: &Pack) -> String {
        let mut text = format!("profile of {} dossiers, in ms\n\n", self.dossiers);
        for ((_, name), time) in PHASES.iter().zip(&self.phases) {
            let _ = writeln!(text, "{} {name}", milliseconds(*time));
        }
        let all: Duration = self.rules.values().flatten().sum();
        let clauses = pack.catalogue.clauses.values();
        let clauses: BTreeMap<(&str, &str), &str> = clauses
            .map(|clause| {
                (
                    (clause.package.as_str(), clause.rule.as_str()),
                    clause.id.as_str(),
                )
            })
            .collect();
        let mut packages: BTreeMap<&str, Vec<(&RulePath, Option<Duration>)>> = BTreeMap::new();
        for (rule, time) in &self.rules {
            packages
                .entry(&rule.package)
                .or_default()
                .push((rule, *time));
        }
        let sum = |rules: &[(&RulePath, Option<Duration>)]| -> Duration {
            rules.iter().filter_map(|(_, time)| *time).sum()
        };
        let mut packages: Vec<_> = packages.into_iter().collect();
        packages.sort_by_key(|(_, rules)| std::cmp::Reverse(sum(rules)));
        let _ = writeln!(text, "\n{} {:>5} rules", milliseconds(all), "%");
        for (package, mut rules) in packages {
            let _ = writeln!(text, "{} {package}", share(sum(&rules), all));
            rules.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
            let (shown, small): (Vec<_>, Vec<_>) = rules.into_iter().partition(|(rule, time)| {
                let clause = clauses.contains_key(&(rule.package.as_str(), rule.rule.as_str()));
                clause || time.is_none_or(|time| time * 1000 >= all)
            });
            for (rule, time) in shown {
                let clause = clauses.get(&(rule.package.as_str(), rule.rule.as_str()));
                let clause = clause.map(|id| format!("  {id}")).unwrap_or_default();
                let time = time.map_or_else(
                    || format!("{:>9} {:>5}", "raises", ""),
                    |time| share(time, all),
                );
                let _ = writeln!(text, "{time}   {}{clause}", rule.rule);
            }
            if !small.is_empty() {
                let _ = writeln!(text, "{}   {} more", share(sum(&small), all), small.len());
            }
        }
        text
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:9.3}", time.as_secs_f64() * 1e3)
}

fn share(time: Duration, all: Duration) -> String {
    let share = if all.is_zero() {
        0.0
    } else {
        time.as_secs_f64() / all.as_secs_f64() * 100.0
    };
    format!("{} {share:5.1}", milliseconds(time))
}
