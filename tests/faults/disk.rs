//! Disks without room: a small one that is filled up. Where none may be mounted a limit on the size of files
//! stands for it, so that this is never skipped.

use super::table::note;
use super::{FORMATS, check, dossiers, drafts, text};
use crate::common::command;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

/// What was there before; signatures go over signatures only.
const OLD: &str = "untrusted comment: of an earlier run\n";

/// A folder where nothing more fits in.
enum Full {
    /// A disk of its own.
    Disk(tempfile::TempDir),
    /// Any folder: programs are started so that they can write no file of more than half a kilobyte.
    Limit(tempfile::TempDir),
}

impl Full {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "none"]);
        let mounted = mount.arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            Self::Disk(folder)
        } else {
            Self::Limit(folder)
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::Disk(folder) | Self::Limit(folder) => folder.path(),
        }
    }

    /// Leaves no room.
    fn fill(&self) {
        if let Self::Disk(folder) = self {
            let mut file = fs::File::create(folder.path().join("filler")).unwrap();
            while file.write_all(&[0; 512]).is_ok() {}
        }
    }

    /// Runs a command here.
    fn run(&self, command: &Command) -> Output {
        let mut limited = Command::new("sh");
        let script = match self {
            Self::Disk(_) => "exec \"$@\"",
            Self::Limit(_) => "trap '' XFSZ; ulimit -f 1; exec \"$@\"",
        };
        limited
            .args(["-c", script, "sh"])
            .arg(command.get_program())
            .args(command.get_args());
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => limited.env(key, value),
                None => limited.env_remove(key),
            };
        }
        limited.output().unwrap()
    }
}

impl Drop for Full {
    fn drop(&mut self) {
        if let Self::Disk(folder) = self {
            let _ = Command::new("umount").arg(folder.path()).status();
        }
    }
}

/// That a command failed for want of room, with the place in its message.
fn assert_told(output: &Output, about: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.starts_with("error: ") && said.contains(about),
        "{about} is not in {said}"
    );
    let full = ["No space left", "File too large"];
    assert!(full.iter().any(|full| said.contains(full)), "{said}");
}

#[test]
fn a_full_disk_leaves_the_old_report_of_every_format() {
    let folder = tempfile::tempdir().unwrap();
    dossiers(&folder.path().join("d"), 3);
    let full = Full::new();
    let old: Vec<_> = FORMATS
        .iter()
        .map(|it| full.path().join(format!("report.{it}")))
        .collect();
    for file in &old {
        fs::write(file, "of an earlier run").unwrap();
    }
    full.fill();
    let other = folder.path().join("report.json");
    for (format, file) in FORMATS.iter().zip(&old) {
        let outputs = [
            "-o".to_owned(),
            format!("{format}={}", text(file)),
            "-o".to_owned(),
            format!("text={}", text(&other)),
        ];
        let run = check(&folder.path().join("d"), &outputs);
        assert_told(&full.run(&run), text(file));
        assert_eq!(fs::read_to_string(file).unwrap(), "of an earlier run");
        assert_eq!(drafts(full.path()), 0);
        if matches!(full, Full::Disk(_)) {
            // A report that fits elsewhere is written.
            assert!(fs::read_to_string(&other).unwrap().contains('3'));
            fs::remove_file(&other).unwrap();
        }
    }
    note(
        "disk full where reports go",
        FORMATS.len() as u64,
        "exit code 2 with the reason; the old report stays, other reports are written; no draft left",
    );
}

#[test]
fn a_full_disk_for_temporary_files_costs_only_the_reports_that_need_it() {
    let folder = tempfile::tempdir().unwrap();
    dossiers(&folder.path().join("d"), 60);
    let full = Full::new();
    full.fill();
    let output = folder.path().join("reports");
    fs::create_dir(&output).unwrap();
    let (mut written, mut refused) = (0, 0);
    for format in FORMATS {
        let file = output.join(format!("report.{format}"));
        fs::write(&file, "of an earlier run").unwrap();
        let outputs = ["-o".to_owned(), format!("{format}={}", text(&file))];
        let ran = check(&folder.path().join("d"), &outputs)
            .env("TMPDIR", full.path())
            .output()
            .unwrap();
        let found = fs::read(&file).unwrap();
        if ran.status.code() == Some(2) {
            assert!(found == b"of an earlier run", "{format}");
            refused += 1;
        } else {
            assert_eq!(ran.status.code(), Some(0), "{format}: {ran:?}");
            assert!(found != b"of an earlier run", "{format}");
            written += 1;
        }
        assert_eq!(drafts(&output), 0);
    }
    assert!(written > 0);
    note(
        "disk full where temporary files go",
        FORMATS.len() as u64,
        &format!(
            "{written} reports need none and are written; {refused} fail with exit code 2 and leave the old one"
        ),
    );
}

#[test]
fn a_full_disk_leaves_other_files_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    dossiers(&folder.path().join("d"), 1);
    let dossier = folder.path().join("d/000.json");
    let key = folder.path().join("k");
    assert!(
        command(&["keygen", text(&key), "--no-password"])
            .output()
            .unwrap()
            .status
            .success()
    );
    let full = Full::new();
    let at = |name: &str| text(&full.path().join(name)).to_owned();
    let old = ["d.xlsx", "s.minisig", "n.key", "n.pub"].map(at);
    for file in &old {
        fs::write(file, OLD).unwrap();
    }
    full.fill();
    let key = format!("{}.key", text(&key));
    let pack = ["--policies", "tests/packs/standard"];
    // Signatures and keys are shorter than the least limit on files.
    let is_disk = matches!(full, Full::Disk(_));
    let runs = [
        (
            true,
            command(&[&["convert", text(&dossier), &old[0], "--force"], &pack[..]].concat()),
        ),
        (
            is_disk,
            command(&["sign", text(&dossier), "--key", &key, "-o", &old[1]]),
        ),
        (
            is_disk,
            command(&["keygen", &at("n"), "--no-password", "--force"]),
        ),
    ];
    let mut times = 0;
    for (_, run) in runs.iter().filter(|(fails, _)| *fails) {
        assert_told(&full.run(run), full.path().to_str().unwrap());
        for file in &old {
            assert_eq!(fs::read_to_string(file).unwrap(), OLD);
        }
        assert_eq!(drafts(full.path()), 0);
        times += 1;
    }
    note(
        "disk full: `convert`, `sign`, `keygen`",
        times,
        "exit code 2 with the reason; what was there stays; no draft left",
    );
}
