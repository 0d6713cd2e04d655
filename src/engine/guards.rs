//! Builtins that could make something enormous of little: each is asked beforehand how much it would be.
//! The engine itself looks at memory only once they are done.

use regex::Regex;
use regorus::Value;
use regorus::unstable::{BUILTINS, Expr, Ref, Span};
use std::sync::LazyLock;

use super::complaint::Complaint;
use super::limits::{BUILTIN_TEXT, BUILTIN_VALUES, DIGITS, SHIFT};

type Guard = fn(&[Value]) -> Result<(), String>;

/// The builtins, with what looks at their arguments.
const GUARDED: [(&str, Guard); 24] = [
    ("array.concat", strung_together),
    ("numbers.range", range),
    ("numbers.range_step", range),
    ("bits.lsh", shift),
    ("replace", replaced),
    ("strings.replace_n", replaced_in_turn),
    ("regex.replace", replaced_by_pattern),
    ("concat", joined),
    ("sprintf", formatted),
    ("json.marshal", written),
    ("json.marshal_with_options", written_with_options),
    ("json.patch", gone_through),
    ("json.filter", gone_through),
    ("json.remove", gone_through),
    ("object.subset", gone_through),
    ("to_number", read),
    ("units.parse", read),
    ("units.parse_bytes", read),
    ("time.add_date", zone),
    ("time.clock", zone),
    ("time.date", zone),
    ("time.diff", zone),
    ("time.format", zone),
    ("time.weekday", zone),
];

/// Puts the guards before their builtins.
pub(super) fn put_up(engine: &mut regorus::Engine) {
    let Ok(span) = nowhere() else { return };
    for (name, guard) in GUARDED {
        let Some((builtin, arguments)) = BUILTINS.get(name) else {
            continue;
        };
        let span = span.clone();
        // The engine asks for the expressions of the arguments to say where they stand, which it does
        // itself for what an extension says.
        let nothing = Ref::new(Expr::Null {
            span: span.clone(),
            value: Value::Null,
            eidx: 0,
        });
        let params = vec![nothing; usize::from(*arguments)];
        let call = move |values: Vec<Value>| {
            guard(&values).map_err(|said| error(&format!("`{name}` {said}")))?;
            builtin(&span, &params, &values, true).map_err(|failure| {
                let said = Complaint::read(&format!("{failure:#}")).message;
                error(&said)
            })
        };
        let _ = engine.add_extension(name.to_owned(), *arguments, Box::new(call));
    }
}

fn error(said: &str) -> super::Failure {
    std::io::Error::other(said.to_owned()).into()
}

fn nowhere() -> Result<Span, super::Failure> {
    let source = regorus::Source::from_contents("rules".to_owned(), " ".to_owned())?;
    Ok(Span {
        source,
        line: 1,
        col: 1,
        start: 0,
        end: 0,
    })
}

fn too_long() -> String {
    format!("would give more than {} MiB of text", BUILTIN_TEXT >> 20)
}

fn too_many() -> String {
    format!("would give or go through more than {BUILTIN_VALUES} values")
}

fn within(bytes: usize) -> Result<(), String> {
    if bytes > BUILTIN_TEXT {
        return Err(too_long());
    }
    Ok(())
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

fn number(value: Option<&Value>) -> Option<f64> {
    value?.as_f64().ok()
}

fn range(values: &[Value]) -> Result<(), String> {
    let (Some(from), Some(to)) = (number(values.first()), number(values.get(1))) else {
        return if values.iter().take(2).all(|value| value.as_number().is_ok()) {
            Err(too_many())
        } else {
            Ok(())
        };
    };
    let step = number(values.get(2)).unwrap_or(1.0).abs().max(1.0);
    #[allow(clippy::cast_precision_loss)] // a million
    let most = BUILTIN_VALUES as f64;
    if (to - from).abs() / step >= most {
        return Err(too_many());
    }
    Ok(())
}

fn strung_together(values: &[Value]) -> Result<(), String> {
    let lengths = values.iter().map(|value| match value {
        Value::Array(members) => members.iter().len(),
        _ => 0,
    });
    if lengths.sum::<usize>() > BUILTIN_VALUES {
        return Err(too_many());
    }
    Ok(())
}

fn shift(values: &[Value]) -> Result<(), String> {
    let by = number(values.get(1));
    if by.is_none_or(|by| by <= SHIFT) {
        return Ok(());
    }
    Err(format!("would shift by more than {SHIFT} bits"))
}

fn replaced(values: &[Value]) -> Result<(), String> {
    match (
        text(values.first()),
        text(values.get(1)),
        text(values.get(2)),
    ) {
        (Some(text), Some(old), Some(new)) => within(length(text, old, new)),
        _ => Ok(()),
    }
}

/// The length of a text, at most, once something is replaced in it.
fn length(text: &str, old: &str, new: &str) -> usize {
    let places = text.matches(old).count();
    text.len().saturating_add(places.saturating_mul(new.len()))
}

fn replaced_in_turn(values: &[Value]) -> Result<(), String> {
    let (Some(Value::Object(patterns)), Some(whole)) = (values.first(), text(values.get(1))) else {
        return Ok(());
    };
    let mut whole = whole.to_owned();
    for (old, new) in patterns.iter_sorted() {
        if let (Some(old), Some(new)) = (text(Some(old)), text(Some(new))) {
            within(length(&whole, old, new))?;
            whole = whole.replace(old, new);
        }
    }
    Ok(())
}

/// A text can match at each character, and `$1` stands for as much as matched.
fn replaced_by_pattern(values: &[Value]) -> Result<(), String> {
    let (Some(whole), Some(new)) = (text(values.first()), text(values.get(2))) else {
        return Ok(());
    };
    let literal = whole.len().saturating_add(1).saturating_mul(new.len());
    let groups = new.matches('$').count().saturating_mul(whole.len());
    within(literal.saturating_add(groups))
}

fn joined(values: &[Value]) -> Result<(), String> {
    let between = text(values.first()).map_or(0, str::len);
    let lengths = |members: &mut dyn Iterator<Item = &Value>| {
        members.fold(0_usize, |sum, member| {
            sum.saturating_add(between)
                .saturating_add(text(Some(member)).map_or(0, str::len))
        })
    };
    within(match values.get(1) {
        Some(Value::Array(members)) => lengths(&mut members.iter()),
        Some(Value::Set(members)) => lengths(&mut members.iter()),
        _ => 0,
    })
}

fn formatted(values: &[Value]) -> Result<(), String> {
    static WIDTH: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"%[-+# .0]*[\[\]0-9.*]*?[1-9][0-9]{4,}").ok());
    let Some(format) = text(values.first()) else {
        return Ok(());
    };
    if WIDTH.as_ref().is_some_and(|width| width.is_match(format)) {
        return Err("is asked for a width of more than four digits".to_owned());
    }
    let verbs = format.matches('%').count();
    let mut size = Size::default();
    for value in values.iter().skip(1) {
        size.add(value, 0)?;
    }
    // A verb may name any argument, and four digits are a width that each may have.
    let one = size.text.saturating_add(10_000);
    let most = if format.contains("%[") {
        one.saturating_mul(verbs)
    } else {
        size.text.saturating_add(verbs.saturating_mul(10_000))
    };
    within(most.saturating_add(format.len()))
}

fn written(values: &[Value]) -> Result<(), String> {
    let mut size = Size::default();
    values.iter().try_for_each(|value| size.add(value, 0))?;
    within(size.text)
}

fn written_with_options(values: &[Value]) -> Result<(), String> {
    written(values)?;
    let Some(Value::Object(options)) = values.get(1) else {
        return Ok(());
    };
    let longest = options.iter().filter_map(|(_, value)| text(Some(value)));
    if longest.map(str::len).max().unwrap_or_default() > 16 {
        return Err("takes an indent and a prefix of 16 bytes at most".to_owned());
    }
    Ok(())
}

fn gone_through(values: &[Value]) -> Result<(), String> {
    let mut size = Size::default();
    values.iter().try_for_each(|value| size.add(value, 0))
}

/// Numbers are made of all the digits that their exponent asks for.
fn read(values: &[Value]) -> Result<(), String> {
    match text(values.first()) {
        Some(text) if has_long_number(text) => {
            Err(format!("is given a number of more than {DIGITS} digits"))
        }
        _ => Ok(()),
    }
}

/// Whether a text has a number of very many digits, written out or by its exponent.
pub(super) fn has_long_number(text: &str) -> bool {
    long_numbers().is_some_and(|numbers| numbers.is_match(text))
}

/// Numbers of more digits, written out or by their exponent, than `DIGITS`.
pub(super) fn long_numbers() -> Option<&'static Regex> {
    static LONG: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b[0-9][0-9._]*[eE]\+?[0-9]{4,}\b|\b[0-9][0-9_.]{999}").ok());
    LONG.as_ref()
}

/// `Local` is the time zone of the machine.
fn zone(values: &[Value]) -> Result<(), String> {
    for value in values {
        if let Value::Array(parts) = value
            && text(parts.iter().nth(1)) == Some("Local")
        {
            return Err("takes no time zone `Local`, which is that of the machine: name one as `Asia/Shanghai`".to_owned());
        }
    }
    Ok(())
}

/// How much a value is when it is written out: parts that it shares count each time.
#[derive(Default)]
struct Size {
    values: usize,
    text: usize,
}

impl Size {
    fn add(&mut self, value: &Value, levels: usize) -> Result<(), String> {
        self.values += 1;
        self.text = self.text.saturating_add(8);
        if self.values > BUILTIN_VALUES || levels > 1_000 {
            return Err(too_many());
        }
        match value {
            Value::String(text) => self.text = self.text.saturating_add(text.len()),
            Value::Array(members) => {
                for member in members.iter() {
                    self.add(member, levels + 1)?;
                }
            }
            Value::Set(members) => {
                for member in members.iter() {
                    self.add(member, levels + 1)?;
                }
            }
            Value::Object(entries) => {
                for (key, value) in entries.iter() {
                    self.add(key, levels + 1)?;
                    self.add(value, levels + 1)?;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Undefined => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{GUARDED, formatted, has_long_number, range, shift};
    use regorus::Value;
    use regorus::unstable::BUILTINS;

    #[test]
    fn every_guard_stands_before_a_builtin() {
        for (name, _) in GUARDED {
            assert!(BUILTINS.contains_key(name), "{name}");
        }
    }

    #[test]
    fn ranges_and_shifts_are_bounded_on_both_sides() {
        let values = |values: &[f64]| -> Vec<Value> {
            values.iter().map(|number| Value::from(*number)).collect()
        };
        assert!(range(&values(&[1.0, 1_000_000.0])).is_ok());
        assert!(range(&values(&[1.0, 1_000_001.0])).is_err());
        assert!(range(&values(&[0.0, -1_000_000.0])).is_err());
        assert!(range(&values(&[0.0, 1_999_999.0, 2.0])).is_ok());
        assert!(shift(&values(&[1.0, 65_536.0])).is_ok());
        assert!(shift(&values(&[1.0, 65_537.0])).is_err());
    }

    #[test]
    fn widths_are_told_from_numbers_in_a_text() {
        let format = |text: &str| formatted(&[Value::from(text), Value::from(vec![])]);
        for wide in ["%10000d", "%-010000s", "%.99999f", "%[1]10000d"] {
            assert!(format(wide).is_err(), "{wide}");
        }
        for right in ["%04000d", "12345 %d 67890", "%[1]d of 10000000"] {
            assert_eq!(format(right), Ok(()), "{right}");
        }
    }

    #[test]
    fn long_numbers_are_told_from_digests() {
        for long in [
            "1e1000",
            "x := 1.5E+99999",
            "-2e2000000000",
            &"7".repeat(1_000),
        ] {
            assert!(has_long_number(long), "{long}");
        }
        for short in [
            "1e999",
            "12e4f00000aa",
            "e2000000",
            "20250630",
            &"7".repeat(999),
        ] {
            assert!(!has_long_number(short), "{short}");
        }
    }
}
