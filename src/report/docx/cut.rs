//! The main part of a layout cut into what stands once, what stands for each report and what ends a
//! section.

use super::repair::prepare;
use super::template::{Margin, SUFFIX};
use super::xml::{Document, Element, Node};

/// The namespace of relationships.
pub const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the main part calls the footer of the list.
pub const LIST_FOOTER: &str = "ciievalList";

/// The main part in pieces.
pub struct Cut {
    pub head: String,
    pub list: Option<String>,
    pub report: String,
    pub section: String,
    pub list_section: String,
    pub tail: String,
}

impl Cut {
    /// The pieces; `margins` are the headers and footers that are filled in.
    pub fn new(mut document: Document, margins: &[Margin]) -> Result<Self, String> {
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
    for node in nodes {
        node.write(&mut text);
    }
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
