//! XML as a tree that keeps what it does not look into as it was written.

use std::borrow::Cow;
use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// How deep elements may lie in each other: far deeper than any program writes them.
const DEEPEST: usize = 256;

/// A piece of XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Everything else, as it is written: text, comments, instructions.
    Raw(String),
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name with its prefix, as `w:p`.
    pub name: String,
    /// Its attributes as they are written, with the space before them.
    pub attributes: String,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What stands before an element and the element.
#[derive(Clone, Debug)]
pub struct Document {
    /// The declaration and the like.
    pub prolog: String,
    /// The element around everything.
    pub root: Element,
}

impl Document {
    /// Reads a document. Declarations of types, which could define entities, are not taken.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        let mut prolog = String::new();
        let mut root = None;
        let mut open: Vec<Element> = Vec::new();
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            let node = match event {
                Event::Eof => break,
                Event::DocType(_) => return Err("it has a document type declaration".to_owned()),
                Event::Start(start) => {
                    if open.len() == DEEPEST {
                        return Err(format!("elements lie deeper than {DEEPEST} in each other"));
                    }
                    open.push(element(&start)?);
                    continue;
                }
                Event::Empty(start) => Node::Element(element(&start)?),
                Event::End(_) => match open.pop() {
                    Some(element) => Node::Element(element),
                    None => return Err("an element ends that does not begin".to_owned()),
                },
                other => Node::Raw(written(&other)?),
            };
            let keeps_space = open.last().is_some_and(|parent| {
                matches!(parent.name.as_str(), "w:t" | "w:instrText" | "w:delText")
            });
            if node.is_layout() && !keeps_space {
                continue;
            }
            match (open.last_mut(), node) {
                (Some(parent), node) => parent.children.push(node),
                (None, Node::Element(element)) if root.is_none() => root = Some(element),
                (None, Node::Element(_)) => return Err("there are two documents".to_owned()),
                (None, Node::Raw(raw)) if root.is_none() => prolog.push_str(&raw),
                (None, Node::Raw(_)) => {}
            }
        }
        match root {
            Some(root) if open.is_empty() => Ok(Self { prolog, root }),
            _ => Err("it ends too early".to_owned()),
        }
    }
}

fn element(start: &quick_xml::events::BytesStart) -> Result<Element, String> {
    for attribute in start.attributes() {
        attribute.map_err(|error| error.to_string())?;
    }
    Ok(Element {
        name: start.name().as_ref().to_owned(),
        attributes: start.attributes_raw().trim_end().to_owned(),
        children: Vec::new(),
    })
}

/// The event as it was written.
fn written(event: &Event) -> Result<String, String> {
    let mut writer = quick_xml::Writer::new(Vec::new());
    writer
        .write_event(event.borrow())
        .map_err(|error| error.to_string())?;
    String::from_utf8(writer.into_inner()).map_err(|_| "it is not UTF-8".to_owned())
}

impl Node {
    /// An element.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Raw(_) => None,
        }
    }

    /// Whether it is only there to make the file readable.
    fn is_layout(&self) -> bool {
        matches!(self, Self::Raw(raw) if raw.contains('\n') && raw.trim().is_empty())
    }

    /// Writes it to the end of a text.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Raw(raw) => out.push_str(raw),
            Self::Element(element) => element.write(out),
        }
    }
}

impl Element {
    /// Writes it to the end of a text.
    pub fn write(&self, out: &mut String) {
        if self.children.is_empty() {
            let _ = write!(out, "<{}{}/>", self.name, self.attributes);
            return;
        }
        self.write_start(out);
        self.children.iter().for_each(|child| child.write(out));
        let _ = write!(out, "</{}>", self.name);
    }

    /// Writes the tag that it begins with.
    pub fn write_start(&self, out: &mut String) {
        let _ = write!(out, "<{}{}>", self.name, self.attributes);
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while let Some((key, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next()?;
            let (value, next) = after.get(1..)?.split_once(quote)?;
            if key.trim() == name {
                return unescape(value).ok().map(Cow::into_owned);
            }
            rest = next.trim_start();
        }
        None
    }

    /// The text in it, without what is in elements in it.
    pub fn text(&self) -> Result<String, String> {
        let mut text = String::new();
        for child in &self.children {
            if let Node::Raw(raw) = child {
                // References stand by themselves: `&amp;`.
                let plain = unescape(raw).map_err(|error| error.to_string())?;
                text.push_str(&plain);
            }
        }
        Ok(text)
    }

    /// All of the text that people see in it.
    pub fn visible_text(&self) -> String {
        let own = (self.name == "w:t").then(|| self.text().unwrap_or_default());
        let inner = self.elements().map(Self::visible_text);
        own.into_iter().chain(inner).collect()
    }
}
