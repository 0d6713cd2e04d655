//! Positions in YAML, from the events of a parser that keeps them.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashMap;

use super::{Builder, Content, Position, Tree};

fn start(span: &Span) -> Position {
    (span.start.line(), span.start.col() + 1)
}

/// The positions in a text.
pub(super) fn tree(text: &str) -> Tree {
    let mut builder = Builder::default();
    builder.tree.nulls_are_invisible = true;
    let mut anchors: HashMap<usize, usize> = HashMap::new();
    // The depth inside of a key that is a list or a mapping: nothing in it can be asked for.
    let mut in_key = 0_usize;
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { break };
        let position = start(&span);
        if in_key > 0 {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => in_key += 1,
                Event::SequenceEnd | Event::MappingEnd => in_key -= 1,
                _ => {}
            }
            continue;
        }
        let awaits_key = builder.awaits_key();
        let (anchor, node) = match event {
            Event::Scalar(text, _, _, _) if awaits_key => {
                builder.key(text.into_owned(), position);
                continue;
            }
            Event::Alias(_) if awaits_key => {
                builder.key(String::new(), position);
                continue;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if awaits_key => {
                builder.key(String::new(), position);
                in_key = 1;
                continue;
            }
            Event::Scalar(text, style, anchor, _) => {
                let raw = (style == ScalarStyle::Plain).then(|| text.into_owned());
                (anchor, builder.add(position, raw, Content::Scalar))
            }
            Event::SequenceStart(anchor, _) => (
                anchor,
                builder.add(position, None, Content::Sequence(Vec::new())),
            ),
            Event::MappingStart(anchor, _) => (
                anchor,
                builder.add(position, None, Content::Mapping(HashMap::new())),
            ),
            Event::Alias(anchor) => {
                let target = anchors.get(&anchor).copied().unwrap_or(usize::MAX);
                (0, builder.add(position, None, Content::Alias(target)))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                builder.close();
                continue;
            }
            Event::DocumentEnd => break,
            _ => continue,
        };
        if anchor != 0 {
            anchors.insert(anchor, node);
        }
    }
    builder.tree
}

/// Where the second document of a text begins.
pub(in crate::dossier) fn second_document(text: &str) -> Option<Position> {
    let starts = Parser::new_from_str(text)
        .map_while(Result::ok)
        .filter(|(event, _)| matches!(event, Event::DocumentStart(_)));
    starts.map(|(_, span)| start(&span)).nth(1)
}

/// The first error of syntax in a text.
pub(in crate::dossier) fn syntax_error(text: &str) -> Option<(usize, usize, String)> {
    let error = Parser::new_from_str(text).find_map(Result::err)?;
    let marker = error.marker();
    Some((marker.line(), marker.col() + 1, error.info().to_owned()))
}
