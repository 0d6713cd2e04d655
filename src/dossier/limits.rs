//! What reading a dossier may cost. Every limit has its default here, and an option that changes it in
//! `src/cli/limits.rs`; documents and messages take both from there.

use bytesize::ByteSize;
use std::collections::BTreeMap;
use std::fmt;
use std::num::TryFromIntError;
use std::str::FromStr;

use super::path::DataPath;
use super::problem::Problem;

/// The limits of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, of a line that is a dossier, and of all files of a folder dossier together; what
    /// aliases repeat counts again.
    pub file_size: u64,
    /// Lists and mappings inside of each other.
    pub depth: usize,
    /// Keys and values.
    pub values: usize,
    /// Bytes of a text or key.
    pub text: u64,
    /// Keys and values that YAML aliases repeat.
    pub repeated: usize,
    /// Bytes of all parts of a workbook, unpacked.
    pub unpacked: u64,
    /// How many times its packed size a part of a workbook may unpack to.
    pub ratio: u64,
    /// Cells of a workbook that hold something.
    pub cells: usize,
    /// Problems that are told of a dossier.
    pub problems: usize,
}

impl Limits {
    /// The limits where nobody says otherwise.
    pub const DEFAULT: Self = Self {
        file_size: 8 << 20,
        depth: 64,
        values: 300_000,
        text: 256 << 10,
        repeated: 50_000,
        unpacked: 64 << 20,
        ratio: 200,
        cells: 150_000,
        problems: 1_000,
    };

    /// No limits, for what this program has made itself.
    pub(crate) const NONE: Self = Self {
        file_size: u64::MAX,
        depth: Self::DEEPEST,
        values: usize::MAX,
        text: u64::MAX,
        repeated: usize::MAX,
        unpacked: u64::MAX,
        ratio: u64::MAX,
        cells: usize::MAX,
        problems: usize::MAX,
    };

    /// The deepest nesting that the readers of YAML and JSON can be allowed.
    pub const DEEPEST: usize = 127;

    /// Those that are not at their default, by the names of their options: `max-depth`, 100.
    #[must_use]
    pub fn changed(&self) -> BTreeMap<String, u64> {
        let limits = Limit::ALL.iter();
        let changed = limits.filter(|limit| limit.number(self) != limit.number(&Self::DEFAULT));
        changed
            .map(|limit| (limit.name().to_owned(), limit.number(self)))
            .collect()
    }

    /// The limits of which `changed` are not at their default.
    ///
    /// # Errors
    /// A name that is of no limit, or a number that it cannot be.
    pub fn from_changed(changed: &BTreeMap<String, u64>) -> Result<Self, String> {
        let mut limits = Self::DEFAULT;
        for (name, number) in changed {
            let limit = Limit::ALL.iter().find(|limit| limit.name() == name);
            let limit = limit.ok_or_else(|| format!("there is no limit `{name}`"))?;
            let is_set = limit.set(&mut limits, *number);
            is_set.map_err(|_| format!("the limit `{name}` cannot be {number}"))?;
        }
        Ok(limits)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// One of the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    FileSize,
    /// The same limit, where aliases repeat text beyond it.
    RepeatedText,
    Depth,
    Values,
    Text,
    Repeated,
    Unpacked,
    Ratio,
    Cells,
    Problems,
}

impl Limit {
    /// All that have an option of their own.
    const ALL: [Self; 9] = [
        Self::FileSize,
        Self::Depth,
        Self::Values,
        Self::Text,
        Self::Repeated,
        Self::Unpacked,
        Self::Ratio,
        Self::Cells,
        Self::Problems,
    ];

    /// The option without its dashes.
    fn name(self) -> &'static str {
        self.option().trim_start_matches('-')
    }

    fn set(self, limits: &mut Limits, number: u64) -> Result<(), TryFromIntError> {
        let size = usize::try_from(number);
        match self {
            Self::FileSize | Self::RepeatedText => limits.file_size = number,
            Self::Depth => limits.depth = size?.min(Limits::DEEPEST),
            Self::Values => limits.values = size?,
            Self::Text => limits.text = number,
            Self::Repeated => limits.repeated = size?,
            Self::Unpacked => limits.unpacked = number,
            Self::Ratio => limits.ratio = number,
            Self::Cells => limits.cells = size?,
            Self::Problems => limits.problems = size?,
        }
        Ok(())
    }

    /// The option that changes it.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::FileSize | Self::RepeatedText => "--max-file-size",
            Self::Depth => "--max-depth",
            Self::Values => "--max-values",
            Self::Text => "--max-text",
            Self::Repeated => "--max-repeated",
            Self::Unpacked => "--max-unpacked",
            Self::Ratio => "--max-ratio",
            Self::Cells => "--max-cells",
            Self::Problems => "--max-problems",
        }
    }

    fn number(self, limits: &Limits) -> u64 {
        match self {
            Self::FileSize | Self::RepeatedText => limits.file_size,
            Self::Depth => limits.depth as u64,
            Self::Values => limits.values as u64,
            Self::Text => limits.text,
            Self::Repeated => limits.repeated as u64,
            Self::Unpacked => limits.unpacked,
            Self::Ratio => limits.ratio,
            Self::Cells => limits.cells as u64,
            Self::Problems => limits.problems as u64,
        }
    }

    /// What is wrong with something beyond this limit, `found` if it is known how large it is.
    pub(crate) fn exceeded(self, limits: &Limits, found: Option<u64>) -> String {
        let size = |bytes| Size(bytes).with(" ");
        let most = self.number(limits);
        let what = match (self, found) {
            (Self::FileSize, Some(found)) => {
                format!(
                    "is {} large, more than the limit of {}",
                    size(found),
                    size(most)
                )
            }
            (Self::FileSize, None) => format!("is larger than the limit of {}", size(most)),
            (Self::Depth, _) => format!("is nested deeper than the limit of {most} levels"),
            (Self::Values, _) => {
                format!(
                    "is where the dossier gets more keys and values than the limit of {}",
                    grouped(most)
                )
            }
            (Self::Text, Some(found)) => format!(
                "has a text of {}, longer than the limit of {}",
                size(found),
                size(most)
            ),
            (Self::Text, None) => format!("has a text longer than the limit of {}", size(most)),
            (Self::RepeatedText, _) => format!(
                "is where the text that aliases repeat gets larger than the limit of {}",
                size(most)
            ),
            (Self::Repeated, _) => format!(
                "is where aliases repeat more keys and values than the limit of {}",
                grouped(most)
            ),
            (Self::Unpacked, _) => format!(
                "would take more than the limit of {} unpacked; delete pictures, and empty rows and columns that are formatted",
                size(most)
            ),
            (Self::Ratio, Some(found)) => format!(
                "unpacks to {} times its size and more, beyond the limit of {most} times, as a zip bomb does",
                grouped(found)
            ),
            (Self::Ratio, None) => {
                format!("unpacks to more than the limit of {most} times its size")
            }
            (Self::Cells, _) => format!(
                "has more cells that hold something than the limit of {}",
                grouped(most)
            ),
            (Self::Problems, _) => {
                format!(
                    "has more problems: told are the first {}, the limit",
                    grouped(most)
                )
            }
        };
        let reach = match self {
            Self::Depth => format!(" (at most to {})", Limits::DEEPEST),
            _ => String::new(),
        };
        format!("{what}; `{}` raises it{reach}", self.option())
    }
}

/// A number with its thousands told apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A size in bytes, on a command line: `8MiB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u64);

impl Size {
    /// The number and its unit, apart by `space`.
    fn with(self, space: &str) -> String {
        let units = [(1_u64 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
        let unit = units.into_iter().find(|(unit, _)| self.0 >= *unit);
        let Some((unit, name)) = unit else {
            return format!("{}{space}B", self.0);
        };
        match (self.0 / unit, self.0 % unit * 10 / unit) {
            (whole, 0) => format!("{whole}{space}{name}"),
            (whole, tenth) => format!("{whole}.{tenth}{space}{name}"),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with(""))
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse().map(|size: ByteSize| Self(size.as_u64()))
    }
}

/// How much of a path is told.
const STEPS: usize = 8;

/// A limit that was hit, and where in the evidence.
#[derive(Clone, Debug)]
pub(crate) struct Exceeded {
    /// Which.
    pub limit: Limit,
    /// Where.
    pub path: DataPath,
    /// How large it is, where that is known.
    pub found: Option<u64>,
}

impl Exceeded {
    /// It as a problem of a file.
    pub(crate) fn problem(&self, file: &str, limits: &Limits) -> Problem {
        // What is nested deeply or repeated often has a path that nobody reads to its end.
        let steps = self.path.steps();
        let short: DataPath = steps.iter().take(STEPS).cloned().collect();
        let more = if steps.len() > STEPS { "…" } else { "" };
        Problem {
            path: format!("{short}{more}"),
            ..Problem::new(file, self.limit.exceeded(limits, self.found))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Limit, Limits, grouped};

    #[test]
    fn what_is_changed_is_named_by_its_option() {
        assert!(Limits::DEFAULT.changed().is_empty());
        let limits = Limits {
            depth: 100,
            ..Limits::DEFAULT
        };
        let changed = limits.changed();
        assert_eq!(changed, [("max-depth".to_owned(), 100)].into());
        assert_eq!(Limits::from_changed(&changed), Ok(limits));
    }

    #[test]
    fn every_limit_comes_back_by_its_name() {
        for (number, limit) in (1..).zip(Limit::ALL) {
            let changed = [(limit.name().to_owned(), number)].into();
            assert_eq!(Limits::from_changed(&changed).unwrap().changed(), changed);
        }
        let unknown = [("max-height".to_owned(), 1)].into();
        assert!(Limits::from_changed(&unknown).is_err());
    }

    #[test]
    fn a_message_says_size_limit_and_option() {
        assert_eq!(
            Limit::FileSize.exceeded(&Limits::DEFAULT, Some(70 << 20)),
            "is 70 MiB large, more than the limit of 8 MiB; `--max-file-size` raises it"
        );
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(123), "123");
    }
}
