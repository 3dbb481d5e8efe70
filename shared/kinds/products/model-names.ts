import type { Product } from '../product.ts'

/** What people call the models of a vendor, beside their own names; by the start of the product's id. */
const namesOfVendors: Readonly<Record<string, readonly string[]>> = {
  'openai/gpt-oss': ['open GPT', 'OpenAI open weights', 'gpt oss'],
  'openai/': ['OpenAI API', 'ChatGPT', 'GPT'],
  'azure/': ['Azure OpenAI', 'AOAI', 'GPT on Azure', 'Azure AI Foundry', 'OpenAI on Azure'],
  'anthropic/': ['Anthropic API', 'Claude'],
  'aws/bedrock-claude': ['Bedrock', 'Amazon Bedrock', 'Claude on Bedrock', 'Claude on AWS', 'Anthropic'],
  'aws/': ['Bedrock', 'Amazon Bedrock'],
  'amazon/': ['Bedrock', 'Amazon Bedrock', 'Nova'],
  'google/': ['Vertex AI', 'Gemini API', 'Google AI Studio'],
  'mistral/': ['Mistral AI', 'La Plateforme', 'Le Chat'],
  'meta/': ['Llama', 'Meta AI', 'vLLM', 'Ollama'],
  'qwen/': ['Qwen', 'Alibaba', 'Tongyi', 'vLLM', 'Ollama'],
  'deepseek/': ['Deep Seek'],
  'cohere/': ['Cohere Command'],
  'xai/': ['Grok', 'X.ai'],
  'moonshot/': ['Kimi', 'Moonshot AI'],
  'groq/': ['GroqCloud', 'LPU'],
}

/** The same products, each with the names that its vendor's models go by; a name that is there already stays single. */
export function nameModels(models: readonly Product[]): readonly Product[] {
  return models.map((model) => {
    const found = Object.entries(namesOfVendors).find(([start]) => model.id.startsWith(start))
    const names = new Set([...(model.names ?? []), ...(found?.[1] ?? [])])
    return names.size === 0 ? model : { ...model, names: [...names] }
  })
}
