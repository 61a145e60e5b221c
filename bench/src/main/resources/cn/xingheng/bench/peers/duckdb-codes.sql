-- A line that no row covers asks the rows of its physician; the others carry a null there and do not ask.
CREATE TABLE known AS
  SELECT physician, list({'institution': institution, 'first': first, 'last': last,
    'force': standing IN ('effective', 'suspended')}) AS rows
  FROM spans GROUP BY physician;
CREATE TABLE met AS
  SELECT c.claim_id, c.institution, c.amount_fen, c.setting, s.standing,
    CASE WHEN s.physician IS NOT NULL THEN s.because
      WHEN c.physician IS NULL THEN 'no-code'::cause
      WHEN k.physician IS NULL THEN 'unknown-code'::cause
      WHEN len(list_filter(k.rows, lambda x: x.institution = c.institution AND x.first <= c.day)) > 0
        THEN 'not-signed'::cause
      WHEN len(list_filter(k.rows, lambda x: x.force AND x.first <= c.day AND x.last >= c.day)) > 0
        THEN 'other-institution'::cause
      ELSE 'not-signed'::cause END AS because
  FROM claims() c
  LEFT JOIN spans s
    ON s.physician = c.physician AND s.institution = c.institution AND c.day BETWEEN s.first AND s.last
  LEFT JOIN known k ON k.physician = CASE WHEN s.physician IS NULL THEN c.physician END;
