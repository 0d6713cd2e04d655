//! Dossiers to measure with: from the generator where it makes any number of them, else copies of the
//! example dossiers.

use anyhow::{Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::path;

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

/// Makes dossiers, in folders of its own.
pub struct Maker {
    pub folder: PathBuf,
    pub generator: PathBuf,
}

/// A folder of dossiers.
pub struct Data {
    pub folder: PathBuf,
    pub count: usize,
    pub format: Format,
    pub classes: Classes,
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

impl Maker {
    pub fn make(&self, count: usize, classes: Classes, format: Format, size: Size) -> Result<Data> {
        let folder = format!("{}-{}-{count}", format.name(), classes.ids().len());
        let folder = self.folder.join(folder);
        fs::create_dir_all(&folder)?;
        // A generator without options would take `--help` for a folder.
        let help = Command::new(&self.generator)
            .arg("--help")
            .current_dir(&self.folder)
            .output()?;
        if String::from_utf8_lossy(&help.stdout).contains("--count") {
            let size = match size {
                Size::Small => "small",
                Size::Usual => "usual",
            };
            let made = Command::new(&self.generator)
                .args([
                    "--count",
                    &count.to_string(),
                    "--classes",
                    &classes.ids().join(","),
                ])
                .args(["--format", format.name(), "--size", size])
                .arg(path(&folder)?)
                .output()?;
            ensure!(
                made.status.success(),
                "{}",
                String::from_utf8_lossy(&made.stderr)
            );
        } else {
            copies(&folder, count, format, size)?;
        }
        let entries = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
        let sizes = entries.iter().map(|entry| Ok(entry.metadata()?.len()));
        let bytes = sizes.sum::<Result<u64>>()?;
        Ok(Data {
            folder,
            count,
            format,
            classes,
            bytes,
        })
    }
}

impl Data {
    pub fn name(&self) -> String {
        let classes = match self.classes {
            Classes::One => "one class",
            Classes::Six => "six classes",
        };
        let kib = self.bytes / 1024 / self.count as u64;
        let format = self.format.name().to_uppercase();
        let of = if self.count == 1 {
            "dossier"
        } else {
            "dossiers"
        };
        format!("{} {of}, {classes}, {format} of {kib} KiB", self.count)
    }

    pub fn remove(self) -> Result<()> {
        Ok(fs::remove_dir_all(self.folder)?)
    }
}

/// The example dossiers under ever new names.
fn copies(folder: &Path, count: usize, format: Format, size: Size) -> Result<()> {
    let names: &[&str] = match size {
        Size::Small => &["xinyuan.yaml"],
        Size::Usual => &[
            "huaheng.yaml",
            "lanting.json",
            "qinghe.yaml",
            "xinyuan.yaml",
        ],
    };
    let read = |name: &&str| -> Result<Value> {
        let text = fs::read_to_string(Path::new("fixtures/dossiers").join(name))?;
        Ok(serde_yaml::from_str(&text)?)
    };
    let mut dossiers = names.iter().map(read).collect::<Result<Vec<Value>>>()?;
    for number in 0..count {
        let index = number % dossiers.len();
        let Some(dossier) = dossiers.get_mut(index) else {
            continue;
        };
        if let Some(name) = dossier.pointer_mut("/provider/name") {
            *name = format!("第{number}安全服务有限公司").into();
        }
        let text = match format {
            Format::Json => serde_json::to_string_pretty(dossier)?,
            Format::Yaml => serde_yaml::to_string(dossier)?,
        };
        fs::write(folder.join(format!("{number:06}.{}", format.name())), text)?;
    }
    Ok(())
}
