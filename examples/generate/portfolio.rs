//! The projects of a provider: which, when, and by whom.

use oorandom::Rand32 as Random;
use serde_json::Value;

use crate::calendar::{REFERENCE, shifted};
use crate::crews::{Crew, manages_projects};
use crate::projects::{self, Assignment};
use crate::provider::Profile;

/// The project register, and the agreements that go with it.
#[derive(Default)]
pub struct Portfolio {
    /// Projects.
    pub projects: Vec<Value>,
    /// Their agreements.
    pub agreements: Vec<Value>,
}

/// A crew with the numbers of its people.
pub type StaffedCrew<'a> = (&'a Crew, Vec<usize>);

/// Projects of every item offered, delivered by the crews that work in it.
pub fn portfolio(random: &mut Random, profile: &Profile, crews: &[StaffedCrew]) -> Portfolio {
    let mut portfolio = Portfolio::default();
    for offer in &profile.offers {
        for (place, item) in offer.items.iter().enumerate() {
            let (managers, pool) = people_for(crews, item.service);
            for turn in 0..offer.projects_per_item {
                let index = portfolio.projects.len();
                let days =
                    profile.shortest_project + i32::try_from(random.rand_range(0..60)).unwrap_or(0);
                let mut team = vec![managers[index % managers.len()]];
                // The same people work in an item's projects, one more changes.
                for candidate in (0..item.steady_people)
                    .map(|member| place * 3 + member)
                    .chain([index * 2 + 1])
                {
                    let candidate = pool[candidate % pool.len()];
                    if !team.contains(&candidate) {
                        team.push(candidate);
                    }
                }
                let made = projects::project(
                    random,
                    &Assignment {
                        index,
                        class: offer.class,
                        item,
                        from: shifted(REFERENCE, -days_back(turn, offer.projects_per_item, place)),
                        days,
                        team: &team,
                        first_client: profile.names.number,
                    },
                );
                portfolio.projects.push(made.entry);
                portfolio.agreements.extend(made.agreements);
            }
        }
    }
    portfolio
}

/// The managers and all the people of the crews that deliver the item.
fn people_for(crews: &[StaffedCrew], service: &str) -> (Vec<usize>, Vec<usize>) {
    let delivering = || crews.iter().filter(|(crew, _)| crew.delivers(service));
    let managers = delivering().flat_map(|(_, people)| {
        let places = people.iter().enumerate();
        places.filter_map(|(place, person)| manages_projects(place).then_some(*person))
    });
    let everybody = delivering().flat_map(|(_, people)| people.iter().copied());
    (managers.collect(), everybody.collect())
}

/// How long ago a project began: spread over the last three years, the last one within the last twelve months.
fn days_back(turn: usize, projects: usize, place: usize) -> i32 {
    let spread = if projects < 3 {
        (turn + 3 - projects) * 300
    } else {
        turn * 900 / projects
    };
    1000 - i32::try_from(spread + place * 11).unwrap_or(0)
}
