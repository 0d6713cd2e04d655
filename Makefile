# make run    build and evaluate the example dossiers
# make test   build and pass every test
# make bench  measure speed and memory: prints the tables, and puts them into docs/performance.md
# make bench-steps   measure the steps from a file to a report, one by one
# make hostile hostile-packs trust-evidence faults properties fuzz audit   repeat what docs/trust.md says
# make test-spark   evaluate with Apache Spark on this machine, and compare with a plain run
.PHONY: run test test-spark lint engines mutants fixtures faults hostile hostile-packs trust-evidence audit bench bench-steps properties fuzz

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

# Ten times as many random dossiers for every property as the tests try.
properties:
	PROPERTY_CASES=1000 cargo test --test properties -- --nocapture

# Ten minutes for each thing that reads what strangers write; SECONDS_EACH for more or less.
SECONDS_EACH ?= 600
fuzz:
	fuzz/run.sh $(SECONDS_EACH)

# Rewrites what is generated: example dossiers, schema, evidence documentation, golden reports.
fixtures:
	cargo run --release --example generate
	UPDATE=1 cargo test

# Kills runs, fills up disks and the like, and writes what came of it into docs/trust.md. Takes about two minutes.
faults:
	UPDATE=1 cargo test --test faults -- --nocapture

# From one run on one machine; with `opa` on PATH or in $OPA also compared with it. Takes some minutes and 4 GB of disk.
bench:
	cargo build --release --bin ciieval --example generate --example bench
	target/release/examples/bench --into docs/performance.md

# What the steps from a file to a report take, one by one, with what that was before.
bench-steps:
	cargo bench --bench steps

# Tries every hostile pack within its limits, and rewrites their tables in docs/trust.md.
hostile-packs:
	UPDATE=1 cargo test --test hostile_packs

# Licences, sources and versions of everything the program is made of, and known weaknesses where the
# database of these can be had.
audit:
	cargo test --test supply_chain
	@if ! command -v cargo-deny > /dev/null; then \
		echo "cargo-deny is not there: skipped what only it asks (cargo install cargo-deny --locked)"; \
	elif cargo deny --offline check licenses bans sources; then \
		if cargo deny fetch db 2> /dev/null; then cargo deny check advisories; \
		else echo "the database of known weaknesses cannot be had here: skipped"; fi; \
	else exit 1; fi

# Runs every hostile dossier and prints the most that one takes; the tables in docs/trust.md are made of the same.
hostile:
	TIMES=1 cargo test --test hostile -- --nocapture

# What docs/trust.md says of attachments and contradictions, case by case.
trust-evidence:
	cargo test --test attachments --test contradictions
