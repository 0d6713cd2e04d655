//! Writes what fuzzing starts from (`fuzz/`), out of the fixtures: `cargo run --example seeds -- FOLDER`.
#![allow(missing_docs, clippy::panic)]

use ciieval::dossier;
use ciieval::engine::Engine;
use ciieval::evaluation;
use ciieval::pack::Pack;
use ciieval::report::DossierReport;
use ciieval::schema::Schema;
use std::error::Error;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;
use zip::ZipArchive;

static PACK: LazyLock<Pack> =
    LazyLock::new(|| Pack::load(&[]).unwrap_or_else(|problems| panic!("{problems:?}")));
static SCHEMA: LazyLock<Schema> =
    LazyLock::new(|| Schema::new(&PACK).unwrap_or_else(|problem| panic!("{problem}")));

/// What begins a file inside an input, as `fuzz/src/lib.rs` reads it.
const FILE: &str = "\n=== ";

/// The largest seed, in bytes: small ones are tried more often.
const LARGEST: usize = 200_000;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let folder = std::env::args().nth(1).ok_or("say where to")?;
    let folder = PathBuf::from(folder);
    let texts = files_below(Path::new("fixtures"))?;
    for path in texts.iter().filter(|path| is(path, &["yaml", "yml"])) {
        write(
            &folder,
            "dossier",
            path,
            &[b"y", fs::read(path)?.as_slice()].concat(),
        )?;
    }
    for path in texts.iter().filter(|path| is(path, &["json", "ndjson"])) {
        write(
            &folder,
            "dossier",
            path,
            &[b"j", fs::read(path)?.as_slice()].concat(),
        )?;
    }
    for path in texts.iter().filter(|path| is(path, &["xlsx"])) {
        let book = fs::read(path)?;
        write(&folder, "workbook", path, &book)?;
        if let Ok(parts) = parts(&book) {
            let path = path.with_extension("parts");
            write(&folder, "workbook", &path, parts.as_bytes())?;
        }
    }
    for path in dossiers()? {
        let Ok(read) = read(&path) else { continue };
        let json = [b"j", read.evidence.to_string().as_bytes()].concat();
        write(&folder, "dossier", &path.with_extension("json"), &json)?;
        write(&folder, "report", &path, &report(&read)?)?;
    }
    for path in files_below(Path::new("policies"))?
        .iter()
        .filter(|path| is(path, &["rego"]))
    {
        write(&folder, "annotations", path, &fs::read(path)?)?;
    }
    for pack in packs()? {
        let mut files = Vec::new();
        for path in files_below(&pack)?
            .into_iter()
            .filter(|path| is(path, &["rego", "yaml", "json"]))
        {
            let name = path.strip_prefix(&pack)?.display().to_string();
            if let Ok(text) = fs::read_to_string(&path) {
                files.push((name, text));
            }
        }
        let named = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        write(&folder, "manifest", &pack, joined(named).as_bytes())?;
    }
    Ok(())
}

fn dossiers() -> Outcome<Vec<PathBuf>> {
    let found = files_below(Path::new("fixtures/dossiers"))?;
    let exemplary = PathBuf::from("fixtures/cases/exemplary.yaml");
    let small = PathBuf::from("tests/dossiers/good.yaml");
    Ok(found.into_iter().chain([exemplary, small]).collect())
}

fn read(path: &Path) -> Outcome<dossier::Dossier> {
    let found = dossier::find(&[path.to_owned()]);
    let source = found.sources.first().ok_or("is no dossier")?;
    dossier::read(source, &SCHEMA).map_err(|problems| format!("{problems:?}").into())
}

/// The report of a dossier with a few of its clauses.
fn report(read: &dossier::Dossier) -> Outcome<Vec<u8>> {
    let mut engine =
        Engine::new(&PACK, Duration::from_secs(60)).map_err(|problems| format!("{problems:?}"))?;
    let classes = evaluation::applied_for(&read.evidence);
    let class = evaluation::class(&PACK, classes.first().ok_or("applies for nothing")?)?;
    let evaluated = evaluation::evaluate(&mut engine, &PACK, &read.evidence, &[class])?;
    let mut report = DossierReport::new(&read.path, &read.sha256, &read.evidence, &evaluated);
    for evaluation in &mut report.evaluations {
        evaluation.clauses = evaluation.clauses.iter().step_by(20).cloned().collect();
    }
    Ok(serde_json::to_vec(&report)?)
}

/// The files of a workbook as one text.
fn parts(book: &[u8]) -> Outcome<String> {
    let mut archive = ZipArchive::new(Cursor::new(book))?;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        let name = file.name()?.into_owned();
        files.push((name, text));
    }
    Ok(joined(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    ))
}

/// Files as one input.
fn joined<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let mut input = String::new();
    for (name, text) in files {
        input.extend([FILE, name, "\n", text]);
    }
    input
}

fn packs() -> Outcome<Vec<PathBuf>> {
    let mut packs = Vec::new();
    for folder in ["tests/packs", "examples/packs"] {
        for entry in fs::read_dir(folder)? {
            packs.push(entry?.path());
        }
    }
    packs.retain(|pack| pack.join("pack.yaml").is_file());
    packs.sort();
    Ok(packs)
}

fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn is(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .is_some_and(|ending| endings.iter().any(|other| ending == *other))
}

fn write(folder: &Path, target: &str, origin: &Path, bytes: &[u8]) -> Outcome {
    if bytes.len() > LARGEST {
        return Ok(());
    }
    let folder = folder.join(target);
    fs::create_dir_all(&folder)?;
    let name = origin.display().to_string().replace(['/', '\\'], "-");
    Ok(fs::write(folder.join(name), bytes)?)
}
