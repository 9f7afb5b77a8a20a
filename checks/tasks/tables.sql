-- A shop's tables, in other words and types than those of the built-in datasets, and rows of every kind, good and bad.
-- What a session says of how values are written must not reach a dataset.
ALTER DATABASE postgres SET "TimeZone" = 'Asia/Kathmandu';
ALTER DATABASE postgres SET "DateStyle" = 'German';
ALTER DATABASE postgres SET "IntervalStyle" = 'postgres_verbose';
ALTER DATABASE postgres SET bytea_output = 'escape';
ALTER DATABASE postgres SET extra_float_digits = -3;

CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('bad', 'fair', 'good');
CREATE DOMAIN shop.points AS numeric(3, 1) CHECK (value BETWEEN 0 AND 5);
CREATE TYPE shop.turn AS (chat text, number integer);

-- Rows above 400 repeat the text of another one, and some of them its mood; their further columns are the same.
CREATE TABLE shop.reviews AS
SELECT
  i::bigint AS id,
  CASE
    WHEN i IN (7, 8) THEN NULL
    WHEN i = 9 THEN E' \n <br> https://shop.example/a?b=1 '
    WHEN i % 5 = 0 THEN E'  Bought <b>number ' || n || E'</b>\nsee https://shop.example/' || n || E'  it was\u001fwhat \U0001F600 I\u00e2\u2028expected '
    ELSE 'Review ' || n || ' of the ' || (ARRAY['kettle', 'lamp', 'chair', 'radio'])[1 + n % 4] || repeat(' ', i / 401) || '.'
  END AS "Body Text",
  CASE WHEN i % 29 = 0 THEN NULL ELSE (ARRAY['bad', 'fair', 'good'])[1 + (n + (i = ANY (ARRAY[430, 433, 436, 439]))::integer) % 3]::shop.mood END AS sentiment,
  'fair'::shop.mood AS guessed,
  CASE
    WHEN n % 31 = 0 THEN NULL
    WHEN n % 30 = 0 THEN ARRAY['price', NULL]
    WHEN n % 37 = 0 THEN ARRAY['price', 'weather']
    WHEN n % 41 = 0 THEN ARRAY[ARRAY['price'], ARRAY['quality']]
    WHEN n % 4 = 0 THEN '{}'
    WHEN n % 3 = 0 THEN CASE WHEN i > 400 THEN ARRAY['quality', 'price', ' price '] ELSE ARRAY['price', 'quality'] END
    ELSE ARRAY[(ARRAY['price', 'quality', 'delivery'])[1 + n % 3]]
  END AS topics,
  CASE WHEN n % 23 = 0 THEN NULL ELSE ((n * 7) % 51 / 10.0)::shop.points END AS points,
  CASE WHEN n % 11 = 0 THEN NULL ELSE 'Customer ' || n % 60 END AS customer,
  CASE WHEN i % 40 = 39 THEN 'waiting' WHEN i % 3 < 2 THEN 'corrected' ELSE 'untouched' END AS state,
  CASE n % 3 WHEN 0 THEN true WHEN 1 THEN false END AS is_verified,
  (n % 100 - 50)::smallint AS helpful,
  -n AS place,
  9007199254740993 + n AS views,
  (CASE n % 50 WHEN 1 THEN 'NaN' WHEN 2 THEN 'Infinity' WHEN 3 THEN '-0' ELSE (n / 7.0)::text END)::real AS weight,
  (CASE n % 50 WHEN 4 THEN 'NaN' WHEN 5 THEN '-Infinity' ELSE (n / 3.0)::text END)::double precision AS share,
  (CASE n % 50 WHEN 6 THEN 'NaN' ELSE (n * 1.10)::text END)::numeric AS price,
  CASE
    WHEN n % 53 = 0 THEN ARRAY[ARRAY['a'], ARRAY['b']]
    WHEN n % 4 = 0 THEN NULL
    WHEN n % 4 = 1 THEN '{}'
    WHEN n % 4 = 2 THEN ARRAY['a "b"', NULL, E'c\n,']
    ELSE ARRAY['é']
  END AS tags,
  ARRAY[n, NULL, -1] AS numbers,
  ARRAY[(n * 1.10)::numeric, NULL] AS prices,
  CASE n % 61 WHEN 5 THEN 'infinity' ELSE timestamp '1969-12-30 23:59:59.999999' + n * interval '1 hour' END AS seen_local,
  date '2024-02-27' + n AS day,
  timestamptz '2024-03-10 23:59:59.5+00' + n * interval '7 hours' AS seen_at,
  time '23:59:59' - n * interval '1 minute' AS at,
  n * interval '1 day 1 hour' AS span,
  ('{"b": ' || n || ',  "a":[1,"x\\u0000"]}')::json AS details,
  jsonb_build_object('n', n, 'nested', jsonb_build_object('ü', NULL)) AS facts,
  md5('review ' || n)::uuid AS token,
  decode(md5(n::text), 'hex') AS raw,
  CASE n % 2 WHEN 0 THEN 'ab' ELSE 'x' END::char(6) AS code,
  ROW('c' || n, n)::shop.turn AS turn,
  NULL::text AS nothing
FROM (SELECT i, CASE WHEN i > 400 THEN i - 400 ELSE i END AS n FROM generate_series(1, 520) AS i) AS numbered;

CREATE TABLE shop.tickets AS
SELECT
  md5('ticket ' || i)::uuid AS "ticket id",
  'Ticket ' || i / 2 || ' about ' || (ARRAY['login', 'invoice', 'delivery'])[1 + i % 3] AS subject,
  CASE WHEN i % 43 = 0 THEN '<p> </p>' ELSE 'Other ' || i / 2 || E'\u001f' || i % 3 END AS "Other Subject",
  CASE WHEN i % 19 = 0 THEN 'maybe' WHEN i % 17 = 0 THEN NULL ELSE (ARRAY['same', 'different'])[1 + i % 2] END AS verdict,
  CASE i % 20 WHEN 1 THEN 'NaN' WHEN 2 THEN 'Infinity' WHEN 3 THEN NULL WHEN 4 THEN 1e300 ELSE (i % 13) / 13.0 END::double precision AS closeness,
  i % 4 <> 0 AS is_checked,
  i AS "order"
FROM generate_series(1, 600) AS i;

CREATE TABLE shop.chats AS
SELECT
  'chat/' || i AS id,
  i AS number,
  CASE
    WHEN i % 47 = 0 THEN '[]'
    WHEN i % 46 = 0 THEN '{"role": "user", "content": "no list"}'
    WHEN i % 45 = 0 THEN '[{"role": "user", "content": [{"type": "text", "text": "a block"}]}]'
    WHEN i % 44 = 0 THEN '[{"role": "user", "content": "call"}, {"role": "assistant", "content": null, "tool_calls": []}]'
    WHEN i % 42 = 0 THEN NULL
    ELSE jsonb_build_array(
      jsonb_build_object('role', 'system', 'content', 'Be kind.'),
      jsonb_build_object('role', 'user', 'content', E'Question \u001f' || i / 2 || E'\n  ?', 'id', i),
      jsonb_build_object('content', 'Answer <b>' || i / 2 || '</b> https://shop.example', 'role', 'assistant', 'model', 'm' || i)
    )
  END::jsonb AS history,
  -- Some requests look alike and are other bytes, and some people prefer the other answer.
  E'  Say\u001f' || i / 2 || CASE WHEN i % 4 = 1 THEN E' in\r\n\r\n  \u200b  verse\u00ad  ' ELSE E' in\n\n    verse  ' END AS request,
  CASE
    WHEN i % 39 = 0 THEN E' \u001f '
    WHEN i % 10 = 5 AND i % 38 <> 0 THEN 'Prose ' || i / 2 % 7
    ELSE 'Verse ' || i / 2 % 100 || E'\nsecond <line>'
  END AS better,
  CASE
    WHEN i % 38 = 0 THEN NULL
    WHEN i % 10 = 5 AND i % 39 <> 0 THEN 'Verse ' || i / 2 % 100 || E'\nsecond <line>'
    ELSE 'Prose ' || i / 2 % 7
  END AS worse,
  CASE i % 22 WHEN 0 THEN NULL WHEN 1 THEN i / 2 % 2 <> 0 ELSE i / 2 % 2 = 0 END AS liked,
  CASE i % 6 WHEN 0 THEN NULL ELSE 'user ' || i % 90 END AS "user"
FROM generate_series(1, 700) AS i;

-- Letters in several scripts. Offsets count characters, or the units of UTF-16 in every seventh one, and the first span of a
-- letter names its text. Letters that divide by 11 were not read, and by 5 name nobody; from 570 on their spans are bad.
CREATE TABLE shop.letters AS
SELECT number AS id, head || who || mid || place || tail || number AS text,
  CASE
    WHEN number % 11 = 0 THEN NULL
    WHEN number % 5 = 0 THEN '[]'
    WHEN number = 571 THEN jsonb_build_array(jsonb_build_object('start', 0, 'end', 999, 'label', 'person'))
    WHEN number = 574 THEN jsonb_build_array(jsonb_build_object('start', 4, 'end', 2, 'label', 'person'))
    WHEN number = 577 THEN jsonb_build_array(jsonb_build_object('start', 0, 'end', 4, 'label', 'animal'))
    WHEN number = 578 THEN jsonb_build_array(jsonb_build_object('start', 0, 'end', 4, 'label', 'person', 'text', 'Nobody'))
    WHEN number = 579 THEN '{}'
    ELSE jsonb_build_array(
      jsonb_build_object('start', n + h, 'end', n + h + w, 'label', 'person', 'text', who),
      jsonb_build_object('start', n + h + w + m, 'end', n + h + w + m + p - cut, 'label', 'place'))
  END AS spans
FROM generate_series(1, 600) AS number,
  LATERAL (SELECT
    (ARRAY['Dear ', U&'\+01F600  ', '', U&'\092A\094D\0930\093F\092F '])[1 + number % 4] AS head,
    (ARRAY['Ada Lovelace', 'Eve', U&'\0930\093E\092E', U&'\5F20\4F1F', U&'\0E19\0E49\0E33'])[1 + number % 5] AS who,
    (ARRAY[' went to ', ', ', U&'\5728'])[1 + number % 3] AS mid,
    (ARRAY['Paris', U&'\6771\4EAC\30BF\30EF\30FC', U&'\0915\093E\0920\092E\093E\0921\094C\0901'])[1 + number % 3] AS place,
    (ARRAY[' in ', '. ', U&' \+01F44D\+01F3FD '])[1 + number % 3] AS tail) AS parts,
  LATERAL (SELECT char_length(head) AS h, char_length(who) AS w, char_length(mid) AS m, char_length(place) AS p,
    CASE WHEN number % 7 = 0 AND number % 4 = 1 THEN 1 ELSE 0 END AS n,
    CASE WHEN number % 13 = 0 THEN 1 ELSE 0 END AS cut) AS lengths;
