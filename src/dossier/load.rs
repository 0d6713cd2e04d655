//! The bytes of a dossier, with their digest, before anything is made of them.

use sha2::{Digest, Sha256};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::find::{Content, Source, SourceFile};
use super::limits::Limit;
use super::problem::Problem;
use crate::pack::source::hex;

/// A dossier whose files have been read.
#[derive(Debug)]
pub struct Loaded {
    /// Where it is from.
    pub source: Source,
    /// SHA-256 of the file or line; of a folder, over the names and contents of its files.
    pub sha256: String,
    /// The bytes of each file, or why it could not be read; none of those after one that is too large.
    pub(super) files: Vec<Result<Vec<u8>, Problem>>,
}

impl Loaded {
    /// Reads the files of a dossier.
    #[must_use]
    pub fn new(mut source: Source) -> Self {
        let files = all_bytes(&mut source);
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

/// The bytes of the files, up to the one with which they become too large together.
fn all_bytes(source: &mut Source) -> Vec<Result<Vec<u8>, Problem>> {
    let limits = source.limits;
    let mut left = limits.file_size;
    let mut all = Vec::new();
    for file in &mut source.files {
        let found = bytes(file, left);
        let is_beyond = matches!(found, Err(Unread::TooLarge(_)));
        let found = found.map_err(|error| {
            let before = limits.file_size - left;
            let message = match error {
                Unread::Unreadable(error) => format!("cannot be read: {error}"),
                Unread::Odd => "is neither a file nor a directory".to_owned(),
                Unread::TooLarge(size) => {
                    let size = size.map(|size| size.saturating_add(before));
                    let message = Limit::FileSize.exceeded(&limits, size);
                    let joined = if before > 0 {
                        "with the parts before it "
                    } else {
                        ""
                    };
                    format!("{joined}{message}")
                }
                Unread::Changing => {
                    "changed while it was read: try again when nothing writes to it".to_owned()
                }
            };
            Problem::new(&file.shown, message)
        });
        left = left.saturating_sub(found.as_ref().map_or(0, |bytes| bytes.len() as u64));
        all.push(found);
        if is_beyond {
            break;
        }
    }
    all
}

fn bytes(file: &mut SourceFile, largest: u64) -> Result<Vec<u8>, Unread> {
    match &mut file.content {
        Content::Bytes(bytes) => Ok(std::mem::take(bytes)),
        Content::TooLarge => Err(Unread::TooLarge(None)),
        Content::File(path) => read(path, largest),
    }
}

enum Unread {
    Unreadable(io::Error),
    /// With its size, where that is known.
    TooLarge(Option<u64>),
    /// A pipe or device that came to stand where a file was.
    Odd,
    Changing,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// The bytes of a file that nobody changed meanwhile: evidence of two moments would be nobody's.
fn read(path: &Path, largest: u64) -> Result<Vec<u8>, Unread> {
    let mut file = File::open(path)?;
    let before = file.metadata()?;
    if !before.is_file() {
        return Err(Unread::Odd);
    }
    if before.len() > largest {
        return Err(Unread::TooLarge(Some(before.len())));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default() + 1);
    let most = largest.saturating_add(1);
    (&mut file).take(most).read_to_end(&mut bytes)?;
    let after = file.metadata()?;
    if bytes.len() as u64 > largest {
        return Err(Unread::TooLarge(None));
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
            let changed = (0..50).any(|_| matches!(read(&path, 1 << 30), Err(Unread::Changing)));
            done.store(true, Ordering::Relaxed);
            assert!(
                changed,
                "eight megabytes were read fifty times within no write"
            );
        });
        assert_eq!(
            read(&path, 1 << 30).ok().unwrap(),
            std::fs::read(&path).unwrap()
        );
    }
}
