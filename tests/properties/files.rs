//! Into which files of a folder evidence is put, in which format and in which order, never matters.

use ciieval::dossier;
use ciieval::schema::Schema;
use proptest::prelude::any;
use proptest::prop_assert_eq;
use serde_json::{Map, Value};
use std::path::Path;

use crate::order::shuffle;
use crate::world::{runner, world};

#[test]
fn the_files_of_a_folder_never_matter() {
    let schema = Schema::new(&world().pack).unwrap();
    let mut runner = runner(60);
    let outcome = runner.run(&any::<u64>(), |seed| {
        let mut random = oorandom::Rand64::new(u128::from(seed));
        let whole = &world().cases.exemplary;
        let folder = tempfile::tempdir().unwrap();
        let mut files: Vec<Map<String, Value>> = vec![Map::new(); 5];
        for (key, value) in shuffled_keys(whole, &mut random) {
            // The main file says what it is.
            let file = if key == "schema" {
                0
            } else {
                random.rand_range(0..5)
            };
            files[usize::try_from(file).unwrap()].insert(key, value);
        }
        for (number, file) in files.into_iter().enumerate() {
            let name = if number == 0 {
                "dossier".to_owned()
            } else {
                format!("{:x}", random.rand_u64())
            };
            let is_json = number > 0 && random.rand_range(0..2) == 0;
            let text = if is_json {
                serde_json::to_string_pretty(&file).unwrap()
            } else {
                serde_yaml::to_string(&file).unwrap()
            };
            let ending = if is_json { "json" } else { "yaml" };
            if !file.is_empty() {
                std::fs::write(folder.path().join(format!("{name}.{ending}")), text).unwrap();
            }
        }
        prop_assert_eq!(&read(folder.path(), &schema), whole);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn shuffled_keys(whole: &Value, random: &mut oorandom::Rand64) -> Vec<(String, Value)> {
    let keys = whole.as_object().unwrap().iter();
    let mut keys: Vec<_> = keys
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    shuffle(&mut keys, random);
    keys
}

fn read(folder: &Path, schema: &Schema) -> Value {
    let found = dossier::find(&[folder.to_owned()]);
    let source = found.sources.first().unwrap();
    dossier::read(source, schema).unwrap().evidence
}
