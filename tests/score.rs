//! The arithmetic of 7.4: exact, monotone, 65 included.
#![allow(clippy::indexing_slicing)]

use ciieval::score::{DecidedBy, Entry, Score, Standing, Verdict, WeightedTerm, score};

const COUNTS: Entry = Entry {
    mandatory: false,
    standing: Standing::Counts,
};
const SHORT: Entry = Entry {
    mandatory: false,
    standing: Standing::Short,
};
const OPEN: Entry = Entry {
    mandatory: false,
    standing: Standing::Open,
};

fn must(entry: Entry) -> Entry {
    Entry {
        mandatory: true,
        ..entry
    }
}

fn term(weight: u32, entries: Vec<Entry>) -> WeightedTerm {
    WeightedTerm {
        weight,
        out_of: 100,
        total: entries.len() as u64,
        entries,
    }
}

/// A term of which `satisfied` of `total` clauses count.
fn share(weight: u32, satisfied: usize, total: usize) -> WeightedTerm {
    let mut entries = vec![COUNTS; satisfied];
    entries.resize(total, SHORT);
    term(weight, entries)
}

fn of(terms: &[WeightedTerm]) -> Score {
    score(terms, 65)
}

#[test]
fn sixty_five_passes_exactly() {
    let score = of(&[share(10, 1, 2), share(60, 1, 1), share(30, 0, 3)]);
    assert_eq!(score.points.decimal(), "65");
    assert_eq!(score.points.exact(), "65");
    assert_eq!(
        (score.verdict, score.decided_by),
        (Verdict::Pass, Some(DecidedBy::Score))
    );
}

#[test]
fn thirds_that_add_up_to_sixty_five_pass() {
    // 3 × 10/3 + 55: a sum that binary and decimal fractions miss.
    let thirds = [
        share(10, 1, 3),
        share(10, 1, 3),
        share(10, 1, 3),
        share(55, 1, 1),
    ];
    let score = of(&thirds);
    assert_eq!(
        (score.points.exact().as_str(), score.verdict),
        ("65", Verdict::Pass)
    );
}

#[test]
fn just_below_sixty_five_fails_and_never_reads_as_sixty_five() {
    // 100 × 64999/100000 and 100 × 649999/1000000.
    for total in [100_000_u64, 1_000_000] {
        let satisfied = total / 100 * 65 - 1;
        // Clauses that are not there do not count.
        let whole = WeightedTerm {
            weight: 100,
            out_of: 100,
            total,
            entries: vec![COUNTS; usize::try_from(satisfied).unwrap_or(0)],
        };
        let score = of(&[whole]);
        assert_eq!(
            (score.verdict, score.decided_by),
            (Verdict::Fail, Some(DecidedBy::Score))
        );
        assert_eq!(score.points.decimal(), "64.99");
    }
}

#[test]
fn decimals_are_cut_to_their_shortest_form() {
    let points = |weight, satisfied, total| of(&[share(weight, satisfied, total)]).points.decimal();
    assert_eq!(points(5, 9, 10), "4.5");
    assert_eq!(points(1, 0, 7), "0");
    assert_eq!(points(1, 1, 100), "0.01");
    assert_eq!(points(1, 1, 1000), "0");
    assert_eq!(points(2, 1, 3), "0.66");
    assert_eq!(points(30, 2, 3), "20");
    assert_eq!(points(100, 1, 1), "100");
    assert_eq!(points(10, 6, 7), "8.57");
}

#[test]
fn exact_scores_are_fractions_in_lowest_terms() {
    assert_eq!(of(&[share(349, 1, 4)]).points.exact(), "349/4");
    assert_eq!(of(&[share(349, 1, 4)]).points.decimal(), "87.25");
    assert_eq!(of(&[share(30, 2, 4)]).points.exact(), "15");
}

#[test]
fn denominators_of_any_size_do_not_overflow() {
    let primes = [
        999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907,
    ];
    let terms: Vec<WeightedTerm> = primes
        .iter()
        .map(|&total| WeightedTerm {
            weight: 10,
            out_of: 100,
            total,
            entries: vec![COUNTS],
        })
        .collect();
    let score = of(&terms);
    assert_eq!(score.points.decimal(), "0");
    assert!(score.points.exact().len() > 80);
}

#[test]
fn a_term_without_clauses_earns_nothing() {
    assert_eq!(of(&[share(10, 0, 0)]).points.exact(), "0");
}

#[test]
fn one_mandatory_clause_fails_whatever_the_score() {
    let score = of(&[term(100, vec![must(SHORT), COUNTS, COUNTS, COUNTS])]);
    assert_eq!(
        (score.verdict, score.decided_by),
        (Verdict::Fail, Some(DecidedBy::Mandatory))
    );
    assert_eq!(score.points.decimal(), "75");
    assert_eq!((score.mandatory.satisfied, score.mandatory.total), (0, 1));
    assert_eq!((score.compliance.satisfied, score.compliance.total), (3, 4));
}

#[test]
fn mandatory_decides_before_the_score() {
    let score = of(&[term(100, vec![must(SHORT), SHORT, SHORT])]);
    assert_eq!(score.decided_by, Some(DecidedBy::Mandatory));
}

#[test]
fn a_failed_rule_leaves_the_verdict_open_only_where_it_could_turn_it() {
    // 50 or 75: open.
    let open = of(&[term(100, vec![COUNTS, COUNTS, SHORT, OPEN])]);
    assert_eq!(
        (open.verdict, open.decided_by),
        (Verdict::Undetermined, None)
    );
    assert_eq!(open.points.decimal(), "50");
    // 75 or 100: pass either way. 25 or 50: fail either way.
    let pass = of(&[term(100, vec![COUNTS, COUNTS, COUNTS, OPEN])]);
    assert_eq!(
        (pass.verdict, pass.decided_by),
        (Verdict::Pass, Some(DecidedBy::Score))
    );
    let fail = of(&[term(100, vec![COUNTS, SHORT, SHORT, OPEN])]);
    assert_eq!(
        (fail.verdict, fail.decided_by),
        (Verdict::Fail, Some(DecidedBy::Score))
    );
    // A mandatory clause whose rule failed is never a pass.
    let mandatory = of(&[term(100, vec![COUNTS, COUNTS, COUNTS, must(OPEN)])]);
    assert_eq!(mandatory.verdict, Verdict::Undetermined);
    // Another mandatory clause that is short decides.
    let short = of(&[term(100, vec![COUNTS, COUNTS, must(SHORT), must(OPEN)])]);
    assert_eq!(
        (short.verdict, short.decided_by),
        (Verdict::Fail, Some(DecidedBy::Mandatory))
    );
    // Where the score fails either way, the score decides.
    let low = of(&[term(100, vec![COUNTS, SHORT, SHORT, must(OPEN)])]);
    assert_eq!(
        (low.verdict, low.decided_by),
        (Verdict::Fail, Some(DecidedBy::Score))
    );
}

/// How good a verdict is.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fail => 0,
        Verdict::Undetermined => 1,
        Verdict::Pass => 2,
    }
}

/// Every small case: two terms of weights 35 and 65 with two and three clauses, each clause mandatory
/// or not, and counting, open or short.
fn every_case() -> impl Iterator<Item = Vec<WeightedTerm>> {
    let kinds = [SHORT, OPEN, COUNTS, must(SHORT), must(OPEN), must(COUNTS)];
    (0..6_usize.pow(5)).map(move |case| {
        let entry = |position: u32| kinds[case / 6_usize.pow(position) % 6];
        vec![
            term(35, vec![entry(0), entry(1)]),
            term(65, vec![entry(2), entry(3), entry(4)]),
        ]
    })
}

#[test]
fn satisfying_one_clause_more_never_makes_it_worse() {
    for case in every_case() {
        let before = of(&case);
        for (which, place) in [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)] {
            let mut better = case.clone();
            let standing = &mut better[which].entries[place].standing;
            *standing = match standing {
                Standing::Short => Standing::Open,
                _ => Standing::Counts,
            };
            let after = of(&better);
            assert!(after.points >= before.points, "{case:?}");
            assert!(rank(after.verdict) >= rank(before.verdict), "{case:?}");
        }
    }
}

#[test]
fn a_pass_has_every_mandatory_clause_and_the_score() {
    for case in every_case() {
        let score = of(&case);
        let (mandatory, compliance) = (score.mandatory, score.compliance);
        assert_eq!(compliance.total, 5);
        assert_eq!(
            score.verdict == Verdict::Undetermined,
            score.decided_by.is_none()
        );
        // 35 × a/2 + 65 × b/3 ≥ 65, over the common denominator 6.
        let counted = |term: usize| {
            case[term]
                .entries
                .iter()
                .filter(|entry| entry.standing == Standing::Counts)
                .count()
        };
        let reaches = 105 * counted(0) + 130 * counted(1) >= 390;
        let passes = mandatory.satisfied == mandatory.total && reaches;
        assert_eq!(score.verdict == Verdict::Pass, passes, "{case:?}");
        if !reaches {
            assert_ne!(score.points.decimal(), "65", "{case:?}");
        }
    }
}
