//! OPA over the same pack and dossiers, where there is an `opa` on PATH or in $OPA. It evaluates the
//! packages of the same classes by `opa exec`, which loads the pack once; what loading takes is taken
//! off by a run with one dossier.

use anyhow::Result;
use ciieval::pack::Pack;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::data::Data;
use crate::measure::{Measured, run};
use crate::path;

/// `None` where there is no OPA.
pub fn measured(data: &Data) -> Result<Option<Measured>> {
    let program = std::env::var_os("OPA").map_or_else(|| PathBuf::from("opa"), PathBuf::from);
    let version = Command::new(&program)
        .arg("version")
        .stdout(Stdio::null())
        .status();
    if !version.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let bundle = tempfile::tempdir()?;
    rules(bundle.path(), data)?;
    let mut files: Vec<PathBuf> = fs::read_dir(data.folder.path())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let exec = |files: &[PathBuf]| -> Result<Measured> {
        let mut command = Command::new(&program);
        command
            .args([
                "exec",
                "--bundle",
                path(bundle.path())?,
                "--decision",
                "bench/result",
            ])
            .args(files);
        run(&mut command, &[0])
    };
    let all = exec(&files)?;
    let one = exec(files.get(..1).unwrap_or_default())?;
    let share = |all: std::time::Duration, one| {
        let others = u32::try_from(files.len().saturating_sub(1))
            .unwrap_or(u32::MAX)
            .max(1);
        all.saturating_sub(one) / others * (others + 1)
    };
    Ok(Some(Measured {
        wall: share(all.wall, one.wall),
        cpu: share(all.cpu, one.cpu),
        peak: all.peak,
    }))
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
