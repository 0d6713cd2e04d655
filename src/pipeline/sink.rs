//! Where reports go: standard output, devices and pipes as they grow, and files, which get their names
//! when they are whole. A report that cannot be written costs only itself.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::NamedTempFile;

use super::work::Done;
use crate::interrupt::Drafts;
use crate::report::ErrorReport;
use crate::report::format::{End, Format, Writer};

/// Who may read and write a new file, before the system takes away what it is told to.
const ANYBODY: u32 = 0o666;

/// A place for a report.
#[derive(Debug)]
pub enum Place {
    /// Standard output.
    Stdout,
    /// A file that is not a regular one, such as a pipe.
    Device(PathBuf, File),
    /// A file that is there when the report is whole.
    File(Draft),
}

/// A file under another name in the same folder.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
    drafts: Drafts,
}

/// Reports that are being written.
pub struct Sink<'o> {
    reports: Vec<Report>,
    out: &'o mut dyn Write,
}

struct Report {
    writer: Box<dyn Writer>,
    place: Place,
    state: State,
}

#[derive(Debug)]
enum State {
    Open,
    /// Whoever read has seen enough: no error of this program.
    Left,
    Failed(io::Error),
}

impl Place {
    /// The place at a path, before anything is written there.
    ///
    /// # Errors
    /// A path where nothing can be written.
    pub fn open(path: &Path, drafts: &Drafts) -> io::Result<Self> {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&path) {
            Ok(kind) if kind.is_file() => {
                // A file that must not be written to is not replaced either.
                OpenOptions::new().append(true).open(&path)?;
                let draft = Draft::new(&path, ANYBODY, drafts)?;
                draft
                    .file
                    .get_ref()
                    .as_file()
                    .set_permissions(kind.permissions())?;
                Ok(Self::File(draft))
            }
            Ok(_) => {
                let file = OpenOptions::new().write(true).open(&path)?;
                Ok(Self::Device(path, file))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Self::File(Draft::new(&path, ANYBODY, drafts)?))
            }
            Err(error) => Err(error),
        }
    }

    /// The place of a file that only its owner may read, whoever might read one that is there.
    ///
    /// # Errors
    /// A path where nothing can be written, or where something else than a file is.
    pub fn secret(path: &Path, drafts: &Drafts) -> io::Result<Self> {
        if fs::symlink_metadata(path).is_ok_and(|kind| !kind.is_file()) {
            return Err(io::Error::from(ErrorKind::AlreadyExists));
        }
        Ok(Self::File(Draft::new(path, 0o600, drafts)?))
    }

    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::Device(path, _) => Some(path),
            Self::File(draft) => Some(&draft.path),
        }
    }

    /// Whether several reports may go there, as to `/dev/null`.
    #[must_use]
    pub fn takes_several(&self) -> bool {
        #[cfg(unix)]
        if let Self::Device(_, file) = self {
            use std::os::unix::fs::FileTypeExt;
            let kind = file.metadata().map(|metadata| metadata.file_type());
            return kind.is_ok_and(|kind| kind.is_char_device());
        }
        false
    }

    /// Whether people would see what is written there.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        match self {
            Self::Stdout => io::stdout().is_terminal(),
            Self::Device(_, file) => file.is_terminal(),
            Self::File(_) => false,
        }
    }

    /// Writes there; standard output is not its to write to.
    ///
    /// # Errors
    /// Those of the file.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Stdout => Err(io::Error::from(ErrorKind::Unsupported)),
            Self::Device(_, file) => file.write_all(bytes),
            Self::File(draft) => draft.file.write_all(bytes),
        }
    }

    /// Gives a file its name.
    ///
    /// # Errors
    /// What could not be written, which leaves the file as it was.
    pub fn publish(self) -> io::Result<()> {
        match self {
            Self::File(draft) => draft.publish(true),
            Self::Stdout | Self::Device(..) => Ok(()),
        }
    }
}

impl Draft {
    fn new(path: &Path, mode: u32, drafts: &Drafts) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
        let Some(name) = path.file_name() else {
            return Err(io::Error::from(ErrorKind::IsADirectory));
        };
        let path = folder.join(name);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ciieval-").suffix(".draft");
        #[cfg(not(unix))]
        let _ = mode;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(mode));
        }
        let file = builder.tempfile_in(&folder)?;
        drafts.add(file.path());
        Ok(Self {
            path,
            file: BufWriter::with_capacity(1 << 16, file),
            drafts: drafts.clone(),
        })
    }

    /// Gives the file its name, that of a file which is there only if it may be replaced.
    fn publish(self, replace: bool) -> io::Result<()> {
        let file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        let draft = file.path().to_owned();
        let published = if replace {
            file.persist(&self.path)
        } else {
            file.persist_noclobber(&self.path)
        };
        self.drafts.remove(&draft);
        published.map_err(|error| error.error)?;
        keep_name(&self.path);
        Ok(())
    }
}

/// Writes a new file: all of it or none, and never over one that is there.
///
/// # Errors
/// What cannot be written, or is there already.
pub fn create(path: &Path, bytes: &[u8], drafts: &Drafts) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::Error::from(ErrorKind::AlreadyExists));
    }
    let mut draft = Draft::new(path, ANYBODY, drafts)?;
    draft.file.write_all(bytes)?;
    draft.publish(false)
}

/// Has the system write down the name of a file too, as far as it can: otherwise the old file might be there
/// again after a loss of power.
fn keep_name(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

impl<'o> Sink<'o> {
    /// Reports at places; `out` is standard output.
    #[must_use]
    pub fn new(places: Vec<(Arc<dyn Format>, Place)>, out: &'o mut dyn Write) -> Self {
        let report = |(format, place): (Arc<dyn Format>, Place)| Report {
            writer: format.writer(),
            place,
            state: State::Open,
        };
        Self {
            reports: places.into_iter().map(report).collect(),
            out,
        }
    }

    /// Begins every report.
    pub fn begin(&mut self) {
        self.each(|_, writer, out| writer.begin(out));
    }

    /// Adds a dossier or errors, and lets whoever reads have them at once.
    pub fn add(&mut self, done: &Done) {
        self.each(|number, writer, out| {
            if let Some(fragment) = done.fragments.get(number) {
                writer.dossier(fragment, out)?;
            }
            errors(&done.errors, writer, out)
        });
    }

    /// Whether nobody is left to write for.
    #[must_use]
    pub fn is_deaf(&self) -> bool {
        !self
            .reports
            .iter()
            .any(|report| matches!(report.state, State::Open))
    }

    /// Whether a report could not be written.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.reports
            .iter()
            .any(|report| matches!(report.state, State::Failed(_)))
    }

    /// Ends every report and gives files their names.
    ///
    /// # Errors
    /// Reports that could not be written, with the places where they should be.
    pub fn end(mut self, end: &End) -> Result<(), Vec<(Option<PathBuf>, io::Error)>> {
        self.each(|_, writer, out| writer.end(end, out));
        let mut failures = Vec::new();
        for report in self.reports {
            let path = report.place.path().map(Path::to_owned);
            let written = match (report.state, report.place) {
                (State::Failed(error), _) => Err(error),
                (State::Open, place) => place.publish(),
                (State::Left, _) => Ok(()),
            };
            failures.extend(written.err().map(|error| (path, error)));
        }
        if failures.is_empty() {
            Ok(())
        } else {
            Err(failures)
        }
    }

    fn each(
        &mut self,
        mut write: impl FnMut(usize, &mut dyn Writer, &mut dyn Write) -> io::Result<()>,
    ) {
        for (number, report) in self.reports.iter_mut().enumerate() {
            if !matches!(report.state, State::Open) {
                continue;
            }
            let writer = &mut *report.writer;
            let written = match &mut report.place {
                Place::Stdout => write(number, writer, self.out).and_then(|()| self.out.flush()),
                Place::Device(_, file) => write(number, writer, file),
                Place::File(draft) => write(number, writer, &mut draft.file),
            };
            report.state = match written {
                Ok(()) => State::Open,
                Err(error) if error.kind() == ErrorKind::BrokenPipe => State::Left,
                Err(error) => State::Failed(error),
            };
        }
    }
}

fn errors(errors: &[ErrorReport], writer: &mut dyn Writer, out: &mut dyn Write) -> io::Result<()> {
    errors.iter().try_for_each(|error| writer.error(error, out))
}
