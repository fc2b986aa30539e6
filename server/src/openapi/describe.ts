/** A part of the description. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One of the shapes, by its name. */
export const reference = (name: string): JsonObject => ({$ref: `#/components/schemas/${name}`});

/** An answer, with the shape of its body where it has one. */
export const answer = (description: string, type: string, of?: JsonObject): JsonObject => ({description, content: {[type]: of === undefined ? {} : {schema: of}}});

/** An answer that says what is wrong. */
export const refused = (description: string): JsonObject => answer(description, 'application/problem+json', reference('Problem'));

/** An answer that is a page. */
export const html = (description: string): JsonObject => answer(description, 'text/html');

/** Which petition, in the path. */
export const PETITION_ID = {name: 'id', in: 'path', required: true, description: 'The petition.', schema: {type: 'string'}};

/** In which language, in the query. */
export const LANGUAGE = {name: 'lang', in: 'query', required: false, description: 'The language wanted, as BCP 47 writes it. One that the petition lacks is answered in its own.', schema: {type: 'string'}};

/** The answer where there is no such petition. */
export const NO_PETITION = refused('`not-found`: there is no such petition.');

/** The answer to whoever has it already. */
export const NOT_MODIFIED = {description: 'The copy that `If-None-Match` names is still the newest.'};

/** What may stand in the query. */
export const parameter = (name: string, description: string, type = 'string'): JsonObject => ({name, in: 'query', required: false, description, schema: {type}});
