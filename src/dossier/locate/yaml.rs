//! Positions in YAML, from the events of a parser that keeps them.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashMap;

use super::{Builder, Content, Position, Tree};
use crate::dossier::limits::{Limit, Limits};

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
                builder.add(position, None, Content::Mapping(Vec::new())),
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
    builder.finish()
}

/// Where the second document of a text begins.
pub(in crate::dossier) fn second_document(text: &str) -> Option<Position> {
    let starts = Parser::new_from_str(text)
        .map_while(Result::ok)
        .filter(|(event, _)| matches!(event, Event::DocumentStart(_)));
    starts.map(|(_, span)| start(&span)).nth(1)
}

/// What a look at a whole text came to.
pub(in crate::dossier) struct Scan {
    /// Keys and values as they are written: what aliases repeat counts once.
    pub values: usize,
    /// How it ended.
    pub end: End,
}

/// How a look at a text ended.
pub(in crate::dossier) enum End {
    /// At the end of the text.
    Whole,
    /// At a limit, with how large it is where that is known.
    Beyond(Limit, Option<u64>, Position),
    /// At a tag that other programs would make something else of.
    Tagged(Position, String),
    /// At an error of syntax.
    Broken(Position, String),
}

/// The tags of values that a dossier has anyway.
const PLAIN: [&str; 7] = ["str", "int", "float", "bool", "null", "seq", "map"];

/// A tag that is passed over by the reader, though it may mean something to other programs.
fn foreign(event: &Event) -> Option<String> {
    let (Event::Scalar(_, _, _, tag) | Event::SequenceStart(_, tag) | Event::MappingStart(_, tag)) =
        event
    else {
        return None;
    };
    let tag = tag.as_deref()?;
    let is_plain = match tag.handle.as_str() {
        // What follows one mark is told by the reader, with its path.
        "!" => true,
        "tag:yaml.org,2002:" => PLAIN.contains(&tag.suffix.as_str()),
        _ => false,
    };
    let handle = tag.handle.replace("tag:yaml.org,2002:", "!!");
    (!is_plain).then(|| format!("{handle}{}", tag.suffix))
}

/// Looks at a text without keeping anything of it, `before` being keys and values of other texts.
pub(in crate::dossier) fn scan(text: &str, limits: &Limits, before: usize) -> Scan {
    let mut values = 0_usize;
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let marker = error.marker();
                let position = (marker.line(), marker.col() + 1);
                let end = End::Broken(position, error.info().to_owned());
                return Scan { values, end };
            }
        };
        let mut beyond = None;
        if let Some(tag) = foreign(&event) {
            let end = End::Tagged(start(&span), tag);
            return Scan { values, end };
        }
        match event {
            Event::Scalar(text, ..) => {
                values += 1;
                let size = text.len() as u64;
                if size > limits.text {
                    beyond = Some((Limit::Text, Some(size)));
                }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                values += 1;
                depth += 1;
                if depth > limits.depth {
                    beyond = Some((Limit::Depth, None));
                }
            }
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if values.saturating_add(before) > limits.values {
            beyond = beyond.or(Some((Limit::Values, None)));
        }
        if let Some((limit, found)) = beyond {
            let end = End::Beyond(limit, found, start(&span));
            return Scan { values, end };
        }
    }
    Scan {
        values,
        end: End::Whole,
    }
}
