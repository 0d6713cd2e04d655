//! What the files of a pack may be: they may come from strangers, and are read before anything is known
//! of them. The built-in pack is ours and is not looked at.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashMap;

use super::manifest::Manifest;
use super::source::SourceFile;
use super::{PackError, annotation};
use crate::report::text::safe::is_hazard;

/// Files of a pack.
pub const FILES: usize = 2_000;

/// Files and folders that are looked at in the folder of a pack.
pub const ENTRIES: usize = 20_000;

/// Bytes of a file.
pub const FILE: u64 = 1 << 20;

/// Bytes of all files of a pack.
pub const ALL_FILES: u64 = 16 << 20;

/// Folders within folders.
pub const FOLDERS: usize = 16;

/// Levels of lists and objects in a YAML or JSON file, an annotation among them.
pub const LEVELS: usize = 64;

/// Values in a YAML or JSON file, those that aliases repeat counted each time.
pub const VALUES: usize = 200_000;

/// Entries of each list in a manifest.
pub const LISTED: usize = 1_000;

/// Problems of a pack that are told.
pub const TOLD: usize = 100;

/// What keeps a file from being read any further: characters that are not shown, YAML that unfolds.
#[must_use]
pub fn objection(file: &SourceFile) -> Option<PackError> {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    for (line, text) in (1..).zip(text.split('\n')) {
        let text = text.strip_suffix('\r').unwrap_or(text);
        if let Some(found) = text.chars().find(|c| is_hazard(*c) && *c != '\t') {
            return Some(PackError::new(&file.path, &hazard(found)).at(line));
        }
    }
    if file.is_data() {
        yaml(&file.text).map(|(message, line)| PackError::new(&file.path, &message).at(line))
    } else if file.is_test() {
        None
    } else {
        annotation::objection(&file.path, &file.text)
    }
}

fn hazard(found: char) -> String {
    let code = u32::from(found);
    format!(
        "has the character U+{code:04X}, which is not shown and can hide or reorder what is: take it out"
    )
}

/// What is wrong with a YAML text, JSON among it, and its line. What is no YAML is left to its reader.
pub(super) fn yaml(text: &str) -> Option<(String, usize)> {
    let mut meter = Meter::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        if let Some(message) = meter.objection(event) {
            return Some((message, line(&span)));
        }
    }
    None
}

fn line(span: &Span) -> usize {
    span.start.line()
}

#[derive(Default)]
struct Meter {
    values: usize,
    /// The anchor and the values before each list and object that is open.
    open: Vec<(usize, usize)>,
    /// How many values each anchor stands for.
    anchors: HashMap<usize, usize>,
}

impl Meter {
    fn objection(&mut self, event: Event) -> Option<String> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.values += 1;
                self.anchors.insert(anchor, 1);
                if let Some(found) = text
                    .chars()
                    .find(|c| is_hazard(*c) && !matches!(c, '\n' | '\t'))
                {
                    return Some(hazard(found));
                }
                if style == ScalarStyle::Plain && is_no_number(&text) {
                    return Some(format!("has `{text}`, which is no number that can be kept"));
                }
            }
            Event::Alias(anchor) => {
                let values = self.anchors.get(&anchor).copied().unwrap_or(1);
                self.values = self.values.saturating_add(values);
            }
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                self.open.push((anchor, self.values));
                self.values += 1;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, before) = self.open.pop()?;
                self.anchors.insert(anchor, self.values - before);
            }
            _ => {}
        }
        if self.open.len() > LEVELS {
            return Some(format!("is nested in more than {LEVELS} levels"));
        }
        (self.values > VALUES).then(|| {
            format!("has more than {VALUES} values, those that aliases repeat counted each time")
        })
    }
}

/// Numbers that YAML has and JSON has not, and those that are too large for any.
fn is_no_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit());
    matches!(digits, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN")
        || is_number && text.parse::<f64>().is_ok_and(f64::is_infinite)
}

/// The lists of a manifest that are too long.
pub(super) fn too_long(file: &SourceFile, manifest: &Manifest) -> Vec<PackError> {
    let areas = manifest.terms.iter().map(|term| term.areas.len()).max();
    let lists = [
        ("terms", manifest.terms.len()),
        ("areas", areas.unwrap_or_default()),
        ("common_terms", manifest.common_terms.len()),
        ("classes", manifest.classes.len()),
        ("extends", manifest.extends.len()),
        ("overrides", manifest.overrides.len()),
    ];
    let long = lists.into_iter().filter(|(_, entries)| *entries > LISTED);
    long.map(|(list, entries)| {
        let message = format!("`{list}` has {entries} entries, and a pack may have {LISTED}");
        PackError::new(&file.path, &message)
    })
    .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{LEVELS, VALUES, yaml};

    #[test]
    fn aliases_count_as_often_as_they_repeat() {
        let bomb = (1..9).map(|level| {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            format!("a{level}: &a{level} [{aliases}]\n")
        });
        let bomb = bomb.collect::<Vec<_>>().concat();
        let (message, line) = yaml(&format!("a0: &a0 x\n{bomb}")).unwrap();
        assert!(message.contains(&VALUES.to_string()), "{message}");
        assert_eq!(line, 7);
        assert_eq!(yaml("a: &a {b: 1}\nc: *a\n"), None);
    }

    #[test]
    fn levels_are_bounded_on_both_sides() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert_eq!(yaml(&nested(LEVELS)), None);
        assert!(yaml(&nested(LEVELS + 1)).is_some());
    }

    #[test]
    fn what_json_cannot_hold_is_refused() {
        for wrong in [".nan", "-.inf", "1e999", "\"\\u202E\""] {
            assert!(yaml(&format!("a: {wrong}\n")).is_some(), "{wrong}");
        }
        for right in ["1e99", "'.nan'", ".5", "1.2.3", "two\nb: 1"] {
            assert_eq!(yaml(&format!("a: {right}\n")), None, "{right}");
        }
    }
}
