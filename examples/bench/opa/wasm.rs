//! The pack compiled to WebAssembly by OPA, run by Node.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Opa, is_there};
use crate::measure::{Measured, run};

/// What runs it, from the npm registry.
const RUNNER: &str = "@open-policy-agent/opa-wasm@1.10.0";

impl Opa {
    /// `None` where there is no Node.
    pub fn wasm(&self) -> Result<Option<Measured>> {
        if !(is_there(Path::new("node"), "--version") && is_there(Path::new("npm"), "--version")) {
            return Ok(None);
        }
        let folder = tempfile::tempdir()?;
        let here = |name: &str| folder.path().join(name);
        std::fs::write(here("wasm.mjs"), include_str!("wasm.mjs"))?;
        let mut build = Command::new(&self.program);
        build.args([
            "build",
            "--target",
            "wasm",
            "--entrypoint",
            "bench/result",
            "--bundle",
        ]);
        done(
            build
                .arg(self.bundle.path())
                .arg("--output")
                .arg(here("bundle.tar.gz")),
        )?;
        let mut unpack = Command::new("tar");
        done(
            unpack
                .current_dir(folder.path())
                .args(["xzf", "bundle.tar.gz"]),
        )?;
        let mut install = Command::new("npm");
        done(
            install
                .current_dir(folder.path())
                .args(["install", "--silent", RUNNER]),
        )?;
        let measured = self.without_start(|files: &[PathBuf]| {
            let mut node = Command::new("node");
            node.arg(here("wasm.mjs")).arg(folder.path()).args(files);
            run(&mut node, &[0])
        });
        measured.map(Some)
    }
}

fn done(command: &mut Command) -> Result<()> {
    let status = command.stdout(Stdio::null()).status();
    let status = status.with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
