import { describeFile } from '../src/config/describe-file.ts';
import type { Cases, Description, Field, Mapping, Scalar } from '../src/config/description.ts';
import { parameterFields, presetNames, readPreset } from '../src/config/presets.ts';
import { SQL, STATEMENT_FILE } from '../src/config/texts.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema of the file that declares datasets, of draft 7, which YAML's language server knows best. */
export function configSchema(presetsFolder: string): JsonSchema {
  const description = describeFile({
    presets: presetNames(presetsFolder),
    presetFields: (name) => parameterFields(readPreset(presetsFolder, name)),
    hasRepos: true,
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/sambodhan/prepare-dataset/v1/config.schema.json',
    title: 'Config file of prepare-dataset',
    description: 'Declares the datasets that the action prepare-dataset publishes.',
    ...schemaOf(description),
  };
}

function schemaOf(description: Description): JsonSchema {
  switch (description.kind) {
    case 'statement':
      return {
        type: ['string', 'object'],
        if: { type: 'object' },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: mappingSchema(STATEMENT_FILE),
        else: scalarSchema(SQL),
      };
    case 'list': {
      const { of, least, most } = description;
      return { type: 'array', items: scalarSchema(of), minItems: least, maxItems: most, uniqueItems: true };
    }
    case 'wordOrList':
      return { anyOf: [scalarSchema(description.word), schemaOf(description.list)] };
    case 'named': {
      const { names, of } = description;
      const propertyNames = scalarSchema(names);
      return { type: 'object', minProperties: 1, propertyNames, additionalProperties: schemaOf(of) };
    }
    case 'mapping':
      return mappingSchema(description);
    case 'cases':
      return casesSchema(description);
    default:
      return scalarSchema(description);
  }
}

function scalarSchema(description: Scalar): JsonSchema {
  switch (description.kind) {
    case 'text': {
      const { pattern, longest, rule } = description;
      const length = longest === undefined ? {} : { maxLength: longest };
      return { type: 'string', pattern: pattern.source, ...length, patternErrorMessage: `Must be ${rule}.` };
    }
    case 'choice':
      return { enum: description.values };
    case 'number': {
      const { least, most, isWhole } = description;
      return { type: isWhole ? 'integer' : 'number', minimum: least, maximum: most };
    }
    case 'flag':
      return { type: 'boolean' };
    case 'constant':
      return { const: description.value };
  }
}

function mappingSchema({ fields }: Mapping): JsonSchema {
  const entries = fieldEntries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, field]) => [key, fieldSchema(field)])),
    required: entries.filter(([, { isRequired }]) => isRequired).map(([key]) => key),
    additionalProperties: false,
  };
}

/** What all cases have in common is said once; each case says the rest, and which keys it knows. */
function casesSchema({ by, choices, of, without }: Cases): JsonSchema {
  const cases = choices.map((choice) => ({ choice, entries: fieldEntries(of(choice).fields) }));
  const texts = cases.map(({ entries }) => new Map(entries.map(([key, field]) => [key, textOf(field)])));
  const isCommon = (key: string) => texts.every((text) => text.get(key) === texts[0].get(key));
  const common = (cases[0]?.entries ?? []).filter(([key]) => isCommon(key));
  const conditions = cases.map(({ choice, entries }) => ({
    if: { properties: { [by]: { const: choice } }, required: [by] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: Object.fromEntries(
        entries.filter(([key]) => !isCommon(key)).map(([key, field]) => [key, fieldSchema(field)]),
      ),
      required: entries.filter(([, { isRequired }]) => isRequired).map(([key]) => key),
      propertyNames: { enum: entries.map(([key]) => key) },
    },
  }));
  return {
    type: 'object',
    properties: Object.fromEntries(common.map(([key, field]) => [key, fieldSchema(field)])),
    ...(without === null ? { required: [by] } : {}),
    allOf: [
      ...conditions,
      ...(without === null ? [] : [{ if: { required: [by] }, else: mappingSchema(without) }]),
    ],
  };
}

function fieldEntries(fields: Mapping['fields']): [string, Field][] {
  return Object.entries(fields).flatMap(([key, field]): [string, Field][] =>
    field === undefined ? [] : [[key, field]],
  );
}

function fieldSchema({ is, about }: Field): JsonSchema {
  return { description: `${about.charAt(0).toUpperCase()}${about.slice(1)}.`, ...schemaOf(is) };
}

function textOf(field: Field): string {
  return JSON.stringify(fieldSchema(field));
}
