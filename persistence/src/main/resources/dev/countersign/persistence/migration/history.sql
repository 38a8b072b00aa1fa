-- For those who run the files V*.sql by hand, in their order, and then this one once, on H2 and PostgreSQL alike: it notes
-- the version that was reached, which is looked at when a store is opened. With schema=migrate nothing of this is needed;
-- whoever sets that later goes on from here.

CREATE TABLE "cs_schema_history" (
  "installed_rank" INT           NOT NULL,
  "version"        VARCHAR(50),
  "description"    VARCHAR(200)  NOT NULL,
  "type"           VARCHAR(20)   NOT NULL,
  "script"         VARCHAR(1000) NOT NULL,
  "checksum"       INT,
  "installed_by"   VARCHAR(100)  NOT NULL,
  "installed_on"   TIMESTAMP     DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "execution_time" INT           NOT NULL,
  "success"        BOOLEAN       NOT NULL,
  CONSTRAINT "cs_schema_history_pk" PRIMARY KEY ("installed_rank")
);

CREATE INDEX "cs_schema_history_s_idx" ON "cs_schema_history" ("success");

INSERT INTO "cs_schema_history"
  ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "execution_time", "success")
  VALUES (1, '1', 'by hand', 'BASELINE', 'by hand', NULL, 'by hand', 0, TRUE);
