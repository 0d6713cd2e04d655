//! A layout made ready to be filled in: its text cut into what stands once, what stands for each report
//! and what ends a section, and its headers and footers.

use std::fmt::Write as _;

use minijinja::{Environment, Value};

use super::bookmarks;
use super::cut::Cut;
use super::filling::{add, environment, said};
use super::package::Package;
use super::repair::prepare;
use super::structure;
use super::xml::Element;

/// What stands for that which sets the names of a report's own things apart from those of other reports,
/// until its number is known: nothing for the first, `_2` for the second. Evidence never has it: it is
/// written out.
pub const SUFFIX: char = '\0';

/// What stands for the number of a report until it is known. Evidence never has it either.
pub const NUMBER: char = '\u{1}';

/// Where the list of several reports is in the environment.
const RUN: &str = "run";

/// A layout.
#[derive(Debug)]
pub struct Template {
    environment: Environment<'static>,
    /// Everything that is not filled in.
    pub package: Package,
    /// The part with the text.
    pub main: String,
    /// What stands before the text and after it.
    pub head: String,
    pub tail: String,
    /// What ends the section of a report: its paper, headers and footers.
    pub section: String,
    /// What ends the section of the list of reports: the same paper, and page numbers.
    pub list_section: String,
    /// Whether it says itself how a list of several reports looks.
    pub has_list: bool,
    /// Headers and footers that are filled in.
    pub margins: Vec<Margin>,
}

/// A header or footer that is filled in.
#[derive(Clone, Debug)]
pub struct Margin {
    /// The part.
    pub part: String,
    /// What the main part calls it.
    pub id: String,
    /// The kind of the relationship.
    pub kind: String,
    /// The same without anything in it.
    pub empty: String,
}

impl Template {
    /// The layout in a package.
    pub fn new(mut package: Package) -> Result<Self, String> {
        let main = package.main()?;
        let mut environment = environment();
        let mut margins = Vec::new();
        for relationship in package.relationships(&main)? {
            let kind = relationship.name();
            if !matches!(kind, "header" | "footer" | "footnotes" | "endnotes") {
                continue;
            }
            let part = relationship.target.clone();
            let mut document = package.document(&part)?;
            if !has_expressions(&document.root) {
                continue;
            }
            if matches!(kind, "footnotes" | "endnotes") {
                return Err(format!(
                    "`{part}`: notes are not filled in: write what is to be filled in into the text"
                ));
            }
            prepare(&mut document.root).map_err(|error| format!("`{part}`: {error}"))?;
            let mut empty = document.prolog.clone();
            document.root.write_start(&mut empty);
            let _ = write!(empty, "<w:p/></{}>", document.root.name);
            let mut text = document.prolog;
            document.root.write(&mut text);
            add(&mut environment, &part, &text)?;
            package.take(&part);
            margins.push(Margin {
                part,
                id: relationship.id,
                kind: relationship.kind,
                empty,
            });
        }
        let cut = Cut::new(package.document(&main)?, &margins)
            .map_err(|error| format!("`{main}`: {error}"))?;
        package.take(&main);
        add(&mut environment, &main, &cut.report)?;
        let has_list = cut.list.is_some();
        if let Some(list) = cut.list {
            add(&mut environment, RUN, &list)
                .map_err(|error| error.replace("`run`", &format!("`{main}`")))?;
        }
        Ok(Self {
            environment,
            package,
            main,
            head: cut.head,
            tail: cut.tail,
            section: cut.section,
            list_section: cut.list_section,
            has_list,
            margins,
        })
    }

    /// The text of a report.
    pub fn report(&self, model: &Value) -> Result<String, String> {
        self.render(&self.main, model)
            .map(|text| bookmarks::apart(&text))
    }

    /// A header or footer of a report.
    pub fn margin(&self, margin: &Margin, model: &Value) -> Result<String, String> {
        self.render(&margin.part, model)
    }

    /// The list of reports, where the layout says how it looks.
    pub fn list(&self, model: &Value) -> Result<String, String> {
        self.render(RUN, model)
    }

    fn render(&self, name: &str, model: &Value) -> Result<String, String> {
        let part = if name == RUN { &self.main } else { name };
        let template = self.environment.get_template(name);
        let text = template.and_then(|template| template.render(model));
        let text = text.map_err(|error| said(part, &error))?;
        structure::check(&text).map_err(|error| format!("`{part}`, filled in: {error}"))?;
        Ok(text)
    }

    /// The names that the layout asks for and that there are not.
    pub fn unknown(&self, known: &[String], known_in_list: &[String]) -> Vec<(String, String)> {
        let mut unknown = Vec::new();
        for (name, template) in self.environment.templates() {
            let (part, known) = match name {
                RUN => (self.main.as_str(), known_in_list),
                part => (part, known),
            };
            let mut names: Vec<String> = template.undeclared_variables(false).into_iter().collect();
            names.retain(|name| !known.contains(name) && !self.has_function(name));
            names.sort();
            unknown.extend(names.into_iter().map(|name| (part.to_owned(), name)));
        }
        unknown
    }

    fn has_function(&self, name: &str) -> bool {
        self.environment.globals().any(|(known, _)| known == name)
    }
}

fn has_expressions(root: &Element) -> bool {
    let text = root.visible_text();
    ["{{", "{%", "{#"].iter().any(|open| text.contains(open))
}
