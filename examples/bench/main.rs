//! Measures the release binary: `make bench` prints one table from one run on one machine, and puts it
//! into docs/performance.md.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr)]

mod data;
mod machine;
mod measure;
mod opa;
mod parse;
mod table;

use anyhow::{Context, Result, bail};
use clap::Parser;
use data::{Classes, Data, Format, Maker, Size};
use measure::{best_of, ciieval};
use std::path::{Path, PathBuf};
use table::{Row, Table};

/// Measures the release binary.
#[derive(Parser)]
struct Options {
    /// How many dossiers to measure speed with
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// How many dossiers to compare memory with: few and many
    #[arg(long, value_delimiter = ',', default_value = "1000,20000")]
    memory: Vec<usize>,
    /// How often each measurement of speed is made; the least counts
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Put the table into this page, between its marks
    #[arg(long)]
    into: Option<PathBuf>,
    /// The generator of dossiers [default: the one beside]
    #[arg(long)]
    generator: Option<PathBuf>,
    /// Parse the files of this folder and do nothing else: what the others are compared with
    #[arg(long, hide = true)]
    parse: Option<PathBuf>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    if let Some(folder) = &options.parse {
        return parse::folder(folder);
    }
    let folder = tempfile::tempdir()?;
    let maker = Maker {
        folder: folder.path().to_owned(),
        generator: match &options.generator {
            Some(generator) => generator.clone(),
            None => beside("examples/generate")?,
        },
    };
    let mut table = Table::default();
    start(&options, &maker, &mut table)?;
    for classes in [Classes::One, Classes::Six] {
        for format in [Format::Json, Format::Yaml] {
            let data = maker.make(options.count, classes, format, Size::Usual)?;
            speed(&options, &data, &mut table)?;
            data.remove()?;
        }
    }
    for count in &options.memory {
        let data = maker.make(*count, Classes::One, Format::Json, Size::Small)?;
        let reports = ["-o", "text=/dev/null", "-o", "ndjson=/dev/null"];
        let run = ciieval(&data, None, &reports)?;
        table.add(Row::of(
            "all cores, three reports at once",
            &data,
            &run,
            None,
        ));
        data.remove()?;
    }
    let machine = machine::described(options.runs)?;
    let text = format!("{machine}\n\n{}", table.markdown());
    println!("{text}");
    match &options.into {
        Some(path) => table::put_into(path, &text),
        None => Ok(()),
    }
}

fn start(options: &Options, maker: &Maker, table: &mut Table) -> Result<()> {
    let data = maker.make(1, Classes::One, Format::Json, Size::Small)?;
    let run = best_of(options.runs.max(5), || ciieval(&data, None, &[]))?;
    table.add(Row::of("from start to end", &data, &run, None));
    data.remove()
}

fn speed(options: &Options, data: &Data, table: &mut Table) -> Result<()> {
    let floor = best_of(options.runs, || parse::measured(data))?;
    table.add(Row::of("parsing alone", data, &floor, None));
    for (how, jobs) in [("one thread", Some(1)), ("all cores", None)] {
        let run = best_of(options.runs, || ciieval(data, jobs, &[]))?;
        table.add(Row::of(how, data, &run, Some(&floor)));
    }
    if data.format == Format::Yaml {
        return Ok(());
    }
    let kept = tempfile::tempdir()?;
    let arguments = ["--cache", path(kept.path())?, "--cache-size", "100GiB"];
    let cold = ciieval(data, None, &arguments)?;
    table.add(Row::of("all cores, cold cache", data, &cold, Some(&floor)));
    let warm = best_of(options.runs, || ciieval(data, None, &arguments))?;
    table.add(Row::of("all cores, warm cache", data, &warm, Some(&floor)));
    table.add(match opa::measured(data)? {
        Some(run) => Row::of("OPA", data, &run, Some(&floor)),
        None => Row::missing("OPA", data, "not measured, no `opa` on PATH or in $OPA"),
    });
    Ok(())
}

fn path(path: &Path) -> Result<&str> {
    path.to_str().context("a path that is no text")
}

/// A binary of the same build.
fn beside(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.parent().and_then(Path::parent);
    let file = folder
        .context("no folder of binaries")?
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !file.is_file() {
        bail!("build `{}` first", file.display());
    }
    Ok(file)
}
