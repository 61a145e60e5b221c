#!/usr/bin/env bash
# Measures ours beside its peers: run A, run B, run A, run B, each a process of its own, answers compared.
#
#   bench/run.sh [WHAT] [LINES] [RUNS]      default: duckdb 20000000 3
#
#   duckdb           CSV against DuckDB on CSV
#   duckdb-snapshot  the same, ours with packed standings
#   duckdb-parquet   CSV against DuckDB on Parquet of the same lines
#   parquet          Parquet against DuckDB on the same Parquet
#   plain            CSV against plain Java
#   postgres         CSV against PostgreSQL 15
#   drools           CSV against Drools (take 200000 lines)
#   phases           phases of ours, and how fast the file can be read at all
#   snapshot         how long a packed snapshot takes to open, province and nation
#   nation           ours against the standings of a nation, and of a province
#   nation-snapshot  the same with packed standings
#   nation-duckdb    the nation, CSV against DuckDB on CSV
#   online           the claims check of a demonstration over HTTP; LINES says how many physicians it has
#
#   bench/run.sh hospital-day URL PASSWORD|KEY [OPTIONS]   plays a day of a hospital with 3,000 beds against a running
#                    demonstration, and reconciles to the fen; options stand in bench's day/Options.java
#
# Data come from a seed and are made when missing, in data/bench or in BENCH_DATA. What was found replaces its section
# of bench/RESULTS.md. A difference between two answers stops it. It needs GNU time.
set -eu

ROOT=$(cd "$(dirname "$0")/.." && pwd -P)
DATA=${BENCH_DATA:-$ROOT/data/bench}
what=${1:-duckdb}
lines=${2:-20000000}
runs=${3:-3}

[ -x /usr/bin/time ] || {
  echo "bench: GNU time is missing; apt-get install time" >&2
  exit 2
}
if [ -z "${JAVA_HOME:-}" ]; then
  echo "bench: set JAVA_HOME to a JDK 25" >&2
  exit 2
fi

# What is measured is what is shipped: this builds it when the sources are newer.
"$ROOT/xingheng" --version >/dev/null
maven=(./mvnw)
(cd "$ROOT" && ./mvnw --version >/dev/null 2>&1) || maven=(mvn)
(cd "$ROOT" && "${maven[@]}" -q -B -pl bench -am -Dmaven.test.skip=true package)

if [ "$what" = hospital-day ]; then
  shift
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m \
    -cp "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/class-path")" \
    cn.xingheng.bench.day.HospitalDay "$ROOT" "$@"
fi

mkdir -p "$DATA"
# A hundred million verdicts of two programs take a byte each.
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx320m \
  -cp "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/class-path")" \
  cn.xingheng.bench.Bench "$ROOT" "$DATA" "$what" "$lines" "$runs"
