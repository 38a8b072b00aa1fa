-- Countersign, schema version 1.
-- Ids are 128 random bits as 32 hex characters, made by the application. Instants are milliseconds since
-- 1970-01-01T00:00:00Z. Each managed row carries a version, compared on update.

CREATE TABLE cs_account (
  id          VARCHAR(32) COLLATE "C"  NOT NULL,
  name        VARCHAR(200) COLLATE "C" NOT NULL,
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  CONSTRAINT cs_account_pk PRIMARY KEY (id),
  CONSTRAINT cs_account_name_uq UNIQUE (name)
);

-- A deleted application stays, so that its app key is never used again.
CREATE TABLE cs_application (
  id          VARCHAR(32) COLLATE "C"   NOT NULL,
  account_id  VARCHAR(32) COLLATE "C"   NOT NULL,
  name        VARCHAR(200)  NOT NULL,
  description VARCHAR(2000) NOT NULL,
  app_key     VARCHAR(128) COLLATE "C"  NOT NULL,
  state       VARCHAR(16)   NOT NULL,
  schemes     VARCHAR(500)  NOT NULL,
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  CONSTRAINT cs_application_pk PRIMARY KEY (id),
  CONSTRAINT cs_application_account_fk FOREIGN KEY (account_id) REFERENCES cs_account (id),
  CONSTRAINT cs_application_key_uq UNIQUE (app_key),
  CONSTRAINT cs_application_state_ck CHECK (state IN ('enabled', 'disabled', 'deleted'))
);
CREATE INDEX cs_application_account_ix ON cs_application (account_id, name);

-- The keys that secrets are sealed with: a fingerprint each, never the key.
CREATE TABLE cs_master_key (
  id          VARCHAR(32) COLLATE "C" NOT NULL,
  created_at  BIGINT NOT NULL,
  CONSTRAINT cs_master_key_pk PRIMARY KEY (id)
);

-- Two slots, so a third live secret cannot exist.
CREATE TABLE cs_app_secret (
  application_id VARCHAR(32) COLLATE "C" NOT NULL,
  slot           SMALLINT    NOT NULL,
  sealed         BYTEA NOT NULL,
  master_key_id  VARCHAR(32) COLLATE "C" NOT NULL,
  encoding       VARCHAR(16) NOT NULL,
  valid_until    BIGINT,
  last_used_at   BIGINT,
  created_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL,
  CONSTRAINT cs_app_secret_pk PRIMARY KEY (application_id, slot),
  CONSTRAINT cs_app_secret_application_fk FOREIGN KEY (application_id) REFERENCES cs_application (id),
  CONSTRAINT cs_app_secret_key_fk FOREIGN KEY (master_key_id) REFERENCES cs_master_key (id),
  CONSTRAINT cs_app_secret_slot_ck CHECK (slot IN (1, 2)),
  CONSTRAINT cs_app_secret_encoding_ck CHECK (encoding IN ('text', 'base64'))
);
CREATE INDEX cs_app_secret_key_ix ON cs_app_secret (master_key_id);

CREATE TABLE cs_environment (
  id          VARCHAR(32) COLLATE "C"   NOT NULL,
  name        VARCHAR(64) COLLATE "C"   NOT NULL,
  description VARCHAR(2000) NOT NULL,
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  CONSTRAINT cs_environment_pk PRIMARY KEY (id),
  CONSTRAINT cs_environment_name_uq UNIQUE (name)
);

CREATE TABLE cs_api_group (
  id          VARCHAR(32) COLLATE "C"   NOT NULL,
  account_id  VARCHAR(32) COLLATE "C"   NOT NULL,
  name        VARCHAR(64) COLLATE "C"   NOT NULL,
  description VARCHAR(2000) NOT NULL,
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  CONSTRAINT cs_api_group_pk PRIMARY KEY (id),
  CONSTRAINT cs_api_group_account_fk FOREIGN KEY (account_id) REFERENCES cs_account (id),
  CONSTRAINT cs_api_group_name_uq UNIQUE (name)
);
CREATE INDEX cs_api_group_account_ix ON cs_api_group (account_id);

-- A name stays with the account that first used it, also when the group is gone: a WAR may still bind it.
CREATE TABLE cs_api_group_name (
  name        VARCHAR(64) COLLATE "C" NOT NULL,
  account_id  VARCHAR(32) COLLATE "C" NOT NULL,
  CONSTRAINT cs_api_group_name_pk PRIMARY KEY (name),
  CONSTRAINT cs_api_group_name_account_fk FOREIGN KEY (account_id) REFERENCES cs_account (id)
);

-- The shape is the template without the names of its variables: equal shapes match the same paths.
CREATE TABLE cs_api (
  id          VARCHAR(32) COLLATE "C"   NOT NULL,
  group_id    VARCHAR(32) COLLATE "C"   NOT NULL,
  method      VARCHAR(32) COLLATE "C"   NOT NULL,
  template    VARCHAR(500) COLLATE "C"  NOT NULL,
  shape       VARCHAR(500) COLLATE "C"  NOT NULL,
  description VARCHAR(2000) NOT NULL,
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  CONSTRAINT cs_api_pk PRIMARY KEY (id),
  CONSTRAINT cs_api_group_fk FOREIGN KEY (group_id) REFERENCES cs_api_group (id),
  CONSTRAINT cs_api_shape_uq UNIQUE (group_id, method, shape),
  CONSTRAINT cs_api_in_group_uq UNIQUE (group_id, id)
);

-- The target is the API where one is named, else the group, so that one unique key covers both kinds.
CREATE TABLE cs_grant (
  id             VARCHAR(32) COLLATE "C"   NOT NULL,
  application_id VARCHAR(32) COLLATE "C"   NOT NULL,
  environment_id VARCHAR(32) COLLATE "C"   NOT NULL,
  group_id       VARCHAR(32) COLLATE "C"   NOT NULL,
  api_id         VARCHAR(32) COLLATE "C",
  target         VARCHAR(32) COLLATE "C"   NOT NULL,
  not_before     BIGINT,
  expires_at     BIGINT,
  roles          VARCHAR(2000) NOT NULL,
  description    VARCHAR(2000) NOT NULL,
  granted_by     VARCHAR(200)  NOT NULL,
  created_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL,
  CONSTRAINT cs_grant_pk PRIMARY KEY (id),
  CONSTRAINT cs_grant_application_fk FOREIGN KEY (application_id) REFERENCES cs_application (id),
  CONSTRAINT cs_grant_environment_fk FOREIGN KEY (environment_id) REFERENCES cs_environment (id),
  CONSTRAINT cs_grant_group_fk FOREIGN KEY (group_id) REFERENCES cs_api_group (id),
  CONSTRAINT cs_grant_api_fk FOREIGN KEY (group_id, api_id) REFERENCES cs_api (group_id, id),
  CONSTRAINT cs_grant_target_ck CHECK (target = COALESCE(api_id, group_id)),
  CONSTRAINT cs_grant_triple_uq UNIQUE (application_id, environment_id, target)
);
CREATE INDEX cs_grant_group_ix ON cs_grant (group_id, api_id);
CREATE INDEX cs_grant_environment_ix ON cs_grant (environment_id);

-- One row per number used once, or signature: the SHA-256 of application, scheme and mark, and of the one request it is
-- good for where a mark may be shown again for the same request.
CREATE TABLE cs_nonce (
  id         BYTEA NOT NULL,
  keep_until BIGINT NOT NULL,
  request    BYTEA,
  CONSTRAINT cs_nonce_pk PRIMARY KEY (id)
);
CREATE INDEX cs_nonce_keep_ix ON cs_nonce (keep_until);

-- Changes made through management, and calls refused to known applications. No secret, no signature. No foreign key:
-- history outlives what it tells of.
CREATE TABLE cs_audit (
  id             VARCHAR(32) COLLATE "C"  NOT NULL,
  kind           VARCHAR(16)  NOT NULL,
  happened_at    BIGINT       NOT NULL,
  actor          VARCHAR(200),
  account_id     VARCHAR(32) COLLATE "C",
  action         VARCHAR(64),
  object_type    VARCHAR(32),
  object_id      VARCHAR(64) COLLATE "C",
  before_change  VARCHAR(4000),
  after_change   VARCHAR(4000),
  application_id VARCHAR(32) COLLATE "C",
  environment    VARCHAR(64),
  request_id     VARCHAR(64) COLLATE "C",
  reason         VARCHAR(64),
  explanation    VARCHAR(1000),
  method         VARCHAR(64),
  path           VARCHAR(1000),
  CONSTRAINT cs_audit_pk PRIMARY KEY (id),
  CONSTRAINT cs_audit_kind_ck CHECK (kind IN ('change', 'refusal'))
);
CREATE INDEX cs_audit_kind_ix ON cs_audit (kind, happened_at);
CREATE INDEX cs_audit_application_ix ON cs_audit (application_id, happened_at);
CREATE INDEX cs_audit_account_ix ON cs_audit (account_id, happened_at);
CREATE INDEX cs_audit_object_ix ON cs_audit (object_id, happened_at);
CREATE INDEX cs_audit_request_ix ON cs_audit (request_id);

-- The change feed. A revision is one committed transaction; its mark is random, so that a node notices when a restored
-- database tells another story under the same number.
CREATE TABLE cs_change (
  revision    BIGINT      NOT NULL,
  ordinal     INTEGER     NOT NULL,
  mark        VARCHAR(32) COLLATE "C" NOT NULL,
  happened_at BIGINT      NOT NULL,
  scope       VARCHAR(16) NOT NULL,
  object_id   VARCHAR(32) COLLATE "C",
  CONSTRAINT cs_change_pk PRIMARY KEY (revision, ordinal),
  CONSTRAINT cs_change_scope_ck CHECK (scope IN ('application', 'catalogue', 'all'))
);

-- One row. Whoever takes the next revision holds it until the commit, so revisions are committed in order.
CREATE TABLE cs_revision (
  id       SMALLINT NOT NULL,
  revision BIGINT   NOT NULL,
  CONSTRAINT cs_revision_pk PRIMARY KEY (id),
  CONSTRAINT cs_revision_single_ck CHECK (id = 1)
);

INSERT INTO cs_revision (id, revision) VALUES (1, 0);
INSERT INTO cs_change (revision, ordinal, mark, happened_at, scope, object_id)
  VALUES (0, 0, '00000000000000000000000000000000', 0, 'all', NULL);

INSERT INTO cs_account (id, name, created_at, version) VALUES ('00000000000000000000000000000001', 'default', 0, 1);

INSERT INTO cs_environment (id, name, description, created_at, version)
  VALUES ('00000000000000000000000000000011', 'release', 'Production', 0, 1);
INSERT INTO cs_environment (id, name, description, created_at, version)
  VALUES ('00000000000000000000000000000012', 'prepub', 'Rehearsal before a release', 0, 1);
INSERT INTO cs_environment (id, name, description, created_at, version)
  VALUES ('00000000000000000000000000000013', 'test', 'Tests', 0, 1);
