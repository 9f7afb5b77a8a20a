-- The role the action reads with, and all the rights it needs. Run by a superuser or the owner of the tables:
--   psql --set=password='…' --file=reader-role.sql <database>
CREATE ROLE dataset_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 5 PASSWORD :'password';
ALTER ROLE dataset_reader SET default_transaction_read_only = on;
SELECT current_database() AS database, current_schema() AS schema \gset
GRANT CONNECT ON DATABASE :"database" TO dataset_reader;
GRANT USAGE ON SCHEMA :"schema" TO dataset_reader;
GRANT SELECT (id, message, department, urgency) ON complaints TO dataset_reader;
GRANT SELECT (complaint_id, reviewed, model_predicted_department, correct_department, model_predicted_urgency,
              correct_urgency) ON misclassified_complaints TO dataset_reader;
