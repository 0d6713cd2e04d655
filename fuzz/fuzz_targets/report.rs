//! Reading a dossier's report back, showing it in every format that is text, and reading that as `verify` does.
#![no_main]

use ciieval::report::format::{Format, bytes};
use ciieval::report::model::Head;
use ciieval::report::{DossierReport, Report};
use ciieval::report::{csv, github, html, json, junit, markdown, ndjson, sarif, text};
use ciieval::text::Language;
use ciieval::verify::Reported;
use ciieval_fuzz::PACK;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FORMATS: LazyLock<Vec<Box<dyn Format>>> = LazyLock::new(|| {
    let pack = || PACK.clone();
    let options = text::Options {
        language: Language::English,
        all: true,
        summary: false,
        styled: false,
        messages: true,
    };
    vec![
        Box::new(text::Text::new(pack(), options)),
        Box::new(markdown::Markdown::new(pack(), Language::English)),
        Box::new(html::Html::new(pack(), Language::English)),
        Box::new(csv::Csv::new(pack(), Language::Chinese)),
        Box::new(sarif::Sarif::new(pack(), Language::Chinese, true)),
        Box::new(junit::Junit::new(pack(), Language::Chinese)),
        Box::new(github::Github::new(pack(), Language::Chinese)),
        Box::new(json::Json(Head::new(&PACK))),
        Box::new(ndjson::Ndjson(Head::new(&PACK))),
    ]
});

fuzz_target!(|input: &[u8]| {
    let Ok(dossier) = serde_json::from_slice::<DossierReport>(input) else {
        return;
    };
    let written = serde_json::to_vec(&dossier).expect("a report can be written");
    let again: DossierReport = serde_json::from_slice(&written).expect("and read");
    assert!(
        again == dossier,
        "a report is not what it was after it was written and read"
    );
    let mut report = Report::new(&PACK);
    report.dossiers.push(dossier);
    for format in FORMATS.iter() {
        let shown = bytes(&report, format.as_ref()).expect("every report can be shown");
        // Of these `verify` takes two; what it refuses, it refuses with a reason.
        if let Err(why) = Reported::read(shown) {
            assert!(!why.to_string().is_empty());
        }
    }
});
