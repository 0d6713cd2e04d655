//! What sheets and columns are called.

use serde_json::{Map, Value};

use super::Sheet;
use crate::text::Text;

/// The most characters that the name of a sheet may have.
const LONGEST: usize = 31;

/// The title and the description of a node in both languages; the title is the key where it has none.
pub(super) fn titles(keywords: &Map<String, Value>, key: &str) -> (Text, Text) {
    let text = |name| keywords.get(name).and_then(Value::as_str);
    let en = text("title").map_or_else(|| key.replace('_', " "), str::to_owned);
    let title = Text {
        zh: text("x-title-zh").unwrap_or(&en).to_owned(),
        en,
    };
    let full = |title: &str, description: Option<&str>| match description {
        Some(description) => format!("{title}\n{description}"),
        None => title.to_owned(),
    };
    let description = Text {
        zh: full(&title.zh, text("x-description-zh")),
        en: full(&title.en, text("description")),
    };
    (title, description)
}

/// A title without what explains it: `Legal form` of `Legal form: enterprise, other`.
pub(super) fn cut(title: &Text) -> Text {
    let before = |text: &str, marks: &[&str]| {
        let end = marks.iter().filter_map(|mark| text.find(mark)).min();
        let cut = end.and_then(|end| text.get(..end)).map(str::trim);
        cut.filter(|cut| !cut.is_empty()).unwrap_or(text).to_owned()
    };
    Text {
        zh: before(&title.zh, &["（", "；", "："]),
        en: before(&title.en, &["; ", ": ", " ("]),
    }
}

/// The name of a sheet's tab, which no other has: in Chinese by titles, in English by keys.
pub(super) fn of_sheet(taken: &[Sheet], parents: &[&Sheet], path: &[String], title: &Text) -> Text {
    if path.is_empty() {
        return Text {
            zh: "卷宗".to_owned(),
            en: "dossier".to_owned(),
        };
    }
    let mut zh: Vec<String> = parents.iter().rev().map(|p| cut(&p.title).zh).collect();
    zh.push(cut(title).zh);
    let zh = shortened(&zh, "-", &|name| taken.iter().any(|s| s.name.zh == name));
    let en = shortened(path, ".", &|name| taken.iter().any(|s| s.name.en == name));
    Text { zh, en }
}

/// The parts joined; without the first of them where that is too long or taken.
fn shortened(parts: &[String], mark: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let allowed: Vec<String> = parts
        .iter()
        .map(|part| part.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " "))
        .collect();
    let fits = |name: &str| name.chars().count() <= LONGEST && !is_taken(name);
    let mut ends =
        (0..allowed.len()).map(|from| allowed.get(from..).unwrap_or_default().join(mark));
    if let Some(name) = ends.find(|name| fits(name)) {
        return name;
    }
    let last = allowed.last().map_or("", String::as_str);
    let numbered = (2_usize..).map(|number| {
        let end = format!(" {number}");
        let kept = LONGEST - end.chars().count();
        last.chars().take(kept).collect::<String>() + &end
    });
    numbered
        .into_iter()
        .find(|name| fits(name))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_short_and_differ() {
        let name = |parts: &[&str], taken: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            shortened(&parts, ".", &|name| taken.contains(&name))
        };
        assert_eq!(name(&["people", "posts"], &[]), "people.posts");
        let long = ["projects", "third_party_components", "tests"];
        assert_eq!(name(&long, &[]), "third_party_components.tests");
        assert_eq!(name(&long, &["third_party_components.tests"]), "tests");
        assert_eq!(name(&["a/b"], &["a b"]), "a b 2");
        assert_eq!(name(&[&"x".repeat(40)], &[]).len(), LONGEST);
    }
}
