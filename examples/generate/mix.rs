//! The mix of verdicts: what share of the dossiers is to pass, and how the others fail.

use std::str::FromStr;

/// What becomes of a dossier in every class it applies for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Passes, with up to three shortcomings.
    Pass,
    /// Fails by a mandatory clause.
    FailMandatory,
    /// Meets every mandatory clause and scores less than 65.
    FailScore,
    /// A company too young for nearly everything.
    Young,
}

impl Kind {
    /// As options and file names write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::FailMandatory => "fail-mandatory",
            Self::FailScore => "fail-score",
            Self::Young => "young",
        }
    }
}

const KINDS: [Kind; 4] = [
    Kind::Pass,
    Kind::FailMandatory,
    Kind::FailScore,
    Kind::Young,
];

/// Kinds with their weights, as in `pass:60,fail-score:40`.
#[derive(Clone, Debug)]
pub struct Mix(Vec<(Kind, u64)>);

impl Mix {
    /// The kinds of the dossiers one after the other. Of the first of them, however many, each kind has its share.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        let total: u64 = self.0.iter().map(|(_, weight)| weight).sum();
        let mut made = vec![0_u64; self.0.len()];
        (1_u64..).map(move |turn| {
            // The kind that lags furthest behind its share is next.
            let lagging =
                self.0.iter().zip(&made).map(|((_, weight), made)| {
                    i128::from(weight * turn) - i128::from(made * total)
                });
            let (next, _) = lagging
                .enumerate()
                .max_by_key(|(place, lag)| (*lag, usize::MAX - place))
                .unwrap_or_default();
            made[next] += 1;
            self.0[next].0
        })
    }
}

impl FromStr for Mix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let weights: Vec<(Kind, u64)> = text.split(',').map(weighted).collect::<Result<_, _>>()?;
        if weights.iter().all(|(_, weight)| *weight == 0) {
            return Err("every weight is 0: give at least one kind a share".to_owned());
        }
        Ok(Self(weights))
    }
}

fn weighted(part: &str) -> Result<(Kind, u64), String> {
    let (name, weight) = part.split_once(':').unwrap_or((part, "1"));
    let kind = KINDS
        .into_iter()
        .find(|kind| kind.name() == name.trim())
        .ok_or_else(|| {
            let known: Vec<&str> = KINDS.into_iter().map(Kind::name).collect();
            format!("`{name}` is no kind of verdict: use {}", known.join(", "))
        })?;
    let weight: u32 = weight
        .trim()
        .parse()
        .map_err(|_| format!("`{weight}` is no weight of `{name}`: use a whole number"))?;
    Ok((kind, weight.into()))
}
