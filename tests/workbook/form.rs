//! What is wrong with the form of a workbook: sheets, columns, rows.

use crate::book::{Book, Put, small};

fn book() -> Book {
    Book::of(&small())
}

#[test]
fn a_workbook_written_again_holds_the_same() {
    assert_eq!(book().read().unwrap(), small());
}

#[test]
fn a_sheet_that_is_spoken_of_must_be_there() {
    let mut changed = book();
    changed.sheets.retain(|(name, _)| name != "人员-证书");
    let column = changed.column("人员", "certificates");
    assert_eq!(column, 21);
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员, cell V1: speaks of the sheet `人员-证书` (`people.certificates`), which is missing: restore it, or delete this column if nothing of it is known"
        ]
    );
    for row in changed.rows("人员") {
        row.remove(column);
    }
    assert!(
        changed.read().unwrap()["people"][0]
            .get("certificates")
            .is_none()
    );

    let mut changed = book();
    changed.sheets.remove(0);
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: lacks the sheet `卷宗` (`dossier`), which says who is assessed and when: `ciieval init --format xlsx -o new.xlsx` makes a workbook with all sheets to copy it from"
        ]
    );
}

#[test]
fn a_sheet_that_nobody_knows_is_no_place_for_evidence() {
    let mut changed = book();
    changed.sheets.push(("Sheet1".to_owned(), Vec::new()));
    changed
        .sheets
        .push(("_备注".to_owned(), vec![vec!["x".into()]]));
    assert_eq!(changed.read().unwrap(), small());
    let renamed = changed
        .sheets
        .iter_mut()
        .find(|(name, _)| name == "人员-证书");
    renamed.unwrap().0 = "人员证书".to_owned();
    assert!(
        changed.problems().contains(
            &"a.xlsx: sheet 人员证书: is no sheet of a dossier; did you mean `人员-证书`?; rename it, or begin its name with `_` to keep notes in it".to_owned()
        ),
        "{:?}",
        changed.problems()
    );
}

#[test]
fn two_sheets_of_one_list_are_refused() {
    let mut changed = book();
    let rows = changed.rows("人员").clone();
    changed.sheets.push(("people".to_owned(), rows));
    assert_eq!(
        changed.problems(),
        ["a.xlsx: sheet people: holds the same as the sheet `人员`: put the rows of both into one"]
    );
}

#[test]
fn a_column_goes_by_its_key_or_its_title_in_either_language() {
    for name in [
        "name",
        "姓名",
        "姓名 *",
        "Name",
        "姓名 *\nname",
        "名字\nname",
    ] {
        let mut changed = book();
        let column = changed.column("人员", "name");
        changed.rows("人员")[0][column] = name.into();
        assert_eq!(changed.read().unwrap(), small(), "{name}");
    }
}

#[test]
fn a_column_that_is_misspelt_missing_or_there_twice_is_told() {
    let mut changed = book();
    let column = changed.column("人员", "name");
    changed.rows("人员")[0][column] = "nmae".into();
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员: lacks the column `name` (姓名, Name)",
            "a.xlsx: sheet 人员, cell B1: unknown column `nmae` (did you mean `name` (姓名, Name)?): correct its name, or delete the column",
        ]
    );
    changed.rows("人员")[0][column] = "id".into();
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员: lacks the column `name` (姓名, Name)",
            "a.xlsx: sheet 人员, cell B1: the column `id` (标识, Identifier) stands in A1 too: keep one of them",
        ]
    );
    let mut changed = book();
    changed.put("人员", 1, "id", "p01");
    changed.rows("人员")[2].resize(80, Put::Nothing);
    changed.rows("人员")[2][79] = "x".into();
    assert_eq!(
        changed.problems(),
        ["a.xlsx: sheet 人员, cell CB3: column CB has no name in row 1: name it, or clear it"]
    );
}

#[test]
fn merged_cells_are_refused() {
    for area in [[0, 0, 0, 1], [1, 1, 2, 1]] {
        let mut changed = book();
        changed.merged.push(("人员".to_owned(), area));
        let cell = if area[0] == 0 { "A1" } else { "B2" };
        let said = format!(
            "a.xlsx: sheet 人员, cell {cell}: is merged with other cells: unmerge them (Home › Merge & Center) and write the value into each row that it is about"
        );
        assert!(
            changed.problems().contains(&said),
            "{:?}",
            changed.problems()
        );
    }
}

#[test]
fn rows_belong_to_rows_that_are_there() {
    let mut changed = book();
    changed.put("人员-证书", 2, "@", "p10");
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员-证书, cell A3: `p10` is in no row of the sheet `人员` (column 标识, Identifier); did you mean `p01`?"
        ]
    );
    changed.put("人员-证书", 2, "@", Put::Nothing);
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员-证书, cell B3: does not say to which row of the sheet `人员` it belongs: write its key into the column @ (column 标识, Identifier)"
        ]
    );
    let mut changed = book();
    changed.put("服务项目-交付成果-评审", 1, "@", "方案");
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 服务项目-交付成果-评审, cell A2: `方案` is in no row of the sheet `服务项目-交付成果` (column 行号, Row key)"
        ]
    );
}

#[test]
fn a_list_that_is_said_to_be_empty_has_no_rows() {
    let mut changed = book();
    changed.put("人员", 1, "certificates", "无");
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员, cell V2: says that there is nothing, but the sheet `人员-证书` has rows for it: clear one of them"
        ]
    );
    changed.put("人员", 1, "certificates", "两份");
    assert_eq!(
        changed.problems(),
        [
            "a.xlsx: sheet 人员, cell V2: people[0].certificates: must be empty, or none (无) if there is nothing: what there is goes into the sheet `人员-证书` (`people.certificates`)"
        ]
    );
}

#[test]
fn empty_rows_and_spaces_around_are_passed_over() {
    let mut changed = book();
    changed.rows("人员").insert(2, Vec::new());
    changed
        .rows("人员")
        .insert(3, vec!["  ".into(), "\u{3000}".into()]);
    changed.put("人员", 1, "name", " 张三\u{3000}");
    assert_eq!(changed.read().unwrap(), small());
    // Cells are named as they stand, empty rows counted.
    changed.put("人员", 4, "id", "!");
    let problems = changed.problems();
    assert!(
        problems[0].starts_with("a.xlsx: sheet 人员, cell A5: people[1].id: `!` is no identifier"),
        "{problems:?}"
    );
}

#[test]
fn rows_of_the_form_that_nobody_knows_are_told() {
    let mut changed = book();
    let rows = &mut changed.sheets[0].1;
    let last = rows.len();
    rows.push(vec![Put::Nothing, "x".into()]);
    rows.push(vec![
        "注册资本".into(),
        "x".into(),
        Put::Nothing,
        "provider.nam".into(),
    ]);
    assert_eq!(
        changed.problems(),
        [
            format!(
                "a.xlsx: sheet 卷宗, cell B{}: has a value without a name beside it: restore the name, or clear the cell",
                last + 1
            ),
            format!(
                "a.xlsx: sheet 卷宗, cell D{}: unknown row `provider.nam` (did you mean `provider.name` (服务机构：名称, Provider: Registered name)?): correct its name, or delete the row",
                last + 2
            ),
        ]
    );
}
