import type {Issue} from 'sphere-petition/contract';
import * as z from 'zod/mini';

type Schema = z.core.JSONSchema.BaseSchema | boolean | undefined;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const join = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

const inObject = (value: object, {properties = {}, additionalProperties}: z.core.JSONSchema.BaseSchema, path: string): Issue[] =>
  Object.entries(value).flatMap(([name, member]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return known === undefined || known === false ? [{path: join(path, name), reason: 'unknown member'}] : inside(member, known, join(path, name));
  });

const inside = (value: unknown, schema: Schema, path: string): Issue[] => {
  if (schema === undefined || typeof schema === 'boolean') return [];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    // What the value was meant to be is what it comes nearest to.
    const readings = choices.filter((choice) => fits(value, choice)).map((choice) => inside(value, choice, path));
    return readings.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  if (Array.isArray(value)) {
    const {items} = schema;
    return Array.isArray(items) ? [] : value.flatMap((item, index) => inside(item, items, join(path, index)));
  }
  return isObject(value) && schema.type === 'object' ? inObject(value, schema, path) : [];
};

/** Whether a value is of a choice's kind, and of its `type` where the choices differ in one. */
const fits = (value: unknown, choice: Schema): boolean => {
  if (choice === undefined || typeof choice === 'boolean') return true;
  if (!isObject(value)) return Array.isArray(value) === (choice.type === 'array');
  const kind = choice.properties?.['type'];
  return choice.type === 'object' && (typeof kind !== 'object' || kind.const === undefined || ('type' in value && value.type === kind.const));
};

/**
 * The members that a schema has no place for, at any depth: the contract ignores them in documents that are read, but whoever writes
 * a `requried` wants to know. Works on a value that has other mistakes too.
 */
export const unknownMembers = (schema: z.ZodMiniType): ((value: unknown) => Issue[]) => {
  const described = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'});
  return (value) => inside(value, described, '');
};
