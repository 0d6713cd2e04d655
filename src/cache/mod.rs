//! Results of earlier runs, by content: of the same dossier, packs, classes and program the result is
//! the same, wherever the dossier lies. An entry carries the digest of what is in it; one that is
//! damaged, or of something else, is as good as none. Runs may share a folder.

mod entry;
mod room;

use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;
use tempfile::NamedTempFile;

use crate::dossier::{Limits, Loaded, Source};
use crate::pack::source::hex;
use crate::report::model::Head;
use crate::report::{DossierReport, ErrorReport};
use room::Room;

/// What an entry is of: in hexadecimal, a digest of everything that its result depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

/// A folder with results.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// What all results of this run depend on.
    base: Sha256,
    room: Room,
    failures: AtomicU64,
}

/// How the name of an entry ends.
const ENTRY: &str = "result";

/// How the name of an entry under way begins.
const DRAFT: &str = ".draft-";

/// Where it stands.
const TAG_FILE: &str = "CACHEDIR.TAG";

/// A note that backups and other programs look for.
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
                   # This folder has results that ciieval can work out again.\n";

impl Cache {
    /// The results in `folder`, at most `limit` bytes of them, for the packs and this program of `head`
    /// the classes asked for, and the limits on a dossier.
    ///
    /// # Errors
    /// A folder that cannot be made, read or written to.
    pub fn open(
        folder: &Path,
        limit: u64,
        head: &Head,
        classes: &[String],
        limits: &Limits,
    ) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        tag(folder)?;
        let mut base = Sha256::new();
        let mut add = |text: &str| {
            base.update((text.len() as u64).to_le_bytes());
            base.update(text.as_bytes());
        };
        add(head.tool.version);
        // Two builds of one version may differ.
        add(env!("CIIEVAL_BUILD"));
        for pack in &head.packs {
            add(&pack.id);
            add(&pack.sha256);
        }
        add(head.scheme.as_ref().map_or("", |scheme| &scheme.sha256));
        add("classes");
        for class in classes {
            add(class);
        }
        // Beyond other limits a dossier that has a result here would have none.
        for (limit, number) in limits.changed() {
            add(&format!("{limit} {number}"));
        }
        Ok(Self {
            room: Room::new(folder, limit)?,
            folder: folder.to_owned(),
            base,
            failures: AtomicU64::new(0),
        })
    }

    /// The same for results with claims, which others do not have.
    #[must_use]
    pub fn with_claims(mut self) -> Self {
        self.base.update(b"claims");
        self
    }

    /// What a dossier's result is kept by.
    #[must_use]
    pub fn key(&self, loaded: &Loaded) -> Key {
        let mut hasher = self.base.clone();
        hasher.update([u8::from(loaded.source.is_folder)]);
        for file in &loaded.source.files {
            hasher.update(format!("{:?};", file.format));
        }
        hasher.update(&loaded.sha256);
        Key(hex(&hasher.finalize()))
    }

    /// The result of an earlier run, as one of the dossier at `source`.
    #[must_use]
    pub fn get(&self, key: &Key, source: &Source) -> Option<(DossierReport, Vec<ErrorReport>)> {
        let path = self.path(key);
        let bytes = fs::read(&path).ok()?;
        let result = entry::open(&bytes, key)?.of(source)?;
        // What is used is kept longer; where that cannot be noted, it is kept as it was.
        let _ = fs::File::options()
            .append(true)
            .open(&path)
            .and_then(|file| file.set_modified(SystemTime::now()));
        Some(result)
    }

    /// Keeps a result for later runs. One that cannot be kept is none the worse.
    pub fn put(&self, key: &Key, dossier: &DossierReport, errors: &[ErrorReport], source: &Source) {
        let Some(bytes) = entry::seal(key, dossier, errors, source) else {
            return;
        };
        match self.write(key, &bytes) {
            Ok(()) => self.room.take(bytes.len() as u64),
            Err(_) => {
                self.failures.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// How many results could not be kept.
    #[must_use]
    pub fn failures(&self) -> u64 {
        self.failures.load(Ordering::Relaxed)
    }

    fn write(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let mut draft = NamedTempFile::with_prefix_in(DRAFT, folder)?;
        draft.write_all(bytes)?;
        draft.persist(&path)?;
        Ok(())
    }

    fn path(&self, key: &Key) -> PathBuf {
        let (first, rest) = key.0.split_at_checked(2).unwrap_or(("", &key.0));
        self.folder.join(first).join(rest).with_extension(ENTRY)
    }
}

/// Tells other programs what the folder is, and shows that it can be written to. One that is there
/// already may be full: what it has is still of use.
fn tag(folder: &Path) -> io::Result<()> {
    let path = folder.join(TAG_FILE);
    if path.is_file() {
        return Ok(());
    }
    let mut tag = NamedTempFile::with_prefix_in(DRAFT, folder)?;
    tag.write_all(TAG.as_bytes())?;
    tag.persist(path)?;
    Ok(())
}
