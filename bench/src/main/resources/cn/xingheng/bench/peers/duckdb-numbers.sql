-- The integer dictionaries: one number for each code, both numbers of a row in one.
CREATE TABLE physicians AS
  SELECT physician AS code, (row_number() OVER ())::BIGINT AS number FROM (SELECT DISTINCT physician FROM spans);
CREATE TABLE institutions AS
  SELECT institution AS code, (row_number() OVER ())::BIGINT AS number FROM (SELECT DISTINCT institution FROM spans);
CREATE TABLE numbered AS
  SELECT p.number * 1048576 + i.number AS pair, p.number AS physician, i.number AS institution, first, last, standing,
    because
  FROM spans s JOIN physicians p ON p.code = s.physician JOIN institutions i ON i.code = s.institution;
CREATE TABLE known AS
  SELECT physician, list({'institution': institution, 'first': first, 'last': last,
    'force': standing IN ('effective', 'suspended')}) AS rows
  FROM numbered GROUP BY physician;
CREATE TABLE met AS
  SELECT c.claim_id, c.institution, c.amount_fen, c.setting, s.standing,
    CASE WHEN s.pair IS NOT NULL THEN s.because
      WHEN c.physician IS NULL THEN 'no-code'::cause
      WHEN p.number IS NULL THEN 'unknown-code'::cause
      WHEN len(list_filter(k.rows, lambda x: x.institution = i.number AND x.first <= c.day)) > 0
        THEN 'not-signed'::cause
      WHEN len(list_filter(k.rows, lambda x: x.force AND x.first <= c.day AND x.last >= c.day)) > 0
        THEN 'other-institution'::cause
      ELSE 'not-signed'::cause END AS because
  FROM claims() c
  LEFT JOIN physicians p ON p.code = c.physician
  LEFT JOIN institutions i ON i.code = c.institution
  LEFT JOIN numbered s ON s.pair = p.number * 1048576 + i.number AND c.day BETWEEN s.first AND s.last
  LEFT JOIN known k ON k.physician = CASE WHEN s.pair IS NULL THEN p.number END;
