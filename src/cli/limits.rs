//! Limits on dossiers, as every command takes them that reads one.

use clap::Args;
use clap::builder::RangedU64ValueParser;
use std::num::NonZeroUsize;

use crate::dossier::Limits;
use crate::dossier::limits::Size;

/// What reading a dossier may cost.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits on a dossier")]
pub struct LimitArgs {
    /// Largest dossier: a file, a line with a dossier, or all files of a folder dossier together
    #[arg(long, value_name = "SIZE", default_value_t = Size(Limits::DEFAULT.file_size))]
    pub max_file_size: Size,
    /// Most lists and mappings inside of each other
    #[arg(long, value_name = "N", default_value_t = Limits::DEFAULT.depth, value_parser = depth())]
    pub max_depth: usize,
    /// Most keys and values; with it the memory that rules take is bounded too
    #[arg(long, value_name = "N", default_value_t = most(Limits::DEFAULT.values))]
    pub max_values: NonZeroUsize,
    /// Longest text
    #[arg(long, value_name = "SIZE", default_value_t = Size(Limits::DEFAULT.text))]
    pub max_text: Size,
    /// Most keys and values that YAML aliases repeat
    #[arg(long, value_name = "N", default_value_t = Limits::DEFAULT.repeated)]
    pub max_repeated: usize,
    /// Most that the parts of a workbook take unpacked
    #[arg(long, value_name = "SIZE", default_value_t = Size(Limits::DEFAULT.unpacked))]
    pub max_unpacked: Size,
    /// How many times its packed size a part of a workbook may unpack to
    #[arg(long, value_name = "N", default_value_t = Limits::DEFAULT.ratio)]
    pub max_ratio: u64,
    /// Most cells of a workbook that hold something
    #[arg(long, value_name = "N", default_value_t = Limits::DEFAULT.cells)]
    pub max_cells: usize,
    /// Most problems that are told of a dossier
    #[arg(long, value_name = "N", default_value_t = most(Limits::DEFAULT.problems))]
    pub max_problems: NonZeroUsize,
}

impl LimitArgs {
    /// The limits asked for.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits {
            file_size: self.max_file_size.0,
            depth: self.max_depth,
            values: self.max_values.get(),
            text: self.max_text.0,
            repeated: self.max_repeated,
            unpacked: self.max_unpacked.0,
            ratio: self.max_ratio,
            cells: self.max_cells,
            problems: self.max_problems.get(),
        }
    }
}

/// Deeper nesting than this the readers of YAML and JSON refuse themselves.
fn depth() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..=Limits::DEEPEST as u64)
}

fn most(number: usize) -> NonZeroUsize {
    NonZeroUsize::new(number).unwrap_or(NonZeroUsize::MIN)
}
