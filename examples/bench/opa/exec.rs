//! `opa exec`.

use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

use super::Opa;
use crate::measure::{Measured, run};
use crate::path;

impl Opa {
    /// OPA as it is.
    pub fn exec(&self) -> Result<Measured> {
        let bundle = path(self.bundle.path())?;
        self.without_start(|files: &[PathBuf]| {
            let mut command = Command::new(&self.program);
            command
                .args(["exec", "--bundle", bundle, "--decision", "bench/result"])
                .args(files);
            run(&mut command, &[0])
        })
    }
}
