import {createServer, type IncomingMessage} from 'node:http';
import {text} from 'node:stream/consumers';

type Json = Readonly<Record<string, unknown>>;

/** What a server answers with: `application/hal+json`, as every example of the specification. */
interface Answered {
  readonly status: number;
  readonly body?: Json;
}

/** A server that speaks OSDI: see {@link serveOsdi}. */
export interface OsdiServer {
  /** Where the API begins (aep.md). */
  readonly entry: string;
  /** Opens what only the organisation may read. */
  readonly token: string;
  /** What was asked with, in order. */
  readonly asked: readonly {readonly path: string; readonly headers: IncomingMessage['headers']}[];
  /** Whom it knows, by their addresses, as they came. */
  readonly people: ReadonlyMap<string, Json>;
  /** How many signatures, or attendances, a resource has. */
  total(path: string): number;
  close(): Promise<void>;
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

// eslint-disable-next-line no-control-regex -- what it refuses
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
/** People of OSDI as they may come (people.md, Person Fields). */
const MEMBERS = ['identifiers', 'family_name', 'given_name', 'additional_name', 'origin_system', 'email_addresses', 'postal_addresses', 'phone_numbers', 'languages_spoken', 'preferred_language', 'gender', 'custom_fields'];

/** The properties that are wrong with a person. */
const faultsIn = (person: Json): string[] => [
  ...listOf(person['email_addresses']).flatMap(({address}, index) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(address)) ? [] : [`email_addresses[${index}].address`])),
  ...(listOf(person['email_addresses']).length + listOf(person['phone_numbers']).length === 0 ? ['email_addresses'] : []),
  ...['given_name', 'family_name'].filter((name) => name in person && (typeof person[name] !== 'string' || CONTROL.test(person[name]) || person[name].length > 200)),
  ...Object.keys(person).filter((name) => !MEMBERS.includes(name)),
];

/** What an action is said of besides the person (record_signature.md, record_attendance.md: Fields, Helper Action Functions). */
const COMMON = ['person', 'identifiers', 'origin_system', 'action_date', 'referrer_data', 'add_tags', 'add_lists', 'triggers'];
const OWN: Readonly<Record<string, readonly string[]>> = {petitions: ['comments'], events: ['comment', 'status', 'attended']};

/** errors.md, Scenarios, Atomic Request: the request as a whole was refused. */
const atomicError = (properties: readonly string[]): Answered => ({
  status: 400,
  body: {'osdi:error': {request_type: 'atomic', response_code: 400, resource_status: [{resource: 'osdi:person', response_code: 400, error_descriptions: [{error_code: 'INVALID', description: 'It is not valid.', properties}]}]}},
});

/** errors.md, Scenarios, Non-Atomic Request: the person was taken and the tag was not. That example calls its members otherwise. */
const tagError = (): Answered => ({
  status: 400,
  body: {'osdi:error': {request_type: 'non-atomic', response_code: 400, resource_status: [{resource: 'osdi:person', response_code: 201}, {resource: 'osdi:tagging', response_code: 400, errors: [{code: 'TAG_NAME_DOES_NOT_EXIST', description: 'A tag does not exist.', properties: ['add_tags']}]}]}},
});

/** Its petition and its event. */
const RESOURCES = ['petitions/c945d6fe', 'events/d32fcdd6'];
const TAG = 'volunteer';

/**
 * A server written for tests from the OSDI specification 1.2 (https://opensupporter.github.io/osdi-docs/, file and section named at each shape): an entry
 * point, one petition, one event, and helpers that may be written to without a key. Where the specification leaves it to "that system's documentation",
 * this one matches people by their e-mail address, and takes one signature a person.
 */
export const serveOsdi = async (): Promise<OsdiServer> => {
  const token = 'an-api-token';
  const asked: {path: string; headers: IncomingMessage['headers']}[] = [];
  const people = new Map<string, Json>();
  const takers = new Map(RESOURCES.map((path) => [path, new Set<string>()]));
  let base = '';
  const link = (path: string) => ({href: `${base}/${path}`});

  /** petitions.md, Scenario: Retrieving an individual Petition resource; events.md likewise. The helper's address is nowhere but under `_links`. */
  const resource = (path: string): Json => {
    const total = takers.get(path)?.size ?? 0;
    return path.startsWith('petitions')
      ? {title: 'Tell Acme', total_signatures: total, _links: {'self': link(path), 'osdi:record_signature_helper': link(`${path}/record_signature_helper`)}}
      : {title: 'Vigil', status: 'confirmed', total_accepted: total, _links: {'self': link(path), 'osdi:record_attendance_helper': link(`${path}/record_attendance_helper`)}};
  };

  const read = (path: string): Answered => {
    // aep.md, Scenario: Retrieving the API Entry Point resource.
    if (path === '') return {status: 200, body: {motd: 'Welcome!', max_pagesize: 25, _links: {'self': link(''), 'osdi:petitions': link('petitions'), 'osdi:events': link('events')}}};
    if (takers.has(path)) return {status: 200, body: resource(path)};
    // petitions.md, Scenario: Retrieving a collection of Petition resources.
    const members = RESOURCES.filter((member) => member.startsWith(`${path}/`));
    if (members.length > 0) return {status: 200, body: {total_pages: 1, per_page: 25, page: 1, total_records: members.length, _embedded: {[`osdi:${path}`]: members.map(resource)}}};
    // errors.md, Response Codes for Atomic Requests.
    return {status: 404};
  };

  /** record_signature.md and record_attendance.md. @param identified Whether a key came along. */
  const record = (path: string, body: unknown, identified: boolean): Answered => {
    const taken = takers.get(path);
    if (!taken) return {status: 404};
    const person = isRecord(body) ? body['person'] : undefined;
    if (!isRecord(body) || !isRecord(person)) return atomicError(['person']);
    const known = [...COMMON, ...OWN[path.split('/')[0] ?? ''] ?? []];
    const faults = [...faultsIn(person), ...Object.keys(body).filter((name) => !known.includes(name))];
    if (faults.length > 0) return atomicError(faults);
    const who = String(listOf(person['email_addresses'])[0]?.['address'] ?? listOf(person['phone_numbers'])[0]?.['number']).toLowerCase();
    people.set(who, person);
    taken.add(who);
    // Helper Action Functions, add_tags: the names of tags that are there.
    const tags: readonly unknown[] = Array.isArray(body['add_tags']) ? body['add_tags'] : [];
    if (tags.some((tag) => tag !== TAG)) return tagError();
    // record_signature.md, Scenario: …without authentication: "the server response code (ex: 200) and an empty JSON object".
    return {status: 200, body: identified ? {identifiers: ['trial:1'], _links: {'osdi:petition': link(path)}} : {}};
  };

  const answer = async (request: IncomingMessage): Promise<Answered> => {
    const path = new URL(request.url ?? '/', 'http://osdi').pathname.replace(/^\/api\/v1\//, '');
    asked.push({path, headers: request.headers});
    const given = request.headers['osdi-api-token'];
    // errors.md: 401 for a key that is not valid. Reading needs one, as in each of the specification's scenarios.
    if (given !== undefined && given !== token) return {status: 401};
    if (request.method === 'GET') return given === undefined ? {status: 401} : read(path);
    const [, of] = /^(.+)\/record_(?:signature|attendance)_helper$/.exec(path) ?? [];
    if (request.method !== 'POST' || of === undefined) return {status: 500};
    return record(of, JSON.parse(await text(request)), given !== undefined);
  };

  const server = createServer((request, response) => {
    answer(request).catch((): Answered => ({status: 500})).then(({status, body}) => {
      response.writeHead(status, {'Content-Type': 'application/hal+json', 'Cache-Control': 'max-age=0, private, must-revalidate'}).end(body && JSON.stringify(body));
    }, () => { response.destroy(); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  base = `http://127.0.0.1:${address.port}/api/v1`;
  return {
    entry: `${base}/`, token, asked, people,
    total: (path) => takers.get(path)?.size ?? NaN,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
};
