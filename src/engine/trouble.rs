//! Why a query gave nothing, told apart: the rest of the dossier goes on, or does not.

use regorus::LimitError;
use std::fmt;

use super::complaint::Complaint;
use super::spell::Spelling;
use super::{Failure, Stop, limits};

/// Characters of the engine's own words that are passed on.
const SAID: usize = 1_000;

/// What kept a query from giving a value.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A rule raised.
    Raised(Complaint),
    /// The time is over.
    Time,
    /// The program holds too much.
    Memory,
    /// A regular expression is too large once it is worked out.
    Pattern(usize),
    /// The engine panicked.
    Broken,
}

impl Trouble {
    pub fn of(error: &Failure, spelling: &Spelling) -> Self {
        match error.downcast_ref::<LimitError>() {
            Some(LimitError::TimeLimitExceeded { .. }) => return Self::Time,
            Some(LimitError::MemoryLimitExceeded { .. }) => return Self::Memory,
            Some(LimitError::RegexSizeLimitExceeded { limit }) => return Self::Pattern(*limit),
            None => {}
        }
        let whole = format!("{error:#}");
        // The engine passes on what a guarded builtin says as a mere text.
        if whole.contains("execution exceeded memory limit") {
            return Self::Memory;
        }
        let mut complaint = Complaint::read(&spelling.read(&whole));
        if let Some((end, _)) = complaint.message.char_indices().nth(SAID) {
            complaint.message.truncate(end);
            complaint.message.push('…');
        }
        Self::Raised(complaint)
    }

    /// Whether the whole evaluation stops. Alone, a rule that needs too much memory has itself to blame.
    pub fn stop(&self, is_alone: bool) -> Result<(), Stop> {
        match self {
            Self::Memory if !is_alone => Err(Stop::Memory),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Raised(complaint) => complaint.fmt(f),
            Self::Time => f.write_str("took too long"),
            Self::Memory => write!(
                f,
                "needs more than the {} MiB of memory that rules may take for a dossier; `--max-memory` raises it",
                limits::memory() >> 20
            ),
            Self::Pattern(limit) => write!(
                f,
                "a regular expression takes more than {} KiB once its repetitions are written out",
                limit >> 10
            ),
            Self::Broken => {
                f.write_str("the engine broke down: a builtin does not take these arguments")
            }
        }
    }
}
