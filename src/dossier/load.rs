//! The bytes of a dossier, with their digest, before anything is made of them.

use sha2::{Digest, Sha256};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::find::{Content, Source, SourceFile};
use super::problem::Problem;
use super::{LARGEST, too_large};
use crate::pack::source::hex;

/// A dossier whose files have been read.
#[derive(Debug)]
pub struct Loaded {
    /// Where it is from.
    pub source: Source,
    /// SHA-256 of the file or line; of a folder, over the names and contents of its files.
    pub sha256: String,
    /// The bytes of each file, or why it could not be read.
    pub(super) files: Vec<Result<Vec<u8>, Problem>>,
}

impl Loaded {
    /// Reads the files of a dossier.
    #[must_use]
    pub fn new(mut source: Source) -> Self {
        let files: Vec<Result<Vec<u8>, Problem>> = source.files.iter_mut().map(bytes).collect();
        let mut hasher = Sha256::new();
        for (file, bytes) in source.files.iter().zip(&files) {
            let Ok(bytes) = bytes else { continue };
            if source.is_folder {
                hasher.update(file.name.as_bytes());
                hasher.update([0]);
                hasher.update((bytes.len() as u64).to_le_bytes());
            }
            hasher.update(bytes);
        }
        Self {
            sha256: hex(&hasher.finalize()),
            source,
            files,
        }
    }

    /// Whether every file could be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.files.iter().all(Result::is_ok)
    }
}

fn bytes(file: &mut SourceFile) -> Result<Vec<u8>, Problem> {
    match &mut file.content {
        Content::Bytes(bytes) => Ok(std::mem::take(bytes)),
        Content::TooLarge => Err(Problem::new(&file.shown, too_large())),
        Content::File(path) => read(path).map_err(|error| {
            let message = match error {
                Unread::Unreadable(error) => format!("cannot be read: {error}"),
                Unread::TooLarge => too_large(),
                Unread::Changing => {
                    "changed while it was read: try again when nothing writes to it".to_owned()
                }
            };
            Problem::new(&file.shown, message)
        }),
    }
}

enum Unread {
    Unreadable(io::Error),
    TooLarge,
    Changing,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// The bytes of a file that nobody changed meanwhile: evidence of two moments would be nobody's.
fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let mut file = File::open(path)?;
    let before = file.metadata()?;
    if before.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default() + 1);
    (&mut file).take(LARGEST + 1).read_to_end(&mut bytes)?;
    let after = file.metadata()?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    // Files of the system, such as those in /proc, have no length.
    let is_short = before.len() > 0 && bytes.len() as u64 != before.len();
    if is_short || stamp(&before) != stamp(&after) {
        return Err(Unread::Changing);
    }
    Ok(bytes)
}

fn stamp(metadata: &Metadata) -> (u64, Option<std::time::SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Unread, read};
    use std::io::Write;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_file_that_changes_while_it_is_read_is_never_taken_for_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        let block = "x".repeat(8 << 20);
        std::fs::write(&path, &block).unwrap();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut file = std::fs::OpenOptions::new()
                    .append(true)
                    .open(&path)
                    .unwrap();
                while !done.load(Ordering::Relaxed) {
                    file.write_all(b"y").unwrap();
                    std::thread::sleep(std::time::Duration::from_micros(50));
                }
            });
            let changed = (0..50).any(|_| matches!(read(&path), Err(Unread::Changing)));
            done.store(true, Ordering::Relaxed);
            assert!(
                changed,
                "eight megabytes were read fifty times within no write"
            );
        });
        assert_eq!(read(&path).ok().unwrap(), std::fs::read(&path).unwrap());
    }
}
