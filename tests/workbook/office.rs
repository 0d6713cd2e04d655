//! What an office opens and saves again is the same dossier.

use std::fs;

use crate::book::{SCHEMA, read_file, small};
use crate::common::office::Office;
use crate::round_trip::plain;
use ciieval::text::Language;
use ciieval::workbook::write;

#[test]
fn what_an_office_saves_again_is_the_same_dossier() {
    let Some(office) = Office::find() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let again = folder.path().join("again");
    fs::create_dir(&again).unwrap();
    let huaheng = read_file("fixtures/dossiers/huaheng.yaml".as_ref())
        .unwrap()
        .evidence;
    let mut hostile = small();
    hostile["provider"]["name"] = "=1+1".into();
    hostile["people"][0]["name"] = " 007\n\"x\" ".into();
    hostile["people"][1]["name"] = "2026-06-30".into();
    hostile["provider"]["established_on"] = "1900-01-15".into();
    for (evidence, language) in [(huaheng, Language::English), (hostile, Language::Chinese)] {
        let file = folder.path().join("a.xlsx");
        fs::write(&file, write(&SCHEMA, &evidence, language).unwrap()).unwrap();
        let saved = office.convert(&file, "xlsx", &again);
        assert!(plain(&read_file(&saved).unwrap().evidence) == plain(&evidence));
    }
}
