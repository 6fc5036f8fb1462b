-- AlterTable
ALTER TABLE "user" ADD COLUMN     "operator" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "run_batch" ADD COLUMN     "stored" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ingest_batch" ADD COLUMN     "rejected" INTEGER[];

-- AlterTable
ALTER TABLE "batch_receipt" ADD COLUMN     "repeats" INTEGER NOT NULL DEFAULT 0;

-- The worker copies new rows straight into the partitions that hold most of them: COPY takes half the time of
-- INSERT, and refuses tables with row-level security. The policy that it passes by admits "heddle_system" anyway;
-- nobody else may enter the schema.
GRANT USAGE ON SCHEMA "partition" TO "heddle_system";

DO $$
DECLARE
  leaf regclass;
BEGIN
  FOR leaf IN
    SELECT inhrelid::regclass FROM pg_inherits
    WHERE inhparent IN ('public.node_run'::regclass, 'public.node_attribute'::regclass, 'public.column_stat'::regclass)
  LOOP
    EXECUTE format('GRANT INSERT ON %s TO "heddle_system"', leaf);
  END LOOP;
END
$$;

-- Makes the partitions of one month where they are missing. A UUIDv7 begins with its milliseconds, so
-- that a month is a range of ids. The lock timeout keeps a long reader from stopping every writer
-- queued behind this; the next call tries again.
CREATE OR REPLACE FUNCTION "ensure_partitions"("month" date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '5s'
SET client_min_messages = warning
AS $$
DECLARE
  suffix text := to_char(month, 'YYYY_MM');
  low uuid := (lpad(to_hex((extract(epoch FROM month::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  high uuid := (lpad(to_hex((extract(epoch FROM month::timestamp + interval '1 month') * 1000)::bigint), 12, '0')
    || repeat('0', 20))::uuid;
  parent text;
  key_column text;
  made text;
BEGIN
  FOR parent, key_column IN
    VALUES ('run', 'id'), ('node_run', 'run_id'), ('node_attribute', 'run_id'), ('column_stat', 'run_id'),
      ('run_batch', 'run_id')
  LOOP
    made := format('"partition".%I', parent || '_' || suffix);
    CONTINUE WHEN to_regclass(made) IS NOT NULL;
    -- Keeps out other callers, and writers: one that chose the default partition before this commits
    -- would be refused; so it waits.
    EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', parent);
    CONTINUE WHEN to_regclass(made) IS NOT NULL;
    EXECUTE format('LOCK TABLE "partition".%I IN ACCESS EXCLUSIVE MODE', parent || '_default');
    EXECUTE format('CREATE TABLE %s (LIKE public.%I INCLUDING DEFAULTS INCLUDING STORAGE)', made, parent);
    EXECUTE format(
      'WITH moved AS (DELETE FROM "partition".%1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *)
       INSERT INTO %5$s SELECT * FROM moved',
      parent || '_default', key_column, low, high, made);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)', parent, made, low, high);
    IF parent IN ('node_run', 'node_attribute', 'column_stat') THEN
      EXECUTE format('GRANT INSERT ON %s TO "heddle_system"', made);
    END IF;
  END LOOP;
END
$$;

-- Drops a table's partition of a month, that of "run" only when it is empty: what hangs on its rows goes with them, one
-- by one. One table at a time, because it takes that table from everybody for a moment: whoever holds another one and
-- waits for this one is not waited for. Returns whether the partition is gone.
-- While serving: only defines the function; what it drops is past the retention of the instance when it is called.
CREATE FUNCTION "drop_partition"("parent" text, "month" date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '2s'
SET client_min_messages = warning
AS $$
DECLARE
  leaf text := format('"partition".%I', parent || to_char(month, '_YYYY_MM'));
  filled boolean := false;
BEGIN
  IF parent NOT IN ('run', 'node_run', 'node_attribute', 'column_stat', 'run_batch') THEN
    RAISE EXCEPTION '% is not partitioned by month', parent;
  END IF;
  IF to_regclass(leaf) IS NULL THEN
    RETURN true;
  END IF;
  IF parent = 'run' THEN
    LOCK TABLE ONLY public.run IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', leaf) INTO filled;
  END IF;
  IF NOT filled THEN
    EXECUTE format('DROP TABLE IF EXISTS %s', leaf);
  END IF;
  RETURN NOT filled;
END
$$;

-- While serving: the version before does not know this function.
REVOKE ALL ON FUNCTION "drop_partition"(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "drop_partition"(text, date) TO "heddle_system";
