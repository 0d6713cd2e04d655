//! `ciieval catalog`: the clauses of packs.

use super::{Exit, Failure, Out, places};
use crate::catalog::{self, Catalog, Selection};
use crate::cli::{CatalogArgs, CatalogFormat, Lang};
use crate::interrupt::{self, Drafts};
use crate::pack::Pack;
use crate::reads::Reads;
use crate::report::json;

pub(super) fn run(args: &CatalogArgs, out: &mut Out) -> Result<Exit, Failure> {
    let pack = Pack::load(&args.policies)?;
    let selection = Selection {
        classes: args.class.clone(),
        terms: args.term.clone(),
        mandatory: args.mandatory,
        judgement: args.judgement,
        differs: args.differs,
        search: args.search.clone(),
    };
    let checked = selection.check(&pack);
    checked.map_err(|error| Failure::new(&error))?;
    let list = Catalog::new(&pack, &Reads::new(&pack)?, &selection);
    if list.clauses.is_empty() {
        return Err(Failure::new(
            "no clause meets all of the filters: leave one out",
        ));
    }
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let places = places::open(args.format, CatalogFormat::Text, &args.output, &drafts)?;
    let language = Lang::or_locale(args.lang);
    for (format, place) in places {
        let styled = out.styled && place.path().is_none();
        let text = match format {
            CatalogFormat::Text => catalog::text(&list, language, styled),
            CatalogFormat::Markdown => catalog::markdown(&list, language),
            CatalogFormat::Json => json::render(&list)?,
            CatalogFormat::Csv => catalog::csv(&list, language)?,
        };
        places::write(place, &text, out.stream)?;
    }
    Ok(Exit::Pass)
}
