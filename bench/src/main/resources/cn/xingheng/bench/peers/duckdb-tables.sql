SET threads = {threads};
CREATE TYPE setting AS ENUM ('outpatient', 'inpatient', 'emergency', 'rescue');
CREATE TYPE standing AS ENUM ('effective', 'suspended', 'ended', 'none', 'unresolved');
CREATE TYPE verdict AS ENUM ('payable', 'refused', 'excepted', 'unresolved');
CREATE TYPE cause AS ENUM ('no-code', 'unknown-code', 'other-institution', 'not-signed', 'left', 'terminated', 'barred',
  'expired', 'licence-revoked', 'registration-cancelled', 'practice-suspended', 'prescribing-stopped', 'points',
  'resumption-refused', 'pending-review', 'not-applied', 'institution', 'stated');
-- The made-up standings hold no row that says none: a row is a signature.
CREATE TABLE spans AS
  SELECT physician_code AS physician, institution_code AS institution, "from" AS first, through AS last, standing,
    nullif(because, '')::cause AS because
  FROM read_csv('{standings}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    new_line = '\n', columns = {'physician_code': 'VARCHAR', 'institution_code': 'VARCHAR', 'from': 'DATE',
      'through': 'DATE', 'standing': 'standing', 'because': 'VARCHAR'});
-- Left to itself the optimizer builds the hash table of the claims, not of the spans: four times the CPU, ten times
-- the memory.
SET disabled_optimizers = 'build_side_probe_side,join_order';
CREATE MACRO claims() AS TABLE
  SELECT claim_id, CAST(issued_at AS DATE) AS day, nullif(physician_code, '') AS physician,
    institution_code AS institution, setting, amount_fen
  FROM {claims};
