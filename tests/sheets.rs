//! Sheets: what `csv` writes, `import` makes claim files of, and nothing is lost on the way.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that can't go on has failed, or says why it is skipped"
)]

use std::process::Command;

use crate::support::Desk;

/// Texts that spreadsheets, TOML or terminals could take for something else.
const HOSTILE: &[&str] = &[
    "Zürich, Łódź und São Paulo",
    "=HYPERLINK(\"https://example.com\")",
    "'=1+1",
    "+49 30 1234",
    "-5 °C",
    "@SUM(1)",
    "“quoted” and \"quoted\"",
    "a; b, c\tand \\ more",
    "\"\"\" '''",
    "％5 | pipe",
    "  spaces in front",
];

/// A sheet of so many rows, in forty articles of two stories.
fn sheet(rows: usize) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    let head = [
        "story",
        "outlet",
        "published",
        "title",
        "link",
        "author",
        "subject",
        "attribute",
        "value",
        "members",
        "quote",
        "according_to",
        "as_of",
        "scope",
        "certainty",
        "pin",
        "not",
    ];
    out.write_record(head).unwrap();
    for at in 0..rows {
        let (article, hostile) = (at % 40, HOSTILE[at % HOSTILE.len()]);
        let guarded =
            format!("{}{hostile}", if hostile.starts_with(['=', '+', '-', '@']) { "'" } else { "" });
        let list = at % 7 == 0;
        let hour = if article % 4 == 0 { "T14:30" } else { "" };
        let row = [
            format!("story-{}", article % 2),
            format!("Öst {article}"),
            format!("2025-12-{:02}{hour}", article % 28 + 1),
            format!("Überschrift {article}"),
            format!("https://example.com/{article}?a=1&b=2"),
            String::new(),
            format!("ship number {at}"),
            "crew, or so".to_owned(),
            if list { format!("Ann Ärö, Bob {at}") } else { format!("about {at} sailors") },
            if list { format!("Ann Ärö; Bob {at}") } else { String::new() },
            guarded,
            ["Reuters; The \\; Wire", "", "AP"][at % 3].to_owned(),
            ["2025-12-01", "2025-11", "", "2025-12-01T09:15"][at % 4].to_owned(),
            if at % 5 == 0 { "at sea".to_owned() } else { String::new() },
            ["reported", "denied", "", "confirmed"][at % 4].to_owned(),
            if at % 11 == 0 { format!("pin-{at}") } else { String::new() },
            if at % 13 == 0 { "other; third".to_owned() } else { String::new() },
        ];
        out.write_record(row).unwrap();
    }
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

fn imported(sheet: &str) -> Desk {
    let desk = Desk::new(&[("sheet.csv", sheet)]);
    let run = desk.run(&["import", "sheet.csv"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    desk
}

/// The columns of a sheet by their names.
fn cells(sheet: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let mut rows = csv::Reader::from_reader(sheet.as_bytes());
    let head = rows.headers().unwrap().clone();
    let at: Vec<usize> = columns.iter().map(|name| head.iter().position(|it| it == *name).unwrap()).collect();
    let rows = rows.records().map(|row| row.unwrap());
    rows.map(|row| at.iter().map(|at| row[*at].to_owned()).collect()).collect()
}

#[test]
fn a_thousand_rows_go_out_and_come_back() {
    let first = imported(&sheet(1000));
    let out = first.run(&["--format", "csv", "--exit-zero"]).out();
    let second = imported(&out);
    assert_eq!(second.run(&["--format", "csv", "--exit-zero"]).out(), out);
    assert_eq!(out.lines().count(), 1001);
    // What came in is all there.
    let keys = [
        "story",
        "outlet",
        "title",
        "link",
        "subject",
        "attribute",
        "value",
        "members",
        "quote",
        "according_to",
        "scope",
        "certainty",
        "pin",
        "not",
        "published",
    ];
    let (mut before, mut after) = (cells(&sheet(1000), &keys), cells(&out, &keys));
    for row in before.iter_mut().chain(&mut after) {
        // Blanks at the ends of a text say nothing, and a tab is a blank.
        for cell in row.iter_mut() {
            *cell = cell.trim().trim_start_matches('\'').trim().replace('\t', " ");
        }
    }
    before.sort();
    after.sort();
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
}

#[test]
fn what_is_imported_is_laid_out_and_reads_without_a_word() {
    let desk = imported(&sheet(80));
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
    let check = desk.run(&["--exit-zero", "--quiet"]);
    assert_eq!((check.status(), check.err().as_str()), (0, ""));
}

#[test]
fn whatever_csv_writes_import_knows() {
    let desk = imported(&sheet(40));
    let out = desk.run(&["--format", "csv", "--bom", "--exit-zero"]).out();
    assert!(out.starts_with('\u{feff}'), "{out}");
    imported(&out);
    // A spreadsheet whose comma is decimal.
    let mut other = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let plain = out.trim_start_matches('\u{feff}');
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    rows.records().for_each(|row| other.write_record(&row.unwrap()).unwrap());
    imported(&String::from_utf8(other.into_inner().unwrap()).unwrap());
    let refused = desk.run(&["--bom"]);
    assert_eq!(refused.status(), 2);
    assert!(refused.err().contains("--bom is for csv"), "{}", refused.err());
}

#[test]
fn what_is_wrong_is_said_by_row_and_column_and_nothing_is_written() {
    let good = "outlet,subject,attribute,value\nA,ship,crew,5\n";
    for (sheet, place, words) in [
        ("outlet,subject,atribute,value\n", "sheet.csv:1:16", "did you mean `attribute`"),
        ("outlet,subject,attribute,value,headline\n", "sheet.csv:1:32", "did you mean `title`"),
        ("outlet,subject,attribute\nA,b,c\n", "sheet.csv:1:1", "no column `value`"),
        ("outlet,subject,attribute,value,item\nA,b,c,5,x\n", "sheet.csv:1:32", "call it pin"),
        (
            "outlet,subject,attribute,value\nA,ship,crew,5\n,ship,crew,6\n",
            "sheet.csv:3:1",
            "row 3: `outlet` is missing",
        ),
        (
            "outlet,subject,attribute,value,published\nA,ship,crew,5,soonish\n",
            "sheet.csv:2:15",
            "row 2: `published`",
        ),
        (
            "outlet,subject,attribute,value,certainty\nA,ship,crew,5,sure\n",
            "sheet.csv:2:15",
            "row 2: `certainty`",
        ),
        ("outlet,subject,attribute,value\nA,ship,crew,5,6\n", "sheet.csv:2:15", "which has no name"),
        ("outlet,subject,attribute,value\nA,\"ship,crew,5\n", "sheet.csv:2:3", "never ends"),
        (
            "outlet,link,title,subject,attribute,value\nA,https://a.example,x,b,c,5\nA,https://a.example,y,b,d,5\n",
            "sheet.csv:3:21",
            "another one than in row 2",
        ),
        (
            "outlet,file,subject,attribute,value\nA,../../evil.toml,b,c,5\nA,.hidden.toml,b,c,5\n",
            "sheet.csv:3:3",
            "names no claim file",
        ),
        ("", "sheet.csv:1:1", "no column `outlet`"),
        ("outlet,subject,attribute,value\n", "sheet.csv:1:1", "no row of a claim"),
    ] {
        let desk = Desk::new(&[("sheet.csv", sheet)]);
        let run = desk.run(&["import", "sheet.csv", "--into", "claims/x"]);
        assert_eq!(run.status(), 2, "{sheet}");
        assert!(run.err().contains(place) && run.err().contains(words), "{sheet}{}", run.err());
        assert!(!desk.path().join("claims").exists(), "{sheet}");
    }
    let desk = Desk::new(&[("sheet.csv", good)]);
    let homeless = desk.run(&["import", "sheet.csv"]);
    assert!(homeless.err().contains("--into"), "{}", homeless.err());
    let latin = Desk::new(&[]);
    latin.write("sheet.csv", b"outlet,subject,attribute,value\nZ\xfcrich,a,b,c\n");
    assert!(latin.run(&["import", "sheet.csv", "--into", "x"]).err().contains("save it as UTF-8"));
}

#[test]
fn nothing_is_overwritten_and_then_nothing_is_written() {
    let sheet = "outlet,subject,attribute,value\nA,ship,crew,5\nB,ship,crew,6\n";
    let desk = Desk::new(&[("sheet.csv", sheet), ("claims/x/b.toml", "mine")]);
    let run = desk.run(&["import", "sheet.csv", "--into", "claims/x"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("b.toml is there already"), "{}", run.err());
    assert_eq!(desk.read("claims/x/b.toml"), "mine");
    assert!(!desk.path().join("claims/x/a.toml").exists());
    assert!(!desk.path().join("claims/evil").exists());
    let other = desk.run(&["import", "sheet.csv", "--into", "claims/y"]);
    assert_eq!(other.status(), 0, "{}", other.err());
    assert_eq!(
        desk.read("claims/y/a.toml"),
        "[article]\noutlet    = \"A\"\n\n[[claim]]\nsubject   = \"ship\"\nattribute = \"crew\"\nvalue     = \"5\"\n"
    );
}

#[test]
fn a_sheet_is_read_with_the_settings_of_the_desk() {
    let row = "story,outlet,subject,attribute,value\nx,A,ship,crew,5\ny,B,ship,crew,6\n";
    let desk =
        Desk::new(&[("sheet.csv", row), ("claims/gainsay.toml", "nonsense = 1\n"), ("other.toml", "")]);
    let found = desk.run(&["import", "sheet.csv"]);
    assert_eq!(found.status(), 2, "{}", found.out());
    assert_eq!(found.err().matches("claims/gainsay.toml:").count(), 1, "{}", found.err());
    assert!(!desk.path().join("claims/x").exists());
    let named = desk.run(&["import", "sheet.csv", "--config", "other.toml"]);
    assert_eq!(named.status(), 0, "{}", named.err());
    assert!(desk.path().join("claims/x/a.toml").exists());
}

#[test]
fn libreoffice_opens_every_sheet_as_it_is() {
    let office = std::env::var("GAINSAY_OFFICE").unwrap_or_else(|_| "soffice".to_owned());
    if Command::new(&office).arg("--version").output().is_err() {
        let why = format!("no sheet was opened in a spreadsheet: {office} (LibreOffice) is not there");
        return crate::support::say_untested(&why);
    }
    let desk = imported(&sheet(60));
    for format in ["csv", "csv-wide"] {
        let out = desk.run(&["--output", &format!("{format}={format}.csv"), "--exit-zero"]);
        assert_eq!(out.status(), 0, "{}", out.err());
        let profile = format!("-env:UserInstallation=file://{}/office", desk.path().display());
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
        // Through the spreadsheet's own format, and back.
        let convert = |to: &str, file: &str| {
            let mut run = Command::new(&office);
            run.current_dir(desk.path()).args([profile.as_str(), "--headless", "--convert-to", to]);
            let done =
                run.args(["--infilter=Text - txt - csv (StarCalc):44,34,76,1", "--outdir", "opened", file]);
            assert!(done.status().unwrap().success());
        };
        convert(filter, &format!("{format}.csv"));
        let (before, after) =
            (desk.read(&format!("{format}.csv")), desk.read(&format!("opened/{format}.csv")));
        let all = |text: &str| -> Vec<Vec<String>> {
            let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            rows.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
        };
        for (before, after) in all(&before).iter().zip(&all(&after)) {
            // It knows `2025-12-01T14:30` for a time, and writes the seconds, too.
            let after =
                after.iter().map(|it| it.strip_suffix(":00").filter(|_| it.contains('T')).unwrap_or(it));
            assert_eq!(*before, after.collect::<Vec<_>>(), "{format}");
        }
        assert_eq!(all(&before).len(), all(&after).len(), "{format}");
    }
}
