#!/usr/bin/env bash
# Tests the example with Apache Spark on this machine, or says in one line why it cannot. On CI (CI=true)
# it installs what is missing, as far as that fits the time.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=target/spark
venv=$folder/venv
mkdir -p $folder

skip() {
    echo "skipped: the test with Apache Spark: $*"
    exit 0
}
has_java() { java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])'; }
has_venv() { python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))' 2> /dev/null; }

if [[ -n ${CI:-} && $EUID -eq 0 ]] && ! { has_java && has_venv; } && command -v apt-get > /dev/null; then
    packages=(default-jre-headless python3 python3-venv)
    timeout 180 sh -c 'apt-get update && apt-get install -y --no-install-recommends "$@"' sh "${packages[@]}" \
        > $folder/packages.log 2>&1 || true
fi
has_java || skip "it needs Java 17 or later"
has_venv || skip "it needs Python 3.10 or later with venv"

if ! cmp -s examples/spark/requirements.txt $venv/installed.txt; then
    rm -rf $venv
    python3 -m venv $venv
    # PySpark is some 450 MB.
    install=($venv/bin/pip install --quiet --disable-pip-version-check -r examples/spark/requirements.txt)
    if [[ -n ${CI:-} ]]; then
        timeout 240 "${install[@]}" || skip "PySpark was not installed within 4 minutes"
    else
        "${install[@]}"
    fi
    cp examples/spark/requirements.txt $venv/installed.txt
fi

exec timeout 1200 $venv/bin/python examples/spark/test_check.py "$@"
