//! What reports of dossiers look like, and the list of what is passed over.

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
use crate::report::docx::Docx;
use crate::report::format::Format;
use crate::report::html::Html;
use crate::report::json::Json;
use crate::report::model::Head;
use crate::report::ndjson::Ndjson;
use crate::report::text::{Options, Text, safe::safe};

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
    styled: bool,
    messages: bool,
) -> Result<Arc<dyn Format>, Failure> {
    Ok(match format {
        cli::Format::Json => Arc::new(Json(Head::new(pack))),
        cli::Format::Ndjson => Arc::new(Ndjson(Head::new(pack))),
        cli::Format::Html => {
            let language = Lang::or_locale(args.lang);
            Arc::new(Html::new(Arc::clone(pack), language))
        }
        cli::Format::Text => {
            let options = Options {
                language: Lang::or_locale(args.lang),
                all: args.all,
                summary: args.summary,
                styled,
                messages,
            };
            Arc::new(Text::new(Arc::clone(pack), options))
        }
        cli::Format::Docx => {
            let (pack, language) = (Arc::clone(pack), Lang::or_locale(args.lang));
            let docx = match &args.template {
                Some(file) => Docx::with_template(pack, language, file),
                None => Docx::new(pack, language),
            };
            Arc::new(docx.map_err(|error| Failure::new(&error))?)
        }
    })
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
