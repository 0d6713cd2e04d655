//! The files that dossiers name as attachments: whether each is inside of the folder, is there and has the
//! digest stated, and whether one file is used for facts that contradict each other.
//!
//! Below the folder of a run, a dossier has the folder of its own name (`a.yaml`: `a`) if there is one, else
//! the folder itself. Every file is read once in a run, in pieces.

mod file;
mod named;
mod uses;

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use walkdir::WalkDir;

use crate::dossier::Places;
use crate::dossier::{Content, Source};
use crate::observation::Observation;
use crate::pack::source::hex;
use crate::report::remark::{AttachmentsReport, Remark, RemarkPlace, title};
use file::State;
use named::{Named, named};

/// How many files that nobody names are listed.
const MOST_LISTED: usize = 1_000;

/// The attachments of a run.
#[derive(Debug)]
pub struct Attachments {
    root: PathBuf,
    /// The folder as the user named it.
    shown: String,
    /// What is known of files, by a digest of their real paths.
    known: Mutex<HashMap<[u8; 16], Arc<OnceLock<State>>>>,
    /// Folders that dossiers have used, from the root.
    used: Mutex<BTreeSet<PathBuf>>,
    /// Files that are no attachments, whoever names them: reports of this run.
    own: Vec<PathBuf>,
}

/// What was found out about the attachments of one dossier.
#[derive(Debug, Default)]
pub struct Checked {
    /// What the report says.
    pub report: AttachmentsReport,
    /// File and digest, as the dossier writes them, of those that are as stated.
    pub verified: Verified,
    /// Where files that are there are named, with their SHA-256.
    pub digests: Vec<(String, String)>,
}

/// Where attachments are named, with the SHA-256 that the dossier states.
#[must_use]
pub fn stated(evidence: &Value) -> Vec<(String, String)> {
    let named = named(evidence).into_iter();
    named
        .filter_map(|one| Some((one.path, one.sha256?.to_owned())))
        .collect()
}

/// Attachments that are as the dossier states, by file and digest.
#[derive(Debug, Default)]
pub struct Verified(HashSet<(String, String)>);

impl Verified {
    /// Whether an entry of a list of attachments is one of them.
    #[must_use]
    pub fn has(&self, attachment: &Value) -> bool {
        let text = |key| attachment.get(key).and_then(Value::as_str);
        let pair = text("file").zip(text("sha256"));
        pair.is_some_and(|(file, sha256)| self.0.contains(&(file.to_owned(), sha256.to_owned())))
    }
}

impl Attachments {
    /// The attachments below `root`; `own` are files there that are none.
    ///
    /// # Errors
    /// A folder that is none or cannot be read.
    pub fn open(root: &Path, own: Vec<PathBuf>) -> io::Result<Self> {
        fs::read_dir(root)?;
        Ok(Self {
            shown: shown(root),
            root: fs::canonicalize(root)?,
            known: Mutex::default(),
            used: Mutex::default(),
            own,
        })
    }

    /// The same folder under the name that an earlier report calls it by.
    #[must_use]
    pub fn called(self, shown: &str) -> Self {
        Self {
            shown: shown.to_owned(),
            ..self
        }
    }

    /// Looks at everything that the dossier of `source` names.
    #[must_use]
    pub fn check(&self, evidence: &Value, source: &Source, places: &Places) -> Checked {
        let folder = self.folder(source);
        lock(&self.used).insert(folder.clone());
        for file in &source.files {
            if let Content::File(path) = &file.content
                && let Ok(path) = fs::canonicalize(path)
            {
                self.entry(&path);
            }
        }
        let named = named(evidence);
        let mut checked = Checked::default();
        let mut found: Vec<Observation> = Vec::new();
        for one in &named {
            checked.report.named += 1;
            match self.state(&folder, one.file) {
                State::There(actual) => {
                    let actual = hex(&actual);
                    checked.digests.push((one.path.clone(), actual.clone()));
                    match one.sha256 {
                        Some(stated) if stated == actual => {
                            checked.report.verified += 1;
                            let pair = (one.file.to_owned(), stated.to_owned());
                            checked.verified.0.insert(pair);
                        }
                        Some(_) => found.push(changed(one, &actual)),
                        None => checked.report.without_digest += 1,
                    }
                }
                State::Missing => found.push(missing(one)),
                State::Outside => found.push(outside(one)),
                State::NoFile => found.push(no_file(one)),
                State::Unreadable(why) => found.push(unreadable(one, &why)),
            }
        }
        found.extend(uses::contradictions(&named));
        let remarks = found.into_iter();
        checked.report.remarks = remarks
            .map(|observation| Remark::new(observation, &source.path, places))
            .collect();
        checked
    }

    /// The files that no dossier of the run names, in the folders that dossiers have used; nothing if there
    /// are none.
    #[must_use]
    pub fn orphaned(&self) -> Option<Remark> {
        let used = lock(&self.used);
        let known = lock(&self.known);
        let is_whole = used.contains(Path::new(""));
        let folders: Vec<&PathBuf> = used
            .iter()
            .filter(|folder| !is_whole || folder.as_os_str().is_empty())
            .collect();
        let mut places = Vec::new();
        let mut count = 0_usize;
        for folder in folders {
            let walk = WalkDir::new(self.root.join(folder)).min_depth(1);
            let walk = walk.sort_by_file_name().into_iter();
            let files = walk.filter_entry(|entry| !is_hidden(entry.file_name()));
            for file in files.flatten().filter(|file| !file.file_type().is_dir()) {
                let real = fs::canonicalize(file.path()).unwrap_or_else(|_| file.path().into());
                if known.contains_key(&key(&real)) || self.own.contains(&real) {
                    continue;
                }
                count += 1;
                if count <= MOST_LISTED {
                    let inside = file.path().strip_prefix(&self.root).unwrap_or(file.path());
                    places.push(RemarkPlace {
                        file: format!("{}/{}", self.shown, shown(inside)),
                        ..RemarkPlace::default()
                    });
                }
            }
        }
        let (zh, en) = match count.saturating_sub(places.len()) {
            0 => (String::new(), String::new()),
            more => (
                format!("（另有 {more} 个未列出）"),
                format!(" ({more} more are not listed)"),
            ),
        };
        (count > 0).then(|| Remark {
            kind: "attachments_orphaned".to_owned(),
            text: title(
                &format!("附件文件夹中有 {count} 个文件未被任何卷宗写明{zh}。"),
                &format!("files in the folder of attachments that no dossier names: {count}{en}."),
            ),
            places,
        })
    }

    /// The folder of a dossier, from the root.
    fn folder(&self, source: &Source) -> PathBuf {
        let is_line = source.files.iter().any(|file| file.line.is_some());
        let path = Path::new(&source.path);
        let name = if source.is_folder {
            path.file_name()
        } else {
            path.file_stem()
        };
        let own = name.filter(|_| !is_line).map(PathBuf::from);
        let is_inside = |folder: &PathBuf| {
            let real = fs::canonicalize(self.root.join(folder));
            real.is_ok_and(|real| real.is_dir() && real.starts_with(&self.root))
        };
        own.filter(is_inside).unwrap_or_default()
    }

    fn state(&self, folder: &Path, file: &str) -> State {
        match file::find(&self.root.join(folder), file) {
            Ok(real) => self
                .entry(&real)
                .get_or_init(|| file::digest(&real))
                .clone(),
            Err(state) => state,
        }
    }

    fn entry(&self, real: &Path) -> Arc<OnceLock<State>> {
        Arc::clone(lock(&self.known).entry(key(real)).or_default())
    }
}

/// What a thread that failed leaves behind is as good as before.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn key(path: &Path) -> [u8; 16] {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    let mut key = [0; 16];
    key.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    key
}

/// A path as reports write it, whatever the system.
#[must_use]
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.trim_end_matches('/').to_owned()
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn changed(named: &Named, actual: &str) -> Observation {
    let Named { file, .. } = named;
    Observation::new(
        "attachment_changed",
        format!("附件“{file}”与写明的摘要不一致：实际 SHA-256 为 {actual}。"),
        format!("the attachment “{file}” is another than stated: its SHA-256 is {actual}."),
        &[&named.path],
    )
}

fn missing(named: &Named) -> Observation {
    let Named { file, .. } = named;
    Observation::new(
        "attachment_missing",
        format!("附件“{file}”不在附件文件夹中。"),
        format!("the attachment “{file}” is not in the folder of attachments."),
        &[&named.path],
    )
}

fn outside(named: &Named) -> Observation {
    let Named { file, .. } = named;
    Observation::new(
        "attachment_outside",
        format!("附件“{file}”指向附件文件夹之外，未读取：请写文件夹内的相对路径。"),
        format!(
            "the attachment “{file}” leads out of the folder of attachments and was not read: write a path inside of it."
        ),
        &[&named.path],
    )
}

fn no_file(named: &Named) -> Observation {
    let Named { file, .. } = named;
    Observation::new(
        "attachment_no_file",
        format!("附件“{file}”不是普通文件，未读取。"),
        format!("the attachment “{file}” is no regular file and was not read."),
        &[&named.path],
    )
}

fn unreadable(named: &Named, why: &str) -> Observation {
    let Named { file, .. } = named;
    Observation::new(
        "attachment_unreadable",
        format!("附件“{file}”无法读取：{why}。"),
        format!("the attachment “{file}” cannot be read: {why}."),
        &[&named.path],
    )
}
