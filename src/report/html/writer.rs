//! The page under way. A single dossier stands in it as it is; of several, each is packed, and an index
//! comes after them.

use askama::Template;
use std::io::{self, Write};
use std::sync::Arc;

use super::about::{Block, put_into};
use super::assets;
use super::index::{Distribution, Entry, FailedClause, Tallies};
use super::packing::unpack;
use super::phrase::visible;
use super::pictures::Histogram;
use crate::pack::Pack;
use crate::report::error::{ByOrigin, ErrorReport};
use crate::report::format::{End, Fragment, Writer};
use crate::report::model::{self, PackReport, Tool};
use crate::report::remark::across_title;
use crate::report::spool::Spool;
use crate::report::text::safe::safe;
use crate::report::view::about::{self, About, Contradiction};
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::remarks::RemarkView;
use crate::report::view::speaker::Speaker;
use crate::text::{Language, Text};

/// How many of the clauses that dossiers fail are shown at once.
const MOST: usize = 20;

/// A report under way: sections and errors in their order, then the end.
#[derive(Debug)]
pub struct HtmlWriter {
    pack: Arc<Pack>,
    by: model::Head,
    language: Language,
    /// Name and packed page of the first dossier, until it is known whether there are others.
    first: Option<(String, String)>,
    tallies: Tallies,
    rows: Spool,
    errors: ByOrigin<Vec<String>>,
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
#[template(path = "partial.html")]
struct Partial;

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
    pass_mark: u32,
    /// Where the pass mark stands on the scale of a distribution, and the scale's numbers.
    mark: u64,
    ticks: [(u32, u64); 6],
    classes: Vec<(String, Phrase)>,
    distributions: Vec<Distribution>,
}

#[derive(Template)]
#[template(path = "index_end.html")]
struct IndexEnd {
    dossiers: u64,
    /// The clauses that most dossiers fail, and the others that some fail.
    most: Vec<FailedClause>,
    others: Vec<FailedClause>,
}

#[derive(Template)]
#[template(path = "foot.html")]
struct Foot<'a> {
    errors: &'a [String],
    across_title: Phrase,
    across: Vec<RemarkView>,
    contradictions: Vec<Contradiction>,
    title: Text,
    edition: Text,
    pass_mark: u32,
    packs: &'a [PackReport],
    tool: &'a Tool,
    scheme: Option<&'a str>,
    options: String,
    abouts: &'a [About],
    many: bool,
    script: &'static str,
}

impl HtmlWriter {
    /// A report that opens in `language`.
    pub fn new(pack: Arc<Pack>, by: model::Head, language: Language) -> Self {
        Self {
            pack,
            by,
            language,
            first: None,
            tallies: Tallies::default(),
            rows: Spool::default(),
            errors: ByOrigin::default(),
        }
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

    fn index(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let index = Index {
            language: self.language,
            tallies: &self.tallies,
            pass_mark: self.pack.pass_mark,
            mark: Histogram::x_of(self.pack.pass_mark),
            ticks: [0, 20, 40, 60, 80, 100].map(|score| (score, Histogram::x_of(score))),
            classes: self.tallies.classes(),
            distributions: self.tallies.distributions(),
        };
        out.write_all(rendered(&index)?.as_bytes())?;
        self.rows.copy(out)?;
        let mut most = self.tallies.failed(&Speaker::new(&self.pack));
        let others = most.split_off(most.len().min(MOST));
        let end = IndexEnd {
            dossiers: self.tallies.dossiers,
            most,
            others,
        };
        out.write_all(rendered(&end)?.as_bytes())
    }

    fn foot(&self, abouts: &[About], many: bool, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let errors = self.errors.each().map(Vec::as_slice).concat();
        let manifest = self.pack.manifests.first().map(|(_, manifest)| manifest);
        let edition = manifest.and_then(|manifest| manifest.edition.clone());
        let foot = Foot {
            errors: &errors,
            across_title: Phrase::from(&across_title()),
            across: RemarkView::all(&end.across),
            contradictions: about::contradictions(abouts),
            title: manifest
                .map(|manifest| manifest.title.clone())
                .unwrap_or_default(),
            edition: edition.unwrap_or_default(),
            pass_mark: self.pack.pass_mark,
            packs: &self.by.packs,
            tool: &self.by.tool,
            scheme: self.by.options.scheme.as_deref(),
            options: safe(&self.by.options.said()),
            abouts: if many { abouts } else { &[] },
            many,
            script: assets::SCRIPT,
        };
        out.write_all(rendered(&foot)?.as_bytes())
    }
}

impl Writer for HtmlWriter {
    /// The head names the provider of an only dossier: it is written once that is known.
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        let Some(entry) = &fragment.entry else {
            return Ok(());
        };
        self.tallies.add(entry);
        let number = self.tallies.dossiers;
        self.rows.push(&rendered(&Row { number, entry })?)?;
        if number == 1 {
            self.first = Some((entry.name.clone(), fragment.body.clone()));
            return Ok(());
        }
        if let Some((_, first)) = self.first.take() {
            self.head(None, true, out)?;
            packed(1, &first, out)?;
        }
        packed(number, &fragment.body, out)
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        self.errors.of(error).push(error.to_string());
        Ok(())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let abouts = about::of(&self.pack, self.tallies.evaluated());
        let only = self.first.take();
        let many = only.is_none();
        match &only {
            Some((name, _)) => self.head(Some(name.clone()), false, out)?,
            None if self.tallies.dossiers == 0 => self.head(None, true, out)?,
            None => {}
        }
        if end.partial {
            out.write_all(rendered(&Partial)?.as_bytes())?;
        }
        if let Some((_, packed)) = only {
            let page = put_into(&unpack(&packed)?, &abouts).map_err(io::Error::other)?;
            writeln!(out, "<div id=\"dossier\">{}</div>", visible(page))?;
        } else {
            self.index(out)?;
        }
        self.foot(&abouts, many, end, out)
    }
}

fn packed(number: u64, packed: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<script type=\"text/plain\" id=\"packed-{number}\">{packed}</script>"
    )
}

fn rendered(template: &impl Template) -> io::Result<String> {
    template.render().map(visible).map_err(io::Error::other)
}
