//! Where the time of a run goes: phases, packages and rules, summed over dossiers and threads.

pub mod order;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::{Engine, parse};
use crate::pack::manifest::Class;
use crate::pack::{Pack, PackError};
use crate::rego::Program;
use order::{RulePath, rules_in_order};

/// What is done with a dossier, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Its files become bytes.
    Read,
    /// Bytes become values that the schema knows.
    Check,
    /// Rules decide, and scores are computed.
    Evaluate,
    /// Reports are written.
    Report,
}

const PHASES: [(Phase, &str); 4] = [
    (Phase::Read, "read"),
    (Phase::Check, "parse and check"),
    (Phase::Evaluate, "evaluate"),
    (Phase::Report, "report"),
];

/// Times of a run, to which all threads add.
#[derive(Debug)]
pub struct Profile {
    program: Program,
    sums: Mutex<Sums>,
}

#[derive(Clone, Debug, Default)]
struct Sums {
    phases: [Duration; PHASES.len()],
    dossiers: usize,
    rules: BTreeMap<RulePath, Option<Duration>>,
    /// The order of rules by the packages that are asked for.
    orders: BTreeMap<Vec<String>, Vec<RulePath>>,
}

impl Profile {
    /// Nothing yet, of the rules of a pack.
    ///
    /// # Errors
    /// Rego files that do not parse.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let files: Vec<_> = pack.modules.iter().collect();
        Ok(Self {
            program: parse(&files)?,
            sums: Mutex::default(),
        })
    }

    /// Does something and notes what it takes.
    pub fn time<T>(&self, phase: Phase, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        if let Some(sum) = self.sums().phases.get_mut(phase as usize) {
            *sum += took;
        }
        result
    }

    /// Evaluates the rules that the classes need once more, each by itself, and notes what they take.
    /// Where the time limit is hit, nothing is noted.
    pub fn rules(
        &self,
        engine: &Engine,
        pack: &Pack,
        evidence: &serde_json::Value,
        classes: &[&Class],
    ) {
        let rules = self.order(pack, classes);
        let Ok(times) = engine.profile(evidence, &rules) else {
            return;
        };
        let mut sums = self.sums();
        for (rule, time) in rules.into_iter().zip(times) {
            let sum = sums.rules.entry(rule).or_insert(Some(Duration::ZERO));
            *sum = sum.zip(time).map(|(sum, time)| sum + time);
        }
        sums.dossiers += 1;
    }

    fn order(&self, pack: &Pack, classes: &[&Class]) -> Vec<RulePath> {
        let catalogue = &pack.catalogue;
        let terms = classes.iter().flat_map(|class| catalogue.terms_of(class));
        let clauses = terms.flat_map(|term| catalogue.clauses_of(term));
        let packages: BTreeSet<&str> = clauses.map(|clause| clause.package.as_str()).collect();
        let key = packages.iter().map(|package| (*package).to_owned());
        let mut sums = self.sums();
        let order = sums.orders.entry(key.collect());
        order
            .or_insert_with(|| rules_in_order(&self.program, &packages))
            .clone()
    }

    fn sums(&self) -> MutexGuard<'_, Sums> {
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
