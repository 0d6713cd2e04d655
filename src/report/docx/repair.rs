//! Text with expressions, as Word writes it, made into a template: expressions that Word has split over
//! runs are put together, and statements that stand for a paragraph, a row or a cell take its place.

use regex::Regex;
use std::sync::LazyLock;

use super::xml::{Element, Node};

/// What an expression, a statement or a comment looks like.
#[allow(clippy::unwrap_used)] // a constant, which a test looks at
static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}").unwrap());

/// A statement that stands for an element, such as `{%tr for person in people %}`.
#[allow(clippy::unwrap_used)]
static LIFTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)^\{%-?\s*(p|tr|tc)\s+(.*?)-?%\}$").unwrap());

/// What statements there are that stand for elements around the one looked at.
#[derive(Default)]
struct Found {
    /// The element that each stands for, and what it says.
    lifted: Vec<(String, String)>,
    /// Whether there is something else to see.
    is_more: bool,
}

/// Makes an element into a template. As a tree it is no XML any more, only to be written.
pub fn prepare(root: &mut Element) -> Result<(), String> {
    let found = within(root)?;
    match found.lifted.first() {
        None => Ok(()),
        Some((element, statement)) => Err(format!(
            "`{{%{element} {statement}%}}` stands in no {}",
            named(element)
        )),
    }
}

fn named(element: &str) -> &'static str {
    match element {
        "tr" => "row of a table",
        "tc" => "cell of a table",
        _ => "paragraph",
    }
}

fn within(element: &mut Element) -> Result<Found, String> {
    let mut all = Found::default();
    if element.name == "w:p" {
        all = paragraph(element)?;
    } else if matches!(element.name.as_str(), "w:drawing" | "w:pict" | "w:object") {
        all.is_more = true;
    }
    for child in &mut element.children {
        let Node::Element(inner) = child else {
            continue;
        };
        let mut found = within(inner)?;
        let kind = inner.name.strip_prefix("w:").unwrap_or_default().to_owned();
        let (own, others) = std::mem::take(&mut found.lifted)
            .into_iter()
            .partition::<Vec<_>, _>(|(element, _)| *element == kind);
        if let Some((_, first)) = own.first() {
            if found.is_more || !others.is_empty() {
                return Err(format!(
                    "`{{%{kind} {first}%}}` takes the place of its whole {}: give it one of its own",
                    named(&kind)
                ));
            }
            let statements = own
                .iter()
                .map(|(_, statement)| format!("{{% {statement} %}}"));
            *child = Node::Raw(statements.collect());
            continue;
        }
        all.lifted.extend(others);
        all.is_more |= found.is_more;
    }
    Ok(all)
}

/// Puts the expressions of a paragraph together.
fn paragraph(paragraph: &mut Element) -> Result<Found, String> {
    let mut texts = Vec::new();
    collect(paragraph, &mut texts)?;
    let whole = texts.concat();
    let mut found = Found::default();
    let mut ends = Vec::new();
    let mut end = 0;
    for text in &texts {
        end += text.len();
        ends.push(end);
    }
    let mut pieces: Vec<String> = vec![String::new(); texts.len()];
    let mut put = |at: usize, text: &str| {
        let piece = ends.iter().position(|end| at < *end);
        if let Some(piece) = piece.and_then(|piece| pieces.get_mut(piece)) {
            piece.push_str(text);
        }
    };
    let mut from = 0;
    for tag in TAG.find_iter(&whole) {
        plain(&whole, from..tag.start(), &ends, &mut put, &mut found)?;
        from = tag.end();
        let text = straight(tag.as_str());
        if let Some(lifted) = LIFTED.captures(&text) {
            let part = |number| lifted.get(number).map_or("", |part| part.as_str());
            found
                .lifted
                .push((part(1).to_owned(), part(2).trim_end().to_owned()));
        } else {
            found.is_more |= !text.starts_with("{#");
            put(tag.start(), &text);
        }
    }
    plain(&whole, from..whole.len(), &ends, &mut put, &mut found)?;
    let mut pieces = pieces.into_iter();
    replace(paragraph, &mut pieces);
    Ok(found)
}

/// Text between expressions, each piece of it where it was.
fn plain(
    whole: &str,
    range: std::ops::Range<usize>,
    ends: &[usize],
    put: &mut impl FnMut(usize, &str),
    found: &mut Found,
) -> Result<(), String> {
    let text = whole.get(range.clone()).unwrap_or_default();
    if let Some(open) = ["{{", "{%", "{#"].iter().find_map(|open| text.find(open)) {
        let rest: String = text
            .get(open..)
            .unwrap_or_default()
            .chars()
            .take(60)
            .collect();
        return Err(format!("`{rest}` is not closed in its paragraph"));
    }
    found.is_more |= !text.trim().is_empty();
    let mut at = range.start;
    for end in ends.iter().filter(|end| **end > range.start) {
        let until = (*end).min(range.end);
        if at < until {
            put(at, &escape(whole.get(at..until).unwrap_or_default()));
            at = until;
        }
    }
    Ok(())
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

/// An expression with the quotation marks and spaces that Word has set for people.
fn straight(tag: &str) -> String {
    let straight = |c| match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' | '‚' => '\'',
        '\u{a0}' | '\u{3000}' => ' ',
        other => other,
    };
    tag.chars().map(straight).collect()
}

/// The texts of a paragraph; a paragraph in it, as in a text box, has its own.
fn collect(element: &Element, texts: &mut Vec<String>) -> Result<(), String> {
    for child in element.elements().filter(|child| child.name != "w:p") {
        if child.name == "w:t" {
            texts.push(child.text()?);
        } else {
            collect(child, texts)?;
        }
    }
    Ok(())
}

fn replace(element: &mut Element, pieces: &mut impl Iterator<Item = String>) {
    for child in &mut element.children {
        let Node::Element(child) = child else {
            continue;
        };
        if child.name == "w:t" {
            " xml:space=\"preserve\"".clone_into(&mut child.attributes);
            let piece = pieces.next().filter(|piece| !piece.is_empty());
            child.children = piece.map(Node::Raw).into_iter().collect();
        } else if child.name != "w:p" {
            replace(child, pieces);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::Document;
    use super::*;

    fn prepared(xml: &str) -> Result<String, String> {
        let mut document = Document::read(&format!("<w:body>{xml}</w:body>"))?;
        prepare(&mut document.root)?;
        let mut text = String::new();
        document.root.write(&mut text);
        let text = text.replace(" xml:space=\"preserve\"", "");
        let inner = text
            .strip_prefix("<w:body>")
            .and_then(|text| text.strip_suffix("</w:body>"));
        Ok(inner.unwrap_or(&text).to_owned())
    }

    #[test]
    fn expressions_that_are_split_over_runs_are_put_together() {
        let split = "<w:p><w:r><w:t>A &amp; {</w:t></w:r><w:proofErr/><w:r><w:t>{ name</w:t></w:r><w:r><w:t> }} B</w:t></w:r></w:p>";
        assert_eq!(
            prepared(split).unwrap_or_default(),
            "<w:p><w:r><w:t>A &amp; {{ name }}</w:t></w:r><w:proofErr/><w:r><w:t/></w:r><w:r><w:t> B</w:t></w:r></w:p>"
        );
        let quoted = "<w:p><w:t>{{ x|default(“&lt;”) }}</w:t></w:p>";
        assert_eq!(
            prepared(quoted).unwrap_or_default(),
            "<w:p><w:t>{{ x|default(\"<\") }}</w:t></w:p>"
        );
    }

    #[test]
    fn statements_take_the_place_of_paragraphs_and_rows() {
        let row = |text: &str| format!("<w:tr><w:tc><w:p><w:t>{text}</w:t></w:p></w:tc></w:tr>");
        let table = row("{%tr for x in y %}") + &row("{{ x }}") + &row("{%tr endfor %}");
        assert_eq!(
            prepared(&table).unwrap_or_default(),
            format!("{{% for x in y %}}{}{{% endfor %}}", row("{{ x }}"))
        );
        assert_eq!(
            prepared("<w:p><w:t>{%p if x %}</w:t></w:p><w:p/>").unwrap_or_default(),
            "{% if x %}<w:p/>"
        );
    }

    #[test]
    fn what_cannot_be_meant_is_said() {
        let error = |xml| prepared(xml).err().unwrap_or_default();
        assert!(error("<w:p><w:t>{{ x</w:t></w:p>").contains("not closed"));
        assert!(error("<w:p><w:t>{%tr if x %}</w:t></w:p>").contains("in no row"));
        assert!(error("<w:p><w:t>a {%p if x %}</w:t></w:p>").contains("one of its own"));
    }
}
