//! A single limit: its option, its number, and what is said where it is hit.

use std::num::TryFromIntError;

use super::Limits;
use super::size::{Size, grouped};
use crate::dossier::path::DataPath;
use crate::dossier::problem::Problem;

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
    pub(super) const ALL: [Self; 9] = [
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
    pub(super) fn name(self) -> &'static str {
        self.option().trim_start_matches('-')
    }

    pub(super) fn set(self, limits: &mut Limits, number: u64) -> Result<(), TryFromIntError> {
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

    pub(super) fn number(self, limits: &Limits) -> u64 {
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
mod tests {
    use super::{Limit, Limits};

    #[test]
    fn a_message_says_size_limit_and_option() {
        assert_eq!(
            Limit::FileSize.exceeded(&Limits::DEFAULT, Some(70 << 20)),
            "is 70 MiB large, more than the limit of 8 MiB; `--max-file-size` raises it"
        );
    }
}
