import { browserTool, codeSandbox, webSearch } from './action-tools.ts'
import { agent, memory, merge, orchestrator } from './agents.ts'
import { dataCatalogue, dataPipeline, dataWarehouse, lakehouse } from './analytics.ts'
import { chatChannel, edgeDevice, mail, ticketSystem } from './channels.ts'
import { containerService, kubernetesCluster, serverlessFunction, virtualMachine } from './compute.ts'
import { graphDatabase, nosqlDatabase } from './databases.ts'
import { ciCd, infrastructureCode, keyManagement, securityScanner, sourceRepository } from './delivery.ts'
import { documentParser } from './document-parser.ts'
import { cdn, loadBalancer, natGateway } from './edge.ts'
import { apiGateway, externalSystem, modelGateway, queue } from './gateways.ts'
import { guardrail, policyGate } from './guards.ts'
import type { Kind } from './kind.ts'
import { llmSelfHosted } from './llm-self-hosted.ts'
import { llmApi } from './llm.ts'
import { imageGeneration, speechToText, textToSpeech, translation, visionModel } from './media-models.ts'
import { batchInference, dataLabelling, experimentTracking, featureFlags, fineTuning } from './model-lifecycle.ts'
import { identityProvider, observability, secretStore } from './operations.ts'
import { note, unknown } from './other.ts'
import { driftMonitor, fairnessAssessment, governancePlatform, redaction } from './oversight.ts'
import { client, humanApproval, humanReview, user } from './people.ts'
import { chunker, ingestion } from './pipelines.ts'
import { mlEndpoint, modelRegistry, trainingJob } from './predictive.ts'
import { evaluation, promptRegistry } from './quality.ts'
import { embedding, reranker } from './retrieval-models.ts'
import { searchIndex, vectorStore } from './search-stores.ts'
import { cache, documentStore, featureStore, objectStore, relationalDb } from './stores.ts'
import { eventStream, streamProcessor, workflowEngine } from './streams.ts'
import { mcpServer, tool } from './tools.ts'

export { findProduct, products, productsOf } from './products/index.ts'

/** Every kind, in the order of the palette. A new kind is one file (or a place in its family's) and one line here. */
export const kinds: readonly Kind[] = [
  user,
  client,
  chatChannel,
  mail,
  ticketSystem,
  edgeDevice,
  cdn,
  loadBalancer,
  apiGateway,
  modelGateway,
  natGateway,
  queue,
  eventStream,
  externalSystem,
  llmApi,
  llmSelfHosted,
  embedding,
  reranker,
  mlEndpoint,
  batchInference,
  visionModel,
  speechToText,
  textToSpeech,
  imageGeneration,
  translation,
  agent,
  orchestrator,
  workflowEngine,
  tool,
  mcpServer,
  webSearch,
  codeSandbox,
  browserTool,
  memory,
  merge,
  vectorStore,
  searchIndex,
  graphDatabase,
  relationalDb,
  nosqlDatabase,
  objectStore,
  documentStore,
  cache,
  ingestion,
  documentParser,
  chunker,
  dataWarehouse,
  lakehouse,
  dataPipeline,
  streamProcessor,
  dataCatalogue,
  featureStore,
  trainingJob,
  fineTuning,
  dataLabelling,
  experimentTracking,
  modelRegistry,
  evaluation,
  featureFlags,
  guardrail,
  redaction,
  policyGate,
  humanReview,
  humanApproval,
  fairnessAssessment,
  governancePlatform,
  serverlessFunction,
  containerService,
  virtualMachine,
  kubernetesCluster,
  promptRegistry,
  observability,
  driftMonitor,
  identityProvider,
  secretStore,
  keyManagement,
  sourceRepository,
  ciCd,
  infrastructureCode,
  securityScanner,
  note,
  unknown,
]

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of that id, or the `unknown` kind, which keeps what it does not know and estimates nothing. */
export function findKind(id: string): Kind {
  return byId.get(id) ?? unknown
}
