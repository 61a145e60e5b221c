CREATE TYPE setting AS ENUM ('outpatient', 'inpatient', 'emergency', 'rescue');
CREATE TYPE verdict AS ENUM ('payable', 'refused', 'excepted', 'unresolved');
CREATE UNLOGGED TABLE spans (physician text NOT NULL, institution text NOT NULL, first date NOT NULL, last date NOT NULL,
  standing text NOT NULL, because text);
CREATE UNLOGGED TABLE claims (claim_id text NOT NULL, issued_at timestamp NOT NULL, physician text,
  institution text NOT NULL, setting setting NOT NULL, amount_fen bigint NOT NULL);
SELECT format('COPY spans FROM %L (FORMAT csv, HEADER)', :'standings') AS load_spans,
  format('COPY claims FROM %L (FORMAT csv, HEADER)', :'claims') AS load_claims \gset
:load_spans;
:load_claims;
ANALYZE spans;
ANALYZE claims;
-- A line that no row covers asks these three; the others carry a null there and do not ask.
CREATE UNLOGGED TABLE known AS SELECT DISTINCT physician FROM spans;
CREATE UNLOGGED TABLE begun AS SELECT physician, institution, min(first) AS first FROM spans GROUP BY 1, 2;
CREATE UNLOGGED TABLE in_force AS
  SELECT physician, range_agg(daterange(first, last, '[]')) AS days
  FROM spans WHERE standing IN ('effective', 'suspended') GROUP BY 1;
ANALYZE known;
ANALYZE begun;
ANALYZE in_force;
CREATE UNLOGGED TABLE met AS
  SELECT claim_id, institution, amount_fen, because,
    CASE WHEN standing = 'effective' THEN 'payable'::verdict
      WHEN because = 'no-code' THEN 'unresolved'::verdict
      WHEN standing = 'unresolved' AND NOT (because IS NOT DISTINCT FROM 'stated' AND setting IN ('emergency', 'rescue'))
        THEN 'unresolved'::verdict
      WHEN setting IN ('emergency', 'rescue') THEN 'excepted'::verdict
      ELSE 'refused'::verdict END AS verdict
  FROM (
    SELECT c.claim_id, c.institution, c.amount_fen, c.setting, s.standing,
      CASE WHEN s.physician IS NOT NULL THEN s.because
        WHEN c.physician IS NULL THEN 'no-code'
        WHEN k.physician IS NULL THEN 'unknown-code'
        WHEN b.physician IS NULL AND f.days @> c.issued_at::date THEN 'other-institution'
        ELSE 'not-signed' END AS because
    FROM claims c
    LEFT JOIN spans s
      ON s.physician = c.physician AND s.institution = c.institution AND c.issued_at::date BETWEEN s.first AND s.last
    LEFT JOIN known k ON k.physician = CASE WHEN s.physician IS NULL THEN c.physician END
    LEFT JOIN begun b
      ON b.physician = CASE WHEN s.physician IS NULL THEN c.physician END AND b.institution = c.institution
        AND b.first <= c.issued_at::date
    LEFT JOIN in_force f ON f.physician = CASE WHEN s.physician IS NULL THEN c.physician END) AS answered;
SELECT format('COPY (SELECT claim_id, verdict, because FROM met) TO %L (FORMAT csv, HEADER)', :'verdicts')
  AS write_verdicts,
  format('COPY (WITH totals AS (SELECT institution, verdict, because, count(*) AS lines, sum(amount_fen) AS fen FROM met'
    || ' GROUP BY 1, 2, 3) SELECT ''verdict'' AS kind, verdict::text AS key, sum(lines) AS lines, sum(fen) AS fen'
    || ' FROM totals GROUP BY 1, 2 UNION ALL SELECT ''cause'', because, sum(lines), sum(fen) FROM totals'
    || ' WHERE because IS NOT NULL GROUP BY 1, 2 UNION ALL SELECT ''institution'', institution, sum(lines), sum(fen)'
    || ' FROM totals GROUP BY 1, 2) TO %L (FORMAT csv, HEADER)', :'totals') AS write_totals \gset
:write_verdicts;
:write_totals;
