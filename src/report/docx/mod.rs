//! The Word format: the evaluation report that the standard asks for (7.3 f), as a document that people go
//! on writing in. What it looks like is a template: the built-in one, or an institution's own.

mod bookmarks;
mod cut;
mod filling;
mod layout;
mod localized;
mod model;
mod package;
mod repair;
mod sample;
mod sections;
mod structure;
mod template;
mod writer;
mod xml;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::Serde;

use super::format::{End, Format, Fragment, Writer};
use super::model::{DossierReport, Head};
use crate::dossier::Places;
use crate::pack::Pack;
use crate::text::Language;
pub use layout::docx as layout;
use package::Package;
use template::Template;
use writer::{Body, DocxWriter};

/// Where all names are listed that a template can ask for.
const LISTED: &str = "docs/report-template.md lists what there is";

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Docx {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
    template: Arc<Template>,
    /// The layout of the list of several reports, where the template has none.
    list: Arc<Template>,
}

impl Docx {
    /// The built-in layout.
    ///
    /// # Errors
    /// None.
    pub fn new(pack: Arc<Pack>, language: Language) -> Result<Self, String> {
        let template = Arc::new(Template::new(layout::package())?);
        Ok(Self {
            head: Head::new(&pack),
            pack,
            language,
            list: Arc::clone(&template),
            template,
        })
    }

    /// The layout in a file, tried out with made-up reports.
    ///
    /// # Errors
    /// A file that cannot be read or is no template: where, what and what to do.
    pub fn with_template(pack: Arc<Pack>, language: Language, file: &Path) -> Result<Self, String> {
        let wrong = |error: String| format!("template `{}`: {error}", file.display());
        let open = || {
            Package::read(BufReader::new(
                File::open(file).map_err(|error| error.to_string())?,
            ))
        };
        let template = open().and_then(Template::new).map_err(wrong)?;
        let mut docx = Self::new(pack, language)?;
        if template.has_list {
            docx.list = Arc::new(template);
            docx.template = Arc::clone(&docx.list);
        } else {
            docx.template = Arc::new(template);
        }
        docx.check().map_err(wrong)?;
        Ok(docx)
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }

    /// Whether the template can be filled in.
    fn check(&self) -> Result<(), String> {
        let samples = self.samples();
        let known: Vec<String> = samples
            .iter()
            .flat_map(|sample| localized::names(&sample.report))
            .collect();
        let lines: Vec<_> = samples.iter().map(|sample| sample.line.clone()).collect();
        let lists = [self.list_of(&lines), self.list_of(&[])];
        let known_in_list: Vec<String> = lists.iter().flat_map(localized::names).collect();
        if let Some((part, name)) = self.template.unknown(&known, &known_in_list).first() {
            return Err(format!("`{part}`: there is no `{name}`: {LISTED}"));
        }
        for Sample { what, report, .. } in samples {
            let explained = |error: String| format!("{error}, in a report {what}: {LISTED}");
            let model = Value::from(Serde(report));
            self.template.report(&model).map_err(explained)?;
            for margin in &self.template.margins {
                self.template.margin(margin, &model).map_err(explained)?;
            }
        }
        if self.template.has_list {
            for list in lists {
                let rendered = self.template.list(&Value::from(Serde(list)));
                rendered.map_err(|error| format!("{error}, in the list of reports: {LISTED}"))?;
            }
        }
        Ok(())
    }

    fn samples(&self) -> Vec<Sample> {
        let model = |(what, dossier): (&'static str, DossierReport)| {
            let (report, line) = self.model(&dossier, &Places::default());
            Sample { what, report, line }
        };
        sample::all().into_iter().map(model).collect()
    }

    /// The list of made-up reports.
    fn list_of(&self, lines: &[serde_json::Value]) -> serde_json::Value {
        let errors: Vec<String> = lines.iter().map(|_| "a.yaml:1: …".to_owned()).collect();
        let end = End {
            partial: !lines.is_empty(),
            across: lines.iter().map(|_| sample::remark()).collect(),
            ..End::default()
        };
        model::list(&self.head, lines, &errors, &end, self.language)
    }

    fn model(
        &self,
        dossier: &DossierReport,
        places: &Places,
    ) -> (serde_json::Value, serde_json::Value) {
        model::report(&self.pack, &self.head, dossier, places, self.language)
    }

    /// Every name that a template can ask for in a report, and in the list of several, with what it
    /// leads to.
    #[must_use]
    pub fn names(&self) -> [BTreeMap<String, &'static str>; 2] {
        let samples = self.samples();
        let lines: Vec<_> = samples.iter().map(|sample| sample.line.clone()).collect();
        let reports = samples.iter().map(|sample| &sample.report);
        [
            localized::paths(reports),
            localized::paths([&self.list_of(&lines)]),
        ]
    }

    /// The headings and labels that a template can ask for, in the report's language.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        let texts = self.list_of(&[]).get("text").cloned().unwrap_or_default();
        serde_json::from_value(texts).unwrap_or_default()
    }
}

/// A made-up report, what is special about it, and its line in a list.
struct Sample {
    what: &'static str,
    report: serde_json::Value,
    line: serde_json::Value,
}

impl Format for Docx {
    fn needs_places(&self) -> bool {
        true
    }

    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let (model, line) = self.model(dossier, places);
        let model = Value::from(Serde(model));
        let margins = self.template.margins.iter();
        let margins = margins.map(|margin| self.template.margin(margin, &model));
        let body = Body {
            text: self.template.report(&model).map_err(io::Error::other)?,
            margins: margins
                .collect::<Result<_, _>>()
                .map_err(io::Error::other)?,
            line,
        };
        Ok(Fragment {
            body: serde_json::to_string(&body)?,
            ..Fragment::default()
        })
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(DocxWriter::new(
            Arc::clone(&self.template),
            Arc::clone(&self.list),
            self.head.clone(),
            self.language,
        ))
    }
}
