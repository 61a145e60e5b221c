#!/usr/bin/env bash
# The PostgreSQL peer: a cluster of its own in a temporary folder, COPY in, hash join, COPY out.
#
#   bench/postgres.sh new FOLDER                                         makes the cluster, for one run
#   bench/postgres.sh run FOLDER STANDINGS CLAIMS VERDICTS TOTALS        starts it, matches, stops it
#
# Nothing is flushed and the server is stopped without a checkpoint: all that would only slow it down.
# What it settles for: every column is read by its type and a fault stops it; codes may have any length, rejects are not
# listed. PG_BIN names the folder of its programs.
set -eu

PG_BIN=${PG_BIN:-/usr/lib/postgresql/15/bin}
SQL=$(cd "$(dirname "$0")" && pwd -P)/src/main/resources/cn/xingheng/bench/peers/postgres.sql
command=$1
folder=$2

# The server refuses to be root; the user that Debian made for it takes its place.
if [ "$(id -u)" = 0 ]; then
  if [ "$command" = new ]; then
    [ ! -f "$folder/PG_VERSION" ] || rm -rf "$folder"
    install -d -o postgres -m 700 "$folder"
  else
    for output in "$5" "$6"; do
      : >"$output"
      chown postgres "$output"
    done
  fi
  cd /
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$(command -v bash)" "$0" "$@"
fi

if [ "$command" = new ]; then
  [ ! -f "$folder/PG_VERSION" ] || rm -rf "$folder"
  "$PG_BIN/initdb" --pgdata="$folder" --auth=trust --encoding=UTF8 --locale=C --no-sync --username=bench >/dev/null
  cat >>"$folder/postgresql.conf" <<'CONF'
listen_addresses = ''
shared_buffers = 2GB
work_mem = 1GB
maintenance_work_mem = 512MB
max_parallel_workers_per_gather = 2
parallel_setup_cost = 0
parallel_tuple_cost = 0
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 20GB
checkpoint_timeout = 1h
autovacuum = off
jit = off
enable_nestloop = off
enable_mergejoin = off
CONF
  exit
fi

"$PG_BIN/postgres" -D "$folder" -k "$folder" >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 300); do
  "$PG_BIN/pg_isready" -q -h "$folder" -U bench -d postgres && break
  sleep 0.1
done
code=0
"$PG_BIN/psql" -q -X -h "$folder" -U bench -d postgres -v ON_ERROR_STOP=1 \
  -v standings="$3" -v claims="$4" -v verdicts="$5" -v totals="$6" -f "$SQL" || code=$?
"$PG_BIN/pg_ctl" stop -s -D "$folder" -m immediate
wait "$server" || true
exit $code
