import { agent, memory, merge, orchestrator } from './agents.ts'
import { apiGateway, externalSystem, modelGateway, queue } from './gateways.ts'
import { guardrail, policyGate } from './guards.ts'
import type { Kind } from './kind.ts'
import { llmSelfHosted } from './llm-self-hosted.ts'
import { llmApi } from './llm.ts'
import { identityProvider, observability, secretStore } from './operations.ts'
import { note, unknown } from './other.ts'
import { client, humanApproval, humanReview, user } from './people.ts'
import { chunker, ingestion } from './pipelines.ts'
import { mlEndpoint, modelRegistry, trainingJob } from './predictive.ts'
import { evaluation, promptRegistry } from './quality.ts'
import { embedding, reranker } from './retrieval-models.ts'
import { searchIndex, vectorStore } from './search-stores.ts'
import { cache, documentStore, featureStore, objectStore, relationalDb } from './stores.ts'
import { mcpServer, tool } from './tools.ts'

export { findProduct, products } from './products/index.ts'

/** Every kind, in the order of the palette. A new kind is one file (or a place in its family's) and one line here. */
export const kinds: readonly Kind[] = [
  user,
  client,
  apiGateway,
  modelGateway,
  queue,
  externalSystem,
  llmApi,
  llmSelfHosted,
  embedding,
  reranker,
  mlEndpoint,
  agent,
  orchestrator,
  tool,
  mcpServer,
  memory,
  merge,
  vectorStore,
  searchIndex,
  relationalDb,
  objectStore,
  documentStore,
  cache,
  ingestion,
  chunker,
  featureStore,
  trainingJob,
  evaluation,
  modelRegistry,
  guardrail,
  policyGate,
  humanReview,
  humanApproval,
  promptRegistry,
  observability,
  identityProvider,
  secretStore,
  note,
  unknown,
]

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of that id, or the `unknown` kind, which keeps what it does not know and estimates nothing. */
export function findKind(id: string): Kind {
  return byId.get(id) ?? unknown
}
