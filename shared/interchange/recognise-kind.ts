import { findKind } from '../kinds/index.ts'
import type { Reading } from './format.ts'

/** Words in a foreign name or type, and the kind they speak of. The first row that matches wins: special before general. */
const kindWords: readonly (readonly [RegExp, string])[] = [
  [/\b(rerank\w*)\b/, 'reranker'],
  [/\b(embedd\w*|text-embedding)\b/, 'embedding'],
  [/\b(vector|weaviate|pinecone|qdrant|milvus|chroma|pgvector)\b/, 'vector-store'],
  [/\b(guardrail\w*|moderation|content filter|prompt shield)\b/, 'guardrail'],
  [/\b(vllm|self.?hosted (llm|model)|triton|tgi)\b/, 'llm-self-hosted'],
  [/\b(model gateway|llm gateway|llm proxy|ai gateway)\b/, 'model-gateway'],
  [
    /\b(llm|gpt\S*|claude\S*|gemini\S*|bedrock|azure openai|openai|anthropic|language model|foundation model|chat model)\b/,
    'llm-api',
  ],
  [/\b(mcp)\b/, 'mcp-server'],
  [/\b(agent|agents|assistant|copilot)\b/, 'agent'],
  [/\b(tool|function call\w*|plugin)\b/, 'tool'],
  [/\b(feature store|feast|tecton)\b/, 'feature-store'],
  [/\b(training|fine.?tun\w*|train job)\b/, 'training-job'],
  [/\b(model registry|mlflow)\b/, 'model-registry'],
  [/\b(prompt registry|prompt store)\b/, 'prompt-registry'],
  [/\b(evaluation|eval|judge)\b/, 'evaluation'],
  [/\b(classifier|ml model|inference|scoring|sagemaker|vertex)\b/, 'ml-endpoint'],
  [/\b(ingest\w*|etl|crawler|loader)\b/, 'ingestion'],
  [/\b(chunk\w*|splitter|ocr)\b/, 'chunker'],
  [/\b(elastic\w*|opensearch|solr|search)\b/, 'search-index'],
  [/\b(redis|memcache\w*|cache)\b/, 'cache'],
  [/\b(queue|kafka|sqs|rabbitmq|pub.?sub|event hub|stream|broker|service bus)\b/, 'queue'],
  [/\b(s3|blob|bucket|object stor\w*|file ?system|file storage|data lake)\b/, 'object-store'],
  [/\b(sharepoint|confluence|document stor\w*|documents?|wiki)\b/, 'document-store'],
  [/\b(vault|key ?vault|secrets?|kms|hsm)\b/, 'secret-store'],
  [/\b(auth\w*|identity|idp|sso|ldap|active directory|keycloak|oauth|iam)\b/, 'identity-provider'],
  [
    /\b(log|logs|logging|telemetry|monitoring|metrics|siem|traces?|cloudwatch|cloudtrail|prometheus|grafana|datadog|splunk)\b/,
    'observability',
  ],
  [/\b(postgres\w*|sql|mysql|oracle|database|db|dynamodb|mongo\w*|rds|ledger)\b/, 'relational-db'],
  // An audit log watches; an audit database is a database.
  [/\b(audit)\b/, 'observability'],
  [/\b(jira|servicenow|zendesk|service ?desk|ticket(ing)? system)\b/, 'ticket-system'],
  [/\b(erp|crm|sap|salesforce|dynamics 365|workday|mainframe|core banking|third.?party)\b/, 'external-system'],
  [/\b(api gateway|gateway|load balancer|waf|firewall|reverse proxy|nginx|ingress)\b/, 'api-gateway'],
  [/\b(browser|web ?ui|mobile|app|frontend|front.?end|portal|client|spa|website)\b/, 'client'],
  [/\b(user|customer|admin\w*|player|operator|person|staff|employee|analyst|actor|renter|human)\b/, 'user'],
  [
    /\b(server|service|process|worker|backend|lambda|function|application|engine|web server|manager|system)\b/,
    'orchestrator',
  ],
]

/** What something was taken for, how sure that is, and which word said so. */
export interface Recognised {
  readonly kind: string
  readonly confidence: Reading['confidence']
  readonly why: string
}

/**
 * Guesses the kind of a foreign element from its type and name, `fallback` when no word is known. The words of the name
 * decide before those of the type: a "process" named "Answer model" is a model. `fallbackWhy`: what stands for the
 * fallback, in one sentence. `typeWord`: what people call the type in that tool.
 */
export function recogniseKind(
  name: string,
  type: string,
  fallback: string,
  fallbackWhy = 'Neither name nor type says what it is.',
  typeWord = 'type',
): Recognised {
  for (const [where, text] of [
    ['name', name],
    [typeWord, type],
  ] as const) {
    const words = text
      .slice(0, longestRead)
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[_/-]+/g, ' ')
      .toLowerCase()
    for (const [pattern, kind] of kindWords) {
      const word = pattern.exec(words)?.[0]
      if (word !== undefined) return { kind, confidence: 'likely', why: `Its ${where} says "${word.trim()}".` }
    }
  }
  return { kind: fallback, confidence: 'guess', why: fallbackWhy }
}

/**
 * The kind of what is drawn as a store. The shape holds where the name speaks of another thing: a store named "Worker
 * config" keeps something, it does not work. `drawn`: the beginning of a sentence, such as "It is drawn as a store".
 */
export function recogniseStore(name: string, type: string, drawn: string, typeWord?: string): Recognised {
  const fallback = 'relational-db'
  const found = recogniseKind(name, type, fallback, `${drawn}; its name says nothing more.`, typeWord)
  if (findKind(found.kind).traits.includes('stores-data')) return found
  return { kind: fallback, confidence: 'guess', why: `${drawn}; its name does not say which.` }
}

/** What names a thing stands at its beginning; patterns never run over a book. */
const longestRead = 300
