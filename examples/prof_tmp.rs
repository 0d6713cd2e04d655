fn main(){ let pack = ciieval::pack::Pack::open(&[std::path::PathBuf::from("policies")]).unwrap();
 let mut e = ciieval::engine::Engine::new(&pack, std::time::Duration::from_secs(30)).unwrap();
 let f = std::env::args().nth(1).unwrap(); let v: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&f).unwrap()).unwrap();
 let clauses: Vec<_> = pack.catalogue.clauses.values().collect();
 let _ = e.evaluate(&v, &clauses);
 let mut rows = vec![];
 for c in &clauses { let t = std::time::Instant::now(); let _ = e.evaluate(&v, &[c]); rows.push((t.elapsed(), format!("{} {}", c.id, c.package))); }
 let mut pk: std::collections::BTreeMap<String, std::time::Duration> = Default::default();
 for c in &clauses { if pk.contains_key(&c.package) { continue; } let t = std::time::Instant::now(); let _ = e.evaluate(&v, &[c]); pk.insert(c.package.clone(), t.elapsed()); }
 let mut l: Vec<_> = pk.into_iter().collect(); l.sort_by_key(|x| std::cmp::Reverse(x.1)); for (p,t) in l.iter().take(30) { println!("{t:?} {p}"); }
 let paths = std::env::args().skip(2); for p in paths { e.set_input(&v); let t = std::time::Instant::now(); let r = e.rule(&p); println!("{p} {:?} {}", t.elapsed(), r.is_ok()); }
}
