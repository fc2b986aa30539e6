import * as z from 'zod/mini';
import {LinkAddress, line, lines} from './primitives.js';

/** A run of text inside a paragraph, with at most one meaning added to it. */
export const Span = z.object({
  text: line(5000),
  /** Where the run leads when it is a link. */
  href: z.optional(LinkAddress),
  /** The run matters more than its surroundings. */
  strong: z.optional(z.boolean()),
});
export type Span = z.infer<typeof Span>;

/**
 * The text of one paragraph: a plain string, or spans where some of it is a link or stands out.
 *
 * @example 'Sign now.'
 * @example [{text: 'Read the '}, {text: 'privacy notice', href: 'https://example.org/privacy'}, {text: '.'}]
 */
export const Text = z.union([line(5000), z.array(Span).check(z.maxLength(200))]);
export type Text = z.infer<typeof Text>;

/**
 * One block of a letter or an update. Blocks instead of HTML: there is no markup to clean, so none can attack the page.
 *
 * @example {type: 'paragraph', text: 'We call on you to act.'}
 * @example {type: 'list', items: ['Visas', 'Travel documents']}
 */
export const Block = z.union([
  z.object({type: z.literal('heading'), text: Text}),
  z.object({type: z.literal('paragraph'), text: Text}),
  z.object({type: z.literal('list'), ordered: z.optional(z.boolean()), items: z.array(Text).check(z.minLength(1), z.maxLength(200))}),
  z.object({type: z.literal('quote'), text: Text, source: z.optional(lines(500))}),
]);
export type Block = z.infer<typeof Block>;

/** The words of a text without their meaning: for a title attribute, a consent's fingerprint, a plain-text e-mail. */
export const plainText = (text: Text): string => (typeof text === 'string' ? text : text.map((span) => span.text).join(''));
