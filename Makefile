# make run    build and evaluate the example dossiers
# make test   build and pass every test
.PHONY: run test lint mutants fixtures

# Exit code 1 says that some examples fail, which they are meant to.
run:
	cargo run --release -- check fixtures/dossiers || test $$? -eq 1

# Builds the examples too: a test compares what the generator makes.
test:
	cargo test

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

# Flips each number, comparison and mandatory mark in the rules and lists what no case notices.
mutants:
	cargo test --release --test mutants -- --ignored --nocapture

# Rewrites what is generated: example dossiers, schema, evidence documentation, golden reports.
fixtures:
	cargo run --release --example generate
	UPDATE=1 cargo test

