//! Where reports go: stdout and files, each in a format.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Failure, unless_closed};

/// A report to be written, opened before any work starts, so that a bad path fails at once.
pub(super) enum Target<F> {
    Stdout(F),
    File(F, PathBuf, File),
}

/// Opens what `--format` and `-o` name; without any the default goes to stdout.
pub(super) fn open<F: Copy>(
    format: Option<F>,
    default: F,
    outputs: &[(F, PathBuf)],
) -> Result<Vec<Target<F>>, Failure> {
    let default = outputs.is_empty().then_some(default);
    let mut targets: Vec<Target<F>> = format.or(default).into_iter().map(Target::Stdout).collect();
    let mut taken: Vec<&Path> = Vec::new();
    for (format, path) in outputs {
        if path == Path::new("-") {
            targets.push(Target::Stdout(*format));
        } else if taken.contains(&path.as_path()) {
            return Err(Failure::new(&format!(
                "two reports go to `{}`",
                path.display()
            )));
        } else {
            taken.push(path);
            // What the file holds is kept until the report is there.
            let file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path);
            let file = file.map_err(|error| cannot_write(path, &error))?;
            targets.push(Target::File(*format, path.clone(), file));
        }
    }
    if targets
        .iter()
        .filter(|target| matches!(target, Target::Stdout(_)))
        .count()
        > 1
    {
        return Err(Failure::new("two reports go to stdout"));
    }
    Ok(targets)
}

impl<F: Copy> Target<F> {
    /// Writes what `render` makes of the format and of whether it goes to stdout.
    pub fn write(
        self,
        out: &mut dyn Write,
        render: impl FnOnce(F, bool) -> io::Result<String>,
    ) -> Result<(), Failure> {
        match self {
            Self::Stdout(format) => {
                let text = render(format, true)?;
                unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
            }
            Self::File(format, path, mut file) => {
                let text = render(format, false)?;
                let written = empty(&file).and_then(|()| file.write_all(text.as_bytes()));
                unless_closed(written).map_err(|error| cannot_write(&path, &error))?;
            }
        }
        Ok(())
    }
}

/// Empties a file; pipes and devices have nothing to empty.
fn empty(file: &File) -> io::Result<()> {
    if file.metadata()?.is_file() {
        file.set_len(0)
    } else {
        Ok(())
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::new(&format!("`{}` cannot be written: {error}", path.display()))
}
