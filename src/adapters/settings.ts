import * as z from 'zod/mini';

/**
 * The schema of an adapter's settings: the given ones and no other, so that a misspelt attribute is named and not passed over.
 *
 * @example export const settings = adapterSettings({count: z.optional(wholeNumber)});
 */
export const adapterSettings = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape, {error: 'unknown setting'});

const EXPECTED = {error: 'expected a whole number from 0 up'};

/** A whole number from 0 up, as a number or as an attribute spells it, in at most 15 digits: `12`, `"12"`. `Number()` makes one of either. */
export const wholeNumber = z.union([z.int(EXPECTED).check(z.minimum(0, EXPECTED)), z.string(EXPECTED).check(z.regex(/^\d{1,15}$/, EXPECTED))], EXPECTED);
