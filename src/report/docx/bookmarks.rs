//! Bookmarks of a report: apart from those of the other reports in a document, and each with an id of its
//! own, also where a loop repeats them.

use regex::{Captures, Regex};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::template::{NUMBER, SUFFIX};

#[allow(clippy::unwrap_used)] // constants, which a test looks at
static BOOKMARK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"<w:bookmark(Start|End)\b[^>]*>").unwrap());
#[allow(clippy::unwrap_used)]
static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"w:id="([^"]*)""#).unwrap());
#[allow(clippy::unwrap_used)]
static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"w:name="([^"]*)""#).unwrap());
#[allow(clippy::unwrap_used)]
static USE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"w:anchor="[^"]*"|<w:instrText\b[^>]*>[^<]*</w:instrText>"#).unwrap()
});
#[allow(clippy::unwrap_used)]
static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\w.]+").unwrap());

/// The text of a report with bookmarks that are its own.
pub fn apart(text: &str) -> String {
    let mut names = BTreeSet::new();
    let mut open: Vec<(String, u32)> = Vec::new();
    let mut last = 0;
    let text = BOOKMARK.replace_all(text, |found: &Captures| {
        let tag = found.get(0).map_or("", |tag| tag.as_str());
        let old = ID
            .captures(tag)
            .and_then(|id| id.get(1))
            .map_or("", |id| id.as_str());
        let number = if found.get(1).is_some_and(|kind| kind.as_str() == "Start") {
            last += 1;
            open.push((old.to_owned(), last));
            last
        } else {
            let begun = open.iter().rposition(|(id, _)| id == old);
            begun.map_or(0, |begun| open.remove(begun).1)
        };
        let tag = ID.replace(tag, format!("w:id=\"{NUMBER}{number:04}\""));
        let own = NAME.replace(&tag, |name: &Captures| {
            let name = name.get(1).map_or("", |name| name.as_str());
            names.insert(name.to_owned());
            format!("w:name=\"{name}{SUFFIX}\"")
        });
        own.into_owned()
    });
    let used = USE.replace_all(&text, |found: &Captures| {
        let found = found.get(0).map_or("", |found| found.as_str());
        let mut own = String::with_capacity(found.len() + 8);
        let mut from = 0;
        for word in WORD.find_iter(found) {
            own.push_str(found.get(from..word.end()).unwrap_or_default());
            if names.contains(word.as_str()) {
                let _ = write!(own, "{SUFFIX}");
            }
            from = word.end();
        }
        own.push_str(found.get(from..).unwrap_or_default());
        own
    });
    used.into_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn bookmarks_and_what_leads_to_them_are_the_reports_own() {
        let text = "<w:bookmarkStart w:id=\"7\" w:name=\"a\"/><w:bookmarkEnd w:id=\"7\"/><w:bookmarkStart w:id=\"7\" w:name=\"b_1\"/>\
                    <w:bookmarkEnd w:id=\"7\"/><w:instrText> PAGEREF a \\h </w:instrText><w:hyperlink w:anchor=\"b_1\"/>";
        let own = super::apart(text).replace('\0', "_2").replace('\u{1}', "2");
        assert_eq!(
            own,
            "<w:bookmarkStart w:id=\"20001\" w:name=\"a_2\"/><w:bookmarkEnd w:id=\"20001\"/><w:bookmarkStart w:id=\"20002\" w:name=\"b_1_2\"/>\
             <w:bookmarkEnd w:id=\"20002\"/><w:instrText> PAGEREF a_2 \\h </w:instrText><w:hyperlink w:anchor=\"b_1_2\"/>"
        );
    }
}
