//! OPA over the same pack and dossiers, where there is an `opa` on PATH or in $OPA: as it is, and compiled to
//! WebAssembly. Both load the pack once; what loading takes is taken off by a run with one dossier.

mod exec;
mod wasm;

use anyhow::Result;
use ciieval::pack::Pack;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::data::Data;
use crate::measure::Measured;

/// OPA with what it evaluates: the packages of the dossiers' classes.
pub struct Opa {
    program: PathBuf,
    bundle: tempfile::TempDir,
    files: Vec<PathBuf>,
}

impl Opa {
    /// `None` where there is no OPA.
    pub fn new(data: &Data) -> Result<Option<Self>> {
        let program = std::env::var_os("OPA").map_or_else(|| PathBuf::from("opa"), PathBuf::from);
        if !is_there(&program, "version") {
            return Ok(None);
        }
        let bundle = tempfile::tempdir()?;
        rules(bundle.path(), data)?;
        let mut files: Vec<PathBuf> = fs::read_dir(data.folder.path())?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        files.sort();
        Ok(Some(Self {
            program,
            bundle,
            files,
        }))
    }

    /// What all dossiers take, without the start.
    fn without_start(&self, run: impl Fn(&[PathBuf]) -> Result<Measured>) -> Result<Measured> {
        let all = run(&self.files)?;
        let one = run(self.files.get(..1).unwrap_or_default())?;
        let others = u32::try_from(self.files.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let others = others.max(1);
        let share = |all: Duration, one| all.saturating_sub(one) / others * (others + 1);
        Ok(Measured {
            wall: share(all.wall, one.wall),
            cpu: share(all.cpu, one.cpu),
            peak: all.peak,
        })
    }
}

/// Whether a program is there and answers.
fn is_there(program: &Path, argument: &str) -> bool {
    let mut command = Command::new(program);
    command
        .arg(argument)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The pack without its tests, and a rule that asks for all packages of the classes.
fn rules(bundle: &Path, data: &Data) -> Result<()> {
    let files = ciieval::pack::source::built_in()?;
    for file in files.iter().filter(|file| !file.is_test()) {
        let target = bundle.join(&file.path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(target, &file.text)?;
    }
    let pack = Pack::load(&[]).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let classes = data.kind.classes.ids().iter();
    let terms = classes
        .filter_map(|id| pack.catalogue.class(id))
        .flat_map(|class| pack.catalogue.terms_of(class));
    let mut packages: Vec<&str> = terms
        .flat_map(|term| &term.areas)
        .map(|area| area.package.as_str())
        .collect();
    packages.sort_unstable();
    packages.dedup();
    let mut rule = "package bench\n\nresult := {\n".to_owned();
    for package in packages {
        writeln!(rule, "\t\"{package}\": data.{package},")?;
    }
    rule.push_str("}\n");
    Ok(fs::write(bundle.join("bench.rego"), rule)?)
}
