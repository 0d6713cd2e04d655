//! What a dossier has cost so far while it is read, held against its limits.

use super::limits::{Exceeded, Limit, Limits};
use super::path::DataPath;

/// What a dossier has cost so far.
#[derive(Debug)]
pub(super) struct Meter {
    /// What it may cost.
    pub limits: Limits,
    /// Keys and values.
    pub values: usize,
    /// Keys and values that the text at hand may have, with what its aliases repeat.
    written: Option<usize>,
    /// Keys and values of the texts before.
    before: usize,
    /// Bytes of text.
    text: u64,
    depth: usize,
    /// The limit that was hit.
    pub exceeded: Option<Exceeded>,
}

/// What the readers of formats pass on; the meter knows more.
const STOPPED: &str = "a limit was hit";

impl Meter {
    /// A meter for a text, after so many keys and values in those before it.
    pub(super) fn new(limits: Limits, values: usize) -> Self {
        Self {
            limits,
            values,
            written: None,
            before: values,
            text: 0,
            depth: 0,
            exceeded: None,
        }
    }

    /// Says that the text has aliases, and so many keys and values without them.
    pub(super) fn with_aliases(&mut self, written: usize) {
        self.written = Some(written.saturating_add(self.limits.repeated));
    }

    /// Counts a key or value that has so much text.
    pub(super) fn value(
        &mut self,
        text: usize,
        path: impl Fn() -> DataPath,
    ) -> Result<(), &'static str> {
        let text = text as u64;
        self.values += 1;
        self.text = self.text.saturating_add(text);
        let limits = &self.limits;
        let (limit, found) = if text > limits.text {
            (Limit::Text, Some(text))
        } else if self
            .written
            .is_some_and(|most| self.values - self.before > most)
        {
            (Limit::Repeated, None)
        } else if self.values > limits.values {
            (Limit::Values, None)
        } else if self.written.is_some() && self.text > limits.file_size {
            (Limit::RepeatedText, None)
        } else {
            return Ok(());
        };
        self.stop(limit, found, path())
    }

    /// A list or mapping begins.
    pub(super) fn enter(&mut self, path: impl Fn() -> DataPath) -> Result<(), &'static str> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return self.stop(Limit::Depth, None, path());
        }
        Ok(())
    }

    /// A list or mapping ends.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    fn stop(
        &mut self,
        limit: Limit,
        found: Option<u64>,
        path: DataPath,
    ) -> Result<(), &'static str> {
        let exceeded = Exceeded { limit, path, found };
        self.exceeded.get_or_insert(exceeded);
        Err(STOPPED)
    }
}
