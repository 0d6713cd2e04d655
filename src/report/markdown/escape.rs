//! Text that no renderer makes anything of.
//!
//! Escaping markup is not enough: hosts look for mentions (`@name`), numbers of issues (`#1`), commits and
//! addresses in what has been rendered, where an escaped character is an ordinary one again. None of them
//! looks into code. So text of dossiers is code, and other text too where it has characters that could act.

use crate::report::text::safe::safe;

/// Text of a dossier as code.
pub fn code(text: &str) -> String {
    let text = safe(text);
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // A space at either end is taken away where both ends have one.
    let blank = text.chars().all(|c| c == ' ');
    let padded = !blank && (text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']));
    let space = if padded { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Text of a dossier as code in a cell of a table, where a pipe would begin the next cell.
pub fn code_in_cell(text: &str) -> String {
    // What renderers make of a backslash before an escaped pipe differs: there the pipe is written out.
    let pipe = if text.contains("\\|") {
        "\\u{7c}"
    } else {
        "\\|"
    };
    code(text).replace('|', pipe)
}

/// Text of a dossier as code in markup.
pub fn code_in_markup(text: &str) -> String {
    let mut markup = String::from("<code>");
    for c in safe(text).chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            c => markup.push(c),
        }
    }
    markup + "</code>"
}

/// Text of the pack or this program: as it is where it is plain, else as code.
pub fn prose(text: &str) -> String {
    let words = |c: char| c.is_alphanumeric() || !c.is_ascii() || " ,.;()%'\"/-?:".contains(c);
    let begins = text.starts_with(|c: char| c.is_alphabetic() || !c.is_ascii());
    let scheme = text.split(':').skip(1).any(|after| {
        let first = after.chars().next();
        first.is_some_and(|c| c != ' ')
    });
    let acts = scheme || text.to_lowercase().contains("www.");
    if begins && !acts && text.chars().all(words) {
        safe(text)
    } else {
        code(text)
    }
}

fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`');
    runs.map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_in_code_do_not_end_it() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`a``b"), "``` `a``b ```");
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code("a\n# b"), "`a\\n# b`");
        assert_eq!(code_in_cell("a|b"), "`a\\|b`");
        assert_eq!(code_in_cell("a\\|b"), "`a\\\\u{7c}b`");
    }

    #[test]
    fn prose_with_characters_that_could_act_becomes_code() {
        assert_eq!(prose("Staff (8.1), GB/T 30283"), "Staff (8.1), GB/T 30283");
        assert_eq!(prose("注册资金：五百万元"), "注册资金：五百万元");
        for text in [
            "@name", "a@b", "#1", "<b>", "*a*", "www.x", "a://b", ":x:", "- a", "1. a", "a|b",
            "$x$", "_a_", "[a](b)", "!1",
        ] {
            assert_eq!(prose(text), format!("`{text}`"));
        }
    }
}
