//! The report as it should be written, and where it is written in another way.

use serde_json::Value;

use super::again::Given;
use super::model::{Difference, Kind};
use super::reported::{Line, Reported};
use crate::pipeline::work::Done;
use crate::report::ErrorReport;
use crate::report::format::{End, Format};
use crate::report::json::Json;
use crate::report::ndjson::Ndjson;
use crate::report::remark::Remark;

/// The report as it should be, byte for byte: dossiers and errors in the order of the report.
pub fn written(
    report: &Reported,
    given: &Given,
    again: &[Option<Done>],
    errors: &[ErrorReport],
    across: Vec<Remark>,
) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let format: Box<dyn Format> = if report.is_lines {
        Box::new(Ndjson(given.head.clone()))
    } else {
        Box::new(Json(given.head.clone()))
    };
    let mut writer = format.writer();
    writer.begin(&mut out)?;
    let in_turn = (0..again.len()).map(Line::Dossier);
    let in_turn = in_turn.chain((0..errors.len()).map(Line::Error));
    let order: Vec<Line> = if report.is_lines {
        report.order.clone()
    } else {
        in_turn.collect()
    };
    for line in order {
        match line {
            Line::Dossier(number) => {
                let done = again.get(number).and_then(Option::as_ref);
                if let Some(fragment) = done.and_then(|done| done.fragments.first()) {
                    writer.dossier(fragment, &mut out)?;
                }
            }
            Line::Error(number) => {
                if let Some(error) = errors.get(number) {
                    writer.error(error, &mut out)?;
                }
            }
        }
    }
    let end = End {
        across,
        ..End::default()
    };
    writer.end(&end, &mut out)?;
    Ok(out)
}

/// What is different where the content is the same.
pub fn difference(reported: &[u8], written: &[u8]) -> Option<Difference> {
    if reported == written {
        return None;
    }
    let line = |bytes: &[u8], number: usize| {
        let line = bytes.split(|byte| *byte == b'\n').nth(number);
        line.map(|line| Value::from(String::from_utf8_lossy(line).into_owned()))
    };
    let same = reported.iter().zip(written).take_while(|(a, b)| a == b);
    let before = reported.get(..same.count()).unwrap_or_default();
    let number = before.split(|byte| *byte == b'\n').count() - 1;
    Some(Difference {
        kind: Kind::Writing,
        at: format!("line {}", number + 1),
        dossier: None,
        class: None,
        clause: None,
        key: "bytes".to_owned(),
        reported: line(reported, number),
        evaluated: line(written, number),
    })
}
