//! Files that are no workbooks of dossiers.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::book::{Book, read, read_file, small, with_part};
use crate::common::ciieval;

fn said(bytes: &[u8]) -> String {
    let problems = read(bytes).err().unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems[0].strip_prefix("a.xlsx: ").unwrap().to_owned()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_a_file_is_instead_is_told() {
    // An encrypted workbook begins like one before 2007.
    let compound = [
        &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..],
        &[0; 600],
    ]
    .concat();
    assert!(
        said(&compound).starts_with("is protected by a password, or is of Excel before 2007: ")
    );
    assert_eq!(said(b""), "is empty");
    assert!(
        said("id,name\n".as_bytes()).starts_with("is no Excel workbook, whatever its name says: ")
    );
    assert_eq!(
        said(&archive(&[("a.txt", b"x")])),
        "is a zip file, but no Excel workbook"
    );
    assert_eq!(
        said(&archive(&[("content.xml", b"x")])),
        "is an OpenDocument file: save it as Excel Workbook (.xlsx)"
    );
    assert_eq!(
        said(&archive(&[("word/document.xml", b"x")])),
        "is a Word document, no Excel workbook"
    );
    let torn = archive(&[("xl/workbook.xml", b"<workbook")]);
    assert!(
        said(&torn).starts_with("is damaged or cut off: "),
        "{}",
        said(&torn)
    );
}

#[test]
fn a_file_that_is_cut_off_or_damaged_is_told() {
    let whole = Book::of(&small()).bytes();
    for length in [4, 100, whole.len() / 2, whole.len() - 1] {
        let said = said(&whole[..length]);
        assert!(
            said.starts_with("is damaged or cut off: "),
            "{length}: {said}"
        );
    }
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xFF;
    let said = read(&flipped).err().unwrap_or_default();
    assert!(!said.is_empty());
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; 300 << 20];
    let bytes = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/media/a", &zeros)]);
    assert!(bytes.len() < 2 << 20);
    assert_eq!(
        said(&bytes),
        "its part `xl/media/a` unpacks to 201 times its size and more, beyond the limit of 200 times, as a zip bomb does; `--max-ratio` raises it"
    );
}

#[test]
fn a_cell_far_out_costs_nothing() {
    let bytes = with_part(
        &Book::of(&small()).bytes(),
        "xl/worksheets/sheet2.xml",
        |text| {
            text.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>",
        )
        },
    );
    assert!(said(&bytes).contains("cell XFD1048576: column XFD has no name in row 1"));
}

#[test]
fn files_of_other_kinds_are_told_what_to_become() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str| {
        let file = folder.path().join(name);
        fs::write(&file, "x").unwrap();
        read_file(&file).err().unwrap().remove(0)
    };
    assert!(said("a.csv").starts_with("a.csv: is a table of text, which cannot hold a dossier: `ciieval init --format xlsx -o dossier.xlsx`"));
    for name in ["a.xls", "a.ods", "a.xlsm"] {
        assert_eq!(
            said(name),
            format!(
                "{name}: is a spreadsheet in another format: save it as Excel Workbook (.xlsx)"
            )
        );
    }
}

#[test]
fn texts_in_other_encodings_are_told_how_to_be_converted() {
    let folder = tempfile::tempdir().unwrap();
    let said = |bytes: &[u8]| {
        let file = folder.path().join("a.yaml");
        fs::write(&file, bytes).unwrap();
        read_file(&file).err().unwrap().remove(0)
    };
    let text = "provider: {name: 华衡网安}\n";
    let (gbk, ..) = encoding_rs::GB18030.encode(text);
    assert_eq!(
        said(&gbk),
        "a.yaml:1:18: is not UTF-8 text, but looks like GBK: save the file with the encoding UTF-8 (Notepad: Save as, Encoding), or convert it with `iconv -f GB18030 -t UTF-8`"
    );
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(said(&utf16).starts_with("a.yaml:1:1: is UTF-16 text, not UTF-8: "));
    assert_eq!(
        said(&[b'a', 0xFF, 0xFF]),
        "a.yaml:1:2: is not UTF-8 text: save the file with the encoding UTF-8"
    );
}

#[test]
fn other_workbooks_in_a_folder_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.xlsx"), Book::of(&small()).bytes()).unwrap();
    fs::write(path("~$a.xlsx"), "x").unwrap();
    let report = format!("xlsx={}", path("report.xlsx").display());
    let ran = ciieval(&[
        "check",
        "-q",
        path("a.xlsx").to_str().unwrap(),
        "-o",
        &report,
    ]);
    assert!(path("report.xlsx").is_file(), "{}", ran.err);
    let list = path("list.txt");
    let arguments = [
        "check",
        folder.path().to_str().unwrap(),
        "--summary",
        "--passed-over",
        list.to_str().unwrap(),
    ];
    let ran = ciieval(&arguments);
    assert!(
        ran.out.contains("Dossiers: 1; ") && ran.out.contains("not evaluated: 0"),
        "{}",
        ran.out
    );
    let listed = fs::read_to_string(&list).unwrap();
    for line in [
        "report.xlsx\tis a workbook, but not of a dossier: it has no sheet `卷宗` or `dossier`\n",
        "~$a.xlsx\tis what Excel keeps while a workbook is open\n",
    ] {
        assert!(listed.contains(line), "{listed}");
    }
    // Named itself it is an error.
    let said = read_file(&path("report.xlsx")).err().unwrap();
    assert!(
        said.iter()
            .any(|line| line.starts_with("report.xlsx: lacks the sheet `卷宗`")),
        "{said:?}"
    );
    // One that cannot be read may be a dossier.
    fs::write(path("b.xlsx"), "PK").unwrap();
    let ran = ciieval(&arguments);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.contains("b.xlsx: is damaged or cut off"),
        "{}",
        ran.err
    );
    assert!(Path::new("fixtures").is_dir());
}
