import type { Product } from '../product.ts'
import { known } from './declare-product.ts'

interface More {
  readonly organisation?: string
  readonly region?: string
  readonly facts?: Product['facts']
}

function on(id: string, title: string, vendor: string, kinds: readonly string[], more: More = {}): Product {
  return { id, title, vendor, kinds, facts: {}, ...more }
}

const billed = (by: string): Product['facts'] => ({ pricing: known(by, 'price page of the vendor', '2026-11-04', 'A') })

/** Fitted and measured times of single products; in-cluster figures of one public benchmark, cited one by one. */
const timed = (p50Ms: number, p95Ms: number, source: string, asOf: string): Product['facts'] => ({
  p50Ms: known(p50Ms, source, asOf, 'B'),
  p95Ms: known(p95Ms, source, asOf, 'B'),
})

const bachelor = 'bachelor-db-benchmark, cited'
const vectors = ['vector-store']

const dimensions = (count: number): Product['facts'] => ({ dimensions: known(count, 'LiteLLM', '2026-08-01', 'B') })
const ofVendor = (organisation: string, facts: Product['facts'] = {}): More => ({ organisation, facts })

/** Models for retrieval that vendors run: they bring the vendor's organisation. */
export const retrievalProducts: readonly Product[] = [
  on(
    'openai/text-embedding-3-large',
    'text-embedding-3-large',
    'OpenAI',
    ['embedding'],
    ofVendor('OpenAI', dimensions(3072)),
  ),
  on(
    'openai/text-embedding-3-small',
    'text-embedding-3-small',
    'OpenAI',
    ['embedding'],
    ofVendor('OpenAI', dimensions(1536)),
  ),
  on('cohere/embed-v4', 'Embed 4', 'Cohere', ['embedding'], ofVendor('Cohere', dimensions(1536))),
  on('voyage/voyage-3.5', 'voyage-3.5', 'Voyage', ['embedding'], ofVendor('Voyage')),
  on('google/gemini-embedding-001', 'Gemini Embedding', 'Google', ['embedding'], ofVendor('Google', dimensions(3072))),
  on('amazon/titan-embed-text-v2', 'Titan Text Embeddings V2', 'AWS', ['embedding'], ofVendor('AWS', dimensions(1024))),
  { ...on('mistral/mistral-embed', 'Mistral Embed', 'Mistral', ['embedding'], ofVendor('Mistral')), region: 'EU' },
  on(
    'cohere/rerank-3.5',
    'Rerank 3.5',
    'Cohere',
    ['reranker'],
    ofVendor('Cohere', timed(140, 300, 'Cohere on OCI, 48 documents: 140 ms mean; tail assumed', '2026')),
  ),
  on('amazon/rerank-1', 'Amazon Rerank', 'AWS', ['reranker'], ofVendor('AWS')),
]

/**
 * Stores, gateways and services. Those that run inside the client's own account bring no organisation: they belong to
 * the boundary they are drawn in.
 */
export const platformProducts: readonly Product[] = [
  on('weaviate/cloud', 'Weaviate Cloud', 'Weaviate', vectors, { facts: billed('dimensions') }),
  on('pinecone/standard', 'Pinecone Standard', 'Pinecone', vectors, {
    organisation: 'Pinecone',
    facts: { ...billed('units'), ...timed(17, 27, bachelor, '2026-06') },
  }),
  on('postgres/pgvector', 'pgvector on Postgres', 'PostgreSQL', vectors, {
    facts: { ...billed('machines'), ...timed(4.3, 9.7, bachelor, '2026-06') },
  }),
  on('opensearch/serverless', 'OpenSearch Serverless', 'AWS', ['vector-store', 'search-index'], {
    facts: billed('machines'),
  }),
  on('azure/ai-search', 'Azure AI Search', 'Microsoft', ['search-index']),
  on('postgres/aurora', 'Aurora PostgreSQL', 'AWS', ['relational-db']),
  on('aws/s3', 'Amazon S3', 'AWS', ['object-store']),
  on('google/cloud-storage', 'Google Cloud Storage', 'Google', ['object-store']),
  on('redis/elasticache', 'Redis on ElastiCache', 'AWS', ['cache']),
  on('microsoft/sharepoint', 'SharePoint', 'Microsoft', ['document-store']),
  on('atlassian/confluence', 'Confluence', 'Atlassian', ['document-store']),
  on('aws/sqs', 'Amazon SQS', 'AWS', ['queue']),
  on('aws/api-gateway', 'Amazon API Gateway', 'AWS', ['api-gateway']),
  on('aws/sagemaker-endpoint', 'SageMaker endpoint, ml.g5.xlarge', 'AWS', ['ml-endpoint']),
  on('aws/bedrock-guardrails', 'Bedrock Guardrails', 'AWS', ['guardrail'], { organisation: 'AWS' }),
  on('azure/content-safety', 'Azure AI Content Safety', 'Microsoft', ['guardrail'], { organisation: 'Microsoft' }),
  on('langfuse/cloud', 'Langfuse Cloud', 'Langfuse', ['observability'], { facts: billed('units') }),
  on('aws/cloudwatch', 'CloudWatch Logs', 'AWS', ['observability'], { facts: billed('gigabytes') }),
  on('azure/app-insights', 'Application Insights', 'Microsoft', ['observability'], { facts: billed('gigabytes') }),
  on('google/cloud-logging', 'Cloud Logging', 'Google', ['observability'], { facts: billed('gigabytes') }),
  on('tavily/search', 'Tavily web search', 'Tavily', ['tool'], { organisation: 'Tavily' }),
  on('serper/search', 'Serper web search', 'Serper', ['tool'], { organisation: 'Serper' }),
  on('microsoft/entra-id', 'Microsoft Entra ID', 'Microsoft', ['identity-provider']),
  on('aws/secrets-manager', 'AWS Secrets Manager', 'AWS', ['secret-store']),
]
