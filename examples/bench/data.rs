//! Dossiers to measure with, from the generator.

use anyhow::{Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{beside, path};

const SIX: [&str; 6] = [
    "consulting",
    "training",
    "development",
    "protection",
    "confrontation",
    "response",
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Yaml,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Classes {
    One,
    Six,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Small,
    Usual,
}

/// What dossiers to make.
#[derive(Clone, Copy)]
pub struct Kind {
    pub classes: Classes,
    pub format: Format,
    pub size: Size,
}

/// A folder of dossiers, which is gone when it is dropped.
pub struct Data {
    pub folder: tempfile::TempDir,
    pub count: usize,
    pub kind: Kind,
    bytes: u64,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

impl Classes {
    /// The ids.
    pub fn ids(self) -> &'static [&'static str] {
        match self {
            Self::One => &SIX[..1],
            Self::Six => &SIX,
        }
    }
}

impl Size {
    fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Usual => "usual",
        }
    }
}

impl Data {
    /// Makes dossiers.
    pub fn make(count: usize, kind: Kind) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let number = count.to_string();
        let classes = kind.classes.ids().join(",");
        let made = Command::new(beside("examples/generate")?)
            .args(["--count", &number, "--classes", &classes])
            .args(["--format", kind.format.name(), "--size", kind.size.name()])
            .arg(path(folder.path())?)
            .output()?;
        let said = String::from_utf8_lossy(&made.stderr);
        ensure!(made.status.success(), "no dossiers were made: {said}");
        let files: Vec<PathBuf> = fs::read_dir(folder.path())?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        ensure!(files.len() == count, "{} dossiers were made", files.len());
        let sizes = files.iter().map(|file| Ok(fs::metadata(file)?.len()));
        let bytes = sizes.sum::<Result<u64>>()?;
        Ok(Self {
            folder,
            count,
            kind,
            bytes,
        })
    }

    /// How many of what.
    pub fn name(&self) -> String {
        let classes = match self.kind.classes {
            Classes::One => "one class",
            Classes::Six => "six classes",
        };
        let format = self.kind.format.name().to_uppercase();
        let kib = self.bytes / 1024 / self.count as u64;
        format!("{classes}, {format}, {} × {kib} KiB", self.count)
    }
}
