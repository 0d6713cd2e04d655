//! Pictures: where things stand in them. The drawings themselves are templates.

use crate::report::view::evaluation::TermView;
use crate::score::{DecidedBy, Verdict};

/// Width of a bar in units of its drawing.
const BAR: u64 = 200;

/// How a term's clauses divide: satisfied, mandatory ones that fall short, others that fall short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermBar {
    pub satisfied: u64,
    pub mandatory: u64,
    pub other: u64,
}

impl TermBar {
    /// The bar of a term; a part that is there is seen.
    pub fn new(term: &TermView) -> Self {
        let short = term.total.saturating_sub(term.satisfied);
        let mandatory = (term.mandatory.total).saturating_sub(term.mandatory.satisfied);
        let share = |part: u64| {
            let width = (part * BAR).checked_div(term.total).unwrap_or(0);
            if part > 0 { width.max(2) } else { 0 }
        };
        let mandatory = share(mandatory.min(short));
        let satisfied = if short == 0 && term.total > 0 {
            BAR
        } else {
            share(term.satisfied).min(BAR.saturating_sub(mandatory))
        };
        Self {
            satisfied,
            mandatory,
            other: BAR.saturating_sub(satisfied + mandatory),
        }
    }

    /// Where the mandatory ones begin.
    pub fn mandatory_at(&self) -> u64 {
        self.satisfied
    }

    /// Where the others begin.
    pub fn other_at(&self) -> u64 {
        self.satisfied + self.mandatory
    }
}

/// Hundredths of a point in a decimal such as `64.99`, which is cut to at most two places.
pub fn hundredths(decimal: &str) -> u64 {
    let (whole, places) = decimal.split_once('.').unwrap_or((decimal, ""));
    let places = format!("{places:0<2}");
    let places = places.get(..2).and_then(|places| places.parse().ok());
    whole.parse::<u64>().unwrap_or(0) * 100 + places.unwrap_or(0)
}

/// A score on its scale, in hundredths of the scale's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    pub score: u64,
    pub mark: u64,
}

impl Gauge {
    /// The picture of a score against the pass mark.
    pub fn new(score: &str, pass_mark: u32) -> Self {
        Self {
            score: hundredths(score).min(10_000),
            mark: (u64::from(pass_mark) * 100).min(10_000),
        }
    }
}

/// How many evaluations ended with a score of a range, by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    pub pass: u64,
    pub score: u64,
    pub mandatory: u64,
    pub open: u64,
}

/// Evaluations by score in ranges of five points; a score of 100 is in the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    bins: [Bin; 20],
}

/// A part of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub key: &'static str,
    pub x: u64,
    pub y: u64,
    pub height: u64,
}

/// A column with its number above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub from: u64,
    pub to: u64,
    pub count: u64,
    pub label_x: u64,
    pub label_y: u64,
    pub blocks: Vec<Block>,
    pub bin: Bin,
}

/// Where the columns' foot is, and how high the highest one rises.
const FOOT: u64 = 190;
const RISE: u64 = 160;
/// Where the first column begins, and how far columns are apart.
const LEFT: u64 = 20;
const STEP: u64 = 30;

impl Histogram {
    /// Adds an evaluation.
    pub fn add(&mut self, score: &str, verdict: Verdict, decided_by: Option<DecidedBy>) {
        let index = usize::try_from(hundredths(score) / 500).unwrap_or(usize::MAX);
        let Some(bin) = self.bins.get_mut(index.min(19)) else {
            return;
        };
        match (verdict, decided_by) {
            (Verdict::Pass, _) => bin.pass += 1,
            (Verdict::Undetermined, _) => bin.open += 1,
            (Verdict::Fail, Some(DecidedBy::Mandatory)) => bin.mandatory += 1,
            (Verdict::Fail, _) => bin.score += 1,
        }
    }

    /// The columns of the picture, the empty ones too.
    pub fn columns(&self) -> Vec<Column> {
        let highest = self.bins.iter().map(Bin::count).max().unwrap_or(0).max(1);
        let columns = (0u64..).zip(&self.bins);
        columns
            .map(|(index, bin)| {
                let x = LEFT + index * STEP;
                let mut y = FOOT;
                let mut blocks = Vec::new();
                for (key, count) in bin.parts() {
                    if count > 0 {
                        let height = (count * RISE / highest).max(2);
                        y = y.saturating_sub(height);
                        blocks.push(Block {
                            key,
                            x: x + 2,
                            y,
                            height,
                        });
                    }
                }
                Column {
                    from: index * 5,
                    to: index * 5 + 5,
                    count: bin.count(),
                    label_x: x + STEP / 2,
                    label_y: y.saturating_sub(5),
                    blocks,
                    bin: *bin,
                }
            })
            .collect()
    }

    /// Where a score stands on the picture's scale.
    pub fn x_of(score: u32) -> u64 {
        LEFT + u64::from(score) * STEP / 5
    }
}

impl Bin {
    /// All evaluations of the range.
    pub fn count(&self) -> u64 {
        self.pass + self.score + self.mandatory + self.open
    }

    fn parts(&self) -> [(&'static str, u64); 4] {
        [
            ("pass", self.pass),
            ("score", self.score),
            ("mandatory", self.mandatory),
            ("open", self.open),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Tally;

    fn term(satisfied: u64, total: u64, mandatory: Tally) -> TermView {
        TermView {
            satisfied,
            total,
            mandatory,
            ..TermView::default()
        }
    }

    #[test]
    fn a_bar_is_divided_as_the_clauses_are() {
        let tally = |satisfied, total| Tally { satisfied, total };
        let bar = TermBar::new(&term(5, 10, tally(2, 4)));
        assert_eq!((bar.satisfied, bar.mandatory, bar.other), (100, 40, 60));
        let full = TermBar::new(&term(3, 3, tally(3, 3)));
        assert_eq!((full.satisfied, full.mandatory, full.other), (200, 0, 0));
        // One of a thousand is seen, and a bar that is not full does not look full.
        let nearly = TermBar::new(&term(999, 1000, tally(9, 10)));
        assert_eq!((nearly.satisfied, nearly.mandatory), (198, 2));
    }

    #[test]
    fn scores_are_read_to_the_hundredth() {
        assert_eq!(hundredths("64.99"), 6499);
        assert_eq!(hundredths("4.5"), 450);
        assert_eq!(hundredths("100"), 10_000);
    }

    #[test]
    fn scores_stand_in_their_range() {
        let mut histogram = Histogram::default();
        histogram.add("64.99", Verdict::Fail, Some(DecidedBy::Score));
        histogram.add("65", Verdict::Pass, Some(DecidedBy::Score));
        histogram.add("100", Verdict::Fail, Some(DecidedBy::Mandatory));
        let columns = histogram.columns();
        let found: Vec<(u64, Bin)> = columns
            .iter()
            .filter(|column| column.count > 0)
            .map(|column| (column.from, column.bin))
            .collect();
        let bin = Bin::default();
        assert_eq!(
            found,
            [
                (60, Bin { score: 1, ..bin }),
                (65, Bin { pass: 1, ..bin }),
                (
                    95,
                    Bin {
                        mandatory: 1,
                        ..bin
                    }
                )
            ]
        );
    }
}
