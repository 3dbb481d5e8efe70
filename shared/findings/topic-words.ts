import type { Topic } from './finding.ts'

/** The topics in the order in which people are shown them, in words. */
export const topicWords: readonly { readonly topic: Topic; readonly word: string }[] = [
  { topic: 'reliability', word: 'Reliability' },
  { topic: 'latency', word: 'Latency' },
  { topic: 'cost', word: 'Cost' },
  { topic: 'access', word: 'Access' },
  { topic: 'agents', word: 'Agents' },
  { topic: 'retrieval', word: 'Retrieval' },
  { topic: 'privacy', word: 'Privacy' },
  { topic: 'responsible-use', word: 'Responsible use' },
  { topic: 'data', word: 'Data' },
  { topic: 'evaluation', word: 'Evaluation' },
  { topic: 'release', word: 'Release' },
  { topic: 'monitoring', word: 'Monitoring' },
  { topic: 'governance', word: 'Governance' },
  { topic: 'supply-chain', word: 'Supply chain' },
]

/** "Responsible use" for 'responsible-use'. */
export function topicWord(topic: string): string {
  return topicWords.find((each) => each.topic === topic)?.word ?? topic
}
