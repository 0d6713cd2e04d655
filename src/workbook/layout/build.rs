//! From the schema to sheets and columns.

use serde_json::{Map, Value};

use super::names::{cut, of_sheet, titles};
use super::{Bounds, Choice, Column, Field, Kind, Layout, Need, Role, Sheet, Word};
use crate::schema::{Schema, resolved};
use crate::text::Text;

/// How many texts an entry may have to stand on a line of a cell.
const FIELDS: usize = 3;

/// How deep the model may be.
const DEPTH: usize = 32;

pub(super) fn layout(schema: &Schema) -> Layout {
    let mut builder = Builder {
        schema,
        sheets: Vec::new(),
    };
    let top = resolved(schema.published(), schema.published());
    builder.sheet(&[], None, Vec::new(), &top);
    Layout {
        sheets: builder.sheets,
    }
}

struct Builder<'a> {
    schema: &'a Schema,
    sheets: Vec<Sheet>,
}

/// Where the walk through an entry is.
struct Way<'a> {
    sheet: usize,
    keys: Vec<String>,
    group: Option<Text>,
    /// What is needed of the group itself.
    need: Need,
    /// The keys from the top, without places in lists.
    path: &'a [String],
}

type Keywords = Map<String, Value>;

impl Builder<'_> {
    /// Adds the sheet of entries with these keywords, and those of the lists in them.
    fn sheet(
        &mut self,
        path: &[String],
        parent: Option<usize>,
        inside: Vec<String>,
        entry: &Keywords,
    ) -> usize {
        let number = self.sheets.len();
        let (title, description) = titles(entry, path.last().map_or("dossier", String::as_str));
        let parents: Vec<&Sheet> = std::iter::successors(parent, |parent| {
            self.sheets.get(*parent).and_then(|sheet| sheet.parent)
        })
        .filter_map(|parent| self.sheets.get(parent))
        .filter(|sheet| sheet.parent.is_some())
        .collect();
        let name = of_sheet(&self.sheets, &parents, path, &title);
        let mut columns = Vec::new();
        // What is in the form belongs to the dossier itself.
        if parent.is_some_and(|parent| parent > 0) {
            let mut column = plain(Role::Parent);
            if let Some(above) = parents.first() {
                column.title = within(Some(&column.title), &above.title);
            }
            columns.push(column);
        }
        let row_key = columns.len();
        self.sheets.push(Sheet {
            path: path.join("."),
            name,
            title,
            description,
            parent,
            inside,
            columns,
            key: None,
        });
        let way = Way {
            sheet: number,
            keys: Vec::new(),
            group: None,
            need: Need::Always,
            path,
        };
        self.object(&way, entry, DEPTH);
        self.add_key(number, row_key);
        number
    }

    /// The column by which further sheets name rows: the id, or one at `place` that only the workbook has.
    fn add_key(&mut self, number: usize, place: usize) {
        let Some(sheet) = self.sheets.get_mut(number).filter(|_| number > 0) else {
            return;
        };
        let id = sheet.columns.iter().position(|column| {
            column.path == ["id"]
                && column.need == Need::Always
                && matches!(column.role, Role::Value(Kind::Text))
        });
        let has_children = sheet
            .columns
            .iter()
            .any(|column| matches!(column.role, Role::Child(_)));
        if id.is_none() && has_children {
            sheet.columns.insert(place, plain(Role::RowKey));
            sheet.key = Some(place);
        } else {
            sheet.key = id;
        }
    }

    fn add(&mut self, sheet: usize, column: Column) {
        if let Some(sheet) = self.sheets.get_mut(sheet) {
            sheet.columns.push(column);
        }
    }

    /// Adds the columns of an object.
    fn object(&mut self, way: &Way, object: &Keywords, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        let required = object.get("required").and_then(Value::as_array);
        let is_required = |key: &str| {
            let mut names = required.into_iter().flatten();
            names.any(|name| name.as_str() == Some(key))
        };
        let properties = object.get("properties").and_then(Value::as_object);
        for (key, node) in properties.into_iter().flatten() {
            let need = match (is_required(key), way.need) {
                (false, _) => Need::No,
                (true, Need::Always) => Need::Always,
                (true, _) => Need::InGroup,
            };
            self.property(way, key, node, need, depth);
        }
    }

    fn property(&mut self, way: &Way, key: &str, node: &Value, need: Need, depth: usize) {
        let keywords = resolved(self.schema.published(), node);
        let keys = [way.keys.as_slice(), &[key.to_owned()]].concat();
        let (title, description) = titles(&keywords, key);
        let column = |role| Column {
            path: keys.clone(),
            title: within(way.group.as_ref(), &title),
            group: way.group.clone(),
            description: description.clone(),
            need,
            role,
        };
        if is_object(&keywords) {
            if needs_nothing(&keywords) {
                let mut presence = column(Role::Presence);
                presence.need = Need::No;
                presence.group = Some(title.clone());
                self.add(way.sheet, presence);
            }
            let inner = Way {
                sheet: way.sheet,
                keys: keys.clone(),
                group: Some(within(way.group.as_ref(), &title)),
                need,
                path: way.path,
            };
            return self.object(&inner, &keywords, depth);
        }
        if keywords.get("type").and_then(Value::as_str) != Some("array") {
            let role = Role::Value(self.kind(&keywords));
            return self.add(way.sheet, column(role));
        }
        let items = keywords
            .get("items")
            .map(|items| resolved(self.schema.published(), items))
            .unwrap_or_default();
        if !is_object(&items) {
            let role = Role::List(self.kind(&items));
            return self.add(way.sheet, column(role));
        }
        if let Some(fields) = self.fields(&items).filter(|_| !way.path.is_empty()) {
            return self.add(way.sheet, column(Role::Records(fields)));
        }
        // The list says more about itself than its entries do.
        let mut entry = items;
        for word in ["title", "x-title-zh", "description", "x-description-zh"] {
            if let Some(text) = keywords.get(word) {
                entry.insert(word.to_owned(), text.clone());
            }
        }
        let path = [way.path, keys.as_slice()].concat();
        let sheet = self.sheet(&path, Some(way.sheet), keys.clone(), &entry);
        self.add(way.sheet, column(Role::Child(sheet)));
    }

    /// The texts of small entries, if they are nothing else.
    fn fields(&self, entry: &Keywords) -> Option<Vec<Field>> {
        let properties = entry.get("properties")?.as_object()?;
        let fields = properties.iter().map(|(key, node)| {
            let keywords = resolved(self.schema.published(), node);
            let is_text =
                matches!(self.kind(&keywords), Kind::Text) && !keywords.contains_key("x-id");
            is_text.then(|| Field {
                key: key.clone(),
                title: titles(&keywords, key).0,
            })
        });
        let fields = fields.collect::<Option<Vec<Field>>>()?;
        (!fields.is_empty() && fields.len() <= FIELDS).then_some(fields)
    }

    fn kind(&self, keywords: &Keywords) -> Kind {
        let text = |key| keywords.get(key).and_then(Value::as_str);
        if let Some(fixed) = text("const") {
            return Kind::Fixed(fixed.to_owned());
        }
        if let Some(words) = keywords.get("enum").and_then(Value::as_array) {
            return self.choice(words, text("x-vocabulary"), keywords);
        }
        if let Some(register) = text("x-ref") {
            return Kind::Reference(register.to_owned());
        }
        match text("type") {
            Some("string") if text("format") == Some("date") => Kind::Date,
            Some("string") => Kind::Text,
            Some("integer") => Kind::Integer(bounds(keywords)),
            Some("number") => Kind::Number(bounds(keywords)),
            Some("boolean") => Kind::Boolean,
            _ => Kind::Any,
        }
    }

    fn choice(&self, words: &[Value], vocabulary: Option<&str>, keywords: &Keywords) -> Kind {
        let labels = keywords.get("x-labels-zh");
        let word = |(place, id): (usize, &Value)| {
            let id = id.as_str()?.to_owned();
            // Clauses are known by their number.
            let named = vocabulary
                .filter(|vocabulary| *vocabulary != "clauses")
                .and_then(|vocabulary| self.schema.label(vocabulary, &id))
                .filter(|label| !label.zh.is_empty() && !label.en.is_empty());
            let label = named.cloned().unwrap_or_else(|| {
                let zh = labels.and_then(|labels| labels.get(place)?.as_str());
                Text {
                    zh: zh.unwrap_or(&id).to_owned(),
                    en: id.replace('_', " "),
                }
            });
            Some(Word { id, label })
        };
        let words = words.iter().enumerate().map(word);
        words
            .collect::<Option<Vec<Word>>>()
            .map_or(Kind::Any, |words| {
                Kind::Choice(Choice {
                    vocabulary: vocabulary.map(str::to_owned),
                    words,
                })
            })
    }
}

/// A column that only the workbook has.
fn plain(role: Role) -> Column {
    let text = |zh: &str, en: &str| Text {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    let (title, description, need) = match role {
        Role::Parent => (
            text("所属", "Belongs to"),
            text(
                "本行属于哪一条记录：填写上级工作表中该记录的标识或行号。",
                "Which entry the row belongs to: its id or row key in the sheet above.",
            ),
            Need::Always,
        ),
        _ => (
            text("行号", "Row key"),
            text(
                "仅在本工作簿内使用：下级工作表据此引用本行，须唯一；没有下级记录时可留空。",
                "Used in this workbook only: sheets below name the row by it. It must be unique, and may stay empty where nothing refers to it.",
            ),
            Need::No,
        ),
    };
    Column {
        path: Vec::new(),
        title,
        group: None,
        description,
        need,
        role,
    }
}

fn is_object(keywords: &Keywords) -> bool {
    keywords.get("type").and_then(Value::as_str) == Some("object")
        && keywords.get("properties").is_some_and(Value::is_object)
}

/// Whether an object may be there without any key.
fn needs_nothing(keywords: &Keywords) -> bool {
    let required = keywords.get("required").and_then(Value::as_array);
    required.is_none_or(Vec::is_empty)
}

fn bounds(keywords: &Keywords) -> Bounds {
    let number = |names: [&str; 2]| {
        let mut found = names.iter().filter_map(|name| keywords.get(*name));
        found.next().and_then(Value::as_f64)
    };
    Bounds {
        least: number(["minimum", "exclusiveMinimum"]),
        most: number(["maximum", "exclusiveMaximum"]),
    }
}

/// A title with that of its group before it, both without what explains them.
fn within(group: Option<&Text>, title: &Text) -> Text {
    let own = cut(title);
    match group {
        None => own,
        Some(group) => Text {
            zh: format!("{}：{}", group.zh, own.zh),
            en: format!("{}: {}", group.en, own.en),
        },
    }
}
