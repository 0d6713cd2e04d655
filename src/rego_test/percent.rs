//! Percentages, exact to the hundredth.

use serde::{Serialize, Serializer};
use std::fmt;

/// A share of lines, from 0 % to 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    hundredths: u64,
}

impl Percent {
    /// The share that `part` is of `whole`, cut and not rounded; of nothing everything is there.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Self {
        let [part, whole] = [part, whole].map(|number| u64::try_from(number).unwrap_or(u64::MAX));
        let hundredths = part.saturating_mul(10_000).checked_div(whole);
        Self {
            hundredths: hundredths.unwrap_or(10_000),
        }
    }

    /// Reads `95` or `99.5`, with at most two decimal places.
    ///
    /// # Errors
    /// What to write instead.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let number = Some(format!("{whole}{places:0<2}"))
            .filter(|_| digits(whole) && digits(places) && places.len() <= 2)
            .and_then(|number| number.parse().ok());
        match number {
            Some(hundredths) if hundredths <= 10_000 => Ok(Self { hundredths }),
            _ => Err("give a percentage from 0 to 100, such as `95` or `99.5`".to_owned()),
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.hundredths / 100, self.hundredths % 100);
        match places {
            0 => write!(f, "{whole}"),
            tenths if tenths % 10 == 0 => write!(f, "{whole}.{}", tenths / 10),
            places => write!(f, "{whole}.{places:02}"),
        }
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Percent;

    #[test]
    fn is_cut_and_never_rounded() {
        let shown = |part, whole| Percent::of(part, whole).to_string();
        assert_eq!(shown(3104, 3105), "99.96");
        assert_eq!(shown(99_999, 100_000), "99.99");
        assert_eq!(shown(1, 2), "50");
        assert_eq!(shown(1, 1000), "0.1");
        assert_eq!(shown(1, 2000), "0.05");
        assert_eq!(shown(0, 0), "100");
    }

    #[test]
    fn is_read_exactly() {
        assert_eq!(Percent::parse("95"), Ok(Percent::of(95, 100)));
        assert_eq!(Percent::parse("33.3"), Ok(Percent::of(333, 1000)));
        assert_eq!(Percent::parse("100.00"), Ok(Percent::of(1, 1)));
        for wrong in [
            "", "-1", "101", "100.01", "1.234", "1.", ".5", "1e1", "NaN", "5%",
        ] {
            assert!(Percent::parse(wrong).is_err(), "{wrong}");
        }
    }
}
