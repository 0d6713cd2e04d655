//! `ciieval init --format xlsx`: an empty workbook to fill in.

use std::io::Write;

use super::super::places::{new_file, write_file};
use super::super::{Exit, Failure};
use crate::cli::{InitDossierArgs, Lang};
use crate::evaluation;
use crate::pack::Pack;
use crate::schema::Schema;
use crate::workbook::blank;

pub(super) fn run(args: &InitDossierArgs, err: &mut dyn Write) -> Result<Exit, Failure> {
    let Some(file) = &args.output else {
        return Err(Failure::new(
            "a workbook needs a file: give it a name, as in `-o dossier.xlsx`",
        ));
    };
    let pack = Pack::open(&args.policies)?;
    for class in &args.class {
        evaluation::class(&pack, class).map_err(|error| Failure::new(&error.to_string()))?;
    }
    let place = new_file(file, &["xlsx"], args.force)?;
    let schema = Schema::new(&pack).map_err(|error| Failure::new(&error))?;
    let language = Lang::or_locale(args.lang);
    let bytes = blank(&schema, language, &args.class).map_err(|error| Failure::new(&error))?;
    write_file(place, &bytes)?;
    let shown = file.display();
    let _ = writeln!(
        err,
        "wrote {shown}: fill it in, then `ciieval check {shown}`"
    );
    Ok(Exit::Pass)
}
