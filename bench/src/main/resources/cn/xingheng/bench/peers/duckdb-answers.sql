CREATE MACRO judged() AS TABLE
  SELECT claim_id, institution, amount_fen, because,
    CASE WHEN standing = 'effective' THEN 'payable'::verdict
      WHEN because IS NOT DISTINCT FROM 'no-code' THEN 'unresolved'::verdict
      WHEN standing = 'unresolved' AND NOT (because IS NOT DISTINCT FROM 'stated' AND setting IN ('emergency', 'rescue'))
        THEN 'unresolved'::verdict
      WHEN setting IN ('emergency', 'rescue') THEN 'excepted'::verdict
      ELSE 'refused'::verdict END AS verdict
  FROM met;
COPY (SELECT claim_id, verdict, because FROM judged()) TO '{verdicts}' (HEADER, DELIMITER ',');
CREATE TABLE totals AS
  SELECT institution, verdict, because, count(*) AS lines, sum(amount_fen) AS fen FROM judged() GROUP BY ALL;
COPY (
  SELECT 'verdict' AS kind, verdict::VARCHAR AS key, sum(lines) AS lines, sum(fen) AS fen FROM totals GROUP BY verdict
  UNION ALL
  SELECT 'cause', because::VARCHAR, sum(lines), sum(fen) FROM totals WHERE because IS NOT NULL GROUP BY because
  UNION ALL
  SELECT 'institution', institution, sum(lines), sum(fen) FROM totals GROUP BY institution)
  TO '{totals}' (HEADER, DELIMITER ',');
