//! The score is between 0 and 100, and it and the verdict are what 7.4 makes of the clauses: worked out
//! once more, in whole numbers, from Appendix C as it was read by hand.

use ciieval::score::{DecidedBy, Verdict};
use num_rational::Ratio;
use proptest::{prop_assert, prop_assert_eq};
use std::collections::BTreeMap;

use crate::appendix_c::APPENDIX_C;
use crate::evidence::samples;
use crate::world::{runner, world};

#[test]
fn the_score_is_between_0_and_100_and_follows_from_the_clauses() {
    let mut runner = runner(150);
    let outcome = runner.run(&samples(), |sample| {
        let mut engine = world().engine();
        let evaluated = world().evaluate(&mut engine, &sample.dossier, &[sample.class]);
        let evaluation = &evaluated.evaluations[0];
        let counts: BTreeMap<&str, bool> = evaluation
            .clauses
            .iter()
            .map(|result| (result.clause.id.as_str(), result.status.counts()))
            .collect();
        // Term to weight, clauses that count, clauses.
        let mut terms: BTreeMap<&str, (u32, i64, i64)> = BTreeMap::new();
        let mut all_mandatory = true;
        let own = |term: &str| {
            let is_class = crate::world::CLASSES.contains(&term);
            !is_class || term == sample.class
        };
        for (term, weight, area, letters) in APPENDIX_C.iter().filter(|row| own(row.0)) {
            for letter in letters.split(' ') {
                let id = format!("{area}.{}", letter.trim_end_matches('*'));
                let count = *counts.get(id.as_str()).unwrap_or_else(|| panic!("no {id}"));
                let of_term = terms.entry(term).or_insert((*weight, 0, 0));
                of_term.1 += i64::from(count);
                of_term.2 += 1;
                all_mandatory &= count || !letter.ends_with('*');
            }
        }
        let score: Ratio<i64> = terms
            .values()
            .map(|(weight, count, total)| Ratio::new(i64::from(*weight) * count, *total))
            .sum();
        prop_assert!(
            score >= Ratio::from(0) && score <= Ratio::from(100),
            "{score}"
        );
        prop_assert_eq!(evaluation.score.points.exact(), score.to_string());
        let passes = all_mandatory && score >= Ratio::from(65);
        let verdict = if passes { Verdict::Pass } else { Verdict::Fail };
        prop_assert_eq!(evaluation.score.verdict, verdict);
        let by = if all_mandatory {
            DecidedBy::Score
        } else {
            DecidedBy::Mandatory
        };
        prop_assert_eq!(evaluation.score.decided_by, Some(by));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
