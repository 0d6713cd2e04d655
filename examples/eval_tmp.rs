fn main(){ let pack = ciieval::pack::Pack::open(&[std::path::PathBuf::from("policies")]).unwrap();
 let mut e = ciieval::engine::Engine::new(&pack, std::time::Duration::from_secs(30)).unwrap();
 let clauses: Vec<_> = pack.catalogue.clauses.values().collect();
 println!("{} clauses", clauses.len());
 for f in std::env::args().skip(1) { let v: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&f).unwrap()).unwrap();
  let t = std::time::Instant::now(); let r = e.evaluate(&v, &clauses).unwrap(); let t1 = t.elapsed();
  let t = std::time::Instant::now(); let r2 = e.evaluate(&v, &clauses).unwrap(); let t2 = t.elapsed(); assert!(r==r2);
  println!("== {f} {t1:?} {t2:?}");
  for (c,o) in clauses.iter().zip(&r) { if !o.status.counts() { println!("{} {}{:?} {}", c.id, if c.mandatory {"*"} else {""}, o.status, o.message.clone().unwrap_or_default()); for k in &o.checks { if !k.ok { println!("     {}", serde_json::to_string(k).unwrap().chars().take(260).collect::<String>()); } } } }
 } }
