//! How large the providers are.

use clap::ValueEnum;

/// The size of a provider: what it offers of a class, with how many people and projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// One item of each class, as few people as it takes: some 70 kB as JSON in one line for one class.
    Small,
    /// Every item of each class.
    Usual,
    /// Every item of each class, many projects, several times the people.
    Large,
}

impl Size {
    /// How many projects of each item offered there are.
    pub fn projects_per_item(self) -> usize {
        match self {
            Self::Small | Self::Usual => 3,
            Self::Large => 8,
        }
    }

    /// How many people a crew has where the fewest are as many as that.
    pub fn people(self, fewest: usize) -> usize {
        match self {
            Self::Small => fewest,
            Self::Usual => fewest * 2,
            Self::Large => fewest * 5,
        }
    }

    /// In how many classes the people of a crew work; more than three would not be counted (7.4).
    pub fn classes_per_crew(self) -> usize {
        match self {
            Self::Small => 3,
            Self::Usual => 2,
            Self::Large => 1,
        }
    }

    /// How many days a project lasts at least.
    pub fn shortest_project(self) -> i32 {
        match self {
            Self::Small => 45,
            Self::Usual | Self::Large => 120,
        }
    }
}
