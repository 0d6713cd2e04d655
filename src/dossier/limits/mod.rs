//! What reading a dossier may cost. Every limit has its default here, and an option that changes it in
//! `src/cli/limits.rs`; documents and messages take both from there.

mod limit;
mod size;

use std::collections::BTreeMap;

pub(crate) use limit::{Exceeded, Limit};
pub use size::Size;

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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Limit, Limits};

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
}
