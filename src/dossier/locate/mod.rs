//! Lines and columns of keys and values. Nothing is located before somebody asks: a dossier
//! without problems is read once only.

pub(super) mod json;
pub(super) mod yaml;

use super::path::{DataPath, Step};
use super::problem::At;

/// How many aliases may lead on to each other.
const ALIASES: usize = 16;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
    /// An Excel workbook.
    Workbook,
}

/// A line and a column in characters, both from 1.
pub(super) type Position = (usize, usize);

/// The keys and values of one file with their positions.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Whether a null is written as nothing, so that its key is the place to show.
    nulls_are_invisible: bool,
}

#[derive(Debug)]
struct Node {
    position: Position,
    /// The text of a scalar that is not in quotes.
    raw: Option<String>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Scalar,
    /// Sorted by key when all of it has been read; what stands twice keeps its order.
    Mapping(Vec<(Box<str>, Entry)>),
    Sequence(Vec<usize>),
    Alias(usize),
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    key: Position,
    value: usize,
}

/// Where something is, and what is written there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// Line and column.
    pub position: Position,
    /// Whether it is the thing itself and not what it would be in.
    pub exact: bool,
    /// The text of an unquoted scalar.
    pub raw: Option<&'a str>,
}

impl Tree {
    /// Reads the positions in a text; of a text with errors, those before the first.
    pub(super) fn read(text: &str, format: Format) -> Self {
        match format {
            Format::Yaml => yaml::tree(text),
            Format::Json => json::tree(text),
            // Its places are cells.
            Format::Workbook => Self::default(),
        }
    }

    /// Whether a key stands on the top level.
    pub(super) fn has(&self, key: &str) -> bool {
        let root = self.nodes.first().map(|node| &node.content);
        matches!(root, Some(Content::Mapping(entries)) if named(entries, key, 0).is_some())
    }

    /// The place of a path's value or key, or of the nearest thing around it.
    pub(super) fn find(&self, path: &DataPath, at: At) -> Found<'_> {
        let mut node = 0;
        let mut position = self.nodes.first().map_or((1, 1), |node| node.position);
        let mut raw = None;
        for (depth, step) in path.steps().iter().enumerate() {
            let last = depth + 1 == path.steps().len();
            let (occurrence, on_key) = match at {
                At::Key(occurrence) if last => (occurrence, true),
                _ => (0, false),
            };
            let Some((key, value)) = self.step(node, step, occurrence, ALIASES) else {
                return Found {
                    position,
                    exact: false,
                    raw: None,
                };
            };
            let Some(found) = self.nodes.get(value) else {
                return Found {
                    position,
                    exact: false,
                    raw: None,
                };
            };
            node = value;
            raw = found.raw.as_deref();
            let invisible = self.nulls_are_invisible && raw == Some("");
            position = match key {
                Some(key) if on_key || invisible => key,
                _ => found.position,
            };
        }
        Found {
            position,
            exact: true,
            raw,
        }
    }

    /// The key and the value that a step from a node leads to.
    fn step(
        &self,
        node: usize,
        step: &Step,
        occurrence: usize,
        aliases: usize,
    ) -> Option<(Option<Position>, usize)> {
        let aliases = aliases.checked_sub(1)?;
        match (&self.nodes.get(node)?.content, step) {
            (Content::Alias(target), _) => self.step(*target, step, occurrence, aliases),
            (Content::Sequence(entries), Step::Index(index)) => {
                entries.get(*index).map(|value| (None, *value))
            }
            (Content::Mapping(entries), Step::Key(key)) => {
                if let Some(entry) = named(entries, key, occurrence) {
                    return Some((Some(entry.key), entry.value));
                }
                let merged = named(entries, "<<", 0)?.value;
                self.merged(merged, step, aliases)
            }
            _ => None,
        }
    }

    /// The same where mappings are merged into the one asked for.
    fn merged(
        &self,
        node: usize,
        step: &Step,
        aliases: usize,
    ) -> Option<(Option<Position>, usize)> {
        match &self.nodes.get(node)?.content {
            Content::Sequence(sources) => sources
                .iter()
                .find_map(|source| self.step(*source, step, 0, aliases)),
            _ => self.step(node, step, 0, aliases),
        }
    }
}

/// An occurrence of a key, counted from 0.
fn named<'a>(entries: &'a [(Box<str>, Entry)], key: &str, occurrence: usize) -> Option<&'a Entry> {
    let first = entries.partition_point(|(other, _)| &**other < key);
    let (found, entry) = entries.get(first.checked_add(occurrence)?)?;
    (&**found == key).then_some(entry)
}

/// Builds a tree in the order of the text.
#[derive(Debug, Default)]
struct Builder {
    tree: Tree,
    open: Vec<Open>,
}

/// A collection that is being read.
#[derive(Debug)]
struct Open {
    node: usize,
    key: Option<(String, Position)>,
}

impl Builder {
    /// Whether a key comes next.
    fn awaits_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.key.is_none()
                && matches!(
                    self.tree.nodes.get(open.node),
                    Some(Node {
                        content: Content::Mapping(_),
                        ..
                    })
                )
        })
    }

    fn key(&mut self, key: String, position: Position) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, position));
        }
    }

    /// Adds a value to the innermost collection.
    fn add(&mut self, position: Position, raw: Option<String>, content: Content) -> usize {
        let node = self.tree.nodes.len();
        let opens = matches!(content, Content::Mapping(_) | Content::Sequence(_));
        self.tree.nodes.push(Node {
            position,
            raw,
            content,
        });
        if let Some(open) = self.open.last_mut() {
            match self
                .tree
                .nodes
                .get_mut(open.node)
                .map(|parent| &mut parent.content)
            {
                Some(Content::Sequence(entries)) => entries.push(node),
                Some(Content::Mapping(entries)) => {
                    if let Some((key, position)) = open.key.take() {
                        entries.push((
                            key.into_boxed_str(),
                            Entry {
                                key: position,
                                value: node,
                            },
                        ));
                    }
                }
                _ => {}
            }
        }
        if opens {
            self.open.push(Open { node, key: None });
        }
        node
    }

    fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.sort(open.node);
        }
    }

    /// The tree, also where its text breaks off.
    fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.close();
        }
        self.tree
    }

    fn sort(&mut self, node: usize) {
        let node = self.tree.nodes.get_mut(node);
        match node.map(|node| &mut node.content) {
            Some(Content::Mapping(entries)) => {
                entries.shrink_to_fit();
                entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            }
            Some(Content::Sequence(entries)) => entries.shrink_to_fit(),
            _ => {}
        }
    }
}
