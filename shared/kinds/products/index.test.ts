import { describe, expect, it } from 'vitest'
import { findKind, kinds } from '../index.ts'
import { findProduct, products, productsOf } from './index.ts'

/** What the roles name: clouds, frameworks, stores, platforms and tools. */
const technologies =
  'SageMaker, SageMaker Feature Store, Bedrock, AWS Lambda, S3, Kinesis, ECS, EKS, Redshift, Glue Catalog, CloudFormation, KMS, IAM, Secrets Manager, Azure ML, Azure OpenAI, Cognitive Services, AKS, ADLS, Bicep, Azure DevOps, Azure Boards, Vertex AI, BigQuery, BigQuery ML, Dataflow, GKE, GCS, Pub/Sub, Docker, Kubernetes Cluster, Terraform, Pulumi, Git, GitHub, GitHub Actions, GitLab, GitLab CI, Bitbucket, PyTorch, TensorFlow, Hugging Face Hub, scikit-learn, XGBoost, LightGBM, OpenAI API, Anthropic API, Llama, Mistral AI, Qwen, Cohere rerank, LoRA, QLoRA, RLHF, quantisation, distillation, LangChain, LlamaIndex, LangGraph, Pinecone Standard, Weaviate, ChromaDB, Milvus, pgvector, Elasticsearch, Amazon OpenSearch, vLLM, Triton, BentoML, TorchServe, FastAPI, Flask, Spring Boot, Node, RAGAS, LangSmith, LLM-as-judge, custom harness, MLflow, Weights & Biases, Feast, Tecton, Airflow, Prefect, Dagster, Kubeflow, Kafka, Spark, Databricks, Snowflake, Lakehouse, Collibra, Alation, AI Fairness 360, Microsoft Responsible AI, Evidently, Fiddler, Arize, OpenTelemetry, Prometheus, Grafana, Datadog, New Relic, Elastic stack, Vault, Snyk, SonarQube, CMK, Confluence, Notion, Slack, Teams, Jira, ServiceNow, JSM, Lucidchart, draw.io, Postman, tickets, PDFs'.split(
    ', ',
  )

describe('catalogue', () => {
  it('has no product twice, and none that a kind offers is lacking', () => {
    const ids = products.map((product) => product.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9.-]+$/)
    for (const kind of kinds) {
      for (const id of kind.products) expect(findProduct(id)?.kinds, `${kind.id}: ${id}`).toContain(kind.id)
    }
  })

  it('gives facts that its kinds have, of the type they ask for, each with source and date', () => {
    for (const product of products) {
      const known = product.kinds.map(findKind)
      for (const kind of known) expect(kind.traits, product.id).not.toContain('unknown-kind')
      for (const [name, fact] of Object.entries(product.facts)) {
        const field = known.map((kind) => kind.settings[name]).find((each) => each !== undefined)
        expect(field, `${product.id}: ${name}`).toBeDefined()
        if (field?.type === 'choice') expect(field.options?.map((each) => each.value)).toContain(fact.value)
        if (field?.type === 'number') expect(typeof fact.value).toBe('number')
        expect(fact.source && fact.asOf, `${product.id}: ${name}`).toBeTruthy()
      }
    }
  })

  it('brings the vendor as organisation wherever a vendor runs the model', () => {
    for (const product of products) {
      const isOurs = product.facts['runsOn']?.value === 'machines'
      const vendorHosted = !isOurs && product.kinds.some((id) => findKind(id).traits.includes('vendor-hosted'))
      if (vendorHosted) expect(product.organisation, product.id).toBe(product.vendor)
    }
  })

  it('cites times of at most eight models one by one, and says of the others that their class is assumed', () => {
    const timed = products.filter((product) => product.facts['ttftP50Ms'])
    const cited = timed.filter((product) => product.facts['ttftP50Ms']?.assumed !== true)
    expect(cited.length).toBeLessThanOrEqual(8)
    for (const product of cited) expect(product.facts['ttftP50Ms']?.source).toContain('cited')
    for (const product of timed.filter((each) => !cited.includes(each))) {
      for (const name of ['ttftP50Ms', 'tokensPerSecond']) {
        const fact = product.facts[name]
        expect(fact?.source, product.id).toMatch(/^assumed: range of hosted/)
        expect(fact?.low, product.id).toBeLessThan(Number(fact?.value))
        expect(fact?.high, product.id).toBeGreaterThan(Number(fact?.value))
      }
    }
    expect(timed.map((each) => each.id)).toEqual(
      products.filter((each) => each.kinds.includes('llm-api')).map((each) => each.id),
    )
  })

  it('has every technology that an architect of such systems is asked for, under the name they know it by', () => {
    const known = new Set(
      [
        ...products.flatMap((product) => [product.title, ...(product.names ?? [])]),
        ...kinds.flatMap((kind) => [kind.title, ...kind.keywords]),
      ].map((name) => name.toLowerCase()),
    )
    expect(technologies.filter((name) => !known.has(name.toLowerCase()))).toEqual([])
  })

  it('names no product twice by the same name, nor by its own title', () => {
    for (const product of products) {
      const names = [product.title, ...(product.names ?? [])].map((name) => name.toLowerCase())
      expect(new Set(names).size, product.id).toBe(names.length)
    }
  })

  it('offers every product of a kind, those the kind names first', () => {
    for (const kind of kinds) {
      const offered = productsOf(kind).map((product) => product.id)
      expect(offered.slice(0, kind.products.length)).toEqual(kind.products)
      expect(offered.toSorted()).toEqual(
        products
          .filter((product) => product.kinds.includes(kind.id))
          .map((product) => product.id)
          .toSorted(),
      )
    }
  })

  it('knows nothing of a product that nobody named', () => {
    expect(findProduct(undefined)).toBeUndefined()
    expect(findProduct('nobody/model')).toBeUndefined()
  })
})
