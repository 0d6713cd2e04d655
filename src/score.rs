//! From counted clauses to tallies, points and a verdict (7.4): pure and exact.
//!
//! A term earns `satisfied / total × weight` points, and the score is their sum. The mandatory clauses
//! decide first: one that does not count, and the result is fail, with the score for information only.
//! Then a score of at least the pass mark passes. 65 exactly passes and 64.999… does not, so the sum
//! is a fraction of whole numbers of any size, never floating point, and its decimal form is cut, not
//! rounded.

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

/// How one clause goes into the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts as satisfied.
    Counts,
    /// It does not.
    Short,
    /// Its rule failed at run time: it does not count, and the verdict must not hang on it.
    Open,
}

/// One clause as the score sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whether the clause is mandatory (必要项).
    pub mandatory: bool,
    /// How it goes into the score.
    pub standing: Standing,
}

/// One weighted summand with its clauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightedTerm {
    /// Weight in per cent.
    pub weight: u32,
    /// What the weights of all terms add up to that have clauses: 100, or less where a plan leaves out
    /// clauses that do not apply and with them whole terms. The score is out of 100 all the same.
    pub out_of: u32,
    /// The fixed denominator: how many clauses the standard lists.
    pub total: u64,
    /// The clauses.
    pub entries: Vec<Entry>,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Clauses that count as satisfied.
    pub satisfied: u64,
    /// All clauses.
    pub total: u64,
}

impl Tally {
    /// How many do not count as satisfied.
    #[must_use]
    pub fn missing(&self) -> u64 {
        self.total.saturating_sub(self.satisfied)
    }
}

/// The result of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every mandatory clause counts and the score reaches the pass mark.
    Pass,
    /// A mandatory clause does not count, or the score is below the pass mark.
    Fail,
    /// Clauses whose rules failed at run time could turn the result either way.
    Undetermined,
}

/// What decided the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// A mandatory clause that does not count.
    Mandatory,
    /// The score against the pass mark.
    Score,
}

/// An exact number of points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(BigRational);

/// The score of one term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermScore {
    /// All clauses of the term.
    pub compliance: Tally,
    /// Its mandatory clauses.
    pub mandatory: Tally,
    /// What it adds to the score.
    pub points: Points,
}

/// The score of an evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The terms, in the order given.
    pub terms: Vec<TermScore>,
    /// Mandatory clauses (必要项) of all terms.
    pub mandatory: Tally,
    /// All clauses (合规项) of all terms.
    pub compliance: Tally,
    /// The sum of the terms' points.
    pub points: Points,
    /// Pass, fail or undetermined.
    pub verdict: Verdict,
    /// What decided; `None` where nothing could.
    pub decided_by: Option<DecidedBy>,
}

/// Scores the terms of one evaluation.
#[must_use]
pub fn score(terms: &[WeightedTerm], pass_mark: u32) -> Score {
    let scored: Vec<TermScore> = terms
        .iter()
        .map(|term| score_term(term, Standing::counts))
        .collect();
    let least = Sum::of(&scored);
    let most = Sum::of(
        &terms
            .iter()
            .map(|term| score_term(term, Standing::could_count))
            .collect::<Vec<_>>(),
    );
    let (verdict, decided_by) = match (least.settle(pass_mark), most.settle(pass_mark)) {
        ((true, by), _) => (Verdict::Pass, Some(by)),
        (_, (false, by)) => (Verdict::Fail, Some(by)),
        _ => (Verdict::Undetermined, None),
    };
    Score {
        terms: scored,
        mandatory: least.mandatory,
        compliance: least.compliance,
        points: least.points,
        verdict,
        decided_by,
    }
}

impl Standing {
    fn counts(self) -> bool {
        self == Self::Counts
    }

    fn could_count(self) -> bool {
        self != Self::Short
    }
}

fn score_term(term: &WeightedTerm, counts: fn(Standing) -> bool) -> TermScore {
    let tally = |chosen: fn(&Entry) -> bool| {
        let entries = term.entries.iter().filter(|entry| chosen(entry));
        entries.fold(Tally::default(), |tally, entry| Tally {
            satisfied: tally.satisfied + u64::from(counts(entry.standing)),
            total: tally.total + 1,
        })
    };
    let compliance = Tally {
        total: term.total,
        ..tally(|_| true)
    };
    TermScore {
        compliance,
        mandatory: tally(|entry| entry.mandatory),
        points: Points::share(compliance, term.weight, term.out_of),
    }
}

/// The terms together.
struct Sum {
    mandatory: Tally,
    compliance: Tally,
    points: Points,
}

impl Sum {
    fn of(terms: &[TermScore]) -> Self {
        Self {
            mandatory: terms
                .iter()
                .fold(Tally::default(), |sum, term| sum.plus(term.mandatory)),
            compliance: terms
                .iter()
                .fold(Tally::default(), |sum, term| sum.plus(term.compliance)),
            points: terms
                .iter()
                .fold(Points::whole(0), |sum, term| Points(sum.0 + &term.points.0)),
        }
    }

    fn settle(&self, pass_mark: u32) -> (bool, DecidedBy) {
        if self.mandatory.satisfied < self.mandatory.total {
            (false, DecidedBy::Mandatory)
        } else {
            (self.points >= Points::whole(pass_mark), DecidedBy::Score)
        }
    }
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self {
            satisfied: self.satisfied + other.satisfied,
            total: self.total + other.total,
        }
    }
}

impl Points {
    fn whole(points: u32) -> Self {
        Self(BigRational::from_integer(points.into()))
    }

    /// `satisfied / total × weight × 100 / out_of`; a term without clauses earns nothing.
    #[must_use]
    pub fn share(tally: Tally, weight: u32, out_of: u32) -> Self {
        if tally.total == 0 || out_of == 0 {
            return Self::whole(0);
        }
        let whole = |number: u64| BigRational::from_integer(number.into());
        let earned = whole(tally.satisfied) * whole(weight.into()) * whole(100);
        Self(earned / (whole(tally.total) * whole(out_of.into())))
    }

    /// The exact value: `349/4`, or `65` where it is whole.
    #[must_use]
    pub fn exact(&self) -> String {
        self.0.to_string()
    }

    /// The value cut, not rounded, to at most two decimal places, without trailing zeros: 64.999… is
    /// `64.99`, 87.5 is `87.5` and 65 is `65`.
    #[must_use]
    pub fn decimal(&self) -> String {
        let hundredths = (&self.0 * BigRational::from_integer(100.into())).to_integer();
        let padded = format!("{:0>3}", hundredths.to_string());
        let (whole, places) = padded.split_at(padded.len() - 2);
        format!("{whole}.{places}")
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    }
}
