# make run    build and evaluate the example dossiers
# make test   build and pass every test
# make bench  measure speed and memory: prints the tables, and puts them into docs/performance.md
# make bench-steps   measure the steps from a file to a report, one by one
# make test-spark   evaluate with Apache Spark on this machine, and compare with a plain run
.PHONY: run test test-spark lint engines mutants fixtures bench bench-steps

# Exit code 1 says that some examples fail, which they are meant to.
run:
	cargo run --release -- check fixtures/dossiers || test $$? -eq 1

# Builds the examples too: a test compares what the generator makes.
test:
	cargo test

# Needs Java and Python, and says so where they are missing.
test-spark:
	cargo build --bin ciieval --example generate
	examples/spark/test.sh

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

# Asks every engine every case.
engines:
	cargo test --test engines -- --nocapture

# Flips each number, comparison and mandatory mark in the rules and lists what no case notices.
mutants:
	cargo test --release --test mutants -- --ignored --nocapture

# Rewrites what is generated: example dossiers, schema, evidence documentation, golden reports.
fixtures:
	cargo run --release --example generate
	UPDATE=1 cargo test

# From one run on one machine; with `opa` on PATH or in $OPA also compared with it. Takes some minutes and 4 GB of disk.
bench:
	cargo build --release --bin ciieval --example generate --example bench
	target/release/examples/bench --into docs/performance.md

# What the steps from a file to a report take, one by one, with what that was before.
bench-steps:
	cargo bench --bench steps

# What docs/trust.md says of attachments and contradictions, case by case.
.PHONY: trust-evidence
trust-evidence:
	cargo test --test attachments --test contradictions
