//! The pack and the schema are embedded: a change of either rebuilds the crate.

fn main() {
    println!("cargo:rerun-if-changed=policies");
    println!("cargo:rerun-if-changed=schemas");
}
