//! Texts of the page as markup: both languages, escaped, once where they are alike. The reader's choice
//! shows one of them.

use askama::FastWritable;
use askama::filters::{Escaper, Html, HtmlSafe};
use std::fmt::{self, Display, Write};

use crate::report::text::safe::is_hazard;
use crate::report::view::phrase::Phrase;

/// A text in both languages as an attribute, for what cannot hold elements.
#[derive(Clone, Debug)]
pub struct Attribute(Phrase);

impl Phrase {
    /// Both texts as the attributes `data-zh` and `data-en`.
    pub fn attributes(&self) -> Attribute {
        Attribute(self.clone())
    }
}

impl Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, f)
    }
}

impl HtmlSafe for Phrase {}

impl FastWritable for Phrase {
    fn write_into(&self, dest: &mut dyn Write, _: &dyn askama::Values) -> askama::Result<()> {
        write(self, dest).map_err(askama::Error::from)
    }
}

fn write(phrase: &Phrase, mut out: &mut (impl Write + ?Sized)) -> fmt::Result {
    if phrase.zh == phrase.en {
        return Html.write_escaped_str(&mut out, &phrase.en);
    }
    for (tag, text) in [("zh-CN", &phrase.zh), ("en", &phrase.en)] {
        write!(out, "<span lang=\"{tag}\">")?;
        Html.write_escaped_str(&mut out, text)?;
        out.write_str("</span>")?;
    }
    Ok(())
}

impl Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data-zh=\"")?;
        Html.write_escaped_str(&mut *f, &self.0.zh)?;
        f.write_str("\" data-en=\"")?;
        Html.write_escaped_str(&mut *f, &self.0.en)?;
        f.write_char('"')
    }
}

impl HtmlSafe for Attribute {}

impl FastWritable for Attribute {
    fn write_into(&self, dest: &mut dyn Write, _: &dyn askama::Values) -> askama::Result<()> {
        write!(dest, "{self}").map_err(askama::Error::from)
    }
}

/// Markup in which every character that would reorder or hide its neighbours is written out, such as
/// `\u{202e}`. What is written instead has no meaning in markup, so that it can be done to a whole page.
pub fn visible(markup: String) -> String {
    let hidden = |c: char| c != '\n' && is_hazard(c);
    if !markup.contains(hidden) {
        return markup;
    }
    let mut text = String::with_capacity(markup.len() + 64);
    for c in markup.chars() {
        if hidden(c) {
            text.extend(c.escape_default());
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::view::phrase::say;

    #[test]
    fn what_is_alike_is_written_once_and_everything_is_escaped() {
        assert_eq!(say("a<b", "a<b").to_string(), "a&#60;b");
        assert_eq!(
            say("\"", "'").to_string(),
            "<span lang=\"zh-CN\">&#34;</span><span lang=\"en\">&#39;</span>"
        );
        assert_eq!(
            say("\"x", ">").attributes().to_string(),
            "data-zh=\"&#34;x\" data-en=\"&#62;\""
        );
    }

    #[test]
    fn reordering_characters_are_written_out() {
        assert_eq!(visible("a\u{202e}b\n".to_owned()), "a\\u{202e}b\n");
    }
}
