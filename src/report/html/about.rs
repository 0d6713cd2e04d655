//! What clauses ask for: in the page once, however many dossiers there are.

use askama::Template;

use crate::report::view::about::About;
use crate::report::view::phrase::say;

/// What is said of a clause, as markup.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "about.html")]
pub struct Block<'a> {
    pub about: &'a About,
}

/// Where a clause in a page takes up what is said of it.
const PLACE: &str = "<div class=\"about\" data-about=\"";

/// The page of a dossier with what its clauses ask for. Evidence is escaped and cannot look like a
/// place for it.
pub fn put_into(page: &str, all: &[About]) -> askama::Result<String> {
    let mut parts = page.split(PLACE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once("\">").unwrap_or((part, ""));
        text.push_str("<div class=\"about\">");
        if let Some(about) = all.iter().find(|about| about.id == id) {
            text.push_str(&Block { about }.render()?);
        }
        text.push_str(rest);
    }
    Ok(text)
}
