//! Measures the binary of the same build: `make bench` prints what is promised and every run, from one
//! run on one machine, and puts it into docs/performance.md.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr)]

mod data;
mod machine;
mod measure;
mod opa;
mod parse;
mod promises;
mod table;

use anyhow::{Context, Result, bail};
use clap::Parser;
use data::{Classes, Data, Format, Kind, Size};
use measure::{ciieval, in_turn};
use opa::Opa;
use promises::Promises;
use std::path::{Path, PathBuf};
use table::Table;

/// Measures the binary of the same build.
#[derive(Parser)]
struct Options {
    /// How many dossiers to measure speed with: one class as JSON; a quarter of them else
    #[arg(long, default_value_t = 400)]
    count: usize,
    /// How many dossiers to compare memory with: few and many
    #[arg(long, value_names = ["FEW", "MANY"], num_args = 2, default_values_t = [1_000, 20_000])]
    memory: Vec<usize>,
    /// How often speed is measured; the least counts
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// A few dossiers once: shows that everything works, and measures nothing
    #[arg(long)]
    quick: bool,
    /// Put the tables into this page, between its marks
    #[arg(long)]
    into: Option<PathBuf>,
    /// Parse the files of this folder and do nothing else: what the others are compared with
    #[arg(long, hide = true)]
    parse: Option<PathBuf>,
}

/// What was found out.
#[derive(Default)]
struct Found {
    promises: Promises,
    table: Table,
}

fn main() -> Result<()> {
    let mut options = Options::parse();
    if let Some(folder) = &options.parse {
        return parse::folder(folder);
    }
    if options.quick {
        options.count = 4;
        options.memory = vec![4, 12];
        options.runs = 1;
    }
    let busy = machine::load();
    let mut found = Found::default();
    for classes in [Classes::One, Classes::Six] {
        for format in [Format::Json, Format::Yaml] {
            speed(&options, classes, format, &mut found)?;
        }
    }
    memory(&options, &mut found)?;
    start(&options, &mut found)?;
    let text = [
        machine::described(options.runs, busy)?,
        found.promises.markdown(),
        found.table.markdown(),
    ]
    .join("\n");
    println!("{text}");
    match &options.into {
        Some(path) => table::put_into(path, &text),
        None => Ok(()),
    }
}

fn speed(options: &Options, classes: Classes, format: Format, found: &mut Found) -> Result<()> {
    let is_first = classes == Classes::One && format == Format::Json;
    let share = if is_first { 1 } else { 4 };
    let kind = Kind {
        classes,
        format,
        size: Size::Usual,
    };
    let data = Data::make((options.count / share).max(1), kind)?;
    let json = ["--format", "json"];
    let [floor, one, two] = in_turn(
        options.runs,
        [
            &|| parse::measured(&data),
            &|| ciieval(&data, 1, &json),
            &|| ciieval(&data, 2, &json),
        ],
    )?;
    let Found { promises, table } = found;
    table.add("parsing alone", &data, &floor, None);
    table.add("one thread", &data, &one, Some(&floor));
    table.add("two threads", &data, &two, Some(&floor));
    let cores = machine::cores();
    if cores > 2 {
        let [all] = in_turn(options.runs, [&|| ciieval(&data, cores, &json)])?;
        table.add(&format!("{cores} threads"), &data, &all, Some(&floor));
    }
    if format == Format::Json {
        let opa = Opa::new(&data)?;
        let exec = opa.as_ref().map(Opa::exec).transpose()?;
        let wasm = opa.as_ref().map(Opa::wasm).transpose()?.flatten();
        for (name, run) in [("OPA", &exec), ("OPA as WebAssembly", &wasm)] {
            if let Some(run) = run {
                table.add(name, &data, run, Some(&floor));
            }
        }
        if is_first {
            promises.parsing(&floor, &one);
            promises.opa(exec.as_ref(), &one);
            promises.wasm(wasm.as_ref(), &one);
            promises.threads(&one, &two, cores);
            cache(options, &data, found)?;
        }
    }
    Ok(())
}

fn cache(options: &Options, data: &Data, found: &mut Found) -> Result<()> {
    let jobs = machine::cores();
    let kept = tempfile::tempdir()?;
    let own = path(kept.path())?;
    let run = |folder: &str| {
        let cache = ["--cache", folder, "--cache-size", "100GiB"];
        ciieval(data, jobs, &[&cache[..], &["--format", "json"]].concat())
    };
    let cold = || {
        let fresh = tempfile::tempdir()?;
        run(path(fresh.path())?)
    };
    run(own)?;
    let [cold, kept] = in_turn(options.runs, [&cold, &|| run(own)])?;
    found.table.add("nothing in the cache", data, &cold, None);
    found.table.add("all in the cache", data, &kept, None);
    found.promises.cache(&cold, &kept);
    Ok(())
}

fn memory(options: &Options, found: &mut Found) -> Result<()> {
    let kind = Kind {
        classes: Classes::One,
        format: Format::Json,
        size: Size::Small,
    };
    let jobs = machine::cores();
    let reports: [(_, _, &[&str]); 3] = [
        (
            "peak memory of few dossiers and of many, text summary",
            "text summary",
            &["--format", "text", "--summary"],
        ),
        ("the same, NDJSON", "NDJSON", &["--format", "ndjson"]),
        ("the same, JSON", "JSON", &["--format", "json"]),
    ];
    let mut peaks = reports.map(|_| None);
    for count in &options.memory {
        let data = Data::make(*count, kind)?;
        for ((what, name, report), few) in reports.iter().zip(&mut peaks) {
            let run = ciieval(&data, jobs, report)?;
            found.table.add(name, &data, &run, None);
            match few.take() {
                None => *few = Some(run),
                Some(few) => found.promises.memory(what, &few, &run),
            }
        }
    }
    Ok(())
}

fn start(options: &Options, found: &mut Found) -> Result<()> {
    let kind = Kind {
        classes: Classes::One,
        format: Format::Json,
        size: Size::Small,
    };
    let data = Data::make(1, kind)?;
    let jobs = machine::cores();
    let [run] = in_turn(options.runs * 5, [&|| ciieval(&data, jobs, &[])])?;
    found.table.add("from start to finish", &data, &run, None);
    found.promises.start(&run);
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
