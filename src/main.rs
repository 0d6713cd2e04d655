fn main() {
    let dirs: Vec<std::path::PathBuf> = std::env::args().skip(1).map(Into::into).collect();
    let pack = match ciieval::pack::Pack::open(&dirs) {
        Ok(p) => p,
        Err(e) => {
            for e in e {
                eprintln!("{e}");
            }
            std::process::exit(2)
        }
    };
    match ciieval::rego_test::run(&pack, std::time::Duration::from_secs(10)) {
        Err(e) => {
            for e in e {
                eprintln!("{e}");
            }
            std::process::exit(2)
        }
        Ok(results) => {
            let mut failed = 0;
            for r in &results {
                if let Some(f) = &r.failure {
                    failed += 1;
                    println!("FAIL {} ({}:{}) {}", r.rule, r.file, r.line, f);
                }
            }
            println!("{} passed, {} failed", results.len() - failed, failed);
        }
    }
}
