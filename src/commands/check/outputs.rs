//! What reports of dossiers look like, and the list of what is passed over.

use clap::ValueEnum;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::Failure;
use super::super::places::cannot_write;
use crate::cli::{self, CheckArgs, Lang};
use crate::dossier::STDIN;
use crate::interrupt::Drafts;
use crate::pack::Pack;
use crate::pipeline::sink::Place;
use crate::report::csv::Csv;
use crate::report::docx::Docx;
use crate::report::format::Format;
use crate::report::github::Github;
use crate::report::html::Html;
use crate::report::json::Json;
use crate::report::junit::Junit;
use crate::report::markdown::Markdown;
use crate::report::model::Head;
use crate::report::ndjson::Ndjson;
use crate::report::sarif::Sarif;
use crate::report::text::{Options, Text, safe::safe};
use crate::report::xlsx::Xlsx;

/// Whether the options go with the formats.
pub fn check(args: &CheckArgs) -> Result<(), Failure> {
    let mut formats = args
        .format
        .iter()
        .chain(args.output.iter().map(|(format, _)| format));
    if args.template.is_some() && !formats.any(|format| *format == cli::Format::Docx) {
        return Err(Failure::new(
            "`--template` lays out a docx report: add `-o docx=FILE`, or leave it out",
        ));
    }
    Ok(())
}

/// A format with its options.
///
/// # Errors
/// A template that cannot be filled in.
pub fn format(
    format: cli::Format,
    args: &CheckArgs,
    pack: &Arc<Pack>,
    head: &Head,
    styled: bool,
    messages: bool,
) -> Result<Arc<dyn Format>, Failure> {
    let language = Lang::or_locale(args.lang);
    Ok(match format {
        cli::Format::Json => Arc::new(Json(head.clone())),
        cli::Format::Ndjson => Arc::new(Ndjson(head.clone())),
        cli::Format::Html => Arc::new(Html::new(Arc::clone(pack), language).under(head)),
        cli::Format::Junit => Arc::new(Junit::new(Arc::clone(pack), language).under(head)),
        cli::Format::Sarif => {
            Arc::new(Sarif::new(Arc::clone(pack), language, args.all).under(head))
        }
        cli::Format::Github => Arc::new(Github::new(Arc::clone(pack), language).under(head)),
        cli::Format::Markdown => Arc::new(Markdown::new(Arc::clone(pack), language).under(head)),
        cli::Format::Xlsx => Arc::new(Xlsx::new(Arc::clone(pack), language).under(head)),
        cli::Format::Csv => Arc::new(Csv::new(Arc::clone(pack), language).under(head)),
        cli::Format::Text => {
            let options = Options {
                language,
                all: args.all,
                summary: args.summary,
                styled,
                messages,
            };
            Arc::new(Text::new(Arc::clone(pack), options).under(head))
        }
        cli::Format::Docx => {
            let pack = Arc::clone(pack);
            let docx = match &args.template {
                Some(file) => Docx::with_template(pack, language, file),
                None => Docx::new(pack, language),
            };
            Arc::new(docx.map_err(|error| Failure::new(&error))?.under(head))
        }
    })
}

/// A terminal would show bytes that are no text as rubbish, and act on some of them.
pub fn refuse_terminals(places: &[(cli::Format, Place)]) -> Result<(), Failure> {
    let shown = places
        .iter()
        .find(|(format, place)| format.is_binary() && place.is_terminal());
    let Some(value) = shown.and_then(|(format, _)| format.to_possible_value()) else {
        return Ok(());
    };
    let name = value.get_name();
    Err(Failure::new(&format!(
        "a terminal cannot show the format `{name}`: write `-o {name}=report.{name}`, or send standard output to a file"
    )))
}

/// The list of what is passed over: a path on each line with the reason.
pub struct List {
    path: PathBuf,
    place: Place,
    failed: Option<io::Error>,
}

impl List {
    pub fn open(path: &Path, drafts: &Drafts) -> Result<Self, Failure> {
        if path.as_os_str() == STDIN {
            return Err(Failure::new("`--passed-over` takes a file"));
        }
        let place = Place::open(path, drafts).map_err(|error| cannot_write(Some(path), &error))?;
        Ok(Self {
            path: path.to_owned(),
            place,
            failed: None,
        })
    }

    /// Where it goes.
    pub fn path(&self) -> Option<&Path> {
        self.place.path()
    }

    pub fn add(&mut self, path: &str, why: &str) {
        if self.failed.is_none() {
            let line = format!("{}\t{why}\n", safe(path));
            self.failed = self.place.write(line.as_bytes()).err();
        }
    }

    pub fn end(self) -> Result<(), (Option<PathBuf>, io::Error)> {
        let ended = self.failed.map_or_else(|| self.place.publish(), Err);
        ended.map_err(|error| (Some(self.path), error))
    }
}
