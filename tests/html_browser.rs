//! The HTML report in a real browser: what readers do with it works, nothing in it asks for the network,
//! an accessibility checker finds nothing, and paper has all of it.
//!
//! The browser is Debian's `chromium`, driven by `playwright-core`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr)]

#[path = "browser/pages.rs"]
mod pages;
#[path = "common/tools.rs"]
mod tools;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tools::{on_path, or_skip, run, with_packages};

#[test]
fn the_report_works_in_a_browser_and_on_paper() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let found = chromium().and_then(|found| packages(&folder).map(|()| found));
    let Some(chromium) = or_skip(found) else {
        return;
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
    with_packages(&["chromium", "poppler-utils", "fonts-noto-cjk"], || {
        let chromium = on_path("chromium").or_else(|| on_path("chromium-browser"));
        chromium
            .filter(|_| on_path("pdftotext").is_some() && on_path("pdfinfo").is_some())
            .ok_or_else(|| {
                "the browser test needs `chromium`, `pdftotext` and `pdfinfo`".to_owned()
            })
    })
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
