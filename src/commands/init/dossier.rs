//! `ciieval init`: a dossier to fill in.

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

use super::super::{Exit, Failure};
use crate::cli::{InitDossierArgs, InitFormat, Lang};
use crate::dossier;
use crate::evaluation;
use crate::interrupt::{self, Drafts};
use crate::pack::Pack;
use crate::pack::manifest::Class;
use crate::pipeline::sink;
use crate::scaffold;
use crate::schema::Schema;
use crate::skeleton::{self, Part, Wanted};
use crate::text::Language;
use crate::workbook;

pub fn run(args: &InitDossierArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let pack = Pack::load(&args.policies)?;
    let language = Lang::or_locale(args.lang);
    let wanted = Wanted {
        classes: classes(&pack, args, language)?,
        provider: args.provider.clone().unwrap_or_else(|| name(language)),
        reference_date: date(args)?,
        language,
    };
    let evidence = checked(&pack, &wanted)?;
    if args.format == InitFormat::Xlsx {
        return write_workbook(args, &pack, &evidence, language, out);
    }
    let parts = skeleton::parts(&pack, &wanted)?;
    if let Some(folder) = &args.folder {
        return write_folder(folder, &parts);
    }
    let text: String = parts.iter().map(|part| part.text.as_str()).collect();
    super::write(args.output.as_deref(), text.as_bytes(), out)
}

/// The classes asked for; what there is where none is.
fn classes<'p>(
    pack: &'p Pack,
    args: &InitDossierArgs,
    language: Language,
) -> Result<Vec<&'p Class>, Failure> {
    if args.class.is_empty() {
        let built = pack.catalogue.classes.iter();
        let built = built.filter(|class| pack.catalogue.is_built(class));
        let list = built.map(|class| format!("  {:14} {}", class.id, class.title.get(language)));
        let first = "error: say with `--class` which classes are applied for; there are".to_owned();
        return Err(Failure([first].into_iter().chain(list).collect()));
    }
    let found = args.class.iter().map(|id| evaluation::class(pack, id));
    let found: Result<Vec<&Class>, _> = found.collect();
    found.map_err(|error| Failure::new(&error.to_string()))
}

fn name(language: Language) -> String {
    match language {
        Language::Chinese => "（填写机构名称）",
        Language::English => "(name of the provider)",
    }
    .to_owned()
}

/// The reference date: without one that is given there is none that would be right.
fn date(args: &InitDossierArgs) -> Result<String, Failure> {
    match &args.date {
        Some(date) => Ok(date.clone()),
        None => Err(Failure::new(
            "say with `--date` as of which day the evidence is looked at, as in `--date 2026-06-30`",
        )),
    }
}

/// What is given, as evidence: it goes into the dossier as it is and must be valid there.
fn checked(pack: &Pack, wanted: &Wanted) -> Result<Value, Failure> {
    let schema = Schema::new(pack).map_err(|error| Failure::new(&error))?;
    let classes: Vec<&str> = wanted
        .classes
        .iter()
        .map(|class| class.id.as_str())
        .collect();
    let evidence = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": wanted.reference_date, "classes": classes},
        "provider": {"name": wanted.provider},
    });
    let complaints = dossier::complaints(&evidence, &schema);
    if complaints.is_empty() {
        return Ok(evidence);
    }
    let lines = complaints
        .iter()
        .map(|complaint| format!("error: {complaint}"));
    Err(Failure(lines.collect()))
}

fn write_workbook(
    args: &InitDossierArgs,
    pack: &Pack,
    evidence: &Value,
    language: Language,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let Some(file) = &args.output else {
        let message = "a workbook is a file: give it a name, as in `-o dossier.xlsx`";
        return Err(Failure::new(message));
    };
    let schema = Schema::new(pack).map_err(|error| Failure::new(&error))?;
    let bytes = workbook::write(&schema, evidence, language);
    let bytes = bytes.map_err(|error| Failure::new(&error))?;
    super::write(Some(file), &bytes, out)
}

fn write_folder(folder: &Path, parts: &[Part]) -> Result<Exit, Failure> {
    scaffold::new_folder(folder).map_err(|error| Failure::new(&error.to_string()))?;
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    // What makes the folder a dossier comes last: until then it is none.
    for part in parts.iter().rev() {
        let text = part.text.trim_start_matches('\n').as_bytes();
        let written = sink::create(&folder.join(&part.name), text, &drafts);
        written.map_err(|error| {
            Failure::new(&format!(
                "`{}` cannot be written: {error}",
                folder.display()
            ))
        })?;
    }
    Ok(Exit::Pass)
}
