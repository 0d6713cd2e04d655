#!/usr/bin/env bash
# Fuzzes each target for a while and prints what came of it: fuzz/run.sh SECONDS [TARGET]...
# Needs a C++ compiler. What makes a target fail is kept in fuzz/artifacts/.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=$1
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(dossier workbook manifest annotations report)

if ! command -v c++ >/dev/null; then
    echo "skipped: fuzzing needs a C++ compiler (c++)"
    [ -z "${CI:-}" ]
    exit
fi

host=$(rustc -vV | sed -n 's/^host: //p')
out=${CARGO_TARGET_DIR:-$PWD/target}/fuzz
# The parts of the compiler that libFuzzer needs are there without nightly.
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing"
RUSTFLAGS=$(echo $coverage) cargo build --quiet --release --manifest-path fuzz/Cargo.toml \
    --target "$host" --target-dir "$out"
built=$out/$host/release

cargo run --quiet --example seeds -- "$out/seeds"

echo "| target | seconds | executions | per second | edges reached | findings |"
echo "|---|---:|---:|---:|---:|---:|"
failed=0
for target in "${targets[@]}"; do
    mkdir -p "$out/corpus/$target" "$out/seeds/$target" "fuzz/artifacts/$target"
    log=$out/$target.log
    findings=0
    "$built/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
        -print_final_stats=1 -seed=1 -artifact_prefix="fuzz/artifacts/$target/" \
        "$out/corpus/$target" "$out/seeds/$target" >"$log" 2>&1 || findings=1
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
    echo "| $target | $seconds | ${executions:-?} | ${rate:-?} | ${edges:-?} | $findings |"
    if [ $findings -ne 0 ]; then
        failed=1
        tail -n 40 "$log" >&2
    fi
done
exit $failed
