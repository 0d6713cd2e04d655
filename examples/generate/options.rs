//! The command line.

use clap::{Parser, ValueEnum};
use std::path::{Path, PathBuf};

use crate::mix::Mix;
use crate::service_classes::{self, Class};
use crate::size::Size;

/// Generates dossiers of fictional providers.
///
/// Without options the example dossiers of the project are written. With --count it makes that many dossiers of
/// a chosen size and mix of verdicts; the same options give the same bytes.
#[derive(Parser)]
pub struct Options {
    /// How many dossiers to make; without it, the examples are written
    #[arg(long, requires = "target")]
    pub count: Option<usize>,
    /// What details are drawn with
    #[arg(long, default_value_t = 1, requires = "count")]
    pub seed: u64,
    /// The classes every provider applies for
    #[arg(long, value_delimiter = ',', default_value = "consulting", value_parser = class, requires = "count")]
    pub classes: Vec<&'static Class>,
    /// The files to write: one for each dossier, or one with a dossier in each line
    #[arg(long, value_enum, default_value_t = Format::Yaml, requires = "count")]
    pub format: Format,
    /// How large the providers are
    #[arg(long, value_enum, default_value_t = Size::Usual, requires = "count")]
    pub size: Size,
    /// The shares of verdicts: pass, fail-mandatory, fail-score, young
    #[arg(
        long,
        default_value = "pass:60,fail-mandatory:20,fail-score:15,young:5",
        requires = "count"
    )]
    pub mix: Mix,
    /// Where to write: a folder; with ndjson a file, or - for standard output
    #[arg(value_name = "DIR")]
    target: Option<PathBuf>,
}

/// The format of generated files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A YAML file for each dossier.
    Yaml,
    /// A JSON file for each dossier.
    Json,
    /// One file with a dossier in each line.
    Ndjson,
}

impl Options {
    /// Where to write.
    pub fn target(&self) -> &Path {
        self.target
            .as_deref()
            .unwrap_or_else(|| Path::new("fixtures/dossiers"))
    }

    /// The classes in the standard's order, each once.
    pub fn classes_in_order(&self) -> Vec<&'static Class> {
        service_classes::CLASSES
            .into_iter()
            .filter(|class| self.classes.iter().any(|wanted| wanted.id == class.id))
            .collect()
    }
}

fn class(id: &str) -> Result<&'static Class, String> {
    service_classes::class(id.trim()).ok_or_else(|| {
        let known: Vec<&str> = service_classes::CLASSES
            .iter()
            .map(|class| class.id)
            .collect();
        format!("use {}", known.join(", "))
    })
}
