//! Everything in the schema has a place, vocabularies of packs included.

use ciieval::pack::Pack;
use ciieval::schema::Schema;
use ciieval::text::Language;
use ciieval::workbook::layout::{Kind, Layout, Role};
use std::collections::BTreeSet;

use crate::book::{Book, SCHEMA, small};
use ciieval::workbook;

#[test]
fn sheets_have_names_that_excel_takes_and_differ_in_all_languages() {
    let layout = Layout::new(&SCHEMA);
    assert!(layout.sheets.len() > 60);
    let mut names = BTreeSet::new();
    for sheet in &layout.sheets {
        let mut own = BTreeSet::from([&sheet.name.zh, &sheet.name.en]);
        own.insert(&sheet.path);
        for name in own {
            assert!(names.insert(name.to_lowercase()), "{name} is there twice");
        }
        for name in [&sheet.name.zh, &sheet.name.en] {
            assert!(
                name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']),
                "{name}"
            );
        }
    }
}

#[test]
fn columns_differ_by_key_and_every_place_has_a_form_of_its_own() {
    for sheet in &Layout::new(&SCHEMA).sheets {
        let mut tokens = BTreeSet::new();
        for column in &sheet.columns {
            assert!(
                tokens.insert(column.token()),
                "{}: {}",
                sheet.path,
                column.token()
            );
            assert!(
                !matches!(column.role, Role::Value(Kind::Any) | Role::List(Kind::Any)),
                "{}: {}",
                sheet.path,
                column.token()
            );
            assert!(!column.title.zh.is_empty() && !column.title.en.is_empty());
        }
        let has_children = sheet
            .columns
            .iter()
            .any(|column| matches!(column.role, Role::Child(_)));
        assert!(
            !has_children || sheet.key.is_some() || sheet.parent.is_none(),
            "{}",
            sheet.path
        );
    }
}

#[test]
fn the_words_of_a_pack_are_choices_too() {
    let pack = Pack::load(&[]).unwrap();
    let mut pack_with_more = pack;
    pack_with_more.data["vocabulary"]["tool_kinds"]["own_kind"] =
        serde_json::json!({"zh": "自有种类", "en": "a kind of our own"});
    let schema = Schema::new(&pack_with_more).unwrap();
    let mut book = Book::open(&workbook::write(&schema, &small(), Language::Chinese).unwrap());
    let listed = book.rows("词表").iter().flatten();
    assert!(
        listed
            .into_iter()
            .any(|cell| matches!(cell, crate::book::Put::Text(text) if text == "自有种类"))
    );
}

#[test]
fn the_names_of_columns_explain_themselves() {
    let bytes = ciieval::workbook::write(&SCHEMA, &small(), Language::Chinese).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.xlsx");
    std::fs::write(&file, bytes).unwrap();
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
    };
    let layout = Layout::new(&SCHEMA);
    let number = 1 + layout
        .sheets
        .iter()
        .position(|sheet| sheet.path == "people")
        .unwrap();
    let sheet = part(&format!("xl/worksheets/sheet{number}.xml"));
    assert!(sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("<dataValidation type=\"list\""));
    assert!(sheet.contains("<dataValidation type=\"date\""));
    assert!(sheet.contains("'词表'!$B$"));
    let notes = part(&format!("xl/comments{number}.xml"));
    assert!(
        notes.contains("大学本科") && notes.contains("必填"),
        "{notes}"
    );
}
