/* oxlint-disable max-lines -- a table */
/**
 * Prices of what stands around the models: compute, edges, streams, data platforms, databases, media models, services.
 * `catalogueBlocks` are rows of block_prices.csv, `catalogueModels` fields of litellm.json. `pick`: which number of the
 * cell; `times`: to our unit. A row without a product stands in where the design names none.
 */
const hour = 'USD/hour'
const month = 'USD/month'
const gigabyte = 'USD/GB'
const gigabyteMonth = 'USD/GB-month'
const millionCalls = 'USD/1M calls'
const perMonthHours = 1 / 730
const gigabytesPerTebibyte = 1 / 1099.511627776

/** The product's own row and the same one standing in, with the band of the market around it. */
function andGeneric(row, low, high) {
  return [row, { ...row, product: undefined, low, high }]
}

export const catalogueBlocks = [
  // compute
  ...andGeneric(
    {
      item: 'function.requests',
      product: 'aws/lambda',
      block: 'AWS Lambda requests',
      unit: millionCalls,
    },
    0.2,
    0.4,
  ),
  ...andGeneric(
    {
      item: 'function.gigabyte-seconds',
      product: 'aws/lambda',
      block: 'AWS Lambda x86 / arm duration',
      name: 'AWS Lambda x86 duration',
      times: 1e6,
      unit: 'USD/1M GB-s',
    },
    10,
    35,
  ),
  ...andGeneric(
    {
      item: 'container.vcpu-hour',
      product: 'aws/fargate',
      block: 'Fargate vCPU / GB',
      name: 'Fargate vCPU',
      unit: hour,
    },
    0.03,
    0.121,
  ),
  ...andGeneric(
    {
      item: 'container.memory-hour',
      product: 'aws/fargate',
      block: 'Fargate vCPU / GB',
      name: 'Fargate memory',
      pick: 1,
      unit: hour,
    },
    0.003,
    0.0126,
  ),
  {
    item: 'container.vcpu-hour',
    product: 'google/cloud-run',
    block: 'Cloud Run tier-2 vCPU-s / GiB-s / 1M req',
    name: 'Cloud Run vCPU, tier 2',
    times: 3600,
    unit: hour,
  },
  {
    item: 'container.memory-hour',
    product: 'google/cloud-run',
    block: 'Cloud Run tier-2 vCPU-s / GiB-s / 1M req',
    name: 'Cloud Run memory, tier 2',
    pick: 1,
    times: 3600,
    unit: hour,
  },
  ...['aws/eks', 'google/gke', 'azure/aks'].map((product) => ({
    item: 'cluster.control-plane-hour',
    product,
    block: 'EKS / GKE / AKS-SLA control plane',
    unit: hour,
  })),
  {
    item: 'cluster.control-plane-hour',
    block: 'EKS / GKE / AKS-SLA control plane',
    unit: hour,
    low: 0,
    high: 0.6,
  },
  { item: 'compute.disk', block: 'RDS gp2 storage', unit: gigabyteMonth, low: 0.08, high: 0.135 },
  {
    item: 'store.backup',
    product: 'weaviate/cloud',
    block: 'Weaviate Flex backup',
    unit: gigabyteMonth,
  },
  { item: 'store.backup', block: 'Weaviate Flex backup', unit: gigabyteMonth, low: 0.0125, high: 0.115 },
  // edges
  ...andGeneric(
    { item: 'load-balancer.hour', product: 'aws/alb', block: 'ALB / LCU', name: 'ALB', unit: hour },
    0.0225,
    0.36,
  ),
  ...andGeneric(
    {
      item: 'load-balancer.unit-hour',
      product: 'aws/alb',
      block: 'ALB / LCU',
      name: 'ALB capacity unit',
      pick: 1,
      unit: hour,
    },
    0.006,
    0.0144,
  ),
  { item: 'load-balancer.hour', product: 'aws/nlb', block: 'NLB / LCU', name: 'NLB', unit: hour },
  {
    item: 'load-balancer.unit-hour',
    product: 'aws/nlb',
    block: 'NLB / LCU',
    name: 'NLB capacity unit',
    pick: 1,
    unit: hour,
  },
  {
    item: 'load-balancer.hour',
    product: 'azure/application-gateway',
    block: 'Azure App Gateway WAF v2 / CU',
    name: 'Application Gateway WAF v2',
    unit: hour,
    region: 'eastus',
  },
  {
    item: 'load-balancer.unit-hour',
    product: 'azure/application-gateway',
    block: 'Azure App Gateway WAF v2 / CU',
    name: 'Application Gateway capacity unit',
    pick: 1,
    unit: hour,
    region: 'eastus',
  },
  ...[
    ['cdn.base', 0, 'AWS WAF access list', month, 5, 20],
    ['cdn.rule', 1, 'AWS WAF rule', month, 1, 5],
    ['cdn.requests', 2, 'AWS WAF requests', millionCalls, 0.6, 1],
  ].flatMap(([item, pick, name, unit, low, high]) =>
    andGeneric({ item, product: 'aws/waf', block: 'AWS WAF ACL / rule / 1M req', name, pick, unit }, low, high),
  ),
  ...andGeneric(
    { item: 'nat.hour', product: 'aws/nat-gateway', block: 'NAT gateway hour / GB', name: 'NAT gateway', unit: hour },
    0.045,
    0.062,
  ),
  ...andGeneric(
    {
      item: 'nat.gigabytes',
      product: 'aws/nat-gateway',
      block: 'NAT gateway hour / GB',
      name: 'NAT gateway data',
      pick: 1,
      unit: gigabyte,
    },
    0.045,
    0.062,
  ),
  {
    item: 'api-gateway.requests',
    product: 'aws/api-gateway-rest',
    block: 'API Gateway HTTP / REST / WebSocket',
    name: 'API Gateway REST requests',
    pick: 1,
    unit: millionCalls,
  },
  {
    item: 'api-gateway.unit-month',
    product: 'azure/api-management',
    block: 'Azure APIM Premium / Standard unit',
    name: 'API Management Standard unit',
    pick: 1,
    unit: month,
    region: 'eastus',
  },
  // streams and workflows
  {
    item: 'stream.hour',
    product: 'aws/msk',
    block: 'MSK kafka.t3.small / storage',
    name: 'MSK kafka.t3.small',
    unit: hour,
  },
  ...andGeneric(
    {
      item: 'stream.storage',
      product: 'aws/msk',
      block: 'MSK kafka.t3.small / storage',
      name: 'MSK storage',
      pick: 1,
      unit: gigabyteMonth,
    },
    0.08,
    0.25,
  ),
  {
    item: 'stream.hour',
    product: 'confluent/cloud',
    block: 'Confluent Basic eCKU / GB in-out / GB-mo',
    name: 'Confluent Basic unit',
    unit: hour,
  },
  {
    item: 'stream.gigabytes',
    product: 'confluent/cloud',
    block: 'Confluent Basic eCKU / GB in-out / GB-mo',
    name: 'Confluent Basic data in',
    pick: 1,
    unit: gigabyte,
  },
  {
    item: 'stream.storage',
    product: 'confluent/cloud',
    block: 'Confluent Basic eCKU / GB in-out / GB-mo',
    name: 'Confluent Basic storage',
    pick: 2,
    unit: gigabyteMonth,
  },
  {
    item: 'stream.hour',
    product: 'aws/kinesis',
    block: 'Kinesis shard / 1M PUT / on-demand GB in',
    name: 'Kinesis shard',
    unit: hour,
  },
  {
    item: 'stream.requests',
    product: 'aws/kinesis',
    block: 'Kinesis shard / 1M PUT / on-demand GB in',
    name: 'Kinesis PUT units',
    pick: 1,
    unit: millionCalls,
  },
  ...andGeneric(
    {
      item: 'stream.gigabytes',
      product: 'google/pubsub',
      block: 'Pub/Sub',
      times: gigabytesPerTebibyte,
      unit: gigabyte,
    },
    0.036,
    0.08,
  ),
  {
    item: 'stream.hour',
    product: 'azure/event-hubs',
    block: 'Event Hubs Premium PU',
    times: perMonthHours,
    unit: hour,
    region: 'eastus',
  },
  {
    item: 'stream.hour',
    block: 'MSK kafka.t3.small / storage',
    name: 'MSK kafka.t3.small',
    unit: hour,
    low: 0.015,
    high: 1.03,
  },
  {
    item: 'stream.requests',
    block: 'Kinesis shard / 1M PUT / on-demand GB in',
    name: 'Kinesis PUT units',
    pick: 1,
    unit: millionCalls,
    low: 0.014,
    high: 0.028,
  },
  ...andGeneric(
    {
      item: 'workflow.hour',
      product: 'aws/mwaa',
      block: 'MWAA medium env / worker',
      name: 'MWAA medium environment',
      unit: hour,
    },
    0.35,
    0.99,
  ),
  ...andGeneric(
    {
      item: 'workflow.worker-hour',
      product: 'aws/mwaa',
      block: 'MWAA medium env / worker',
      name: 'MWAA medium worker',
      pick: 1,
      unit: hour,
    },
    0.055,
    0.22,
  ),
  ...andGeneric(
    {
      item: 'workflow.runs',
      product: 'aws/step-functions',
      block: 'Step Functions Express 1M / GB-h',
      name: 'Step Functions Express runs',
      unit: millionCalls,
    },
    1,
    25,
  ),
  // data platforms
  ...andGeneric(
    {
      item: 'warehouse.terabytes',
      product: 'google/bigquery',
      block: 'BigQuery on-demand / active storage / write API',
      name: 'BigQuery on demand',
      unit: 'USD/TB',
      region: 'us',
    },
    5,
    7.5,
  ),
  ...andGeneric(
    {
      item: 'warehouse.storage',
      product: 'google/bigquery',
      block: 'BigQuery on-demand / active storage / write API',
      name: 'BigQuery active storage',
      pick: 1,
      unit: gigabyteMonth,
      region: 'us',
    },
    0.02,
    0.04,
  ),
  ...['snowflake/standard', 'snowflake/enterprise', 'snowflake/business-critical'].map((product, pick) => ({
    item: 'warehouse.credit',
    product,
    block: 'Snowflake credit std / ent / BC',
    name: 'Snowflake credit',
    pick,
    unit: 'USD',
    region: 'aws us-west',
  })),
  {
    item: 'warehouse.credit',
    block: 'Snowflake credit std / ent / BC',
    name: 'Snowflake Enterprise credit',
    pick: 1,
    unit: 'USD',
    low: 2,
    high: 4,
  },
  ...andGeneric(
    {
      item: 'lakehouse.unit',
      product: 'databricks/azure-all-purpose',
      block: 'Databricks premium all-purpose / jobs (Azure)',
      name: 'Databricks all-purpose unit, Azure premium',
      unit: hour,
      region: 'eastus',
    },
    0.3,
    0.7,
  ),
  {
    item: 'lakehouse.unit',
    product: 'databricks/azure-jobs',
    block: 'Databricks premium all-purpose / jobs (Azure)',
    name: 'Databricks jobs unit, Azure premium',
    pick: 1,
    unit: hour,
    region: 'eastus',
  },
  ...andGeneric({ item: 'pipeline.unit-hour', product: 'aws/glue', block: 'AWS Glue DPU', unit: hour }, 0.1, 0.6),
  // databases, caches, files
  ...andGeneric(
    { item: 'nosql.reads', product: 'aws/dynamodb', block: 'DynamoDB on-demand read', unit: millionCalls },
    0.1,
    0.4,
  ),
  ...andGeneric(
    { item: 'nosql.writes', product: 'aws/dynamodb', block: 'DynamoDB on-demand write', unit: millionCalls },
    0.5,
    1.8,
  ),
  ...andGeneric(
    { item: 'nosql.storage', product: 'aws/dynamodb', block: 'DynamoDB storage', unit: gigabyteMonth },
    0.15,
    0.35,
  ),
  ...andGeneric(
    {
      item: 'nosql.throughput',
      product: 'azure/cosmos-db',
      block: 'Cosmos DB autoscale 100 RU/s',
      unit: month,
      region: 'eastus',
    },
    5.84,
    8.76,
  ),
  {
    item: 'relational-db.machine-hour',
    product: 'azure/postgresql',
    block: 'Azure PostgreSQL Flex GP D16s_v3',
    unit: hour,
    region: 'eastus',
  },
  {
    item: 'cache.machine-hour',
    product: 'google/memorystore',
    block: 'Memorystore Redis basic / standard M2',
    name: 'Memorystore Redis basic, 5 GB',
    times: 5,
    unit: hour,
    region: 'us-central1',
  },
  {
    item: 'cache.machine-hour',
    product: 'azure/redis',
    block: 'Azure Redis Premium P1 node',
    name: 'Azure Redis Premium P1 node',
    times: perMonthHours,
    unit: hour,
    region: 'eastus',
  },
  { item: 'object-store.storage', product: 'aws/efs', block: 'EFS standard', unit: gigabyteMonth },
  ...['search-index.machine-hour', 'vector-store.machine-hour'].map((item) => ({
    item,
    product: 'aws/opensearch',
    block: 'OpenSearch c4.2xlarge.search',
    unit: hour,
  })),
  {
    item: 'search-index.machine-hour',
    product: 'azure/ai-search-l1',
    block: 'Azure AI Search L1 unit',
    unit: hour,
    region: 'eastus',
  },
  // operations and people
  {
    item: 'subscription.seat',
    product: 'langchain/langsmith',
    block: 'LangSmith Plus seat / base traces',
    name: 'LangSmith Plus seat',
    unit: month,
  },
  {
    item: 'observability.base',
    product: 'langchain/langsmith',
    block: 'LangSmith Plus seat / base traces',
    name: 'LangSmith Plus, one seat',
    unit: month,
  },
  {
    item: 'observability.units',
    product: 'langchain/langsmith',
    block: 'LangSmith Plus seat / base traces',
    name: 'LangSmith base traces',
    pick: 1,
    times: 100,
    unit: 'USD/100k units',
  },
  {
    item: 'observability.hosts',
    product: 'datadog/infrastructure',
    block: 'Datadog infra / APM host; logs ingest / index',
    name: 'Datadog infrastructure host',
    unit: month,
  },
  {
    item: 'observability.gigabytes',
    product: 'datadog/logs',
    block: 'Datadog infra / APM host; logs ingest / index',
    name: 'Datadog logs taken in',
    pick: 2,
    unit: gigabyte,
  },
  {
    item: 'observability.hosts',
    block: 'Datadog infra / APM host; logs ingest / index',
    name: 'Datadog infrastructure host',
    unit: month,
    low: 10,
    high: 31,
  },
  ...andGeneric(
    {
      item: 'labelling.items',
      product: 'aws/mechanical-turk',
      block: 'Ground Truth MTurk text item (x3-5 workers)',
      name: 'Mechanical Turk, one text item by one worker',
      unit: 'USD/item',
    },
    0.01,
    0.3,
  ),
]

const seconds = 'input_cost_per_second'
const characters = 'input_cost_per_character'
const query = 'input_cost_per_query'
const perImage = 'output_cost_per_image'

function minute(product, key, generic) {
  return { item: 'speech.minutes', product, key, field: seconds, times: 60, unit: 'USD/minute', generic }
}
function voice(product, key, generic) {
  return {
    item: 'voice.characters',
    product,
    key,
    field: characters,
    times: 1e6,
    unit: 'USD/1M characters',
    generic,
  }
}
function image(product, key, field = perImage, generic) {
  return { item: 'image.images', product, key, field, times: 1, unit: 'USD/image', generic }
}
function page(item, product, key, generic) {
  return { item, product, key, field: 'ocr_cost_per_page', times: 1, unit: 'USD/page', generic }
}
function webSearch(product, key, generic) {
  return { item: 'web-search.queries', product, key, field: query, times: 1e6, unit: millionCalls, generic }
}
function embedded(product, key) {
  return {
    item: 'embedding.tokens',
    product,
    key,
    field: 'input_cost_per_token',
    times: 1e6,
    unit: 'USD/1M tokens',
  }
}
function ranked(product, key) {
  return { item: 'reranker.searches', product, key, field: query, times: 1000, unit: 'USD/1k calls' }
}

/** `generic`: also stands in where no product is named, with this band. */
const models = [
  minute('openai/whisper-1', 'whisper-1', { low: 0.0007, high: 0.017 }),
  minute('azure/speech-to-text', 'azure/speech/azure-stt'),
  minute('deepgram/nova-3', 'deepgram/nova-3'),
  minute('elevenlabs/scribe', 'elevenlabs/scribe_v1'),
  minute('assemblyai/best', 'assemblyai/best'),
  minute('groq/whisper-large-v3-turbo', 'groq/whisper-large-v3-turbo'),
  minute('google/chirp-3', 'vertex_ai/chirp_3'),
  voice('openai/tts-1', 'tts-1', { low: 4, high: 180 }),
  voice('openai/tts-1-hd', 'tts-1-hd'),
  voice('azure/text-to-speech', 'azure/speech/azure-tts'),
  voice('elevenlabs/multilingual-v2', 'elevenlabs/eleven_multilingual_v2'),
  voice('aws/polly-neural', 'aws_polly/neural'),
  voice('aws/polly-generative', 'aws_polly/generative'),
  voice('google/chirp-voice', 'vertex_ai/chirp'),
  image('openai/dall-e-3', 'dall-e-3', 'input_cost_per_image', { low: 0.008, high: 0.08 }),
  image('google/imagen-4', 'vertex_ai/imagen-4.0-generate-001'),
  image('google/imagen-4-fast', 'vertex_ai/imagen-4.0-fast-generate-001'),
  image('amazon/nova-canvas', 'amazon.nova-canvas-v1:0'),
  image('amazon/titan-image-v2', 'amazon.titan-image-generator-v2'),
  image('blackforest/flux-1.1-pro', 'black_forest_labs/flux-pro-1.1'),
  image('microsoft/mai-image-2.5', 'azure_ai/MAI-Image-2.5'),
  page('parser.page', 'mistral/ocr', 'mistral/mistral-ocr-latest'),
  page('parser.page', 'azure/document-intelligence', 'azure_ai/doc-intelligence/prebuilt-read', {
    low: 0.001,
    high: 0.004,
  }),
  page('parser.layout-page', 'azure/document-intelligence', 'azure_ai/doc-intelligence/prebuilt-layout', {
    low: 0.004,
    high: 0.01,
  }),
  page('parser.page', 'google/deepseek-ocr', 'vertex_ai/deepseek-ai/deepseek-ocr-maas'),
  webSearch('tavily/search', 'tavily/search'),
  webSearch('serper/search', 'serper/search'),
  webSearch('perplexity/search', 'perplexity/search', { low: 1000, high: 9000 }),
  webSearch('google/programmable-search', 'google_pse/search'),
  webSearch('linkup/search', 'linkup/search'),
  webSearch('parallel/search', 'parallel_ai/search'),
  {
    item: 'sandbox.sessions',
    product: 'openai/code-interpreter',
    key: 'openai/container',
    field: 'code_interpreter_cost_per_session',
    times: 1,
    unit: 'USD/session',
    generic: { low: 0.005, high: 0.06 },
  },
  {
    item: 'sandbox.sessions',
    product: 'azure/code-interpreter',
    key: 'azure/container',
    field: 'code_interpreter_cost_per_session',
    times: 1,
    unit: 'USD/session',
  },
  embedded('azure/text-embedding-3-large', 'azure/text-embedding-3-large'),
  embedded('azure/text-embedding-3-small', 'azure/text-embedding-3-small'),
  embedded('google/gemini-embedding-2', 'gemini/gemini-embedding-2'),
  embedded('voyage/voyage-3-large', 'voyage/voyage-3-large'),
  embedded('voyage/voyage-3.5-lite', 'voyage/voyage-3.5-lite'),
  embedded('voyage/voyage-code-3', 'voyage/voyage-code-3'),
  embedded('aws/bedrock-cohere-embed-v4', 'cohere.embed-v4:0'),
  embedded('amazon/nova-multimodal-embeddings', 'amazon.nova-2-multimodal-embeddings-v1:0'),
  ranked('cohere/rerank-4-fast', 'azure_ai/cohere-rerank-v4.0-fast'),
  ranked('cohere/rerank-4-pro', 'azure_ai/cohere-rerank-v4.0-pro'),
  ranked('aws/bedrock-cohere-rerank-3.5', 'cohere.rerank-v3-5:0'),
]

export const catalogueModels = models.flatMap(({ generic, ...row }) =>
  generic ? [row, { ...row, product: undefined, ...generic }] : [row],
)
