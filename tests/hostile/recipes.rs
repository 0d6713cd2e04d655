//! Hostile files that are too large to be kept, or that no repository can hold, made anew for each run.
#![allow(clippy::too_many_lines)] // A list of files reads best in one piece.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use zip::write::SimpleFileOptions;

const YAML: &str = "schema: ciieval/dossier/v1\nassessment: {reference_date: 2026-06-30, classes: [consulting]}\nprovider: {name: 云岭咨询}\n";
const JSON: &str = "{\"schema\": \"ciieval/dossier/v1\", \"assessment\": {\"reference_date\": \"2026-06-30\", \"classes\": [\"consulting\"]}, \"provider\": {\"name\": \"云岭咨询\"}";
const MIB: usize = 1 << 20;

/// Text that is written bit by bit: what the test holds in memory would count as its child's.
struct Text(BufWriter<File>);

impl Text {
    fn add(&mut self, text: &str) -> &mut Self {
        self.0.write_all(text.as_bytes()).unwrap();
        self
    }

    fn repeat(&mut self, text: &str, times: usize) -> &mut Self {
        (0..times).for_each(|_| self.0.write_all(text.as_bytes()).unwrap());
        self
    }

    fn each(&mut self, range: std::ops::Range<usize>, text: impl Fn(usize) -> String) -> &mut Self {
        range.for_each(|number| self.0.write_all(text(number).as_bytes()).unwrap());
        self
    }
}

/// Makes what the case with that name is about, at that path in the folder.
pub fn make(folder: &Path, name: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let (group, what) = name.split_once('/').unwrap();
    match group {
        "files" => files(&path, what),
        "folders" => folders(&path, what),
        "workbooks" => workbook(&path, what),
        _ => text(
            &mut Text(BufWriter::new(File::create(&path).unwrap())),
            name,
        ),
    }
}

fn text(file: &mut Text, name: &str) {
    let json = |file: &mut Text, list: &str, entries: usize, entry: &dyn Fn(usize) -> String| {
        file.add(JSON).add(", \"").add(list).add("\": [");
        file.each(0..entries, |n| entry(n) + ",")
            .add(&entry(entries))
            .add("]");
    };
    let person = |n: usize| format!("{{\"id\": \"p{n}\", \"name\": \"王\"}}");
    match name {
        "sizes/large.yaml" => file.0.get_ref().set_len(9 * MIB as u64).unwrap(),
        "sizes/large-line.ndjson" => {
            file.repeat("x", 9 * MIB).add("\n").add(JSON).add("}\n");
        }
        "sizes/people-200000.json" => {
            json(file, "people", 200_000, &person);
            file.add("}");
        }
        "sizes/people-29000.json" => {
            json(file, "people", 29_000, &person);
            file.add("}");
        }
        "sizes/unknown-keys.json" => {
            file.add(JSON)
                .each(0..70_000, |n| format!(", \"k{n}\": 1"))
                .add("}");
        }
        "sizes/unknown-keys.yaml" => {
            file.add(YAML).each(0..70_000, |n| format!("k{n}: 1\n"));
        }
        "sizes/findings.json" => {
            json(file, "findings", 10_000, &|_| {
                "{\"clause\": \"8.1.a\", \"verdict\": \"satisfied\", \"assessor\": \"a\", \"date\": \"2026-01-01\", \"reason\": \"r\", \"evidence\": [\"e\"]}".to_owned()
            });
            file.add("}");
        }
        "sizes/references.json" => {
            json(file, "people", 12_000, &person);
            file.add(", \"departures\": [");
            file.each(0..12_000, |n| {
                format!("{{\"person\": \"q{n}\", \"left_on\": \"2026-01-01\"}},")
            });
            file.add("{\"person\": \"p1\", \"left_on\": \"2026-01-01\"}]}");
        }
        "sizes/one-id.json" => {
            json(file, "people", 25_000, &|_| person(1));
            file.add("}");
        }
        "sizes/numbers.json" => {
            json(file, "tools", 600_000, &|_| "1".to_owned());
            file.add("}");
        }
        "sizes/numbers.yaml" => {
            file.add(YAML).add("tools:\n").repeat("- 1\n", 600_000);
        }
        "sizes/numbers-on-a-line.yaml" => {
            file.add(YAML).add("tools: [[").repeat("1,", 3 * MIB);
        }
        "sizes/numbers-250000.json" => {
            json(file, "tools", 250_000, &|_| "1".to_owned());
            file.add("}");
        }
        "sizes/numbers-250000.yaml" => {
            file.add(YAML)
                .add("tools: [")
                .repeat("1,", 250_000)
                .add("]\n");
        }
        "sizes/one-certificate-number.json" => {
            let certificate = |number| {
                format!(
                    "{{\"kind\":\"cisp\",\"number\":\"1\",\"valid_from\":\"2026-01-01\",\"issuer\":\"{number}\"}}"
                )
            };
            let certificates: Vec<String> = (0..33_000).map(certificate).collect();
            file.add(JSON)
                .add(", \"people\": [{\"id\": \"a\", \"name\": \"a\", \"certificates\": [")
                .add(&certificates.join(","))
                .add("]}]}");
        }
        "sizes/mappings-250000.json" => {
            json(file, "tools", 250_000, &|_| "{}".to_owned());
            file.add("}");
        }
        "sizes/mappings-149000.yaml" => {
            file.add(YAML).add("tools:\n").repeat("- {}\n", 149_000);
        }
        "sizes/mappings-inside-of-one.json" => {
            file.add(JSON).add(", \"tools\": [{\"functions\": [");
            file.repeat("{},", 140_000).add("{}]}]}");
        }
        "sizes/list-that-may-be-a-key.yaml" => {
            file.add(YAML)
                .add("tools: [[")
                .repeat("1,", 130_000)
                .add("]]\n");
        }
        "sizes/long-text.json" => {
            file.add(JSON)
                .add(", \"strategy\": \"")
                .repeat("长", 100_000)
                .add("\"}");
        }
        "sizes/long-key.json" => {
            file.add(JSON)
                .add(", \"")
                .repeat("k", 300_000)
                .add("\": 1}");
        }
        "sizes/long-unknown-key.json" => {
            file.add(JSON)
                .add(", \"")
                .repeat("k", 200_000)
                .add("\": 1}");
        }
        "sizes/long-text.yaml" => {
            file.add(YAML).add("strategy: |\n").repeat("  x\n", 200_000);
        }
        "sizes/long-name.yaml" => {
            let yaml = YAML.replace("云岭咨询", &"云".repeat(80_000));
            file.add(&yaml);
        }
        "sizes/comment.yaml" => {
            file.add(YAML).add("# ").repeat("x", 7 * MIB);
        }
        "sizes/blank-lines.yaml" => {
            file.add(YAML).repeat("\n", 7 * MIB);
        }
        "sizes/digits.json" => {
            file.add(JSON)
                .add(", \"strategy\": ")
                .repeat("9", 7 * MIB)
                .add("}");
        }
        "sizes/repeated-keys.json" => {
            file.add(JSON)
                .add(", \"strategy\": {")
                .repeat("\"a\": 1,", 70_000)
                .add("\"a\": 1}}");
        }
        "sizes/repeated-keys.yaml" => {
            file.add(YAML).add("strategy:\n").repeat("  a: 1\n", 70_000);
        }
        "nesting/hundred-thousand.json" => {
            file.add(JSON)
                .add(", \"tools\": ")
                .repeat("[", 100_000)
                .repeat("]", 100_000)
                .add("}");
        }
        "nesting/hundred-thousand.yaml" => {
            file.add(YAML)
                .add("tools: ")
                .repeat("[", 100_000)
                .repeat("]", 100_000);
        }
        "nesting/million-dashes.yaml" => {
            file.repeat("- ", 1_000_000).add("x\n");
        }
        "nesting/hundred-thousand-questions.yaml" => {
            file.add(YAML).repeat("? ", 100_000).add("x\n");
        }
        "nesting/wide-and-deep.yaml" => {
            file.add(YAML)
                .add("tools: ")
                .repeat("[", 60)
                .repeat("1,\n ", 74_000)
                .repeat("]", 60)
                .add("\n");
        }
        "nesting/wider-and-deep.yaml" => {
            file.add(YAML).add("tools: [[").repeat("1,\n ", 2 * MIB);
        }
        "sizes/bracket-in-a-text.yaml" => {
            let yaml = YAML.replace("云岭咨询", "'云岭[咨询'");
            file.add(&yaml).add("people:\n");
            file.each(0..18_000, |n| format!("  - id: p{n}\n    name: '王[,,,'\n"));
        }
        "yaml/hundred-thousand-directives.yaml" => {
            file.each(0..100_000, |n| {
                format!("%TAG !t{n}! tag:example.invalid,2026:{n}\n")
            });
            file.add("---\n").add(YAML);
        }
        "yaml/anchors.yaml" => {
            file.add(YAML)
                .add("tools:\n")
                .each(0..70_000, |n| format!("- &a{n} 1\n"))
                .add("- *a1\n");
        }
        "yaml/marks.yaml" => {
            file.repeat("! ", 100_000);
        }
        "aliases/large-merge.yaml" => {
            file.add(YAML)
                .add("tools: &a {")
                .each(0..20_000, |n| format!("k{n}: 1,"));
            file.add("}\nstrategy: {<<: [")
                .repeat("*a,", 20_000)
                .add("]}\n");
        }
        other => panic!("{other}: there is no such recipe"),
    }
}

fn files(path: &Path, what: &str) {
    let good = |path: &Path| fs::write(path, YAML).unwrap();
    match what {
        "pipe.yaml" => pipe(path),
        "socket.yaml" => drop(UnixListener::bind(path).unwrap()),
        "endless.yaml" => symlink("/dev/zero", path).unwrap(),
        "link-to-itself.yaml" => symlink(path, path).unwrap(),
        "link-to-nothing.yaml" => symlink("nothing", path).unwrap(),
        "folder.yaml" => fs::create_dir(path).unwrap(),
        _ => good(path),
    }
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn folders(path: &Path, what: &str) {
    fs::create_dir_all(path).unwrap();
    let write = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
    match what {
        "with-loop" => {
            write("a.yaml", YAML);
            symlink("..", path.join("around")).unwrap();
        }
        "with-pipe-and-devices" => {
            write("a.yaml", YAML);
            pipe(&path.join("b.yaml"));
            drop(UnixListener::bind(path.join("c.yaml")).unwrap());
            symlink("/dev/zero", path.join("d.yaml")).unwrap();
            symlink("/dev/zero", path.join("e.ndjson")).unwrap();
        }
        "whose-main-file-is-a-pipe" => {
            pipe(&path.join("dossier.yaml"));
            write("people.yaml", "people: []\n");
        }
        "whose-part-is-a-pipe" => {
            write("dossier.yaml", YAML);
            pipe(&path.join("people.yaml"));
        }
        "large-together" => {
            write("dossier.yaml", YAML);
            let comment = format!("# {}\n", "x".repeat(5 * MIB));
            write("people.yaml", &format!("people: []\n{comment}"));
            write("tools.yaml", &format!("tools: []\n{comment}"));
        }
        "same-keys-twice" => {
            let keys = (0..30_000).fold(String::new(), |mut all, n| {
                let _ = writeln!(all, "k{n}: 1");
                all
            });
            write("dossier.yaml", YAML);
            write("one.yaml", &keys);
            write("two.yaml", &keys);
        }
        "many-values-together" => {
            write("dossier.yaml", YAML);
            for number in 0..4 {
                let list = "- 1\n".repeat(80_000);
                write(
                    &format!("part{number}.yaml"),
                    &format!("k{number}:\n{list}"),
                );
            }
        }
        "of-3000-parts" => {
            write("dossier.yaml", YAML);
            (0..3_000).for_each(|n| write(&format!("part{n}.yaml"), &format!("k{n}: 1\n")));
        }
        other => panic!("{other}: there is no such recipe"),
    }
}

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// A workbook with the form and a sheet of people that has those rows.
fn workbook(path: &Path, what: &str) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut book = zip::ZipWriter::new(BufWriter::new(File::create(path).unwrap()));
    let mut part = |name: &str, write: &mut dyn FnMut(&mut dyn Write)| {
        book.start_file(name, SimpleFileOptions::default()).unwrap();
        write(&mut BufWriter::new(&mut book));
    };
    let relations = |targets: &[&str]| {
        let one = |(n, target): (usize, &&str)| {
            let kind = if target.contains("sheets/") {
                "worksheet"
            } else {
                "officeDocument"
            };
            format!("<Relationship Id=\"rId{n}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
        };
        let all: String = targets.iter().enumerate().map(one).collect();
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
        )
    };
    let mut whole =
        |name: &str, text: &str| part(name, &mut |out| out.write_all(text.as_bytes()).unwrap());
    whole("_rels/.rels", &relations(&["xl/workbook.xml"]));
    whole(
        "xl/_rels/workbook.xml.rels",
        &relations(&["worksheets/form.xml", "worksheets/list.xml"]),
    );
    whole(
        "xl/workbook.xml",
        &format!(
            "<workbook {MAIN} xmlns:r=\"{office}\"><sheets><sheet name=\"卷宗\" sheetId=\"1\" r:id=\"rId0\"/><sheet name=\"人员\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>"
        ),
    );
    let cell = |place: &str, text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let values = [
        ("schema", "ciieval/dossier/v1"),
        ("assessment.reference_date", "2026-06-30"),
        ("assessment.classes", "consulting"),
        ("provider.name", "云岭咨询"),
    ];
    let rows = (2..).zip(values).map(|(row, (key, value))| {
        format!(
            "<row r=\"{row}\">{}{}</row>",
            cell(&format!("B{row}"), value),
            cell(&format!("D{row}"), key)
        )
    });
    let rows = rows.collect::<Vec<_>>().concat();
    whole(
        "xl/worksheets/form.xml",
        &format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"),
    );
    part("xl/worksheets/list.xml", &mut |out| {
        let names = format!(
            "<row r=\"1\">{}{}</row>",
            cell("A1", "id"),
            cell("B1", "name")
        );
        write!(out, "<worksheet {MAIN}><sheetData>{names}").unwrap();
        let people = |out: &mut dyn Write, count: usize| {
            for row in 2..count + 2 {
                let (a, b) = (
                    cell(&format!("A{row}"), &format!("p{row}")),
                    cell(&format!("B{row}"), "王"),
                );
                write!(out, "<row r=\"{row}\">{a}{b}</row>").unwrap();
            }
        };
        match what {
            "many-cells.xlsx" => people(out, 90_000),
            "people-18000.xlsx" => people(out, 18_000),
            "one-id.xlsx" => (2..20_000).for_each(|row| {
                write!(
                    out,
                    "<row r=\"{row}\">{}</row>",
                    cell(&format!("A{row}"), "p")
                )
                .unwrap();
            }),
            "long-text.xlsx" => write!(
                out,
                "<row r=\"2\">{}</row>",
                cell("B2", &"长".repeat(100_000))
            )
            .unwrap(),
            "many-columns.xlsx" => (3..16_000).for_each(|column| {
                let name = ciieval::workbook::cell_name(2, column);
                write!(out, "{}", cell(&name, "x")).unwrap();
            }),
            "merged.xlsx" => people(out, 10),
            other => panic!("{other}: there is no such recipe"),
        }
        write!(out, "</sheetData>").unwrap();
        if what == "merged.xlsx" {
            write!(out, "<mergeCells>").unwrap();
            (2..80_000).for_each(|row| write!(out, "<mergeCell ref=\"A{row}:B{row}\"/>").unwrap());
            write!(out, "</mergeCells>").unwrap();
        }
        write!(out, "</worksheet>").unwrap();
    });
    book.finish().unwrap();
}
