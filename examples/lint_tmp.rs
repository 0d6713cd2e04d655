fn main(){ let pack = ciieval::pack::Pack::open(&[std::path::PathBuf::from("policies")]).unwrap(); for p in ciieval::pack::lint::lint(&pack) { println!("{p}"); } }
