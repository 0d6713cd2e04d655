//! What comes last in a report and is known before: kept in memory while it is little, else on disk.

use std::fmt;
use std::io::{self, BufRead, BufReader, Seek, Write};
use tempfile::SpooledTempFile;

/// How much stays in memory, in bytes.
const IN_MEMORY: usize = 1 << 20;

/// Pieces of text in the order in which they came.
pub struct Spool {
    file: SpooledTempFile,
    pieces: u64,
}

impl fmt::Debug for Spool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Spool({} pieces)", self.pieces)
    }
}

impl Default for Spool {
    fn default() -> Self {
        Self {
            file: SpooledTempFile::new(IN_MEMORY),
            pieces: 0,
        }
    }
}

impl Spool {
    /// Adds a piece.
    pub fn push(&mut self, piece: &str) -> io::Result<()> {
        self.pieces += 1;
        self.file.write_all(piece.as_bytes())
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.pieces == 0
    }

    /// Copies everything to `out`.
    pub fn copy(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.file.rewind()?;
        io::copy(&mut self.file, out).map(|_| ())
    }

    /// Everything line by line.
    pub fn lines(&mut self) -> io::Result<impl Iterator<Item = io::Result<String>>> {
        self.file.rewind()?;
        Ok(BufReader::new(&mut self.file).lines())
    }
}
