//! A layout made ready to be filled in: its text cut into what stands once, what stands for each report
//! and what ends a section, and its headers and footers.

use std::fmt::Write as _;

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use super::bookmarks;
use super::package::Package;
use super::repair::prepare;
use super::structure;
use super::xml::{Document, Element, Node};
use crate::report::text::safe::is_hazard;

/// What stands for that which sets the names of a report's own things apart from those of other reports,
/// until its number is known: nothing for the first, `_2` for the second. Evidence never has it: it is
/// written out.
pub const SUFFIX: char = '\0';

/// What stands for the number of a report until it is known. Evidence never has it either.
pub const NUMBER: char = '\u{1}';

/// The namespace of relationships.
pub const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the main part calls the footer of the list.
pub const LIST_FOOTER: &str = "ciievalList";

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
            add(&mut environment, &part, text)?;
            package.take(&part);
            margins.push(Margin {
                part,
                id: relationship.id,
                kind: relationship.kind,
                empty,
            });
        }
        let mut cut = Cut::new(package.document(&main)?, &margins)
            .map_err(|error| format!("`{main}`: {error}"))?;
        package.take(&main);
        add(&mut environment, &main, std::mem::take(&mut cut.report))?;
        let has_list = cut.list.is_some();
        if let Some(list) = cut.list {
            add(&mut environment, RUN, list)
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

/// The main part in pieces.
struct Cut {
    head: String,
    list: Option<String>,
    report: String,
    section: String,
    list_section: String,
    tail: String,
}

impl Cut {
    fn new(mut document: Document, margins: &[Margin]) -> Result<Self, String> {
        if document.root.name != "w:document" {
            return Err("it does not begin as Word writes it, with `w:document`".to_owned());
        }
        prepare(&mut document.root)?;
        number_margins(&mut document.root, margins);
        let mut head = document.prolog;
        document.root.write_start(&mut head);
        let mut body = None;
        for child in document.root.children {
            match child {
                Node::Element(element) if element.name == "w:body" => body = Some(element),
                // What stands before the text, as its background.
                other if body.is_none() => other.write(&mut head),
                _ => {}
            }
        }
        let mut body = body.ok_or("it has no `w:body`")?;
        body.write_start(&mut head);
        let last = body.children.iter().rposition(is_section);
        let section = last.map(|last| body.children.remove(last));
        Ok(Self {
            head,
            list: list(&mut body.children)?,
            report: written(&body.children),
            list_section: list_section(section.as_ref()),
            section: written(section.as_slice()),
            tail: "</w:body></w:document>".to_owned(),
        })
    }
}

/// A section on the paper of another, with page numbers and nothing else beside the text.
fn list_section(section: Option<&Node>) -> String {
    let mut text = format!(
        "<w:sectPr><w:footerReference xmlns:r=\"{RELATIONSHIPS}\" w:type=\"default\" r:id=\"{LIST_FOOTER}\"/>"
    );
    let elements = section.and_then(Node::element);
    for child in elements.into_iter().flat_map(Element::elements) {
        if !matches!(
            child.name.as_str(),
            "w:headerReference" | "w:footerReference" | "w:titlePg"
        ) {
            child.write(&mut text);
        }
    }
    text + "</w:sectPr>"
}

fn is_section(node: &Node) -> bool {
    node.element()
        .is_some_and(|element| element.name == "w:sectPr")
}

/// Takes out what stands between `{%p run %}` and `{%p endrun %}`.
fn list(nodes: &mut Vec<Node>) -> Result<Option<String>, String> {
    let position = |statement: &str| nodes.iter().position(|node| is_statement(node, statement));
    match (position("{% run %}"), position("{% endrun %}")) {
        (None, None) => Ok(None),
        (Some(from), Some(until)) if from < until => {
            let mut list: Vec<Node> = nodes.drain(from..=until).collect();
            list.pop();
            let list = list.get(1..).unwrap_or_default();
            Ok(Some(written(list)))
        }
        _ => Err("`{%p run %}` and `{%p endrun %}` belong together, neither in a table".to_owned()),
    }
}

fn is_statement(node: &Node, statement: &str) -> bool {
    matches!(node, Node::Raw(raw) if raw == statement)
}

fn written(nodes: &[Node]) -> String {
    let mut text = String::new();
    nodes.iter().for_each(|node| node.write(&mut text));
    text
}

/// Lets each report have headers and footers of its own.
fn number_margins(element: &mut Element, margins: &[Margin]) {
    if matches!(
        element.name.as_str(),
        "w:headerReference" | "w:footerReference"
    ) {
        for margin in margins {
            let id = format!("r:id=\"{}\"", margin.id);
            let numbered = format!("r:id=\"{}{SUFFIX}\"", margin.id);
            element.attributes = element.attributes.replace(&id, &numbered);
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            number_margins(child, margins);
        }
    }
}

fn has_expressions(root: &Element) -> bool {
    let text = root.visible_text();
    ["{{", "{%", "{#"].iter().any(|open| text.contains(open))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    environment.set_formatter(write);
    // Text is text: nothing from a dossier becomes markup.
    environment.remove_filter("safe");
    environment.remove_filter("escape");
    environment.remove_filter("e");
    environment
}

fn add(environment: &mut Environment, name: &str, text: String) -> Result<(), String> {
    let added = environment.add_template_owned(name.to_owned(), text.clone());
    added.map_err(|error| with_source(name, &error, Some(&text)))
}

/// Writes a value into XML. A line break in it is one on paper; what XML cannot hold, and what would turn
/// or hide the text around it, is written out.
fn write(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let written = match (value.as_str(), value.kind()) {
        _ if value.is_safe() => write!(out, "{value}"),
        (Some(text), _) => write_text(out, text),
        (None, ValueKind::None) => Ok(()),
        (None, ValueKind::Number | ValueKind::Bool) => write!(out, "{value}"),
        (None, kind) => {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("a {kind} is not text: name what is in it"),
            ));
        }
    };
    written.map_err(Error::from)
}

fn write_text(out: &mut Output, text: &str) -> std::fmt::Result {
    for c in text.chars() {
        match c {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '"' => out.write_str("&quot;")?,
            '\n' => out.write_str("</w:t><w:br/><w:t xml:space=\"preserve\">")?,
            '\u{fffe}' | '\u{ffff}' => write!(out, "{}", c.escape_unicode())?,
            c if is_hazard(c) => write!(out, "{}", c.escape_default())?,
            c => out.write_char(c)?,
        }
    }
    Ok(())
}

/// What is wrong with a part, with the expression.
fn said(part: &str, error: &Error) -> String {
    with_source(part, error, error.template_source())
}

fn with_source(part: &str, error: &Error, source: Option<&str>) -> String {
    let kind = error.kind().to_string();
    let what = match error.detail() {
        Some(detail) => format!("{kind}: {detail}"),
        None => kind,
    };
    let expression = error.range().zip(source);
    let expression = expression.and_then(|(range, source)| expression_at(source, range.start));
    match expression {
        Some(expression) => format!("`{part}`: in `{expression}`: {what}"),
        None => format!("`{part}`: {what}"),
    }
}

/// The expression or statement that stands around a place.
fn expression_at(source: &str, at: usize) -> Option<&str> {
    let end = source.get(at..)?.find("%}").into_iter();
    let end = end.chain(source.get(at..)?.find("}}")).min()? + at + 2;
    let before = source.get(..end - 2)?;
    let start = before
        .rfind("{%")
        .into_iter()
        .chain(before.rfind("{{"))
        .max()?;
    source.get(start..end).filter(|text| text.len() < 500)
}
