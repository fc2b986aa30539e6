import {EventPage, EventProposal, Petition, PetitionEvent, Problem, ProposalReceipt, Receipt, Rsvp, RsvpReceipt, Signature, Tally} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {AROUND} from './openapi/around.js';
import type {JsonObject} from './openapi/describe.js';
import {PETITIONS} from './openapi/petitions.js';

/** The answer of `GET /health`. */
export const Health = z.object({
  status: z.enum(['ok', 'failing']),
  petitions: z.int(),
  differences: z.int(),
  reconciledAt: z.iso.datetime(),
});

const schema = (of: z.ZodMiniType, io: 'input' | 'output'): JsonObject => {
  // A refinement (no control characters, say) has no word in JSON Schema; the text beside it tells.
  const {$schema: _, ...rest} = z.toJSONSchema(of, {io, unrepresentable: 'any'});
  return rest;
};

/** What this server speaks, as OpenAPI 3.1 has it; the shapes are those of the contract that it checks with. */
export const openApi = (version: string) => ({
  openapi: '3.1.0',
  info: {title: 'sphere-petition-server', version, description: 'The sphere protocol: petitions, their tallies, their signatures and their events.', license: {name: 'MIT', identifier: 'MIT'}},
  paths: {...PETITIONS, ...AROUND},
  components: {
    schemas: {
      Petition: schema(Petition, 'output'),
      Tally: schema(Tally, 'output'),
      Signature: schema(Signature, 'input'),
      Receipt: schema(Receipt, 'output'),
      // What may be left out of an event may be missing in a list.
      EventPage: schema(EventPage, 'input'),
      PetitionEvent: schema(PetitionEvent, 'output'),
      Rsvp: schema(Rsvp, 'input'),
      RsvpReceipt: schema(RsvpReceipt, 'output'),
      EventProposal: schema(EventProposal, 'input'),
      ProposalReceipt: schema(ProposalReceipt, 'output'),
      Problem: schema(Problem, 'output'),
      Health: schema(Health, 'output'),
    },
  },
});
