import type {Page, Rule} from './page.js';
import type {Problem} from './problem.js';
import {addressRule} from './rules/addresses.js';
import {integrityRule} from './rules/integrity.js';
import {pastingRule} from './rules/pasting.js';
import {policyRule} from './rules/policy.js';
import {scriptRule} from './rules/scripts.js';

const RULES: readonly Rule[] = [pastingRule, scriptRule, integrityRule, addressRule, policyRule];

/** What would stop a widget on a page, worst first, each with what to do. */
export const diagnose = (page: Page): Problem[] =>
  RULES.flatMap((rule) => rule(page)).sort((a, b) => Number(a.severity === 'harms') - Number(b.severity === 'harms'));
