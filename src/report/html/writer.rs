//! The page under way. A single dossier stands in it as it is; of several, each is packed, and an index
//! comes after them.

use askama::Template;
use std::io::{self, Write};
use std::sync::Arc;

use super::about::{self, About, Contradiction};
use super::assets;
use super::index::{Distribution, Entry, FailedClause, Tallies};
use super::packing::unpack;
use super::phrase::{Phrase, say, visible};
use super::pictures::Histogram;
use super::speaker::Speaker;
use super::Section;
use crate::pack::{Identity, Pack};
use crate::report::model::{ErrorReport, Tool};
use crate::text::{Language, Text};

/// A report under way: sections and errors in their order, then the end.
#[derive(Debug)]
pub struct HtmlWriter {
    pack: Arc<Pack>,
    language: Language,
    /// The first section, until it is known whether there are others.
    first: Option<Section>,
    tallies: Tallies,
    rows: String,
    errors: Vec<ErrorReport>,
}

#[derive(Template)]
#[template(path = "head.html")]
struct Head {
    language: Language,
    name: Option<String>,
    policy: String,
    style: &'static str,
    many: bool,
}

#[derive(Template)]
#[template(path = "row.html")]
struct Row<'a> {
    number: u64,
    entry: &'a Entry,
}

#[derive(Template)]
#[template(path = "index.html")]
struct Index<'a> {
    language: Language,
    tallies: &'a Tallies,
    rows: &'a str,
    pass_mark: u32,
    /// Where the pass mark stands on the scale of a distribution, and the scale's numbers.
    mark: u64,
    ticks: [(u32, u64); 6],
    classes: Vec<(String, Phrase)>,
    distributions: Vec<Distribution>,
    failed: Vec<FailedClause>,
}

#[derive(Template)]
#[template(path = "foot.html")]
struct Foot<'a> {
    errors: &'a [ErrorReport],
    contradictions: Vec<Contradiction>,
    title: Text,
    edition: Text,
    pass_mark: u32,
    packs: &'a [Identity],
    tool: Tool,
    abouts: &'a [About],
    many: bool,
    script: &'static str,
}

impl HtmlWriter {
    /// A report that opens in `language`.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        Self {
            pack,
            language,
            first: None,
            tallies: Tallies::default(),
            rows: String::new(),
            errors: Vec::new(),
        }
    }

    /// The next dossier.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn dossier(&mut self, section: Section, out: &mut dyn Write) -> io::Result<()> {
        self.tallies.add(&section.entry);
        let number = self.tallies.dossiers;
        let entry = &section.entry;
        self.rows.push_str(&rendered(&Row { number, entry })?);
        match (number, self.first.take()) {
            (1, _) => {
                self.first = Some(section);
                Ok(())
            }
            (_, Some(first)) => {
                self.head(None, true, out)?;
                packed(1, &first, out)?;
                packed(number, &section, out)
            }
            (_, None) => packed(number, &section, out),
        }
    }

    /// Something that could not be evaluated.
    pub fn error(&mut self, error: ErrorReport) {
        self.errors.push(error);
    }

    /// What stands after the last dossier.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let pack = Arc::clone(&self.pack);
        let abouts = about::of(&pack, self.tallies.evaluated());
        let many = self.tallies.dossiers != 1;
        if let Some(only) = self.first.take() {
            self.head(Some(only.entry.name.clone()), false, out)?;
            let page = about::put_into(&unpack(&only.packed)?, &abouts).map_err(io::Error::other)?;
            writeln!(out, "<div id=\"dossier\">{}</div>", visible(page))?;
        } else {
            if self.tallies.dossiers == 0 {
                self.head(None, true, out)?;
            }
            out.write_all(self.index()?.as_bytes())?;
        }
        let manifest = pack.manifests.first().map(|(_, manifest)| manifest);
        let foot = Foot {
            errors: &self.errors,
            contradictions: about::contradictions(&abouts),
            title: manifest.map(|manifest| manifest.title.clone()).unwrap_or_default(),
            edition: manifest.and_then(|manifest| manifest.edition.clone()).unwrap_or_default(),
            pass_mark: pack.pass_mark,
            packs: &pack.identities,
            tool: Tool::this(),
            abouts: if many { &abouts } else { &[] },
            many,
            script: assets::SCRIPT,
        };
        out.write_all(rendered(&foot)?.as_bytes())
    }

    fn head(&self, name: Option<String>, many: bool, out: &mut dyn Write) -> io::Result<()> {
        let head = Head {
            language: self.language,
            name,
            policy: assets::policy(),
            style: assets::STYLE,
            many,
        };
        out.write_all(rendered(&head)?.as_bytes())
    }

    fn index(&self) -> io::Result<String> {
        rendered(&Index {
            language: self.language,
            tallies: &self.tallies,
            rows: &self.rows,
            pass_mark: self.pack.pass_mark,
            mark: Histogram::x_of(self.pack.pass_mark),
            ticks: [0, 20, 40, 60, 80, 100].map(|score| (score, Histogram::x_of(score))),
            classes: self.tallies.classes(),
            distributions: self.tallies.distributions(),
            failed: self.tallies.failed(&Speaker::new(&self.pack)),
        })
    }
}

fn packed(number: u64, section: &Section, out: &mut dyn Write) -> io::Result<()> {
    let packed = &section.packed;
    writeln!(
        out,
        "<script type=\"text/plain\" id=\"packed-{number}\">{packed}</script>"
    )
}

fn rendered(template: &impl Template) -> io::Result<String> {
    template.render().map(visible).map_err(io::Error::other)
}
