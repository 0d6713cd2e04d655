//! The floor: reading the files and parsing them into values, by one thread, and nothing else.

use anyhow::Result;
use serde_json::Value;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use crate::data::Data;
use crate::measure::{Measured, run};

/// Parses every file of a folder.
pub fn folder(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let bytes = fs::read(&path)?;
        let value: Value = if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            serde_json::from_slice(&bytes)?
        } else {
            serde_yaml::from_slice(&bytes)?
        };
        black_box(value);
    }
    Ok(())
}

/// The same in a process of its own.
pub fn measured(data: &Data) -> Result<Measured> {
    let mut command = Command::new(std::env::current_exe()?);
    run(command.arg("--parse").arg(data.folder.path()), &[0])
}
