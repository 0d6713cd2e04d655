//! Values from YAML and JSON alike. The readers of both formats let the last of two equal keys win
//! or give up at the first; this visitor goes on and collects them, with what else no evidence is
//! made of: numbers that are none, keys that are no text, and tags. It stops at a limit.

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess};
use serde::de::{VariantAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use super::limits::Exceeded;
use super::meter::Meter;
use super::path::{DataPath, Step};
use super::problem::Finding;
use super::words::quoted;

/// What a reading has met so far.
pub(super) struct Collector {
    findings: RefCell<Vec<Finding>>,
    meter: RefCell<Meter>,
    merges: bool,
}

impl Collector {
    /// A collector; `merges` applies the YAML merge key `<<`.
    pub(super) fn new(meter: Meter, merges: bool) -> Self {
        Self {
            findings: RefCell::default(),
            meter: RefCell::new(meter),
            merges,
        }
    }

    /// Reads a value, going on after what is found.
    pub(super) fn read<'de, D: Deserializer<'de>>(&self, source: D) -> Result<Value, D::Error> {
        Seed {
            collector: self,
            place: &Place::Top,
        }
        .deserialize(source)
    }

    /// The limit that was hit, if one was.
    pub(super) fn exceeded(&self) -> Option<Exceeded> {
        self.meter.borrow_mut().exceeded.take()
    }

    /// What was found, and how many keys and values there are.
    pub(super) fn into_findings(self) -> (Vec<Finding>, usize) {
        (self.findings.into_inner(), self.meter.into_inner().values)
    }

    fn report(&self, finding: Finding) {
        let mut findings = self.findings.borrow_mut();
        // One more than is told shows that there are more.
        if findings.len() <= self.meter.borrow().limits.problems {
            findings.push(finding);
        }
    }
}

/// The way to the value being read; a path is made of it only when something is found.
enum Place<'a> {
    Top,
    Key(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn path(&self) -> DataPath {
        let mut steps = Vec::new();
        let mut place = self;
        loop {
            place = match place {
                Place::Top => break,
                Place::Key(parent, key) => {
                    steps.push(Step::Key((*key).to_owned()));
                    parent
                }
                Place::Index(parent, index) => {
                    steps.push(Step::Index(*index));
                    parent
                }
            };
        }
        steps.into_iter().rev().collect()
    }
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    collector: &'a Collector,
    place: &'a Place<'a>,
}

impl Seed<'_> {
    /// Counts a key or value with that much text.
    fn spend<E: Error>(&self, text: usize) -> Result<(), E> {
        let mut meter = self.collector.meter.borrow_mut();
        meter.value(text, || self.place.path()).map_err(E::custom)
    }

    fn enter<E: Error>(&self) -> Result<(), E> {
        let mut meter = self.collector.meter.borrow_mut();
        meter.enter(|| self.place.path()).map_err(E::custom)
    }

    fn leave(&self) {
        self.collector.meter.borrow_mut().leave();
    }

    fn report(&self, message: &str) {
        self.collector
            .report(Finding::value(self.place.path(), message));
    }

    /// Adds the keys of merged mappings that the mapping does not have itself.
    fn merge(&self, into: &mut Map<String, Value>, merged: Value) {
        let sources = match merged {
            Value::Array(entries) => entries,
            single => vec![single],
        };
        for source in sources {
            match source {
                Value::Object(entries) => {
                    for (key, value) in entries {
                        into.entry(key).or_insert(value);
                    }
                }
                _ => self.collector.report(Finding::value(
                    Place::Key(self.place, "<<").path(),
                    "must be a mapping or a list of mappings: `<<` merges their keys into this one",
                )),
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.spend(0).map(|()| Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.spend(0).map(|()| Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.spend(0).map(|()| value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.spend(0).map(|()| value.into())
    }

    #[allow(clippy::cast_precision_loss)] // as JSON readers do with numbers beyond 64 bits
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.spend(0)?;
        // Minus nothing is nothing.
        Ok(Number::from_f64(value + 0.0).map_or_else(
            || {
                self.report("is no finite number");
                Value::Null
            },
            Value::Number,
        ))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        // Before it is copied.
        self.spend(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.spend(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        self.enter()?;
        let mut entries = Vec::new();
        loop {
            let place = Place::Index(self.place, entries.len());
            let seed = Seed {
                collector: self.collector,
                place: &place,
            };
            let Some(entry) = source.next_element_seed(seed)? else {
                self.leave();
                return Ok(Value::Array(entries));
            };
            entries.push(entry);
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        self.enter()?;
        let mut entries = Map::new();
        let mut repeated: HashMap<String, usize> = HashMap::new();
        while let Some(key) = source.next_key_seed(Key(self))? {
            let place = Place::Key(self.place, &key);
            let seed = Seed {
                collector: self.collector,
                place: &place,
            };
            let value = source.next_value_seed(seed)?;
            if entries.contains_key(&key) {
                let again = repeated.entry(key.clone()).or_insert(0);
                *again += 1;
                let message = format!("repeats the key {}", quoted(&key));
                self.collector
                    .report(Finding::key(place.path(), *again, message));
            } else {
                entries.insert(key, value);
            }
        }
        self.leave();
        if self.collector.merges
            && let Some(merged) = entries.shift_remove("<<")
        {
            self.merge(&mut entries, merged);
        }
        Ok(Value::Object(entries))
    }

    /// A YAML tag such as `!secret`: nothing gives it a meaning.
    fn visit_enum<A: EnumAccess<'de>>(self, source: A) -> Result<Value, A::Error> {
        let (tag, content) = source.variant::<String>()?;
        self.report(&format!(
            "has the tag {}, which means nothing in a dossier",
            quoted(&tag)
        ));
        content.newtype_variant_seed(self)
    }
}

/// A key, as text.
struct Key<'a>(Seed<'a>);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<String, D::Error> {
        Ok(match self.0.deserialize(source)? {
            Value::String(text) => text,
            Value::Null => "null".to_owned(),
            value @ (Value::Bool(_) | Value::Number(_)) => value.to_string(),
            Value::Array(_) | Value::Object(_) => {
                let path = Place::Key(self.0.place, "").path();
                let message = "a key must be text, not a list or a mapping";
                self.0.collector.report(Finding::key(path, 0, message));
                String::new()
            }
        })
    }
}
