//! The room that entries may take: where there is too little, those used longest ago go.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

use super::{DRAFT, ENTRY};

/// After clearing up this much of the limit is used, in per cent, so that it is not needed at once again.
const FILLED: u64 = 80;

/// Drafts this old are of runs that came to an end before they did.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// The room of one folder.
#[derive(Debug)]
pub struct Room {
    folder: PathBuf,
    limit: u64,
    /// How many bytes there are, as far as this run knows.
    used: AtomicU64,
    clearing: Mutex<()>,
}

struct Entry {
    path: PathBuf,
    size: u64,
    used: SystemTime,
}

impl Room {
    /// The room in a folder; clears up where it is too little already.
    pub fn new(folder: &Path, limit: u64) -> io::Result<Self> {
        fs::read_dir(folder)?;
        let room = Self {
            folder: folder.to_owned(),
            limit,
            used: AtomicU64::new(0),
            clearing: Mutex::new(()),
        };
        room.count();
        Ok(room)
    }

    /// Notes that an entry was added.
    pub fn take(&self, bytes: u64) {
        self.used.fetch_add(bytes, Ordering::Relaxed);
        if self.is_full() {
            let _alone = self.clearing.lock();
            // Another thread may have cleared up meanwhile.
            if self.is_full() {
                self.count();
            }
        }
    }

    fn is_full(&self) -> bool {
        self.used.load(Ordering::Relaxed) > self.limit
    }

    /// Counts anew what is there, which other runs may have changed, and removes what is too much.
    fn count(&self) {
        let known = self.used.load(Ordering::Relaxed);
        let mut entries = entries(&self.folder);
        let mut used: u64 = entries.iter().map(|entry| entry.size).sum();
        if used > self.limit {
            entries.sort_by(|a, b| (a.used, &a.path).cmp(&(b.used, &b.path)));
            let enough = self.limit / 100 * FILLED;
            for entry in &entries {
                if used <= enough {
                    break;
                }
                if fs::remove_file(&entry.path).is_ok() {
                    used = used.saturating_sub(entry.size);
                }
            }
        }
        // What other threads have added since may not have been seen; rather it counts twice.
        self.used.fetch_add(used, Ordering::Relaxed);
        self.used.fetch_sub(known, Ordering::Relaxed);
    }
}

/// The entries of a folder. Nothing else in it is touched but abandoned drafts.
fn entries(folder: &Path) -> Vec<Entry> {
    let mut entries = Vec::new();
    for file in WalkDir::new(folder).max_depth(2).into_iter().flatten() {
        let Some(metadata) = file.metadata().ok().filter(fs::Metadata::is_file) else {
            continue;
        };
        let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let name = file.file_name().to_string_lossy();
        if is_entry(file.path()) && file.depth() == 2 {
            entries.push(Entry {
                size: metadata.len(),
                used,
                path: file.into_path(),
            });
        } else if name.starts_with(DRAFT) && used.elapsed().is_ok_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(file.path());
        }
    }
    entries
}

fn is_entry(path: &Path) -> bool {
    let is_name = |stem: &str| stem.len() == 62 && stem.bytes().all(|b| b.is_ascii_hexdigit());
    path.extension().is_some_and(|extension| extension == ENTRY)
        && path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .is_some_and(is_name)
}
