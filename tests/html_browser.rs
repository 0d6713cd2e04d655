//! The HTML report in a real browser: what readers do with it works, nothing in it asks for the network,
//! an accessibility checker finds nothing, and paper has all of it.
//!
//! The browser is Debian's `chromium`, driven by `playwright-core`. Where root runs the test it installs
//! what is missing; elsewhere it is skipped if something is missing, but never on a build server.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr
)]

#[path = "browser/pages.rs"]
mod pages;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_report_works_in_a_browser_and_on_paper() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let chromium = match chromium().and_then(|found| packages(&folder).map(|()| found)) {
        Ok(chromium) => chromium,
        Err(missing) if env::var_os("CI").is_none() => {
            eprintln!("skipped: {missing}");
            return;
        }
        Err(missing) => panic!("{missing}"),
    };
    let made = folder.join("pages");
    fs::create_dir_all(&made).unwrap();
    pages::write(&made);
    let mut run = Command::new("node");
    run.arg(folder.join("run.mjs")).arg(chromium).arg(made);
    // To run some: `ONLY=paper cargo test --test html_browser`.
    run.args(env::var_os("ONLY"));
    let output = run.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    eprintln!("{said}");
    assert!(output.status.success(), "{said}{complained}");
}

/// The browser, and the programs that read what it prints.
fn chromium() -> Result<PathBuf, String> {
    let found = || {
        let chromium = on_path("chromium").or_else(|| on_path("chromium-browser"));
        chromium.filter(|_| on_path("pdftotext").is_some() && on_path("pdfinfo").is_some())
    };
    if let Some(chromium) = found() {
        return Ok(chromium);
    }
    let missing = "the browser test needs `chromium` and `pdftotext` (Debian: chromium, poppler-utils, fonts-noto-cjk)";
    let is_root = run(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || on_path("apt-get").is_none() {
        return Err(missing.to_owned());
    }
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(["chromium", "poppler-utils", "fonts-noto-cjk"])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    found().ok_or_else(|| missing.to_owned())
}

/// The scripts with the packages that they use.
fn packages(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).unwrap();
    let lock = fs::read("tests/browser/package-lock.json").unwrap();
    let installed = folder.join("installed.json");
    for entry in fs::read_dir("tests/browser").unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|kind| kind == "mjs" || kind == "json")
        {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    run(Command::new("npm")
        .args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(folder))?;
    fs::write(installed, lock).unwrap();
    Ok(())
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

fn run(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| format!("`{name}` does not run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!(
        "`{name}` fails: {}",
        String::from_utf8_lossy(&output.stderr)
    ))
}
