BEGIN TRANSACTION;
CREATE TABLE articles (
	id VARCHAR NOT NULL, 
	origin TEXT, 
	current INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "articles" VALUES('457ce5021b0903e2',NULL,2);
INSERT INTO "articles" VALUES('1233082268304c8d',NULL,1);
INSERT INTO "articles" VALUES('e13fe07b746a269d',NULL,1);
CREATE TABLE facts (
	name VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "facts" VALUES('schema','1');
INSERT INTO "facts" VALUES('embedding','{"name": "hash", "fingerprint": "hash-hash-64", "dimension": 64, "query_prompt": "", "document_prompt": "", "languages": []}');
INSERT INTO "facts" VALUES('vector_folder','vectors-1');
INSERT INTO "facts" VALUES('generation','2');
CREATE TABLE passages (
	"row" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	article_id VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text_hash BLOB NOT NULL
);
INSERT INTO "passages" VALUES(1,'457ce5021b0903e2',1,0,0,189,X'6A04E86A5282F379C0B70E9CF80E9317');
INSERT INTO "passages" VALUES(2,'1233082268304c8d',1,0,0,198,X'C0AF243B04EC2D26C559CA29D21B43B1');
INSERT INTO "passages" VALUES(3,'e13fe07b746a269d',1,0,0,106,X'F72D7FBE3DB5033D7C7229903F16614A');
INSERT INTO "passages" VALUES(4,'457ce5021b0903e2',2,0,0,191,X'8E99DA384F4881CED3A8812127EF3C43');
CREATE TABLE pending (
	article_id VARCHAR NOT NULL, 
	settled BOOLEAN NOT NULL, 
	PRIMARY KEY (article_id)
);
CREATE TABLE vectors (
	text_hash BLOB NOT NULL, 
	model VARCHAR NOT NULL, 
	vector BLOB NOT NULL, 
	PRIMARY KEY (text_hash, model)
)
 WITHOUT ROWID

;
INSERT INTO "vectors" VALUES(X'6A04E86A5282F379C0B70E9CF80E9317','hash-hash-64',X'BA2CAE2C00000000AE300000AE30AE2C0000053300000000AE2C000000000000AE3000000000AE2C00000000AE2CAE30AE2C0000000000000000AE2C00000533AE2CAE300000DA35AE2C00000000AE2CAE2C0533AE30AE30AE30AE3400000000DA35AE30AE2C00000000AE2CAE2CAE2C0533AE30053300000000AE34AE300000');
INSERT INTO "vectors" VALUES(X'8E99DA384F4881CED3A8812127EF3C43','hash-hash-64',X'9B2C8F2C00000000D73200008F308F2C0000D732000000008F2C0000000000008F30000000008F2C000000008F2C8F308F2C00000000000000008F2C00008F348F2CD7320000B3358F2C000000008F2C8F2CD7328F308F308F30D73200000000B3358F308F2C000000008F2C8F2C8F2CD7328F30D732000000008F348F300000');
INSERT INTO "vectors" VALUES(X'C0AF243B04EC2D26C559CA29D21B43B1','hash-hash-64',X'B72CAB3400000000AB30003300000000AB2CAB2C0000AB30AB3000000000AB30AB2CAB2CAB2C0033AB2CAB2C0000AB300000AB2CD635AB2CAB30AB34AB30AB34AB2CAB300000AB30AB2CAB30AB30AB2C0000AB300000AB3000000000AB30AB2CAB2CAB2CAB2C0033AB30AB2CAB2C0000AB2CAB30AB2CAB2C00000000AB2CAB2C');
INSERT INTO "vectors" VALUES(X'F72D7FBE3DB5033D7C7229903F16614A','hash-hash-64',X'5B30503050300000503000000000000000000000503000005030000000000000000050305034503000005034000000000000503050345030503000005030000050300000000000000000503400005030503450300000000050305034000000005030000000005030503050305030503050305034000000000000000050340000');
CREATE TABLE versions (
	article_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	content_hash VARCHAR NOT NULL, 
	record_hash VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	url TEXT, 
	"key" TEXT, 
	source TEXT NOT NULL, 
	source_key TEXT NOT NULL, 
	language VARCHAR NOT NULL, 
	authors TEXT NOT NULL, 
	section TEXT, 
	published BIGINT, 
	published_precision VARCHAR, 
	published_provenance VARCHAR, 
	updated BIGINT, 
	updated_precision VARCHAR, 
	updated_provenance VARCHAR, 
	fetched BIGINT, 
	fetched_precision VARCHAR, 
	fetched_provenance VARCHAR, 
	mentioned TEXT NOT NULL, 
	metadata TEXT NOT NULL, 
	added BIGINT NOT NULL, 
	valid_from BIGINT, 
	valid_to BIGINT, 
	PRIMARY KEY (article_id, number)
);
INSERT INTO "versions" VALUES('457ce5021b0903e2',1,'c2bde07bb69ddaac83d8e3a0e2ac25c70a7ef3a883a4d9aae854868e6a768abd','663ba0e4acdb8035d8b4b29e4ba2109cccc3091d69fd373cd4e41b3193a7402f','Harbour Bridge closed','The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon. Mayor Ingrid Solberg said 14,000 drivers use the bridge every day. Repairs will take nine weeks.','https://courier.example.org/bridge',NULL,'The Harbour Courier','the harbour courier','en','[]',NULL,1741564800,'day','json-ld',NULL,NULL,NULL,NULL,NULL,NULL,'[]','{}',1795639881,1741564800,1741737600);
INSERT INTO "versions" VALUES('1233082268304c8d',1,'1dbaa58ce7b3492aaf22a877bb21ca9a02d06861a030657ebe681e6ed2fef90d','3f9088ad2ba89b87da0573835a6919cc87dc36aa6476e52bc68dd919b43ebf97','Gespräche in Riad','Die Regierung hat die Gespräche vorbereitet. Mit der Leitung der US-Delegation beauftragte das Weiße Haus Marco Rubio, John Ratcliffe, Mike Waltz und Steve Witkoff. Ein Termin steht noch nicht fest.','https://hafenblatt.example.org/riad',NULL,'Hafenblatt','hafenblatt','de','[]',NULL,1739404800,'day','byline',NULL,NULL,NULL,NULL,NULL,NULL,'[]','{}',1795639881,1739404800,NULL);
INSERT INTO "versions" VALUES('e13fe07b746a269d',1,'340b95deea86f3648962eec117c8d249a9f7f80b63e2fae1410e4c9bf3e89906','66cccf9232565aa38abbcf8432e13c846455c0aa522fbfb9866e9efc9876db42','Festival programme','The summer festival opens in August with an orchestra from Lisbon. Tickets cost 35 euros at the town hall.',NULL,'festival-1','Town Gazette','town gazette','en','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]','{}',1795639881,NULL,NULL);
INSERT INTO "versions" VALUES('457ce5021b0903e2',2,'fb62a127ec78cb56f903bb44948127a1b92377b9610510af49a37c9f0ff191a0','93c9d60062c620e2d47915a84b23dbcf4d89be877cda05f653a16e5a2c2d02a0','Harbour Bridge closed','The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon. Mayor Ingrid Solberg said 14,000 drivers use the bridge every day. Repairs will take eleven weeks.','https://courier.example.org/bridge',NULL,'The Harbour Courier','the harbour courier','en','[]',NULL,1741564800,'day','json-ld',1741737600,'day','json-ld',NULL,NULL,NULL,'[]','{}',1795639882,1741737600,NULL);
CREATE INDEX articles_by_origin ON articles (origin);
CREATE INDEX versions_by_publication ON versions (published);
CREATE INDEX versions_by_content ON versions (content_hash);
CREATE INDEX versions_by_facts ON versions (article_id, number, source_key, language, published, valid_from, valid_to);
CREATE UNIQUE INDEX passages_by_version ON passages (article_id, version, number);
CREATE INDEX passages_by_text ON passages (text_hash);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('passages',4);
COMMIT;
