//! `LibreOffice` without a window: turns what reports are written as into what people see of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use tempfile::TempDir;

use super::tools::{on_path, or_skip, run, with_packages};

const PACKAGES: [&str; 4] = [
    "libreoffice-calc",
    "libreoffice-writer",
    "fonts-noto-cjk",
    "poppler-utils",
];

/// How comma separated values are read: commas, double quotes, UTF-8, from the first line, and what looks
/// like a formula taken as one, as people's settings may be.
pub const CSV: &str = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true";

/// The office with a profile of its own, so that several can run at once.
pub struct Office {
    program: PathBuf,
    profile: TempDir,
}

/// One at a time installs.
static INSTALLING: Mutex<()> = Mutex::new(());

impl Office {
    /// The office, installed if need be; `None` after a line that says why the test is skipped.
    pub fn find() -> Option<Self> {
        let _one = INSTALLING.lock().unwrap();
        let find = || {
            let program = on_path("soffice").or_else(|| on_path("libreoffice"));
            program
                .filter(|_| on_path("pdftotext").is_some())
                .ok_or_else(|| {
                    "tests of documents need `soffice` of LibreOffice and `pdftotext`".to_owned()
                })
        };
        let program = or_skip(with_packages(&PACKAGES, find))?;
        Some(Self {
            program,
            profile: tempfile::tempdir().unwrap(),
        })
    }

    /// The file as another kind, such as `pdf` or `xlsx`, in the folder.
    pub fn convert(&self, file: &Path, to: &str, folder: &Path) -> PathBuf {
        self.convert_from(file, None, to, folder)
    }

    /// The same, where the office must be told how to read the file.
    pub fn convert_from(
        &self,
        file: &Path,
        from: Option<&str>,
        to: &str,
        folder: &Path,
    ) -> PathBuf {
        let made = folder.join(file.file_name().unwrap());
        let made = made.with_extension(to.split(':').next().unwrap());
        assert_ne!(made, file, "the office would write over what it reads");
        let _ = fs::remove_file(&made);
        let mut command = Command::new("timeout");
        command.arg("300").arg(&self.program).arg(format!(
            "-env:UserInstallation=file://{}",
            self.profile.path().display()
        ));
        command.args(["--headless", "--norestore", "--convert-to", to]);
        command.args(from.map(|from| format!("--infilter={from}")));
        let said = run(command.arg("--outdir").arg(folder).arg(file)).unwrap();
        // It exits with 0 whatever happens.
        assert!(made.is_file(), "nothing came of {}: {said}", file.display());
        made
    }
}

/// The text of a PDF, laid out as it is on the pages.
pub fn pdf_text(pdf: &Path) -> String {
    run(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-")).unwrap()
}
