//! The times as a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use super::order::RulePath;
use super::{PHASES, Profile};
use crate::pack::Pack;

type Times<'s> = Vec<(&'s RulePath, Option<Duration>)>;

impl Profile {
    /// Phases, then packages with their rules, the longest first. Every clause rule is listed; other
    /// rules of less than a thousandth are summed up.
    #[must_use]
    pub fn table(&self, pack: &Pack) -> String {
        let sums = self.sums();
        let mut text = format!(
            "profile of {} dossiers, in ms, all threads together\n\n",
            sums.dossiers
        );
        for ((_, name), time) in PHASES.iter().zip(&sums.phases) {
            let _ = writeln!(text, "{} {name}", milliseconds(*time));
        }
        let clauses = pack.catalogue.clauses.values();
        let clauses: BTreeMap<(&str, &str), &str> = clauses
            .map(|clause| {
                let place = (clause.package.as_str(), clause.rule.as_str());
                (place, clause.id.as_str())
            })
            .collect();
        let clause_of = |rule: &RulePath| {
            let place = (rule.package.as_str(), rule.rule.as_str());
            clauses.get(&place).copied()
        };
        let mut packages: BTreeMap<&str, Times<'_>> = BTreeMap::new();
        for (rule, time) in &sums.rules {
            let rules = packages.entry(&rule.package).or_default();
            rules.push((rule, *time));
        }
        let mut packages: Vec<_> = packages.into_iter().collect();
        packages.sort_by_key(|(_, rules)| std::cmp::Reverse(sum(rules)));
        let all: Duration = sums.rules.values().flatten().sum();
        let _ = writeln!(text, "\n{} {:>5} rules", milliseconds(all), "%");
        for (package, mut rules) in packages {
            let _ = writeln!(text, "{} {package}", share(sum(&rules), all));
            rules.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
            let (shown, small): (Times<'_>, Times<'_>) =
                rules.into_iter().partition(|(rule, time)| {
                    clause_of(rule).is_some() || time.is_none_or(|time| time * 1000 >= all)
                });
            for (rule, time) in shown {
                let id = clause_of(rule);
                let id = id.map(|id| format!("  {id}")).unwrap_or_default();
                let time = time.map_or_else(
                    || format!("{:>9} {:>5}", "raises", ""),
                    |time| share(time, all),
                );
                let _ = writeln!(text, "{time}   {}{id}", rule.rule);
            }
            if !small.is_empty() {
                let _ = writeln!(text, "{}   {} more", share(sum(&small), all), small.len());
            }
        }
        text
    }
}

fn sum(rules: &Times<'_>) -> Duration {
    rules.iter().filter_map(|(_, time)| *time).sum()
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
