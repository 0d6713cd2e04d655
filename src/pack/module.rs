//! A Rego file as text, rule by rule: a rule starts in the first column. Strings and comments are
//! blanked first, so that columns and lines stay.

use std::collections::BTreeMap;

use super::annotation;
use super::source::SourceFile;

/// A Rego file taken apart.
pub(crate) struct Module<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// Its package, as `ciieval.lib.people`.
    pub package: String,
    /// By alias, what is imported as it is written, and the line.
    pub imports: BTreeMap<String, (String, usize)>,
    /// Its rules, each definition on its own.
    pub rules: Vec<Rule>,
}

/// A rule: its name, the arguments of a function, and its text without strings and comments.
pub(crate) struct Rule {
    pub name: String,
    pub arguments: Option<String>,
    pub line: usize,
    pub text: String,
}

impl<'a> Module<'a> {
    /// Takes a file apart.
    pub fn read(file: &'a SourceFile) -> Self {
        let blank = blanked(&file.text);
        let mut imports = BTreeMap::new();
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in blank.lines().enumerate() {
            let line_number = index + 1;
            if let Some(path) = line.strip_prefix("import ") {
                let (path, alias) = path
                    .split_once(" as ")
                    .unwrap_or_else(|| (path, path.rsplit('.').next().unwrap_or(path)));
                imports.insert(
                    alias.trim().to_owned(),
                    (path.trim().to_owned(), line_number),
                );
            } else if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && !line.starts_with("package ")
                && !line.starts_with("else")
            {
                let name: String = line
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                let rest = line.get(name.len()..).unwrap_or_default();
                let arguments = rest
                    .strip_prefix('(')
                    .and_then(|rest| rest.split_once(')'))
                    .map(|(inside, _)| inside.to_owned());
                rules.push(Rule {
                    name,
                    arguments,
                    line: line_number,
                    text: line.to_owned(),
                });
            } else if let Some(rule) = rules.last_mut() {
                rule.text.push('\n');
                rule.text.push_str(line);
            }
        }
        Self {
            file,
            package: annotation::package(&file.text).unwrap_or_default(),
            imports,
            rules,
        }
    }
}

/// The text with strings and comments turned into blanks; a rule name keeps its place.
fn blanked(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut quote = None;
    let mut comment = false;
    let mut escaped = false;
    for c in text.chars() {
        if c == '\n' {
            comment = false;
            result.push(c);
            continue;
        }
        match quote {
            _ if comment => result.push(' '),
            Some(mark) => {
                if c == mark && !escaped {
                    quote = None;
                    result.push(c);
                } else {
                    result.push(' ');
                }
                escaped = c == '\\' && !escaped && mark == '"';
            }
            None => {
                comment = c == '#';
                if c == '"' || c == '`' {
                    quote = Some(c);
                }
                result.push(if comment { ' ' } else { c });
            }
        }
    }
    result
}

/// Whether a name occurs as a word of its own that is no field of something else.
pub(crate) fn mentions(text: &str, name: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|tail| tail.chars().next());
        !before.is_some_and(|c| word(c) || c == '.') && !after.is_some_and(word)
    })
}
