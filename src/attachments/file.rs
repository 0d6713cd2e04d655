//! One file: whether it may be read, and its digest.

use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

/// How much of a file is in memory at once, in bytes.
const PIECE: usize = 64 << 10;

/// What a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A file, with its SHA-256.
    There([u8; 32]),
    /// Nothing.
    Missing,
    /// A place outside of the folder, by `..`, from the root of the disk, or by a link.
    Outside,
    /// A folder, a pipe, a device.
    NoFile,
    /// A file that cannot be read, and why.
    Unreadable(String),
}

/// The real path of what a name leads to in a folder.
///
/// # Errors
/// Why it may not, or cannot, be read.
pub fn find(folder: &Path, name: &str) -> Result<PathBuf, State> {
    let path = Path::new(name);
    let is_inside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if !path.components().all(is_inside) {
        return Err(State::Outside);
    }
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound
        | ErrorKind::NotADirectory
        // A name with a zero character, or one that is too long, is none that a file can have.
        | ErrorKind::InvalidInput
        | ErrorKind::InvalidFilename => State::Missing,
        _ => State::Unreadable(error.to_string()),
    };
    let folder = fs::canonicalize(folder).map_err(unreadable)?;
    let real = fs::canonicalize(folder.join(path)).map_err(unreadable)?;
    if !real.starts_with(&folder) {
        return Err(State::Outside);
    }
    // Opening a pipe would wait for somebody who writes to it.
    let metadata = fs::metadata(&real).map_err(unreadable)?;
    if metadata.is_file() {
        Ok(real)
    } else {
        Err(State::NoFile)
    }
}

/// The digest of a regular file that nobody changes meanwhile.
pub fn digest(path: &Path) -> State {
    let read = || -> std::io::Result<State> {
        let mut file = File::open(path)?;
        let before = file.metadata()?;
        if !before.is_file() {
            return Ok(State::NoFile);
        }
        let mut hasher = Sha256::new();
        let mut piece = vec![0; PIECE];
        // What grows while it is read would have no end.
        let mut left = before.len() + 1;
        while left > 0 {
            let read = match file.by_ref().take(left).read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hasher.update(piece.get(..read).unwrap_or_default());
            left -= read as u64;
        }
        let after = file.metadata()?;
        if left != 1
            || (before.len(), before.modified().ok()) != (after.len(), after.modified().ok())
        {
            return Ok(State::Unreadable("it changed while it was read".to_owned()));
        }
        Ok(State::There(hasher.finalize().into()))
    };
    read().unwrap_or_else(|error| State::Unreadable(error.to_string()))
}
