//! Any number of dossiers of a size and a mix of verdicts, one at a time.

use oorandom::Rand64 as Random;
use serde_json::Value;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::crews::Crew;
use crate::failures::FAILURES;
use crate::mix::Kind;
use crate::names::{self, Names};
use crate::options::{Format, Options};
use crate::output;
use crate::provider::{Profile, exemplary};
use crate::service_classes::{Class, Item, Offer};
use crate::shortcomings::{self, SHORTCOMINGS};
use crate::size::Size;
use crate::young::young_company;

/// Service people below which the basic conditions would not be met (6.2 e).
const FEWEST_SERVICE_PEOPLE: usize = 9;

/// How far apart the names of companies are that follow each other; prime to their number, so that none
/// comes twice before all have come.
const SPREAD: usize = 12_347;

/// Makes the dossiers and writes each before the next is made.
pub fn write(count: usize, options: &Options) -> Result<(), Box<dyn Error>> {
    let target = options.target();
    if options.format == Format::Ndjson {
        let file: Box<dyn Write> = if target == Path::new("-") {
            Box::new(io::stdout().lock())
        } else {
            Box::new(File::create(target)?)
        };
        let mut lines = BufWriter::new(file);
        for (_, _, dossier) in dossiers(count, options) {
            serde_json::to_writer(&mut lines, &dossier)?;
            lines.write_all(b"\n")?;
        }
        return Ok(lines.flush()?);
    }
    if target == Path::new("-") {
        return Err("standard output takes --format ndjson only: name a folder".into());
    }
    fs::create_dir_all(target)?;
    for (number, kind, dossier) in dossiers(count, options) {
        let name = format!("{number:06}-{}", kind.name());
        match options.format {
            Format::Yaml => output::yaml(&target.join(name + ".yaml"), &dossier)?,
            _ => output::json(&target.join(name + ".json"), &dossier)?,
        }
    }
    Ok(())
}

/// The dossiers with their numbers, from 1, and what is to become of them.
fn dossiers(count: usize, options: &Options) -> impl Iterator<Item = (usize, Kind, Value)> {
    let classes = options.classes_in_order();
    let mut failed = 0;
    let kinds = options.mix.kinds().take(count).enumerate();
    kinds.map(move |(index, kind)| {
        let mut draw = Draw::new(options.seed, index);
        let mut dossier = exemplary(&draw.profile(kind, &classes, options.size));
        match kind {
            Kind::Pass => draw.shortcomings(&mut dossier),
            Kind::FailMandatory => {
                draw.shortcomings(&mut dossier);
                // One after the other, so that a large enough number has them all.
                FAILURES[failed % FAILURES.len()](&mut dossier);
                failed += 1;
            }
            Kind::FailScore => {
                for change in SHORTCOMINGS {
                    change(&mut dossier);
                }
                shortcomings::little_learnt_and_shown(&mut dossier);
            }
            Kind::Young => {
                let service = dossier["projects"][0]["services"][0].clone();
                young_company(&mut dossier, service.as_str().unwrap_or_default());
            }
        }
        (index + 1, kind, dossier)
    })
}

/// Chance, for one dossier: every dossier has a sequence of its own.
struct Draw {
    index: usize,
    first_company: usize,
    random: Random,
}

impl Draw {
    fn new(seed: u64, index: usize) -> Self {
        let sequence = u128::from(seed) << 64 | u128::try_from(index).unwrap_or_default();
        Self {
            index,
            first_company: usize::try_from(seed % 1_000_000).unwrap_or_default(),
            random: Random::new(sequence),
        }
    }

    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.random.rand_range(0..limit)).unwrap_or_default()
    }

    fn profile(&mut self, kind: Kind, classes: &[&'static Class], size: Size) -> Profile {
        let offers: Vec<Offer> = classes
            .iter()
            .map(|class| self.offer(class, kind, size))
            .collect();
        let manages_security = offers
            .iter()
            .any(|offer| offer.has("confrontation.managed_security"));
        Profile {
            seed: self.random.rand_u64(),
            name: names::company(self.first_company + self.index * SPREAD),
            credit_code: names::credit_code(self.index * 7_919 + self.below(7_919)),
            established_on: ["2006-03-17", "2009-11-02", "2012-06-25", "2014-04-18"][self.below(4)],
            capital_yuan: 5_000_000 + 1_000_000 * u64::try_from(self.below(60)).unwrap_or_default(),
            names: Names {
                number: self.below(720),
            },
            crews: crews(&offers, size),
            offers,
            shortest_project: size.shortest_project(),
            remote: manages_security && kind != Kind::Young && self.below(2) == 0,
        }
    }

    /// What is offered of a class: everything, or one item where the provider is small or is to fall short.
    fn offer(&mut self, class: &'static Class, kind: Kind, size: Size) -> Offer {
        let projects = size.projects_per_item();
        if size != Size::Small && kind != Kind::FailScore {
            return class.offered(projects);
        }
        let own = class
            .items
            .iter()
            .filter(|item| item.service.starts_with(class.id));
        let own: Vec<&'static Item> = own.collect();
        let mut services = vec![own[self.below(own.len())].service];
        if services[0] == "consulting.cryptography" {
            // Its experience is in assessments of cryptography (9.1.5 a).
            services.push("assessment.commercial_cryptography");
        }
        let projects = match size {
            Size::Small => projects,
            _ => projects * own.len(),
        };
        class.offered_in_part(&services, projects)
    }

    /// Up to three shortcomings, too few to bring the score below 65.
    fn shortcomings(&mut self, dossier: &mut Value) {
        let mut left = SHORTCOMINGS.to_vec();
        for _ in 0..self.below(4) {
            let chosen = self.below(left.len());
            left.swap_remove(chosen)(dossier);
        }
    }
}

/// Crews for everything offered. Where a provider applies for more than three classes, people name theirs.
fn crews(offers: &[Offer], size: Size) -> Vec<Crew> {
    let mut crews: Vec<Crew> = offers
        .chunks(size.classes_per_crew())
        .map(|part| {
            let part: Vec<&Offer> = part.iter().collect();
            let fewest = part.iter().map(|offer| offer.class.fewest_people).max();
            let crew = Crew::of(&part, size.people(fewest.unwrap_or_default()));
            if offers.len() > 3 { crew.named() } else { crew }
        })
        .collect();
    let people: usize = crews.iter().map(|crew| crew.size).sum();
    crews[0].size += FEWEST_SERVICE_PEOPLE.saturating_sub(people);
    crews
}
