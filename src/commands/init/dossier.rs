//! `ciieval init --class CLASS`: a skeleton of a dossier.

use serde_json::json;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::super::places::cannot_write;
use super::super::{Exit, Failure, unless_closed};
use crate::cli::{InitDossierArgs, Lang};
use crate::dossier::complaints;
use crate::evaluation;
use crate::pack::Pack;
use crate::schema::Schema;
use crate::skeleton::{Skeleton, Wanted};

pub(super) fn run(args: &InitDossierArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let pack = Pack::load(&args.policies)?;
    let wanted = wanted(args, &pack)?;
    let skeleton = Skeleton::new(&pack, &wanted)?;
    match (&args.folder, &args.output) {
        (Some(folder), _) => {
            let files = skeleton.files().into_iter();
            let files: Vec<(PathBuf, String)> = files
                .map(|(name, text)| (folder.join(name), text))
                .collect();
            // All or nothing.
            for (path, _) in &files {
                refuse_existing(path)?;
            }
            fs::create_dir_all(folder).map_err(|error| cannot_write(Some(folder), &error))?;
            for (path, text) in &files {
                create(path, text)?;
            }
        }
        (None, Some(path)) => create(path, &skeleton.single())?,
        (None, None) => {
            let text = skeleton.single();
            unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
        }
    }
    Ok(Exit::Pass)
}

fn wanted<'p>(args: &InitDossierArgs, pack: &'p Pack) -> Result<Wanted<'p>, Failure> {
    let mut classes = Vec::new();
    for id in &args.class {
        let class =
            evaluation::class(pack, id).map_err(|error| Failure::new(&error.to_string()))?;
        if !classes
            .iter()
            .any(|other: &&crate::pack::manifest::Class| other.id == class.id)
        {
            classes.push(class);
        }
    }
    if classes.is_empty() {
        let known = pack.catalogue.classes.iter();
        let known =
            known.map(|class| format!("  {}  {} {}", class.id, class.title.zh, class.title.en));
        let first =
            "error: name the classes that the provider applies for, each with `--class`; there is"
                .to_owned();
        return Err(Failure(std::iter::once(first).chain(known).collect()));
    }
    let missing = |what: &str| {
        Failure::new(&format!(
            "{what} is missing: a dossier cannot do without it"
        ))
    };
    let provider = args
        .provider
        .clone()
        .ok_or_else(|| missing("`--provider NAME`"))?;
    let date = args.date.clone();
    let date =
        date.ok_or_else(|| missing("`--date YYYY-MM-DD`, from which every duration is computed,"))?;
    let schema = Schema::new(pack).map_err(|error| Failure::new(&error))?;
    let ids: Vec<&str> = classes.iter().map(|class| class.id.as_str()).collect();
    let evidence = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": date, "classes": ids},
        "provider": {"name": provider},
    });
    if let Some(complaint) = complaints(&evidence, &schema).first() {
        let option = if complaint.starts_with("provider") {
            "--provider"
        } else {
            "--date"
        };
        let said = complaint
            .split_once(": ")
            .map_or(complaint.as_str(), |(_, said)| said);
        return Err(Failure::new(&format!("`{option}` {said}")));
    }
    Ok(Wanted {
        classes,
        provider,
        date,
        language: Lang::or_locale(args.lang),
    })
}

fn refuse_existing(path: &Path) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        return Err(exists(path));
    }
    Ok(())
}

fn exists(path: &Path) -> Failure {
    Failure::new(&format!(
        "`{}` is there already and is not written over: name another place, or move it away",
        path.display()
    ))
}

fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => cannot_write(Some(path), &error),
    })
}
