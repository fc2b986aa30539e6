import type {AdapterSettings} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';

/** The part of Standard Schema v1 (standardschema.dev) that settings need; zod's and valibot's schemas have it. */
export interface SettingsSchema {
  readonly '~standard': {
    readonly version: 1;
    validate(value: unknown): SettingsResult | Promise<SettingsResult>;
  };
}

type SettingsResult =
  | {readonly value: unknown; readonly issues?: undefined}
  | {readonly issues: readonly SettingsIssue[]};

interface SettingsIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | {readonly key: PropertyKey})[] | undefined;
  /** What zod adds for an object that may have no further members: the members that it may not have. */
  readonly keys?: readonly string[];
}

/** Where a setting was written, for the sentence that says what to change. */
export type SettingPlace = (setting: string) => string;

/**
 * Checks what a page or a document tells an adapter.
 *
 * @throws {BackendError} `configuration`, naming the attribute or path to change.
 */
export const checkSettings = async (adapter: string, schema: SettingsSchema | undefined, settings: AdapterSettings, place: SettingPlace): Promise<AdapterSettings> => {
  if (schema === undefined) {
    const [unknown] = Object.keys(settings);
    if (unknown === undefined) return settings;
    throw new BackendError('configuration', `The adapter "${adapter}" takes no settings: remove ${place(unknown)}.`, {issues: [{path: unknown, reason: 'unknown setting'}]});
  }
  const result = await schema['~standard'].validate(settings);
  if (!result.issues) return result.value as AdapterSettings;
  const issues = result.issues.flatMap(({message, path = [], keys = ['']}) => keys.map((key) => ({
    path: [...path.map((step) => String(typeof step === 'object' ? step.key : step)), ...(key === '' ? [] : [key])].join('.'),
    reason: message,
  })));
  const named = issues.map((issue) => `${issue.path === '' ? 'its settings' : place(issue.path)} (${issue.reason})`).join(', ');
  throw new BackendError('configuration', `The adapter "${adapter}" cannot use ${named}.`, {issues});
};
