//! Positions in JSON, from a syntax tree that keeps them.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Builder, Content, Position, Tree};

/// The positions in a text.
pub(super) fn tree(text: &str) -> Tree {
    let mut builder = Builder::default();
    let mut lines = Lines {
        text,
        byte: 0,
        position: (1, 1),
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    if let Ok(Some(value)) = parsed.map(|parsed| parsed.value) {
        add(&value, &mut builder, &mut lines);
    }
    builder.finish()
}

/// Adds a value with what is in it. The parser refuses texts that are nested too deeply for this.
fn add(value: &Value, builder: &mut Builder, lines: &mut Lines) {
    let position = lines.position(value.start());
    match value {
        Value::Object(object) => {
            builder.add(position, None, Content::Mapping(Vec::new()));
            for property in &object.properties {
                let at = lines.position(property.name.start());
                builder.key(property.name.as_str().to_owned(), at);
                add(&property.value, builder, lines);
            }
            builder.close();
        }
        Value::Array(array) => {
            builder.add(position, None, Content::Sequence(Vec::new()));
            for element in &array.elements {
                add(element, builder, lines);
            }
            builder.close();
        }
        Value::StringLit(_) => {
            builder.add(position, None, Content::Scalar);
        }
        other => {
            let raw = Some(other.text(lines.text).to_owned());
            builder.add(position, raw, Content::Scalar);
        }
    }
}

/// Turns byte offsets, asked for in rising order, into lines and columns.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    position: Position,
}

impl Lines<'_> {
    fn position(&mut self, byte: usize) -> Position {
        for c in self.text.get(self.byte..byte).unwrap_or_default().chars() {
            if c == '\n' {
                self.position = (self.position.0 + 1, 1);
            } else {
                self.position.1 += 1;
            }
        }
        self.byte = byte;
        self.position
    }
}
